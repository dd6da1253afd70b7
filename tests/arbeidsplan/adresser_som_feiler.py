"""The app's own addresses, with three beside them that fail on purpose, or are left unguarded."""

from typing import NoReturn

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from arbeidsplan.urls import handler400, handler403, handler404, handler500
from arbeidsplan.urls import urlpatterns as appens

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@login_not_required
def smell(request: HttpRequest) -> NoReturn:
    """Fail, as a mistake of ours would."""
    raise RuntimeError("noe gikk galt")


@login_not_required
def nei(request: HttpRequest) -> NoReturn:
    """Refuse, as a view does whose right is lacking."""
    raise PermissionDenied


@csrf_exempt
def uten_vakt(request: HttpRequest) -> NoReturn:
    """Take a form from anywhere. None of the app's own does."""
    raise PermissionDenied


urlpatterns = [*appens, path("smell/", smell), path("nei/", nei), path("uten-vakt/", uten_vakt)]
