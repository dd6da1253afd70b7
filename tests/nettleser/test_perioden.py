"""The picture of the period in a real browser: on a phone and a screen, by keyboard alone, without JavaScript."""

import pytest
from playwright.sync_api import expect

from tiltak.perioden.tegning import BRED

SIDEN = "/tiltak/perioden/"
UTENFOR = """bilde => {
  const kant = bilde.viewBox.baseVal;
  return [...bilde.querySelectorAll("text")].filter(tekst => {
    const boks = tekst.getBBox();
    return boks.x < kant.x - 1 || boks.x + boks.width > kant.x + kant.width + 1;
  }).map(tekst => tekst.textContent);
}"""
NAVN_I_NETTET = """(bilde, nettet) => [...bilde.querySelectorAll(".navnene text")].filter(tekst => {
  const boks = tekst.getBBox();
  return boks.x + boks.width > nettet;
}).map(tekst => tekst.textContent)"""
TALL_OPPI_HVERANDRE = """bilde => {
  const bokser = [...bilde.querySelectorAll(".lag text")].map(tekst => tekst.getBBox());
  return bokser.filter((a, i) => bokser.slice(i + 1).some(b =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height)).length;
}"""


@pytest.mark.parametrize(("mobil", "vist", "skjult"), [(False, ".bred", ".smal"), (True, ".smal", ".bred")])
def test_a_screen_shows_quarters_and_a_phone_years_and_neither_scrolls_sideways(aapne, mobil, vist, skjult):
    side = aapne(SIDEN, som="styremedlem", mobil=mobil, js=not mobil)

    expect(side.locator(f".periodefigur{vist} svg")).to_be_visible()
    expect(side.locator(f".periodefigur{skjult} svg")).to_be_hidden()
    bredde = side.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert bredde[0] <= bredde[1]


@pytest.mark.parametrize("mobil", [False, True])
def test_all_words_and_numbers_stand_within_the_picture_and_none_on_another(aapne, mobil):
    side = aapne(SIDEN, som="styremedlem", mobil=mobil)
    bildet = side.locator(f".periodefigur.{'smal' if mobil else 'bred'} svg").first

    assert bildet.locator("text").count() > 50
    assert bildet.evaluate(UTENFOR) == []
    assert bildet.evaluate(TALL_OPPI_HVERANDRE) == 0
    if not mobil:
        assert bildet.evaluate(NAVN_I_NETTET, BRED.navn) == []


def test_the_tables_scroll_by_keyboard_alone_and_have_names(aapne):
    side = aapne(SIDEN, som="styremedlem", mobil=True)
    tabellen = side.get_by_role("region", name="Frister etter mål og kvartal, 2025–2028")

    tabellen.focus()
    expect(tabellen).to_be_focused()
    for _ in range(5):
        side.keyboard.press("ArrowRight")

    expect(side.get_by_role("region", name="Gjennomført, av alle frister")).to_be_visible()
    expect(tabellen).not_to_have_js_property("scrollLeft", 0)


def test_the_page_is_reached_from_the_list_and_leads_back_to_a_goal(aapne):
    side = aapne("/tiltak/", som="styremedlem", js=False)

    side.get_by_role("link", name="Perioden i bilde").click()
    side.get_by_role("link", name="2.3 En aktiv organisasjon").click()

    expect(side.get_by_role("heading", name="2.3 En aktiv organisasjon")).to_be_in_viewport()


def test_with_forced_colours_the_strips_take_the_readers_own(aapne):
    side = aapne(SIDEN, som="styremedlem", forced_colors="active")

    farger = side.locator(".bred .lag").evaluate_all("lagene => lagene.map(lag => getComputedStyle(lag).stroke)")

    assert len(farger) == 5
    assert len(set(farger)) == 1
