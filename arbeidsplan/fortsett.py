"""What was written when the login had run out, or in a form that was too old: seen, sent once more, or thrown away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from tiltak.models import Termin

from .oppbevaring import FikkIkkePlass, Oppbevart, kast, oppbevarte, ta_vare_paa
from .opphav import sendt_fra_oss
from .skrevet import terminen_i

HAR_SKJEMA = ("account_login", "account_request_login_code")


@require_http_methods(["GET", "HEAD", "POST"])
def fortsett(request: HttpRequest) -> HttpResponse:
    """Show what is kept, each with its own way on. A POST throws one away; each is sent to its own address."""
    if request.method == "POST":
        kast(request, request.POST.get("kast", ""))
        messages.success(request, "Kastet.")
        return redirect("fortsett" if oppbevarte(request) else "forside")
    return render(request, "fortsett.html", {"alle": _med_terminene(request, oppbevarte(request))})


def fikk_ikke_plass(request: HttpRequest, skrevet: Oppbevart) -> HttpResponse:
    """It could not be kept: the answer itself shows it, to be copied."""
    return render(request, "fikk_ikke_plass.html", {"ett": skrevet}, status=403)


def csrf_feil(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's guard did not fit: the page was too old, or the form came from somewhere else.

    A page is too old when its person has logged in again in another tab: every login makes the guard anew. What they
    wrote is then kept and shown, to be sent with one press. From anywhere else nothing is kept and nothing shown: that
    press would else be all that a page elsewhere had to talk somebody into. So it takes more than a guard that fails
    in the right way: the browser itself must say that the form was sent from a page of ours.
    """
    if not sendt_fra_oss(request):
        return render(request, "403_csrf.html", status=403)
    treff = request.resolver_match
    if treff and treff.view_name in HAR_SKJEMA:
        return _innloggingen_paa_nytt(request)
    try:
        if ta_vare_paa(request):
            return redirect("fortsett")
    except FikkIkkePlass as unntak:
        return fikk_ikke_plass(request, unntak.skrevet)
    return render(request, "403_csrf.html", status=403)


def _med_terminene(request: HttpRequest, alle: list[Oppbevart]) -> list[tuple[Oppbevart, Termin | None]]:
    """Give each with the termin that it sets, when the person may see it: a status alone does not say of what."""
    noekler = [terminen_i(ett.sti) for ett in alle]
    lesbare = Termin.objects.lesbare_for(request.user).select_related("tiltak__maal__plan")
    terminene = lesbare.in_bulk([noekkel for noekkel in noekler if noekkel])
    return [(ett, terminene.get(noekkel or 0)) for ett, noekkel in zip(alle, noekler, strict=True)]


def _innloggingen_paa_nytt(request: HttpRequest) -> HttpResponse:
    """Give the login page anew; it sends on whoever has logged in in another tab. It judges `next` itself."""
    if not request.user.is_authenticated:
        messages.warning(request, "Siden hadde stått for lenge. Prøv en gang til.")
    neste = request.POST.get("next", "")
    return redirect(f"{request.path}?{urlencode({'next': neste})}" if neste else request.path)
