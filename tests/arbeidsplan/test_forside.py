"""The front page: what happens next for everybody, and what waits for those who have a task."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from aktivitet.models import Aktivitet, Presisjon
from tests.tiltak.conftest import lag_mange, lag_plan, lag_termin, lag_tiltak
from tests.tiltak.rapport.eksempel import INNHOLD
from tiltak.avklaring.telling import GRUPPER
from tiltak.models import Frist, Kapittel, Maal, Merknad, Plan, Rapport, Status
from tiltak.rapport.frys import frys


@pytest.fixture
def plan(db):
    plan = lag_plan()
    visjon = Kapittel.objects.create(plan=plan, slag="visjon", nr=2, overskrift="Visjon")
    visjon.avsnitt.create(nr=1, tekst="Et sterkt og samlet fylkeslag. For alle.")
    return plan


@pytest.fixture
def tiltak(plan):
    return lag_tiltak(Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst"), "1a", "Verve")


def lag_aktivitet(fylkeslag, tittel, dager, **felter):
    dag = timezone.localdate() + timedelta(days=dager)
    verdier = {"presisjon": Presisjon.DAG, "foerste_dag": dag, "siste_dag": dag, "publisert": timezone.now()}
    return Aktivitet.objects.create(tittel=tittel, lag=fylkeslag, **verdier | felter)


def test_anyone_sees_what_happens_next_the_plan_and_the_latest_report(client, plan, fylkeslag):
    lag_aktivitet(fylkeslag, "Vårslepp", 3)
    lag_aktivitet(fylkeslag, "I går", -1)
    lag_aktivitet(fylkeslag, "Utkastet", 4, publisert=None)
    lag_aktivitet(fylkeslag, "Styret alene", 5, synlighet="intern")
    Rapport.objects.create(aar=2024, fra=date(2024, 1, 1), til=date(2024, 12, 31), publisert=timezone.now())
    Rapport.objects.create(aar=2025, fra=date(2025, 1, 1), til=date(2025, 12, 31))

    svar = client.get("/")

    assert [aktivitet.tittel for aktivitet in svar.context["aktiviteter"]] == ["Vårslepp"]
    assertContains(svar, '<p class="stor">Et sterkt og samlet fylkeslag.</p>', html=True)
    assertContains(svar, '<a href="/plan/">Arbeidsplan 2025-2028</a>', html=True)
    assertContains(svar, '<a href="/rapport/2024/">Beretning 2024</a>', html=True)
    assertNotContains(svar, "Venter på deg")


def test_the_latest_report_says_how_far_it_had_come_when_it_was_issued(client, plan):
    rapport = Rapport.for_aaret(2025)
    rapport.legg_fram(frys(INNHOLD), date(2026, 2, 3), av=None, versjon=0)
    rapport.publiser(rapport.versjon, av=None)
    foer = client.get("/")
    rapport.aapne_igjen("En feil", av=None, versjon=rapport.versjon)

    for svar in (foer, client.get("/")):
        assertContains(svar, "Lagt fram av fylkesstyret 3. februar 2026")
        assertNotContains(svar, "Utkast")


def test_a_report_that_is_opened_again_is_called_what_its_edition_is_called(client, plan, django_assert_num_queries):
    rapport = Rapport.for_aaret(2025)
    rapport.legg_fram(frys(INNHOLD), date(2026, 2, 3), av=None, versjon=0)
    rapport.publiser(rapport.versjon, av=None)
    rapport.aapne_igjen("En feil", av=None, versjon=rapport.versjon)
    rapport.tittel = "Ikke for alle ennå"
    rapport.lagre(rapport.versjon)

    with django_assert_num_queries(5):
        svar = client.get("/")

    assertContains(svar, '<a href="/rapport/2025/">Beretning 2025</a>', html=True)
    assertNotContains(svar, "Ikke for alle ennå")


def test_the_board_is_led_to_the_draft_and_the_secretary_to_go_on_writing(client, plan, styremedlem, sekretaer):
    Rapport.for_aaret(2024).lagre(0)
    Rapport.for_aaret(2025).lagre(0)

    assertNotContains(client.get("/"), "/rapport/2025/")
    for person, lenke in ((styremedlem, "Beretning 2025"), (sekretaer, "Skriv videre på Beretning 2025")):
        client.force_login(person)
        svar = client.get("/")
        assertContains(
            svar, f'<p><a href="/rapport/2025/">{lenke}</a> <span class="dempet">Utkast</span></p>', html=True
        )
        assertNotContains(svar, "Siste beretning")


def test_anyone_sees_the_goals_that_name_an_election_and_how_they_went(client, plan):
    plan.periodemaal.create(nr=1, tekst="Økt gjennomslag")
    maal = plan.periodemaal.create(nr=2, tekst="Minst fire", antall=4, valg="fylkestingsvalg", valgaar=2027)
    maal.resultater.create(antall=5)

    svar = client.get("/")

    assertContains(svar, "Fylkestingsvalget 13. september 2027 (anslag): Fikk 5. Målet var minst 4: nådd.")
    assertNotContains(svar, "Økt gjennomslag")


def test_an_empty_house_says_so_and_sets_no_cookie(client, db):
    svar = client.get("/")

    assertContains(svar, "Det står ingenting i kalenderen framover.")
    assertContains(svar, "Det er ikke vedtatt noen plan ennå.")
    assert dict(client.cookies) == {}


def test_a_board_member_sees_what_waits_with_links_to_settle_it(client, tiltak, styremedlem):
    i_dag = timezone.localdate()
    forfalt = lag_termin(tiltak, "2025", foerste=i_dag - timedelta(days=9), siste=i_dag - timedelta(days=1))
    kommer = lag_termin(tiltak, "2026", foerste=i_dag, siste=i_dag + timedelta(weeks=8))
    lag_termin(tiltak, "2027", foerste=i_dag, siste=i_dag + timedelta(weeks=9))
    tiltak.foelg_opp(styremedlem, fra=None)
    client.force_login(styremedlem)

    svar = client.get("/")

    assertContains(svar, "1 forfalt")
    assertContains(svar, f'<a class="rad" href="/tiltak/termin/{forfalt.pk}/?fra=forside"')
    assertContains(svar, "1 med frist innen åtte uker")
    assertContains(svar, f'<a class="rad" href="/tiltak/termin/{kommer.pk}/?fra=forside"')
    assertContains(svar, "Du følger opp 1 tiltak")
    assertContains(svar, "Alle står i listene over.")
    assertNotContains(svar, "Planen trenger et svar")


def test_what_was_set_a_moment_ago_says_which_measure_it_is(client, tiltak, styremedlem):
    samme_kode = lag_tiltak(tiltak.maal, "1a", "Samle lagene")
    forfalt = lag_termin(samme_kode, siste=timezone.localdate() - timedelta(days=1))
    forfalt.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1)
    client.force_login(styremedlem)

    svar = client.get("/")

    assert [termin.tiltak.sitert_kode for termin in svar.context["nettopp"]] == ["1a (2)"]
    assertContains(svar, f'<p><a href="/tiltak/{samme_kode.pk}/">1a (2)</a> Samle lagene</p>', html=True)
    assertContains(svar, '<span class="skjult"> 1a (2), 2026</span>')


def test_a_board_member_sees_what_is_ongoing_until_somebody_has_said_a_word_about_it(client, tiltak, styremedlem):
    i_dag = timezone.localdate()
    termin = lag_termin(tiltak, str(i_dag.year), status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    client.force_login(styremedlem)

    assertContains(client.get("/"), "1 løpende som ingen har sett på dette halvåret")
    sendt = {"status": Status.PAAGAAR, "versjon": termin.versjon, "fra": "forside"}
    svar = client.post(termin.get_absolute_url(), sendt, headers={"HX-Request": "true"})

    assertContains(svar, 'id="ventetall-loepende" hx-swap-oob="true"')
    assertContains(svar, "Alt løpende er sett på dette halvåret")
    assertContains(client.get("/"), "Alt løpende er sett på dette halvåret")


def test_what_one_follows_up_stands_first_and_can_be_set_also_when_nothing_waits_on_it(client, tiltak, styremedlem):
    i_dag = timezone.localdate()
    mitt, gjort = lag_tiltak(tiltak.maal, "1b"), lag_tiltak(tiltak.maal, "1c", "Ferdig med dette")
    rolig = lag_tiltak(tiltak.maal, "1d", "Senere")
    haster = {"foerste": i_dag - timedelta(days=9), "siste": i_dag - timedelta(days=2)}
    andres, min_forfalte = lag_termin(tiltak, "2025", **haster), lag_termin(mitt, "2025", **haster)
    om_ti_uker = {"foerste": i_dag, "siste": i_dag + timedelta(weeks=10)}
    lag_termin(rolig, "2028", foerste=i_dag, siste=i_dag + timedelta(weeks=90))
    neste = lag_termin(rolig, "2027", **om_ti_uker)
    lag_termin(gjort, "2026", status=Status.GJENNOMFOERT, utfoert=i_dag, **om_ti_uker)
    for ett in (mitt, gjort, rolig):
        ett.foelg_opp(styremedlem, fra=None)
    client.force_login(styremedlem)

    svar = client.get("/")

    assert svar.context["haster"].forfalt == [min_forfalte, andres]
    assert [(fulgt.tiltak, fulgt.neste) for fulgt in svar.context["ellers"]] == [(gjort, None), (rolig, neste)]
    assertContains(svar, "Du følger opp 3 tiltak")
    assertContains(svar, f'<a class="rad" href="/tiltak/termin/{neste.pk}/?fra=forside"')
    assertContains(svar, "Ingenting står igjen")
    assertContains(svar, "· du følger opp", count=1)


def test_when_much_waits_the_rest_is_one_click_away(client, tiltak, styremedlem):
    i_dag = timezone.localdate()
    for nr in range(7):
        lag_termin(tiltak, f"2025-{nr}", foerste=i_dag - timedelta(days=9), siste=i_dag - timedelta(days=1))
    client.force_login(styremedlem)

    svar = client.get("/")

    assertContains(svar, 'class="rad"', count=5)
    assertContains(svar, '<a class="hjelpelenke" href="/tiltak/?vis=forfalt#haster">Se alle 7</a>', html=True)
    assertContains(client.get("/tiltak/?vis=forfalt"), "<details open>", count=1)


def test_the_secretary_sees_what_the_plan_needs_an_answer_to(client, plan, tiltak, sekretaer):
    utkast = lag_plan("utkast", status=Plan.Status.UTKAST)
    avloest = lag_plan("gammel", status=Plan.Status.AVLOEST)
    for ett, avklart in ((plan, False), (utkast, False), (plan, True), (avloest, False)):
        Merknad.objects.create(plan=ett, hva="slurv", tekst="Kode to ganger", avklart=avklart)
    for noekkel in ("2025", "2026"):  # two terminer, one phrase to confirm
        lag_termin(tiltak, noekkel, til_bekreftelse=True)
    lag_termin(tiltak, "2024", utenfor=True)
    lag_termin(tiltak, "2023", utenfor=True, status=Status.UTGAAR, merknad="For gammel")
    forstaatt = lag_tiltak(tiltak.maal, "1b")
    Frist.objects.filter(tiltak=forstaatt).update(regel={"ledd": []})
    lag_termin(forstaatt, "2025")
    client.force_login(sekretaer)

    svar = client.get("/")

    assert [(venter.plan, venter.antall) for venter in svar.context["avklares"]] == [
        (utkast, dict.fromkeys(GRUPPER, 0) | {"merknader": 1}),
        (plan, dict.fromkeys(GRUPPER, 1) | {"doble_koder": 0}),
    ]
    assertContains(svar, f"{plan.tittel} trenger et svar")
    lenke = '<a href="/plan/arbeidsplan-2025-2028/avklar/#ikke_forstaatt">Frister som ikke er forstått: 1</a>'
    assertContains(svar, lenke, html=True)
    assertContains(svar, '<a href="/plan/utkast/avklar/#merknader">Annet i dokumentet: 1</a>', html=True)


def test_a_draft_that_is_settled_waits_to_be_confirmed(client, plan, sekretaer):
    lag_plan("utkast", tittel="Ny plan", status=Plan.Status.UTKAST)
    client.force_login(sekretaer)

    svar = client.get("/")

    assertContains(svar, "Ny plan (Utkast) kan bekreftes")
    assertContains(svar, '<a href="/plan/utkast/avklar/">Se gjennom og bekreft</a>', html=True)


def test_when_all_is_answered_it_says_so(client, plan, sekretaer):
    client.force_login(sekretaer)

    alt = '<p>Alt i <a href="/plan/arbeidsplan-2025-2028/avklar/">Arbeidsplan 2025-2028</a> er avklart.</p>'
    assertContains(client.get("/"), alt, html=True)


def test_without_a_plan_the_secretary_is_shown_where_to_make_one(client, db, sekretaer):
    client.force_login(sekretaer)

    for sti in ("/", "/plan/"):
        assertContains(client.get(sti), '<a href="/plan/inn/">Les inn en plan</a>', html=True)


def test_a_branch_editor_has_nothing_of_the_boards(client, plan, redaktoer):
    client.force_login(redaktoer)

    assertNotContains(client.get("/"), "Venter på deg")


@pytest.mark.parametrize("antall", [1, 10])
def test_the_front_page_costs_the_same_for_any_size(
    client, plan, fylkeslag, sekretaer, antall, django_assert_num_queries
):
    lag_mange(plan, antall)
    for nr in range(antall):
        lag_aktivitet(fylkeslag, f"Møte {nr}", nr)
    for tiltak in plan.maal.first().tiltak.all():
        tiltak.foelg_opp(sekretaer, fra=None)
    for aar in range(2025, 2025 + min(antall, 3)):
        rapport = Rapport.for_aaret(aar)
        rapport.legg_fram("Det den sier.", date(aar + 1, 2, 3), av=None, versjon=0)
        rapport.publiser(rapport.versjon, av=None)
    with django_assert_num_queries(5):
        client.get("/")
    client.force_login(sekretaer)

    with django_assert_num_queries(14):
        svar = client.get("/")

    assert svar.context["foelger"] == 2


@pytest.mark.parametrize("rolle", ["styremedlem", "sekretaer"])
def test_the_secretary_alone_is_told_what_the_branches_wait_for(client, fylkeslag, request, rolle):
    lag_aktivitet(fylkeslag, "Grillfest", 3, publisert=None, sendt_inn=timezone.now())
    client.force_login(request.getfixturevalue(rolle))

    svar = client.get("/")

    lenke = '<a href="/hva-skjer/stell/">1 aktivitet fra lagene venter på at du publiserer</a>'
    assertContains(svar, lenke, count=1 if rolle == "sekretaer" else 0, html=True)


def test_a_branch_editor_is_told_what_the_secretary_sent_back(client, lokallag, redaktoer):
    lag_aktivitet(lokallag, "Grillfest", 3, publisert=None, svar="Hvor er det?")
    lag_aktivitet(
        lokallag, "Kafé", 4, publisert=None, svar="Når?", sendt_inn=timezone.now()
    )  # mended, and waits again
    client.force_login(redaktoer)

    svar = client.get("/")

    lenke = '<a href="/hva-skjer/mine/">Sekretæren har sendt 1 aktivitet tilbake til deg</a>'
    assertContains(svar, lenke, html=True)
