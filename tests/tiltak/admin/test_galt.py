"""Bad input in the editing site: told by the field, cleaned on the way in, never a crash."""

import pytest

from aktivitet.samtidig import FLYTTET
from tiltak.models import (
    Maal,
    Ordlydsendring,
    Tiltak,
)

from .conftest import GRUNN, feil, side, skjema


def test_a_row_moved_away_meanwhile_is_told_and_neither_lost_nor_logged(rediger, maal, tiltak):
    sendt = skjema(rediger, maal) | {"tiltak-0-tekst": "Gå på dør", "grunn": GRUNN}
    Tiltak.objects.filter(pk=tiltak.pk).update(
        maal=Maal.objects.create(plan=maal.plan, nr=2, nummer="1.2", overskrift="Synlig")
    )

    svar = rediger.post(side(maal), sendt)

    assert feil(svar)["tiltak-0-__all__"] == [FLYTTET]
    assert Tiltak.objects.get().tekst == "Revidere kommunikasjonsstrategi"
    assert not Ordlydsendring.objects.exists()


@pytest.mark.parametrize("felt", ["tekst", "kode", "gjennomfoering", "ansvarlig", "les_som", "grunn"])
def test_a_hundred_thousand_characters_are_told_by_the_field(rediger, tiltak, felt):
    svar = rediger.post(side(tiltak), skjema(rediger, tiltak) | {felt: "å" * 100_000})

    assert felt in feil(svar)
    assert "å" * 100_000 in svar.content.decode()


def test_what_cannot_be_seen_is_taken_out_on_the_way_in(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak) | {"tekst": "a\0\x07b\r\nc", "kode": " 1\0a\u202e ", "ansvarlig": "\0"}

    rediger.post(side(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.tekst, utkasttiltak.kode, utkasttiltak.ansvarlig) == ("ab\nc", "1a", "")


def test_nothing_but_control_characters_is_nothing(rediger, utkasttiltak):
    svar = rediger.post(side(utkasttiltak), skjema(rediger, utkasttiltak) | {"tekst": "\0\x07\u200b"})

    assert feil(svar) == {"tekst": ["Fyll ut dette feltet."]}


@pytest.mark.parametrize("dag", ["9999-12-31", "0001-01-01", "31.02.2026", "12/31/2026", "\0", "i morgen"])
def test_a_day_that_is_none_is_told_by_the_field(rediger, utkast, dag):
    svar = rediger.post(side(utkast), skjema(rediger, utkast) | {"til": dag})

    assert "til" in feil(svar)


def test_a_goal_is_never_under_itself_nor_in_another_plan(rediger, maal, utkasttiltak):
    under = Maal.objects.create(plan=maal.plan, nr=2, nummer="1.1.1", overskrift="Under", forelder=maal)

    selv = rediger.post(side(maal), skjema(rediger, maal) | {"forelder": under.pk})
    annen = rediger.post(side(maal), skjema(rediger, maal) | {"forelder": utkasttiltak.maal_id})

    assert feil(selv) == {"forelder": ["Målet kan ikke ligge under seg selv."]}
    assert feil(annen).keys() == {"forelder"}
