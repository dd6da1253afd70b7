"""Adopting a plan in the editing site, and finding what one looks for."""

from datetime import date

import pytest
from django.urls import reverse

from tests.tiltak.conftest import lag_tiltak
from tiltak.avklaring.telling import venter_paa_sekretaeren
from tiltak.models import (
    Maal,
    Merknad,
    Ordlydsendring,
    Plan,
)

from .conftest import GRUNN, feil, side, skjema


def test_the_action_adopts_the_plan_after_asking_for_the_day(rediger, plan, utkast):
    liste = reverse("admin:tiltak_plan_changelist")

    videre = rediger.post(liste, {"action": "bekreft", "_selected_action": [utkast.pk]})
    spoer = rediger.get(videre.headers["Location"]).content.decode()
    rediger.post(videre.headers["Location"], {"dag": "31.01.2026"})

    plan.refresh_from_db()
    utkast.refresh_from_db()
    assert "«Arbeidsplan 2025-2028» gjelder nå, og blir avløst." in spoer
    assert (utkast.status, utkast.vedtatt_dag, plan.status) == ("vedtatt", date(2026, 1, 31), "avloest")


def test_two_plans_are_not_adopted_at_once(rediger, plan, utkast):
    svar = rediger.post(
        reverse("admin:tiltak_plan_changelist"),
        {"action": "bekreft", "_selected_action": [utkast.pk, plan.pk]},
        follow=True,
    )

    assert [str(m) for m in svar.context["messages"]] == ["Velg én plan om gangen."]


def test_an_impossible_day_adopts_nothing(rediger, utkast):
    rediger.post(reverse("admin:tiltak_plan_bekreft", args=[utkast.pk]), {"dag": "9999-01-01"})

    utkast.refresh_from_db()
    assert utkast.status == "utkast"


def test_search_knows_norwegian_letters_in_any_case(rediger, maal):
    tiltak = lag_tiltak(maal, "1.1a", "Forberede ÅRSMØTET")
    lag_tiltak(maal, "1.1b", "Noe annet")

    svar = rediger.get(reverse("admin:tiltak_tiltak_changelist"), {"q": "årsmøtet FORBEREDE"})

    assert list(svar.context["cl"].queryset) == [tiltak]


def test_the_measures_stand_in_the_plans_order(rediger, plan):
    maal = [Maal.objects.create(plan=plan, nr=nr, nummer=str(nr), overskrift="Mål") for nr in (1, 2, 10)]
    koder = [lag_tiltak(ett, f"{ett.nummer}{bokstav}").kode for ett in maal for bokstav in "ab"]

    svar = rediger.get(reverse("admin:tiltak_tiltak_changelist"))

    assert [tiltak.kode for tiltak in svar.context["cl"].result_list] == koder


def test_remarks_are_settled_from_the_list(rediger, plan):
    merknad = Merknad.objects.create(plan=plan, linje=301, hva="kode", tekst="Koden 2.3d står to ganger")

    rediger.post(
        reverse("admin:tiltak_merknad_changelist"),
        {"action": "merk_som_avklart", "_selected_action": [merknad.pk]},
    )

    merknad.refresh_from_db()
    assert merknad.avklart


def test_the_log_of_adopted_wording_is_read_only_even_for_the_administrator(client, administrator, plan):
    linje = Ordlydsendring.objects.create(plan=plan, hva="Tiltak 1a", felt="ordlyd", foer="a", etter="b", grunn="c")
    client.force_login(administrator)

    svar = [
        client.get(side(linje)).status_code,
        client.post(side(linje), {"etter": "x"}).status_code,
        client.post(side(linje, "delete"), {"post": "yes"}).status_code,
        client.get(reverse("admin:tiltak_ordlydsendring_add")).status_code,
    ]

    linje.refresh_from_db()
    assert (svar, linje.etter) == ([200, 403, 403, 403], "b")


def test_a_measure_that_somebody_took_on_meanwhile_is_not_taken_from_them(rediger, tiltak, styremedlem):
    aapnet = skjema(rediger, tiltak) | {"tekst": "Revidere strategien", "grunn": GRUNN}
    tiltak.foelg_opp(styremedlem, fra=None)

    svar = rediger.post(side(tiltak), aapnet)

    tiltak.refresh_from_db()
    assert (tiltak.foelges_opp_av, tiltak.tekst) == (styremedlem, "Revidere kommunikasjonsstrategi")
    assert feil(svar)["foelges_opp_av"] == ["Lagret nå: «Kari Styremedlem»"]


@pytest.mark.parametrize(("status", "antall"), [(Plan.Status.VEDTATT, 1), (Plan.Status.AVLOEST, 0)])
def test_the_list_of_what_waits_has_as_many_as_the_front_page_says(rediger, tiltak, status, antall):
    Plan.objects.update(status=status)

    liste = rediger.get(reverse("admin:tiltak_tiltak_changelist"), {"trenger": "ikke_forstaatt"})

    assert liste.context["cl"].result_count == _venter("ikke_forstaatt") == antall


@pytest.mark.parametrize(("status", "antall"), [(Plan.Status.VEDTATT, 1), (Plan.Status.AVLOEST, 0)])
def test_the_list_of_remarks_has_as_many_as_the_front_page_says(rediger, plan, status, antall):
    for avklart in (True, False):
        Merknad.objects.create(plan=plan, linje=301, hva="kode", tekst="Koden står to ganger", avklart=avklart)
    Plan.objects.update(status=status)
    lenke = f"{reverse('admin:tiltak_merknad_changelist')}?trenger=avklaring"

    liste = rediger.get(lenke)

    assert liste.context["cl"].result_count == _venter("merknader") == antall


def _venter(gruppe):
    return sum(venter.antall[gruppe] for venter in venter_paa_sekretaeren())
