"""Builds what an annual report says, from the plan, the terminer and the calendar, in a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from django.conf import settings

from aktivitet.hjul.aaret import lag_aaret
from aktivitet.models import Aktivitet

from ..figurer import Figurer
from ..models import Maal, Plan, Rapport, Rapporttekst, Termin, Tiltak
from ..models.termin import Stilling
from ..sitering import ankere, siterte_koder
from .deler import Linje, Maaldel, Rapportinnhold, Sak, Tiltaksdel
from .linjer import etiketter, linje, linjer, stilling
from .tekst import Tekstblokk, les_tekst

Tekststed = tuple[str, int | None]  # the place, and the goal where it is one

IKKE_GJORT = (Stilling.IKKE_GJENNOMFOERT, Stilling.UTSATT, Stilling.UTGAAR)  # the order they are told in


def rapportinnhold(rapport: Rapport, plan: Plan, i_dag: date) -> Rapportinnhold:
    """Give all that the report says about `plan` in its period, as it stands now. Costs five queries.

    `i_dag` tells what has been held, and whether the period is over.
    """
    terminer = list(_terminer(rapport, plan))
    med_frist = [termin for termin in terminer if rapport.fra <= termin.siste <= rapport.til and not termin.utenfor]
    tidligere = [termin for termin in terminer if termin.siste < rapport.fra]
    # What the plan had in the period, also what went out of it later, and nothing that came after.
    alle = list(Tiltak.objects.i_planen(plan).i_planens_rekkefoelge())
    foert = {termin.tiltak_id for termin in terminer}
    tiltak = [ett for ett in alle if ett.pk in foert or ett.sto_i_planen(*rapport.periode)]
    koder = siterte_koder(tiltak, rapport.til)
    ordlyd = {ett.pk: ett.tekst for ett in tiltak}
    offentlige = Aktivitet.objects.offentlige().i_perioden(*rapport.periode)
    aktiviteter = list(offentlige.select_related("lag").i_rekkefoelge())
    tekster = _tekstene(rapport)

    def sak(termin: Termin, en_linje: Linje | None = None) -> Sak:
        return Sak(koder[termin.tiltak_id], ordlyd[termin.tiltak_id], en_linje or linje(termin, rapport.til))

    def venter(ens: list[Termin]) -> Sak:
        naar = etiketter(linje(termin, rapport.til).naar for termin in ens)
        return sak(ens[0], Linje(naar, Stilling.MANGLER_VURDERING.value))

    uvurdert = [termin for termin in med_frist if stilling(termin) == Stilling.MANGLER_VURDERING]
    return Rapportinnhold(
        tittel=rapport.overskrift,
        organisasjon=plan.organisasjon or settings.ORGANISASJON,
        aar=rapport.aar,
        fra=rapport.fra,
        til=rapport.til,
        moetedag=rapport.moetedag,
        moetested=rapport.moetested,
        innledning=tekster[Rapporttekst.Sted.INNLEDNING, None],
        plan=plan.tittel,
        antall_tiltak=len(tiltak),
        figurer=Figurer.av(Counter(map(stilling, med_frist))),
        maal=_maal(_maalene(plan, rapport, tiltak), tiltak, koder, med_frist, rapport.til, tekster),
        ikke_gjort=tuple(sak(t) for verdi in IKKE_GJORT for t in med_frist if stilling(t) == verdi),
        gjort_senere=tuple(map(sak, tidligere)),
        venter=tuple(venter(list(ens)) for _, ens in groupby(uvurdert, lambda termin: termin.tiltak_id)),
        aktivitetene=lag_aaret(aktiviteter, *rapport.periode),
        antall_avholdt=sum(not ett.avlyst and ett.siste_dag < i_dag for ett in aktiviteter),
        er_foreloepig=i_dag <= rapport.til,
        oppdatert=_sist_endret(rapport, terminer),
        avslutning=tekster[Rapporttekst.Sted.AVSLUTNING, None],
    )


def _tekstene(rapport: Rapport) -> Mapping[Tekststed, tuple[Tekstblokk, ...]]:
    """What is written in the report, by place and goal; nothing where nothing is."""
    skrevet: defaultdict[Tekststed, tuple[Tekstblokk, ...]] = defaultdict(tuple)
    for ett in rapport.tekster.all() if rapport.pk else ():
        skrevet[ett.sted, ett.maal_id] = les_tekst(ett.tekst)
    return skrevet


def _terminer(rapport: Rapport, plan: Plan) -> Iterable[Termin]:
    """What was due in the period, and what was done in it but due before: one query, told apart in Python."""
    terminer = Termin.objects.i_planen(plan)
    med_frist = terminer.i_figurene().frist_i(*rapport.periode)
    return (med_frist | terminer.utfoert_i_men_frist_foer(*rapport.periode)).med_stilling().i_planens_rekkefoelge()


def _maalene(plan: Plan, rapport: Rapport, tiltak: Iterable[Tiltak]) -> list[Maal]:
    """The goals that the plan had in the period, in its order, and those of the measures that are told of."""
    med_tiltak = {ett.maal_id for ett in tiltak}
    alle = Maal.objects.filter(plan=plan).order_by("nr", "pk")
    return [maal for maal in alle if maal.pk in med_tiltak or maal.sto_i_planen(*rapport.periode)]


def _maal(
    maalene: Sequence[Maal],
    tiltak: Sequence[Tiltak],
    koder: dict[int, str],
    terminer: Iterable[Termin],
    siste_dag: date,
    tekstene: Mapping[Tekststed, tuple[Tekstblokk, ...]],
) -> tuple[Maaldel, ...]:
    for_tiltak: dict[int, list[Termin]] = defaultdict(list)
    for termin in terminer:
        for_tiltak[termin.tiltak_id].append(termin)

    def tiltaksdel(ett: Tiltak) -> Tiltaksdel:
        alle = tuple(linje(termin, siste_dag) for termin in for_tiltak[ett.pk])
        return Tiltaksdel(koder[ett.pk], ett.tekst, ett.gjennomfoering, ett.ansvarlig, *linjer(alle), alle)

    deler: list[Maaldel] = []
    for maal, anker in zip(maalene, ankere(maal.nummer for maal in maalene), strict=True):
        egne = [ett for ett in tiltak if ett.maal_id == maal.pk]
        deler.append(
            Maaldel(
                nummer=maal.nummer,
                overskrift=maal.overskrift,
                motto=maal.motto,
                nivaa=min(maal.nivaa, deler[-1].nivaa + 1 if deler else 1),
                anker=f"mal-{anker}",
                figurer=Figurer.av(Counter(stilling(termin) for ett in egne for termin in for_tiltak[ett.pk])),
                tiltak=tuple(map(tiltaksdel, egne)),
                tekst=tekstene[Rapporttekst.Sted.MAAL, maal.pk],
            )
        )
    return tuple(deler)


def _sist_endret(rapport: Rapport, terminer: Iterable[Termin]) -> datetime | None:
    return max(filter(None, [rapport.endret, *(termin.endret for termin in terminer)]), default=None)
