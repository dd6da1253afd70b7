"""A measure's deadline, chosen by hand: seen before it is saved, and never saved over another's choice."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.tiltak.conftest import lag_termin, uten_merker
from tiltak.frist import les
from tiltak.fristform import INGEN_TERMINER, ULESELIG
from tiltak.fristforslag import Hva
from tiltak.models import Frist, Status, Tiltak
from tiltak.tolkning import les_paa_nytt, velg


@pytest.fixture
def inne(client, sekretaer):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def tiltak(tiltak):
    """Its phrase is "Årlig", and read so."""
    les_paa_nytt(tiltak)
    return Tiltak.objects.get(pk=tiltak.pk)


def side(tiltak):
    return f"/tiltak/{tiltak.pk}/frist/"


def felter(tiltak, maate="ord", **andre):
    """What the browser sends, hidden fields and all."""
    alle = {"del_av_aaret": "aar", "hvilke_aar": "hvert", "slags": "frist", "moete": "aarsmoete", "plass": "foer"}
    return alle | {"enhet": "u", "maate": maate, "versjon": Frist.objects.get(tiltak=tiltak).versjon} | andre


def lagre(inne, tiltak, *args, **andre):
    return inne.post(side(tiltak), felter(tiltak, *args, **andre) | {"lagre": "1"})


def noeklene(tiltak):
    return [termin.noekkel for termin in tiltak.terminer.all()]


def test_the_page_shows_what_the_phrase_is_read_as_now(inne, tiltak):
    tekst = uten_merker(inne.get(side(tiltak)).content.decode())

    assert "Gjennomføring Årlig Leses nå som Hvert år. Terminer nå 2025, 2026, 2027, 2028" in tekst


def test_the_terminer_are_seen_before_anything_is_saved(inne, tiltak, styremedlem):
    rapportert = tiltak.terminer.get(noekkel="2026")
    rapportert.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=rapportert.versjon)

    svar = inne.post(side(tiltak), felter(tiltak, ord="2025 og 2029") | {"vis": "1"})

    assert [(rad.etikett, rad.hva) for rad in svar.context["forslag"]] == [
        ("2025", Hva.SOM_FOER),
        ("2026", Hva.TIDLIGERE),
        ("2027", Hva.BORTE),
        ("2028", Hva.BORTE),
        ("2029", Hva.NY),
    ]
    assertContains(svar, "Beholdes, fra tidligere frist: noe er rapportert")
    assert noeklene(tiltak) == ["2025", "2026", "2027", "2028"]


def test_a_termin_that_gets_other_days_is_told_as_one(inne, tiltak):
    tiltak.terminer.filter(noekkel="2026").update(siste=date(2026, 6, 30))

    svar = inne.post(side(tiltak), felter(tiltak, ord="2026") | {"vis": "1"})

    assert [rad.hva for rad in svar.context["forslag"] if rad.etikett == "2026"] == [Hva.FLYTTES]


@pytest.mark.parametrize(
    ("maate", "valg", "noekler"),
    [
        ("ord", {"ord": "mars 2026"}, ["2026-03"]),
        ("valg", {"del_av_aaret": "hoest", "hvilke_aar": "mellomaar"}, ["2026-hoest", "2028-hoest"]),
        ("valg", {"hvilke_aar": "bestemte", "aarstall": "2026–27"}, ["2026", "2027"]),
        ("datoer", {"datoer": "1.3.2026–15.4.2026"}, ["2026-03-01/04-15"]),
        (
            "valg",
            {"del_av_aaret": "moete", "moete": "valg", "plass": "tid_foer", "antall": "2"},
            ["2u-foer-valg-2025", "2u-foer-valg-2027"],
        ),
    ],
)
def test_a_deadline_is_chosen_in_words_by_choices_or_by_days(inne, tiltak, maate, valg, noekler):
    svar = lagre(inne, tiltak, maate, **valg)

    frist = Frist.objects.get(tiltak=tiltak)
    assertRedirects(svar, tiltak.get_absolute_url(), fetch_redirect_response=False)
    assert (noeklene(tiltak), frist.bekreftet) == (noekler, True)


def test_the_plans_own_words_are_read_again(inne, tiltak):
    velg(tiltak, les("2026"))

    lagre(inne, tiltak, "planen")

    assert noeklene(tiltak) == ["2025", "2026", "2027", "2028"]
    assert not Frist.objects.get(tiltak=tiltak).bekreftet


def test_words_that_nobody_understands_are_not_offered_to_be_read_again(inne, tiltak):
    Tiltak.objects.update(gjennomfoering="Snarest")

    assertNotContains(inne.get(side(tiltak)), "Les planens egne ord")
    svar = lagre(inne, tiltak, "planen")
    assert svar.context["form"].errors == {"maate": ["Velg en av mulighetene i listen."]}


@pytest.mark.parametrize(
    ("maate", "valg", "feil"),
    [
        ("ord", {"ord": "når det passer"}, {"ord": [ULESELIG]}),
        ("ord", {"ord": ""}, {"ord": ["Skriv hva fristen er."]}),
        ("ord", {"ord": "x" * 301}, {"ord": ["Teksten er på 301 tegn. Kort den ned til 300."]}),
        ("valg", {"del_av_aaret": "dag", "dag": "31", "maaned": "4"}, {"dag": ["Det finnes ingen 31. april."]}),
        ("valg", {"del_av_aaret": "uker", "uke": "99"}, {"uke": ["Skriv et tall fra 1 til 53."]}),
        ("valg", {"del_av_aaret": "x"}, {"del_av_aaret": ["Velg en av mulighetene i listen."]}),
        (
            "datoer",
            {"datoer": "snart"},
            {"datoer": ["Linje 1 er ikke forstått: «snart». Skriv slik: 1.3.2026–15.4.2026."]},
        ),
        ("", {}, {"maate": ["Velg en av mulighetene."]}),
    ],
)
def test_what_makes_no_deadline_is_told_by_its_field_and_stays(inne, tiltak, maate, valg, feil):
    svar = lagre(inne, tiltak, maate, **valg)

    assert svar.context["form"].errors == feil
    assert {navn: svar.context["form"][navn].value() for navn in valg} == valg
    assert noeklene(tiltak) == ["2025", "2026", "2027", "2028"]


def test_what_stands_in_the_fields_that_are_not_shown_stops_nobody(inne, tiltak):
    lagre(inne, tiltak, "ord", ord="2026", uke="99", datoer="tull", aarstall="x" * 500)

    assert noeklene(tiltak) == ["2026"]


def test_a_deadline_without_a_single_termin_in_the_plan_is_not_saved(inne, tiltak):
    svar = lagre(inne, tiltak, "valg", del_av_aaret="moete", moete="nominasjonsmoete", hvilke_aar="valgaar")

    assert svar.context["form"].errors == {"del_av_aaret": [INGEN_TERMINER]}


def test_a_reading_that_another_chose_meanwhile_is_shown_and_not_lost(inne, tiltak):
    aapnet = felter(tiltak, ord="2026") | {"lagre": "1"}
    velg(tiltak, les("2027"))

    svar = inne.post(side(tiltak), aapnet)
    beholdt = noeklene(tiltak)
    inne.post(side(tiltak), aapnet | {"versjon": svar.context["form"]["versjon"].value()})

    assertContains(svar, "noen andre har valgt en annen lesning i mellomtiden, «I 2027.»")
    assert svar.context["form"]["ord"].value() == "2026"
    assert (beholdt, noeklene(tiltak)) == (["2027"], ["2026"])


def test_two_who_chose_the_same_are_not_stopped(inne, tiltak):
    aapnet = felter(tiltak, ord="2026") | {"lagre": "1"}

    svar = [inne.post(side(tiltak), aapnet).status_code for _ in range(2)]

    assert svar == [302, 302]


def test_saved_one_goes_on_to_the_next_thing_on_the_page_that_one_came_from(inne, tiltak):
    tiltak.terminer.all().delete()
    Frist.objects.filter(tiltak=tiltak).update(regel=None)

    svar = inne.post(side(tiltak), felter(tiltak, ord="2026") | {"lagre": "1", "fra": f"tiltak-{tiltak.pk}"})

    videre = f"/plan/{tiltak.maal.plan.slug}/avklar/#ikke_forstaatt"
    assertRedirects(svar, videre, fetch_redirect_response=False)


@pytest.mark.parametrize("fra", ["https://example.org", "termin-0", "<script>", "\0"])
def test_where_one_came_from_leads_nowhere_else(inne, tiltak, fra):
    svar = inne.post(side(tiltak), felter(tiltak, ord="2026") | {"lagre": "1", "fra": fra})

    assert svar.headers["Location"] == tiltak.get_absolute_url()


def test_a_measure_without_any_reading_can_get_one(inne, tiltak):
    Frist.objects.all().delete()

    inne.post(side(tiltak), {"maate": "ord", "ord": "2026", "versjon": "0", "lagre": "1"})

    assert "2026" in noeklene(tiltak)


@pytest.mark.parametrize("antall", [1, 3])
def test_the_page_costs_the_same_for_any_number_of_terminer(inne, tiltak, antall, django_assert_num_queries):
    for nr in range(antall):
        lag_termin(tiltak, f"202{nr}-x")

    with django_assert_num_queries(9):
        inne.post(side(tiltak), felter(tiltak, ord="2026") | {"vis": "1"})
