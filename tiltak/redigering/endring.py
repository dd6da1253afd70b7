"""Changes what a part of the plan says, and adds parts to it."""

from datetime import date
from typing import Any, cast

from ..models import Organ, Plan, Tiltak
from ..models.plan import MedTidIPlanen
from ..ordlyd import ORDLYD, lagt_til, planen_til
from ..terminplan import oppdater_plan
from ..tolkning import les_ny_ordlyd, les_paa_nytt
from ..utgave import Beslutning, Endringslogg, endre_planen
from .plass import Sted, sett_eier, sett_inn


def endre(ting: Any, nye: dict[str, Any], beslutning: Beslutning | None, versjon: int) -> None:
    """Give a part of the plan, as it is stored, these values. A new phrase is read, a new period moves the terminer.

    Raises EndretAvAndre when somebody has saved since `versjon` was read.
    """
    with endre_planen(cast(Plan, planen_til(ting)), beslutning) as logg:
        ting.ta_versjon(versjon)
        skriv_om(ting, nye, logg, beslutning)


def legg_til(ting: Any, sted: Sted, beslutning: Beslutning | None) -> None:
    """Add a new part to the plan. A measure's phrase is read, and gives terminer from the day of the decision on."""
    with endre_planen(cast(Plan, ting.plan if hasattr(ting, "plan") else planen_til(sted.eier)), beslutning) as logg:
        sett_eier(ting, sted.eier)
        ting.nr = 0
        lagre_ny(ting, sted.etter, logg, beslutning)


def skriv_om(ting: Any, nye: dict[str, Any], logg: Endringslogg, beslutning: Beslutning | None) -> None:
    """Set and save the values inside a change of the plan, with what of it is wording in the log."""
    logg.skriv_felter(ting, {felt: verdi for felt, verdi in nye.items() if felt in ORDLYD[type(ting)]})
    gammel = {felt: getattr(ting, felt) for felt in nye}
    # The edition is read out of the log's own plan, so the plan's head is changed there too.
    for ett in {id(ett): ett for ett in (ting, logg.plan if isinstance(ting, Plan) else ting)}.values():
        for felt, verdi in nye.items():
            setattr(ett, felt, verdi)
    ting.save(update_fields=list(nye))
    if "gjennomfoering" in nye and nye["gjennomfoering"] != gammel["gjennomfoering"]:
        er_retting = beslutning is not None and beslutning.organ == Organ.RETTING
        les_ny_ordlyd(
            ting, gammel["gjennomfoering"], gjelder_fra=fra_dag(logg.plan, beslutning), er_retting=er_retting
        )
    if isinstance(ting, Plan) and any(nye.get(felt, gammel.get(felt)) != gammel.get(felt) for felt in ("fra", "til")):
        oppdater_plan(ting)


def lagre_ny(ting: Any, etter: Any, logg: Endringslogg, beslutning: Beslutning | None) -> None:
    """Store a new part at its place inside a change of the plan."""
    dag = fra_dag(logg.plan, beslutning)
    if isinstance(ting, MedTidIPlanen):
        ting.innfoert = dag
    ting.save()
    sett_inn(ting, etter)
    if isinstance(ting, Tiltak):
        les_paa_nytt(ting, gjelder_fra=dag)
    logg.skriv(ting, lagt_til(ting))


def fra_dag(plan: Plan, beslutning: Beslutning | None) -> date | None:
    """The day from which a change of the plan counts; None when it counts from the beginning, as a draft's do, and
    those that only mend how an adopted text was written down."""
    if beslutning is None or not plan.er_vedtatt or beslutning.organ == Organ.RETTING:
        return None
    return beslutning.dag
