"""One measure's page, and following it up."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from arbeidsplan.models import Bruker
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_maaneder, lag_termin, uten_merker
from tiltak.models import Status


def test_a_measures_page_shows_it_whole_and_its_log_with_who_and_when(inne, termin, tiltak, sekretaer):
    tiltak.ansvarlig = "AU"
    tiltak.save()
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, merknad="I gang & godt <i>videre</i>")
    termin.sett_status(Status.GJENNOMFOERT, av=None, versjon=2, utfoert=date(2026, 6, 3))
    lag_termin(tiltak, "2025")

    svar = inne.get(tiltak.get_absolute_url())

    ordene = uten_merker(svar.content.decode())
    for ord_ in ("Revidere kommunikasjonsstrategi", "1.1 Tydelig politisk stemme", "AU", "Årlig", "Ola Sekretær"):
        assert ord_ in ordene
    assert "Gjennomført 2026 Gjort 3. juni 2026. En tidligere bruker" in ordene
    assertContains(svar, "<blockquote>I gang &amp; godt &lt;i&gt;videre&lt;/i&gt;</blockquote>")
    assert [ett.ting.status for ett in svar.context["logg"]] == ["gjennomfoert", "paagaar"]
    assert [ett.etikett for ett in svar.context["terminer"]] == ["2025", "2026"]


def test_the_rule_behind_the_phrase_is_told_in_words(inne, tiltak):
    aar = {"slag": "hvert", "aar": []}
    tiltak.frist.regel = {
        "ledd": [{"deler": [{"slag": "maaned", "nr": 3}], "aar": aar}],
        "loepende": False,
        "ved_behov": False,
        "til_bekreftelse": False,
    }
    tiltak.frist.save()

    assertContains(inne.get(tiltak.get_absolute_url()), "I mars, hvert år.")


def test_a_board_member_takes_a_measure_on_and_lets_go_of_it(inne, tiltak, styremedlem):
    tatt = inne.post(tiltak.get_absolute_url(), {"handling": "foelg_opp", "fra": ""})
    tiltak.refresh_from_db()
    foelges_av = tiltak.foelges_opp_av
    sluppet = inne.post(tiltak.get_absolute_url(), {"handling": "slipp"})
    tiltak.refresh_from_db()

    assert (foelges_av, tiltak.foelges_opp_av) == (styremedlem, None)
    assert tatt["Location"] == sluppet["Location"] == tiltak.get_absolute_url()


def test_taking_over_says_from_whom(inne, tiltak, styremedlem, sekretaer):
    tiltak.foelg_opp(sekretaer, fra=None)

    vist = inne.get(tiltak.get_absolute_url())
    inne.post(tiltak.get_absolute_url(), {"handling": "foelg_opp", "fra": sekretaer.pk})
    tiltak.refresh_from_db()

    assertContains(vist, "Tar du over, står du der i stedet for Ola Sekretær.")
    assert tiltak.foelges_opp_av == styremedlem


@pytest.mark.parametrize(
    "sendt", [{"handling": "foelg_opp", "fra": ""}, {"handling": "slipp"}, {"fra": "9" * 5000}, {"fra": 10**30}]
)
def test_nobody_is_replaced_unknowingly(inne, tiltak, sekretaer, sendt):
    tiltak.foelg_opp(sekretaer, fra=None)

    svar = inne.post(tiltak.get_absolute_url(), sendt, follow=True)
    tiltak.refresh_from_db()

    assert tiltak.foelges_opp_av == sekretaer
    assertContains(svar, "Nå er det Ola Sekretær som følger opp.")


def test_following_up_wants_the_right_to(client, tiltak, styremedlem, monkeypatch):
    monkeypatch.setattr(Bruker, "rettigheter", {"tiltak.se_status"})
    client.force_login(styremedlem)

    assert client.post(tiltak.get_absolute_url(), {"handling": "foelg_opp", "fra": ""}).status_code == 403
    assertNotContains(client.get(tiltak.get_absolute_url()), "Jeg følger opp")


@pytest.mark.parametrize("antall", [1, 10])
def test_one_measure_costs_the_same_for_any_size(inne, tiltak, styremedlem, antall, django_assert_max_num_queries):
    for termin in [t for aar in range(2025, 2025 + antall) for t in lag_maaneder(tiltak, aar)]:
        bruker = Bruker.objects.create_user(f"{termin.pk}@example.org", roller={Rolle.STYREMEDLEM: None})
        termin.sett_status(Status.PAAGAAR, av=bruker, versjon=1)

    with django_assert_max_num_queries(10):
        svar = inne.get(tiltak.get_absolute_url())

    assert len(svar.context["logg"]) == 12 * antall


def test_the_secretary_can_choose_another_reading_of_the_deadline(client, sekretaer, styremedlem, tiltak):
    lenke = f'<a href="/tiltak/{tiltak.pk}/frist/">Sett fristen</a>'
    client.force_login(styremedlem)
    assertNotContains(client.get(tiltak.get_absolute_url()), lenke, html=True)
    client.force_login(sekretaer)

    assertContains(client.get(tiltak.get_absolute_url()), lenke, html=True)
