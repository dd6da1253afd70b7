"""Pure calendar arithmetic: days in, days out; no clock and no database."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

MAANEDSNAVN = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)

DAGER_TIL_FOERSTE_FS, LENGST_TIL_FOERSTE_FS = 14, 92
MANDAG, LOERDAG, SOENDAG = 0, 5, 6
JULI = 7

FASTE_HELLIGDAGER = {
    (1, 1): "Første nyttårsdag",
    (5, 1): "Arbeidernes dag",
    (5, 17): "Grunnlovsdag",
    (12, 25): "Første juledag",
    (12, 26): "Andre juledag",
}
# Days from Easter Sunday.
BEVEGELIGE_HELLIGDAGER = {
    -3: "Skjærtorsdag",
    -2: "Langfredag",
    0: "Første påskedag",
    1: "Andre påskedag",
    39: "Kristi himmelfartsdag",
    49: "Første pinsedag",
    50: "Andre pinsedag",
}


Dager = tuple[date, date]  # the first and the last day of something


@dataclass(frozen=True)
class Milepael:
    """A meeting or an election that other dates hang from: its days, and whether they are only an estimate."""

    foerste: date
    siste: date
    anslag: bool = False


@dataclass(frozen=True)
class Moeter:
    """The milestones of one year. None where a year has none of the kind: see `har_milepael`."""

    aarsmoete: Milepael
    foerste_fs: Milepael
    representantskap: Milepael
    valg: Milepael | None = None
    landsmoete: Milepael | None = None
    nominasjonsmoete: Milepael | None = None


def har_milepael(slag: str, aar: int) -> bool:
    """Whether the year has one of the kind, a name in `Moeter`, by the plan's own pattern: elections and the national
    congress belong to the election years, the county's nomination meeting to the year before."""
    if slag in ("valg", "landsmoete"):
        return er_valgaar(aar)
    return slag != "nominasjonsmoete" or not er_valgaar(aar)


def moeter_fra_dager(
    aar: int,
    aarsmoeter: Iterable[Dager] = (),
    fs_moeter: Iterable[Dager] = (),
    valg: Iterable[Dager] = (),
    landsmoeter: Iterable[Dager] = (),
    representantskap: Iterable[Dager] = (),
    nominasjonsmoeter: Iterable[Dager] = (),
) -> Moeter:
    """The milestones of the year `aar`, from the days that are known and estimates for those that are not.

    What is known may be of any year, in any order. Where one year has two of a kind, the last of them counts. The
    first board meeting is the first that begins on or after the annual meeting's last day, within the year, or three
    months where little is left of it: in some years the new board meets the same afternoon. Found from an estimated
    annual meeting, it is an estimate too. A nomination meeting before the lists are due, at the end of March of an
    election year, is the one of the year before.
    """

    def siste(kjente: Iterable[Dager], anslag: Dager) -> Milepael:
        i_aar = [dager for dager in kjente if dager[1].year == aar]
        return Milepael(*max(i_aar, key=lambda dager: dager[::-1])) if i_aar else Milepael(*anslag, anslag=True)

    def i_sine_aar(slag: str, kjente: Iterable[Dager], anslag: Dager) -> Milepael | None:
        return siste(kjente, anslag) if har_milepael(slag, aar) else None

    aarsmoete = siste(aarsmoeter, anslaa_aarsmoete(aar))
    return Moeter(
        aarsmoete,
        _foerste_fs(aarsmoete, fs_moeter),
        siste(representantskap, anslaa_representantskap(aar)),
        valg=i_sine_aar("valg", valg, (valgdag(aar), valgdag(aar))),
        landsmoete=i_sine_aar("landsmoete", landsmoeter, anslaa_landsmoete(aar)),
        nominasjonsmoete=_nominasjonsmoete(aar, nominasjonsmoeter),
    )


def _nominasjonsmoete(aar: int, kjente: Iterable[Dager]) -> Milepael | None:
    if not har_milepael("nominasjonsmoete", aar):
        return None
    til_valget = [dager for dager in kjente if date(aar, 1, 1) <= dager[1] <= date(aar + 1, 3, 31)]
    if til_valget:
        return Milepael(*max(til_valget, key=lambda dager: dager[::-1]))
    return Milepael(*anslaa_nominasjonsmoete(aar), anslag=True)


def _foerste_fs(aarsmoete: Milepael, fs_moeter: Iterable[Dager]) -> Milepael:
    dagen = aarsmoete.siste
    siste = max(date(dagen.year, 12, 31), dagen + timedelta(days=LENGST_TIL_FOERSTE_FS))
    kjent = min((dager for dager in fs_moeter if dagen <= dager[0] <= siste), default=None)
    if kjent:
        return Milepael(*kjent, anslag=aarsmoete.anslag)
    anslag = anslaa_foerste_fs(dagen)
    return Milepael(anslag, anslag, anslag=True)


def anslaa_aarsmoete(aar: int) -> Dager:
    """The last Saturday of February: when the annual meeting is held as long as no day is set."""
    siste_i_februar = date(aar, 3, 1) - timedelta(days=1)
    loerdag = siste_i_februar - timedelta(days=(siste_i_februar.weekday() - LOERDAG) % 7)
    return loerdag, loerdag


def anslaa_foerste_fs(aarsmoete: date) -> date:
    """Fourteen days after the annual meeting, known or estimated, as long as no board meeting is set."""
    return aarsmoete + timedelta(days=DAGER_TIL_FOERSTE_FS)


def anslaa_landsmoete(aar: int) -> Dager:
    """The national congress lasts from Friday to the third Sunday of March, as long as no days are set."""
    soendag = ukedag_nr(aar, 3, SOENDAG, 3)
    return soendag - timedelta(days=2), soendag


def anslaa_representantskap(aar: int) -> Dager:
    """The third Saturday of October, the month that the plan's pattern has, as long as no day is set."""
    loerdag = ukedag_nr(aar, 10, LOERDAG, 3)
    return loerdag, loerdag


def anslaa_nominasjonsmoete(aar: int) -> Dager:
    """The third Saturday of November, the month that the plan's pattern has, as long as no day is set."""
    loerdag = ukedag_nr(aar, 11, LOERDAG, 3)
    return loerdag, loerdag


def ukedag_nr(aar: int, maaned: int, ukedag: int, nr: int) -> date:
    """The month's weekday number `nr`: the second Monday, the third Saturday."""
    foerste = date(aar, maaned, 1)
    return foerste + timedelta(days=(ukedag - foerste.weekday()) % 7 + 7 * (nr - 1))


def i_sammenheng(dager: Iterable[date]) -> list[Dager]:
    """Single days as meetings: days in a row are one that lasts several."""
    moeter: list[Dager] = []
    for dag in sorted(set(dager)):
        if moeter and dag - moeter[-1][1] == timedelta(days=1):
            moeter[-1] = moeter[-1][0], dag
        else:
            moeter.append((dag, dag))
    return moeter


@dataclass(frozen=True)
class Uke:
    """One row of a month's grid: an ISO week, Monday first. Its days may belong to the month before or after."""

    nummer: int
    dager: tuple[date, ...]


def maanedens_uker(aar: int, maaned: int) -> list[Uke]:
    """The weeks that the month touches, each whole. 1 January 2027 stands in week 53 of 2026."""
    foerste, siste = maanedens_dager(aar, maaned)
    mandag, _ = ukens_dager(foerste)
    uker = []
    while mandag <= siste:
        uker.append(Uke(mandag.isocalendar().week, tuple(mandag + timedelta(days=n) for n in range(7))))
        mandag += timedelta(days=7)
    return uker


def maanedens_dager(aar: int, maaned: int) -> tuple[date, date]:
    """The first and the last day of the month."""
    return date(aar, maaned, 1), date(aar, maaned, monthrange(aar, maaned)[1])


def ukens_dager(dag: date) -> tuple[date, date]:
    """The Monday and the Sunday of the week that `dag` is in."""
    mandag = dag - timedelta(days=dag.weekday())
    return mandag, mandag + timedelta(days=6)


def maaneder_fra(dag: date, antall: int) -> date:
    """The first day of the month that lies `antall` months after that of `dag`; a negative number counts back."""
    aar, maaned = divmod(dag.year * 12 + dag.month - 1 + antall, 12)
    return date(aar, maaned + 1, 1)


def aaret_i_planlegging(dag: date) -> int:
    """The year that is being planned: this one until the summer, then the next, whose days the county council and the
    national board set in the autumn."""
    return dag.year + (dag.month >= JULI)


def er_valgaar(aar: int) -> bool:
    """Whether there is an election that year: the odd ones, national and local by turns. The others are mid-years."""
    return aar % 2 == 1


def er_stortingsvalgaar(aar: int) -> bool:
    """Whether parliament is elected that year: 2025, 2029."""
    return aar % 4 == 1


def er_lokalvalgaar(aar: int) -> bool:
    """Whether municipal and county councils are elected that year: 2027, 2031."""
    return aar % 4 == 3


def valgdag(aar: int) -> date:
    """The second Monday of September: election day by custom. The day is set anew each time, so it is a default."""
    return ukedag_nr(aar, 9, MANDAG, 2)


def helligdager(aar: int) -> dict[date, str]:
    """Norwegian public holidays of the year with their names. Two on one day are both named."""
    paaske = foerste_paaskedag(aar)
    dager = [(date(aar, maaned, dag), navn) for (maaned, dag), navn in FASTE_HELLIGDAGER.items()]
    dager += [(paaske + timedelta(days=antall), navn) for antall, navn in BEVEGELIGE_HELLIGDAGER.items()]
    navn_paa: dict[date, str] = {}
    for dagen, navn in sorted(dager, key=lambda par: par[0]):  # the fixed ones first
        navn_paa[dagen] = f"{navn_paa[dagen]} og {navn[0].lower()}{navn[1:]}" if dagen in navn_paa else navn
    return navn_paa


def foerste_paaskedag(aar: int) -> date:
    """Easter Sunday by the Gregorian calendar, by the arithmetic that Meeus gives (Astronomical Algorithms, ch. 8)."""
    a, (b, c) = aar % 19, divmod(aar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    maaned, dag = divmod(h + j - 7 * m + 114, 31)
    return date(aar, maaned, dag + 1)
