"""Every figure on every page is the one query's."""

import csv
import io
import re
from datetime import date

import pytest
from openpyxl import load_workbook

from tests.pdfsjekk import feil
from tests.tiltak.conftest import lag_maaneder, lag_termin, lag_tiltak, uten_merker
from tests.tiltak.rapport.eksempel import bare_tegn, sidetekster
from tiltak.fremdrift import fremdrift
from tiltak.models import Maal, Rapport, Status, Termin
from tiltak.perioden.klasser import Klasse, klassen
from tiltak.rapport.innhold import rapportinnhold


@pytest.fixture
def alle_slag(plan, maal, tiltak, i_dag):
    """Two goals, with due dates in two years that stand in every way there is."""
    annet = Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Politisk innflytelse")
    lag_maaneder(lag_tiltak(annet, "1.2a"))
    for nr, (status, felter) in enumerate(
        [
            (Status.GJENNOMFOERT, {"utfoert": date(2026, 2, 1)}),
            (Status.DELVIS, {"utfoert": date(2026, 2, 1)}),
            (Status.IKKE_GJENNOMFOERT, {"merknad": "Ingen tid"}),
            (Status.UTGAAR, {"merknad": "Slått sammen"}),
            (Status.UTSATT, {"utsatt_til": date(2026, 9, 1)}),
            (Status.UTSATT, {"utsatt_til": date(2026, 5, 1)}),
            (Status.PAAGAAR, {}),
        ]
    ):
        lag_termin(tiltak, f"2026-{nr}", siste=date(2026, 3, 31), status=status, **felter)
    lag_termin(tiltak, "2025", status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    lag_termin(tiltak, "2028")
    lag_termin(tiltak, "2024", utenfor=True)
    return annet


def test_list_plan_front_page_and_report_show_the_figures_of_one_query(
    inne, plan, maal, tiltak, i_dag, django_assert_num_queries
):
    annet = Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Politisk innflytelse")
    lag_maaneder(lag_tiltak(annet, "1.2a"))
    lag_termin(tiltak, "2026-a", status=Status.GJENNOMFOERT, utfoert=date(2026, 5, 1))
    lag_termin(tiltak, "2026-b", siste=date(2026, 1, 31), status=Status.UTSATT, utsatt_til=date(2026, 3, 1))
    lag_termin(tiltak, "2025", status=Status.IKKE_GJENNOMFOERT, merknad="Ingen tid")
    lag_termin(tiltak, "2026-c", status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    lag_termin(tiltak, "2024", utenfor=True)

    with django_assert_num_queries(1):
        staar = fremdrift(plan, i_dag)

    aarets, alle = staar.tall(aar=2026), staar.tall()
    vist = inne.get("/tiltak/").context["oversikt"]
    paa_planen = inne.get("/plan/?aar=2026").context["plantekst"]
    paa_forsiden = inne.get("/").context["haster"]
    beretningen = rapportinnhold(Rapport.for_aaret(2026), plan, i_dag)
    i_planteksten = list(paa_planen.maal)
    for pk, nr in ((maal.pk, 0), (annet.pk, 1)):
        tall = staar.tall(aar=2026, maal=pk)
        assert vist.maal[nr].tall == i_planteksten[nr].tall == tall
        assert beretningen.maal[nr].figurer == tall.figurer
    assert vist.tall == aarets
    assert beretningen.figurer == aarets.figurer
    assert len(paa_forsiden.forfalt) == len(vist.haster.forfalt) == alle.forfalt == 6
    assert set(paa_forsiden.forfalt) == set(Termin.objects.forfalt(i_dag))
    assert aarets.figurer.frist == 15
    assert alle.figurer.frist == 16
    assert [sum(rad.antall for rad in staar.rader if rad.kvartal == nr) for nr in (1, 2, 3, 4)] == [4, 3, 3, 6]


def test_the_picture_of_the_period_holds_the_rows_of_the_query_and_nothing_else(inne, plan, maal, alle_slag, i_dag):
    staar = fremdrift(plan, i_dag)

    side = inne.get("/tiltak/perioden/").context["side"]

    def talt(pk, kolonne):
        antall = dict.fromkeys(Klasse, 0)
        for rad in staar.rader:
            if (rad.maal, rad.aar, rad.kvartal) == (pk, kolonne.aar, kolonne.kvartal):
                antall[klassen(rad.stilling, rad.sen)] += rad.antall
        return tuple(antall.values())

    kolonner = side.nett.kolonner
    assert [(kolonne.aar, kolonne.kvartal) for kolonne in kolonner] == [
        (aar, kvartal) for aar in plan.aar for kvartal in (1, 2, 3, 4)
    ]
    assert [[celle.antall for celle in rad.celler] for rad in side.nett.rader[:-1]] == [
        [talt(pk, kolonne) for kolonne in kolonner] for pk in (maal.pk, alle_slag.pk)
    ]
    alle = staar.tall()
    assert side.nett.sum.antall == side.nett.rader[-1].sum.antall == (1, 1, 10, 7, 2)
    assert side.nett.sum.sum == alle.figurer.frist == 21
    assert side.nett.sum.av(Klasse.FORFALT) == alle.forfalt
    # What is drawn is what is counted: in the wide pictures, and in those for a phone.
    for bilder in ([bilde for del_ in side.deler for bilde in del_.bilder], side.smale):
        striper = [stripe for bilde in bilder for rad in bilde.rader if not rad.er_sum for stripe in rad.striper]
        tegnet = {klasse: sum(ett.antall for ett in striper if ett.klasse is klasse) for klasse in Klasse}
        assert tuple(tegnet.values()) == side.nett.sum.antall


def test_progress_by_goal_and_year_is_the_figures_of_the_list(inne, plan, maal, alle_slag, i_dag):
    staar = fremdrift(plan, i_dag)

    side = inne.get("/tiltak/perioden/").context["side"]

    assert side.aarene == tuple(plan.aar)
    assert [rad.pk for rad in side.aarsrader] == [maal.pk, alle_slag.pk]
    for rad in side.aarsrader:
        assert rad.aar == tuple(staar.tall(aar=aar, maal=rad.pk) for aar in plan.aar)
        assert rad.alt == staar.tall(maal=rad.pk)
    assert side.sum.aar == tuple(staar.tall(aar=aar) for aar in plan.aar)
    assert side.sum.alt == staar.tall()
    for nr, aar in enumerate(plan.aar):
        liste = inne.get(f"/tiltak/?aar={aar}").context["oversikt"]
        assert liste.tall == side.sum.aar[nr]
        assert {rad.maal.pk: rad.tall for rad in liste.maal} == {rad.pk: rad.aar[nr] for rad in side.aarsrader}


def celler(tabell):
    rader = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", rad, re.DOTALL) for rad in tabell.split("<tr")[1:])
    return [[uten_merker(celle).replace("\u00a0", " ") for celle in rad] for rad in rader]


def test_the_pages_tables_the_file_and_the_pdf_say_the_same_numbers(inne, plan, maal, alle_slag, i_dag):
    svar = inne.get("/tiltak/perioden/")
    side, html = svar.context["side"], svar.content.decode()
    kvartalene, aarene = (celler(tabell) for tabell in re.findall(r"<table.*?</table>", html, re.DOTALL))

    assert kvartalene[2:] == [
        [rad.navn, *(celle.i_ord.replace("\u00a0", " ") for celle in (*rad.celler, rad.sum))]
        for rad in side.nett.rader
    ]
    assert aarene == [
        ["Mål", "2025", "2026", "2027", "2028", "Hele perioden"],
        ["1.1 Tydelig politisk stemme", "0 av 1", "1 av 7", "ingen", "0 av 1", "1 av 9"],
        ["1.2 Politisk innflytelse", "ingen", "0 av 12", "ingen", "ingen", "0 av 12"],
        ["Hele planen", "0 av 1", "1 av 19", "ingen", "0 av 1", "1 av 21"],
    ]
    for tall in (*side.sum.aar, side.sum.alt):
        assert tall.figurer.i_ord in html

    bildet = inne.get("/tiltak/perioden/perioden.svg").content.decode()
    assert f"21 frister: {', '.join(f'{antall} {klasse.ord}' for klasse, antall in side.nett.sum.deler)}." in bildet
    dokumentet = inne.get("/tiltak/perioden/perioden.pdf").content
    assert feil(dokumentet) == []
    skrevet = bare_tegn("".join(sidetekster(dokumentet)))
    for rad in (*kvartalene[2:], *aarene):
        assert bare_tegn("".join(rad)) in skrevet
    for tall in (*side.sum.aar, side.sum.alt):
        assert bare_tegn(tall.figurer.i_ord) in skrevet


def test_the_board_meeting_shows_the_figures_of_the_same_query(inne, plan, maal, tiltak, i_dag):
    lag_maaneder(lag_tiltak(maal, "1.1b"))
    lag_termin(tiltak, "2025", status=Status.UTSATT, utsatt_til=date(2026, 3, 1))
    lag_termin(tiltak, "2026", status=Status.GJENNOMFOERT, utfoert=date(2026, 5, 1))
    lag_termin(tiltak, "2024", utenfor=True)
    staar = fremdrift(plan, i_dag)

    vist = inne.get("/tiltak/styremote/").context["innhold"]

    assert vist.tall == staar.tall(aar=2026)
    [forfalt] = [del_.terminer for del_ in vist.deler if del_.navn == "forfalt"]
    assert forfalt == staar.tall().forfalt == 6
    teksten = " ".join(inne.get("/tiltak/styremote/ark.txt").content.decode().split())
    assert f"2026 har {staar.tall(aar=2026).figurer.i_ord}. 5 av dem forfalt." in teksten


@pytest.mark.parametrize(("spoersmaal", "aar"), [("aar=2026", 2026), ("aar=2025", 2025), ("aar=alle", None)])
def test_the_table_and_its_files_show_the_same_for_a_year_and_for_the_whole_period(
    inne, plan, maal, alle_slag, i_dag, spoersmaal, aar
):
    staar = fremdrift(plan, i_dag)
    alle = [("Hele planen", staar.tall(aar=aar))]
    alle += [(str(ett), staar.tall(aar=aar, maal=ett.pk)) for ett in (maal, alle_slag)]
    ventet = [
        (navn, tall.figurer.frist, *(ett.antall for ett in tall.figurer.tall), tall.forfalt)
        for navn, tall in alle
        if tall.figurer.frist
    ]

    vist = inne.get(f"/tiltak/?{spoersmaal}").context["oversikt"]
    bok = load_workbook(io.BytesIO(inne.get(f"/tiltak/tiltak.xlsx?{spoersmaal}").content))
    i_csv = inne.get(f"/tiltak/tiltak.csv?{spoersmaal}").content.decode("utf-8-sig")

    assert vist.tall == staar.tall(aar=aar)
    assert [rad.tall for rad in vist.maal] == [staar.tall(aar=aar, maal=ett.pk) for ett in (maal, alle_slag)]
    rader = list(bok["Om uttaket"].iter_rows(values_only=True))
    hode = next(nr for nr, rad in enumerate(rader) if rad[0] == "Mål")
    assert rader[hode + 1 :] == ventet
    linjer = list(csv.DictReader(io.StringIO(i_csv, newline=""), delimiter=";"))
    assert len(linjer) == bok["Status"].max_row - 1 == vist.antall_terminer == vist.tall.figurer.frist
    assert sum(linje["Status"] == "Forfalt" for linje in linjer) == vist.tall.forfalt
    assert sum(linje["Status"] == "Gjennomført" for linje in linjer) == vist.tall.figurer.gjennomfoert
