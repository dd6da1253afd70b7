"""The real plan, adopted and reported on, and a revised document of it."""

import re
from datetime import date

import pytest

from tests.conftest import PLANFIL
from tiltak.dokument import les_dokument
from tiltak.importering import bekreft_plan, importer
from tiltak.models import Organ, Plan, Status, Termin, Tiltak
from tiltak.utgave import Beslutning

PLANEN = PLANFIL.read_text(encoding="utf-8")
MARG = re.compile(r"(\s*(?:- )?)(?:[0-9]+|##)(?=\s|$)")
VEDTATT = date(2024, 12, 7)
AARSMOETET = date(2026, 2, 28)

HODE, KLIMAPLAN = "\tTiltak\tGjennomføring", "1.2a\tLage klimaplan for fylket\t2027"

# What the annual meeting did to it: a goal put in above 1.2, so that 1.2 and 1.3 and their codes are counted on;
# words, a phrase and the subtitle changed; two codes swapped; one measure added, and two dropped.
REVISJONEN = (
    ("Forslag til årsmøtet", "Revidert på årsmøtet 2026"),
    ("1.1a\tRevidere kommunikasjonsstrategi\t2024 og 2026", "1.1a\tRevidere kommunikasjonsstrategien\t2027"),
    ("1.1b\tWorkshoper om kommunikasjon på tvers", "1.1c\tWorkshops om kommunikasjon på tvers"),
    ("1.1c\tFylkespartiet", "1.1b\tFylkespartiet"),
    ("1.1e\tBidra i aksjoner fra folkebevegelsene for saker SV er enige i\tÅrlig\n", ""),
    (" 1.2 Politisk innflytelse", f" 1.2 Klima og natur\n\n{HODE}\n{KLIMAPLAN}\n\n## 1.3 Politisk innflytelse"),
    ("1.2a\tOppfølging", "1.3a\tOppfølging"),
    ("1.2b\tGjennomføre", "1.3b\tGjennomføre"),
    (" 1.3 Sterke allianser", " 1.4 Sterke allianser"),
    ("1.3a\tMøte", "1.4a\tMøte"),
    ("1.3b\tBistå", "1.4b\tBistå"),
    ("1.3c\tArrangere felles aktivitet med aktuelle organisasjoner\t2025\n", ""),
    ("1.3d\tNettverkene", "1.4c\tNettverkene"),
)


def revidert_tekst(*par):
    """The plan's document with these words in place of others, each of which must stand there once.

    The margin is counted anew; "##" is a new line's number.
    """
    tekst = PLANEN
    for foer, etter in par:
        assert tekst.count(foer) == 1, foer
        tekst = tekst.replace(foer, etter)
    linjer, neste = [], 1
    for linje in tekst.split("\n"):
        nummerert = "\t" not in linje and MARG.match(linje)
        linjer.append(f"{nummerert[1]}{neste}{linje[nummerert.end() :]}" if nummerert else linje)
        neste += bool(nummerert)
    return "\n".join(linjer)


def revidert(*par):
    """The same, read."""
    return les_dokument(revidert_tekst(*par).encode())


def beslutning(dag=AARSMOETET, organ=Organ.AARSMOETET, av=None):
    return Beslutning(organ, dag, "Vedtak i sak 7", av)


def tiltaket(plan, tekst):
    """The one measure of the plan, in it or out of it, whose words begin so."""
    return Tiltak.objects.get(maal__plan=plan, tekst__startswith=tekst)


def meld(tiltak, noekkel, status, merknad="", av=None):
    """Set the status of one of the measure's terminer."""
    termin = tiltak.terminer.get(noekkel=noekkel)
    termin.sett_status(status, av=av, versjon=termin.versjon, merknad=merknad)
    return termin


def meldt(plan):
    """All that was reported: by measure and termin the statuses of its log, the oldest first."""
    terminer = Termin.objects.filter(tiltak__maal__plan=plan, logg__isnull=False).distinct()
    return {
        (termin.tiltak.tekst[:12], termin.noekkel): list(termin.logg.order_by("pk").values_list("status", flat=True))
        for termin in terminer.select_related("tiltak").order_by("pk")
    }


@pytest.fixture
def plan(db):
    """The real plan, adopted before its period began."""
    plan = importer(les_dokument(PLANFIL.read_bytes()))
    bekreft_plan(plan, VEDTATT)
    return Plan.objects.get()


@pytest.fixture
def meldinger(plan, styremedlem):
    """Something reported on measures that change, move, swap codes, go out and stay."""
    meld(tiltaket(plan, "Workshoper"), "2025", Status.GJENNOMFOERT, "Holdt på Hamar", styremedlem)
    meld(tiltaket(plan, "Fylkespartiet skal"), "2025", Status.DELVIS, av=styremedlem)
    meld(tiltaket(plan, "Bidra i aksjoner"), "2025", Status.GJENNOMFOERT, av=styremedlem)
    meld(tiltaket(plan, "Bidra i aksjoner"), "2026", Status.PAAGAAR, av=styremedlem)
    meld(tiltaket(plan, "Nettverkene skal"), "2025", Status.IKKE_GJENNOMFOERT, "Ikke tid", styremedlem)
    return meldt(plan)
