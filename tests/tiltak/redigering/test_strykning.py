"""Parts taken out of a plan, and in again: what was reported stays, and the years past stay as they were."""

from datetime import date

import pytest

from aktivitet.models import EndretAvAndre
from tests.tiltak.conftest import lag_plan
from tiltak.models import Avsnitt, Kapittel, Maal, Ordlydsendring, Planutgave, Rapport, Status, Termin, Tiltak
from tiltak.rapport.innhold import rapportinnhold
from tiltak.redigering.strykning import ta_inn_igjen, ta_ut
from tiltak.terminplan import oppdater_alle
from tiltak.utgave import Beslutning

from .conftest import AARSMOETET, endringene, lag_lest_tiltak, terminene

HVORFOR = "Tatt ut av planen 28. februar 2026 (Årsmøtet). Vedtak i sak 7"


def sett(tiltak, noekkel, status=Status.PAAGAAR, **felter):
    termin = tiltak.terminer.get(noekkel=noekkel)
    termin.sett_status(status, av=None, versjon=termin.versjon, **felter)
    return termin


def beretning(plan, aar=2025):
    rapport = Rapport(aar=aar, fra=date(aar, 1, 1), til=date(aar, 12, 31))
    innhold = rapportinnhold(rapport, plan, date(2027, 6, 1))
    return innhold.antall_tiltak, innhold.figurer, innhold.maal


def test_a_dropped_measure_keeps_what_was_due_and_what_was_reported(lest, beslutning):
    sett(lest, "2027", merknad="Begynt i god tid")
    sett(lest, "2028", Status.GJENNOMFOERT, utfoert=date(2026, 1, 5))

    ta_ut(lest, beslutning, lest.versjon)

    lest.refresh_from_db()
    assert (lest.utgaatt, lest.gaatt_inn_i) == (AARSMOETET, None)
    assert terminene(lest) == [("2025", "ikke_startet"), ("2027", "utgaar"), ("2028", "gjennomfoert")]
    sist = Termin.objects.get(noekkel="2027").logg.first()
    assert (sist.status, sist.merknad, sist.av) == ("utgaar", HVORFOR, beslutning.av)


def test_a_dropped_measure_stays_dropped_when_the_meetings_move(lest, beslutning):
    ta_ut(lest, beslutning, lest.versjon)

    oppdater_alle()

    assert terminene(lest) == [("2025", "ikke_startet")]


def test_dropping_is_logged_and_kept_as_an_edition(lest, beslutning):
    ta_ut(lest, beslutning, lest.versjon)

    _, ny = Planutgave.objects.order_by("pk")
    assert [maal["tiltak"] for maal in ny.innhold["maal"]] == [[]]
    assert (ny.gjelder_fra, ny.organ, ny.grunn) == (AARSMOETET, "arsmotet", "Vedtak i sak 7")
    ordlyd = "1.1a\nRevidere strategien\nGjennomføring: Årlig"
    assert endringene() == [("Tiltak 1.1a", "tatt ut", ordlyd, "")]
    assert Ordlydsendring.objects.get().tiltak == lest


def test_the_report_of_a_year_past_is_the_same_after_a_measure_is_dropped(plan, lest, beslutning):
    sett(lest, "2025", Status.GJENNOMFOERT, utfoert=date(2025, 5, 1))
    foer = beretning(plan)

    ta_ut(lest, beslutning, lest.versjon)

    assert beretning(plan) == foer
    assert beretning(plan, 2027)[0] == 0


def test_one_that_was_dropped_is_taken_in_again_from_the_decision_on(lest, beslutning):
    sett(lest, "2026")
    sett(lest, "2027", Status.UTSATT, utsatt_til=date(2028, 2, 1))
    ta_ut(lest, beslutning, lest.versjon)
    lest.refresh_from_db()

    igjen = Beslutning(beslutning.organ, date(2027, 2, 27), "Vedtak i sak 8", beslutning.av)
    ta_inn_igjen(lest, igjen, lest.versjon)

    lest.refresh_from_db()
    assert lest.utgaatt is None
    assert terminene(lest) == [
        ("2025", "ikke_startet"),
        ("2026", "utgaar"),
        ("2027", "utsatt"),
        ("2028", "ikke_startet"),
    ]
    assert endringene()[-1] == ("Tiltak 1.1a", "lagt til", "", "1.1a\nRevidere strategien\nGjennomføring: Årlig")


def test_a_year_without_it_is_still_one_when_it_is_in_again(plan, maal, lest, beslutning):
    ta_ut(maal, beslutning, maal.versjon)
    uten = beretning(plan, 2027)
    maal.refresh_from_db()

    igjen = Beslutning(beslutning.organ, date(2028, 2, 26), "Vedtak i sak 8", beslutning.av)
    ta_inn_igjen(maal, igjen, maal.versjon)

    assert (uten[0], uten[2]) == (0, ())
    assert beretning(plan, 2027) == uten
    assert [beretning(plan, aar)[0] for aar in (2025, 2026, 2028)] == [1, 1, 1]


def test_a_drop_that_was_a_slip_leaves_no_hole(lest, beslutning, retting):
    sett(lest, "2026")
    ta_ut(lest, beslutning, lest.versjon)
    lest.refresh_from_db()

    ta_inn_igjen(lest, retting, lest.versjon)

    assert terminene(lest) == [
        ("2025", "ikke_startet"),
        ("2026", "paagaar"),
        ("2027", "ikke_startet"),
        ("2028", "ikke_startet"),
    ]


def test_a_goal_goes_out_with_everything_under_it_and_comes_in_with_it(plan, maal, lest, beslutning, retting):
    under = Maal.objects.create(plan=plan, nr=2, nummer="1.1.1", overskrift="Under", forelder=maal)
    under.avsnitt.create(nr=1, tekst="Et avsnitt.")
    annet = lag_lest_tiltak(under, "1.1.1a")
    foer = lag_lest_tiltak(maal, "1.1b", utgaatt=date(2025, 9, 1))

    ta_ut(maal, beslutning, maal.versjon)
    ute = {ting.pk: ting.utgaatt for ting in (*Maal.objects.all(), *Tiltak.objects.all())}
    maal.refresh_from_db()
    utgaver = Planutgave.objects.count()
    ta_inn_igjen(maal, retting, maal.versjon)

    assert ute == {**dict.fromkeys([maal.pk, under.pk, lest.pk, annet.pk], AARSMOETET), foer.pk: date(2025, 9, 1)}
    assert utgaver == 2
    assert [ting.utgaatt for ting in (*Maal.objects.all(), lest, annet)] == [None] * 4
    assert Tiltak.objects.get(pk=foer.pk).utgaatt == date(2025, 9, 1)


def test_the_log_tells_a_goal_that_goes_out_as_it_was_read(plan, maal, beslutning):
    under = Maal.objects.create(plan=plan, nr=2, nummer="1.1.1", overskrift="Under", forelder=maal)
    for ett in (under, maal):
        for nr in (1, 2):
            ett.avsnitt.create(nr=nr, tekst=f"Avsnitt {nr} i {ett.nummer}")

    ta_ut(maal, beslutning, maal.versjon)

    avsnittene = [foer for _, _, foer, _ in endringene() if foer.startswith("Avsnitt")]
    assert avsnittene == ["Avsnitt 1 i 1.1", "Avsnitt 2 i 1.1", "Avsnitt 1 i 1.1.1", "Avsnitt 2 i 1.1.1"]


def test_a_measure_comes_in_with_the_goal_that_it_hangs_under(maal, lest, beslutning, retting):
    ta_ut(maal, beslutning, maal.versjon)
    lest.refresh_from_db()

    ta_inn_igjen(lest, retting, lest.versjon)

    maal.refresh_from_db()
    lest.refresh_from_db()
    assert (maal.utgaatt, lest.utgaatt) == (None, None)


@pytest.mark.parametrize("slag", ["kapittel", "avsnitt", "periodemaal", "rad"])
def test_what_nobody_reports_on_is_deleted_and_stays_in_the_log(plan, beslutning, slag):
    kapittel = Kapittel.objects.create(plan=plan, slag="visjon", nr=1, overskrift="Visjon")
    ting = {
        "kapittel": kapittel,
        "avsnitt": Avsnitt.objects.create(kapittel=kapittel, nr=1, tekst="Et sterkt lag."),
        "periodemaal": plan.periodemaal.create(nr=1, tekst="Vinne"),
        "rad": plan.aktivitetsrader.create(nr=1, maaned="Mars", valgaar="Skole"),
    }[slag]

    ta_ut(ting, beslutning, ting.versjon)

    ventet = {
        "kapittel": ("Visjon", "tatt ut", "Visjon", ""),
        "avsnitt": ("Visjon, avsnitt 1", "tatt ut", "Et sterkt lag.", ""),
        "periodemaal": ("Periodemål 1", "tatt ut", "Vinne", ""),
        "rad": ("Rad i aktivitetsplanen 1", "tatt ut", "Mars\nValgår: Skole", ""),
    }
    assert endringene()[0] == ventet[slag]
    assert not type(ting).objects.filter(pk=ting.pk).exists()


def test_in_a_draft_it_is_deleted_when_nobody_has_reported_on_it(utkast, utkasttiltak):
    maal = utkasttiltak.maal
    annet = lag_lest_tiltak(maal, "1b", delt_fra=utkasttiltak)
    sett(annet, "2026")

    ta_ut(maal, None, maal.versjon)

    annet.refresh_from_db()
    assert (list(Tiltak.objects.all()), annet.delt_fra, annet.utgaatt is None) == ([annet], None, False)
    assert terminene(annet)[-1] == ("2026", "utgaar")
    assert not Ordlydsendring.objects.exists()


def test_a_draft_goal_without_reports_goes_with_its_tree(utkast, utkasttiltak):
    Maal.objects.create(plan=utkast, nr=2, nummer="1.1", overskrift="Under", forelder=utkasttiltak.maal)

    ta_ut(utkasttiltak.maal, None, 1)

    assert (Maal.objects.count(), Tiltak.objects.count(), Termin.objects.count()) == (0, 0, 0)


def test_what_somebody_saved_meanwhile_is_not_taken_out(lest, beslutning):
    Tiltak.objects.update(versjon=5)

    with pytest.raises(EndretAvAndre):
        ta_ut(lest, beslutning, 1)

    assert (Tiltak.objects.get().utgaatt, Ordlydsendring.objects.count()) == (None, 0)


@pytest.mark.parametrize("antall", [1, 4])
def test_a_goal_of_any_size_goes_out_in_the_same_few_questions(beslutning, antall, django_assert_num_queries):
    plan = lag_plan("stor")
    maal = Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Stort")
    for nr in range(antall):
        lag_lest_tiltak(maal, f"1{nr}")
        maal.avsnitt.create(nr=nr + 1, tekst="Et avsnitt.")

    with django_assert_num_queries(38):
        ta_ut(maal, beslutning, maal.versjon)
