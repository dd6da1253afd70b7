"""A month of the calendar as a letter to paste from: the same words as plain text and as the simplest HTML.

The HTML is headings, lists and links without a class or a style, for a newsletter has its own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ..models import Aktivitet
from ..tid import maaneder_i_ord
from .omtale import mer_i_ord, naar_i_ord, setning, tittel_i_ord

HELE_KALENDEREN = "Alt som skjer, står i kalenderen"


@dataclass(frozen=True)
class Punkt:
    """One activity: when, what, the rest in sentences, and where to read more."""

    naar: str
    hva: str
    mer: str
    adresse: str


@dataclass(frozen=True)
class Del:
    """One heading with what stands under it."""

    overskrift: str
    punkter: list[Punkt]


@dataclass(frozen=True)
class Brev:
    """The whole letter, and the address of the calendar that ends it."""

    deler: list[Del]
    kalenderen: str

    def __bool__(self) -> bool:
        return bool(self.deler)


def skriv_brev(
    viste: Iterable[Aktivitet], foerste: date, siste: date, lenke: Callable[[Aktivitet], str], kalenderen: str
) -> Brev:
    """Write the letter about what happens from `foerste` to `siste`, two days of one month.

    `viste` are in order, and among them may be what only stood there before it was moved: that gets a heading of its
    own. What has no day yet comes after what has. `lenke` gives the full address of an activity.
    """
    maaneden = maaneder_i_ord(siste, siste)
    her: list[Aktivitet] = []
    borte: list[Aktivitet] = []
    for aktivitet in viste:
        (her if aktivitet.foerste_dag <= siste and aktivitet.siste_dag >= foerste else borte).append(aktivitet)
    her.sort(key=lambda aktivitet: aktivitet.bare_maaneden_er_kjent)
    overskriftene = ((f"Hva skjer i {maaneden}", her), (f"Flyttet fra {maaneden}", borte))
    deler = [Del(navn, [_punkt(en, lenke(en)) for en in aktiviteter]) for navn, aktiviteter in overskriftene]
    return Brev([del_ for del_ in deler if del_.punkter], kalenderen)


def som_tekst(brev: Brev) -> str:
    """The letter as plain text, each address on a line of its own."""
    linjer = []
    for del_ in brev.deler:
        linjer += [del_.overskrift, ""]
        for punkt in del_.punkter:
            linjer += [f"– {punkt.naar}: {setning(punkt.hva)} {punkt.mer}", f"  {punkt.adresse}", ""]
    return "\n".join([*linjer, f"{HELE_KALENDEREN}:", brev.kalenderen])


def som_html(brev: Brev) -> SafeString:
    """The letter as HTML. Whatever stands in a title is text there too."""
    delene = ((del_.overskrift, _liste(del_.punkter)) for del_ in brev.deler)
    deler = format_html_join("", "<h2>{}</h2>\n<ul>\n{}</ul>\n", delene)
    return format_html('{}<p><a href="{}">{}</a></p>', deler, brev.kalenderen, HELE_KALENDEREN)


def _liste(punkter: Iterable[Punkt]) -> SafeString:
    return format_html_join(
        "",
        '<li>{}: <a href="{}">{}</a>{} {}</li>\n',
        # The full stop that ends the title as a sentence is no part of the link.
        ((p.naar, p.adresse, p.hva, setning(p.hva).removeprefix(p.hva), p.mer) for p in punkter),
    )


def _punkt(aktivitet: Aktivitet, adresse: str) -> Punkt:
    return Punkt(naar_i_ord(aktivitet), tittel_i_ord(aktivitet), mer_i_ord(aktivitet), adresse)
