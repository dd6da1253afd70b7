"""What was moved: the list, the month and its grid tell it on the old day and on the new."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.aktivitet.lest import ordene, titler, ved_siden

pytestmark = pytest.mark.usefixtures("i_dag")


@pytest.fixture
def flyttet(lag_aktivitet):
    """A meeting that was published last week, and has been moved from 20 May to 5 June."""
    moetet = lag_aktivitet("Vårmøte", date(2026, 5, 20), publisert=timezone.now() - timedelta(days=7))
    moetet.foerste_dag = moetet.siste_dag = date(2026, 6, 5)
    moetet.save()
    return moetet


def test_the_list_tells_where_it_went_and_where_it_came_from(client, flyttet):
    tekst = ordene(client.get("/hva-skjer/"))

    assert "ons. 20. mai Vårmøte: Flyttet til 5. juni" in tekst
    assert "fre. 5. juni Vårmøte Flyttet fra 20. mai Hamar SV" in tekst


def test_the_grid_does_too_on_both_days(client, flyttet):
    assert "onsdag 20. mai Vårmøte: flyttet til 5. juni" in ved_siden(client.get("/hva-skjer/"))
    assert "onsdag 20. mai Vårmøte: flyttet til 5. juni" in ordene(client.get("/hva-skjer/2026/5/"))
    assert "fredag 5. juni Vårmøte Flyttet fra 20. mai" in ordene(client.get("/hva-skjer/2026/6/"))


def test_a_month_that_only_something_moved_away_from_is_empty_and_tells_both(client, flyttet):
    tekst = ordene(client.get("/hva-skjer/2026/5/", {"visning": "liste"}))

    assert "Ingenting er lagt inn i mai 2026. Det neste er Vårmøte , fredag 5. juni 2026." in tekst
    assert "ons. 20. mai Vårmøte: Flyttet til 5. juni" in tekst


def test_a_trace_follows_the_filter_and_what_one_may_see(client, flyttet):
    assert "Flyttet" not in ordene(client.get("/hva-skjer/", {"type": "skolering"}))
    flyttet.synlighet = "intern"
    flyttet.save()
    assert "Flyttet" not in ordene(client.get("/hva-skjer/"))


def test_a_cancelled_one_is_both_cancelled_and_moved(client, flyttet):
    flyttet.avlyst = True
    flyttet.save()

    tekst = ordene(client.get("/hva-skjer/"))

    assert "Vårmøte: Flyttet til 5. juni Avlyst" in tekst
    assert "Vårmøte Avlyst Flyttet fra 20. mai" in tekst
    assert "onsdag 20. mai Vårmøte: flyttet til 5. juni, avlyst" in ved_siden(client.get("/hva-skjer/"))
    assert "onsdag 20. mai Vårmøte: flyttet til 5. juni, avlyst" in ordene(client.get("/hva-skjer/2026/5/"))


def test_the_year_that_it_was_moved_out_of_tells_where_it_went(client, flyttet):
    foer = ordene(client.get("/hva-skjer/2026/"))
    flyttet.foerste_dag = flyttet.siste_dag = date(2027, 1, 9)
    flyttet.save()

    tekst = ordene(client.get("/hva-skjer/2026/"))

    assert "Flyttet til" not in foer.replace("flyttet", "Flyttet")  # within the year it stands where it is, so marked
    assert "juni 5. juni Vårmøte: flyttet til 9. januar 2027 juli" in tekst
    assert "januar 9. januar Vårmøte Flyttet fra 5. juni 2026" in ordene(client.get("/hva-skjer/2027/"))
    assert "Flyttet" not in ordene(client.get("/hva-skjer/2026/", {"type": "skolering"})).replace("flyttet", "Flyttet")


def test_a_trace_of_a_past_day_is_not_in_the_list_from_today(client, flyttet):
    flyttet.flyttet_fra = date(2026, 5, 13)
    flyttet.save()

    assert titler(client.get("/hva-skjer/")) == ["Vårmøte"]


def test_a_long_list_shows_no_trace_beyond_its_last_day(client, flyttet, lag_aktivitet):
    for nr in range(201):
        lag_aktivitet(f"Nr. {nr}", date(2026, 5, 15))

    assert "Flyttet til" not in ordene(client.get("/hva-skjer/")).split("Hele mai")[0]
