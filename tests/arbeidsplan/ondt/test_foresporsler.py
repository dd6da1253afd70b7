"""Requests that no browser of ours makes: too large, cut short, in letters that are none. An answer, and never a
fault."""

import json
from secrets import token_hex

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.urls import reverse

from arbeidsplan.konto import grenser

from ..konto.conftest import nettopp_inne

pytestmark = pytest.mark.svarene

MEGABYTE = 1_048_576
SKJEMAENE = ["account_login", "account_request_login_code", "account_reset_password", "account_signup"]
KLOSSER = ["multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=", "multipart/x"]
SIDER = ["/", "/hva-skjer/", "/tiltak/", "/logg-inn/", "/admin/", "/finnes-ikke/"]
# A page to read, a closed one, a form, one that is not there, and a file.
MED_HODE = [
    *(("/hva-skjer/", "get"), ("/tiltak/", "get"), ("/logg-inn/", "get"), ("/logg-inn/", "post")),
    *(("/finnes-ikke/", "get"), ("/hva-skjer/kalender.ics", "get")),
]


@pytest.fixture
def client(client):
    """A fault of ours is an answer here, to be counted."""
    client.raise_request_exception = False
    return client


@pytest.fixture
def inne(client, administrator):
    client.force_login(administrator)
    return client


@pytest.mark.parametrize("skjema", SKJEMAENE)
def test_a_megabyte_in_a_login_field_is_told_by_the_form(client, db, skjema):
    adresse = reverse(skjema)
    felter = ["login", "email", "password", "password1", "password2", "code", "next"]
    svarene = {felt: client.post(adresse, {felt: "a" * MEGABYTE}).status_code for felt in felter}

    assert svarene == dict.fromkeys(felter, 200)


def test_a_password_of_a_megabyte_is_not_worked_on(client, styremedlem, monkeypatch):
    """Hashing takes its time on purpose, and more the longer the password is."""
    styremedlem.set_password("roser-i-mai-2026")
    styremedlem.save()
    svar = client.post(reverse("account_login"), {"login": styremedlem.email, "password": "a" * MEGABYTE})

    assert svar.status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_first_password_of_a_megabyte_is_told_by_the_form(client, styremedlem):
    nettopp_inne(client, styremedlem)
    svar = client.post(reverse("account_set_password"), dict.fromkeys(("password1", "password2"), "a" * MEGABYTE))

    assert svar.context["form"].errors.keys() == {"password1", "password2"}
    styremedlem.refresh_from_db()
    assert not styremedlem.has_usable_password()


def test_a_megabyte_of_text_is_told_by_its_field(inne, fylkeslag):
    svar = inne.post(reverse("aktivitet:ny"), {"tittel": "a" * MEGABYTE, "beskrivelse": "b " * (MEGABYTE // 2)})

    assert {"tittel", "beskrivelse"} <= svar.context["form"].errors.keys()


@pytest.mark.parametrize("adresse", ["/logg-inn/", "/hva-skjer/ny/", "/admin/aktivitet/lag/add/"])
def test_ten_thousand_fields_are_refused(inne, adresse):
    svar = inne.post(adresse, {f"felt{nr}": "" for nr in range(10_000)})

    assert svar.status_code == 400
    assert "Innlandet SV" in svar.content.decode()


def test_of_a_field_that_is_sent_twice_one_counts(inne, fylkeslag, lokallag):
    svar = inne.post(reverse("aktivitet:ny"), {"lag": [fylkeslag.pk, lokallag.pk], "tittel": ["En", "To"]})

    assert svar.status_code == 200
    assert svar.context["form"]["tittel"].value() == "To"


@pytest.mark.parametrize("slag", KLOSSER)
@pytest.mark.parametrize(
    "innhold", [b"", b"--x\r\nContent-Disposi", b'--x\r\nContent-Disposition: form-data; name="a"\r\n']
)
def test_a_body_that_is_cut_short_is_no_fault(inne, slag, innhold):
    svarene = {inne.generic("POST", side, innhold, content_type=slag).status_code for side in SIDER}

    assert max(svarene) < 500


@pytest.mark.parametrize("lengde", ["-1", "", "99999999999999999999"])
def test_a_length_that_is_not_the_bodys_is_no_fault(inne, lengde):
    svar = inne.generic(
        "POST", "/hva-skjer/ny/", b"tittel=a", "application/x-www-form-urlencoded", CONTENT_LENGTH=lengde
    )

    assert svar.status_code < 500


def test_json_is_no_form(inne):
    data = json.dumps({"tittel": "Møte", "lag": 1, "versjon": {"a": [1]}})
    svarene = {side: inne.post(side, data, content_type="application/json").status_code for side in SIDER}

    assert max(svarene.values()) < 500


@pytest.mark.parametrize(
    "kaker",
    [
        "=;=;;;\x7f\xff",
        f"{settings.SESSION_COOKIE_NAME}=" + "a" * 8_000,
        f"{settings.SESSION_COOKIE_NAME}=a\\000b; {settings.CSRF_COOKIE_NAME}=<>",
        f"{settings.SESSION_COOKIE_NAME}=%00%ff; messages=x",
        "a=" + "b; c=" * 2_000,
    ],
    ids=["garbage", "long", "nul", "percent", "many"],
)
@pytest.mark.parametrize("metode", ["get", "post"])
def test_a_garbled_cookie_header_is_no_fault(client, db, metode, kaker):
    svarene = {side: getattr(client, metode)(side, HTTP_COOKIE=kaker).status_code for side in SIDER}

    assert max(svarene.values()) < 500


def test_a_session_of_fifty_kilobytes_works(client, administrator):
    client.force_login(administrator)
    oekt = SessionStore(client.session.session_key)
    oekt["mye"] = token_hex(25_000)
    oekt.save()

    svar = client.get(reverse("tiltak:liste"))

    assert svar.status_code == 200
    assert client.session["mye"] == oekt["mye"]


@pytest.mark.parametrize(
    "hode",
    [
        {"X-Forwarded-For": "999.1.1.1, <script>"},
        {"X-Forwarded-For": "1.2.3.4\t" * 1000},
        {"X-Forwarded-For": ""},
        {"X-Forwarded-Host": "elsewhere.example"},
        {"X-Forwarded-Proto": "javascript"},
        {"X-Forwarded-Port": "x"},
        {"Referer": "http://[", "Origin": "null"},
        {"HX-Request": "true", "HX-Current-URL": "http://[::1"},
        {"HX-Request": "true", "HX-Current-URL": "//elsewhere.example/"},
        {"Accept-Language": "x" * 5000},
        {"If-None-Match": '"' * 100, "If-Modified-Since": "x"},
        {"Range": "bytes=9-1"},
        {"User-Agent": "\x00\x07"},
    ],
    ids=str,
)
@pytest.mark.parametrize("proxyer", [0, 1])
def test_a_header_that_is_made_up_leads_nowhere_and_is_no_fault(client, db, settings, hode, proxyer):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxyer
    for side, metode in MED_HODE:
        svar = getattr(client, metode)(side, headers=hode)

        assert svar.status_code < 500
        assert b"elsewhere.example" not in svar.content
        assert "elsewhere.example" not in svar.headers.get("Location", "") + svar.headers.get("HX-Redirect", "")


@pytest.mark.parametrize("vert", ["elsewhere.example", "testserver@elsewhere.example", "testserver:x", "[", "a b", ""])
def test_a_host_that_is_not_ours_is_refused_in_our_own_words(client, db, vert):
    svar = client.get("/", headers={"Host": vert})

    assert svar.status_code == 400
    assert b"elsewhere" not in svar.content
    assert svar.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("sist", "svarene"), [("192.0.2.1", {200, 429}), ("192.0.2.{}", {200})], ids=["one office", "six offices"]
)
def test_who_tries_in_vain_is_counted_by_what_the_proxy_says_and_not_by_what_they_say(db, settings, sist, svarene):
    """Behind one proxy only the last address is its own: the ones before it come from whoever asks."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.ACCOUNT_RATE_LIMITS = grenser.KONTO | {"login": "5/m/ip"}
    fikk = set()
    for nr in range(6):
        hode = {"X-Forwarded-For": f"10.0.0.{nr}, {sist.format(nr)}"}
        skjema = {"login": f"{nr}@x.no", "password": "x"}
        fikk.add(Client().post(reverse("account_login"), skjema, headers=hode).status_code)

    assert fikk == svarene
