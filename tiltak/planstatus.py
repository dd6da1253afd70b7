"""How the plan stands, joined to the plan as it is read: measures and goals in a year, and the elections it names."""

from collections.abc import Sequence
from datetime import date

from django.db.models import prefetch_related_objects

from aktivitet.alfabet import norsk_rekkefoelge
from aktivitet.milepaeler import moeter_i_kalenderen

from .models import Periodemaal
from .oversikt import Oversikt
from .plantekst import Plantekst
from .utgave import Planrader
from .valgmaal import Kretsresultat, Utfall, har_maaltall


def legg_paa_status(tekst: Plantekst, rader: Planrader, oversikten: Oversikt) -> None:
    """Give each goal in `tekst`, laid out from `rader`, its figures, and each measure its row with what it shows.

    They are those of the list of measures, and never counted again.
    """
    tall = {rad.maal.pk: rad.tall for rad in oversikten.maal}
    tiltak = {ett.pk: ett for rad in oversikten.maal for ett in rad.tiltak}
    for maaltekst, maal in zip(tekst.maal, rader.maal, strict=True):
        maaltekst.tall = tall.get(maal.pk)
    for tiltakstekst, ett in zip(tekst.tiltak, rader.tiltak, strict=True):
        tiltakstekst.rad = tiltak.get(ett.pk)


def legg_paa_utfall(tekst: Plantekst, rader: Planrader, i_dag: date) -> None:
    """Give each goal for the period in `tekst`, laid out from `rader`, its row and what is known of its election."""
    alle = utfallene(rader.periodemaal, i_dag)
    for ett, rad, utfall in zip(tekst.periodemaal, rader.periodemaal, alle, strict=True):
        ett.rad, ett.utfall = rad, utfall


def utfallene(maalene: Sequence[Periodemaal], i_dag: date) -> list[Utfall | None]:
    """Give what is known of each goal's election, None for one without a target. Two queries, or none at all."""
    if not any(har_maaltall(maal) for maal in maalene):
        return [None] * len(maalene)
    prefetch_related_objects(maalene, "resultater")
    moeter = moeter_i_kalenderen()
    return [
        Utfall.av(maal, moeter(maal.valgaar).valg, resultatene(maal), i_dag)
        if maal.valgaar and har_maaltall(maal)
        else None
        for maal in maalene
    ]


def resultatene(maal: Periodemaal) -> list[Kretsresultat]:
    """Give what has been written down of a goal's election, by constituency in Norwegian order."""
    alle = sorted(maal.resultater.all(), key=lambda ett: norsk_rekkefoelge(ett.krets))
    return [Kretsresultat(ett.krets, ett.antall) for ett in alle]
