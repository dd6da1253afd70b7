"""Builds what an annual report says, from the plan, the terminer and the calendar, in a fixed number of queries."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby

from django.conf import settings

from aktivitet.hjul.aaret import lag_aaret
from aktivitet.models import Aktivitet

from ...figurer import Figurer
from ...models import Maal, Plan, Rapport, Rapporttekst, Termin, Tiltak
from ...models.termin import Stilling
from ...sitering import siterte_koder
from ..deler import Linje, Rapportinnhold, Sak
from ..tekst import les_tekst
from .aarene import aaret_foer, les_aarstall
from .glidd import gjort_senere, glidd, terminene_i
from .linjer import etiketter, linje, stilling
from .loggen import les_loggen
from .maalene import lag_maaldeler
from .ordlyden import Planen, planen_som_den_var
from .perioden import perioden

IKKE_GJORT = (Stilling.IKKE_GJENNOMFOERT, Stilling.UTSATT, Stilling.UTGAAR)  # the order they are told in


def rapportinnhold(rapport: Rapport, plan: Plan, i_dag: date) -> Rapportinnhold:
    """Give all that the report says about `plan` in its period, as it stands now. Costs at most thirteen queries.

    The plan's words and places are those that were adopted on the report's last day. Each termin stands as it does
    now: what was set after the last day says when. `i_dag` tells what has been held, and whether the period is over.
    """
    fra, til = rapport.periode
    terminer = list(terminene_i(rapport, plan))
    logg = les_loggen(plan, terminer, til)
    linjene = {en.pk: linje(en, til, logg.satt(en)) for en in terminer}
    var = planen_som_den_var(plan, til)
    plass = {ett.pk: nr for nr, ett in enumerate(var.tiltak)}
    terminer.sort(key=lambda en: plass[en.tiltak_id])
    med_frist = [en for en in terminer if en.siste >= fra]
    tekster = list(rapport.tekster.all()) if rapport.pk else []
    tiltak = tiltakene_i(var, med_frist, rapport)
    fortalt = {en.tiltak_id for en in terminer} | {ett.pk for ett in tiltak}
    koder = siterte_koder(ett for ett in var.tiltak if ett.pk in fortalt)
    ordlyd = {ett.pk: ett.tekst for ett in var.tiltak}
    av_tiltak = {pk: tuple(linjene[en.pk] for en in ens) for pk, ens in groupby(med_frist, lambda en: en.tiltak_id)}
    offentlige = Aktivitet.objects.offentlige().i_perioden(fra, til)
    aktiviteter = list(offentlige.select_related("lag").i_rekkefoelge())
    tall = les_aarstall(rapport, plan)

    def sak(termin: Termin, en_linje: Linje | None = None) -> Sak:
        return Sak(koder[termin.tiltak_id], ordlyd[termin.tiltak_id], en_linje or linjene[termin.pk])

    def venter(ens: Sequence[Termin]) -> Sak:
        naar = etiketter(linjene[termin.pk].naar for termin in ens)
        return sak(ens[0], Linje(naar, Stilling.MANGLER_VURDERING.value))

    def skrevet(sted: str) -> str:
        return next((ett.tekst for ett in tekster if ett.sted == sted), "")

    uvurdert = [en for en in med_frist if stilling(en) == Stilling.MANGLER_VURDERING]
    return Rapportinnhold(
        tittel=rapport.overskrift,
        organisasjon=var.organisasjon or settings.ORGANISASJON,
        aar=rapport.aar,
        fra=fra,
        til=til,
        moetedag=rapport.moetedag,
        moetested=rapport.moetested,
        innledning=les_tekst(skrevet(Rapporttekst.Sted.INNLEDNING)),
        plan=var.tittel,
        antall_tiltak=len(tiltak),
        figurer=Figurer.av(Counter(map(stilling, med_frist))),
        maal=lag_maaldeler(maalene_i(var, tiltak, rapport), tiltak, koder, av_tiltak, tekster),
        ikke_gjort=tuple(sak(en) for verdi in IKKE_GJORT for en in med_frist if stilling(en) == verdi),
        gjort_senere=tuple(map(sak, gjort_senere(rapport, terminer))),
        venter=tuple(venter(list(ens)) for _, ens in groupby(uvurdert, lambda en: en.tiltak_id)),
        aktivitetene=lag_aaret(aktiviteter, fra, til),
        antall_avholdt=sum(not ett.avlyst and ett.siste_dag < i_dag for ett in aktiviteter),
        er_foreloepig=i_dag <= til,
        oppdatert=_sist_endret(rapport, tekster, terminer),
        avslutning=les_tekst(skrevet(Rapporttekst.Sted.AVSLUTNING)),
        aaret_foer=aaret_foer(rapport, tall),
        glidd=tuple(map(sak, glidd(rapport, terminer, logg))),
        perioden=perioden(rapport, plan, var.periodemaal, tall, i_dag),
        planens_dager=() if plan.fra <= fra and til <= plan.til else (plan.fra, plan.til),
    )


def tiltakene_i(var: Planen, med_frist: Iterable[Termin], rapport: Rapport) -> list[Tiltak]:
    """The measures that the plan had in the period, also what went out of it later, and nothing that came after; and
    whatever was due in it all the same."""
    foert = {en.tiltak_id for en in med_frist}
    return [ett for ett in var.tiltak if ett.pk in foert or ett.sto_i_planen(*rapport.periode)]


def maalene_i(var: Planen, tiltak: Iterable[Tiltak], rapport: Rapport) -> list[Maal]:
    """The goals that the plan had in the period, in its order, and those of the measures that are told of."""
    med_tiltak = {ett.maal_id for ett in tiltak}
    return [maal for maal in var.maal if maal.pk in med_tiltak or maal.sto_i_planen(*rapport.periode)]


def _sist_endret(rapport: Rapport, tekster: Iterable[Rapporttekst], terminer: Iterable[Termin]) -> datetime | None:
    endret = [rapport.endret, *(ett.endret for ett in tekster), *(termin.endret for termin in terminer)]
    return max(filter(None, endret), default=None)
