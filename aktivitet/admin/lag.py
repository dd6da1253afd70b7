"""The organisers in the editing site, and whose activities the secretary sees first."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from ..flytterom import FlytteRom, KanAvbrytes
from ..models import Lag
from ..rom import Rom


@admin.action(description="Se først det de legger inn", permissions=["change"])
def se_foerst(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Lag]) -> None:
    """Let what these branches make wait for the secretary."""
    _sett_godkjennes(rom, request, valgte, True, "Det {} legger inn, venter fra nå på at du publiserer det.")


@admin.action(description="La dem publisere selv", permissions=["change"])
def la_publisere(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Lag]) -> None:
    """Let these branches publish by themselves. What waits already still waits."""
    _sett_godkjennes(rom, request, valgte, False, "{} publiserer selv fra nå. Det som venter alt, må du se på.")


def _sett_godkjennes(
    rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Lag], godkjennes: bool, gjort: str
) -> None:
    endres = list(valgte.exclude(godkjennes=godkjennes))
    valgte.filter(pk__in=[lag.pk for lag in endres]).update(godkjennes=godkjennes)
    for lag in endres:
        rom.log_change(request, lag, "Sekretæren ser først." if godkjennes else "Laget publiserer selv.")
    navnene = " og ".join(lag.navn for lag in endres)
    rom.message_user(request, gjort.format(navnene) if endres else "Slik var det fra før.")


@admin.register(Lag)
class LagRom(FlytteRom, Rom):
    """The organisers. Who edits a branch's activities is set on each person's own page."""

    form = KanAvbrytes
    list_display = ["navn", "type", "kommune", "godkjennes", "antall_redaktoerer"]
    list_filter = ["type", "godkjennes"]
    search_fields = ["navn", "kommune"]
    prepopulated_fields = {"slug": ["navn"]}
    fields = ["navn", "slug", "type", "kommune", "godkjennes"]
    actions = [se_foerst, la_publisere]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Lag]:
        return super().get_queryset(request).annotate(antall_redaktoerer=Count("redaktoerer"))

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A name may change; the address that others link to stays."""
        return {} if obj else super().get_prepopulated_fields(request, obj)

    @admin.display(description="redaktører", ordering="antall_redaktoerer")
    def antall_redaktoerer(self, lag: Any) -> int:
        """How many edit its activities."""
        return lag.antall_redaktoerer
