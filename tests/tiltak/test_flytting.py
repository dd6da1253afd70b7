"""A meeting that moves takes its terminer along, and the secretary sees which before anything is saved."""

import re
from datetime import date
from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects, assertTemplateUsed

from aktivitet.flytting import Dager, Flytting
from aktivitet.models import Aktivitet
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.frist import les
from tiltak.models import Frist, Maal, Plan, Status, Termin, Tiltak
from tiltak.terminplan import oppdater_alle

NY = "/hva-skjer/ny/"
FRASE = "Første FS-møte etter årsmøtet, årlig"
NAAR = "Første FS-møte etter årsmøtet 2026"


@pytest.fixture
def inne(client, sekretaer):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def maal(db):
    plan = lag_plan(fra=date(2026, 1, 1), til=date(2026, 12, 31))
    return Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst")


@pytest.fixture
def tiltak(maal):
    """One measure that hangs from the first board meeting after the annual meeting, and one that hangs from none."""
    fritt, bundet = lag_tiltak(maal, "1a"), lag_tiltak(maal, "1b", "Legge fram en plan for året")
    Frist.objects.filter(tiltak=fritt).update(regel=les("Årlig").to_dict())
    Frist.objects.filter(tiltak=bundet).update(regel=les(FRASE).to_dict())
    oppdater_alle()
    return bundet


def moete(lag, dag=date(2026, 2, 14), type_="arsmote", **felter):
    vanlig = {"presisjon": "dag", "siste_dag": dag, "publisert": timezone.now()}
    return Aktivitet.objects.create(tittel="Årsmøte", lag=lag, type=type_, foerste_dag=dag, **vanlig | felter)


def skjema(lag, dag="2026-02-21", **felter):
    vanlig = {
        "tittel": "Årsmøte",
        "type": "arsmote",
        "lag": lag.pk,
        "presisjon": "dag",
        "foerste_dag": dag,
        "sted": "Hamar",
        "beskrivelse": "Velkommen til\r\n<årsmøte>",
        "synlighet": "offentlig",
        "handling": "lagre",
        "versjon": 1,
    }
    return vanlig | felter


def rediger(aktivitet):
    return f"{aktivitet.get_absolute_url()}rediger/"


def sendt_en_gang_til(svar, knapp):
    """What the browser sends when one of the page's two buttons is pressed."""
    assertTemplateUsed(svar, "aktivitet/_bekreft_flytting.html")
    html = svar.content.decode()
    skjulte = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', html)
    verdi = re.search(f'name="{knapp}" value="([^"]*)"', html).group(1)
    sendt = {navn: unescape(verdi) for navn, verdi in skjulte if navn != "csrfmiddlewaretoken"}
    return sendt | {knapp: verdi}


def flyttet(svar):
    return list(svar.context["flyttinger"].alle)


def meldinger(svar):
    return [str(melding) for melding in get_messages(svar.wsgi_request)]


def dagene(tiltak):
    return list(tiltak.terminer.values_list("foerste", "siste", "anslag"))


ANSLAG = Dager(date(2026, 2, 28), date(2026, 3, 14), anslag=True)
VEDTATT = Dager(date(2026, 2, 14), date(2026, 2, 28), anslag=True)
FLYTTET = Dager(date(2026, 2, 21), date(2026, 3, 7), anslag=True)


def en_flytting(foer, etter, status=""):
    tekst = "Legge fram en plan for året"
    return Flytting("Arbeidsplan 2025-2028", "1b", tekst, NAAR, foer, etter, status)


def som_rad(dager):
    return [(dager.foerste, dager.siste, dager.anslag)]


def test_what_would_move_is_shown_and_nothing_is_saved_before_it_is_confirmed(inne, fylkeslag, tiltak, styremedlem):
    aarsmoete = moete(fylkeslag)
    tiltak.terminer.get().sett_status(Status.PAAGAAR, av=styremedlem, versjon=1, merknad="I gang")

    vist = inne.post(rediger(aarsmoete), skjema(fylkeslag))
    foer = (Aktivitet.objects.get().foerste_dag, Aktivitet.objects.get().versjon, dagene(tiltak))
    svar = inne.post(rediger(aarsmoete), sendt_en_gang_til(vist, "bekreftet"))

    assert flyttet(vist) == [en_flytting(VEDTATT, FLYTTET, status="Pågår")]
    for tekst in (
        "Ingenting er lagret ennå",
        "Flytt møtet og 1 frist",
        "14.–28. februar 2026 (anslag)",
        "Status: Pågår",
    ):
        assertContains(vist, tekst)
    assert foer == (date(2026, 2, 14), 1, som_rad(VEDTATT))
    assertRedirects(svar, aarsmoete.get_absolute_url())
    assert meldinger(svar) == ["Endringene er lagret. 1 frist i planen er flyttet."]
    aarsmoete.refresh_from_db()
    assert (aarsmoete.foerste_dag, aarsmoete.versjon) == (date(2026, 2, 21), 2)
    assert aarsmoete.beskrivelse == "Velkommen til\n<årsmøte>"
    assert dagene(tiltak) == som_rad(FLYTTET)
    assert list(tiltak.terminer.values_list("status", "merknad")) == [("paagaar", "I gang")]


def test_whoever_calls_it_off_finds_what_they_wrote(inne, fylkeslag, tiltak):
    aarsmoete = moete(fylkeslag)
    vist = inne.post(rediger(aarsmoete), skjema(fylkeslag, sted="Folkets Hus"))

    svar = inne.post(rediger(aarsmoete), sendt_en_gang_til(vist, "avbryt"))

    assertTemplateUsed(svar, "aktivitet/rediger.html")
    for tekst in ('value="Folkets Hus"', 'value="2026-02-21"', "Ikke lagret. Det du skrev, står i skjemaet."):
        assertContains(svar, tekst)
    assert (Aktivitet.objects.get().foerste_dag, dagene(tiltak)) == (date(2026, 2, 14), som_rad(VEDTATT))


def test_a_new_meeting_is_shown_before_it_is_published_and_a_draft_is_saved_at_once(inne, fylkeslag, tiltak):
    utkast = inne.post(NY, skjema(fylkeslag, dag="2026-02-14", handling="utkast"))
    assert (utkast.status_code, Aktivitet.objects.count()) == (302, 1)

    vist = inne.post(NY, skjema(fylkeslag, dag="2026-02-14", handling="publiser"))
    foer = (Aktivitet.objects.count(), dagene(tiltak))
    tilbake = inne.post(NY, sendt_en_gang_til(vist, "avbryt"))
    inne.post(NY, sendt_en_gang_til(vist, "bekreftet"))

    assert flyttet(vist) == [en_flytting(ANSLAG, VEDTATT)]
    assertContains(vist, "Publiser møtet og flytt 1 frist")
    assert foer == (1, som_rad(ANSLAG))
    assertTemplateUsed(tilbake, "aktivitet/ny.html")
    assertContains(tilbake, 'value="2026-02-14"')
    assert (Aktivitet.objects.publiserte().count(), dagene(tiltak)) == (1, som_rad(VEDTATT))


@pytest.mark.parametrize(
    ("felter", "knapp"),
    [
        ({"type": "mote"}, "Lagre møtet og flytt 1 frist"),
        ({"presisjon": "maaned"}, "Flytt møtet og 1 frist"),
        ({"lag": "lokallag"}, "Lagre møtet og flytt 1 frist"),
        ({"handling": "avlys"}, "Avlys møtet og flytt 1 frist"),
    ],
    ids=["type", "presisjon", "arrangør", "avlys"],
)
def test_whatever_takes_the_meeting_away_is_shown_first(inne, fylkeslag, lokallag, tiltak, felter, knapp):
    aarsmoete = moete(fylkeslag)
    data = skjema(fylkeslag, dag="2026-02-14") | felter
    data["lag"] = lokallag.pk if felter.get("lag") else fylkeslag.pk

    vist = inne.post(rediger(aarsmoete), data)
    foer = dagene(tiltak)
    inne.post(rediger(aarsmoete), sendt_en_gang_til(vist, "bekreftet"))

    assert flyttet(vist) == [en_flytting(VEDTATT, ANSLAG)]
    assertContains(vist, f">{knapp}</button>")
    assert (foer, dagene(tiltak)) == (som_rad(VEDTATT), som_rad(ANSLAG))


def test_taking_a_cancelling_back_is_shown_first_and_can_be_called_off(inne, fylkeslag, tiltak):
    aarsmoete = moete(fylkeslag, avlyst=True)
    data = {"handling": "angre_avlysning", "versjon": 1}

    vist = inne.post(rediger(aarsmoete), data)
    avbrutt = inne.post(rediger(aarsmoete), sendt_en_gang_til(vist, "avbryt"))
    foer = (Aktivitet.objects.get().avlyst, dagene(tiltak))
    inne.post(rediger(aarsmoete), sendt_en_gang_til(vist, "bekreftet"))

    assert flyttet(vist) == [en_flytting(ANSLAG, VEDTATT)]
    assertRedirects(avbrutt, rediger(aarsmoete))
    assert foer == (True, som_rad(ANSLAG))
    assert (Aktivitet.objects.get().avlyst, dagene(tiltak)) == (False, som_rad(VEDTATT))


@pytest.mark.parametrize("type_", ["valg", "landsmote", "fylkesstyremote", "mote"])
def test_a_meeting_that_moves_nothing_is_saved_at_once(inne, fylkeslag, tiltak, type_):
    moete(fylkeslag, date(2026, 3, 14), "fylkesstyremote")
    annet = moete(fylkeslag, date(2026, 9, 14), type_)

    svar = inne.post(rediger(annet), skjema(fylkeslag, "2026-09-21", type=type_))

    assert meldinger(svar) == ["Endringene er lagret."]
    annet.refresh_from_db()
    assert annet.foerste_dag == date(2026, 9, 21)


def test_the_first_board_meeting_moves_what_hangs_from_it(inne, fylkeslag, tiltak):
    moete(fylkeslag)

    vist = inne.post(NY, skjema(fylkeslag, "2026-02-20", type="fylkesstyremote", handling="publiser"))

    assert flyttet(vist) == [en_flytting(VEDTATT, Dager(date(2026, 2, 14), date(2026, 2, 20)))]


def test_a_draft_of_a_meeting_is_taken_away_at_once(inne, fylkeslag, tiltak):
    utkast = moete(fylkeslag, publisert=None)

    svar = inne.post(rediger(utkast), {"handling": "slett", "versjon": 1})

    assertRedirects(svar, "/hva-skjer/")
    assert (Aktivitet.objects.count(), dagene(tiltak)) == (0, som_rad(ANSLAG))


def test_what_one_save_moved_is_not_told_of_the_next(fylkeslag, tiltak):
    aarsmoete = moete(fylkeslag)
    foerst = aarsmoete.flyttinger.alle

    aarsmoete.sted = "Hamar"
    aarsmoete.lagre(1)

    assert (foerst, aarsmoete.flyttinger.alle) == ((en_flytting(ANSLAG, VEDTATT),), ())


def test_a_meeting_that_is_moved_away_and_back_leaves_everything_as_it_was(fylkeslag, tiltak, styremedlem):
    """Also where it is out of the plan's period meanwhile, and nothing would give the terminer."""
    aarsmoete = moete(fylkeslag)
    moete(fylkeslag, date(2026, 3, 1), "fylkesstyremote")
    tiltak.terminer.get().sett_status(Status.PAAGAAR, av=styremedlem, versjon=1, merknad="I gang")
    foer = list(tiltak.terminer.values())

    for dag in (date(2026, 2, 21), date(2026, 12, 30), date(2025, 12, 6), date(2026, 2, 14)):
        aarsmoete.foerste_dag = aarsmoete.siste_dag = dag
        aarsmoete.lagre(aarsmoete.versjon)
    for avlyst in (True, False):
        aarsmoete.avlys(aarsmoete.versjon, avlyst=avlyst)

    assert list(tiltak.terminer.values()) == foer
    assert tiltak.terminer.get().logg.count() == 1


def test_two_plans_are_told_apart_and_so_are_two_measures_with_one_code(inne, fylkeslag, maal, tiltak):
    """Codes are cited as everywhere else, also where only one of the two moves."""
    lag_tiltak(maal, "1b", "Noe annet")
    forslag = lag_plan("forslag", tittel="Forslag", status=Plan.Status.FORSLAG, fra=maal.plan.fra, til=maal.plan.til)
    i_forslaget = lag_tiltak(Maal.objects.create(plan=forslag, nr=1, nummer="1", overskrift="Vekst"), "1b")
    Frist.objects.filter(tiltak=i_forslaget).update(regel=les(FRASE).to_dict())
    oppdater_alle()

    vist = inne.post(NY, skjema(fylkeslag, handling="publiser"))

    assert [(en.plan, en.kode) for en in flyttet(vist)] == [
        ("Arbeidsplan 2025-2028", "1b (1)"),
        ("Forslag (Forslag)", "1b"),
    ]
    assertContains(vist, '<p class="dempet">Forslag (Forslag)</p>', html=True)


# --- Two at once -----------------------------------------------------------------------------------------------------


def test_what_is_another_list_than_the_one_seen_is_shown_anew(inne, fylkeslag, tiltak):
    vist = inne.post(NY, skjema(fylkeslag, "2026-02-21", handling="publiser"))
    moete(fylkeslag, date(2026, 2, 20), "fylkesstyremote")
    annet = moete(fylkeslag, date(2026, 3, 2), "fylkesstyremote")

    paa_nytt = inne.post(NY, sendt_en_gang_til(vist, "bekreftet"))
    foer = Aktivitet.objects.filter(type="arsmote").count()
    svar = inne.post(NY, sendt_en_gang_til(paa_nytt, "bekreftet"))

    etter = Dager(date(2026, 2, 21), annet.foerste_dag)
    assert flyttet(paa_nytt)[0].etter == etter
    assertContains(paa_nytt, "Noe er endret siden du så listen.")
    assert (foer, svar.status_code) == (0, 302)
    assert dagene(tiltak) == som_rad(etter)


def test_what_somebody_reports_meanwhile_stays_and_stops_nothing(inne, fylkeslag, tiltak, styremedlem):
    vist = inne.post(NY, skjema(fylkeslag, "2026-02-21", handling="publiser"))
    tiltak.terminer.get().sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, merknad="Lagt fram")

    inne.post(NY, sendt_en_gang_til(vist, "bekreftet"))

    assert dagene(tiltak) == som_rad(FLYTTET)
    assert list(tiltak.terminer.values_list("status", "merknad")) == [("gjennomfoert", "Lagt fram")]


def test_a_save_on_top_of_a_newer_one_shows_both_and_not_the_list(inne, fylkeslag, tiltak):
    aarsmoete = moete(fylkeslag)
    vist = inne.post(rediger(aarsmoete), skjema(fylkeslag))
    Aktivitet.objects.get().lagre(1)

    svar = inne.post(rediger(aarsmoete), sendt_en_gang_til(vist, "bekreftet"))

    assertContains(svar, "Noen andre lagret mens du skrev")
    assert dagene(tiltak) == som_rad(VEDTATT)


# --- The number of queries -------------------------------------------------------------------------------------------


def lag_ankrede(maal, antall):
    """Measures by the hundred that hang from the annual meeting, or from the first board meeting after it."""
    tiltak = Tiltak.objects.bulk_create(
        Tiltak(maal=maal, nr=nr, kode=f"1-{nr}", tekst="Gjøre noe sammen", gjennomfoering=FRASE)
        for nr in range(antall)
    )
    regler = [les(frase).to_dict() for frase in (FRASE, "Etter årsmøteperioden", "Første halvår etter årsmøtet")]
    Frist.objects.bulk_create(Frist(tiltak=ett, regel=regler[nr % 3]) for nr, ett in enumerate(tiltak))
    oppdater_alle()


def antall_spoersmaal(handling):
    with CaptureQueriesContext(connection) as spoersmaal:
        svar = handling()
    return svar, len([rad for rad in spoersmaal if "SAVEPOINT" not in rad["sql"]])


@pytest.mark.parametrize("antall", [30, 1000])
def test_moving_the_annual_meeting_costs_the_same_few_questions_for_any_number(inne, fylkeslag, maal, antall):
    lag_ankrede(maal, antall)
    aarsmoete = moete(fylkeslag)
    moete(fylkeslag, date(2026, 2, 14), "fylkesstyremote")  # the same afternoon: it is the first one no longer
    moete(fylkeslag, date(2026, 3, 20), "fylkesstyremote")

    vist, til_listen = antall_spoersmaal(lambda: inne.post(rediger(aarsmoete), skjema(fylkeslag)))
    data = sendt_en_gang_til(vist, "bekreftet")
    svar, til_lagret = antall_spoersmaal(lambda: inne.post(rediger(aarsmoete), data))

    assert (len(flyttet(vist)), svar.status_code) == (antall, 302)
    assert Termin.objects.filter(foerste=date(2026, 2, 21), anslag=False).count() == antall
    assert (til_listen, til_lagret) == (15, 16)
    assert len(vist.content) < 20_000  # the page stays a page
