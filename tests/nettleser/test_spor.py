"""The administrator looks for what happened: on the phone, without JavaScript, and with htmx in place."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from arbeidsplan.models import Hendelse, Spor

ENDRET = "Styremedlem → Lokallagsredaktør, Styremedlem"


@pytest.mark.parametrize("js", [True, False], ids=["med-js", "uten-js"])
def test_the_administrator_finds_what_was_changed_for_somebody(aapne, js):
    side = aapne("/admin/", som="administrator", mobil=True, js=js)
    side.get_by_role("link", name="Hvem som har logget inn, endret roller og lastet ned").click()
    expect(side.get_by_role("heading", level=1)).to_have_text("Spor")

    side.get_by_label("Hva", exact=True).select_option(label="Endret roller")
    if not js:
        side.get_by_role("button", name="Vis", exact=True).click()

    linjene = side.locator(".sporliste li")
    expect(linjene).to_have_count(1)
    expect(linjene).to_contain_text("gjaldt Bahar Bekkeblom")
    expect(linjene).to_contain_text(ENDRET)
    expect(side.locator("#treff")).to_have_text("1 linje passer.")
    assert parse_qs(urlsplit(side.url).query)["hva"] == [Hendelse.ROLLER]  # the address can be shared


def test_a_wrong_day_is_said_in_place_and_goes_when_it_is_put_right(aapne):
    side = aapne("/spor/?fra=2026-03-02&til=2026-03-01", som="administrator")
    feil = side.get_by_text("Siste dag er før første dag.")
    expect(feil).to_be_visible()

    side.get_by_label("Til og med").fill("2026-03-02")

    expect(feil).to_have_count(0)
    expect(side.locator("#sporet")).to_contain_text("Ingenting passer med det du har valgt.")


def test_one_goes_back_in_time_page_by_page(aapne):
    Spor.objects.bulk_create(Spor(hendelse=Hendelse.KOPI, av_maskinen=True, hva=str(nr)) for nr in range(60))
    side = aapne("/spor/?hva=kopi", som="administrator", mobil=True)
    expect(side.locator("#treff")).to_contain_text("linjer passer")
    foerste = side.locator(".sporliste li").count()

    side.get_by_role("link", name="Eldre").click()

    expect(side.get_by_text("Side 2 av 2")).to_be_visible()
    assert foerste == 50
    expect(side.get_by_role("link", name="Nyere")).to_be_visible()
    assert parse_qs(urlsplit(side.url).query) == {"hva": ["kopi"], "side": ["2"]}
