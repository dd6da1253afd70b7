"""What a PDF is to be made of: known to who asks for one, and to the process that makes it. No WeasyPrint here."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

RAPPORT = ("tokens.css", "skrifter.css", "rapport.css")
KAPITTEL = (*RAPPORT, "rapportkapittel.css")
UTKASTMERKE = ("rapportutkast.css",)  # on top of the others, where a document is a draft
KORT = ("tokens.css", "skrifter.css", "rapportkort.css")
HEFTE = ("tokens.css", "skrifter.css", "hefte.css")
PERIODEN = ("tokens.css", "skrifter.css", "periodetrykk.css")
AARSHJULET = ("tokens.css", "skrifter.css", "aarshjultrykk.css")
STYREARK = ("tokens.css", "skrifter.css", "styreark.css")


@dataclass(frozen=True)
class Filvedlegg:
    """A file to lie inside the PDF: its name, what it is, and its bytes."""

    navn: str
    beskrivelse: str
    innhold: bytes


@dataclass(frozen=True)
class Bestilling:
    """A document as HTML with lang, title and dates, its style sheets by name, and what is to lie inside it."""

    html: str
    ark: tuple[str, ...] = RAPPORT
    vedlegg: tuple[Filvedlegg, ...] = ()

    @property
    def merke(self) -> str:
        """A mark that is the same as long as the PDF would be."""
        deler = [version("weasyprint").encode(), *(ark.encode() for ark in stiltekst(self.ark).values())]
        deler += [self.html.encode(), *(del_ for ett in self.vedlegg for del_ in _som_bytes(ett))]
        return sha256(b"\0".join(deler)).hexdigest()


@lru_cache(maxsize=8)
def stiltekst(ark: tuple[str, ...] = RAPPORT) -> dict[str, str]:
    """A document's style sheets as text."""
    mappe = Path(settings.BASE_DIR) / "static" / "css"
    return {navn: (mappe / navn).read_text(encoding="utf-8") for navn in ark}


def _som_bytes(vedlegg: Filvedlegg) -> tuple[bytes, ...]:
    return vedlegg.navn.encode(), vedlegg.beskrivelse.encode(), vedlegg.innhold
