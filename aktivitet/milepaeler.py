"""The meetings of a year that the plan's dates hang from: as the calendar has them, or estimated."""

from collections.abc import Callable
from datetime import date
from functools import cache

from .kalender import Dager
from .models import Aktivitet, Aktivitetstype
from .moeter import Milepael, Moeter, moeter_fra_dager

# The types that deadlines hang from, and what `moeter_fra_dager` calls them. The same as `MOETETYPER`.
MOETESLAG = {
    Aktivitetstype.AARSMOETE: "aarsmoeter",
    Aktivitetstype.FYLKESSTYREMOETE: "fs_moeter",
    Aktivitetstype.VALG: "valg",
    Aktivitetstype.LANDSMOETE: "landsmoeter",
    Aktivitetstype.REPRESENTANTSKAP: "representantskap",
    Aktivitetstype.NOMINASJON: "nominasjonsmoeter",
}

# How each of `Moeter` is spoken of.
MOETENAVN = {
    "aarsmoete": "Årsmøtet",
    "foerste_fs": "Første fylkesstyremøte etter årsmøtet",
    "representantskap": "Representantskapet",
    "valg": "Valget",
    "landsmoete": "Landsmøtet",
    "nominasjonsmoete": "Nominasjonsmøtet",
}


def anslaatte_moeter(foerste: date, siste: date) -> list[tuple[str, Milepael]]:
    """Give the meetings from `foerste` to `siste` that the calendar has no day for, by name, the soonest first."""
    moeter = moeter_i_kalenderen()
    milepaeler = [
        (navn, getattr(moeter(aar), slag))
        for aar in range(foerste.year, siste.year + 1)
        for slag, navn in MOETENAVN.items()
    ]
    anslaatte = [(navn, en) for navn, en in milepaeler if en and en.anslag and foerste <= en.siste <= siste]
    return sorted(anslaatte, key=lambda par: par[1].foerste)


def aarsmoetene_rundt(dag: date) -> tuple[Milepael, Milepael]:
    """Give the last annual meeting and the next, as the calendar has them or estimated. One that is held on the day is
    not the next: whoever is elected there sits until the one after."""
    moeter = moeter_i_kalenderen()
    i_fjor, i_aar, neste_aar = (moeter(aar).aarsmoete for aar in range(dag.year - 1, dag.year + 2))
    return (i_aar, neste_aar) if i_aar.siste <= dag else (i_fjor, i_aar)


def neste_aarsmoete(dag: date) -> Milepael:
    """Give the next annual meeting after the day."""
    return aarsmoetene_rundt(dag)[1]


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
