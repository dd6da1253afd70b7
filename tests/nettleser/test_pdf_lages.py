"""The page that waits for a PDF, in a real browser: a document that takes its time, made by a process of its own."""

import pytest
from playwright.sync_api import expect

from tests.nettleser.axe_paa_siden import SMAL, brudd
from tiltak.models import Dokumentfil, Plan, Tiltak
from tiltak.pdf.lager import _i_gang

ORD = "Vi skal utvikle gode løsninger og stå sammen med utsatte grupper i hele fylket. " * 10


@pytest.fixture
def tung_pdf(demo):
    """The address of a PDF that takes several seconds: the demo's plan, with a hundred and fifty long measures more.
    What is begun is let finish, so that nothing is asked of the database when the test is over."""
    plan = Plan.objects.get(slug="arbeidsplan-2025-2028")
    maal = plan.maal.first()
    Tiltak.objects.bulk_create(
        Tiltak(maal=maal, nr=100 + nr, kode=f"x{nr}", tekst=ORD, gjennomfoering="Årlig") for nr in range(150)
    )
    yield "/plan/arbeidsplan-2025-2028/plan.pdf"
    while _i_gang:
        pass


@pytest.mark.parametrize("js", [True, False])
def test_a_reader_is_told_and_is_then_given_the_pdf(aapne, tung_pdf, js):
    side = aapne("/plan/", js=js, mobil=js, accept_downloads=True)

    # This browser has no reader of its own for a PDF, and fetches it instead.
    with side.expect_download(timeout=60_000) as hentet:
        svar = side.goto(tung_pdf)
        expect(side.get_by_role("status").filter(has_text="PDF-en åpnes her")).to_be_visible()

    assert (svar.status, svar.headers["cache-control"], side.context.cookies()) == (202, "no-store", [])
    assert hentet.value.path().read_bytes() == bytes(Dokumentfil.objects.get().innhold)
    assert hentet.value.url.endswith(tung_pdf)


def test_the_page_stays_usable_while_the_pdf_is_made(aapne, tung_pdf):
    side = aapne(tung_pdf, mobil=True)
    expect(side.get_by_role("heading", name="PDF-en lages")).to_be_visible()

    side.get_by_role("link", name="Hva skjer").click()

    expect(side.get_by_role("heading", level=1, name="Hva skjer")).to_be_visible()


@pytest.mark.parametrize("farger", ["light", "dark"])
def test_the_page_breaks_no_rule_that_axe_knows_and_fits_a_narrow_window(aapne, tung_pdf, farger):
    side = aapne(tung_pdf, bypass_csp=True, color_scheme=farger)
    expect(side.get_by_role("heading", name="PDF-en lages")).to_be_visible()

    funnet = brudd(side)
    side.set_viewport_size({"width": SMAL, "height": 700})

    assert funnet == []
    assert side.evaluate("document.documentElement.scrollWidth") <= SMAL
