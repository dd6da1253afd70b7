"""The browser's walls in a real browser: a tour of every page breaks none of the policy, and asks nobody else for
anything."""

import runpy
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from arbeidsplan.models import Bruker
from arbeidsplan.vegger import CSP

pytestmark = pytest.mark.usefixtures("tomme_pdfer")

TUREN = runpy.run_path(str(Path(__file__).parent.parent.parent / "script" / "tour"), run_name="tour")
# Said in the console, where the fixture that opens the browser finds it.
LYTTER = """document.addEventListener('securitypolicyviolation', (e) =>
  console.error(`CSP: ${e.violatedDirective} ${e.blockedURI} ${e.sample} ${e.sourceFile}:${e.lineNumber}`))"""
AAPNE = """() => {
  for (const ting of document.querySelectorAll('details')) ting.open = true;
  for (const ting of document.querySelectorAll('dialog')) if (!ting.open) { ting.showModal(); ting.close(); }
  return document.querySelectorAll('details, dialog').length;
}"""
# What changes a part of the page: the first few, without waiting for one before the next.
BYTT = """() => {
  const knapper = [...document.querySelectorAll('main :is(a, button, summary)[hx-get]')].slice(0, 3);
  for (const knapp of knapper) knapp.click();
  return knapper.length;
}"""


@pytest.fixture
def gaa(aapne):
    """Give a function that opens a browser as somebody, which says each breach, and a list of what it asked for."""

    def _gaa(epost):
        side, spurt = aapne("/healthz"), []
        side.context.on("request", lambda request: spurt.append(request.url))
        side.add_init_script(LYTTER)
        if epost:
            klient = Client()
            klient.force_login(Bruker.objects.get(email=epost))
            noekkel = klient.cookies[settings.SESSION_COOKIE_NAME].value
            side.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": noekkel, "url": side.url}])
        return side, spurt

    return _gaa


@pytest.mark.parametrize("person", TUREN["SIDER"])
def test_the_tour_breaks_none_of_the_policy_and_asks_nobody_else(gaa, person):
    side, spurt = gaa(TUREN["PERSONER"][person])
    uten_policy, aapnet = [], 0
    for sti in TUREN["SIDER"][person]:
        svar = side.goto(sti)
        if svar.headers.get("content-security-policy") != CSP:
            uten_policy.append(sti)
        aapnet += side.evaluate(AAPNE)
        aapnet += side.evaluate(BYTT)
        side.wait_for_load_state("networkidle")
    feil = [ett for ett in side.feil if "404" not in ett]  # a year that the demo has not come to
    side.feil.clear()

    assert (feil, uten_policy) == ([], [])
    assert {urlsplit(adresse)[:2] for adresse in spurt} == {urlsplit(side.url)[:2]}
    assert aapnet > 0
    assert len(spurt) > len(TUREN["SIDER"][person])


def test_a_breach_would_be_said(gaa):
    side, _ = gaa(None)
    side.goto("/")
    side.evaluate("document.body.setAttribute('style', 'color: red')")
    side.evaluate(
        "document.body.append(Object.assign(document.createElement('img'), {src: 'data:image/gif;base64,R0'}))"
    )
    side.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.x = 1'}))"
    )
    side.goto("/plan/")
    sagt = " ".join(side.feil)
    side.feil.clear()

    for direktiv in ("style-src-attr", "img-src", "script-src-elem"):
        assert f"CSP: {direktiv} " in sagt
