"""One measure's page, whole: plan an activity, tell that one was held, keep a document and take it away again."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet
from arbeidsplan.models import Bruker
from tests.tiltak.filer import PDF
from tiltak.models import Status, Termin, Tilknytning, Vedlegg

MAATER = pytest.mark.parametrize(
    ("js", "mobil"),
    [(True, True), (False, True), (True, False)],
    ids=["telefon", "telefon uten JavaScript", "skjerm"],
)


@pytest.fixture
def tiltak(demo):
    """One with a termin that is due this year and that nobody has said a word about."""
    uroerte = Termin.objects.i_figurene().filter(siste__year=timezone.localdate().year, logg=None, loepende=False)
    termin = uroerte.filter(status=Status.IKKE_STARTET, tiltak__tilknytninger=None).i_planens_rekkefoelge().first()
    return termin.tiltak


@pytest.fixture
def holdt(tiltak):
    """An activity that was held yesterday, tied to the measure; and the termin that it carried out."""
    i_gaar = timezone.localdate() - timedelta(days=1)
    kurs = Aktivitet.objects.create(
        tittel="Kurs på Hamar",
        lag=Aktivitet.objects.first().lag,
        presisjon="dag",
        foerste_dag=i_gaar,
        siste_dag=i_gaar,
        publisert=timezone.now(),
    )
    Tilknytning.objects.knytt(tiltak, kurs, Bruker.objects.get(email="styre@example.org"))
    return kurs


@MAATER
def test_an_activity_is_planned_from_the_measure_and_stands_there(aapne, tiltak, js, mobil):
    side = aapne(tiltak.get_absolute_url(), som="styremedlem", js=js, mobil=mobil)
    side.get_by_role("link", name="Planlegg aktivitet").click()
    tittel = side.get_by_label("Tittel").input_value()
    assert tiltak.tekst.startswith(tittel)
    side.get_by_role("button", name="Publiser").click()

    expect(side.get_by_role("status").first).to_contain_text("Aktiviteten er publisert.")
    expect(side.locator("#aktiviteter").get_by_role("link", name=tittel)).to_be_visible()
    [knyttet] = Tilknytning.objects.filter(tiltak=tiltak)
    side.goto(knyttet.aktivitet.get_absolute_url())
    expect(side.locator("main")).to_contain_text(f"Gjennomfører tiltak {tiltak.kode}")


@MAATER
def test_a_held_activity_sets_its_termin_in_one_press_and_it_can_be_undone(aapne, tiltak, holdt, js, mobil):
    side = aapne(holdt.get_absolute_url(), som="styremedlem", js=js, mobil=mobil)
    side.get_by_role("button", name="til Gjennomført, gjort").click()
    expect(side.get_by_role("button", name="Angre").first).to_be_visible()

    [termin] = Termin.objects.filter(tiltak=tiltak, utfoert=holdt.siste_dag)
    assert (termin.status, termin.merknad) == (Status.GJENNOMFOERT, "Kurs på Hamar")
    rad = side.locator(f"#termin-{termin.pk}")
    expect(rad.locator(".status").first).to_have_text("Gjennomført")
    expect(rad.locator("a.rad")).to_be_in_viewport()
    rad.get_by_role("button", name="Angre").click()

    expect(rad.locator(".status").first).not_to_have_text("Gjennomført")
    expect(side.locator("#logg > li").first).to_contain_text("Angret. Tilbake til")
    assert termin.logg.count() == 2


@MAATER
def test_a_document_is_kept_fetched_taken_away_and_back(aapne, tiltak, js, mobil):
    side = aapne(tiltak.get_absolute_url(), som="styremedlem", js=js, mobil=mobil)
    side.get_by_role("link", name="Legg til lenke eller dokument").click()
    side.get_by_role("button", name="Legg til").click()
    expect(side.get_by_text("Skriv en lenke, eller velg en fil.")).to_be_visible()
    side.get_by_label("Navn").fill("Referat fra møtet")
    side.get_by_label("Fil", exact=True).set_input_files(
        {"name": "referat.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    side.get_by_role("button", name="Legg til").click()

    vedlegg = side.locator("#vedlegg")
    with side.expect_download() as nedlasting:
        vedlegg.get_by_role("link", name="Referat fra møtet").click()
    assert nedlasting.value.suggested_filename == "referat-fra-motet.pdf"
    vedlegg.get_by_role("button", name="Fjern Referat fra møtet").click()
    expect(vedlegg.get_by_role("link", name="Referat fra møtet")).to_have_count(0)
    vedlegg.get_by_text("Fjernet: 1").click()
    vedlegg.get_by_role("button", name="Ta tilbake Referat fra møtet").click()

    expect(vedlegg.get_by_role("link", name="Referat fra møtet")).to_be_visible()
    assert Vedlegg.objects.gjeldende().filter(tiltak=tiltak).count() == 1


def test_an_activity_is_chosen_and_taken_away_by_the_keyboard_alone(aapne, tiltak):
    side = aapne(tiltak.get_absolute_url(), som="styremedlem")
    side.get_by_role("link", name="Velg fra kalenderen").focus()
    side.keyboard.press("Enter")
    side.wait_for_url("**/aktiviteter/")
    side.get_by_label("Søk", exact=True).focus()
    side.keyboard.type("årsmøte")
    side.keyboard.press("Enter")
    side.wait_for_url("**q=*")
    velg = side.get_by_role("button", name="Velg Årsmøte").first
    velg.focus()
    side.keyboard.press("Enter")

    loesne = side.locator("#aktiviteter").get_by_role("button", name="Fjern fra tiltaket")
    expect(loesne).to_have_count(1)
    loesne.focus()
    side.keyboard.press("Enter")
    expect(side.locator("#aktiviteter")).to_contain_text("Ingen aktivitet i kalenderen hører til tiltaket ennå.")
    assert Tilknytning.objects.filter(tiltak=tiltak).count() == 0


def test_a_save_in_the_row_stands_at_the_top_of_what_has_happened(aapne, tiltak):
    termin = tiltak.terminer.filter(siste__year=timezone.localdate().year).last()
    side = aapne(tiltak.get_absolute_url(), som="styremedlem", mobil=True)
    linjer = side.locator("#logg > li")
    foer = linjer.count()
    side.locator(f"#termin-{termin.pk} a.rad").click()
    side.get_by_label("Pågår", exact=True).check()
    side.get_by_label("Noen ord").fill(f"Se https://example.org/{'x' * 300}")
    side.get_by_role("button", name="Lagre").click()

    expect(linjer).to_have_count(foer + 1)
    expect(linjer.first.get_by_role("link")).to_contain_text("example.org/xxxx")
    expect(side.get_by_text("Ingenting er ført ennå.")).to_be_hidden()
    assert side.evaluate("document.documentElement.scrollWidth") == 360


def test_the_public_sees_nothing_of_the_plans_work_on_the_activitys_page(aapne, holdt):
    side = aapne(holdt.get_absolute_url(), mobil=True)

    expect(side.locator("main")).not_to_contain_text("Gjennomfører")
    expect(side.get_by_role("button", name="til Gjennomført")).to_have_count(0)
