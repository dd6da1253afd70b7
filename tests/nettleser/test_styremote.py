"""The board's meeting on the big screen: by the keyboard, by a remote control, by thumb and without JavaScript."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tiltak.models import Status, Termin

STI = "/tiltak/styremote/"


def naa(side):
    return side.locator(".punkt[aria-current=true]")


def plassen(side):
    return side.locator("[data-hvor]")


def gaa_til_en_rad(side):
    """Go with the arrows to the first point that has a row to set, and give its row."""
    side.keyboard.press("ArrowDown")
    while not naa(side).locator(".termin").count():
        side.keyboard.press("ArrowDown")
    return side.locator(f"#{naa(side).locator('.termin').first.get_attribute('id')}")


def test_arrows_and_a_remote_control_move_between_the_points(aapne):
    side = aapne(STI, som="styremedlem")
    antall = side.locator(".punkt").count()
    expect(plassen(side)).to_have_text(f"{antall} punkter")
    expect(naa(side)).to_have_count(0)

    for tast, nr in [("ArrowDown", 1), ("ArrowRight", 2), ("PageDown", 3), ("ArrowUp", 2), ("ArrowLeft", 1)]:
        side.keyboard.press(tast)
        expect(plassen(side)).to_have_text(f"{nr} av {antall}")
        expect(naa(side)).to_have_count(1)
        expect(naa(side)).to_be_focused()
        expect(naa(side)).to_be_in_viewport()
    side.keyboard.press("PageUp")  # before the first there is none
    expect(plassen(side)).to_have_text(f"1 av {antall}")


def test_nothing_is_said_to_be_set_before_anything_is(aapne):
    side = aapne(STI, som="styremedlem")

    expect(side.locator(".punkt button.velg").first).to_be_visible()
    expect(side.locator("[data-satt]")).to_have_count(0)


def test_what_is_set_from_a_phone_is_seen_on_the_big_screen_where_it_stands(aapne):
    skjermen = aapne(STI, som="styremedlem")
    rad = gaa_til_en_rad(skjermen)
    mobilen = aapne("/", som="sekretaer", mobil=True)
    mobilen.goto(f"/tiltak/termin/{rad.get_attribute('id').removeprefix('termin-')}/")
    mobilen.get_by_label("Utgår", exact=True).check()
    mobilen.get_by_label("Noen ord").fill("Vedtatt på møtet.")
    mobilen.get_by_role("button", name="Lagre").click()

    expect(rad.locator(".status").first).to_have_text("Utgår")
    expect(skjermen.locator(".punkt", has=rad).locator(".satt-naa")).to_be_visible()
    expect(naa(skjermen).locator(rad)).to_be_visible()


def test_a_status_is_set_in_place_said_and_undone(aapne):
    side = aapne(STI, som="styremedlem")
    rad = gaa_til_en_rad(side)
    sto = rad.locator(".status").first.inner_text()
    side.keyboard.press("Enter")
    skjema = side.locator("form.statusform")
    expect(skjema).to_be_visible()
    skjema.get_by_label("Utgår", exact=True).check()
    skjema.get_by_label("Noen ord").fill("Ikke aktuelt.")
    skjema.get_by_role("button", name="Lagre").click()

    expect(rad.locator(".lagret")).to_have_text("Lagret.")
    expect(rad.locator(".status").first).to_have_text("Utgår")
    punkt = side.locator(".punkt", has=rad)
    expect(punkt.locator(".satt-naa")).to_be_visible()  # and it stays where it is
    termin = Termin.objects.get(pk=rad.get_attribute("id").removeprefix("termin-"))
    assert (termin.status, termin.merknad) == (Status.UTGAAR, "Ikke aktuelt.")

    rad.get_by_role("button", name="Angre").click()
    expect(rad.locator(".status").first).to_have_text(sto)
    expect(punkt.locator(".satt-naa")).to_be_hidden()
    expect(rad.locator("a.rad")).to_be_focused()
    side.keyboard.press("ArrowDown")  # the keyboard is still there, and goes on
    expect(plassen(side)).to_have_text(re.compile(r"^[23456789] av "))


def test_esc_closes_and_does_not_lose_what_was_written(aapne):
    side = aapne(STI, som="styremedlem")
    rad = gaa_til_en_rad(side)
    side.keyboard.press("Enter")
    skjema = side.locator("form.statusform")
    expect(skjema).to_be_visible()
    side.keyboard.press("Escape")
    expect(skjema).to_have_count(0)
    expect(rad.locator("a.rad")).to_be_focused()

    side.keyboard.press("Enter")
    skjema.get_by_label("Noen ord").fill("Halvveis skrevet")
    side.keyboard.press("Escape")
    expect(side.locator("[data-si-her]")).to_contain_text("er ikke lagret")
    expect(skjema.get_by_label("Noen ord")).to_have_value("Halvveis skrevet")
    side.keyboard.press("Escape")
    expect(skjema).to_have_count(0)


def test_the_keys_of_a_field_belong_to_it(aapne):
    side = aapne(STI, som="styremedlem")
    gaa_til_en_rad(side)
    her = plassen(side).inner_text()
    side.keyboard.press("Enter")
    skjema = side.locator("form.statusform")
    expect(skjema.locator("input[type=radio]:checked")).to_be_focused()  # the form has taken the keyboard
    skjema.get_by_label("Ikke startet", exact=True).focus()
    side.keyboard.press("ArrowDown")
    expect(skjema.get_by_label("Pågår", exact=True)).to_be_checked()
    skjema.get_by_label("Noen ord").focus()
    for tast in ("ArrowUp", "ArrowLeft", "PageDown", "PageUp"):
        side.keyboard.press(tast)

    expect(skjema.get_by_label("Noen ord")).to_be_focused()
    expect(plassen(side)).to_have_text(her)


def test_what_changed_and_still_waits_leads_to_where_it_is_set(aapne, demo):
    kan_forfalle = Termin.objects.i_figurene().filter(kan_forfalle=True, siste__lt=timezone.localdate())
    termin = kan_forfalle.first()
    termin.sett_status(Status.PAAGAAR, av=None, versjon=termin.versjon, merknad="Snart.")
    side = aapne(STI, som="styremedlem")
    punkt = side.locator(".punkt", has=side.locator(f"a.videre[href='#termin-{termin.pk}']"))
    punkt.focus()
    side.keyboard.press("Enter")

    expect(naa(side).locator(f"#termin-{termin.pk}")).to_be_in_viewport()


def test_the_page_comes_back_to_where_it_was(aapne):
    side = aapne(STI, som="styremedlem")
    for _ in range(3):
        side.keyboard.press("ArrowDown")
    side.reload()

    expect(plassen(side)).to_have_text(re.compile("^3 av "))
    expect(naa(side)).to_be_focused()


@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_without_javascript_it_is_a_page_with_links_that_lead_back(aapne, mobil):
    side = aapne(STI, som="styremedlem", js=False, mobil=mobil)
    expect(side.locator(".blabar")).to_be_hidden()
    expect(side.get_by_role("button", name="Kopier teksten")).to_be_hidden()
    rad = side.locator(".punkt .termin").first
    stedet = rad.get_attribute("id")
    rad.locator("a.rad").click()
    side.get_by_label("Utgår", exact=True).check()
    side.get_by_label("Noen ord").fill("Ikke aktuelt.")
    side.get_by_role("button", name="Lagre").click()

    assert side.url.endswith(f"{STI}#{stedet}")
    expect(side.locator(".meldinger")).to_contain_text("Lagret")
    expect(side.locator(f"#{stedet} .status").first).to_have_text("Utgår")
    side.locator(f"#{stedet}").get_by_role("button", name="Angre").click()
    expect(side.locator(".meldinger")).to_contain_text("Angret")
    assert side.url.split("#")[0].endswith(STI)


def test_on_a_phone_it_is_gone_through_by_thumb(aapne):
    side = aapne(STI, som="styremedlem", mobil=True)
    side.get_by_role("button", name="Neste").click()
    side.get_by_role("button", name="Neste").click()

    expect(plassen(side)).to_have_text(re.compile("^2 av "))
    expect(naa(side)).to_be_in_viewport()
    side.get_by_role("button", name="Forrige").click()
    expect(plassen(side)).to_have_text(re.compile("^1 av "))
    for knapp in side.locator(".blabar button").all():
        boks = knapp.bounding_box()
        assert min(boks["width"], boks["height"]) >= 44
    assert side.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("vindu", [(1280, 720), (1920, 1080)], ids=["1280", "1920"])
def test_on_a_projector_the_type_is_large_and_a_whole_form_is_in_view(aapne, vindu):
    side = aapne(STI, som="styremedlem")
    side.set_viewport_size(dict(zip(("width", "height"), vindu, strict=True)))
    gaa_til_en_rad(side)
    storrelse = naa(side).locator(".ordlyd").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    side.keyboard.press("Enter")
    skjema = side.locator("form.statusform")

    expect(skjema.locator("legend").first).to_be_in_viewport(ratio=1)
    expect(skjema.get_by_role("button", name="Lagre")).to_be_in_viewport(ratio=1)
    assert storrelse >= 24


def test_the_text_is_copied_to_the_minutes(aapne):
    side = aapne(STI, som="styremedlem", permissions=["clipboard-read", "clipboard-write"])
    side.get_by_role("button", name="Kopier teksten").click()

    expect(side.locator("[data-si-her]")).to_have_text("Teksten er kopiert.")
    assert side.evaluate("navigator.clipboard.readText()") == side.locator("#referatet").input_value()
    assert side.locator("#referatet").input_value().startswith("Arbeidsplanen")
