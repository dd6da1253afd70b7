"""What the page about the period shows, and the PDF and the picture alone: the plan's counts, laid out and drawn.

Every number comes from `tiltak/fremdrift.py`, asked once.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from aktivitet.tekst import rens_linje
from aktivitet.tid import dag_i_ord

from ..fremdrift import Fremdrift, Rad, Tall, fremdrift
from ..models import Maal, Plan
from .bilde import Bilde
from .klasser import Klasse
from .rutenett import Linje, Rutenett, rutenett
from .tegning import BRED, FIL, SMAL, tegn, tegn_alle


@dataclass(frozen=True)
class Aarsrad:
    """How far a goal has come in each year and in all of them; or the whole plan."""

    navn: str
    nivaa: int
    pk: int | None
    aar: tuple[Tall, ...]
    alt: Tall


@dataclass(frozen=True)
class Del:
    """Some of the plan's years: the pictures of them, and the numbers of these for the table beside."""

    nett: Rutenett
    bilder: tuple[Bilde, ...]


@dataclass(frozen=True)
class Periodeside:
    """All that is shown. `smale`: the pictures for a phone, by year. `aarene`: the years of `aarsrader` and `sum`."""

    plan: Plan
    i_dag: date
    nett: Rutenett
    deler: tuple[Del, ...]
    smale: tuple[Bilde, ...]
    aarene: tuple[int, ...]
    aarsrader: tuple[Aarsrad, ...]
    sum: Aarsrad

    klasser = tuple(Klasse)

    @property
    def er_tom(self) -> bool:
        return not self.sum.alt.figurer.frist

    @property
    def listeaar(self) -> int:
        """The year of the list that a goal leads to: this year, within the plan."""
        return self.plan.naermeste_aar(self.i_dag.year)

    @property
    def per_aar(self) -> list[tuple[int, Tall]]:
        """The whole plan's figures in each year."""
        return list(zip(self.aarene, self.sum.aar, strict=True))

    def alene(self) -> Bilde:
        """The whole period in one picture that says what it is, to be put into something else."""
        plan = rens_linje(self.plan.tittel)
        return tegn(self.nett, FIL, self.i_dag, "perioden", overskrift=(plan, f"Slik det sto {dag_i_ord(self.i_dag)}"))


def periodeside(plan: Plan, i_dag: date) -> Periodeside:
    """Lay out how the plan stands on the day. Costs two queries, for any plan."""
    staar = fremdrift(plan, i_dag)
    under: dict[int, list[Rad]] = defaultdict(list)
    for rad in staar.rader:
        under[rad.maal].append(rad)
    maalene = [maal for maal in plan.maal.all() if maal.pk in under or maal.utgaatt is None]
    nett = rutenett([_linje(maal) for maal in maalene], staar.rader, plan.fra, plan.til)
    aarene = tuple(aar for aar, _ in nett.aarene)

    def aarsrad(linje: Linje | None, tall: Fremdrift) -> Aarsrad:
        navn, nivaa, pk = (linje.navn, linje.nivaa, linje.pk) if linje else ("Hele planen", 1, None)
        return Aarsrad(navn, nivaa, pk, tuple(tall.tall(aar=aar) for aar in aarene), tall.tall())

    return Periodeside(
        plan=plan,
        i_dag=i_dag,
        nett=nett,
        deler=tuple(
            Del(del_, tegn_alle(del_, BRED, i_dag, f"perioden-{nr}"))
            for nr, del_ in enumerate(BRED.delt(nett), start=1)
        ),
        smale=tuple(
            bilde
            for nr, del_ in enumerate(SMAL.delt(nett.per_aar()), start=1)
            for bilde in tegn_alle(del_, SMAL, i_dag, f"perioden-smal-{nr}")
        ),
        aarene=aarene,
        aarsrader=tuple(aarsrad(_linje(maal), Fremdrift(tuple(under[maal.pk]))) for maal in maalene),
        sum=aarsrad(None, staar),
    )


def _linje(maal: Maal) -> Linje:
    # Cleaned again: the picture is XML, which a control character that was stored by some other door would break.
    navn = rens_linje(str(maal))
    return Linje(maal.pk, f"{navn} (ute av planen)" if maal.utgaatt else navn, maal.nivaa)
