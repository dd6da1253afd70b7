"""A real browser on the demo: Chromium driven by Playwright, phone or desktop, with or without JavaScript."""

import os
import shutil
from time import sleep
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from arbeidsplan.models import Bruker
from tests.nettleser.demoen import legg_inn_demoen
from tests.tiltak.pdf.papir import A4, tomme_ark
from tiltak.pdf import egenprosess, lager

# Playwright's loop runs in this thread, and Django would refuse to ask the database from it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

ARGUMENTER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# A machine that does much at once is slow to answer; waiting longer costs only the one that fails.
expect.set_options(timeout=30_000)
MOBIL = {"width": 360, "height": 740}
SKJERM = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items):
    """Whatever lies in this folder drives a browser."""
    for item in items:
        if item.path.parent.name == "nettleser":
            item.add_marker("nettleser")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        nettleser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"), args=ARGUMENTER
        )
        yield nettleser
        nettleser.close()


@pytest.fixture
def demo(transactional_db, live_server):
    """The demo's people, plan, statuses and calendar, served at the address that is returned."""
    cache.clear()  # counts of login attempts outlive the tables that a test empties
    legg_inn_demoen()
    yield live_server.url
    while lager._i_gang:  # documents that nobody waited for: their makers ask the database
        sleep(0.1)


@pytest.fixture
def tomme_pdfer(monkeypatch):
    """Let every PDF be two empty sheets, there at once: for pages that lead to one, or show one beside the rest."""
    monkeypatch.setattr(egenprosess, "lag", lambda bestilling, puls: tomme_ark(A4, A4))
    monkeypatch.setattr(lager, "begynn", lager.lag)  # within the request, and not beside it


@pytest.fixture
def aapne(chromium, demo):
    """Give a function that opens a browser of its own: `aapne("/tiltak/", som="styremedlem", mobil=True, js=False)`.

    `som` is a role; the person is logged in already. When the test is over, no page may have said anything wrong in
    its console (a breach of the content security policy is said there) or asked for anything from elsewhere.
    """
    kontekster, feil, fremmede = [], [], []

    def _aapne(sti="/", *, som=None, mobil=False, js=True, **valg):
        kontekst = chromium.new_context(
            base_url=demo,
            viewport=MOBIL if mobil else SKJERM,
            java_script_enabled=js,
            locale="nb-NO",
            timezone_id="Europe/Oslo",
            reduced_motion="reduce",
            **valg,
        )
        kontekst.set_default_timeout(30_000)
        kontekster.append(kontekst)
        if som:
            kontekst.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": _innlogget(som), "url": demo}])
        side = kontekst.new_page()
        side.on("console", lambda melding: feil.append(melding.text) if melding.type == "error" else None)
        side.on("pageerror", lambda unntak: feil.append(str(unntak)))
        side.on(
            "request",
            lambda request: None if _vaar(request.url, demo) else fremmede.append(request.url),
        )
        side.goto(sti)
        side.feil = feil
        return side

    yield _aapne
    for kontekst in kontekster:
        kontekst.close()
    assert feil == []
    assert fremmede == []


def _vaar(adresse: str, demo: str) -> bool:
    return urlsplit(adresse).netloc == urlsplit(demo).netloc or adresse.startswith(("data:", "blob:", "about:"))


def _innlogget(rolle: str) -> str:
    """Log in the demo's first person with this role, and give the session's key."""
    klient = Client()
    klient.force_login(next(bruker for bruker in Bruker.objects.order_by("pk") if bruker.har_rolle(rolle)))
    return klient.cookies[settings.SESSION_COOKIE_NAME].value
