"""Activities as iCalendar, read back by the libraries and programs that people's calendars are made of."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from icalendar import Calendar

from aktivitet.ut import ics
from tests.aktivitet.hendelser import ENDRET, aktivitet, fil, hendelse, kl

OSLO = ZoneInfo("Europe/Oslo")
RART = 'Kake; te, <script>alert("1")</script> & \\n 🎈 «Æ»'

# Name, activity, and when it begins and ends by the clock in Greenwich, or by days with the end exclusive.
ALLE = [
    (
        "an evening",
        kl("Kveld", date(2026, 5, 12), time(18), til=time(20, 30)),
        datetime(2026, 5, 12, 16, tzinfo=UTC),
        datetime(2026, 5, 12, 18, 30, tzinfo=UTC),
    ),
    (
        "over midnight",
        kl("Fest", date(2026, 5, 12), time(20), date(2026, 5, 13), time(1)),
        datetime(2026, 5, 12, 18, tzinfo=UTC),
        datetime(2026, 5, 12, 23, tzinfo=UTC),
    ),
    (
        "no end known",
        kl("Uten slutt", date(2026, 5, 12), time(18)),
        datetime(2026, 5, 12, 16, tzinfo=UTC),
        datetime(2026, 5, 12, 16, tzinfo=UTC),
    ),
    (
        "days from a clock time on",
        kl("Leir", date(2026, 5, 12), time(18), date(2026, 5, 13)),
        datetime(2026, 5, 12, 16, tzinfo=UTC),
        datetime(2026, 5, 13, 22, tzinfo=UTC),
    ),
    (
        "over the night when the clock goes forward",
        kl("Vårnatt", date(2026, 3, 28), time(22), date(2026, 3, 29), time(4)),
        datetime(2026, 3, 28, 21, tzinfo=UTC),
        datetime(2026, 3, 29, 2, tzinfo=UTC),
    ),
    (
        "before the clock goes forward",
        kl("Før sommertid", date(2026, 3, 29), time(1, 30), til=time(3)),
        datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
        datetime(2026, 3, 29, 1, tzinfo=UTC),
    ),
    (
        "the first hour of summer time",
        kl("Første sommertime", date(2026, 3, 29), time(3), til=time(3, 45)),
        datetime(2026, 3, 29, 1, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 45, tzinfo=UTC),
    ),
    (
        "over the night when the clock goes back",
        kl("Høstnatt", date(2026, 10, 24), time(22), date(2026, 10, 25), time(4)),
        datetime(2026, 10, 24, 20, tzinfo=UTC),
        datetime(2026, 10, 25, 3, tzinfo=UTC),
    ),
    (
        "before the clock goes back",
        kl("Før normaltid", date(2026, 10, 25), time(1, 30), til=time(3)),
        datetime(2026, 10, 24, 23, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 2, tzinfo=UTC),
    ),
    (
        "the first of the two at half past two",
        kl("Halv tre", date(2026, 10, 25), time(2, 30), til=time(3, 30)),
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 2, 30, tzinfo=UTC),
    ),
    ("a day of 23 hours", aktivitet("Kort dag", "dag", date(2026, 3, 29)), date(2026, 3, 29), date(2026, 3, 30)),
    ("a day of 25 hours", aktivitet("Lang dag", "dag", date(2026, 10, 25)), date(2026, 10, 25), date(2026, 10, 26)),
    ("a day", aktivitet("Dag", "dag", date(2026, 5, 17)), date(2026, 5, 17), date(2026, 5, 18)),
    (
        "several days",
        aktivitet("Dager", "dager", date(2026, 6, 3), date(2026, 6, 6)),
        date(2026, 6, 3),
        date(2026, 6, 7),
    ),
    (
        "a week over New Year",
        aktivitet("Uke", "uke", date(2026, 12, 28), date(2027, 1, 3)),
        date(2026, 12, 28),
        date(2027, 1, 4),
    ),
    (
        "a month",
        aktivitet("Måned", "maaned", date(2028, 2, 1), date(2028, 2, 29)),
        date(2028, 2, 1),
        date(2028, 3, 1),
    ),
    (
        "months",
        aktivitet("Måneder", "maaneder", date(2027, 4, 1), date(2027, 5, 31)),
        date(2027, 4, 1),
        date(2027, 6, 1),
    ),
]
TIDER = [rad[1:] for rad in ALLE]
NAVN = [rad[0] for rad in ALLE]


def i_utc(tid):
    return tid.astimezone(UTC) if isinstance(tid, datetime) else tid


@pytest.mark.parametrize(("aktiviteten", "start", "slutt"), TIDER, ids=NAVN)
def test_every_time_is_read_back_as_the_same_moment(aktiviteten, start, slutt):
    ut = hendelse(aktiviteten)

    assert (i_utc(ut.start), i_utc(ut.end)) == (start, slutt)


@pytest.mark.parametrize(("aktiviteten", "start", "slutt"), TIDER, ids=NAVN)
def test_a_reader_of_recurring_events_finds_it_once_on_its_first_day(aktiviteten, start, slutt):
    funnet = recurring_ical_events.of(Calendar.from_ical(fil(aktiviteten))).at(aktiviteten.foerste_dag)

    assert [(str(ut["SUMMARY"]).split(" (")[0], i_utc(ut.start)) for ut in funnet] == [(aktiviteten.tittel, start)]


def test_the_zone_says_what_the_worlds_table_says_for_a_hundred_years():
    (sone,) = Calendar.from_ical(fil()).walk("VTIMEZONE")
    tz = sone.to_tz()

    for aar in range(2000, 2100):
        for maaned in (3, 10):
            for timer in range(7 * 24):  # over the month's last Sunday
                tid = datetime(aar, maaned, 24, 12, tzinfo=OSLO) + timedelta(hours=timer)
                if tid.hour != 2:  # skipped in spring, and there twice in autumn
                    assert tz.utcoffset(tid.replace(tzinfo=None)) == tid.utcoffset(), tid


def test_the_entry_says_everything_that_a_calendar_wants():
    aktiviteten = aktivitet(
        RART,
        "klokkeslett",
        date(2026, 5, 12),
        fra_kl=time(18),
        versjon=4,
        sted="Hamar bibliotek",
        kommune="Hamar",
        beskrivelse="Første linje\n\nAndre; med, tegn",
    )

    ut = hendelse(aktiviteten)

    assert {navn: ut.decoded(navn) for navn in ("DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE")} == {
        "DTSTAMP": ENDRET.replace(microsecond=0),
        "LAST-MODIFIED": ENDRET.replace(microsecond=0),
        "CREATED": ENDRET.replace(microsecond=0),
        "SEQUENCE": 3,
    }
    assert {
        navn: str(ut[navn]) for navn in ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "TRANSP")
    } == {
        "UID": f"{aktiviteten.uid}@arbeidsplan",
        "SUMMARY": RART,
        "DESCRIPTION": "Første linje\n\nAndre; med, tegn\n\nArrangør: Hamar SV\n"
        "https://plan.example.org/hva-skjer/aktivitet/7/",
        "LOCATION": "Hamar bibliotek",
        "URL": "https://plan.example.org/hva-skjer/aktivitet/7/",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
    }
    assert ut["DTSTART"].params["TZID"] == "Europe/Oslo"
    assert [del_.name for del_ in ut.walk()] == ["VEVENT"]  # no alarm


def test_what_is_cancelled_stays_as_cancelled():
    ut = hendelse(aktivitet("Møte", avlyst=True))

    assert (str(ut["STATUS"]), str(ut["SUMMARY"]), str(ut["TRANSP"])) == ("CANCELLED", "Avlyst: Møte", "TRANSPARENT")


@pytest.mark.parametrize(
    ("aktiviteten", "tittel", "foerste_linje"),
    [
        (
            aktivitet("Leir", "uke", date(2026, 10, 12), date(2026, 10, 18)),
            "Leir (uke 42)",
            "Dato er ikke satt. Foreløpig: uke 42 2026 (12.–18. oktober).",
        ),
        (
            aktivitet("Repskap", "maaned", date(2026, 10, 1), date(2026, 10, 31)),
            "Repskap (oktober)",
            "Dato er ikke satt. Foreløpig: oktober 2026.",
        ),
        (
            aktivitet("Årsmøter", "maaneder", date(2027, 1, 1), date(2027, 2, 28)),
            "Årsmøter (januar–februar)",
            "Dato er ikke satt. Foreløpig: januar–februar 2027.",
        ),
    ],
)
def test_a_day_that_is_not_set_is_told_and_makes_nobody_busy(aktiviteten, tittel, foerste_linje):
    ut = hendelse(aktiviteten)

    assert (str(ut["SUMMARY"]), str(ut["TRANSP"]), str(ut["STATUS"])) == (tittel, "TRANSPARENT", "TENTATIVE")
    assert str(ut["DESCRIPTION"]).splitlines()[0] == foerste_linje


def test_characters_that_would_break_the_feed_for_everyone_are_taken_out():
    ut = hendelse(aktivitet("En\nto\x07 tre\u202e\ud800", sted="A\r\nB", beskrivelse="a\x00b"))

    assert (str(ut["SUMMARY"]), str(ut["LOCATION"])) == ("En to tre", "A B")
    assert str(ut["DESCRIPTION"]).startswith("ab\n")


def test_a_stored_time_that_the_spring_change_skips_is_the_hour_after():
    ut = hendelse(kl("Natt", date(2026, 3, 29), time(2, 30)))

    assert ut["DTSTART"].to_ical() == b"20260329T033000"


def test_an_end_before_the_start_is_left_out():
    assert "DTEND" not in hendelse(kl("Feil", date(2026, 5, 12), time(20), til=time(18)))


def test_the_bytes_are_as_the_standard_wants_them_and_repeat():
    alle = [rad[1] for rad in ALLE] + [aktivitet(RART, beskrivelse="🎈" * 500)]

    innhold = fil(*alle)

    linjer = innhold.split(b"\r\n")
    assert innhold == fil(*alle)
    assert linjer.pop() == b""
    assert max(map(len, linjer)) <= 75
    assert re.findall(rb"(?<!\r)\n|\r(?!\n)", innhold) == []
    for linje in linjer:
        linje.decode("utf-8")  # no character is cut in two
    assert [linje for linje in linjer if linje.startswith((b"VERSION", b"METHOD", b"X-WR-CAL", b"REFRESH"))] == [
        b"VERSION:2.0",
        b"METHOD:PUBLISH",
        b"X-WR-CALNAME:Hva skjer",
        b"REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]


def test_an_empty_calendar_is_a_calendar_too():
    assert [del_.name for del_ in Calendar.from_ical(fil()).walk()] == [
        "VCALENDAR",
        "VTIMEZONE",
        "DAYLIGHT",
        "STANDARD",
    ]


def test_khal_reads_it_as_a_calendar_program_does(khal, tmp_path):
    alle = [aktiviteten for _, aktiviteten, *_ in ALLE]
    (tmp_path / "inn.ics").write_bytes(fil(*alle, aktivitet(RART, "dag", date(2026, 5, 18), avlyst=True)))

    khal("import", "--batch", "-a", "hva_skjer", str(tmp_path / "inn.ics"))

    form = "{start}|{end}|{title}|{status}"
    linjer = khal("list", "-df", "", "-f", form, "--once", "2026-01-01", "2029-01-01")
    assert sorted(linjer) == [
        "2026-03-28 22:00|2026-03-29 04:00|Vårnatt|CONFIRMED",
        "2026-03-29 01:30|2026-03-29 03:00|Før sommertid|CONFIRMED",
        "2026-03-29 03:00|2026-03-29 03:45|Første sommertime|CONFIRMED",
        "2026-03-29|2026-03-29|Kort dag|CONFIRMED",
        "2026-05-12 18:00|2026-05-12 19:00|Uten slutt|CONFIRMED",  # without an end khal sets aside an hour
        "2026-05-12 18:00|2026-05-12 20:30|Kveld|CONFIRMED",
        "2026-05-12 18:00|2026-05-14 00:00|Leir|CONFIRMED",
        "2026-05-12 20:00|2026-05-13 01:00|Fest|CONFIRMED",
        "2026-05-17|2026-05-17|Dag|CONFIRMED",
        f"2026-05-18|2026-05-18|Avlyst: {RART}|CANCELLED",
        "2026-06-03|2026-06-06|Dager|CONFIRMED",
        "2026-10-24 22:00|2026-10-25 04:00|Høstnatt|CONFIRMED",
        "2026-10-25 01:30|2026-10-25 03:00|Før normaltid|CONFIRMED",
        "2026-10-25 02:30|2026-10-25 03:30|Halv tre|CONFIRMED",
        "2026-10-25|2026-10-25|Lang dag|CONFIRMED",
        "2026-12-28|2027-01-03|Uke (uke 53)|TENTATIVE",
        "2027-04-01|2027-05-31|Måneder (april–mai)|TENTATIVE",
        "2028-02-01|2028-02-29|Måned (februar)|TENTATIVE",
    ]


def test_the_name_of_the_calendar_is_escaped_as_any_text():
    ut = ics.kalender([], str, "Hamar SV, Skolering; «a\\b»").decode()

    for navn in ("NAME", "X-WR-CALNAME"):
        assert f"\r\n{navn}:Hamar SV\\, Skolering\\; «a\\\\b»\r\n" in ut
