"""What several acts in a row moved is told as one."""

from dataclasses import replace
from datetime import date

from aktivitet.flytting import Dager, Flytting, Flyttinger
from aktivitet.moetevedtak import samlet

FOERST, SIDEN, TIL_SLUTT = (Dager(date(2027, 2, 27), date(2027, 3, dag)) for dag in (13, 16, 9))
EN = Flytting("Planen", "1a", "Gjøre noe", "Første FS-møte etter årsmøtet 2027", FOERST, SIDEN)


def test_a_due_date_that_moved_twice_went_from_where_it_first_stood_to_where_it_stands():
    annen = replace(EN, kode="1b", status="Pågår")

    svar = samlet([Flyttinger((EN, annen)), Flyttinger(), Flyttinger((replace(EN, foer=SIDEN, etter=TIL_SLUTT),))])

    assert svar == Flyttinger((replace(EN, etter=TIL_SLUTT), annen))


def test_what_is_back_where_it_was_has_not_moved():
    tilbake = replace(EN, foer=SIDEN, etter=FOERST)

    assert samlet([Flyttinger((EN,)), Flyttinger((tilbake,))]) == Flyttinger()


def test_one_that_went_and_came_back_elsewhere_has_moved():
    borte, kommer = replace(EN, etter=None), replace(EN, foer=None, etter=TIL_SLUTT)

    assert samlet([Flyttinger((borte,)), Flyttinger((kommer,))]) == Flyttinger((replace(EN, etter=TIL_SLUTT),))
