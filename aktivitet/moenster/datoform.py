"""The small form in a row of the year's plan: the day of one activity, and where known its clock times and place."""

from typing import Any

from django import forms
from django.http import QueryDict

from ..felt import RensetLinje, dagfelt, hoeyst, klokkefelt, versjonfelt
from ..flytting import vis_foerst
from ..models import TIDSFELTER, Aktivitet, EndretAvAndre, Presisjon
from ..tid import tid_i_ord
from ..tidsform import les_tiden
from .fjoraaret import Forslag

UTENFOR = "Velg en dag i {}. Et annet år velger du på aktivitetens egen side."
ENDRET = "Noen andre lagret imens: {}. Det du skrev, står i feltene. Lagrer du nå, gjelder det."


class DatoForm(forms.Form):
    """Sets the day of `aktivitet`, within the year `aar`. `forslag` is what its fields begin with as long as the day
    is not known."""

    aktivitet = forms.IntegerField(widget=forms.HiddenInput)
    versjon = versjonfelt()
    foerste_dag = dagfelt("Dag", required=True)
    siste_dag = dagfelt("Til og med", "Bare når det varer flere dager.")
    fra_kl = klokkefelt("Fra kl.")
    til_kl = klokkefelt("Til kl.")
    sted = RensetLinje(label="Sted", required=False, validators=[hoeyst(200)])

    def __init__(
        self, data: QueryDict | None = None, *, aktivitet: Aktivitet, aar: int, forslag: Forslag | None = None
    ):
        self.instance, self.aar = aktivitet, aar
        begynner: dict[str, Any] = {
            "aktivitet": aktivitet.pk,
            "versjon": aktivitet.versjon,
            "sted": aktivitet.sted,
        }
        tiden = aktivitet if aktivitet.dag_er_kjent else forslag
        if tiden:
            begynner |= {felt: getattr(tiden, felt) for felt in ("foerste_dag", "fra_kl", "til_kl")}
            begynner["siste_dag"] = tiden.siste_dag if tiden.siste_dag != tiden.foerste_dag else None
        super().__init__(data, initial=begynner, auto_id=f"id_{aktivitet.pk}_%s", label_suffix="")
        for felt in ("foerste_dag", "siste_dag"):  # the browser's calendar opens in the year, and not today
            self.fields[felt].widget.attrs |= {"min": f"{aar}-01-01", "max": f"{aar}-12-31"}

    def clean(self) -> dict[str, Any]:
        """Make days and clock times of what was written, as exactly as it says."""
        svar = self.cleaned_data
        foerste, siste, fra_kl, til_kl = (svar.get(felt) for felt in ("foerste_dag", "siste_dag", "fra_kl", "til_kl"))
        if foerste and foerste.year != self.aar:
            self.add_error("foerste_dag", UTENFOR.format(self.aar))
        if self.errors or not foerste:
            return svar
        presisjon = Presisjon.DAG
        if fra_kl or til_kl:
            presisjon = Presisjon.KLOKKESLETT
        elif siste and siste != foerste:
            presisjon = Presisjon.DAGER
        if rom := les_tiden(self, presisjon, foerste, siste, fra_kl, til_kl):
            svar |= {"presisjon": presisjon, **vars(rom)}
        return svar

    def lagre(self, *, publiser: bool = False, bekreftet: str = "") -> bool:
        """Store it, and publish it if so asked.

        False when somebody else saved first: nothing is stored, and the form says what is. Raises MaaBekreftes when
        due dates move along that are not those `bekreftet` is the mark of: then nothing is stored either.
        """
        svar, aktivitet = self.cleaned_data, self.instance
        for felt in (*TIDSFELTER, "sted"):
            setattr(aktivitet, felt, svar[felt])
        try:
            with vis_foerst(aktivitet, bekreftet):
                (aktivitet.publiser if publiser else aktivitet.lagre)(svar["versjon"])
        except EndretAvAndre as andre:
            self._vis_hva_som_staar(andre.naa)  # type: ignore[arg-type]
            return False
        return True

    def _vis_hva_som_staar(self, naa: Aktivitet) -> None:
        staar = ", ".join(del_ for del_ in (tid_i_ord(naa), naa.sted) if del_)
        self.add_error(None, ENDRET.format(staar))
        # Sent again from the page that says so, it is saved knowingly on top.
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["versjon"] = str(naa.versjon)  # type: ignore[index]
        self.instance = naa
