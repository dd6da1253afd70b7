"""Writes the demo's annual reports: what is said in them, and how far each has come on its way through the meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from aktivitet.kalender import er_valgaar
from aktivitet.models import Aktivitetstype
from tiltak.models import Maal, Plan, Rapport, Rapporttekst, Rapportutgave
from tiltak.rapport.frys import frys
from tiltak.rapport.visning import utkastet

from ..models import Bruker
from . import kilde
from .fortelling import OSLO
from .hendelser import Utlagt

BEGYNNES = 10  # the month in which the secretary starts on the year's report
SENDT_UT = timedelta(days=14)  # before the annual meeting, its papers are sent out


@dataclass(frozen=True)
class Beretning:
    """One year's report, by its days: laid before the meeting by the board, sent out to all, approved."""

    aar: int
    lagt_fram: date
    aarsmoete: date

    @property
    def sendt_ut(self) -> date:
        return self.aarsmoete - SENDT_UT


def beretningene(plan: Plan, utlagt: Iterable[Utlagt], i_dag: date) -> list[Beretning]:
    """The reports that are written or begun, oldest first: each is laid before the meeting by the year's first meeting
    of the board."""
    aarsmoeter: dict[int, date] = {}
    foerste_fs: dict[int, date] = {}
    for ett in utlagt:
        if ett.hendelse.fast == "Årsmøte":
            aarsmoeter[ett.aar] = ett.foerste
        elif ett.hendelse.type == Aktivitetstype.FYLKESSTYREMOETE:
            foerste_fs[ett.aar] = min(ett.foerste, foerste_fs.get(ett.aar, ett.foerste))
    # The last one is only begun, when the year is far gone.
    siste = i_dag.year if i_dag.month >= BEGYNNES else i_dag.year - 1
    aarene = range(plan.fra.year, siste + 1)
    return [Beretning(aar, foerste_fs[aar + 1], aarsmoeter[aar + 1]) for aar in aarene]


def lag_beretning(plan: Plan, beretning: Beretning, sekretaeren: Bruker, i_dag: date) -> None:
    """Write the report as it stands on `i_dag`. Its figures are frozen as they stand in the database, so the year's
    story must be told to the day that it was laid before the meeting, and no further."""
    rapport = _skriv(plan, beretning, sekretaeren, er_hel=beretning.lagt_fram < i_dag)
    if beretning.lagt_fram < i_dag:
        innhold = utkastet(rapport, beretning.lagt_fram).innhold
        if innhold is None:
            raise LookupError(f"Ingen plan gjelder for beretningen for {beretning.aar}.")
        rapport.legg_fram(frys(innhold), beretning.lagt_fram, av=sekretaeren, versjon=rapport.versjon)
    if beretning.sendt_ut < i_dag:
        rapport.publiser(rapport.versjon, av=sekretaeren)
        Rapport.objects.filter(pk=rapport.pk).update(publisert=_kl_tolv(beretning.sendt_ut))
        rapport.refresh_from_db()
    if beretning.aarsmoete < i_dag:
        godkjent = Rapport.Tilstand.GODKJENT
        rapport.vedta(godkjent, beretning.aarsmoete, av=sekretaeren, versjon=rapport.versjon)
    for utgave in rapport.utgaver.all():
        Rapportutgave.objects.filter(pk=utgave.pk).update(tid=_kl_tolv(utgave.dag))


def _skriv(plan: Plan, beretning: Beretning, av: Bruker, *, er_hel: bool) -> Rapport:
    """Make the report with its words, all of them or only the first."""
    aar = beretning.aar
    tekster = kilde.rapporttekster()
    slag = "valgaar" if er_valgaar(aar) else "mellomaar"
    stedet = "valgaar" if er_valgaar(aar + 1) else "mellomaar"
    rapport = Rapport.objects.create(
        aar=aar,
        fra=date(aar, 1, 1),
        til=date(aar, 12, 31),
        moetedag=beretning.aarsmoete,
        moetested=tekster["moetested"][stedet],
    )
    ordene: dict[str, Any] = tekster[slag if er_hel else "utkast"]
    maalene = {maal.nummer: maal for maal in Maal.objects.filter(plan=plan)}
    steder: list[tuple[str, Maal | None, str]] = [
        (sted, None, ordene[sted])
        for sted in (Rapporttekst.Sted.INNLEDNING, Rapporttekst.Sted.AVSLUTNING)
        if sted in ordene
    ]
    steder += [(Rapporttekst.Sted.MAAL, maalene[nr], tekst) for nr, tekst in ordene.get("maal", {}).items()]
    for sted, maal, tekst in steder:
        ett = Rapporttekst(rapport=rapport, sted=sted, maal=maal)
        ett.skriv(tekst.format(aar=aar, neste=aar + 1).strip(), av=av, versjon=0)
    # The content tells when it was last changed: by the story, and not by the clock.
    skrevet = _kl_tolv(min(beretning.lagt_fram, date(aar, 12, 31)) if er_hel else date(aar, BEGYNNES, 1))
    rapport.tekster.update(endret=skrevet)
    Rapport.objects.filter(pk=rapport.pk).update(endret=skrevet)
    rapport.refresh_from_db()
    return rapport


def _kl_tolv(dag: date) -> datetime:
    return datetime.combine(dag, time(12), OSLO)
