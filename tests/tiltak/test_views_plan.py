"""The plan to read: everything in it, in its order and wording, for everybody."""

import re
from collections import Counter
from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_mange, lag_plan, lag_tiltak, uten_merker
from tiltak.models import Kapittel, Maal, Plan
from tiltak.ordlyd import Endring
from tiltak.utgave import Beslutning, endre_planen


def kapittel(plan, slag, nr, overskrift, *avsnitt):
    """Make a chapter; a paragraph that begins with "- " is a bullet."""
    ett = Kapittel.objects.create(plan=plan, slag=slag, nr=nr, overskrift=overskrift)
    for plass, tekst in enumerate(avsnitt, start=1):
        ett.avsnitt.create(nr=plass, tekst=tekst.removeprefix("- "), punkt=tekst.startswith("- "))
    return ett


@pytest.fixture
def hel_plan(plan):
    """A plan with something of everything."""
    kapittel(plan, "innledning", 1, "Innledning", "Planen er en strategi.", "- Årsmøtet vedtar", "- Styret følger opp")
    kapittel(plan, "visjon", 2, "Visjon 2025–2028", "Et sterkt fylkeslag. Sammen.")
    kapittel(plan, "periodemaal", 3, "Mål for perioden")
    kapittel(plan, "maal", 4, "Mål for perioden")
    kapittel(plan, "avslutning", 5, "Aktivitet", "Faste aktiviteter.")
    kapittel(plan, "avslutning", 6, "Aktivitetsplan")
    plan.periodemaal.create(nr=1, tekst="Økt gjennomslag")
    politikk = Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Politisk mål", motto="Samling")
    stemme = Maal.objects.create(plan=plan, nr=2, nummer="1.1", overskrift="Stemme", forelder=politikk)
    stemme.avsnitt.create(nr=1, tekst="Vi skal være en stemme.")
    lag_tiltak(stemme, "1.1d", "Sikre <script>alert(1)</script> & mer", "Årlig")
    lag_tiltak(stemme, "1.1d", "Gjennomføre vervekampanje", "Hele perioden")
    plan.aktivitetsrader.create(nr=1, maaned="Mai", valgaar="Vårslepp / Valgkampstart", mellomaar="Vårslepp")
    return plan


def ordene(svar):
    html = svar.content.decode()
    return uten_merker(
        " ".join(re.findall(r'<header class="plantittel">.*?</header>|<article.*?</article>', html, re.S))
    )


def test_the_plan_reads_as_it_is_worded_in_its_own_order(client, hel_plan):
    assert ordene(client.get("/plan/")) == " ".join(
        [
            "Innlandet SV Arbeidsplan 2025-2028 Vedtatt. Gjelder 1. januar 2025–31. desember 2028.",
            "Innledning Planen er en strategi. Årsmøtet vedtar Styret følger opp",
            "Visjon 2025–2028 Et sterkt fylkeslag. Sammen.",
            "Mål for perioden Økt gjennomslag",
            "Mål for perioden 1 Politisk mål Lenke til 1 Samling 1.1 Stemme Lenke til 1.1 Vi skal være en stemme.",
            "Tiltak under 1.1 Stemme Kode Tiltak Gjennomføring",
            "1.1d Lenke til 1.1d Sikre &lt;script&gt;alert(1)&lt;/script&gt; &amp; mer Årlig",
            "1.1d Lenke til 1.1d Gjennomføre vervekampanje Hele perioden",
            "Aktivitet Faste aktiviteter.",
            "Aktivitetsplan Faste aktiviteter måned for måned Måned Valgår Mellomår",
            "Mai Vårslepp / Valgkampstart Vårslepp",
        ]
    )


def test_headings_follow_the_tree_and_bullets_are_a_list(client, hel_plan):
    svar = client.get("/plan/")

    html = svar.content.decode()
    assert re.findall(r"<(h[1-6])", html) == ["h1", "h2", "h2", "h2", "h2", "h2", "h3", "h4", "h2", "h2"]
    assertContains(svar, "<ul><li>Årsmøtet vedtar</li><li>Styret følger opp</li></ul>", html=True)


def test_every_goal_and_measure_has_an_address_of_its_own(client, hel_plan):
    html = client.get("/plan/").content.decode()

    navn = re.findall(r'id="([^"]*)"', html)
    numre = ["1", "1.1", "1.1d", "1.1d-2"]
    assert [ett for ett in navn if ett[0] == "1"] == numre
    assert re.findall(r'href="#([^"]*)" data-kopier', html) == numre
    assert len(navn) == len(set(navn))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(navn)


def test_in_the_contents_the_goals_stand_under_the_chapter_that_holds_them(client, hel_plan):
    [innholdet] = re.findall(r'<nav class="innholdsliste".*?</nav>', client.get("/plan/").content.decode(), re.S)

    assert re.sub(r"</?a[^>]*>|\s*\n\s*", "", innholdet.partition("</h2>")[2]) == (
        "<ul><li>Innledning</li><li>Visjon 2025–2028</li><li>Mål for perioden</li>"
        '<li>Mål for perioden<ul><li data-nivaa="1">1 Politisk mål</li><li data-nivaa="2">1.1 Stemme</li></ul></li>'
        "<li>Aktivitet</li><li>Aktivitetsplan</li></ul></nav>"
    )


def test_a_code_that_is_called_like_a_part_of_the_page_has_an_address_of_its_own(client, hel_plan):
    adresser = ["/plan/", f"{hel_plan.get_absolute_url()}per/2026-06-15/"]
    for adresse in adresser:
        for navn in re.findall(r' id="([^"]*)"', client.get(adresse).content.decode()):
            lag_tiltak(hel_plan.maal.last(), navn)

    for adresse in adresser:
        alle = re.findall(r' id="([^"]*)"', client.get(adresse).content.decode())
        assert [navn for navn, antall in Counter(alle).items() if antall > 1] == []


def test_the_body_answerable_is_a_column_where_a_measure_has_one(client, hel_plan):
    tiltak = hel_plan.maal.last().tiltak.first()
    uten = client.get("/plan/")
    tiltak.ansvarlig = "Fylkesstyret"
    tiltak.save()

    assertNotContains(uten, "Ansvarlig")
    assertContains(client.get("/plan/"), '<th scope="col" role="columnheader">Ansvarlig</th>', count=1)


def test_who_follows_a_measure_up_is_not_shown(client, hel_plan, styremedlem):
    hel_plan.maal.last().tiltak.first().foelg_opp(styremedlem, fra=None)

    assertNotContains(client.get("/plan/"), "Kari")


def test_a_plan_without_the_usual_chapters_loses_nothing(client, plan):
    maal = Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst")
    lag_tiltak(maal, "1a", "Verve")
    plan.periodemaal.create(nr=1, tekst="Flere medlemmer")
    plan.aktivitetsrader.create(nr=1, maaned="Mai")

    assert ordene(client.get("/plan/")).endswith(
        "2028. Mål for perioden Flere medlemmer Målene 1 Vekst Lenke til 1 Tiltak under 1 Vekst "
        "Kode Tiltak Gjennomføring 1a Lenke til 1a Verve Årlig "
        "Avslutning Faste aktiviteter måned for måned Måned Valgår Mellomår Mai"
    )


@pytest.mark.parametrize(
    ("felter", "alle", "styret", "sekretaeren"),
    [
        ({"status": Plan.Status.VEDTATT}, 200, 200, 200),
        ({"status": Plan.Status.AVLOEST}, 200, 200, 200),
        ({"status": Plan.Status.FORSLAG, "lagt_ut": True}, 200, 200, 200),
        ({"status": Plan.Status.FORSLAG}, 404, 404, 200),
        ({"status": Plan.Status.UTKAST}, 404, 404, 200),
        ({"status": Plan.Status.UTKAST, "lagt_ut": True}, 404, 404, 200),
    ],
)
def test_a_plan_is_open_when_adopted_or_put_out(client, styremedlem, sekretaer, felter, alle, styret, sekretaeren):
    adresse = lag_plan("ny-plan", **felter).get_absolute_url()
    svar = [client.get(adresse).status_code]
    for bruker in (styremedlem, sekretaer):
        client.force_login(bruker)
        svar.append(client.get(adresse).status_code)

    assert svar == [alle, styret, sekretaeren]


def test_the_plan_in_force_is_the_one_of_today(client, plan):
    lag_plan("gammel", tittel="Gammel plan", fra=date(2021, 1, 1), til=date(2024, 12, 31))

    assert client.get("/plan/").context["plan"] == plan


def test_without_a_plan_the_page_says_so(client, db):
    assertContains(client.get("/plan/"), "Ingen plan ennå")


def test_reading_sets_no_cookie(client, hel_plan):
    client.get("/plan/")
    client.get("/plan/?q=stemme")
    client.get(hel_plan.get_absolute_url())

    assert dict(client.cookies) == {}


def test_a_page_that_is_unchanged_is_not_sent_again(client, hel_plan):
    foerste = client.get("/plan/")
    igjen = client.get("/plan/", headers={"If-None-Match": foerste.headers["ETag"]})
    hel_plan.maal.filter(nummer="1").update(overskrift="Nytt mål")
    endret = client.get("/plan/", headers={"If-None-Match": foerste.headers["ETag"]})

    assert (igjen.status_code, igjen.content, endret.status_code) == (304, b"", 200)
    assert foerste.headers["Cache-Control"] == "no-cache"


def test_a_measure_without_a_code_can_be_linked_to(client, plan):
    lag_tiltak(Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst"), "", "Verve")

    assertContains(client.get("/plan/"), '<a class="hit" href="#tiltak-2" data-kopier>', count=1)


@pytest.mark.parametrize(
    ("felter", "sagt"),
    [
        ({"status": "utkast"}, "Utkast."),
        ({"status": "utkast", "undertittel": "Forslag til årsmøtet"}, "Utkast. Forslag til årsmøtet."),
        ({"status": "forslag", "undertittel": "Forslag til årsmøtet"}, "Forslag til årsmøtet."),
        ({"status": "forslag"}, "Forslag."),
        ({"status": "vedtatt", "undertittel": "Forslag til årsmøtet"}, "Vedtatt."),
        ({"status": "vedtatt", "vedtatt_dag": date(2025, 3, 1)}, "Vedtatt 1. mars 2025."),
        ({"status": "avloest", "vedtatt_dag": date(2025, 3, 1)}, "Avløst. Vedtatt 1. mars 2025."),
    ],
)
def test_the_plan_says_how_far_it_has_come(db, felter, sagt):
    assert lag_plan(**felter).tilstand_i_ord() == sagt


def test_an_adopted_plan_says_when_it_was_last_changed(plan, sekretaer):
    plan.vedtatt_dag = date(2025, 3, 1)
    plan.save()
    with endre_planen(plan, Beslutning("arsmotet", date(2026, 4, 12), "Ny vekst", sekretaer)) as logg:
        logg.skriv(plan, Endring("tittel", "Før", "Etter"))

    assert plan.tilstand_i_ord() == "Vedtatt 1. mars 2025. Sist endret 12. april 2026."


@pytest.mark.parametrize("antall", [1, 10])
def test_the_plan_costs_the_same_for_any_size(client, sekretaer, plan, antall, django_assert_num_queries):
    lag_mange(plan, antall)
    with django_assert_num_queries(8):
        client.get("/plan/")
    client.force_login(sekretaer)

    with django_assert_num_queries(15):
        svar = client.get("/plan/")

    assertContains(svar, "Gjøre noe sammen", count=2 * antall)
