"""The forms of the meeting plan: the days of others' meetings, one proposal, and how many days ahead."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from ..felt import RensetLinje, RensetTekst, dagfelt, hoeyst, klokkefelt
from ..models import Aktivitetstype, Moeteoppsett, Presisjon, Synlighet
from ..samtidig import VersjonertForm
from ..tidsform import les_tiden
from .avvik import ET_AAR
from .moetedager import IkkeForstaatt, Moetedager, les_moetedager
from .rader import Rad, i_ord

TALL = {
    "required": "Skriv et antall dager.",
    "invalid": "Skriv antall dager med sifre.",
    "min_value": "Skriv minst 1 dag.",
    "max_value": "Skriv høyst 365 dager.",
}
LINJER = "Ett møte på hver linje: 12.–14. mai, eller 12.5., med sted etter et komma om du vil."


class DagerForm(forms.Form):
    """The days of the county council's meetings and of the national board's, pasted."""

    fylkesting = RensetTekst(
        label="Fylkestingets møter",
        required=False,
        validators=[hoeyst(5_000)],
        help_text=LINJER,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    landsstyre = RensetTekst(
        label="Landsstyrets møter",
        required=False,
        validators=[hoeyst(5_000)],
        help_text=LINJER,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    synlighet = forms.ChoiceField(
        label="Hvem kan se dem i kalenderen?",
        choices=Synlighet.choices,
        initial=Synlighet.OFFENTLIG,
        error_messages={"required": "Velg hvem som kan se dem.", "invalid_choice": "Velg hvem som kan se dem."},
    )

    def __init__(self, data: QueryDict | None = None, *, aar: int):
        super().__init__(data, prefix="dager", label_suffix="")
        self.aar = aar

    def clean_fylkesting(self) -> list[Moetedager]:
        return self._lest("fylkesting")

    def clean_landsstyre(self) -> list[Moetedager]:
        return self._lest("landsstyre")

    def clean(self) -> dict[str, Any]:
        """Ask for at least one day: else the button would do nothing, and say so too late."""
        rent = self.cleaned_data
        if not self.errors and not (rent["fylkesting"] or rent["landsstyre"]):
            self.add_error("fylkesting", "Skriv minst én dag, her eller for landsstyret.")
        return rent

    @property
    def moetene(self) -> dict[Aktivitetstype, list[Moetedager]]:
        """What was written, by the type that it is."""
        rent = self.cleaned_data
        return {Aktivitetstype.FYLKESTING: rent["fylkesting"], Aktivitetstype.LANDSSTYREMOETE: rent["landsstyre"]}

    def _lest(self, felt: str) -> list[Moetedager]:
        try:
            return les_moetedager(self.cleaned_data[felt], self.aar)
        except IkkeForstaatt as galt:
            raise forms.ValidationError(galt.feil) from galt


class RadForm(forms.Form):
    """One proposal: whether it is to be made, and when and where. A deadline has only its day."""

    med = forms.BooleanField(label="Ta med", required=False)
    dag = dagfelt("Dag")
    fra_kl = klokkefelt("Fra kl.")
    til_kl = klokkefelt("Til kl.")
    sted = RensetLinje(label="Sted", required=False, validators=[hoeyst(200)])

    def __init__(self, data: QueryDict | None = None, *, rad: Rad):
        initial: dict[str, Any] = {"med": rad.tilraades, "dag": rad.foreslaatt.dag}
        if rad.sist:
            initial |= {felt: getattr(rad.sist, felt) for felt in ("fra_kl", "til_kl", "sted")}
        super().__init__(data, prefix=rad.navn, initial=initial, label_suffix="")
        self.rad = rad
        if rad.type == Aktivitetstype.FRIST:
            for felt in ("fra_kl", "til_kl", "sted"):
                del self.fields[felt]
        self.fields["med"].label = rad.valget

    @property
    def er_med(self) -> bool:
        return bool(self.cleaned_data.get("med"))

    def clean(self) -> dict[str, Any]:
        """Make the stored time of it. What is not ticked is not held against anybody."""
        rent = self.cleaned_data
        if not rent.get("med"):
            self.errors.clear()
            return rent
        if "dag" in self.errors:
            return rent
        dag, kilde = rent["dag"], self.rad.kilde
        if dag is None:
            self.add_error("dag", "Skriv en dag.")
        elif dag >= kilde.foerste_dag:
            self.add_error("dag", f"Velg en dag før {i_ord(kilde)}.")
        elif kilde.foerste_dag - dag > ET_AAR:
            self.add_error("dag", f"Velg en dag høyst et år før {i_ord(kilde)}.")
        elif not self.errors:
            self._sett_tiden(rent)
        return rent

    @property
    def felter(self) -> Mapping[str, Any]:
        """What is stored of it."""
        rent = self.cleaned_data
        return {"sted": rent.get("sted", ""), "presisjon": rent["presisjon"]} | vars(rent["rom"])

    def _sett_tiden(self, rent: dict[str, Any]) -> None:
        fra_kl, til_kl = rent.get("fra_kl"), rent.get("til_kl")
        presisjon = Presisjon.KLOKKESLETT if fra_kl or til_kl else Presisjon.DAG
        if rom := les_tiden(self, presisjon, rent["dag"], None, fra_kl, til_kl, dagfeltet="dag"):
            rent |= {"presisjon": presisjon, "rom": rom}


class OppsettForm(VersjonertForm):
    """How many days ahead. Used inside a transaction, as every VersjonertForm."""

    class Meta:
        model = Moeteoppsett
        fields = ("foer_fylkesting", "foer_landsstyre", "innkalling", "forslag", "papirer")
        labels = {
            "foer_fylkesting": "Fylkesstyremøte, dager før fylkestinget",
            "foer_landsstyre": "Formøte, dager før landsstyremøtet",
            "innkalling": "Innkalling, dager før årsmøtet",
            "forslag": "Frist for forslag, dager før årsmøtet",
            "papirer": "Sakspapirer, dager før årsmøtet",
        }
        error_messages = dict.fromkeys(fields, TALL)

    def __init__(self, data: QueryDict | None = None, *, instance: Moeteoppsett):
        super().__init__(data, prefix="oppsett", instance=instance, label_suffix="")
        # Nobody having set anything, there is no row yet: the first who does reads the first version.
        self.initial["lest_versjon"] = instance.versjon


class AltPaaSiden(DagerForm, RadForm, OppsettForm):
    """All that is written on the page: for whoever must say what somebody wrote there, and never made."""

    class Meta(OppsettForm.Meta):
        pass
