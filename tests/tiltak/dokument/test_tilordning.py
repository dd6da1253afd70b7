"""The pairing that is best all in all, against the one found by trying every pairing there is."""

from hypothesis import given
from hypothesis import strategies as st

from tiltak.dokument.tilordning import beste_par

vekter = st.dictionaries(
    st.integers(0, 4), st.dictionaries(st.integers(0, 4), st.integers(1, 12), max_size=5), max_size=5
)


def summen(vekter, par):
    return sum(vekter[en][annen] for en, annen in par.items())


def det_meste(vekter, rader, opptatt=frozenset()):
    """The highest sum there is, by trying everything."""
    if not rader:
        return 0
    foerste, *resten = rader
    med = [
        vekt + det_meste(vekter, resten, opptatt | {annen})
        for annen, vekt in vekter[foerste].items()
        if annen not in opptatt
    ]
    return max([det_meste(vekter, resten, opptatt), *med])


def test_two_are_not_left_apart_to_give_a_third_its_favourite():
    assert beste_par({1: {10: 9, 11: 8}, 2: {10: 8}}) == {1: 11, 2: 10}


def test_a_strong_pair_is_not_broken_for_two_weak_ones():
    assert beste_par({1: {10: 9, 11: 2}, 2: {10: 2}}) == {1: 10}


def test_nothing_gives_nothing():
    assert (beste_par({}), beste_par({1: {}})) == ({}, {})


@given(vekter)
def test_no_pairing_weighs_more_and_nobody_is_in_two(vekter):
    par = beste_par(vekter)

    assert len(set(par.values())) == len(par)
    assert summen(vekter, par) == det_meste(vekter, sorted(vekter))


@given(vekter)
def test_the_order_that_the_weights_come_in_says_nothing(vekter):
    baklengs = {en: dict(reversed(egne.items())) for en, egne in reversed(vekter.items())}

    assert beste_par(baklengs) == beste_par(vekter)
