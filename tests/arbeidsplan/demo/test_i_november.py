"""The demo as it stands on one day in November 2026: made once, and only looked at."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import authenticate
from django.db import transaction
from django.utils import timezone

from aktivitet.milepaeler import neste_aarsmoete
from aktivitet.models import Aktivitet, Kalenderstand
from aktivitet.papirer import rett
from arbeidsplan.demo import kilde
from arbeidsplan.demo.skriving import demobrukere, lag_demo
from arbeidsplan.models import Bruker, Invitasjon
from arbeidsplan.roller import Rolle
from tiltak.holdt import utfoeringer
from tiltak.models import (
    Rapport,
    Status,
    Statusendring,
    Termin,
    Tilknytning,
    Tiltak,
)
from tiltak.rapport.frys import tin

I_DAG = date(2026, 11, 23)
pytestmark = [pytest.mark.database, pytest.mark.usefixtures("demoen")]


@pytest.fixture(scope="module")
def demoen(django_db_setup, django_db_blocker):
    """The demo, until all the tests here have looked at it. None of them asks for `db`, and none writes."""
    with django_db_blocker.unblock(), transaction.atomic():
        lag_demo(I_DAG)
        yield
        transaction.set_rollback(True)


def test_in_november_2026_the_demo_shows_every_status_and_several_people_at_work():
    assert set(Termin.objects.values_list("status", flat=True)) == set(Status.values)
    assert [(str(termin), termin.status) for termin in Termin.objects.forfalt(I_DAG).select_related("tiltak")] == [
        ("2.1.5c 2025", "utsatt"),
        ("1.3a 1. halvår 2026", "utsatt"),
        ("2.3a oktober 2026", "ikke_startet"),
    ]
    skrev = Statusendring.objects.order_by().values_list("av__navn", flat=True).distinct()
    assert sorted(skrev) == ["Bahar Bekkeblom", "Birk Blåklokke", "Bodil Bjørnebær", "Siri Skogfiol"]
    lengst = Termin.objects.get(tiltak__kode="1b")
    assert list(lengst.logg.values_list("status", flat=True)) == ["gjennomfoert", "delvis", "paagaar"]
    assert [(ett.aar, ett.publisert is None) for ett in Rapport.objects.all()] == [(2026, True), (2025, False)]
    assert Tiltak.objects.filter(foelges_opp_av__isnull=False).count() > 30
    # Activities carry measures out, and one that was held offers to say so.
    assert Tilknytning.objects.values("tiltak").distinct().count() == 9
    alle = Tilknytning.objects.select_related("aktivitet", "tiltak")
    tilbud = [ett for ett in utfoeringer(alle, Termin.objects.all(), I_DAG) if ett.kan_settes]
    assert [(ett.tilknytning.tiltak.kode, ett.kan_settes.etikett) for ett in tilbud] == [("2.1.2b", "2026")]
    # What is outside the period is left for the secretary to settle.
    assert Termin.objects.utenfor_og_uavklart().count() == 10


def test_a_report_is_whole_and_says_how_it_stood_when_it_was_laid_before_the_meeting():
    rapport = Rapport.objects.get(aar=2025)
    assert list(rapport.utgaver.values_list("nr", "tilstand", "dag").order_by("nr")) == [
        (1, "lagt_fram", date(2026, 1, 20)),
        (2, "godkjent", date(2026, 2, 21)),
    ]
    assert len(set(rapport.utgaver.values_list("sjekksum", flat=True))) == 1
    innhold = tin(rapport.siste_utgave().innhold)
    assert [maal.nummer for maal in innhold.maal if maal.tekst] == [
        *("1", "1.1", "1.2", "1.3", "2.1.1", "2.1.2", "2.2", "2.3"),
    ]
    bitene = [
        bit for blokk in (*innhold.innledning, *innhold.maal[6].tekst) for linje in blokk.linjer for bit in linje
    ]
    assert (innhold.innledning[2].er_punkter, any(bit.fet for bit in bitene)) == (True, True)
    assert [
        bit.lenke
        for maal in innhold.maal
        for blokk in maal.tekst
        for linje in blokk.linjer
        for bit in linje
        if bit.lenke
    ] == ["https://www.example.org/varslepp"]
    assert innhold.avslutning
    # The joint activity was put off before the meeting, and held after it.
    assert [sak.linje.stilling for sak in innhold.ikke_gjort if sak.kode == "1.3c"] == ["utsatt"]
    assert Termin.objects.get(tiltak__kode="1.3c").status == Status.GJENNOMFOERT
    assert timezone.localdate(innhold.oppdatert) <= date(2026, 1, 20)


def test_there_is_somebody_in_every_role_who_can_log_in():
    folk = demobrukere()
    roller = [rolle for bruker in folk for rolle in bruker.roller]
    assert {rolle: roller.count(rolle) for rolle in Rolle.values} == {
        "sekretaer": 1,
        "styremedlem": 3,
        "lokallagsredaktoer": 3,
        "administrator": 1,
    }
    assert [authenticate(None, email=bruker.email, password=kilde.passord()) for bruker in folk] == folk
    assert {bruker.email.partition("@")[2] for bruker in folk} == {"example.org"}
    redaktoerer = Bruker.objects.filter(roller__has_key="lokallagsredaktoer").order_by("email")
    assert [[lag.slug for lag in bruker.redigerer_lag.all()] for bruker in redaktoerer] == [
        ["gjovik-sv"],
        ["hamar-sv"],
        ["lillehammer-sv"],
    ]


def test_the_calendar_knows_what_the_demo_published_behind_its_back():
    kommuner = set(Aktivitet.objects.offentlige().values_list("kommune", flat=True)) - {""}
    assert kommuner
    assert Kalenderstand.naa().kommuner == sorted(kommuner)


def test_what_is_told_of_an_activity_is_as_its_form_would_store_it():
    aktiviteter = list(Aktivitet.objects.all())
    for aktivitet in aktiviteter:
        aktivitet.full_clean(validate_constraints=False)
    assert [rett(aktivitet.papirer) for aktivitet in aktiviteter] == [aktivitet.papirer for aktivitet in aktiviteter]
    assert {aktivitet.tittel for aktivitet in aktiviteter if aktivitet.papirer} == {"Årsmøte i Innlandet SV"}
    assert {aktivitet.tittel for aktivitet in aktiviteter if aktivitet.nettlenke} == {"Medieskolering"}


def test_somebody_is_invited_to_the_next_annual_meeting_and_has_not_answered():
    invitasjon = Invitasjon.objects.get()
    assert (str(invitasjon), invitasjon.email, invitasjon.av.email) == (
        "Frøya Firkløver",
        "ny@example.org",
        "sekretar@example.org",
    )
    assert invitasjon.roller == {"styremedlem": neste_aarsmoete(I_DAG).siste.isoformat()}
    assert (timezone.localdate(invitasjon.sendt), invitasjon.siste_dag) == (
        I_DAG - timedelta(days=3),
        I_DAG + timedelta(days=11),
    )
