"""A report's way through the annual meeting: where it is, what comes next, and every version that was issued."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aktivitet.models import EndretAvAndre

from ...models import FeilTilstand, Rapport, Rapportutgave
from ...rapport.framlegging import IngentingAaLeggeFram
from ...rapport.handlinger import HANDLINGER, Handling
from ...rapport.sammenlikning.endret import endret_fra
from ...rapport.steg import stegene
from ...rapport.utgivelse import Utgivelse
from ...rapport.visning import utkastet
from .hvilken import finn_rapport

ENDRET = "Ikke gjort ennå: noen andre har endret beretningen i mellomtiden. Se over den, og prøv igjen."
INGENTING = "Ikke gjort: det er ingenting å legge fram. Ingen tiltak hadde frist i perioden, og kalenderen er tom."


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("tiltak.se_rapportutkast", raise_exception=True)
def saksgang(request: HttpRequest, aar: int) -> HttpResponse:
    """Show where the report is, or take it a step on. What could not be done is said, and what was typed stands."""
    rapport, i_dag = finn_rapport(request.user, aar), timezone.localdate()
    if request.method != "POST":
        return render(request, "tiltak/rapport_saksgang.html", _kontekst(request, rapport, i_dag))
    if not request.user.has_perm("tiltak.skriv_rapport"):
        raise PermissionDenied
    slag = HANDLINGER.get(request.POST.get("handling", ""))
    if slag is None:
        return render(request, "tiltak/rapport_saksgang.html", _kontekst(request, rapport, i_dag))
    form = slag(request.POST, rapport=rapport, i_dag=i_dag)
    hindring = ""
    if form.is_valid():
        try:
            form.utfoer(request.user)  # type: ignore[arg-type]
        except FeilTilstand:
            hindring = f"Ikke gjort: beretningen er nå «{finn_rapport(request.user, aar).get_tilstand_display()}»."
        except EndretAvAndre:
            hindring = ENDRET
        except IngentingAaLeggeFram:
            hindring = INGENTING
        else:
            messages.success(request, form.gjort)
            return redirect("tiltak:rapport_saksgang", aar)
    naa = finn_rapport(request.user, aar)
    return render(request, "tiltak/rapport_saksgang.html", _kontekst(request, naa, i_dag, form, hindring))


def _kontekst(
    request: HttpRequest, rapport: Rapport, i_dag: date, sendt: Handling | None = None, hindring: str = ""
) -> dict[str, Any]:
    """What the page shows. `sendt` is the form of an act that was not done; `hindring` says why."""
    utgaver = _utgavene(rapport)
    skjemaer = {
        navn: form(rapport=rapport, i_dag=i_dag)
        for navn, form in HANDLINGER.items()
        if form.har_plass(rapport, bool(utgaver))
    }
    if sendt and sendt.navn in skjemaer:
        skjemaer[sendt.navn] = _paa_nytt(sendt, rapport)
    siste = rapport.siste_utgave() if utgaver else None
    innhold = utkastet(rapport, i_dag).innhold
    return {
        "rapport": rapport,
        "steg": stegene(rapport.tilstand, map(Utgivelse.av, utgaver)),
        "innhold": innhold,
        "skjemaer": skjemaer,
        "sendt": sendt,
        "hindring": hindring,
        "kan_skrive": request.user.has_perm("tiltak.skriv_rapport"),
        "utgaver": utgaver,
        "siste": siste,
        "endret": endret_fra(siste, innhold) if siste else None,
    }


def _utgavene(rapport: Rapport) -> list[Rapportutgave]:
    """Every version that was issued, the last one first, with who issued it and why it was opened again."""
    if rapport.pk is None:
        return []
    utgaver = rapport.utgaver.uten_innhold().select_related("av", "rapport")
    return list(utgaver.prefetch_related("gjenaapninger__av"))


def _paa_nytt(form: Handling, rapport: Rapport) -> Handling:
    """The form as it was sent, on the report as it stands: sent once more, it is done knowingly."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    data["versjon"] = str(rapport.versjon if rapport.pk else 0)
    form.data = data
    return form
