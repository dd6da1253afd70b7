"""The numbered goals in the editing site, each with its paragraphs and its measures."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from ..models import Maal, Tiltak
from ..tolkning import les_paa_nytt
from .deler import AvsnittRader, DelAvPlan
from .vern import OrdlydForm, OrdlydRader


class TiltakRader(OrdlydRader):
    """The measures of a goal, in short. Deadline and follow-up are on each one's own page."""

    model = Tiltak
    fields = ["nr", "kode", "tekst", "gjennomfoering", "ansvarlig"]
    show_change_link = True


class MaalForm(OrdlydForm):
    """A goal: it may hang under goals of its own plan, and never under itself."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        forelder = self.fields.get("forelder")
        if forelder and self.instance.pk:
            forelder.queryset = Maal.objects.filter(plan=self.instance.plan_id).exclude(pk=self.instance.pk)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        rent = super().clean()
        forelder = rent.get("forelder")
        plan = rent.get("plan") or getattr(self.instance, "plan", None) if self.instance.pk else rent.get("plan")
        if forelder and plan and forelder.plan_id != plan.pk:
            self.add_error("forelder", "Velg et mål i samme plan.")
        while forelder:
            if forelder.pk == self.instance.pk:
                self.add_error("forelder", "Målet kan ikke ligge under seg selv.")
                break
            forelder = forelder.forelder
        return rent


@admin.register(Maal)
class MaalRom(DelAvPlan):
    """The goals."""

    form = MaalForm
    list_display = ["innrykket", "motto", "antall_tiltak", "plan"]
    search_fields = ["nummer", "overskrift", "motto"]
    fields = ["plan", "forelder", "nr", "nummer", "overskrift", "motto"]
    inlines = [AvsnittRader, TiltakRader]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Maal]:
        return super().get_queryset(request).annotate(antall_tiltak=Count("tiltak"))

    @admin.display(description="mål", ordering="nr")
    def innrykket(self, maal: Maal) -> str:
        """The goal at its depth in the tree."""
        return format_html('<span class="nivaa-{}">{}</span>', min(maal.nivaa, 4), maal)

    @admin.display(description="tiltak", ordering="antall_tiltak")
    def antall_tiltak(self, maal: Any) -> int:
        """How many measures it has."""
        return maal.antall_tiltak

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        if formset.model is Tiltak:
            for rad in formset.forms:
                if rad.has_changed() and rad.instance.pk and "gjennomfoering" in rad.changed_data:
                    les_paa_nytt(rad.instance)
