"""The report's chapters for Word, in the order in which they are read: all that its other forms say."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.text import capfirst
from docx.opc.part import Part

from ...uttak.word.stiler import BROEDTEKST, DYPESTE_OVERSKRIFT
from ...uttak.word.xml import Element, avsnitt, bokmerke, element, loep
from ..deler import Maaldel, Rapportinnhold, Sak
from .stil import MOTTO
from .tabeller import aktivitetstabell, maaltabell, sakstabell, tall_for_hver, talltabell, tiltakstabell
from .tekst import blokkene, sterk

# What is said above the cases that are told apart from their goals.
GJORT_SENERE = "Disse er ikke med i tallene for perioden"
GLIDD = "Disse hadde frist før perioden, og ble ikke gjort i den heller. De er ikke med i tallene"
VENTER = "Fylkesstyret har ikke vurdert disse ennå"


@dataclass
class Kapitler:
    """Writes the chapters. Their headings are of level `oeverst`; those of the goals are below it.

    `eier` is the part of the file that they will stand in. `overskrifter` is (level, text, bookmark) of what is
    written, for the contents.
    """

    innhold: Rapportinnhold
    eier: Part
    oeverst: int = 1
    overskrifter: list[tuple[int, str, str]] = field(default_factory=list)

    def skriv(self) -> Iterator[Element]:
        """Everything in the report."""
        innhold = self.innhold
        yield from self._innledning()
        yield from self._tallene()
        yield self.overskrift("Mål og tiltak")
        yield avsnitt(BROEDTEKST, "Tiltakene står med planens egen ordlyd og i planens rekkefølge.")
        for maal in innhold.maal:
            yield from self._maal(maal)
        yield self.overskrift("Ikke gjennomført, utsatt og utgått")
        if innhold.ikke_gjort:
            yield from sakstabell("Det som ikke ble gjennomført i perioden, og hvorfor", innhold.ikke_gjort)
        else:
            yield avsnitt(BROEDTEKST, "Ingenting er meldt som ikke gjennomført, utsatt eller utgått.")
        yield from self._saker("Gjort i perioden, med frist før den", GJORT_SENERE, innhold.gjort_senere)
        yield from self._saker("Gjenstår fra før perioden", GLIDD, innhold.glidd)
        yield from self._saker("Mangler vurdering", VENTER, innhold.venter)
        yield from self._perioden()
        yield from self._aktiviteter()
        if innhold.avslutning:
            yield self.overskrift("Avslutning")
            yield from blokkene(innhold.avslutning, self.eier)

    def overskrift(self, tekst: str, under: int = 0, *, ny_side: bool = False) -> Element:
        """A heading, so many levels under that of the chapters."""
        nivaa = min(self.oeverst + under, DYPESTE_OVERSKRIFT)
        nr = len(self.overskrifter) + 1
        navn = f"beretning_{nr}"
        self.overskrifter.append((nivaa, tekst, navn))
        plass = [element("pageBreakBefore")] if ny_side else []
        return avsnitt(f"Heading{nivaa}", *bokmerke(nr, navn, loep(tekst)), egenskaper=plass)

    def _innledning(self) -> Iterator[Element]:
        innhold = self.innhold
        yield self.overskrift("Innledning", ny_side=self.oeverst == 1)
        yield from blokkene(innhold.innledning, self.eier)
        om = (
            f"Beretningen gjelder {innhold.periode}, og bygger på {innhold.plan}. Planen har {innhold.antall_tiltak} "
            f"tiltak, og {innhold.antall_tiltak_med_frist} av dem hadde frist i perioden. Et tiltak som gjøres flere "
            "ganger i året, har en frist for hver gang."
        )
        yield avsnitt(BROEDTEKST, " ".join(filter(None, [om, innhold.utenfor_planen])))
        if innhold.er_foreloepig:
            yield avsnitt(BROEDTEKST, sterk("Perioden er ikke over. Tallene er foreløpige."))

    def _tallene(self) -> Iterator[Element]:
        innhold = self.innhold
        yield self.overskrift("Tallene")
        if not innhold.figurer.frist:
            yield avsnitt(BROEDTEKST, "Ingen av planens tiltak hadde frist i perioden.")
        else:
            yield avsnitt(BROEDTEKST, f"{innhold.figurer.i_ord}.")
        foer = innhold.aaret_foer
        if foer:
            yield avsnitt(BROEDTEKST, f"{capfirst(foer.i_dem)}: {foer.figurer.i_ord}.")
        if innhold.figurer.frist or foer:
            yield from talltabell(innhold.figurer, foer, innhold.kort_navn)
        maalene = [(maal.navn, maal.figurer) for maal in innhold.maal_med_tiltak]
        if innhold.figurer.frist and maalene:
            yield from tall_for_hver("De samme tallene for hvert mål", "Mål", maalene, innhold.figurer)

    def _perioden(self) -> Iterator[Element]:
        perioden = self.innhold.perioden
        if perioden is None:
            return
        yield self.overskrift("Perioden så langt")
        yield avsnitt(BROEDTEKST, f"Planen gjelder {perioden.navn}. {perioden.samlet.i_ord}.")
        if perioden.aarene:
            aarene = [(ett.navn, ett.figurer) for ett in perioden.aarene]
            yield from tall_for_hver("Planens frister, år for år", "År", aarene, perioden.samlet)
        if perioden.maal:
            yield from maaltabell(self.innhold)

    def _maal(self, maal: Maaldel) -> Iterator[Element]:
        yield self.overskrift(maal.navn, maal.nivaa)
        if maal.motto:
            yield avsnitt(MOTTO, maal.motto)
        yield from blokkene(maal.tekst, self.eier)
        if maal.tiltak:
            yield from tiltakstabell(maal)

    def _saker(self, overskrift: str, tekst: str, saker: tuple[Sak, ...]) -> Iterator[Element]:
        if saker:
            yield self.overskrift(overskrift)
            yield from sakstabell(tekst, saker)

    def _aktiviteter(self) -> Iterator[Element]:
        aaret = self.innhold.aktivitetene
        yield self.overskrift("Aktiviteter")
        if not aaret.rader:
            yield avsnitt(BROEDTEKST, "Kalenderen har ingen publiserte aktiviteter i perioden.")
            return
        yield avsnitt(BROEDTEKST, f"{self.innhold.aktivitetene_i_ord}.")
        yield from aktivitetstabell(aaret)
