"""Many terminer set at once: which are offered, the look before, what is saved, and what is undone."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects, assertTemplateUsed

from tests.tiltak.conftest import lag_maaneder, lag_plan, lag_termin, lag_tiltak, logg, uten_merker
from tiltak.models import Maal, Plan, Statusendring, Termin, Tiltak
from tiltak.tabell import flereform

SIDEN = "/tiltak/flere/?aar=2026&q=nyhetsbrev&til=2026-10-31"


@pytest.fixture
def brev(maal):
    """A measure with a termin for each month of 2026, the first of them done."""
    tiltak = lag_tiltak(maal, "1.1b", "Sende nyhetsbrev", "Månedlig")
    maaneder = lag_maaneder(tiltak)
    Termin.objects.filter(pk=maaneder[0].pk).update(status="gjennomfoert", utfoert=date(2026, 1, 9))
    return maaneder


@pytest.fixture
def inne(inne, i_dag):
    return inne


def sendt(valgt, handling="se", **andre):
    return {"valgt": valgt, "handling": handling, "status": "gjennomfoert", "utfoert": "", "merknad": ""} | andre


def med_versjon(terminer):
    return [f"{termin.pk}:{termin.versjon}" for termin in terminer]


def tilbudt(svar):
    return [(termin, merket) for gruppe in svar.context["grupper"] for termin, merket in gruppe.terminer]


def spoerringer(fangst):
    """Those that ask or write: transactions apart."""
    return [en for en in fangst if not en["sql"].startswith(("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK"))]


def skrevet_i(fangst):
    """The terminer that were written, in that order."""
    skriver = re.compile(r'^UPDATE "tiltak_termin" .*"tiltak_termin"."id" = (\d+)')
    return [int(treff[1]) for en in fangst if (treff := skriver.match(en["sql"]))]


# --- Which -----------------------------------------------------------------------------------------------------------


def test_what_the_filter_gives_until_the_day_is_offered_and_the_open_ones_are_marked(inne, brev, tiltak):
    lag_termin(tiltak)
    lag_termin(brev[0].tiltak, "2024", utenfor=True)

    svar = inne.get(SIDEN)

    assert tilbudt(svar) == [(brev[0], False), *((termin, True) for termin in brev[1:10])]
    assertContains(svar, "10 frister til og med 31. oktober 2026.")


@pytest.mark.parametrize(("velg", "merket"), [("alle", True), ("ingen", False)])
def test_all_or_none_can_be_marked_without_javascript(inne, brev, velg, merket):
    svar = inne.get(f"{SIDEN}&velg={velg}")

    assert {valgt for _, valgt in tilbudt(svar)} == {merket}


def test_it_begins_with_what_is_due_by_today_or_where_nothing_is_with_all(inne, brev, tiltak):
    senere = lag_termin(tiltak, "2027")

    i_aar, neste_aar = inne.get("/tiltak/flere/?aar=2026"), inne.get("/tiltak/flere/?aar=2027")

    assert [termin for termin, _ in tilbudt(i_aar)] == brev[:5]
    assert [termin for termin, _ in tilbudt(neste_aar)] == [senere]


@pytest.mark.parametrize(
    ("spoersmaal", "setning"),
    [
        ("til=31.13.2026", "Skriv dagen slik: 31.12.2026."),
        ("til=9999-12-31", "Skriv en dag mellom 2000 og 2099."),
        ("til=2025-01-01", "Ingen frister til og med 1. januar 2025 passer med det du har valgt."),
        ("q=kamel&til=2026-10-31", "Ingen frister til og med 31. oktober 2026 passer med det du har valgt."),
        ("status=ferdig", "Vi kjenner ikke statusen i adressen."),
        ("mal=9&til=2026-10-31", "Planen har ikke målet i adressen."),
    ],
)
def test_what_cannot_be_offered_is_told_in_a_sentence(inne, brev, spoersmaal, setning):
    svar = inne.get(f"/tiltak/flere/?{spoersmaal}")

    assert (svar.status_code, tilbudt(svar)) == (200, [])
    assertContains(svar, setning)
    assertNotContains(svar, 'name="valgt"')


def test_more_than_can_be_set_at_a_time_are_not_offered(inne, brev, monkeypatch):
    monkeypatch.setattr("tiltak.views.flere.HOEYST", 9)

    svar = inne.get(SIDEN)

    assertContains(svar, "Det er 10 frister, og du kan sette høyst 9 om gangen.")
    assert tilbudt(svar) == []


def test_without_a_plan_there_is_nothing_to_set(inne, db):
    assertTemplateUsed(inne.get("/tiltak/flere/"), "tiltak/uten_plan.html")


# --- The look before -------------------------------------------------------------------------------------------------


def test_the_look_shows_what_each_is_and_becomes_and_saves_nothing(inne, brev, i_dag):
    svar = inne.post(SIDEN, sendt([termin.pk for termin in (brev[1], brev[6])]))

    assert [(ny.termin, ny.versjon, ny.verdier["utfoert"]) for ny in svar.context["nye"]] == [
        (brev[1], 1, date(2026, 2, 28)),
        (brev[6], 1, i_dag),  # due in July, which has not been
    ]
    tekst = uten_merker(svar.content.decode())
    assert "februar 2026 Forfalt → blir Gjennomført gjort 28. februar 2026" in tekst
    assert "juli 2026 Ikke startet → blir Gjennomført gjort 15. juni 2026" in tekst
    assertContains(svar, "Lagre 2")
    assert Statusendring.objects.count() == 0


def test_what_stands_so_already_is_left_alone_with_its_own_day(inne, brev):
    svar = inne.post(SIDEN, sendt([brev[0].pk, brev[1].pk]))

    assert [ny.termin for ny in svar.context["nye"]] == [brev[1]]
    assertContains(svar, "1 frist står slik alt, og blir ikke rørt.")


def test_words_stay_where_none_are_written_and_the_look_says_when_they_give_way(inne, brev):
    Termin.objects.filter(pk=brev[1].pk).update(merknad="Holdt på Hamar")

    uten = inne.post(SIDEN, sendt([brev[1].pk]))
    med = inne.post(SIDEN, sendt([brev[1].pk], merknad="Sendt"))

    assert uten.context["nye"][0].verdier["merknad"] == "Holdt på Hamar"
    assertContains(uten, "Ordene «Holdt på Hamar» blir stående.")
    assertContains(med, "I stedet for ordene «Holdt på Hamar», som blir stående i loggen.")


@pytest.mark.parametrize(
    ("andre", "setning"),
    [
        ({"status": ""}, "Velg en status."),
        ({"status": "ferdig"}, "Velg en av statusene i listen."),
        ({"status": "utgaar"}, "Skriv grunnen til at statusen er «Utgår»."),
        ({"status": "ikke_gjennomfoert"}, "Skriv grunnen til at statusen er «Ikke gjennomført»."),
        ({"status": "utsatt"}, "Skriv dagen det er utsatt til."),
        ({"status": "utsatt", "utsatt_til": "2026-06-14"}, "Dagen har vært. Velg 15. juni 2026 eller senere."),
        ({"utfoert": "2026-06-16"}, "Dagen har ikke vært ennå. Skriv den dagen det ble gjort."),
        ({"utfoert": "i går"}, "Skriv dagen slik: 31.12.2026."),
        ({"merknad": "a" * 5001}, "Teksten er på 5001 tegn. Kort den ned til 5000."),
        ({"valgt": []}, "Velg minst én frist."),
        ({"valgt": ["7:x"]}, "Skjemaet er ikke helt."),
        ({"valgt": ["9" * 19]}, "Skjemaet er ikke helt."),
        ({"valgt": ["²"]}, "Skjemaet er ikke helt."),
        ({"valgt": [str(nr) for nr in range(501)]}, "Du har valgt 501 frister. Velg høyst 500 om gangen."),
    ],
)
@pytest.mark.parametrize("handling", ["se", "lagre"])
def test_the_rules_for_one_hold_for_many_and_what_was_written_stays(inne, brev, handling, andre, setning):
    felter = sendt([brev[1].pk], handling) | {"merknad": "Vi prøvde"} | {"merknad": ""} | andre

    svar = inne.post(SIDEN, felter)

    assert svar.status_code == 200
    assertTemplateUsed(svar, "tiltak/flere.html")
    assertContains(svar, setning)
    if "valgt" not in andre:
        assert [termin for termin, merket in tilbudt(svar) if merket] == [brev[1]]
    assert Statusendring.objects.count() == 0


@pytest.mark.parametrize("filter_", ["status=forfalt", "folger=99", "til=i+går"])
@pytest.mark.parametrize(("handling", "status"), [("se", ""), ("endre", "gjennomfoert")])
def test_what_was_written_stands_there_when_nothing_fits_the_filter_any_more(inne, brev, filter_, handling, status):
    """While somebody wrote, others set what was overdue, or the one who followed it up was taken off."""
    Termin.objects.update(status="gjennomfoert", utfoert=date(2026, 6, 1))

    svar = inne.post(
        f"/tiltak/flere/?aar=2026&{filter_}",
        sendt([brev[1].pk], handling, status=status, merknad="Sendt til alle\n<medlemmer>"),
    )

    assertContains(svar, "readonly>\nSendt til alle\n&lt;medlemmer&gt;</textarea>", count=1)


def test_from_the_look_one_goes_back_with_all_that_was_chosen(inne, brev):
    svar = inne.post(SIDEN, sendt(med_versjon([brev[1], brev[3]]), "endre", merknad="Sendt på e-post"))

    assert [termin for termin, merket in tilbudt(svar) if merket] == [brev[1], brev[3]]
    assertContains(svar, "Sendt på e-post")
    assert svar.context["form"].errors == {}


@pytest.mark.parametrize("antall", [1, 9])
def test_the_look_costs_the_same_for_any_number(inne, brev, antall, django_assert_num_queries):
    with django_assert_num_queries(7):
        svar = inne.post(SIDEN, sendt([termin.pk for termin in brev[1 : antall + 1]]))

    assert len(svar.context["nye"]) == antall


# --- Saved -----------------------------------------------------------------------------------------------------------


def test_all_are_saved_with_a_line_each_in_the_log(inne, brev, styremedlem):
    svar = inne.post(SIDEN, sendt(med_versjon(brev[1:4]), "lagre", merknad="Sendt"))

    assertContains(svar, "3 frister er satt til <strong>Gjennomført</strong>.")
    assert [logg(termin) for termin in brev[1:4]] == [
        [("gjennomfoert", date(2026, nr, 28), None, "Sendt")] for nr in (2, 3, 4)
    ]
    assert {termin.endret_av for termin in Termin.objects.filter(pk__in=[t.pk for t in brev[1:4]])} == {styremedlem}


def test_each_costs_two_queries_more(inne, brev):
    antallene = []
    for terminer in (brev[1:2], brev[2:7]):
        with CaptureQueriesContext(connection) as fangst:
            inne.post(SIDEN, sendt(med_versjon(terminer), "lagre"))
        antallene.append(len(spoerringer(fangst)))

    assert antallene == [9, 17]


def test_where_one_of_forty_was_saved_meanwhile_the_others_are_saved_and_that_one_is_shown(
    inne, maal, brev, sekretaer, i_dag
):
    forty = [*brev[1:], *lag_maaneder(lag_tiltak(maal, "1.1c")), *lag_maaneder(lag_tiltak(maal, "1.1d"))]
    forty += lag_maaneder(lag_tiltak(maal, "1.1e"))[:5]
    valgt = med_versjon(forty)
    forty[7].sett_status("utgaar", av=sekretaer, versjon=1, merknad="Vi hadde ikke råd")

    svar = inne.post(SIDEN, sendt(valgt, "lagre"))

    assertContains(svar, "39 frister er satt til")
    [den] = svar.context["utfall"].andres
    assert (den.termin, den.versjon) == (forty[7], 2)
    assertContains(svar, "Vi hadde ikke råd")
    assertContains(svar, "Ola Sekretær")
    assert logg(forty[7]) == [("utgaar", None, None, "Vi hadde ikke råd")]
    assert Termin.objects.filter(status="gjennomfoert", endret__isnull=False).count() == 39

    likevel = inne.post(SIDEN, sendt([f"{den.termin.pk}:{den.versjon}"], "lagre"))

    assertContains(likevel, "1 frist er satt til")
    assert logg(forty[7])[-1] == ("gjennomfoert", i_dag, None, "Vi hadde ikke råd")


@pytest.mark.parametrize("versjon", [2**31 - 1, 10**18 - 1])
def test_a_version_that_cannot_be_is_another_than_what_is_stored(inne, brev, versjon):
    svar = inne.post(SIDEN, sendt([f"{brev[1].pk}:{versjon}"], "lagre"))

    assert [ny.termin for ny in svar.context["utfall"].andres] == [brev[1]]
    assert logg(brev[1]) == []


def test_the_same_form_sent_twice_is_saved_once(inne, brev):
    felter = sendt(med_versjon(brev[1:4]), "lagre", merknad="Sendt")

    svar = [inne.post(SIDEN, felter) for _ in range(2)]

    assert [len(ett.context["utfall"].lagret) for ett in svar] == [3, 3]
    assert Statusendring.objects.count() == 3


def test_one_that_is_gone_is_told_of_and_the_others_are_saved(inne, brev):
    valgt = med_versjon(brev[1:4])
    brev[2].delete()

    ser, lagret = inne.post(SIDEN, sendt(valgt)), inne.post(SIDEN, sendt(valgt, "lagre"))

    for svar in (ser, lagret):
        assertContains(svar, "1 frist finnes ikke lenger, og er hoppet over.")
    assert [termin.pk for termin in lagret.context["utfall"].lagret] == [brev[1].pk, brev[3].pk]


def test_one_of_another_plan_is_as_if_gone(inne, brev):
    utkast = lag_plan("utkast", status=Plan.Status.UTKAST)
    fremmed = lag_termin(lag_tiltak(Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Mål"), "1a"))

    svar = inne.post(SIDEN, sendt([f"{fremmed.pk}:1"], "lagre"))

    assertContains(svar, "1 frist finnes ikke lenger")
    assert Statusendring.objects.count() == 0


# --- Undone ----------------------------------------------------------------------------------------------------------


def test_all_are_undone_together_and_the_table_keeps_what_was_chosen(inne, brev):
    lagret = inne.post(SIDEN, sendt(med_versjon(brev[1:4]), "lagre")).context["utfall"].lagret

    svar = inne.post("/tiltak/flere/angre/?aar=2026&q=nyhetsbrev", {"valgt": med_versjon(lagret)}, follow=True)

    assertRedirects(svar, "/tiltak/?aar=2026&q=nyhetsbrev")
    assertContains(svar, "Angret: 3 frister står som før.")
    assert [logg(termin)[-1][0] for termin in brev[1:4]] == ["ikke_startet"] * 3


def test_what_cannot_be_undone_is_named_and_the_rest_is_undone(inne, brev, sekretaer):
    lagret = inne.post(SIDEN, sendt(med_versjon(brev[1:3]), "lagre")).context["utfall"].lagret
    brev[2].refresh_from_db()
    brev[2].sett_status("paagaar", av=sekretaer, versjon=2)

    svar = inne.post("/tiltak/flere/angre/", {"valgt": med_versjon(lagret)}, follow=True)

    assertContains(svar, "Angret: 1 frist står som før.")
    assertContains(svar, "Ikke angret, siden det er for sent, eller noen har lagret der: 1.1b mars 2026.")
    brev[2].refresh_from_db()
    assert brev[2].status == "paagaar"


def test_many_are_saved_and_undone_in_one_order_so_that_no_two_wait_for_each_other(inne, brev, maal):
    """Two that take the same rows in other orders wait for each other, until PostgreSQL throws one of them out."""
    foran = lag_termin(lag_tiltak(maal, "1.1c"))
    Tiltak.objects.filter(pk=foran.tiltak_id).update(nr=0)  # first in the plan, and made last
    valgt = [brev[2], foran, brev[1]]

    with CaptureQueriesContext(connection) as lagring:
        lagret = inne.post(SIDEN, sendt(med_versjon(valgt), "lagre")).context["utfall"].lagret
    with CaptureQueriesContext(connection) as angring:
        inne.post("/tiltak/flere/angre/", {"valgt": med_versjon(lagret)})

    i_rekkefoelge = [brev[1].pk, brev[2].pk, foran.pk]
    assert (skrevet_i(lagring), skrevet_i(angring)) == (i_rekkefoelge, i_rekkefoelge)


def test_after_the_minute_nothing_is_undone(inne, brev):
    lagret = inne.post(SIDEN, sendt(med_versjon(brev[1:3]), "lagre")).context["utfall"].lagret
    Statusendring.objects.update(tid=timezone.now() - timedelta(minutes=2))

    svar = inne.post("/tiltak/flere/angre/", {"valgt": med_versjon(lagret)}, follow=True)

    assertContains(svar, "Ikke angret, siden det er for sent")
    assertNotContains(svar, "står som før")
    assert Termin.objects.filter(status="gjennomfoert", endret__isnull=False).count() == 2


def test_the_undo_sent_twice_is_undone_once(inne, brev):
    lagret = inne.post(SIDEN, sendt(med_versjon(brev[1:3]), "lagre")).context["utfall"].lagret

    svar = [inne.post("/tiltak/flere/angre/", {"valgt": med_versjon(lagret)}, follow=True) for _ in range(2)]

    for ett in svar:
        assertContains(ett, "Angret: 2 frister står som før.")
    assert Statusendring.objects.count() == 4


@pytest.mark.parametrize("felter", [{}, {"valgt": ["x"]}])
def test_an_undo_of_nothing_says_so(inne, brev, felter):
    svar = inne.post("/tiltak/flere/angre/", felter, follow=True)

    assertContains(svar, "Ingenting er angret. Skjemaet er ikke helt.")


def test_the_table_leads_here_with_its_filter(inne, brev):
    assertContains(inne.get("/tiltak/?aar=2026&q=nyhetsbrev"), 'href="/tiltak/flere/?aar=2026&amp;q=nyhetsbrev"')


def test_the_number_at_a_time_is_what_the_server_takes_in(settings):
    assert flereform.HOEYST + 10 < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
