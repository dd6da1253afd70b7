"""A file in answer to a request: made at once, or, for a PDF, kept ready or on its way."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response

from aktivitet.nedlasting import si_fra_om_nedlasting

from ..models import Dokumentfil, Rapportutgave
from ..pdf import lager
from ..pdf.bestilling import Bestilling
from ..pdf.egenprosess import KunneIkkeLages

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
STRAKS = 1.5  # seconds that a browser waits before it is shown the page that says so
PROEV_IGJEN = 30  # seconds until what failed is tried again


def filsvar(
    request: HttpRequest,
    lag: Callable[[], bytes],
    *,
    merke: str,
    slag: str,
    disposisjon: str,
    for_alle: bool,
    hva: str,
) -> HttpResponseBase:
    """Give the file that `lag` makes; for one that the reader has already, by its `merke`, say only that.

    `hva` is what it is called when it is told that a file that is not for everybody was given to somebody: see
    `aktivitet.nedlasting`. A picture that is part of a page has none, and nothing is told.
    What is for everybody may be kept, and asked for again each time; what is not, by nobody. (What a logged-in person
    gets is kept by nobody either: `arbeidsplan/vegger.py`. At the same address that may be a draft.)
    """
    etag = f'"{merke}"'
    svar = get_conditional_response(request, etag=etag)
    if svar is None:
        svar = HttpResponse(lag(), content_type=slag)
        svar.headers["Content-Disposition"] = disposisjon
        if hva and not for_alle:
            si_fra_om_nedlasting(request, hva)
    svar.headers["ETag"] = etag
    svar.headers["Cache-Control"] = "no-cache" if for_alle else "private, no-store"
    return svar


def pdfsvar(
    request: HttpRequest,
    bestilling: Bestilling,
    *,
    filnavn: str,
    for_alle: bool,
    hva: str,
    utgave: Rapportutgave | None = None,
    form: str = "",
) -> HttpResponseBase:
    """Give the PDF that is asked for, to be read in the browser: from the store, or made now.

    While it is made, a person gets a page that says so and leads on to it; whatever else asks, waits. `utgave` and
    `form` are for a document that was issued, and is kept as it was made.
    """
    if utgave is None and get_conditional_response(request, etag=f'"{bestilling.merke}"'):
        return filsvar(
            request,
            bytes,
            merke=bestilling.merke,
            slag=PDF,
            disposisjon=_i_nettleseren(filnavn),
            for_alle=for_alle,
            hva=hva,
        )
    try:
        if "text/html" in request.headers.get("Accept", ""):
            lager.begynn(bestilling, utgave=utgave, form=form)
            fil = lager.vent(lager.merket(bestilling, utgave, form), STRAKS)
        else:
            fil = lager.lag(bestilling, utgave=utgave, form=form)
    except KunneIkkeLages as feil:
        return _kunne_ikke_lages(request, str(feil))
    return _lages(request) if fil is None else lagret_pdf(request, fil, filnavn=filnavn, for_alle=for_alle, hva=hva)


def lagret_pdf(request: HttpRequest, fil: Dokumentfil, *, filnavn: str, for_alle: bool, hva: str) -> HttpResponseBase:
    """Give a PDF that is made. An issued one goes by its own checksum: what it was made of is not asked."""
    return filsvar(
        request,
        lambda: fil.data,
        merke=fil.sjekksum if fil.utgave_id else fil.merke,
        slag=PDF,
        disposisjon=_i_nettleseren(filnavn),
        for_alle=for_alle,
        hva=hva,
    )


def _i_nettleseren(filnavn: str) -> str:
    return f'inline; filename="{filnavn}"'


def _lages(request: HttpRequest) -> HttpResponse:
    """The page that waits, at the address of what is waited for: asked for again, it is the PDF."""
    svar = render(request, "tiltak/pdf_lages.html", status=202)
    svar.headers["Cache-Control"] = "no-store"
    return svar


def _kunne_ikke_lages(request: HttpRequest, setning: str) -> HttpResponse:
    svar = render(request, "tiltak/pdf_feilet.html", {"setning": setning}, status=503)
    svar.headers["Cache-Control"] = "no-store"
    svar.headers["Retry-After"] = str(PROEV_IGJEN)
    return svar
