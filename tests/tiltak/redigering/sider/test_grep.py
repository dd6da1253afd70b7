"""The acts on a part, on the plan's own pages: move, take out and in, split, and make one of several."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.tiltak.conftest import lag_plan, lag_tiltak
from tests.tiltak.redigering.conftest import lag_lest_tiltak
from tiltak.models import Avsnitt, Kapittel, Maal, Ordlydsendring, Plan, Planutgave, Status, Tiltak
from tiltak.redigering.grepformer import GJORT_ALT

from .skjema import VEDTAK, adresse, feil, fra_skjema, sagt


@pytest.fixture
def lest(maal):
    return lag_lest_tiltak(maal, "1.1a", "Revidere strategien")


@pytest.fixture
def annet(maal, lest):
    return lag_lest_tiltak(maal, "1.1b", "Møte folk")


def naa(svar):
    """What the browser would send from the page that was answered."""
    return fra_skjema(svar.context["form"])


# --- Moved -----------------------------------------------------------------------------------------------------------


def test_in_a_draft_a_button_moves_a_part_at_once(rediger, utkasttiltak):
    neste = lag_tiltak(utkasttiltak.maal, "1b")

    svar = rediger.post(adresse(neste) + "flytt/", {"retning": "opp"})
    igjen = rediger.post(adresse(neste) + "flytt/", {"retning": "opp"})

    assert list(utkasttiltak.maal.tiltak.all()) == [neste, utkasttiltak]
    assert svar.headers["Location"] == igjen.headers["Location"] == f"/plan/utkast/rediger/#tiltak-{neste.pk}"
    assert sagt(rediger) == ["Flyttet.", "Tiltak 1b står øverst fra før."]


def test_in_an_adopted_plan_the_button_leads_to_the_decision_with_the_place_chosen(rediger, maal, lest, annet):
    spoer = rediger.post(adresse(annet) + "flytt/", {"retning": "opp"})
    uten = rediger.post(adresse(annet) + "flytt/", naa(spoer))
    rediger.post(adresse(annet) + "flytt/", naa(spoer) | VEDTAK)

    assert (naa(spoer)["sted"], feil(spoer)) == (f"mal-{maal.pk}:forst", {})
    assert feil(uten).keys() == {"organ", "grunn"}
    assert list(maal.tiltak.all()) == [annet, lest]
    assert [(linje.felt, linje.etter) for linje in Ordlydsendring.objects.all()] == [
        ("plass", "først i 1.1 Tydelig politisk stemme")
    ]


@pytest.mark.parametrize("hva", ["kapittel", "avsnitt", "periodemal", "mal", "tiltak", "maned"])
def test_every_part_can_be_moved_to_every_place_that_is_offered(rediger, plan, hva):
    Plan.objects.update(status=Plan.Status.UTKAST)
    over, under = (Kapittel.objects.create(plan=plan, slag="visjon", nr=nr, overskrift=f"K{nr}") for nr in (1, 2))
    en, to = (Maal.objects.create(plan=plan, nr=nr, nummer=str(nr), overskrift="Mål") for nr in (1, 2))
    Maal.objects.create(plan=plan, nr=3, nummer="2.1", overskrift="Under", forelder=to)
    ting = {
        "kapittel": under,
        "avsnitt": Avsnitt.objects.create(kapittel=over, nr=1, tekst="Et avsnitt."),
        "periodemal": plan.periodemaal.create(nr=1, tekst="Vinne"),
        "mal": to,
        "tiltak": lag_tiltak(en, "1a"),
        "maned": plan.aktivitetsrader.create(nr=1, maaned="Mars"),
    }[hva]
    lag_tiltak(to, "2a")
    plan.periodemaal.create(nr=2, tekst="Vokse")
    plan.aktivitetsrader.create(nr=2, maaned="April")
    sti = f"/plan/{plan.slug}/rediger/{hva}/{ting.pk}/flytt/"
    felt = rediger.get(sti).context["form"].fields["sted"]
    steder = [sted for valg in felt.choices for sted in (valg[1] if isinstance(valg[1], list) else [valg])]

    svar = {}
    for verdi, _ in steder:
        ting.refresh_from_db()
        svar[verdi] = rediger.post(sti, {"sted": verdi, "versjon": ting.versjon}).status_code

    assert len(steder) > 1
    assert set(svar.values()) == {302}


@pytest.mark.parametrize("sted", ["", "x", "mal-1000:forst", "mal-999:1", ":", "\0", "å" * 100_000])
def test_a_place_that_is_not_offered_moves_nothing(rediger, utkasttiltak, sted):
    lag_plan("annen").maal.create(pk=1000, nr=1, nummer="1", overskrift="Et annet sted")

    svar = rediger.post(adresse(utkasttiltak) + "flytt/", {"sted": sted, "versjon": 1})

    assert feil(svar).keys() == {"sted"}


def test_what_another_changed_meanwhile_is_not_moved_unknowingly(rediger, maal, lest, annet):
    aapnet = naa(rediger.post(adresse(annet) + "flytt/", {"retning": "opp"})) | VEDTAK
    Tiltak.objects.filter(pk=annet.pk).update(versjon=7, tekst="Møte alle")

    svar = rediger.post(adresse(annet) + "flytt/", aapnet)
    igjen = rediger.post(adresse(annet) + "flytt/", naa(svar))

    assert feil(svar).keys() == {"__all__"}
    assertContains(svar, "Møte alle")
    assert (igjen.status_code, list(maal.tiltak.all())) == (302, [annet, lest])


# --- Taken out and in ------------------------------------------------------------------------------------------------


def test_a_measure_is_taken_out_by_decision_and_the_pages_say_so(rediger, plan, lest, annet):
    sti = adresse(lest) + "ta-ut/"
    uten = rediger.post(sti, naa(rediger.get(sti)))
    rediger.post(sti, naa(rediger.get(sti)) | VEDTAK)

    assert feil(uten).keys() == {"organ", "grunn"}
    lest.refresh_from_db()
    assert lest.utgaatt == date(2026, 2, 28)
    side = rediger.get(lest.get_absolute_url())
    assertContains(side, "Ute av planen fra 28. februar 2026.")
    assertContains(side, "Vedtatt av årsmøtet 28. februar 2026: Vedtak i sak 7")
    assertContains(rediger.get(f"/plan/{plan.slug}/rediger/"), "Ta inn igjen")
    assertNotContains(rediger.get(f"/plan/{plan.slug}/"), "Revidere strategien")


def test_the_list_has_a_dropped_measure_in_the_years_in_which_it_was_due(rediger, plan, maal, lest, annet):
    sti = adresse(lest) + "ta-ut/"
    rediger.post(sti, naa(rediger.get(sti)) | VEDTAK)

    def listen(aar):
        return [ett.kode for rad in rediger.get(f"/tiltak/?aar={aar}").context["oversikt"].maal for ett in rad.tiltak]

    assert {aar: listen(aar) for aar in (2025, 2026, 2027)} == {
        2025: ["1.1a", "1.1b"],
        2026: ["1.1b"],
        2027: ["1.1b"],
    }


def test_a_goal_that_is_out_is_in_the_list_of_no_later_year(rediger, plan, maal, lest):
    sti = adresse(maal, "mal") + "ta-ut/"
    spoer = rediger.get(sti)
    rediger.post(sti, naa(spoer) | VEDTAK)

    assertContains(spoer, "0 undermål og 1 tiltak")
    assert [len(rediger.get(f"/tiltak/?aar={aar}").context["oversikt"].maal) for aar in (2025, 2027)] == [1, 0]


def test_who_follows_up_a_dropped_measure_does_not_find_it_among_theirs(rediger, sekretaer, lest, annet):
    for tiltak in (lest, annet):
        tiltak.foelg_opp(sekretaer, fra=None)
    lest.refresh_from_db()
    sti = adresse(lest) + "ta-ut/"
    rediger.post(sti, naa(rediger.get(sti)) | VEDTAK)

    assert rediger.get("/").context["foelger"] == 1


def test_a_dropped_measure_comes_in_again(rediger, lest):
    for grep in ("ta-ut/", "ta-inn/"):
        sti = adresse(lest) + grep
        rediger.post(sti, naa(rediger.get(sti)) | VEDTAK)

    lest.refresh_from_db()
    assert (lest.utgaatt, rediger.get(adresse(lest) + "ta-inn/").status_code) == (None, 404)


def test_a_part_of_a_draft_is_deleted_without_a_decision(rediger, utkasttiltak):
    sti = adresse(utkasttiltak) + "ta-ut/"
    spoer = rediger.get(sti)

    rediger.post(sti, naa(spoer))

    assertContains(spoer, "Det blir slettet fra utkastet.")
    assert not Tiltak.objects.exists()


@pytest.mark.parametrize("hva", ["kapittel", "avsnitt", "periodemal", "maned"])
def test_a_part_without_a_log_does_not_come_in_again(rediger, plan, hva):
    assert rediger.get(f"/plan/{plan.slug}/rediger/{hva}/1/ta-inn/").status_code == 404


# --- Split -----------------------------------------------------------------------------------------------------------


def test_a_measure_is_split_and_the_new_ones_show_what_was_reported_on_it(rediger, styremedlem, maal, lest):
    termin = lest.terminer.get(noekkel="2025")
    termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, merknad="Holdt på Hamar")
    sti = adresse(lest) + "del/"
    to = rediger.get(sti)
    tre = rediger.post(sti, naa(to) | {"tekst": "Skrive", "antall": "1", "flere": "1", "ny0-tekst": "Vedta"})

    beholdt = naa(tre)
    assert (beholdt["tekst"], naa_nye(tre)[0]["ny0-tekst"], len(tre.context["nye"]), feil(tre)) == (
        "Skrive",
        "Vedta",
        2,
        {},
    )
    nye = {
        "antall": "2",
        "ny0-kode": "1.1b",
        "ny0-tekst": "Vedta",
        "ny1-tekst": "Trykke",
        "ny0-gjennomfoering": "2026",
    }
    rediger.post(sti, beholdt | nye | VEDTAK)

    delene = list(maal.tiltak.values_list("kode", "tekst", "gjennomfoering", "delt_fra"))
    assert delene == [
        ("1.1a", "Skrive", "Årlig", None),
        ("1.1b", "Vedta", "2026", lest.pk),
        ("", "Trykke", "", lest.pk),
    ]
    side = rediger.get(Tiltak.objects.get(kode="1.1b").get_absolute_url())
    assertContains(side, "Delt fra 1.1a")
    assertContains(side, "Holdt på Hamar")


def naa_nye(svar):
    return [fra_skjema(ny) for ny in svar.context["nye"]]


def test_a_part_that_is_not_filled_in_stops_the_split_and_everything_stays(rediger, maal, lest):
    sti = adresse(lest) + "del/"
    data = naa(rediger.get(sti)) | {"tekst": "Skrive", "antall": "1", "ny0-tekst": "", "ny0-kode": "å" * 21}

    svar = rediger.post(sti, data)

    assert feil(svar).keys() == {"organ", "grunn"}
    assert svar.context["nye"][0].errors.keys() == {"tekst", "kode"}
    assertContains(svar, "Skrive</textarea>")
    assert maal.tiltak.count() == 1


def test_every_part_that_was_typed_for_one_that_is_gone_is_shown_to_be_copied(rediger, lest):
    sti = adresse(lest) + "del/"
    data = naa(rediger.get(sti)) | VEDTAK | {"tekst": "Skrive", "antall": "2", "ny0-tekst": "Vedta", "ny1-kode": "1z"}
    Tiltak.objects.update(utgaatt=date(2026, 2, 28))

    svar = rediger.post(sti, data)

    vist = {("Ordlyd", "Skrive"), ("Ordlyd", "Vedta"), ("Kode", "1z"), ("Hvorfor?", "Vedtak i sak 7")}
    assert vist <= set(svar.context["skrevet"])


def test_a_split_that_is_sent_twice_is_done_once(rediger, maal, lest):
    sti = adresse(lest) + "del/"
    data = naa(rediger.get(sti)) | VEDTAK | {"tekst": "Skrive", "antall": "1", "ny0-tekst": "Vedta"}

    rediger.post(sti, data)
    igjen = rediger.post(sti, data)
    enige = list(maal.tiltak.values_list("tekst", flat=True))
    rediger.post(sti, naa(igjen) | {"antall": "1", "ny0-tekst": "Trykke"})

    assert feil(igjen) == {"__all__": [GJORT_ALT]}
    assert enige == ["Skrive", "Vedta"]
    assert set(maal.tiltak.values_list("tekst", flat=True)) == {"Skrive", "Vedta", "Trykke"}


@pytest.mark.parametrize("antall", ["", "x", "-1", "0", "1000", "9" * 30])
def test_a_measure_is_split_in_ten_at_most(rediger, lest, antall):
    svar = rediger.post(adresse(lest) + "del/", {"antall": antall})

    assert 1 <= len(svar.context["nye"]) <= 9


# --- Merged ----------------------------------------------------------------------------------------------------------


def test_measures_are_merged_and_the_one_that_stays_shows_what_was_reported_on_the_others(
    rediger, styremedlem, maal, lest, annet
):
    termin = annet.terminer.get(noekkel="2025")
    termin.sett_status(Status.DELVIS, av=styremedlem, versjon=1, merknad="Møtte noen")
    sti = adresse(lest) + "sla-sammen/"
    uten = rediger.post(sti, naa(rediger.get(sti)) | VEDTAK)
    rediger.post(sti, naa(rediger.get(sti)) | VEDTAK | {"andre": [annet.pk], "tekst": "Revidere og møte folk"})

    assert feil(uten) == {"andre": ["Velg minst ett tiltak å slå sammen med."]}
    assert list(maal.tiltak.values_list("tekst", "gaatt_inn_i")) == [
        ("Revidere og møte folk", None),
        ("Møte folk", lest.pk),
    ]
    assert Planutgave.objects.count() == 2
    assertContains(rediger.get(lest.get_absolute_url()), "Møtte noen")
    assertContains(rediger.get(annet.get_absolute_url()), "Gikk inn i")


def test_a_measure_is_merged_with_others_of_its_plan_alone(rediger, lest, annet, utkasttiltak):
    ute = lag_tiltak(lest.maal, "1.1c", utgaatt=date(2026, 1, 1))
    sti = adresse(lest) + "sla-sammen/"

    for andre in (utkasttiltak.pk, ute.pk, lest.pk, "x", "9" * 30, "\0"):
        svar = rediger.post(sti, naa(rediger.get(sti)) | VEDTAK | {"andre": [annet.pk, andre]})
        assert feil(svar) == {"andre": ["Et av tiltakene står ikke i planen lenger. Se over valget."]}

    assert not Tiltak.objects.filter(gaatt_inn_i__isnull=False).exists()


@pytest.mark.parametrize("grep", ["del/", "sla-sammen/"])
def test_words_that_another_saved_meanwhile_are_shown_and_not_lost(rediger, lest, annet, grep):
    aapnet = naa(rediger.get(adresse(lest) + grep)) | VEDTAK | {"tekst": "Min tekst"}
    Tiltak.objects.filter(pk=lest.pk).update(versjon=7, tekst="En annens tekst")

    data = aapnet | {"andre": [annet.pk], "antall": "1", "ny0-tekst": "Ny"}
    svar = rediger.post(adresse(lest) + grep, data)

    assert feil(svar)["tekst"] == ["Lagret nå: «En annens tekst»"]
    assertContains(svar, "Min tekst</textarea>")
    assert Tiltak.objects.count() == 2


@pytest.mark.parametrize("antall", [1, 3])
@pytest.mark.parametrize(("grep", "spoersmaal"), [("flytt/", 10), ("ta-ut/", 8), ("del/", 8), ("sla-sammen/", 9)])
def test_the_pages_cost_the_same_for_any_size(
    rediger, plan, lest, grep, spoersmaal, antall, django_assert_num_queries
):
    for nr in range(antall):
        maal = Maal.objects.create(plan=plan, nr=nr + 2, nummer=f"{nr + 2}", overskrift="Mål")
        lag_tiltak(maal, f"{nr + 2}a")

    with django_assert_num_queries(spoersmaal):
        rediger.get(adresse(lest) + grep)
