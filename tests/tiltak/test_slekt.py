"""What a measure came from and what became of it."""

import pytest

from tests.tiltak.conftest import lag_termin, lag_tiltak
from tiltak.models import Status
from tiltak.redigering.strykning import ta_ut
from tiltak.slekt import slektninger, vedtaket_bak

from .redigering.conftest import AARSMOETET, beslutning

__all__ = ["beslutning"]  # a fixture


def som_tekst(tiltak):
    return [
        (ett.tiltak.kode, ett.delt_fra, [termin.noekkel for termin in ett.terminer]) for ett in slektninger(tiltak)
    ]


def test_it_is_found_however_many_steps_back(maal, styremedlem):
    opphav = lag_tiltak(maal, "a")
    delt = lag_tiltak(maal, "b", delt_fra=opphav)
    inn = lag_tiltak(maal, "c", utgaatt=AARSMOETET, gaatt_inn_i=delt)
    lenger_inn = lag_tiltak(maal, "d", utgaatt=AARSMOETET, gaatt_inn_i=inn)
    lag_tiltak(maal, "e", delt_fra=delt)
    for tiltak in (opphav, lenger_inn):
        lag_termin(tiltak, "2025").sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1)
        lag_termin(tiltak, "2026")

    assert som_tekst(delt) == [("a", True, ["2025"]), ("c", False, []), ("d", False, ["2025"])]
    assert som_tekst(opphav) == []


def test_a_ring_ends(maal):
    en = lag_tiltak(maal, "a")
    to = lag_tiltak(maal, "b", delt_fra=en, utgaatt=AARSMOETET, gaatt_inn_i=en)

    assert (som_tekst(en), som_tekst(to)) == ([("b", False, [])], [("a", True, [])])


@pytest.mark.parametrize("antall", [1, 3])
def test_it_costs_two_queries_for_any_number(maal, antall, django_assert_num_queries):
    tiltak = lag_tiltak(maal, "a")
    for nr in range(antall):
        lag_tiltak(maal, f"b{nr}", utgaatt=AARSMOETET, gaatt_inn_i=tiltak)

    with django_assert_num_queries(2):
        assert len(slektninger(tiltak)) == antall


def test_the_decision_behind_is_the_one_that_took_it_out(tiltak, beslutning):
    foer = vedtaket_bak(tiltak)

    ta_ut(tiltak, beslutning, tiltak.versjon)
    tiltak.refresh_from_db()

    assert foer is None
    assert vedtaket_bak(tiltak).grunn == "Vedtak i sak 7"
