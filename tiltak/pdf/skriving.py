"""From HTML to a PDF to hand out and to keep: the only room that knows WeasyPrint.

Written as PDF/A-3a and PDF/UA-1 together. The same HTML gives the same bytes.
"""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from django.conf import settings
from weasyprint import CSS, HTML, VERSION
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .merking import fullfoer
from .skrift import del_lange_ord, skriftfiler, vis_alle_tegn

VARIANT = "pdf/a-3a"
BASIS = "https://rapport.invalid/css/"  # a name that leads nowhere: addresses are looked up in SKRIFTER alone
RAPPORT = ("tokens.css", "skrifter.css", "rapport.css")
HEFTE = ("tokens.css", "skrifter.css", "hefte.css")
PERIODEN = ("tokens.css", "skrifter.css", "periodetrykk.css")
AARSHJULET = ("tokens.css", "skrifter.css", "aarshjultrykk.css")
STYREARK = ("tokens.css", "skrifter.css", "styreark.css")
SKRIFTER = {f"https://rapport.invalid/fonts/{fil.name}": fil for fil in skriftfiler()}

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
def stiltekst(ark: tuple[str, ...] = RAPPORT) -> dict[str, str]:
    """A document's style sheets as text."""
    mappe = Path(settings.BASE_DIR) / "static" / "css"
    return {navn: (mappe / navn).read_text(encoding="utf-8") for navn in ark}


def fingeravtrykk(html: str, ark: tuple[str, ...] = RAPPORT) -> str:
    """A mark that is the same as long as the PDF of `html` would be."""
    return sha256("\0".join([VERSION, *stiltekst(ark).values(), html]).encode()).hexdigest()


@lru_cache(maxsize=4)
def lag_pdf(html: str, ark: tuple[str, ...] = RAPPORT) -> bytes:
    """Give the PDF of a whole HTML document with lang, title and dates. The last few are kept: asked again for the
    same document, it comes at once."""
    with _EN_OM_GANGEN:
        return skriv_pdf(html, ark, finisher=fullfoer)


def skriv_pdf(html: str, ark: tuple[str, ...] = RAPPORT, **valg: Any) -> bytes:
    """Lay the document out and write it; `valg` goes on to WeasyPrint."""
    stiler, skrift = stil(ark)
    dokument = HTML(string=del_lange_ord(vis_alle_tegn(html)), base_url=BASIS, url_fetcher=BareEgneSkrifter())
    pdf: bytes = dokument.write_pdf(stylesheets=stiler, font_config=skrift, pdf_variant=VARIANT, **valg)
    return pdf
