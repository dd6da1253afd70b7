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


def moeter_i_kalenderen(i_stedet: Aktivitet | None = None) -> Callable[[int], Moeter]:
    """Read the county branch's meetings in one query, and give a function from a year to its meetings.

    Counted are those of `AktivitetQuerySet.moeter_som_teller`. With `i_stedet` the answer is what it would be once
    that activity was saved as it stands, new or changed: its stored row is left out, and its own values count if such
    a meeting does. Nothing is saved. Its organiser is asked of the database unless it is read already.
    """
    rader = Aktivitet.objects.moeter_som_teller()
    if i_stedet is not None and i_stedet.pk is not None:
        rader = rader.exclude(pk=i_stedet.pk)
    kjente: dict[str, list[Dager]] = {slag: [] for slag in MOETESLAG.values()}
    for type_, foerste, siste in rader.values_list("type", "foerste_dag", "siste_dag"):
        kjente[MOETESLAG[Aktivitetstype(type_)]].append((foerste, siste))
    if i_stedet is not None and _vil_telle(i_stedet):
        kjente[MOETESLAG[Aktivitetstype(i_stedet.type)]].append((i_stedet.foerste_dag, i_stedet.siste_dag))

    @cache
    def moeter(aar: int) -> Moeter:
        return moeter_fra_dager(aar, **kjente)

    return moeter


def _vil_telle(aktivitet: Aktivitet) -> bool:
    """The same answer as `AktivitetQuerySet.moeter_som_teller`, for one that is not saved."""
    publisert_og_holdes = not aktivitet.er_utkast and not aktivitet.avlyst
    return publisert_og_holdes and aktivitet.dag_er_kjent and aktivitet.er_fylkeslagets_moete
