"""The forms of a series: the rule with the same fields as one activity has, and what is new for the rest of one."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict

from ..forms import AktivitetForm
from ..models import Aktivitet, Presisjon
from ..tidsrom import UgyldigTid, tidsrom
from .regel import Seriedag
from .regelform import RegelForm

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

FOERST = ("tittel", "type", "lag", "fra_kl", "til_kl", "sted", "kommune", "beskrivelse", "synlighet")
# What each activity has of its own, or what belongs to one meeting alone.
IKKE_I_SERIE = {"presisjon", "foerste_dag", "siste_dag", "paamelding_innen", "papirer"}
PROEVEDAG = date(2026, 1, 15)  # to read the rest of the form by when the rule gives no day: nothing is stored with it
SLUTTER_DAGEN_ETTER = "Kan stå tomt. Er det før «fra», slutter det dagen etter."


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
        dagen = next((en.dag for en in self.regel.dager if en.med), PROEVEDAG) if regel_holder else PROEVEDAG
        self.innhold = AktivitetForm(data if data is None else _paa_dagen(data, dagen), bruker=bruker)
        self.innhold.fields["til_kl"].help_text = SLUTTER_DAGEN_ETTER

    def is_valid(self) -> bool:
        gyldig = [self.regel.is_valid(), self.innhold.is_valid()]  # both, so that both say what is wrong
        return all(gyldig)

    @property
    def errors(self) -> bool:
        return bool(self.regel.errors or self.innhold.errors)

    @property
    def felter(self) -> list[forms.BoundField]:
        """What most of all is written of a series."""
        return [self.innhold[navn] for navn in FOERST]

    @property
    def mer(self) -> list[forms.BoundField]:
        """Whatever else an activity can tell, and all of a series have in common."""
        return [felt for felt in self.innhold.visible_fields() if felt.name not in {*FOERST, *IKKE_I_SERIE}]

    @property
    def mer_er_brukt(self) -> bool:
        """Whether something is written there, or must be mended: then it stands open."""
        feil = self.innhold.errors
        return any(felt.name in feil or (self.innhold.is_bound and felt.data) for felt in self.mer)

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
