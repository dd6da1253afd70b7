"""A draft with one of each kind of thing that needs the secretary."""

from datetime import date

import pytest

from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.models import Kildedokument, Maal, Merknad, Plan
from tiltak.tolkning import les_paa_nytt

# By line: the source says what stands there.
LINJER = [
    "Arbeidsplan 2025-2028",
    "1a\tGjøre noe sammen\tSnarest",
    "1b\tMøte folk\tEtter årsmøteperioden",
    "1c\tSkrive noe\t2024 og 2026",
    "1d\tSynge\tÅrlig",
    "1d\tDanse\tÅrlig",
    "Innhold",
]


@pytest.fixture
def utkast(db):
    plan = lag_plan("utkast", tittel="Utkastet", status=Plan.Status.UTKAST)
    maal = Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Politisk mål")
    for linje, rad in enumerate(LINJER, start=1):
        if "\t" in rad:
            kode, tekst, frase = rad.split("\t")
            les_paa_nytt(lag_tiltak(maal, kode, tekst, frase, linje=linje))
    Kildedokument.objects.create(plan=plan, filnavn="plan.txt", slag="tekst", sha256="0" * 64, linjer=LINJER)
    for linje, hva, tekst in (
        (4, "foer-perioden", "1c nevner 2024, før perioden 2025–2028 begynner: «2024 og 2026»."),
        (6, "kode-to-ganger", "Koden 1d står to ganger: først på linje 5, så her."),
        (7, "innhold-avviker", "Innholdsfortegnelsen sier «Innhold»."),
    ):
        Merknad.objects.create(plan=plan, linje=linje, hva=hva, tekst=tekst)
    return plan


@pytest.fixture
def tiltakene(utkast):
    """The draft's measures: not understood, interpreted, outside the period, and two with one code."""
    return list(utkast.maal.get().tiltak.order_by("nr"))


@pytest.fixture
def inne(client, sekretaer):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def utenfor(tiltakene):
    return tiltakene[2].terminer.get(siste=date(2024, 12, 31))
