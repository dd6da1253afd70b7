"""The page that waits for a PDF, in a real browser: told of at once, and then given what another process makes."""

from threading import Event

import pytest
from playwright.sync_api import expect

from tests.nettleser.axe_paa_siden import SMAL, brudd
from tests.tiltak.pdf.papir import A4, tomme_ark
from tiltak.models import Dokumentfil
from tiltak.pdf import egenprosess
from tiltak.views import filsvar

PDF = "/plan/arbeidsplan-2025-2028/plan.pdf"


@pytest.fixture(autouse=True)
def uten_aa_vente_foerst(monkeypatch):
    """Show the page before any document can be ready: none has to be a heavy one."""
    monkeypatch.setattr(filsvar, "STRAKS", 0)


@pytest.fixture
def lages_lenge(demo, monkeypatch):
    """Let what is begun not be ready before the test is over."""
    over = Event()

    def lag(bestilling, puls):
        over.wait(60)
        return tomme_ark(A4)

    monkeypatch.setattr(egenprosess, "lag", lag)
    yield
    over.set()


@pytest.mark.parametrize("js", [True, False])
def test_a_reader_is_told_and_is_then_given_the_pdf(aapne, js):
    side = aapne("/plan/", js=js, mobil=js, accept_downloads=True)

    # This browser has no reader of its own for a PDF, and fetches it instead.
    with side.expect_download(timeout=60_000) as hentet:
        svar = side.goto(PDF)
        expect(side.get_by_role("status").filter(has_text="PDF-en åpnes her")).to_be_visible()

    assert (svar.status, svar.headers["cache-control"], side.context.cookies()) == (202, "no-store", [])
    assert hentet.value.path().read_bytes() == bytes(Dokumentfil.objects.get().innhold)
    assert hentet.value.url.endswith(PDF)


def test_the_page_stays_usable_while_the_pdf_is_made(aapne, lages_lenge):
    side = aapne(PDF, mobil=True)
    expect(side.get_by_role("heading", name="PDF-en lages")).to_be_visible()

    side.get_by_role("link", name="Hva skjer").click()

    expect(side.get_by_role("heading", level=1, name="Hva skjer")).to_be_visible()


@pytest.mark.parametrize("farger", ["light", "dark"])
def test_the_page_breaks_no_rule_that_axe_knows_and_fits_a_narrow_window(aapne, lages_lenge, farger):
    side = aapne(PDF, bypass_csp=True, color_scheme=farger)
    expect(side.get_by_role("heading", name="PDF-en lages")).to_be_visible()

    funnet = brudd(side)
    side.set_viewport_size({"width": SMAL, "height": 700})

    assert funnet == []
    assert side.evaluate("document.documentElement.scrollWidth") <= SMAL
