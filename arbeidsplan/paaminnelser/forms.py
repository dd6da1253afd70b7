"""Which reminders a person wants: a box for each that concerns them."""

from typing import Any

from django import forms

from ..models import Avmelding, Bruker
from .mottakere import slag_for
from .takt import MAANEDSBREV, SLAG, UKELISTE


class Valg(forms.Form):
    """The boxes, named as the kinds are. Without any, the person gets no reminders at all."""

    ukeliste = forms.BooleanField(
        label=SLAG[UKELISTE],
        help_text="Det som venter av tiltakene du følger opp. Høyst én gang i uken, og bare når noe venter.",
        required=False,
    )
    maanedsbrev = forms.BooleanField(
        label=SLAG[MAANEDSBREV],
        help_text="Se gjennom kalenderen, og det som er uferdig der. Én gang i måneden.",
        required=False,
    )

    def __init__(self, *args: Any, bruker: Bruker, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.bruker = bruker
        gjelder = slag_for(bruker)
        self.fields = {slag: felt for slag, felt in self.fields.items() if slag in gjelder}
        nei = set(bruker.avmeldinger.values_list("slag", flat=True))
        self.initial = {slag: slag not in nei for slag in gjelder}

    def lagre(self) -> None:
        """Store what was chosen."""
        for slag, vil_ha in self.cleaned_data.items():
            endre = Avmelding.objects.slaa_paa if vil_ha else Avmelding.objects.slaa_av
            endre(self.bruker.pk, slag)
