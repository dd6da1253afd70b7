"""Pure: the papers of an activity, one on each line of what was written: "Innkalling https://sv.no/innkalling.pdf"."""

import re
from dataclasses import dataclass

from .lenker import Lenke, som_skrevet

HOEYST = 20  # papers; whoever has more has a folder to lead to
VISTE_FEIL = 5  # lines that are told of at a time

# Whole, or as people say it: "www.sv.no", "sv.no/innkalling". A file's name alone ("innkalling.pdf") is none.
_ADRESSE = re.compile(r"https?://\S+|www\.\S+|(?:[\w-]+\.)+[^\W\d_]{2,}/\S*", re.IGNORECASE)
_MELLOM = " :,;–—-|"  # what people set between the name and the address


@dataclass(frozen=True)
class Papir:
    """One paper: what it is called, and where it is. No link where none is written that may be followed."""

    navn: str
    lenke: Lenke | None


class UgyldigePapirer(Exception):
    """What was written is no list of papers. `setninger` say what to mend, line by line."""

    def __init__(self, setninger: list[str]):
        super().__init__(" ".join(setninger))
        self.setninger = setninger


def papirene(tekst: str) -> list[Papir]:
    """Give the papers in what is stored, in order. Whatever a line holds, its words are shown."""
    alle = []
    for linje in tekst.splitlines():
        navn, lenker = _les(linje)
        alle += [Papir(navn or lenke.vist, lenke) for lenke in lenker]
        if navn and not lenker:
            alle.append(Papir(navn, None))
    return alle


def rett(tekst: str) -> str:
    """Give what was written as it is stored: a name and a whole address on each line. Raises UgyldigePapirer."""
    linjer = [linje for linje in tekst.splitlines() if linje.strip()]
    if len(linjer) > HOEYST:
        raise UgyldigePapirer([f"Det er {len(linjer)} papirer. Skriv høyst {HOEYST}, eller lenk til en mappe."])
    rettet, feil = [], []
    for nr, linje in enumerate(tekst.splitlines(), 1):
        if not linje.strip():
            continue
        navn, lenker = _les(linje)
        if not lenker:
            feil.append(f"Linje {nr} mangler adresse.")
        elif len(lenker) > 1:
            feil.append(f"Linje {nr} har {len(lenker)} adresser. Skriv ett papir på hver linje.")
        elif not navn:
            feil.append(f"Linje {nr} mangler navn. Skriv hva papiret heter, foran adressen.")
        else:
            rettet.append(f"{navn} {lenker[0].adresse}")
    if feil:
        raise UgyldigePapirer(feil[:VISTE_FEIL])
    return "\n".join(rettet)


def _les(linje: str) -> tuple[str, list[Lenke]]:
    """Give the name that stands in a line, and the addresses there."""
    navn, lenker = [], []
    for ord_ in linje.split():
        lenke = _lenken(ord_)
        if lenke:
            lenker.append(lenke)
        else:
            navn.append(ord_)
    return " ".join(navn).strip(_MELLOM), lenker


def _lenken(ord_: str) -> Lenke | None:
    # ":https://…" too: what people set between the two is taken off the name, and what is left must be no address.
    for skrevet in (ord_, ord_.lstrip(_MELLOM), ord_.rstrip(_MELLOM), ord_.strip(_MELLOM)):
        if _ADRESSE.fullmatch(skrevet) and (lenke := som_skrevet(skrevet)):
            return lenke
    return None
