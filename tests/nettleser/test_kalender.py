"""The calendar's pages as they look and weigh: the month beside the list, the year, and the first visit."""

import gzip
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet

HOEYST_BYTE = 40_000
BREDDER = [(1280, True), (1024, True), (1023, False), (360, False)]  # and whether the month stands beside the list


@pytest.fixture
def nettet():
    """Give a function that notes what a page fetches from the net: the addresses, each with its bytes, headers too."""

    def lytt(side):
        adresser, hentet, fra_lager = {}, {}, set()
        kanal = side.context.new_cdp_session(side)
        kanal.on("Network.requestWillBeSent", lambda h: adresser.update({h["requestId"]: h["request"]["url"]}))
        kanal.on("Network.requestServedFromCache", lambda h: fra_lager.add(h["requestId"]))
        kanal.on("Network.loadingFinished", lambda h: hentet.update({h["requestId"]: h["encodedDataLength"]}))
        kanal.send("Network.enable")

        def siden_sist():
            fra_nettet = {adresser[nr]: byte for nr, byte in hentet.items() if nr in adresser and nr not in fra_lager}
            hentet.clear()
            return {adresse: byte for adresse, byte in fra_nettet.items() if "favicon" not in adresse}

        return siden_sist

    return lytt


def test_the_first_visit_is_light_and_the_next_asks_for_the_page_alone(aapne, demo, nettet):
    i_dag = timezone.localdate()
    maaneden = f"/hva-skjer/{i_dag.year}/{i_dag.month}/"
    Client().get(maaneden)  # what the program reads when it starts is no part of a visit
    side = aapne("about:blank", mobil=True)
    hentet_av = nettet(side)
    side.goto(maaneden, wait_until="networkidle")
    foerste = hentet_av()
    siden, *filer = sorted(foerste, key=lambda adresse: "/static/" in adresse)
    side.locator("[rel=next]").click()
    side.wait_for_url(lambda adresse: adresse != siden, wait_until="networkidle")
    neste = hentet_av()

    assert sorted(fil.rsplit("/", 1)[1] for fil in filer) == ["app.css", "app.js", "htmx-2.min.js", "tokens.css"]
    assert sum([foerste[siden], *(_pakket(fil, foerste[fil]) for fil in filer)]) <= HOEYST_BYTE
    assert list(neste) == [side.url]


def _pakket(adresse, byte):
    """What a file that came in so many bytes weighs as the app's own server sends it: compressed ahead of time. The
    server that the tests run sends it as it is."""
    innhold = Path(finders.find(adresse.split("/static/")[1])).read_bytes()
    return byte - len(innhold) + len(gzip.compress(innhold))


def test_the_month_stands_beside_the_list_where_there_is_room_and_is_not_in_the_way_elsewhere(aapne, demo):
    i_morgen = timezone.localdate() + timedelta(days=1)
    flyttes = Aktivitet.objects.offentlige().begynner_etter(i_morgen).first()
    Aktivitet.objects.filter(pk=flyttes.pk).update(flyttet_fra=i_morgen)
    side = aapne("/hva-skjer/", js=False)

    for bredde, ved_siden in BREDDER:
        side.set_viewport_size({"width": bredde, "height": 800})
        liste, maaned = side.locator(".fra-i-dag"), side.get_by_role("table")
        assert side.evaluate("document.documentElement.scrollWidth") <= bredde
        expect(liste.get_by_role("link", name=re.compile("^Flyttet til"))).to_be_visible()
        expect(maaned).to_be_visible() if ved_siden else expect(maaned).to_be_hidden()
        if ved_siden:
            til_venstre, til_hoeyre = liste.bounding_box(), side.locator(".ved-siden").bounding_box()
            assert til_venstre["x"] + til_venstre["width"] < til_hoeyre["x"]
            assert til_venstre["y"] == til_hoeyre["y"]


@pytest.mark.parametrize(("mobil", "js"), [(True, True), (False, False)], ids=["telefon", "skjerm uten JavaScript"])
def test_a_choice_goes_along_from_the_list_to_the_year_and_its_months(aapne, demo, mobil, js):
    side = aapne("/hva-skjer/", mobil=mobil, js=js)
    side.get_by_label("Søk", exact=True).fill("møte")
    side.get_by_text("Flere valg").click()
    side.get_by_label("Type", exact=True).select_option("Møte")
    if not js:
        side.get_by_role("button", name="Vis").click()
    expect(side).to_have_url(re.compile(r"q=m%C3%B8te&kommune=&type=mote"))

    side.get_by_role("link", name="År", exact=True).click()
    expect(side.get_by_role("heading", level=1)).to_have_text(f"Hva skjer i {timezone.localdate().year}")
    expect(side.locator(".aaret section")).to_have_count(12)
    side.locator(".aaret").get_by_role("link", name="februar").click()

    expect(side).to_have_url(re.compile(r"/2/\?type=mote&q=m%C3%B8te"))
    assert side.context.cookies() == []


def test_a_phone_shows_what_happens_near_one_and_leads_to_ones_own_calendar_without_a_long_way(aapne, demo):
    side = aapne("/hva-skjer/", mobil=True)
    side.get_by_label("Kommune").select_option("Hamar")

    expect(side.get_by_role("link", name="Til din kalender")).to_have_attribute(
        "href", "/hva-skjer/abonner/?kommune=Hamar"
    )
    side.reload()  # the address alone, as it is sent to another member
    expect(side.locator("#treff")).to_contain_text("for Hamar.")
    assert side.locator(".aktiviteter li").first.bounding_box()["y"] < side.viewport_size["height"] / 2 + 120
    blar, vis_som = (side.get_by_role("navigation", name=navn).bounding_box() for navn in ("Bla i måneder", "Vis som"))
    assert blar["y"] == vis_som["y"]
    assert side.context.cookies() == []
