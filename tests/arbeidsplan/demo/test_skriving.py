"""The demo in the database: whole, living, the same each time, and never on top of anything real."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from aktivitet.milepaeler import moeter_i_kalenderen, neste_aarsmoete
from aktivitet.models import Aktivitet, FastAktivitet, Kalenderstand, Lag, Presisjon
from aktivitet.papirer import rett
from arbeidsplan.demo import kilde
from arbeidsplan.demo.skriving import HarEkteData, demobrukere, lag_demo
from arbeidsplan.models import Bruker, Invitasjon
from arbeidsplan.roller import Rolle
from tiltak.fremdrift import fremdrift
from tiltak.holdt import utfoeringer
from tiltak.models import (
    Plan,
    Rapport,
    Rapporttekst,
    Rapportutgave,
    Status,
    Statusendring,
    Termin,
    Tilknytning,
    Tiltak,
)
from tiltak.models.termin import Stilling
from tiltak.rapport.frys import tin

DAGER = [date(2025, 1, 2), date(2025, 9, 15), date(2026, 11, 23), date(2027, 6, 15), date(2028, 2, 29)]
I_DAG = date(2026, 11, 23)


def bilde():
    """All that the demo has written, without keys and without what the clock or chance decides."""
    felter = [
        "tittel",
        "lag__slug",
        "presisjon",
        "foerste_dag",
        "siste_dag",
        "fra_kl",
        "publisert",
        "avlyst",
        "versjon",
    ]
    aktiviteter = Aktivitet.objects.order_by("foerste_dag", "lag__slug", "tittel", "fra_kl", "pk")
    return {
        "aktiviteter": list(aktiviteter.values_list(*felter)),
        "uid": sorted(aktiviteter.filter(publisert__isnull=False).values_list("uid", flat=True)),
        "terminer": list(
            Termin.objects.i_planens_rekkefoelge().values_list(
                "tiltak__kode", "noekkel", "foerste", "siste", "status", "utfoert", "merknad", "versjon", "endret"
            )
        ),
        "logg": list(Statusendring.objects.order_by("tid", "pk").values_list("tid", "status", "merknad", "av__email")),
        "folk": list(Bruker.objects.order_by("email").values_list("email", "navn", "roller", "redigerer_lag__slug")),
        "lag": list(Lag.objects.order_by("slug").values_list("slug", "navn", "type", "kommune")),
        "tilknytninger": list(
            Tilknytning.objects.order_by("aktivitet__foerste_dag", "tiltak__kode").values_list(
                "tiltak__kode", "aktivitet__tittel", "aktivitet__foerste_dag", "av__email", "tid"
            )
        ),
        "rapporter": list(Rapport.objects.values_list("aar", "tilstand", "moetedag", "moetested", "publisert")),
        "rapporttekster": list(
            Rapporttekst.objects.order_by("rapport__aar", "pk").values_list(
                "rapport__aar", "sted", "maal__nummer", "tekst", "endret"
            )
        ),
        "utgaver": [
            # The keys in the addresses grow by each making: PostgreSQL never gives one out twice.
            (*resten, re.sub(r"/aktivitet/\d+/", "/aktivitet/…/", innhold))
            for *resten, innhold in Rapportutgave.objects.order_by("rapport__aar", "nr").values_list(
                "rapport__aar", "nr", "tilstand", "dag", "tid", "innhold"
            )
        ],
    }


@pytest.mark.parametrize("i_dag", DAGER, ids=str)
def test_the_demo_is_whole_on_any_day_of_the_period(db, i_dag):
    assert lag_demo(i_dag) is True

    # Nothing is told before it has happened.
    assert [
        tid for tid in Statusendring.objects.values_list("tid", flat=True) if timezone.localdate(tid) >= i_dag
    ] == []
    loggene = Statusendring.objects.order_by("termin", "pk").values_list("termin", "tid")
    assert list(loggene) == sorted(loggene)
    publisert = Aktivitet.objects.publiserte().values_list("publisert", "opprettet", "endret")
    assert [tider for tider in publisert if timezone.localdate(max(tider)) >= i_dag] == []
    assert [tid for tid in Tilknytning.objects.values_list("tid", flat=True) if timezone.localdate(tid) >= i_dag] == []
    # The meetings are known from the period's first year to the next.
    moeter = moeter_i_kalenderen()
    kjente = [moeter(aar) for aar in range(2025, i_dag.year + 2)]
    assert [ett for ett in kjente if ett.aarsmoete.anslag or ett.foerste_fs.anslag] == []
    assert not Termin.objects.filter(anslag=True, siste__year__lte=i_dag.year + 1).exists()
    # Something lies ahead, some of it vague; something was cancelled; the pattern's drafts wait.
    kommende = Aktivitet.objects.fra_og_med(i_dag)
    assert kommende.offentlige().count() >= 20
    assert set(Aktivitet.objects.values_list("presisjon", flat=True)) == set(Presisjon.values)
    assert Aktivitet.objects.filter(avlyst=True).exists()
    assert kommende.filter(publisert=None, fast_aar=i_dag.year + 1).exists()
    # Every activity is one that the forms would take.
    for aktivitet in Aktivitet.objects.all():
        aktivitet.full_clean()
    # Past years are judged and reported on, but for what was not looked at; this year is under way.
    staar = fremdrift(Plan.objects.get(), i_dag)
    for aar in range(2025, i_dag.year):
        telling = staar.telling(aar=aar)
        assert telling[Stilling.MANGLER_VURDERING] <= 4
        assert telling[Stilling.GJENNOMFOERT] >= 35
        assert Rapport.objects.get(aar=aar).publisert
        assert Rapport.objects.get(aar=aar).tilstand in Rapport.VEDTATT
    i_aar = staar.telling(aar=i_dag.year)
    assert i_aar[Stilling.MANGLER_VURDERING] > 5
    assert i_aar[Stilling.GJENNOMFOERT] > 2 or i_dag < date(2025, 2, 1)


def test_in_november_2026_the_demo_shows_every_status_and_several_people_at_work(db):
    lag_demo(I_DAG)

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


def test_a_report_is_whole_and_says_how_it_stood_when_it_was_laid_before_the_meeting(db):
    lag_demo(I_DAG)

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


@pytest.mark.parametrize(
    ("i_dag", "staar"),
    [
        (date(2025, 9, 30), None),
        (date(2025, 10, 1), ("utkast", None, ["innledning"])),
        (date(2026, 1, 20), ("utkast", None, ["innledning"])),
        (date(2026, 1, 21), ("lagt_fram", None, ["innledning", "avslutning", "mal"])),
        (date(2026, 2, 8), ("lagt_fram", date(2026, 2, 7), ["innledning", "avslutning", "mal"])),
        (date(2026, 2, 22), ("godkjent", date(2026, 2, 7), ["innledning", "avslutning", "mal"])),
    ],
)
def test_a_report_goes_its_way_by_the_demos_own_calendar(db, i_dag, staar):
    lag_demo(i_dag)

    rapport = Rapport.objects.filter(aar=2025).first()
    assert staar == (
        rapport
        and (
            rapport.tilstand,
            rapport.publisert and timezone.localdate(rapport.publisert),
            list(dict.fromkeys(rapport.tekster.values_list("sted", flat=True))),
        )
    )


def test_there_is_somebody_in_every_role_who_can_log_in(db):
    lag_demo(I_DAG)

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


def test_every_story_is_about_a_measure_of_the_plan(db):
    call_command("loaddata", kilde.PLANFIXTURE, verbosity=0)

    kodene = [tiltak.kode for tiltak in Tiltak.objects.i_planens_rekkefoelge()]
    i_planen = {(kode, kodene[: nr + 1].count(kode)) for nr, kode in enumerate(kodene)}
    fortalt = [(ett.kode, ett.plass) for ett in kilde.fortellinger()]
    bare_utenfor = {("2.1.4a", 1), ("2.1.4c", 1), ("2.1.4d", 1), ("2.1.5b", 1), ("2.2.2d", 1)}
    assert len(fortalt) == len(set(fortalt))
    assert i_planen - set(fortalt) == bare_utenfor
    assert set(fortalt) <= i_planen


def test_the_same_day_gives_the_same_demo(db):
    bilder = []
    for _ in range(2):
        with transaction.atomic():
            lag_demo(I_DAG)
            bilder.append(bilde())
            transaction.set_rollback(True)

    assert bilder[0] == bilder[1]


def test_the_calendar_knows_what_the_demo_published_behind_its_back(db):
    lag_demo(I_DAG)

    kommuner = set(Aktivitet.objects.offentlige().values_list("kommune", flat=True)) - {""}
    assert kommuner
    assert Kalenderstand.naa().kommuner == sorted(kommuner)


def test_a_second_time_nothing_is_touched_whatever_people_have_done_since(db):
    lag_demo(I_DAG)
    Bruker.objects.create_user("ny@partiet.example", navn="Nyinvitert")
    Bruker.objects.filter(email="styre@example.org").update(navn="Nytt navn")
    Aktivitet.objects.filter(lag__slug="oyer-sv").delete()
    foer = bilde()

    assert lag_demo(date(2027, 3, 3)) is False

    assert bilde() == foer


def test_the_plan_is_not_loaded_again_when_the_fixture_is_there_already(db):
    call_command("loaddata", kilde.PLANFIXTURE, verbosity=0)

    lag_demo(I_DAG)

    assert (Plan.objects.count(), Tiltak.objects.count()) == (1, 49)


@pytest.mark.parametrize(
    "ekte",
    [
        lambda: Bruker.objects.create_user("kari@partiet.example"),
        lambda: Lag.objects.create(navn="Vårt lag", slug="vart-lag"),
        lambda: Plan.objects.create(tittel="Vår plan", slug="var-plan", fra=date(2025, 1, 1), til=date(2025, 12, 31)),
        lambda: FastAktivitet.objects.create(maaned=1, tittel="Noe"),
    ],
    ids=["bruker", "lag", "plan", "fast aktivitet"],
)
def test_the_demo_stays_out_of_a_database_with_real_data(db, ekte):
    ekte()
    foer = (Bruker.objects.count(), Lag.objects.count(), Plan.objects.count(), FastAktivitet.objects.count())

    with pytest.raises(HarEkteData):
        lag_demo(I_DAG)

    assert (Bruker.objects.count(), Lag.objects.count(), Plan.objects.count(), FastAktivitet.objects.count()) == foer
    assert Aktivitet.objects.count() == 0


def test_what_is_told_of_an_activity_is_as_its_form_would_store_it(db):
    lag_demo(I_DAG)

    aktiviteter = list(Aktivitet.objects.all())
    for aktivitet in aktiviteter:
        aktivitet.full_clean()
    assert [rett(aktivitet.papirer) for aktivitet in aktiviteter] == [aktivitet.papirer for aktivitet in aktiviteter]
    assert {aktivitet.tittel for aktivitet in aktiviteter if aktivitet.papirer} == {"Årsmøte i Innlandet SV"}
    assert {aktivitet.tittel for aktivitet in aktiviteter if aktivitet.nettlenke} == {"Medieskolering"}


def test_somebody_is_invited_to_the_next_annual_meeting_and_has_not_answered(db):
    lag_demo(I_DAG)

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
