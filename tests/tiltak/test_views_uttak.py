"""The files of the plan: who gets them, what they are called, and that nothing is made twice."""

import io
import json
from datetime import date

import docx
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.tiltak.conftest import lag_mange, lag_plan, lag_tiltak
from tests.tiltak.uttak.planer import innholdet
from tiltak.dokument import les_dokument
from tiltak.dokument.planjson import til_json
from tiltak.frist import les
from tiltak.models import Frist, Maal, Plan, Planutgave
from tiltak.utgave import Beslutning, endre_planen, foerste_utgave, plandokument
from tiltak.uttak.regneark_inn import les_tiltaksark

FILENE = {
    "plan_docx": (
        "arbeidsplan-2025-2028.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "plan_json": ("arbeidsplan-2025-2028.json", "application/json"),
    "tiltak_xlsx": (
        "arbeidsplan-2025-2028-tiltak.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "tiltak_csv": ("arbeidsplan-2025-2028-tiltak.csv", "text/csv; charset=utf-8"),
}
hver_fil = pytest.mark.parametrize("navn", FILENE)


def adressen(navn, plan):
    return reverse(f"tiltak:{navn}", args=[plan.slug])


def lest(navn, innhold, plan):
    """The plan that a file holds; a sheet's measures are put into the plan as it stands."""
    return les_dokument(innhold) if navn.startswith("plan") else les_tiltaksark(innhold, plandokument(plan))


@hver_fil
def test_anyone_gets_the_file_of_an_adopted_plan(client, tiltak, navn):
    svar = client.get(adressen(navn, tiltak.maal.plan))

    filnavn, slag = FILENE[navn]
    assert svar.status_code == 200
    assert (svar.headers["Content-Type"], svar.headers["Content-Disposition"]) == (
        slag,
        f'attachment; filename="{filnavn}"',
    )
    assert svar.headers["Cache-Control"] == "no-cache"
    assert not svar.cookies


def test_each_file_is_the_plan_again(client, tiltak):
    plan = tiltak.maal.plan
    dok = innholdet(plandokument(plan))

    def hentet(navn):
        return client.get(adressen(navn, plan)).content

    assert innholdet(les_dokument(hentet("plan_docx"))) == dok
    assert innholdet(les_dokument(hentet("plan_json"))) == dok
    assert innholdet(les_tiltaksark(hentet("tiltak_xlsx"), plandokument(plan))) == dok
    assert innholdet(les_tiltaksark(hentet("tiltak_csv"), plandokument(plan))) == dok


def test_the_json_is_laid_out_to_be_read(client, tiltak):
    tekst = client.get(adressen("plan_json", tiltak.maal.plan)).content.decode()

    assert tekst == json.dumps(til_json(plandokument(tiltak.maal.plan)), ensure_ascii=False, indent=2) + "\n"
    assert "kommunikasjonsstrategi" in tekst


@hver_fil
def test_asked_again_for_the_same_it_is_not_sent_again(client, tiltak, navn):
    adresse = adressen(navn, tiltak.maal.plan)
    foerst = client.get(adresse)

    igjen = client.get(adresse, headers={"If-None-Match": foerst.headers["ETag"]})
    assert (igjen.status_code, igjen.content) == (304, b"")
    assert client.get(adresse).content == foerst.content

    tiltak.tekst = "En ny ordlyd"
    tiltak.save()
    endret = client.get(adresse, headers={"If-None-Match": foerst.headers["ETag"]})
    assert endret.status_code == 200
    assert endret.headers["ETag"] != foerst.headers["ETag"]


@hver_fil
def test_a_file_can_be_asked_about_without_being_fetched(client, tiltak, navn):
    hentet, spurt = (getattr(client, metode)(adressen(navn, tiltak.maal.plan)) for metode in ("get", "head"))

    assert (spurt.status_code, spurt.content) == (200, b"")
    assert spurt.headers["ETag"] == hentet.headers["ETag"]


@hver_fil
def test_a_draft_is_for_those_who_may_see_drafts_and_for_no_cache(client, sekretaer, navn):
    plan = lag_plan(status=Plan.Status.UTKAST)
    assert client.get(adressen(navn, plan)).status_code == 404

    client.force_login(sekretaer)
    assert client.get(adressen(navn, plan)).headers["Cache-Control"] == "private, no-store"


def topptekst(innhold):
    return docx.Document(io.BytesIO(innhold)).sections[0].header.paragraphs[0].text


def test_the_word_file_of_a_proposal_says_so_on_every_page(client, tiltak):
    plan = tiltak.maal.plan
    Plan.objects.filter(pk=plan.pk).update(status=Plan.Status.FORSLAG, lagt_ut=True)

    forslag = client.get(adressen("plan_docx", plan)).content
    Plan.objects.filter(pk=plan.pk).update(status=Plan.Status.VEDTATT)

    assert topptekst(forslag) == "Arbeidsplan 2025-2028 – forslag"
    assert topptekst(client.get(adressen("plan_docx", plan)).content) == "Arbeidsplan 2025-2028"


def test_the_sheet_says_what_the_phrase_counts_as_now(client, tiltak):
    Frist.objects.filter(tiltak=tiltak).update(regel=les("Månedlig").to_dict())
    lag_tiltak(tiltak.maal, "1.1b")

    ark = load_workbook(io.BytesIO(client.get(adressen("tiltak_xlsx", tiltak.maal.plan)).content))["Tiltak"]

    assert [(rad[5], rad[7]) for rad in ark.iter_rows(min_row=2, values_only=True)] == [
        ("Årlig", "Hver måned."),
        ("Årlig", "Ikke forstått"),
    ]


@hver_fil
def test_what_is_out_of_the_plan_is_not_in_the_file(client, tiltak, navn):
    lag_tiltak(tiltak.maal, "1.1b", "Det som ble strøket", utgaatt=date(2026, 1, 1))
    Maal.objects.create(plan=tiltak.maal.plan, nr=2, nummer="2", overskrift="Borte", utgaatt=date(2026, 1, 1))
    plan = tiltak.maal.plan

    innhold = client.get(adressen(navn, plan)).content
    dok = lest(navn, innhold, plan)

    assert [(maal.nummer, [ett.kode for ett in maal.tiltak]) for maal in dok.maal] == [("1.1", ["1.1a"])]


@pytest.fixture
def endret_plan(tiltak):
    """A plan adopted on 1 March 2025, whose measure got another wording on 1 March 2026."""
    plan = tiltak.maal.plan
    plan.vedtatt_dag = date(2025, 3, 1)
    plan.save()
    foerste_utgave(plan)
    with endre_planen(plan, Beslutning("arsmotet", date(2026, 3, 1), "Klarere", None)) as logg:
        logg.skriv_felter(tiltak, {"tekst": "Ny ordlyd"})
        tiltak.tekst = "Ny ordlyd"
        tiltak.save()
    return plan


@hver_fil
@pytest.mark.parametrize(
    ("per", "ordlyd"), [("2026-02-28", "Revidere kommunikasjonsstrategi"), ("2026-03-01", "Ny ordlyd")]
)
def test_an_earlier_edition_goes_out_the_same_way(client, endret_plan, navn, per, ordlyd):
    svar = client.get(adressen(navn, endret_plan), {"per": per})

    dok = lest(navn, svar.content, endret_plan)
    assert [ett.tekst for ett in dok.tiltak] == [ordlyd]
    grunn, _, ending = FILENE[navn][0].rpartition(".")
    assert svar.headers["Content-Disposition"] == f'attachment; filename="{grunn}-per-{per}.{ending}"'


@hver_fil
@pytest.mark.parametrize("per", ["2025-02-28", "i fjor", "", "2026-02-30", "0001-01-01"])
def test_a_day_without_an_edition_has_no_file(client, endret_plan, navn, per):
    assert client.get(adressen(navn, endret_plan), {"per": per}).status_code == 404


def test_a_draft_has_no_editions(client, sekretaer):
    plan = lag_plan(status=Plan.Status.UTKAST)
    Planutgave.objects.create(
        plan=plan, gjelder_fra=plan.fra, vedtaksdag=plan.fra, organ="arsmotet", innhold=til_json(plandokument(plan))
    )
    client.force_login(sekretaer)

    assert client.get(adressen("plan_json", plan), {"per": "2026-01-01"}).status_code == 404


@hver_fil
@pytest.mark.parametrize("antall", [1, 3])
def test_the_number_of_queries_is_the_same_for_any_size(client, plan, navn, antall, django_assert_num_queries):
    lag_mange(plan, antall)

    with django_assert_num_queries({"plan_docx": 9, "plan_json": 8, "tiltak_xlsx": 10, "tiltak_csv": 9}[navn]):
        client.get(adressen(navn, plan))
