"""Whichever way an activity is changed, people's calendars get a later edition of the same entry."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from aktivitet.models import Aktivitet
from tests.aktivitet.views.skjemaet import skjema

FEED = "/hva-skjer/kalender.ics"

pytestmark = pytest.mark.usefixtures("i_dag")


def utgave():
    """UID, SEQUENCE and LAST-MODIFIED of what is in the feed, to somebody who is not logged in."""
    (ut,) = Calendar.from_ical(Client().get(FEED).content).walk("VEVENT")
    return str(ut["UID"]), ut["SEQUENCE"], ut.decoded("LAST-MODIFIED")


def rediger(client, moete, **felter):
    return client.post(reverse("aktivitet:rediger", args=[moete.pk]), {"versjon": moete.versjon, **felter})


def fra_skjemaet(client, moete):
    rediger(client, moete, **skjema(moete.lag, tittel="Nytt navn", handling="lagre"))


def flytt(client, moete):
    rediger(client, moete, **skjema(moete.lag, foerste_dag="2026-05-19", handling="lagre"))


def avlys(client, moete):
    rediger(client, moete, handling="avlys")


def angre_avlysning(client, moete):
    Aktivitet.objects.filter(pk=moete.pk).update(avlyst=True)
    rediger(client, moete, handling="angre_avlysning")


def fra_redigeringssiden(client, moete):
    felter = ("tittel", "type", "synlighet", "foerste_dag", "siste_dag", "beskrivelse")
    lest = {felt: getattr(moete, felt) for felt in felter}
    lest |= {"lag": moete.lag_id, "lest_versjon": moete.versjon, "presisjon": "dag", "sted": "Et nytt sted"}
    client.post(reverse("admin:aktivitet_aktivitet_change", args=[moete.pk]), lest)


def avlys_fra_listen(client, moete):
    client.post(reverse("admin:aktivitet_aktivitet_changelist"), {"action": "avlys", "_selected_action": [moete.pk]})


@pytest.mark.parametrize(
    "endring", [fra_skjemaet, flytt, avlys, angre_avlysning, fra_redigeringssiden, avlys_fra_listen]
)
def test_every_change_is_a_later_edition_of_the_same_entry(client, sekretaer, moete, monkeypatch, endring):
    client.force_login(sekretaer)
    uid, nummer, endret = utgave()
    senere = timezone.now() + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: senere)

    endring(client, moete)

    assert utgave() == (uid, nummer + 1, endret + timedelta(minutes=1))


def test_a_draft_that_is_published_and_hidden_and_shown_again_never_counts_backwards(client, sekretaer, moete):
    client.force_login(sekretaer)
    Aktivitet.objects.filter(pk=moete.pk).update(publisert=None)
    rediger(client, moete, **skjema(moete.lag, handling="publiser"))
    foer = utgave()
    for synlighet in ("intern", "offentlig"):
        moete.refresh_from_db()
        rediger(client, moete, **skjema(moete.lag, synlighet=synlighet, handling="lagre"))

    assert utgave()[:2] == (foer[0], foer[1] + 2)


def test_a_save_that_changes_nothing_for_the_secretary_is_no_new_edition(client, sekretaer, lag_aktivitet):
    client.force_login(sekretaer)
    moetet = lag_aktivitet("Møte", date(2026, 5, 20))
    foer = utgave()
    felter = ("tittel", "type", "synlighet", "presisjon", "foerste_dag", "siste_dag", "nettlenke_for")
    lest = {felt: getattr(moetet, felt) for felt in felter} | {"lag": moetet.lag_id, "lest_versjon": moetet.versjon}

    client.post(reverse("admin:aktivitet_aktivitet_change", args=[moetet.pk]), lest)

    assert utgave() == foer
