"""A rule: what a "Gjennomføring" phrase means, as plain values that a database can store."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from .aarsdel import FOERSTE_AAR, SISTE_AAR, Del, er_aar
from .ankere import EtterAarsmoeteperioden, FoersteFs, HalvaarEtterAarsmoetet
from .dager import Dag, Innen, InnenUtgangen, Uker
from .perioder import Aarstid, Halvaar, Heleaar, Kvartal, Maaned, Maaneder

DELER: dict[str, type[Del]] = {
    del_.slag: del_
    for del_ in (
        *(Heleaar, Halvaar, Kvartal, Maaned, Maaneder, Aarstid, Uker, Dag, Innen, InnenUtgangen),
        *(HalvaarEtterAarsmoetet, EtterAarsmoeteperioden, FoersteFs),
    )
}

HVERT, VALGAAR, MELLOMAAR, ANNETHVERT, FOERSTE, BESTEMTE = (
    "hvert",
    "valgaar",
    "mellomaar",
    "annethvert",
    "foerste",
    "bestemte",
)

AARSTEKST = {
    HVERT: "hvert år",
    VALGAAR: "i valgår",
    MELLOMAAR: "i mellomår",
    ANNETHVERT: "annethvert år fra det første i perioden",
    FOERSTE: "det første året i perioden",
}

RYTMER: dict[tuple[Del, ...], str] = {
    (Halvaar(1), Halvaar(2)): "hvert halvår",
    tuple(Kvartal(nr) for nr in range(1, 5)): "hvert kvartal",
    tuple(Maaned(nr) for nr in range(1, 13)): "hver måned",
}


@dataclass(frozen=True)
class Aar:
    """Which years: a kind, and for the kind `bestemte` the years themselves, in order."""

    slag: str
    aar: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.slag not in (*AARSTEKST, BESTEMTE) or bool(self.aar) != (self.slag == BESTEMTE):
            raise ValueError(f"Ukjent utvalg av år: {self!r}")
        if self.aar != tuple(sorted({aar for aar in self.aar if type(aar) is int and er_aar(aar)})):
            raise ValueError(f"Årene må stå i rekkefølge mellom {FOERSTE_AAR} og {SISTE_AAR}: {self!r}")

    @property
    def gjentas(self) -> bool:
        """Whether the years come from the period, and not from the phrase."""
        return self.slag not in (BESTEMTE, FOERSTE)

    @property
    def tekst(self) -> str:
        return AARSTEKST.get(self.slag) or f"i {_ramse([str(aar) for aar in self.aar])}"

    def velg(self, foerste: int, aarene: Iterable[int]) -> Iterable[int]:
        """The years meant, out of `aarene`, in a period whose first year is `foerste`.

        Election years are the odd ones: parliament and municipalities take turns.
        """
        if self.slag == BESTEMTE:
            return self.aar
        if self.slag == FOERSTE:
            return (foerste,) if er_aar(foerste) else ()
        return [
            aar
            for aar in aarene
            if self.slag == HVERT
            or (self.slag == VALGAAR and aar % 2 == 1)
            or (self.slag == MELLOMAAR and aar % 2 == 0)
            or (self.slag == ANNETHVERT and (aar - foerste) % 2 == 0)
        ]


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
        deler = RYTMER.get(self.deler) or _ramse([del_.tekst for del_ in self.deler if del_.tekst])
        if not deler or (self.deler in RYTMER and self.aar.slag == HVERT):
            return deler or self.aar.tekst
        if self.aar.slag != BESTEMTE:
            return f"{deler}, {self.aar.tekst}"
        if self.deler in RYTMER or any(isinstance(del_, Maaneder) and del_.over for del_ in self.deler):
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
        setninger = [innledning + _ramse([ledd.tekst for ledd in self.ledd])]
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
                    "aar": {"slag": ledd.aar.slag, "aar": list(ledd.aar.aar)},
                }
                for ledd in self.ledd
            ],
            "loepende": self.loepende,
            "ved_behov": self.ved_behov,
            "til_bekreftelse": self.til_bekreftelse,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Regel":
        """The rule that `to_dict` wrote. Raises ValueError for anything else."""
        try:
            ledd = tuple(
                Ledd(
                    tuple(_del_fra(del_) for del_ in ledd["deler"]),
                    Aar(ledd["aar"]["slag"], tuple(ledd["aar"]["aar"])),
                )
                for ledd in data["ledd"]
            )
            return cls(ledd, *(bool(data[navn]) for navn in ("loepende", "ved_behov", "til_bekreftelse")))
        except (KeyError, TypeError) as feil:
            raise ValueError(f"Ikke en lagret regel: {feil!r}") from feil


def _felter(del_: Del) -> dict[str, Any]:
    return {felt.name: getattr(del_, felt.name) for felt in fields(del_)}


def _del_fra(data: dict[str, Any]) -> Del:
    return DELER[data["slag"]](**{navn: verdi for navn, verdi in data.items() if navn != "slag"})


def _ramse(ord_: list[str]) -> str:
    """ "a, b og c": the words as people list them."""
    return " og ".join(filter(None, [", ".join(ord_[:-1]), *ord_[-1:]]))
