"""Pure: the short version's pages as they are laid out, to know whether two are enough."""

from collections.abc import Iterable, Sequence

from . import felt
from .deler import Kortmaal, Kortsak, Kortversjon
from .felt import AVSNITT, NOTE, OVERSKRIFT, SIDE, TABELLHODE
from .innledning import innledningens_hoeyde


class Sider:
    """Pages being filled from the top, in millimetres. A part that has no room left on one begins the next."""

    def __init__(self) -> None:
        self.antall = 1
        self._igjen = SIDE

    def legg(self, hoeyde: float, gjentatt: float = 0) -> None:
        """Put a part there that is never divided; `gjentatt` is the height of the head that a new page repeats."""
        if hoeyde > self._igjen:
            self.antall += 1
            self._igjen = SIDE - gjentatt
        self._igjen -= hoeyde

    def legg_avsnitt(self, tekstene: Iterable[str]) -> None:
        """Put paragraphs there."""
        for tekst in tekstene:
            self.legg(felt.AVSNITTET.hoeyde(tekst) + AVSNITT)

    def legg_tabell(self, rader: Sequence[Kortmaal] | Sequence[Kortsak], under: float) -> None:
        """Put a table there under its heading. The heading stands with the first row, what is below with the last."""
        hoeyder = [rad.hoeyde for rad in rader] or [0.0]
        hoeyder[0] += OVERSKRIFT + TABELLHODE
        hoeyder[-1] += under
        for nr, hoeyde in enumerate(hoeyder):
            self.legg(hoeyde, TABELLHODE if nr else 0)


def hoeyde_av_toppen(kort: Kortversjon) -> float:
    """How high all is that stands above the figures: whose report it is, how far it has come, and the introduction."""
    tittel = felt.LANG_TITTEL if kort.har_lang_tittel else felt.STOR_TITTEL
    hoeyde = felt.TOPP + felt.ORGANISASJON.hoeyde(kort.organisasjon) + tittel.hoeyde(kort.tittel)
    hoeyde += felt.DAGER.hoeyde(kort.dager) + felt.MOETE.hoeyde(kort.moete) + AVSNITT
    return hoeyde + innledningens_hoeyde(kort.innledning) + (NOTE if kort.mer_innledning else 0)
