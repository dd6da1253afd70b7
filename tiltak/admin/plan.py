"""A plan in the editing site: its head, its period goals, its table of activities, and the step that adopts it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from aktivitet.models import dag_i_vaar_tid
from aktivitet.rom import DAG, Rader

from ..importering import bekreft_plan
from ..models import Aktivitetsrad, Merknad, Periodemaal, Plan
from ..terminplan import oppdater_plan
from .vern import OrdlydRader, OrdlydRom

INNHOLD = ("kapittel", "periodemaal", "maal", "tiltak", "merknad")


class PeriodemaalRader(OrdlydRader):
    """The plan's goals for the period."""

    model = Periodemaal
    fields = ["nr", "tekst", "antall", "per_valgkrets", "valg", "valgaar"]


class AktivitetsradRader(OrdlydRader):
    """The plan's own table of activities."""

    model = Aktivitetsrad
    fields = ["nr", "maaned", "valgaar", "mellomaar"]


class MerknadRader(Rader):
    """Slips in the document, to settle."""

    model = Merknad
    fields = ["linje", "tekst", "avklart"]
    readonly_fields = ["linje", "tekst"]
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class BekreftForm(forms.Form):
    """The day on which the plan was adopted."""

    dag = forms.DateField(label="Vedtatt", initial=timezone.localdate, validators=[dag_i_vaar_tid], widget=DAG)


@admin.action(description="Bekreft plan: gjør den vedtatt", permissions=["change"])
def bekreft(rom: "PlanRom", request: HttpRequest, valgte: QuerySet[Plan]) -> HttpResponse | None:
    """Go on to the page that asks for the day."""
    if len(valgte) != 1:
        rom.message_user(request, "Velg én plan om gangen.", level="error")
        return None
    return redirect("admin:tiltak_plan_bekreft", valgte[0].pk)


@admin.register(Plan)
class PlanRom(OrdlydRom):
    """The plans."""

    list_display = ["tittel", "fra", "til", "status", "lagt_ut"]
    list_filter = ["status"]
    search_fields = ["tittel", "undertittel"]
    prepopulated_fields = {"slug": ["tittel"]}
    fieldsets = [
        (None, {"fields": ["tittel", "undertittel", "organisasjon", "slug", "fra", "til"]}),
        ("Behandling", {"fields": ["status", "lagt_ut", "vedtatt_dag"]}),
        ("Innholdet", {"fields": ["innhold"]}),
    ]
    inlines = [PeriodemaalRader, AktivitetsradRader, MerknadRader]
    actions = [bekreft]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """An adopted plan keeps its status and its address."""
        alltid = ["vedtatt_dag", "innhold"]
        return [*alltid, "status", "lagt_ut", "slug"] if obj and obj.er_vedtatt else alltid

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A plan becomes adopted by being confirmed, which also supersedes the one before it."""
        if db_field.name == "status":
            kwargs["choices"] = [valg for valg in Plan.Status.choices if valg[0] in ("utkast", "forslag")]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    @admin.display(description="rediger")
    def innhold(self, plan: Plan) -> str:
        """Links to the plan's own parts."""
        if not plan.pk:
            return "Lagre planen først."
        lenker = []
        for modell in INNHOLD:
            felt = "maal__plan" if modell == "tiltak" else "plan"
            adresse = reverse(f"admin:tiltak_{modell}_changelist")
            navn = next(m for m in self.admin_site._registry if m._meta.label_lower == f"tiltak.{modell}")
            lenker.append((f"{adresse}?{felt}__id__exact={plan.pk}", str(navn._meta.verbose_name_plural)))
        return format_html_join(" · ", '<a href="{}">{}</a>', lenker)

    def get_urls(self) -> list[Any]:
        egen = path("<int:pk>/bekreft/", self.admin_site.admin_view(self.bekreft_side), name="tiltak_plan_bekreft")
        return [egen, *super().get_urls()]

    def bekreft_side(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the day, and adopt the plan."""
        plan = get_object_or_404(Plan, pk=pk)
        if not self.has_change_permission(request, plan):
            raise PermissionDenied
        if plan.er_vedtatt:
            self.message_user(request, f"{plan.tittel} er vedtatt fra før.", level="warning")
            return redirect("admin:tiltak_plan_change", plan.pk)
        form = BekreftForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            bekreft_plan(plan, form.cleaned_data["dag"])
            self.log_change(request, plan, "Bekreftet som vedtatt.")
            self.message_user(request, format_html("{} er vedtatt, og gjelder nå.", plan))
            return redirect("admin:tiltak_plan_change", plan.pk)
        return TemplateResponse(
            request,
            "admin/tiltak/plan/bekreft.html",
            {
                **self.admin_site.each_context(request),
                "title": "Bekreft plan",
                "opts": self.opts,
                "plan": plan,
                "form": form,
                "avloeses": Plan.objects.filter(status=Plan.Status.VEDTATT, fra__lte=plan.til, til__gte=plan.fra),
            },
        )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and {"fra", "til"} & set(form.changed_data):
            oppdater_plan(obj)  # the period decides which terminer there are
