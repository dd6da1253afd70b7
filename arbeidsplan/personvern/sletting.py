"""Erasing a person: the row and all that hangs on it goes, what they did stays without a name, and it holds.

What others rest on stays: the log, the editions of plan and report, the activities. They reach a person by a key that
is emptied here, and are said to be by a former user from then on. Nothing of a frozen report is touched: it holds no
key to anybody.
"""

import logging
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.account.utils import url_str_to_user_pk
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..models import Bruker, Hendelse, Invitasjon, Sletting, Spor
from . import registerfil

logger = logging.getLogger(__name__)


class SisteAdministrator(Exception):
    """Nobody else is administrator until further notice, and nobody else could make one."""


@transaction.atomic
def slett(bruker: Bruker, *, av: Bruker | None) -> None:
    """Erase the person for good. `av` is who does it, the person too; None when a command does.

    Somebody who is gone already is no error. Raises SisteAdministrator.
    """
    _laas_invitasjonene(bruker)
    Bruker.objects.laas_administratorene()
    if bruker.er_siste_administrator:
        raise SisteAdministrator
    _slett(bruker.pk, av)


def gjenta_slettinger(merker: Iterable[UUID]) -> int:
    """Erase everyone whose mark is among `merker`, and give how many they were. Done twice it is the same.

    Called when a copy of the database has been taken back, with what was known before it and what the file knows
    (`kjente_merker`). Nobody is spared, the last administrator neither: they were erased while there was another, and
    `manage.py createsuperuser` makes a new one.
    """
    merker = set(merker)
    with transaction.atomic():
        Sletting.objects.bulk_create([Sletting(merke=merke) for merke in sorted(merker)], ignore_conflicts=True)
        transaction.on_commit(lambda: _skriv_til_fil(merker))
        noekler = list(Bruker.objects.filter(merke__in=merker).order_by("pk").values_list("pk", flat=True))
        return sum(_slett(pk, None) for pk in noekler)


def kjente_merker() -> set[UUID]:
    """The marks of all who have been erased: those of the table, and those of the file."""
    return set(Sletting.objects.values_list("merke", flat=True)) | registerfil.les()


def _laas_invitasjonene(bruker: Bruker) -> None:
    """Take the invitations that lose their key to the person, before the person: the order in which whoever answers
    one takes them. Otherwise the two could wait for each other."""
    deres = Invitasjon.objects.filter(Q(email__in=_adressene_til(bruker)) | Q(av=bruker) | Q(tar_over_fra=bruker))
    list(deres.select_for_update().order_by("pk").values_list("pk"))


def _slett(pk: int, av: Bruker | None) -> bool:
    # Whoever writes something in the person's name right now is waited for, and finds nobody after.
    bruker = Bruker.objects.select_for_update().filter(pk=pk).first()
    if bruker is None:
        return False
    Spor.objects.sett(Hendelse.SLETTET, av=av, om=bruker, hva="Seg selv" if av == bruker else "")
    Sletting.objects.get_or_create(merke=bruker.merke)
    for adresse in _adressene_til(bruker):
        Invitasjon.objects.filter(email__iexact=adresse).delete()
    # The editing site's own log says whom it was about by name. What the person did there goes with the person: its
    # lines cannot do without somebody who did them, and what has to last is in our own logs.
    personer = ContentType.objects.get_for_model(Bruker)
    LogEntry.objects.filter(content_type=personer, object_id=str(pk)).delete()
    Session.objects.filter(pk__in=_oektene_til(pk)).delete()
    merke = bruker.merke
    bruker.delete()  # every key to the person is emptied, and what is theirs alone goes with them
    transaction.on_commit(lambda: _skriv_til_fil([merke]))
    return True


def _adressene_til(bruker: Bruker) -> set[str]:
    return {bruker.email, *EmailAddress.objects.filter(user=bruker).values_list("email", flat=True)}


def _oektene_til(pk: int) -> list[str]:
    """Find the person's sessions, with what they wrote and did not get saved. Whose one is, stands in it: also where
    they have begun to log in and are waited for, with their address in it.

    For most it stands beside it too: what was signed with a former SECRET_KEY is still there to be read by whoever has
    the database.
    """
    levende = Session.objects.filter(expire_date__gt=timezone.now())
    deres = [oekt.pk for oekt in levende.iterator() if str(pk) in _hvem_sin(oekt.get_decoded())]
    return [*deres, *UserSession.objects.filter(user=pk).values_list("session_key", flat=True)]


def _hvem_sin(innhold: dict[str, Any]) -> set[str]:
    halvveis = (innhold.get("account_login") or {}).get("user_pk") or ""  # allauth's own names
    bevist = innhold.get("account_authentication_methods_user")
    return {str(innhold.get(SESSION_KEY)), str(bevist), str(url_str_to_user_pk(halvveis)) if halvveis else ""}


def _skriv_til_fil(merker: Iterable[UUID]) -> None:
    """The person is gone already: a full disk is told and mended by the next `manage.py rydd`, and stops nothing."""
    try:
        registerfil.foey_til(merker)
    except OSError as feil:
        logger.error("Registeret over slettede kunne ikke skrives: %s", feil.strerror)
