"""Several drafts published in one act."""

from datetime import date

import pytest

from aktivitet.flytting import Dager, Flytting, Flyttinger, MaaBekreftes
from aktivitet.models import Aktivitet
from aktivitet.publisering import lest_valgte, publiser_alle
from aktivitet.signals import moeter_endret


@pytest.mark.parametrize(
    ("sendt", "lest"),
    [
        (["7:2", "8:1", "7:2"], [(7, 2), (8, 1)]),
        (["", "7", "7:", ":2", "x:1", "7:2:3", "\0:1", f"{10**30}:1"], []),
    ],
)
def test_boxes_are_read_and_nonsense_is_left_out(sendt, lest):
    assert lest_valgte(sendt) == lest


@pytest.fixture
def utkast(lag_aktivitet):
    return [lag_aktivitet(f"Utkast {nr}", date(2027, 5, nr), publisert=None) for nr in (1, 2, 3)]


def test_the_chosen_are_published_each_in_the_version_that_was_seen(utkast):
    Aktivitet.objects.get(pk=utkast[1].pk).lagre(1)

    gjort = publiser_alle([(utkast[0].pk, 1), (utkast[1].pk, 1)])

    assert (gjort.publisert, gjort.imens, gjort.flyttinger.alle) == ([utkast[0]], [utkast[1]], ())
    assert [en.er_utkast for en in Aktivitet.objects.order_by("foerste_dag")] == [False, True, True]


def test_one_that_somebody_deletes_in_the_same_moment_does_not_stop_the_rest(utkast, monkeypatch):
    ekte = Aktivitet.publiser

    def andre_foerst(self, versjon):
        Aktivitet.objects.filter(pk=utkast[0].pk).delete()
        ekte(self, versjon)

    monkeypatch.setattr(Aktivitet, "publiser", andre_foerst)
    gjort = publiser_alle([(utkast[0].pk, 1), (utkast[1].pk, 1)])

    assert ([str(en) for en in gjort.imens], gjort.publisert) == (["Utkast 1"], [utkast[1]])


def test_all_that_moves_is_shown_at_once_and_nothing_is_published_before_somebody_said_yes(fylkeslag, lag_aktivitet):
    moetene = [
        lag_aktivitet(
            f"Fylkesstyremøte {nr}", date(2027, 5, nr), lag=fylkeslag, type="fylkesstyremote", publisert=None
        )
        for nr in (1, 2)
    ]
    flyttet = []

    def flytt(**kwargs):
        antall = Aktivitet.objects.moeter_som_teller().count()
        flyttet.append([Flytting("Planen", "1a", "", "2027", _dag(antall), _dag(antall + 1))])
        return flyttet[-1]

    moeter_endret.connect(flytt)
    try:
        with pytest.raises(MaaBekreftes) as foerst:
            publiser_alle([(moete.pk, 1) for moete in moetene])
        assert Aktivitet.objects.publiserte().count() == 0
        assert foerst.value.flyttinger == Flyttinger((Flytting("Planen", "1a", "", "2027", _dag(1), _dag(3)),))

        gjort = publiser_alle([(moete.pk, 1) for moete in moetene], foerst.value.flyttinger.merke)
    finally:
        moeter_endret.disconnect(flytt)

    assert (len(gjort.publisert), Aktivitet.objects.publiserte().count()) == (2, 2)


def _dag(nr):
    return Dager(date(2027, 5, nr), date(2027, 5, nr))
