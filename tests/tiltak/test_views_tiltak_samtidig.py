"""Two people at one termin: nobody is written over, and both texts are there to choose from."""

from datetime import date

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import felter, logg, uten_merker
from tiltak.models import Status, Termin

HTMX = {"HX-Request": "true"}


@pytest.fixture
def lagret_av_andre(termin, sekretaer):
    """The termin as it was read, and then saved by the secretary."""
    lest = Termin.objects.get(pk=termin.pk)
    termin.sett_status(
        Status.GJENNOMFOERT, av=sekretaer, versjon=1, utfoert=date(2026, 6, 1), merknad="Holdt på Lillehammer"
    )
    return lest


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "uten"])
def test_a_save_on_top_of_a_newer_one_is_refused_and_shows_both_texts(inne, lagret_av_andre, headers):
    svar = inne.post(
        lagret_av_andre.get_absolute_url(), felter(lagret_av_andre, merknad="Holdt på Hamar"), headers=headers
    )

    ordene = uten_merker(svar.content.decode())
    assert "Ola Sekretær lagret dette i mellomtiden." in ordene
    assert "Gjennomført Gjort 1. juni 2026." in ordene
    assertContains(svar, "<blockquote>Holdt på Lillehammer</blockquote>")
    assertContains(svar, "Holdt på Hamar</textarea>")
    assertContains(svar, 'name="versjon" value="2"')
    assert logg(lagret_av_andre) == [("gjennomfoert", date(2026, 6, 1), None, "Holdt på Lillehammer")]


def test_mine_can_be_saved_on_top_knowingly_and_the_log_has_both(inne, lagret_av_andre):
    inne.post(lagret_av_andre.get_absolute_url(), felter(lagret_av_andre, merknad="Holdt på Hamar", versjon=2))

    assert logg(lagret_av_andre) == [
        ("gjennomfoert", date(2026, 6, 1), None, "Holdt på Lillehammer"),
        ("paagaar", None, None, "Holdt på Hamar"),
    ]


def test_both_texts_can_be_joined_and_looked_over_before_they_are_saved(inne, lagret_av_andre):
    sendt = felter(lagret_av_andre, merknad="Holdt på Hamar", versjon=2, slaa_sammen="1")

    svar = inne.post(lagret_av_andre.get_absolute_url(), sendt, headers=HTMX)

    assert svar.context["form"]["merknad"].value() == "Holdt på Lillehammer\n\nHoldt på Hamar"
    assertContains(svar, 'name="versjon" value="2"')
    assert len(logg(lagret_av_andre)) == 1


def test_words_that_are_joined_are_looked_over_and_joined_no_more(inne, lagret_av_andre):
    sendt = felter(lagret_av_andre, merknad="Holdt på Hamar", versjon=2, slaa_sammen="1")
    begges = "Holdt på Lillehammer\n\nHoldt på Hamar"

    svar, igjen = (
        inne.post(lagret_av_andre.get_absolute_url(), sendt | {"merknad": ord_}, headers=HTMX)
        for ord_ in ("Holdt på Hamar", begges)
    )

    assert (svar.context["form"]["merknad"].value(), igjen.context["form"]["merknad"].value()) == (begges, begges)
    assertContains(svar, "Ordene er slått sammen nedenfor, men ikke lagret ennå.")
    assertContains(svar, "data-fokus", count=1)  # among the words
    assertContains(svar, "<button>Lagre</button>", html=True)
    assertNotContains(svar, "Slå sammen ordene")


def test_the_same_form_sent_twice_is_saved_once_and_scares_nobody(inne, termin):
    sendt = felter(termin, status=Status.GJENNOMFOERT, merknad="Holdt på Hamar")

    foerste, andre = (inne.post(termin.get_absolute_url(), sendt, headers=HTMX) for _ in range(2))

    uten_token = [uten_merker(svar.content.decode()) for svar in (foerste, andre)]
    assert uten_token[0] == uten_token[1]
    assert logg(termin) == [("gjennomfoert", timezone.localdate(), None, "Holdt på Hamar")]
