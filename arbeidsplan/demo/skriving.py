"""Writes the demo into an empty database: people and organisers, calendar, statuses with their log, reports."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.db import transaction

from aktivitet.milepaeler import neste_aarsmoete
from aktivitet.models import Aktivitet, FastAktivitet, Kalenderstand, Lag
from aktivitet.moenster.aarshjul import fyll_aar
from tiltak.models import Plan, Tilknytning, Tiltak
from tiltak.terminplan import oppdater_alle

from ..models import Bruker, Invitasjon
from ..models.noekkel import utloeper_fra
from . import kilde
from .beretninger import beretningene, lag_beretning
from .fortelling import OSLO
from .hendelser import Utlagt, legg_ut
from .sporet import legg_spor
from .statuser import gi_hver_sitt, sett_statuser

PLAN = "arbeidsplan-2025-2028"
SIDEN_SENDT = 3  # days since the letter that nobody has answered
LAGT_INN = datetime(2025, 1, 15, 12, tzinfo=OSLO)


class HarEkteData(Exception):
    """The database holds something that is not the demo's, so the demo stays out of it."""


def demobrukere() -> list[Bruker]:
    """The demo's people that are in the database, in the order of the demo's own list."""
    epost = [rad["epost"] for rad in kilde.folk()]
    return sorted(Bruker.objects.filter(email__in=epost), key=lambda bruker: epost.index(bruker.email))


@transaction.atomic
def lag_demo(i_dag: date) -> bool:
    """Make the demo as it stands on `i_dag`; False when it is there already, and then nothing is touched.

    The same day gives the same demo. Raises HarEkteData when the database holds anything but the plan's fixture.
    """
    if demobrukere():
        return False
    plan = _planen()
    folk = _lag_folk()
    lagene = _lag_lag(folk)
    aarene = range(min(plan.fra.year, i_dag.year - 1), i_dag.year + 2)
    utlagt = list(legg_ut(kilde.hendelser(), aarene, i_dag))
    _lag_aktiviteter(plan, utlagt, lagene, folk)
    _velg_til_aarsmoetet(folk, neste_aarsmoete(i_dag).siste)
    for aar in (i_dag.year, i_dag.year + 1):
        fyll_aar(aar, folk["siri"])
    oppdater_alle()
    gi_hver_sitt(plan, folk)
    fortalt = date.min
    for beretning in beretningene(plan, utlagt, i_dag):
        til = min(beretning.lagt_fram, i_dag)
        sett_statuser(plan, folk, fortalt, til)
        lag_beretning(plan, beretning, folk["siri"], i_dag)
        fortalt = til
    sett_statuser(plan, folk, fortalt, i_dag)
    _inviter(folk["siri"], i_dag)
    legg_spor(folk, i_dag)
    return True


def _planen() -> Plan:
    """The plan of the fixture, loaded when nothing is there."""
    if Bruker.objects.exists() or Aktivitet.objects.exists():
        raise HarEkteData
    if not Plan.objects.filter(slug=PLAN, status=Plan.Status.VEDTATT).exists():
        if any(modell.objects.exists() for modell in (Plan, Lag, FastAktivitet)):
            raise HarEkteData
        call_command("loaddata", kilde.PLANFIXTURE, verbosity=0)
    return Plan.objects.get(slug=PLAN)


def _lag_folk() -> dict[str, Bruker]:
    hash_ = make_password(kilde.passord())  # slow by design, so once for all of them
    folk = {
        rad["noekkel"]: Bruker(
            email=rad["epost"],
            navn=rad["navn"],
            password=hash_,
            roller=dict.fromkeys(rad["roller"]),
            date_joined=LAGT_INN,
        )
        for rad in kilde.folk()
    }
    Bruker.objects.bulk_create(folk.values())
    return folk


def _inviter(av: Bruker, i_dag: date) -> None:
    """Invite somebody who has not answered. Nobody knows the key: it lies in no letter, and comes in no log."""
    aarsmoetet = neste_aarsmoete(i_dag).siste.isoformat()
    dagen = i_dag - timedelta(days=SIDEN_SENDT)
    sendt = datetime.combine(dagen, LAGT_INN.timetz())
    for rad in kilde.inviterte():
        invitasjon, _ = Invitasjon.objects.inviter(
            rad["epost"], navn=rad["navn"], roller=dict.fromkeys(rad["roller"], aarsmoetet), av=av
        )
        Invitasjon.objects.filter(pk=invitasjon.pk).update(laget=sendt, sendt=sendt, utloeper=utloeper_fra(dagen))


def _velg_til_aarsmoetet(folk: dict[str, Bruker], dag: date) -> None:
    """Let the roles of some end with the next annual meeting, as those of an elected board do. Not of those whom the
    demo is shown by: they can log in for as long as it stands."""
    for rad in kilde.folk():
        if rad.get("til_aarsmoetet"):
            bruker = folk[rad["noekkel"]]
            bruker.roller = dict.fromkeys(rad["roller"], dag.isoformat())
            bruker.save(update_fields=["roller"])


def _lag_lag(folk: dict[str, Bruker]) -> dict[str, Lag]:
    """The organisers by their short name; the county branch, which came with the plan, by ""."""
    lagene = {"": Lag.objects.get(type=Lag.Type.FYLKESLAG)}
    for rad in kilde.lag():
        lag, _ = Lag.objects.get_or_create(
            slug=rad["slug"],
            defaults={
                "navn": rad["navn"],
                "type": rad["type"],
                "kommune": rad.get("kommune", ""),
                "godkjennes": rad.get("godkjennes", False),
            },
        )
        lag.redaktoerer.set([folk[noekkel] for noekkel in rad.get("redaktoerer", [])])
        lagene[lag.slug] = lag
    return lagene


def _lag_aktiviteter(plan: Plan, utlagt: Iterable[Utlagt], lagene: dict[str, Lag], folk: dict[str, Bruker]) -> None:
    tiltakene = {kode: pk for pk, kode in Tiltak.objects.i_planen(plan).siterte_koder().items()}
    faste = {(fast.maaned, fast.tittel): fast for fast in FastAktivitet.objects.all()}
    redaktoer = {rad["slug"]: folk[rad["redaktoerer"][0]] for rad in kilde.lag() if rad.get("redaktoerer")}
    for ett in utlagt:
        hendelse = ett.hendelse
        med_klokke = ett.presisjon == "klokkeslett"
        fast = faste.get((hendelse.maaned, hendelse.fast)) if hendelse.fast else None
        aktivitet = Aktivitet(
            # Told from its words and year, so that the same demo has the same feeds.
            uid=uuid.uuid5(uuid.NAMESPACE_URL, f"demo/{hendelse.lag}/{ett.aar}-{hendelse.maaned}/{hendelse.tittel}"),
            tittel=hendelse.tittel,
            type=hendelse.type,
            lag=lagene[hendelse.lag],
            presisjon=ett.presisjon,
            foerste_dag=ett.foerste,
            siste_dag=ett.siste,
            fra_kl=hendelse.fra_kl if med_klokke else None,
            til_kl=hendelse.til_kl if med_klokke else None,
            sted=hendelse.sted,
            kommune=hendelse.kommune,
            beskrivelse=hendelse.beskrivelse,
            paamelding_innen=ett.foerste - timedelta(hendelse.paamelding_dager) if hendelse.paamelding_dager else None,
            **hendelse.mer,
            synlighet=Aktivitet.Synlighet.INTERN if hendelse.intern else Aktivitet.Synlighet.OFFENTLIG,
            avlyst=ett.avlyst,
            versjon=2 if ett.avlyst else 1,
            fast=fast,
            fast_aar=ett.aar if fast else None,
            opprettet_av=folk[hendelse.av] if hendelse.av else redaktoer.get(hendelse.lag, folk["siri"]),
        )
        # Saved as a draft and published behind its back: each meeting would move every termin, and once is enough.
        aktivitet.save()
        Aktivitet.objects.filter(pk=aktivitet.pk).update(
            publisert=ett.publisert,
            sendt_inn=ett.laget if hendelse.venter else None,
            opprettet=ett.laget,
            endret=ett.endret,
        )
        if hendelse.tiltak and plan.fra <= ett.foerste <= plan.til:
            tiltak = tiltakene[hendelse.tiltak]
            Tilknytning.objects.create(tiltak_id=tiltak, aktivitet=aktivitet, av=aktivitet.opprettet_av, tid=ett.laget)
    Kalenderstand.forny()  # what was published behind its back
