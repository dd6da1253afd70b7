"""From HTML to a PDF to hand out and to keep: the only room that knows WeasyPrint.

Written as PDF/A-3a and PDF/UA-1 together. The same HTML gives the same bytes.
"""

import gc
from functools import lru_cache
from threading import Lock
from typing import Any

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .bestilling import RAPPORT, Bestilling, stiltekst
from .lett import LettHTML
from .merking import fullfoer
from .skrift import del_lange_ord, skriftfiler, vis_alle_tegn

VARIANT = "pdf/a-3a"
BASIS = "https://rapport.invalid/css/"  # a name that leads nowhere: addresses are looked up in SKRIFTER alone
SKRIFTER = {f"https://rapport.invalid/fonts/{fil.name}": fil for fil in skriftfiler()}
MANGE_SIDER = 50

_EN_OM_GANGEN = Lock()  # the fonts are shared by all threads, and two reports at once would take twice the memory


class BareEgneSkrifter(URLFetcher):
    """Hands out the report's own fonts by name and nothing else: no file, no address, whatever a text says."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Raises ValueError for anything but one of the fonts."""
        if url not in SKRIFTER:
            raise ValueError("Rapporten henter ingenting utenfra.")
        return URLFetcherResponse(url, SKRIFTER[url].read_bytes(), {"Content-Type": "font/woff2"})


@lru_cache(maxsize=4)
def stil(ark: tuple[str, ...] = RAPPORT) -> tuple[list[CSS], FontConfiguration]:
    """A document's style sheets and fonts, read once."""
    skrift = FontConfiguration()
    stiler = [
        CSS(string=tekst, base_url=BASIS + navn, url_fetcher=BareEgneSkrifter(), font_config=skrift)
        for navn, tekst in stiltekst(ark).items()
    ]
    return stiler, skrift


@lru_cache(maxsize=4)
def lag_pdf(bestilling: Bestilling) -> bytes:
    """Give the PDF that is asked for. The last few are kept: asked again for the same document, it comes at once."""
    with _EN_OM_GANGEN:
        return skriv_pdf(bestilling, finisher=_fullfoer)


def skriv_pdf(bestilling: Bestilling, **valg: Any) -> bytes:
    """Lay the document out and write it; `valg` goes on to WeasyPrint."""
    stiler, skrift = stil(bestilling.ark)
    html = del_lange_ord(vis_alle_tegn(bestilling.html))
    dokument = LettHTML(string=html, base_url=BASIS, url_fetcher=BareEgneSkrifter())
    pdf: bytes = dokument.write_pdf(stylesheets=stiler, font_config=skrift, pdf_variant=VARIANT, **valg)
    return pdf


def _fullfoer(dokument: Any, pdf: Any) -> None:
    """Finish the document, and let go of the pages of a long one before it is written: they are most of what it takes
    in memory. A short one is written before they would be found."""
    fullfoer(dokument, pdf)
    if len(dokument.pages) > MANGE_SIDER:
        dokument.pages.clear()
        gc.collect()
