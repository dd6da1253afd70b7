"""What goes around every answer: the browser's walls, a login that ran out, and the pages for when something fails."""

from html.parser import HTMLParser

import pytest
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings

from arbeidsplan import views
from arbeidsplan.fortsett import csrf_feil
from arbeidsplan.vegger import CSP, FASTE
from tiltak.models import Plan

# Elements that have no end tag.
TOMME = {"meta", "link", "input", "br", "hr", "img"}


# --- The walls -------------------------------------------------------------------------------------------------------


def test_the_policy_lets_nothing_inline_through():
    assert CSP == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


@pytest.mark.parametrize(
    ("adresse", "status"),
    [("/", 200), ("/logg-inn/", 200), ("/tiltak/", 302), ("/finnes-ikke/", 404), ("/healthz", 200)],
)
def test_every_kind_of_answer_has_the_walls(client, db, adresse, status):
    svar = client.get(adresse)

    assert svar.status_code == status
    assert svar.headers["Content-Security-Policy"] == CSP
    assert svar.headers["Permissions-Policy"] == FASTE["Permissions-Policy"]
    assert svar.headers["X-Content-Type-Options"] == "nosniff"
    assert svar.headers["Referrer-Policy"] == "same-origin"
    assert svar.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_only_the_page_for_a_frame_lets_the_configured_websites_frame_it(client, db, settings):
    settings.INNBYGGING = ["https://innlandet.sv.no", "https://sv.no"]
    ellers_likt = CSP.removesuffix("frame-ancestors 'none'")

    rammen, siden = client.get("/hva-skjer/innbygging/"), client.get("/hva-skjer/")

    assert rammen.headers["Content-Security-Policy"] == (
        f"{ellers_likt}frame-ancestors https://innlandet.sv.no https://sv.no"
    )
    assert "X-Frame-Options" not in rammen.headers
    assert (siden.headers["Content-Security-Policy"], siden.headers["X-Frame-Options"]) == (CSP, "DENY")


def test_a_refusal_and_a_static_file_have_them_too(client, styremedlem):
    client.force_login(styremedlem)
    nei = client.get("/admin/", follow=True)
    fil = client.get("/static/css/app.css")

    assert [svar.status_code for svar in (nei, fil)] == [403, 200]
    assert {svar.headers["Content-Security-Policy"] for svar in (nei, fil)} == {CSP}
    fil.close()


def test_what_somebody_logged_in_sees_is_kept_out_of_every_cache(client, styremedlem):
    for_alle = client.get("/")
    client.force_login(styremedlem)
    for_kari = client.get("/")

    assert "no-store" not in for_alle.headers.get("Cache-Control", "")
    assert for_kari.headers["Cache-Control"] == "private, no-store"


# --- A login that ran out --------------------------------------------------------------------------------------------


def test_an_htmx_request_after_logout_sends_the_whole_page_to_the_login(client, db):
    svar = client.post(
        "/tiltak/termin/1/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/tiltak/?aar=2026&maal=1"},
    )

    assert (svar.status_code, svar.content) == (204, b"")
    assert svar.headers["HX-Redirect"] == "/logg-inn/?next=/tiltak/%3Faar%3D2026%26maal%3D1"


def test_after_the_login_one_is_back_on_the_page_with_its_filters(client, styremedlem):
    styremedlem.set_password("roser-i-mai-2026")
    styremedlem.save()
    svar = client.post(
        "/tiltak/termin/1/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/tiltak/?aar=2026&maal=1"},
    )
    neste = client.get(svar.headers["HX-Redirect"]).context["redirect_field_value"]

    svar = client.post("/logg-inn/", {"login": styremedlem.email, "password": "roser-i-mai-2026", "next": neste})

    assert svar.headers["Location"] == "/tiltak/?aar=2026&maal=1"


@pytest.mark.parametrize("siden", ["https://example.com/ond/", "", "javascript:alert(1)", "http://["])
def test_a_page_that_is_not_ours_is_not_where_one_comes_back_to(client, db, siden):
    svar = client.get("/tiltak/", headers={"HX-Request": "true", "HX-Current-URL": siden})

    assert svar.headers["HX-Redirect"] == "/logg-inn/?next=/"


def test_a_plain_request_is_sent_to_the_login_with_the_page_it_wanted(client, db):
    svar = client.get("/tiltak/?aar=2026")

    assert (svar.status_code, svar.headers["Location"]) == (302, "/logg-inn/?next=/tiltak/%3Faar%3D2026")


# --- When something fails --------------------------------------------------------------------------------------------


def test_healthz_says_ok_when_the_database_answers(client, db):
    svar = client.get("/healthz")

    assert (svar.status_code, svar.content, svar.headers["Content-Type"]) == (200, b"ok", "text/plain; charset=utf-8")
    assert "no-cache" in svar.headers["Cache-Control"]


@pytest.mark.parametrize("feil", [DatabaseError, InterfaceError])
def test_healthz_says_so_when_it_does_not(client, db, monkeypatch, feil):
    def ingen():
        raise feil("borte")

    with monkeypatch.context() as uten_database:
        uten_database.setattr(connection, "cursor", ingen)
        svar = client.get("/healthz")

    assert (svar.status_code, svar.content.decode()) == (503, "databasen svarer ikke")


def test_healthz_says_so_when_the_tables_are_gone(client, db, monkeypatch):
    # SQLite makes an empty file in place of one that was moved away, and answers.
    monkeypatch.setattr(Plan._meta, "db_table", "borte")

    with transaction.atomic():
        svar = client.get("/healthz")
        transaction.set_rollback(True)

    assert (svar.status_code, svar.content.decode()) == (503, "databasen svarer ikke")


def test_healthz_asks_for_no_login_and_no_tls(client, db, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/healthz").status_code == 200
    assert client.get("/").status_code == 301


@override_settings(ROOT_URLCONF="tests.arbeidsplan.adresser_som_feiler")
@pytest.mark.parametrize(
    ("adresse", "status", "overskrift"),
    [
        ("/smell/", 500, "Noe gikk galt hos oss"),
        ("/finnes-ikke/", 404, "Vi fant ikke siden"),
        ("/nei/", 403, "Du har ikke tilgang til dette"),
    ],
)
def test_every_failure_has_its_own_page(client, db, adresse, status, overskrift):
    client.raise_request_exception = False

    svar = client.get(adresse)

    assert svar.status_code == status
    assert f"<h1>{overskrift}</h1>" in svar.content.decode()
    gyldig(svar.content.decode())


@pytest.mark.parametrize(("adresse", "leder"), [("/hva-skjer/2100/", True), ("/finnes-ikke/", False)])
def test_a_lost_page_of_the_calendar_leads_back_to_the_calendar(client, db, adresse, leder):
    side = client.get(adresse).content.decode()

    assert '<a href="/">Til forsiden</a>' in side
    assert ('<a href="/hva-skjer/">Til kalenderen</a>' in side) is leder
    gyldig(side)


def test_a_body_that_is_too_large_gets_our_own_page(client, db):
    svar = client.post("/logg-inn/", {"login": "å" * 6_000_000})

    assert svar.status_code == 400
    assert "<h1>Vi forsto ikke det du sendte</h1>" in svar.content.decode()


def test_a_form_without_its_guard_gets_our_own_page(db):
    svar = Client(enforce_csrf_checks=True).post("/logg-inn/", {"login": "a@example.org", "password": "x"})

    assert svar.status_code == 403
    assert "<h1>Skjemaet er for gammelt</h1>" in svar.content.decode()


@pytest.mark.parametrize("visning", [views.feil_400, views.feil_403, csrf_feil, views.feil_404, views.feil_500])
def test_the_pages_for_failures_ask_nothing_of_the_database(visning):
    # Without the `db` fixture, any query raises.
    svar = visning(RequestFactory().get("/x/"))

    gyldig(svar.content.decode())


@pytest.mark.parametrize(
    "side", ["400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html", "503.html"]
)
def test_the_pages_for_failures_need_no_request_at_all(side):
    html = render_to_string(side)

    gyldig(html)
    assert 'id="melding"' in html  # what htmx shows of it


class Leser(HTMLParser):
    """Follows the tags, so that what is opened and not closed is found."""

    def __init__(self):
        super().__init__()
        self.aapne, self.feil, self.overskrifter, self.sett = [], [], 0, set()

    def handle_starttag(self, tag, attrs):
        egenskaper = dict(attrs)
        self.sett.add(tag)
        self.overskrifter += tag == "h1"
        if "style" in egenskaper or any(navn.startswith("on") for navn in egenskaper):
            self.feil.append(f"inline: {tag}")
        if tag == "html" and egenskaper.get("lang") != "nb":
            self.feil.append("lang")
        if tag not in TOMME:
            self.aapne.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.sett.add(tag)

    def handle_endtag(self, tag):
        if not self.aapne or self.aapne.pop() != tag:
            self.feil.append(f"</{tag}>")


def gyldig(html):
    leser = Leser()
    leser.feed(html)
    assert html.startswith("<!doctype html>")
    assert (leser.feil, leser.aapne, leser.overskrifter) == ([], [], 1)
    assert {"title", "main", "nav"} <= leser.sett
