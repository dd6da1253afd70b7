"""From when until when, for other programs: every precision, and both nights when the clock changes."""

from datetime import date, time

import pytest

from aktivitet.models import Aktivitet
from aktivitet.ut.spenn import spennet

DAG = date(2026, 6, 5)


def ting(presisjon, foerste, siste=None, fra_kl=None, til_kl=None):
    return Aktivitet(
        presisjon=presisjon, foerste_dag=foerste, siste_dag=siste or foerste, fra_kl=fra_kl, til_kl=til_kl
    )


def lest(*tid):
    spenn = spennet(ting(*tid))
    return tuple(ende and ende.isoformat() for ende in (spenn.start, spenn.slutt, spenn.siste))


@pytest.mark.parametrize(
    ("tid", "ventet"),
    [
        (("dag", DAG), ("2026-06-05", None, "2026-06-05")),
        (("uke", date(2026, 10, 12), date(2026, 10, 18)), ("2026-10-12", None, "2026-10-18")),
        (
            ("klokkeslett", DAG, None, time(18), time(20)),
            ("2026-06-05T18:00:00+02:00", "2026-06-05T20:00:00+02:00", "2026-06-05"),
        ),
        (("klokkeslett", DAG, None, time(18)), ("2026-06-05T18:00:00+02:00", None, "2026-06-05")),
        # stored by another way than the form: no end is better than one before the start
        (("klokkeslett", DAG, None, time(18), time(17)), ("2026-06-05T18:00:00+02:00", None, "2026-06-05")),
        # the clock goes forward from 02.00 to 03.00: what was set in between is an hour later
        (
            ("klokkeslett", date(2026, 3, 29), None, time(1, 30), time(2, 30)),
            ("2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00", "2026-03-29"),
        ),
        # the clock goes back from 03.00 to 02.00: an hour by the clock is two
        (
            ("klokkeslett", date(2026, 10, 25), None, time(2, 30), time(3, 30)),
            ("2026-10-25T02:30:00+02:00", "2026-10-25T03:30:00+01:00", "2026-10-25"),
        ),
    ],
)
def test_a_time_is_days_or_moments(tid, ventet):
    assert lest(*tid) == ventet


@pytest.mark.parametrize(
    ("tid", "slutter"),
    [
        (("dager", DAG, date(2026, 6, 7)), "2026-06-08"),
        (("klokkeslett", DAG, None, time(18), time(20)), "2026-06-05T20:00:00+02:00"),
        (("klokkeslett", DAG, None, time(18)), None),
        (("klokkeslett", DAG, date(2026, 6, 7), time(18)), "2026-06-08T00:00:00+02:00"),
    ],
)
def test_calendar_programs_are_told_the_first_moment_that_is_free_again(tid, slutter):
    ende = spennet(ting(*tid)).slutter

    assert (ende and ende.isoformat()) == slutter
