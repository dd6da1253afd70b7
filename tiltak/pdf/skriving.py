"""From HTML to a PDF to hand out and to keep: the room that knows WeasyPrint.

Written as PDF/A-3a and PDF/UA-1 together. The same HTML and attachments give the same bytes.
"""

import gc
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from weasyprint import CSS, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .bestilling import RAPPORT, ROT, Bestilling, Filvedlegg, stiltekst
from .lett import LettHTML, tegn_lett
from .merking import fullfoer
from .skrift import del_lange_ord, skriftfiler, vis_alle_tegn

VARIANT = "pdf/a-3a"
BASIS = "https://rapport.invalid/css/"  # a name that leads nowhere: addresses are looked up in EGNE alone
BILDER = sorted((ROT / "static" / "trykk").glob("*.svg"))
EGNE = {f"https://rapport.invalid/fonts/{fil.name}": (fil, "font/woff2") for fil in skriftfiler()}
EGNE |= {f"https://rapport.invalid/trykk/{fil.name}": (fil, "image/svg+xml") for fil in BILDER}
MANGE_SIDER = 50


class BareEgneFiler(URLFetcher):
    """Hands out the documents' own fonts and pictures by name and nothing else: no file, no address, whatever a text
    says."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Raises ValueError for anything but one of those."""
        if url not in EGNE:
            raise ValueError("Rapporten henter ingenting utenfra.")
        fil, slag = EGNE[url]
        return URLFetcherResponse(url, fil.read_bytes(), {"Content-Type": slag})


@lru_cache(maxsize=8)
def stil(ark: tuple[str, ...] = RAPPORT) -> tuple[list[CSS], FontConfiguration]:
    """A document's style sheets and fonts, read once."""
    skrift = FontConfiguration()
    stiler = [
        CSS(string=tekst, base_url=BASIS + navn, url_fetcher=BareEgneFiler(), font_config=skrift)
        for navn, tekst in stiltekst(ark).items()
    ]
    return stiler, skrift


def lag_pdf(bestilling: Bestilling) -> bytes:
    """Give the PDF that is asked for."""
    return skriv_pdf(bestilling, finisher=_fullfoer)


def skriv_pdf(bestilling: Bestilling, **valg: Any) -> bytes:
    """Lay the document out and write it; `valg` goes on to WeasyPrint's writing.

    Raises ValueError when files are to lie in a document that has no date of its own to give them.
    """
    stiler, skrift = stil(bestilling.ark)
    html = del_lange_ord(vis_alle_tegn(bestilling.html))
    lagt_ut = LettHTML(string=html, base_url=BASIS, url_fetcher=BareEgneFiler()).render(
        stylesheets=stiler, font_config=skrift, pdf_variant=VARIANT
    )
    tegn_lett(lagt_ut)
    vedlegg = [_vedlegg(ett, lagt_ut.metadata.modified) for ett in bestilling.vedlegg]
    pdf: bytes = lagt_ut.write_pdf(pdf_variant=VARIANT, attachments=vedlegg, **valg)
    return pdf


def _vedlegg(fil: Filvedlegg, dato: str | None) -> Attachment:
    """The file, dated as the document is: by the clock, each writing of it would be another."""
    if not dato:
        raise ValueError("Et dokument med vedlegg må ha en dato.")
    tid = datetime.fromisoformat(dato).astimezone(UTC)
    return Attachment(
        string=fil.innhold,
        url_fetcher=BareEgneFiler(),
        name=fil.navn,
        description=fil.beskrivelse,
        created=tid,
        modified=tid,
        relationship="Data",  # what the document was made of (ISO 19005-3, 6.8)
    )


def _fullfoer(dokument: Any, pdf: Any) -> None:
    """Finish the document, and let go of the pages of a long one before it is written: they are most of what it takes
    in memory. A short one is written before they would be found."""
    fullfoer(dokument, pdf)
    if len(dokument.pages) > MANGE_SIDER:
        dokument.pages.clear()
        gc.collect()
