"""One annual report to read."""

from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_http_methods, require_safe

from aktivitet.views.uendret import programmets_merke

from ...models import Dokumentfil, Rapport
from ...rapport.visning import Vist, vist_for
from .hvilken import finn_rapport
from .skriving import skriv


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def en_rapport(request: HttpRequest, aar: int) -> HttpResponse:
    """One year's report: to read, and for the secretary to write."""
    if request.method == "POST" and not request.user.is_authenticated:
        return redirect_to_login(request.path)  # the login ran out while the secretary was writing
    rapport = finn_rapport(request.user, aar)
    if request.user.has_perm("tiltak.skriv_rapport") and (rapport.er_utkast or request.method == "POST"):
        return skriv(request, rapport)
    if request.method == "POST":
        raise PermissionDenied
    return _lesesiden(request, rapport)


@login_not_required
@require_safe
def les(request: HttpRequest, aar: int) -> HttpResponse:
    """One year's report to read, for the secretary too while it is a draft."""
    return _lesesiden(request, finn_rapport(request.user, aar))


def _lesesiden(request: HttpRequest, rapport: Rapport) -> HttpResponse:
    """The report to read. Whoever is not logged in, and has it already, is told so at the cost of one query."""
    etag = _merke(request, rapport)
    svar = get_conditional_response(request, etag=etag) if etag else None
    if svar is None:
        vist = vist_for(request.user, rapport, timezone.localdate())
        svar = render(request, "tiltak/rapport.html", {"vist": vist, "stoerrelser": _stoerrelser(vist)})
    if etag:
        svar.headers["ETag"] = etag
        svar.headers["Cache-Control"] = "no-cache"  # ask every time: an unchanged answer is a 304
        patch_vary_headers(svar, ["Cookie"])
    return svar


def _merke(request: HttpRequest, rapport: Rapport) -> str | None:
    """Give the ETag of what is frozen: its version grows by every act that is done to it. What is not, and what a
    logged-in person sees, follows from more than that, and has none."""
    if rapport.er_utkast or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    adresse = request.build_absolute_uri()
    # The time too: once a copy of the database is put back, a version is given again to something else.
    rapporten = (rapport.pk, rapport.versjon, rapport.endret)
    grunnlag = (programmets_merke(), settings.ORGANISASJON, adresse, rapporten)
    return f'"{sha256(repr(grunnlag).encode()).hexdigest()[:32]}"'


def _stoerrelser(vist: Vist) -> dict[str, int]:
    """Give the size of those of an edition's documents that are made already, by their form."""
    if vist.utgivelse.nr is None:
        return {}
    filene = Dokumentfil.objects.ferdige().filter(utgave__rapport=vist.rapport, utgave__nr=vist.utgivelse.nr)
    return dict(filene.values_list("form", Length("innhold")))
