"""The forms about one's own data: the name, and the yes that erasing asks for."""

from typing import Any

from django import forms
from django.db.models import F

from aktivitet.felt import RensetLinje
from aktivitet.samtidig import VersjonertForm

from ..models import Bruker


class NavnForm(VersjonertForm):
    """One's own name, as it stands beside what one has done."""

    navn = RensetLinje(
        label="Navn",
        max_length=100,
        help_text="Slik det står ved det du gjør.",
        error_messages={"required": "Skriv navnet ditt."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    class Meta:
        model = Bruker
        fields = ["navn"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def lagre(self) -> None:
        """Save the name, and nothing else of the row: a role that was given meanwhile stays given."""
        if self.has_changed():
            egen = Bruker.objects.filter(pk=self.instance.pk)
            egen.update(navn=self.cleaned_data["navn"], versjon=F("versjon") + 1)


class BekreftSletting(forms.Form):
    """The yes. What cannot be undone is not done by one press."""

    bekreft = forms.BooleanField(error_messages={"required": "Kryss av for at det skal slettes."})

    def __init__(self, *args: Any, sporsmaal: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["bekreft"].label = sporsmaal
