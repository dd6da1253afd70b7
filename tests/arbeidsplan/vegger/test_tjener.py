"""The server as it is started for real: what it writes, and what it answers when it never gets as far as the app."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.arbeidsplan.vegger.test_hoder import VEGGENE

ROT = Path(__file__).parent.parent.parent.parent
MERKET = "MERKEORD"


def ledig_port():
    with closing(socket.socket()) as kontakt:
        kontakt.bind(("127.0.0.1", 0))
        return kontakt.getsockname()[1]


@pytest.fixture(scope="module")
def tjener(tmp_path_factory):
    """Give `spoer` and `avslutt`: ask gunicorn something, byte for byte; end it and give all that it wrote. Its
    database has no tables, so every page breaks down."""
    mappe, port = tmp_path_factory.mktemp("tjener"), ledig_port()
    utfil = mappe / "logg"
    miljoe = {k: v for k, v in os.environ.items() if k not in ("DEBUG", "INNBYGGING")} | {
        "DJANGO_SETTINGS_MODULE": "tests.arbeidsplan.vegger.innstillinger",
        "DATABASE_URL": f"sqlite:///{mappe}/tom.sqlite3",
        "SECRET_KEY": "et-langt-og-hemmelig-ord-med-1234567890-og-flere-tegn-til-slutt",
        "ALLOWED_HOSTS": "localhost",
    }
    with utfil.open("wb") as ut:
        prosess = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "arbeidsplan.wsgi", "--bind", f"127.0.0.1:{port}"),
                *("--threads", "2", "--log-level", "debug", "--access-logfile", "-"),
                *("--access-logformat", "%(h)s %(r)s %(q)s %(U)s %(f)s %(a)s %({cookie}i)s %(m)s %(s)s"),
            ],
            cwd=ROT,
            env=miljoe,
            stdout=ut,
            stderr=subprocess.STDOUT,
        )

    def spoer(bytes_):
        with closing(socket.create_connection(("127.0.0.1", port), timeout=60)) as kontakt:
            kontakt.sendall(bytes_)
            svar = b""
            while del_ := kontakt.recv(65536):
                svar += del_
            return svar.decode("utf-8", "replace")

    def avslutt():
        prosess.send_signal(signal.SIGTERM)
        prosess.wait(60)
        return utfil.read_text("utf-8")

    frist = monotonic() + 60
    while monotonic() < frist and "Booting worker" not in utfil.read_text("utf-8"):
        sleep(0.1)
    yield spoer, avslutt
    if prosess.poll() is None:
        avslutt()


def sak(linje="GET / HTTP/1.1", *hoder, kropp=""):
    return "\r\n".join([linje, *(hoder or ("Host: localhost",)), "Connection: close", "", kropp]).encode()


UTEN_HTTPS = {navn: verdi for navn, verdi in VEGGENE.items() if navn != "Strict-Transport-Security"}
DAARLIGE = {
    sak(f"GET /{MERKET} HTTP/9.9"): 400,
    sak(f"{MERKET}\x01 / HTTP/1.1"): 400,
    sak("GET / HTTP/1.1", "Host: localhost", f"Cookie: {MERKET * 2000}"): 431,
    sak("GET / HTTP/1.1", "Host: localhost", f"{MERKET} : x"): 400,
}


@pytest.mark.parametrize(("bytes_", "status"), DAARLIGE.items(), ids=range(len(DAARLIGE)))
def test_what_the_server_answers_by_itself_has_the_walls_and_says_nothing_again(tjener, bytes_, status):
    hodet, _, kropp = tjener[0](bytes_).partition("\r\n\r\n")
    hoder = dict(linje.split(": ", 1) for linje in hodet.splitlines()[1:])

    assert hodet.split()[1] == str(status)
    assert {navn: hoder.get(navn) for navn in UTEN_HTTPS} == UTEN_HTTPS
    assert (hoder["Cache-Control"], kropp) == ("no-store", "Vi forsto ikke det som ble sendt.\n")


def test_the_log_of_the_server_says_that_things_went_wrong_and_nothing_of_whom(tjener):
    spoer, avslutt = tjener
    fra = (f"Cookie: sessionid={MERKET}; valg={MERKET}", f"User-Agent: {MERKET}", f"X-Forwarded-For: {MERKET}")
    for sti in (f"/hva-skjer/?q={MERKET}", f"/feil/unntak/{MERKET}/?q={MERKET}", f"/feil/base/{MERKET}/"):
        linje = f"GET {sti} HTTP/1.1"
        assert " 500 " in spoer(sak(linje, "Host: localhost", *fra)).splitlines()[0]
    spoer(sak("GET / HTTP/1.1", f"Host: {MERKET}.example", *fra))
    spoer(sak(f"{MERKET} / HTTP/1.1", "Host: localhost", *fra))
    lengde = f"Content-Length: {len(MERKET)}"
    typen = "Content-Type: application/x-www-form-urlencoded"
    spoer(sak("POST /logg-inn/ HTTP/1.1", "Host: localhost", typen, lengde, *fra, kropp=MERKET))
    for bytes_ in DAARLIGE:
        spoer(bytes_)

    skrevet = avslutt()

    assert MERKET.lower() not in skrevet.lower()
    assert "127.0.0.1 " not in skrevet.replace("Listening at", "")
    assert "django.security.DisallowedHost 400 GET" in skrevet
    assert {"django.request 500 GET aktivitet:hva_skjer", "django.request 500 GET feil"} <= {
        linje.split(" ERROR ")[-1] for linje in skrevet.splitlines()
    }
    assert "django.db.utils.OperationalError" in skrevet.splitlines()
    assert "- - - - - - - GET 500" in skrevet


def test_the_server_says_in_one_sentence_why_it_does_not_start():
    svar = subprocess.run(
        [sys.executable, "-m", "gunicorn", "arbeidsplan.wsgi", "--bind", f"127.0.0.1:{ledig_port()}"],
        cwd=ROT,
        env={k: v for k, v in os.environ.items() if k not in ("SECRET_KEY", "DEBUG")}
        | {"DJANGO_SETTINGS_MODULE": "arbeidsplan.settings", "DATABASE_URL": "sqlite://:memory:"},
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert svar.returncode != 0
    assert "ImproperlyConfigured: SECRET_KEY mangler: " in svar.stderr
