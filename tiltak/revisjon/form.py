"""The forms of the comparison: what goes on from what, and the decision that works the draft into its plan."""

from typing import TYPE_CHECKING, Any

from django import forms

from aktivitet.felt import versjonfelt

from ..models import Organ, Plan
from ..redigering.beslutning import MedBeslutning
from .kobling import MAAL, TILTAK
from .oversikt import Oversikt

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

GAMMELT = "Ikke lagret: noe ble endret etter at du åpnet siden. Se over det som står her nå, og bekreft en gang til."


class AlleForm(forms.Form):
    """The version of the comparison that somebody looked at."""

    versjon = versjonfelt()


class ParForm(AlleForm):
    """Which goal or measure of the draft goes on from which, if any."""

    slag = forms.ChoiceField(choices=[(MAAL, MAAL), (TILTAK, TILTAK)])
    ny = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    gammel = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False)


class FlettForm(MedBeslutning):
    """The decision, and the mark of what was looked at: nothing else than that is worked in."""

    sett = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    def __init__(self, data: Any = None, *, oversikt: Oversikt, bruker: "Bruker"):
        self.oversikt = oversikt
        super().__init__(data, label_suffix="", initial={"sett": oversikt.merke})
        self.spoer_om_beslutning(oversikt.plan, bruker)
        if "grunn" in self.fields and not self.initial.get("organ"):
            self.initial["organ"] = Organ.AARSMOETET
            self.initial["grunn"] = f"Revidert plan{_filen(oversikt.utkast)}"

    def clean(self) -> dict[str, Any]:
        rent = super().clean() or self.cleaned_data
        self.krev_beslutning()
        if hvorfor := self.om_fortiden(self.oversikt.utkast.fra, self.oversikt.utkast.til):
            self.add_error(None, f"{hvorfor} Er dette en plan for en ny periode, skal den ikke inn i den gamle.")
        if rent.get("sett") != self.oversikt.merke or self.oversikt.er_gammel:
            self.se_en_gang_til()
        elif usikre := len(self.oversikt.usikre):
            self.add_error(None, f"Svar først på det som er usikkert: {usikre} står øverst på siden.")
        return rent

    def se_en_gang_til(self) -> None:
        """Say that something was changed. Sent again from the page that shows it, it is done knowingly."""
        self.add_error(None, GAMMELT)
        self.data = {**self.data.dict(), "sett": self.oversikt.merke}  # type: ignore[attr-defined]


def _filen(utkast: Plan) -> str:
    kilde = getattr(utkast, "kilde", None)
    return f", {kilde.filnavn}" if kilde and kilde.filnavn else ""
