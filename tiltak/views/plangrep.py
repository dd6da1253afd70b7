"""The acts on a part that change more than its words: move, take out and in, split, and make one of several."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from aktivitet.heltall import heltall
from aktivitet.models import EndretAvAndre, Versjonert

from ..models import Plan, Tiltak
from ..ordlyd import navnet_paa
from ..redigering.beslutning import BeslutningForm
from ..redigering.deling import del_opp, slaa_sammen
from ..redigering.disposisjon import Del, tiltak_etter_maal
from ..redigering.former import OrdlydForm
from ..redigering.grepformer import FLEST_DELER, FlyttForm, GrepForm, SammenForm
from ..redigering.omfang import omfang
from ..redigering.plass import NED, OPP, UmuligPlass, ett_hakk, flytt
from ..redigering.slag import SLAG
from ..redigering.strykning import ta_inn_igjen, ta_ut
from .redigering import borte, data_i, lagret, redigering, tilbake_til

ENDRET = "Ikke lagret: noen andre endret dette i mellomtiden. Se over, og prøv igjen."


@redigering
def flytt_del(request: HttpRequest, plan: Plan, hva: str, pk: int) -> HttpResponse:
    """Move a part: one step by its own button, or to any place that it can have."""
    ting = SLAG[hva].staaende(plan).filter(pk=pk).first()
    if ting is None:
        return borte(request, plan, SLAG[hva])
    retning = request.POST.get("retning")
    if retning in (OPP, NED):
        sted = ett_hakk(ting, retning)
        if sted is None:
            messages.warning(request, f"{navnet_paa(ting)} står {'øverst' if retning == OPP else 'nederst'} fra før.")
            return redirect(tilbake_til(plan, ting))
        if not plan.er_vedtatt:
            flytt(ting, sted, None, ting.versjon)
            return lagret(request, plan, ting, ["Flyttet."])
        form = FlyttForm(None, ting=ting, plan=plan, bruker=request.user, sted=sted)  # type: ignore[arg-type]
    else:
        form = FlyttForm(data_i(request), ting=ting, plan=plan, bruker=request.user)  # type: ignore[arg-type]
    if form.is_valid():
        try:
            if form.valgt is None:
                raise UmuligPlass
            flytt(ting, form.valgt, form.beslutning, form.cleaned_data["versjon"])
        except UmuligPlass:
            form.add_error("sted", "Der kan det ikke stå. Velg et annet sted.")
        except EndretAvAndre as andre:
            _ta_ny_versjon(form, andre)
        else:
            return lagret(request, plan, ting, ["Flyttet."])
    kontekst = {"plan": plan, "form": form, "del": Del(plan, ting), "tilbake": tilbake_til(plan, ting)}
    return render(request, "tiltak/rediger/flytt.html", kontekst)


@redigering
def ta_ut_del(request: HttpRequest, plan: Plan, hva: str, pk: int) -> HttpResponse:
    """Take a part out of the plan, after having been told what goes with it."""
    ting = SLAG[hva].staaende(plan).filter(pk=pk).first()
    if ting is None:
        return borte(request, plan, SLAG[hva])
    navn = navnet_paa(ting)
    form = BeslutningForm(data_i(request), ting=ting, plan=plan, bruker=request.user)  # type: ignore[arg-type]
    if form.is_valid():
        try:
            ta_ut(ting, form.beslutning, form.cleaned_data["versjon"])
        except EndretAvAndre as andre:
            _ta_ny_versjon(form, andre)
        else:
            messages.success(request, f"{navn} er tatt ut av planen.")
            return redirect(tilbake_til(plan))
    kontekst = {
        "plan": plan,
        "form": form,
        "del": Del(plan, ting),
        "omfang": omfang(ting),
        "tilbake": tilbake_til(plan, ting),
    }
    return render(request, "tiltak/rediger/ta_ut.html", kontekst)


@redigering
def ta_inn_del(request: HttpRequest, plan: Plan, hva: str, pk: int) -> HttpResponse:
    """Take in again what was taken out."""
    if hva not in ("mal", "tiltak"):
        raise Http404
    ting = SLAG[hva].i_planen(plan).filter(pk=pk, utgaatt__isnull=False).first()
    if ting is None:
        return borte(request, plan, SLAG[hva])
    form = BeslutningForm(data_i(request), ting=ting, plan=plan, bruker=request.user)  # type: ignore[arg-type]
    if form.is_valid():
        try:
            ta_inn_igjen(ting, form.beslutning, form.cleaned_data["versjon"])
        except EndretAvAndre as andre:
            _ta_ny_versjon(form, andre)
        else:
            return lagret(request, plan, ting, [f"{navnet_paa(ting)} står i planen igjen."])
    kontekst = {"plan": plan, "form": form, "del": Del(plan, ting), "tilbake": tilbake_til(plan)}
    return render(request, "tiltak/rediger/ta_inn.html", kontekst)


@redigering
def del_tiltak(request: HttpRequest, plan: Plan, pk: int) -> HttpResponse:
    """Split a measure into two or more."""
    tiltak = SLAG["tiltak"].staaende(plan).filter(pk=pk).first()
    if tiltak is None:
        return borte(request, plan, SLAG["tiltak"])
    antall = min(max(heltall(request.POST.get("antall", "1")) or 1, 1), FLEST_DELER)
    data, flere = data_i(request), "flere" in request.POST
    if flere:  # nothing is saved or judged yet: what was typed stands there with one more part to fill in
        antall = min(antall + 1, FLEST_DELER)
        data = None
    form = GrepForm(data, ting=_kopi(tiltak), plan=plan, bruker=request.user)  # type: ignore[arg-type]
    nye = [OrdlydForm(data, prefix=f"ny{nr}", label_suffix="", initial=_utkast(tiltak)) for nr in range(antall)]
    if flere:
        for ett in (form, *nye):
            for felt in ett.fields:
                ett.initial[felt] = request.POST.get(ett.add_prefix(felt), ett.initial.get(felt))
    # All of them are asked, so that everything that is wrong is told at once.
    if all([form.is_valid(), *(ett.is_valid() for ett in nye)]):
        naa = Tiltak.objects.select_related("maal__plan").get(pk=tiltak.pk)
        delene = del_opp(naa, form.ordlyd, [ett.cleaned_data for ett in nye], form.beslutning, naa.versjon)
        return lagret(request, plan, naa, [f"Tiltaket er delt i {len(delene) + 1}."])
    kontekst = {"plan": plan, "form": form, "nye": nye, "del": Del(plan, tiltak), "tilbake": tilbake_til(plan, tiltak)}
    return render(request, "tiltak/rediger/del_opp.html", kontekst | {"antall": antall, "kan_flere": antall < 9})


@redigering
def slaa_sammen_tiltak(request: HttpRequest, plan: Plan, pk: int) -> HttpResponse:
    """Make one measure of this and others."""
    tiltak = SLAG["tiltak"].staaende(plan).filter(pk=pk).first()
    if tiltak is None:
        return borte(request, plan, SLAG["tiltak"])
    form = SammenForm(data_i(request), ting=_kopi(tiltak), plan=plan, bruker=request.user)
    if form.is_valid():
        naa = Tiltak.objects.select_related("maal__plan").get(pk=tiltak.pk)
        andre = list(form.cleaned_data["andre"])
        slaa_sammen(naa, andre, form.ordlyd, form.beslutning, naa.versjon)
        return lagret(request, plan, naa, [f"Slått sammen med {', '.join(map(navnet_paa, andre))}."])
    kontekst = {
        "plan": plan,
        "form": form,
        "del": Del(plan, tiltak),
        "grupper": tiltak_etter_maal(plan, tiltak),
        "tilbake": tilbake_til(plan, tiltak),
    }
    return render(request, "tiltak/rediger/slaa_sammen.html", kontekst)


def _kopi(tiltak: Tiltak) -> Tiltak:
    """The measure for a form to write on: what was typed and refused does not stand in the page's heading."""
    return Tiltak.objects.get(pk=tiltak.pk)


def _utkast(tiltak: Tiltak) -> dict[str, str]:
    """What a new part begins with: all but the wording is most often as in the one that it is split from."""
    return {"gjennomfoering": tiltak.gjennomfoering, "ansvarlig": tiltak.ansvarlig}


def _ta_ny_versjon(form: BeslutningForm, andre: EndretAvAndre) -> None:
    """Tell that somebody saved first. Sent again from the page that shows what stands now, it is done knowingly."""
    form.add_error(None, ENDRET)
    data = cast(QueryDict, form.data).copy()
    data["versjon"] = str(cast(Versjonert, andre.naa).versjon)
    form.data = data
