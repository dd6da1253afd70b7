"""The report as files to go on with: for Word, as a workbook and as CSV. Open to whoever may read the report."""

from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...rapport.csvdata import rapport_csv as lag_csv
from ...rapport.deler import Rapportinnhold
from ...rapport.frys import frys
from ...rapport.regneark import rapport_xlsx as lag_xlsx
from ...rapport.utgivelse import Utgivelse
from ...rapport.visning import vist_for
from ...rapport.word import lag_word
from ..filord import beretningen_i_ord
from ..filsvar import CSV, EXCEL, WORD, filsvar
from .hvilken import finn_rapport

VERSJON = "1"  # of how the files are written: raised when the same report is to give other bytes than before

Skriver = Callable[[Rapportinnhold, Utgivelse], bytes]


class Filform(NamedTuple):
    """One kind of file: what it is called, what its name ends with after the year, its type, and what writes it."""

    navn: str
    ending: str
    slag: str
    skriv: Skriver


HEL = Filform("Word", ".docx", WORD, lag_word)
KAPITTEL = Filform(
    "Word, kapittel", "-kapittel.docx", WORD, lambda innhold, utgivelse: lag_word(innhold, utgivelse, kapittel=True)
)
REGNEARK = Filform("XLSX", "-tiltak.xlsx", EXCEL, lag_xlsx)
DATA = Filform("CSV", "-tiltak.csv", CSV, lambda innhold, _: lag_csv(innhold))


@login_not_required
@require_safe
def rapport_docx(request: HttpRequest, aar: int) -> HttpResponseBase:
    """The report for Word."""
    return _fil(request, aar, HEL)


@login_not_required
@require_safe
def rapport_kapittel_docx(request: HttpRequest, aar: int) -> HttpResponseBase:
    """The report for Word as a chapter, to be put into a larger report."""
    return _fil(request, aar, KAPITTEL)


@login_not_required
@require_safe
def rapport_xlsx(request: HttpRequest, aar: int) -> HttpResponseBase:
    """The report's measures and figures as a workbook."""
    return _fil(request, aar, REGNEARK)


@login_not_required
@require_safe
def rapport_csv(request: HttpRequest, aar: int) -> HttpResponseBase:
    """The report's measures as CSV."""
    return _fil(request, aar, DATA)


def _fil(request: HttpRequest, aar: int, form: Filform) -> HttpResponseBase:
    """The file of what this person sees of the report; 404 where that has nothing to tell. Asked again for the same,
    it is not made anew."""
    vist = vist_for(request.user, finn_rapport(request.user, aar), timezone.localdate())
    innhold, utgivelse = vist.innhold, vist.utgivelse
    if innhold is None or innhold.er_tomt:
        raise Http404
    grunnlag = "\0".join([VERSJON, form.ending, utgivelse.i_ord, str(utgivelse.nr), frys(innhold)])
    return filsvar(
        request,
        lambda: form.skriv(innhold, utgivelse),
        merke=sha256(grunnlag.encode()).hexdigest(),
        slag=form.slag,
        disposisjon=f'attachment; filename="beretning-{aar}{form.ending}"',
        for_alle=vist.rapport.publisert is not None and not utgivelse.er_utkast,
        hva=beretningen_i_ord(aar, form.navn),
    )
