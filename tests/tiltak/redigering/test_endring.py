"""Wording changed and parts added: logged, kept as editions, and read anew where a deadline is another."""

from datetime import date

import pytest

from aktivitet.models import EndretAvAndre
from tiltak.frist import les
from tiltak.models import Avsnitt, Frist, Kapittel, Maal, Ordlydsendring, Periodemaal, Planutgave, Status, Tiltak
from tiltak.oversikt import oversikt
from tiltak.redigering.endring import endre, legg_til
from tiltak.redigering.plass import Sted
from tiltak.tolkning import velg
from tiltak.utgave import ManglerBeslutning

from .conftest import AARSMOETET, endringene, lag_lest_tiltak, terminene
from .test_strykning import beretning


@pytest.mark.parametrize(
    ("lag", "nye", "ventet"),
    [
        (lambda plan: plan, {"tittel": "Arbeidsplan"}, ("Arbeidsplan 2025-2028", "tittel")),
        (
            lambda plan: Kapittel.objects.create(plan=plan, slag="visjon", nr=1, overskrift="Visjon"),
            {"overskrift": "Vår visjon"},
            ("Visjon", "overskrift"),
        ),
        (
            lambda plan: Periodemaal.objects.create(plan=plan, nr=1, tekst="Vinne"),
            {"tekst": "Vinne valget"},
            ("Periodemål 1", "ordlyd"),
        ),
        (
            lambda plan: Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Mål"),
            {"motto": "Sammen"},
            ("1 Mål", "motto"),
        ),
        (
            lambda plan: plan.aktivitetsrader.create(nr=1, maaned="Mars"),
            {"valgaar": "Skole"},
            ("Rad i aktivitetsplanen 1", "valgår"),
        ),
    ],
)
def test_every_part_of_an_adopted_plan_is_changed_by_decision_alone(plan, beslutning, lag, nye, ventet):
    ting = lag(plan)
    [(felt, ny)] = nye.items()
    gammel = getattr(ting, felt)
    with pytest.raises(ManglerBeslutning):
        endre(type(ting).objects.get(pk=ting.pk), nye, None, ting.versjon)

    endre(type(ting).objects.get(pk=ting.pk), nye, beslutning, ting.versjon)

    ting.refresh_from_db()
    assert (getattr(ting, felt), ting.versjon) == (ny, 2)
    assert endringene() == [(*ventet, gammel, ny)]


def test_the_edition_has_the_new_title_and_period(plan, beslutning):
    endre(plan, {"tittel": "Ny tittel", "til": date(2027, 12, 31)}, beslutning, plan.versjon)

    ny = Planutgave.objects.order_by("pk").last()
    assert (ny.innhold["tittel"], ny.innhold["til"]) == ("Ny tittel", "2027-12-31")


def test_a_changed_period_moves_the_terminer(plan, lest, beslutning):
    endre(plan, {"til": date(2026, 12, 31)}, beslutning, plan.versjon)

    assert terminene(lest) == [("2025", "ikke_startet"), ("2026", "ikke_startet")]


def test_a_bullet_is_logged_as_one(maal, beslutning):
    avsnitt = Avsnitt.objects.create(maal=maal, nr=1, tekst="SV er tydelig.")

    endre(avsnitt, {"punkt": True}, beslutning, 1)

    assert endringene() == [("1.1 Tydelig politisk stemme, avsnitt 1", "punkt i en liste", "nei", "ja")]


def test_what_is_no_wording_is_changed_without_a_decision(lest, styremedlem):
    endre(lest, {"foelges_opp_av": styremedlem}, None, lest.versjon)

    lest.refresh_from_db()
    assert (lest.foelges_opp_av, Planutgave.objects.filter(av__isnull=False).count()) == (styremedlem, 0)
    assert not Ordlydsendring.objects.exists()


def test_a_change_on_top_of_a_newer_one_is_refused(lest, beslutning):
    Tiltak.objects.update(versjon=5)

    with pytest.raises(EndretAvAndre):
        endre(lest, {"tekst": "Min tekst"}, beslutning, 1)

    assert (Tiltak.objects.get().tekst, Ordlydsendring.objects.count()) == ("Revidere strategien", 0)


# --- A phrase --------------------------------------------------------------------------------------------------------


def test_a_decided_phrase_gives_terminer_from_the_day_of_the_decision(lest, styremedlem, beslutning):
    i_aar = lest.terminer.get(noekkel="2026")
    i_aar.sett_status(Status.PAAGAAR, av=styremedlem, versjon=i_aar.versjon, merknad="Begynt")

    endre(lest, {"gjennomfoering": "Halvårlig"}, beslutning, lest.versjon)

    assert list(lest.terminer.order_by("siste", "pk").values_list("etikett", "fra_tidligere_frist")) == [
        ("2025", False),
        ("1. halvår 2026", False),
        ("2026", True),
        ("2. halvår 2026", False),
        ("1. halvår 2027", False),
        ("2. halvår 2027", False),
        ("1. halvår 2028", False),
        ("2. halvår 2028", False),
    ]


def test_a_mended_phrase_counts_from_the_beginning(lest, retting):
    endre(lest, {"gjennomfoering": "2025 og 2027"}, retting, lest.versjon)

    assert terminene(lest) == [("2025", "ikke_startet"), ("2027", "ikke_startet")]


def test_words_that_are_read_alike_keep_what_was_confirmed(maal, beslutning):
    tiltak = lag_lest_tiltak(maal, "1.1a", gjennomfoering="Etter årsmøteperioden")
    Frist.objects.update(bekreftet=True)

    endre(tiltak, {"gjennomfoering": "etter årsmøteperioden."}, beslutning, tiltak.versjon)

    assert Frist.objects.get().bekreftet


def test_other_words_drop_what_was_chosen_for_the_old_ones(lest, beslutning):
    velg(lest, les("2027"))

    endre(lest, {"gjennomfoering": "2026"}, beslutning, lest.versjon)

    frist = Frist.objects.get()
    assert (frist.les_regel(), frist.bekreftet, frist.gjelder_fra) == (les("2026"), False, AARSMOETET)


@pytest.mark.parametrize(("hvem", "beholdt"), [("retting", True), ("beslutning", False)])
def test_a_mended_slip_in_words_that_are_not_understood_keeps_the_chosen_reading(request, maal, hvem, beholdt):
    tiltak = lag_lest_tiltak(maal, "1.1a", gjennomfoering="Når det pasar")
    velg(tiltak, les("2027"))

    endre(tiltak, {"gjennomfoering": "Når det passer"}, request.getfixturevalue(hvem), tiltak.versjon)

    assert (Frist.objects.get().regel is not None) is beholdt


# --- New parts -------------------------------------------------------------------------------------------------------


def test_a_measure_added_in_the_period_has_nothing_due_before_it_came(maal, lest, beslutning):
    nytt = Tiltak(kode="1.1b", tekst="Noe nytt", gjennomfoering="Halvårlig", ansvarlig="AU")

    legg_til(nytt, Sted(maal), beslutning)

    nytt.refresh_from_db()
    assert (nytt.innfoert, nytt.nr, Tiltak.objects.get(pk=lest.pk).nr) == (AARSMOETET, 1, 2)
    assert nytt.terminer.order_by("siste").first().etikett == "1. halvår 2026"
    assert endringene() == [("Tiltak 1.1b", "lagt til", "", "1.1b\nNoe nytt\nGjennomføring: Halvårlig\nAnsvarlig: AU")]


@pytest.mark.parametrize("hvem", [None, "retting"])
def test_one_that_was_forgotten_counts_from_the_beginning(request, utkasttiltak, maal, hvem):
    eier = maal if hvem else utkasttiltak.maal
    nytt = Tiltak(kode="1b", tekst="Noe nytt", gjennomfoering="2025")

    legg_til(nytt, Sted(eier), hvem and request.getfixturevalue(hvem))

    assert (nytt.innfoert, terminene(nytt)) == (None, [("2025", "ikke_startet")])


def test_a_paragraph_is_added_between_two_others(maal, beslutning):
    foerst, sist = (Avsnitt.objects.create(maal=maal, nr=nr, tekst=tekst) for nr, tekst in ((1, "Først"), (2, "Sist")))

    legg_til(Avsnitt(tekst="Midt i"), Sted(maal, foerst), beslutning)

    assert list(maal.avsnitt.values_list("nr", "tekst")) == [(1, "Først"), (2, "Midt i"), (3, "Sist")]
    assert endringene() == [("1.1 Tydelig politisk stemme, avsnitt 2", "lagt til", "", "Midt i")]
    assert sist.pk


def test_a_goal_is_added_under_another_after_everything_there(plan, maal, beslutning):
    under = Maal.objects.create(plan=plan, nr=2, nummer="1.1.1", overskrift="Under", forelder=maal)
    Maal.objects.create(plan=plan, nr=3, nummer="2", overskrift="Neste")

    legg_til(Maal(plan=plan, nummer="1.1.2", overskrift="Nytt"), Sted(maal, under), beslutning)

    rader = list(plan.maal.values_list("nr", "nummer", "forelder__nummer", "innfoert"))
    assert rader == [
        (1, "1.1", None, None),
        (2, "1.1.1", "1.1", None),
        (3, "1.1.2", "1.1", AARSMOETET),
        (4, "2", None, None),
    ]


def test_what_is_added_in_2026_is_in_no_list_or_report_of_2025(plan, maal, lest, beslutning):
    nytt_maal = Maal(plan=plan, nummer="2", overskrift="Nytt")
    foer = beretning(plan)
    legg_til(nytt_maal, Sted(None, maal), beslutning)
    legg_til(Tiltak(kode="2a", tekst="Noe nytt", gjennomfoering="Årlig"), Sted(nytt_maal), beslutning)

    def listen(aar):
        return [(rad.maal.nummer, len(rad.tiltak)) for rad in oversikt(plan, aar, AARSMOETET).maal]

    assert (listen(2025), listen(2026)) == ([("1.1", 1)], [("1.1", 1), ("2", 1)])
    assert beretning(plan) == foer
    assert beretning(plan, 2026)[0] == 2
