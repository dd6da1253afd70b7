"""The secretary's pages after the annual meeting: choose, look over, carry out, and what came of it."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ...epost.innstillinger import InnstillingMangler, nettstedet
from ...models import Overlevering
from .gjennomfoering import Gjennomfoert, NoeErEndret, gjennomfoer, send_brevene
from .helheten import Overleveringsskjema
from .kvittering import les_kvittering
from .lesing import les_siden
from .moetene import venter_paa_overlevering
from .oversikt import legg_ut

GJENNOMFOER, SE, INGEN_ENDRINGER = "gjennomfoer", "se", "ingen"
ENDRET = "Noe er endret siden du så over. Ingenting er gjort. Se over en gang til."


@require_http_methods(["GET", "HEAD", "POST"])
def overlevering(request: HttpRequest) -> HttpResponse:
    """Choose for each, look it over, carry it out. `handling` says how far one has come."""
    handling = request.POST.get("handling", "")
    if gjort := _gjort(request, handling):
        return redirect(gjort)
    if not request.user.has_perm("arbeidsplan.inviter"):
        raise PermissionDenied
    if handling == INGEN_ENDRINGER:
        return _uten_endringer(request)
    skjema = _skjemaet(request, handling)
    if handling not in (SE, GJENNOMFOER) or not skjema.is_valid() or not _kan_sendes(request, skjema):
        return _vis(request, skjema)
    if handling == GJENNOMFOER and not skjema.avtale.er_tom:
        return _gjennomfoer(request, skjema)
    kontekst = {"skjema": skjema, "oversikt": legg_ut(skjema), "er_tom": skjema.avtale.er_tom}
    return render(request, "personer/overlevering/se.html", kontekst)


@require_safe
def overlevert(request: HttpRequest, merke: UUID) -> HttpResponse:
    """Show what came of one handover."""
    en = Overlevering.objects.lesbar_for(request.user, merke)
    if en is None:
        if not request.user.has_perm("arbeidsplan.inviter"):
            raise PermissionDenied
        raise Http404
    kontekst = {"overlevering": en, "kvittering": les_kvittering(en), "i_dag": timezone.localdate()}
    return render(request, "personer/overlevering/kvittering.html", kontekst)


def _gjort(request: HttpRequest, handling: str) -> Overlevering | None:
    """What the button has done already, when it is pressed twice: maybe by somebody who ended their own role so."""
    try:
        merke = UUID(request.POST.get("merke", ""))
    except ValueError:
        return None
    return Overlevering.objects.lesbar_for(request.user, merke) if handling == GJENNOMFOER else None


def _skjemaet(request: HttpRequest, handling: str) -> Overleveringsskjema:
    siden = les_siden(request.user, timezone.localdate())  # type: ignore[arg-type]
    return Overleveringsskjema(siden, request.POST if request.method == "POST" else None, handling)


def _kan_sendes(request: HttpRequest, skjema: Overleveringsskjema) -> bool:
    """Whether the letters can be sent, where there are any: told before anything is done."""
    try:
        if skjema.avtale.nye:
            nettstedet(request)
    except InnstillingMangler as mangler:
        skjema.feil.append(f"Ingen kan inviteres nå. {mangler}")
        return False
    return True


def _gjennomfoer(request: HttpRequest, skjema: Overleveringsskjema) -> HttpResponse:
    try:
        gjort, brev = gjennomfoer(skjema.avtale, av=request.user, merke=skjema.merke)  # type: ignore[arg-type]
    except Gjennomfoert as alt:
        return redirect(alt.overlevering)
    except NoeErEndret:
        skjema = _skjemaet(request, GJENNOMFOER)
        skjema.is_valid()
        skjema.feil.append(ENDRET)
        return _vis(request, skjema)
    if brev:
        send_brevene(gjort, brev, nettstedet(request))
    return redirect(gjort)


def _uten_endringer(request: HttpRequest) -> HttpResponse:
    """Nobody leaves and nobody is new: the front page need not remind of it any more."""
    if venter_paa_overlevering(timezone.localdate()):
        Overlevering.objects.create(merke=uuid4(), av=request.user)  # type: ignore[misc]
    messages.success(request, "Notert. Påminnelsen på forsiden er tatt bort.")
    return redirect("forside")


def _vis(request: HttpRequest, skjema: Overleveringsskjema) -> HttpResponse:
    kontekst: dict[str, Any] = {"skjema": skjema, "venter": venter_paa_overlevering(skjema.siden.i_dag)}
    return render(request, "personer/overlevering/side.html", kontekst)
