"""The picture: everything stands inside it, no words stand on others, and every row is there."""

import re
from datetime import date
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from aktivitet.hjul.etiketter import fordelt
from aktivitet.hjul.rader import Slag
from aktivitet.hjul.sirkel import Sirkel
from aktivitet.hjul.tegning import BRED, RUND, SMAL, tegn
from aktivitet.tekstbredde import bredden

from .eksempel import AARET, IGJEN, rad, radene

FORMER = pytest.mark.parametrize("form", [BRED, RUND, SMAL], ids=["bred", "rund", "smal"])
I_DAG = date(2026, 2, 14)
I_SVG = "{http://www.w3.org/2000/svg}"


def boks(ord_):
    """Where words are, from corner to corner. Turned words are left to the ring that they stand on."""
    bredde = bredden(ord_.tekst, ord_.stoerrelse, ord_.fet)
    fra = ord_.x - {"start": 0, "middle": bredde / 2, "end": bredde}[ord_.anker]
    return fra, ord_.y - 0.75 * ord_.stoerrelse, fra + bredde, ord_.y + 0.2 * ord_.stoerrelse


def dekker(a, b):
    return a[0] < b[2] - 0.1 and b[0] < a[2] - 0.1 and a[1] < b[3] - 0.1 and b[1] < a[3] - 0.1


def ordene(bilde):
    """All words that stand straight, the numbers in the marks apart."""
    etiketter = [ord_ for merke in bilde.merker for ord_ in merke.etikett]
    tegn = [ord_ for _, ord_ in bilde.tegn] + ([bilde.i_dag_tegn[1]] if bilde.i_dag_tegn else [])
    return [*bilde.overskrift, *bilde.midten, *etiketter, *tegn, *bilde.liste]


def inni(bilde, boksen):
    x1, y1, x2, y2 = boksen
    return (
        bilde.venstre <= x1
        and x2 <= bilde.venstre + bilde.bredde
        and bilde.topp <= y1
        and y2 <= bilde.topp + bilde.hoeyde
    )


@FORMER
@pytest.mark.parametrize("sirkel", [AARET, IGJEN], ids=["et år", "fra årsmøte til årsmøte"])
@pytest.mark.parametrize("overskrift", [(), ("Året 2026", "Innlandet SV " * 20)], ids=["på en side", "alene"])
@settings(max_examples=25)
@given(data=st.data())
def test_any_year_is_drawn_inside_its_box_with_no_words_on_others_and_every_row_once(form, sirkel, overskrift, data):
    rader = data.draw(radene(sirkel))

    bilde = tegn(rader, sirkel, form, I_DAG, "hjul", overskrift)

    assert [ett.nr for merke in bilde.merker for ett in merke.rader] == [ett.nr for ett in rader]
    bokser = [boks(ord_) for ord_ in ordene(bilde)]
    assert all(inni(bilde, boksen) for boksen in bokser)
    assert not any(dekker(a, b) for a, b in combinations(bokser, 2))
    for merke in bilde.merker:
        assert merke.x**2 + merke.y**2 <= (form.ytterst - 12) ** 2
        assert merke.tekst.tekst == (
            str(merke.rader[0].nr) if len(merke.rader) == 1 else f"{merke.rader[0].nr}–{merke.rader[-1].nr}"
        )
    for merke, _ in bilde.tegn:
        assert inni(bilde, (merke.x - 12, merke.y - 12, merke.x + 12, merke.y + 12))


@FORMER
@pytest.mark.parametrize("antall", [0, 1, 17, 60, 400])
def test_any_number_of_rows_is_drawn_as_svg_that_can_be_read(form, antall):
    rader = [rad(nr, date(2026, (nr * 12 - 1) // antall % 12 + 1, nr % 28 + 1)) for nr in range(1, antall + 1)]
    rader = tuple(rad(nr, ett.foerste) for nr, ett in enumerate(sorted(rader, key=lambda ett: ett.foerste), start=1))

    svg = render_to_string("aktivitet/_hjul.html", {"bilde": tegn(rader, AARET, form, I_DAG, "hjul"), "lenker": True})

    rot = ElementTree.fromstring(svg)
    assert (
        rot.find(f"{I_SVG}title").text == f"Året 2026 som hjul. {antall or 'Ingen'} aktivitet{'er' * (antall != 1)}."
    )
    lenker = rot.findall(f".//{I_SVG}a")
    assert all(lenke.find(f"{I_SVG}title").text for lenke in lenker)
    assert "style=" not in svg
    assert not re.search(r"\d,\d|[eE]-\d|nan", re.sub("<title>.*?</title>", "", svg))


def test_the_kinds_have_shapes_of_their_own_and_what_is_not_sure_is_hollow():
    rader = (
        rad(1, date(2026, 1, 10), slag=Slag.MOETE),
        rad(2, date(2026, 3, 10), slag=Slag.FRIST),
        rad(3, date(2026, 5, 10)),
        rad(4, date(2026, 7, 10), avlyst=True),
        rad(5, date(2026, 9, 1), date(2026, 9, 30), dag_er_kjent=False, utkast=True),
        rad(6, date(2026, 10, 1), date(2026, 10, 14)),
    )

    bilde = tegn(rader, AARET, BRED, I_DAG, "hjul")

    former = [re.sub(r"[-\d. M]", "", merke.form) for merke in bilde.merker]
    assert former == ["hvhz", "lllz", "aaz", "aaz", "aaz", "aaz"]
    assert [merke.fylt for merke in bilde.merker] == [True, True, True, False, False, True]
    assert [bool(merke.kryss) for merke in bilde.merker] == [False, False, False, True, False, False]
    assert [bool(merke.bue) for merke in bilde.merker] == [False, False, False, False, True, True]
    assert [ord_.tekst for _, ord_ in bilde.tegn] == [
        *("møte", "frist", "annet", "flere dager", "dagen er ikke satt", "avlyst", "utkast")
    ]
    assert bilde.i_dag_tegn[1].tekst == "i dag, 14. februar 2026"
    assert [merke.etikett[1].tekst for merke in bilde.merker[3:5]] == ["Avlyst · fre. 1. mai", "Utkast · fre. 1. mai"]


def test_a_full_column_has_one_line_each_and_still_says_what_is_cancelled():
    rader = tuple(rad(nr, date(2026, 1 + nr // 5, 1 + 5 * (nr % 5)), avlyst=nr == 3) for nr in range(1, 29))

    merker = tegn(rader, AARET, BRED, I_DAG, "hjul").merker

    assert {len(merke.etikett) for merke in merker} == {1}
    assert [merke.etikett[0].tekst for merke in merker[1:4]] == ["2 Møte", "3 Avlyst: Møte", "4 Møte"]


@pytest.mark.parametrize("antall", [90, 400])
def test_a_picture_alone_has_a_list_where_not_every_row_has_words_beside_it(antall):
    rader = tuple(rad(nr, date(2026, 1 + 12 * (nr - 1) // antall, 1 + nr % 28)) for nr in range(1, antall + 1))

    alene = tegn(rader, AARET, BRED, I_DAG, "hjul", ("Året 2026",))

    assert [ord_.tekst for ord_ in alene.liste[::2]] == [f"{nr} Møte" for nr in range(1, antall + 1)]
    assert tegn(rader, AARET, BRED, I_DAG, "hjul").liste == ()
    assert tegn(rader[:5], AARET, BRED, I_DAG, "hjul", ("Året 2026",)).liste == ()


def test_a_picture_on_a_page_is_no_wider_than_the_wheel_where_words_have_no_room_beside_it():
    rader = tuple(rad(nr, date(2026, 1 + (nr - 1) // 6, 1 + 5 * (nr % 6))) for nr in range(1, 72))

    assert tegn(rader, AARET, BRED, I_DAG, "hjul").bredde == tegn(rader, AARET, RUND, I_DAG, "hjul").bredde


def test_today_is_marked_within_the_year_alone():
    assert tegn((), AARET, RUND, date(2026, 7, 1), "hjul").i_dag.startswith("M-")  # a little after the bottom
    assert tegn((), AARET, RUND, date(2027, 1, 1), "hjul").i_dag == ""
    assert tegn((), AARET, RUND, None, "hjul").i_dag_tegn is None


def test_a_wheel_over_two_years_says_which_month_begins_each():
    bilde = tegn((), IGJEN, RUND, None, "hjul")

    navn = [ord_.tekst for ord_ in bilde.maaneder]
    assert (navn[0], navn[1], navn[11]) == ("feb. 2025", "mars", "jan. 2026")
    assert bilde.tittel == "Februar 2025–mars 2026 som hjul. Ingen aktiviteter."
    assert [ord_.tekst for ord_ in bilde.midten] == ["2025–2026", "Ingen aktiviteter"]


def test_numbers_that_stand_at_the_very_bottom_are_kept_in_the_middle_of_their_mark_too():
    sirkel = Sirkel(date(2025, 1, 1), date(2026, 3, 31))  # of fifteen months the eighth is straight down
    mange = tuple(rad(nr, date(2025, 8, 14)) for nr in range(1, 401))

    [merke] = tegn(mange, sirkel, RUND, None, "hjul").merker

    assert merke.tekst.vinkel == 0
    assert merke.tekst.sted.startswith('transform="translate(')


def test_no_name_of_a_month_is_wider_than_its_sector_or_stands_on_its_head():
    for form in (BRED, SMAL):
        for sirkel in (AARET, IGJEN, Sirkel(date(2026, 3, 1), date(2027, 2, 28))):
            for ord_ in tegn((), sirkel, form, None, "hjul").maaneder:
                assert -90 <= ord_.vinkel <= 90


@given(st.lists(st.floats(-280, 280), max_size=17), st.sampled_from([17.0, 34.0]))
def test_words_keep_their_order_their_distance_and_their_column(oensket, linje):
    oensket.sort()

    steder = fordelt(oensket, linje, 585)

    assert len(steder) == len(oensket)
    assert all(b - a >= linje - 1e-6 for a, b in pairwise(steder))
    assert all(-292.5 + linje / 2 - 1e-6 <= y <= 292.5 - linje / 2 + 1e-6 for y in steder)


def test_words_with_room_stand_where_they_would():
    assert fordelt([-200, 0, 100], 34, 585) == [-200, 0, 100]
    assert fordelt([0, 0], 34, 585) == [-17, 17]
