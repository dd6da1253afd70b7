"""The measures' pages: the list, one measure, and a termin's status set in place, alone and together."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateNotUsed, assertTemplateUsed

from arbeidsplan.models import Bruker
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_maaneder, lag_mange, lag_plan, lag_termin, lag_tiltak
from tiltak.models import Maal, Plan, Status, Termin
from tiltak.oversikt import oversikt

HTMX = {"HX-Request": "true"}


@pytest.fixture
def i_dag(monkeypatch):
    """Today is 15 June 2026."""
    dag = date(2026, 6, 15)
    monkeypatch.setattr(timezone, "localdate", lambda tid=None, zone=None: dag if tid is None else tid.date())
    return dag


@pytest.fixture
def inne(client, styremedlem):
    client.force_login(styremedlem)
    return client


def felter(termin, **andre):
    """What the form sends."""
    sendt = {"status": Status.PAAGAAR, "utfoert": "", "utsatt_til": "", "merknad": "", "versjon": termin.versjon}
    return sendt | andre


def logg(termin):
    return list(termin.logg.order_by("pk").values_list("status", "utfoert", "utsatt_til", "merknad"))


def uten_merker(html):
    """The words of the page, with white space as one space."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def antall_spoerringer(capture):
    overgang = ("SAVEPOINT", "RELEASE", "BEGIN", "ROLLBACK", "COMMIT")
    return sum(not spoerring["sql"].startswith(overgang) for spoerring in capture)


# The list


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
    lag_termin(tiltak, "2026-b", status=Status.UTSATT, utsatt_til=date(2026, 3, 1))
    lag_termin(tiltak, "2024", utenfor=True)

    svar = inne.get("/tiltak/")

    i_aaret = Termin.objects.i_aaret(plan, 2026)
    vist = svar.context["oversikt"]
    assert {rad.maal.pk: rad.tall.figurer.i_ord for rad in vist.maal} == {
        maal.pk: "2 frister: 1 gjennomført og 1 utsatt",
        annet_maal.pk: "12 frister: 12 mangler vurdering",
    }
    assert {tall.stilling: tall.antall for tall in vist.tall.figurer.tall} == i_aaret.telling()
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
        ({"anslag": True}, "anslag: møtet er ikke satt"),
        ({"til_bekreftelse": True}, "fristen er til bekreftelse"),
        ({"fra_tidligere_frist": True}, "fra tidligere frist"),
        ({"kan_forfalle": False}, "kan ikke forfalle"),
        ({"kan_forfalle": False, "loepende": True, "status": Status.PAAGAAR}, "løpende, kan ikke forfalle"),
        ({"status": Status.UTSATT, "utsatt_til": date(2026, 9, 1)}, "Utsatt til 1. september 2026."),
        ({"status": Status.GJENNOMFOERT, "utfoert": date(2026, 5, 3)}, "Gjort 3. mai 2026."),
        ({"presisjon": "moete", "siste": date(2026, 8, 14)}, "Frist 14. august 2026."),
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


# Setting a status


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
    assert (svar.context["maalets_tall"], svar.context["tall"]) == (vist.maal[0].tall, vist.tall)
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

    assertContains(svar, 'id="logg" hx-swap-oob="true"')
    assertContains(svar, "<blockquote>I gang</blockquote>")


@pytest.mark.parametrize(
    ("fra", "tilbake"),
    [
        ("liste", "/tiltak/?aar=2026#termin-{pk}"),
        ("tiltak", "/tiltak/{tiltak}/#termin-{pk}"),
        ("forside", "/"),
        ("//annet.example", "/tiltak/?aar=2026#termin-{pk}"),
        ("", "/tiltak/?aar=2026#termin-{pk}"),
    ],
)
def test_without_javascript_it_goes_back_to_where_one_came_from(inne, termin, fra, tilbake):
    svar = inne.post(termin.get_absolute_url(), felter(termin, fra=fra))

    assert (svar.status_code, svar["Location"]) == (302, tilbake.format(pk=termin.pk, tiltak=termin.tiltak_id))
    assertContains(inne.get("/tiltak/"), "Lagret: 1.1a 2026: Pågår.")


def test_the_form_opens_in_place_and_on_a_page_of_its_own(inne, termin):
    i_listen = inne.get(f"{termin.get_absolute_url()}?fra=liste", headers=HTMX)
    paa_egen_side = inne.get(termin.get_absolute_url())

    for svar in (i_listen, paa_egen_side):
        assertTemplateUsed(svar, "tiltak/_statusform.html")
    assertTemplateNotUsed(i_listen, "base.html")
    assertContains(i_listen, '<input type="hidden" name="fra" value="liste">')
    assertContains(i_listen, f'hx-post="{termin.get_absolute_url()}"')
    assertTemplateUsed(paa_egen_side, "base.html")
    assertNotContains(paa_egen_side, "hx-post")  # saved there, it goes back to where one came from


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


@pytest.mark.parametrize("fra", ["liste", "tiltak", ""])
@pytest.mark.parametrize("antall", [1, 10])
def test_a_save_costs_at_most_eight_queries(inne, plan, termin, fra, antall, django_assert_max_num_queries):
    lag_mange(plan, antall)

    with django_assert_max_num_queries(100) as capture:
        svar = inne.post(termin.get_absolute_url(), felter(termin, fra=fra), headers=HTMX)

    assert svar.context["lagret"]
    assert antall_spoerringer(capture) <= 8


# What is not accepted


GALT = [
    ({"status": "ferdig"}, "status", "Velg en av statusene i listen."),
    ({"status": ""}, "status", "Velg en status."),
    ({"status": "gjennomfoert", "utfoert": "9999-12-31"}, "utfoert", "Skriv en dag mellom 2000 og 2099."),
    ({"status": "gjennomfoert", "utfoert": "0001-01-01"}, "utfoert", "Skriv en dag mellom 2000 og 2099."),
    ({"status": "gjennomfoert", "utfoert": "i går"}, "utfoert", "Skriv dagen slik: 31.12.2026."),
    ({"status": "gjennomfoert", "utfoert": "2026-02-30\0"}, "utfoert", "Skriv dagen slik: 31.12.2026."),
    (
        {"status": "gjennomfoert", "utfoert": "2026-06-16"},
        "utfoert",
        "Dagen har ikke vært ennå. Skriv den dagen det ble gjort.",
    ),
    ({"status": "utsatt"}, "utsatt_til", "Skriv dagen det er utsatt til."),
    (
        {"status": "utsatt", "utsatt_til": "2026-06-14"},
        "utsatt_til",
        "Dagen har vært. Velg 15. juni 2026 eller senere.",
    ),
    ({"status": "utsatt", "utsatt_til": "9999-01-01"}, "utsatt_til", "Skriv en dag mellom 2000 og 2099."),
    ({"status": "utgaar", "merknad": ""}, "merknad", "Skriv grunnen til at statusen er «Utgår»."),
    (
        {"status": "ikke_gjennomfoert", "merknad": "\u200b\0 "},
        "merknad",
        "Skriv grunnen til at statusen er «Ikke gjennomført».",
    ),
    ({"merknad": "a" * 100_000}, "merknad", "Teksten er på 100000 tegn. Kort den ned til 5000."),
    ({"versjon": ""}, "versjon", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
    ({"versjon": "en"}, "versjon", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
    ({"versjon": 2**64}, "versjon", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
    ({"versjon": 0}, "versjon", "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."),
]


@pytest.mark.parametrize(("galt", "felt", "melding"), GALT)
@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "uten"])
def test_bad_input_is_told_by_the_field_and_nothing_is_stored(inne, termin, i_dag, galt, felt, melding, headers):
    sendt = felter(termin, merknad="Det jeg skrev") | galt

    svar = inne.post(termin.get_absolute_url(), sendt, headers=headers)

    assert (svar.status_code, svar.context["form"].errors) == (200, {felt: [melding]})
    assertContains(svar, melding)
    assertContains(svar, sendt["merknad"])
    assert (logg(termin), Termin.objects.get().versjon) == ([], 1)


def test_control_characters_are_cleaned_away_before_the_length_is_judged(inne, termin):
    svar = inne.post(termin.get_absolute_url(), felter(termin, merknad="\0\x07" * 5000 + "Ring\r\nKari\u202e"))

    assert svar.status_code == 302
    assert logg(termin) == [("paagaar", None, None, "Ring\nKari")]


def test_a_norwegian_date_is_read_too(inne, termin):
    inne.post(termin.get_absolute_url(), felter(termin, status=Status.DELVIS, utfoert="3.6.2026"))

    assert logg(termin) == [("delvis", date(2026, 6, 3), None, "")]


def test_words_can_be_added_to_what_was_put_off_to_a_day_that_has_passed(inne, tiltak, i_dag):
    termin = lag_termin(tiltak, status=Status.UTSATT, utsatt_til=date(2026, 3, 1))
    sendt = felter(termin, status=Status.UTSATT, utsatt_til="2026-03-01", merknad="Fortsatt ikke")

    inne.post(termin.get_absolute_url(), sendt)

    assert logg(termin) == [("utsatt", None, date(2026, 3, 1), "Fortsatt ikke")]


# Two at once


@pytest.fixture
def lagret_av_andre(termin, sekretaer):
    """The termin as it was read, and then saved by the secretary."""
    lest = Termin.objects.get(pk=termin.pk)
    termin.sett_status(
        Status.GJENNOMFOERT, av=sekretaer, versjon=1, utfoert=date(2026, 6, 1), merknad="Holdt på Lillehammer"
    )
    return lest


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "uten"])
def test_a_save_on_top_of_a_newer_one_is_refused_and_shows_both_texts(inne, lagret_av_andre, headers):
    svar = inne.post(
        lagret_av_andre.get_absolute_url(), felter(lagret_av_andre, merknad="Holdt på Hamar"), headers=headers
    )

    ordene = uten_merker(svar.content.decode())
    assert "Ola Sekretær lagret dette i mellomtiden." in ordene
    assert "Gjennomført Gjort 1. juni 2026." in ordene
    assertContains(svar, "<blockquote>Holdt på Lillehammer</blockquote>")
    assertContains(svar, "Holdt på Hamar</textarea>")
    assertContains(svar, 'name="versjon" value="2"')
    assert logg(lagret_av_andre) == [("gjennomfoert", date(2026, 6, 1), None, "Holdt på Lillehammer")]


def test_mine_can_be_saved_on_top_knowingly_and_the_log_has_both(inne, lagret_av_andre):
    inne.post(lagret_av_andre.get_absolute_url(), felter(lagret_av_andre, merknad="Holdt på Hamar", versjon=2))

    assert logg(lagret_av_andre) == [
        ("gjennomfoert", date(2026, 6, 1), None, "Holdt på Lillehammer"),
        ("paagaar", None, None, "Holdt på Hamar"),
    ]


def test_both_texts_can_be_joined_and_looked_over_before_they_are_saved(inne, lagret_av_andre):
    sendt = felter(lagret_av_andre, merknad="Holdt på Hamar", versjon=2, slaa_sammen="1")

    svar = inne.post(lagret_av_andre.get_absolute_url(), sendt, headers=HTMX)

    assert svar.context["form"]["merknad"].value() == "Holdt på Lillehammer\n\nHoldt på Hamar"
    assertContains(svar, 'name="versjon" value="2"')
    assert len(logg(lagret_av_andre)) == 1


def test_the_same_form_sent_twice_is_saved_once_and_scares_nobody(inne, termin):
    sendt = felter(termin, status=Status.GJENNOMFOERT, merknad="Holdt på Hamar")

    foerste, andre = (inne.post(termin.get_absolute_url(), sendt, headers=HTMX) for _ in range(2))

    assert foerste.content == andre.content
    assert logg(termin) == [("gjennomfoert", timezone.localdate(), None, "Holdt på Hamar")]


# One measure


def test_a_measures_page_shows_it_whole_and_its_log_with_who_and_when(inne, termin, tiltak, sekretaer):
    tiltak.ansvarlig = "AU"
    tiltak.save()
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, merknad="I gang & godt <i>videre</i>")
    termin.sett_status(Status.GJENNOMFOERT, av=None, versjon=2, utfoert=date(2026, 6, 3))
    lag_termin(tiltak, "2025")

    svar = inne.get(tiltak.get_absolute_url())

    ordene = uten_merker(svar.content.decode())
    for ord_ in ("Revidere kommunikasjonsstrategi", "1.1 Tydelig politisk stemme", "AU", "Årlig", "Ola Sekretær"):
        assert ord_ in ordene
    assert "Gjennomført 2026 Gjort 3. juni 2026. Tidligere bruker" in ordene
    assertContains(svar, "<blockquote>I gang &amp; godt &lt;i&gt;videre&lt;/i&gt;</blockquote>")
    assert [linje.status for linje in svar.context["logg"]] == ["gjennomfoert", "paagaar"]
    assert [ett.etikett for ett in svar.context["terminer"]] == ["2025", "2026"]


def test_the_rule_behind_the_phrase_is_told_in_words(inne, tiltak):
    aar = {"slag": "hvert", "aar": []}
    tiltak.frist.regel = {
        "ledd": [{"deler": [{"slag": "maaned", "nr": 3}], "aar": aar}],
        "loepende": False,
        "ved_behov": False,
        "til_bekreftelse": False,
    }
    tiltak.frist.save()

    assertContains(inne.get(tiltak.get_absolute_url()), "I mars, hvert år.")


def test_a_board_member_takes_a_measure_on_and_lets_go_of_it(inne, tiltak, styremedlem):
    tatt = inne.post(tiltak.get_absolute_url(), {"handling": "foelg_opp", "fra": ""})
    tiltak.refresh_from_db()
    foelges_av = tiltak.foelges_opp_av
    sluppet = inne.post(tiltak.get_absolute_url(), {"handling": "slipp"})
    tiltak.refresh_from_db()

    assert (foelges_av, tiltak.foelges_opp_av) == (styremedlem, None)
    assert tatt["Location"] == sluppet["Location"] == tiltak.get_absolute_url()


def test_taking_over_says_from_whom(inne, tiltak, styremedlem, sekretaer):
    tiltak.foelg_opp(sekretaer, fra=None)

    vist = inne.get(tiltak.get_absolute_url())
    inne.post(tiltak.get_absolute_url(), {"handling": "foelg_opp", "fra": sekretaer.pk})
    tiltak.refresh_from_db()

    assertContains(vist, "Tar du over, står du der i stedet for Ola Sekretær.")
    assert tiltak.foelges_opp_av == styremedlem


@pytest.mark.parametrize("sendt", [{"handling": "foelg_opp", "fra": ""}, {"handling": "slipp"}, {"fra": "9" * 5000}])
def test_nobody_is_replaced_unknowingly(inne, tiltak, sekretaer, sendt):
    tiltak.foelg_opp(sekretaer, fra=None)

    svar = inne.post(tiltak.get_absolute_url(), sendt, follow=True)
    tiltak.refresh_from_db()

    assert tiltak.foelges_opp_av == sekretaer
    assertContains(svar, "Nå er det Ola Sekretær som følger opp.")


def test_following_up_wants_the_right_to(client, tiltak, styremedlem, monkeypatch):
    monkeypatch.setattr(Bruker, "rettigheter", {"tiltak.se_status"})
    client.force_login(styremedlem)

    assert client.post(tiltak.get_absolute_url(), {"handling": "foelg_opp", "fra": ""}).status_code == 403
    assertNotContains(client.get(tiltak.get_absolute_url()), "Jeg følger opp")


@pytest.mark.parametrize("antall", [1, 10])
def test_one_measure_costs_the_same_for_any_size(inne, tiltak, styremedlem, antall, django_assert_max_num_queries):
    for termin in [t for aar in range(2025, 2025 + antall) for t in lag_maaneder(tiltak, aar)]:
        bruker = Bruker.objects.create_user(f"{termin.pk}@example.org", roller={Rolle.STYREMEDLEM: None})
        termin.sett_status(Status.PAAGAAR, av=bruker, versjon=1)

    with django_assert_max_num_queries(8):
        svar = inne.get(tiltak.get_absolute_url())

    assert len(svar.context["logg"]) == 12 * antall
