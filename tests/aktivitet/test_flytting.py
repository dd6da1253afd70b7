"""What moves along is grouped for the page, bounded, and known again by its mark."""

from dataclasses import replace
from datetime import date

import pytest
from django.http import QueryDict
from django.utils import timezone

from aktivitet.flytting import Dager, Flytting, Flyttinger, samlet, sendt_igjen
from aktivitet.models import Aktivitet

FOER, ETTER = Dager(date(2026, 2, 28), date(2026, 3, 14), anslag=True), Dager(date(2026, 2, 14), date(2026, 2, 28))
EN = Flytting("Planen", "1a", "Gjøre noe", "Etter årsmøtet 2026", FOER, ETTER)
FOERST, SIDEN, TIL_SLUTT = (Dager(date(2027, 2, 27), date(2027, 3, dag)) for dag in (13, 16, 9))
FLYTTET = Flytting("Planen", "1a", "Gjøre noe", "Første FS-møte etter årsmøtet 2027", FOERST, SIDEN)


def test_those_that_move_alike_stand_together_in_the_order_that_they_come():
    fs = replace(EN, naar="Første FS-møte etter årsmøtet 2026")
    annen_plan = replace(EN, plan="Forslaget")
    flyttinger = Flyttinger((EN, fs, replace(EN, kode="1b", status="Pågår"), annen_plan))

    assert [[en.kode for en in gruppe.alle] for gruppe in flyttinger.grupper] == [["1a", "1b"], ["1a"], ["1a"]]
    assert (flyttinger.antall, flyttinger.med_status, flyttinger.flere_planer) == ("4 frister", 1, True)
    assert [gruppe.felles for gruppe in flyttinger.grupper] == [EN, fs, annen_plan]


def test_a_long_list_is_cut_and_says_how_many_more():
    mange = [replace(EN, kode=f"1-{nr}", naar=f"Frist {nr % 20}") for nr in range(400)]
    flyttinger = Flyttinger(tuple(mange))

    assert (len(flyttinger.viste), flyttinger.resten) == (12, 8 * 20)
    assert {(len(gruppe.viste), gruppe.resten) for gruppe in flyttinger.viste} == {(8, 12)}


@pytest.mark.parametrize(
    ("annen", "samme"),
    [
        ({"status": "Pågår"}, True),
        ({"tekst": "Gjøre noe annet"}, True),
        ({"etter": replace(ETTER, siste=date(2026, 3, 1))}, False),
        ({"etter": replace(ETTER, anslag=True)}, False),
        ({"etter": None}, False),
        ({"foer": None}, False),
        ({"kode": "1b"}, False),
        ({"naar": "Etter årsmøtet 2027"}, False),
    ],
    ids=str,
)
def test_the_mark_is_of_what_moves_and_from_where_to_where(annen, samme):
    assert (Flyttinger((EN,)).merke == Flyttinger((replace(EN, **annen),)).merke) is samme


def test_the_mark_does_not_depend_on_the_order():
    to = replace(EN, kode="1b")

    assert Flyttinger((EN, to)).merke == Flyttinger((to, EN)).merke


@pytest.mark.parametrize(
    "felter",
    [
        {},
        {"type": "valg"},
        {"type": "mote"},
        {"publisert": None},
        {"avlyst": True},
        {"presisjon": "uke"},
        {"presisjon": "dager"},
        {"lag": "lokallag"},
    ],
    ids=str,
)
def test_the_activity_and_the_calendar_agree_on_what_counts(fylkeslag, lokallag, felter):
    vanlig = {"type": "arsmote", "presisjon": "dag", "publisert": timezone.now(), "avlyst": False}
    lag = lokallag if felter.get("lag") else fylkeslag
    aktivitet = Aktivitet.objects.create(
        tittel="Møte", foerste_dag=date(2026, 2, 14), siste_dag=date(2026, 2, 15), **vanlig | felter | {"lag": lag}
    )

    assert list(Aktivitet.objects.moeter_som_teller()) == ([aktivitet] if aktivitet.er_moete_som_teller else [])


def test_what_was_sent_is_kept_but_for_the_buttons():
    data = QueryDict("tittel=M%C3%B8te&lag=1&lag=2&bekreftet=x&avbryt=1&csrfmiddlewaretoken=y&handling=lagre")

    assert sendt_igjen(data) == [("tittel", "Møte"), ("lag", "1"), ("lag", "2"), ("handling", "lagre")]


@pytest.mark.parametrize(
    ("alle", "sagt"),
    [
        ((), "Lagret."),
        ((EN,), "Lagret. 1 frist i planen er flyttet."),
        ((EN, FLYTTET), "Lagret. 2 frister i planen er flyttet."),
    ],
)
def test_what_was_done_is_said_with_how_many_moved_along(alle, sagt):
    assert Flyttinger(alle).etter("Lagret.") == sagt


def test_a_due_date_that_moved_twice_went_from_where_it_first_stood_to_where_it_stands():
    annen = replace(FLYTTET, kode="1b", status="Pågår")

    svar = samlet(
        [Flyttinger((FLYTTET, annen)), Flyttinger(), Flyttinger((replace(FLYTTET, foer=SIDEN, etter=TIL_SLUTT),))]
    )

    assert svar == Flyttinger((replace(FLYTTET, etter=TIL_SLUTT), annen))


def test_what_is_back_where_it_was_has_not_moved():
    tilbake = replace(FLYTTET, foer=SIDEN, etter=FOERST)

    assert samlet([Flyttinger((FLYTTET,)), Flyttinger((tilbake,))]) == Flyttinger()


def test_one_that_went_and_came_back_elsewhere_has_moved():
    borte, kommer = replace(FLYTTET, etter=None), replace(FLYTTET, foer=None, etter=TIL_SLUTT)

    assert samlet([Flyttinger((borte,)), Flyttinger((kommer,))]) == Flyttinger((replace(FLYTTET, etter=TIL_SLUTT),))
