"""What happens every year, laid out on the days of one year as they are known on a given day."""

from datetime import date, datetime, time

import pytest

from arbeidsplan.demo.fortelling import OSLO
from arbeidsplan.demo.hendelser import Hendelse, legg_ut


def utlagt(i_dag, *aarene, **felter):
    hendelse = Hendelse(**{"tittel": "Møte", "type": "mote", "maaned": 5} | felter)
    return list(legg_ut([hendelse], aarene or [2026], i_dag))


def naar(i_dag=date(2026, 5, 1), **felter):
    [ett] = utlagt(i_dag, **felter)
    return ett.presisjon, ett.foerste, ett.siste


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        ({"dag": 17}, ("dag", date(2026, 5, 17), date(2026, 5, 17))),
        ({"uke": 1, "ukedag": "fredag"}, ("dag", date(2026, 5, 1), date(2026, 5, 1))),
        ({"uke": 2, "ukedag": "tirsdag"}, ("dag", date(2026, 5, 12), date(2026, 5, 12))),
        ({"uke": -1, "ukedag": "søndag"}, ("dag", date(2026, 5, 31), date(2026, 5, 31))),
        ({"uke": 3, "ukedag": "lørdag", "dager": 2}, ("dager", date(2026, 5, 16), date(2026, 5, 17))),
        ({"dag": 8, "fra_kl": time(18)}, ("klokkeslett", date(2026, 5, 8), date(2026, 5, 8))),
        ({"uke": 1, "ukedag": "mandag", "presisjon": "uke"}, ("uke", date(2026, 5, 4), date(2026, 5, 10))),
        ({"presisjon": "maaned"}, ("maaned", date(2026, 5, 1), date(2026, 5, 31))),
        ({"presisjon": "maaneder", "til_maaned": 6}, ("maaneder", date(2026, 5, 1), date(2026, 6, 30))),
    ],
)
def test_a_happening_lies_on_the_days_it_says(felter, ventet):
    assert naar(**felter) == ventet


def test_some_happen_only_in_election_years_or_mid_years():
    def aarene(aar):
        return [ett.aar for ett in utlagt(date(2028, 1, 1), 2025, 2026, 2027, 2028, dag=1, aar=aar)]

    assert aarene("") == [2025, 2026, 2027, 2028]
    assert aarene("valgaar") == [2025, 2027]
    assert aarene("mellomaar") == [2026, 2028]


def test_what_is_far_ahead_is_known_vaguely_and_sharpened_later():
    felter = {"uke": 2, "ukedag": "lørdag", "fra_kl": time(10), "skjerpes": "maaned"}

    assert naar(date(2026, 1, 5), **felter) == ("maaned", date(2026, 5, 1), date(2026, 5, 31))
    assert naar(date(2026, 4, 5), **felter) == ("klokkeslett", date(2026, 5, 9), date(2026, 5, 9))


def test_beyond_the_coming_months_only_what_is_known_early_is_there():
    assert utlagt(date(2025, 9, 1), dag=1) == []
    assert len(utlagt(date(2025, 9, 1), dag=1, tidlig=True)) == 1
    assert len(utlagt(date(2025, 11, 1), dag=1)) == 1


def test_it_is_published_some_weeks_before_and_never_after_today():
    def publisert(i_dag):
        return utlagt(i_dag, dag=20)[0].publisert

    assert publisert(date(2026, 12, 1)) == datetime(2026, 4, 5, 12, tzinfo=OSLO)
    assert publisert(date(2026, 3, 1)) == datetime(2026, 2, 28, 12, tzinfo=OSLO)


def test_a_draft_is_there_only_as_long_as_it_lies_ahead():
    [utkast] = utlagt(date(2026, 4, 1), dag=20, utkast=True)

    assert utkast.publisert is None
    assert utlagt(date(2026, 5, 21), dag=20, utkast=True) == []


def test_a_cancelled_one_is_cancelled_when_the_day_is_near():
    def avlyst(i_dag):
        [ett] = utlagt(i_dag, dag=20, avlyst=True)
        return ett.avlyst, ett.endret > ett.laget

    assert avlyst(date(2026, 1, 1)) == (False, False)
    assert avlyst(date(2026, 5, 1)) == (True, True)
    assert avlyst(date(2026, 8, 1)) == (True, True)
