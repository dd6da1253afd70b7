"""The meeting's sheet: the content as a document to print and hand out, and as text to paste into the minutes."""

from collections.abc import Iterator
from datetime import datetime, time
from textwrap import wrap

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from .deler import Innhold, Linje

BREDDE = 76  # characters in a line: what an e-mail and a text document have room for


def ark_html(innhold: Innhold) -> str:
    """Give the sheet as HTML. Its date is that of the last change that it tells of: the same content, the same
    bytes."""
    dato = innhold.sist_endret or timezone.make_aware(datetime.combine(innhold.per, time()))
    kontekst = {
        "innhold": innhold,
        "organisasjon": innhold.plan.organisasjon or settings.ORGANISASJON,
        "dato": timezone.localtime(dato).isoformat(timespec="seconds"),
    }
    return render_to_string("tiltak/styremote_pdf.html", kontekst)


def ark_tekst(innhold: Innhold) -> str:
    """Give the sheet as plain text: no line longer than BREDDE, but for a word that is longer by itself."""
    return "\n".join(_linjene(innhold)).rstrip("\n") + "\n"


def _linjene(innhold: Innhold) -> Iterator[str]:
    yield from (*_brutt(innhold.tittel), "=" * min(len(innhold.tittel), BREDDE))
    yield from (*_brutt(innhold.plan.tittel), "")
    yield from (*_brutt(innhold.ingress), "")
    for del_ in innhold.deler:
        yield from ("", del_.overskrift.upper(), *_brutt(del_.ingress), "")
        if not del_.maal:
            yield from (del_.tomt, "")
        for maal in del_.maal:
            yield from (*_brutt(str(maal.maal)), "")
            for punkt in maal.punkter:
                yield from _brutt(f"{punkt.tiltak.sitert_kode} {punkt.tiltak.tekst}".strip())
                for linje in punkt.linjer:
                    yield from _termin(linje)
                yield ""
        if del_.ordlyd:
            yield from (*_brutt("Planens ordlyd er endret:"), "")
            for setning in del_.ordlyd:
                yield from _brutt(setning, "- ", "  ")
            yield ""


def _termin(linje: Linje) -> Iterator[str]:
    foerste, *flere = f"{linje.termin.etikett}: {linje.i_ord}".split("\n")
    yield from _brutt(foerste, "- ", "  ")
    for ord_ in flere:
        yield from _brutt(ord_, "  ", "  ")


def _brutt(tekst: str, foran: str = "", videre: str = "") -> Iterator[str]:
    """The text in lines that are short enough. Its own line breaks are kept."""
    for avsnitt in tekst.split("\n"):
        yield from wrap(
            avsnitt,
            BREDDE,
            initial_indent=foran,
            subsequent_indent=videre,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
        foran = videre
