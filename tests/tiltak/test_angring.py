"""Undo: a save is taken back within a minute, by whoever made it, and the log only grows."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import EndretAvAndre
from tests.tiltak.conftest import felter, lag_termin
from tiltak.fremdrift import fremdrift
from tiltak.models import Status, Statusendring, Termin
from tiltak.models.termin import ForSentAaAngre

HTMX = {"HX-Request": "true"}
FOER = timezone.now() - timedelta(days=40)


def staar(termin):
    termin.refresh_from_db()
    return termin.status, termin.utfoert, termin.utsatt_til, termin.merknad, termin.endret, termin.endret_av


def test_what_stood_before_stands_again_with_who_said_it_and_the_log_has_all_three(termin, styremedlem, sekretaer):
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, merknad="Avtalt med Hamar", tid=FOER)
    feil = termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=2)

    linje = termin.angre(av=styremedlem, versjon=3)

    assert staar(termin) == (Status.PAAGAAR, None, None, "Avtalt med Hamar", FOER, sekretaer)
    assert (linje.angrer, linje.av, linje.merknad) == (feil, styremedlem, "Avtalt med Hamar")
    assert list(termin.logg.order_by("pk").values_list("status", flat=True)) == ["paagaar", "gjennomfoert", "paagaar"]


@pytest.mark.parametrize(("loepende", "status"), [(False, Status.IKKE_STARTET), (True, Status.PAAGAAR)])
def test_what_nobody_had_judged_is_not_judged_after_an_undo(plan, tiltak, styremedlem, i_dag, loepende, status):
    termin = lag_termin(tiltak, status=status, loepende=loepende)
    foer = fremdrift(plan, i_dag)
    termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1)

    termin.angre(av=styremedlem, versjon=2)

    assert staar(termin) == (status, None, None, "", None, None)
    assert fremdrift(plan, i_dag) == foer


def test_an_undo_is_not_undone_nor_what_another_or_an_earlier_minute_set(termin, styremedlem, sekretaer):
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, tid=timezone.now() - timedelta(minutes=2))
    for av in (sekretaer, styremedlem):
        with pytest.raises(ForSentAaAngre):
            termin.angre(av=av, versjon=2)
    termin.sett_status(Status.UTGAAR, av=styremedlem, versjon=2, merknad="Droppet")
    termin.angre(av=styremedlem, versjon=3)

    with pytest.raises(ForSentAaAngre):
        termin.angre(av=styremedlem, versjon=4)
    assert termin.logg.count() == 3


def test_nothing_is_undone_on_top_of_a_newer_save(termin, styremedlem):
    termin.sett_status(Status.PAAGAAR, av=styremedlem, versjon=1)
    termin.sett_status(Status.DELVIS, av=styremedlem, versjon=2)

    with pytest.raises(EndretAvAndre):
        termin.angre(av=styremedlem, versjon=2)

    assert (Termin.objects.get().status, termin.logg.count()) == (Status.DELVIS, 2)


def test_a_draft_that_was_reported_on_and_undone_can_still_be_deleted(termin, styremedlem):
    termin.sett_status(Status.PAAGAAR, av=styremedlem, versjon=1)
    termin.angre(av=styremedlem, versjon=2)

    Statusendring.objects.filter(termin=termin).delete()

    assert not Statusendring.objects.exists()


@pytest.mark.parametrize("fra", ["liste", "forside", "tiltak"])
def test_the_row_offers_to_undo_and_brings_the_figures_back(inne, termin, fra, i_dag):
    svar = inne.post(termin.get_absolute_url(), felter(termin, status=Status.DELVIS, fra=fra), headers=HTMX)
    assertContains(svar, f'action="/tiltak/termin/{termin.pk}/angre/"')

    svar = inne.post(f"/tiltak/termin/{termin.pk}/angre/", {"versjon": 2, "fra": fra}, headers=HTMX)

    assertContains(svar, 'data-si="Angret: 2026, Ikke startet."')
    assertContains(svar, f'hx-swap-oob="{"afterbegin" if fra == "tiltak" else "true"}"')
    assertNotContains(svar, "/angre/")


def test_without_javascript_it_is_undone_on_the_page_one_came_from(inne, termin):
    inne.post(termin.get_absolute_url(), felter(termin, fra="tiltak"))
    assertContains(inne.get(f"/tiltak/{termin.tiltak_id}/"), "/angre/")

    svar = inne.post(f"/tiltak/termin/{termin.pk}/angre/", {"versjon": 2, "fra": "tiltak"}, follow=True)

    assertRedirects(svar, f"/tiltak/{termin.tiltak_id}/#rad-{termin.pk}")
    assertContains(svar, "Angret: 1.1a, 2026, Ikke startet.")
    assertContains(svar, "<strong>Angret.</strong> Tilbake til")


@pytest.mark.parametrize("versjon", ["", "x", "1", str(2**31 - 1), str(2**63 - 1), str(2**70)])
def test_what_cannot_be_undone_says_why_and_changes_nothing(inne, termin, sekretaer, versjon):
    sti = f"/tiltak/termin/{termin.pk}/angre/"
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1)
    assertContains(inne.post(sti, {"versjon": versjon}, headers=HTMX), "For sent å angre. Sett statusen på nytt.")
    inne.post(termin.get_absolute_url(), felter(termin))

    svar = inne.post(sti, {"versjon": versjon}, headers=HTMX)

    assertContains(svar, "Ikke angret: Kari Styremedlem har lagret i mellomtiden.")
    assert termin.logg.count() == 2
