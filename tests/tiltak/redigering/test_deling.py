"""Measures split and merged in mid-period: each log stays where it was, and so do the figures of the years past."""

from datetime import date

import pytest

from tiltak.models import Status, Tiltak
from tiltak.redigering.deling import del_opp, slaa_sammen

from .conftest import AARSMOETET, endringene, lag_lest_tiltak, terminene
from .test_strykning import beretning, sett


def ordlyd(kode, tekst, gjennomfoering="Årlig", ansvarlig=""):
    return {"kode": kode, "tekst": tekst, "gjennomfoering": gjennomfoering, "ansvarlig": ansvarlig}


def test_a_split_measure_keeps_its_log_and_the_new_ones_begin_with_the_decision(lest, beslutning, styremedlem):
    sett(lest, "2025", Status.GJENNOMFOERT, utfoert=date(2025, 5, 1))
    lest.foelg_opp(styremedlem, fra=None)
    lest.refresh_from_db()

    [ny] = del_opp(lest, ordlyd("1.1a", "Skrive strategien"), [ordlyd("1.1b", "Vedta den")], beslutning, lest.versjon)

    lest.refresh_from_db()
    assert (lest.tekst, terminene(lest)[0]) == ("Skrive strategien", ("2025", "gjennomfoert"))
    assert (ny.delt_fra, ny.innfoert, ny.nr, ny.foelges_opp_av) == (lest, AARSMOETET, 2, styremedlem)
    assert terminene(ny) == [("2026", "ikke_startet"), ("2027", "ikke_startet"), ("2028", "ikke_startet")]
    assert endringene() == [
        ("Tiltak 1.1a", "ordlyd", "Revidere strategien", "Skrive strategien"),
        ("Tiltak 1.1b", "lagt til", "", "1.1b\nVedta den\nGjennomføring: Årlig"),
        ("Tiltak 1.1b", "delt fra", "", "1.1a Skrive strategien"),
    ]


def test_the_one_that_stays_has_the_wording_and_the_others_go_into_it(maal, lest, beslutning):
    annet = lag_lest_tiltak(maal, "1.1b", "Møte folk")
    sett(annet, "2026")

    slaa_sammen(lest, [annet], ordlyd("1.1a", "Revidere strategien og møte folk"), beslutning, lest.versjon)

    annet.refresh_from_db()
    assert (annet.utgaatt, annet.gaatt_inn_i) == (AARSMOETET, lest)
    assert terminene(annet) == [("2025", "ikke_startet"), ("2026", "utgaar")]
    merknad = annet.terminer.get(noekkel="2026").merknad
    assert merknad == "Tatt ut av planen 28. februar 2026 (Årsmøtet). Går inn i 1.1a. Vedtak i sak 7"
    assert [(hva, felt) for hva, felt, *_ in endringene()] == [
        ("Tiltak 1.1a", "ordlyd"),
        ("Tiltak 1.1b", "tatt ut"),
        ("Tiltak 1.1b", "gått inn i"),
    ]


@pytest.mark.parametrize("grep", ["del", "slå sammen"])
def test_the_report_of_a_year_past_is_the_same_afterwards(plan, maal, lest, beslutning, grep):
    annet = lag_lest_tiltak(maal, "1.1b", "Møte folk")
    sett(lest, "2025", Status.GJENNOMFOERT, utfoert=date(2025, 5, 1))
    sett(annet, "2025", Status.DELVIS, utfoert=date(2025, 6, 1))
    foer = beretning(plan)

    if grep == "del":
        del_opp(lest, ordlyd("1.1a", lest.tekst), [ordlyd("1.1c", "Mer")], beslutning, lest.versjon)
    else:
        slaa_sammen(lest, [annet], ordlyd("1.1a", lest.tekst), beslutning, lest.versjon)

    assert beretning(plan) == foer


def test_in_a_draft_the_others_are_deleted(utkasttiltak):
    annet = lag_lest_tiltak(utkasttiltak.maal, "1b", "Verve")

    slaa_sammen(utkasttiltak, [annet], ordlyd("1a", "Møte folk og verve"), None, utkasttiltak.versjon)

    assert list(Tiltak.objects.values_list("kode", "tekst")) == [("1a", "Møte folk og verve")]
