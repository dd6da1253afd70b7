"""The milestones of a year: from the days that are known, and estimated where none is."""

from datetime import date

import pytest

from aktivitet.moeter import Milepael, Moeter, i_sammenheng, moeter_fra_dager


def en_dag(*dag, anslag=False):
    return Milepael(date(*dag), date(*dag), anslag)


def test_milestones_of_an_election_year_without_any_known_day_are_estimates():
    assert moeter_fra_dager(2027) == Moeter(
        aarsmoete=en_dag(2027, 2, 27, anslag=True),
        foerste_fs=en_dag(2027, 3, 13, anslag=True),
        representantskap=en_dag(2027, 10, 16, anslag=True),
        valg=en_dag(2027, 9, 13, anslag=True),
        landsmoete=Milepael(date(2027, 3, 19), date(2027, 3, 21), anslag=True),
        nominasjonsmoete=None,
    )


def test_a_mid_year_has_a_nomination_meeting_and_neither_election_nor_congress():
    assert moeter_fra_dager(2026) == Moeter(
        aarsmoete=en_dag(2026, 2, 28, anslag=True),
        foerste_fs=en_dag(2026, 3, 14, anslag=True),
        representantskap=en_dag(2026, 10, 17, anslag=True),
        nominasjonsmoete=en_dag(2026, 11, 21, anslag=True),
    )


def test_known_days_stand_in_place_of_the_estimates_and_the_last_of_a_year_counts():
    moeter = moeter_fra_dager(
        2027,
        aarsmoeter=[(date(2027, 2, 13), date(2027, 2, 14)), (date(2026, 2, 14), date(2026, 2, 15))],
        fs_moeter=[(date(2027, 2, 13),) * 2, (date(2027, 4, 1),) * 2, (date(2027, 3, 1), date(2027, 3, 2))],
        valg=[(date(2027, 9, 5), date(2027, 9, 6)), (date(2025, 9, 8),) * 2],
        landsmoeter=[(date(2027, 3, 11), date(2027, 3, 14))],
        representantskap=[(date(2027, 4, 17),) * 2, (date(2027, 10, 30),) * 2],
        nominasjonsmoeter=[(date(2027, 11, 30),) * 2],  # none belongs to an election year
    )

    assert moeter == Moeter(
        aarsmoete=Milepael(date(2027, 2, 13), date(2027, 2, 14)),
        foerste_fs=Milepael(date(2027, 3, 1), date(2027, 3, 2)),
        representantskap=en_dag(2027, 10, 30),
        valg=Milepael(date(2027, 9, 5), date(2027, 9, 6)),
        landsmoete=Milepael(date(2027, 3, 11), date(2027, 3, 14)),
    )


def test_a_known_board_meeting_after_an_estimated_annual_meeting_is_an_estimate():
    fs = (date(2026, 3, 3), date(2026, 3, 3))

    assert moeter_fra_dager(2026, fs_moeter=[fs]).foerste_fs == Milepael(*fs, anslag=True)


@pytest.mark.parametrize(
    ("fs", "ventet"),
    [
        ((date(2027, 1, 9), date(2027, 1, 9)), en_dag(2027, 1, 9)),
        ((date(2027, 3, 31), date(2027, 3, 31)), en_dag(2026, 12, 26, anslag=True)),  # hardly the first any more
    ],
)
def test_an_annual_meeting_in_december_has_its_first_board_meeting_after_new_year(fs, ventet):
    assert moeter_fra_dager(2026, aarsmoeter=[(date(2026, 12, 12),) * 2], fs_moeter=[fs]).foerste_fs == ventet


def test_a_nomination_meeting_early_in_the_election_year_is_the_one_of_the_year_before():
    dager = [(date(2027, 1, 29), date(2027, 1, 30)), (date(2025, 1, 18),) * 2, (date(2027, 11, 27),) * 2]

    i_2026, i_2027 = (moeter_fra_dager(aar, nominasjonsmoeter=dager).nominasjonsmoete for aar in (2026, 2027))

    assert (i_2026, i_2027) == (Milepael(date(2027, 1, 29), date(2027, 1, 30)), None)


def test_days_in_a_row_are_one_meeting():
    dager = [date(2026, 2, 15), date(2026, 3, 1), date(2026, 2, 14), date(2026, 2, 15)]

    assert i_sammenheng(dager) == [
        (date(2026, 2, 14), date(2026, 2, 15)),
        (date(2026, 3, 1), date(2026, 3, 1)),
    ]
