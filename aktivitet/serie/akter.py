"""What is done with a series: made as single activities, and from one of them on changed, called off or published.

Each of them can be moved and changed by itself as well. What somebody has changed by hand stays as they wrote it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ..knappetrykk import ett_trykk_om_gangen, merket
from ..models import Aktivitet, AktivitetQuerySet, EndretAvAndre, Presisjon
from ..tidsrom import UgyldigTid, tidsrom

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

PUBLISER, SEND_INN = "publiser", "send_inn"
EN_DAG = (Presisjon.KLOKKESLETT, Presisjon.DAG)

Klokken = tuple[time | None, time | None]  # from, to


@transaction.atomic
def lag_serie(aktivitetene: Iterable[Aktivitet], serie: UUID, *, av: "Bruker", ferdig: str = "") -> bool:
    """Store them all as the series `serie`, or none. False when it is made already: a button pressed twice.

    `ferdig` is PUBLISER (which waits for the secretary where they see the branch's first), SEND_INN, or nothing for
    drafts. The county branch's own meetings are drafts whatever is asked: dates in the plan hang from each of them.
    """
    ett_trykk_om_gangen(av)
    if Aktivitet.objects.filter(serie=serie).exists():
        return False
    for en in aktivitetene:
        en.serie, en.opprettet_av = serie, av
        if not en.er_fylkeslagets_moete:
            _meld_ferdig(en, av, ferdig)
        en.save()
    return True


def resten(serien: AktivitetQuerySet, fra: Aktivitet) -> list[Aktivitet]:
    """Give what is left of a series from `fra` on: not over, not called off, in order."""
    igjen = serien.filter(avlyst=False, foerste_dag__gte=fra.foerste_dag).fra_og_med(timezone.localdate())
    return list(igjen.select_related("lag").i_rekkefoelge())


@transaction.atomic
def endre_resten(
    rest: list[Aktivitet], mal: Aktivitet, tekster: Mapping[str, str], klokken: Klokken, sett: str
) -> tuple[int, int]:
    """Set what is new on every one of `rest` that still is as `mal` was before it, text by text; the clock as one.

    Gives how many were changed, and how many kept something: changed by hand, or on a night without that hour. Raises
    EndretAvAndre when any of them is another than when `sett` was read: then nothing is changed.
    """
    _er_som_sett(rest, sett)
    foer = {felt: getattr(mal, felt) for felt in tekster}
    gammel_klokke = _klokken(mal)
    endret = beholdt = 0
    for en in rest:
        nye = {felt: ny for felt, ny in tekster.items() if ny != foer[felt]}
        like = {felt: ny for felt, ny in nye.items() if getattr(en, felt) == foer[felt]}
        ulike = len(nye) - len(like)
        if klokken != gammel_klokke and _klokken(en) != klokken:
            tiden = _stilt(en, klokken) if _klokken(en) == gammel_klokke else None
            like |= tiden or {}
            ulike += tiden is None
        beholdt += ulike > 0
        if like:
            for felt, ny in like.items():
                setattr(en, felt, ny)
            en.lagre(en.versjon)
            endret += 1
    return endret, beholdt


@transaction.atomic
def avlys_resten(rest: list[Aktivitet], sett: str) -> int:
    """Call off what is published of `rest`; drafts are in nobody's calendar, and stay. Gives how many. The county
    branch's own meetings stay too: dates in the plan move with each of them, and are shown first.

    Raises EndretAvAndre when any of them is another than when `sett` was read: then none is called off.
    """
    _er_som_sett(rest, sett)
    publiserte = [en for en in rest if not (en.er_utkast or en.er_fylkeslagets_moete)]
    for en in publiserte:
        en.avlys(en.versjon)
    return len(publiserte)


def uferdige(rest: list[Aktivitet], av: "Bruker") -> list[Aktivitet]:
    """Give the drafts of `rest` that this person can publish; or send in, where they are not sent in already. The
    county branch's own meetings are published one by one."""
    utkast = [en for en in rest if en.er_utkast and not en.er_fylkeslagets_moete]
    return [en for en in utkast if not en.venter or en.kan_publiseres_av(av)]


@transaction.atomic
def gjoer_ferdig_resten(rest: list[Aktivitet], *, av: "Bruker", sett: str) -> int:
    """Publish the drafts of `rest`, or send them to the secretary. Gives how many. Raises EndretAvAndre likewise."""
    _er_som_sett(rest, sett)
    utkast = uferdige(rest, av)
    for en in utkast:
        en.meld_ferdig(av)
        en.lagre(en.versjon)
    return len(utkast)


def _meld_ferdig(aktivitet: Aktivitet, av: "Bruker", ferdig: str) -> None:
    if ferdig == PUBLISER:
        aktivitet.meld_ferdig(av)
    elif ferdig == SEND_INN:
        aktivitet.sendt_inn = timezone.now()


def _er_som_sett(rest: list[Aktivitet], sett: str) -> None:
    Aktivitet.objects.laas(rest)
    if merket(rest) != sett:
        raise EndretAvAndre(rest[0] if rest else Aktivitet())


def _klokken(aktivitet: Aktivitet) -> Klokken:
    return aktivitet.fra_kl, aktivitet.til_kl


def _stilt(aktivitet: Aktivitet, klokken: Klokken) -> dict[str, Any] | None:
    """What is stored when it is on the same day by another clock; None where the clock does not show that hour, and
    where somebody has given it a week, a month or several days instead of its one."""
    if aktivitet.presisjon not in EN_DAG or aktivitet.siste_dag != _slutter(aktivitet, _klokken(aktivitet)):
        return None
    presisjon = Presisjon.KLOKKESLETT if klokken[0] else Presisjon.DAG
    slutter = _slutter(aktivitet, klokken)
    try:
        return {"presisjon": presisjon, **vars(tidsrom(presisjon, aktivitet.foerste_dag, slutter, *klokken))}
    except UgyldigTid:
        return None


def _slutter(aktivitet: Aktivitet, klokken: Klokken) -> date:
    """The day that one evening by this clock ends on: the day after, where it goes past midnight."""
    fra, til = klokken
    return aktivitet.foerste_dag + timedelta(days=bool(fra and til and til <= fra))
