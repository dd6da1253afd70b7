"""The store of finished documents: asked for again, they come from there."""

from threading import Thread

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from ..models import Dokumentfil
from .bestilling import Bestilling
from .skriving import lag_pdf


def hent(merke: str) -> Dokumentfil | None:
    """Give the finished document with this mark, if there is one."""
    return Dokumentfil.objects.filter(merke=merke, innhold__isnull=False).first()


def begynn(bestilling: Bestilling, *, form: str = "") -> None:
    """See to it that the document is being made, and return at once."""
    try:
        with transaction.atomic():
            fil = Dokumentfil.objects.create(merke=bestilling.merke, form=form)
    except IntegrityError:
        return  # it is made, or is being made
    Thread(target=_lag, args=(fil.pk, bestilling), daemon=True).start()


def _lag(pk: int, bestilling: Bestilling) -> None:
    try:
        felter = {"innhold": lag_pdf(bestilling), "ferdig": timezone.now()}
    except Exception as unntak:
        felter = {"feil": str(unntak)[:200]}
    Dokumentfil.objects.filter(pk=pk).update(**felter)
    connection.close()
