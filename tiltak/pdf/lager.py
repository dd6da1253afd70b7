"""The store of finished documents: what is made already comes from there, and nothing is made by two at once.

Whoever first asks for a document claims its row and has it made; all others, in whatever thread or process, wait for
that row. The claim lapses when there is no sign of life from whoever holds it.
"""

from hashlib import sha256
from logging import getLogger
from threading import Lock, Thread
from time import monotonic, sleep

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection, connections

from ..models import Dokumentfil, Rapportutgave
from . import egenprosess
from .bestilling import Bestilling
from .egenprosess import KunneIkkeLages

HOEYST_I_KOE = 16  # that this process has begun on for those who do not wait
_MELLOM = 0.1  # seconds between each look for what others make
_NYE_FORSOEK = (0.1, 0.5, 2)  # seconds before each new try to store what is made

_logg = getLogger(__name__)
_i_gang: set[str] = set()
_laas = Lock()


def merket(bestilling: Bestilling, utgave: Rapportutgave | None = None, form: str = "") -> str:
    """The mark that a document is kept by. An edition's is its own: what is made of it once, is what was issued."""
    if utgave is None:
        return bestilling.merke
    return sha256(f"utgave {utgave.pk} {form}".encode()).hexdigest()


def lag(bestilling: Bestilling, *, utgave: Rapportutgave | None = None, form: str = "") -> Dokumentfil:
    """Give the finished document, made now unless it is stored. Waits while somebody else is making it.

    Raises KunneIkkeLages when it cannot be made, and when it is not ready in the time that a document may take.
    """
    merke = merket(bestilling, utgave, form)
    frist = monotonic() + settings.PDF_SEKUNDER * 2  # its turn may have to be waited for too
    while monotonic() < frist:
        fil = _se_etter(merke)
        if fil and fil.er_ferdig:
            return fil
        if krevd := _krev(fil, merke, utgave, form):
            _lag(krevd, bestilling)
        else:
            sleep(_MELLOM)
    raise KunneIkkeLages("PDF-en er ikke ferdig ennå.")


def begynn(bestilling: Bestilling, *, utgave: Rapportutgave | None = None, form: str = "") -> None:
    """See to it that the document is being made, unless it is, and return at once."""
    merke = merket(bestilling, utgave, form)
    with _laas:
        if merke in _i_gang or len(_i_gang) >= HOEYST_I_KOE:
            return
        _i_gang.add(merke)  # the database is asked below: while it is slow to answer, others begin on theirs
    er_begynt = False
    try:
        er_begynt = _begynn(bestilling, merke, utgave, form)
    finally:
        if not er_begynt:
            _slipp(merke)


def vent(merke: str, sekunder: float) -> Dokumentfil | None:
    """Give the finished document, if it is ready within so long. Raises KunneIkkeLages when it could not be made."""
    frist = monotonic() + sekunder
    while True:
        fil = _se_etter(merke)
        if fil and fil.er_ferdig:
            return fil
        if monotonic() > frist:
            return None
        sleep(_MELLOM)


def _se_etter(merke: str) -> Dokumentfil | None:
    """Give the document as it stands. Raises KunneIkkeLages when it has just been tried in vain."""
    fil = Dokumentfil.objects.filter(merke=merke).first()
    if fil and fil.feil and not fil.er_forlatt:
        raise KunneIkkeLages(fil.feil)
    return fil


def _krev(sett: Dokumentfil | None, merke: str, utgave: Rapportutgave | None, form: str) -> Dokumentfil | None:
    """Claim the document that was seen to be nobody's. None when somebody has it after all."""
    if sett and not sett.er_forlatt:
        return None
    return Dokumentfil.krev(merke, utgave=utgave, form=form)


def _begynn(bestilling: Bestilling, merke: str, utgave: Rapportutgave | None, form: str) -> bool:
    """Claim the document and let a thread make it. False when somebody else has it, and when there is no thread."""
    sett = Dokumentfil.objects.uten_innhold().filter(merke=merke).first()
    fil = _krev(sett, merke, utgave, form)
    if fil is None:
        return False
    try:
        Thread(target=_i_bakgrunnen, args=(fil, bestilling), daemon=True, name=f"pdf-{merke[:8]}").start()
    except RuntimeError:  # the machine has no more threads
        _logg.exception("En PDF ble ikke begynt på.")
        fil.meld_feil(egenprosess.GIKK_GALT)
        return False
    return True


def _slipp(merke: str) -> None:
    """Let the document be begun on again in this process."""
    with _laas:
        _i_gang.discard(merke)


def _lag(fil: Dokumentfil, bestilling: Bestilling) -> None:
    """Make what is claimed and store it, or store why it could not be made. Raises nothing of what the making raises:
    the row says it."""
    try:
        innhold = egenprosess.lag(bestilling, puls=lambda: _gi_livstegn(fil))
    except KunneIkkeLages as feil:
        fil.meld_feil(str(feil))
        return
    except Exception:
        fil.meld_feil(egenprosess.GIKK_GALT)
        raise
    _lagre(fil, innhold)


def _lagre(fil: Dokumentfil, innhold: bytes) -> None:
    """Store what is made. A database that is busy, or was away, is asked again: the work is not to be lost.

    Raises OperationalError when it does not answer then either.
    """
    for pause in _NYE_FORSOEK:
        try:
            fil.fullfoer(innhold)
            return
        except OperationalError:
            sleep(pause)
            connection.close_if_unusable_or_obsolete()
    fil.fullfoer(innhold)


def _gi_livstegn(fil: Dokumentfil) -> None:
    try:
        fil.gi_livstegn()
    except DatabaseError:
        _logg.warning("Databasen tok ikke imot et livstegn fra PDF nr. %s.", fil.pk)
        connection.close_if_unusable_or_obsolete()  # the next one may get through


def _i_bakgrunnen(fil: Dokumentfil, bestilling: Bestilling) -> None:
    try:
        _lag(fil, bestilling)
    except Exception:
        _logg.exception("En PDF ble ikke laget.")
    finally:
        _slipp(fil.merke)
        connections.close_all()
