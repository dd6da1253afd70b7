"""Tests of the lines that downloads leave: every file that is not for everybody, whichever address it has."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from arbeidsplan.models import Bruker, Hendelse, Spor
from tests.arbeidsplan.test_rettigheter import sakene
from tiltak.models import Plan, Tiltak

SIDEBILDER = {"tiltak:rapportside"}  # part of a page, which is no file to take along
# To whoever is logged in, the wheel has internal activities in it.
OGSAA_INTERNT = {"aktivitet:arshjul_svg", "tiltak:arshjul_pdf"}
MERKE = "Zylfia"  # a name that stands nowhere else


def eksportene():
    return [spor for spor in Spor.objects.order_by("pk") if spor.hendelse == Hendelse.EKSPORT]


def er_fil(svar):
    return svar.status_code == 200 and "Content-Disposition" in svar.headers


@pytest.mark.svarene
def test_every_file_that_not_everyone_may_have_leaves_one_line_and_no_other_does(client, verden, administrator):
    """And no line holds what people have written, though everything that has words of people in it has a mark."""
    client.force_login(administrator)
    Plan.objects.update(tittel=f"Planen til {MERKE}")
    Tiltak.objects.update(tekst=f"Ring {MERKE}")
    Bruker.objects.update(navn=MERKE)
    for tiltak in Tiltak.objects.all():
        tiltak.vedlegg.update(navn=MERKE)
    feil, antall = [], 0
    for navn, ting, get, _ in sakene():
        adresse = reverse(navn, kwargs=verden[ting])
        foer = len(eksportene())
        if er_fil(client.get(adresse)):
            antall += 1
            # "publisert" is written on again: the board is given the draft.
            for_alle = get[0] == "200" and navn not in OGSAA_INTERNT and ting != "publisert"
            internt = not for_alle and navn not in SIDEBILDER
            if len(eksportene()) - foer != internt:
                feil.append((navn, ting, f"{len(eksportene()) - foer} lines"))
        elif len(eksportene()) != foer:
            feil.append((navn, ting, "no file, and yet a line"))

    assert feil == []
    assert antall > 30
    assert {spor.av for spor in eksportene()} == {administrator}
    assert [spor for spor in eksportene() if not spor.hva] == []
    assert [spor.hva for spor in Spor.objects.all() if MERKE in spor.hva or "@" in spor.hva] == []


@pytest.mark.svarene
def test_what_everyone_may_have_leaves_none_for_anybody(client, verden):
    for navn, ting, get, _ in sakene():
        if get[0] == "200":
            client.get(reverse(navn, kwargs=verden[ting]))

    assert eksportene() == []


def test_a_file_that_the_reader_has_already_leaves_no_second_line(client, verden, styremedlem):
    client.force_login(styremedlem)
    adresse = reverse("tiltak:tabell_csv")
    foerste = client.get(adresse)

    igjen = client.get(adresse, headers={"If-None-Match": foerste.headers["ETag"]})
    client.head(adresse, headers={"If-None-Match": ""})

    assert (foerste.status_code, igjen.status_code) == (200, 304)
    assert [spor.hva for spor in eksportene()] == [f"Tiltakene med status, {timezone.localdate().year}, CSV"]


def test_what_was_given_is_said_in_words(client, verden, sekretaer):
    client.force_login(sekretaer)
    Plan.objects.filter(slug="utkast").update(tittel=f"Planen til {MERKE}")

    for navn, ting in (
        ("tiltak:plan_docx", "utkast"),
        ("tiltak:plan_json", "utkast"),
        ("tiltak:tiltak_xlsx", "forslag"),
        ("tiltak:rapport_pdf", "rapportutkast"),
        ("tiltak:rapport_csv", "rapportutkast"),
        ("tiltak:rapportutgave_pdf", "tidligere utgave"),
        ("tiltak:rapportutgave_json", "tidligere utgave"),
        ("tiltak:styremoete_tekst", ""),
    ):
        assert er_fil(client.get(reverse(navn, kwargs=verden[ting]))), navn

    assert [spor.hva for spor in eksportene()] == [
        "Planen for 2025–2028 (utkast), Word",
        "Planen for 2025–2028 (utkast), JSON",
        "Planen for 2025–2028 (forslag), tiltakene som XLSX",
        "Beretningen for 2026, PDF",
        "Beretningen for 2026, CSV",
        "Beretningen for 2027, utgave 1, PDF",
        "Beretningen for 2027, utgave 1, JSON",
        "Styremøtets ark, tekst",
    ]


def test_no_file_goes_out_whose_line_cannot_be_written(verden, styremedlem, monkeypatch):
    klient = Client(raise_request_exception=False)
    klient.force_login(styremedlem)
    monkeypatch.setattr(Spor, "save", _gaar_ikke)

    svar = klient.get(reverse("tiltak:tabell_csv"))

    assert svar.status_code == 500
    assert "Content-Disposition" not in svar.headers


def _gaar_ikke(*args, **kwargs):
    raise RuntimeError
