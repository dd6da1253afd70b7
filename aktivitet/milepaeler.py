"""The meetings of a year that the plan's dates hang from: as the calendar has them, or estimated."""

from collections.abc import Callable
from functools import cache

from .kalender import Dager, Moeter, moeter_fra_dager
from .models import Aktivitet, Aktivitetstype

# The types that deadlines hang from, and what `moeter_fra_dager` calls them. The same as `MOETETYPER`.
MOETESLAG = {
    Aktivitetstype.AARSMOETE: "aarsmoeter",
    Aktivitetstype.FYLKESSTYREMOETE: "fs_moeter",
    Aktivitetstype.VALG: "valg",
    Aktivitetstype.LANDSMOETE: "landsmoeter",
    Aktivitetstype.REPRESENTANTSKAP: "representantskap",
    Aktivitetstype.NOMINASJON: "nominasjonsmoeter",
}


def moeter_i_kalenderen() -> Callable[[int], Moeter]:
    """Read the county branch's meetings that count in one query, and give a function from a year to its meetings."""
    kjente: dict[str, list[Dager]] = {slag: [] for slag in MOETESLAG.values()}
    rader = Aktivitet.objects.moeter_som_teller().values_list("type", "foerste_dag", "siste_dag")
    for type_, foerste, siste in rader:
        kjente[MOETESLAG[Aktivitetstype(type_)]].append((foerste, siste))

    @cache
    def moeter(aar: int) -> Moeter:
        return moeter_fra_dager(aar, **kjente)

    return moeter
