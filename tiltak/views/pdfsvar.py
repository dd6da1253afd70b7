"""A document as a PDF, in answer to a request: the report's and the plan's."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from ..pdf.skriving import fingeravtrykk, lag_pdf


def pdfsvar(
    request: HttpRequest, html: str, ark: tuple[str, ...], *, filnavn: str, for_alle: bool
) -> HttpResponseBase:
    """Give the PDF of `html` in these style sheets; for one that the reader has already, say only that. What is not
    for everybody is kept out of every cache but the reader's own."""
    etag = f'"{fingeravtrykk(html, ark)}"'
    svar = get_conditional_response(request, etag=etag)
    if svar is None:
        svar = HttpResponse(lag_pdf(html, ark), content_type="application/pdf")
        svar.headers["Content-Disposition"] = f'inline; filename="{filnavn}"'
        svar.headers["ETag"] = etag
    svar.headers["Cache-Control"] = "no-cache" if for_alle else "private, no-cache"
    return svar
