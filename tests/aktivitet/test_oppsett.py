"""Activities laid out as a list by months and as a month's grid."""

from datetime import date, time

from aktivitet.models import Aktivitet
from aktivitet.oppsett import maanedslister, rutenett


def aktivitet(tittel, presisjon, foerste, siste=None, **felter):
    return Aktivitet(tittel=tittel, presisjon=presisjon, foerste_dag=foerste, siste_dag=siste or foerste, **felter)


def dager_med(nett):
    return {
        rute.dag.isoformat(): [a.tittel for a in rute.aktiviteter]
        for uke in nett.uker
        for rute in uke.ruter
        if rute.aktiviteter
    }


def test_the_list_goes_by_months_with_the_unset_days_last():
    aktiviteter = [
        aktivitet("Sesong", "maaneder", date(2026, 4, 1), date(2026, 6, 30)),
        aktivitet("Tur", "dager", date(2026, 5, 10), date(2026, 5, 20)),
        aktivitet("Møte", "dag", date(2026, 5, 15)),
        aktivitet("Uke", "uke", date(2026, 6, 1), date(2026, 6, 7)),
        aktivitet("Samling", "maaned", date(2026, 6, 1), date(2026, 6, 30)),
    ]

    lister = maanedslister(aktiviteter, date(2026, 5, 14))

    assert [
        (str(liste), [a.tittel for a in liste.med_dag], [a.tittel for a in liste.i_loepet_av]) for liste in lister
    ] == [("mai 2026", ["Tur", "Møte"], ["Sesong"]), ("juni 2026", ["Uke"], ["Samling"])]


def test_the_grid_shows_each_activity_on_every_day_of_the_month_that_it_touches():
    aktiviteter = [
        aktivitet("Landsmøte", "dager", date(2026, 4, 29), date(2026, 5, 2)),
        aktivitet("Møte", "klokkeslett", date(2026, 5, 2), fra_kl=time(18), til_kl=time(20)),
        aktivitet("Uke", "uke", date(2026, 4, 27), date(2026, 5, 3)),
        aktivitet("Samling", "maaned", date(2026, 5, 1), date(2026, 5, 31)),
    ]

    nett = rutenett(2026, 5, aktiviteter, date(2026, 5, 14))

    assert dager_med(nett) == {"2026-05-01": ["Landsmøte"], "2026-05-02": ["Landsmøte", "Møte"]}
    assert [(uke.nummer, [a.tittel for a in uke.hele_uka]) for uke in nett.uker] == [
        (18, ["Uke"]),
        (19, []),
        (20, []),
        (21, []),
        (22, []),
    ]
    assert [a.tittel for a in nett.i_loepet_av] == ["Samling"]


def test_what_ends_in_the_night_belongs_to_the_evening_before():
    fest = aktivitet("Fest", "klokkeslett", date(2026, 5, 30), date(2026, 5, 31), fra_kl=time(20), til_kl=time(2))
    tur = aktivitet("Tur", "klokkeslett", date(2026, 5, 30), date(2026, 5, 31), fra_kl=time(20), til_kl=time(12))

    nett = rutenett(2026, 5, [fest, tur], date(2026, 5, 14))

    assert dager_med(nett) == {"2026-05-30": ["Fest", "Tur"], "2026-05-31": ["Tur"]}


def test_what_ends_in_the_night_into_the_month_is_not_lost():
    fest = aktivitet("Fest", "klokkeslett", date(2026, 4, 30), date(2026, 5, 1), fra_kl=time(20), til_kl=time(2))

    assert dager_med(rutenett(2026, 5, [fest], date(2026, 5, 14))) == {"2026-05-01": ["Fest"]}


def test_today_and_the_red_days_are_told():
    ruter = [rute for uke in rutenett(2026, 5, [], date(2026, 5, 14)).uker for rute in uke.ruter]

    assert [rute.dag.day for rute in ruter if rute.i_dag] == [14]
    assert {rute.dag.day: rute.helligdag for rute in ruter if rute.helligdag} == {
        1: "Arbeidernes dag",
        14: "Kristi himmelfartsdag",
        17: "Grunnlovsdag",
        24: "Første pinsedag",
        25: "Andre pinsedag",
    }
    assert [rute.dag.day for rute in ruter if rute.roed and rute.i_maaneden] == [1, 3, 10, 14, 17, 24, 25, 31]


def test_days_of_the_neighbouring_months_are_blank():
    nyttaarsdag = aktivitet("Nyttår", "dag", date(2027, 1, 1))

    nett = rutenett(2027, 1, [nyttaarsdag], date(2026, 5, 14))

    assert [(rute.dag.day, rute.i_maaneden, rute.helligdag) for rute in nett.uker[0].ruter] == [
        (28, False, ""),
        (29, False, ""),
        (30, False, ""),
        (31, False, ""),
        (1, True, "Første nyttårsdag"),
        (2, True, ""),
        (3, True, ""),
    ]
    assert nett.uker[0].nummer == 53
