"""All the patterns in one expression find the same pieces as one after another."""

import re

from tests.tiltak.frist.test_fraser import LINJER
from tiltak.frist.normalform import normaliser
from tiltak.frist.oppdeling import MOENSTRE, del_opp

ETTER_TUR = [(re.compile(f"(?:{moenster})(?: |$)"), lag) for moenster, lag in MOENSTRE.items()]


def del_opp_etter_tur(normalform):
    atomer, sted = [], 0
    while sted < len(normalform):
        treff = ((moenster.match(normalform, sted), lag) for moenster, lag in ETTER_TUR)
        funnet, lag = next(((funn, lag) for funn, lag in treff if funn), (None, None))
        if funnet is None:
            return None
        try:
            atomer.append(lag(*funnet.groups()))
        except ValueError:
            return None
        sted = funnet.end()
    return atomer


def test_a_phrase_is_taken_apart_by_the_first_pattern_that_fits():
    normalformer = [normaliser(frase) for frase, _, _ in LINJER]

    assert [del_opp(en) for en in normalformer] == [del_opp_etter_tur(en) for en in normalformer]


def test_every_pattern_is_used_by_some_phrase():
    brukt = set()
    for frase, _, _ in LINJER:
        normalform, sted = normaliser(frase), 0
        while sted < len(normalform):
            funn = next((funn for moenster, _ in ETTER_TUR if (funn := moenster.match(normalform, sted))), None)
            if funn is None:
                break
            brukt.add(funn.re)
            sted = funn.end()

    assert [moenster.pattern for moenster, _ in ETTER_TUR if moenster not in brukt] == []
