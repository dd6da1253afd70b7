"""The secretary's page that makes this year's drafts of what was arranged last year: choose, look over, make, undo."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ..moenster.aarshjul import AaretKanIkkeFylles
from ..moenster.kopiering import angre_kopier, kopier_av_fjoraaret, lag_kopier
from ..publisering import lest_valgte
from .aarene import FOERSTE_AAR, krev_aaret

SE, LAG, ANGRE = "se", "lag", "angre"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("aktivitet.rediger_alle", raise_exception=True)
def kopier(request: HttpRequest, aar: int) -> HttpResponse:
    """Choose among last year's, look them over, make the drafts, or take them back. `handling` says how far one is."""
    krev_aaret(aar, fra=FOERSTE_AAR + 1)  # the first one has no year before it to copy
    handling = request.POST.get("handling")
    valgte = lest_valgte(request.POST.getlist("valgt"))
    if handling == ANGRE:
        return _angre(request, aar)
    if handling == LAG:
        try:
            laget, hoppet = lag_kopier(valgte, aar, request.user)  # type: ignore[arg-type]
        except AaretKanIkkeFylles as grunn:
            messages.error(request, str(grunn))
            return redirect("aktivitet:kopier", aar)
        return render(request, "aktivitet/faste/kopiert.html", {"aar": aar, "laget": laget, "hoppet": hoppet})
    kopier = kopier_av_fjoraaret(aar)
    if handling == SE:
        merket = [kopi for kopi in kopier if (kopi.fra.pk, kopi.fra.versjon) in valgte and not kopi.finnes]
        if merket:
            return render(request, "aktivitet/faste/kopier_se.html", {"aar": aar, "kopier": merket})
        messages.warning(request, "Merk først det som skal med.")
    nye = request.GET.get("velg") == "nye"
    merket_fra = {pk for pk, _ in valgte}
    kontekst = {
        "aar": aar,
        "kopier": [(kopi, (nye and kopi.er_ny) or (kopi.fra.pk in merket_fra and not kopi.finnes)) for kopi in kopier],
        "kan_kopieres": any(not kopi.finnes for kopi in kopier),
    }
    return render(request, "aktivitet/faste/kopier.html", kontekst)


def _angre(request: HttpRequest, aar: int) -> HttpResponse:
    slettet, igjen = angre_kopier(lest_valgte(request.POST.getlist("laget")))
    if slettet:
        messages.success(request, f"Angret: {slettet} utkast er slettet.")
    if igjen or not slettet:
        messages.warning(request, f"{igjen} utkast er ikke slettet, for noen har endret eller publisert dem siden.")
    return redirect("aktivitet:kopier", aar)
