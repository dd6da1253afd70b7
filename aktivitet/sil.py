"""A filter: what the reader has chosen to see, read from a page's query parameters."""

from typing import cast

from django import forms
from django.http import QueryDict


class Sil(forms.Form):
    """The form of a filter. A value that is not known gives a message by its field, and shows nothing: to show all
    would be to answer a question that nobody asked."""

    def __init__(self, data: QueryDict):
        super().__init__(data, label_suffix="")

    @property
    def feilene(self) -> list[str]:
        """What is asked for and not known, in sentences: for where there is no field to show them by."""
        return [str(feil) for feilene in self.errors.values() for feil in feilene]

    def _velg(self, navn: str, valg: list[tuple[str, str]]) -> None:
        """Give a field what there is to choose from."""
        cast(forms.ChoiceField, self.fields[navn]).choices = valg


def ukjent(det: str) -> dict[str, str]:
    """Give a field the message for what is not known, by what it is called: "laget", "fristen"."""
    return {"invalid_choice": f"Vi kjenner ikke {det} i adressen. Velg fra listen."}
