"""The annual report as a PDF: the whole, as a chapter, on two pages, and as it once was issued."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...models import Rapportutgave
from ...rapport import utgavefil
from ...rapport.dokument import Form, bestill
from ...rapport.visning import utkastet, vis_utgaven
from ..filord import beretningen_i_ord
from ..filsvar import lagret_pdf, pdfsvar
from .hvilken import finn_rapport, finn_utgave

FILNAVN = {
    Form.HEL: "beretning-{}.pdf",
    Form.KAPITTEL: "beretning-{}-kapittel.pdf",
    Form.KORT: "beretning-{}-kort.pdf",
}
NAVN = {Form.HEL: "PDF", Form.KAPITTEL: "PDF, kapittel", Form.KORT: "PDF, kortversjon"}


@login_not_required
@require_safe
def hel(request: HttpRequest, aar: int) -> HttpResponseBase:
    """The report, whole."""
    return _svar(request, aar, Form.HEL)


@login_not_required
@require_safe
def kapittel(request: HttpRequest, aar: int) -> HttpResponseBase:
    """The report as a chapter, to be put into a larger one."""
    return _svar(request, aar, Form.KAPITTEL)


@login_not_required
@require_safe
def kort(request: HttpRequest, aar: int) -> HttpResponseBase:
    """The report on two pages, for the meeting's papers."""
    return _svar(request, aar, Form.KORT)


@login_not_required
@require_safe
def utgaven(request: HttpRequest, aar: int, nr: int) -> HttpResponseBase:
    """An edition of the report, as it was issued."""
    utgave = finn_utgave(request.user, aar, nr)
    if utgave is None:
        raise Http404
    filnavn, hva = f"beretning-{aar}-utgave-{nr}.pdf", beretningen_i_ord(aar, NAVN[Form.HEL], nr)
    return _utgavesvar(request, utgave, Form.HEL, filnavn=filnavn, hva=hva, for_alle=utgave.er_for_alle())


def _svar(request: HttpRequest, aar: int, form: Form) -> HttpResponseBase:
    """The edition that this person reads, else the draft as it stands. 404 for a report with nothing to tell."""
    filnavn, hva = FILNAVN[form].format(aar), beretningen_i_ord(aar, NAVN[form])
    if utgave := finn_utgave(request.user, aar):
        for_alle = utgave.rapport.publisert is not None  # without a number it is the one in force
        return _utgavesvar(request, utgave, form, filnavn=filnavn, hva=hva, for_alle=for_alle)
    vist = utkastet(finn_rapport(request.user, aar), timezone.localdate())
    bestilling = bestill(vist, form)
    if bestilling is None:
        raise Http404
    for_alle = vist.rapport.publisert is not None and not vist.utgivelse.er_utkast
    return pdfsvar(request, bestilling, filnavn=filnavn, for_alle=for_alle, hva=hva)


def _utgavesvar(
    request: HttpRequest, utgave: Rapportutgave, form: Form, *, filnavn: str, hva: str, for_alle: bool
) -> HttpResponseBase:
    """An issued document: once made, it is never made again. It costs two queries, that which found the edition among
    them."""
    if fil := utgavefil.finn(utgave, form):
        return lagret_pdf(request, fil, filnavn=filnavn, for_alle=for_alle, hva=hva)
    bestilling = bestill(vis_utgaven(utgave), form)
    if bestilling is None:
        raise Http404
    return pdfsvar(request, bestilling, filnavn=filnavn, for_alle=for_alle, hva=hva, utgave=utgave, form=form.value)
