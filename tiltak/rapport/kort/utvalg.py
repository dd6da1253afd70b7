"""Pure: the short version of the report, two pages for the meeting's papers: what stands on them out of all that the
report says, and how much is left out.

Every part is reckoned as no less than it takes (`felt.py`), so that two pages are enough whatever is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aktivitet.tekst import rens_linje

from ...i_ord import ramse
from ...models.termin import Stilling
from ..deler import Maaldel, Rapportinnhold, Sak, Tiltaksdel
from . import felt
from .deler import Kortmaal, Kortsak, Kortversjon
from .felt import NOTE, OVERSKRIFT
from .innledning import kort_innledning
from .sider import Sider, hoeyde_av_toppen

FLEST_GJORT = 4  # measures told of as done under one goal
FLEST_RADER = 80  # more never fit
FLEST_KODER = 8
TUR = ("maal", "maal", "maal", "ikke_gjort", "ikke_gjort", "glidd")  # in which rows are taken: the goals go first


def kortversjon(innhold: Rapportinnhold, diagramhoeyde: int) -> Kortversjon:
    """Choose what stands on the two pages. `diagramhoeyde` is how high the chart is drawn, in its own units.

    The goals and what was not done are taken in turn, so that neither crowds out the other, and under the goals
    stand as many of the measures that were done as there is room for.
    """
    grunnlag = Grunnlag.av(innhold, diagramhoeyde)
    utvalg = grunnlag.fylt()
    while utvalg.gjort < FLEST_GJORT * utvalg.maal and grunnlag.faar_plass(utvalg.med_flere_gjort):
        utvalg = utvalg.med_flere_gjort
    return grunnlag.med(utvalg)


@dataclass(frozen=True)
class Utvalg:
    """How many rows there are of each kind, and how many measures that were done are told of, shared by the goals."""

    maal: int = 0
    ikke_gjort: int = 0
    glidd: int = 0
    gjort: int = 0

    @property
    def med_flere_gjort(self) -> "Utvalg":
        return replace(self, gjort=self.gjort + 1)

    def gjort_under(self, nr: int) -> int:
        """How many are told of under goal number `nr`, from 0: as many under all, one more under the first."""
        under_alle, til = divmod(self.gjort, self.maal)
        return under_alle + (nr < til)


@dataclass(frozen=True)
class Grunnlag:
    """What can be chosen among. `maal` are each goal's rows by how many measures stand in them, from none."""

    kort: Kortversjon
    innhold: Rapportinnhold
    diagram: float
    maal: tuple[tuple[Kortmaal, ...], ...]
    ikke_gjort: tuple[Kortsak, ...]
    glidd: tuple[Kortsak, ...]
    antall_maal: int

    @classmethod
    def av(cls, innhold: Rapportinnhold, diagramhoeyde: int) -> "Grunnlag":
        """Cut the texts of all that can come to stand there. More rows than these never fit."""
        maal = [ett for ett in innhold.maal if ett.figurer.frist]
        return cls(
            kort=_uten_rader(innhold),
            innhold=innhold,
            diagram=felt.diagrammets_hoeyde(diagramhoeyde) if innhold.figurer.frist else 0,
            maal=tuple(
                tuple(_kortmaal(ett, antall) for antall in range(FLEST_GJORT + 1)) for ett in maal[:FLEST_RADER]
            ),
            ikke_gjort=tuple(map(_kortsak, innhold.ikke_gjort[:FLEST_RADER])),
            glidd=tuple(map(_kortsak, innhold.glidd[:FLEST_RADER])),
            antall_maal=len(maal),
        )

    def fylt(self) -> Utvalg:
        """Take rows in turn until no more fit."""
        utvalg, ledige = Utvalg(), set(TUR)
        flest = {"maal": len(self.maal), "ikke_gjort": len(self.ikke_gjort), "glidd": len(self.glidd)}
        while ledige:
            for slag in filter(ledige.__contains__, TUR):
                antall = getattr(utvalg, slag) + 1
                mer = replace(utvalg, **{slag: antall})
                if antall <= flest[slag] and self.faar_plass(mer):
                    utvalg = mer
                else:
                    ledige.discard(slag)
        return utvalg

    def med(self, utvalg: Utvalg) -> Kortversjon:
        """The short version with these rows."""
        innhold = self.innhold
        return replace(
            self.kort,
            maal=tuple(rader[utvalg.gjort_under(nr)] for nr, rader in enumerate(self.maal[: utvalg.maal])),
            maal_til=self.antall_maal - utvalg.maal,
            ikke_gjort=self.ikke_gjort[: utvalg.ikke_gjort],
            ikke_gjort_til=len(innhold.ikke_gjort) - utvalg.ikke_gjort,
            glidd=self.glidd[: utvalg.glidd],
            glidd_til=len(innhold.glidd) - utvalg.glidd,
        )

    def faar_plass(self, utvalg: Utvalg) -> bool:
        """Whether two pages are enough. Laid out as the pages are: what is never parted stands on one of them."""
        kort = self.med(utvalg)
        sider = Sider()
        sider.legg(hoeyde_av_toppen(kort))
        foerste, *resten = kort.tallene
        sider.legg(OVERSKRIFT + felt.AVSNITTET.hoeyde(foerste) + felt.AVSNITT)
        sider.legg(self.diagram)
        sider.legg_avsnitt(resten)
        sider.legg_tabell(kort.maal, NOTE * (bool(kort.maal_til) + bool(kort.maal_uten_frist)))
        sider.legg_tabell(kort.ikke_gjort, NOTE * bool(kort.ikke_gjort_til))
        if self.glidd:
            sider.legg_tabell(kort.glidd, NOTE * bool(kort.glidd_til))
        if kort.ellers:
            foerste, *resten = kort.ellers
            sider.legg(OVERSKRIFT + felt.AVSNITTET.hoeyde(foerste) + felt.AVSNITT)
            sider.legg_avsnitt(resten)
        return sider.antall <= 2


def _uten_rader(innhold: Rapportinnhold) -> Kortversjon:
    """What is there whatever room is left."""
    innledning, mer = kort_innledning(innhold.innledning)
    er_lang = not felt.STOR_TITTEL.faar_plass(rens_linje(innhold.tittel))
    moete = f"Til årsmøtet {innhold.moete}. " if innhold.moete else ""
    return Kortversjon(
        tittel=(felt.LANG_TITTEL if er_lang else felt.STOR_TITTEL).kutt(innhold.tittel),
        har_lang_tittel=er_lang,
        organisasjon=felt.ORGANISASJON.kutt(innhold.organisasjon),
        dager=felt.DAGER.kutt(f"Kortversjon. Beretningen gjelder {innhold.periode}."),
        moete=felt.MOETE.kutt(f"{moete}Bygger på {innhold.plan}, som har {innhold.antall_tiltak} tiltak."),
        innledning=innledning,
        mer_innledning=mer,
        foer=felt.AARET_FOER.kutt(innhold.aaret_foer.i_kort) if innhold.aaret_foer else "",
        maal_uten_frist=sum(not ett.figurer.frist for ett in innhold.maal_med_tiltak),
        tallene=tuple(map(felt.AVSNITTET.kutt, _tallene(innhold))),
        ellers=tuple(map(felt.AVSNITTET.kutt, _ellers(innhold))),
    )


def _tallene(innhold: Rapportinnhold) -> Iterator[str]:
    yield f"{innhold.figurer.i_ord}." if innhold.figurer.frist else "Ingen av planens tiltak hadde frist i perioden."
    if innhold.perioden:
        yield f"Perioden {innhold.perioden.navn} så langt: {innhold.perioden.samlet.i_ord}."
    if innhold.er_foreloepig:
        yield "Perioden er ikke over. Tallene er foreløpige."


def _ellers(innhold: Rapportinnhold) -> Iterator[str]:
    if innhold.gjort_senere:
        yield f"Gjort i perioden, med frist før den: {_koder(innhold.gjort_senere)}."
    if innhold.venter:
        yield f"Fylkesstyret har ikke vurdert disse ennå: {_koder(innhold.venter)}."
    if innhold.aktivitetene.rader:
        yield f"Aktiviteter: {innhold.aktivitetene_i_ord}."


def _koder(saker: Sequence[Sak]) -> str:
    """The codes of some measures, and how many there are besides: "1.1b, 1.2c og 10 til"."""
    koder = list(dict.fromkeys(felt.SAKSKODE.kutt(sak.kode) for sak in saker))
    til = [f"{len(koder) - FLEST_KODER} til"] if len(koder) > FLEST_KODER else []
    return ramse([*koder[:FLEST_KODER], *til])


def _kortmaal(maal: Maaldel, antall_gjort: int) -> Kortmaal:
    alle = [f"{ett.kode} {ett.tekst}" for ett in maal.tiltak if _er_gjort(ett)] if antall_gjort else []
    gjort = [*map(felt.GJORT.kutt, alle[:antall_gjort])]
    if len(alle) > antall_gjort > 0:  # on the line of the last one: a line of its own would take another's room
        gjort[-1] = f"{felt.GJORT_OG_TIL.kutt(alle[antall_gjort - 1])}, og {len(alle) - antall_gjort} til"
    return Kortmaal(
        navn=felt.MAALNAVN.kutt(maal.navn),
        andel=f"{maal.figurer.gjennomfoert} av {maal.figurer.frist}",
        tallene=felt.MAALTALL.kutt(maal.figurer.i_ord),
        gjort=tuple(gjort),
    )


def _er_gjort(tiltak: Tiltaksdel) -> bool:
    """Whether all that the measure had due was carried out."""
    return bool(tiltak.alle) and all(linje.stilling == Stilling.GJENNOMFOERT for linje in tiltak.alle)


def _kortsak(sak: Sak) -> Kortsak:
    dag = f" {sak.linje.dag}" if sak.linje.dag else ""
    return Kortsak(
        kode=felt.SAKSKODE.kutt(sak.kode),
        tekst=felt.ORDLYD.kutt(sak.tekst),
        stilling=sak.linje.stilling,
        status=sak.linje.status,
        dag=felt.DAG.kutt(f"{dag} (frist {sak.linje.naar})".strip()),
        hvorfor=felt.HVORFOR.kutt(sak.linje.merknad),
    )
