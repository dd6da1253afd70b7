"""The kinds of parts that a plan has: what each is called in addresses and to people, and the form that it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from aktivitet.heltall import heltall

from ..models import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plan, Tiltak
from .former import AvsnittForm, DelForm, KapittelForm, MaalForm, PeriodemaalForm, RadForm, TiltakForm
from .plass import Sted, naboer, sett_eier


@dataclass(frozen=True)
class Slag:
    """One kind of part. `sti` says where its plan is."""

    navn: str
    modell: type[Any]
    form: type[DelForm]
    bestemt: str
    nytt: str
    sti: tuple[str, ...] = ("plan",)

    def i_planen(self, plan: Plan) -> QuerySet[Any]:
        """All of the kind in a plan, also those that were taken out."""
        hvor = Q()
        for sti in self.sti:
            hvor |= Q(**{sti: plan})
        return self.modell._default_manager.filter(hvor).select_related(*self.sti, *OGSAA.get(self.navn, ()))

    def staaende(self, plan: Plan) -> QuerySet[Any]:
        """Those that stand in the plan today."""
        kan_gaa_ut = any(felt.name == "utgaatt" for felt in self.modell._meta.fields)
        return self.i_planen(plan).filter(utgaatt__isnull=True) if kan_gaa_ut else self.i_planen(plan)

    def ny(self, plan: Plan) -> Any:
        """One that is not stored yet."""
        return self.modell(plan=plan) if self.sti == ("plan",) else self.modell()


SLAG: Mapping[str, Slag] = {
    ett.navn: ett
    for ett in (
        Slag("kapittel", Kapittel, KapittelForm, "kapittelet", "Nytt kapittel"),
        Slag("avsnitt", Avsnitt, AvsnittForm, "avsnittet", "Nytt avsnitt", ("kapittel__plan", "maal__plan")),
        Slag("periodemal", Periodemaal, PeriodemaalForm, "periodemålet", "Nytt periodemål"),
        Slag("mal", Maal, MaalForm, "målet", "Nytt mål"),
        Slag("tiltak", Tiltak, TiltakForm, "tiltaket", "Nytt tiltak", ("maal__plan",)),
        Slag("maned", Aktivitetsrad, RadForm, "måneden", "Ny måned i aktivitetsplanen"),
    )
}
OGSAA = {"mal": ("forelder",), "tiltak": ("foelges_opp_av",)}
EIERE = {"avsnitt": ("kapittel", "mal"), "tiltak": ("mal",), "mal": ("mal",)}  # what each can stand in


def slaget_til(ting: Any) -> Slag:
    """The kind that a part is."""
    return next(slag for slag in SLAG.values() if isinstance(ting, slag.modell))


def finn_sted(slag: Slag, plan: Plan, eier: str, etter: str) -> Sted | None:
    """Give the place that an address says: `eier` as "mal-12" or empty, `etter` as "45", "forst", or empty for last.

    None when the plan has no such goal or chapter. A neighbour that is gone meanwhile leaves the last place.
    """
    hvem = None
    if slag.navn in EIERE:
        navn, _, pk = eier.partition("-")
        if navn in EIERE[slag.navn]:
            hvem = SLAG[navn].staaende(plan).filter(pk=heltall(pk) or 0).first()
        if hvem is None and (eier or slag.navn != "mal"):
            return None
    ny = slag.ny(plan)
    sett_eier(ny, hvem)
    rekke = naboer(ny)
    siste = rekke[-1] if rekke else None
    if etter == "forst":
        return Sted(hvem)
    return Sted(hvem, next((ett for ett in rekke if ett.pk == heltall(etter)), siste))
