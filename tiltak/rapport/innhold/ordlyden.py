"""The plan as it was adopted on a report's last day: its words, and what stood where. Later decisions are undone.

The words come from the log of changes, part by part; where each part stood comes from the edition that held that day,
which has no keys: its parts are known again by their words. Two or three queries, however large the plan.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ...dokument import Periodemaal as Periodemaalordlyd
from ...dokument import Plandokument
from ...dokument.planjson import fra_json
from ...models import Maal, Ordlydsendring, Organ, Periodemaal, Plan, Planutgave, Tiltak
from ...models.plan import MedTidIPlanen
from .plassene import i_rekkefoelge, plassene
from .tilbake import Endring, Ordlyd, rull_tilbake

# What the log calls the fields.
PLANFELTER = {"tittel": "tittel", "organisasjon": "organisasjon"}
MAALFELTER = {"nummer": "nummer", "overskrift": "overskrift", "motto": "motto"}
TILTAKSFELTER = {
    "kode": "kode",
    "ordlyd": "tekst",
    "gjennomføring": "gjennomfoering",
    "ansvarlig": "ansvarlig",
}


@dataclass(frozen=True)
class Planen:
    """The plan as it was: its goals and measures in its order, on rows that say what they said then.

    The rows are not to be saved. A measure's `maal_id` and `utgaatt` are as they were too. `periodemaal` are the
    wording of each goal for the period, and its row where the plan still has it.
    """

    tittel: str
    organisasjon: str
    maal: list[Maal]
    tiltak: list[Tiltak]
    periodemaal: list[tuple[Periodemaalordlyd, Periodemaal | None]]


def planen_som_den_var(plan: Plan, dag: date) -> Planen:
    """Give all that the plan has had, as it was adopted on `dag`; before its adoption, as it was adopted first."""
    maal = list(Maal.objects.filter(plan=plan).order_by("nr", "pk"))
    tiltak = list(Tiltak.objects.i_planen(plan).i_planens_rekkefoelge())
    periodemaal = list(plan.periodemaal.all())
    som_i_dag = Planen(plan.tittel, plan.organisasjon, maal, tiltak, [(_ordlyd(ett), ett) for ett in periodemaal])
    endringer = _endringene_etter(plan, dag)
    utgave = _utgaven(plan, dag) if endringer else None
    for ett in (*maal, *tiltak):
        ett.utgaatt = _ute_paa(ett, dag)
    if utgave is None:
        return som_i_dag
    hodet = _rullet([plan], PLANFELTER, endringer, navn=())[plan.pk].vedtatt
    maalord = _rullet(maal, MAALFELTER, endringer, navn=("nummer", "overskrift"))
    tiltaksord = _tiltakene(tiltak, endringer)
    periodeord = _rullet(periodemaal, {"ordlyd": "tekst"}, _om_periodemaal(endringer), navn=())
    stod = [ett for ett in tiltak if ett.sto_i_planen(dag, dag)]
    plassert = plassene(utgave, [ett for ett in maal if ett.sto_i_planen(dag, dag)], stod, maalord, tiltaksord)
    for rad, ordlyd in [*((ett, maalord[ett.pk]) for ett in maal), *((ett, tiltaksord[ett.pk]) for ett in tiltak)]:
        for felt, verdi in ordlyd.vedtatt.items():
            setattr(rad, felt, verdi)
    for ett in tiltak:
        ett.maal_id = plassert.maalet.get(ett.pk, ett.maal_id)
    ordnet = i_rekkefoelge(maal, plassert.maal)
    plass = {ett.pk: nr for nr, ett in enumerate(ordnet)}
    tiltak = sorted(i_rekkefoelge(tiltak, plassert.tiltak), key=lambda ett: plass[ett.maal_id])
    return Planen(
        hodet["tittel"],
        hodet["organisasjon"],
        ordnet,
        tiltak,
        _periodemaalene(utgave, periodemaal, periodeord),
    )


def _endringene_etter(plan: Plan, dag: date) -> list[Endring]:
    rader = Ordlydsendring.objects.filter(plan=plan, utgave__gjelder_fra__gt=dag).order_by("pk")
    return [
        Endring(ett.hva, ett.felt, ett.foer, ett.etter, ett.tiltak_id, _er_retting(ett.utgave))
        for ett in rader.select_related("utgave").defer("utgave__innhold")
    ]


def _er_retting(utgave: Planutgave | None) -> bool:
    return utgave is not None and utgave.organ == Organ.RETTING


def _utgaven(plan: Plan, dag: date) -> Plandokument | None:
    utgave = Planutgave.objects.paa_dagen(plan, dag) or plan.utgaver.order_by("gjelder_fra", "pk").first()
    return fra_json(utgave.innhold) if utgave else None


def _rullet(
    rader: Iterable[Any], felter: Mapping[str, str], endringer: Iterable[Endring], navn: Sequence[str]
) -> dict[int, Ordlyd]:
    deler = [Ordlyd(ett.pk, {felt: getattr(ett, felt) for felt in felter.values()}) for ett in rader]
    rull_tilbake(deler, _med_feltnavn(endringer, felter), navn)
    return {ett.pk: ett for ett in deler}


def _tiltakene(tiltak: Iterable[Tiltak], endringer: Iterable[Endring]) -> dict[int, Ordlyd]:
    """The log knows measures by their key."""
    felter = TILTAKSFELTER.values()
    deler = {ett.pk: Ordlyd(ett.pk, {felt: getattr(ett, felt) for felt in felter}) for ett in tiltak}
    for endring in reversed(list(_med_feltnavn(endringer, TILTAKSFELTER))):
        if endring.tiltak in deler:
            deler[endring.tiltak].rull_tilbake(endring)
    return deler


def _med_feltnavn(endringer: Iterable[Endring], felter: Mapping[str, str]) -> Iterator[Endring]:
    return (replace(ett, felt=felter[ett.felt]) for ett in endringer if ett.felt in felter)


def _om_periodemaal(endringer: Iterable[Endring]) -> list[Endring]:
    """Other parts of the plan have words by the same name in the log."""
    navn = str(Periodemaal._meta.verbose_name).capitalize()
    return [ett for ett in endringer if ett.hva.startswith(navn)]


def _periodemaalene(
    utgave: Plandokument, rader: Iterable[Periodemaal], ordlyd: Mapping[int, Ordlyd]
) -> list[tuple[Periodemaalordlyd, Periodemaal | None]]:
    ledige: defaultdict[str, list[Periodemaal]] = defaultdict(list)
    for rad in rader:
        ledige[ordlyd[rad.pk].bokstavelig["tekst"]].append(rad)
    svar: list[tuple[Periodemaalordlyd, Periodemaal | None]] = []
    for ett in utgave.periodemaal:
        funnet = ledige[ett.tekst].pop(0) if ledige[ett.tekst] else None
        vedtatt = ordlyd[funnet.pk].vedtatt["tekst"] if funnet else ett.tekst
        # The target is read from the words: where these are today's, so is it.
        svar.append((_ordlyd(funnet) if funnet and funnet.tekst == vedtatt else replace(ett, tekst=vedtatt), funnet))
    return svar


def _ordlyd(rad: Periodemaal) -> Periodemaalordlyd:
    return Periodemaalordlyd(
        tekst=rad.tekst,
        margin=rad.linje,
        margin_til=None,
        linje=0,
        antall=rad.antall,
        per_valgkrets=rad.per_valgkrets,
        valg=rad.valg or None,
        valgaar=rad.valgaar,
    )


def _ute_paa(rad: MedTidIPlanen, dag: date) -> date | None:
    """Since when it was out of the plan on that day; None when it stood there."""
    if rad.utgaatt and rad.utgaatt <= dag:
        return rad.utgaatt
    ute = (fra for fra, til in rad.fravaer if fra <= dag.isoformat() < til)
    return next(map(date.fromisoformat, ute), None)
