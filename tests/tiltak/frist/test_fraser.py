"""What other plans say, in bokmål and nynorsk, and every window that it gives in a plan for 2025–2028.

`fraser.txt` has a phrase a line: the phrase, how it is meant ("?" waits for the secretary, "L" is ongoing, "B" only
when needed), and its windows, first day to due day. "~" stands after days that rest on an estimated meeting, and "!"
after those outside the period. A phrase with nothing but "ikke forstått" is none.
"""

from datetime import date
from pathlib import Path

import pytest

from aktivitet.moeter import moeter_fra_dager
from tiltak.frist import les, vinduer

LINJER = [
    tuple(felt.strip() for felt in linje.split("|"))
    for linje in (Path(__file__).parent / "fraser.txt").read_text(encoding="utf-8").splitlines()
    if linje and not linje.startswith("#")
]


def vist(frase: str) -> tuple[str, str]:
    """How a phrase is meant and its windows, as the file has them."""
    regel = les(frase)
    if regel is None:
        return "", "ikke forstått"
    merker = (("?", regel.til_bekreftelse), ("L", regel.loepende), ("B", regel.ved_behov))
    vinduene = [
        f"{dag(vindu.foerste)}–{dag(vindu.siste)}{'~' * vindu.anslag}{'!' * vindu.utenfor}"
        for vindu in vinduer(regel, date(2025, 1, 1), date(2028, 12, 31), moeter_fra_dager)
    ]
    return "".join(merke for merke, gjelder in merker if gjelder), ", ".join(vinduene)


def dag(dagen: date) -> str:
    return f"{dagen.day}.{dagen.month}.{dagen:%y}"


@pytest.mark.parametrize(("frase", "merker", "ventet"), LINJER, ids=[linje[0] for linje in LINJER])
def test_what_other_plans_say_gives_exactly_these_windows(frase, merker, ventet):
    assert vist(frase) == (merker, ventet)


def test_no_phrase_stands_twice():
    frasene = [frase for frase, _, _ in LINJER]

    assert [frase for frase in frasene if frasene.count(frase) > 1] == []
