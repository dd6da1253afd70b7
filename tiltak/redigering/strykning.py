"""Takes parts out of a plan, and in again. What was reported on a measure stays, whatever becomes of it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from aktivitet.tid import dag_i_ord

from ..models import Avsnitt, Frist, Maal, Organ, Plan, Status, Statusendring, Termin, Tiltak
from ..ordlyd import Endring, hele_ordlyden, lagt_til, planen_til, tatt_ut
from ..terminplan import oppdater
from ..utgave import Beslutning, Endringslogg, endre_planen
from .endring import fra_dag
from .plass import rekken, treet_under

TATT_UT = "Tatt ut av planen"
TATT_INN = "Tatt inn i planen igjen"


def ta_ut(ting: Any, beslutning: Beslutning | None, versjon: int) -> None:
    """Take a part out of its plan, a goal with everything under it.

    Measures and goals of an adopted plan, and those that somebody has reported on, stay with their log, marked as out;
    the rest is deleted, since the editions keep it. Raises EndretAvAndre when somebody has saved since `versjon`.
    """
    plan = cast(Plan, planen_til(ting))
    with endre_planen(plan, beslutning) as logg:
        ting.ta_versjon(versjon)
        if isinstance(ting, Maal):
            _ta_ut_maal(ting, logg, beslutning)
        elif isinstance(ting, Tiltak):
            ta_ut_tiltak([ting], logg, beslutning)
        else:
            logg.skriv(ting, tatt_ut(ting))
            ting.delete()


def ta_ut_tiltak(
    tiltakene: Sequence[Tiltak], logg: Endringslogg, beslutning: Beslutning | None, inn_i: Tiltak | None = None
) -> None:
    """Take measures out inside a change of the plan; with `inn_i` as part of that one from now on.

    What was due before that day stays as it is. Of the rest, what nobody has written about goes, and what is still
    open is set to Utgår with the words of the decision, so that nothing is left to be overdue.
    """
    for ett in tiltakene:
        logg.skriv(ett, tatt_ut(ett), *([Endring("gått inn i", "", str(inn_i))] if inn_i else []))
    blir = tiltakene if logg.plan.er_vedtatt else list(_med_logg(tiltakene))
    bort = [ett.pk for ett in tiltakene if ett.pk not in {beholdt.pk for beholdt in blir}]
    _slett(bort)
    if not blir:
        return
    dag = beslutning.dag if beslutning else timezone.localdate()
    _avslutt_terminene(blir, dag, _ordene(TATT_UT, dag, beslutning, inn_i), beslutning)
    valgte = Tiltak.objects.filter(pk__in=[ett.pk for ett in blir])
    valgte.update(utgaatt=dag, gaatt_inn_i=inn_i, versjon=F("versjon") + 1)
    oppdater(blir, logg.plan)


def ta_inn_igjen(ting: Maal | Tiltak, beslutning: Beslutning | None, versjon: int) -> None:
    """Take in again what was taken out: a measure with its goal, a goal with what went out on the same day as it did.

    What fell due while it was out is not asked for. Where only a slip is mended, it was never out, and all of it is.
    """
    plan = cast(Plan, planen_til(ting))
    with endre_planen(plan, beslutning) as logg:
        ting.ta_versjon(versjon)
        maalene, tiltakene = _som_kommer_inn(ting)
        avsnitt = _avsnittene(maalene)
        for del_ in (*maalene, *avsnitt, *tiltakene):
            logg.skriv(del_, lagt_til(del_))
        dag = fra_dag(logg.plan, beslutning)
        inn: list[Maal | Tiltak] = [*maalene, *tiltakene]
        for ett in inn:
            ett.er_inne_igjen(dag)
            ett.versjon += 1
        for tiltak in tiltakene:
            tiltak.gaatt_inn_i = None
        Maal.objects.bulk_update(maalene, ["utgaatt", "fravaer", "versjon"], batch_size=500)
        Tiltak.objects.bulk_update(tiltakene, ["utgaatt", "fravaer", "gaatt_inn_i", "versjon"], batch_size=500)
        if dag:
            Frist.objects.filter(tiltak__in=tiltakene).update(gjelder_fra=dag)
        _gjenaapne_terminene(tiltakene, dag or date.min, beslutning)
        oppdater(tiltakene, logg.plan)


def _ta_ut_maal(maal: Maal, logg: Endringslogg, beslutning: Beslutning | None) -> None:
    alle = [ett for ett in rekken(maal) if ett.utgaatt is None]
    treet = [maal, *treet_under(maal, alle)]
    tiltak = list(Tiltak.objects.filter(maal__in=treet).gjeldende().i_planens_rekkefoelge())
    for ett in treet:
        logg.skriv(ett, tatt_ut(ett))
    for avsnitt in _avsnittene(treet):
        logg.skriv(avsnitt, tatt_ut(avsnitt))
    if tiltak:
        ta_ut_tiltak(tiltak, logg, beslutning)
    dag = beslutning.dag if beslutning else timezone.localdate()
    pk = [ett.pk for ett in treet]
    if not logg.plan.er_vedtatt and not Tiltak.objects.filter(maal__in=pk).exists():
        Maal.objects.filter(pk__in=pk).delete()
    else:
        Maal.objects.filter(pk__in=pk).update(utgaatt=dag, versjon=F("versjon") + 1)


def _som_kommer_inn(ting: Maal | Tiltak) -> tuple[list[Maal], list[Tiltak]]:
    """The goals and the measures that come in with it, each in the plan's order."""
    maal = ting if isinstance(ting, Maal) else ting.maal
    alle = {ett.pk: ett for ett in rekken(maal)}
    inn = {maal.pk}
    while maal.forelder_id:  # what it hangs under comes in too, else it would stand in nothing
        maal = alle[maal.forelder_id]
        inn.add(maal.pk)
    if isinstance(ting, Tiltak):
        return [ett for ett in alle.values() if ett.pk in inn and ett.utgaatt], [ting]
    treet = [ett for ett in treet_under(ting, list(alle.values())) if ett.utgaatt == ting.utgaatt]
    inn |= {ett.pk for ett in treet}
    tiltak = Tiltak.objects.filter(maal__in=[ting, *treet], utgaatt=ting.utgaatt, gaatt_inn_i__isnull=True)
    return [ett for ett in alle.values() if ett.pk in inn and ett.utgaatt], list(tiltak.i_planens_rekkefoelge())


def _avsnittene(maalene: Iterable[Maal]) -> Iterable[Avsnitt]:
    """Their paragraphs, as the plan is read: goal by goal."""
    return Avsnitt.objects.filter(maal__in=maalene).select_related("maal").order_by("maal__nr", "nr", "pk")


def _med_logg(tiltakene: Iterable[Tiltak]) -> Iterable[Tiltak]:
    logget = set(
        Statusendring.objects.filter(termin__tiltak__in=[ett.pk for ett in tiltakene])
        .order_by()
        .values_list("termin__tiltak", flat=True)
        .distinct()
    )
    return [ett for ett in tiltakene if ett.pk in logget]


def _slett(pk: Iterable[int]) -> None:
    """Delete measures of a draft. Those that were split from them, or went into them, stand on their own."""
    pk = list(pk)
    if pk:
        Tiltak.objects.filter(delt_fra__in=pk).update(delt_fra=None)
        Tiltak.objects.filter(gaatt_inn_i__in=pk).update(gaatt_inn_i=None)
        Tiltak.objects.filter(pk__in=pk).delete()


def _avslutt_terminene(tiltakene: Iterable[Tiltak], dag: date, ord_: str, beslutning: Beslutning | None) -> None:
    har_logg = Exists(Statusendring.objects.filter(termin=OuterRef("pk")))
    aapne = Termin.objects.aapne().filter(har_logg, tiltak__in=[ett.pk for ett in tiltakene], siste__gte=dag)
    for termin in aapne.select_for_update():
        termin.sett_status(
            Status.UTGAAR, av=beslutning.av if beslutning else None, versjon=termin.versjon, merknad=ord_
        )


def _gjenaapne_terminene(tiltakene: Iterable[Tiltak], fra: date, beslutning: Beslutning | None) -> None:
    """Give back the status that those terminer had which going out ended, and nothing else has touched since."""
    avsluttet = Q(status=Status.UTGAAR, merknad__startswith=TATT_UT, siste__gte=fra)
    ord_ = _ordene(TATT_INN, beslutning.dag if beslutning else timezone.localdate(), beslutning)
    for termin in Termin.objects.filter(avsluttet, tiltak__in=[ett.pk for ett in tiltakene]).select_for_update():
        _, *foer = termin.logg.all()[:2]
        termin.sett_status(
            foer[0].status if foer else Status.IKKE_STARTET,
            av=beslutning.av if beslutning else None,
            versjon=termin.versjon,
            utsatt_til=foer[0].utsatt_til if foer else None,
            merknad=ord_,
        )


def _ordene(hva: str, dag: date, beslutning: Beslutning | None, inn_i: Tiltak | None = None) -> str:
    """What stands in the log of a termin: "Tatt ut av planen 28. februar 2026 (Årsmøtet). Vedtak i sak 7"."""
    hvem = f" ({Organ(beslutning.organ).label})" if beslutning and beslutning.organ != Organ.RETTING else ""
    grunn = f" {beslutning.grunn}" if beslutning else ""
    videre = f" Går inn i {inn_i.kode or hele_ordlyden(inn_i)}." if inn_i else ""
    return f"{hva} {dag_i_ord(dag)}{hvem}.{videre}{grunn}"
