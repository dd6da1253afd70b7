"""The places of a report to write in, what stands there, and the due dates that the writing is about."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import Count

from ..figurer import Figurer
from ..models import Maal, Plan, Rapport, Rapporttekst, Termin
from ..sitering import ankere, siterte_koder
from .innhold.bygging import maalene_i, tiltakene_i
from .innhold.linjer import stilling
from .innhold.ordlyden import planen_som_den_var
from .mangler import Mangler, finn_grupper, uten

Sted = Rapporttekst.Sted


@dataclass(frozen=True)
class Skrivested:
    """One place, with what stands there. `anker` names it in the document, and `figurer` says how it went with the
    goal's measures."""

    tekst: Rapporttekst
    navn: str
    anker: str
    nivaa: int = 1
    figurer: str = ""

    @property
    def felt(self) -> str:
        """What names it in forms and addresses."""
        return self.tekst.felt

    @property
    def antall_tidligere(self) -> int:
        """How many earlier texts are kept."""
        return getattr(self.tekst, "antall_tidligere", 0)


@dataclass(frozen=True)
class Skrivebord:
    """All that the secretary writes in and about. `plan` is None when no adopted plan has a day in the period."""

    rapport: Rapport
    plan: Plan | None
    steder: tuple[Skrivested, ...]
    terminer: tuple[Termin, ...]

    def mangler(self, bruker: Any, i_dag: date) -> Mangler:
        """Give what is missing, and what this person has just settled."""
        grupper = finn_grupper(self.terminer, i_dag)
        maa = {termin for gruppe in grupper if not gruppe.valgfri for termin in gruppe.terminer}
        nettopp = tuple(termin for termin in self.terminer if termin.kan_angres_av(bruker) and termin not in maa)
        return Mangler(
            grupper=uten(grupper, nettopp),
            innledning=not self.steder[0].tekst.tekst,
            moetedag=self.rapport.moetedag is None,
            moetested=not self.rapport.moetested,
            anslag=tuple(termin for termin in self.terminer if termin.anslag),
            nettopp=nettopp,
        )


def lest(tekst: str) -> str:
    """Give the mark of a text, by which a form tells whether what it was given has been written in since."""
    return sha256(tekst.encode()).hexdigest()[:16]


def skrivebordet(rapport: Rapport) -> Skrivebord:
    """Give the places of the report in its order, and its due dates in the plan's. Costs at most ten queries."""
    tekster = {(tekst.sted, tekst.maal_id): tekst for tekst in _tekstene(rapport)}

    def sted(navn: str, hvor: str, anker: str, maal: Maal | None = None, *om_maalet: Any) -> Skrivested:
        tekst = tekster.get((hvor, maal.pk if maal else None)) or Rapporttekst(rapport=rapport, sted=hvor, maal=maal)
        return Skrivested(tekst, navn, anker, *om_maalet)

    plan = rapport.finn_plan()
    terminer, maal = _med_frist(rapport, plan) if plan else ((), [])
    antall: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for termin in terminer:
        antall[termin.tiltak.maal_id][stilling(termin)] += 1
    maaltekster = [
        sted(str(ett), Sted.MAAL, f"mal-{anker}", ett, ett.nivaa, _figurene(antall[ett.pk]))
        for ett, anker in zip(maal, ankere(ett.nummer for ett in maal), strict=True)
    ]
    innledning = sted("Innledning", Sted.INNLEDNING, "innledning")
    steder = (innledning, *maaltekster, sted("Avslutning", Sted.AVSLUTNING, "avslutning"))
    return Skrivebord(rapport, plan, steder, terminer)


def _figurene(antall: Counter[str]) -> str:
    return Figurer.av(antall).i_ord if antall else ""


def _tekstene(rapport: Rapport) -> list[Rapporttekst]:
    if not rapport.pk:
        return []
    return list(rapport.tekster.select_related("av").annotate(antall_tidligere=Count("tidligere")))


def _med_frist(rapport: Rapport, plan: Plan) -> tuple[tuple[Termin, ...], list[Maal]]:
    """What was due in the period, each with its measure and the code to cite it by, and the goals that are told of.

    Words and places are the report's own: those that were adopted on its last day.
    """
    frister = Termin.objects.i_planen(plan).i_figurene().frist_i(*rapport.periode)
    terminer = list(frister.med_stilling().select_related("endret_av").i_planens_rekkefoelge())
    var = planen_som_den_var(plan, rapport.til)
    tiltak = {ett.pk: ett for ett in tiltakene_i(var, terminer, rapport)}
    koder = siterte_koder(tiltak.values())
    for termin in terminer:
        termin.tiltak = tiltak[termin.tiltak_id]
        termin.tiltak.sitert_kode = koder[termin.tiltak_id]
    plass = {pk: nr for nr, pk in enumerate(tiltak)}
    terminer.sort(key=lambda termin: plass[termin.tiltak_id])
    return tuple(terminer), maalene_i(var, tiltak.values(), rapport)
