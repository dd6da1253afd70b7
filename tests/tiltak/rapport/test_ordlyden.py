"""Tests of the plan's wording in a report: as it was adopted on the report's last day, whatever was decided after."""

from datetime import date

import pytest

from tests.tiltak.conftest import lag_mange, lag_termin, lag_tiltak
from tiltak.models import Maal, Organ, Periodemaal, Rapport
from tiltak.rapport.innhold import rapportinnhold
from tiltak.redigering.deling import del_opp, slaa_sammen
from tiltak.redigering.endring import endre, legg_til
from tiltak.redigering.plass import Sted, flytt
from tiltak.redigering.strykning import ta_inn_igjen, ta_ut
from tiltak.utgave import Beslutning

I_DAG = date(2027, 6, 1)


@pytest.fixture
def annet(plan):
    return Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Politisk innflytelse")


@pytest.fixture
def rapport(plan, maal, annet):
    """The report of 2025, on a plan with three measures of which one was due."""
    lag_termin(lag_tiltak(maal, "1.1a", "Revidere strategien", "Årlig", ansvarlig="AU"), "2025")
    lag_tiltak(maal, "1.1b", "Møte folk")
    lag_tiltak(annet, "1.2a", "Skrive brev")
    return Rapport.for_aaret(2025)


@pytest.fixture
def tiltaket(rapport, maal):
    return maal.tiltak.get(kode="1.1a")


def vedtak(aar, organ=Organ.AARSMOETET):
    return Beslutning(organ, date(aar, 2, 28), "Sak 7", None)


def fersk(ting):
    """As it is stored now."""
    return type(ting).objects.get(pk=ting.pk)


def skriv_om(ting, beslutning, **nye):
    ting = fersk(ting)
    endre(ting, nye, beslutning, ting.versjon)


def fortalt(rapport):
    """The goals and measures of the report, each as it is worded there, with how many are due."""
    innhold = rapportinnhold(rapport, rapport.finn_plan(), I_DAG)
    return [
        (
            maal.navn,
            maal.motto,
            maal.figurer.frist,
            [(ett.kode, ett.tekst, ett.gjennomfoering, ett.ansvarlig) for ett in maal.tiltak],
        )
        for maal in innhold.maal
    ]


SOM_VEDTATT = [
    (
        "1.1 Tydelig politisk stemme",
        "",
        1,
        [("1.1a", "Revidere strategien", "Årlig", "AU"), ("1.1b", "Møte folk", "Årlig", "")],
    ),
    ("1.2 Politisk innflytelse", "", 0, [("1.2a", "Skrive brev", "Årlig", "")]),
]


def test_a_plan_that_nobody_has_changed_is_told_as_it_stands(rapport):
    assert fortalt(rapport) == SOM_VEDTATT


def test_what_a_later_meeting_words_otherwise_is_told_as_it_was(rapport, tiltaket, maal, annet):
    nytt = {"kode": "1.1x", "tekst": "Kaste strategien", "gjennomfoering": "2027", "ansvarlig": "Fylkesstyret"}
    skriv_om(tiltaket, vedtak(2026), **nytt)
    skriv_om(tiltaket, vedtak(2027), tekst="Glemme strategien")
    skriv_om(maal, vedtak(2026), nummer="1.2", overskrift="Annen stemme", motto="Hør her")
    skriv_om(annet, vedtak(2026), nummer="1.1", overskrift="Mindre innflytelse")
    skriv_om(annet, vedtak(2027), overskrift="Ingen innflytelse")

    assert fortalt(rapport) == SOM_VEDTATT


def test_what_was_decided_on_the_last_day_or_before_is_told(rapport, tiltaket, maal):
    skriv_om(maal, vedtak(2025), overskrift="Ny stemme")
    skriv_om(tiltaket, Beslutning(Organ.FYLKESSTYRET, date(2025, 12, 31), "Sak 1", None), tekst="Bruke strategien")
    skriv_om(tiltaket, vedtak(2026), tekst="Kaste strategien")

    navn, _, _, tiltak = fortalt(rapport)[0]
    assert (navn, tiltak[0][1]) == ("1.1 Ny stemme", "Bruke strategien")


def test_a_slip_that_is_mended_later_was_never_adopted(rapport, tiltaket, maal):
    skriv_om(tiltaket, vedtak(2026, Organ.RETTING), tekst="Revidere strategiene")
    skriv_om(maal, vedtak(2026, Organ.RETTING), overskrift="Tydelige stemmer")
    skriv_om(tiltaket, vedtak(2027), tekst="Kaste strategiene")
    skriv_om(maal, vedtak(2027), overskrift="Annen stemme")
    skriv_om(tiltaket, vedtak(2027, Organ.RETTING), tekst="Kaste alle strategier")

    navn, _, _, tiltak = fortalt(rapport)[0]
    assert (navn, tiltak[0][1]) == ("1.1 Tydelige stemmer", "Revidere strategiene")


def test_a_measure_that_was_moved_later_stands_where_it_stood_with_its_figures(rapport, tiltaket, annet):
    flytt(tiltaket, Sted(annet, annet.tiltak.get()), vedtak(2026), tiltaket.versjon)
    skriv_om(tiltaket, vedtak(2026), kode="1.2b")

    assert fortalt(rapport) == SOM_VEDTATT
    rapport.aar, rapport.fra, rapport.til = 2026, date(2026, 1, 1), date(2026, 12, 31)
    assert [(navn, [ett[0] for ett in tiltak]) for navn, _, _, tiltak in fortalt(rapport)] == [
        ("1.1 Tydelig politisk stemme", ["1.1b"]),
        ("1.2 Politisk innflytelse", ["1.2a", "1.2b"]),
    ]


def test_goals_that_changed_places_later_stand_in_the_order_they_had(rapport, maal, annet):
    flytt(annet, Sted(None, None), vedtak(2026), annet.versjon)

    assert fortalt(rapport) == SOM_VEDTATT


def test_measures_that_changed_places_later_stand_in_the_order_they_had(rapport, maal):
    siste = maal.tiltak.get(kode="1.1b")
    flytt(siste, Sted(maal, None), vedtak(2026), siste.versjon)

    assert fortalt(rapport) == SOM_VEDTATT


def test_the_same_words_twice_stay_under_the_goal_that_they_stood_under(rapport, maal, annet):
    for ett in (maal, annet):
        lag_termin(lag_tiltak(ett, "x", "Det samme"), "2025")
    fremst = annet.tiltak.get(kode="x")
    flytt(fremst, Sted(annet, None), vedtak(2026), fremst.versjon)

    assert [(frist, [ett[:2] for ett in tiltak][-1]) for _, _, frist, tiltak in fortalt(rapport)] == [
        (2, ("x (1)", "Det samme")),
        (1, ("x (2)", "Det samme")),
    ]


def test_what_was_taken_out_added_split_or_merged_later_is_told_as_it_was(rapport, tiltaket, maal, annet):
    andre, brev = maal.tiltak.get(kode="1.1b"), annet.tiltak.get()
    ordlyd = {"kode": "1.1a", "tekst": "Første halvdel", "gjennomfoering": "Årlig", "ansvarlig": "AU"}
    del_opp(tiltaket, ordlyd, [{**ordlyd, "tekst": "Andre halvdel"}], vedtak(2026), tiltaket.versjon)
    tiltaket = fersk(tiltaket)
    slaa_sammen(tiltaket, [andre], {**ordlyd, "tekst": "Alt i ett"}, vedtak(2026), tiltaket.versjon)
    nytt = type(brev)(kode="1.2b", tekst="Ringe", gjennomfoering="Årlig", ansvarlig="")
    legg_til(nytt, Sted(annet, brev), vedtak(2026))
    annet = fersk(annet)
    ta_ut(annet, vedtak(2027), annet.versjon)

    assert fortalt(rapport) == SOM_VEDTATT


def test_a_measure_that_went_out_within_the_period_stands_where_it_stood_and_says_so(rapport, tiltaket, maal):
    ta_ut(tiltaket, Beslutning(Organ.AARSMOETET, date(2025, 3, 1), "Sak 1", None), tiltaket.versjon)
    skriv_om(maal.tiltak.get(kode="1.1b"), vedtak(2026), tekst="Møte flere")

    assert [ett[:2] for ett in fortalt(rapport)[0][3]] == [
        ("1.1a (ute av planen)", "Revidere strategien"),
        ("1.1b", "Møte folk"),
    ]


def test_one_that_came_in_again_after_the_last_day_is_told_as_out(rapport, tiltaket):
    ta_ut(tiltaket, Beslutning(Organ.AARSMOETET, date(2025, 3, 1), "Sak 1", None), tiltaket.versjon)
    tiltaket = fersk(tiltaket)
    ta_inn_igjen(tiltaket, vedtak(2026), tiltaket.versjon)

    assert fortalt(rapport)[0][3][0][0] == "1.1a (ute av planen)"


def test_the_plans_own_name_is_the_one_that_it_had(rapport, plan):
    skriv_om(plan, vedtak(2026), tittel="Plan for framtida", organisasjon="Hedmark SV")

    innhold = rapportinnhold(rapport, fersk(plan), I_DAG)

    assert (innhold.plan, innhold.organisasjon) == ("Arbeidsplan 2025-2028", "Innlandet SV")


def test_goals_for_the_period_are_told_as_they_were_also_one_that_was_dropped(rapport, plan):
    foerste, andre, tredje = [
        Periodemaal.objects.create(plan=plan, nr=nr, tekst=tekst)
        for nr, tekst in enumerate(["Flere medlemmer", "Flere lag", "Mer moro"], start=1)
    ]
    ta_ut(foerste, vedtak(2026), foerste.versjon)
    skriv_om(andre, vedtak(2026), tekst="Færre lag")
    skriv_om(tredje, vedtak(2026, Organ.RETTING), tekst="Mer moro!")
    skriv_om(andre, vedtak(2027), tekst="Ingen lag")
    legg_til(Periodemaal(plan=plan, tekst="Nytt"), Sted(), vedtak(2027))

    perioden = rapportinnhold(rapport, plan, I_DAG).perioden

    assert [maal.tekst for maal in perioden.maal] == ["Flere medlemmer", "Flere lag", "Mer moro!"]


def test_ten_times_the_plan_costs_the_same_few_queries_when_it_was_changed_later(plan, django_assert_num_queries):
    rapport, antallet = Rapport.for_aaret(2025), []
    for aar, antall in ((2026, 1), (2027, 10)):
        lag_mange(plan, antall)
        maal = plan.maal.last()
        skriv_om(maal, vedtak(aar), overskrift=f"Ny {aar}")
        with django_assert_num_queries(antallet[0] if antallet else 10) as spurt:
            rapportinnhold(rapport, plan, I_DAG)
        antallet.append(len(spurt))

    assert antallet == [10, 10]
