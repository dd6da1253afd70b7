"""The documents of an issued report: made once, and kept as they were made."""

from ..models import Dokumentfil, Rapportutgave
from ..pdf import lager
from .dokument import Form, bestill
from .visning import vis_utgaven


def finn(utgave: Rapportutgave, form: Form) -> Dokumentfil | None:
    """Give the document, if it is made. One query."""
    return utgave.filer.ferdige().filter(form=form.value).first()


def begynn_utgaven(utgave: Rapportutgave) -> None:
    """Begin to make all documents of the edition, and return at once: the first to ask for one finds it ready.

    To be called when the edition is committed (`transaction.on_commit`).
    """
    vist = vis_utgaven(utgave)
    for form in Form:
        if bestilling := bestill(vist, form):
            lager.begynn(bestilling, utgave=utgave, form=form.value)
