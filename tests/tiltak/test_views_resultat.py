"""What an election gave, beside the goal that names it: written down by the secretary, read by all."""

from datetime import date

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import Aktivitet
from tests.tiltak.conftest import lag_plan, uten_merker
from tiltak.models import Resultatfoering, Valgresultat

FYLKESTING = {"nr": 2, "tekst": "Minst fire i fylkestinget", "antall": 4, "valg": "fylkestingsvalg", "valgaar": 2027}
STORTING = {"nr": 1, "tekst": "En fra hver krets", "antall": 1, "per_valgkrets": True, "valg": "stortingsvalg"}


@pytest.fixture
def fylkesting(plan, i_dag):
    return plan.periodemaal.create(**FYLKESTING)


@pytest.fixture
def storting(plan, i_dag):
    return plan.periodemaal.create(**STORTING, valgaar=2025)


@pytest.fixture
def sekretaeren(client, sekretaer):
    client.force_login(sekretaer)
    return client


def adresse(maal):
    return f"{maal.plan.get_absolute_url()}periodemaal/{maal.pk}/resultat/"


def rader(*par, versjon=1):
    """What the form sends for rows of constituency and number."""
    sendt = {"versjon": versjon}
    for nr, (krets, antall) in enumerate(par):
        sendt |= {f"krets-{nr}": krets, f"antall-{nr}": antall}
    return sendt


def foert(maal):
    return dict(maal.resultater.values_list("krets", "antall"))


def loggen():
    return list(Resultatfoering.objects.order_by("pk").values_list("hva", "innhold", "av__navn"))


def test_anyone_reads_the_target_and_what_is_awaited(client, fylkesting, storting):
    svar = client.get("/plan/")

    assert "Minst fire i fylkestinget Fylkestingsvalget 13. september 2027 (anslag): " in uten_merker(
        svar.content.decode()
    )
    assertContains(svar, "Målet er minst 4 representanter. Ikke valgt ennå.")
    assertContains(svar, "Målet er minst 1 representant i hver valgkrets. Resultatet er ikke ført ennå.")
    assertNotContains(svar, "Før resultatet")


def test_the_day_is_the_calendars_when_it_stands_there(client, fylkesting, fylkeslag):
    dag = {"presisjon": "dag", "foerste_dag": date(2027, 9, 6), "siste_dag": date(2027, 9, 6)}
    Aktivitet.objects.create(tittel="Valg", type="valg", lag=fylkeslag, publisert=timezone.now(), **dag)

    assertContains(client.get("/plan/"), "Fylkestingsvalget 6. september 2027:")


def test_a_goal_without_a_target_says_nothing(client, plan):
    plan.periodemaal.create(nr=1, tekst="Økt gjennomslag")

    assertNotContains(client.get("/plan/"), "utfall")


def test_the_secretary_writes_one_number_and_everyone_reads_it(sekretaeren, fylkesting, client):
    svar = sekretaeren.post(adresse(fylkesting), {"versjon": 1, "antall": "3"})
    client.logout()

    assertRedirects(svar, fylkesting.plan.get_absolute_url())
    assert foert(fylkesting) == {"": 3}
    assert loggen() == [("Minst fire i fylkestinget", "3", "Ola Sekretær")]
    assertContains(client.get("/plan/"), "Fikk 3. Målet var minst 4: ikke nådd.")


def test_the_secretary_writes_a_row_for_each_constituency(sekretaeren, storting):
    sekretaeren.post(adresse(storting), rader(("Østnes", "1"), ("  Ås\x07nes ", "0"), ("", "")))

    assert foert(storting) == {"Østnes": 1, "Åsnes": 0}
    assertContains(
        sekretaeren.get("/plan/"), "Østnes fikk 1, Åsnes fikk 0. Målet var minst 1 i hver valgkrets: ikke nådd."
    )


def test_names_alone_take_the_result_away(sekretaeren, storting):
    Valgresultat.objects.foer(storting, {"Nord": 1}, av=None, versjon=1)
    sekretaeren.post(adresse(storting), rader(("Nord", ""), ("Sør", ""), versjon=2))

    assert foert(storting) == {}


def test_the_plan_leads_the_secretary_to_the_elections_that_are_over(sekretaeren, fylkesting, storting):
    svar = sekretaeren.get("/plan/")

    assertContains(svar, f'href="{adresse(storting)}"', count=1)
    assertNotContains(svar, adresse(fylkesting))


def test_a_result_is_corrected_and_who_wrote_what_is_kept(sekretaeren, fylkesting):
    sekretaeren.post(adresse(fylkesting), {"versjon": 1, "antall": "3"})
    sekretaeren.post(adresse(fylkesting), {"versjon": 2, "antall": "4"})
    sekretaeren.post(adresse(fylkesting), {"versjon": 3, "antall": ""})

    assert foert(fylkesting) == {}
    assert [innhold for _, innhold, _ in loggen()] == ["3", "4", ""]
    side = uten_merker(sekretaeren.get(adresse(fylkesting)).content.decode())
    assert "Ført tidligere Resultatet er fjernet Ola Sekretær" in side


def test_the_log_outlives_the_goal(sekretaeren, fylkesting):
    sekretaeren.post(adresse(fylkesting), {"versjon": 1, "antall": "3"})
    fylkesting.delete()

    assert (loggen(), Valgresultat.objects.count()) == ([("Minst fire i fylkestinget", "3", "Ola Sekretær")], 0)


def test_the_names_are_remembered_from_earlier_elections(sekretaeren, storting):
    tidligere = lag_plan("gammel", status="avloest", fra=date(2021, 1, 1), til=date(2024, 12, 31))
    foerst = tidligere.periodemaal.create(**STORTING, valgaar=2021)
    Valgresultat.objects.foer(foerst, {"Østnes": 1, "Åsnes": 1, "Nord": 0}, av=None, versjon=1)

    form = sekretaeren.get(adresse(storting)).context["form"]

    assert [(krets.value(), antall.value()) for krets, antall in form.rader] == [
        ("Nord", None),
        ("Østnes", None),
        ("Åsnes", None),
        (None, None),
        (None, None),
    ]


def test_what_another_saved_meanwhile_is_shown_and_not_overwritten(sekretaeren, storting):
    Valgresultat.objects.foer(storting, {"Nord": 1}, av=None, versjon=1)
    svar = sekretaeren.post(adresse(storting), rader(("Nord", "0"), ("Sør", "2")))

    assert foert(storting) == {"Nord": 1}
    assertContains(svar, "Ikke lagret: Noen andre har lagret mens du skrev.")
    assertContains(svar, "<p>Nord: 1</p>", html=True)
    assertContains(svar, 'name="antall-1" value="2"')
    assertContains(svar, 'name="versjon" value="2"')

    sekretaeren.post(adresse(storting), rader(("Nord", "0"), ("Sør", "2"), versjon=2))
    assert foert(storting) == {"Nord": 0, "Sør": 2}


@pytest.mark.parametrize(
    ("sendt", "sagt"),
    [
        (rader(("", "1")), "Skriv navnet på valgkretsen."),
        (rader(("Nord", "1"), ("NORD", "2")), "Valgkretsen står to ganger. Fjern den ene."),
        (
            rader(("Nord", "1"), ("Sør", "")),
            "Skriv hvor mange, 0 hvis ingen ble valgt. Eller fjern valgkretsen.",
        ),
        (rader(("Nord", "-1")), "Skriv et helt tall fra 0 til 999."),
        (rader(("Nord", "1000")), "Skriv et helt tall fra 0 til 999."),
        (rader(("Nord", "en")), "Skriv et helt tall fra 0 til 999."),
        (rader(("N" * 61, "1")), "Teksten er på 61 tegn. Kort den ned til 60."),
        (rader(("Nord", "1"), versjon="x"), "Skjemaet er ikke helt."),
    ],
)
def test_what_cannot_be_saved_says_why_and_keeps_what_was_written(sekretaeren, storting, sendt, sagt):
    svar = sekretaeren.post(adresse(storting), sendt)

    assertContains(svar, sagt)
    assert (svar.status_code, foert(storting), loggen()) == (200, {}, [])


def test_a_goal_without_a_target_has_no_result_to_write(sekretaeren, plan):
    maal = plan.periodemaal.create(nr=1, tekst="Økt gjennomslag")

    assert sekretaeren.get(adresse(maal)).status_code == 404


def test_a_goal_of_another_plan_is_not_found_here(sekretaeren, fylkesting):
    lag_plan("en-annen")

    assert sekretaeren.get(f"/plan/en-annen/periodemaal/{fylkesting.pk}/resultat/").status_code == 404


@pytest.mark.parametrize("antall", [1, 3])
def test_the_outcomes_cost_the_same_for_any_number_of_goals(client, plan, antall, django_assert_num_queries):
    for nr in range(antall):
        maal = plan.periodemaal.create(**FYLKESTING | {"nr": nr})
        Valgresultat.objects.foer(maal, {"": 4}, av=None, versjon=1)

    with django_assert_num_queries(10):
        svar = client.get("/plan/")

    assertContains(svar, "Fikk 4. Målet var minst 4: nådd.", count=antall)
