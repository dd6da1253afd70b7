"""Activities laid out as a list by months and as a month's grid."""

from datetime import date, time

from aktivitet.models import Aktivitet
from aktivitet.oppsett import Spor, aarsmaaneder, i_dagene, maanedslister, rutenett, sporene


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

    nett = rutenett(date(2026, 5, 1), aktiviteter, date(2026, 5, 14))

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

    nett = rutenett(date(2026, 5, 1), [fest, tur], date(2026, 5, 14))

    assert dager_med(nett) == {"2026-05-30": ["Fest", "Tur"], "2026-05-31": ["Tur"]}


def test_what_ends_in_the_night_into_the_month_is_not_lost():
    fest = aktivitet("Fest", "klokkeslett", date(2026, 4, 30), date(2026, 5, 1), fra_kl=time(20), til_kl=time(2))

    assert dager_med(rutenett(date(2026, 5, 1), [fest], date(2026, 5, 14))) == {"2026-05-01": ["Fest"]}


def test_today_and_the_red_days_are_told():
    ruter = [rute for uke in rutenett(date(2026, 5, 1), [], date(2026, 5, 14)).uker for rute in uke.ruter]

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

    nett = rutenett(date(2027, 1, 1), [nyttaarsdag], date(2026, 5, 14))

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


def test_on_one_day_all_day_comes_first_then_the_clock_then_the_title_as_norwegians_sort():
    kl_18 = {"fra_kl": time(18)}
    aktiviteter = [
        aktivitet("Årsmøte", "klokkeslett", date(2026, 5, 15), **kl_18),
        aktivitet("Ølsmaking", "klokkeslett", date(2026, 5, 15), **kl_18),
        aktivitet("Æresbevisning", "klokkeslett", date(2026, 5, 15), **kl_18),
        aktivitet("Møte", "klokkeslett", date(2026, 5, 15), fra_kl=time(9)),
        aktivitet("Stand", "dag", date(2026, 5, 15)),
        aktivitet("Uke", "uke", date(2026, 5, 11), date(2026, 5, 17)),
    ]

    [liste] = maanedslister(aktiviteter, date(2026, 5, 14))

    assert [a.tittel for a in liste.med_dag] == ["Uke", "Stand", "Møte", "Æresbevisning", "Ølsmaking", "Årsmøte"]


def test_what_was_moved_leaves_a_trace_on_its_old_day_in_the_list_and_in_the_grid():
    flyttet = aktivitet("Møte", "dag", date(2026, 5, 20), flyttet_fra=date(2026, 5, 15))
    bort = aktivitet("Seminar", "uke", date(2026, 6, 1), date(2026, 6, 7), flyttet_fra=date(2026, 5, 16))
    fast = aktivitet("Stand", "dag", date(2026, 5, 15))

    aktiviteter, spor = i_dagene([flyttet, bort, fast], date(2026, 5, 1), date(2026, 5, 31))
    [liste] = maanedslister(aktiviteter, date(2026, 5, 1), spor)
    nett = rutenett(date(2026, 5, 1), aktiviteter, date(2026, 5, 14), spor)

    assert aktiviteter == [flyttet, fast]
    assert liste.med_dag == [Spor(flyttet, date(2026, 5, 15)), fast, Spor(bort, date(2026, 5, 16)), flyttet]
    assert {rute.dag.day: rute.aktiviteter for uke in nett.uker for rute in uke.ruter if rute.aktiviteter} == {
        15: [fast, Spor(flyttet, date(2026, 5, 15))],
        16: [Spor(bort, date(2026, 5, 16))],
        20: [flyttet],
    }


def test_what_still_lasts_over_its_old_day_leaves_no_trace_there():
    forlenget = aktivitet("Leir", "dager", date(2026, 5, 14), date(2026, 5, 17), flyttet_fra=date(2026, 5, 15))
    uten_dag = aktivitet("Kurs", "uke", date(2026, 5, 11), date(2026, 5, 17), flyttet_fra=date(2026, 5, 15))
    aldri_flyttet = aktivitet("Møte", "dag", date(2026, 5, 15))

    assert sporene([forlenget, uten_dag, aldri_flyttet]) == [Spor(uten_dag, date(2026, 5, 15))]


def test_a_small_grid_has_room_for_a_few_and_counts_the_rest():
    aktiviteter = [aktivitet(f"Nr. {nr}", "dag", date(2026, 5, 15)) for nr in range(5)]
    aktiviteter.append(aktivitet("Alene", "dag", date(2026, 5, 16)))

    nett = rutenett(date(2026, 5, 1), aktiviteter, date(2026, 5, 14), plass_til=2)

    assert {
        rute.dag.day: ([a.tittel for a in rute.viste], rute.flere)
        for uke in nett.uker
        for rute in uke.ruter
        if rute.aktiviteter
    } == {15: (["Nr. 0", "Nr. 1"], 3), 16: (["Alene"], 0)}


def test_the_year_has_twelve_months_with_what_begins_in_each():
    aktiviteter = [
        aktivitet("Nyttårsleir", "dager", date(2025, 12, 28), date(2026, 1, 2)),
        aktivitet("Vår", "maaneder", date(2026, 3, 1), date(2026, 5, 31)),
        aktivitet("Verving", "maaned", date(2026, 5, 1), date(2026, 5, 31)),
        aktivitet("Møte", "dag", date(2026, 5, 15)),
    ]

    aaret = aarsmaaneder(2026, aktiviteter, {1: 1, 3: 1, 5: 14})

    assert [maaned.foerste for maaned in aaret] == [date(2026, nr, 1) for nr in range(1, 13)]
    assert {maaned.foerste.month: ([a.tittel for a in maaned.aktiviteter], maaned.flere) for maaned in aaret} == {
        1: (["Nyttårsleir"], 0),
        3: (["Vår"], 0),
        5: (["Møte", "Verving"], 12),
    } | {tom: ([], 0) for tom in (2, 4, 6, 7, 8, 9, 10, 11, 12)}
