"""Which reminders a person wants: a box for each that concerns them."""

from typing import Any

from django import forms

from ..models import Avmelding, Bruker
from .mottakere import slag_for
from .takt import MAANEDSBREV, SLAG, UKELISTE

HJELP = {
    UKELISTE: "Det som venter av tiltakene du følger opp. Høyst én gang i uken, og bare når noe venter.",
    MAANEDSBREV: "Se gjennom kalenderen, og det som er uferdig der. Én gang i måneden.",
}


class Valg(forms.Form):
    """The boxes. Without any, the person gets no reminders at all."""

    def __init__(self, *args: Any, bruker: Bruker, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.bruker = bruker
        nei = set(bruker.avmeldinger.values_list("slag", flat=True))
        for slag in slag_for(bruker):
            self.fields[slag] = forms.BooleanField(
                label=SLAG[slag], help_text=HJELP[slag], required=False, initial=slag not in nei
            )

    def lagre(self) -> None:
        """Store what was chosen."""
        for slag, vil_ha in self.cleaned_data.items():
            endre = Avmelding.objects.slaa_paa if vil_ha else Avmelding.objects.slaa_av
            endre(self.bruker.pk, slag)
