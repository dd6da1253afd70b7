"""Pure calendar arithmetic: days in, days out; no clock and no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAGER_TIL_FOERSTE_FS = 14
LOERDAG = 5


@dataclass(frozen=True)
class Moeter:
    """The two meetings of one year that other dates hang from, and whether each is only an estimate."""

    aarsmoete: date
    foerste_fs: date
    aarsmoete_anslag: bool = False
    foerste_fs_anslag: bool = False


def moeter_fra_dager(aar: int, aarsmoeter: Iterable[date], fs_moeter: Iterable[date]) -> Moeter:
    """The meetings of the year `aar`, from the days that are known and estimates for those that are not.

    `aarsmoeter` and `fs_moeter` are days of any year, in any order. The annual meeting is the last of its days in the
    year, since it may last several. The first board meeting is the first on or after it within the year: in some
    years the new board meets the same afternoon. Found from an estimated annual meeting, it is an estimate too.
    """
    aarsmoete = max((dag for dag in aarsmoeter if dag.year == aar), default=None)
    aarsmoete_anslag = aarsmoete is None
    if aarsmoete is None:
        aarsmoete = anslaa_aarsmoete(aar)
    foerste_fs = min((dag for dag in fs_moeter if dag.year == aar and dag >= aarsmoete), default=None)
    foerste_fs_anslag = aarsmoete_anslag or foerste_fs is None
    if foerste_fs is None:
        foerste_fs = anslaa_foerste_fs(aarsmoete)
    return Moeter(aarsmoete, foerste_fs, aarsmoete_anslag, foerste_fs_anslag)


def anslaa_aarsmoete(aar: int) -> date:
    """The last Saturday of February: when the annual meeting is held as long as no day is set."""
    siste_i_februar = date(aar, 3, 1) - timedelta(days=1)
    return siste_i_februar - timedelta(days=(siste_i_februar.weekday() - LOERDAG) % 7)


def anslaa_foerste_fs(aarsmoete: date) -> date:
    """Fourteen days after the annual meeting, known or estimated, as long as no board meeting is set."""
    return aarsmoete + timedelta(days=DAGER_TIL_FOERSTE_FS)
