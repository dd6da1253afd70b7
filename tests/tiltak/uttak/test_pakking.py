"""Zips that repeat: no time of day in them, and every part as it was."""

import zipfile
from datetime import date
from io import BytesIO

from tiltak.uttak.pakking import pakk_om, tidspunkt


def en_zip(aar, **deler):
    ut = BytesIO()
    with zipfile.ZipFile(ut, "w") as fil:
        for navn, data in deler.items():
            fil.writestr(zipfile.ZipInfo(navn, (aar, 1, 1, 0, 0, 0)), data)
    return ut.getvalue()


def test_two_zips_of_the_same_parts_become_the_same_bytes():
    assert en_zip(2025, a=b"1", b=b"2") != en_zip(2026, a=b"1", b=b"2")
    assert pakk_om(en_zip(2025, a=b"1", b=b"2")) == pakk_om(en_zip(2026, a=b"1", b=b"2"))


def test_the_parts_keep_their_order_and_what_is_in_them():
    with zipfile.ZipFile(BytesIO(pakk_om(en_zip(2025, b=b"2", a=b"1"), {"a": lambda data: data + b"!"}))) as fil:
        assert [(navn, fil.read(navn)) for navn in fil.namelist()] == [("b", b"2"), ("a", b"1!")]


def test_a_file_is_dated_at_noon():
    assert str(tidspunkt(date(2025, 3, 1))) == "2025-03-01 12:00:00"
