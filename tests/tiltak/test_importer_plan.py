"""The command: what it prints, what it stores, and how it refuses."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from tests.conftest import PLANFIL
from tests.tiltak.dokument.word.planen import med_stiler
from tiltak.dokument import UlesbartDokument, les_dokument
from tiltak.models import Merknad, Plan, Termin

ROT = Path(__file__).parent.parent.parent
FOR_STOR = "Filen er på over 30 MB. Velg selve plandokumentet, eller gjør bildene mindre."
PLANEN = PLANFIL.read_text(encoding="utf-8")


def kjoer(capsys, *argumenter):
    """Run the command. Gives what it printed, and the sentence it refused with ("" when it did not)."""
    try:
        call_command("importer_plan", *map(str, argumenter))
        avslag = ""
    except CommandError as feil:
        avslag = str(feil)
    return capsys.readouterr().out, avslag


def alt_er_uroert():
    return (Plan.objects.count(), Merknad.objects.count()) == (0, 0)


@pytest.fixture
def fil(tmp_path):
    """Write a file to read: text or bytes in, its path out."""

    def skriv(innhold, navn="plan.txt"):
        sti = tmp_path / navn
        sti.write_bytes(innhold if isinstance(innhold, bytes) else innhold.encode())
        return sti

    return skriv


def test_the_real_plan_is_summed_up_and_stored_as_a_draft(db, capsys):
    ut, avslag = kjoer(capsys, PLANFIL)

    assert avslag == ""
    deler = ut.split("\n\n")
    assert deler[0] == "Arbeidsplan 2025-2028 (1. januar 2025 til 31. desember 2028)"
    assert deler[1] == (
        "4 mål for perioden, 15 nummererte mål, 49 tiltak, 12 måneder i aktivitetsplanen med 16 utfylte ruter."
    )
    assert deler[2].splitlines()[:3] == [
        "Tiltak under hvert mål:",
        "  1 Politisk mål: 2",
        "  1.1 Tydelig politisk stemme: 5",
    ]
    assert deler[3].splitlines() == [
        "Terminer (236):",
        "  utenfor perioden: 10",
        "  2025: 62",
        "  2026: 58",
        "  2027: 53",
        "  2028: 53",
    ]
    assert deler[4] == "Ikke forstått: ingenting."
    assert "  linje 301: Koden 2.3d står to ganger: først på linje 300, så her." in deler[5].splitlines()
    lagret = "Lagret som utkast: «Arbeidsplan 2025-2028»."
    assert deler[6] == f"{lagret} Les gjennom og bekreft den på /plan/arbeidsplan-2025-2028/avklar/.\n"
    assert list(Plan.objects.values_list("slug", "status")) == [("arbeidsplan-2025-2028", "utkast")]
    assert Termin.objects.count() == 236


def test_a_word_file_gives_the_same_plan_and_names_paragraphs(db, capsys, fil):
    word = med_stiler(les_dokument(PLANFIL.read_bytes()))

    ut, avslag = kjoer(capsys, fil(word, "plan.docx"))

    assert avslag == ""
    deler = ut.split("\n\n")
    assert deler[1] == (
        "4 mål for perioden, 15 nummererte mål, 49 tiltak, 12 måneder i aktivitetsplanen med 16 utfylte ruter."
    )
    assert "  avsnitt 140: Koden 2.3d står to ganger: først i avsnitt 139, så her." in deler[5].splitlines()
    assert (Plan.objects.count(), Termin.objects.count()) == (1, 236)


def test_phrases_that_are_not_understood_are_listed_with_their_line(db, capsys, fil):
    ut, _ = kjoer(capsys, fil(PLANEN.replace("Kontinuerlig", "Når krafta kommer")), "--bare-les")

    tittel, *rader = ut.split("\n\n")[4].splitlines()
    assert tittel == "Ikke forstått (3):"
    assert [rad.partition(":")[0] for rad in rader] == ["  linje 100", "  linje 207", "  linje 220"]
    assert all("«Når krafta kommer»" in rad for rad in rader)


def test_only_reading_stores_nothing_and_says_so(db, capsys):
    ut, avslag = kjoer(capsys, PLANFIL, "--bare-les")

    assert avslag == ""
    assert ut.endswith("\nIngenting er lagret.\n")
    assert alt_er_uroert()


def test_only_reading_asks_no_database(capsys):
    """Without the mark that opens the database, any query would make this test fail."""
    ut, avslag = kjoer(capsys, PLANFIL, "--bare-les", "--json")

    assert avslag == ""
    assert json.loads(ut)["tittel"] == "Arbeidsplan 2025-2028"


def test_json_has_exactly_the_promised_shape(db, capsys):
    ut, _ = kjoer(capsys, PLANFIL, "--json")

    svar = json.loads(ut)
    assert list(svar) == [
        "tittel",
        "fra",
        "til",
        "innledning",
        "visjon",
        "periodemaal",
        "maal",
        "kapitler",
        "faste_aktiviteter",
        "merknader",
    ]
    assert (svar["fra"], svar["til"]) == ("2025-01-01", "2028-12-31")
    assert [len(svar[navn]) for navn in ("innledning", "visjon", "periodemaal", "maal", "faste_aktiviteter")] == [
        9,
        4,
        4,
        15,
        12,
    ]
    assert [(kapittel["overskrift"], len(kapittel["tekst"])) for kapittel in svar["kapitler"]] == [
        ("Aktivitet", 4),
        ("Aktivitetsplan", 0),
    ]
    maal = svar["maal"][0]
    assert list(maal) == ["nummer", "overskrift", "motto", "tekst", "tiltak"]
    assert (maal["nummer"], maal["overskrift"], maal["motto"]) == (
        "1",
        "Politisk mål",
        "Samling og lederskap på venstresida",
    )
    assert maal["tiltak"][0] == {
        "kode": "1a",
        "tekst": "Sette ned valgkampgrupper rett i etterkant av nominasjonsmøtene",
        "gjennomfoering": "2025",
        "ansvarlig": "",
        "forstaatt": True,
        "linje": 72,
    }
    assert svar["faste_aktiviteter"][2] == {"maaned": "Mars", "valgaar": "Landsmøte", "mellomaar": ""}
    assert svar["merknader"][0] == {
        "linje": 16,
        "hva": "innhold-avviker",
        "tekst": (
            "Innholdsfortegnelsen sier «Organisatorisk mål», men overskriften på linje 120 er «Organisasjonsmål»."
        ),
    }
    assert sum(len(ett["tiltak"]) for ett in svar["maal"]) == 49
    assert Plan.objects.count() == 1


@pytest.mark.parametrize(
    "innhold",
    [
        b"",
        b" \n\t\r\n",
        PLANEN.encode("latin-1", errors="replace"),
        PLANEN.encode("utf-16"),
        b"PK\x03\x04 en docx",
        b"%PDF-1.7\n\xe2\xe3\xcf\xd3",
        b"Arbeidsplan\0 2025-2028",
        b"Handleliste\n\nMelk\nBrus\n",
        b"Arbeidsplan 2025-2028\n\nVi skal gjore det bra.\n",
    ],
)
def test_what_is_no_plan_is_refused_in_the_readers_words_and_nothing_is_stored(db, capsys, fil, innhold):
    with pytest.raises(UlesbartDokument) as feil:
        les_dokument(innhold)

    for valg in ([], ["--json"], ["--bare-les"]):
        assert kjoer(capsys, fil(innhold), *valg) == ("", feil.value.setning)

    assert "\n" not in feil.value.setning
    assert alt_er_uroert()


def test_a_database_that_is_not_ready_is_a_sentence_too(db, capsys, monkeypatch):
    def svikt(*_, **__):
        raise OperationalError("no such table: tiltak_plan")

    monkeypatch.setattr("tiltak.management.commands.importer_plan.les_inn", svikt)

    assert kjoer(capsys, PLANFIL) == (
        "",
        "Planen er ikke lagret, for databasen svarte: no such table: tiltak_plan",
    )


def test_a_file_of_50_mb_is_refused_at_once_and_never_read_whole(db, capsys, tmp_path, monkeypatch):
    stor = tmp_path / "stor.txt"
    with stor.open("wb") as fil:
        fil.truncate(50_000_000)
    start = time.monotonic()

    svar = kjoer(capsys, stor)

    assert svar == ("", FOR_STOR)
    assert time.monotonic() - start < 2
    assert alt_er_uroert()


def test_a_file_without_end_is_refused_too(db, capsys):
    assert kjoer(capsys, "/dev/zero") == ("", FOR_STOR)


def test_a_file_that_is_not_there_or_is_a_folder_is_named(db, capsys, tmp_path):
    borte = tmp_path / "borte.txt"

    assert kjoer(capsys, borte) == (
        "",
        f"Kan ikke lese «{borte}»: den finnes ikke. Oppgi filen som planen står i.",
    )
    assert kjoer(capsys, tmp_path) == (
        "",
        f"Kan ikke lese «{tmp_path}»: det er en mappe. Oppgi filen som planen står i.",
    )
    assert kjoer(capsys, "x" * 5000)[1].startswith("Kan ikke lese «xxx")
    assert kjoer(capsys, "plan\0.txt")[1].startswith("Kan ikke lese «plan")
    assert alt_er_uroert()


def test_a_file_that_may_not_be_read_is_named(db, capsys, fil, monkeypatch):
    sti = fil(PLANEN)

    def nektet(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", nektet)

    assert kjoer(capsys, sti) == (
        "",
        f"Kan ikke lese «{sti}»: du har ikke lov til å lese den. Oppgi filen som planen står i.",
    )


def test_the_command_itself_exits_1_with_the_sentence_on_stderr_alone(fil, tmp_path):
    miljoe = os.environ | {"DEBUG": "1", "DATABASE_URL": f"sqlite:///{tmp_path / 'finnes-ikke' / 'base.sqlite3'}"}
    kommando = [sys.executable, "manage.py", "importer_plan", "--bare-les"]

    tom = subprocess.run([*kommando, fil("")], cwd=ROT, env=miljoe, capture_output=True, text=True)
    god = subprocess.run([*kommando, "--json", PLANFIL], cwd=ROT, env=miljoe, capture_output=True, text=True)

    assert (tom.returncode, tom.stdout, tom.stderr) == (
        1,
        "",
        "CommandError: Filen er tom. Velg filen som planen står i.\n",
    )
    assert (god.returncode, god.stderr, len(json.loads(god.stdout)["maal"])) == (0, "", 15)


def test_a_revision_is_compared_with_its_plan_and_stored_as_a_draft_of_it(db, capsys, fil):
    kjoer(capsys, PLANFIL)
    ny = PLANEN.replace("1.1b\tWorkshoper", "1.1f\tWorkshops")
    ny = ny.replace("1.2a\tOppfølging av folkevalgte i kommunene\tKontinuerlig\n", "")
    ut, avslag = kjoer(capsys, fil(ny), "--revisjon", "arbeidsplan-2025-2028")

    assert avslag == ""
    *deler, siste = ut[ut.index("Sammenliknet") :].split("\n\n")
    assert deler == [
        "Sammenliknet med «Arbeidsplan 2025-2028»:",
        "Borte (1):\n  1.2a: Oppfølging av folkevalgte i kommunene",
        "Endret og flyttet (1):\n  1.1b → 1.1f: Workshops om kommunikasjon på tvers av organer",
        "Uendret: 47 tiltak.",
    ]
    side = "/plan/arbeidsplan-2025-2028-2/sammenlikn/"
    assert siste == f"Lagret som utkast: «Arbeidsplan 2025-2028». Les gjennom og bekreft den på {side}.\n"
    assert list(Plan.objects.order_by("pk").values_list("slug", "revisjon_av__slug")) == [
        ("arbeidsplan-2025-2028", None),
        ("arbeidsplan-2025-2028-2", "arbeidsplan-2025-2028"),
    ]


def test_a_revision_is_compared_without_being_stored(db, capsys):
    kjoer(capsys, PLANFIL)
    ut, avslag = kjoer(capsys, PLANFIL, "--bare-les", "--revisjon", "arbeidsplan-2025-2028")

    assert (avslag, Plan.objects.count()) == ("", 1)
    assert "Uendret: 49 tiltak." in ut


def test_a_revision_of_no_plan_is_refused(db, capsys):
    kjoer(capsys, PLANFIL)
    ut, avslag = kjoer(capsys, PLANFIL, "--revisjon", "arbeidsplan-2021")

    assert (ut, Plan.objects.count()) == ("", 1)
    assert avslag == (
        "Det finnes ingen plan med kortnavnet «arbeidsplan-2021». Disse kan revideres: arbeidsplan-2025-2028."
    )
