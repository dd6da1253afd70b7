"""The forms for setting many terminer at once: until which day, which of them, and what they are to be."""

from typing import Any

from django import forms

from aktivitet.felt import FOR_GAMMELT, dagfelt
from aktivitet.heltall import heltall

from ..statusfelter import Statusfelter

HOEYST = 500  # terminer at a time


class ValgteFelt(forms.Field):
    """The terminer that are chosen, each as "7", or as "7:3" when its version 3 was looked at. Gives the version by
    key, None where none was looked at."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {"required": "Velg minst én frist."}

    def to_python(self, value: Any) -> dict[int, int | None]:
        """Refuse what no page of ours has sent, and more than is saved at a time."""
        valgt: dict[int, int | None] = {}
        for ett in value or []:
            foran, _, bak = str(ett).partition(":")
            pk, versjon = heltall(foran), heltall(bak)
            if pk is None or pk < 0 or (bak and versjon is None):
                raise forms.ValidationError(FOR_GAMMELT)
            valgt[pk] = versjon
        if len(valgt) > HOEYST:
            raise forms.ValidationError(f"Du har valgt {len(valgt)} frister. Velg høyst {HOEYST} om gangen.")
        return valgt


class ValgteForm(forms.Form):
    """The terminer alone, to be undone."""

    valgt = ValgteFelt()


class FlereForm(Statusfelter):
    """Which terminer, and what they are to be. By the same rules as for one: see `Statusfelter`."""

    valgt = ValgteFelt()
    utfoert = dagfelt(
        "Dagen det ble gjort",
        "Tomt betyr den dagen fristen var, eller i dag der den ikke har vært. En dag som står der alt, blir stående.",
    )

    def __init__(self, data: Any = None):
        super().__init__(data, label_suffix="")
        self.fields["merknad"].help_text = "Tomt betyr at ordene som står der nå, blir stående."


class TilForm(forms.Form):
    """Until which due day."""

    til = dagfelt("Med frist til og med", required=True)

    def __init__(self, data: Any):
        super().__init__(data, label_suffix="")
