"""The forms of the acts on a part: where it is to stand, what it is split into, what goes into it."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.text import Truncator

from aktivitet.felt import Flervalg

from ..models import Plan, Tiltak
from .beslutning import BeslutningForm
from .former import DelForm, OrdlydForm
from .plass import Sted, eieren, naboer, rekken, treet_under
from .slag import EIERE, SLAG, finn_sted, slaget_til

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

FLEST_DELER = 9
GJORT_ALT = (
    "Ikke lagret: tiltaket ble lagret etter at du åpnet siden, kanskje av deg selv. Se på det i planen først. "
    "Lagre her bare hvis det skal gjøres en gang til."
)


class FlyttForm(BeslutningForm):
    """Where a part is to stand: every place of the plan that it can have."""

    sted = forms.ChoiceField(label="Hvor skal det stå?", error_messages={"required": "Velg hvor det skal stå."})

    def __init__(self, data: Any = None, *, ting: Any, plan: Plan, bruker: "Bruker", sted: Sted | None = None):
        super().__init__(data, ting=ting, plan=plan, bruker=bruker)
        rekke = naboer(ting)
        nr = next((i for i, ett in enumerate(rekke) if ett.pk == ting.pk), 0)
        naa = sted or Sted(eieren(ting), rekke[nr - 1] if nr else None)
        valg = cast(forms.ChoiceField, self.fields["sted"])
        valg.choices = _stedene(ting, plan)
        self.initial["sted"] = _verdi(naa.eier, naa.etter)

    @property
    def valgt(self) -> Sted | None:
        """The place that was chosen."""
        eier, _, etter = self.cleaned_data["sted"].partition(":")
        return finn_sted(slaget_til(self.ting), self.plan, eier, etter)


class GrepForm(OrdlydForm, DelForm):
    """The wording of a measure that is split, or that others go into."""

    class Meta:
        model = Tiltak
        fields = ("kode", "tekst", "gjennomfoering", "ansvarlig")

    def clean(self) -> dict[str, Any]:
        rent = super().clean()
        self.krev_beslutning()
        # Other forms let the same words through twice: nothing is changed by them. A measure would be split twice.
        if not self.errors and rent.get("lest_versjon") != self.instance.versjon:
            self.add_error(None, GJORT_ALT)
            self.avvis({}, "lest_versjon", self.instance.versjon)
        return rent

    @property
    def ordlyd(self) -> dict[str, Any]:
        return {felt: self.cleaned_data[felt] for felt in self.Meta.fields}


class SammenForm(GrepForm):
    """Which measures go into this one."""

    andre: Any = Flervalg(
        queryset=Tiltak.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label="Slå sammen med",
        error_messages={
            "required": "Velg minst ett tiltak å slå sammen med.",
            "invalid_choice": "Et av tiltakene står ikke i planen lenger. Se over valget.",
            "invalid_pk_value": "Et av tiltakene står ikke i planen lenger. Se over valget.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        andre = cast("forms.ModelMultipleChoiceField[Tiltak]", self.fields["andre"])
        andre.queryset = (
            Tiltak.objects.i_planen(self.plan)
            .gjeldende()
            .exclude(pk=self.instance.pk)
            .select_related("maal")
            .i_planens_rekkefoelge()
        )

    @property
    def ordlydfelt(self) -> list[forms.BoundField]:
        return [felt for felt in super().ordlydfelt if felt.name != "andre"]

    @property
    def valgte(self) -> set[str]:
        """The keys that are ticked."""
        return {str(verdi) for verdi in self["andre"].value() or []}


def _stedene(ting: Any, plan: Plan) -> list[Any]:
    """The places as choices: grouped by goal or chapter where the part has one."""
    slag = slaget_til(ting)
    if slag.navn == "mal":
        return _maalsteder(ting)
    if slag.navn not in EIERE:
        return [(_verdi(None, None), "Øverst"), *_etter(None, ting, naboer(ting))]
    grupper: list[Any] = []
    alle: dict[Any, list[Any]] = {}
    for ett in slag.staaende(plan).order_by("nr", "pk"):
        alle.setdefault(_noekkel(eieren(ett)), []).append(ett)
    for navn in EIERE[slag.navn]:
        for eier in SLAG[navn].staaende(plan).order_by("nr", "pk"):
            under = alle.get(_noekkel(eier), [])
            tittel = Truncator(str(eier)).chars(80)
            grupper.append((tittel, [(_verdi(eier, None), "Øverst"), *_etter(eier, ting, under)]))
    return grupper


def _maalsteder(maal: Any) -> list[Any]:
    """A goal's places: after any goal that is not below itself, and first or last under any."""
    alle = [ett for ett in rekken(maal) if ett.utgaatt is None]
    utenfor = {maal.pk, *(ett.pk for ett in treet_under(maal, alle))}
    steder = [(_verdi(None, None), "Øverst i planen")]
    etter_nokkel = {ett.pk: ett for ett in alle}
    for ett in alle:
        if ett.pk not in utenfor:
            tittel = Truncator(str(ett)).chars(70)
            over = etter_nokkel.get(ett.forelder_id)
            steder += [(_verdi(over, ett), f"Etter {tittel}"), (_verdi(ett, None), f"Under {tittel}")]
    return steder


def _etter(eier: Any, ting: Any, rekke: list[Any]) -> list[tuple[str, str]]:
    andre = [ett for ett in rekke if ett.pk != ting.pk]
    return [(_verdi(eier, ett), f"Etter {Truncator(_kort(ett)).chars(70)}") for ett in andre]


def _kort(ting: Any) -> str:
    return str(ting) if slaget_til(ting).navn in ("tiltak", "kapittel", "maned") else f"«{ting}»"


def _noekkel(eier: Any) -> str:
    return f"{slaget_til(eier).navn}-{eier.pk}" if eier else ""


def _verdi(eier: Any, etter: Any) -> str:
    return f"{_noekkel(eier)}:{etter.pk if etter else 'forst'}"
