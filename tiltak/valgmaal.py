"""Pure: a goal for the period that names a number and an election, what the election gave, and if it is enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from aktivitet.moeter import Milepael
from aktivitet.tid import dag_i_ord

AARENE = range(2000, 2100)  # the years that an election is looked for in


class Valgmaal(Protocol):
    """What is read of a goal for the period."""

    @property
    def antall(self) -> int | None: ...
    @property
    def per_valgkrets(self) -> bool: ...
    @property
    def valg(self) -> str | None: ...
    @property
    def valgaar(self) -> int | None: ...


@dataclass(frozen=True)
class Kretsresultat:
    """How many were elected; in one constituency, or in all when `krets` is ""."""

    krets: str
    antall: int


def har_maaltall(maal: Valgmaal) -> bool:
    """Whether the goal can be held against an election: it names how many, which election and when."""
    return maal.antall is not None and bool(maal.valg) and maal.valgaar in AARENE


@dataclass(frozen=True)
class Utfall:
    """What is known of a goal's election on a day. `valgdag` is None where no day is known even as an estimate."""

    valg: str
    valgaar: int
    valgdag: Milepael | None
    antall: int
    per_valgkrets: bool
    resultater: tuple[Kretsresultat, ...]
    i_dag: date

    @classmethod
    def av(
        cls, maal: Valgmaal, valgdag: Milepael | None, resultater: Sequence[Kretsresultat], i_dag: date
    ) -> "Utfall | None":
        """Give the outcome of a goal, or None for one without a target."""
        antall, valg, aar = maal.antall, maal.valg, maal.valgaar
        if antall is None or not valg or aar is None or not har_maaltall(maal):
            return None
        return cls(valg, aar, valgdag, antall, maal.per_valgkrets, tuple(resultater), i_dag)

    @property
    def er_holdt(self) -> bool:
        """Whether the election is over."""
        return self.i_dag > self.valgdag.siste if self.valgdag else self.i_dag.year > self.valgaar

    @property
    def kan_foeres(self) -> bool:
        """Whether there is a result to write down, or one to correct."""
        return self.er_holdt or bool(self.resultater)

    @property
    def naadd(self) -> bool | None:
        """Whether the goal is reached; None as long as that cannot be said."""
        if not self.resultater:
            return None
        if not self.per_valgkrets:
            return sum(ett.antall for ett in self.resultater) >= self.antall
        if not all(ett.krets for ett in self.resultater):
            return None
        return all(ett.antall >= self.antall for ett in self.resultater)

    @property
    def valget(self) -> str:
        """Say the election and its day: "Fylkestingsvalget 13. september 2027 (anslag)"."""
        if self.valgdag is None:
            return f"{self.valg.capitalize()}et {self.valgaar}"
        anslag = " (anslag)" if self.valgdag.anslag else ""
        return f"{self.valg.capitalize()}et {dag_i_ord(self.valgdag.siste)}{anslag}"

    @property
    def maalet(self) -> str:
        """Say the target: "minst 4 representanter", "minst 1 representant i hver valgkrets"."""
        hva = "representant" if self.antall == 1 else "representanter"
        return f"minst {self.antall} {hva}{' i hver valgkrets' if self.per_valgkrets else ''}"

    @property
    def i_ord(self) -> str:
        """Say how it went, or what is awaited, in whole sentences."""
        if not self.resultater:
            return f"Målet er {self.maalet}. {'Resultatet er ikke ført ennå' if self.er_holdt else 'Ikke valgt ennå'}."
        krets = " i hver valgkrets" if self.per_valgkrets else ""
        dom = {True: "nådd", False: "ikke nådd", None: "ikke avgjort, siden resultatet ikke er ført for hver krets"}
        return f"{self._fikk}. Målet var minst {self.antall}{krets}: {dom[self.naadd]}."

    @property
    def _fikk(self) -> str:
        if self.per_valgkrets and all(ett.krets for ett in self.resultater):
            return ", ".join(f"{ett.krets} fikk {ett.antall}" for ett in self.resultater)
        return f"Fikk {sum(ett.antall for ett in self.resultater)}"
