"""The fixed pattern in the editing site, laid out as a year of drafts."""

import pytest
from django.utils import timezone

from aktivitet.models import Aktivitet, FastAktivitet

FYLL = "/admin/aktivitet/fastaktivitet/fyll/"


@pytest.fixture
def faste(fylkeslag):
    FastAktivitet.objects.create(tittel="Årsmøte", maaned=2, type="arsmote")
    FastAktivitet.objects.create(tittel="Valgkampåpning", maaned=8, aarstype="valgaar")


def test_the_action_asks_which_year_and_makes_its_drafts(rediger, sekretaer, faste):
    valgt = FastAktivitet.objects.first()
    videre = rediger.post("/admin/aktivitet/fastaktivitet/", {"action": "fyll_aaret", "_selected_action": [valgt.pk]})
    svar = rediger.post(videre.headers["Location"], {"aar": "2027"}, follow=True)

    assert videre.headers["Location"] == FYLL
    assert [str(melding) for melding in svar.context["messages"]] == ["Laget 2 utkast for 2027."]
    assert sorted(Aktivitet.objects.values_list("tittel", "fast_aar", "opprettet_av")) == [
        ("Valgkampåpning", 2027, sekretaer.pk),
        ("Årsmøte", 2027, sekretaer.pk),
    ]


def test_the_drafts_are_found_on_the_page_of_their_year(rediger, faste):
    assert rediger.post(FYLL, {"aar": "2027"}).headers["Location"] == "/hva-skjer/faste/2027/"


@pytest.mark.parametrize("aar", ["", "1999", "x", "99999999999999999999"])
def test_the_pattern_is_narrowed_to_what_counts_for_a_year(rediger, faste, aar):
    i_aar = timezone.localdate().year
    valgaar, mellomaar = sorted((i_aar, i_aar + 1), key=lambda et: et % 2 == 0)

    def titlene(aar):
        svar = rediger.get("/admin/aktivitet/fastaktivitet/", {"aar": aar}, follow=True)
        return sorted(fast.tittel for fast in svar.context["cl"].result_list)

    assert titlene(valgaar) == ["Valgkampåpning", "Årsmøte"]
    assert titlene(mellomaar) == ["Årsmøte"]
    assert titlene(aar) == ["Valgkampåpning", "Årsmøte"]


def test_the_same_title_twice_in_a_year_is_refused_by_the_field(rediger, faste):
    svar = rediger.post(
        "/admin/aktivitet/fastaktivitet/add/",
        {"tittel": "valgkampåpning", "type": "annet", "maaned": "8", "aarstype": "lokalvalgaar", "fra_tekst": ""},
    )

    [melding] = svar.context["adminform"].form.errors["aarstype"]
    assert melding.startswith("«Valgkampåpning» står i august fra før, for valgår.")


def test_run_twice_it_adds_nothing_and_says_so(rediger, faste):
    rediger.post(FYLL, {"aar": "2027"})
    svar = rediger.post(FYLL, {"aar": "2027"}, follow=True)

    meldinger = [str(melding) for melding in svar.context["messages"]]
    assert meldinger[-1] == "Alle de faste aktivitetene har fått utkast for 2027 fra før."
    assert Aktivitet.objects.count() == 2


@pytest.mark.parametrize("aar", ["", "9999", "1", "i fjor", "\0", "9" * 40])
def test_a_year_that_is_none_makes_nothing(rediger, faste, aar):
    svar = rediger.post(FYLL, {"aar": aar})

    assert svar.context["form"].errors.keys() == {"aar"}
    assert not Aktivitet.objects.exists()


def test_what_is_missing_is_said_by_the_field(rediger, db):
    svar = rediger.post(FYLL, {"aar": "2027"})

    [melding] = svar.context["form"].errors["aar"]
    assert melding.startswith("Det er ikke lagt inn noe fylkeslag.")


def test_the_list_of_the_pattern_leads_to_the_page(rediger, faste):
    liste = rediger.get("/admin/aktivitet/fastaktivitet/").content.decode()

    assert f'<a href="{FYLL}">Fyll året</a>' in liste
