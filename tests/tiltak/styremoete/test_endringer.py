"""What the log says has changed in a stretch of time: one for each termin, from how it stood to how it stands."""

from datetime import date, timedelta

import pytest

from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.models import Maal, Status
from tiltak.styremoete.endringer import Endring, Tilstand, endringene

from .conftest import I_DAG, kl, sett

FRA = kl(2026, 4, 28, 20, 30)
IKKE_STARTET = Tilstand("ikke_startet", "Ikke startet")


def endret(plan, fra=FRA, til=None):
    return [(str(ett.termin), ett.foer, ett.etter, ett.hvem) for ett in endringene(plan, fra, til, I_DAG)]


def test_a_termin_is_told_once_from_how_it_stood_then_to_how_it_stands_now(
    plan, termin, styremedlem, sekretaer, django_assert_num_queries
):
    sett(termin, Status.PAAGAAR, kl(2026, 4, 1), styremedlem, merknad="Startet")
    sett(termin, Status.UTSATT, kl(2026, 5, 1), styremedlem, utsatt_til=date(2027, 3, 1))
    sett(termin, Status.DELVIS, kl(2026, 6, 1, 12), sekretaer, utfoert=date(2026, 5, 30), merknad="Det meste")

    with django_assert_num_queries(1):
        endringer = endringene(plan, FRA, None, I_DAG)
        hva = (endringer[0].termin.tiltak.maal.nummer, endringer[0].termin.endret_av)

    assert endringer == [
        Endring(
            termin,
            Tilstand("paagaar", "Pågår", merknad="Startet"),
            Tilstand("delvis", "Delvis gjennomført", utfoert=date(2026, 5, 30), merknad="Det meste"),
            "Ola Sekretær",
            kl(2026, 6, 1, 12),
        )
    ]
    assert hva == ("1.1", sekretaer)
    assert endringer[0].i_ord == "Fra pågår til delvis gjennomført 30. mai 2026."


def test_what_was_set_before_or_in_another_plan_is_none(plan, termin):
    sett(termin, Status.PAAGAAR, FRA)
    annen = Maal.objects.create(plan=lag_plan("annen"), nr=1, nummer="1", overskrift="Mål")
    sett(lag_termin(lag_tiltak(annen, "1a")), Status.PAAGAAR, kl(2026, 6, 1))

    assert endret(plan) == []


def test_a_save_that_was_undone_leaves_nothing(plan, termin, styremedlem):
    naa = kl(2026, 6, 1)
    sett(termin, Status.GJENNOMFOERT, naa, styremedlem)
    termin.angre(av=styremedlem, versjon=termin.versjon, naa=naa + timedelta(seconds=20))

    assert endret(plan) == []


def test_an_undo_of_the_second_save_leaves_the_first(plan, termin, styremedlem):
    naa = kl(2026, 6, 1)
    sett(termin, Status.PAAGAAR, naa, styremedlem)
    sett(termin, Status.UTGAAR, naa + timedelta(minutes=5), styremedlem, merknad="Feil")
    termin.angre(av=styremedlem, versjon=termin.versjon, naa=naa + timedelta(minutes=5, seconds=20))

    assert endret(plan) == [("1.1a 2026", IKKE_STARTET, Tilstand("paagaar", "Pågår"), "Kari Styremedlem")]


def test_of_a_meeting_that_has_been_held_nothing_later_is_told(plan, termin, tiltak):
    senere = lag_termin(tiltak, "2027")
    sett(termin, Status.PAAGAAR, kl(2026, 5, 1))
    sett(termin, Status.GJENNOMFOERT, kl(2026, 6, 11))
    sett(senere, Status.PAAGAAR, kl(2026, 6, 11))

    assert endret(plan, til=kl(2026, 6, 9, 20, 30)) == [
        ("1.1a 2026", IKKE_STARTET, Tilstand("paagaar", "Pågår"), "tidligere bruker")
    ]


def test_what_was_overdue_then_is_told_as_overdue(plan, tiltak):
    sen = lag_termin(tiltak, "2025")
    utsatt = lag_termin(tiltak, "2025-b", etikett="høsten 2025")
    sett(utsatt, Status.UTSATT, kl(2026, 1, 2), utsatt_til=date(2026, 4, 27))
    for termin in (sen, utsatt):
        sett(termin, Status.PAAGAAR, kl(2026, 6, 1))

    naa = Tilstand("paagaar", "Pågår", forfalt=True)
    assert [(foer, etter) for _, foer, etter, _ in endret(plan)] == [
        (Tilstand("ikke_startet", "Ikke startet", forfalt=True), naa),
        (Tilstand("utsatt", "Utsatt", utsatt_til=date(2026, 4, 27), forfalt=True), naa),
    ]
    assert [ett.i_ord for ett in endringene(plan, FRA, None, I_DAG)] == [
        "Fra ikke startet (forfalt) til pågår (forfalt).",
        "Fra utsatt til 27. april 2026 (forfalt) til pågår (forfalt).",
    ]


def test_what_is_ongoing_and_was_not_judged_says_so(plan, tiltak):
    loepende = lag_termin(tiltak, status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    sett(loepende, Status.PAAGAAR, kl(2026, 6, 1), merknad="Går som det skal")

    [endring] = endringene(plan, FRA, None, I_DAG)

    assert endring.foer == Tilstand("mangler_vurdering", "Mangler vurdering")
    assert endring.i_ord == "Fra mangler vurdering til pågår."


def test_what_was_said_again_is_told_as_that(plan, termin):
    sett(termin, Status.PAAGAAR, kl(2026, 4, 1))
    sett(termin, Status.PAAGAAR, kl(2026, 6, 1), merknad="Fortsatt")

    [endring] = endringene(plan, FRA, None, I_DAG)

    assert (endring.er_som_foer, endring.i_ord) == (True, "Satt på nytt: pågår.")


@pytest.mark.parametrize(
    ("tilstand", "ord_"),
    [
        (Tilstand("gjennomfoert", "Gjennomført", utfoert=date(2026, 5, 1)), "gjennomført 1. mai 2026"),
        (Tilstand("utsatt", "Utsatt", utsatt_til=date(2026, 9, 1)), "utsatt til 1. september 2026"),
        (Tilstand("utgaar", "Utgår", merknad="Ikke aktuelt"), "utgår"),
    ],
)
def test_a_state_in_words(tilstand, ord_):
    assert tilstand.i_ord == ord_


def test_the_changes_stand_in_the_plans_order(plan, maal, tiltak):
    foerst = Maal.objects.create(plan=plan, nr=0, nummer="1", overskrift="Først")
    for termin in (lag_termin(tiltak, "2027"), lag_termin(tiltak, "2026"), lag_termin(lag_tiltak(foerst, "1a"))):
        sett(termin, Status.PAAGAAR, kl(2026, 6, 1))

    assert [ett[0] for ett in endret(plan)] == ["1a 2026", "1.1a 2026", "1.1a 2027"]


def test_what_stands_now_is_what_the_termin_itself_says(plan, tiltak):
    sett(lag_termin(tiltak), Status.UTSATT, kl(2026, 6, 1), utsatt_til=date(2027, 3, 1), merknad="Venter")
    sett(lag_termin(tiltak, "2027"), Status.GJENNOMFOERT, kl(2026, 6, 2), utfoert=date(2026, 6, 1))

    for ett in endringene(plan, FRA, None, I_DAG):
        naa = (ett.etter.status, ett.etter.utfoert, ett.etter.utsatt_til, ett.etter.merknad)
        assert naa == (ett.termin.status, ett.termin.utfoert, ett.termin.utsatt_til, ett.termin.merknad)
