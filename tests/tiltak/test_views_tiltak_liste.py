"""The list of measures: what stands in it, and figures that are the same everywhere."""

from datetime import date, timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_maaneder, lag_mange, lag_plan, lag_termin, lag_tiltak, uten_merker
from tiltak.fremdrift import fremdrift
from tiltak.models import Maal, Status, Termin


def test_the_list_is_for_the_board_alone(client, termin, redaktoer, styremedlem):
    uten_innlogging = client.get("/tiltak/")
    client.force_login(redaktoer)
    som_redaktoer = client.get("/tiltak/")
    client.force_login(styremedlem)
    som_styremedlem = client.get("/tiltak/")

    assert (uten_innlogging.status_code, uten_innlogging["Location"]) == (302, "/logg-inn/?next=/tiltak/")
    assert (som_redaktoer.status_code, som_styremedlem.status_code) == (403, 200)


def test_the_list_shows_every_measure_in_the_plans_order_with_the_years_terminer(inne, plan, maal, tiltak):
    annet_maal = Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Politisk innflytelse")
    sist = lag_tiltak(annet_maal, "1.2a")
    uten = lag_tiltak(maal, "1.1b")
    lag_termin(tiltak, "2025")
    i_2026 = lag_termin(tiltak, "2026")
    maaneder = lag_maaneder(sist)

    svar = inne.get("/tiltak/?aar=2026")

    rader = [(rad.maal, [(ett, ett.viste) for ett in rad.tiltak]) for rad in svar.context["oversikt"].maal]
    assert rader == [(maal, [(tiltak, [i_2026]), (uten, [])]), (annet_maal, [(sist, maaneder)])]
    assertContains(svar, 'class="terminer mange"', count=1)


@pytest.mark.parametrize(
    ("adresse", "aar"),
    [
        ("/tiltak/", 2026),
        ("/tiltak/?aar=2027", 2027),
        ("/tiltak/?aar=1999", 2025),
        ("/tiltak/?aar=9999", 2028),
        ("/tiltak/?aar=i fjor", 2026),
        (f"/tiltak/?aar={'9' * 5000}", 2026),
    ],
)
def test_the_year_is_the_one_asked_for_within_the_plan(inne, plan, i_dag, adresse, aar):
    svar = inne.get(adresse)

    assert (svar.status_code, svar.context["aar"]) == (200, aar)


def test_after_the_plans_period_its_last_year_is_shown(inne, db):
    lag_plan(fra=date(2010, 1, 1), til=date(2013, 12, 31))

    assert inne.get("/tiltak/").context["aar"] == 2013


def test_without_a_plan_the_list_says_so(inne, db):
    assertContains(inne.get("/tiltak/"), "Ingen plan ennå")


def test_list_header_and_total_show_the_same_figures(inne, plan, maal, tiltak, i_dag):
    annet_maal = Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Politisk innflytelse")
    lag_maaneder(lag_tiltak(annet_maal, "1.2a"))
    lag_termin(tiltak, "2026-a", status=Status.GJENNOMFOERT, utfoert=date(2026, 5, 1))
    lag_termin(tiltak, "2026-b", siste=date(2026, 1, 31), status=Status.UTSATT, utsatt_til=date(2026, 3, 1))
    lag_termin(tiltak, "2024", utenfor=True)

    svar = inne.get("/tiltak/")

    i_aaret = Termin.objects.i_figurene().frist_i(date(2026, 1, 1), date(2026, 12, 31))
    vist = svar.context["oversikt"]
    assert {rad.maal.pk: rad.tall.figurer.i_ord for rad in vist.maal} == {
        maal.pk: "2 frister: 1 gjennomført og 1 utsatt",
        annet_maal.pk: "12 frister: 12 mangler vurdering",
    }
    assert {tall.stilling: tall.antall for tall in vist.tall.figurer.tall} == fremdrift(plan, i_dag).telling(aar=2026)
    assert [len(ett.viste) for rad in vist.maal for ett in rad.tiltak] == [2, 12]
    assert vist.tall.figurer.frist == sum(rad.tall.figurer.frist for rad in vist.maal) == i_aaret.count() == 14
    assert vist.tall.forfalt == sum(rad.tall.forfalt for rad in vist.maal) == i_aaret.forfalt(i_dag).count() == 6
    assertContains(svar, "14 frister: 1 gjennomført, 1 utsatt og 12 mangler vurdering")


def test_what_is_overdue_and_what_comes_is_summed_up_for_the_whole_plan(inne, tiltak, i_dag):
    forfalt = lag_termin(tiltak, "2025")
    kommer = lag_termin(tiltak, "2026", siste=i_dag + timedelta(weeks=8))
    lag_termin(tiltak, "2026-senere", siste=i_dag + timedelta(weeks=8, days=1))

    svar = inne.get("/tiltak/")

    haster = svar.context["oversikt"].haster
    assert (haster.forfalt, haster.kommer) == ([forfalt], [kommer])
    assertContains(svar, f'href="/tiltak/?aar=2025#termin-{forfalt.pk}"')


def test_what_is_outside_the_period_stands_at_the_end_and_in_no_figure(inne, tiltak):
    utenfor = lag_termin(tiltak, "2024", utenfor=True)

    svar = inne.get("/tiltak/")

    vist = svar.context["oversikt"]
    assert (vist.utenfor, vist.tall.figurer.frist, vist.haster.forfalt) == ([utenfor], 0, [])
    assertContains(svar, '<span class="merke">utenfor perioden</span>', html=True)


@pytest.mark.parametrize(
    ("verdier", "ord_"),
    [
        ({"siste": date(2026, 6, 14)}, "Forfalt"),
        ({"siste": date(2026, 6, 14)}, "Ikke startet, fristen var 14. juni 2026."),
        ({"anslag": True}, "anslag: dagen er ikke satt"),
        ({"til_bekreftelse": True}, "fristen er til bekreftelse"),
        ({"fra_tidligere_frist": True}, "fra tidligere frist"),
        ({"kan_forfalle": False}, "kan ikke forfalle"),
        ({"kan_forfalle": False, "loepende": True, "status": Status.PAAGAAR}, "løpende, kan ikke forfalle"),
        ({"status": Status.UTSATT, "utsatt_til": date(2026, 9, 1)}, "Utsatt til 1. september 2026."),
        ({"status": Status.GJENNOMFOERT, "utfoert": date(2026, 5, 3)}, "Gjort 3. mai 2026."),
        ({"presisjon": "moete", "siste": date(2026, 8, 14)}, "Frist 14. august 2026."),
        ({"anslag": True, "siste": date(2026, 8, 14)}, "Frist 14. august 2026 (anslag)."),
        ({"anslag": True, "siste": date(2026, 6, 14)}, "Ikke startet, fristen var 14. juni 2026 (anslag)."),
    ],
)
def test_how_a_termin_stands_is_said_in_words(inne, tiltak, i_dag, verdier, ord_):
    lag_termin(tiltak, **verdier)

    assert ord_ in uten_merker(inne.get("/tiltak/").content.decode())


def test_a_code_that_stands_twice_is_cited_by_number(inne, maal):
    for _ in range(2):
        lag_termin(lag_tiltak(maal, "1.1d"))

    svar = inne.get("/tiltak/")

    assert [ett.sitert_kode for rad in svar.context["oversikt"].maal for ett in rad.tiltak] == ["1.1d (1)", "1.1d (2)"]
    assertContains(svar, "1.1d (2)</a>")


def test_wording_comes_out_as_itself(inne, maal):
    lag_termin(lag_tiltak(maal, "1.1b", "Skrive <script>alert(1)</script> & mer"), merknad="<b>fett</b>")

    svar = inne.get("/tiltak/?aar=2026")

    assertContains(svar, "Skrive &lt;script&gt;alert(1)&lt;/script&gt; &amp; mer")
    assertContains(svar, "&lt;b&gt;fett&lt;/b&gt;")
    assertNotContains(svar, "<script>alert")


def test_a_phrase_that_is_not_understood_is_said_to_be_so(inne, tiltak):
    assertContains(inne.get("/tiltak/"), "fristen er ikke forstått, sekretæren setter den")


@pytest.mark.parametrize("antall", [1, 10])
def test_the_list_costs_the_same_for_any_size(inne, plan, antall, django_assert_max_num_queries):
    lag_mange(plan, antall)

    with django_assert_max_num_queries(8):
        svar = inne.get("/tiltak/?aar=2026")

    assert len(svar.context["oversikt"].maal) == antall
