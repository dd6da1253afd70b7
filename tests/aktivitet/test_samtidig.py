"""One act that saves several activities holds them all before the first: else it and somebody who saves one of them
may each wait for the other, and the database lets one of the two fail."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from aktivitet.knappetrykk import merket
from aktivitet.moeteplan.vedtak import Vedtak
from aktivitet.publisering import publiser_alle
from aktivitet.serie.akter import avlys_resten, endre_resten, gjoer_ferdig_resten

ENDRET = ({"tittel": "Annet møte"}, (None, None))

HANDLINGENE = {
    "avlys resten": lambda alle, av: avlys_resten(alle, merket(alle)),
    "endre resten": lambda alle, av: endre_resten(alle, alle[0], *ENDRET, merket(alle)),
    "gjør ferdig resten": lambda alle, av: gjoer_ferdig_resten(alle, av=av, sett=merket(alle)),
    "publiser alle": lambda alle, av: publiser_alle([(en.pk, 1) for en in alle]),
    "vedta": lambda alle, av: Vedtak(alle).publiser(),
}


@pytest.mark.parametrize("handling", HANDLINGENE)
def test_all_are_held_before_the_first_is_saved(lag_aktivitet, sekretaer, handling):
    publisert = {} if handling == "avlys resten" else {"publisert": None}
    alle = [lag_aktivitet("Møte", date(2099, 5, dag), serie=UUID(int=7), **publisert) for dag in (5, 12)]

    with transaction.atomic(), CaptureQueriesContext(connection) as spurt:
        HANDLINGENE[handling](alle, sekretaer)

    sql = [spoersmaal["sql"] for spoersmaal in spurt.captured_queries]
    foerste_lagring = next(nr for nr, ett in enumerate(sql) if ett.startswith("UPDATE"))
    holdt = [ett for ett in sql[:foerste_lagring] if ett.startswith('SELECT "aktivitet_aktivitet"."id" AS "pk" FROM')]
    assert [all(str(en.pk) in ett.split("WHERE")[1] for en in alle) for ett in holdt] == [True]
    assert ("FOR UPDATE" in holdt[0]) == connection.features.has_select_for_update
