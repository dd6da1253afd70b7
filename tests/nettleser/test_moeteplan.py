"""The secretary makes the year's meeting plan: pastes the days, chooses, makes drafts, and the board adopts it."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet

from .axe_paa_siden import SMAL, brudd


@pytest.mark.parametrize(("mobil", "js"), [(True, True), (False, False)], ids=["telefon", "skjerm uten JavaScript"])
def test_from_pasted_days_to_an_adopted_plan(aapne, mobil, js):
    aar = timezone.localdate().year + 1
    side = aapne(f"/hva-skjer/moteplan/{aar}/", som="sekretaer", mobil=mobil, js=js, bypass_csp=js)
    side.get_by_label("Fylkestingets møter").fill("12.–14. oktober, Hamar\n7. desember\nen gang til våren")
    side.get_by_label("Landsstyrets møter").fill("16. oktober")
    side.get_by_role("button", name="Legg inn dagene").click()
    expect(side.locator("main")).to_contain_text("Linje 3: «en gang til våren» er ikke til å forstå.")

    side.get_by_label("Fylkestingets møter").fill("12.–14. oktober, Hamar\n7. desember")
    side.get_by_role("button", name="Legg inn dagene").click()
    expect(side.locator(".meldinger")).to_contain_text("3 møter er lagt inn i kalenderen.")

    oktober = side.get_by_role("group", name="Før fylkestinget 12.–14. oktober")
    oktober.locator("summary").click()
    oktober.get_by_label("Sted").fill("Folkets hus")
    side.get_by_role("group").filter(has_text="7. desember").get_by_label("Fylkesstyremøte").uncheck()
    side.get_by_role("button", name="Lag utkast av de valgte").click()
    expect(side.locator(".meldinger")).to_contain_text("Laget 2 utkast.")
    expect(side.get_by_role("heading", level=1)).to_have_text(f"Forslag til møteplan {aar}")
    expect(side.locator("#planen")).to_contain_text("Folkets hus")

    if js:
        side.reload()  # what was said has been read
        assert brudd(side) == []
        side.set_viewport_size({"width": SMAL, "height": 740})
        assert side.evaluate("document.documentElement.scrollWidth") <= SMAL

    side.get_by_role("button", name="Vedta møteplanen").click()
    bekreft = side.get_by_role("button", name="Vedta møteplanen og flytt")
    if bekreft.is_visible():
        bekreft.click()
    expect(side.locator(".meldinger")).to_contain_text("Møteplanen er vedtatt. 2 møter er publisert.")
    expect(side.get_by_role("heading", level=1)).to_have_text(f"Møteplan {aar}")
    planen = Aktivitet.objects.publiserte().filter(moeteplan_aar=aar)
    assert [(en.type, en.sted) for en in planen] == [("fylkesstyremote", "Folkets hus"), ("formote", "")]
