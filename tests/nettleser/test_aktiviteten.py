"""One activity in a browser: its papers written on a phone, mended where they were wrong, and followed by a member."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
def test_papers_are_unfolded_written_mended_and_there_for_everyone(aapne, js):
    sekretaer = aapne("/hva-skjer/arsmote/", som="sekretaer", mobil=True, js=js)
    siden = sekretaer.url
    sekretaer.get_by_role("link", name="Rediger", exact=True).last.click()
    papirer = sekretaer.get_by_label("Papirer")
    expect(papirer).to_be_visible()  # something stands there already
    expect(sekretaer.get_by_label("Lenke til møtet på nett")).to_be_hidden()

    papirer.fill("Innkalling www.example.org/innkalling\nVedtekter")
    sekretaer.get_by_role("button", name="Lagre", exact=True).click()
    expect(sekretaer.get_by_text("Linje 2 mangler adresse.")).to_be_visible()
    expect(papirer).to_have_value("Innkalling www.example.org/innkalling\nVedtekter")
    papirer.fill("Innkalling www.example.org/innkalling\nVedtekter example.org/vedtekter")
    sekretaer.get_by_text("Møte på nett").click()
    sekretaer.get_by_label("Lenke til møtet på nett").fill("moete.example.org/arsmote")
    sekretaer.get_by_role("button", name="Lagre", exact=True).click()

    expect(sekretaer.get_by_text("Endringene er lagret.")).to_be_visible()
    expect(sekretaer.get_by_role("link", name="Bli med på nett")).to_be_visible()
    medlem = aapne(siden, mobil=True, js=js)
    lenke = medlem.get_by_role("link", name="Vedtekter")
    expect(lenke).to_have_attribute("href", "https://example.org/vedtekter")
    expect(medlem.locator("main")).to_contain_text("Lenken vises når du er logget inn")
    for hvor, begynner in (
        ("Google Kalender", "https://calendar.google.com/"),
        ("Outlook", "https://outlook.live.com/"),
    ):
        assert medlem.get_by_role("link", name=hvor).get_attribute("href").startswith(begynner)
    assert medlem.context.cookies() == []
