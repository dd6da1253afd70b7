"""A delegate's job: read the report on a phone before the meeting, without logging in."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.nettleser.axe_paa_siden import SMAL
from tiltak.models import Rapport

pytestmark = pytest.mark.usefixtures("tomme_pdfer")


@pytest.fixture
def rapport(demo):
    """The report that is published in the demo."""
    return Rapport.objects.publiserte().first()


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
def test_a_delegate_finds_the_report_and_reads_about_a_goal(aapne, rapport, js):
    side = aapne("/", mobil=True, js=js)
    side.get_by_role("region", name="Siste beretning").get_by_role("link", name=str(rapport)).click()

    hoved = side.get_by_role("main")
    expect(hoved.get_by_role("heading", level=1)).to_have_text(f"Beretning {rapport.aar}")
    expect(hoved).to_contain_text(re.compile(r"(Lagt fram av fylkesstyret|Godkjent av årsmøtet) \d+\. "))
    expect(hoved).to_contain_text(re.compile(r"\d+ av \d+ frister er gjennomført"))
    hoved.get_by_text("Innhold", exact=True).first.click()
    hoved.get_by_role("navigation", name="Innhold").get_by_role("link", name="1.1 Tydelig politisk stemme").click()
    expect(hoved.get_by_role("heading", name="1.1 Tydelig politisk stemme")).to_be_in_viewport()
    # From anywhere in it there is a way back to the contents.
    hoved.get_by_role("link", name="Innhold", exact=True).click()
    expect(hoved.get_by_role("navigation", name="Innhold")).to_be_in_viewport()
    assert side.context.cookies() == []


def test_it_is_never_wider_than_the_phone(aapne, rapport):
    side = aapne(rapport.get_absolute_url(), mobil=True)

    for bredde in (SMAL, 360, 412):
        side.set_viewport_size({"width": bredde, "height": 740})
        assert side.evaluate("document.documentElement.scrollWidth") == bredde


def test_what_is_wider_than_the_phone_scrolls_by_itself_and_has_a_name(aapne, rapport):
    side = aapne(rapport.get_absolute_url(), mobil=True)

    tabellen = side.get_by_role("region", name="De samme tallene for hvert mål")
    tabellen.focus()
    side.keyboard.press("ArrowRight")
    expect(tabellen).to_be_focused()
    assert tabellen.evaluate("e => e.scrollWidth > e.clientWidth")


def test_the_wheel_of_the_year_has_a_table_that_says_the_same(aapne, rapport):
    side = aapne(rapport.get_absolute_url(), mobil=True)

    aktiviteter = side.locator("section:has(> #aktiviteter)")
    hjulet = aktiviteter.get_by_role("img").and_(side.locator(".hjul:visible"))
    expect(hjulet).to_have_count(1)
    antall = int(aktiviteter.locator("p").first.inner_text().split()[0])
    expect(aktiviteter.locator(".hjultabell th[scope=row]")).to_have_count(antall)


def test_the_files_are_there_to_take_along(aapne, rapport, demo):
    side = aapne(rapport.get_absolute_url(), mobil=True)

    boksen = side.get_by_role("region", name="Ta den med")
    for brettet in boksen.locator("summary").all():
        brettet.click()
    filene = boksen.get_by_role("link")
    adresser = [lenke.get_attribute("href") for lenke in filene.all()]
    assert len(adresser) == len(set(adresser)) > 0
    for lenke in filene.all():
        assert lenke.bounding_box()["height"] >= 24
    assert {side.request.head(f"{demo}{adresse}").ok for adresse in adresser} == {True}


def test_beside_the_text_the_contents_stay_in_sight(aapne, rapport):
    side = aapne(rapport.get_absolute_url())
    innhold = side.get_by_role("navigation", name="Innhold")

    innhold.get_by_role("link", name="2.3 En aktiv organisasjon").click()

    expect(side.get_by_role("heading", name="2.3 En aktiv organisasjon")).to_be_in_viewport()
    expect(innhold.get_by_role("link", name="1.1 Tydelig politisk stemme")).to_be_in_viewport()


def test_a_draft_says_so_to_the_board_and_leads_to_what_is_missing(aapne, demo):
    i_aar = timezone.localdate().year
    if not Rapport.objects.filter(aar=i_aar).exists():  # in the demo it is begun late in the year
        Rapport.for_aaret(i_aar).lagre(0)
    side = aapne(f"/rapport/{i_aar}/les/", som="styremedlem", mobil=True)

    expect(side.get_by_role("main")).to_contain_text("Utkast. Den er ikke lagt fram")
    side.get_by_role("link", name=f"Gå til tiltakene i {i_aar}").click()
    expect(side).to_have_url(re.compile(rf"/tiltak/\?aar={i_aar}$"))
