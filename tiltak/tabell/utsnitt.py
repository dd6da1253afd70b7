"""The filter of the table: read from the address, and written into it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict

from aktivitet.alfabet import norsk_rekkefoelge
from aktivitet.felt import RensetLinje
from aktivitet.sil import Sil, ukjent

from ..frist.takt import TAKTER
from ..plansoek import LENGST, ordene_i
from .lesing import Tabell
from .valg import ALT, FRISTER, INGENTING, NAAR, STATUSER, Valg

HELE_PERIODEN = "alle"
MEG, INGEN = "meg", "ingen"
UTEN_ORGAN = "ingen"
FELTENE = ("mal", "status", "frist", "organ", "folger", "q")


@dataclass(frozen=True)
class Valgt:
    """One thing that is chosen: in words, and the address without it."""

    ord_: str
    uten: str


@dataclass(frozen=True)
class Aarslenke:
    """A year of the plan, or all of it, with the rest as it is chosen."""

    navn: str
    adresse: str
    er_valgt: bool


class Utsnitt(Sil):
    """What of the table is to be seen. Everything to choose from is in the table that was read: it costs no query.

    Where a value is not known, nothing is chosen: what is chosen may be about to be changed.
    """

    q = RensetLinje(
        label="Søk",
        required=False,
        validators=[MaxLengthValidator(LENGST, "Søk med færre ord: høyst %(limit_value)d tegn.")],
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    mal = forms.ChoiceField(
        label="Mål",
        required=False,
        error_messages={"invalid_choice": "Planen har ikke målet i adressen. Velg fra listen."},
    )
    frist = forms.ChoiceField(
        label="Frist",
        required=False,
        choices=[("", "Alle frister"), ("Når", [*NAAR.items()]), ("Hvor ofte", [*TAKTER.items()])],
        error_messages=ukjent("fristen"),
    )
    organ = forms.ChoiceField(
        label="Ansvarlig",
        required=False,
        error_messages={"invalid_choice": "Ingen tiltak i planen har den ansvarlige i adressen. Velg fra listen."},
    )
    folger = forms.ChoiceField(
        label="Følges opp av",
        required=False,
        error_messages={"invalid_choice": "Personen i adressen følger ikke opp noe i planen. Velg fra listen."},
    )
    status = forms.MultipleChoiceField(
        label="Status",
        required=False,
        choices=[*STATUSER.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text="«Mangler vurdering» er det som ikke er startet, og løpende tiltak som ingen har sagt noe om.",
        error_messages=ukjent("statusen"),
    )

    def __init__(self, data: QueryDict, tabell: Tabell, bruker: Any):
        super().__init__(data)
        self.tabell, self.bruker = tabell, bruker
        self._velg("mal", [("", "Alle mål"), *((nr, str(maal)) for nr, maal in tabell.numre.items())])
        organer = sorted({ett.ansvarlig for ett in tabell.tiltak} - {""}, key=norsk_rekkefoelge)
        self.har_organer = bool(organer)
        self._velg("organ", [("", "Alle"), *((ett, ett) for ett in organer), (UTEN_ORGAN, "Ingen i planen")])
        fulgte = [ett for ett in tabell.tiltak if ett.foelges_opp_av]
        self._folk = {str(ett.foelges_opp_av_id): str(ett.foelges_opp_av) for ett in fulgte}
        i_rekkefoelge = sorted(self._folk.items(), key=lambda en: norsk_rekkefoelge(en[1]))
        self._velg("folger", [("", "Alle"), (MEG, "Meg"), (INGEN, "Ingen"), *i_rekkefoelge])
        self.is_valid()
        self.valgt: dict[str, Any] = self.cleaned_data
        self.husk_aar = "aar" in data

    @property
    def valg(self) -> Valg:
        """What is chosen, for measures and terminer to be asked about."""
        if self.errors:
            return INGENTING
        valgt = self.valgt
        return Valg(
            maal=self.tabell.med_undermaal(self.tabell.numre[valgt["mal"]]) if valgt["mal"] else None,
            status=frozenset(valgt["status"]),
            frist=valgt["frist"],
            organ=("" if valgt["organ"] == UTEN_ORGAN else valgt["organ"]) if valgt["organ"] else None,
            foelger=self._foelger(valgt["folger"]),
            ordene=ordene_i(valgt["q"]),
        )

    @property
    def innsnevret(self) -> bool:
        """Whether anything but the year is chosen, or asked for that is not known."""
        return self.valg != ALT

    @property
    def bare_maal(self) -> bool:
        """Whether whole goals are shown, so that their figures are of what is seen."""
        return not self.errors and not any(self.valgt[navn] for navn in FELTENE if navn != "mal")

    @property
    def valgte(self) -> list[Valgt]:
        """Everything that is chosen, the year apart, each with the way to take it off."""
        return [
            Valgt(self._i_ord(navn, verdi), self._adresse(self.aar, uten=(navn, verdi)))
            for navn in FELTENE
            for verdi in self._verdier(navn)
        ]

    @property
    def i_ord(self) -> str:
        """What is chosen, as people say it: "2.1 Organisasjon, Forfalt". Empty when all of the year is shown."""
        return ", ".join(ett.ord_ for ett in self.valgte)

    @property
    def spoersmaal(self) -> str:
        """The choice as a query string, "aar=2026&status=forfalt"; nothing when nothing was asked for."""
        return self._data(self.aar if self.husk_aar else "").urlencode()

    @property
    def adresse(self) -> str:
        """The choice as the end of an address that says the year too: "?aar=2026&status=forfalt"."""
        return self._adresse(self.aar)

    @property
    def skjulte(self) -> list[tuple[str, str]]:
        """The choice as the hidden fields of a form: name and value."""
        return [(navn, verdi) for navn, verdier in self._data(self.aar).lists() for verdi in verdier]

    @property
    def aarene(self) -> list[Aarslenke]:
        """The plan's years and the whole of it, with what else is chosen."""
        valgt = self.tabell.aar
        lenker = [Aarslenke(str(aar), self._adresse(str(aar)), aar == valgt) for aar in self.tabell.plan.aar]
        return [*lenker, Aarslenke("Alle år", self.i_hele_perioden, valgt is None)]

    @property
    def i_hele_perioden(self) -> str:
        """The same choice for the whole period, as the end of an address."""
        return self._adresse(HELE_PERIODEN)

    @property
    def uten_valg(self) -> str:
        """The same year with nothing else chosen, as the end of an address."""
        return f"?aar={self.aar}"

    @property
    def aar(self) -> str:
        """The year as an address says it."""
        return str(self.tabell.aar or HELE_PERIODEN)

    def _adresse(self, aar: str, uten: tuple[str, str] | None = None) -> str:
        return f"?{self._data(aar, uten).urlencode()}"

    def _data(self, aar: str, uten: tuple[str, str] | None = None) -> QueryDict:
        data = QueryDict(mutable=True)
        if aar:
            data["aar"] = aar
        for navn in FELTENE:
            verdier = [verdi for verdi in self._verdier(navn) if (navn, verdi) != uten]
            if verdier:
                data.setlist(navn, verdier)
        return data

    def _verdier(self, navn: str) -> list[str]:
        verdi = self.valgt.get(navn)
        # Each once, however often it was asked for: every row of the table carries them on.
        return [*dict.fromkeys(verdi)] if isinstance(verdi, list) else [verdi] if verdi else []

    def _i_ord(self, navn: str, verdi: str) -> str:
        match navn:
            case "q":
                return f"«{verdi}»"
            case "mal":
                return str(self.tabell.numre[verdi])
            case "folger":
                return f"følges opp av {self._folk.get(verdi, verdi)}"
            case "organ":
                return "uten ansvarlig i planen" if verdi == UTEN_ORGAN else verdi
            case _:
                return (FRISTER | STATUSER)[verdi]

    def _foelger(self, verdi: str) -> frozenset[int | None] | None:
        if not verdi:
            return None
        return frozenset({MEG: [self.bruker.pk], INGEN: [None]}.get(verdi) or [int(verdi)])
