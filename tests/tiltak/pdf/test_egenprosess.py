"""Tests of the process that makes one document: what it gives, what it is told, and the bounds it cannot pass."""

import os
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from threading import Thread

import pikepdf
import pytest

from tiltak.pdf import egenprosess
from tiltak.pdf.bestilling import ROT, Bestilling, Filvedlegg
from tiltak.pdf.egenprosess import KunneIkkeLages
from tiltak.pdf.skriving import lag_pdf

pytestmark = pytest.mark.egen_prosess

HODE = '<html lang="nb"><head><title>Prøve</title></head><body>'
LITEN = Bestilling(f"{HODE}<h1>Åsane og Ås</h1>")
TUNG = Bestilling(HODE + "<p>Vi skal utvikle gode løsninger i fellesskap.</p>" * 20_000)  # minutes of work


@pytest.fixture(autouse=True)
def egne_plasser(tmp_path, monkeypatch):
    """Places of this test's own: those of the machine may be taken by other tests, and by the app."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def barna():
    """The processes that make documents for this one."""
    funnet = []
    for mappe in Path("/proc").glob("[0-9]*"):
        try:
            kommando, stat = (mappe / "cmdline").read_bytes(), (mappe / "stat").read_text()
        except OSError:
            continue  # it ended while we looked
        if b"tiltak.pdf.arbeider" in kommando and int(stat.rpartition(")")[2].split()[1]) == os.getpid():
            funnet.append(mappe)
    return funnet


def test_a_process_that_is_slow_to_begin_is_told_all_that_it_asks_for(settings, monkeypatch):
    """Its maker looks at it many times before it has read a word; and it is more than a pipe holds."""
    settings.PDF_SEKUNDER = 20
    monkeypatch.setattr(egenprosess, "PULS", 0.01)
    stor = Bestilling(f"{HODE}<h1>Stor</h1><!-- {'x' * 200_000} -->")

    assert egenprosess.lag(stor).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "bestilling",
    [
        LITEN,
        Bestilling("½\ud800\x00<&>", ("tokens.css",)),
        Bestilling("x", vedlegg=(Filvedlegg("a.csv", "Tall", bytes(range(256))), Filvedlegg("b", "", b""))),
    ],
)
def test_an_order_comes_through_whole(bestilling):
    assert Bestilling.fra_json(bestilling.som_json()) == bestilling


def test_the_document_is_the_one_that_is_laid_out_here():
    assert egenprosess.lag(LITEN) == lag_pdf(LITEN)


def test_a_document_that_takes_too_long_is_stopped_and_nothing_is_left_running(settings):
    settings.PDF_SEKUNDER = 2
    pulser = []

    with pytest.raises(KunneIkkeLages) as feilen:
        egenprosess.lag(TUNG, puls=lambda: pulser.append(len(barna())))

    assert str(feilen.value) == "Det tok mer enn 2 sekunder å lage PDF-en, og den ble stanset."
    assert (set(pulser), barna()) == ({1}, [])


def test_a_process_that_does_not_even_stop_itself_is_ended(settings, monkeypatch):
    monkeypatch.setattr(egenprosess, "_FRIST", -1.9)  # given up before its own bound
    settings.PDF_SEKUNDER = 2

    with pytest.raises(KunneIkkeLages, match="mer enn 2 sekunder"):
        egenprosess.lag(TUNG)

    assert barna() == []


def test_a_document_that_takes_too_much_memory_is_stopped(settings):
    settings.PDF_MEGABYTE = 400
    stor = Bestilling(f"{HODE}<h1>Stor</h1><!-- {'x' * 40_000_000} -->")  # little work, and much to hold

    with pytest.raises(KunneIkkeLages) as feilen:
        egenprosess.lag(stor)

    assert str(feilen.value) == "PDF-en ble for stor for minnet den får bruke, og ble ikke laget ferdig."
    assert egenprosess.lag(LITEN)  # there was enough for a document that holds little


def test_what_goes_wrong_is_a_sentence_for_the_reader_and_its_kind_and_place_in_the_log(caplog):
    with pytest.raises(KunneIkkeLages) as feilen:
        egenprosess.lag(Bestilling("x", ("finnes-ikke.css",)))

    assert str(feilen.value) == "Noe gikk galt hos oss da PDF-en skulle lages."
    foerste, *steder, slag = "\n".join(post.getMessage() for post in caplog.records).splitlines()
    assert foerste.endswith("sluttet med 1: tiltak.pdf.arbeider: Dokumentet ble ikke laget.")
    assert any(sted.startswith("  tiltak/pdf/skriving.py:") for sted in steder)
    assert slag == "builtins.FileNotFoundError"
    assert "finnes-ikke" not in caplog.text  # a word of the document's


def test_the_process_is_told_no_secret(monkeypatch):
    """First they are there; the process is asked through the file system's own list of what it was given."""
    hemmelig = {"SECRET_KEY": "hemmelig-1", "DATABASE_URL": "postgres://hemmelig-2", "EMAIL_URL": "smtp://hemmelig-3"}
    for navn, verdi in hemmelig.items():
        monkeypatch.setenv(navn, verdi)
    sett = []

    def puls():
        [barnet] = barna()
        sett.append((barnet / "environ").read_bytes())

    monkeypatch.setattr(egenprosess, "PULS", 0.3)
    egenprosess.lag(Bestilling(HODE + "<p>Ord i en setning.</p>" * 500), puls=puls)

    assert sett
    navnene = {linje.split(b"=")[0].decode() for miljoe in sett for linje in miljoe.split(b"\0") if linje}
    assert navnene <= {*egenprosess._MILJOE, "TMPDIR"}
    assert not any(b"hemmelig" in miljoe for miljoe in sett)


@pytest.mark.parametrize("adresse", ["file:///etc/passwd", "http://127.0.0.1:9/x.png", "http://example.org/x.png"])
def test_the_process_fetches_nothing_and_attaches_nothing(adresse):
    html = f'{HODE}<link rel=attachment href="{adresse}"><img alt=x src="{adresse}"><h1>Helt</h1>'

    with pikepdf.open(BytesIO(egenprosess.lag(Bestilling(html)))) as pdf:
        assert "/Names" not in pdf.Root
        assert len(pdf.pages) == 1


@pytest.mark.parametrize(
    "kode",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
    ],
)
def test_what_a_document_never_needs_is_shut(kode):
    """The wall behind the walls: were anything in the document to become code, it would meet this."""
    start = "import sys, socket, subprocess; from tiltak.pdf.arbeider import steng; sys.addaudithook(steng); "

    svar = subprocess.run([sys.executable, "-c", start + kode], cwd=ROT, capture_output=True, text=True)

    assert svar.returncode == 1
    assert "PermissionError: Dokumentet får ikke gjøre dette" in svar.stderr


def test_no_more_than_so_many_are_made_at_once(settings, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(egenprosess, "PULS", 0.05)
    settings.PDF_SAMTIDIG = 2
    samtidig, ferdige = [], []

    def lag(nr):
        bestilling = Bestilling(f"{HODE}<h1>Nummer {nr}</h1>")
        ferdige.append(egenprosess.lag(bestilling, puls=lambda: samtidig.append(len(barna()))))

    traader = [Thread(target=lag, args=(nr,)) for nr in range(5)]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join()

    assert (len(set(ferdige)), max(samtidig)) == (5, 2)


def test_when_no_place_is_free_for_long_that_is_said(settings, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    settings.PDF_SAMTIDIG = settings.PDF_SEKUNDER = 1

    with egenprosess._plass(bool), pytest.raises(KunneIkkeLages, match="Mange dokumenter lages"):
        egenprosess.lag(LITEN)

    settings.PDF_SEKUNDER = 60
    assert egenprosess.lag(LITEN)
