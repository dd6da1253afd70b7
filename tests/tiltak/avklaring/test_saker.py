"""What needs the secretary: the figures and the list are the same, and each thing stands where it should."""

from datetime import date

import pytest

from tests.conftest import PLANFIL
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.avklaring.funn import funn
from tiltak.avklaring.saker import avklaringer
from tiltak.avklaring.telling import venter_i_planen, venter_paa_sekretaeren
from tiltak.frist import les
from tiltak.innlesing import les_inn
from tiltak.models import Frist, Kildedokument, Merknad, Plan, Status, Tiltak
from tiltak.terminplan import oppdater_plan
from tiltak.tolkning import bekreft, les_paa_nytt


def antall(plan):
    return {navn: len(saker) for navn, saker in avklaringer(plan).grupper.items()}


def test_each_thing_stands_in_its_group_with_the_line_it_comes_from(utkast, tiltakene):
    saker = [
        (navn, sak.tiltak, sak.sted, sak.ordene) for navn, _, saker in avklaringer(utkast).titler for sak in saker
    ]

    assert saker == [
        ("ikke_forstaatt", tiltakene[0], "Linje 2", "1a | Gjøre noe sammen | Snarest"),
        ("til_bekreftelse", tiltakene[1], "Linje 3", "1b | Møte folk | Etter årsmøteperioden"),
        ("utenfor", tiltakene[2], "Linje 4", "1c | Skrive noe | 2024 og 2026"),
        ("doble_koder", tiltakene[4], "Linje 6", "1d | Danse | Årlig"),
        ("merknader", None, "Linje 7", "Innhold"),
    ]


def test_the_real_plan_is_counted_as_it_is_listed(db):
    plan = les_inn(PLANFIL.read_bytes(), "plan.txt")

    assert (
        antall(plan)
        == venter_i_planen(plan).antall
        == {
            "ikke_forstaatt": 0,
            "til_bekreftelse": 3,
            "utenfor": 10,
            "doble_koder": 1,
            "merknader": 7,
        }
    )


def test_the_figures_and_the_list_agree_as_things_are_settled(utkast, tiltakene, utenfor, sekretaer):
    steg = [antall(utkast)]
    bekreft([tiltakene[1]])
    steg.append(antall(utkast))
    utenfor.sett_status(Status.UTGAAR, av=sekretaer, versjon=1, merknad="Før perioden")
    steg.append(antall(utkast))
    Merknad.objects.filter(hva="kode-to-ganger").update(avklart=True)
    steg.append(antall(utkast))

    assert [list(ett.values()) for ett in steg] == [[1, 1, 1, 1, 1], [1, 0, 1, 1, 1], [1, 0, 0, 1, 1], [1, 0, 0, 0, 1]]
    assert venter_i_planen(utkast).antall == steg[-1]
    assert [sak.gruppe for sak in avklaringer(utkast).avklarte] == ["til_bekreftelse", "utenfor", "doble_koder"]


def test_a_deadline_that_gives_nothing_in_the_plan_waits_until_somebody_says_that_it_is_meant_so(utkast, tiltakene):
    Frist.objects.filter(tiltak=tiltakene[3]).update(regel=les("Stortingsvalgår").to_dict())
    Plan.objects.filter(pk=utkast.pk).update(fra=date(2026, 1, 1))
    utkast.refresh_from_db()
    oppdater_plan(utkast)

    [_, sak] = avklaringer(utkast).grupper["til_bekreftelse"]
    assert (sak.tiltak, sak.terminer) == (tiltakene[3], [])
    assert venter_i_planen(utkast).antall["til_bekreftelse"] == 2

    bekreft([sak.tiltak])

    assert antall(utkast)["til_bekreftelse"] == venter_i_planen(utkast).antall["til_bekreftelse"] == 1
    assert [sak.tiltak for sak in avklaringer(utkast).avklarte] == [tiltakene[3]]


def test_a_code_that_was_changed_stands_twice_no_more(utkast, tiltakene):
    Tiltak.objects.filter(pk=tiltakene[4].pk).update(kode="1e")

    assert antall(utkast)["doble_koder"] == venter_i_planen(utkast).antall["doble_koder"] == 0


def test_what_was_taken_out_of_the_plan_needs_nobody(utkast, tiltakene):
    Tiltak.objects.update(utgaatt=date(2026, 3, 1))

    assert antall(utkast) == venter_i_planen(utkast).antall == dict.fromkeys(antall(utkast), 0) | {"merknader": 2}


def test_a_year_before_the_period_is_said_by_the_slip_when_no_termin_says_it(utkast, tiltakene):
    Tiltak.objects.filter(pk=tiltakene[2].pk).update(gjennomfoering="Årlig")
    tiltakene[2].refresh_from_db()
    les_paa_nytt(tiltakene[2])

    assert (antall(utkast)["utenfor"], antall(utkast)["merknader"]) == (0, 2)


def test_a_reading_that_the_secretary_chose_answers_the_slip_about_its_year(utkast, tiltakene):
    tiltakene[2].terminer.filter(utenfor=True).delete()
    Frist.objects.filter(tiltak=tiltakene[2]).update(bekreftet=True)

    assert antall(utkast)["merknader"] == 1


@pytest.mark.parametrize(("slag", "sted"), [("tekst", "Linje 2"), ("word", "Avsnitt 2"), ("json", "")])
def test_the_place_is_called_what_the_kind_of_file_calls_it(utkast, slag, sted):
    Kildedokument.objects.update(slag=slag)

    assert avklaringer(utkast).grupper["ikke_forstaatt"][0].sted == sted


@pytest.mark.parametrize("linjer", [[], ["Bare én"]])
def test_a_source_that_lacks_the_line_is_no_crash(utkast, linjer):
    Kildedokument.objects.update(linjer=linjer)

    assert [(sak.sted, sak.ordene) for sak in avklaringer(utkast).grupper["ikke_forstaatt"]] == [("Linje 2", "")]


def test_settled_the_next_thing_of_the_group_is_where_one_goes_on(utkast):
    Merknad.objects.create(plan=utkast, linje=1, hva="delt-ord", tekst="Ordet er delt.")

    foerst, sist = avklaringer(utkast).grupper["merknader"]

    assert (foerst.neste, sist.neste) == (sist.navn, "merknader")


def test_readings_are_alike_when_the_words_and_the_rule_are(utkast, tiltakene):
    maal = utkast.maal.get()
    for frase in ("etter årsmøteperioden", "Første halvår etter årsmøtet"):
        les_paa_nytt(lag_tiltak(maal, "1f", gjennomfoering=frase))
    alle = avklaringer(utkast)

    assert [sak.like for sak in alle.grupper["til_bekreftelse"]] == [2, 2, 1]
    assert len(alle.like(alle.grupper["til_bekreftelse"][0])) == 2


def test_no_superseded_plan_waits_for_anybody(utkast):
    lag_plan("gammel", status=Plan.Status.AVLOEST)

    assert [venter.plan for venter in venter_paa_sekretaeren()] == [utkast]


@pytest.mark.parametrize("antall", [1, 3])
def test_the_list_and_the_figures_cost_the_same_for_any_size(utkast, antall, django_assert_num_queries):
    maal = utkast.maal.get()
    for nr in range(antall):
        les_paa_nytt(lag_tiltak(maal, f"2{nr}", gjennomfoering="Etter årsmøteperioden"))
        les_paa_nytt(lag_tiltak(maal, f"3{nr}", gjennomfoering="2024"))
        Merknad.objects.create(plan=utkast, linje=1, hva="delt-ord", tekst="Ordet er delt.")

    with django_assert_num_queries(7):
        avklaringer(utkast)
    with django_assert_num_queries(1):
        venter_paa_sekretaeren()


def test_what_was_found_is_told_beside_what_was_not(db):
    funnet = funn(les_inn(PLANFIL.read_bytes(), "plan.txt"))

    assert (funnet.periodemaal, len(funnet.maal), funnet.tiltak, funnet.forstaatt, funnet.maaneder) == (
        4,
        15,
        49,
        49,
        12,
    )
    assert funnet.terminer == [("2025", 62), ("2026", 58), ("2027", 53), ("2028", 53), ("utenfor perioden", 10)]
    assert [(maal.nummer, maal.antall_tiltak) for maal in funnet.maal][:3] == [("1", 2), ("1.1", 5), ("1.2", 2)]
    assert (funnet.uten_frist, funnet.uten_plass) == (0, 0)


def test_the_goals_that_were_found_stand_in_the_plans_order_and_not_in_that_of_the_database(db):
    plan = les_inn(PLANFIL.read_bytes(), "plan.txt")
    plan.maal.filter(nummer="1").update(nr=99)

    numrene = [maal.nummer for maal in funn(plan).maal]

    assert (numrene[0], numrene[-1]) == ("1.1", "1")
