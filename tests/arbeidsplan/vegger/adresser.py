"""The app's own addresses, with some beside them that answer what no page of ours does on command, or break down over
what was sent to them."""

from typing import NoReturn

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from arbeidsplan.models import Bruker
from arbeidsplan.urls import handler400, handler403, handler404, handler500
from arbeidsplan.urls import urlpatterns as appens

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@login_not_required
def svar(request: HttpRequest, status: int) -> HttpResponse:
    """Answer with that status."""
    return HttpResponse("svar", status=status, headers={"Location": "/"} if status in (301, 302) else {})


@login_not_required
def feil(request: HttpRequest, hva: str, noekkel: str) -> NoReturn:
    """Break down in one of the ways that hold on to what was sent: the key in the address, the query, the form."""
    ord_ = f"{noekkel} {request.GET.get('q')} {request.POST.get('tekst')} {request.COOKIES.get('valg')}"
    match hva:
        case "unntak":
            raise ValueError(ord_)
        case "base":
            person = Bruker.objects.create_user(request.POST["epost"], navn=ord_)
            Bruker.objects.create(pk=person.pk + 1, email=person.email, navn=ord_)
        case "mal":
            tekst = "{% load l10n %}{{ verdi|ukjent }}" if not ord_ else "{% include mal %}"
            engines["django"].from_string(tekst).render({"mal": ord_}, request)
        case "epost":
            send_mail(ord_.replace("\n", " "), ord_, "fra@example.org", [request.POST["epost"]])
        case "nei":
            raise PermissionDenied(ord_)
        case "daarlig":
            raise BadRequest(ord_)
    raise AssertionError(hva)


urlpatterns = [*appens, path("svar/<int:status>/", svar), path("feil/<str:hva>/<str:noekkel>/", feil, name="feil")]
