"""The secretary moves the annual meeting: sees what moves along, says yes, and the board finds the new dates."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet, Aktivitetstype
from aktivitet.tid import dag_i_ord
from tiltak.models import Termin

from .axe_paa_siden import SMAL, brudd


@pytest.fixture
def aarsmoete(demo):
    """Next year's, or this year's where the demo's plan ends with it."""
    moeter = Aktivitet.objects.moeter_som_teller().filter(type=Aktivitetstype.AARSMOETE)
    return moeter.filter(foerste_dag__year__lte=timezone.localdate().year + 1).latest("foerste_dag")


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_the_secretary_sees_what_moves_and_the_board_finds_it(aapne, aarsmoete, js, mobil):
    bundet = Termin.objects.filter(noekkel=f"aarsmoete-{aarsmoete.siste_dag.year}").first()
    ny_dag = aarsmoete.foerste_dag + timedelta(days=7)
    side = aapne(f"{aarsmoete.get_absolute_url()}rediger/", som="sekretaer", js=js, mobil=mobil)
    side.get_by_label("Første dag").fill(ny_dag.isoformat())
    side.get_by_label("Siste dag").fill((ny_dag + timedelta(days=1)).isoformat())
    side.get_by_label("Sted", exact=True).fill("Folkets <Hus> & hage")
    side.get_by_role("button", name="Lagre", exact=True).click()

    expect(side.get_by_role("heading", level=1)).to_contain_text("Dette flytter")
    expect(side.locator("main")).to_contain_text("Ingenting er lagret ennå.")
    expect(side.locator(".flyttegruppe").first).to_contain_text(str(ny_dag.year))
    aarsmoete.refresh_from_db()
    assert aarsmoete.foerste_dag == ny_dag - timedelta(days=7)

    side.get_by_role("button", name="Avbryt").click()
    expect(side.get_by_label("Sted", exact=True)).to_have_value("Folkets <Hus> & hage")
    expect(side.get_by_label("Første dag")).to_have_value(ny_dag.isoformat())

    side.get_by_role("button", name="Lagre", exact=True).click()
    side.get_by_role("button", name="Flytt møtet og").click()
    expect(side.locator(".meldinger")).to_contain_text("i planen er flyttet")
    expect(side.locator("main")).to_contain_text("Folkets <Hus> & hage")

    frist = bundet.siste + timedelta(days=7)
    bundet.refresh_from_db()
    assert abs(bundet.siste - frist) <= timedelta(days=1)  # months are not all as long
    styret = aapne(f"/tiltak/?aar={bundet.siste.year}", som="styremedlem", js=js, mobil=mobil)
    expect(styret.locator(f"#termin-{bundet.pk}")).to_contain_text(dag_i_ord(bundet.siste))


@pytest.mark.parametrize(("mobil", "farger"), [(True, "light"), (False, "dark")], ids=["telefon lys", "skjerm mørk"])
def test_the_page_that_asks_breaks_no_rule_that_axe_knows_and_fits_a_narrow_window(aapne, aarsmoete, mobil, farger):
    adresse = f"{aarsmoete.get_absolute_url()}rediger/"
    side = aapne(adresse, som="sekretaer", mobil=mobil, bypass_csp=True, color_scheme=farger)
    side.get_by_role("button", name="Avlys").click()
    expect(side.get_by_role("button", name="Avlys møtet og flytt")).to_be_visible()

    funnet = brudd(side)
    side.set_viewport_size({"width": SMAL, "height": 740})

    assert funnet == []
    assert side.evaluate("document.documentElement.scrollWidth") <= SMAL
