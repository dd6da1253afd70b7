"""Guards adopted wording in the editing site: a change asks why and is logged, and nothing adopted or reported on is
deleted."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from aktivitet.felt import RensetTekst
from aktivitet.rom import VersjonerteRader, VersjonertRom
from aktivitet.samtidig import VersjonertForm
from aktivitet.tekst import rens_tekst

from ..models import Maal, Plan, Statusendring, Tiltak
from ..ordlyd import Endring, endringer, loggfoer, planen_til

MANGLER_GRUNN = "Planen er vedtatt. Skriv hvorfor ordlyden endres."
MANGLER_GRUNN_RAD = "Planen er vedtatt. Skriv hvorfor ordlyden endres, i feltet «Hvorfor endres vedtatt ordlyd?»."

# Where a log hangs from each.
LOGG: dict[type[models.Model], str] = {
    Plan: "termin__tiltak__maal__plan",
    Maal: "termin__tiltak__maal",
    Tiltak: "termin__tiltak",
}


class OrdlydRadForm(VersjonertForm):
    """A row with wording, on the page of what it belongs to. `ordlyd` is what it changes of adopted wording."""

    ordlyd: list[Endring] = []

    def clean(self) -> dict[str, Any]:
        rent = super().clean()
        plan = planen_til(self.instance) or planen_til(rent.get("plan") or rent.get("maal") or rent.get("kapittel"))
        self.ordlyd = endringer(self.instance, rent) if plan and plan.er_vedtatt else []
        return rent


class OrdlydForm(OrdlydRadForm):
    """The form of a page with wording."""

    grunn = RensetTekst(
        label="Hvorfor endres vedtatt ordlyd?",
        help_text="For eksempel «Rettet skrivefeil» eller «Vedtak i årsmøtet 2026, sak 7».",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
    )

    def clean(self) -> dict[str, Any]:
        rent = super().clean()
        if self.ordlyd and not rent.get("grunn") and "grunn" not in self.errors:
            self.add_error("grunn", MANGLER_GRUNN)
        return rent


class OrdlydRadsett(BaseInlineFormSet):
    """The rows of one page together: they share the page's reason."""

    def clean(self) -> None:
        super().clean()
        if any(getattr(rad, "ordlyd", []) for rad in self.forms) and not rens_tekst(self.data.get("grunn", "")):
            raise ValidationError(MANGLER_GRUNN_RAD)


class OrdlydRader(VersjonerteRader):
    """Rows with wording."""

    form = OrdlydRadForm
    formset = OrdlydRadsett

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        plan = planen_til(obj)
        return super().has_delete_permission(request, obj) and not (plan and plan.er_vedtatt)


class OrdlydRom(VersjonertRom):
    """A room whose texts are the plan's wording."""

    form = OrdlydForm

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask why, where the wording is adopted (or may be: what is new says its plan only when it is saved)."""
        felter = super().get_fieldsets(request, obj)
        plan = planen_til(obj)
        kan_vaere_vedtatt = plan.er_vedtatt if plan else self.model is not Plan
        if not kan_vaere_vedtatt or not self.has_change_permission(request, obj):
            return felter
        hjelp = "Ordlyden i en vedtatt plan endres ikke i stillhet: hver endring står i loggen med grunn og navn."
        return [*felter, ("Vedtatt ordlyd", {"fields": ["grunn"], "description": hjelp})]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and er_fredet(obj))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        loggfoer(obj, form.ordlyd, grunn=form.cleaned_data["grunn"], av=request.user)  # type: ignore[arg-type]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        for rad in formset.forms:
            if getattr(rad, "ordlyd", []) and rad.has_changed():
                grunn = form.cleaned_data["grunn"]
                loggfoer(rad.instance, rad.ordlyd, grunn=grunn, av=request.user)  # type: ignore[arg-type]


def er_fredet(ting: models.Model) -> bool:
    """Whether it must not be deleted: its plan is adopted, or somebody has reported on it."""
    plan = planen_til(ting)
    if plan and plan.er_vedtatt:
        return True
    vei = LOGG.get(type(ting))
    return vei is not None and Statusendring.objects.filter(**{vei: ting}).exists()
