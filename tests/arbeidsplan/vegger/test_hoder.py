"""The walls stand around every answer: every address, every role, every way in which something fails."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from arbeidsplan.vegger import CSP, FASTE
from tests.arbeidsplan.test_rettigheter import sakene

RAMMEN = "/hva-skjer/innbygging/"
HSTS = "max-age=31536000"
VEGGENE = FASTE | {
    "Content-Security-Policy": CSP,
    "X-Frame-Options": "DENY",
    "Strict-Transport-Security": HSTS,
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOR_ANDRE = ("text/calendar", "application/atom+xml")


@pytest.fixture
def alvor(settings):
    """As the app is served for real, as far as its middlewares ask. They ask when the first request comes."""
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_SSL_REDIRECT = True
    settings.INNBYGGING = ["https://innlandet.sv.no"]
    return Client(raise_request_exception=False)


def veggene(svar):
    return {navn: svar.headers.get(navn) for navn in VEGGENE}


def ventet(svar, sti):
    vegger = dict(VEGGENE)
    if svar.headers.get("Content-Type", "").startswith(FOR_ANDRE):
        vegger["Cross-Origin-Resource-Policy"] = "cross-origin"
    if sti.startswith("/invitasjon/"):  # its address is a key; no-referrer would take the form's Origin too
        vegger["Referrer-Policy"] = "strict-origin"
    if sti == RAMMEN and svar.status_code == 200:
        vegger["Cross-Origin-Resource-Policy"] = "cross-origin"
        vegger["X-Frame-Options"] = None
        vegger["Content-Security-Policy"] = (
            CSP.replace("'none'", "https://innlandet.sv.no")
            .replace("default-src https://innlandet.sv.no", "default-src 'none'")
            .replace("base-uri https://innlandet.sv.no", "base-uri 'none'")
        )
    return vegger


def test_nothing_unsafe_is_in_the_policy_and_nothing_of_others():
    assert "unsafe" not in CSP
    assert {kilde for del_ in CSP.split("; ") for kilde in del_.split()[1:]} == {"'self'", "'none'"}
    assert CSP.startswith("default-src 'none'; ")
    assert {"form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"} <= set(CSP.split("; "))


@pytest.mark.svarene
@pytest.mark.parametrize("metode", ["get", "post"])
def test_every_address_has_the_walls_for_every_role_and_what_is_internal_is_kept_by_nobody(
    alvor, folk, verden, metode
):
    uten, naadd = {}, set()
    for nr, bruker in enumerate(folk):
        alvor.logout()
        if bruker:
            alvor.force_login(bruker)
        for sti in hver_slags(nr, metode, verden):
            svar = getattr(alvor, metode)(sti, secure=True)
            naadd.add(svar.status_code)
            bevares = bool(bruker) and svar.headers["Cache-Control"] != "private, no-store"
            if veggene(svar) != ventet(svar, sti) or bevares or "Cookie" not in svar.headers["Vary"]:
                uten[sti, str(bruker)] = svar.status_code, bevares, veggene(svar)
    svar = getattr(alvor, metode)(reverse("account_logout"), secure=True)

    assert uten == {}
    assert veggene(svar) == VEGGENE
    assert naadd >= ({200, 302, 403, 404} if metode == "get" else {200, 302, 403, 404, 405})


def hver_slags(nr, metode, verden):
    """Each address by its name, once for each answer that the role whose number it is gets there; but for the way out,
    which would leave the rest to somebody logged out."""
    sett = {"account_logout"}
    for navn, ting, get, post in sakene():
        slag = (navn, (get if metode == "get" else post)[nr])
        if navn not in sett and slag not in sett:
            sett.add(slag)
            yield reverse(navn, kwargs=verden[ting])


ADMIN = [
    "/admin/",
    "/admin/arbeidsplan/bruker/",
    "/admin/arbeidsplan/bruker/add/",
    "/admin/jsi18n/",
    "/admin/nei/",
]


@pytest.mark.parametrize("sti", [*ADMIN, "/static/css/app.css", "/static/finnes-ikke.css", "/finnes-ikke/", "/plan"])
def test_the_admin_the_files_and_what_is_not_there_have_the_walls(alvor, administrator, sti):
    alvor.force_login(administrator)
    svar = alvor.get(sti, secure=True)

    assert (veggene(svar), svar.status_code in (200, 301, 302, 404)) == (VEGGENE, True)
    svar.close()


@override_settings(ROOT_URLCONF="tests.arbeidsplan.vegger.adresser")
@pytest.mark.parametrize("status", [200, 204, 301, 302, 304, 400, 403, 404, 405, 410, 429, 500, 503])
def test_every_status_has_the_walls(alvor, db, status):
    svar = alvor.get(f"/svar/{status}/", secure=True)

    assert (svar.status_code, veggene(svar)) == (status, VEGGENE)


@override_settings(ROOT_URLCONF="tests.arbeidsplan.vegger.adresser")
@pytest.mark.parametrize("hva", ["unntak", "nei", "daarlig"])
def test_what_breaks_down_has_the_walls(alvor, db, hva):
    svar = alvor.get(f"/feil/{hva}/x/", secure=True)

    assert (svar.status_code, veggene(svar)) == ({"unntak": 500, "nei": 403, "daarlig": 400}[hva], VEGGENE)


def test_what_is_answered_before_any_view_has_the_walls(alvor, db):
    uten_hsts = VEGGENE | {"Strict-Transport-Security": None}  # a browser takes it over https alone
    for_stort = alvor.post("/logg-inn/", {"login": "å" * 6_000_000}, secure=True)
    fremmed = alvor.get("/", headers={"host": "ond.example.com"}, secure=True)
    fremmed_uten_tls = alvor.get("/", headers={"host": "ond.example.com"})
    til_https = alvor.get("/plan/")
    uten_vakt = Client(enforce_csrf_checks=True).post("/logg-inn/", {"login": "a"}, secure=True)

    svarene = [for_stort, fremmed, uten_vakt, fremmed_uten_tls, til_https]
    assert [svar.status_code for svar in svarene] == [400, 400, 403, 400, 301]
    assert [veggene(svar) for svar in svarene] == [VEGGENE] * 3 + [uten_hsts] * 2
    assert til_https.headers["Location"] == "https://testserver/plan/"


def test_an_unchanged_answer_has_the_walls_of_a_whole_one(alvor, verden):
    for sti in ("/hva-skjer/", "/hva-skjer/kalender.ics", RAMMEN):
        hel = alvor.get(sti, secure=True)
        uendret = alvor.get(sti, secure=True, headers={"If-None-Match": hel.headers["ETag"]})

        assert (uendret.status_code, veggene(uendret) | {"Cross-Origin-Resource-Policy": 0}) == (
            304,
            veggene(hel) | {"Cross-Origin-Resource-Policy": 0},
        )


def test_no_page_may_be_framed_where_no_website_is_named(alvor, settings, db):
    settings.INNBYGGING = []

    assert veggene(alvor.get(RAMMEN, secure=True)) == VEGGENE


def test_the_files_are_for_our_own_pages_alone(client, db):
    fil = client.get("/static/css/app.css")

    assert "Access-Control-Allow-Origin" not in fil.headers
    assert "no-store" not in fil.headers["Cache-Control"]
    fil.close()
