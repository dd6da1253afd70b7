"""What cannot be is told by the field and stays there, and two at once lose nothing."""

import pytest
from pytest_django.asserts import assertContains

from aktivitet.samtidig import ENDRET
from tiltak.models import Avsnitt

from .skjema import VEDTAK, adresse, feil, fra_skjema, skjema


@pytest.mark.parametrize("felt", ["tekst", "kode", "gjennomfoering", "ansvarlig", "grunn"])
def test_a_hundred_thousand_characters_are_told_by_the_field_and_stay(rediger, tiltak, felt):
    svar = rediger.post(adresse(tiltak), skjema(rediger, adresse(tiltak)) | VEDTAK | {felt: "å" * 100_000})

    assert felt in feil(svar)
    assertContains(svar, "å" * 100_000)


def test_what_cannot_be_seen_is_taken_out_on_the_way_in(rediger, utkasttiltak):
    data = {"tekst": "a\0\x07b\r\nc", "kode": " 1\0a\u202e ", "ansvarlig": "\0", "lest_versjon": "1"}

    rediger.post(adresse(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.tekst, utkasttiltak.kode, utkasttiltak.ansvarlig) == ("ab\nc", "1a", "")


def test_nothing_but_control_characters_is_nothing(rediger, utkasttiltak):
    svar = rediger.post(adresse(utkasttiltak), skjema(rediger, adresse(utkasttiltak)) | {"tekst": "\0\x07\u200b"})

    assert feil(svar) == {"tekst": ["Skriv hva tiltaket er."]}


@pytest.mark.parametrize("nummer", ["", "1.", "a", "1..1", "1.1.1.1.1.1", "1234", "1,1", "-1", "1 1", "¹"])
def test_the_number_of_a_goal_is_one(rediger, utkasttiltak, nummer):
    maal = utkasttiltak.maal

    svar = rediger.post(adresse(maal, "mal"), skjema(rediger, adresse(maal, "mal")) | {"nummer": nummer})

    assert svar.status_code == (302 if nummer == "1." else 200)
    maal.refresh_from_db()
    assert maal.nummer == "1"


@pytest.mark.parametrize(
    ("felt", "verdi"), [("antall", "mange"), ("antall", "0"), ("antall", "9" * 30), ("valgaar", "27"), ("valg", "x")]
)
def test_a_target_that_is_none_is_told_by_the_field(rediger, utkast, felt, verdi):
    sti = adresse(utkast.periodemaal.create(nr=1, tekst="Vinne"), "periodemal")

    assert feil(rediger.post(sti, skjema(rediger, sti) | {felt: verdi})).keys() == {felt}


def test_a_save_on_top_of_a_newer_one_is_refused_and_shows_both(rediger, utkasttiltak):
    data = skjema(rediger, adresse(utkasttiltak))
    rediger.post(adresse(utkasttiltak), data | {"tekst": "Min tekst", "ansvarlig": "AU"})

    svar = rediger.post(adresse(utkasttiltak), data | {"tekst": "Din tekst", "ansvarlig": "AU"})
    igjen = rediger.post(adresse(utkasttiltak), fra_skjema(svar.context["form"]) | {"tekst": "Begges tekst"})

    utkasttiltak.refresh_from_db()
    assert feil(svar) == {"__all__": [ENDRET], "tekst": ["Lagret nå: «Min tekst»"]}
    assertContains(svar, "Din tekst</textarea>")
    assert (igjen.status_code, utkasttiltak.tekst, utkasttiltak.versjon) == (302, "Begges tekst", 3)


@pytest.mark.parametrize("versjon", ["", "x", "-1", "9" * 40, "\0"])
def test_a_version_that_nobody_has_read_overwrites_nothing(rediger, utkasttiltak, versjon):
    data = skjema(rediger, adresse(utkasttiltak)) | {"tekst": "Din tekst", "lest_versjon": versjon}

    svar = rediger.post(adresse(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert (svar.status_code, utkasttiltak.tekst) == (200, "Møte folk")


def test_one_that_somebody_took_on_meanwhile_is_not_taken_from_them(rediger, tiltak, styremedlem):
    aapnet = skjema(rediger, adresse(tiltak)) | VEDTAK | {"tekst": "Revidere strategien"}
    tiltak.foelg_opp(styremedlem, fra=None)

    svar = rediger.post(adresse(tiltak), aapnet)

    tiltak.refresh_from_db()
    assert (tiltak.foelges_opp_av, tiltak.tekst) == (styremedlem, "Revidere kommunikasjonsstrategi")
    assert feil(svar)["foelges_opp_av"] == ["Lagret nå: «Kari Styremedlem»"]


def test_what_was_typed_for_a_part_that_is_gone_is_shown_to_be_copied(rediger, utkasttiltak):
    avsnitt = Avsnitt.objects.create(maal=utkasttiltak.maal, nr=1, tekst="Gammel")
    sti = adresse(avsnitt, "avsnitt")
    data = skjema(rediger, sti)
    avsnitt.delete()

    svar = rediger.post(sti, data | {"tekst": "Mye ny <tekst>"})

    assert (svar.status_code, Avsnitt.objects.count()) == (404, 0)
    assertContains(svar, "Mye ny &lt;tekst&gt;", status_code=404)
