"""What is done every night so that nothing about people is kept for longer than the open page says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, models, router
from django.db.models import Q
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from ..kopi.gjenoppretting import slett_det_som_var_foer
from ..models import Bruker, Invitasjon, Overlevering, Sletting, Spor, Utsending
from . import registerfil
from .oppgaveloese import noter_hvem_som_er_uten, slett_dem_som_er_uten
from .sletting import gjenta_slettinger


@dataclass(frozen=True)
class Gjort:
    """One step: how many of what were taken away, or the kind of error that stopped it."""

    hva: str
    antall: int = 0
    feil: str = ""


def rydd() -> Iterator[Gjort]:
    """Do every step; one that fails stops none of the others.

    Done twice it is the same. What failed is told by the kind of error alone: its message may hold what is stored.
    """
    for hva, steg in STEG.items():
        try:
            antall = steg()
        except Exception as feil:
            yield Gjort(hva, feil=type(feil).__name__)
        else:
            yield Gjort(hva, antall)


def registeret() -> int:
    """Bring file and table in line: what one of them lacks, it is given. Whoever is marked and still here, as after a
    copy was taken back by hand, is erased again. Gives how many marks one of them lacked."""
    i_fil, i_tabell = registerfil.les(), set(Sletting.objects.values_list("merke", flat=True))
    mangler_i_tabellen = i_fil - i_tabell
    if mangler_i_tabellen or Bruker.objects.filter(merke__in=i_tabell).exists():
        gjenta_slettinger(i_fil | i_tabell)
    return registerfil.foey_til(i_tabell) + len(mangler_i_tabellen)


def personer() -> int:
    """Those who have been without a task for too long; since when is noted on the way."""
    i_dag = timezone.localdate()
    noter_hvem_som_er_uten(i_dag)
    return slett_dem_som_er_uten(i_dag)


def sporene() -> int:
    """The trail."""
    return _slett(Spor.objects.eldre_enn(settings.OPPBEVAR_SPOR))


def overleveringer() -> int:
    """Who a handover was about, and what they handed over. That it was done is still told, and by whom: the front page
    asks."""
    gamle = Overlevering.objects.filter(tid__lt=_foer(settings.OPPBEVAR_SPOR)).exclude(hendte={})
    return gamle.update(hendte={})


def invitasjoner() -> int:
    """Those that ended so long ago: used, taken back or run out, whichever came first."""
    # `Least` of a missing day is a missing day on SQLite: each is given one.
    endte = Least(Coalesce("brukt", "utloeper"), Coalesce("trukket", "utloeper"), "utloeper")
    return _slett(Invitasjon.objects.alias(endte=endte).filter(endte__lt=_foer(settings.OPPBEVAR_INVITASJONER)))


def utsendinger() -> int:
    """What was noted of letters sent."""
    return _slett(Utsending.objects.filter(tid__lt=_foer(settings.OPPBEVAR_UTSENDINGER)))


def redigeringslogg() -> int:
    """The editing site's own log."""
    return _slett(LogEntry.objects.filter(action_time__lt=_foer(settings.OPPBEVAR_REDIGERINGSLOGG)))


def oekter() -> int:
    """Sessions that have run out, and what was noted of them: who, when and in what browser."""
    antall = _slett(Session.objects.filter(expire_date__lt=timezone.now()))
    _slett(UserSession.objects.filter(~Q(session_key__in=Session.objects.values("session_key"))))
    return antall


def kopier() -> int:
    """The files with what was there before a copy was put back."""
    return slett_det_som_var_foer(_foer(settings.OPPBEVAR_KOPIER))


def mellomlager() -> int:
    """What has run out in the cache in the database, as the counts of tries to log in. It takes them out itself only
    when it is full."""
    lager = caches["default"]
    if not isinstance(lager, DatabaseCache):
        return 0
    forbindelse = connections[router.db_for_write(lager.cache_model_class)]
    naa = timezone.now().replace(microsecond=0)
    with forbindelse.cursor() as peker:
        tabell = forbindelse.ops.quote_name(lager.cache_model_class._meta.db_table)
        utloeper = forbindelse.ops.quote_name("expires")
        sql = f"DELETE FROM {tabell} WHERE {utloeper} < %s"  # noqa: S608 (both names are the app's own)
        peker.execute(sql, [forbindelse.ops.adapt_datetimefield_value(naa)])
        return peker.rowcount


STEG: dict[str, Callable[[], int]] = {
    "merker i registeret over slettede": registeret,
    "personer uten oppgave": personer,
    "spor": sporene,
    "overleveringer": overleveringer,
    "invitasjoner": invitasjoner,
    "utsendinger": utsendinger,
    "linjer i redigeringsloggen": redigeringslogg,
    "økter": oekter,
    "kopier fra før noe ble lagt inn igjen": kopier,
    "rader i mellomlageret": mellomlager,
}


def _foer(dager: int) -> datetime:
    return timezone.now() - timedelta(days=dager)


def _slett(rader: models.QuerySet[Any]) -> int:
    antall, _ = rader.delete()
    return antall
