"""Reading the plan: a link to any number, a search, a booklet from the browser's own print."""

import re
from io import BytesIO
from urllib.parse import urlsplit

import pdfplumber
import pytest
from playwright.sync_api import expect

from tiltak.models import Maal, Periodemaal, Plan

MED_OG_UTEN = pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
BUNNEN = 0.9  # of a page's height: a heading below this has no room for what it heads


def adressen(side):
    deler = urlsplit(side.url)
    return f"{deler.path}#{deler.fragment}"


@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_the_link_to_a_measure_is_copied_with_one_click(aapne, mobil):
    side = aapne("/plan/", mobil=mobil, permissions=["clipboard-read", "clipboard-write"])
    side.get_by_role("link", name="Kopier lenke til 2.1.1c").click()

    expect(side.get_by_role("status").filter(has_text="Lenken er kopiert: 2.1.1c.")).to_have_count(1)
    assert side.evaluate("navigator.clipboard.readText()") == side.url
    assert adressen(side) == "/plan/#2.1.1c"


def test_a_link_that_cannot_be_copied_still_leads_there(aapne):
    side = aapne("/plan/", js=False)
    side.get_by_role("link", name="Lenke til 2.1.3", exact=True).click()

    assert adressen(side) == "/plan/#2.1.3"


@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
@pytest.mark.parametrize("anker", ["2.1.3", "2.1.1c", "2.3d-2", "1"])
def test_what_a_link_leads_to_is_seen_and_marked(aapne, anker, mobil):
    side = aapne(f"/plan/#{anker}", mobil=mobil)
    maalet = side.locator(f'[id="{anker}"]')

    expect(maalet).to_be_in_viewport(ratio=1)
    flate = "e => getComputedStyle(e).backgroundColor"
    assert maalet.evaluate(flate) != side.locator("main").evaluate(flate)
    oeverst = (
        "e => {const r = e.getBoundingClientRect(); return e.contains(document.elementFromPoint(r.x + 8, r.y + 4))}"
    )
    assert maalet.evaluate(oeverst)


@pytest.mark.parametrize(
    ("mobil", "foran"), [(True, '"Gjennomføring: " / ""'), (False, "none")], ids=["telefon", "skjerm"]
)
def test_where_the_head_of_the_table_is_not_seen_the_deadline_says_what_it_is(aapne, mobil, foran):
    side = aapne("/plan/", som="styremedlem", mobil=mobil)
    frist = side.locator('[id="1a"]').get_by_role("cell", name="2025", exact=True)

    assert frist.evaluate("e => getComputedStyle(e, '::before').content") == foran


@MED_OG_UTEN
def test_a_search_finds_what_is_written_in_capitals_and_leads_to_it(aapne, js):
    side = aapne("/plan/", js=js, mobil=True)
    side.get_by_role("searchbox", name="Søk i planen").fill("ÅRSMØTET årlig")
    side.get_by_role("button", name="Søk").click()

    expect(side.locator("#treff")).to_have_text("2 treff på «ÅRSMØTET årlig».")
    expect(side.locator("mark")).to_have_text(["årlig", "årsmøtet", "årsmøtet", "årlig"])
    assert "q=" in side.url
    side.get_by_role("link", name="2.1.1c").click()
    assert adressen(side) == "/plan/#2.1.1c"
    expect(side.locator('[id="2.1.1c"]')).to_be_in_viewport()


def test_the_search_shows_what_is_found_while_one_writes_and_the_back_button_takes_it_away(aapne):
    side = aapne("/plan/")
    side.get_by_role("searchbox").press_sequentially("vervekampanje")

    expect(side.locator("#treff")).to_have_text("2 treff på «vervekampanje».")
    expect(side.get_by_role("searchbox")).to_be_focused()
    side.go_back()
    expect(side.locator("#planen")).to_be_visible()


@MED_OG_UTEN
def test_the_board_sets_a_status_from_the_plan_and_is_back_where_it_was(aapne, js):
    side = aapne("/plan/?aar=2026", som="styremedlem", js=js, mobil=True)
    raden = side.locator('[id="1.1d"]')
    raden.get_by_role("link", name="1.1d, 2026").click()
    side.get_by_label("Pågår").check()
    side.get_by_role("button", name="Lagre").click()

    expect(side).to_have_url(re.compile(r"/plan/[^/]+/\?aar=2026#termin-\d+$"))
    expect(raden).to_contain_text("Pågår")
    expect(raden).to_be_in_viewport()


@MED_OG_UTEN
def test_the_secretary_writes_down_what_an_election_gave(aapne, js):
    side = aapne("/plan/", som="sekretaer", js=js, mobil=True)
    side.get_by_role("link", name="Før resultatet av stortingsvalget 2025").click()
    for nr, (krets, antall) in enumerate([("Nord", "1"), ("Sør", "0")], start=1):
        rad = side.get_by_role("group", name=f"Valgkrets {nr}")
        rad.get_by_label("Valgkrets", exact=True).fill(krets)
        rad.get_by_label("Antall valgt").fill(antall)
    side.get_by_role("button", name="Lagre resultatet").click()

    expect(side.locator(".periodemaal")).to_contain_text(
        "Nord fikk 1, Sør fikk 0. Målet var minst 1 i hver valgkrets: ikke nådd."
    )


@pytest.fixture
def trykket(aapne):
    """The plan as the browser prints it, page by page."""
    side = aapne("/plan/", som="styremedlem")
    with pdfplumber.open(BytesIO(side.pdf(prefer_css_page_size=True))) as pdf:
        yield pdf.pages


def test_on_paper_the_plan_is_a_booklet(trykket):
    plan = Plan.objects.get()
    tekster = [side.extract_text() for side in trykket]

    assert {(round(side.width), round(side.height)) for side in trykket} == {(420, 595)}
    assert tekster[0].split("\n")[:2] == ["Innlandet SV", "Arbeidsplan"]
    assert "Vedtatt" in tekster[0]
    assert "Gjelder 1. januar 2025–31. desember 2028." in tekster[0]
    assert tekster[1].split("\n")[:2] == [plan.tittel, "Innhold"]
    assert [tekst.split("\n")[0] for tekst in tekster[1:]] == [plan.tittel] * (len(tekster) - 1)
    assert [tekst.split("\n")[-1] for tekst in tekster[1:]] == [
        f"Side {nr} av {len(tekster)}" for nr in range(2, len(tekster) + 1)
    ]


def test_on_paper_there_is_nothing_to_click_and_no_status(trykket):
    alt = "\n".join(side.extract_text() for side in trykket)

    for ord_ in ("Søk", "Last ned", "Logg", "Hva skjer", "Lenke", "#", "Ikke startet", "frister:", "Før resultatet"):
        assert ord_ not in alt
    assert [ett.tekst for ett in Periodemaal.objects.all() if ett.tekst[:40] not in alt] == []


def test_on_paper_no_heading_is_alone_at_the_bottom_and_table_heads_are_repeated(trykket):
    overskrifter = {str(maal)[:25] for maal in Maal.objects.all()} | {"Tiltak Gjennomføring"}
    alene = [
        (side.page_number, linje["text"])
        for side in trykket[2:]
        for linje in side.extract_text_lines()
        if linje["text"][:25] in overskrifter and linje["top"] > BUNNEN * side.height
    ]
    toppen = [side.extract_text_lines()[1]["text"] for side in trykket[2:]]
    koder = re.compile(r"^\d[\d.]*[a-z] ")

    assert alene == []
    assert [linje for linje in toppen if koder.match(linje)] == []
    assert "Tiltak Gjennomføring" in toppen
