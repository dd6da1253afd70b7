"""The plan in the editing site: to look at alone. It is kept on its own pages, which these lead to."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from aktivitet.rom import Rom

from .models import Ordlydsendring, Plan, Planutgave


class Lesesal(Rom):
    """A room where nothing is changed, by anybody."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Plan)
class PlanRom(Lesesal):
    """The plans, each with the way to its own pages."""

    list_display = ["tittel", "fra", "til", "status", "lagt_ut", "sidene"]
    list_filter = ["status"]
    search_fields = ["tittel", "undertittel"]
    fields = ["tittel", "undertittel", "organisasjon", "slug", "fra", "til", "status", "vedtatt_dag", "sidene"]
    readonly_fields = ["sidene"]

    @admin.display(description="sider")
    def sidene(self, plan: Plan) -> str:
        """Links to where the plan is kept, and to how it came to stand so."""
        return format_html(
            '<a href="{}">Rediger</a> · <a href="{}">Historikk</a>',
            reverse("tiltak:rediger_plan", args=[plan.slug]),
            reverse("tiltak:historikk", args=[plan.slug]),
        )


@admin.register(Planutgave)
class PlanutgaveRom(Lesesal):
    """The editions of adopted plans, without the plan itself: that is read on its own page."""

    list_display = ["gjelder_fra", "plan", "organ", "vedtaksdag", "grunn", "av", "som_den_sto"]
    list_filter = ["plan"]
    list_select_related = ["plan", "av"]
    fields = ["plan", "gjelder_fra", "organ", "vedtaksdag", "grunn", "av", "tid", "som_den_sto"]
    readonly_fields = ["som_den_sto"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("innhold")

    @admin.display(description="planen")
    def som_den_sto(self, utgave: Planutgave) -> str:
        """Link to the plan as it stood from that day on."""
        adresse = reverse("tiltak:plan_per", args=[utgave.plan.slug, utgave.gjelder_fra])
        return format_html('<a href="{}">Slik den sto</a>', adresse)


@admin.register(Ordlydsendring)
class OrdlydsendringRom(Lesesal):
    """The log of adopted wording."""

    list_display = ["tid", "hva", "felt", "foer", "etter", "grunn", "av"]
    list_filter = ["plan"]
    list_select_related = ["av"]
    search_fields = ["hva", "foer", "etter", "grunn"]
    list_display_links = ["tid"]
