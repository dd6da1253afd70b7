"""A person who has done something of everything."""

import uuid
from datetime import date

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from arbeidsplan.models import Avmelding, Bruker, Hendelse, Invitasjon, Overlevering, Spor, Utsending
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tests.tiltak.rapport.eksempel import INNHOLD
from tiltak.models import Gjenaapning, Maal, Ordlydsendring, Planutgave, Rapport, Resultatfoering, Status
from tiltak.rapport.frys import frys


@pytest.fixture(autouse=True)
def registerfil(settings, tmp_path):
    """A register file that no other test has written in."""
    settings.SLETTEREGISTER = tmp_path / "slettede.txt"
    return settings.SLETTEREGISTER


@pytest.fixture
def travel(styremedlem, lag_aktivitet, lokallag):
    """Kari, who has left something in every table that has a key to a person."""
    gjoer_alt(styremedlem, lag_aktivitet, lokallag)
    return styremedlem


def gjoer_alt(bruker, lag_aktivitet, lag, nr=1):
    """Leave one row of every kind."""
    plan = lag_plan(slug=f"plan-{nr}")
    tiltak = lag_tiltak(
        Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Mål"), "1a", foelges_opp_av=bruker
    )
    lag_termin(tiltak).sett_status(Status.GJENNOMFOERT, av=bruker, versjon=1, merknad="Holdt på Hamar")
    aktivitet = lag_aktivitet("Møte", date(2026, 6, 3), opprettet_av=bruker)
    tiltak.tilknytninger.create(aktivitet=aktivitet, av=bruker)
    tiltak.vedlegg.create(
        navn="Side", lenke="https://example.org/", av=bruker, fjernet=timezone.now(), fjernet_av=bruker
    )
    utgave = Planutgave.objects.create(
        plan=plan, gjelder_fra=date(2025, 1, 1), innhold={}, organ="arsmote", vedtaksdag=date(2025, 1, 1), av=bruker
    )
    Ordlydsendring.objects.create(
        plan=plan, utgave=utgave, hva="1a", felt="ordlyd", foer="a", etter="b", grunn="c", av=bruker
    )
    Resultatfoering.objects.create(plan=plan, hva="Fire mandater", innhold="4", av=bruker)
    aar = 2025 + nr
    rapport = Rapport.objects.create(aar=aar, fra=date(aar, 1, 1), til=date(aar, 12, 31))
    tekst = rapport.tekster.create(sted="innledning", tekst="Et godt år.", av=bruker)
    tekst.tidligere.create(tekst="Et år.", av=bruker, tid=timezone.now())
    rapport.legg_fram(frys(INNHOLD), date(aar, 12, 1), av=bruker, versjon=1)
    Gjenaapning.objects.create(utgave=rapport.utgaver.get(), grunn="Et tall var feil", av=bruker)
    Invitasjon.objects.inviter(bruker.email, roller={"styremedlem": None}, av=bruker, lag=[lag], tar_over_fra=bruker)
    Overlevering.objects.create(merke=uuid.uuid4(), av=bruker)
    lag.redaktoerer.add(bruker)
    EmailAddress.objects.create(user=bruker, email=f"kari{nr}@example.org")
    Authenticator.objects.create(user=bruker, type="webauthn", data={"name": "Telefonen", "credential": "HEMMELIG"})
    UserSession.objects.create(user=bruker, ip="0.0.0.0", session_key=f"HEMMELIG{nr}", user_agent="Firefox")
    Avmelding.objects.get_or_create(bruker=bruker, slag=("ukeliste", "maanedsbrev")[nr % 2])
    Utsending.objects.create(
        bruker=bruker, slag="ukeliste", periode=f"2026-W0{nr}", tilstand="sendt", forsoek=1, tid=timezone.now()
    )
    Spor.objects.sett(Hendelse.ROLLER, av=bruker, om=bruker, hva="Styremedlem")
    LogEntry.objects.create(
        user=bruker,
        content_type=ContentType.objects.get_for_model(Bruker),
        object_id=str(bruker.pk),
        object_repr=str(bruker),
        action_flag=CHANGE,
    )
