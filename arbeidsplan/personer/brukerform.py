"""The form that puts a person in and changes one in the editing site: who they are, and their roles with last days."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from aktivitet.felt import Flervalg
from aktivitet.models import Lag, dag_i_vaar_tid
from aktivitet.rom import DAG
from aktivitet.samtidig import VersjonertForm

from ..models import Bruker
from ..models.stand import Stand
from ..roller import SISTE_ADMINISTRATOR, Rolle, som_dag
from .rollefelt import LAG_UTEN_ROLLEN, UTEN_KRYSS, kryss, siste_dag, valgt

EGEN_EPOST = "Din egen e-post bytter du under «Min konto»."
# What is no field of the form and may have changed since the row was read: it is saved with the rest.
LEST_PAA_NYTT = ["roller", "password", "last_login", "har_totrinn", "uten_oppgave_fra"]


class BrukerForm(VersjonertForm):
    """A person, with a box for each role and its last day. `av` is who fills it in, set by the room."""

    av: Bruker
    foer: Stand | None = None  # as it stood when the save began

    lag = Flervalg(
        label="Redigerer aktivitetene til",
        queryset=Lag.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for rolle in self.av.kan_gi:
            self._legg_til(rolle)
        if self.instance.pk:
            self.initial["lag"] = self.instance.redigerer_lag.all()

    def clean_email(self) -> str:
        """Refuse an address that somebody has, however it is written, and a new one of one's own: nothing here shows
        that it is, and whoever finds a browser open could log in by it."""
        email: str = self.cleaned_data["email"].strip().lower()
        if self.instance.pk == self.av.pk and email != self.av.email:
            raise forms.ValidationError(EGEN_EPOST)
        if Bruker.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Det er en person med denne adressen fra før.")
        return email

    def clean(self) -> dict[str, Any]:
        """Put the roles together, and see that an administrator is left."""
        # Before the person's own row, so that two who save each other do not wait for each other.
        Bruker.objects.laas_administratorene()
        rent = super().clean()
        if self.has_error(NON_FIELD_ERRORS):
            return rent
        if self.instance.pk:  # the row is locked by now; a role that is no field here may have come since it was read
            self.instance.refresh_from_db(fields=LEST_PAA_NYTT)
            self.foer = Stand.av(self.instance)
        roller = {navn: dag for navn, dag in self.instance.roller.items() if navn not in self.av.kan_gi}
        roller |= valgt(rent)
        for rolle in self.av.kan_gi:
            if rolle not in roller and rent.get(siste_dag(rolle)):
                self.add_error(kryss(rolle), UTEN_KRYSS)
        if rent.get("lag") and Rolle.REDAKTOER not in roller and not self.errors:
            self.add_error(kryss(Rolle.REDAKTOER), LAG_UTEN_ROLLEN)
        self._pass_paa_administratoren(rent, roller)
        self.instance.roller = roller
        return rent

    def lagret(self, naa: Bruker) -> dict[str, Any]:
        """Add the boxes, the last days and the branches to what is stored now."""
        dager = {siste_dag(rolle): som_dag(naa.roller.get(rolle)) for rolle in Rolle}
        return {
            **super().lagret(naa),
            **{kryss(rolle): rolle in naa.roller for rolle in Rolle},
            **dager,
            "lag": list(naa.redigerer_lag.all()),
        }

    def _pass_paa_administratoren(self, rent: dict[str, Any], roller: dict[str, Any]) -> None:
        forblir = roller.get(Rolle.ADMINISTRATOR, "") is None and rent.get("is_active", True)
        if not forblir and self.instance.er_siste_administrator:
            felt = kryss(Rolle.ADMINISTRATOR) if rent.get("is_active", True) else "is_active"
            self.add_error(felt, SISTE_ADMINISTRATOR)

    def _legg_til(self, rolle: Rolle) -> None:
        har = rolle.value in self.instance.roller
        self.fields[kryss(rolle)] = forms.BooleanField(label=rolle.label, required=False, initial=har)
        self.fields[siste_dag(rolle)] = forms.DateField(
            label=f"Siste dag som {rolle.label.lower()}",
            required=False,
            initial=som_dag(self.instance.roller.get(rolle.value)),
            validators=[dag_i_vaar_tid],
            widget=DAG,
        )
