"""What the editing site never deletes: adopted text, and whatever somebody has reported on."""

import pytest
from django.urls import reverse

from tests.tiltak.conftest import lag_termin
from tiltak.models import (
    Avsnitt,
    Maal,
    Merknad,
    Plan,
    Status,
    Statusendring,
    Termin,
    Tiltak,
)

from .conftest import GRUNN, side, skjema


def test_nothing_of_an_adopted_plan_is_deleted(rediger, plan, maal, tiltak):
    avsnitt = Avsnitt.objects.create(maal=maal, nr=1, tekst="SV er tydelig.")
    data = skjema(rediger, maal) | {"avsnitt-0-DELETE": "on", "tiltak-0-DELETE": "on", "grunn": GRUNN}

    svar = [rediger.post(side(ting, "delete"), {"post": "yes"}).status_code for ting in (plan, maal, tiltak)]
    rediger.post(side(maal), data)

    assert svar == [403, 403, 403]
    assert (Plan.objects.count(), Avsnitt.objects.get(), Tiltak.objects.get()) == (1, avsnitt, tiltak)


def test_a_draft_that_somebody_has_reported_on_is_not_deleted(rediger, styremedlem, utkast, utkasttiltak):
    termin = lag_termin(utkasttiltak)
    termin.sett_status(Status.PAAGAAR, av=styremedlem, versjon=1)

    svar = [
        rediger.post(side(ting, "delete"), {"post": "yes"}).status_code
        for ting in (utkast, utkasttiltak.maal, utkasttiltak)
    ]
    rediger.post(side(utkasttiltak.maal), skjema(rediger, utkasttiltak.maal) | {"tiltak-0-DELETE": "on"})

    assert svar == [403, 403, 403]
    assert (Tiltak.objects.count(), Statusendring.objects.count()) == (1, 1)


def test_a_draft_is_deleted_whole(rediger, utkast, utkasttiltak):
    Maal.objects.create(plan=utkast, nr=2, nummer="1.1", overskrift="Under", forelder=utkasttiltak.maal)
    Merknad.objects.create(plan=utkast, hva="kode", tekst="Koden står to ganger")
    lag_termin(utkasttiltak)

    rediger.post(side(utkast, "delete"), {"post": "yes"})

    assert (Plan.objects.count(), Maal.objects.count(), Termin.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("modell", ["plan", "maal", "tiltak", "kapittel", "periodemaal", "merknad"])
def test_nothing_is_deleted_by_ticking_in_a_list(rediger, plan, modell):
    svar = rediger.get(reverse(f"admin:tiltak_{modell}_changelist"))

    assert "delete_selected" not in svar.content.decode()
