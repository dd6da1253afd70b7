"""The parts that an annual report is made of: plain values that the page and every kind of file render."""

from dataclasses import dataclass, field
from datetime import date, datetime

from aktivitet.hjul.aaret import Aaret
from aktivitet.tid import dag_i_ord, periode_i_ord

from ..figurer import Figurer
from ..i_ord import antall_frister, dagene_i_ord
from ..models.termin import Stilling
from .tekst import Tekstblokk


def er_lang(*tekster: str) -> bool:
    """Whether texts below each other in a column of a table take more than a third of a page: such a row may be split
    between two pages, where others are kept together."""
    return sum(1 + len(linje) // 40 for tekst in tekster for linje in tekst.split("\n")) > 16


def _i_dagene(navn: str) -> str:
    return f"i {navn}" if navn.isdigit() else f"i perioden {navn}"


@dataclass(frozen=True)
class Linje:
    """How a measure stands at one of its due dates, or at several where it stands alike."""

    etikett: str
    stilling: str
    utfoert: date | None = None
    etter_siste_dag: bool = False  # done after the report's last day: told, since it is counted all the same
    utsatt_til: date | None = None
    merknad: str = ""
    anslag: date | None = None  # the due day, where it rests on a meeting that has no day yet
    satt: date | None = None  # the day its status was set, where that is after the report's last day
    frist: date | None = None  # the due day

    @property
    def status(self) -> str:
        """The stilling as a word; one that is no longer in use is its own word, in what was frozen while it was."""
        return str(Stilling(self.stilling).label) if self.stilling in Stilling.values else self.stilling

    @property
    def dag(self) -> str:
        """Say when it was done, to when it was put off, and when that was decided; empty where none is to be told."""
        deler = []
        if self.utsatt_til:
            deler.append(f"til {dag_i_ord(self.utsatt_til)}")
        if self.utfoert:
            deler.append(dag_i_ord(self.utfoert))
        if self.etter_siste_dag:
            deler.append("etter beretningens siste dag")
        if self.satt:
            deler.append(f"satt {dag_i_ord(self.satt)}")
        return ", ".join(deler)

    @property
    def naar(self) -> str:
        """Say which due date it is; a day that is only estimated says so."""
        return f"{self.etikett} (frist {dag_i_ord(self.anslag)}, anslag)" if self.anslag else self.etikett


@dataclass(frozen=True)
class Tiltaksdel:
    """One measure as the plan has it, and how it stands at its due dates in the period.

    sammendrag: stands in place of a line for each where there are many; the lines are then those that differ.
    alle: a line for each of its due dates, for those who count themselves.
    """

    kode: str
    tekst: str
    gjennomfoering: str
    ansvarlig: str
    sammendrag: str = ""
    linjer: tuple[Linje, ...] = ()
    alle: tuple[Linje, ...] = ()

    @property
    def har_frist(self) -> bool:
        return bool(self.sammendrag or self.linjer)

    @property
    def er_lang(self) -> bool:
        return er_lang(self.tekst) or er_lang(*(f"\n{linje.merknad}" for linje in self.linjer))


@dataclass(frozen=True)
class Maaldel:
    """One goal with its own measures. Goals under it are parts of their own, after it in the plan's order."""

    nummer: str
    overskrift: str
    motto: str
    nivaa: int  # 1, 2, 3, and never two more than the goal before: headings skip no level
    anker: str
    figurer: Figurer
    tiltak: tuple[Tiltaksdel, ...]
    tekst: tuple[Tekstblokk, ...] = ()  # what the secretary says of it

    @property
    def navn(self) -> str:
        return f"{self.nummer} {self.overskrift}"

    @property
    def overskriftsnivaa(self) -> int:
        """The level of its heading: under the report's title and the chapter's."""
        return min(self.nivaa + 2, 6)


@dataclass(frozen=True)
class Sak:
    """One measure told apart from its goal, with one line."""

    kode: str
    tekst: str
    linje: Linje

    @property
    def er_lang(self) -> bool:
        return er_lang(self.tekst) or er_lang(self.linje.merknad)


@dataclass(frozen=True)
class Periodefigurer:
    """The figures of some days with a name, "2024" or "1. januar–28. februar 2026".

    lagt_fram: they are those that an annual meeting was given, whatever has been reported since.
    """

    navn: str
    figurer: Figurer
    lagt_fram: bool = False

    @property
    def er_et_aar(self) -> bool:
        """Whether the days are a whole year, whose name stands anywhere: "2024"."""
        return self.navn.isdigit()

    @property
    def i_dem(self) -> str:
        """Say in which days: "i 2024", "i perioden 1. mars 2024–28. februar 2025"."""
        return _i_dagene(self.navn)

    @property
    def kort_navn(self) -> str:
        """What the year before is called where there is little room, below or beside its days: "2024"."""
        return self.navn if self.er_et_aar else "Forrige periode"

    @property
    def i_kort(self) -> str:
        """The same after a number: "i 2024", "i forrige periode"."""
        return f"i {self.kort_navn.lower()}"


@dataclass(frozen=True)
class Periodemaaldel:
    """One of the plan's goals for the whole period, and how far it has come in words; empty where it has no target."""

    tekst: str
    stand: str


@dataclass(frozen=True)
class Periodedel:
    """The plan's period up to the report's last day: each year of it, all of them together, and its goals."""

    navn: str  # "2025–2028"
    aarene: tuple[Periodefigurer, ...] = ()
    samlet: Figurer = field(default_factory=lambda: Figurer.av({}))
    maal: tuple[Periodemaaldel, ...] = ()


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
        return _i_dagene(dagene_i_ord(self.fra, self.til))

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
