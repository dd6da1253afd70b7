"""A rule: what a "Gjennomføring" phrase means, as plain values that a database can store."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from aktivitet.kalender import Dager

from ..i_ord import ramse
from .aarene import BESTEMTE, HVERT, PERIODEN, Aar
from .aarsdel import Del
from .aarsmoetet import EtterAarsmoeteperioden, FoersteFs, HalvaarEtterAarsmoetet
from .aarstider import Aarstid, Maanedsdel
from .ankere import Etter, Foer, Paa, TidEtter, TidFoer, Til, Valgkamp
from .dager import Dag, Dagspenn, Innen, InnenUke, InnenUtgangen, Uker
from .perioden import Periodedel
from .perioder import Halvaar, Heleaar, Kvartal, Maaned, Maaneder, Tertial

DELER: dict[str, type[Del]] = {
    del_.slag: del_
    for del_ in (
        *(Heleaar, Halvaar, Tertial, Kvartal, Maaned, Maaneder, Aarstid, Maanedsdel, Periodedel),
        *(Uker, Dag, Dagspenn, Innen, InnenUtgangen, InnenUke),
        *(HalvaarEtterAarsmoetet, EtterAarsmoeteperioden, FoersteFs),
        *(Foer, Etter, Paa, Til, TidFoer, TidEtter, Valgkamp),
    )
}

# So many times a year, spread evenly
GANGER_I_AARET: dict[int, tuple[Del, ...]] = {
    2: tuple(map(Halvaar, range(1, 3))),
    3: tuple(map(Tertial, range(1, 4))),
    4: tuple(map(Kvartal, range(1, 5))),
    6: tuple(Maaneder(nr, nr + 1) for nr in range(1, 12, 2)),
    12: tuple(map(Maaned, range(1, 13))),
}
GANGER_I_PERIODEN: dict[int, tuple[Del, ...]] = {
    ganger: tuple(Periodedel(nr, ganger) for nr in range(1, ganger + 1)) for ganger in range(2, 13)
}
RYTMER: dict[tuple[Del, ...], str] = {
    GANGER_I_AARET[2]: "hvert halvår",
    GANGER_I_AARET[3]: "hvert tertial",
    GANGER_I_AARET[4]: "hvert kvartal",
    GANGER_I_AARET[6]: "annenhver måned",
    GANGER_I_AARET[12]: "hver måned",
    **{deler: f"{ganger} ganger i perioden" for ganger, deler in GANGER_I_PERIODEN.items()},
}


@dataclass(frozen=True)
class Ledd:
    """One clause: these parts of these years ("mars og oktober" of "2025 og 2027")."""

    deler: tuple[Del, ...]
    aar: Aar

    def __post_init__(self) -> None:
        if not self.deler:
            raise ValueError("Et ledd må ha minst én del av året")

    @property
    def tekst(self) -> str:
        deler = RYTMER.get(self.deler) or ramse([del_.tekst for del_ in self.deler if del_.tekst])
        if not deler or (self.deler in RYTMER and self.aar == Aar(HVERT)):
            return deler or self.aar.tekst
        if self.aar.slag == PERIODEN:
            return deler
        if self.aar == Aar(HVERT) and any(del_.hver_gang for del_ in self.deler):
            return f"{deler}, hver gang"
        if self.aar.slag != BESTEMTE:
            return f"{deler}, {self.aar.tekst}"
        if self.deler in RYTMER or any(del_.krysser_nyttaar for del_ in self.deler):
            return f"{self.aar.tekst}: {deler}"  # "i 2025: hver måned"
        return f"{deler} {self.aar.tekst.removeprefix('i ')}"  # "i mars 2024"


@dataclass(frozen=True)
class Regel:
    """What a phrase means: one or more clauses, and how seriously their due days are meant.

    loepende: ongoing work that each year is judged and never overdue. ved_behov: nothing has to happen, so nothing can
    be overdue. til_bekreftelse: an interpretation that stands until the secretary says yes or chooses another.
    """

    ledd: tuple[Ledd, ...]
    loepende: bool = False
    ved_behov: bool = False
    til_bekreftelse: bool = False

    def __post_init__(self) -> None:
        if not self.ledd:
            raise ValueError("En regel må ha minst ett ledd")

    @property
    def kan_forfalle(self) -> bool:
        return not (self.loepende or self.ved_behov)

    @property
    def beskrivelse(self) -> str:
        """What the rule means, in a few short sentences for the secretary."""
        innledning = "ved behov, " if self.ved_behov else "løpende, " if self.loepende else ""
        setninger = [innledning + ramse([ledd.tekst for ledd in self.ledd])]
        if self.loepende:
            setninger.append("vurderes én gang i året")
        if not self.kan_forfalle:
            setninger.append("kan ikke forfalle")
        if self.til_bekreftelse:
            setninger.append("tolkningen må bekreftes")
        return " ".join(f"{setning[0].upper()}{setning[1:]}." for setning in setninger)

    def to_dict(self) -> dict[str, Any]:
        """The rule as values that JSON knows; `from_dict` gives the same rule back."""
        return {
            "ledd": [
                {
                    "deler": [{"slag": del_.slag, **_felter(del_)} for del_ in ledd.deler],
                    "aar": {"slag": ledd.aar.slag, "aar": list(ledd.aar.aar), **_grenser(ledd.aar)},
                }
                for ledd in self.ledd
            ],
            "loepende": self.loepende,
            "ved_behov": self.ved_behov,
            "til_bekreftelse": self.til_bekreftelse,
        }

    @classmethod
    def fra_dager(cls, dagene: Iterable[Dager]) -> "Regel":
        """The rule that dates set by hand make: each from its first day, due on its last.

        Raises ValueError when one ends before it begins, in a year that no plan has, or when there are none.
        """
        return cls(
            tuple(Ledd((_mellom(foerste, siste),), Aar(BESTEMTE, (foerste.year,))) for foerste, siste in dagene)
        )

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Regel":
        """The rule that `to_dict` wrote. Raises ValueError for anything else."""
        try:
            ledd = tuple(
                Ledd(
                    tuple(_del_fra(del_) for del_ in ledd["deler"]),
                    Aar(**ledd["aar"] | {"aar": tuple(ledd["aar"]["aar"])}),
                )
                for ledd in data["ledd"]
            )
            return cls(ledd, *(bool(data[navn]) for navn in ("loepende", "ved_behov", "til_bekreftelse")))
        except (KeyError, TypeError) as feil:
            raise ValueError(f"Ikke en lagret regel: {feil!r}") from feil


def _mellom(foerste: date, siste: date) -> Del:
    if foerste == siste:
        return Dag(foerste.month, foerste.day)
    return Dagspenn(foerste.month, foerste.day, siste.month, siste.day, siste.year - foerste.year)


def _grenser(aar: Aar) -> dict[str, int]:
    return {navn: grense for navn, grense in (("fra", aar.fra), ("til", aar.til)) if grense is not None}


def _felter(del_: Del) -> dict[str, Any]:
    return {felt.name: getattr(del_, felt.name) for felt in fields(del_)}


def _del_fra(data: dict[str, Any]) -> Del:
    return DELER[data["slag"]](**{navn: verdi for navn, verdi in data.items() if navn != "slag"})
