"""Two who edit the same thing in the editing site: both are shown, and nothing is overwritten."""

import pytest

from tiltak.models import (
    Avsnitt,
    Tiltak,
)

from .conftest import feil, side, skjema


def test_a_save_on_top_of_a_newer_one_is_refused_and_shows_both(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak)
    rediger.post(side(utkasttiltak), data | {"tekst": "Min tekst", "ansvarlig": "AU"})

    svar = rediger.post(side(utkasttiltak), data | {"tekst": "Din tekst", "ansvarlig": "AU"})

    utkasttiltak.refresh_from_db()
    vist = svar.content.decode()
    assert (utkasttiltak.tekst, utkasttiltak.versjon) == ("Min tekst", 2)
    assert feil(svar).keys() == {"__all__", "tekst"}
    assert feil(svar)["tekst"] == ["Lagret nå: «Min tekst»"]
    assert "Din tekst</textarea>" in vist
    assert 'name="lest_versjon" value="2"' in vist


def test_sent_again_from_the_page_that_shows_both_it_is_saved(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak)
    rediger.post(side(utkasttiltak), data | {"tekst": "Min tekst"})

    rediger.post(side(utkasttiltak), data | {"tekst": "Begges tekst", "lest_versjon": "2"})

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.tekst, utkasttiltak.versjon) == ("Begges tekst", 3)


@pytest.mark.parametrize("versjon", ["", "x", "-1", "9" * 40, "\0"])
def test_a_version_that_nobody_has_read_overwrites_nothing(rediger, utkasttiltak, versjon):
    data = skjema(rediger, utkasttiltak) | {"tekst": "Din tekst", "lest_versjon": versjon}

    svar = rediger.post(side(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert svar.status_code == 200
    assert utkasttiltak.tekst == "Møte folk"


def test_saving_without_changes_takes_no_version_and_overwrites_nothing(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak)
    Tiltak.objects.update(nr=7)

    rediger.post(side(utkasttiltak), data | {"nr": "7"})

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.nr, utkasttiltak.versjon) == (7, 1)


def test_a_row_that_somebody_else_saved_meanwhile_is_refused_by_its_field(rediger, utkasttiltak):
    maal = utkasttiltak.maal
    avsnitt = Avsnitt.objects.create(maal=maal, nr=1, tekst="Gammel")
    data = skjema(rediger, maal)
    rediger.post(side(maal), data | {"avsnitt-0-tekst": "Min"})

    svar = rediger.post(side(maal), data | {"avsnitt-0-tekst": "Din", "overskrift": "Ny overskrift"})

    avsnitt.refresh_from_db()
    maal.refresh_from_db()
    assert feil(svar)["avsnitt-0-tekst"] == ["Lagret nå: «Min»"]
    assert (avsnitt.tekst, avsnitt.versjon, maal.overskrift) == ("Min", 2, "Politisk mål")


def test_a_row_deleted_meanwhile_is_told_and_not_a_crash(rediger, utkasttiltak):
    maal = utkasttiltak.maal
    avsnitt = Avsnitt.objects.create(maal=maal, nr=1, tekst="Gammel")
    data = skjema(rediger, maal)
    avsnitt.delete()

    svar = rediger.post(side(maal), data | {"avsnitt-0-tekst": "Din"})

    assert svar.status_code == 200
    assert not Avsnitt.objects.exists()
