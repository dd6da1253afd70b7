"""Every address of the app, by every method and every role: beside the table, which says what GET and POST get."""

import pytest
from django.conf import settings
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.urls import reverse

from ..conftest import ROLLER
from ..test_rettigheter import NEKTET, sakene
from .nettleser import Sporloes, kort
from .skriving import skrevet_i

pytestmark = pytest.mark.svarene

ANDRE_METODER = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "FINNES-IKKE")
# A letter's "stop sending me this" is pressed by the mail program itself, with no page of ours (RFC 8058): the long
# token in its address is what guards it.
UTEN_VAKT = {"paaminnelse_av"}
# A finished document is kept by whoever first asks for it: no more than a copy of what was read.
HUSKES = {"tiltak_dokumentfil"}


def adressene_i(verden):
    """Each row of the table once, as an address."""
    return [reverse(navn, kwargs=verden[ting]) for navn, ting, *_ in sakene()]


def _en_for_hvert_svar(svarene):
    """Each answer in a row of the table, with the highest role that gets it."""
    return dict(zip(svarene, ROLLER, strict=True)).items()


def test_head_answers_as_get_does_without_a_body_and_neither_writes_anything(nettlesere, verden):
    """One page of each kind, for each answer that it gives."""
    avvik, spurt = {}, set()
    for navn, ting, get, _ in sakene():
        for skal, rolle in _en_for_hvert_svar(get):
            if (navn, skal) in spurt:
                continue
            spurt.add((navn, skal))
            with skrevet_i() as tabellene:
                svar = nettlesere[rolle].head(reverse(navn, kwargs=verden[ting]))
            tabellene -= HUSKES
            innhold = b"".join(svar) if svar.streaming else svar.content
            if kort(svar) != skal or innhold or tabellene:
                avvik[navn, ting, rolle] = (skal, kort(svar), innhold[:40], tabellene)

    assert avvik == {}


def test_no_other_method_is_answered(nettlesere, verden):
    """Every method by whoever may do all, and by the others the one that the rooms could be thought to answer."""
    faar = set()
    for adresse in adressene_i(verden):
        faar |= {(metode, kort(nettlesere["administrator"].generic(metode, adresse))) for metode in ANDRE_METODER}
        faar.add(("PUT", kort(nettlesere["alle"].generic("PUT", adresse))))

    assert faar == {(metode, "405") for metode in ANDRE_METODER}


def test_a_method_that_is_not_answered_says_which_are_and_asks_nothing_of_the_database(client):
    svar = client.put("/plan/")

    assert svar.status_code == 405
    assert svar.headers["Allow"] == "GET, HEAD, POST"


@pytest.mark.usefixtures("korte_nei")
def test_a_form_without_the_token_is_refused_everywhere_and_writes_nothing(folk, verden):
    """By whoever may do all, whom nothing else stops, and by anyone."""
    godtatt = {}
    for rolle, bruker in (("alle", None), ("administrator", folk[-1])):
        vakt = Sporloes(bruker, enforce_csrf_checks=True)
        for navn, ting, *_ in sakene():
            with skrevet_i() as tabellene:
                svar = kort(vakt.post(reverse(navn, kwargs=verden[ting]), {"handling": "slett", "versjon": "1"}))
            if navn not in UTEN_VAKT and (svar not in NEKTET or tabellene):
                godtatt[navn, ting, rolle] = (svar, tabellene)

    assert godtatt == {}


@pytest.mark.usefixtures("korte_nei")
def test_the_token_of_another_session_is_refused(folk, verden):
    """Also when it is a token of ours, in a browser that has one of its own."""
    godtatt = []
    fremmed = get_token(RequestFactory().get("/"))
    vakt = Sporloes(folk[-1], enforce_csrf_checks=True)
    vakt.cookies[settings.CSRF_COOKIE_NAME] = get_token(RequestFactory().get("/"))
    vakt.foer = vakt.cookies.output()
    for navn, ting, *_ in sakene():
        svar = vakt.post(reverse(navn, kwargs=verden[ting]), {"csrfmiddlewaretoken": fremmed})
        if navn not in UTEN_VAKT and kort(svar) not in NEKTET:
            godtatt.append((navn, ting, kort(svar)))

    assert godtatt == []


def test_the_form_that_has_its_own_token_is_let_in(db):
    """What the two tests above refuse is refused for the token alone."""
    vakt = Client(enforce_csrf_checks=True)
    vakt.get(reverse("account_login"))
    token = vakt.cookies[settings.CSRF_COOKIE_NAME].value

    svar = vakt.post(reverse("account_login"), {"csrfmiddlewaretoken": token, "login": "x", "password": "y"})

    assert svar.status_code == 200
