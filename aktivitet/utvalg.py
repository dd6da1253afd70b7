"""What the reader has chosen to see: the calendar's query parameters, read and used."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict

from .alfabet import norsk_rekkefoelge
from .felt import RensetLinje
from .models import AktivitetQuerySet, Aktivitetstype, Kalenderstand, Lag
from .sil import Sil, ukjent

LISTE, MAANED = "liste", "maaned"
LENGSTE_SOEK = 100


class Utvalg(Sil):
    """The filter of the page, the feed and everything else that shows the calendar. Costs one query to make."""

    q = RensetLinje(
        label="Søk",
        required=False,
        validators=[MaxLengthValidator(LENGSTE_SOEK, "Søk med færre ord: høyst %(limit_value)d tegn.")],
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    lag = forms.MultipleChoiceField(
        label="Arrangør",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=ukjent("laget"),
    )
    type = forms.ChoiceField(
        label="Type",
        required=False,
        choices=[("", "Alle typer"), *Aktivitetstype.choices],
        error_messages=ukjent("typen"),
    )
    kommune = forms.ChoiceField(
        label="Kommune",
        required=False,
        error_messages=ukjent("kommunen"),
    )
    visning = forms.ChoiceField(
        label="Visning",
        required=False,
        choices=[(LISTE, "Liste"), (MAANED, "Måned")],
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "Vi kjenner ikke visningen i adressen. Velg «Liste» eller «Måned»."},
    )

    def __init__(self, data: QueryDict, *, stand: Kalenderstand, standardvisning: str = LISTE):
        super().__init__(data)
        self.alle_lag = sorted(Lag.objects.all(), key=lambda lag: norsk_rekkefoelge(lag.navn))
        kommuner = {lag.kommune for lag in self.alle_lag} | set(stand.kommuner)
        i_rekkefoelge = sorted(kommuner - {""}, key=norsk_rekkefoelge)
        self._velg("lag", [(lag.slug, lag.navn) for lag in self.alle_lag])
        self._velg("kommune", [("", "Alle kommuner"), *((kommune, kommune) for kommune in i_rekkefoelge)])
        self.is_valid()
        self.valg: dict[str, Any] = self.cleaned_data
        self.valgt_visning: str = self.valg.get("visning") or standardvisning

    def av(self, aktiviteter: AktivitetQuerySet) -> AktivitetQuerySet:
        """Those of `aktiviteter` that are chosen, in order, with their organiser."""
        if self.errors:
            return aktiviteter.none()
        if self.valg["lag"]:
            aktiviteter = aktiviteter.hos(lag for lag in self.alle_lag if lag.slug in self.valg["lag"])
        if self.valg["type"]:
            aktiviteter = aktiviteter.filter(type=self.valg["type"])
        if self.valg["kommune"]:
            aktiviteter = aktiviteter.i_kommunen(self.valg["kommune"])
        if self.valg["q"]:
            aktiviteter = aktiviteter.med_ordene(self.valg["q"], self.alle_lag)
        return aktiviteter.select_related("lag").i_rekkefoelge()

    @property
    def innsnevret(self) -> bool:
        """Whether anything is chosen, or asked for that is not known."""
        return bool(self.errors) or any(self.valg.get(navn) for navn in ("q", "lag", "type", "kommune"))

    @property
    def flere_feil(self) -> bool:
        """Whether a field that is folded away has something to say. What is chosen there is told above the list: the
        fields themselves, standing open, would push a phone's whole list out of sight."""
        return any(navn in self.errors for navn in ("lag", "type"))

    @property
    def i_ord(self) -> str:
        """What is chosen, as people say it: "Hamar SV, Skolering". Empty when all is shown."""
        ordene = [lag.navn for lag in self.alle_lag if lag.slug in self.valg.get("lag", [])]
        if self.valg.get("type"):
            ordene.append(str(Aktivitetstype(self.valg["type"]).label))
        ordene.append(self.valg.get("kommune", ""))
        if self.valg.get("q"):
            ordene.append(f"«{self.valg['q']}»")
        return ", ".join(ord_ for ord_ in ordene if ord_)

    @property
    def i_adressen(self) -> str:
        """The choice as the end of an address, "?lag=hamar-sv"; nothing when all is shown."""
        return self._adresse({})

    @property
    def i_maanedens_adresse(self) -> str:
        """The same for the address of a month, which is a grid unless it is asked for as a list."""
        return self._adresse({"visning": LISTE} if self.valgt_visning == LISTE else {})

    @property
    def i_listens_adresse(self) -> str:
        """The same, for a month as a list."""
        return self._adresse({"visning": LISTE})

    def _adresse(self, mer: dict[str, str]) -> str:
        data = QueryDict(mutable=True)
        for navn in ("lag", "type", "kommune", "q"):
            verdi = self.valg.get(navn)
            if verdi:
                data.setlist(navn, verdi if isinstance(verdi, list) else [verdi])
        data.update(mer)
        return f"?{data.urlencode()}" if data else ""
