"""Pure: the addresses in what people wrote. Django's own `urlize` makes links of every word with a dot in it and shows
an address in full however long it is; here only what begins as an address is one, and it is named by host and path."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from .tekst import rens_linje

LENGSTE_VIST = 60
_ADRESSE = re.compile(r"""(?:https?://|\bwww\.)[^\s<>"“”«»]+""", re.IGNORECASE)
_BLANKT = re.compile(r"\s")
_TEGN_ETTER = ".,;:!?'’*_"  # at the end they belong to the sentence
_PARENTESER = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True)
class Lenke:
    """A piece of text that is an address: where it leads, and what it is shown as."""

    adresse: str
    vist: str


def trygg(adresse: str) -> Lenke | None:
    """Give a stored address as a link, or None when it is none that may be followed: http and https only."""
    try:
        deler = urlsplit(adresse)
        vert = deler.hostname
        _ = deler.port
    except ValueError:
        return None
    if _BLANKT.search(adresse):  # nothing that follows the address may pass for a part of it
        return None
    # Browsers read \ as /: the host would end there for them, and another one be shown here.
    if deler.scheme not in ("http", "https") or not vert or "\\" in deler.netloc:
        return None
    # By the host alone and not by what stands before an @, which may look like another one.
    vist = rens_linje(vert.removeprefix("www.") + deler.path.rstrip("/"))
    if len(vist) > LENGSTE_VIST:
        vist = f"{vist[:LENGSTE_VIST]}…"
    elif deler.query or deler.fragment:
        vist += "/…"
    return Lenke(adresse, vist)


def som_skrevet(adresse: str) -> Lenke | None:
    """The same for an address as people write it: without https:// too."""
    return trygg(adresse if "://" in adresse else f"https://{adresse}")


def biter(tekst: str) -> Iterator[str | Lenke]:
    """Give the text in pieces, in order: what is an address as a Lenke, the rest as it stands."""
    slutt = 0
    for treff in _ADRESSE.finditer(tekst):
        skrevet = _uten_tegn_etter(treff[0])
        lenke = som_skrevet(skrevet)
        if lenke is None:
            continue
        yield tekst[slutt : treff.start()]
        yield lenke
        slutt = treff.start() + len(skrevet)
    yield tekst[slutt:]


def _uten_tegn_etter(adresse: str) -> str:
    """Without the signs that end the sentence, or the parenthesis that the address stands in."""
    while adresse:
        siste = adresse[-1]
        loes = siste in _PARENTESER and adresse.count(siste) > adresse.count(_PARENTESER[siste])
        if siste not in _TEGN_ETTER and not loes:
            break
        adresse = adresse[:-1]
    return adresse
