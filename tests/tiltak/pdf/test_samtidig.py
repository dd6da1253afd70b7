"""Many who ask at once, in threads and in processes on the test's own database; and a maker that is killed."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from time import monotonic, sleep

import pytest

from tests import basen
from tiltak.models import Dokumentfil
from tiltak.pdf.bestilling import ROT

DOKUMENT = '<html lang="nb"><title>Prøve</title><h1>Samtidig</h1>' + "<p>Ord i en setning.</p>" * 200
# Three threads ask for the same document in each process. Each document that is made is one line in the file MADE.
SKRIPT = """
import os, sys, django; django.setup()
from threading import Thread
from django.db import connections
from tiltak.pdf import egenprosess, lager
from tiltak.models import Dokumentfil
from tiltak.pdf.bestilling import Bestilling
ekte = egenprosess.lag
def lag(bestilling, puls):
    with open(sys.argv[1], "a") as fil:
        fil.write(f"{os.getpid()}\\n")
    return ekte(bestilling, puls)
egenprosess.lag = lag
bestilling = Bestilling(sys.stdin.read())
svar = []
def spoer():
    svar.append(lager.lag(bestilling).sjekksum)
    connections.close_all()
traader = [Thread(target=spoer) for _ in range(3)]
[traad.start() for traad in traader]
[traad.join() for traad in traader]
print(*svar)
"""


@pytest.fixture
def start(transactional_db, tmp_path):
    """Give a function that starts a process in which three threads ask for the document."""
    miljoe = os.environ | {
        "DATABASE_URL": basen.adressen(),
        "DJANGO_SETTINGS_MODULE": "arbeidsplan.settings",
        "DEBUG": "1",
    }
    prosesser = []

    def _start():
        prosess = subprocess.Popen(
            [sys.executable, "-c", SKRIPT, tmp_path / "laget"],
            cwd=ROT,
            env=miljoe,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        prosess.stdin.write(DOKUMENT)
        prosess.stdin.close()
        prosesser.append(prosess)
        return prosess

    yield _start
    for prosess in prosesser:
        prosess.kill()
        prosess.wait()
        prosess.stdout.close()
        prosess.stderr.close()


def test_asked_for_by_threads_and_processes_at_once_one_document_is_made(start, tmp_path):
    prosesser = [start() for _ in range(3)]

    svar = [(prosess.wait(120), prosess.stderr.read(), prosess.stdout.read().split()) for prosess in prosesser]

    assert [(kode, feil, len(summer)) for kode, feil, summer in svar] == [(0, "", 3)] * 3
    assert len({sum_ for _, _, summer in svar for sum_ in summer}) == 1
    assert len((tmp_path / "laget").read_text().split()) == 1


def test_when_the_one_that_makes_it_is_killed_another_takes_over(start, tmp_path):
    foerste = start()
    _vent_paa(tmp_path / "laget")
    foerste.send_signal(signal.SIGKILL)
    foerste.wait()
    # Its last sign of life is an old one, so that nobody has to wait for it to lapse.
    Dokumentfil.objects.update(livstegn=datetime(2026, 1, 1, tzinfo=UTC))

    neste = start()

    assert (neste.wait(120), neste.stderr.read(), len(set(neste.stdout.read().split()))) == (0, "", 1)
    assert len((tmp_path / "laget").read_text().split()) == 2


def _vent_paa(fil):
    frist = monotonic() + 60
    while not fil.exists() and monotonic() < frist:
        sleep(0.05)
