"""Lays a report before the annual meeting: what it says is read and frozen in one go, and nothing comes between."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from aktivitet.models import EndretAvAndre

from ..models import Rapport, Rapportutgave
from .frys import frys
from .visning import utkastet

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


LESNINGER = 6  # at most, until two of them say the same


class IngentingAaLeggeFram(Exception):
    """No adopted plan has a day in the report's period, or nothing was due, done or in the calendar in it."""


@transaction.atomic
def legg_fram(rapport: Rapport, dag: date, *, av: "Bruker | None", versjon: int, i_dag: date) -> Rapportutgave:
    """Lay it before the meeting on the board's decision of `dag`, with what it says now. `i_dag` is as for
    `rapportinnhold`.

    Raises IngentingAaLeggeFram when there is nothing to tell of, FeilTilstand and EndretAvAndre as the report does,
    and EndretAvAndre too when what it tells of never stands still.
    """
    # Held first and read after: from here on, nobody writes in it.
    naa = Rapport.objects.laast().get(pk=rapport.pk) if rapport.pk else rapport
    return rapport.legg_fram(_les_i_ro(naa, i_dag), dag, av=av, versjon=versjon)


def _les_i_ro(rapport: Rapport, i_dag: date) -> str:
    """Give what the report says, frozen, when two readings of it say the same. The board may go on reporting, and
    PostgreSQL answers each question with what is saved by then: a status that is set between two of them would stand
    in one figure and not in another, for good.

    Raises EndretAvAndre when it changes all the time, IngentingAaLeggeFram when there is nothing to tell of.
    """
    foer = ""
    for _ in range(LESNINGER):
        innhold = utkastet(rapport, i_dag).innhold
        if innhold is None or innhold.er_tomt:
            raise IngentingAaLeggeFram
        lest = frys(innhold)
        if lest == foer:
            return lest
        foer = lest
    raise EndretAvAndre(rapport)
