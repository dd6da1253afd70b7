"""The pages that take a document in: upload, confirm, throw away."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import FastAktivitet
from tests.conftest import PLANFIL
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak import opplasting
from tiltak.innlesing import les_inn
from tiltak.models import Kildedokument, Maal, Plan, Status
from tiltak.models.plan import OPPTATTE_KORTNAVN
from tiltak.views.innlesing import ENDRET

INN = "/plan/inn/"
PLANEN = PLANFIL.read_bytes()


@pytest.fixture
def inne(client, sekretaer):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def utkast(db):
    return lag_plan("utkast", tittel="Ny plan", status=Plan.Status.UTKAST)


def last_opp(inne, innhold=PLANEN, navn="plan.txt", **andre):
    return inne.post(INN, {"fil": SimpleUploadedFile(navn, innhold)} | andre)


def test_a_document_becomes_a_draft_that_is_looked_through_next(inne):
    svar = last_opp(inne)

    assertRedirects(svar, "/plan/arbeidsplan-2025-2028/avklar/")
    assert list(Plan.objects.values_list("status", "kilde__filnavn")) == [("utkast", "plan.txt")]


@pytest.mark.parametrize("sti", ["/", "/plan/", "/admin/"])
def test_the_way_in_is_where_the_secretary_works_with_the_plan_and_in_no_menu(inne, plan, sti):
    assertContains(inne.get(sti), '<a href="/plan/inn/">Les inn en plan</a>', html=True, count=1)


def test_the_public_is_shown_no_way_in(client, plan):
    assertNotContains(client.get("/plan/"), "/plan/inn/")


def test_a_new_version_of_a_plan_is_stored_as_one(inne, plan):
    last_opp(inne, revisjon_av=plan.pk)

    assert Plan.objects.get(status="utkast").revisjon_av == plan


def test_no_plan_is_taken_silently_for_the_one_that_the_document_revises(inne, plan):
    side = inne.get(INN).content.decode()
    last_opp(inne)

    assert f'<option value="{plan.pk}">Arbeidsplan 2025-2028</option>' in side
    assert Plan.objects.get(status="utkast").revisjon_av is None


@pytest.mark.parametrize(
    ("innhold", "setning"),
    [
        (b"", "Filen er tom. Velg filen som planen står i."),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"Bare litt tekst.", "tittel"),
        (b'{"format": "noe annet"}', "ingen plan herfra"),
        (b"{" * 100_000, "ikke hel JSON"),
    ],
)
def test_what_cannot_be_read_is_a_sentence_by_the_field_and_stores_nothing(inne, innhold, setning):
    svar = last_opp(inne, innhold)

    assert svar.status_code == 200
    assert [setning in feil for feil in svar.context["form"].errors["fil"]] == [True]
    assert (Plan.objects.count(), Kildedokument.objects.count()) == (0, 0)


def test_no_file_at_all_is_asked_for(inne):
    svar = inne.post(INN, {})

    assert svar.context["form"].errors == {"fil": ["Velg filen som planen står i."]}


def test_a_file_that_is_too_large_is_refused_with_a_sentence_and_never_kept_whole(inne, monkeypatch):
    monkeypatch.setattr(opplasting, "MAKS_BYTES", 1_000_000)
    sett = []
    monkeypatch.setattr(opplasting.OpplastingForm, "clean_fil", _husk(opplasting.OpplastingForm.clean_fil, sett))

    svar = last_opp(inne, b"x" * 20_000_000)

    assert svar.status_code == 200
    assert svar.context["form"].errors == {"fil": [opplasting.FOR_STOR]}
    assert [1_000_000 < stoerrelse < 1_200_000 for stoerrelse in sett] == [True]


def _husk(rens, sett):
    def clean_fil(form):
        sett.append(form.cleaned_data["fil"].size)
        return rens(form)

    return clean_fil


def test_many_files_in_one_request_are_cut_together(monkeypatch, rf):
    monkeypatch.setattr(opplasting, "MAKS_BYTES", 1_000_000)
    data = {f"fil{nr}": SimpleUploadedFile(f"{nr}.txt", b"x" * 900_000) for nr in range(5)}

    request = rf.post(INN, data)
    sluppet_inn = sum(fil.size for fil in request.FILES.values())
    request.close()

    assert sluppet_inn < 1_200_000


def test_the_very_same_file_is_asked_about_and_read_again_when_meant(inne):
    foerste = les_inn(PLANEN, "plan.txt")

    spoer = last_opp(inne)
    igjen = last_opp(inne, likevel="on")

    assertContains(spoer, "Nettopp denne filen er lest inn før, som «Arbeidsplan 2025-2028 (Utkast)».")
    assertContains(spoer, f'href="/plan/{foerste.slug}/avklar/"')
    assertRedirects(igjen, "/plan/arbeidsplan-2025-2028-2/avklar/")


def test_a_file_name_of_any_kind_is_harmless(inne):
    last_opp(inne, navn="<b>plan\u202e</b>.txt")

    assert Kildedokument.objects.get().filnavn == "b>.txt"


def test_every_word_that_stands_in_a_slugs_place_is_taken():
    ord_ = {
        str(monster.pattern).split("/")[1]
        for en in get_resolver().url_patterns
        for monster in getattr(en, "url_patterns", [])
        if str(monster.pattern).startswith("plan/") and "<" not in str(monster.pattern).split("/")[1]
    }

    assert ord_ - {""} <= OPPTATTE_KORTNAVN


# --- Confirming ------------------------------------------------------------------------------------------------------


def test_confirming_asks_for_the_day_and_tells_what_it_does(inne, plan, utkast):
    lag_tiltak(Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Mål"), "1a")

    svar = inne.get("/plan/utkast/bekreft/")

    assertContains(svar, "«Arbeidsplan 2025-2028» (1. januar 2025–31. desember 2028) gjelder nå, og blir avløst.")
    assertContains(svar, "Status og logg blir igjen i den, og følger ikke med hit.")
    lenke = '<a href="/plan/utkast/avklar/#ikke_forstaatt">Frister som ikke er forstått: 1</a>'
    assertContains(svar, lenke, html=True)


def test_the_confirmed_plan_takes_over_and_is_kept_as_its_first_edition(inne, sekretaer, plan, utkast):
    utkast.aktivitetsrader.create(nr=1, maaned="Mars", valgaar="Landsmøte")

    svar = inne.post("/plan/utkast/bekreft/", {"dag": "31.01.2026", "versjon": utkast.versjon})

    assertRedirects(svar, "/plan/utkast/")
    plan.refresh_from_db()
    utkast.refresh_from_db()
    assert (utkast.status, utkast.vedtatt_dag, plan.status) == ("vedtatt", date(2026, 1, 31), "avloest")
    assert list(utkast.utgaver.values_list("gjelder_fra", "av")) == [(date(2026, 1, 31), sekretaer.pk)]
    assert FastAktivitet.objects.filter(tittel="Landsmøte").exists()


@pytest.mark.parametrize(
    ("dag", "feil"), [("", "Skriv en dag."), ("i går", "Skriv dagen slik: 31.12.2026."), ("9999-01-01", "mellom 2000")]
)
def test_a_day_that_is_none_adopts_nothing_and_stays_in_the_form(inne, utkast, dag, feil):
    svar = inne.post("/plan/utkast/bekreft/", {"dag": dag, "versjon": utkast.versjon})

    utkast.refresh_from_db()
    assert utkast.status == "utkast"
    assertContains(svar, feil)
    assert svar.context["form"]["dag"].value() == dag


def test_a_draft_that_somebody_changed_meanwhile_is_not_adopted_unseen(inne, utkast):
    lest = utkast.versjon
    utkast.ta_versjon(lest)

    svar = inne.post("/plan/utkast/bekreft/", {"dag": "2026-01-31", "versjon": lest})
    igjen = inne.post(
        "/plan/utkast/bekreft/", {"dag": "2026-01-31", "versjon": svar.context["form"]["versjon"].value()}
    )

    assertContains(svar, ENDRET)
    assert svar.context["plan"].status == "utkast"
    assertRedirects(igjen, "/plan/utkast/")


def test_what_is_adopted_already_is_not_adopted_again(inne, plan):
    svar = inne.post(reverse("tiltak:bekreft", args=[plan.slug]), {"dag": "2026-01-31", "versjon": plan.versjon})

    plan.refresh_from_db()
    assertRedirects(svar, plan.get_absolute_url())
    assert plan.vedtatt_dag is None


def test_a_new_version_of_a_plan_is_not_adopted_as_a_plan_of_its_own(inne, plan):
    utgave = lag_plan("utgave", status=Plan.Status.UTKAST, revisjon_av=plan)

    svar = inne.post("/plan/utgave/bekreft/", {"dag": "2026-01-31", "versjon": utgave.versjon})

    utgave.refresh_from_db()
    assertRedirects(svar, "/plan/utgave/avklar/")
    assert utgave.status == "utkast"


# --- Throwing away ---------------------------------------------------------------------------------------------------


def test_a_draft_is_thrown_away_after_asking(inne, utkast):
    assertContains(inne.get("/plan/utkast/forkast/"), "Ja, forkast utkastet")

    svar = inne.post("/plan/utkast/forkast/", follow=True)

    assertContains(svar, "Utkastet «Ny plan» er borte.")
    assert not Plan.objects.exists()


def test_what_was_reported_on_is_kept_and_nothing_asks_to_throw_it(inne, sekretaer, utkast):
    tiltak = lag_tiltak(Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Mål"), "1a")
    lag_termin(tiltak).sett_status(Status.GJENNOMFOERT, av=sekretaer, versjon=1)

    assertNotContains(inne.get("/plan/utkast/forkast/"), "Ja, forkast utkastet")
    svar = inne.post("/plan/utkast/forkast/", follow=True)

    assertContains(svar, "Utkastet er ikke forkastet")
    assert Plan.objects.count() == 1


@pytest.mark.parametrize("sti", ["bekreft", "forkast", "avklar"])
def test_a_plan_that_is_not_there_is_not_found(inne, sti):
    assert inne.get(f"/plan/finnes-ikke/{sti}/").status_code == 404


def test_a_body_without_end_is_no_server_error(client, sekretaer):
    client.force_login(sekretaer)

    svar = client.generic("POST", INN, BytesIO(b"--x\r\n").getvalue(), content_type="multipart/form-data; boundary=x")

    assert svar.status_code == 200
