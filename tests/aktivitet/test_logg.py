"""A log line holds what we know to be harmless, and nothing else."""

import ast
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import DataError, IntegrityError, OperationalError

from aktivitet.databasefeil import databasen_svarte
from aktivitet.logg import Trygg, UtenPersoner, melding, unntaket

ROT = Path(__file__).parent.parent.parent


def linje(navn, tekst, *args, exc_info=None):
    return logging.LogRecord(navn, logging.ERROR, __file__, 7, tekst, args, exc_info)


@pytest.mark.parametrize(
    ("navn", "tekst", "args", "sagt"),
    [
        ("tiltak.pdf.lager", "En PDF ble ikke laget.", (), "En PDF ble ikke laget."),
        ("tiltak.pdf", "PDF nr. %s tok %.1f sekunder", (7, 2.5), "PDF nr. 7 tok 2.5 sekunder"),
        ("tiltak.pdf", "Feil for %s", ("Kari Nordmann",), "Feil for …"),
        ("tiltak.pdf", "Sagt: %s", (Trygg("ValueError"),), "Sagt: ValueError"),
        ("django.security.csrf", "Forbidden (%s): %s", ("bad origin", "/hemmelig/"), "Forbidden (…): …"),
        ("gunicorn.error", "WORKER TIMEOUT (pid:%s)", (12,), "WORKER TIMEOUT (pid:12)"),
        ("gunicorn.error", "Invalid request from ip=203.0.113.7: Kari", (), "sagt i tests/aktivitet/test_logg.py:7"),
        ("gunicorn.error", "%(h)s %(s)s", ({"h": "203.0.113.7", "s": 200},), "… 200"),
        ("django.request", "%d av %s", ("Kari", "Ola"), "%d av %s"),
        ("asyncio", ValueError("Kari"), (), "ValueError"),
        ("arbeidsplan", "Slag: %s", (ValueError,), "Slag: ValueError"),
        ("arbeidsplan", "Gikk galt: %s", (ValueError("Kari"),), "Gikk galt: …"),
    ],
)
def test_a_line_says_its_sentence_and_its_numbers(navn, tekst, args, sagt):
    assert melding(linje(navn, tekst, *args)) == sagt


def test_an_exception_is_told_by_kind_and_place_with_what_led_to_it():
    def slaa_opp():
        raise KeyError("Kari")

    try:
        try:
            slaa_opp()
        except KeyError as grunn:
            raise RuntimeError("kari@example.org") from grunn
    except RuntimeError as feil:
        fortalt = unntaket(feil)

    steder, her = fortalt.splitlines(), "tests/aktivitet/test_logg.py"
    assert [sted.rsplit(":", 1)[0] for sted in steder] == [f"  {her}", f"  {her}", steder[2], f"  {her}", steder[4]]
    assert (steder[1].endswith("slaa_opp"), steder[2], steder[4]) == (
        True,
        "builtins.KeyError",
        "builtins.RuntimeError",
    )


def test_an_exception_that_leads_to_itself_and_one_from_a_thousand_calls_have_an_end():
    ring = ValueError()
    ring.__cause__ = ring

    def dypere(n):
        return dypere(n + 1)

    try:
        dypere(0)
    except RecursionError as feil:
        dyp = unntaket(feil)

    assert unntaket(ring) == "builtins.ValueError"
    assert len(dyp.splitlines()) == 41


def test_the_formatter_leaves_the_record_to_others_as_it_was():
    try:
        raise ValueError("Kari")
    except ValueError:
        post = linje("django", "Hei %s", "Kari", exc_info=sys.exc_info())

    sagt = UtenPersoner("{levelname} {message}", style="{").format(post)

    assert "Kari" not in sagt
    assert sagt.splitlines()[0] == "ERROR Hei …"
    assert (post.getMessage(), post.exc_text) == ("Hei Kari", None)


@pytest.mark.parametrize(
    ("feil", "sagt"),
    [
        (OperationalError("no such table: tiltak_plan"), "no such table: tiltak_plan"),
        (OperationalError("relation is not there\nLINE 1: SELECT 'Kari'"), "relation is not there"),
        (IntegrityError("duplicate key\nDETAIL: Key (email)=(kari@example.org) already exists."), "IntegrityError"),
        (DataError('invalid input syntax for type integer: "Kari"'), "DataError"),
        (OperationalError(), "OperationalError"),
    ],
)
def test_a_command_says_of_the_database_what_names_no_value(feil, sagt):
    assert databasen_svarte(feil) == sagt


@pytest.mark.parametrize(
    "kode",
    [
        "raise ValueError('MERKE')",
        "import threading; t = threading.Thread(target=lambda: int('MERKE')); t.start(); t.join()",
        "import warnings; warnings.warn('MERKE')",
        "import logging as l; l.getLogger('x').addHandler(l.StreamHandler()); l.getLogger('x').error('%d', 'MERKE')",
        "type('T', (), {'__del__': lambda self: int('MERKE')})()",
    ],
)
def test_what_nobody_caught_is_told_without_its_text(kode):
    svar = subprocess.run(
        [sys.executable, "-c", f"from aktivitet.logg import stille; stille(); {kode}"],
        cwd=ROT,
        capture_output=True,
        text=True,
    )

    assert "MERKE" not in svar.stderr
    assert svar.stderr.strip() or "logging" in kode


def test_on_ones_own_machine_everything_is_told():
    svar = subprocess.run(
        [sys.executable, "-c", "from aktivitet.logg import stille; stille(lambda: True); raise ValueError('MERKE')"],
        cwd=ROT,
        capture_output=True,
        text=True,
    )

    assert svar.stderr.endswith("ValueError: MERKE\n")


def test_our_own_lines_are_sentences_that_stand_in_the_code():
    """Those are let through as they are: nothing may be put into one before it gets there."""
    linjene = [
        (node.args[0], fil.relative_to(ROT))
        for mappe in ("aktivitet", "tiltak", "arbeidsplan")
        for fil in (ROT / mappe).rglob("*.py")
        for node in ast.walk(ast.parse(fil.read_text("utf-8")))
        if isinstance(node, ast.Call) and _er_logging(node.func)
    ]

    assert len(linjene) >= 5
    assert [(fil, ast.unparse(tekst)) for tekst, fil in linjene if not isinstance(tekst, ast.Constant)] == []


def _er_logging(funksjon):
    nivaa = {"debug", "info", "warning", "error", "exception", "critical"}
    return isinstance(funksjon, ast.Attribute) and funksjon.attr in nivaa and "logg" in ast.unparse(funksjon.value)
