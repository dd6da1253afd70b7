"""Links and documents on a measure's page: added, fetched, taken away and back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.felt import UGYLDIG_LENKE
from tests.tiltak.conftest import lag_termin, lag_tiltak
from tests.tiltak.filer import FILER, PDF
from tiltak import vedleggform
from tiltak.models import Vedlegg

LENKE = {"navn": "Referat", "lenke": "https://example.org/referat?a=1"}


def fil(navn="Referat fra møtet.pdf", innhold=PDF):
    return SimpleUploadedFile(navn, innhold)


def lagret():
    felter = ("navn", "lenke", "filslag", "stoerrelse", "termin__etikett", "av__navn")
    return list(Vedlegg.objects.values_list(*felter))


@pytest.fixture
def nytt(tiltak):
    return reverse("tiltak:nytt_vedlegg", args=[tiltak.pk])


@pytest.fixture
def dokument(tiltak):
    return Vedlegg.objects.create(tiltak=tiltak, navn="Årsmøte", innhold=PDF, filslag="pdf", stoerrelse=len(PDF))


# --- Add -------------------------------------------------------------------------------------------------------------


def test_a_link_is_kept_and_leads_away_safely(inne, nytt, tiltak, termin):
    svar = inne.post(nytt, LENKE | {"termin": termin.pk})

    assertRedirects(svar, f"{tiltak.get_absolute_url()}#vedlegg")
    assert lagret() == [("Referat", "https://example.org/referat?a=1", "", 0, "2026", "Kari Styremedlem")]
    assertContains(
        inne.get(tiltak.get_absolute_url()),
        '<a href="https://example.org/referat?a=1" rel="noopener noreferrer">Referat</a>',
        html=True,
    )


def test_an_address_without_http_is_taken_to_be_https(inne, nytt):
    inne.post(nytt, LENKE | {"lenke": "www.sv.no/innlandet"})

    assert [ett.lenke for ett in Vedlegg.objects.all()] == ["https://www.sv.no/innlandet"]


@pytest.mark.parametrize("ende", FILER)
def test_a_file_of_every_kind_is_kept_and_comes_back_as_it_was(inne, nytt, ende):
    svar = inne.post(nytt, {"fil": fil(f"Årsmøte.{ende.upper()}", FILER[ende])}, follow=True)

    assertContains(svar, "«Årsmøte» er lagt til.")
    assert lagret() == [("Årsmøte", "", ende, len(FILER[ende]), None, "Kari Styremedlem")]
    hentet = inne.get(Vedlegg.objects.get().get_absolute_url())
    assert hentet.content == FILER[ende]
    assert hentet["Content-Disposition"] == f'attachment; filename="arsmote.{ende}"'


GALT = [
    ({}, "lenke", "Skriv en lenke, eller velg en fil."),
    (LENKE | {"fil": fil()}, "lenke", "Velg enten en lenke eller en fil. Legg inn den andre etterpå."),
    ({"lenke": "https://sv.no"}, "navn", "Skriv hva lenken fører til."),
    (LENKE | {"navn": "a" * 201}, "navn", "Teksten er på 201 tegn. Kort den ned til 200."),
    (LENKE | {"lenke": "https://sv.no/" + "a" * 2000}, "lenke", "Teksten er på 2014 tegn. Kort den ned til 2000."),
    (LENKE | {"termin": "x"}, "termin", "Fristen finnes ikke lenger. Velg en annen."),
    (LENKE | {"termin": str(2**70)}, "termin", "Fristen finnes ikke lenger. Velg en annen."),
    ({"fil": fil("side.html", b"<script>")}, "fil", f"Slike filer kan ikke legges inn. Velg {vedleggform.KJENTE}."),
    ({"fil": fil("uten")}, "fil", f"Slike filer kan ikke legges inn. Velg {vedleggform.KJENTE}."),
    (
        {"fil": fil("bilde.png", b"<svg onload=alert(1)>")},
        "fil",
        "Filen er ikke det navnet sier (.png). Lagre den på nytt, og velg den.",
    ),
    ({"fil": fil(innhold=b"")}, "fil", "Filen er tom. Velg en annen."),
    (
        {"fil": fil(innhold=PDF + b"0" * vedleggform.MAKS_BYTES)},
        "fil",
        "Filen er på over 5 MB. Gjør den mindre, eller legg inn en lenke til den.",
    ),
]
FARLIGE = [
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://sv.no",
    "/tiltak/",
    "sv",
    "https://",
    "http://[",
    "tekst her",
]
GALT += [(LENKE | {"lenke": adresse}, "lenke", UGYLDIG_LENKE) for adresse in FARLIGE]


@pytest.mark.parametrize(("sendt", "felt", "melding"), GALT)
def test_bad_input_is_told_by_the_field_and_nothing_is_stored(inne, nytt, sendt, felt, melding):
    for opplastet in (sendt["fil"],) if "fil" in sendt else ():
        opplastet.seek(0)

    svar = inne.post(nytt, sendt)

    assert (svar.status_code, svar.context["form"].errors) == (200, {felt: [melding]})
    assert lagret() == []
    for navn in ("navn", "lenke"):
        assert svar.context["form"][navn].value() == sendt.get(navn)


def test_another_measures_termin_is_none_to_choose(inne, nytt, maal):
    fremmed = lag_termin(lag_tiltak(maal, "1.1b"))

    svar = inne.post(nytt, LENKE | {"termin": fremmed.pk})

    assert list(svar.context["form"].errors) == ["termin"]


def test_control_characters_never_come_in(inne, nytt):
    inne.post(nytt, LENKE | {"navn": "Refe\x07rat\u202e\r\nX: 1"})

    assert [ett.navn for ett in Vedlegg.objects.all()] == ["Referat X: 1"]


def test_there_is_room_for_so_many_and_those_taken_away_take_none(inne, nytt, tiltak, styremedlem, monkeypatch):
    monkeypatch.setattr(vedleggform, "HOEYST_PAA_ETT_TILTAK", 1)
    ett = Vedlegg.objects.create(tiltak=tiltak, navn="Første", lenke="https://sv.no/")

    fullt = inne.post(nytt, LENKE)
    ett.fjern(styremedlem)
    plass = inne.post(nytt, LENKE)

    assertContains(fullt, "Tiltaket har alt 1 lenker og dokumenter. Fjern noen av dem først.")
    assert (plass.status_code, Vedlegg.objects.gjeldende().count()) == (302, 1)


# --- Fetch -----------------------------------------------------------------------------------------------------------


def test_a_document_is_saved_and_never_shown_as_a_page_of_ours(inne, dokument):
    svar = inne.get(dokument.get_absolute_url())

    hoder = {navn: svar[navn] for navn in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")}
    assert hoder == {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="arsmote.pdf"',
        "X-Content-Type-Options": "nosniff",
    }
    assert svar["Cache-Control"].startswith("private")
    assert "default-src 'none'" in svar["Content-Security-Policy"]


def test_one_that_the_browser_has_already_is_not_fetched_again(inne, dokument, django_assert_num_queries):
    etag = inne.get(dokument.get_absolute_url())["ETag"]

    with django_assert_num_queries(3):  # session, person, and the row without the file
        svar = inne.get(dokument.get_absolute_url(), headers={"If-None-Match": etag})

    assert (svar.status_code, svar.content) == (304, b"")


def test_whatever_is_stored_the_page_shows_it_and_links_nowhere_dangerous(inne, tiltak):
    Vedlegg.objects.create(tiltak=tiltak, navn="<b>Felle", lenke="javascript:alert(1)")
    Vedlegg.objects.create(tiltak=tiltak, navn="Ukjent", innhold=b"x", filslag="exe", stoerrelse=1)

    svar = inne.get(tiltak.get_absolute_url())

    assertContains(svar, "&lt;b&gt;Felle")
    assertNotContains(svar, "javascript:")
    assertContains(svar, "Ukjent")


# --- Take away, and back ---------------------------------------------------------------------------------------------


def test_taken_away_it_is_neither_shown_nor_served_and_it_can_be_taken_back(inne, dokument, tiltak):
    adresse = dokument.get_absolute_url()

    fjernet = inne.post(adresse, {"handling": "fjern"}, follow=True)
    borte = inne.get(adresse).status_code
    tilbake = inne.post(adresse, {"handling": "ta_tilbake"}, follow=True)

    assertContains(fjernet, "«Årsmøte» er fjernet. Du kan ta det tilbake nederst i listen.")
    assert (fjernet.context["vedlegg"], fjernet.context["fjernet"], borte) == ([], [dokument], 404)
    assertContains(fjernet, "Fjernet av Kari Styremedlem")
    assert (tilbake.context["vedlegg"], tilbake.context["fjernet"]) == ([dokument], [])
    assert inne.get(adresse).content == PDF
