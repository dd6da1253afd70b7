"""Which years a clause is about: certain ones, every one, or those of a kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from aktivitet.kalender import er_lokalvalgaar, er_stortingsvalgaar, er_valgaar

from ..i_ord import ramse
from .aarsdel import FOERSTE_AAR, SISTE_AAR, er_aar

HVERT, VALGAAR, MELLOMAAR, STORTINGSVALGAAR, LOKALVALGAAR, ANNETHVERT, HVERT_TREDJE, HVERT_FJERDE = (
    "hvert",
    "valgaar",
    "mellomaar",
    "stortingsvalgaar",
    "lokalvalgaar",
    "annethvert",
    "hvert_tredje",
    "hvert_fjerde",
)
FOERSTE, SISTE, PERIODEN, BESTEMTE = "foerste", "siste", "perioden", "bestemte"

AARSTEKST = {
    HVERT: "hvert år",
    VALGAAR: "i valgår",
    MELLOMAAR: "i mellomår",
    STORTINGSVALGAAR: "i år med stortingsvalg",
    LOKALVALGAAR: "i år med kommune- og fylkestingsvalg",
    ANNETHVERT: "annethvert år",
    HVERT_TREDJE: "hvert tredje år",
    HVERT_FJERDE: "hvert fjerde år",
    FOERSTE: "det første året i perioden",
    SISTE: "det siste året i perioden",
    PERIODEN: "i perioden",
}
STEG = {HVERT: 1, ANNETHVERT: 2, HVERT_TREDJE: 3, HVERT_FJERDE: 4}
VALGTYPER = {
    VALGAAR: er_valgaar,
    MELLOMAAR: lambda aar: not er_valgaar(aar),
    STORTINGSVALGAAR: er_stortingsvalgaar,
    LOKALVALGAAR: er_lokalvalgaar,
}


@dataclass(frozen=True)
class Aar:
    """Which years: a kind, and for the kind `bestemte` the years themselves, in order.

    What repeats may begin with a year (`fra`) and end with one (`til`); the others have neither. Every second, third
    or fourth year is counted from `fra`, or else from the period's first year that has what the clause is about. The
    kind `perioden` is for a part that is of the whole period: it belongs to no year, and is given once.
    """

    slag: str
    aar: tuple[int, ...] = ()
    fra: int | None = None
    til: int | None = None

    def __post_init__(self) -> None:
        if self.slag not in (*AARSTEKST, BESTEMTE) or bool(self.aar) != (self.slag == BESTEMTE):
            raise ValueError(f"Ukjent utvalg av år: {self!r}")
        if self.aar != tuple(sorted({aar for aar in self.aar if type(aar) is int and er_aar(aar)})):
            raise ValueError(f"Årene må stå i rekkefølge mellom {FOERSTE_AAR} og {SISTE_AAR}: {self!r}")
        grenser = [aar for aar in (self.fra, self.til) if aar is not None]
        if not all(type(aar) is int and er_aar(aar) for aar in grenser) or grenser != sorted(grenser):
            raise ValueError(f"Årene må stå i rekkefølge mellom {FOERSTE_AAR} og {SISTE_AAR}: {self!r}")
        if grenser and not self.gjentas:
            raise ValueError(f"Ukjent utvalg av år: {self!r}")

    @property
    def gjentas(self) -> bool:
        """Whether the years come from the period, and not from the phrase."""
        return self.slag not in (BESTEMTE, FOERSTE, SISTE, PERIODEN)

    @property
    def telles(self) -> bool:
        """Whether the years are counted from the first: every second, third or fourth."""
        return STEG.get(self.slag, 1) > 1

    @property
    def har_grense(self) -> bool:
        """Whether the phrase names a year to begin or end with."""
        return self.fra is not None or self.til is not None

    @property
    def tekst(self) -> str:
        if self.slag == BESTEMTE:
            return f"i {ramse([str(aar) for aar in self.aar])}"
        fra = f" fra {self.fra}" if self.fra is not None else ""
        if not fra and self.telles:
            fra = " fra det første i perioden"
        return AARSTEKST[self.slag] + fra + (f" til og med {self.til}" if self.til is not None else "")

    def velg(self, foerste: int, siste: int, aarene: Iterable[int]) -> Iterable[int]:
        """The years meant, out of `aarene`, in a period from the year `foerste` to the year `siste`."""
        if self.slag == BESTEMTE:
            return self.aar
        if not self.gjentas:
            det_ene = siste if self.slag == SISTE else foerste
            return (det_ene,) if er_aar(det_ene) else ()
        return [aar for aar in aarene if self._gjelder(aar, foerste)] or self._naermeste(foerste)

    def _gjelder(self, aar: int, foerste: int) -> bool:
        if (self.fra is not None and aar < self.fra) or (self.til is not None and aar > self.til):
            return False
        if self.slag in STEG:
            return (aar - (foerste if self.fra is None else self.fra)) % STEG[self.slag] == 0
        return VALGTYPER[self.slag](aar)

    def _naermeste(self, foerste: int) -> list[int]:
        """The year nearest to a period that the years which the phrase names lie quite outside."""
        if self.fra is not None:
            utenfor = range(self.fra, self.fra + 4)
        elif self.til is not None:
            utenfor = range(self.til, self.til - 4, -1)
        else:
            return []
        return [aar for aar in utenfor if er_aar(aar) and self._gjelder(aar, foerste)][:1]
