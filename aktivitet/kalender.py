"""Pure calendar arithmetic: days in, days out; no clock and no database."""

from calendar import monthrange
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


def ukedag_nr(aar: int, maaned: int, ukedag: int, nr: int) -> date:
    """The month's weekday number `nr`: the second Monday, the third Saturday."""
    foerste = date(aar, maaned, 1)
    return foerste + timedelta(days=(ukedag - foerste.weekday()) % 7 + 7 * (nr - 1))


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
