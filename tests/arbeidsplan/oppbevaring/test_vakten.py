"""A form too old for the guard against forgery is kept when it is ours; one from elsewhere is not."""

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import override_settings

from arbeidsplan import oppbevaring
from tests.tiltak.conftest import felter, logg

from .nettleser import FORTSETT, HTMX, INN, PASSORD, VAAR, gjensendingen, oppbevart


def innlogget_med_gammelt_skjema(vakt, bruker, termin):
    """Log in, and give the form of a page that was opened before the login was made anew in another tab."""
    vakt.force_login(bruker)
    side = vakt.get(termin.get_absolute_url()).content.decode()
    gammelt = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', side).group(1)
    vakt.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    return felter(termin, merknad="Holdt på Hamar", csrfmiddlewaretoken=gammelt)


def test_a_forged_form_meets_the_guard_before_anything_is_kept(vakt, termin):
    svar = vakt.post(termin.get_absolute_url(), felter(termin, merknad="Ondt"), headers={"Origin": "https://ond.no"})

    assert (svar.status_code, Session.objects.count(), vakt.cookies.keys()) == (403, 0, set())
    assert "Ondt" not in svar.content.decode()


def test_a_form_without_a_token_from_nowhere_is_not_kept(vakt, termin):
    svar = vakt.post(termin.get_absolute_url(), felter(termin, merknad="Ondt"))

    assert (svar.status_code, Session.objects.count()) == (403, 0)


@override_settings(ROOT_URLCONF="tests.arbeidsplan.adresser_som_feiler")
def test_where_the_guard_does_not_look_nothing_is_kept(vakt, db):
    svar = vakt.post("/uten-vakt/", {"merknad": "Ondt"}, headers={"Origin": "https://ond.no"})

    assert (svar.status_code, svar.headers["Location"]) == (302, f"{INN}?next=/uten-vakt/")
    assert Session.objects.count() == 0


def test_a_form_that_passes_the_guard_is_kept(vakt, termin):
    vakt.get(INN)
    token = vakt.cookies[settings.CSRF_COOKIE_NAME].value

    svar = vakt.post(termin.get_absolute_url(), felter(termin, merknad="Holdt", csrfmiddlewaretoken=token))

    assert (svar.status_code, len(oppbevart(vakt))) == (302, 1)
    assert "csrfmiddlewaretoken" not in oppbevart(vakt)[0]["felter"]


@pytest.mark.parametrize("hoder", [{"Origin": VAAR}, {"Sec-Fetch-Site": "same-origin"}], ids=["origin", "sec-fetch"])
def test_a_form_too_old_for_the_guard_is_shown_and_sent_with_a_fresh_one(vakt, kari, termin, hoder):
    sendt = innlogget_med_gammelt_skjema(vakt, kari, termin)

    svar = vakt.post(termin.get_absolute_url(), sendt, headers=hoder)
    assert (svar.status_code, svar.headers["Location"]) == (302, FORTSETT)
    side = vakt.get(FORTSETT).content.decode()
    assert "Holdt på Hamar" in side
    sti, paa_nytt = gjensendingen(side)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', side).group(1)
    vakt.post(sti, paa_nytt | {"csrfmiddlewaretoken": token}, headers=hoder)

    assert [ord_ for *_, ord_ in logg(termin)] == ["Holdt på Hamar"]
    assert oppbevart(vakt) == []


def test_an_old_form_sent_by_htmx_makes_the_whole_page_go_there(vakt, kari, termin):
    sendt = innlogget_med_gammelt_skjema(vakt, kari, termin)

    svar = vakt.post(termin.get_absolute_url(), sendt, headers=HTMX | {"Origin": VAAR})

    assert (svar.status_code, svar.headers["HX-Redirect"]) == (204, FORTSETT)


@pytest.mark.parametrize(
    "hoder",
    [
        {},
        {"Referer": f"{VAAR}/tiltak/"},
        {"Origin": "https://ond.no"},
        {"Origin": "null"},
        {"Origin": "https://testserver"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": VAAR, "Sec-Fetch-Site": "cross-site"},
    ],
    ids=str,
)
def test_an_old_form_that_is_not_known_to_be_ours_is_neither_kept_nor_shown(vakt, kari, termin, hoder):
    sendt = innlogget_med_gammelt_skjema(vakt, kari, termin)

    svar = vakt.post(termin.get_absolute_url(), sendt, headers=hoder)

    assert svar.status_code == 403
    assert "Skjemaet er for gammelt" in svar.content.decode()
    assert "Holdt på Hamar" not in svar.content.decode()
    assert oppbevart(vakt) == []


def test_a_form_too_old_and_a_login_that_is_gone_leads_by_the_login(vakt, kari, termin):
    sendt = innlogget_med_gammelt_skjema(vakt, kari, termin)
    Session.objects.all().delete()

    svar = vakt.post(termin.get_absolute_url(), sendt, headers={"Origin": VAAR}, follow=True)

    assert svar.redirect_chain == [(FORTSETT, 302), (f"{INN}?next={FORTSETT}", 302)]
    assert "Det du skrev, er tatt vare på i én time" in svar.content.decode()


def test_a_login_page_too_old_is_given_anew_and_leads_on(vakt, kari):
    skjema = {"login": kari.email, "password": PASSORD, "next": FORTSETT, "csrfmiddlewaretoken": "b" * 64}
    vakt.get(INN)

    utlogget = vakt.post(INN, skjema, headers={"Origin": VAAR}, follow=True)
    vakt.force_login(kari)
    innlogget = vakt.post(INN, skjema, headers={"Origin": VAAR}, follow=True)
    fra_andre = vakt.post(INN, skjema, headers={"Origin": "https://ond.no"})

    assert "Siden hadde stått for lenge. Prøv en gang til." in utlogget.content.decode()
    assert utlogget.context["redirect_field_value"] == FORTSETT
    assert innlogget.redirect_chain[-1] == (FORTSETT, 302)
    assert fra_andre.status_code == 403


def test_one_that_is_too_long_can_be_sent_from_the_answer_itself(vakt, kari, termin):
    sendt = innlogget_med_gammelt_skjema(vakt, kari, termin) | {"merknad": "å" * oppbevaring.STOERST}

    svar = vakt.post(termin.get_absolute_url(), sendt, headers={"Origin": VAAR})

    sti, paa_nytt = gjensendingen(svar.content.decode())
    assert (svar.status_code, sti, len(paa_nytt["merknad"][0])) == (
        403,
        termin.get_absolute_url(),
        oppbevaring.STOERST,
    )
