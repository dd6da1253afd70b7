"""The golden files: what leaves is what stands there, and what stands there is what the standard wants."""

import re

import pytest
from icalendar import Calendar

from tests.aktivitet.gullfiler import FOER_BRETTEN, GULL, gullfiler

NAVN = sorted(fil.stem for fil in GULL.glob("*.ics"))


def lest(navn):
    return (GULL / f"{navn}.ics").read_bytes()


def en_hendelse(navn):
    (ut,) = Calendar.from_ical(lest(navn)).walk("VEVENT")
    return ut


def test_every_file_is_written_by_something():
    assert sorted(gullfiler()) == NAVN


@pytest.mark.parametrize("navn", NAVN)
def test_what_leaves_is_byte_for_byte_what_stands_in_the_file(navn):
    assert gullfiler()[navn] == lest(navn)


@pytest.mark.parametrize("navn", NAVN)
def test_no_line_is_too_long_and_no_letter_is_cut_in_two(navn):
    *linjer, sist = lest(navn).split(b"\r\n")

    assert sist == b""
    assert [linje for linje in linjer if len(linje) > 75 or re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", linje)] == []
    assert b"".join(linjer).decode() == "".join(linje.decode() for linje in linjer)


def test_an_emoji_at_the_fold_is_read_back_whole():
    hendelser = Calendar.from_ical(lest("bretting")).walk("VEVENT")

    assert [str(ut["SUMMARY"]) for ut in hendelser] == ["x" * antall + "🎈" * 20 for antall in FOER_BRETTEN]


def test_what_is_sharpened_is_the_same_entry_in_a_later_edition():
    foer, etter = en_hendelse("foer-skjerping"), en_hendelse("etter-skjerping")

    assert (foer["UID"], foer["URL"]) == (etter["UID"], etter["URL"])
    assert (foer["SEQUENCE"], etter["SEQUENCE"]) == (0, 1)
    assert ((foer.end - foer.start).days, (etter.end - etter.start).days) == (30, 1)


def test_odd_signs_are_read_back_as_they_were_written():
    ut = en_hendelse("rare-tegn")

    assert str(ut["SUMMARY"]) == "Kake; te, C:\\Nytt \\n og «Æ» ATTENDEE:mailto:x@example.org"
    assert str(ut["DESCRIPTION"]).startswith("Første linje\n\n;;,,\\\\\n🎈👩‍👩‍👧\n")
    assert "ATTENDEE" not in ut
