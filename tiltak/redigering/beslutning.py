"""Asks by whose decision adopted wording is changed, on which day, and why."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from aktivitet.felt import RensetTekst, dagfelt, hoeyst
from aktivitet.tid import dag_i_ord, periode_i_ord

from ..historikk import vedtatt_fra
from ..models import Organ, Plan, Planutgave
from ..utgave import Beslutning

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

MANGLER = "Planen er vedtatt. "
BESLUTNINGSFELT = ("organ", "vedtaksdag", "grunn")


class MedBeslutning(forms.Form):
    """The part of a form that asks for the decision: of an adopted plan, and of no other.

    It begins with what this person wrote last the same day: one meeting gives a row of changes.
    """

    organ = forms.ChoiceField(
        label="Hvem har vedtatt det?",
        choices=Organ.choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Velg en av dem i listen."},
    )
    vedtaksdag = dagfelt("Når ble det vedtatt?")
    grunn = RensetTekst(
        label="Hvorfor?",
        help_text="Alle kan lese det i planens historikk. For eksempel «Årsmøtet 2026, sak 7» eller «Skrivefeil».",
        required=False,
        validators=[hoeyst(1000)],
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    plan: Plan
    bruker: "Bruker"

    def spoer_om_beslutning(self, plan: Plan, bruker: "Bruker") -> None:
        """Say which plan it is about and who fills it in. Called when the form is made."""
        self.plan, self.bruker = plan, bruker
        if not plan.er_vedtatt:
            for felt in BESLUTNINGSFELT:
                del self.fields[felt]
            return
        siste = None if self.is_bound else siste_beslutning(plan, bruker)
        self.initial["organ"] = siste.organ if siste else None
        self.initial["vedtaksdag"] = siste.dag if siste else timezone.localdate()
        self.initial["grunn"] = siste.grunn if siste else ""

    @property
    def beslutningsfelt(self) -> list[forms.BoundField]:
        return [self[felt] for felt in BESLUTNINGSFELT if felt in self.fields]

    @property
    def beslutning(self) -> Beslutning | None:
        """The decision that was written; None where none is asked for."""
        rent = self.cleaned_data
        if not self.plan.er_vedtatt or not all(rent.get(felt) for felt in BESLUTNINGSFELT):
            return None
        return Beslutning(rent["organ"], rent["vedtaksdag"], rent["grunn"], self.bruker)

    def krev_beslutning(self) -> None:
        """Tell by each field what is missing of the decision. Called by `clean`."""
        if not self.plan.er_vedtatt:
            return
        sier = {
            "organ": "Velg hvem som har vedtatt endringen.",
            "vedtaksdag": "Skriv dagen det ble vedtatt.",
            "grunn": "Skriv hvorfor ordlyden endres.",
        }
        for felt, setning in sier.items():
            if felt not in self.errors and not self.cleaned_data.get(felt):
                self.add_error(felt, f"{MANGLER}{setning}")

    def om_fortiden(self, fra: date, til: date) -> str:
        """Say why this cannot be decided to be the plan's period: days before the decision would fall out of it, and
        with them what was due and reported then. Empty when it can."""
        if self.beslutning is None or self.beslutning.organ == Organ.RETTING:
            return ""
        foerste, siste = self.plan.fra, min(self.plan.til, self.beslutning.dag - timedelta(days=1))
        if foerste > siste or (fra <= foerste and siste <= til):
            return ""
        return (
            f"Planen gjaldt alt {periode_i_ord(foerste, siste)}, og det kan ikke et senere vedtak gjøre om. La de "
            "dagene være med i perioden. Er perioden skrevet feil i planen, velger du at en skrivefeil er rettet."
        )

    def clean_vedtaksdag(self) -> date | None:
        """Refuse a day that has not come yet, and one before there was an adopted plan to change."""
        dag: date | None = self.cleaned_data["vedtaksdag"]
        if dag and dag > timezone.localdate():
            raise forms.ValidationError("Dagen har ikke vært ennå. Skriv dagen det ble vedtatt.")
        fra = vedtatt_fra(self.plan)
        if dag and dag < fra:
            hva = "ble vedtatt" if self.plan.vedtatt_dag else "gjelder fra"
            raise forms.ValidationError(f"Planen {hva} {dag_i_ord(fra)}. Skriv den dagen eller en senere.")
        return dag


class BeslutningForm(MedBeslutning):
    """The decision alone, and the version of what it is about."""

    versjon = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(self, data: Any = None, *, ting: Any, plan: Plan, bruker: "Bruker"):
        self.ting = ting
        super().__init__(data, label_suffix="", initial={"versjon": ting.versjon})
        self.spoer_om_beslutning(plan, bruker)

    def clean(self) -> dict[str, Any]:
        rent = super().clean() or self.cleaned_data
        self.krev_beslutning()
        return rent


def siste_beslutning(plan: Plan, bruker: "Bruker") -> Beslutning | None:
    """What this person wrote last today as the decision behind a change of the plan."""
    i_dag = Planutgave.objects.uten_innhold().filter(plan=plan, av=bruker, tid__date=timezone.localdate())
    siste = i_dag.filter(endringer__isnull=False).order_by("pk").last()
    return Beslutning(siste.organ, siste.vedtaksdag, siste.grunn, bruker) if siste else None
