"""Rows of any year, for tests of the drawing."""

from datetime import date, timedelta

from hypothesis import strategies as st

from aktivitet.hjul.rader import Rad, Slag
from aktivitet.hjul.sirkel import Sirkel

AARET = Sirkel(date(2026, 1, 1), date(2026, 12, 31))
IGJEN = Sirkel(date(2025, 2, 22), date(2026, 3, 7))  # from one annual meeting to the next: fourteen months


def rad(nr=1, foerste=date(2026, 5, 1), siste=None, tittel="Møte", **felter):
    return Rad(nr, foerste, siste or foerste, "fre. 1. mai", tittel, "Hamar SV", adresse=f"/{nr}/", **felter)


@st.composite
def radene(draw, sirkel, flest=60):
    """Rows in the order of time: some far apart, some all on one day, some that last long."""
    dager = (sirkel.til - sirkel.fra).days
    bredde = draw(st.sampled_from([0, 3, 40, dager]))
    begynner = draw(st.integers(0, dager - bredde))
    valgt = draw(
        st.lists(
            st.tuples(
                st.integers(begynner, begynner + bredde),
                st.sampled_from([0, 0, 0, 1, 6, 30, 61, 366]),
                st.sampled_from(Slag),
                st.sampled_from(["Møte", "Årsmøte i Innlandet SV, med middag", "W" * 90, "ord " * 40, "👪" * 30]),
                st.booleans(),
                st.booleans(),
                st.booleans(),
            ),
            max_size=flest,
        )
    )
    valgt.sort(key=lambda ett: ett[:2])
    return tuple(
        rad(
            nr,
            dag := sirkel.fra + timedelta(days=fra),
            min(sirkel.til, dag + timedelta(days=lengde)),
            tittel,
            slag=slag,
            dag_er_kjent=kjent,
            avlyst=avlyst,
            utkast=utkast,
        )
        for nr, (fra, lengde, slag, tittel, kjent, avlyst, utkast) in enumerate(valgt, start=1)
    )
