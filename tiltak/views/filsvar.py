"""A file in answer to a request: the report and the plan as PDF, and the plan in the kinds that others work on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from ..pdf.bestilling import Bestilling
from ..pdf.skriving import lag_pdf

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def filsvar(
    request: HttpRequest, lag: Callable[[], bytes], *, merke: str, slag: str, disposisjon: str, for_alle: bool
) -> HttpResponseBase:
    """Give the file that `lag` makes; for one that the reader has already, by its `merke`, say only that. What is not
    for everybody is kept out of every cache but the reader's own."""
    etag = f'"{merke}"'
    svar = get_conditional_response(request, etag=etag)
    if svar is None:
        svar = HttpResponse(lag(), content_type=slag)
        svar.headers["Content-Disposition"] = disposisjon
        svar.headers["ETag"] = etag
    svar.headers["Cache-Control"] = "no-cache" if for_alle else "private, no-cache"
    return svar


def pdfsvar(request: HttpRequest, bestilling: Bestilling, *, filnavn: str, for_alle: bool) -> HttpResponseBase:
    """Give the PDF that is asked for, to be read in the browser."""
    return filsvar(
        request,
        lambda: lag_pdf(bestilling),
        merke=bestilling.merke,
        slag="application/pdf",
        disposisjon=f'inline; filename="{filnavn}"',
        for_alle=for_alle,
    )
