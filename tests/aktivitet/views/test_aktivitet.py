"""The page of one activity: what it tells, and to whom."""

from datetime import date, time

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.aktivitet.lest import ordene

pytestmark = pytest.mark.usefixtures("i_dag")


def test_an_activity_has_a_page_of_its_own(client, lag_aktivitet):
    aktivitet = lag_aktivitet(
        "Møte <script>alert(1)</script> & kaffe",
        date(2026, 6, 5),
        presisjon="klokkeslett",
        fra_kl=time(18),
        til_kl=time(20),
        sted="Hamar bibliotek",
        beskrivelse="Velkommen!\n\n<b>Alle</b> & enhver",
    )

    svar = client.get(aktivitet.get_absolute_url())

    tekst = ordene(svar)
    assert "Møte <script>alert(1)</script> & kaffe Når fredag 5. juni 2026 kl. 18.00–20.00" in tekst
    assert "Hvor Hamar bibliotek Arrangør Hamar SV Type Møte Velkommen! <b>Alle</b> & enhver" in tekst
    assertNotContains(svar, "<script>alert")
    assertContains(svar, f'href="/hva-skjer/aktivitet/{aktivitet.pk}.ics">Legg i kalenderen</a>')
    assertNotContains(svar, "Rediger")
    assert svar.cookies == {}


def test_a_cancelled_activity_says_so(client, lag_aktivitet):
    aktivitet = lag_aktivitet("Møte", date(2026, 6, 5), avlyst=True)

    assertContains(client.get(aktivitet.get_absolute_url()), "Denne aktiviteten er avlyst.")


def test_a_day_that_is_not_set_is_told_as_such(client, lag_aktivitet):
    aktivitet = lag_aktivitet("Leir", date(2026, 10, 12), date(2026, 10, 18), presisjon="uke")

    assert "Når uke 42 2026 (12.–18. oktober) Dagen er ikke satt ennå." in ordene(
        client.get(aktivitet.get_absolute_url())
    )


def test_only_what_is_public_can_be_put_into_a_calendar(client, skjulte, sekretaer):
    client.force_login(sekretaer)

    for aktivitet in skjulte.values():
        assertNotContains(client.get(aktivitet.get_absolute_url()), "Legg i kalenderen")
        assert client.get(f"/hva-skjer/aktivitet/{aktivitet.pk}.ics").status_code == 404
