"""Tests of the page where the administrator reads the trail."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from django.utils.html import strip_tags
from pytest_django.asserts import assertContains, assertNotContains, assertNumQueries

from arbeidsplan.models import Bruker, Hendelse, Spor
from arbeidsplan.roller import Rolle
from arbeidsplan.spor.views import PER_SIDE

OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture
def inne(client, administrator):
    client.force_login(administrator)
    Spor._base_manager.all().delete()  # that they came in
    return client


def spor(hendelse=Hendelse.EKSPORT, naar=None, hva="", **hvem):
    """A line that was written at a time of the test's own."""
    linje = Spor.objects.sett(hendelse, hva=hva, **hvem)
    if naar:
        Spor._base_manager.filter(pk=linje.pk).update(tid=naar)
    return linje


def viste(klient, **valg):
    """What more is said of each line that is shown."""
    return [linje.hva for linje in klient.get("/spor/", valg).context["side"]]


def test_each_line_says_when_who_what_and_about_whom_the_newest_first(inne, administrator, styremedlem):
    spor(Hendelse.KOPI, datetime(2026, 3, 2, 1, 59, tzinfo=OSLO), "10 rader")
    spor(Hendelse.ROLLER, datetime(2026, 3, 2, 18, 5, tzinfo=OSLO), "A → B", av=administrator, om=styremedlem)

    svar = inne.get("/spor/")

    tekst = " ".join(strip_tags(svar.content.decode()).split())
    ventet = "mandag 2. mars 2026 18.05 Ada Administrator Endret roller, gjaldt Kari Styremedlem A → B"
    assert f"{ventet} 01.59 automatisk Tok en sikkerhetskopi 10 rader" in tekst


def test_a_line_just_after_midnight_stands_under_its_own_day(inne):
    spor(naar=datetime(2026, 3, 2, 0, 5, tzinfo=OSLO), hva="etter")
    spor(naar=datetime(2026, 3, 1, 23, 55, tzinfo=OSLO), hva="før")

    svar = inne.get("/spor/", {"fra": "2026-03-02", "til": "2026-03-02"})

    assert [linje.hva for linje in svar.context["side"]] == ["etter"]
    assertContains(svar, "mandag 2. mars 2026")


def test_somebody_who_is_erased_is_called_so(inne, administrator, styremedlem):
    spor(Hendelse.ROLLER, av=administrator, om=styremedlem)
    styremedlem.delete()

    svar = inne.get("/spor/")

    assertContains(svar, "gjaldt <strong>tidligere bruker</strong>")
    assertNotContains(svar, "Kari")


def test_one_sees_what_a_person_did_and_what_was_done_to_them(inne, administrator, styremedlem, sekretaer):
    spor(hva="gjorde", av=styremedlem)
    spor(hva="ble gjort", av=administrator, om=styremedlem)
    spor(hva="andre", av=sekretaer)

    assert viste(inne, hvem=styremedlem.pk) == ["ble gjort", "gjorde"]


def test_one_sees_what_commands_did_and_what_the_erased_did(inne, administrator, styremedlem):
    spor(hva="kommando")
    spor(hva="slettet gjorde", av=styremedlem)
    spor(hva="ble gjort med slettet", av=administrator, om=styremedlem)
    spor(hva="noen gjorde", av=administrator)
    styremedlem.delete()

    assert viste(inne, hvem="automatisk") == ["kommando"]
    assert viste(inne, hvem="slettet") == ["ble gjort med slettet", "slettet gjorde"]


def test_one_sees_one_kind_between_two_days(inne, administrator):
    for dag in (1, 2, 3, 4):
        for hendelse in (Hendelse.INNLOGGING, Hendelse.EKSPORT):
            spor(hendelse, datetime(2026, 3, dag, 12, tzinfo=OSLO), f"{hendelse} {dag}", av=administrator)

    assert viste(inne, hva="innlogging", fra="2026-03-02", til="3.3.2026") == ["innlogging 3", "innlogging 2"]


@pytest.mark.parametrize(
    ("valg", "setning"),
    [
        ({"hvem": "999"}, "Vi kjenner ikke personen i adressen. Velg fra listen."),
        ({"hvem": "18446744073709551616"}, "Vi kjenner ikke personen i adressen. Velg fra listen."),
        ({"hvem": "\x00"}, "Vi kjenner ikke personen i adressen. Velg fra listen."),
        ({"hva": "tull"}, "Vi kjenner ikke hendelsen i adressen. Velg fra listen."),
        ({"fra": "i går"}, "Skriv dagen slik: 31.12.2026."),
        ({"til": "9999-12-31"}, ""),
        ({"fra": "2026-03-02", "til": "2026-03-01"}, "Siste dag er før første dag."),
    ],
)
def test_what_is_not_known_is_said_by_its_field_and_nothing_is_shown(inne, valg, setning):
    spor()

    svar = inne.get("/spor/", valg)

    assert list(svar.context["side"]) == []
    assertContains(svar, "Vi kan ikke vise det du ba om.")
    assertContains(svar, setning)
    assertNotContains(svar, "Ingenting passer")


def test_many_lines_are_shown_a_page_at_a_time_with_the_choice_kept(inne, administrator):
    for nr in range(PER_SIDE + 1):
        spor(hva=str(nr), av=administrator)

    foerste, andre = (inne.get("/spor/", {"hva": "eksport", **side}) for side in ({}, {"side": 2}))

    assert len(foerste.context["side"]) == PER_SIDE
    assert [linje.hva for linje in andre.context["side"]] == ["0"]
    assertContains(foerste, 'rel="next" href="?hva=eksport&amp;side=2"')
    assertContains(foerste, f"{PER_SIDE + 1} linjer passer.")
    assertContains(andre, "Side 2 av 2")


@pytest.mark.parametrize("side", ["0", "-1", "tull", "9" * 5000, "\x00"])
def test_a_page_that_is_not_there_is_one_that_is(inne, side):
    spor(hva="den ene")

    assert viste(inne, side=side) == ["den ene"]


def test_an_empty_trail_says_so(inne):
    assertContains(inne.get("/spor/"), "Ingenting er skjedd de siste 90 dagene.")
    assertContains(inne.get("/spor/?hva=kopi"), "Ingenting passer med det du har valgt.")


def test_the_page_says_how_long_they_are_kept_and_what_is_not_there(inne, settings):
    settings.OPPBEVAR_SPOR = 30

    svar = inne.get("/spor/")

    assertContains(svar, "Hver linje slettes etter 30 dager.")
    assertContains(svar, "Forsøk på å logge inn som ikke lykkes, lagres ikke")


def test_reading_it_leaves_no_line(inne):
    inne.get("/spor/")

    assert list(Spor.objects.all()) == []


def test_the_number_of_queries_is_the_same_for_one_line_and_for_many(inne, administrator):
    spor(av=administrator)
    with assertNumQueries(5):  # session and person, the people to choose among, the count, the lines
        inne.get("/spor/")

    for nr in range(12):
        en = Bruker.objects.create_user(f"nr{nr}@example.org", roller={Rolle.STYREMEDLEM: None})
        spor(Hendelse.ROLLER, timezone.now() - timedelta(days=nr), av=en, om=administrator)

    with assertNumQueries(5):
        inne.get("/spor/")


def test_it_is_reached_by_the_administrator_alone(client, administrator, sekretaer):
    client.force_login(sekretaer)
    assertNotContains(client.get("/admin/"), "/spor/")
    assertNotContains(client.get("/"), "/spor/")
    assert client.get("/spor/").status_code == 403

    client.force_login(administrator)
    assertContains(client.get("/admin/"), 'href="/spor/"')
    assertContains(client.get("/"), 'href="/spor/"')
