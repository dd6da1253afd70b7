"""The days of meetings as people paste them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivitet.moeteplan.moetedager import FLEST_LINJER, LENGST, IkkeForstaatt, Moetedager, les_moetedager
from aktivitet.tid import dag_i_ord, periode_i_ord

TOLVTE, TOLVTE_TIL_FJORTENDE = (
    Moetedager(date(2027, 5, 12), date(2027, 5, 12)),
    Moetedager(date(2027, 5, 12), date(2027, 5, 14)),
)
SLIK = "Skriv for eksempel 12.–14. mai."


@pytest.mark.parametrize(
    "linje",
    [
        "12. mai 2027",
        "12.5.2027",
        "12. mai",
        "12.05.27",
        "12/5",
        "12.5.",
        "2027-05-12",
        "Onsdag 12. MAI",
        "ons. 12. mai",
    ],
)
def test_one_day_is_read_however_it_is_written(linje):
    assert les_moetedager(linje, 2027) == [TOLVTE]


@pytest.mark.parametrize(
    "linje",
    [
        "12.–14. mai",
        "12.-14. mai 2027",
        "12.5.–14.5.",
        "12.05.2027 - 14.05.2027",
        "12. mai til 14. mai",
        "onsdag 12. – fredag 14. mai",
        "• 12. – 14. mai",
        "- 12/5-14/5",
    ],
)
def test_several_days_are_read_however_they_are_written(linje):
    assert les_moetedager(linje, 2027) == [TOLVTE_TIL_FJORTENDE]


def test_many_lines_are_read_with_their_places_and_empty_ones_are_passed_over():
    tekst = "16. mars\n\n15.–17. juni, Scandic Lillehammer\n30. sept. og 1. oktober (Hamar)\n  \n7. des\n"

    assert les_moetedager(tekst, 2027) == [
        Moetedager(date(2027, 3, 16), date(2027, 3, 16)),
        Moetedager(date(2027, 6, 15), date(2027, 6, 17), "Scandic Lillehammer"),
        Moetedager(date(2027, 9, 30), date(2027, 10, 1), "Hamar"),
        Moetedager(date(2027, 12, 7), date(2027, 12, 7)),
    ]


@pytest.mark.parametrize(
    ("linje", "feil"),
    [
        ("Møtet i mai", f"«Møtet i mai» er ikke til å forstå. {SLIK}"),
        ("12.", f"Måneden mangler i «12.». {SLIK}"),
        ("12. mai 20277", f"«12. mai 20277» er ikke til å forstå. {SLIK}"),
        ("1" * 100, f"«{'1' * 39}…» er ikke til å forstå. {SLIK}"),
        ("٣. mai", f"«٣. mai» er ikke til å forstå. {SLIK}"),
        ("31. juni", "«31. juni» finnes ikke i kalenderen."),
        ("29. februar", "«29. februar» finnes ikke i kalenderen."),
        ("14.–12. mai", "Siste dag er før første dag."),
        ("12. mai 2026", "Dagen er i 2026, og møteplanen er for 2027."),
        ("12. mai–12. juni", f"Møtet varer i 32 dager. Skriv høyst {LENGST}."),
        ("12. mai kl. 10", "Skriv bare dagene, ikke klokkeslettet."),
        (f"12. mai, {'x' * 201}", "Stedet er på 201 tegn. Kort det ned til 200."),
        ("12. og 20. mai", "Skriv én linje for hvert møte."),
        ("tirsdag 12. mai", "12. mai 2027 er en onsdag. Er dagen fra et annet år?"),
        ("ons. 12.–tors. 14. mai", "14. mai 2027 er en fredag. Er dagen fra et annet år?"),
        ("12. mai, og 20. mai", f"«12. mai, og 20. mai» er ikke til å forstå. {SLIK}"),
        ("2027-05-12 til 2027-05-14", f"«2027-05-12 til 2027-05-14» er ikke til å forstå. {SLIK}"),
        ("12. mai 13. juni", f"«12. mai 13. juni» er ikke til å forstå. {SLIK}"),
    ],
)
def test_what_is_not_understood_is_told_of_by_its_line(linje, feil):
    with pytest.raises(IkkeForstaatt) as galt:
        les_moetedager(f"16. mars\n\n{linje}", 2027)

    assert galt.value.feil == [f"Linje 3: {feil}"]


def test_the_same_days_twice_are_a_slip_and_every_slip_is_told_of():
    with pytest.raises(IkkeForstaatt) as galt:
        les_moetedager("12.–14. mai\n14. mai\ntull", 2027)

    assert galt.value.feil == [
        "Linje 2: Dagene står i linje 1 også.",
        f"Linje 3: «tull» er ikke til å forstå. {SLIK}",
    ]


def test_more_than_a_years_meetings_are_refused():
    with pytest.raises(IkkeForstaatt) as galt:
        les_moetedager("12. mai\n" * (FLEST_LINJER + 1), 2027)

    assert galt.value.feil == [f"Det er {FLEST_LINJER + 1} linjer. Lim inn høyst {FLEST_LINJER} om gangen."]


@given(st.text() | st.from_regex(r"[0-9 ./–-]{0,12}(mai|og|til)?[0-9 .]{0,8}"))
def test_whatever_is_written_is_read_or_refused_with_a_sentence(tekst):
    lest, feil = [], []
    try:
        lest = les_moetedager(tekst, 2027)
    except IkkeForstaatt as galt:
        feil = galt.feil

    assert all(moete.foerste <= moete.siste and moete.foerste.year == 2027 for moete in lest)
    assert bool(lest or feil) is any(linje.strip(" \t-–—•*·") for linje in tekst.splitlines())


@given(st.dates(date(2027, 1, 1), date(2027, 12, 31)), st.integers(0, LENGST - 1), st.booleans())
def test_what_the_calendar_itself_writes_is_read_back(foerste, varer, med_ukedag):
    siste = foerste + timedelta(days=varer)
    skrevet = dag_i_ord(foerste, ukedag=med_ukedag) if varer == 0 else periode_i_ord(foerste, siste)

    assert les_moetedager(skrevet, 2027) == [Moetedager(foerste, siste)]
