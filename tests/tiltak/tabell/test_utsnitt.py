"""The filter of the table: what each choice shows, what the address carries, and what a bad one gives."""

from datetime import date, timedelta
from urllib.parse import parse_qs

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_maaneder, lag_mange, lag_termin, lag_tiltak, uten_merker
from tiltak.fremdrift import fremdrift
from tiltak.frist import les
from tiltak.models import Maal, Status, Termin
from tiltak.models.termin import Stilling

HTMX = {"HX-Request": "true"}


@pytest.fixture
def tabellen(plan, maal, styremedlem, sekretaer, i_dag):
    """Three goals, one below another, and a measure of each kind that is asked for."""
    under = Maal.objects.create(plan=plan, nr=2, nummer="1.1.1", overskrift="Nyhetsbrev", forelder=maal)
    annet = Maal.objects.create(plan=plan, nr=3, nummer="2", overskrift="Organisasjon")
    brev = lag_tiltak(under, "1.1.1a", "Sende nyhetsbrev", "Månedlig", ansvarlig="AU", foelges_opp_av=styremedlem)
    skole = lag_tiltak(annet, "2a", "Holde ÅRSSKOLERING på Hamar", "Årlig", foelges_opp_av=sekretaer)
    pride = lag_tiltak(annet, "2b", "Delta på Pride", "Kontinuerlig")
    uten = lag_tiltak(annet, "2c", "Skrive historien vår", "2027")
    for tiltak in (brev, skole, pride, uten):
        tiltak.frist.regel = les(tiltak.gjennomfoering).to_dict()
        tiltak.frist.save()
    januar, februar, *_ = lag_maaneder(brev)
    januar.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, utfoert=date(2026, 1, 20), merknad="Sendt Å–Ø.")
    februar.sett_status(Status.UTGAAR, av=styremedlem, versjon=1, merknad="Valgkamp")
    lag_termin(skole, "2025", status=Status.DELVIS, utfoert=date(2025, 12, 1))
    lag_termin(skole, "2026", presisjon=Termin.Presisjon.MOETE, siste=i_dag + timedelta(weeks=8))
    lag_termin(pride, "2026", status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    lag_termin(pride, "2027", status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    return plan


def vist(svar):
    """What the page shows: the code of each measure with the labels of its terminer."""
    return {
        ett.sitert_kode: [termin.etikett.removesuffix(" 2026") for termin in ett.viste]
        for rad in svar.context["oversikt"].maal
        for ett in rad.tiltak
    }


RESTEN = ["juli", "august", "september", "oktober", "november", "desember"]
SENE = ["mars", "april", "mai"]
ALLE = ["januar", "februar", *SENE, "juni", *RESTEN]


@pytest.mark.parametrize(
    ("spoersmaal", "ventet"),
    [
        ("mal=1.1.1", {"1.1.1a": ALLE}),
        ("mal=1.1", {"1.1.1a": ALLE}),
        ("mal=2", {"2a": ["2026"], "2b": ["2026"], "2c": []}),
        ("status=forfalt", {"1.1.1a": SENE}),
        ("status=gjennomfoert", {"1.1.1a": ["januar"]}),
        ("status=gjennomfoert&status=utgaar", {"1.1.1a": ["januar", "februar"]}),
        ("status=mangler_vurdering", {"1.1.1a": [*SENE, "juni", *RESTEN], "2a": ["2026"], "2b": ["2026"]}),
        ("status=ikke_startet&mal=2", {"2a": ["2026"]}),
        ("status=paagaar", {}),
        ("frist=manedlig", {"1.1.1a": ALLE}),
        ("frist=lopende", {"2b": ["2026"]}),
        ("frist=arlig", {"2a": ["2026"]}),
        ("frist=noen-ar", {"2c": []}),
        ("frist=atte-uker", {"1.1.1a": ["juni", "juli"], "2a": ["2026"]}),
        ("frist=mote", {"2a": ["2026"]}),
        ("organ=AU", {"1.1.1a": ALLE}),
        ("organ=ingen", {"2a": ["2026"], "2b": ["2026"], "2c": []}),
        ("folger=meg", {"1.1.1a": ALLE}),
        ("folger=ingen", {"2b": ["2026"], "2c": []}),
        ("q=årsskolering hamar", {"2a": ["2026"]}),
        ("q=nyhetsbrev oktober", {"1.1.1a": ["oktober"]}),
        ("q=sendt å-ø", {"1.1.1a": ["januar"]}),
        ("q=kontinuerlig", {"2b": ["2026"]}),
        ("q=AU", {"1.1.1a": ALLE}),
        ("q=2c", {"2c": []}),
        ("q=nyhetsbrev kamel", {}),
        ("mal=2&status=forfalt", {}),
        ("aar=alle&mal=2&q=2027", {"2b": ["2027"], "2c": []}),
    ],
)
def test_the_table_shows_what_is_chosen_and_nothing_else(inne, tabellen, spoersmaal, ventet):
    svar = inne.get(f"/tiltak/?{spoersmaal}")

    assert vist(svar) == ventet


def test_the_follower_is_chosen_by_key_too(inne, tabellen, sekretaer):
    assert vist(inne.get(f"/tiltak/?folger={sekretaer.pk}")) == {"2a": ["2026"]}


def test_what_is_chosen_stands_under_its_goal_and_the_goals_above_it(inne, tabellen):
    svar = inne.get("/tiltak/?frist=manedlig")

    assert [rad.maal.nummer for rad in svar.context["oversikt"].maal] == ["1.1", "1.1.1"]


@pytest.mark.parametrize("stilling", Stilling.values)
@pytest.mark.parametrize("aar", ["2026", "alle"])
def test_as_many_are_shown_of_a_status_as_the_figures_say(inne, tabellen, i_dag, stilling, aar):
    svar = inne.get(f"/tiltak/?aar={aar}&status={stilling}")

    telling = fremdrift(tabellen, i_dag).telling(aar=None if aar == "alle" else int(aar))
    assert svar.context["oversikt"].antall_terminer == telling[stilling]


def test_as_many_are_overdue_as_the_figures_say_and_the_figures_stay_the_plans_own(inne, tabellen, i_dag):
    staar = fremdrift(tabellen, i_dag).tall(aar=2026)

    svar = inne.get("/tiltak/?status=forfalt")

    oversikt = svar.context["oversikt"]
    assert (oversikt.antall_terminer, oversikt.tall) == (staar.forfalt, staar)
    assertContains(svar, "Tallene gjelder hele planen i 2026, ikke bare det du har valgt:")


def test_the_figures_of_a_goal_are_unseen_where_only_some_of_it_is_shown(inne, tabellen, maal):
    under = Maal.objects.get(nummer="1.1.1")

    hele, noe = inne.get("/tiltak/?mal=1.1"), inne.get("/tiltak/?status=forfalt")

    assertContains(hele, f'<div><p class="tall" id="tall-{under.pk}">')
    assertContains(noe, f'<div hidden><p class="tall" id="tall-{under.pk}">')


def test_how_much_is_shown_is_said_and_each_choice_can_be_taken_off(inne, tabellen):
    svar = inne.get("/tiltak/?aar=2026&mal=1.1&status=forfalt&status=utgaar&q=Nyhetsbrev")

    assertContains(svar, '<p id="treff" class="treff" role="status">1 tiltak med 4 frister i 2026.</p>', html=True)
    valgte = svar.context["utsnitt"].valgte
    assert [(ett.ord_, parse_qs(ett.uten.removeprefix("?"))) for ett in valgte] == [
        (
            "1.1 Tydelig politisk stemme",
            {"aar": ["2026"], "status": ["forfalt", "utgaar"], "q": ["Nyhetsbrev"]},
        ),
        ("Forfalt", {"aar": ["2026"], "mal": ["1.1"], "status": ["utgaar"], "q": ["Nyhetsbrev"]}),
        ("Utgår", {"aar": ["2026"], "mal": ["1.1"], "status": ["forfalt"], "q": ["Nyhetsbrev"]}),
        ("«Nyhetsbrev»", {"aar": ["2026"], "mal": ["1.1"], "status": ["forfalt", "utgaar"]}),
    ]
    assertContains(svar, '<a class="alle" href="?aar=2026">Ta bort alle</a>', html=True)
    assertContains(svar, "(4 valgt)")


def test_the_years_keep_what_else_is_chosen(inne, tabellen):
    svar = inne.get("/tiltak/?aar=alle&status=delvis")

    assertContains(svar, "<h1>Tiltak 2025–2028</h1>")
    assertContains(svar, '<a href="?aar=2025&amp;status=delvis">2025</a>', html=True)
    assertContains(svar, '<a href="?aar=alle&amp;status=delvis" aria-current="page">Alle år</a>', html=True)
    assert vist(svar) == {"2a": ["2025"]}


def test_when_nothing_fits_the_page_says_so_with_the_way_out(inne, tabellen):
    i_aaret, i_perioden = inne.get("/tiltak/?q=kamel"), inne.get("/tiltak/?aar=alle&q=kamel")

    assert "Ingen tiltak i 2026 passer med det du har valgt. Let i hele perioden eller vis alle tiltak" in uten_merker(
        i_aaret.content.decode()
    )
    assertContains(i_aaret, 'href="?aar=alle&amp;q=kamel"')
    assert "Ingen tiltak i perioden passer med det du har valgt. Vis alle tiltak" in uten_merker(
        i_perioden.content.decode()
    )
    assertContains(i_aaret, "0 tiltak med 0 frister i 2026.")


@pytest.mark.parametrize(
    ("spoersmaal", "setning"),
    [
        ("mal=9.9", "Planen har ikke målet i adressen. Velg fra listen."),
        ("status=ferdig", "Vi kjenner ikke statusen i adressen. Velg fra listen."),
        ("status=forfalt&status=%00", "Vi kjenner ikke statusen i adressen. Velg fra listen."),
        ("frist=i+morgen", "Vi kjenner ikke fristen i adressen. Velg fra listen."),
        ("organ=LO", "Ingen tiltak i planen har den ansvarlige i adressen. Velg fra listen."),
        ("folger=999999", "Personen i adressen følger ikke opp noe i planen. Velg fra listen."),
        (f"folger={'9' * 5000}", "Personen i adressen følger ikke opp noe i planen. Velg fra listen."),
        (f"q={'a' * 101}", "Søk med færre ord: høyst 100 tegn."),
    ],
)
def test_a_value_that_is_not_known_shows_nothing_and_is_told_of(inne, tabellen, spoersmaal, setning):
    svar = inne.get(f"/tiltak/?{spoersmaal}")

    assert (svar.status_code, vist(svar)) == (200, {})
    assertContains(svar, f"Vi kan ikke vise det du ba om. {setning}")
    assertContains(svar, "<details open>")


def test_an_address_with_anything_in_it_is_answered(inne, tabellen):
    svar = inne.get("/tiltak/?aar=alle%00&mal=&status=&q=%00%ff%E2%80%AE&kamel=1&vis=")

    assert svar.status_code == 200


def test_the_address_in_place_is_the_choice_without_the_fields_that_say_nothing(inne, tabellen):
    svar = inne.get("/tiltak/?aar=2026&q=&mal=&frist=manedlig&organ=&folger=", headers=HTMX)

    assert svar.headers["HX-Push-Url"] == "/tiltak/?aar=2026&frist=manedlig"
    assert svar.context["utvalg"] == "aar=2026&frist=manedlig"
    assert inne.get("/tiltak/").context["utvalg"] == ""


def test_what_is_asked_for_many_times_is_chosen_once(inne, tabellen):
    """Each row has the choice in its address: what is asked for hundreds of times made a page of megabytes."""
    svar = inne.get("/tiltak/?aar=alle" + "&status=forfalt&status=paagaar" * 100)

    assert svar.context["utvalg"] == "aar=alle&status=forfalt&status=paagaar"
    assert [ett.ord_ for ett in svar.context["utsnitt"].valgte] == ["Forfalt", "Pågår"]


def test_a_number_that_two_goals_have_is_told_apart(inne, tabellen, plan):
    annet = Maal.objects.create(plan=plan, nr=4, nummer="2", overskrift="Økonomi")
    lag_termin(lag_tiltak(annet, "2x"), "2026")

    svar = inne.get("/tiltak/?mal=2+(2)")

    assert vist(svar) == {"2x": ["2026"]}


def test_the_bodies_are_asked_for_only_where_the_plan_names_any(inne, tabellen, plan):
    med = inne.get("/tiltak/")
    plan.maal.get(nummer="1.1.1").tiltak.update(ansvarlig="")

    assertContains(med, '<select name="organ"')
    assertNotContains(inne.get("/tiltak/"), '<select name="organ"')


def test_a_measure_that_is_due_every_month_has_a_row_for_each_year_in_the_whole_period(inne, tabellen):
    brev = Maal.objects.get(nummer="1.1.1").tiltak.get()
    for aar in (2025, 2027):
        lag_maaneder(brev, aar)
    Termin.objects.filter(tiltak=brev, siste__year=2025).update(status=Status.GJENNOMFOERT)

    svar = inne.get("/tiltak/?aar=alle")

    [brev] = [ett for rad in svar.context["oversikt"].maal for ett in rad.tiltak if ett.pk == brev.pk]
    assert [(rad.aar, len(rad.terminer), rad.aapen) for rad in brev.aarsrader] == [
        (2025, 12, False),
        (2026, 12, True),
        (2027, 12, False),
    ]
    assertContains(svar, 'class="terminer mange"', count=5)  # and those of two others, each in one row


@pytest.mark.parametrize("antall", [1, 10])
@pytest.mark.parametrize(
    "spoersmaal", ["aar=alle", "aar=2026&mal=1.1&status=forfalt&frist=arlig&organ=ingen&folger=ingen&q=sammen"]
)
def test_the_filter_costs_no_query_for_any_size(
    inne, tabellen, plan, spoersmaal, antall, django_assert_max_num_queries
):
    lag_mange(plan, antall)

    with django_assert_max_num_queries(8):
        inne.get(f"/tiltak/?{spoersmaal}")
