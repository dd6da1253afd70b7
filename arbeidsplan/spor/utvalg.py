"""What the administrator has chosen to see of the trail: the page's query parameters, read and used."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from aktivitet.felt import dagfelt
from aktivitet.hvem import TIDLIGERE_BRUKER
from aktivitet.sil import Sil, ukjent

from ..models import Bruker, Hendelse, Spor
from ..models.spor import MASKINEN, SporQuerySet

AUTOMATISK, SLETTET = "automatisk", "slettet"  # in the address, where a person's number else stands


class Sporutvalg(Sil):
    """The filter. Costs one query to make."""

    hvem = forms.ChoiceField(
        label="Person",
        required=False,
        error_messages=ukjent("personen"),
    )
    hva = forms.ChoiceField(
        label="Hva",
        required=False,
        choices=[("", "Alt"), *Hendelse.choices],
        error_messages=ukjent("hendelsen"),
    )
    fra = dagfelt("Fra og med")
    til = dagfelt("Til og med")

    def __init__(self, data: QueryDict):
        super().__init__(data)
        folk = [(str(en.pk), str(en)) for en in Bruker.objects.only("navn", "email")]
        andre = [(AUTOMATISK, MASKINEN.capitalize()), (SLETTET, TIDLIGERE_BRUKER.capitalize())]
        self._velg("hvem", [("", "Alle"), *folk, *andre])
        self.is_valid()
        self.valg: dict[str, Any] = self.cleaned_data

    def clean(self) -> None:
        fra, til = self.cleaned_data.get("fra"), self.cleaned_data.get("til")
        if fra and til and til < fra:
            self.add_error("til", "Siste dag er før første dag.")

    @property
    def innsnevret(self) -> bool:
        """Whether anything is chosen, or asked for that is not known."""
        return bool(self.errors) or any(self.valg.values())

    def linjene(self) -> SporQuerySet:
        """The lines that are chosen, the newest first, with the people in them."""
        sporet: SporQuerySet = Spor.objects.select_related("av", "om")
        if self.errors:
            return sporet.none()
        if self.valg["hvem"] == AUTOMATISK:
            sporet = sporet.av_kommandoer()
        elif self.valg["hvem"] == SLETTET:
            sporet = sporet.med_slettede()
        elif self.valg["hvem"]:
            sporet = sporet.med_personen(int(self.valg["hvem"]))
        if self.valg["hva"]:
            sporet = sporet.filter(hendelse=self.valg["hva"])
        if self.valg["fra"]:
            sporet = sporet.filter(tid__gte=_midnatt(self.valg["fra"]))
        if self.valg["til"]:
            sporet = sporet.filter(tid__lt=_midnatt(self.valg["til"] + timedelta(days=1)))
        return sporet


def _midnatt(dag: date) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time()))
