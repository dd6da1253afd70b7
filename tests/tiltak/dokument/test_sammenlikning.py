"""Two versions of a plan compared: what is new, changed, moved and gone, whatever was done to it."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import PLANFIL
from tiltak.dokument import Avsnitt, Maal, Plandokument, Tiltak, les_dokument
from tiltak.dokument.forskjell import Slag
from tiltak.dokument.sammenlikning import sammenlikn

PLANEN = PLANFIL.read_text(encoding="utf-8")
LEST = les_dokument(PLANFIL.read_bytes())
DELER = ("kapitler", "avsnitt", "periodemaal", "maal", "tiltak", "aktivitetsplan")
ANDRE = [
    "Skrive leserinnlegg om jernbanen",
    "Kjøpe inn partytelt til stands",
    "Lage podkast med ordførerne",
    "Besøke arbeidsplasser langs E6",
]


def les(tekst):
    return les_dokument(tekst.encode())


def bytt(*par, i=PLANEN):
    """The plan's text with some words put in place of others, each of which must stand there once."""
    for foer, etter in par:
        assert i.count(foer) == 1, foer
        i = i.replace(foer, etter)
    return les(i)


def ulikt(sammenlikning, del_="tiltak"):
    """Everything that is not as it was: code or number before and after, what became of it, what of it."""
    navn = "kode" if del_ == "tiltak" else "nummer"
    return [
        (
            getattr(ett.gammel, navn, None),
            getattr(ett.ny, navn, None),
            str(ett.slag),
            ett.endret,
            ett.flyttet,
            ett.sikker,
        )
        for ett in getattr(sammenlikning, del_)
        if ett.slag != Slag.UENDRET
    ]


def maal(nummer, *tiltak, overskrift="", forelder=None, avsnitt=()):
    """A goal with measures, each as (letter, wording)."""
    return Maal(
        nummer,
        forelder,
        overskrift or f"Overskrift {nummer}",
        None,
        None,
        0,
        avsnitt=tuple(Avsnitt(tekst, False, None, None, 0) for tekst in avsnitt),
        tiltak=tuple(Tiltak(f"{nummer}{bokstav}", tekst, "Årlig", "", 0) for bokstav, tekst in tiltak),
    )


def plan(*maalene):
    return Plandokument("", "Plan", "", date(2025, 1, 1), date(2028, 12, 31), (), (), (), tuple(maalene), (), (), ())


def test_the_plan_compared_with_itself_is_all_unchanged():
    svar = sammenlikn(LEST, LEST)

    assert svar.hode == ()
    assert {del_: {str(ett.slag) for ett in getattr(svar, del_)} for del_ in DELER} == {
        del_: {"uendret"} for del_ in DELER
    }
    assert len(svar.tiltak) == 49


def test_a_word_changed_a_code_swapped_one_added_and_one_dropped():
    ny = bytt(
        ("1.1b\tWorkshoper", "1.1c\tWorkshops"),
        ("1.1c\tFylkespartiet", "1.1b\tFylkespartiet"),
        ("1.2a\tOppfølging av folkevalgte i kommunene\tKontinuerlig\n", ""),
        ("1.3c\tArrangere felles", "1.3c\tLage podkast\t2026\n1.3d\tArrangere felles"),
        ("1.3d\tNettverkene", "1.3e\tNettverkene"),
        ("1.1a\tRevidere kommunikasjonsstrategi\t2024 og 2026", "1.1a\tRevidere kommunikasjonsstrategi\t2027"),
    )

    assert ulikt(sammenlikn(LEST, ny)) == [
        ("1.1a", "1.1a", "endret", ("gjennomfoering",), (), True),
        ("1.1b", "1.1c", "endret og flyttet", ("tekst",), ("kode",), True),
        ("1.1c", "1.1b", "flyttet", (), ("kode",), True),
        (None, "1.3c", "ny", (), (), True),
        ("1.3c", "1.3d", "flyttet", (), ("kode",), True),
        ("1.3d", "1.3e", "flyttet", (), ("kode",), True),
        ("1.2a", None, "borte", (), (), True),
    ]


def test_a_goal_put_in_shifts_the_numbers_and_everything_below_follows():
    foer = plan(
        maal("1", ("a", ANDRE[0]), overskrift="Ute"),
        maal("2", ("a", ANDRE[1]), ("b", ANDRE[2]), overskrift="Inne", avsnitt=["Vi skal være mange."]),
    )
    etter = plan(
        maal("1", ("a", ANDRE[0]), overskrift="Ute"),
        maal("2", ("a", ANDRE[3]), overskrift="Underveis"),
        maal("3", ("a", ANDRE[1]), ("b", ANDRE[2]), overskrift="Inne", avsnitt=["Vi skal være mange."]),
    )
    svar = sammenlikn(foer, etter)

    assert ulikt(svar, "maal") == [
        (None, "2", "ny", (), (), True),
        ("2", "3", "flyttet", (), ("nummer",), True),
    ]
    assert ulikt(svar) == [
        (None, "2a", "ny", (), (), True),
        ("2a", "3a", "flyttet", (), ("kode",), True),
        ("2b", "3b", "flyttet", (), ("kode",), True),
    ]
    assert [ett.slag for ett in svar.avsnitt] == [Slag.UENDRET]


def test_a_goal_moved_under_another_and_a_measure_moved_to_another():
    foer = plan(maal("1", ("a", ANDRE[0])), maal("2"), maal("2.1", ("a", ANDRE[1]), ("b", ANDRE[2]), forelder="2"))
    etter = plan(
        maal("1", ("a", ANDRE[0]), ("b", ANDRE[2])),
        maal("1.1", ("a", ANDRE[1]), forelder="1", overskrift="Overskrift 2.1"),
        maal("2"),
    )
    svar = sammenlikn(foer, etter)

    assert ulikt(svar, "maal") == [("2.1", "1.1", "flyttet", (), ("nummer", "forelder"), True)]
    assert ulikt(svar) == [
        ("2.1b", "1b", "flyttet", (), ("kode", "maal"), True),
        ("2.1a", "1.1a", "flyttet", (), ("kode",), True),
    ]


def test_one_that_changes_places_is_moved_and_those_it_passes_are_not():
    foer = plan(maal("1", *zip("abcd", ANDRE, strict=True)))
    rekke = [ANDRE[3], *ANDRE[:3]]
    etter = plan(maal("1", *zip("dabc", rekke, strict=True)))

    assert ulikt(sammenlikn(foer, etter)) == [("1d", "1d", "flyttet", (), ("plass",), True)]


def test_a_code_that_stands_twice_is_two_measures():
    ny = bytt(("Gjennomføre vervekampanje en gang per år, med premie.", "Gjennomføre vervekampanje to ganger per år."))

    assert ulikt(sammenlikn(LEST, ny)) == [("2.3d", "2.3d", "endret", ("tekst",), (), True)]


def test_the_head_the_chapters_the_period_goals_and_the_years_table():
    ny = bytt(
        ("Forslag til årsmøtet", "Vedtatt på årsmøtet"),
        ("Få valgt inn minst fire representanter", "Få valgt inn minst fem representanter"),
        ("Mars\tLandsmøte\t", "Mars\tLandsmøte\tVårkonferanse"),
    )
    svar = sammenlikn(LEST, ny)

    assert svar.hode == ("undertittel",)
    assert [(ett.ny.antall, ett.endret) for ett in svar.periodemaal if ett.slag != Slag.UENDRET] == [
        (5, ("tekst", "antall"))
    ]
    assert [(ett.ny.maaned, ett.endret) for ett in svar.aktivitetsplan if ett.slag != Slag.UENDRET] == [
        ("Mars", ("mellomaar",))
    ]
    assert [ett.slag for ett in svar.tiltak if ett.slag != Slag.UENDRET] == []


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_a_shuffled_plan_has_nothing_new_gone_or_changed(rnd):
    gammel = LEST
    ny = replace(gammel, maal=tuple(stokket(gammel.maal, rnd)), periodemaal=tuple(stokket(gammel.periodemaal, rnd)))
    ny = replace(ny, maal=tuple(replace(ett, tiltak=tuple(stokket(ett.tiltak, rnd))) for ett in ny.maal))
    svar = sammenlikn(gammel, ny)

    for del_ in ("maal", "tiltak", "periodemaal"):
        assert {ett.slag for ett in getattr(svar, del_)} <= {Slag.UENDRET, Slag.FLYTTET}
        assert all(ordlyden(ett.gammel) == ordlyden(ett.ny) for ett in getattr(svar, del_))


def ordlyden(del_):
    return (del_.nummer, del_.overskrift) if isinstance(del_, Maal) else del_


def stokket(ting, rnd):
    ting = list(ting)
    rnd.shuffle(ting)
    return ting


tekster = st.lists(st.sampled_from([*ANDRE, *(f"{en} og {annen}" for en in ANDRE for annen in ANDRE)]), max_size=4)
planer = st.lists(tekster, max_size=4).map(
    lambda alle: plan(*(maal(f"{nr}", *zip("abcd", tekst, strict=False)) for nr, tekst in enumerate(alle, start=1)))
)


@given(planer, planer)
def test_every_part_of_either_is_in_the_answer_once_and_the_answer_is_the_same_every_time(gammel, ny):
    svar = sammenlikn(gammel, ny)

    for del_, gamle, nye in (("maal", gammel.maal, ny.maal), ("tiltak", gammel.tiltak, ny.tiltak)):
        forskjeller = getattr(svar, del_)
        assert sorted(ett.gammel_nr for ett in forskjeller if ett.gammel) == list(range(len(gamle)))
        assert [ett.ny_nr for ett in forskjeller if ett.ny] == list(range(len(nye)))
        assert all(ett.gammel is None or gamle[ett.gammel_nr] == ett.gammel for ett in forskjeller)
    assert sammenlikn(gammel, ny) == svar


@pytest.mark.parametrize("andel", [0.1, 1.0], ids=["en av ti", "alle"])
def test_a_thousand_measures_with_words_changed_and_codes_mixed_find_their_own(andel):
    rnd = random.Random(7)
    ord_ = sorted({ett for tiltak in LEST.tiltak for ett in tiltak.tekst.split()})
    tekster = [" ".join(rnd.choices(ord_, k=12)) for _ in range(1000)]
    nye = [f"{tekst} i tide" if rnd.random() < andel else tekst for tekst in tekster]
    rekke = stokket(range(1000), rnd)

    def i_maal(tekstene):
        return plan(*(maal(f"{nr}", *(("a", tekst) for tekst in tekstene[nr::50])) for nr in range(50)))

    svar = sammenlikn(i_maal(tekster), i_maal([nye[nr] for nr in rekke]))

    assert all(ett.gammel and ett.ny and ett.ny.tekst.startswith(ett.gammel.tekst) for ett in svar.tiltak)
    assert len(svar.tiltak) == 1000
