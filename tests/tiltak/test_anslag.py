"""A day that is only estimated says so by the day itself, wherever it is shown."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from aktivitet.tid import dag_i_ord
from tests.tiltak.conftest import lag_termin, uten_merker
from tiltak.models import Rapport, Status
from tiltak.rapport.dokument import rapport_html
from tiltak.rapport.innhold import rapportinnhold
from tiltak.rapport.utgivelse import UTKAST


@pytest.fixture
def plan(plan):
    plan.til = date(2099, 12, 31)  # in force whatever today is
    plan.save()
    return plan


@pytest.fixture(params=["forfalt", "kommer"])
def termin(request, tiltak):
    """One that hangs from a meeting that has no day yet: overdue by the estimate, or soon due."""
    siste = timezone.localdate() + timedelta(days=-3 if request.param == "forfalt" else 3)
    foerste = siste - timedelta(days=14)
    return lag_termin(
        tiltak, "2026", etikett="Etter valget", presisjon="moete", foerste=foerste, siste=siste, anslag=True
    )


def sidene(termin):
    return {
        "forsiden": "/",
        "listen": f"/tiltak/?aar={termin.siste.year}",
        "tiltaket": termin.tiltak.get_absolute_url(),
        "terminen": termin.get_absolute_url(),
        "raden": f"{termin.get_absolute_url()}?vis=rad",
    }


def ganger(inne, adresse, termin):
    """How often the page says the due day, and how often with the word."""
    tekst = uten_merker(inne.get(adresse).content.decode())
    dag = dag_i_ord(termin.siste)
    return tekst.count(dag), tekst.count(f"{dag} (anslag)")


def test_every_page_that_says_the_due_day_says_that_it_is_an_estimate(inne, termin):
    sagt = {side: ganger(inne, adresse, termin) for side, adresse in sidene(termin).items()}

    # In the list once among what waits, and once by the termin.
    assert sagt == {"forsiden": (1, 1), "listen": (2, 2), "tiltaket": (1, 1), "terminen": (1, 1), "raden": (1, 1)}


def test_a_day_that_is_set_does_not(inne, termin):
    termin.anslag = False
    termin.save()

    sagt = {side: ganger(inne, adresse, termin) for side, adresse in sidene(termin).items()}

    assert sagt == {"forsiden": (1, 0), "listen": (2, 0), "tiltaket": (1, 0), "terminen": (1, 0), "raden": (1, 0)}


def test_a_day_that_it_was_put_off_to_is_no_estimate(inne, termin, styremedlem):
    til = termin.siste + timedelta(days=7)
    termin.sett_status(Status.UTSATT, av=styremedlem, versjon=1, utsatt_til=til, merknad="Vi venter.")

    tekst = uten_merker(inne.get("/").content.decode())

    assert f"Frist {dag_i_ord(til)}" in tekst
    assert "(anslag)" not in tekst


@pytest.fixture
def beretning(tiltak):
    """The report of 2026, with two due dates that hang from meetings without a day, both waiting."""
    for noekkel, siste in (("fs-2026", date(2026, 3, 14)), ("valg-2026", date(2026, 9, 14))):
        verdier = {"etikett": f"Innen {noekkel}", "foerste": siste, "siste": siste, "anslag": True}
        lag_termin(tiltak, "2026", **verdier)
        tiltak.terminer.filter(noekkel="2026").update(noekkel=noekkel)
    return Rapport.objects.create(aar=2026, fra=date(2026, 1, 1), til=date(2026, 12, 31))


FRISTENE = "Innen fs-2026 (frist 14. mars 2026, anslag) og Innen valg-2026 (frist 14. september 2026, anslag)"


def test_the_report_says_so_by_each_measure_and_in_what_waits(inne, plan, beretning):
    side = uten_merker(inne.get("/rapport/2026/").content.decode())
    dokument = uten_merker(rapport_html(rapportinnhold(beretning, plan, date(2027, 1, 10)), UTKAST))

    for tekst in (side, dokument):
        assert f"Frist: {FRISTENE}" in tekst
        assert "Innen fs-2026 (frist 14. mars 2026, anslag): Mangler vurdering" in tekst


@pytest.mark.parametrize(
    ("status", "felter"),
    [
        (Status.UTSATT, {"utsatt_til": date(2027, 5, 1)}),
        (Status.UTGAAR, {}),
        (Status.IKKE_GJENNOMFOERT, {}),
    ],
)
def test_the_report_says_so_in_what_was_not_done(plan, tiltak, beretning, styremedlem, status, felter):
    tiltak.terminer.get(noekkel="fs-2026").sett_status(status, av=styremedlem, versjon=1, merknad="Fordi.", **felter)

    innhold = rapportinnhold(beretning, plan, date(2027, 1, 10))

    assert [sak.linje.naar for sak in innhold.ikke_gjort] == ["Innen fs-2026 (frist 14. mars 2026, anslag)"]


def test_the_report_says_so_in_what_was_done_later(plan, tiltak, beretning, styremedlem):
    aaret_foer = lag_termin(tiltak, "2025", etikett="Innen fs-2025", siste=date(2025, 3, 15), anslag=True)
    aaret_foer.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, utfoert=date(2026, 2, 1))

    innhold = rapportinnhold(beretning, plan, date(2027, 1, 10))

    assert [sak.linje.naar for sak in innhold.gjort_senere] == ["Innen fs-2025 (frist 15. mars 2025, anslag)"]
