"""Setting a termin's status, in place and on a page of its own."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateNotUsed, assertTemplateUsed

from arbeidsplan.models import Bruker
from tests.tiltak.conftest import felter, lag_mange, lag_plan, lag_termin, lag_tiltak, logg
from tiltak.models import Maal, Plan, Status
from tiltak.oversikt import oversikt

HTMX = {"HX-Request": "true"}


def antall_spoerringer(capture):
    overgang = ("SAVEPOINT", "RELEASE", "BEGIN", "ROLLBACK", "COMMIT")
    return sum(not spoerring["sql"].startswith(overgang) for spoerring in capture)


def test_setting_a_status_returns_the_row_and_writes_the_log(inne, termin, i_dag):
    svar = inne.post(
        termin.get_absolute_url(),
        felter(termin, status=Status.GJENNOMFOERT, utfoert="2026-06-03", merknad="Holdt på Hamar"),
        headers=HTMX,
    )

    assertTemplateUsed(svar, "tiltak/_termin.html")
    assertTemplateNotUsed(svar, "base.html")
    assertContains(svar, 'data-si="Lagret: 2026, Gjennomført."')
    assertNotContains(svar, "hx-swap-oob")
    assert logg(termin) == [("gjennomfoert", date(2026, 6, 3), None, "Holdt på Hamar")]


def test_a_save_in_the_list_brings_the_figures_around_it_along(inne, plan, termin, i_dag):
    sendt = felter(termin, status=Status.GJENNOMFOERT, fra="liste")

    svar = inne.post(termin.get_absolute_url(), sendt, headers=HTMX)

    vist = oversikt(plan, 2026, i_dag)
    assert svar.context["tallene"] == [(termin.tiltak.maal_id, vist.maal[0].tall), ("alle", vist.tall)]
    assert svar.context["haster"] == vist.haster
    for del_ in (f"tall-{termin.tiltak.maal_id}", "tall-alle", "haster"):
        assertContains(svar, f'id="{del_}" hx-swap-oob="true"')


def test_a_save_outside_the_period_leaves_the_figures_alone(inne, tiltak, i_dag):
    utenfor = lag_termin(tiltak, "2024", utenfor=True)

    svar = inne.post(utenfor.get_absolute_url(), felter(utenfor, fra="liste"), headers=HTMX)

    assertContains(svar, 'id="haster" hx-swap-oob="true"')
    assertNotContains(svar, 'id="tall-')


def test_a_save_on_the_measures_page_brings_its_log_along(inne, termin):
    svar = inne.post(termin.get_absolute_url(), felter(termin, fra="tiltak", merknad="I gang"), headers=HTMX)

    assertContains(svar, 'id="logg" hx-swap-oob="afterbegin"')
    assertContains(svar, "<blockquote>I gang</blockquote>")


@pytest.mark.parametrize(
    ("fra", "tilbake"),
    [
        ("liste", "/tiltak/?aar=2026#rad-{pk}"),
        ("tiltak", "/tiltak/{tiltak}/#rad-{pk}"),
        ("forside", "/"),
        ("//annet.example", "/tiltak/?aar=2026#termin-{pk}"),
        ("", "/tiltak/?aar=2026#termin-{pk}"),
    ],
)
def test_without_javascript_it_goes_back_to_where_one_came_from(inne, termin, fra, tilbake):
    svar = inne.post(termin.get_absolute_url(), felter(termin, fra=fra))

    assert (svar.status_code, svar["Location"]) == (302, tilbake.format(pk=termin.pk, tiltak=termin.tiltak_id))
    assertContains(inne.get("/tiltak/"), "Lagret: 1.1a, 2026, Pågår.")


def test_the_form_opens_in_place_and_on_a_page_of_its_own(inne, termin):
    i_listen = inne.get(f"{termin.get_absolute_url()}?fra=liste", headers=HTMX)
    paa_egen_side = inne.get(termin.get_absolute_url())

    for svar in (i_listen, paa_egen_side):
        assertTemplateUsed(svar, "tiltak/_statusform.html")
    assertTemplateNotUsed(i_listen, "base.html")
    assertContains(i_listen, '<input type="hidden" name="fra" value="liste">')
    assertContains(i_listen, f'hx-post="{termin.get_absolute_url()}"')
    assertTemplateUsed(paa_egen_side, "base.html")
    assertNotContains(i_listen, "egen_side")
    assertContains(paa_egen_side, '<input type="hidden" name="egen_side" value="1">')  # saved there, it goes back


def test_regretting_gives_the_row_back(inne, termin):
    svar = inne.get(f"{termin.get_absolute_url()}?vis=rad", headers=HTMX)

    assertTemplateNotUsed(svar, "tiltak/_statusform.html")
    assertContains(svar, "data-fokus")


def test_setting_a_status_wants_the_right_to(client, termin, redaktoer):
    client.force_login(redaktoer)

    svar = client.post(termin.get_absolute_url(), felter(termin))

    assert (svar.status_code, logg(termin)) == (403, [])


def test_whoever_may_only_look_gets_no_form_and_saves_nothing(client, termin, styremedlem, monkeypatch):
    monkeypatch.setattr(Bruker, "rettigheter", {"tiltak.se_status"})
    client.force_login(styremedlem)

    sett, sendt = client.get(termin.get_absolute_url()), client.post(termin.get_absolute_url(), felter(termin))

    assertTemplateNotUsed(sett, "tiltak/_statusform.html")
    assert (sett.status_code, sendt.status_code, logg(termin)) == (200, 403, [])


@pytest.mark.parametrize("pk", [0, 2**63, 2**64, 10**30])
def test_a_termin_that_is_not_there_is_not_found(inne, db, pk):
    assert inne.get(f"/tiltak/termin/{pk}/").status_code == 404
    assert inne.post(f"/tiltak/termin/{pk}/", {"status": "paagaar"}).status_code == 404


def test_a_draft_plan_is_the_secretarys_alone(client, styremedlem, sekretaer):
    utkast = lag_plan(status=Plan.Status.UTKAST)
    tiltak = lag_tiltak(Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Nytt"), "1a")
    adresser = [tiltak.get_absolute_url(), lag_termin(tiltak).get_absolute_url()]

    client.force_login(styremedlem)
    som_styremedlem = [client.get(adresse).status_code for adresse in adresser]
    client.force_login(sekretaer)
    som_sekretaer = [client.get(adresse).status_code for adresse in adresser]

    assert (som_styremedlem, som_sekretaer) == ([404, 404], [200, 200])


@pytest.mark.parametrize("fra", ["liste", "forside", "tiltak", "styremote", ""])
@pytest.mark.parametrize("antall", [1, 10])
def test_a_save_costs_at_most_eight_queries(inne, plan, termin, fra, antall, django_assert_max_num_queries):
    lag_mange(plan, antall)

    with django_assert_max_num_queries(100) as capture:
        svar = inne.post(termin.get_absolute_url(), felter(termin, fra=fra), headers=HTMX)

    assert svar.context["lagret"]
    assert antall_spoerringer(capture) <= 8
