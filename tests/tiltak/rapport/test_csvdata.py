"""The report's CSV: which rows it has, that they add up to the figures, and that none of it can run."""

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest

from tiltak.rapport.csvdata import rapport_csv
from tiltak.rapport.rader import I_PERIODEN, KOLONNER

from .former import FULLT, GJELDER, STATUS, STYGGE, med_tekst, stort


def radene(innhold):
    tekst = rapport_csv(innhold).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(tekst, newline=""), delimiter=";"))


def test_each_due_date_is_a_row_and_so_is_a_measure_without_one():
    hode, *rader = radene(FULLT)

    assert hode == [*KOLONNER]
    politisk, allianser = ["I perioden", "1", "Politisk mål"], ["I perioden", "1.1", "Sterke allianser"]
    assert rader == [
        [*politisk, "1a", "Sette ned valgkampgrupper", "Halvårlig", "AU", "1. halvår 2025", "2025-06-30", "nei",
         "Gjennomført", "2025-02-07", "nei", "", "", "Holdt på Hamar"],
        [*politisk, "1a", "Sette ned valgkampgrupper", "Halvårlig", "AU", "2. halvår 2025", "2025-12-31", "ja",
         "Gjennomført", "2026-01-09", "ja", "", "", ""],
        [*politisk, "1b", "Møte organisasjoner", "Årlig", "AU", "2025", "2025-12-31", "nei",
         "Ikke gjennomført", "", "nei", "", "2026-01-07", "Ingen kunne"],
        ["Uten frist i perioden", "1", "Politisk mål", "1c", "Revidere vedtektene", "2024", *[""] * 10],
        [*allianser, "1.1a", "Bygge nettverk", "Årlig", "AU", "2025", "2025-12-31", "nei",
         "Utsatt", "", "nei", "2026-05-01", "", "Venter på tall"],
        [*allianser, "1.1b", "Skrive i avisa", "Årlig", "AU", "2025", "2025-12-31", "nei",
         "Mangler vurdering", "", "nei", "", "", ""],
        ["Gjort i perioden, frist før den", "1", "Politisk mål", "1c", "Revidere vedtektene", "2024", "", "2024",
         "2024-12-31", "nei", "Gjennomført", "2025-01-09", "nei", "", "", ""],
        ["Fra før perioden", "1", "Politisk mål", "1b", "Møte organisasjoner", "Årlig", "AU", "2023", "2023-12-31",
         "nei", "Mangler vurdering", "", "nei", "", "", ""],
    ]  # fmt: skip


@pytest.mark.parametrize("innhold", [FULLT, stort(200)])
def test_the_rows_of_the_period_add_up_to_the_figures(innhold):
    telling = Counter(rad[STATUS] for rad in radene(innhold) if rad[GJELDER] == I_PERIODEN)

    assert telling == Counter({tall.navn: tall.antall for tall in innhold.figurer.tall if tall.antall})


def test_an_empty_report_is_a_head_alone():
    tomt = replace(FULLT, maal=(), gjort_senere=(), glidd=())

    assert radene(tomt) == [[*KOLONNER]]


def test_it_is_written_as_the_apps_other_csv_and_repeats():
    data = rapport_csv(FULLT)

    assert data.startswith("\ufeffGjelder;Målnummer;Mål;Kode;".encode())
    assert data.count(b"\r\n") == len(radene(FULLT))
    assert data == rapport_csv(FULLT)


@pytest.mark.parametrize("tekst", STYGGE, ids=range(len(STYGGE)))
def test_no_text_breaks_it_or_runs(tekst):
    rader = radene(med_tekst(tekst))

    assert {len(rad) for rad in rader} == {len(KOLONNER)}
    assert len(rader) == 4
    assert [celle for rad in rader for celle in rad if celle[:1] in ("=", "+", "-", "@", "\t", "\r")] == []
