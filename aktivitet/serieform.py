"""The form that makes a series: a rule for the days, and the same fields as one activity has."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict

from .felt import dagfelt
from .forms import AktivitetForm
from .models import Aktivitet, Presisjon
from .serie import DATO, FLEST, SISTE, UKE, UKEDAG, Regel, Seriedag, seriedager
from .tid import UKEDAGER, dag_i_ord
from .tidsrom import UgyldigTid, tidsrom

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

# What each activity has of its own, or what belongs to one meeting alone.
IKKE_I_SERIE = {"presisjon", "foerste_dag", "siste_dag", "paamelding_innen", "papirer"}
EN_DAG = date(2026, 1, 15)  # to read the rest of the form by when the rule gives no day: nothing is stored with it
NUMRENE = {1: "første", 2: "andre", 3: "tredje", 4: "fjerde", SISTE: "siste"}
HVER = {1: "hver", 2: "annenhver", 3: "hver tredje", 4: "hver fjerde"}
SLUTTER_DAGEN_ETTER = "Kan stå tomt. Er det før «fra», slutter det dagen etter."
FOR_MANGE = f"Det blir mer enn {FLEST} dager. Sett en tidligere siste dag, og lag resten som en ny serie."


def _valg(merkelapp: str, valgene: dict[Any, str], **mer: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=merkelapp,
        choices=list(valgene.items()),
        coerce=int,
        error_messages={"required": "Velg fra listen.", "invalid_choice": "Velg fra listen."},
        **mer,
    )


def _tall(merkelapp: str, hoeyst: int, hjelp: str) -> forms.IntegerField:
    utenfor = f"Skriv et tall fra 1 til {hoeyst}."
    return forms.IntegerField(
        label=merkelapp,
        required=False,
        min_value=1,
        max_value=hoeyst,
        help_text=hjelp,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], utenfor),
    )


class RegelForm(forms.Form):
    """When it recurs. Gives a Regel, and the days that follow from it."""

    gjentas = forms.ChoiceField(
        label="Hvordan gjentas det?",
        choices=[(UKEDAG, "En ukedag i måneden"), (UKE, "Hver uke eller sjeldnere"), (DATO, "En dato i måneden")],
        initial=UKEDAG,
        widget=forms.RadioSelect,
        error_messages={"required": "Velg hvordan det gjentas.", "invalid_choice": "Velg hvordan det gjentas."},
    )
    nr = _valg("Hvilken i måneden", {nr: ord_.capitalize() for nr, ord_ in NUMRENE.items()}, initial=1, required=False)
    ukedag = _valg(
        "Ukedag",
        {"": "Samme som første dag", **{nr: navn.capitalize() for nr, navn in enumerate(UKEDAGER)}},
        required=False,
        empty_value=None,
    )
    dato = _tall("Dato i måneden", 31, "Måneder uten denne datoen hoppes over.")
    hver = _valg("Hvor ofte", {nr: f"{ord_.capitalize()} uke eller måned" for nr, ord_ in HVER.items()}, initial=1)
    fra_dag = dagfelt("Første dag", "Serien begynner tidligst denne dagen.", required=True)
    til_dag = dagfelt("Siste dag", "Serien slutter senest denne dagen.")
    antall = _tall("Antall ganger", FLEST, "Kan stå i stedet for siste dag.")
    hopp_over_helligdager = forms.BooleanField(label="Hopp over helligdager", required=False, initial=True)

    regel: Regel
    dager: list[Seriedag]

    def clean(self) -> dict[str, Any]:
        """Make a rule of what was written, and refuse one that gives no days or too many."""
        svar = self.cleaned_data
        gjentas = svar.get("gjentas")
        if gjentas == DATO and not svar.get("dato") and "dato" not in self.errors:
            self.add_error("dato", "Skriv hvilken dato i måneden, for eksempel 15.")
        if gjentas != DATO:
            self.errors.pop("dato", None)  # it does not count, and is held against nobody
            svar["dato"] = None
        fra, til = svar.get("fra_dag"), svar.get("til_dag")
        if not til and not svar.get("antall") and not {"til_dag", "antall"} & self.errors.keys():
            self.add_error("til_dag", "Skriv en siste dag, eller hvor mange ganger.")
        if fra and til and til < fra:
            self.add_error("til_dag", "Siste dag er før første dag.")
        if not self.errors:
            self._legg_ut(svar)
        return svar

    def _legg_ut(self, svar: dict[str, Any]) -> None:
        self.regel = Regel(
            gjentas=svar["gjentas"],
            fra=svar["fra_dag"],
            til=svar["til_dag"],
            antall=svar["antall"],
            hver=svar["hver"],
            ukedag=svar["ukedag"],
            nr=svar["nr"] or 1,
            dato=svar["dato"] or 1,
            hopp_over_helligdager=svar["hopp_over_helligdager"],
        )
        self.dager = seriedager(self.regel)
        antall = sum(en.med for en in self.dager)
        if antall > FLEST:
            self.add_error("til_dag", FOR_MANGE)
        elif antall == 0:
            self.add_error("til_dag", "Ingen dager passer. Sett en senere siste dag, eller velg en annen gjentakelse.")

    @property
    def i_ord(self) -> str:
        """Say the rule: "første tirsdag hver måned, fra 5. mai 2026 til 31. desember 2026"."""
        regel = self.regel
        ukedag = UKEDAGER[regel.fra.weekday() if regel.ukedag is None else regel.ukedag]
        hver = HVER[regel.hver]
        match regel.gjentas:
            case "uke":
                ord_ = f"{ukedag} {hver} uke"
            case "ukedag":
                ord_ = f"{NUMRENE[regel.nr]} {ukedag} {hver} måned"
            case _:
                ord_ = f"den {regel.dato}. {hver} måned"
        slutt = f" til {dag_i_ord(regel.til)}" if regel.til else ""
        return f"{ord_}, fra {dag_i_ord(regel.fra)}{slutt}"


@dataclass(frozen=True)
class Forslag:
    """One day that the series proposes: the activity as it would be, None where the clock does not show that hour."""

    dag: Seriedag
    aktivitet: Aktivitet | None
    kolliderer: list[tuple[Aktivitet, str]] = field(default_factory=list)

    @property
    def velges(self) -> bool:
        """Whether it is chosen unless somebody says otherwise."""
        return self.dag.med and self.aktivitet is not None


class Serieskjema:
    """The two forms as one: valid together, shown together."""

    def __init__(self, data: QueryDict | None = None, *, bruker: "Bruker"):
        self.regel = RegelForm(data, label_suffix="")
        regel_holder = data is not None and self.regel.is_valid()
        dagen = next((en.dag for en in self.regel.dager if en.med), EN_DAG) if regel_holder else EN_DAG
        self.innhold = AktivitetForm(data if data is None else _paa_dagen(data, dagen), bruker=bruker)
        self.innhold.fields["til_kl"].help_text = SLUTTER_DAGEN_ETTER

    def is_valid(self) -> bool:
        gyldig = [self.regel.is_valid(), self.innhold.is_valid()]  # both, so that both say what is wrong
        return all(gyldig)

    @property
    def errors(self) -> bool:
        return bool(self.regel.errors or self.innhold.errors)

    @property
    def felter(self) -> Iterator[forms.BoundField]:
        """What all of the series have in common, whatever fields an activity has."""
        return (felt for felt in self.innhold if felt.name not in IKKE_I_SERIE)

    @property
    def forslag(self) -> list[Forslag]:
        """Every day of the rule, with the activity that would be made."""
        return [Forslag(en, self._paa(en.dag)) for en in self.regel.dager]

    def _paa(self, dag: date) -> Aktivitet | None:
        mal = self.innhold.instance
        slutter = dag + (mal.siste_dag - mal.foerste_dag)
        try:
            rom = tidsrom(mal.presisjon, dag, slutter, mal.fra_kl, mal.til_kl)
        except UgyldigTid:
            return None
        felter = {navn: getattr(mal, navn) for navn in AktivitetForm.Meta.fields}
        return Aktivitet(**felter | vars(rom))


def _paa_dagen(data: QueryDict, dag: date) -> QueryDict:
    """What one activity's form would have been sent: the clock known where it was written, else the day alone."""
    data = data.copy()
    fra, til = (_klokken(data.get(felt, ""), felt) for felt in ("fra_kl", "til_kl"))
    data["presisjon"] = Presisjon.KLOKKESLETT if data.get("fra_kl") or data.get("til_kl") else Presisjon.DAG
    data["foerste_dag"] = dag.isoformat()
    over_midnatt = fra is not None and til is not None and til <= fra
    data["siste_dag"] = (dag + timedelta(days=1)).isoformat() if over_midnatt else ""
    for felt in ("paamelding_innen", "papirer", "versjon"):
        data.pop(felt, None)
    return data


def _klokken(skrevet: str, felt: str) -> Any:
    try:
        return AktivitetForm.base_fields[felt].clean(skrevet)
    except forms.ValidationError:
        return None


class RestenForm(forms.Form):
    """What is to be new for those of a series that are left: the hour, the place and the words."""

    tittel = AktivitetForm.base_fields["tittel"]
    fra_kl = AktivitetForm.base_fields["fra_kl"]
    til_kl = AktivitetForm.base_fields["til_kl"]
    sted = AktivitetForm.base_fields["sted"]
    kommune = AktivitetForm.base_fields["kommune"]
    beskrivelse = AktivitetForm.base_fields["beskrivelse"]

    TEKSTER = ("tittel", "sted", "kommune", "beskrivelse")

    def __init__(self, data: QueryDict | None, *, mal: Aktivitet):
        super().__init__(data, initial={navn: getattr(mal, navn) for navn in self.base_fields}, label_suffix="")
        self.fields["til_kl"].help_text = SLUTTER_DAGEN_ETTER

    def clean(self) -> dict[str, Any]:
        svar = self.cleaned_data
        if svar.get("til_kl") and not svar.get("fra_kl") and "fra_kl" not in self.errors:
            self.add_error("fra_kl", "Skriv når det begynner, for eksempel 18.00.")
        return svar

    @property
    def tekster(self) -> dict[str, str]:
        return {navn: self.cleaned_data[navn] for navn in self.TEKSTER}

    @property
    def klokken(self) -> tuple[time | None, time | None]:
        return self.cleaned_data["fra_kl"], self.cleaned_data["til_kl"]
