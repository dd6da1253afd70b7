"""The form for one text of a report: what is written, and what stood there when it was read."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.db import transaction
from django.http import QueryDict

from aktivitet.felt import RensetTekst, hoeyst, versjonfelt
from aktivitet.models import EndretAvAndre

from ..models import Rapport, Rapporttekst
from .skrivesteder import Skrivested, lest

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

LENGST = 20_000


class TekstForm(forms.Form):
    """One text. Several stand in one form on the page: the fields are called "tekst-mal-7", "versjon-mal-7".

    `konflikt` is what is stored when somebody saved there meanwhile: both are then shown, and what was typed stays.
    `staar` is the text that what is written in the field goes on from.
    """

    tekst = RensetTekst(required=False, widget=forms.Textarea(attrs={"rows": 4}), validators=[hoeyst(LENGST)])
    versjon = versjonfelt(minst=0)
    lest = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, sted: Skrivested):
        self.sted = sted
        self.konflikt: Rapporttekst | None = None
        self.staar = tekst = sted.tekst
        initial = {"tekst": tekst.tekst, "versjon": tekst.versjon if tekst.pk else 0, "lest": lest(tekst.tekst)}
        super().__init__(data, initial=initial, prefix=sted.felt, auto_id="%s", label_suffix="")
        self.fields["tekst"].label = sted.navn

    def add_prefix(self, field_name: str) -> str:
        """Name a field by what it is and where it stands."""
        return f"{field_name}-{self.prefix}"

    def er_sendt(self) -> bool:
        """Whether this text came along in what was sent."""
        return self.add_prefix("tekst") in self.data

    def lagre(self, av: "Bruker") -> bool:
        """Save what was written. False when somebody else saved there since it was read: see `konflikt`.

        Untouched since it was read, or standing there already word for word, it is left as it is. Raises FeilTilstand
        when the report is laid before the meeting by now.
        """
        skrevet, versjon = self.cleaned_data["tekst"], self.cleaned_data["versjon"]
        self.staar = self.sted.tekst
        if skrevet == self.staar.tekst:
            return True
        if lest(skrevet) == self.cleaned_data["lest"]:
            self.staar = Rapporttekst(pk=self.staar.pk, tekst=skrevet, versjon=versjon)
            return True
        try:
            _skriv(self.staar, skrevet, av, versjon)
        except EndretAvAndre as unntak:
            self.staar = cast(Rapporttekst, unntak.naa)
            if self.staar.tekst != skrevet:
                self._vis_begge(self.staar)
                return False
        return True

    def _vis_begge(self, naa: Rapporttekst) -> None:
        """Sent again from here, it is saved knowingly on top."""
        self.konflikt = naa
        data = cast(QueryDict, self.data).copy()
        for felt, verdi in self.neste().items():
            data[self.add_prefix(felt)] = str(verdi)
        self.data = data

    def neste(self) -> dict[str, Any]:
        """What the next save of this text is to come with, after `lagre`."""
        return {"versjon": self.staar.versjon if self.staar.pk else 0, "lest": lest(self.staar.tekst)}


@transaction.atomic
def _skriv(tekst: Rapporttekst, skrevet: str, av: "Bruker", versjon: int) -> None:
    """Write it into the report, which is made if the year has none."""
    tekst.rapport = tekst.rapport if tekst.rapport.pk else _lagret(tekst.rapport)
    tekst.skriv(skrevet, av=av, versjon=versjon)


def _lagret(rapport: Rapport) -> Rapport:
    """Make the year's report; somebody else's, when they were first."""
    try:
        rapport.lagre(0)
    except EndretAvAndre as unntak:
        return cast(Rapport, unntak.naa)
    return rapport
