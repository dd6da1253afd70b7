"""The report's workbook: which rows and figures it has, that days are days, and that no text breaks it or runs."""

import io
from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import load_workbook

from tiltak.figurer import Figurer
from tiltak.rapport.rader import I_PERIODEN, KOLONNER, tiltaksrader
from tiltak.rapport.regneark import rapport_xlsx
from tiltak.rapport.utgivelse import UTKAST

from .eksempel import GODKJENT
from .former import FULLT, GJELDER, STATUS, STYGGE, med_tekst, stort


def bok(innhold, utgivelse=GODKJENT):
    return load_workbook(io.BytesIO(rapport_xlsx(innhold, utgivelse)))


def radene(ark):
    """The rows without the empty cells at their end."""
    rader = [list(rad) for rad in ark.iter_rows(values_only=True)]
    return [rad[: max((nr for nr, verdi in enumerate(rad, 1) if verdi is not None), default=0)] for rad in rader]


def dager(rad):
    """Days as openpyxl gives them back."""
    return [datetime(v.year, v.month, v.day) if hasattr(v, "year") else v for v in rad]  # noqa: DTZ001


def test_the_measures_are_the_rows_of_the_csv_with_real_days():
    hode, *rader = bok(FULLT)["Tiltak"].iter_rows(values_only=True)

    assert [*hode] == [*KOLONNER]
    assert [[*rad] for rad in rader] == [dager(rad) for rad in tiltaksrader(FULLT)]


def test_the_sheet_is_made_to_look_in():
    ark = bok(FULLT)["Tiltak"]

    assert (ark.freeze_panes, ark.auto_filter.ref, ark.print_title_rows) == ("A2", "A1:P9", "$1:$1")
    assert all(celle.font.bold for celle in ark[1])
    assert all(celle.alignment.wrap_text for celle in ark[2] if isinstance(celle.value, str))
    assert ark["I2"].number_format == "dd.mm.yyyy"
    assert ark.column_dimensions["E"].width > ark.column_dimensions["D"].width


def test_the_figures_stand_beside_the_year_before_and_for_each_goal_and_year():
    assert radene(bok(FULLT)["Tall"]) == [
        ["Beretning", "Beretning 2025"],
        ["Organisasjon", "Innlandet SV"],
        ["Tilstand", "Godkjent av årsmøtet 28. februar 2026"],
        ["Første dag", datetime(2025, 1, 1)],  # noqa: DTZ001
        ["Siste dag", datetime(2025, 12, 31)],  # noqa: DTZ001
        ["Plan", "Arbeidsplan 2025–2028"],
        ["Årsmøte", "28. februar 2026, Hamar"],
        ["Antall tiltak", 5],
        ["Tiltak med frist i perioden", 4],
        [],
        ["Frister i perioden, og hvordan det gikk"],
        ["Status", "Antall", "Prosent", "2024", "Prosent 2024"],
        ["Gjennomført", 2, 40, 3, 75],
        ["Delvis gjennomført", 0, 0, 0, 0],
        ["Pågår", 0, 0, 0, 0],
        ["Utsatt", 1, 20, 1, 25],
        ["Ikke gjennomført", 1, 20, 0, 0],
        ["Utgår", 0, 0, 0, 0],
        ["Mangler vurdering", 1, 20, 0, 0],
        ["Frister i alt", 5, None, 4],
        [],
        ["De samme tallene for hvert mål"],
        ["Mål", "Frister", "Gjennomført", "Delvis gjennomført", "Pågår", "Utsatt", "Ikke gjennomført", "Utgår",
         "Mangler vurdering"],
        ["1 Politisk mål", 3, 2, 0, 0, 0, 1, 0, 0],
        ["1.1 Sterke allianser", 2, 0, 0, 0, 1, 0, 0, 1],
        ["I alt", 5, 2, 0, 0, 1, 1, 0, 1],
        [],
        ["Planperioden 2025–2028 så langt"],
        ["År", "Frister", "Gjennomført", "Delvis gjennomført", "Pågår", "Utsatt", "Ikke gjennomført", "Utgår",
         "Mangler vurdering"],
        ["2025", 5, 2, 0, 0, 1, 1, 0, 1],
        ["I alt", 5, 2, 0, 0, 1, 1, 0, 1],
        [],
        ["Mål for perioden"],
        ["Mål", "Slik står det"],
        ["Flere folkevalgte", "12 av 20"],
        ["Være synlige", "Ikke tallfestet"],
    ]  # fmt: skip


def test_the_rows_of_the_period_add_up_to_the_figures():
    innhold = stort(200)
    telling = Counter(
        rad[STATUS] for rad in bok(innhold)["Tiltak"].iter_rows(values_only=True) if rad[GJELDER] == I_PERIODEN
    )

    assert telling == Counter({tall.navn: tall.antall for tall in innhold.figurer.tall if tall.antall})


def test_without_a_year_before_and_a_period_there_is_none_of_them():
    tall = radene(bok(replace(FULLT, aaret_foer=None, perioden=None, er_foreloepig=True))["Tall"])

    assert ["Merk", "Perioden er ikke over. Tallene er foreløpige."] in tall
    assert ["Status", "Antall", "Prosent"] in tall
    assert tall[-1] == ["I alt", 5, 2, 0, 0, 1, 1, 0, 1]


def test_an_empty_report_is_heads_and_noughts():
    tomt = replace(FULLT, maal=(), figurer=Figurer.av({}), gjort_senere=(), glidd=(), perioden=None, aaret_foer=None)

    assert radene(bok(tomt)["Tiltak"]) == [[*KOLONNER]]
    assert ["Frister i alt", 0] in radene(bok(tomt)["Tall"])


def test_it_says_what_it_is_and_repeats():
    om = bok(FULLT, UTKAST).properties

    assert (om.title, om.creator, om.subject, om.language) == (
        *("Beretning 2025 – tiltak", "Innlandet SV", "Utkast", "nb-NO"),
    )
    assert om.modified == om.created == datetime(2026, 2, 3, 12)  # noqa: DTZ001
    assert rapport_xlsx(FULLT, GODKJENT) == rapport_xlsx(FULLT, GODKJENT)
    assert rapport_xlsx(FULLT, GODKJENT) != rapport_xlsx(FULLT, UTKAST)


@pytest.mark.parametrize("tekst", STYGGE, ids=range(len(STYGGE)))
def test_no_text_breaks_it_or_runs(tekst):
    arkene = bok(med_tekst(tekst))

    celler = [celle for ark in arkene for rad in ark.iter_rows() for celle in rad if celle.value is not None]
    assert {celle.data_type for celle in celler} <= {"s", "d", "n"}
    assert all(celle.quotePrefix for celle in celler if celle.data_type == "s")
    assert arkene["Tiltak"].max_row == 4
