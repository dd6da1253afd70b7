"""The report's life in the browser: from an empty draft to a page that anyone reads, and round once more."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.tid import dag_i_ord
from tests.nettleser.axe_paa_siden import SMAL, brudd
from tiltak.models import Rapport, Rapporttekst, Termin

pytestmark = pytest.mark.usefixtures("tomme_pdfer")


@pytest.fixture
def i_aar(demo):
    """A year that nobody has begun on a report of, with much to tell of."""
    aar = timezone.localdate().year
    Rapporttekst.objects.filter(rapport__aar=aar).delete()
    Rapport.objects.filter(aar=aar).delete()
    return aar


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_from_an_empty_draft_to_public_and_round_once_more(aapne, i_aar, mobil, js):
    i_dag = dag_i_ord(timezone.localdate())
    side = aapne(f"/rapport/{i_aar}/saksgang/", som="sekretaer", mobil=mobil, js=js)
    steg, hovedsak = side.locator("[aria-current=step]"), side.locator("main")
    expect(steg).to_contain_text("Utkast")
    expect(hovedsak).to_contain_text("Dette mangler ennå. Du kan legge den fram likevel.")

    side.get_by_label("Dagen fylkesstyret vedtok den").fill(f"{i_aar + 1}-01-01")
    side.get_by_role("button", name="Legg fram for årsmøtet").click()
    expect(hovedsak).to_contain_text("Dagen har ikke vært ennå.")
    side.get_by_label("Dagen fylkesstyret vedtok den").fill(timezone.localdate().isoformat())
    side.get_by_role("button", name="Legg fram for årsmøtet").click()
    expect(steg).to_contain_text(f"Lagt fram av fylkesstyret {i_dag}")
    expect(hovedsak).to_contain_text("Ingenting er endret siden utgave 1.")

    medlem = aapne("/rapport/", mobil=mobil, js=js)
    expect(medlem.locator("main")).not_to_contain_text(f"Beretning {i_aar}")
    side.get_by_role("button", name="Publiser for alle").click()
    expect(hovedsak).to_contain_text("Nå kan alle lese den.")
    medlem.goto("/rapport/")
    medlem.get_by_role("link", name=f"Beretning {i_aar}", exact=True).click()
    expect(medlem.get_by_role("heading", level=1)).to_contain_text(f"Beretning {i_aar}")
    assert medlem.context.cookies() == []

    side.get_by_label("Godkjent").check()
    side.get_by_label("Årsmøtets dag").fill(timezone.localdate().isoformat())
    side.get_by_role("button", name="Før årsmøtets vedtak").click()
    expect(steg).to_contain_text(f"Godkjent av årsmøtet {i_dag}")
    medlem.goto(f"/rapport/{i_aar}/utgave/2/")
    expect(medlem.locator("main")).to_contain_text(f"Utgave 2: Godkjent av årsmøtet {i_dag}.")

    side.get_by_role("button", name="Åpne igjen").click()
    expect(hovedsak).to_contain_text("Skriv hvorfor beretningen åpnes igjen.")
    side.get_by_label("Hvorfor?").fill("Tallet for møter var feil")
    side.get_by_role("button", name="Åpne igjen").click()
    expect(steg).to_contain_text("Utkast")
    _meld_noe(i_aar)
    medlem.reload()
    expect(medlem.locator("main")).to_contain_text(f"Utgave 2: Godkjent av årsmøtet {i_dag}.")
    expect(medlem.locator("main")).not_to_contain_text("Meldt etterpå")
    assert medlem.context.cookies() == []

    side.reload()
    side.get_by_role("link", name="Se hva").click()
    expect(hovedsak).to_contain_text("Én ting er endret fra utgave 2")
    expect(hovedsak).to_contain_text("Meldt etterpå")
    side.get_by_role("link", name="Saksgangen til").click()
    side.get_by_role("button", name="Legg fram for årsmøtet").click()
    expect(side.locator(".utgaver")).to_contain_text("Tallet for møter var feil")
    expect(side.locator(".utgaver h3")).to_have_text(["Utgave 3", "Utgave 2", "Utgave 1"])
    medlem.goto(f"/rapport/{i_aar}/")
    expect(medlem.locator("main")).to_contain_text("Meldt etterpå")


@pytest.mark.parametrize("fargevalg", ["light", "dark"])
def test_the_pages_can_be_used_by_all_and_on_a_narrow_screen(aapne, i_aar, fargevalg):
    side = aapne(f"/rapport/{i_aar}/saksgang/", som="sekretaer", bypass_csp=True, color_scheme=fargevalg)
    side.get_by_role("button", name="Legg fram for årsmøtet").click()
    side.get_by_label("Hvorfor?").fill("En feil")
    with side.expect_navigation():
        side.get_by_role("button", name="Åpne igjen").click()
    _meld_noe(i_aar)
    side.set_viewport_size({"width": SMAL, "height": 640})

    for sti in ("saksgang/", "endret/", "utgave/1/", ""):
        side.goto(f"/rapport/{i_aar}/{sti}")
        for detalj in side.locator("main details > summary").all():
            detalj.click()
        assert brudd(side) == [], sti
        assert side.evaluate("document.documentElement.scrollWidth") <= SMAL, sti


def test_the_checksum_is_copied_whole(aapne, i_aar):
    side = aapne(f"/rapport/{i_aar}/saksgang/", som="sekretaer", permissions=["clipboard-read", "clipboard-write"])
    side.get_by_role("button", name="Legg fram for årsmøtet").click()

    side.locator(".sjekksum summary").click()
    side.get_by_role("button", name="Kopier sjekksummen").click()
    expect(side.get_by_role("button", name="Kopiert")).to_be_visible()

    assert side.evaluate("navigator.clipboard.readText()") == Rapport.objects.get(aar=i_aar).siste_utgave().sjekksum


def _meld_noe(aar):
    """Somebody on the board reports on what was due that year."""
    termin = Termin.objects.filter(utenfor=False, siste__year=aar).order_by("pk").first()
    termin.sett_status("ikke_gjennomfoert", av=None, versjon=termin.versjon, merknad="Meldt etterpå")
