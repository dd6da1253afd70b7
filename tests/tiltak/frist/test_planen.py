"""The plan's own 49 measures: as many terminer, and as many in each year, as the county party counts."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

from aktivitet.moeter import moeter_fra_dager
from tiltak.frist import les, vinduer

PLANEN = Path(__file__).parents[3] / "fixtures" / "arbeidsplan-2025-2028.txt"
TILTAK = re.compile(r"^[0-9][0-9.]*[a-z]\t[^\t]+\t([^\t\n]+)$", re.MULTILINE)


def test_the_plans_49_measures_give_236_terminer():
    fraser = TILTAK.findall(PLANEN.read_text(encoding="utf-8"))

    alle = [
        vindu
        for frase in fraser
        for vindu in vinduer(
            les(frase), date(2025, 1, 1), date(2028, 12, 31), lambda aar: moeter_fra_dager(aar, [], [])
        )
    ]

    assert (len(fraser), len(set(fraser)), len(alle)) == (49, 20, 236)
    assert Counter("utenfor" if vindu.utenfor else vindu.siste.year for vindu in alle) == {
        "utenfor": 10,
        2025: 62,
        2026: 58,
        2027: 53,
        2028: 53,
    }
