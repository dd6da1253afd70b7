"""What a status asks for, the same for one termin and for many: the fields, and what goes together."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from aktivitet.felt import RensetTekst, dagfelt, hoeyst
from aktivitet.tid import dag_i_ord

from .models import Status, Termin
from .models.termin import KREVER_GRUNN, UTFOERTE

DAG_FOR = {"utfoert": UTFOERTE, "utsatt_til": (Status.UTSATT,)}  # each day, and the statuses that it says something of


class Statusfelter(forms.Form):
    """The status, the day that something was done or is put off to, and a few words."""

    status = forms.ChoiceField(
        label="Status",
        choices=Status.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Velg en status.", "invalid_choice": "Velg en av statusene i listen."},
    )
    utfoert = dagfelt("Dagen det ble gjort", "Tomt betyr i dag.")
    utsatt_til = dagfelt("Utsatt til")
    merknad = RensetTekst(
        label="Noen ord",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[hoeyst(5000)],
    )

    def clean_utfoert(self) -> date | None:
        """Refuse a day that has not come yet."""
        dag = self.cleaned_data["utfoert"]
        if dag and dag > timezone.localdate():
            raise forms.ValidationError("Dagen har ikke vært ennå. Skriv den dagen det ble gjort.")
        return dag

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen status needs, and leave out the days that say nothing of it."""
        rent = super().clean() or self.cleaned_data
        status = rent.get("status")
        for felt, statuser in DAG_FOR.items():
            if status and status not in statuser:
                self.errors.pop(felt, None)
                rent[felt] = None
        if status == Status.UTSATT and "utsatt_til" not in self.errors:
            self._sjekk_utsatt_til(rent.get("utsatt_til"))
        if status in KREVER_GRUNN and not rent.get("merknad") and "merknad" not in self.errors:
            self.add_error("merknad", f"Skriv grunnen til at statusen er «{Status(status).label}».")
        return rent

    def _sjekk_utsatt_til(self, dag: date | None) -> None:
        i_dag = timezone.localdate()
        if dag is None:
            self.add_error("utsatt_til", "Skriv dagen det er utsatt til.")
        elif dag < i_dag and dag != self.staar_utsatt_til():
            self.add_error("utsatt_til", f"Dagen har vært. Velg {dag_i_ord(i_dag)} eller senere.")

    def staar_utsatt_til(self) -> date | None:
        """The day that it is put off to already: that one may have passed, since it is only left as it is."""
        return None


def staar_alt(naa: Termin, verdier: dict[str, Any]) -> bool:
    """Whether a termin says these already, word for word: then the same was sent twice."""
    utfoert = verdier["utfoert"] or (timezone.localdate() if verdier["status"] in UTFOERTE else None)
    mitt = (verdier["status"], utfoert, verdier["utsatt_til"], verdier["merknad"])
    return mitt == (naa.status, naa.utfoert, naa.utsatt_til, naa.merknad)
