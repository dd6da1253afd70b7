"""The forms that set a termin's status, whole or from the menu, and what they do when somebody else saved first."""

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django.http import QueryDict

from aktivitet.felt import versjonfelt
from aktivitet.models import EndretAvAndre
from aktivitet.tekst import rens_tekst

from .models import Status, Termin
from .models.termin import KREVER_GRUNN, UTFOERTE
from .statusfelter import Statusfelter, staar_alt

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

STAAENDE = ("utfoert", "utsatt_til", "merknad")  # what a termin says besides its status
VIL_HA_MER = (Status.UTSATT, *KREVER_GRUNN)  # a status alone does not say it: there must be a day, or a reason


class StatusForm(Statusfelter):
    """Sets how a termin stands: the status, the day it was done or is put off to, and a few words.

    `konflikt` is what is stored when somebody saved meanwhile: the form then shows both, and what was typed stays.
    `slaatt_sammen` says that the words of both have been joined in the form, to be looked over.
    """

    versjon = versjonfelt()

    def __init__(self, data: Any = None, *, termin: Termin, valgt: str = "", til_ordene: bool = False):
        """Show the termin as it stands, or with the status `valgt`, or what was sent. `til_ordene` begins there."""
        self.termin = termin
        self.konflikt: Termin | None = None
        self.slaatt_sammen = False
        self.til_ordene = til_ordene
        initial = {felt: getattr(termin, felt) for felt in ("versjon", "status", *STAAENDE)}
        if valgt in Status.values:
            initial["status"] = valgt
        super().__init__(
            data,
            initial=initial,
            label_suffix="",
            auto_id=f"termin-{termin.pk}-%s",  # several may be open on one page
        )
        if til_ordene:
            self.fields["merknad"].widget.attrs["data-fokus"] = True

    def staar_utsatt_til(self) -> date | None:
        """The day that the termin is put off to."""
        return self.termin.utsatt_til

    def lagre(self, av: "Bruker") -> bool:
        """Save. False when somebody else saved since the form was read: see `konflikt`.

        The same form sent twice is saved once: what stands there already, word for word, is no conflict.
        """
        verdier = {felt: self.cleaned_data[felt] for felt in ("status", "utfoert", "utsatt_til", "merknad")}
        try:
            self.termin.sett_status(av=av, versjon=self.cleaned_data["versjon"], **verdier)
        except EndretAvAndre as unntak:
            naa = cast(Termin, unntak.naa)
            naa.tiltak = self.termin.tiltak  # known already: no need to ask for it
            if not self._staar_alt(naa, verdier):
                self._vis_begge(naa)
                return False
            self.termin = naa
        return True

    @property
    def ordene_er_ulike(self) -> bool:
        """Whether there are two texts to join, that are not joined yet."""
        if self.slaatt_sammen:
            return False
        return bool(self.konflikt and rens_tekst(self["merknad"].value() or "") != self.konflikt.merknad)

    def slaa_sammen(self, naa: Termin) -> None:
        """Put what is stored now before what was typed, to be looked over and saved. Nothing is saved here.

        Asked for twice, it is done once: what begins with the stored words already, stays as it is.
        """
        mitt = rens_tekst(self.data.get("merknad", ""))
        har_begge = f"{mitt}\n\n".startswith(f"{naa.merknad}\n\n")
        self._vis_begge(naa, merknad=mitt if har_begge else "\n\n".join(filter(None, [naa.merknad, mitt])))
        self.slaatt_sammen = True
        self.fields["merknad"].widget.attrs["data-fokus"] = True

    def _vis_begge(self, naa: Termin, **felter: str) -> None:
        """Show what is stored beside what was typed; sent again from here, it is saved knowingly on top."""
        self.konflikt = naa
        self.data = _med(cast(QueryDict, self.data), {**felter, "versjon": str(naa.versjon)})

    @staticmethod
    def _staar_alt(naa: Termin, verdier: dict[str, Any]) -> bool:
        return staar_alt(naa, verdier)


class Hurtigform(StatusForm):
    """Sets the status alone, as it is chosen from the menu: the words and the day that stand there are kept."""

    def __init__(self, data: QueryDict, *, termin: Termin):
        staar = {felt: str(getattr(termin, felt) or "") for felt in STAAENDE}
        super().__init__(_med(data, staar), termin=termin)

    def lagre(self, av: "Bruker") -> bool:
        """Save. What is done, and chosen once more, stays as it is: whoever said so, and when, goes on standing.

        What is not done yet is said anew: somebody has looked at it, and it is as before.
        """
        valgt = self.cleaned_data["status"]
        return (valgt in UTFOERTE and valgt == self.termin.status) or super().lagre(av)

    def _vis_begge(self, naa: Termin, **felter: str) -> None:
        # No words were written: those that are stored now go on standing.
        super()._vis_begge(naa, merknad=naa.merknad)

    @staticmethod
    def _staar_alt(naa: Termin, verdier: dict[str, Any]) -> bool:
        return verdier["status"] == naa.status


def _med(data: QueryDict, felter: dict[str, str]) -> QueryDict:
    """Give what was sent with these fields in place of any that came along."""
    ny = data.copy()
    for felt, verdi in felter.items():
        ny[felt] = verdi
    return ny
