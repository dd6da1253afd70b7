"""The page that shows a revised draft beside its plan: what it says, what is decided on it, and when it says no."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.shortcuts import get_object_or_404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.tiltak.conftest import uten_merker
from tests.tiltak.revisjon.conftest import REVISJONEN, beslutning, revidert, tiltaket
from tests.tiltak.revisjon.test_fletting import stor_plan
from tests.tiltak.revisjon.test_kobling import NY_ORDLYD, usikre
from tiltak.importering import importer
from tiltak.innlesing import forkast, sett_utgave
from tiltak.models import Kildedokument, Ordlydsendring, Plan, Planutgave, Sammenlikning, Tiltak
from tiltak.revisjon.fletting import flett
from tiltak.views import sammenlikning


@pytest.fixture
def klient(client, sekretaer, i_dag):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def utkast(plan, meldinger):
    return importer(revidert(*REVISJONEN), revisjon_av=plan)


def adressen(utkast):
    return reverse("tiltak:sammenlikn", args=[utkast.slug])


def les(klient, utkast):
    return klient.get(adressen(utkast)).content.decode()


def grupper(html):
    """The page's groups by their headings, which hold the number, with the codes in each."""
    svar = {}
    for del_ in re.split(r"(?=<section|<details)", html)[1:]:
        tittel = re.search(r"<(?:h2|h3|summary)[^>]*>(.*?)</", del_)[1]
        koder = re.findall(r'<p class="koder">(.*?)(?:<span class="dempet">|</p>)', del_, re.S)
        if koder:
            svar.setdefault(tittel, []).extend(uten_merker(ett) for ett in koder)
    return svar


def raden(html, tiltak):
    return re.search(rf'<li class="forskjell" id="tiltak-{tiltak.pk}".*?</li>', html, re.S)[0]


def par(ny, handling, **andre):
    versjon = Sammenlikning.objects.get().versjon
    return {"handling": handling, "slag": "tiltak", "ny": ny.pk, "versjon": versjon} | andre


def vedtaket(html, **andre):
    """What the form at the bottom sends."""
    sett = re.search(r'name="sett" value="([^"]*)"', html)[1]
    felter = {"organ": "arsmotet", "vedtaksdag": "2026-02-28", "grunn": "Vedtak i sak 7", "sett": sett}
    return {"handling": "flett"} | felter | andre


def test_the_page_tells_everything_that_differs_by_what_became_of_it(klient, utkast):
    html = les(klient, utkast)

    funnet = grupper(html)
    assert (len(funnet.pop("Uendret: 39")), len(funnet.pop("Uendret: 13"))) == (39, 13)
    assert funnet == {
        "Nye: 1": ["1.2a", "1.2"],
        "Borte: 2": ["1.1e", "1.3c"],
        "Endret: 2": ["1.1a", "fra 1.1b → til 1.1c"],
        "Flyttet, med de samme ordene: 6": [
            "fra 1.1c → til 1.1b",
            "fra 1.2a → til 1.3a",
            "fra 1.2b → til 1.3b",
            "fra 1.3a → til 1.4a",
            "fra 1.3b → til 1.4b",
            "fra 1.3d → til 1.4c",
        ],
        "Flyttet, med de samme ordene: 2": ["fra 1.2 → til 1.3", "fra 1.3 → til 1.4"],
        "Resten av planen: 1": ["Undertittel"],
    }
    tall = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)
    assert tall == [("Nye tiltak", "1"), ("Endret", "2"), ("Flyttet", "6"), ("Borte", "2"), ("Uendret", "39")]


def test_a_changed_measure_shows_its_words_out_and_in_and_what_was_reported(klient, utkast):
    rad = uten_merker(raden(les(klient, utkast), tiltaket(utkast, "Workshops")))

    assert rad == (
        "fra 1.1b → til 1.1c under 1.1 Tydelig politisk stemme "
        "[tatt ut: Workshoper ] [satt inn: Workshops ] om kommunikasjon på tvers av organer "
        "1 termin med status følger med. Dette er et nytt tiltak (1.1c)"
    )


def test_a_measure_that_changes_goal_says_from_where_to_where(klient, plan):
    dok = revidert(
        ("1.1d\tDelta på nasjonale kampanjer i regi av SV\tÅrlig\n", ""),
        ("1b\tVedta", "1c\tDelta på nasjonale kampanjer i regi av SV\tÅrlig\n1b\tVedta"),
    )
    utkast = importer(dok, revisjon_av=plan)
    rad = uten_merker(raden(les(klient, utkast), tiltaket(utkast, "Delta på nasjonale kampanjer")))

    assert rad.startswith("fra 1.1d → til 1c flyttet fra 1.1 Tydelig politisk stemme til 1 Politisk mål Delta på")


def test_what_is_uncertain_stands_first_and_must_be_answered_before_the_draft_is_worked_in(klient, plan):
    utkast = importer(revidert(NY_ORDLYD), revisjon_av=plan)
    html = les(klient, utkast)
    svar = klient.post(adressen(utkast), vedtaket(html))

    assert next(iter(grupper(html).items())) == ("Er dette det samme? 1 spørsmål", ["1.2a"])
    assert "Svar først på det som er usikkert: 1 står øverst på siden." in svar.content.decode()
    assert Plan.objects.count() == 2

    ny = tiltaket(utkast, "Kjøpe partytelt")
    klient.post(adressen(utkast), par(ny, "koble", gammel=ny.tilsvarer_id))
    svar = klient.post(adressen(utkast), vedtaket(les(klient, utkast)))
    assert (svar.status_code, Plan.objects.get()) == (302, plan)
    assert tiltaket(plan, "Kjøpe partytelt").kode == "1.2a"


def test_all_that_is_uncertain_is_answered_at_once(klient, plan):
    utkast = importer(revidert(NY_ORDLYD), revisjon_av=plan)

    svar = klient.post(adressen(utkast), {"handling": "alle", "versjon": Sammenlikning.objects.get().versjon})

    assert (svar.url, usikre(utkast)) == (f"{adressen(utkast)}?sagt=alle", [])


def test_a_pair_is_parted_and_the_new_one_joined_to_another(klient, plan, utkast):
    ny, gammel = tiltaket(utkast, "Workshops"), tiltaket(plan, "Arrangere felles")
    svar = klient.post(adressen(utkast), par(ny, "skill"))
    html = klient.get(svar.url).content.decode()

    assert svar.url == f"{adressen(utkast)}?sagt=skill&valgt=tiltak-{ny.pk}#tiltak-{ny.pk}"
    assert "Skilt: det nye regnes som nytt, og det gamle som tatt ut." in html
    assert grupper(html)["Nye: 2"] == ["1.1c", "1.2a"]
    assert "data-fokus" in raden(html, ny)
    valgene = re.findall(r'<option value="(\d*)">(.*?)</option>', raden(html, ny))
    assert valgene[0] == ("", "et nytt tiltak")
    assert sorted(int(pk) for pk, _ in valgene[1:]) == sorted(
        [tiltaket(plan, "Workshoper").pk, tiltaket(plan, "Bidra i aksjoner").pk, gammel.pk]
    )
    assert valgene[1][1] == "1.1b Workshoper om kommunikasjon på tvers av organer – videreført"

    klient.post(adressen(utkast), par(ny, "koble", gammel=gammel.pk))
    assert Tiltak.objects.get(pk=ny.pk).tilsvarer == gammel


KAN_IKKE_KOBLES = [
    ({"versjon": 1}, "noen andre har koblet om noe i mellomtiden"),
    ({"gammel": 10**9}, "det finnes ikke lenger i planen"),
    ({"gammel": ""}, "velg hva det fører videre"),
    ({"gammel": "x"}, "Skjemaet er ikke helt"),
    ({"ny": 2**70}, "Skjemaet er ikke helt"),
    ({"slag": "plan"}, "Skjemaet er ikke helt"),
    ({"handling": "noe"}, "Skjemaet er ikke helt"),
]


def test_what_cannot_be_joined_is_said_and_nothing_is_changed(klient, plan, utkast):
    Sammenlikning.objects.update(versjon=5)
    ny = tiltaket(utkast, "Lage klimaplan")
    gammel = tiltaket(plan, "Arrangere felles")
    for feil, sagt in KAN_IKKE_KOBLES:
        svar = klient.post(adressen(utkast), par(ny, "koble", gammel=gammel.pk) | feil, follow=True)

        assert sagt in svar.content.decode(), feil
        staar = tiltaket(utkast, "Lage klimaplan").tilsvarer, Sammenlikning.objects.get().avgjort
        assert staar == (None, {}), feil


def test_the_draft_is_worked_in_by_the_decision_that_is_written(klient, plan, utkast, sekretaer):
    svar = klient.post(adressen(utkast), vedtaket(les(klient, utkast)))

    utgave = Planutgave.objects.latest("pk")
    assert (svar.url, Plan.objects.get()) == (plan.get_absolute_url(), plan)
    assert (utgave.organ, utgave.vedtaksdag, utgave.grunn, utgave.av) == (
        "arsmotet",
        date(2026, 2, 28),
        "Vedtak i sak 7",
        sekretaer,
    )
    assert klient.get(adressen(utkast)).status_code == 404


@pytest.mark.parametrize(
    "foerst", [lambda utkast: flett(utkast, beslutning()), forkast], ids=["tatt inn", "forkastet"]
)
@pytest.mark.parametrize("handling", ["flett", "paa_nytt", "skill"])
def test_a_draft_that_goes_while_the_page_is_sent_is_told(klient, utkast, monkeypatch, foerst, handling):
    """Of two who press the button at once, or one who presses twice, the last one waits for the first."""
    ny = tiltaket(utkast, "Workshops")
    sendt = vedtaket(les(klient, utkast)) if handling == "flett" else par(ny, handling)

    def les_og_bli_forbigaatt(alle, **hva):
        lest = get_object_or_404(alle, **hva)
        foerst(lest)
        return lest

    monkeypatch.setattr(sammenlikning, "get_object_or_404", les_og_bli_forbigaatt)
    svar = klient.post(adressen(utkast), sendt, follow=True)

    assert (svar.status_code, svar.redirect_chain[0][0]) == (200, utkast.revisjon_av.get_absolute_url())
    assert [str(melding) for melding in svar.context["messages"]] == [sammenlikning.BORTE]


def test_a_plan_that_is_superseded_meanwhile_is_told(klient, plan, utkast):
    foer = les(klient, utkast)
    Plan.objects.filter(pk=plan.pk).update(status=Plan.Status.AVLOEST)

    assert ["er avløst av en annen plan" in html for html in (foer, les(klient, utkast))] == [False, True]


def test_a_document_for_another_period_is_no_new_version_of_what_has_been(klient, plan):
    utkast = importer(replace(revidert(), fra=date(2026, 1, 1), til=date(2029, 12, 31)), revisjon_av=plan)

    svar = klient.post(adressen(utkast), vedtaket(les(klient, utkast))).content.decode()

    assert "Planen gjaldt alt 1. januar 2025–27. februar 2026" in svar
    assert "Er dette en plan for en ny periode, skal den ikke inn i den gamle." in svar
    assert list(Plan.objects.order_by("pk").values_list("fra", flat=True)) == [date(2025, 1, 1), date(2026, 1, 1)]


def test_the_reason_begins_with_the_name_of_the_file(klient, utkast):
    Kildedokument.objects.create(plan=utkast, filnavn="arbeidsplan 2026.docx", slag="docx", sha256="x")

    assert "Revidert plan, arbeidsplan 2026.docx</textarea>" in les(klient, utkast).replace("\n", "")


def test_nothing_is_worked_in_without_all_of_the_decision(klient, utkast):
    html = les(klient, utkast)
    for felt in ("organ", "vedtaksdag", "grunn"):
        svar = klient.post(adressen(utkast), vedtaket(html, **{felt: ""}))

        assert "Planen er vedtatt. " in svar.content.decode(), felt
        assert (Plan.objects.count(), Ordlydsendring.objects.count()) == (2, 0), felt


def test_a_plan_changed_meanwhile_is_told_and_compared_anew(klient, plan, utkast):
    html = les(klient, utkast)
    Tiltak.objects.filter(pk=tiltaket(plan, "Fylkespartiet skal").pk).update(tekst="Noe ganske annet")
    svar = klient.post(adressen(utkast), vedtaket(html)).content.decode()

    assert "noe ble endret etter at du åpnet siden" in svar
    assert "Sammenlikn på nytt før du bekrefter." in svar
    svar = klient.post(adressen(utkast), vedtaket(svar)).content.decode()
    assert "noe ble endret etter at du åpnet siden" in svar

    html = klient.post(adressen(utkast), {"handling": "paa_nytt"}, follow=True).content.decode()
    assert "Sammenlikn på nytt før du bekrefter." not in html
    assert (grupper(html)["Nye: 2"], grupper(html)["Borte: 3"]) == (["1.1b", "1.2a"], ["1.1c", "1.1e", "1.3c"])


def test_a_pair_decided_meanwhile_is_looked_at_before_it_is_worked_in(klient, utkast):
    html = les(klient, utkast)
    klient.post(adressen(utkast), par(tiltaket(utkast, "Workshops"), "skill"))
    svar = klient.post(adressen(utkast), vedtaket(html)).content.decode()

    assert "noe ble endret etter at du åpnet siden" in svar
    assert klient.post(adressen(utkast), vedtaket(svar)).status_code == 302


def test_a_draft_of_a_draft_is_worked_in_without_a_decision(klient, db):
    plan = importer(revidert())
    utkast = importer(revidert(*REVISJONEN), revisjon_av=plan)
    html = les(klient, utkast)

    assert 'name="organ"' not in html
    assert klient.post(adressen(utkast), vedtaket(html)).status_code == 302
    assert (Plan.objects.get(), Planutgave.objects.count()) == (plan, 0)


def test_a_draft_said_to_be_a_revision_only_later_has_the_page_as_long_as_it_is_one(klient, plan):
    utkast = importer(revidert(*REVISJONEN))
    foer = klient.get(adressen(utkast)).status_code
    sett_utgave(utkast, plan)
    html = les(klient, utkast)
    sett_utgave(utkast, None)

    assert (foer, grupper(html)["Borte: 2"]) == (404, ["1.1e", "1.3c"])
    assert klient.get(adressen(utkast)).status_code == 404
    assert not Tiltak.objects.filter(tilsvarer__isnull=False).exists()


def test_two_documents_that_say_the_same_say_so(klient, plan):
    html = les(klient, importer(revidert(), revisjon_av=plan))

    assert "De to utgavene sier det samme." in html
    assert grupper(html).keys() == {"Uendret: 49", "Uendret: 15"}


def test_only_drafts_that_revise_a_plan_have_the_page(klient, plan):
    assert klient.get(adressen(plan)).status_code == 404
    assert klient.get(adressen(importer(revidert()))).status_code == 404


def test_the_page_asks_the_same_questions_of_a_large_plan_as_of_a_small_one(klient, db):
    brukt = []
    for antall in (30, 90):
        plan = importer(stor_plan(antall))
        utkast = importer(stor_plan(antall, bytt=True), revisjon_av=plan)
        klient.get(adressen(utkast))
        with CaptureQueriesContext(connection) as spoersmaal:
            klient.get(adressen(utkast))
        brukt.append(len(spoersmaal))

    assert brukt[0] == brukt[1]
