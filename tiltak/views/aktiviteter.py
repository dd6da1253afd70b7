"""The activities that carry out a measure: plan a new one, choose one from the calendar, tell that one was held."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from aktivitet.felt import RensetLinje, hoeyst
from aktivitet.heltall import heltall
from aktivitet.hvem import hvem
from aktivitet.models import Aktivitet, EndretAvAndre
from aktivitet.tid import dag_i_ord
from aktivitet.views.redigering import lag_ny

from ..holdt import kan_settes, med_tittelen
from ..kandidater import HOEYST, kandidater
from ..models import Status, Tilknytning, Tiltak
from ..planlegging import neste_frist, tiden_for, tittel_av


class Soek(forms.Form):
    """Words to find an activity by."""

    q = RensetLinje(label="Søk i kalenderen", required=False, validators=[hoeyst(100)])


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.sett_status", raise_exception=True)
def planlegg(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an activity that carries out the measure, by the calendar's own form and rights."""
    tiltak = _tiltaket(request, pk)
    i_dag = timezone.localdate()
    neste = neste_frist(tiltak.terminer.aapne().i_figurene(), i_dag)

    def knytt(aktivitet: Aktivitet) -> None:
        Tilknytning.objects.knytt(tiltak, aktivitet, request.user)  # type: ignore[arg-type]

    return lag_ny(
        request,
        side="tiltak/planlegg.html",
        kontekst={"tiltak": tiltak, "neste": neste},
        forslag={"tittel": tittel_av(tiltak.tekst)} | (tiden_for(neste, i_dag) if neste else {}),
        med=knytt,
        tilbake=f"{tiltak.get_absolute_url()}#aktiviteter",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.sett_status", raise_exception=True)
def velg(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose an activity that is in the calendar already; or, by POST, tie one to the measure or untie it."""
    tiltak = _tiltaket(request, pk)
    if request.method == "POST":
        return _knytt_eller_loesne(request, tiltak)
    soek = Soek({"q": request.GET.get("q", "")}, label_suffix="")
    ord_ = soek.cleaned_data["q"] if soek.is_valid() else ""
    aktiviteter = [] if soek.errors else kandidater(tiltak, request.user, ord_)
    kontekst = {
        "tiltak": tiltak,
        "soek": soek,
        "ord": ord_,
        "aktiviteter": aktiviteter,
        "avkortet": len(aktiviteter) == HOEYST,
    }
    return render(request, "tiltak/velg_aktivitet.html", kontekst)


@require_POST
@permission_required("tiltak.sett_status", raise_exception=True)
def holdt(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the termin that a held activity carried out to Gjennomført, on the activity's day and with its title
    after what was written before.

    The button says which termin and which version of it: when another has saved since, or the activity would set
    another one by now, nothing is set.
    """
    alle = Tilknytning.objects.synlige_for(request.user).select_related("aktivitet", "tiltak__maal__plan")
    ett = get_object_or_404(alle, pk=pk)
    termin = kan_settes(ett, ett.tiltak.terminer.all(), timezone.localdate())
    if termin is None or termin.pk != heltall(request.POST.get("termin", "")):
        messages.warning(request, "Ikke satt: noe er endret siden du åpnet siden. Se over fristene.")
        return redirect(ett.tiltak)
    try:
        termin.sett_status(
            Status.GJENNOMFOERT,
            av=request.user,  # type: ignore[arg-type]
            versjon=heltall(request.POST.get("versjon", "")) or 0,
            utfoert=ett.aktivitet.siste_dag,
            merknad=med_tittelen(termin.merknad, ett.aktivitet),
        )
    except EndretAvAndre as unntak:
        av = hvem(unntak.naa.endret_av, "en")  # type: ignore[attr-defined]
        messages.warning(request, f"Ikke satt: {av} har lagret i mellomtiden. Se over fristen.")
    else:
        gjort = dag_i_ord(ett.aktivitet.siste_dag)
        messages.success(request, f"Lagret: {termin.etikett}, Gjennomført, gjort {gjort}.")
    return redirect(f"{ett.tiltak.get_absolute_url()}#rad-{termin.pk}")


def _tiltaket(request: HttpRequest, pk: int) -> Tiltak:
    alle = Tiltak.objects.lesbare_for(request.user).i_vedtatte_planer().select_related("maal__plan")
    return get_object_or_404(alle, pk=pk)


def _knytt_eller_loesne(request: HttpRequest, tiltak: Tiltak) -> HttpResponse:
    pk = heltall(request.POST.get("aktivitet", ""))
    aktivitet = Aktivitet.objects.synlige_for(request.user).filter(pk=pk or 0).first()
    if aktivitet is None:
        messages.warning(request, "Ikke lagret: aktiviteten finnes ikke lenger. Velg en annen.")
        return redirect("tiltak:velg_aktivitet", tiltak.pk)
    if request.POST.get("handling") == "loesne":
        Tilknytning.objects.loesne(tiltak, aktivitet)
        beskjed = f"«{aktivitet.tittel}» hører ikke lenger til tiltaket. Aktiviteten står fortsatt i kalenderen."
    else:
        Tilknytning.objects.knytt(tiltak, aktivitet, request.user)  # type: ignore[arg-type]
        beskjed = f"«{aktivitet.tittel}» hører nå til tiltaket."
    messages.success(request, beskjed)
    return redirect(f"{tiltak.get_absolute_url()}#aktiviteter")
