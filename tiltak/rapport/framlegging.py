"""Lays a report before the annual meeting: what it says is read and frozen in one go, and nothing comes between."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from ..models import Rapport, Rapportutgave
from .frys import frys
from .visning import utkastet

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


class IngentingAaLeggeFram(Exception):
    """No adopted plan has a day in the report's period, or nothing was due, done or in the calendar in it."""


@transaction.atomic
def legg_fram(rapport: Rapport, dag: date, *, av: "Bruker | None", versjon: int, i_dag: date) -> Rapportutgave:
    """Lay it before the meeting on the board's decision of `dag`, with what it says now. `i_dag` is as for
    `rapportinnhold`.

    Raises IngentingAaLeggeFram when there is nothing to tell of, FeilTilstand and EndretAvAndre as the report does.
    """
    # Held first and read after: from here on, nobody writes in it.
    naa = Rapport.objects.laast().get(pk=rapport.pk) if rapport.pk else rapport
    innhold = utkastet(naa, i_dag).innhold
    if innhold is None or innhold.er_tomt:
        raise IngentingAaLeggeFram
    return rapport.legg_fram(frys(innhold), dag, av=av, versjon=versjon)
