"""Any plan at all, for tests of the picture: made by hypothesis, and asked of no database."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tiltak.fremdrift import Rad
from tiltak.models.termin import Stilling
from tiltak.perioden.rutenett import Linje, rutenett

AAPNE = (Stilling.MANGLER_VURDERING, Stilling.PAAGAAR, Stilling.UTSATT)
navn = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=120)


@st.composite
def tellinger(draw, maal, fra, til):
    """Some counts of these goals, due in the period."""

    @st.composite
    def en(draw):
        dag = draw(st.dates(fra, til))
        stilling = draw(st.sampled_from(list(Stilling)))
        sen = stilling in AAPNE and draw(st.booleans())
        pk = draw(st.integers(1, maal))
        return Rad(pk, dag.year, (dag.month + 2) // 3, str(stilling), sen, draw(st.integers(1, 2000)))

    return draw(st.lists(en(), max_size=60))


@st.composite
def nett_og_tellinger(draw):
    """A grid of 1 to 100 goals over 1 to 8 years that may begin on any day, and the counts that it was made of."""
    fra = draw(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
    til = fra + timedelta(days=draw(st.integers(364, 8 * 365)))
    antall = draw(st.integers(1, 100))
    linjer = [Linje(pk, f"{pk} {draw(navn)}", draw(st.integers(1, 9))) for pk in range(1, antall + 1)]
    talt = draw(tellinger(antall, fra, til))
    return rutenett(linjer, talt, fra, til), talt
