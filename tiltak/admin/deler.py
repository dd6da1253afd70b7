"""The plan's smaller parts in the editing site: chapters, period goals, remarks on the document, and the log of
adopted wording."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from aktivitet.rom import Rom

from ..models import Avsnitt, Kapittel, Merknad, Ordlydsendring, Periodemaal, Plan
from .vern import OrdlydRader, OrdlydRom


class AvsnittRader(OrdlydRader):
    """The paragraphs of a chapter or a goal."""

    model = Avsnitt
    fields = ["nr", "tekst", "punkt"]


class DelAvPlan(OrdlydRom):
    """Something that stands in one plan and stays there."""

    list_filter = ["plan"]
    list_select_related = ["plan"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["plan"] if obj else []


@admin.register(Kapittel)
class KapittelRom(DelAvPlan):
    """Everything with a heading that is no numbered goal."""

    list_display = ["__str__", "slag", "plan", "nr"]
    list_filter = ["plan", "slag"]
    search_fields = ["overskrift"]
    fields = ["plan", "slag", "nr", "overskrift"]
    inlines = [AvsnittRader]


@admin.register(Periodemaal)
class PeriodemaalRom(DelAvPlan):
    """The overall goals for the period."""

    list_display = ["tekst", "plan", "nr"]
    search_fields = ["tekst"]
    fieldsets = [
        (None, {"fields": ["plan", "nr", "tekst"]}),
        ("Måltall", {"fields": ["antall", "per_valgkrets", "valg", "valgaar"]}),
    ]


class TrengerAvklaring(admin.SimpleListFilter):
    """The remarks that wait: as many as `venter_paa_sekretaeren` counts, so no superseded plan's."""

    title = "trenger sekretæren"
    parameter_name = "trenger"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("avklaring", "Må avklares")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Merknad]) -> QuerySet[Merknad]:
        if self.value() != "avklaring":
            return queryset
        return queryset.filter(avklart=False).exclude(plan__status=Plan.Status.AVLOEST)


@admin.action(description="Merk som avklart")
def merk_som_avklart(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Merknad]) -> None:
    """Settle the chosen remarks."""
    antall = valgte.update(avklart=True)
    rom.message_user(request, f"{antall} er merket som avklart.")


@admin.register(Merknad)
class MerknadRom(Rom):
    """Slips in the document: read, and settled."""

    list_display = ["tekst", "linje", "plan", "avklart"]
    list_filter = [TrengerAvklaring, "avklart", "plan"]
    list_select_related = ["plan"]
    search_fields = ["tekst"]
    fields = ["plan", "linje", "hva", "tekst", "avklart"]
    readonly_fields = ["plan", "linje", "hva", "tekst"]
    actions = [merk_som_avklart]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A remark goes only together with its draft plan."""
        sted = request.resolver_match
        return sted is not None and sted.url_name == "tiltak_plan_delete"


@admin.register(Ordlydsendring)
class OrdlydsendringRom(Rom):
    """The log of adopted wording, to read."""

    list_display = ["tid", "hva", "felt", "foer", "etter", "grunn", "av"]
    list_filter = ["plan"]
    list_select_related = ["av"]
    search_fields = ["hva", "foer", "etter", "grunn"]
    list_display_links = ["tid"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
