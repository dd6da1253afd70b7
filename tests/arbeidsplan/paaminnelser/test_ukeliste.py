"""The weekly list: who gets one, and what is on it."""

from datetime import date

import pytest

from arbeidsplan.epost.brev import Brev, Del, Punkt
from arbeidsplan.models import Bruker
from arbeidsplan.paaminnelser.ukeliste import HVORFOR, ukelister
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.models import Maal, Plan, Status

I_DAG = date(2026, 11, 23)


def test_the_list_has_what_waits_for_this_person_by_kind(karis, styremedlem):
    sen, kommer, loepende = (termin.get_absolute_url() for termin in karis)

    assert list(ukelister([styremedlem], I_DAG)) == [
        (
            styremedlem,
            Brev(
                emne="Arbeidsplanen: 1 forfalt, 1 med frist snart, 1 løpende å se på",
                innledning="Dette venter på deg i Arbeidsplan 2025-2028. Sett status, så er det ute av listen.",
                deler=(
                    Del(
                        "Forfalt (1)",
                        punkter=(
                            Punkt(
                                "1.1a, 1. halvår 2026",
                                sen,
                                "Revidere kommunikasjonsstrategien",
                                "Fristen var 30. juni 2026.",
                            ),
                        ),
                    ),
                    Del(
                        "Frist de neste åtte ukene (1)",
                        punkter=(Punkt("1.1b, 2026", kommer, "Holde medlemsmøte", "Fristen er 31. desember 2026."),),
                    ),
                    Del(
                        "Løpende som ingen har sett på dette halvåret (1)",
                        punkter=(Punkt("1.1c, 2026", loepende, "Svare på innspill"),),
                    ),
                ),
                hvorfor=HVORFOR,
            ),
        )
    ]


def test_a_code_that_stands_twice_an_estimate_and_a_day_put_off_to_are_told(maal, styremedlem):
    for frist in ({"anslag": True}, {"status": Status.UTSATT, "utsatt_til": date(2027, 1, 10)}):
        lag_termin(lag_tiltak(maal, "2.3d", foelges_opp_av=styremedlem), **frist)

    [(_, brev)] = ukelister([styremedlem], I_DAG)

    assert brev.emne == "Arbeidsplanen: 2 med frist snart"
    assert [(punkt.navn, punkt.detalj) for punkt in brev.deler[0].punkter] == [
        ("2.3d (1), 2026", "Fristen er 31. desember 2026 (anslag)."),
        ("2.3d (2), 2026", "Fristen er 10. januar 2027."),
    ]


def test_a_long_list_ends_with_the_way_to_the_rest(maal, styremedlem):
    for nr in range(18):
        lag_termin(lag_tiltak(maal, f"1.1-{nr}", foelges_opp_av=styremedlem))

    [(_, brev)] = ukelister([styremedlem], I_DAG)

    assert [del_.overskrift for del_ in brev.deler] == ["Frist de neste åtte ukene (18)"]
    assert [punkt.navn for punkt in brev.deler[0].punkter][-2:] == ["1.1-14, 2026", "Og 3 til på forsiden"]
    assert brev.deler[0].punkter[-1].sti == "/"


def test_what_others_follow_up_and_what_nobody_does_is_on_no_list_of_ones_own(maal, styremedlem, sekretaer):
    lag_termin(lag_tiltak(maal, "1.1a"))
    lag_termin(lag_tiltak(maal, "1.1b", foelges_opp_av=sekretaer))

    assert [bruker for bruker, _ in ukelister([styremedlem, sekretaer], I_DAG)] == [sekretaer]


def test_nothing_waits_once_all_of_it_is_set(karis, styremedlem):
    for termin in karis:
        termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=termin.versjon)

    assert list(ukelister([styremedlem], I_DAG)) == []


@pytest.mark.parametrize(
    "endring",
    [
        {"status": Plan.Status.UTKAST},
        {"status": Plan.Status.AVLOEST},
        {"til": date(2026, 11, 22)},
        {"fra": date(2026, 11, 24)},
    ],
)
def test_a_plan_that_is_not_in_force_reminds_nobody(karis, styremedlem, endring):
    Plan.objects.update(**endring)

    assert list(ukelister([styremedlem], I_DAG)) == []


def test_only_the_plan_in_force_counts(karis, styremedlem):
    annet = Maal.objects.create(plan=lag_plan("ny", status=Plan.Status.UTKAST), nr=1, nummer="1", overskrift="Mål")
    lag_termin(lag_tiltak(annet, "9z", foelges_opp_av=styremedlem))

    [(_, brev)] = ukelister([styremedlem], I_DAG)

    assert "9z" not in str(brev)
    assert brev.emne == "Arbeidsplanen: 1 forfalt, 1 med frist snart, 1 løpende å se på"


def test_the_lists_of_all_cost_as_many_queries_as_the_list_of_one(karis, styremedlem, django_assert_num_queries):
    folk = [styremedlem]
    for nr in range(3):
        folk.append(Bruker.objects.create_user(f"{nr}@example.org", roller={Rolle.STYREMEDLEM: None}))
        lag_termin(lag_tiltak(karis[0].tiltak.maal, f"1.1-{nr}", foelges_opp_av=folk[-1]))

    for mottakere in (folk[:1], folk):
        with django_assert_num_queries(3):
            assert [bruker for bruker, _ in ukelister(mottakere, I_DAG)] == mottakere
    with django_assert_num_queries(0):
        assert list(ukelister([], I_DAG)) == []
