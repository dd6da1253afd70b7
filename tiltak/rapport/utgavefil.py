"""The documents of an issued report: made once, and kept as they were made."""

from ..models import Dokumentfil, Rapportutgave
from ..pdf import lager
from ..pdf.bestilling import Bestilling
from .dokument import Form, beretningen
from .visning import vis_utgaven


def finn(utgave: Rapportutgave, form: Form) -> Dokumentfil | None:
    """Give the document, if it is made. One query."""
    return utgave.filer.ferdige().filter(form=form.value).first()


def bestill(utgave: Rapportutgave, form: Form) -> Bestilling | None:
    """Give what the document is made of; None when the report tells of nothing."""
    vist = vis_utgaven(utgave)
    if vist.innhold is None or vist.innhold.er_tomt:
        return None
    return beretningen(vist.innhold, vist.utgivelse, form)


def begynn_utgaven(utgave: Rapportutgave) -> None:
    """Begin to make all documents of the edition, and return at once: the first to ask for one finds it ready.

    To be called when the edition is committed (`transaction.on_commit`).
    """
    for form in Form:
        if bestilling := bestill(utgave, form):
            lager.begynn(bestilling, utgave=utgave, form=form.value)
