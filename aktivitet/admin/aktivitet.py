"""Every activity in the editing site: its form, and what is done with several at once from the list."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from ..aktivitetsfelter import Lenkefelter
from ..flytterom import FlytteRom, KanAvbrytes
from ..flytting import MaaBekreftes, vis_foerst
from ..models import Aktivitet, EndretAvAndre, SlettetAvAndre
from ..rom import VersjonertRom
from ..samtidig import VersjonertForm
from ..tid import tid_i_ord
from ..tidsform import sett_tiden


class AktivitetForm(Lenkefelter, KanAvbrytes, VersjonertForm):
    """An activity. What is written about its time, its links and its papers is read as on the calendar's own pages."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if "siste_dag" in self.fields:
            self.fields["siste_dag"].required = False
            self.fields[
                "siste_dag"
            ].help_text = "Tomt betyr samme dag. Er bare uken eller måneden kjent, regnes den ut."

    def clean(self) -> dict[str, Any]:
        """Make days and clock times of what was written."""
        rent = super().clean()
        sett_tiden(self)
        return rent


class Tilstand(admin.SimpleListFilter):
    """How far an activity has come."""

    title = "tilstand"
    parameter_name = "tilstand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("utkast", "Utkast"), ("publisert", "Publisert"), ("avlyst", "Avlyst")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Aktivitet]) -> QuerySet[Aktivitet]:
        match self.value():
            case "utkast":
                return queryset.filter(publisert__isnull=True)
            case "publisert":
                return queryset.filter(publisert__isnull=False)
            case "avlyst":
                return queryset.filter(avlyst=True)
        return queryset


@admin.action(description="Publiser", permissions=["change"])
def publiser(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Aktivitet]) -> None:
    """Publish the chosen drafts."""
    _gjoer(rom, request, valgte.filter(publisert__isnull=True), Aktivitet.publiser, "publisert")


@admin.action(description="Avlys", permissions=["change"])
def avlys(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Aktivitet]) -> None:
    """Cancel the chosen activities. They stay in the calendar, shown as cancelled."""
    _gjoer(rom, request, valgte.filter(avlyst=False), Aktivitet.avlys, "avlyst")


def _gjoer(
    rom: admin.ModelAdmin,
    request: HttpRequest,
    aktivitetene: QuerySet[Aktivitet],
    handling: Callable[[Aktivitet, int], None],
    gjort: str,
) -> None:
    """Do it with each, and say which were left because somebody saved or deleted them in the same moment, or because
    due dates move along: these are shown first, on the activity's own page."""
    antall, imens, flytter = 0, [], []
    for aktivitet in aktivitetene:
        try:
            with vis_foerst(aktivitet, bekreftet=""):
                handling(aktivitet, aktivitet.versjon)
        except (EndretAvAndre, SlettetAvAndre):
            imens.append(f"«{aktivitet}»")
        except MaaBekreftes as foerst:
            flytter.append((foerst.flyttinger.antall, reverse("aktivitet:rediger", args=[aktivitet.pk]), aktivitet))
        else:
            rom.log_change(request, aktivitet, f"{gjort.capitalize()}.")
            antall += 1
    if antall or not (imens or flytter):
        rom.message_user(request, f"{antall} er {gjort}.")
    if imens:
        igjen = f"Ikke {gjort}, for noen andre endret imens: {', '.join(imens)}. Se på det, og prøv en gang til."
        rom.message_user(request, igjen, level="warning")
    for frister, side, aktivitet in flytter:
        se_dem = 'Ikke {}: «{}» flytter {} i planen. Se dem på <a href="{}">møtets egen side</a>, og gjør det der.'
        rom.message_user(request, format_html(se_dem, gjort, aktivitet, frister, side), level="warning")


@admin.register(Aktivitet)
class AktivitetRom(FlytteRom, VersjonertRom):
    """Every activity."""

    form = AktivitetForm
    list_display = ["tittel", "tid", "lag", "type", "er_publisert", "avlyst"]
    list_filter = [Tilstand, "lag", "type", "synlighet"]
    list_select_related = ["lag"]
    search_fields = ["tittel", "sted", "kommune", "beskrivelse", "lag__navn"]
    date_hierarchy = "foerste_dag"
    ordering = ["-foerste_dag", "-pk"]
    fieldsets = [
        (None, {"fields": ["tittel", "type", "lag", "synlighet", "avlyst", "publisert"]}),
        ("Tid", {"fields": ["presisjon", ("foerste_dag", "siste_dag"), ("fra_kl", "til_kl")]}),
        ("Sted", {"fields": ["sted", "kommune", "tilgjengelighet", "nettlenke", "nettlenke_for"]}),
        ("Mer", {"fields": ["beskrivelse", "maalgruppe", "papirer"]}),
        ("Påmelding", {"fields": ["paamelding", "paamelding_innen"]}),
        ("Kontakt", {"fields": ["kontakt", "kontakt_epost"]}),
        ("Sammenheng", {"fields": ["hoerer_til", "dager_foer", "flyttet_fra", "fast"]}),
    ]
    # What it hangs together with is set where the year and the meetings are planned.
    readonly_fields = ["publisert", "fast", "hoerer_til", "dager_foer", "flyttet_fra"]
    actions = [publiser, avlys]

    @admin.display(description="tid", ordering="foerste_dag")
    def tid(self, aktivitet: Aktivitet) -> str:
        """When it is, in words."""
        return tid_i_ord(aktivitet)

    @admin.display(description="publisert", boolean=True, ordering="publisert")
    def er_publisert(self, aktivitet: Aktivitet) -> bool:
        """Whether it is in the calendar."""
        return not aktivitet.er_utkast

    def has_delete_permission(self, request: HttpRequest, obj: Aktivitet | None = None) -> bool:
        """Only a draft is deleted. What is published is cancelled, so that people's own calendars hear of it."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.er_utkast)

    def save_model(self, request: HttpRequest, obj: Aktivitet, form: Any, change: bool) -> None:
        if not change:
            obj.opprettet_av = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
