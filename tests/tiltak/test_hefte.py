"""The plan as a booklet: whole, tagged, with page numbers, the same bytes each time."""

import re
from datetime import date
from io import BytesIO

import pdfplumber
import pikepdf
import pytest
from django.core.management import call_command

from tests.pdfminne import lag_pdf
from tests.pdfsjekk import feil
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tests.tiltak.rapport.eksempel import bare_tegn, sidetekster
from tiltak.hefte import hefte_html
from tiltak.models import Maal, Plan, Valgresultat
from tiltak.pdf.bestilling import HEFTE, Bestilling

A5 = (420, 595)  # points


def hefte(plan):
    return lag_pdf(Bestilling(hefte_html(plan, date(2026, 6, 15)), HEFTE))


def bokmerker(data):
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return [str(under.title) for topp in outline.root for under in (topp, *topp.children)]


@pytest.fixture
def hele_planen(db):
    call_command("loaddata", "innlandet-2025-2028", verbosity=0)
    plan = Plan.objects.get()
    plan.vedtatt_dag = date(2025, 3, 1)
    plan.save()
    return plan


def test_the_booklet_of_the_real_plan_is_whole_and_well_formed(hele_planen, caplog):
    data = hefte(hele_planen)

    assert feil(data) == []
    assert [linje.getMessage() for linje in caplog.records if linje.levelname != "DEBUG"] == []
    sider = sidetekster(data)
    alt = bare_tegn("".join(sider))
    ordlyd = [
        ett for maal in hele_planen.maal.all() for tiltak in maal.tiltak.all() for ett in (tiltak.kode, tiltak.tekst)
    ]
    ordlyd += [str(maal) for maal in hele_planen.maal.all()] + [ett.tekst for ett in hele_planen.periodemaal.all()]
    assert [ett for ett in ordlyd if bare_tegn(ett) not in alt] == []
    for ord_ in ("Arbeidsplan", "2025-2028", "Vedtatt 1. mars 2025.", "Gjelder 1. januar 2025–31. desember 2028"):
        assert ord_ in sider[0]
    assert [f"Side {nr} av {len(sider)}" in side for nr, side in enumerate(sider, 1)] == [False] + [True] * (
        len(sider) - 1
    )
    with pdfplumber.open(BytesIO(data)) as pdf:
        assert {(round(side.width), round(side.height)) for side in pdf.pages} == {A5}
    assert bokmerker(data)[:5] == [
        "Arbeidsplan 2025-2028",
        "Innhold",
        "Innledning",
        "Visjon 2025–2028",
        "Mål for perioden",
    ]


@pytest.mark.svarene
def test_the_contents_say_the_page_where_each_goal_stands(hele_planen):
    sider = sidetekster(hefte(hele_planen))

    for maal in hele_planen.maal.all():
        [nr] = re.findall(rf"{re.escape(str(maal))}[ .]*(\d+)\r?$", sider[1], re.MULTILINE)
        assert str(maal) in sider[int(nr) - 1]


@pytest.mark.svarene
def test_the_same_plan_gives_the_same_bytes(hele_planen):
    foerste = hefte(hele_planen)
    lag_pdf.cache_clear()

    assert hefte(hele_planen) == foerste


@pytest.mark.svarene
@pytest.mark.parametrize(
    ("status", "sagt"), [("utkast", "Utkast."), ("forslag", "Forslag til årsmøtet."), ("vedtatt", None)]
)
def test_what_is_not_adopted_says_so_on_every_page(db, status, sagt):
    plan = lag_plan(status=status, undertittel="Forslag til årsmøtet", organisasjon="Innlandet SV")
    lag_tiltak(Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst"), "1a")

    for side in sidetekster(hefte(plan)):
        assert (sagt or "Vedtatt.") in side if sagt else "Forslag" not in side


def test_the_outcome_of_an_election_is_in_the_booklet(hele_planen):
    maal = hele_planen.periodemaal.get(valg="fylkestingsvalg")
    foer = "\n".join(sidetekster(hefte(hele_planen)))
    Valgresultat.objects.foer(maal, {"": 3}, av=None, versjon=maal.versjon)

    assert bare_tegn("Fylkestingsvalget 13. september 2027 (anslag): Målet er minst 4 representanter.") in bare_tegn(
        foer
    )
    etter = bare_tegn("\n".join(sidetekster(hefte(hele_planen))))
    assert bare_tegn("Fikk 3. Målet var minst 4: ikke nådd.") in etter


@pytest.mark.svarene
def test_a_measure_longer_than_a_page_is_split_and_lost_nowhere(plan):
    ordene = [f"ord{nr}" for nr in range(700)]
    lag_tiltak(Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Vekst"), "", " ".join(ordene))

    data = hefte(plan)

    assert feil(data) == []
    assert re.findall(r"\bord\d+\b", " ".join(sidetekster(data))) == ordene


def test_the_pdf_is_fetched_once_and_then_only_asked_for(client, hele_planen):
    adresse = f"{hele_planen.get_absolute_url()}plan.pdf"
    foerste = client.get(adresse)
    igjen = client.get(adresse, headers={"If-None-Match": foerste.headers["ETag"]})
    hele_planen.maal.filter(nummer="1").update(overskrift="Nytt mål")
    endret = client.get(adresse, headers={"If-None-Match": foerste.headers["ETag"]})

    assert (foerste.headers["Content-Type"], foerste.headers["Cache-Control"]) == ("application/pdf", "no-cache")
    assert foerste.headers["Content-Disposition"] == f'inline; filename="{hele_planen.slug}.pdf"'
    assert (igjen.status_code, igjen.content, endret.status_code) == (304, b"", 200)


def test_a_draft_is_kept_out_of_every_cache(client, sekretaer):
    client.force_login(sekretaer)
    svar = client.get(f"{lag_plan('utkast', status='utkast').get_absolute_url()}plan.pdf")

    assert svar.headers["Cache-Control"] == "private, no-store"
