"""An unchanged page to read is not sent again, and to know it costs one query."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

pytestmark = pytest.mark.usefixtures("i_dag")

SIDENE = ["/hva-skjer/", "/hva-skjer/2026/5/", "/hva-skjer/2026/5/?visning=liste&q=møte", "/hva-skjer/2026/"]


@pytest.mark.parametrize("adresse", SIDENE)
def test_an_unchanged_page_answers_304_from_one_query_without_a_cookie(
    client, lag_aktivitet, django_assert_num_queries, adresse
):
    lag_aktivitet("Møte", date(2026, 5, 20))
    merke = client.get(adresse).headers["ETag"]

    with django_assert_num_queries(1):
        svar = client.get(adresse, headers={"If-None-Match": merke})

    assert (svar.status_code, svar.content, svar.headers["ETag"], svar.cookies) == (304, b"", merke, {})


@pytest.mark.parametrize("adresse", SIDENE)
def test_a_changed_calendar_a_new_day_and_another_address_are_sent_anew(client, lag_aktivitet, monkeypatch, adresse):
    moetet = lag_aktivitet("Møte", date(2026, 5, 20))
    merker = [client.get(adresse).headers["ETag"], client.get(f"{adresse}?type=mote").headers["ETag"]]
    moetet.save()
    merker.append(client.get(adresse).headers["ETag"])
    i_morgen = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: i_morgen)

    svar = client.get(adresse, headers={"If-None-Match": ", ".join(merker)})

    assert (svar.status_code, len({*merker, svar.headers["ETag"]})) == (200, 4)


def test_what_nobody_outside_can_see_changes_nothing(client, lag_aktivitet):
    merke = client.get("/hva-skjer/").headers["ETag"]
    lag_aktivitet("Utkast", date(2026, 5, 20), publisert=None)
    lag_aktivitet("Internt", date(2026, 5, 20), synlighet="intern")

    assert client.get("/hva-skjer/", headers={"If-None-Match": merke}).status_code == 304


def test_those_who_are_logged_in_are_never_answered_by_what_the_public_has(client, lag_aktivitet, sekretaer):
    lag_aktivitet("Møte", date(2026, 5, 20))
    merke = client.get("/hva-skjer/").headers["ETag"]
    client.force_login(sekretaer)

    svar = client.get("/hva-skjer/", headers={"If-None-Match": merke})

    assert (svar.status_code, svar.headers.get("ETag")) == (200, None)
