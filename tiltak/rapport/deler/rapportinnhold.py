"""All that an annual report says, put together of its parts."""

from dataclasses import dataclass
from datetime import date, datetime

from aktivitet.hjul.aaret import Aaret
from aktivitet.tid import dag_i_ord, periode_i_ord

from ...figurer import Figurer
from ...i_ord import antall_frister, dagene_i_ord
from ..tekst import Tekstblokk
from .perioden import Periodedel, Periodefigurer, i_dagene
from .tiltak import Maaldel, Sak


@dataclass(frozen=True)
class Rapportinnhold:
    """All that an annual report says."""

    tittel: str
    organisasjon: str
    aar: int
    fra: date
    til: date
    moetedag: date | None
    moetested: str
    innledning: tuple[Tekstblokk, ...]
    plan: str
    antall_tiltak: int
    figurer: Figurer
    maal: tuple[Maaldel, ...]
    ikke_gjort: tuple[Sak, ...]  # not done, put off, dropped: in that order
    gjort_senere: tuple[Sak, ...]  # done in the period, but due before it
    venter: tuple[Sak, ...]  # not yet judged: one for each measure
    aktivitetene: Aaret  # the calendar's, as the wheel and its table show them
    antall_avholdt: int
    er_foreloepig: bool  # the period is not over
    oppdatert: datetime | None  # when anything in it was last changed
    avslutning: tuple[Tekstblokk, ...] = ()
    aaret_foer: Periodefigurer | None = None  # None where the year before has nothing to set it against
    glidd: tuple[Sak, ...] = ()  # due before the period, not done when it began, and not done in it either
    perioden: Periodedel | None = None
    planens_dager: tuple[date, ...] = ()  # the plan's first and last day, where the report has days outside them

    @property
    def utenfor_planen(self) -> str:
        """Say which days the plan has, and that other plans' measures are not told of; empty where it has them all."""
        if not self.planens_dager:
            return ""
        return f"Planen gjelder {periode_i_ord(*self.planens_dager)}. Tiltak i andre planer er ikke med her."

    @property
    def periode(self) -> str:
        """Say the days it is about: "1. januar–31. desember 2025"."""
        return periode_i_ord(self.fra, self.til)

    @property
    def i_dem(self) -> str:
        """Say in which days: "i 2025", "i perioden 1. mars 2025–28. februar 2026"."""
        return i_dagene(dagene_i_ord(self.fra, self.til))

    @property
    def kort_navn(self) -> str:
        """What its days are called where there is little room: "2025" for a whole year."""
        navn = dagene_i_ord(self.fra, self.til)
        return navn if navn.isdigit() else "Denne perioden"

    @property
    def moete(self) -> str:
        """Say when and where it is laid before the annual meeting, as far as that is known."""
        dag = dag_i_ord(self.moetedag) if self.moetedag else ""
        return ", ".join(filter(None, [dag, self.moetested]))

    @property
    def antall_tiltak_med_frist(self) -> int:
        return sum(tiltak.har_frist for maal in self.maal for tiltak in maal.tiltak)

    @property
    def maal_med_tiltak(self) -> tuple[Maaldel, ...]:
        """The goals that have measures of their own, and so figures."""
        return tuple(maal for maal in self.maal if maal.tiltak)

    @property
    def aktivitetene_i_ord(self) -> str:
        """Say how many activities there were: "14 i kalenderen, 12 avholdt og 1 avlyst"."""
        aaret = self.aktivitetene
        avlyst = f" og {aaret.antall_avlyst} avlyst" if aaret.antall_avlyst else ""
        return f"{len(aaret.rader)} i kalenderen, {self.antall_avholdt} avholdt{avlyst}"

    @property
    def tabelltekst(self) -> str:
        """Say what the table of activities has to do with the wheel, where there is one."""
        return "De samme aktivitetene som i hjulet" if self.aktivitetene.kan_tegnes else "Måned for måned"

    @property
    def er_tomt(self) -> bool:
        """Whether there is nothing to report: nothing due, nothing come over from before, nothing in the calendar, and
        nothing written."""
        skrevet = self.innledning or self.avslutning or any(maal.tekst for maal in self.maal)
        return not (self.figurer.frist or self.gjort_senere or self.glidd or self.aktivitetene.rader or skrevet)

    @property
    def mangler(self) -> tuple[str, ...]:
        """Say in short what the secretary has yet to see to before the report is whole; `rapport.mangler` lists all of
        it, due date by due date, where it is settled."""
        uvurdert = self.figurer.mangler_vurdering
        anslag = sum(bool(linje.anslag) for maal in self.maal for ett in maal.tiltak for linje in ett.alle)
        return tuple(
            tekst
            for mangler, tekst in (
                (not self.innledning, "Innledningen er ikke skrevet."),
                (not (self.moetedag and self.moetested), "Årsmøtets dag og sted er ikke satt."),
                (uvurdert, f"{antall_frister(uvurdert)} mangler vurdering."),
                (anslag, f"{antall_frister(anslag)} hviler på et anslag: sett dagen i kalenderen."),
            )
            if mangler
        )
