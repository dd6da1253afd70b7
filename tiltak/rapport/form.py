"""The form for the report's title, days and meeting."""

from typing import Any

from django import forms
from django.http import QueryDict

from aktivitet.felt import RensetLinje, dagfelt, hoeyst, versjonfelt
from aktivitet.models import EndretAvAndre
from aktivitet.tid import dag_i_ord

from ..models import Rapport


class RapportForm(forms.ModelForm):
    """The report's title, days and meeting. The day and place of the meeting may come later."""

    tittel = RensetLinje(label="Tittel", required=False, validators=[hoeyst(200)])
    fra = dagfelt("Beretningens første dag", required=True)
    til = dagfelt("Beretningens siste dag", required=True)
    moetedag = dagfelt("Årsmøtets dag")
    moetested = RensetLinje(label="Årsmøtets sted", required=False, validators=[hoeyst(200)])
    versjon = versjonfelt(minst=0)

    class Meta:
        model = Rapport
        fields = ["tittel", "fra", "til", "moetedag", "moetested"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["tittel"].help_text = f"Tomt gir «Beretning {self.instance.aar}»."
        self.initial["versjon"] = self.instance.versjon if self.instance.pk else 0
        self.lagret_av_andre: list[tuple[str, str]] = []  # field and what is stored, where it differs

    def lagre(self) -> bool:
        """Save. False when somebody else saved first: the form then has both, and sent again it is saved on top
        knowingly."""
        try:
            self.instance.lagre(self.cleaned_data["versjon"])
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
