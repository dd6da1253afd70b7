"""The fixed pattern of a year: taken over from the plan's table, and laid out as one year's drafts."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from .aktivitetstabell import FastLinje, faste_fra_tabell
from .kalender import Moeter, er_valgaar, maanedens_dager, valgdag
from .milepaeler import moeter_i_kalenderen
from .models import FOERSTE_DAG, SISTE_DAG, Aktivitet, Aktivitetstype, FastAktivitet, Lag, Presisjon

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

Aarstype = FastAktivitet.Aarstype
SEPTEMBER = 9


class AaretKanIkkeFylles(Exception):
    """There is nothing to fill the year from, or nobody to arrange it. The text says what is missing."""


@transaction.atomic
def lagre_faste(rader: Iterable[tuple[str, str, str]]) -> int:
    """Store the lines of the plan's table (month, election years, mid-years) that are missing, and say how many.

    What the pattern has already is left alone, also when the secretary has made it for other years or of another
    type: a line is missing only for the kinds of year in which the month has no line of that title.
    """
    har: dict[tuple[int, str], set[str]] = {}
    for fast in FastAktivitet.objects.all():
        har.setdefault((fast.maaned, fast.tittel.casefold()), set()).update(_aarstyper(fast.aarstype))
    nye = []
    for linje in faste_fra_tabell(rader):
        dekket = har.setdefault((linje.maaned, linje.tittel.casefold()), set())
        mangler = _aarstyper(linje.aarstype) - dekket
        if mangler:
            nye.append(_fast(linje, Aarstype.BEGGE if len(mangler) > 1 else mangler.pop()))
            dekket |= _aarstyper(linje.aarstype)
    FastAktivitet.objects.bulk_create(nye)
    return len(nye)


@transaction.atomic
def fyll_aar(aar: int, av: "Bruker | None" = None) -> list[Aktivitet]:
    """Make the year's drafts for the county branch from the fixed pattern, and give those that were made.

    Run twice it adds nothing: a line of the pattern gives one activity a year, and makes it again only when it was
    deleted. Raises AaretKanIkkeFylles with a sentence for people.
    """
    if not FOERSTE_DAG.year <= aar <= SISTE_DAG.year:
        raise AaretKanIkkeFylles(f"Velg et år mellom {FOERSTE_DAG.year} og {SISTE_DAG.year}.")
    fylkeslag = Lag.objects.filter(type=Lag.Type.FYLKESLAG).first()
    if fylkeslag is None:
        raise AaretKanIkkeFylles("Det er ikke lagt inn noe fylkeslag. Legg inn laget med typen «Fylkeslag» først.")
    aarstype = Aarstype.VALGAAR if er_valgaar(aar) else Aarstype.MELLOMAAR
    faste = FastAktivitet.objects.filter(aarstype__in=[Aarstype.BEGGE, aarstype])
    if not faste:
        raise AaretKanIkkeFylles(
            f"Det er ikke lagt inn noen faste aktiviteter for {aarstype.label.lower()}. "
            "Legg dem inn, eller bekreft en plan som har en aktivitetstabell."
        )
    moeter = moeter_i_kalenderen()
    laget = []
    for fast in faste:
        felter = _utkast(fast, aar, moeter) | {"lag": fylkeslag, "opprettet_av": av}
        aktivitet, er_ny = Aktivitet.objects.get_or_create(fast=fast, fast_aar=aar, defaults=felter)
        if er_ny:
            laget.append(aktivitet)
    return laget


def _utkast(fast: FastAktivitet, aar: int, moeter: Callable[[int], Moeter]) -> dict[str, Any]:
    """What is known of it so far: its month. Of the election the day is known too, by custom, and the branches' season
    of annual meetings lasts until the county's own."""
    felter: dict[str, Any] = {"tittel": fast.tittel, "type": fast.type}
    if fast.type == Aktivitetstype.AARSMOETER_LOKALT:
        siste_maaned = moeter(aar).aarsmoete.siste.month
        if siste_maaned > fast.maaned:
            foerste, siste = maanedens_dager(aar, fast.maaned)[0], maanedens_dager(aar, siste_maaned)[1]
            return felter | _tid(Presisjon.MAANEDER, foerste, siste)
    if fast.type == Aktivitetstype.VALG and fast.maaned == SEPTEMBER:
        return felter | _tid(Presisjon.DAG, valgdag(aar), valgdag(aar))
    return felter | _tid(Presisjon.MAANED, *maanedens_dager(aar, fast.maaned))


def _tid(presisjon: Presisjon, foerste: date, siste: date) -> dict[str, Any]:
    return {"presisjon": presisjon, "foerste_dag": foerste, "siste_dag": siste}


def _aarstyper(aarstype: str) -> set[str]:
    return {Aarstype.VALGAAR, Aarstype.MELLOMAAR} if aarstype == Aarstype.BEGGE else {aarstype}


def _fast(linje: FastLinje, aarstype: str) -> FastAktivitet:
    return FastAktivitet(
        maaned=linje.maaned, aarstype=aarstype, tittel=linje.tittel, type=linje.type, fra_tekst=linje.fra_tekst
    )
