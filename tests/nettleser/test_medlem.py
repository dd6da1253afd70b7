"""A member's job: look up what happens, without logging in, and take it into their own calendar."""

import re
import urllib.request

import icalendar
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet, Lag


@pytest.fixture
def kommende(demo):
    """The next public activity with a clock time."""
    alle = Aktivitet.objects.offentlige().fra_og_med(timezone.localdate()).filter(avlyst=False)
    return alle.filter(presisjon="klokkeslett").select_related("lag").i_rekkefoelge().first()


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_a_member_finds_what_happens_and_takes_it_along(aapne, kommende, js, mobil, demo):
    side = aapne("/", js=js, mobil=mobil)
    side.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Hva skjer").click()
    side.locator("main").get_by_role("link", name=kommende.tittel).first.click()

    expect(side.get_by_role("heading", level=1)).to_contain_text(kommende.tittel)
    expect(side.locator("main")).to_contain_text(str(kommende.lag))
    adresse = side.locator("main a[href$='.ics']").first.get_attribute("href")
    with urllib.request.urlopen(f"{demo}{adresse}") as svar:
        [hendelse] = icalendar.Calendar.from_ical(svar.read()).walk("VEVENT")
    assert str(hendelse["SUMMARY"]) == kommende.tittel
    assert side.context.cookies() == []


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
def test_the_calendar_is_narrowed_to_one_branch(aapne, demo, js):
    lag = Lag.objects.filter(type=Lag.Type.LOKALLAG, aktiviteter__in=Aktivitet.objects.offentlige()).first()
    andre = Aktivitet.objects.offentlige().fra_og_med(timezone.localdate()).exclude(lag=lag).i_rekkefoelge().first()
    side = aapne(f"/hva-skjer/?lag={lag.slug}", js=js)

    expect(side.locator("main")).not_to_contain_text(andre.tittel)
    assert side.context.cookies() == []


def test_months_are_browsed_back_and_forth(aapne, demo):
    side = aapne("/hva-skjer/2026/12/")
    expect(side.get_by_role("heading", level=1)).to_have_text(re.compile("desember 2026", re.I))
    side.get_by_role("link", name=re.compile("januar", re.I)).first.click()
    expect(side).to_have_url(re.compile(r"/hva-skjer/2027/1/"))
    side.go_back()
    expect(side).to_have_url(re.compile(r"/hva-skjer/2026/12/"))
