"""Requests in other letters than ours, through the program that the web server starts: the test client reads a
request before any of our code does."""

from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from arbeidsplan.tegnsett import i_utf8

TEGNSETT = [
    *("utf-16", "latin-1", "utf-7", "utf-8-sig", "idna", "punycode", "rot13", "hex", "base64", "undefined"),
    *("unicode_escape", "raw_unicode_escape", "finnes-ikke", '"hex"', " hex", "a\tb", '"', "", "x" * 5000),
]
SLAG = [
    "multipart/form-data; boundary=x; charset={}",
    "multipart/form-data; Charset={}; boundary=x",
    "application/x-www-form-urlencoded; charset={}",
    "text/plain;charset={}",
    "text/plain; charset*={}''hex",
    "multipart/form-data; boundary=x;charset*0*=finnes''{}",
]


@pytest.fixture(autouse=True)
def koblingen():
    """Keep the test's own connection to the database: the program closes it after each request."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def be_om(adresse, metode="GET", innhold=b"", slag=""):
    """Ask the program itself, and give the status, the headers and the body."""
    sti, _, spoersmaal = adresse.partition("?")
    environ = {"PATH_INFO": sti, "QUERY_STRING": spoersmaal, "REQUEST_METHOD": metode, "HTTP_HOST": "testserver"}
    environ |= {"CONTENT_TYPE": slag, "CONTENT_LENGTH": str(len(innhold)), "wsgi.input": BytesIO(innhold)}
    setup_testing_defaults(environ)
    svaret = {}

    def begynn(status, hoder, feil=None):
        svaret.update(status=int(status.split()[0]), hoder=dict(hoder))

    svar = i_utf8(WSGIHandler())(environ, begynn)
    kropp = b"".join(svar)
    svar.close()
    return svaret["status"], svaret["hoder"], kropp


# Every kind of letters said the usual way, and every way of saying it with two that are refused for different reasons.
SAGT = [(SLAG[0], ett) for ett in TEGNSETT] + [(slag, ett) for slag in SLAG[1:] for ett in ("utf-16", "finnes-ikke")]


@pytest.mark.parametrize(("slag", "tegnsett"), SAGT, ids=ascii)
def test_no_letters_are_a_fault(db, slag, tegnsett):
    innhold = b'--x\r\nContent-Disposition: form-data; name="login"\r\n\r\n\\ud800\xff\r\n--x--\r\n'
    for adresse, metode in (("/hva-skjer/?q=%ff", "GET"), ("/logg-inn/?next=%ff", "POST")):
        status, hoder, _ = be_om(adresse, metode, innhold, slag.format(tegnsett))

        assert status in (200, 403)
        assert hoder["Content-Security-Policy"]


@pytest.mark.parametrize("slag", ["", "; charset=latin-1", "; charset=hex", "; charset=utf-8", "; Charset = hex"])
def test_an_address_is_read_in_our_letters_whatever_it_says(db, slag):
    _, _, side = be_om("/hva-skjer/?q=m%C3%B8te", slag=f"text/plain{slag}")

    assert "møte" in side.decode()


def test_the_boundary_of_a_form_with_files_is_kept():
    sett = []

    def program(environ, start_response):
        sett.append(environ["CONTENT_TYPE"])

    for slag in (
        'multipart/form-data; boundary="a b"; charset=hex',
        "multipart/form-data;boundary=----x",
        "text/html",
    ):
        i_utf8(program)({"CONTENT_TYPE": slag}, None)

    assert sett == ['multipart/form-data; boundary="a b"', "multipart/form-data;boundary=----x", "text/html"]


def test_what_the_web_server_starts_is_wrapped():
    from arbeidsplan.wsgi import application

    assert application.__qualname__ == i_utf8(None).__qualname__
