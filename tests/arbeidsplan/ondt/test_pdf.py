"""Words that try to break the document they are written in: every PDF that the app makes, with all of what people
write hostile at once. It opens, runs nothing, leads nowhere of theirs, and shows the words as words."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.urls import reverse

from tests.pdfminne import lag_pdf

from ..test_rettigheter import sakene
from .tekster import BOMBE, skriv_overalt

pytestmark = pytest.mark.svarene

# The chapter is the whole report without its front page, and an edition is what was issued before.
SOM_DEN_HELE = {"tiltak:rapport_kapittel_pdf", "tiltak:rapportutgave_pdf"}
KJOERER = ("/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/SubmitForm", "/RichMedia")


def les(innhold):
    """What runs or leads somewhere in the document, and its words."""
    with pikepdf.open(BytesIO(innhold)) as pdf:
        ordboeker = [ett for ett in pdf.objects if isinstance(ett, pikepdf.Dictionary)]
        kjoerer = {noekkel for ett in ordboeker for noekkel in KJOERER if noekkel in ett}
        lenker = [str(ett.URI) for ett in ordboeker if "/URI" in ett and not isinstance(ett.URI, pikepdf.Dictionary)]
    with pypdfium2.PdfDocument(innhold) as pdf:
        ordene = "".join(side.get_textpage().get_text_range() for side in pdf)
    fremmede = [lenke for lenke in lenker if not lenke.startswith(("http://testserver/", "https://"))]
    return kjoerer, fremmede, ordene


def test_no_document_is_broken_by_what_is_written_in_it(nettlesere, verden, monkeypatch):
    monkeypatch.setattr("tiltak.pdf.egenprosess.lag", lambda bestilling, puls=None: lag_pdf(bestilling))
    skriv_overalt(BOMBE)
    feil, sett = {}, set()
    for navn, ting, get, _ in sakene():
        if not navn.endswith("_pdf") or navn in sett | SOM_DEN_HELE or get[-1] != "200":
            continue
        sett.add(navn)
        svar = nettlesere["administrator"].get(reverse(navn, kwargs=verden[ting]))
        assert svar.headers["Content-Type"] == "application/pdf", (navn, svar.status_code)
        kjoerer, fremmede, ordene = les(b"".join(svar) if svar.streaming else svar.content)
        ordene = "".join(ordene.split())
        som_ord, regnet_ut = "<script>alert(1)" in ordene, "]]>49" in ordene
        if kjoerer or fremmede or regnet_ut or not som_ord:
            feil[navn] = kjoerer, fremmede, regnet_ut, ordene[:200]

    assert feil == {}
    assert len(sett) == 6
