"""The forms for setting many terminer at once: until which day, which of them, and what they are to be."""

from typing import Any

from django import forms

from aktivitet.felt import FOR_GAMMELT, dagfelt

from ..statusfelter import Statusfelter

HOEYST = 500  # terminer at a time


class ValgteFelt(forms.Field):
    """The terminer that are chosen, each as "7", or as "7:3" when its version 3 was looked at. Gives the version by
    key, None where none was looked at."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {"required": "Velg minst én frist."}

    def to_python(self, value: Any) -> dict[int, int | None]:
        """Refuse what no page of ours has sent, and more than is saved at a time."""
        valgt = {}
        for ett in value or []:
            pk, _, versjon = str(ett).partition(":")
            if not (_er_nummer(pk) and (not versjon or _er_nummer(versjon))):
                raise forms.ValidationError(FOR_GAMMELT)
            valgt[int(pk)] = int(versjon) if versjon else None
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


def _er_nummer(tekst: str) -> bool:
    return tekst.isascii() and tekst.isdigit() and len(tekst) < 19  # what a database holds
