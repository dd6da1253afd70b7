"""Pure: the days of the meetings and the elections that other dates hang from, known or estimated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .kalender import LOERDAG, SOENDAG, Dager, er_valgaar, ukedag_nr, valgdag

DAGER_TIL_FOERSTE_FS, LENGST_TIL_FOERSTE_FS = 14, 92


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


def i_sammenheng(dager: Iterable[date]) -> list[Dager]:
    """Single days as meetings: days in a row are one that lasts several."""
    moeter: list[Dager] = []
    for dag in sorted(set(dager)):
        if moeter and dag - moeter[-1][1] == timedelta(days=1):
            moeter[-1] = moeter[-1][0], dag
        else:
            moeter.append((dag, dag))
    return moeter
