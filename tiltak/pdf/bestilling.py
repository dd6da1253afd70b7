"""What a PDF is to be made of: known to who asks for one, and to the process that makes it. No WeasyPrint here, and no
Django."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

# Not asked of Django's settings: the process that makes the documents is started without them, and knows no secret.
ROT = Path(__file__).resolve().parent.parent.parent

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
        deler = [_verktoeyet(), *(ark.encode() for ark in stiltekst(self.ark).values())]
        deler += [self.html.encode(), *(del_ for ett in self.vedlegg for del_ in _som_bytes(ett))]
        return sha256(b"\0".join(deler)).hexdigest()

    def som_json(self) -> bytes:
        """Give it as text that `fra_json` reads: on its way to the process that makes it."""
        return json.dumps(asdict(self), default=_i_bokstaver).encode()

    @classmethod
    def fra_json(cls, data: bytes) -> "Bestilling":
        """Read what `som_json` gave."""
        felter = json.loads(data)
        vedlegg = tuple(Filvedlegg(**ett | {"innhold": b64decode(ett["innhold"])}) for ett in felter["vedlegg"])
        return cls(**felter | {"ark": tuple(felter["ark"]), "vedlegg": vedlegg})


@lru_cache(maxsize=8)
def stiltekst(ark: tuple[str, ...] = RAPPORT) -> dict[str, str]:
    """A document's style sheets as text."""
    mappe = ROT / "static" / "css"
    return {navn: (mappe / navn).read_text(encoding="utf-8") for navn in ark}


@lru_cache(maxsize=1)
def _verktoeyet() -> bytes:
    """A mark of all that lays documents out and finishes them: made by another hand, a document is another one."""
    filer = [*sorted(Path(__file__).parent.glob("*.py")), *sorted((ROT / "static" / "trykk").iterdir())]
    return sha256(b"\0".join([version("weasyprint").encode(), *(fil.read_bytes() for fil in filer)])).digest()


def _som_bytes(vedlegg: Filvedlegg) -> tuple[bytes, ...]:
    return vedlegg.navn.encode(), vedlegg.beskrivelse.encode(), vedlegg.innhold


def _i_bokstaver(data: bytes) -> str:
    return b64encode(data).decode("ascii")
