"""The year's wheel in a real browser: on a phone and a screen, by keyboard alone, without JavaScript."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

SMALT, BREDT = ".hjulfigur.smal svg", ".hjulfigur.bred svg"
UTENFOR = """bilde => {
  const kant = bilde.viewBox.baseVal;
  return [...bilde.querySelectorAll("text")].map(tekst => [tekst, tekst.getBBox(), tekst.getCTM()]).filter(
    ([tekst, boks]) => !tekst.getAttribute("transform") && (boks.x < kant.x - 1 || boks.y < kant.y - 1
      || boks.x + boks.width > kant.x + kant.width + 1 || boks.y + boks.height > kant.y + kant.height + 1)
  ).map(([tekst]) => tekst.textContent);
}"""
OPPI_HVERANDRE = """bilde => {
  const rette = [...bilde.querySelectorAll("text:not(.nr, [transform])")];
  const ordene = rette.map(tekst => [tekst.textContent, tekst.getBBox()]);
  return ordene.flatMap(([navn, a], i) => ordene.slice(i + 1).filter(([, b]) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height
  ).map(([andre]) => [navn, andre]));
}"""
MIDTER = """alle => alle.map(ett => ett.querySelector(".nr").getBoundingClientRect())
  .map(boks => [boks.x + boks.width / 2, boks.y + boks.height / 2])"""
FOR_STORE_TALL = """bilde => [...bilde.querySelectorAll(".nr:not([transform])")].filter(
  tall => tall.getBBox().width > 20).map(tall => tall.textContent)"""


@pytest.fixture
def aaret():
    return f"/hva-skjer/arshjul/{timezone.localdate().year}/"


@pytest.mark.parametrize(("mobil", "vist", "skjult"), [(False, BREDT, SMALT), (True, SMALT, BREDT)])
def test_a_screen_shows_words_beside_the_wheel_and_a_phone_the_table_first(aapne, aaret, mobil, vist, skjult):
    side = aapne(aaret, mobil=mobil, js=not mobil)

    expect(side.locator(vist)).to_be_visible()
    expect(side.locator(skjult)).to_be_hidden()
    over, tabell = side.locator(vist).bounding_box()["y"], side.locator(".hjultabell").bounding_box()["y"]
    assert (over > tabell) == mobil
    bredde = side.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert bredde[0] <= bredde[1]
    assert side.context.cookies() == []


@pytest.mark.parametrize("mobil", [False, True])
def test_all_words_stand_within_the_picture_none_on_another_and_numbers_in_their_marks(aapne, aaret, mobil):
    bildet = aapne(aaret, mobil=mobil).locator(SMALT if mobil else BREDT)

    assert bildet.locator("text").count() > 20
    assert bildet.evaluate(UTENFOR) == []
    assert bildet.evaluate(OPPI_HVERANDRE) == []
    assert bildet.evaluate(FOR_STORE_TALL) == []


def test_on_a_phone_a_mark_is_large_enough_for_a_thumb(aapne, aaret):
    merkene = aapne(aaret, mobil=True).locator(f"{SMALT} a")

    midter = merkene.evaluate_all(MIDTER)

    for nr, (x, y) in enumerate(midter):
        for a, b in midter[nr + 1 :]:
            assert (x - a) ** 2 + (y - b) ** 2 >= 23.5**2  # WCAG 2.5.8: circles of 24 px around each do not meet


def test_the_keyboard_walks_the_marks_in_the_order_of_time_and_shows_where_it_is(aapne, aaret):
    side = aapne(aaret, js=False)
    lenkene = side.locator(f"{BREDT} a")
    side.get_by_role("link", name="Hva skjer framover").focus()

    navn = []
    for nr in range(4):
        side.keyboard.press("Tab")
        expect(lenkene.nth(nr)).to_be_focused()
        navn.append(lenkene.nth(nr).locator("title").text_content().split()[0])
        merket = lenkene.nth(nr).locator(".merket")
        assert merket.evaluate("merket => getComputedStyle(merket).strokeWidth") == "4px"
    assert navn == ["1", "2", "3", "4"]

    expect(side.get_by_role("link", name=lenkene.nth(3).locator("title").text_content(), exact=True)).to_be_focused()
    side.keyboard.press("Enter")
    expect(side.locator(".en-aktivitet h1")).to_be_visible()


def test_on_a_phone_one_tap_leads_past_the_table_to_the_wheel(aapne, aaret):
    side = aapne(aaret, mobil=True, js=False)

    side.get_by_role("link", name="Hopp til hjulet").click()

    expect(side.locator(SMALT)).to_be_in_viewport()


def test_a_choice_changes_the_wheel_and_the_table_in_place(aapne, aaret):
    side = aapne(aaret)
    alle = side.locator(".hjultabell th[scope=row]").count()

    side.get_by_role("searchbox", name="Søk").fill("årsmøte")

    expect(side.locator("#treff")).to_contain_text("«årsmøte»")
    antall = side.locator(".hjultabell th[scope=row]").count()
    assert 0 < antall < alle
    expect(side.locator(f"{BREDT} a")).to_have_count(antall)


def test_with_forced_colours_the_marks_take_the_readers_own(aapne, aaret):
    side = aapne(aaret, forced_colors="active")

    farger = side.locator(f"{BREDT} a .merket").evaluate_all("alle => alle.map(ett => getComputedStyle(ett).stroke)")

    assert len(set(farger)) == 1
