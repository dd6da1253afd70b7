"""The form that invites, and the one that is answered with."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.forms.boundfield import BoundField
from django.urls import reverse
from django.utils.html import format_html

from aktivitet.felt import Flervalg, RensetLinje, dagfelt, hoeyst
from aktivitet.milepaeler import neste_aarsmoete
from aktivitet.models import Lag
from aktivitet.tekst import rens_linje

from ..models import Bruker, Invitasjon
from ..roller import Rolle
from .rollefelt import LAG_UTEN_ROLLEN, UTEN_KRYSS, kryss, siste_dag, valgt

ER_HER = 'Det er en person med denne adressen fra før: <a href="{}">{}</a>. Gi rollen der.'
ANDRES = "Administratoren har invitert denne adressen. Bare en administrator kan sende en ny."
GAATT = "Dagen er gått. Velg en dag som kommer."


class Epost(forms.EmailField):
    """An e-mail address, cleaned as every text is before it is judged, and in lower case, as it is stored."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if value in self.empty_values else rens_linje(str(value)).lower())


class InviterForm(forms.Form):
    """Whom to invite, and to what. `av` is who invites: it has the roles that they may give, and no others."""

    email = Epost(
        label="E-post",
        max_length=254,
        help_text="Brevet går hit. Personen logger inn med samme adresse.",
        error_messages={"required": "Skriv adressen.", "invalid": "Skriv en e-postadresse, slik: navn@example.org."},
    )
    navn = RensetLinje(
        label="Navn", required=False, validators=[hoeyst(100)], help_text="Personen kan rette det selv."
    )
    lag = Flervalg(
        label="Redigerer aktivitetene til",
        queryset=Lag.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Velg lag fra listen."},
    )

    def __init__(self, *args: Any, av: Bruker, i_dag: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.av, self.i_dag, self.aarsmoete = av, i_dag, neste_aarsmoete(i_dag)
        self.label_suffix = ""
        for rolle in set(Rolle) - set(av.kan_gi):
            del self.fields[kryss(rolle)], self.fields[siste_dag(rolle)]
        # The board sits until the next annual meeting; the others have their task until somebody ends it.
        self.initial[siste_dag(Rolle.STYREMEDLEM)] = self.aarsmoete.siste

    @property
    def rollefelt(self) -> Iterator[tuple[Rolle, BoundField, BoundField]]:
        """The fields of each role: the box, and its last day."""
        return ((rolle, self[kryss(rolle)], self[siste_dag(rolle)]) for rolle in self.av.kan_gi)

    def clean_email(self) -> str:
        """Refuse an address that is somebody's already, and one that only an administrator may invite anew."""
        email: str = self.cleaned_data["email"]
        if her := Bruker.objects.filter(email__iexact=email).first():
            siden = reverse("admin:arbeidsplan_bruker_change", args=[her.pk])
            raise forms.ValidationError(format_html(ER_HER, siden, her))
        ubesvart = Invitasjon.objects.ubesvarte().filter(email=email).first()
        if ubesvart and not ubesvart.kan_stelles_av(self.av):
            raise forms.ValidationError(ANDRES)
        return email

    def clean(self) -> dict[str, Any]:
        """Put the roles together: `roller` of what is cleaned is what the invitation holds."""
        rent = super().clean() or self.cleaned_data
        roller = valgt(rent)
        for rolle in self.av.kan_gi:
            dag = rent.get(siste_dag(rolle))
            if rolle in roller and dag and dag < self.i_dag:
                self.add_error(siste_dag(rolle), GAATT)
            elif rolle not in roller and dag and dag != self.initial.get(siste_dag(rolle)):
                self.add_error(kryss(rolle), UTEN_KRYSS)
        if not roller and not self.errors.keys() & {kryss(rolle) for rolle in Rolle}:
            self.add_error(None, "Velg minst én rolle.")
        if rent.get("lag") and Rolle.REDAKTOER not in roller:
            self.add_error(kryss(Rolle.REDAKTOER), LAG_UTEN_ROLLEN)
        if Rolle.REDAKTOER in roller and not rent.get("lag") and "lag" not in self.errors:
            self.add_error("lag", "Velg laget som lokallagsredaktøren legger inn for.")
        return rent | {"roller": roller}

    def lagre(self) -> tuple[Invitasjon, str, bool] | None:
        """Make the invitation, and give it with its key and whether it took the place of an older one.

        None when the very same was made a moment ago, or somebody else invites the address in the same moment: then a
        letter is on its way already, and one is enough.
        """
        rent = self.cleaned_data
        try:
            with transaction.atomic():
                # Whoever invites is locked: of a button that is pressed twice, the second waits and sees the first.
                Bruker.objects.select_for_update().get(pk=self.av.pk)
                fra_foer = Invitasjon.objects.ubesvarte().filter(email=rent["email"]).first()
                if fra_foer and fra_foer.er_samme(av=self.av, **self._innholdet()):
                    return None
                invitasjon, noekkel = Invitasjon.objects.inviter(rent["email"], av=self.av, **self._innholdet())
        except IntegrityError:
            return None
        return invitasjon, noekkel, fra_foer is not None

    def _innholdet(self) -> dict[str, Any]:
        rent = self.cleaned_data
        return {"navn": rent["navn"], "roller": rent["roller"], "lag": list(rent["lag"])}


# The fields of every role belong to the form itself, so that what was written in it is read under their names.
for _rolle in Rolle:
    InviterForm.base_fields |= {
        kryss(_rolle): forms.BooleanField(label=_rolle.label, required=False),
        siste_dag(_rolle): dagfelt(f"Siste dag som {_rolle.label.lower()}"),
    }


class TaImotForm(forms.Form):
    """The name that whoever is invited goes by."""

    navn = RensetLinje(
        label="Navnet ditt",
        validators=[hoeyst(100)],
        help_text="Slik de andre som er logget inn, ser det.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Skriv navnet ditt."},
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
