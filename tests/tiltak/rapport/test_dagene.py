"""Tests of how a report's days are told: by the year where they are one, and else in words that fit their place."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from tiltak.figurer import Figurer
from tiltak.rapport.deler import Periodedel, Periodefigurer
from tiltak.rapport.dokument import rapport_html
from tiltak.rapport.kort import kortversjon
from tiltak.rapport.word import lag_word
from tiltak.templatetags.rapportdiagram import periodediagram, statusdiagram
from tiltak.templatetags.rapporttall import mot_aaret_foer

from .eksempel import GODKJENT
from .former import FULLT

EN, TO, INGEN = Figurer.av({"gjennomfoert": 1}), Figurer.av({"gjennomfoert": 1, "utgaar": 1}), Figurer.av({})
AARET = Periodefigurer("2024", TO)
DAGENE = Periodefigurer("1. mars 2024–28. februar 2025", TO)
MOETE_TIL_MOETE = replace(
    FULLT, fra=date(2025, 3, 1), til=date(2026, 2, 28), aar=2026, figurer=EN, aaret_foer=DAGENE, perioden=None
)
ET_AAR = replace(MOETE_TIL_MOETE, fra=date(2025, 1, 1), til=date(2025, 12, 31), aar=2025, aaret_foer=AARET)


@pytest.mark.parametrize(
    ("innhold", "sier"),
    [
        (ET_AAR, "1 av 1 frist er gjennomført. I 2024 var det 1 av 2."),
        (
            MOETE_TIL_MOETE,
            "1 av 1 frist er gjennomført. I perioden 1. mars 2024–28. februar 2025 var det 1 av 2.",
        ),
        (
            replace(ET_AAR, figurer=INGEN),
            "Ingen tiltak hadde frist i perioden. I 2024 ble 1 av 2 frister gjennomført.",
        ),
        (replace(ET_AAR, figurer=TO), "1 av 2 frister er gjennomført. I 2024 var det 1 av 2."),
    ],
)
def test_the_sentence_against_the_year_before_is_norwegian_for_any_days_and_any_number(innhold, sier):
    assert mot_aaret_foer(innhold).i_ord == sier


@pytest.mark.parametrize(
    ("innhold", "noekkel", "i_soeylen"),
    [
        (ET_AAR, ("2025", "2024"), "1 i 2024"),
        (MOETE_TIL_MOETE, ("Denne perioden", "Forrige periode"), "1 i forrige periode"),
    ],
)
def test_the_chart_names_the_days_in_words_that_there_is_room_for(innhold, noekkel, i_soeylen):
    diagram = statusdiagram(innhold)

    assert ((diagram.fylt, diagram.hul), diagram.grupper[0].soeyler[1].tekst) == (noekkel, i_soeylen)


def test_the_chart_of_the_years_says_that_the_last_one_is_not_over():
    diagram = periodediagram(
        Periodedel("2025–2028", (Periodefigurer("2025", TO), Periodefigurer("1. januar–28. februar 2026", EN)))
    )

    assert [gruppe.navn for gruppe in diagram.grupper] == ["2025", "2026 så langt"]
    assert diagram.i_ett == (
        "Søylediagram. 1 av 2 gjennomført i 2025 og 1 av 1 gjennomført i perioden 1. januar–28. februar 2026."
    )


@pytest.mark.parametrize(
    ("innhold", "over", "hode"),
    [
        (ET_AAR, "Frister i 2025 og i 2024.", ("2025", "2024")),
        (
            MOETE_TIL_MOETE,
            "Frister i perioden 1. mars 2025–28. februar 2026 og i perioden 1. mars 2024–28. februar 2025.",
            ("Denne perioden", "Forrige periode"),
        ),
    ],
)
def test_the_table_tells_both_periods_in_full_above_it(innhold, over, hode):
    html = rapport_html(innhold, GODKJENT)

    assert over in html
    assert all(f'<th scope="col">{navn}</th>' in html for navn in hode)


def test_word_and_the_short_version_say_it_likewise():
    avsnittene = [avsnitt.text for avsnitt in Document(BytesIO(lag_word(MOETE_TIL_MOETE, GODKJENT))).paragraphs]

    assert "I perioden 1. mars 2024–28. februar 2025: 2 frister: 1 gjennomført og 1 utgår." in avsnittene
    assert kortversjon(MOETE_TIL_MOETE, 310).foer == "i forrige periode"
