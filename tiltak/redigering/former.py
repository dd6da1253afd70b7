"""The forms of the plan's parts: what the secretary writes, guarded against two who write at once."""

import re
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from aktivitet.felt import RensetLinje, RensetTekst, dagfelt, hoeyst
from aktivitet.samtidig import VersjonertForm

from ..dokument.maaltall import les_maaltall
from ..importering import LENGSTE_PERIODE
from ..models import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plan, Tiltak
from ..ordlyd import ORDLYD
from .beslutning import BESLUTNINGSFELT, MedBeslutning
from .endring import endre, legg_til
from .plass import Sted, naboer, sett_eier

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

NUMMER = re.compile(r"\d{1,3}(\.\d{1,3}){0,4}")
MAALTALL = ("antall", "per_valgkrets", "valg", "valgaar")


def linjefelt(modell: type[models.Model], felt: str, *, kreves: str = "", hjelp: str = "") -> RensetLinje:
    """Make a field of one line for a field of the model. `kreves` is what is said when it is empty; may it be, ""."""
    return cast(RensetLinje, _felt(RensetLinje, modell, felt, kreves, hjelp))


def tekstfelt(modell: type[models.Model], felt: str, *, kreves: str, rader: int = 3) -> RensetTekst:
    """Make a field of several lines for a field of the model."""
    widget = forms.Textarea(attrs={"rows": rader})
    return cast(RensetTekst, _felt(RensetTekst, modell, felt, kreves, "", widget=widget))


def _felt(
    klasse: type[forms.CharField], modell: type[models.Model], felt: str, kreves: str, hjelp: str, **valg: Any
) -> forms.CharField:
    modellfelt = cast("models.CharField[str, str]", modell._meta.get_field(felt))
    return klasse(
        label=capfirst(str(modellfelt.verbose_name)),
        help_text=hjelp,
        required=bool(kreves),
        validators=[hoeyst(cast(int, modellfelt.max_length))],
        error_messages={"required": kreves},
        **valg,
    )


class DelForm(MedBeslutning, VersjonertForm):
    """A part of the plan: changed, or with `sted` added there. Used inside a transaction."""

    instance: Any

    def __init__(self, data: Any = None, *, ting: Any, plan: Plan, bruker: "Bruker", sted: Sted | None = None):
        self.sted = sted
        super().__init__(data, instance=ting, label_suffix="", auto_id=f"{ting._meta.model_name}-{ting.pk or 'ny'}-%s")
        self.spoer_om_beslutning(plan, bruker)

    @property
    def ordlydfelt(self) -> list[forms.BoundField]:
        """The fields that are shown, without those of the decision."""
        return [felt for felt in self.visible_fields() if felt.name not in BESLUTNINGSFELT]

    def clean(self) -> dict[str, Any]:
        rent = super().clean()
        if self.sted or set(self.changed_data) & set(ORDLYD[type(self.instance)]):
            self.krev_beslutning()
        return rent

    @property
    def verdier(self) -> dict[str, Any]:
        """What was written, by the model's fields."""
        return {felt: self.cleaned_data[felt] for felt in self._meta.fields or () if felt in self.cleaned_data}

    @property
    def finnes(self) -> Any:
        """What stands at the place already and says the very same: the form was sent twice. None for all else."""
        assert self.sted is not None  # noqa: S101
        sett_eier(self.instance, self.sted.eier)
        rekke = naboer(self.instance)
        plass = rekke.index(self.sted.etter) + 1 if self.sted.etter else 0
        naboene = rekke[max(plass - 1, 0) : plass + 1]
        return next((ett for ett in naboene if all(getattr(ett, f) == v for f, v in self.verdier.items())), None)

    def lagre(self) -> Any:
        """Do it, and give the part as it is stored."""
        if self.sted:
            legg_til(self.instance, self.sted, self.beslutning)
            return self.instance
        naa = type(self.instance)._default_manager.get(pk=self.instance.pk)
        endrede = {felt: verdi for felt, verdi in self.verdier.items() if getattr(naa, felt) != verdi}
        if endrede:
            endre(naa, endrede, self.beslutning, naa.versjon)
        return naa


class HodeForm(DelForm):
    """The plan's head: what it is called, and its period."""

    tittel = linjefelt(Plan, "tittel", kreves="Skriv hva planen heter.")
    undertittel = linjefelt(Plan, "undertittel")
    organisasjon = linjefelt(Plan, "organisasjon", hjelp="Tomt betyr organisasjonen som appen er satt opp for.")
    fra = dagfelt("Første dag", required=True)
    til = dagfelt("Siste dag", required=True)

    class Meta:
        model = Plan
        fields = ("tittel", "undertittel", "organisasjon", "fra", "til")

    def clean(self) -> dict[str, Any]:
        rent = super().clean()
        fra, til = rent.get("fra"), rent.get("til")
        if fra and til and til.year - fra.year >= LENGSTE_PERIODE:
            self.add_error("til", f"En plan gjelder for høyst {LENGSTE_PERIODE} år.")
        elif fra and til and (hvorfor := self.om_fortiden(fra, til)):
            self.add_error("fra" if fra > self.plan.fra else "til", hvorfor)
        return rent


class KapittelForm(DelForm):
    """A chapter's heading; a new one's place in the plan too."""

    slag = forms.ChoiceField(label="Hva slags kapittel?", choices=Kapittel.Slag.choices)
    overskrift = linjefelt(Kapittel, "overskrift")

    class Meta:
        model = Kapittel
        fields = ("slag", "overskrift")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not self.sted:
            del self.fields["slag"]


class AvsnittForm(DelForm):
    """One paragraph, or one bullet."""

    tekst = tekstfelt(Avsnitt, "tekst", kreves="Skriv avsnittet.", rader=6)
    punkt = forms.BooleanField(label="Punkt i en liste", required=False)

    class Meta:
        model = Avsnitt
        fields = ("tekst", "punkt")


class PeriodemaalForm(DelForm):
    """One of the goals for the period. Its target is read from the wording, and can be corrected."""

    tekst = tekstfelt(Periodemaal, "tekst", kreves="Skriv målet.")
    antall = forms.IntegerField(
        label="Antall representanter",
        required=False,
        min_value=1,
        max_value=999,
        help_text="Tomt når målet ikke nevner noe tall.",
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], "Skriv et tall fra 1 til 999."),
    )
    per_valgkrets = forms.BooleanField(label="I hver valgkrets", required=False)
    valg = forms.ChoiceField(label="Valg", choices=[("", "Ikke noe valg"), *Periodemaal.Valg.choices], required=False)
    valgaar = forms.IntegerField(
        label="Valgår",
        required=False,
        min_value=2000,
        max_value=2099,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], "Skriv året med fire sifre: 2027."),
    )

    class Meta:
        model = Periodemaal
        fields = ("tekst", *MAALTALL)

    def clean(self) -> dict[str, Any]:
        """Read the target anew from new words, where it was as the old ones said and nobody wrote another."""
        rent = super().clean()
        foer = tuple(self.initial.get(felt) or None for felt in MAALTALL)
        lest = tuple(verdi or None for verdi in les_maaltall(self.initial.get("tekst", "")))
        if (
            "tekst" in self.changed_data
            and rent.get("tekst")
            and foer == lest
            and not set(MAALTALL) & set(self.changed_data)
        ):
            antall, per_valgkrets, valg, valgaar = les_maaltall(rent["tekst"])
            rent |= {"antall": antall, "per_valgkrets": per_valgkrets, "valg": valg or "", "valgaar": valgaar}
        return rent


class MaalForm(DelForm):
    """A goal's number, heading and motto."""

    nummer = linjefelt(Maal, "nummer", kreves="Skriv nummeret til målet.", hjelp="1, 1.1 eller 2.1.3")
    overskrift = linjefelt(Maal, "overskrift", kreves="Skriv overskriften.")
    motto = linjefelt(Maal, "motto", hjelp="Overskriften uten nummer under målet.")

    class Meta:
        model = Maal
        fields = ("nummer", "overskrift", "motto")

    def clean_nummer(self) -> str:
        """Refuse what is no number of a goal. A dot at the end is how some write it, and is left out."""
        nummer = self.cleaned_data["nummer"].rstrip(".")
        if not NUMMER.fullmatch(nummer):
            raise forms.ValidationError("Skriv nummeret med tall og punktum: 1, 1.1 eller 2.1.3.")
        return nummer


class OrdlydForm(forms.Form):
    """The wording of a measure: also each part of one that is split."""

    kode = linjefelt(Tiltak, "kode", hjelp="For eksempel 1.1c. Kan stå tom.")
    tekst = tekstfelt(Tiltak, "tekst", kreves="Skriv hva tiltaket er.")
    gjennomfoering = linjefelt(Tiltak, "gjennomfoering", hjelp="Fristen, slik planen skriver den: «Mars, årlig».")
    ansvarlig = linjefelt(Tiltak, "ansvarlig", hjelp="Et organ, aldri en person. Tomt der planen ikke sier det.")


class TiltakForm(OrdlydForm, DelForm):
    """A measure's wording, and for the board alone who follows it up."""

    class Meta:
        model = Tiltak
        fields = ("kode", "tekst", "gjennomfoering", "ansvarlig", "foelges_opp_av")
        labels = {"foelges_opp_av": "Følges opp av"}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        velger = cast("forms.ModelChoiceField[Any]", self.fields["foelges_opp_av"])
        velger.queryset = velger.queryset.filter(Q(is_active=True) | Q(pk=self.instance.foelges_opp_av_id))  # type: ignore[union-attr]
        velger.empty_label = "Ingen"


class RadForm(DelForm):
    """One month of the plan's own table."""

    maaned = linjefelt(Aktivitetsrad, "maaned", kreves="Skriv måneden.")
    valgaar = linjefelt(Aktivitetsrad, "valgaar")
    mellomaar = linjefelt(Aktivitetsrad, "mellomaar")

    class Meta:
        model = Aktivitetsrad
        fields = ("maaned", "valgaar", "mellomaar")
