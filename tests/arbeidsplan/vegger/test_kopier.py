"""Who may keep a copy of an answer: of what is for everybody, a cache that asks each time; of all else, nobody.

What logged-in persons get is asked of every address in `test_hoder.py`, beside the rest of the walls.
"""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.arbeidsplan.test_rettigheter import sakene

INNE = "private, no-store"


def test_what_is_for_everybody_may_be_kept_apart_from_what_a_login_gives(client, folk, verden):
    """Pages that say nothing of it are the browser's to judge; none is kept without being asked for again."""
    feil = {}
    for navn, ting, get, _ in sakene():
        svar = client.get(reverse(navn, kwargs=verden[ting]))
        regel = svar.headers.get("Cache-Control", "")
        riktig = regel in ("", "no-cache") or "no-store" in regel
        if get[0] != "200":
            riktig = "no-store" in regel or (svar.status_code == 302 and regel == "no-cache")
        if not riktig or "Cookie" not in svar.headers["Vary"]:
            feil[navn, ting] = svar.status_code, regel, svar.headers.get("Vary")

    assert feil == {}


@pytest.mark.parametrize("sti", ["/hva-skjer/", "/hva-skjer/kalender.ics", "/hva-skjer/nytt.atom", "/plan/"])
def test_the_public_pages_are_asked_for_again_and_answered_unchanged(client, verden, sti):
    hel = client.get(sti)

    assert hel.headers["Cache-Control"] == "no-cache"
    assert client.get(sti, headers={"If-None-Match": hel.headers["ETag"]}).status_code == 304


def test_pages_with_a_key_in_their_address_are_kept_by_nobody(client, verden):
    svar = client.get(reverse("paaminnelse_av", kwargs=verden["avmelding"]))

    assert (svar.status_code, "no-store" in svar.headers["Cache-Control"]) == (200, True)


def test_a_form_with_its_guard_in_it_belongs_to_one_browser(client, db):
    svar = client.get(reverse("account_reset_password"))

    assert (list(svar.cookies), "no-store" in svar.headers["Cache-Control"]) == (["csrftoken"], True)


def test_the_answer_that_logs_somebody_in_is_kept_by_nobody(client, styremedlem):
    styremedlem.set_password("roser-i-mai-2026")
    styremedlem.save()
    svar = client.post("/logg-inn/", {"login": styremedlem.email, "password": "roser-i-mai-2026"})

    assert (svar.status_code, svar.headers["Cache-Control"]) == (302, INNE)


@override_settings(ROOT_URLCONF="tests.arbeidsplan.vegger.adresser")
@pytest.mark.parametrize("status", [302, 400, 403, 404, 410, 429, 500, 503])
def test_what_went_wrong_is_not_kept_until_it_goes_well(db, status):
    assert Client().get(f"/svar/{status}/").headers["Cache-Control"] == "no-store"
