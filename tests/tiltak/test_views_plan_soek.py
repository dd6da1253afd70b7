"""Search in the plan on its page: what the address asks for is what is shown."""

import re
from urllib.parse import quote

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_tiltak, uten_merker
from tiltak.models import Maal


@pytest.fixture
def aarsmoetet(plan):
    maal = Maal.objects.create(plan=plan, nr=1, nummer="1.1", overskrift="Vekst")
    maal.avsnitt.create(nr=1, tekst="ÅRSMØTET vedtar planen.")
    lag_tiltak(maal, "1.1a", "Verve <b>flere</b>", "Etter årsmøtet")
    return maal


def funnet(svar):
    html = re.search(r'<div class="planfunn">.*?</div>', svar.content.decode(), re.DOTALL)[0]
    return uten_merker(html.replace("<mark>", "[").replace("</mark>", "]"))


def test_what_is_found_stands_under_its_goal_and_leads_to_its_place(client, aarsmoetet):
    svar = client.get("/plan/", {"q": "Årsmøtet"})

    assert funnet(svar) == (
        "Vis hele planen 1.1 Vekst [ÅRSMØTET] vedtar planen. 1.1a Verve &lt;b&gt;flere&lt;/b&gt; Etter [årsmøtet]"
    )
    assertContains(svar, "2 treff på «Årsmøtet».")
    assertContains(svar, 'href="/plan/#1.1"', count=1)
    assertContains(svar, 'href="/plan/#1.1a"', count=1)
    assertContains(svar, 'value="Årsmøtet"', count=1)
    assertNotContains(svar, 'id="planen"')


def test_a_plan_at_its_own_address_is_searched_there(client, aarsmoetet):
    adresse = aarsmoetet.plan.get_absolute_url()

    assertContains(client.get(adresse, {"q": "vekst"}), f'href="{adresse}#1.1"', count=1)


def test_what_is_not_found_says_what_to_do(client, aarsmoetet):
    svar = client.get("/plan/", {"q": "kamel"})

    assertContains(svar, "0 treff på «kamel».")
    assertContains(svar, "Prøv færre ord, eller bare begynnelsen av et ord.")


@pytest.mark.parametrize("q", ["", "   ", "%00%07", "%E2%80%8B"])
def test_a_search_for_nothing_shows_the_plan(client, aarsmoetet, q):
    svar = client.get(f"/plan/?q={q}")

    assertContains(svar, 'id="planen"')
    assertNotContains(svar, "treff på")


@pytest.mark.parametrize("q", ["%", "_", "å" * 100_000, "a " * 5000, "\udcff", "<script>", "'\"\\"])
def test_bad_input_is_harmless(client, aarsmoetet, q):
    svar = client.get(f"/plan/?q={quote(q, errors='surrogatepass')}")

    assert svar.status_code == 200
    assertNotContains(svar, "<script>")


@pytest.mark.parametrize("antall", [1, 3])
def test_a_search_costs_the_same_for_any_number_of_hits(client, plan, antall, django_assert_num_queries):
    for nr in range(antall):
        lag_tiltak(Maal.objects.create(plan=plan, nr=nr, nummer=f"{nr}", overskrift="Vekst"), f"{nr}a", "Verve")

    with django_assert_num_queries(8):
        svar = client.get("/plan/", {"q": "verve"})

    assertContains(svar, "<mark>Verve</mark>", count=antall)
