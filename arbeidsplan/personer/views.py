"""For whoever invites: the people who are here, those who are invited, and the buttons of each invitation."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aktivitet.tid import dag_i_ord

from ..epost.innstillinger import InnstillingMangler, nettstedet
from ..models import Bruker, BruktOpp, Invitasjon, SendtPaaNytt
from .brev import send
from .forms import InviterForm
from .oversikt import med_oppgave, uten_oppgave

kan_invitere = permission_required("arbeidsplan.inviter", raise_exception=True)

BESVART = "Invitasjonen er tatt imot eller trukket tilbake. Ingenting er sendt."
ER_INNE = "Invitasjonen er tatt imot eller trukket tilbake fra før."
TRUKKET = "Invitasjonen til {} er trukket tilbake. Lenken virker ikke lenger."
SENDT = "Brevet til {} er sendt. Lenken i det virker til og med {}."
IKKE_SENDT = "Invitasjonen er laget, men brevet ble ikke sendt: E-posttjeneren tok det ikke imot. Prøv «Send på nytt»."
ALLEREDE = "Adressen ble invitert nå nettopp. Det blir bare med det ene brevet."
ERSTATTET = "Den som lå der fra før til samme adresse, virker ikke lenger."


@require_safe
@kan_invitere
def personer(request: HttpRequest) -> HttpResponse:
    """Everybody: by role, those who are invited, and those who have no task any longer."""
    folk = list(Bruker.objects.prefetch_related("redigerer_lag"))
    ubesvarte = Invitasjon.objects.ubesvarte().select_related("av", "tar_over_fra").prefetch_related("lag")
    kontekst = {
        "grupper": list(med_oppgave(folk)),
        "ubesvarte": [(en, en.kan_stelles_av(request.user)) for en in ubesvarte],
        "uten": uten_oppgave(folk),
    }
    return render(request, "personer/personer.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@kan_invitere
def inviter(request: HttpRequest) -> HttpResponse:
    """Invite one person by a letter."""
    data = request.POST if request.method == "POST" else None
    form = InviterForm(data, av=request.user, i_dag=timezone.localdate())  # type: ignore[arg-type]
    if form.is_valid():
        try:
            vaar = nettstedet(request)
        except InnstillingMangler as mangler:
            form.add_error(None, f"Ingen er invitert. {mangler}")
        else:
            _inviter(request, form, vaar)
            return redirect("personer")
    return render(request, "personer/inviter.html", {"form": form})


@require_POST
@kan_invitere
def send_paa_nytt(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the letter once more, with a new key."""
    invitasjon = _som_kan_stelles(request, pk)
    try:
        vaar = nettstedet(request)
        noekkel = invitasjon.forny(av=request.user, brevet=request.POST.get("brevet", ""))  # type: ignore[arg-type]
    except InnstillingMangler as mangler:
        messages.error(request, f"Ikke sendt. {mangler}")
    except BruktOpp:
        messages.warning(request, BESVART)
    except SendtPaaNytt:
        messages.warning(request, "Brevet er sendt på nytt fra før. Ingenting mer er sendt.")
    else:
        _send(request, invitasjon, noekkel, vaar)
    return redirect("personer")


@require_POST
@kan_invitere
def trekk(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    invitasjon = _som_kan_stelles(request, pk)
    try:
        invitasjon.trekk(av=request.user)  # type: ignore[arg-type]
    except BruktOpp:
        messages.warning(request, ER_INNE)
    else:
        messages.success(request, TRUKKET.format(invitasjon.email))
    return redirect("personer")


def _som_kan_stelles(request: HttpRequest, pk: int) -> Invitasjon:
    """Give the invitation. Only an administrator touches what makes another one."""
    invitasjon = get_object_or_404(Invitasjon, pk=pk)
    if not invitasjon.kan_stelles_av(request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    return invitasjon


def _inviter(request: HttpRequest, form: InviterForm, vaar: str) -> None:
    laget = form.lagre()
    if laget is None:
        messages.warning(request, ALLEREDE)
        return
    invitasjon, noekkel, erstattet = laget
    _send(request, invitasjon, noekkel, vaar)
    if erstattet:
        messages.info(request, ERSTATTET)


def _send(request: HttpRequest, invitasjon: Invitasjon, noekkel: str, vaar: str) -> None:
    """Send the letter, and say how it went."""
    if send(invitasjon, noekkel, vaar):
        messages.success(request, SENDT.format(invitasjon.email, dag_i_ord(invitasjon.siste_dag)))
    else:
        messages.error(request, IKKE_SENDT)
