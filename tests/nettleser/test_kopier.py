"""The buttons that copy: the frame's code, the newsletter with its links, the calendar's address."""

import re

from playwright.sync_api import expect


def test_the_code_follows_the_choice_and_is_copied(aapne):
    side = aapne("/hva-skjer/innbygging/kode/", som="sekretaer", permissions=["clipboard-read", "clipboard-write"])
    koden = side.get_by_label("Lim inn dette der kalenderen skal stå")
    side.get_by_label("Hamar SV").check()
    expect(koden).to_have_value(re.compile("lag=hamar-sv"))
    side.get_by_label("Hvor mange").fill("3")
    side.get_by_label("Hvor mange").press("Tab")
    expect(koden).to_have_value(re.compile(r"/hva-skjer/innbygging/\?lag=hamar-sv&amp;antall=3\""))

    side.get_by_role("button", name="Kopier koden").click()

    expect(side.get_by_role("button", name="Kopiert")).to_be_visible()
    assert side.evaluate("navigator.clipboard.readText()") == koden.input_value()


def test_the_newsletter_is_copied_with_its_links_and_as_words(aapne):
    side = aapne("/hva-skjer/nyhetsbrev/", som="styremedlem", permissions=["clipboard-read", "clipboard-write"])
    vist = side.locator("#brevet")

    side.get_by_role("button", name="Kopier med lenker").click()

    expect(side.get_by_role("button", name="Kopiert")).to_be_visible()
    lest = side.evaluate(
        "async () => { const [ett] = await navigator.clipboard.read();"
        "return Promise.all(['text/html', 'text/plain'].map(async (slag) => (await ett.getType(slag)).text())); }"
    )
    assert vist.locator("a").first.get_attribute("href") in lest[0]
    assert lest[1].split() == vist.inner_text().split()


def test_a_browser_that_cannot_copy_links_says_so(aapne):
    side = aapne("/hva-skjer/nyhetsbrev/", som="styremedlem", permissions=["clipboard-read", "clipboard-write"])
    side.evaluate("delete window.ClipboardItem")

    side.get_by_role("button", name="Kopier med lenker").click()

    expect(side.get_by_role("button", name="Ikke kopiert. Merk teksten, og kopier den selv.")).to_be_visible()


def test_without_javascript_no_button_promises_to_copy(aapne):
    side = aapne("/hva-skjer/abonner/?lag=hamar-sv", js=False, mobil=True)

    expect(side.get_by_label("Adressen til kalenderen")).to_be_visible()
    expect(side.get_by_role("button", name="Kopier")).to_have_count(0)
