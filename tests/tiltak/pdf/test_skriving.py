"""Tests of the report as a document: whole, tagged, with its own fonts, the same bytes each time, and closed."""

import os
import pickle
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from django.conf import settings
from django.core.management import call_command

from tests.pdfminne import lag_pdf
from tests.pdfsider import skrifter
from tests.pdfsjekk import feil
from tests.pdfstruktur import bokmerker, struktur, type_
from tiltak.models import Plan, Rapport, Termin, Tiltak
from tiltak.pdf import skriving
from tiltak.pdf.bestilling import Bestilling
from tiltak.pdf.skriving import BareEgneFiler, skriv_pdf
from tiltak.rapport.dokument import beretningen
from tiltak.rapport.innhold import rapportinnhold
from tiltak.rapport.utgivelse import UTKAST

from ..rapport.eksempel import GODKJENT, INNHOLD, bare_tegn, med_merknad, sidetekster, ytterst_til_hoeyre

CSV = ("beretning-2025-tiltak.csv",)


def rapport_pdf(innhold, utgivelse=GODKJENT):
    return lag_pdf(beretningen(innhold, utgivelse))


SATT = datetime(2025, 12, 30, 12, tzinfo=UTC)  # the same each time, so that one document serves several tests


def klager(caplog):
    """What WeasyPrint and the font tools have complained of."""
    return [linje.getMessage() for linje in caplog.records if linje.levelname != "DEBUG"]


@pytest.fixture
def rapport_av_hele_planen(db):
    """The real plan, with a status on every other termin of 2025."""
    call_command("loaddata", "innlandet-2025-2028", verbosity=0)
    rapport = Rapport.for_aaret(2025)
    plan = Plan.objects.for_perioden(*rapport.periode)
    terminer = Termin.objects.i_planen(plan).i_figurene().frist_i(*rapport.periode).i_planens_rekkefoelge()
    for termin in list(terminer)[::2]:
        termin.sett_status("gjennomfoert", av=None, versjon=termin.versjon, merknad="Gjort.", tid=SATT)
    return rapportinnhold(rapport, plan, rapport.til)


def test_the_report_on_the_real_plan_is_whole_and_well_formed(rapport_av_hele_planen, caplog):
    innhold = rapport_av_hele_planen

    data = rapport_pdf(innhold)

    assert (feil(data, vedlegg=CSV), klager(caplog)) == ([], [])
    sider = sidetekster(data)
    alt = bare_tegn("".join(sider))
    assert [ett.kode for ett in Tiltak.objects.all() if bare_tegn(ett.tekst) not in alt] == []
    assert [maal.navn for maal in innhold.maal if bare_tegn(maal.navn) not in alt] == []
    assert "2.3d(1)" in alt
    assert "2.3d(2)" in alt
    # The title page comes first and has no number; every other page says which it is.
    assert "Beretning 2025" in sider[0]
    assert [f"Side {nr} av {len(sider)}" in tekst for nr, tekst in enumerate(sider, 1)] == [
        False,
        *[True] * (len(sider) - 1),
    ]
    with pikepdf.open(BytesIO(data)) as pdf:
        assert bokmerker(pdf)[:5] == [
            (0, "Beretning 2025"),
            (1, "Innhold"),
            (1, "Innledning"),
            (1, "Tallene"),
            (1, "Mål og tiltak"),
        ]
        assert [navn for _, navn in bokmerker(pdf) if navn[0].isdigit()] == [maal.navn for maal in innhold.maal]
        assert {navn.split("+")[1].split("-")[0] for navn in skrifter(pdf)} == {"Rapport"}


def test_the_contents_say_the_page_where_each_goal_stands(rapport_av_hele_planen):
    sider = sidetekster(rapport_pdf(rapport_av_hele_planen))

    for maal in rapport_av_hele_planen.maal:
        linje = re.search(re.escape(maal.navn) + r"[ .]*(\d+)\s", sider[1])
        assert linje is not None, maal.navn
        assert bare_tegn(maal.navn) in bare_tegn(sider[int(linje[1]) - 1])


def test_the_short_report_is_well_formed_and_says_everything(caplog):
    data = rapport_pdf(INNHOLD)

    assert (feil(data, vedlegg=CSV), klager(caplog)) == ([], [])
    alt = bare_tegn("".join(sidetekster(data)))
    for tekst in (
        "Et godt år for Ås, Østre Toten og Vågå.",
        "3 frister: 2 gjennomført og 1 ikke gjennomført.",
        "2025: Gjennomført 7. februar 2025",
        "Holdt på Hamar",
        "Gjennomføring: 2025. Ansvarlig: AU",
        "28. februar 2026, Hamar",
        "Ingen kunne",
        "Vårslepp",
        "Lør. 10. mai",
    ):
        assert bare_tegn(tekst) in alt, tekst


def test_the_tags_say_what_each_thing_is():
    with pikepdf.open(BytesIO(rapport_pdf(INNHOLD))) as pdf:
        merker = [type_(element) for element, _ in struktur(pdf)]
        diagram, hjul = [element for element, _ in struktur(pdf) if type_(element) == "Figure"]

        assert [merke for merke in merker if merke[0] == "H"] == ["H1", *["H2"] * 4, "H3", "H4", *["H2"] * 4]
        assert (merker.count("TOC"), merker.count("TOCI")) == (1, 9)
        assert str(diagram.Alt) == "Søylediagram. 3 frister: 2 gjennomført og 1 ikke gjennomført."
        assert str(hjul.Alt) == "Året 2025 som hjul. 1 aktivitet."


def test_a_draft_says_so_on_every_page_until_it_is_published():
    utkast = sidetekster(rapport_pdf(INNHOLD, UTKAST))
    publisert = sidetekster(rapport_pdf(INNHOLD))

    assert ["Utkast" in side for side in utkast] == [True] * len(utkast)
    assert ["Utkast" in side for side in publisert] == [False] * len(publisert)


def test_an_empty_report_and_one_with_a_long_title_are_well_formed(caplog):
    tomt = replace(
        INNHOLD,
        tittel="Fylkesstyrets årsberetning om oppfølgingen av arbeidsplanen " * 3,
        innledning=(),
        moetedag=None,
        moetested="",
        figurer=replace(INNHOLD.figurer, tall=tuple(replace(tall, antall=0) for tall in INNHOLD.figurer.tall)),
        maal=(),
        ikke_gjort=(),
        gjort_senere=(),
        venter=(),
        aktivitetene=replace(INNHOLD.aktivitetene, rader=()),
        oppdatert=None,
    )

    data = rapport_pdf(tomt)

    assert (feil(data, vedlegg=CSV), klager(caplog)) == ([], [])
    assert len(sidetekster(data)) == 3  # the cover, the contents, and all its short chapters


def test_text_that_looks_like_markup_comes_out_as_itself(caplog):
    stygt = (
        "<script>alert(1)</script> & <b>fet</b> <link rel=attachment href=file:///etc/passwd> "
        "<img src=http://example.org/x.png> </p></td></table> {{ innhold }} ]]>"
    )

    data = rapport_pdf(med_merknad(stygt))

    assert (feil(data, vedlegg=CSV), klager(caplog)) == ([], [])
    assert bare_tegn(stygt) in bare_tegn("".join(sidetekster(data)))


def test_a_word_of_five_thousand_letters_and_a_note_of_two_hundred_lines_come_out_whole(caplog):
    langt = "abcdefghij" * 500 + "\n\n" + "\n".join(f"Linje nummer {nr} av mange." for nr in range(200))

    data = rapport_pdf(med_merknad(langt))

    assert (feil(data, vedlegg=CSV), klager(caplog)) == ([], [])
    hodet = bare_tegn("Nr.TiltakStatus")
    sider = [bare_tegn(side).replace(hodet, "") for side in sidetekster(data)]
    alt = "".join(sider)
    assert alt.count("abcdefghij") >= 495  # a page's end may lie within the ten letters
    assert [nr for nr in range(200) if f"Linjenummer{nr}avmange." not in alt] == []
    with pikepdf.open(BytesIO(data)) as pdf:
        hoyre = float(pdf.pages[0].MediaBox[2])
    assert ytterst_til_hoeyre(data) < hoyre - 50


def test_what_the_fonts_lack_is_marked_in_the_document(caplog):
    data = rapport_pdf(med_merknad("Vi vant 🎉 i Київ"))

    assert (feil(data, vedlegg=CSV), klager(caplog)) == ([], [])
    assert "Vivant[tegn]i[tegn]" in bare_tegn("".join(sidetekster(data)))


@pytest.mark.parametrize(
    "adresse",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/x.png",
        "https://rapport.invalid/fonts/../../manage.py",
        "data:text/css,",
    ],
)
def test_nothing_is_fetched_but_the_fonts(adresse):
    with pytest.raises(ValueError, match="ingenting utenfra"):
        BareEgneFiler().fetch(adresse)


def test_markup_that_asks_for_files_and_addresses_gets_nothing_and_is_told_of(caplog):
    """The second wall: texts are escaped, and even markup in the document cannot reach anything."""
    html = (
        '<html lang="nb"><title>x</title><link rel=attachment href=file:///etc/passwd>'
        '<link rel=stylesheet href="file:///etc/passwd"><img alt="x" src="http://127.0.0.1:1/x.png"><h1>x</h1>'
    )

    data = skriv_pdf(Bestilling(html))

    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/Names" not in pdf.Root
    assert len([klage for klage in klager(caplog) if "ingenting utenfra" in klage]) == 3


def test_the_same_report_is_the_same_bytes_also_in_another_process():
    bestilling = beretningen(INNHOLD, GODKJENT)
    skript = (
        "import sys, pickle; from tiltak.pdf.skriving import lag_pdf; "
        "sys.stdout.buffer.write(lag_pdf(pickle.load(sys.stdin.buffer)))"
    )

    en, to = lag_pdf(bestilling), skriving.lag_pdf(bestilling)
    tre = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {skript}"],
        input=pickle.dumps(bestilling),
        capture_output=True,
        check=True,
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"},
    ).stdout

    assert en == to == tre


def test_another_report_is_other_bytes_and_another_mark():
    en, annen = beretningen(INNHOLD, GODKJENT), beretningen(replace(INNHOLD, moetested="Gjøvik"), GODKJENT)

    assert (lag_pdf(en) == lag_pdf(annen), en.merke == annen.merke) == (False, False)
    assert en.merke == beretningen(INNHOLD, GODKJENT).merke


def test_the_document_is_dated_by_its_content():
    with pikepdf.open(BytesIO(rapport_pdf(INNHOLD))) as pdf:
        assert {str(pdf.docinfo[navn]) for navn in ("/CreationDate", "/ModDate")} == {"D:20260203120000+01'00"}


def test_without_the_finishing_the_own_checks_find_fault():
    """The checks can fail: on what WeasyPrint writes by itself they find each thing that is added."""
    funn = feil(skriv_pdf(beretningen(INNHOLD, GODKJENT)))

    for ord_ in ("hodene gjelder", "ListNumbering", "IDTree", "ikke i strukturen", "PDF/UA-merket", "hvor den leder"):
        assert any(ord_ in ett for ett in funn), ord_
