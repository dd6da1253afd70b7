"""The fixed pattern of a year: taken over from the plan's table, and laid out as one year's drafts."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from ..kalender import er_valgaar, maanedens_dager, valgdag
from ..milepaeler import moeter_i_kalenderen
from ..models import (
    FOERSTE_DAG,
    SISTE_DAG,
    UTEN_FYLKESLAG,
    Aarstype,
    Aktivitet,
    Aktivitetstype,
    EndretAvAndre,
    FastAktivitet,
    Lag,
    Presisjon,
    Utelatt,
)
from ..moeter import Moeter
from .aktivitetstabell import FastLinje, dag_i_navnet, faste_fra_tabell

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

# The plan's table has two columns, and knows no finer kinds of election year than that.
KOLONNER = (Aarstype.VALGAAR, Aarstype.MELLOMAAR)


class AaretKanIkkeFylles(Exception):
    """There is nothing to fill the year from, or nobody to arrange it. The text says what is missing."""


@transaction.atomic
def lagre_faste(rader: Iterable[tuple[str, str, str]]) -> int:
    """Store the lines of the plan's table (month, election years, mid-years) that are missing, and say how many.

    What the pattern has already is left alone, also when the secretary has made it for other years or of another
    type: a line is missing only for the columns in which the month has no line of that title. A line for one kind of
    election fills the column of election years, for the table cannot tell them apart and the secretary has.
    """
    har: dict[tuple[int, str], set[str]] = {}
    for fast in FastAktivitet.objects.all():
        har.setdefault((fast.maaned, fast.tittel.casefold()), set()).update(_kolonner(fast.aarstype))
    nye = []
    for linje in faste_fra_tabell(rader):
        dekket = har.setdefault((linje.maaned, linje.tittel.casefold()), set())
        mangler = _kolonner(linje.aarstype) - dekket
        if mangler:
            nye.append(_fast(linje, Aarstype.BEGGE if len(mangler) > 1 else mangler.pop()))
            dekket |= _kolonner(linje.aarstype)
    FastAktivitet.objects.bulk_create(nye)
    return len(nye)


@transaction.atomic
def fyll_aar(aar: int, av: "Bruker | None" = None) -> list[Aktivitet]:
    """Make the year's drafts for the county branch from the fixed pattern, and give those that were made.

    Run twice it adds nothing, whatever has become of the drafts meanwhile: a line of the pattern gives one activity a
    year, and one that was deleted is made again only by `lag_utkast`. Raises AaretKanIkkeFylles with a sentence for
    people.
    """
    fylkeslag = arrangoer_i(aar)
    faste = FastAktivitet.objects.for_aaret(aar)
    if not faste:
        aarstype = Aarstype.VALGAAR if er_valgaar(aar) else Aarstype.MELLOMAAR
        raise AaretKanIkkeFylles(
            f"Det er ikke lagt inn noen faste aktiviteter for {aarstype.label.lower()}. "
            "Legg dem inn, eller bekreft en plan som har en aktivitetstabell."
        )
    utelatte = set(Utelatt.objects.filter(aar=aar).values_list("fast_id", flat=True))
    return _lag([fast for fast in faste if fast.pk not in utelatte], aar, fylkeslag, av)


@transaction.atomic
def lag_utkast(fast: FastAktivitet, aar: int, av: "Bruker | None" = None) -> Aktivitet:
    """Make the year's draft of just this line, also when it was deleted or left out; or give the activity that is
    there. Raises AaretKanIkkeFylles."""
    fylkeslag = arrangoer_i(aar)
    Utelatt.objects.filter(fast=fast, aar=aar).delete()
    laget = _lag([fast], aar, fylkeslag, av)
    return laget[0] if laget else Aktivitet.objects.get(fast=fast, fast_aar=aar)


@transaction.atomic
def utelat(fast: FastAktivitet, aar: int) -> bool:
    """Leave the line out of the year. False when the year has its activity already."""
    if Aktivitet.objects.filter(fast=fast, fast_aar=aar).exists():
        return False
    Utelatt.objects.get_or_create(fast=fast, aar=aar)
    return True


@transaction.atomic
def knytt(aktivitet: Aktivitet, fast: FastAktivitet, aar: int, versjon: int) -> None:
    """Say that this activity, planned without the pattern, is the line's own of that year: then no draft is made
    beside it. Raises EndretAvAndre when somebody saved it since, or the line has got another one."""
    FastAktivitet.objects.select_for_update().get(pk=fast.pk)  # two who tie at once take turns
    aktivitet.ta_versjon(versjon)
    if aktivitet.fast_id or Aktivitet.objects.filter(fast=fast, fast_aar=aar).exists():
        raise EndretAvAndre(aktivitet)
    aktivitet.fast, aktivitet.fast_aar = fast, aar
    aktivitet.save()
    Utelatt.objects.filter(fast=fast, aar=aar).delete()


@transaction.atomic
def loesne(aktivitet: Aktivitet, versjon: int) -> None:
    """Say that it is not the line's own after all. Raises EndretAvAndre when somebody saved since."""
    aktivitet.fast = aktivitet.fast_aar = None
    aktivitet.lagre(versjon)


def arrangoer_i(aar: int) -> Lag:
    """The county branch, which arranges what the pattern gives. Raises AaretKanIkkeFylles when there is none, or the
    year lies outside the calendar."""
    if not FOERSTE_DAG.year <= aar <= SISTE_DAG.year:
        raise AaretKanIkkeFylles(f"Velg et år mellom {FOERSTE_DAG.year} og {SISTE_DAG.year}.")
    fylkeslag = Lag.objects.fylkeslaget()
    if fylkeslag is None:
        raise AaretKanIkkeFylles(UTEN_FYLKESLAG)
    return fylkeslag


def _lag(faste: Iterable[FastAktivitet], aar: int, fylkeslag: Lag, av: "Bruker | None") -> list[Aktivitet]:
    """Make the drafts that are missing, and give them."""
    moeter = moeter_i_kalenderen()
    laget = []
    for fast in faste:
        felter = _utkast(fast, aar, moeter) | {"lag": fylkeslag, "opprettet_av": av}
        aktivitet, er_ny = Aktivitet.objects.get_or_create(fast=fast, fast_aar=aar, defaults=felter)
        if er_ny:
            laget.append(aktivitet)
    return laget


def _utkast(fast: FastAktivitet, aar: int, moeter: Callable[[int], Moeter]) -> dict[str, Any]:
    """What is known of it so far: its month. Of the election the day is known too, by custom, and of what is named
    after its day; the branches' season of annual meetings lasts until the county's own."""
    felter: dict[str, Any] = {"tittel": fast.tittel, "type": fast.type}
    if fast.type == Aktivitetstype.AARSMOETER_LOKALT:
        siste_maaned = moeter(aar).aarsmoete.siste.month
        if siste_maaned > fast.maaned:
            foerste, siste = maanedens_dager(aar, fast.maaned)[0], maanedens_dager(aar, siste_maaned)[1]
            return felter | _tid(Presisjon.MAANEDER, foerste, siste)
    if fast.type == Aktivitetstype.VALG and fast.maaned == valgdag(aar).month and er_valgaar(aar):
        return felter | _tid(Presisjon.DAG, valgdag(aar), valgdag(aar))
    dagen = dag_i_navnet(fast.tittel, aar)
    if dagen and dagen.month == fast.maaned:
        return felter | _tid(Presisjon.DAG, dagen, dagen)
    return felter | _tid(Presisjon.MAANED, *maanedens_dager(aar, fast.maaned))


def _tid(presisjon: Presisjon, foerste: date, siste: date) -> dict[str, Any]:
    return {"presisjon": presisjon, "foerste_dag": foerste, "siste_dag": siste}


def _kolonner(aarstype: str) -> set[str]:
    """The columns of the plan's table that a line of this kind fills."""
    slag = Aarstype(aarstype).slag
    return {kolonne for kolonne in KOLONNER if not kolonne.slag.isdisjoint(slag)}


def _fast(linje: FastLinje, aarstype: str) -> FastAktivitet:
    return FastAktivitet(
        maaned=linje.maaned, aarstype=aarstype, tittel=linje.tittel, type=linje.type, fra_tekst=linje.fra_tekst
    )
