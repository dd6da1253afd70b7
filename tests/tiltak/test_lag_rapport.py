"""Tests of lag_rapport: the whole file or none of it, and one sentence when there is nothing to write."""

import pytest
from django.core.management import CommandError, call_command

from tests.pdfsjekk import feil

from .conftest import lag_termin, lag_tiltak


@pytest.fixture
def termin(maal):
    return lag_termin(lag_tiltak(maal, "1.1a"), "2025")


def test_the_report_is_written_to_the_file(termin, tmp_path, capsys):
    fil = tmp_path / "årsrapport 2025.pdf"
    fil.write_text("den gamle")

    call_command("lag_rapport", "2025", str(fil))

    assert feil(fil.read_bytes(), vedlegg=("beretning-2025-tiltak.csv",)) == []
    assert capsys.readouterr().out == f"Beretningen for 2025 er skrevet til {fil}.\n"
    assert list(tmp_path.iterdir()) == [fil]


@pytest.mark.egen_prosess
def test_it_is_made_by_a_process_of_its_own_within_the_same_bounds(termin, tmp_path, settings):
    fil = tmp_path / "x.pdf"
    call_command("lag_rapport", "2025", str(fil), "--form", "kort")
    hel = fil.read_bytes()
    settings.PDF_MEGABYTE = 100

    with pytest.raises(CommandError, match=r"^Ingenting er skrevet\. PDF-en ble for stor for minnet") as feilen:
        call_command("lag_rapport", "2025", str(fil))

    assert (hel[:5], feilen.value.returncode, fil.read_bytes() == hel) == (b"%PDF-", 1, True)


@pytest.mark.parametrize("aar", ["1999", "2100", "tjuefem", "20255555555555555555", "-5", "2025.0", "２０２５", ""])
def test_what_is_no_year_is_said_in_one_sentence(db, aar, tmp_path):
    with pytest.raises(CommandError, match="er ikke et år fra 2000 til 2099") as feilen:
        call_command("lag_rapport", "--", aar, str(tmp_path / "x.pdf"))

    assert (feilen.value.returncode, list(tmp_path.iterdir())) == (1, [])


def test_without_a_plan_nothing_is_written(db, tmp_path):
    with pytest.raises(CommandError, match=r"^Ingen vedtatt plan gjelder for 1\. januar–31\. desember 2025\.$"):
        call_command("lag_rapport", "2025", str(tmp_path / "x.pdf"))

    assert list(tmp_path.iterdir()) == []


def test_without_anything_to_tell_of_nothing_is_written(plan, tmp_path):
    with pytest.raises(CommandError, match="ingen frister og ingen aktiviteter"):
        call_command("lag_rapport", "2026", str(tmp_path / "x.pdf"))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("hale", ["finnes-ikke/x.pdf", "en-fil/x.pdf", "x" * 300])
def test_a_file_that_cannot_be_written_is_said_and_nothing_is_left(hale, termin, tmp_path):
    (tmp_path / "en-fil").write_text("står")

    with pytest.raises(CommandError, match="kan ikke skrives") as feilen:
        call_command("lag_rapport", "2025", str(tmp_path / hale))

    assert feilen.value.returncode == 1
    assert [fil.read_text() for fil in tmp_path.iterdir()] == ["står"]


def test_a_folder_is_no_file(termin, tmp_path):
    with pytest.raises(CommandError, match="er ikke en vanlig fil"):
        call_command("lag_rapport", "2025", str(tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_the_old_file_as_it_was(termin, tmp_path, monkeypatch):
    fil = tmp_path / "x.pdf"
    fil.write_text("den gamle")

    def fullt(self, maal):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", fullt)
    with pytest.raises(CommandError, match="No space left"):
        call_command("lag_rapport", "2025", str(fil))

    assert [ett.read_text() for ett in tmp_path.iterdir()] == ["den gamle"]
