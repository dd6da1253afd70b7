"""A goal that names an election: what is said of it before and after, and when it is reached."""

from dataclasses import replace
from datetime import date

import pytest

from aktivitet.moeter import Milepael
from tiltak.dokument import Periodemaal
from tiltak.valgmaal import Kretsresultat, Utfall, har_maaltall

VALGDAG = Milepael(date(2027, 9, 13), date(2027, 9, 13))
ANSLAG = replace(VALGDAG, anslag=True)
FOER, ETTER = date(2026, 6, 15), date(2027, 9, 14)
FYLKESTING = Periodemaal("Minst fire", None, None, 0, antall=4, valg="fylkestingsvalg", valgaar=2027)
STORTING = replace(FYLKESTING, antall=1, per_valgkrets=True, valg="stortingsvalg")


def i_ord(maal, resultater, i_dag=ETTER, valgdag=VALGDAG):
    utfall = Utfall.av(maal, valgdag, [Kretsresultat(*ett) for ett in resultater], i_dag)
    return f"{utfall.valget}: {utfall.i_ord}", utfall.naadd


@pytest.mark.parametrize(
    ("maal", "resultater", "i_dag", "sagt", "naadd"),
    [
        (FYLKESTING, [], FOER, "Målet er minst 4 representanter. Ikke valgt ennå.", None),
        (FYLKESTING, [], VALGDAG.siste, "Målet er minst 4 representanter. Ikke valgt ennå.", None),
        (FYLKESTING, [], ETTER, "Målet er minst 4 representanter. Resultatet er ikke ført ennå.", None),
        (FYLKESTING, [("", 3)], ETTER, "Fikk 3. Målet var minst 4: ikke nådd.", False),
        (FYLKESTING, [("", 0)], ETTER, "Fikk 0. Målet var minst 4: ikke nådd.", False),
        (FYLKESTING, [("", 4)], ETTER, "Fikk 4. Målet var minst 4: nådd.", True),
        (FYLKESTING, [("Nord", 2), ("Sør", 3)], ETTER, "Fikk 5. Målet var minst 4: nådd.", True),
        (STORTING, [], FOER, "Målet er minst 1 representant i hver valgkrets. Ikke valgt ennå.", None),
        (
            STORTING,
            [("Nord", 1), ("Sør", 0)],
            ETTER,
            "Nord fikk 1, Sør fikk 0. Målet var minst 1 i hver valgkrets: ikke nådd.",
            False,
        ),
        (
            STORTING,
            [("Nord", 1), ("Sør", 2)],
            ETTER,
            "Nord fikk 1, Sør fikk 2. Målet var minst 1 i hver valgkrets: nådd.",
            True,
        ),
        (
            STORTING,
            [("", 2)],
            ETTER,
            "Fikk 2. Målet var minst 1 i hver valgkrets: ikke avgjort, siden resultatet ikke er ført for hver krets.",
            None,
        ),
    ],
)
def test_the_outcome_in_words(maal, resultater, i_dag, sagt, naadd):
    valg = maal.valg.capitalize() + "et 13. september 2027"

    assert i_ord(maal, resultater, i_dag) == (f"{valg}: {sagt}", naadd)


def test_an_estimated_day_says_so():
    assert i_ord(FYLKESTING, [], FOER, ANSLAG)[0] == (
        "Fylkestingsvalget 13. september 2027 (anslag): Målet er minst 4 representanter. Ikke valgt ennå."
    )


@pytest.mark.parametrize(
    ("i_dag", "sagt"),
    [(date(2027, 12, 31), "Ikke valgt ennå."), (date(2028, 1, 1), "Resultatet er ikke ført ennå.")],
)
def test_an_election_without_a_day_is_awaited_its_whole_year(i_dag, sagt):
    assert i_ord(FYLKESTING, [], i_dag, None)[0] == (
        f"Fylkestingsvalget 2027: Målet er minst 4 representanter. {sagt}"
    )


@pytest.mark.parametrize(
    "mangler", [{"antall": None}, {"valg": None}, {"valg": ""}, {"valgaar": None}, {"valgaar": 0}, {"valgaar": 32767}]
)
def test_a_goal_that_does_not_say_all_has_no_target(mangler):
    maal = replace(FYLKESTING, **mangler)

    assert har_maaltall(FYLKESTING)
    assert (har_maaltall(maal), Utfall.av(maal, VALGDAG, [], FOER)) == (False, None)


def test_none_at_all_is_a_target_too():
    assert i_ord(replace(FYLKESTING, antall=0), [("", 0)]) == (
        "Fylkestingsvalget 13. september 2027: Fikk 0. Målet var minst 0: nådd.",
        True,
    )
