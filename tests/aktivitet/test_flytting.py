"""What moves along is grouped for the page, bounded, and known again by its mark."""

from dataclasses import replace
from datetime import date

import pytest
from django.http import QueryDict
from django.utils import timezone

from aktivitet.flytting import Dager, Flytting, Flyttinger, sendt_igjen
from aktivitet.models import Aktivitet

FOER, ETTER = Dager(date(2026, 2, 28), date(2026, 3, 14), anslag=True), Dager(date(2026, 2, 14), date(2026, 2, 28))
EN = Flytting("Planen", "1a", "Gjøre noe", "Etter årsmøtet 2026", FOER, ETTER)


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
