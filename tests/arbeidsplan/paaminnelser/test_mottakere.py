"""Who gets which reminder, and who none."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from arbeidsplan.models import Avmelding, Bruker, Utsending
from arbeidsplan.paaminnelser.mottakere import slag_for, som_skal_ut
from arbeidsplan.paaminnelser.takt import MAANEDSBREV, UKELISTE
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_termin, lag_tiltak


def hvem():
    return [(bruker, slag) for bruker, slag, _ in som_skal_ut(timezone.now())]


@pytest.mark.parametrize(
    ("rolle", "slag"),
    [
        ("redaktoer", []),
        ("styremedlem", [UKELISTE]),
        ("sekretaer", [UKELISTE, MAANEDSBREV]),
        ("administrator", [UKELISTE]),
    ],
)
def test_the_role_says_which_kinds_concern_somebody(request, rolle, slag):
    assert slag_for(request.getfixturevalue(rolle)) == slag


def test_who_follows_up_gets_a_list_and_the_secretary_a_letter(klokke, karis, styremedlem, sekretaer, administrator):
    assert hvem() == [(styremedlem, UKELISTE), (sekretaer, MAANEDSBREV)]


@pytest.mark.parametrize(
    "endring",
    [
        {"is_active": False},
        {"roller": {}},
        {"roller": {Rolle.REDAKTOER: None}},
        {"roller": {Rolle.STYREMEDLEM: "2026-11-22"}},
    ],
)
def test_whoever_may_not_set_a_status_today_gets_no_list(klokke, karis, styremedlem, endring):
    assert hvem() == [(styremedlem, UKELISTE)]
    Bruker.objects.filter(pk=styremedlem.pk).update(**endring)

    assert hvem() == []


def test_on_the_last_day_of_a_role_one_still_gets_what_belongs_to_it(klokke, karis, styremedlem):
    Bruker.objects.filter(pk=styremedlem.pk).update(roller={Rolle.STYREMEDLEM: "2026-11-23"})

    assert hvem() == [(styremedlem, UKELISTE)]


def test_whoever_has_said_no_to_one_kind_still_gets_the_other(klokke, karis, styremedlem, sekretaer):
    lag_termin(lag_tiltak(karis[0].tiltak.maal, "1.1x", foelges_opp_av=sekretaer))
    assert hvem() == [(styremedlem, UKELISTE), (sekretaer, UKELISTE), (sekretaer, MAANEDSBREV)]
    Avmelding.objects.slaa_av(sekretaer.pk, UKELISTE)
    Avmelding.objects.slaa_av(styremedlem.pk, MAANEDSBREV)

    assert hvem() == [(styremedlem, UKELISTE), (sekretaer, MAANEDSBREV)]


def test_whoever_has_got_theirs_is_left_out_until_the_next_week(klokke, karis, styremedlem):
    Utsending.ta(styremedlem, UKELISTE, klokke.naa).ble_sendt(klokke.naa)
    assert hvem() == []

    klokke.gaa(days=7)

    assert hvem() == [(styremedlem, UKELISTE)]


def test_the_question_costs_as_much_for_many_as_for_one(
    klokke, karis, styremedlem, sekretaer, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(13) as for_to:
        assert len(hvem()) == 2
    for nr in range(5):
        en = Bruker.objects.create_user(f"{nr}@example.org", roller={Rolle.SEKRETAER: None})
        lag_termin(lag_tiltak(karis[0].tiltak.maal, f"1.1-{nr}", foelges_opp_av=en))
        Utsending.ta(en, UKELISTE, klokke.naa - timedelta(days=14)).ble_sendt(klokke.naa - timedelta(days=14))

    with django_assert_num_queries(len(for_to)):
        assert len(hvem()) == 12
    assert timezone.localdate() == date(2026, 11, 23)
