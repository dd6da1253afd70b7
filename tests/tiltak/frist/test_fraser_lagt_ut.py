"""Any phrase that is read can be laid out over any period, with any meetings in the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aktivitet.moeter import Moeter, moeter_fra_dager
from tiltak.frist import Regel, les, vinduer
from tiltak.models import Termin

from .test_fraser import LINJER

LEST = {frase: regel for frase, _, _ in LINJER if (regel := les(frase))}
SLAG = ("aarsmoeter", "fs_moeter", "valg", "landsmoeter", "representantskap", "nominasjonsmoeter")
AARENE = st.integers(1900, 2199)


def dager() -> st.SearchStrategy[tuple[date, date]]:
    """Of a meeting: most often one, now and then several, and often around New Year."""
    ved_nyttaar = st.builds(date, AARENE, st.sampled_from([1, 12]), st.sampled_from([1, 2, 30, 31]))
    foerste = ved_nyttaar | st.dates(date(1900, 1, 1), date(2199, 12, 1))
    return st.tuples(foerste, st.integers(0, 3)).map(lambda par: (par[0], par[0] + timedelta(days=par[1])))


def kalendere() -> st.SearchStrategy[dict[str, list[tuple[date, date]]]]:
    """Any meetings, also two of a kind in a year, and some that are one and the same every year."""
    aarlig = st.tuples(st.integers(1, 12), st.integers(1, 28)).map(
        lambda dag: [(date(aar, *dag), date(aar, *dag)) for aar in range(2020, 2040)]
    )
    return st.fixed_dictionaries({}, optional={slag: st.lists(dager(), max_size=6) | aarlig for slag in SLAG})


def perioder() -> st.SearchStrategy[tuple[date, date]]:
    """From a day to at most twelve years; most often where plans are, and at the ends of the years that are read."""
    fra = st.dates(date(2020, 1, 1), date(2035, 12, 31)) | st.sampled_from([date(1900, 1, 1), date(2199, 12, 31)])
    return st.tuples(fra, st.sampled_from([0, 1, 30, 364, 365, 729, 1460]) | st.integers(0, 4400)).map(
        lambda par: (par[0], par[0] + timedelta(days=par[1]))
    )


def frasene() -> st.SearchStrategy[Regel]:
    """Rules of the phrases of other plans, alone or two of them in one ("før årsmøtet og etter årsmøtet")."""
    kjente = st.sampled_from(sorted(LEST))
    return (
        st.one_of(kjente, st.tuples(kjente, st.sampled_from([" og ", ", "]), kjente).map("".join))
        .map(les)
        .filter(lambda regel: regel is not None)
    )


@settings(max_examples=500)
@given(regel=frasene(), periode=perioder(), kalender=kalendere())
def test_windows_lie_in_order_with_room_for_their_names_and_keep_their_keys(regel, periode, kalender):
    def moeter(aar: int) -> Moeter:
        return moeter_fra_dager(aar, **kalender)

    funnet = vinduer(regel, *periode, moeter)
    anslaatt = vinduer(regel, *periode, moeter_fra_dager)

    assert [(vindu.foerste, vindu.siste) for vindu in funnet] == sorted((en.foerste, en.siste) for en in funnet)
    assert [vindu for vindu in funnet if vindu.foerste > vindu.siste] == []
    assert len({vindu.noekkel for vindu in funnet}) == len(funnet)
    assert [vindu.utenfor for vindu in funnet] == [not periode[0] <= en.siste <= periode[1] for en in funnet]
    assert max((len(vindu.noekkel) for vindu in funnet), default=0) <= Termin._meta.get_field("noekkel").max_length
    assert max((len(vindu.etikett) for vindu in funnet), default=0) <= Termin._meta.get_field("etikett").max_length
    # whatever the calendar says, an occurrence is known by the same key and named alike
    navn = {vindu.noekkel: vindu.etikett for vindu in anslaatt}
    assert [en.etikett for en in funnet if en.noekkel in navn] == [
        navn[en.noekkel] for en in funnet if en.noekkel in navn
    ]


SJELDEN = "Uke 53, årlig"  # some four years have none


@pytest.mark.parametrize("fra", [date(2024 + nr, maaned, 1) for nr in range(4) for maaned in (1, 3, 11)], ids=str)
def test_nothing_that_is_understood_is_lost_in_four_years_from_any_month(fra):
    til = fra.replace(year=fra.year + 4) - timedelta(days=1)

    uten_vindu = [frase for frase, regel in LEST.items() if not vinduer(regel, fra, til, moeter_fra_dager)]

    assert [frase for frase in uten_vindu if frase != SJELDEN] == []
