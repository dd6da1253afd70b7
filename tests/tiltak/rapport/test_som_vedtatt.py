"""The real plan's first year, told before and after what annual meetings do to the plan: not a word is another."""

import random
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from tests.tiltak.revisjon.conftest import REVISJONEN, beslutning, revidert, tiltaket
from tests.tiltak.revisjon.test_alt_mulig import MELDT, Aarsmoete
from tiltak.dokument.planjson import til_json
from tiltak.importering import bekreft_plan, importer
from tiltak.models import Plan, Rapport, Termin, Tiltak
from tiltak.rapport.innhold import rapportinnhold
from tiltak.redigering.endring import endre
from tiltak.revisjon.fletting import flett
from tiltak.utgave import plandokument


@pytest.fixture
def plan(db):
    importer(revidert())
    bekreft_plan(Plan.objects.get(), date(2024, 12, 7))
    return Plan.objects.get()


@pytest.fixture
def meldt(plan, styremedlem):
    """Something set on a third of all due dates, in the first year."""
    rnd = random.Random(7)
    for termin in rnd.sample(list(Termin.objects.filter(utenfor=False).order_by("pk")), 80):
        satt = datetime(2025, rnd.randint(1, 12), 5, tzinfo=UTC)
        termin.sett_status(rnd.choice(MELDT), av=styremedlem, versjon=termin.versjon, tid=satt)


def telling(figurer):
    return Counter({tall.stilling: tall.antall for tall in figurer.tall if tall.antall})


def aaret(aar=2025):
    return rapportinnhold(Rapport.for_aaret(aar), Plan.objects.get(), date(2028, 6, 1))


def test_the_report_words_the_plan_as_its_document_does(plan):
    dokumentet = til_json(plandokument(plan))

    assert [
        (
            maal.nummer,
            maal.overskrift,
            maal.motto,
            [(ett.kode.split(" (")[0], ett.tekst, ett.gjennomfoering, ett.ansvarlig) for ett in maal.tiltak],
        )
        for maal in aaret().maal
    ] == [
        (
            maal["nummer"],
            maal["overskrift"],
            maal["motto"],
            [(ett["kode"], ett["tekst"], ett["gjennomfoering"], ett["ansvarlig"]) for ett in maal["tiltak"]],
        )
        for maal in dokumentet["maal"]
    ]


def test_a_revision_at_the_next_meeting_changes_nothing_in_it(plan, meldt):
    foer = aaret()

    flett(importer(revidert(*REVISJONEN), revisjon_av=plan), beslutning())

    assert aaret() == foer
    assert aaret(2026).maal != foer.maal


@pytest.mark.svarene
@pytest.mark.parametrize("fro", range(8))
def test_whatever_three_meetings_do_to_the_plan_changes_nothing_in_it(plan, meldt, fro):
    rnd, dok, foer = random.Random(fro), revidert(), aaret()
    for dag in (date(2026, 2, 28), date(2026, 4, 1), date(2027, 2, 27)):
        dok = Aarsmoete(dok, rnd).vedtar()
        flett(importer(dok, revisjon_av=Plan.objects.get()), beslutning(dag))

        assert aaret() == foer


def test_a_measure_that_is_reworded_twice_has_the_words_of_each_year(plan):
    for aar, ord_ in ((2026, "Ny strategi"), (2027, "Nyere strategi")):
        ett = tiltaket(plan, "Revidere" if aar == 2026 else "Ny")
        endre(ett, {"tekst": ord_}, beslutning(date(aar, 3, 1)), Tiltak.objects.get(pk=ett.pk).versjon)

    assert [aaret(aar).maal[1].tiltak[0].tekst for aar in (2025, 2026, 2027)] == [
        "Revidere kommunikasjonsstrategi",
        "Ny strategi",
        "Nyere strategi",
    ]


@pytest.mark.svarene
@pytest.mark.parametrize("aar", [2025, 2026, 2027, 2028])
def test_the_figures_of_the_real_plan_add_up(plan, meldt, aar):
    innhold = aaret(aar)

    i_alt = telling(innhold.figurer)
    tiltak = [ett for maal in innhold.maal for ett in maal.tiltak]
    assert sum((telling(maal.figurer) for maal in innhold.maal), Counter()) == i_alt
    assert Counter(linje.stilling for ett in tiltak for linje in ett.alle) == i_alt
    assert [telling(maal.figurer) for maal in innhold.maal] == [
        Counter(linje.stilling for ett in maal.tiltak for linje in ett.alle) for maal in innhold.maal
    ]
    assert len(innhold.ikke_gjort) == i_alt["ikke_gjennomfoert"] + i_alt["utsatt"] + i_alt["utgaar"]
    perioden = innhold.perioden
    assert sum((telling(deler.figurer) for deler in perioden.aarene), Counter()) == telling(perioden.samlet)
    assert innhold.aaret_foer == (innhold.perioden.aarene[-2] if aar > 2025 else None)
    assert innhold.figurer == innhold.perioden.aarene[-1].figurer
    assert [deler.figurer.frist for deler in innhold.perioden.aarene] == [62, 58, 53, 53][: aar - 2024]
