"""The fixed pattern of a year in the editing site, and the page that makes a year's drafts from it: "fyll året"."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from ..kalender import MAANEDSNAVN
from ..models import FOERSTE_DAG, SISTE_DAG, Aarstype, FastAktivitet
from ..moenster.aarshjul import AaretKanIkkeFylles, fyll_aar
from ..rom import Rom


class AarForm(forms.Form):
    """Which year to fill."""

    aar = forms.IntegerField(
        label="År", validators=[MinValueValidator(FOERSTE_DAG.year), MaxValueValidator(SISTE_DAG.year)]
    )


class Aaret(admin.SimpleListFilter):
    """The lines that count for a year, whichever kinds they are written under."""

    title = "år"
    parameter_name = "aar"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        i_aar = timezone.localdate().year
        return [(str(aar), f"{aar}: {Aarstype.i_aaret(aar).label.lower()}") for aar in range(i_aar, i_aar + 4)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[FastAktivitet]) -> QuerySet[FastAktivitet]:
        aar = self.value()
        if aar is None or aar not in dict(self.lookup_choices):
            return queryset
        return queryset.filter(pk__in=FastAktivitet.objects.for_aaret(int(aar)))


@admin.action(description="Fyll året: lag utkast av alle de faste", permissions=["change"])
def fyll_aaret(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[FastAktivitet]) -> HttpResponse:
    """Go on to the page that asks which year."""
    return redirect("admin:aktivitet_fastaktivitet_fyll")


@admin.register(FastAktivitet)
class FastAktivitetRom(Rom):
    """The fixed pattern of a year."""

    list_display = ["tittel", "maanedsnavn", "aarstype", "type"]
    list_filter = [Aaret, "aarstype"]
    search_fields = ["tittel"]
    fields = ["tittel", "type", "maaned", "aarstype", "fra_tekst"]
    actions = [fyll_aaret]

    @admin.display(description="måned", ordering="maaned")
    def maanedsnavn(self, fast: FastAktivitet) -> str:
        """The month by name."""
        return MAANEDSNAVN[fast.maaned - 1]

    def get_urls(self) -> list[Any]:
        egen = path("fyll/", self.admin_site.admin_view(self.fyll_side), name="aktivitet_fastaktivitet_fyll")
        return [egen, *super().get_urls()]

    def fyll_side(self, request: HttpRequest) -> HttpResponse:
        """Ask which year, and make its drafts from the pattern."""
        if not (self.has_change_permission(request) and request.user.has_perm("aktivitet.add_aktivitet")):
            raise PermissionDenied
        form = AarForm(request.POST or None, initial={"aar": timezone.localdate().year + 1})
        if request.method == "POST" and form.is_valid():
            aar = form.cleaned_data["aar"]
            try:
                laget = fyll_aar(aar, request.user)  # type: ignore[arg-type]
            except AaretKanIkkeFylles as grunn:
                form.add_error("aar", str(grunn))
            else:
                ingen = f"Alle de faste aktivitetene har fått utkast for {aar} fra før."
                self.message_user(request, f"Laget {len(laget)} utkast for {aar}." if laget else ingen)
                return redirect("aktivitet:faste", aar)
        return TemplateResponse(
            request,
            "admin/aktivitet/fastaktivitet/fyll.html",
            {**self.admin_site.each_context(request), "title": "Fyll året", "opts": self.opts, "form": form},
        )
