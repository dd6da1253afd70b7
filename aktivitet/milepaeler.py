"""The meetings of a year that the plan's dates hang from: as the calendar has them, or estimated."""

from collections.abc import Callable

from .kalender import Moeter, moeter_fra_dager
from .models import Aktivitet, Aktivitetstype


def moeter_i_kalenderen() -> Callable[[int], Moeter]:
    """Read the county branch's meetings in one query, and give a function from a year to its meetings.

    Counted are those of `AktivitetQuerySet.moeter_som_teller`. A meeting that lasts several days is over on its last.
    """
    rader = list(Aktivitet.objects.moeter_som_teller().values_list("type", "foerste_dag", "siste_dag"))
    aarsmoeter = [siste for type_, _, siste in rader if type_ == Aktivitetstype.AARSMOETE]
    styremoeter = [foerste for type_, foerste, _ in rader if type_ == Aktivitetstype.FYLKESSTYREMOETE]
    return lambda aar: moeter_fra_dager(aar, aarsmoeter, styremoeter)
