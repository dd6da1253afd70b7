"""Times in words, for every precision."""

from datetime import date, time

import pytest

from aktivitet.flytting import Dager
from aktivitet.models import Aktivitet
from aktivitet.tid import (
    dagene_i_ord,
    dager_i_ord,
    flyttet_til_i_ord,
    for_maskiner,
    maaneder_i_ord,
    periode_i_ord,
    tid_i_ord,
    uke_i_ord,
)


def aktivitet(presisjon, foerste, siste=None, fra_kl=None, til_kl=None):
    return Aktivitet(
        presisjon=presisjon, foerste_dag=foerste, siste_dag=siste or foerste, fra_kl=fra_kl, til_kl=til_kl
    )


TIDER = [
    (
        aktivitet("klokkeslett", date(2026, 6, 5), fra_kl=time(18), til_kl=time(20)),
        "fredag 5. juni 2026 kl. 18.00–20.00",
        "fre. 5. juni kl. 18.00–20.00",
        "2026-06-05T18:00",
    ),
    (
        aktivitet("klokkeslett", date(2026, 6, 2), fra_kl=time(9, 5)),
        "tirsdag 2. juni 2026 kl. 09.05",
        "tirs. 2. juni kl. 09.05",
        "2026-06-02T09:05",
    ),
    (
        aktivitet("klokkeslett", date(2026, 6, 5), date(2026, 6, 6), time(20), time(1)),
        "fredag 5. juni 2026 kl. 20.00 til lørdag 6. juni kl. 01.00",
        "fre. 5. juni kl. 20.00 til lør. 6. juni kl. 01.00",
        "2026-06-05T20:00",
    ),
    (
        aktivitet("klokkeslett", date(2026, 12, 31), date(2027, 1, 1), time(22), time(2)),
        "torsdag 31. desember 2026 kl. 22.00 til fredag 1. januar 2027 kl. 02.00",
        "tors. 31. desember kl. 22.00 til fre. 1. januar 2027 kl. 02.00",
        "2026-12-31T22:00",
    ),
    (
        aktivitet("klokkeslett", date(2026, 6, 5), date(2026, 6, 7), time(18)),
        "fredag 5. juni 2026 kl. 18.00 til søndag 7. juni",
        "fre. 5. juni kl. 18.00 til søn. 7. juni",
        "2026-06-05T18:00",
    ),
    (aktivitet("dag", date(2026, 5, 1)), "fredag 1. mai 2026", "fre. 1. mai", "2026-05-01"),
    (aktivitet("dager", date(2026, 6, 3), date(2026, 6, 6)), "3.–6. juni 2026", "3.–6. juni", "2026-06-03"),
    (
        aktivitet("dager", date(2026, 5, 30), date(2026, 6, 2)),
        "30. mai–2. juni 2026",
        "30. mai–2. juni",
        "2026-05-30",
    ),
    (
        aktivitet("dager", date(2026, 12, 28), date(2027, 1, 3)),
        "28. desember 2026–3. januar 2027",
        "28. desember 2026–3. januar 2027",
        "2026-12-28",
    ),
    (
        aktivitet("uke", date(2026, 10, 12), date(2026, 10, 18)),
        "uke 42 2026 (12.–18. oktober)",
        "uke 42 (12.–18. oktober)",
        "2026-W42",
    ),
    (
        aktivitet("uke", date(2026, 12, 28), date(2027, 1, 3)),
        "uke 53 2026 (28. desember 2026–3. januar 2027)",
        "uke 53 (28. desember 2026–3. januar 2027)",
        "2026-W53",
    ),
    (aktivitet("maaned", date(2026, 10, 1), date(2026, 10, 31)), "oktober 2026", "oktober", "2026-10"),
    (aktivitet("maaneder", date(2027, 4, 1), date(2027, 5, 31)), "april–mai 2027", "april–mai", "2027-04"),
    (
        aktivitet("maaneder", date(2026, 11, 1), date(2027, 1, 31)),
        "november 2026–januar 2027",
        "november 2026–januar 2027",
        "2026-11",
    ),
]


@pytest.mark.parametrize(("tid", "fullt", "kort", "maskin"), TIDER, ids=[rad[1] for rad in TIDER])
def test_a_time_reads_as_people_say_it(tid, fullt, kort, maskin):
    assert (tid_i_ord(tid), tid_i_ord(tid, kort=True), for_maskiner(tid)) == (fullt, kort, maskin)


def test_the_parts_can_be_said_alone():
    nyttaar = date(2027, 1, 1)

    assert uke_i_ord(nyttaar) == "uke 53 2026"
    assert periode_i_ord(nyttaar, nyttaar) == "1. januar 2027"
    assert maaneder_i_ord(nyttaar, nyttaar, aar=False) == "januar"


@pytest.mark.parametrize(
    ("dager", "ord_"),
    [
        (Dager(date(2026, 2, 28), date(2026, 3, 14)), "28. februar–14. mars 2026"),
        (Dager(date(2026, 3, 1), date(2026, 3, 14), anslag=True), "1.–14. mars 2026 (anslag)"),
        (
            Dager(date(2029, 1, 6), date(2029, 1, 6), anslag=True, utenfor=True),
            "6. januar 2029 (anslag, utenfor perioden)",
        ),
    ],
)
def test_days_that_hang_from_a_meeting_say_what_they_rest_on(dager, ord_):
    assert dager_i_ord(dager) == ord_


@pytest.mark.parametrize(
    ("tiden", "dagene", "med_aar"),
    [
        (aktivitet("klokkeslett", date(2026, 6, 5), fra_kl=time(18)), "5. juni", "5. juni 2026"),
        (aktivitet("dag", date(2026, 6, 5)), "5. juni", "5. juni 2026"),
        (aktivitet("dager", date(2026, 6, 3), date(2026, 6, 6)), "3.–6. juni", "3.–6. juni 2026"),
        (aktivitet("uke", date(2026, 12, 28), date(2027, 1, 3)), "uke 53", "uke 53 2026"),
        (aktivitet("maaned", date(2026, 6, 1), date(2026, 6, 30)), "juni", "juni 2026"),
        (aktivitet("maaneder", date(2026, 4, 1), date(2026, 6, 30)), "april–juni", "april–juni 2026"),
    ],
)
def test_the_days_alone_are_said_without_weekday_and_clock(tiden, dagene, med_aar):
    assert (dagene_i_ord(tiden, aar=False), dagene_i_ord(tiden)) == (dagene, med_aar)


@pytest.mark.parametrize(
    ("naa", "foer", "til"),
    [
        (("dag", date(2026, 5, 5)), date(2026, 5, 3), "5. mai"),
        (("dager", date(2026, 6, 3), date(2026, 6, 6)), date(2026, 5, 3), "3.–6. juni"),
        (("uke", date(2027, 1, 11), date(2027, 1, 17)), date(2026, 12, 9), "uke 2 2027"),
    ],
)
def test_where_something_went_is_told_with_the_year_where_new_year_lies_between(naa, foer, til):
    flyttet = aktivitet(*naa)
    flyttet.flyttet_fra = foer

    assert flyttet_til_i_ord(flyttet) == til
