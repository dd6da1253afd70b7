"""The form that sets a termin's status, and what it does when somebody else saved first."""

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from aktivitet.felt import versjonfelt
from aktivitet.models import EndretAvAndre
from aktivitet.tekst import rens_tekst

from .models import Termin
from .statusfelter import Statusfelter, staar_alt

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


class StatusForm(Statusfelter):
    """Sets how a termin stands: the status, the day it was done or is put off to, and a few words.

    `konflikt` is what is stored when somebody saved meanwhile: the form then shows both, and what was typed stays.
    """

    versjon = versjonfelt()

    def __init__(self, data: Any = None, *, termin: Termin):
        self.termin = termin
        self.konflikt: Termin | None = None
        felter = ("versjon", "status", "utfoert", "utsatt_til", "merknad")
        super().__init__(
            data,
            initial={felt: getattr(termin, felt) for felt in felter},
            label_suffix="",
            auto_id=f"termin-{termin.pk}-%s",  # several may be open on one page
        )

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

    def slaa_sammen(self, naa: Termin) -> None:
        """Put what is stored now before what was typed, to be looked over and saved. Nothing is saved here."""
        mitt = rens_tekst(self.data.get("merknad", ""))
        self._vis_begge(naa, merknad="\n\n".join(filter(None, [naa.merknad, mitt])))

    def _vis_begge(self, naa: Termin, **felter: str) -> None:
        """Show what is stored beside what was typed; sent again from here, it is saved knowingly on top."""
        self.konflikt = naa
        self.data = {**self.data.dict(), **felter, "versjon": str(naa.versjon)}  # type: ignore[attr-defined]

    @staticmethod
    def _staar_alt(naa: Termin, verdier: dict[str, Any]) -> bool:
        return staar_alt(naa, verdier)
