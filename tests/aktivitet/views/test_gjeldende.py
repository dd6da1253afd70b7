"""The address without the year: where it leads, and that it says so when it leads nowhere yet."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from aktivitet.models import Aktivitetstype

AARSMOETET = "/hva-skjer/arsmote/"

pytestmark = pytest.mark.usefixtures("i_dag")


@pytest.fixture
def moete(lag_aktivitet, fylkeslag):
    """Make an annual meeting of the county's, unless told otherwise."""
    return lambda dag, siste=None, **felter: lag_aktivitet(
        f"Årsmøte {dag}", dag, siste, **({"type": "arsmote", "lag": fylkeslag} | felter)
    )


def test_it_leads_to_the_next_one_and_may_lead_elsewhere_tomorrow(client, moete):
    moete(date(2026, 2, 20))
    neste = moete(date(2027, 2, 20))
    moete(date(2028, 2, 20))

    svar = client.get(AARSMOETET)

    assertRedirects(svar, neste.get_absolute_url())
    assert (svar.status_code, svar["Cache-Control"], dict(client.cookies)) == (302, "no-cache", {})


def test_one_that_has_not_ended_is_the_current_one(client, moete):
    her = moete(date(2026, 5, 12), date(2026, 5, 14), presisjon="dager")
    moete(date(2027, 2, 20))

    assertRedirects(client.get(AARSMOETET), her.get_absolute_url())


def test_with_none_ahead_it_leads_to_the_latest(client, moete):
    moete(date(2025, 2, 20))
    siste = moete(date(2026, 2, 20))

    assertRedirects(client.get(AARSMOETET), siste.get_absolute_url())


def test_a_cancelled_one_only_where_there_is_no_other(client, moete):
    avlyst = moete(date(2027, 2, 20), avlyst=True)
    assertRedirects(client.get(AARSMOETET), avlyst.get_absolute_url())

    ny = moete(date(2027, 3, 20))
    assertRedirects(client.get(AARSMOETET), ny.get_absolute_url())


@pytest.mark.parametrize("hvem", [None, "sekretaer"])
def test_it_leads_to_nothing_that_is_not_the_countys_and_public(client, request, moete, lokallag, hvem):
    moete(date(2027, 1, 1), lag=lokallag)
    moete(date(2027, 1, 2), publisert=None)
    moete(date(2027, 1, 3), synlighet="intern")
    moete(date(2027, 1, 4), type="ekstraordinert-arsmote")
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    svar = client.get(AARSMOETET)

    assertContains(svar, "<h1>Årsmøte</h1>", status_code=404)
    assertContains(svar, "Her er ikke noe lagt ut ennå.", status_code=404)
    assertContains(svar, '<a href="/hva-skjer/">Se det som skjer</a>', status_code=404)


@pytest.mark.parametrize("slug", ["fest", "arsmote2", "ARSMOTE", "aktivitet"])
def test_an_unknown_word_is_not_found(client, db, slug):
    svar = client.get(f"/hva-skjer/{slug}/")

    assertContains(svar, "Vi fant ikke siden", status_code=404)


def test_every_type_has_an_address(client, moete):
    ventet = {type_: moete(date(2026, 6, 5), type=type_).get_absolute_url() for type_ in Aktivitetstype.values}

    assert {type_: client.get(f"/hva-skjer/{type_}/")["Location"] for type_ in ventet} == ventet
