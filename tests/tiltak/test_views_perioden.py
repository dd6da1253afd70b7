"""The page about the period, its PDF and the picture as a file: who gets what, at what cost, of any plan at all."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests.pdfminne import lag_pdf
from tests.pdfsjekk import feil
from tests.tiltak.conftest import lag_mange, lag_plan, lag_termin, lag_tiltak, uten_merker
from tests.tiltak.rapport.eksempel import bare_tegn, sidetekster
from tiltak.models import Dokumentfil, Maal

SIDEN, PDF, SVG = "/tiltak/perioden/", "/tiltak/perioden/perioden.pdf", "/tiltak/perioden/perioden.svg"
I_SVG = "{http://www.w3.org/2000/svg}"
LANGT = "Muligheter for deltakelse, opplæring og påvirkning i fylkeslaget for alle medlemmer i alle lokallag hele året"


def ordene(svg):
    return [tekst.text for tekst in ElementTree.fromstring(svg).iter(f"{I_SVG}text")]


@pytest.mark.parametrize(
    ("adresse", "spoersmaal"), [(SIDEN, 5), (PDF, 7), (SVG, 6)]
)  # files with their line in the trail
@pytest.mark.parametrize("antall", [1, 40])
def test_it_costs_the_same_for_any_size(inne, plan, antall, adresse, spoersmaal, django_assert_num_queries):
    lag_mange(plan, antall)
    inne.get(adresse)  # a PDF is made, and costs one more to fetch

    with django_assert_num_queries(spoersmaal):
        assert inne.get(adresse).status_code == 200


def test_without_a_plan_the_page_says_so_and_there_is_no_file(inne, db):
    assertContains(inne.get(SIDEN), "Ingen plan ennå")
    assert [inne.get(adresse).status_code for adresse in (PDF, SVG)] == [404, 404]


def test_a_plan_without_due_dates_says_so_and_draws_nothing(inne, plan, maal, tiltak):
    lag_termin(tiltak, "2024", utenfor=True)

    svar = inne.get(SIDEN)

    assertContains(svar, "Planen har ingen frister i perioden ennå")
    assertNotContains(svar, "<svg")
    assertNotContains(svar, PDF)
    assert [inne.get(adresse).status_code for adresse in (PDF, SVG)] == [404, 404]


def test_the_list_leads_to_the_page_and_the_page_to_the_list_of_each_year(inne, plan, maal, termin, i_dag):
    assertContains(inne.get("/tiltak/"), f'href="{SIDEN}"')
    svar = inne.get(SIDEN)
    for aar in plan.aar:
        assertContains(svar, f'<a href="/tiltak/?aar={aar}">{aar}</a>', html=True)
    assertContains(svar, f'href="/tiltak/?aar=2026#maal-{maal.pk}"')
    assertContains(inne.get("/tiltak/?aar=2026"), f'id="maal-{maal.pk}"')


def test_every_picture_has_a_name_a_description_and_no_style_of_its_own(inne, plan, termin):
    html = inne.get(SIDEN).content.decode()

    bilder = [ElementTree.fromstring(bilde) for bilde in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]

    assert [bilde.get("role") for bilde in bilder] == ["img", "img"]
    for bilde in bilder:
        tittel, om = bilde.find(f"{I_SVG}title"), bilde.find(f"{I_SVG}desc")
        assert (bilde.get("aria-labelledby"), bilde.get("aria-describedby")) == (tittel.get("id"), om.get("id"))
        assert "1 frist: 1 gjenstår." in tittel.text
    ider = re.findall(r'\bid="([^"]*)"', html)
    assert len(ider) == len(set(ider))
    assert "style=" not in html
    assert html.count('class="rulle" role="region"') == html.count('tabindex="0"') == 2


def test_a_goal_taken_out_is_told_of_while_it_has_numbers_and_else_not(inne, plan, maal, termin):
    maal.utgaatt = date(2026, 5, 1)
    maal.save()
    Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Borte", utgaatt=date(2026, 5, 1))

    svar = inne.get(SIDEN)

    assertContains(svar, "1.1 Tydelig politisk stemme (ute av planen)")
    assertNotContains(svar, "1.2 Borte")


def test_a_long_heading_is_short_in_the_picture_and_whole_in_the_tables(inne, plan, maal, termin):
    maal.overskrift = LANGT
    maal.save()

    html = inne.get(SIDEN).content.decode()

    i_bildene = " ".join(re.findall(r"<svg.*?</svg>", html, re.DOTALL))
    assert LANGT not in uten_merker(i_bildene)
    assert "…" in i_bildene
    assert uten_merker(html).count(f"1.1 {LANGT}") == 2
    assert bare_tegn("".join(sidetekster(inne.get(PDF).content))).count(bare_tegn(LANGT)) == 2


def test_the_file_is_a_picture_that_stands_alone_whatever_is_stored(inne, plan, maal, termin, i_dag):
    plan.tittel = 'Plan <&> "2025"'
    plan.save()
    Maal.objects.update(overskrift="Sterk\x07 & <b>tydelig</b>\u202e")

    svar = inne.get(SVG)

    assert svar.headers["Content-Type"] == "image/svg+xml"
    assert svar.headers["Content-Disposition"] == 'attachment; filename="perioden.svg"'
    assert ordene(svar.content)[:2] == ['Plan <&> "2025"', "Slik det sto 15. juni 2026"]
    assert "1.1 Sterk & <b>tydelig</b>" in ordene(svar.content)
    assert inne.get(SIDEN).status_code == 200
    assert feil(inne.get(PDF).content) == []


@pytest.mark.parametrize("adresse", [PDF, SVG])
def test_a_file_is_kept_by_the_reader_alone_and_made_anew_only_when_a_number_changes(
    inne, plan, termin, styremedlem, adresse
):
    foerste = inne.get(adresse)
    igjen = inne.get(adresse, headers={"If-None-Match": foerste.headers["ETag"]})
    termin.sett_status("gjennomfoert", av=styremedlem, versjon=1, utfoert=timezone.localdate())
    endret = inne.get(adresse, headers={"If-None-Match": foerste.headers["ETag"]})

    assert (foerste.headers["Cache-Control"], igjen.status_code, endret.status_code) == ("private, no-store", 304, 200)


def test_the_same_numbers_give_the_same_bytes(inne, plan, termin):
    foerste = inne.get(PDF).content
    lag_pdf.cache_clear()
    Dokumentfil.objects.all().delete()

    assert inne.get(PDF).content == foerste


@pytest.mark.svarene
@pytest.mark.parametrize(
    ("fra", "til", "bilder"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), ["2026"]),
        (date(2025, 7, 1), date(2029, 6, 30), ["2025–2029"]),
        (date(2025, 1, 1), date(2032, 12, 31), ["2025–2028", "2029–2032"]),
    ],
    ids=["one year", "from mid-year", "eight years"],
)
def test_any_period_is_drawn_in_pieces_that_can_be_read(inne, db, i_dag, caplog, fra, til, bilder):
    plan = lag_plan(fra=fra, til=til)
    tiltak = lag_tiltak(Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst"), "1a")
    for aar in plan.aar:
        lag_termin(tiltak, str(aar), siste=date(aar, 12, 31) if aar < 2029 else date(aar, 6, 1))

    svar = inne.get(SIDEN)

    assert [del_.nett.navn for del_ in svar.context["side"].deler] == bilder
    assert svar.context["side"].nett.sum.sum == len(plan.aar)
    assert feil(inne.get(PDF).content) == []
    assert [linje.getMessage() for linje in caplog.records if linje.levelname != "DEBUG"] == []


@pytest.mark.svarene
def test_a_hundred_goals_are_drawn_whole_on_screen_and_paper(inne, plan, i_dag):
    lag_mange(plan, 100)

    side = inne.get(SIDEN).context["side"]
    dokumentet = inne.get(PDF).content

    [del_] = side.deler
    assert [len(bilde.rader) for bilde in del_.bilder] == [17, 17, 17, 17, 17, 16]
    assert feil(dokumentet) == []
    skrevet = bare_tegn("".join(sidetekster(dokumentet)))
    assert [nr for nr in range(100, 200) if bare_tegn(f"{nr} Mål {nr}") not in skrevet] == []
