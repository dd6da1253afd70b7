"""Makes an empty plan by hand, and puts a draft out as a proposal or takes it back."""

from typing import Any

from django import forms

from aktivitet.felt import dagfelt, versjonfelt

from ..importering import LENGSTE_PERIODE, ledig_slug
from ..models import Plan
from .former import linjefelt


class VersjonForm(forms.Form):
    """The version that somebody had before them when they pressed a button."""

    versjon = versjonfelt()


class NyPlanForm(forms.ModelForm):
    """What a plan must have from the start."""

    tittel = linjefelt(Plan, "tittel", kreves="Skriv hva planen heter.", hjelp="For eksempel Arbeidsplan 2029–2032.")
    fra = dagfelt("Første dag", required=True)
    til = dagfelt("Siste dag", required=True)

    class Meta:
        model = Plan
        fields = ("tittel", "fra", "til")

    def __init__(self, data: Any = None):
        super().__init__(data, label_suffix="")

    def clean(self) -> dict[str, Any]:
        rent = super().clean() or self.cleaned_data
        fra, til = rent.get("fra"), rent.get("til")
        if fra and til and til.year - fra.year >= LENGSTE_PERIODE:
            self.add_error("til", f"En plan gjelder for høyst {LENGSTE_PERIODE} år.")
        return rent

    def lagre(self) -> Plan:
        """Make it, at an address that nobody has."""
        plan: Plan = self.save(commit=False)
        plan.slug = ledig_slug(plan.tittel)
        plan.save()
        return plan


def legg_ut(plan: Plan, versjon: int) -> None:
    """Let anyone read the plan, as a proposal. Raises EndretAvAndre when somebody has saved it since `versjon`."""
    _sett(plan, versjon, status=Plan.Status.FORSLAG, lagt_ut=True)


def trekk_tilbake(plan: Plan, versjon: int) -> None:
    """Make a proposal a draft again. Raises EndretAvAndre when somebody has saved it since `versjon`."""
    _sett(plan, versjon, status=Plan.Status.UTKAST, lagt_ut=False)


def _sett(plan: Plan, versjon: int, **felter: Any) -> None:
    plan.ta_versjon(versjon)
    for felt, verdi in felter.items():
        setattr(plan, felt, verdi)
    plan.save(update_fields=list(felter))
