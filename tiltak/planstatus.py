"""How the plan stands, joined to the plan as it is read: the same figures and terminer as in the list of measures."""

from .oversikt import Oversikt
from .plantekst import Plantekst
from .utgave import Planrader


def legg_paa_status(tekst: Plantekst, rader: Planrader, oversikten: Oversikt) -> None:
    """Give each goal in `tekst`, laid out from `rader`, its figures, and each measure its row with what it shows."""
    tall = {rad.maal.pk: rad.tall for rad in oversikten.maal}
    tiltak = {ett.pk: ett for rad in oversikten.maal for ett in rad.tiltak}
    for maaltekst, maal in zip(tekst.maal, rader.maal, strict=True):
        maaltekst.tall = tall.get(maal.pk)
    for tiltakstekst, ett in zip(tekst.tiltak, rader.tiltak, strict=True):
        tiltakstekst.rad = tiltak.get(ett.pk)
