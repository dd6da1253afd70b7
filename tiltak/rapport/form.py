"""The form in which the secretary writes the report's own words and days, saves it, publishes it and takes it back."""

from typing import Any

from django import forms
from django.http import QueryDict

from aktivitet.felt import RensetLinje, RensetTekst, dagfelt, hoeyst, versjonfelt
from aktivitet.models import EndretAvAndre
from aktivitet.tid import dag_i_ord

from ..models import Rapport

LAGRE, PUBLISER, TREKK_TILBAKE = "lagre", "publiser", "trekk_tilbake"
SAGT = {
    LAGRE: "Beretningen er lagret.",
    PUBLISER: "Beretningen er publisert. Nå kan alle lese den.",
    TREKK_TILBAKE: "Beretningen er trukket tilbake. Nå ser bare styret den.",
}


class RapportForm(forms.ModelForm):
    """The report's own words and days. The day and place of the meeting may come later."""

    innledning = RensetTekst(
        label="Innledning",
        required=False,
        validators=[hoeyst(20_000)],
        help_text="Vanlig tekst. En tom linje gir et nytt avsnitt.",
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    tittel = RensetLinje(label="Tittel", required=False, validators=[hoeyst(200)])
    fra = dagfelt("Beretningens første dag", required=True)
    til = dagfelt("Beretningens siste dag", required=True)
    moetedag = dagfelt("Årsmøtets dag")
    moetested = RensetLinje(label="Årsmøtets sted", required=False, validators=[hoeyst(200)])
    versjon = versjonfelt(minst=0)

    class Meta:
        model = Rapport
        fields = ["innledning", "tittel", "fra", "til", "moetedag", "moetested"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["tittel"].help_text = f"Tomt gir «Beretning {self.instance.aar}»."
        self.initial["versjon"] = self.instance.versjon if self.instance.pk else 0
        self.lagret_av_andre: list[tuple[str, str]] = []  # field and what is stored, where it differs

    def lagre(self, handling: str) -> bool:
        """Save, publish or take back. False when somebody else saved first: the form then has both texts, and sent
        again it is saved on top knowingly."""
        rapport, versjon = self.instance, self.cleaned_data["versjon"]
        try:
            match handling:
                case "publiser":
                    rapport.publiser(versjon)
                case "trekk_tilbake":
                    rapport.trekk_tilbake(versjon)
                case _:
                    rapport.lagre(versjon)
        except EndretAvAndre as endret:
            self._vis_begge(endret.naa)
            return False
        return True

    def _vis_begge(self, naa: Any) -> None:
        for navn in self._meta.fields or ():
            lagret = getattr(naa, navn)
            if lagret != self.cleaned_data[navn]:
                vist = lagret if isinstance(lagret, str) else lagret and dag_i_ord(lagret)
                self.lagret_av_andre.append((str(self.fields[navn].label), vist or "(tomt)"))
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["versjon"] = str(naa.versjon)
        self.data = data
