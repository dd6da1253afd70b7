"""The front page, where title and period stand apart."""

from datetime import date

import pytest

from tiltak.dokument import UlesbartDokument, les_dokument

PLAN = "\n\nInnledning\n\nVi vil.\n\n1. Politikk\n\n\tTiltak\tGjennomføring\n1a\tGjøre noe\tÅrlig\n"


@pytest.mark.parametrize(
    ("forside", "tittel", "undertittel", "fra"),
    [
        ("Troms SV\nArbeidsplan\n2026–2029", "Arbeidsplan 2026–2029", "", date(2026, 1, 1)),
        ("Troms SV\nArbeidsplan\nFor perioden 2026 til 2029", "Arbeidsplan",
         "For perioden 2026 til 2029", date(2026, 1, 1)),
        ("Troms SV\nHandlingsplan for Troms SV\nMars 2026 – desember 2029", "Handlingsplan for Troms SV",
         "Mars 2026 – desember 2029", date(2026, 3, 1)),
    ],
)  # fmt: skip
def test_a_period_below_the_title_is_the_plans(forside, tittel, undertittel, fra):
    dok = les_dokument((forside + PLAN).encode())

    assert (dok.organisasjon, dok.tittel, dok.undertittel) == ("Troms SV", tittel, undertittel)
    assert (dok.fra, dok.til, dok.merknader) == (fra, date(2029, 12, 31), ())


def test_what_stands_between_title_and_period_is_pointed_out():
    dok = les_dokument(f"Troms SV\nArbeidsplan\nVedtatt av årsmøtet\n2026–2029{PLAN}".encode())

    assert (dok.organisasjon, dok.tittel, dok.undertittel) == ("Troms SV", "Arbeidsplan", "2026–2029")
    assert [m.tekst for m in dok.merknader] == ["Linja på forsiden er ikke tatt med: «Vedtatt av årsmøtet»."]


def test_a_period_without_any_title_is_none():
    with pytest.raises(UlesbartDokument, match="Fant ingen tittel med periode"):
        les_dokument(f"Troms SV\n2026–2029{PLAN}".encode())
