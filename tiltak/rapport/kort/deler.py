"""Pure: the parts that the short version is made of, with how high each row of them is on the page."""

from dataclasses import dataclass
from functools import cached_property

from ..tekst import Tekstblokk
from . import felt
from .felt import RAD


@dataclass(frozen=True)
class Kortmaal:
    """A goal: how many of its due dates were carried out, its figures in words, and some of what was done."""

    navn: str
    andel: str
    tallene: str
    gjort: tuple[str, ...] = ()

    @cached_property
    def hoeyde(self) -> float:
        """How high its row is, in millimetres."""
        hoeyre = felt.MAALTALL.hoeyde(self.tallene) + sum(map(felt.GJORT.hoeyde, self.gjort))
        return RAD + max(felt.MAALNAVN.hoeyde(self.navn), hoeyre)


@dataclass(frozen=True)
class Kortsak:
    """A measure that was not done: its wording, how it stands, and why, each as far as there is room."""

    kode: str
    tekst: str
    stilling: str
    status: str
    dag: str
    hvorfor: str

    @cached_property
    def hoeyde(self) -> float:
        """How high its row is, in millimetres."""
        hoeyre = felt.DAG.hoeyde(f"{self.status} {self.dag}") + felt.HVORFOR.hoeyde(self.hvorfor)
        return RAD + max(felt.SAKSKODE.hoeyde(self.kode), felt.ORDLYD.hoeyde(self.tekst), hoeyre)


@dataclass(frozen=True)
class Kortversjon:
    """What stands on the two pages. `..._til` is how many there are besides those that are told of."""

    tittel: str
    har_lang_tittel: bool
    organisasjon: str
    dager: str
    moete: str
    innledning: tuple[Tekstblokk, ...]
    mer_innledning: bool
    foer: str
    tallene: tuple[str, ...]
    ellers: tuple[str, ...]
    maal: tuple[Kortmaal, ...] = ()
    maal_til: int = 0
    maal_uten_frist: int = 0
    ikke_gjort: tuple[Kortsak, ...] = ()
    ikke_gjort_til: int = 0
    glidd: tuple[Kortsak, ...] = ()
    glidd_til: int = 0
