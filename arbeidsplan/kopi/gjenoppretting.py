"""Puts a copy back: all of it or nothing, with what was there kept aside, and nobody who has been erased since."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, transaction
from django.utils import timezone

from aktivitet.models import Kalenderstand

from ..models import Bruker, Hendelse, Invitasjon, Spor
from ..personvern.sletting import gjenta_slettinger, kjente_merker
from .feil import Kopifeil
from .innlegging import er_tom, legg_inn
from .lesing import Kopi, aapne
from .oeyeblikk import hold_alle_ute
from .tabeller import forbigaaende, modeller
from .taking import ta_kopi
from .versjon import migrasjoner, sjekk_at_de_passer

FOER = "foer-gjenoppretting-"  # begins the names of the files that hold what was replaced


@dataclass(frozen=True)
class Utfall:
    """What came of it."""

    kopi: Kopi
    foer: Path | None  # where that which was there before lies now; None when there was nothing
    slettede: int  # people in the copy who have been erased since
    trukne: int  # invitations that nobody had answered
    endrede: list[int]  # people who may something else than they might before, or are here again
    uten_register: bool  # whether there is no file of the erased


def sjekk(kopi: Kopi) -> None:
    """Raise Kopifeil when the copy was taken with another version of the app than this database is made for."""
    sjekk_at_de_passer(kopi.migrasjoner, migrasjoner(DEFAULT_DB_ALIAS), kopi.versjon, f"tatt {kopi.naar}")


def gjenopprett(sti: Path, *, erstatt: bool = False) -> Utfall:
    """Put the copy in the file back. What is stored already is replaced only when `erstatt` says so, and is copied to
    a file of its own first.

    Raises Kopifeil, or DatabaseError where somebody has held on to it for too long, and then the database is as it
    was.
    """
    with aapne(sti) as kopi:
        sjekk(kopi)
        with transaction.atomic(durable=True):
            hold_alle_ute([*modeller(), *forbigaaende()], DEFAULT_DB_ALIAS)
            return _gjenopprett(kopi, erstatt)


def slett_det_som_var_foer(tid: datetime) -> int:
    """Delete what was kept aside before that time, and give how many files: there are people in them who have been
    erased since. Other files in the folder are somebody's own."""
    gamle = [fil for fil in _mappen().glob(f"{FOER}*.kopi") if fil.stat().st_mtime < tid.timestamp()]
    for fil in gamle:
        fil.unlink(missing_ok=True)
    return len(gamle)


def _gjenopprett(kopi: Kopi, erstatt: bool) -> Utfall:
    tom = er_tom(DEFAULT_DB_ALIAS)
    if not (tom or erstatt):
        raise Kopifeil(
            "Databasen er ikke tom, så ingenting er endret. Med --erstatt tas det først en kopi av det som er der, "
            "og så byttes alt ut."
        )
    slettede, kunne = _kjente_merker(), _hva_hver_kan()
    foer = None if tom else _ta_vare_paa_det_som_er()
    try:
        legg_inn(kopi, DEFAULT_DB_ALIAS)
        antall_slettede = gjenta_slettinger(slettede | _kjente_merker())  # of the copy's own table too
        # Some have been used or taken back since, and nobody knows which: none of them opens again.
        trukne = Invitasjon.objects.ubesvarte().update(trukket=timezone.now())
        Kalenderstand.forny()  # what the workers and the readers keep of the calendar counts no longer
        Spor.objects.sett(Hendelse.GJENOPPRETTET, hva=f"Kopien fra {kopi.naar}")
    except BaseException:
        if foer:
            foer.unlink()  # nothing is replaced
        raise
    kan = {} if tom else _hva_hver_kan()
    return Utfall(
        kopi=kopi,
        foer=foer,
        slettede=antall_slettede,
        trukne=trukne,
        endrede=sorted(hver["pk"] for merke, hver in kan.items() if kunne.get(merke) != hver),
        uten_register=not Path(settings.SLETTEREGISTER).exists(),
    )


def _mappen() -> Path:
    mappe: Path = settings.VAR / "kopier"
    return mappe


def _ta_vare_paa_det_som_er() -> Path:
    mappe = _mappen()
    mappe.mkdir(mode=0o700, parents=True, exist_ok=True)
    fil = mappe / f"{FOER}{timezone.localtime():%Y%m%d-%H%M%S-%f}.kopi"
    ta_kopi(fil)
    return fil


def _kjente_merker() -> set[UUID]:
    try:
        return kjente_merker()
    except OSError as feil:
        raise Kopifeil(
            f"Registeret over slettede, {settings.SLETTEREGISTER}, kunne ikke leses: {feil.strerror or feil}. "
            "Uten det kunne noen som er slettet, komme tilbake, så ingenting er endret."
        ) from feil


def _hva_hver_kan() -> dict[UUID, dict[str, Any]]:
    """What decides what each person may do, by the person's mark."""
    return {
        bruker.merke: {
            "pk": bruker.pk,
            "roller": bruker.roller,
            "kan logge inn": bruker.is_active,
            "lag": {lag.pk for lag in bruker.redigerer_lag.all()},
        }
        for bruker in Bruker.objects.prefetch_related("redigerer_lag")
    }
