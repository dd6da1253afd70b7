"""The invitation itself: who comes in by it, when, and with what."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import timezone

from arbeidsplan.models import Bruker, BruktOpp, Hendelse, Invitasjon, SendtPaaNytt, Spor
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.models import Maal, Plan, Tiltak

from .conftest import NORA

STYRET_TIL = {Rolle.STYREMEDLEM: "2027-02-27"}


def spor():
    rader = Spor.objects.order_by("pk").values_list("hendelse", "av__email", "om__email", "hva")
    return [(Hendelse(hendelse).name, *resten) for hendelse, *resten in rader]


def test_a_new_person_comes_in_with_the_roles_and_the_branches_and_no_password(klokke, inviter, lokallag):
    invitasjon, _ = inviter(roller={Rolle.REDAKTOER: None, **STYRET_TIL}, lag=[lokallag])

    nora = invitasjon.svar("Nora Nordmann")

    assert (nora.email, nora.navn, nora.roller) == (
        NORA,
        "Nora Nordmann",
        {"lokallagsredaktoer": None, "styremedlem": "2027-02-27"},
    )
    assert list(nora.redigerer_lag.all()) == [lokallag]
    assert (nora.has_usable_password(), nora.is_active) == (False, True)
    assert Invitasjon.objects.get().brukt == klokke.naa


def test_the_key_leads_to_it_and_stands_nowhere(klokke, inviter):
    invitasjon, noekkel = inviter()

    assert Invitasjon.objects.med_noekkel(noekkel) == invitasjon
    assert [Invitasjon.objects.med_noekkel(feil) for feil in ("", noekkel[:-1], noekkel + "a", "\ud800", "\0")] == [
        None
    ] * 5
    lagret = Invitasjon.objects.values().get() | {"spor": list(Spor.objects.values())}
    assert noekkel not in str(lagret)
    assert len(noekkel) == 43


def test_it_lets_one_in_once(klokke, inviter):
    invitasjon, _ = inviter()
    invitasjon.svar()

    with pytest.raises(BruktOpp):
        Invitasjon.objects.get().svar("En annen")

    assert [bruker.navn for bruker in Bruker.objects.filter(email=NORA)] == ["Nora Ny"]


def test_it_lasts_two_weeks_and_that_day_out_in_oslo(klokke, inviter):
    invitasjon, _ = inviter()

    klokke.still(2026, 12, 7, 23, 59, 59)
    foer = invitasjon.er_gyldig, invitasjon.siste_dag, Invitasjon.objects.gyldige().count()
    klokke.still(2026, 12, 8)

    assert foer == (True, date(2026, 12, 7), 1)
    assert (invitasjon.er_gyldig, Invitasjon.objects.gyldige().count()) == (False, 0)
    with pytest.raises(BruktOpp):
        invitasjon.svar()
    assert not Bruker.objects.filter(email=NORA).exists()


def test_it_lets_nobody_in_to_a_role_that_is_over(klokke, inviter):
    invitasjon, _ = inviter(roller={Rolle.STYREMEDLEM: "2026-11-24"})

    klokke.still(2026, 11, 24, 23, 59)
    paa_dagen = invitasjon.er_gyldig
    klokke.still(2026, 11, 25)

    assert (paa_dagen, invitasjon.er_gyldig) == (True, False)


def test_one_that_is_taken_back_lets_nobody_in(klokke, inviter, sekretaer):
    invitasjon, _ = inviter()
    invitasjon.trekk(av=sekretaer)

    with pytest.raises(BruktOpp):
        invitasjon.svar()
    with pytest.raises(BruktOpp):
        invitasjon.trekk(av=sekretaer)


def test_a_new_one_to_the_same_address_takes_the_place_of_the_old(klokke, inviter):
    gammel, gammel_noekkel = inviter()

    ny, _ = inviter("Nora@Example.org ")

    assert not Invitasjon.objects.med_noekkel(gammel_noekkel).er_gyldig
    assert [en.pk for en in Invitasjon.objects.ubesvarte()] == [ny.pk]
    assert gammel.pk != ny.pk


def test_two_unanswered_ones_to_one_address_cannot_be(klokke, inviter):
    en, _ = inviter()
    en.pk, en.avtrykk = None, "x"

    with pytest.raises(IntegrityError):
        en.save()


def test_sent_once_more_it_has_a_new_key_a_new_time_and_a_new_inviter(klokke, inviter, administrator):
    invitasjon, gammel = inviter()
    klokke.gaa(days=20)

    ny = invitasjon.forny(av=administrator, brevet=invitasjon.brevet)

    assert Invitasjon.objects.med_noekkel(gammel) is None
    funnet = Invitasjon.objects.med_noekkel(ny)
    assert (funnet.er_gyldig, funnet.av, funnet.siste_dag) == (True, administrator, date(2026, 12, 27))


def test_the_same_button_pressed_twice_sends_it_once_more_once(klokke, inviter, sekretaer):
    invitasjon, _ = inviter()
    vist = invitasjon.brevet
    noekkel = invitasjon.forny(av=sekretaer, brevet=vist)

    with pytest.raises(SendtPaaNytt):
        invitasjon.forny(av=sekretaer, brevet=vist)

    assert Invitasjon.objects.med_noekkel(noekkel).er_gyldig


@pytest.mark.parametrize(
    "mister",
    [
        {"roller": {Rolle.SEKRETAER: "2026-11-22"}},
        {"roller": {Rolle.STYREMEDLEM: None}},
        {"is_active": False},
    ],
    ids=["over", "annen rolle", "stengt ute"],
)
def test_it_stands_and_falls_with_whoever_invites(klokke, inviter, sekretaer, mister):
    invitasjon, noekkel = inviter()
    Bruker.objects.filter(pk=sekretaer.pk).update(**mister)

    assert not Invitasjon.objects.med_noekkel(noekkel).er_gyldig
    with pytest.raises(BruktOpp):
        invitasjon.svar()
    assert not Bruker.objects.filter(email=NORA).exists()


def test_it_falls_with_an_inviter_who_is_erased_and_stands_again_when_another_sends_it(
    klokke, inviter, sekretaer, administrator
):
    invitasjon, noekkel = inviter()
    sekretaer.delete()
    assert not Invitasjon.objects.med_noekkel(noekkel).er_gyldig

    invitasjon.forny(av=administrator, brevet=invitasjon.brevet)

    assert Invitasjon.objects.get().svar().email == NORA


def test_one_who_is_administrator_no_longer_makes_no_administrators(klokke, inviter, administrator):
    invitasjon, _ = inviter(roller={Rolle.ADMINISTRATOR: None}, av=administrator)
    Bruker.objects.filter(pk=administrator.pk).update(roller={Rolle.SEKRETAER: None})

    with pytest.raises(BruktOpp):
        invitasjon.svar()


def test_who_is_here_by_then_gets_the_roles_too_and_keeps_the_longest(klokke, inviter):
    invitasjon, _ = inviter(roller={Rolle.STYREMEDLEM: "2027-02-27", Rolle.REDAKTOER: "2027-02-27"})
    har = {Rolle.STYREMEDLEM: None, Rolle.SEKRETAER: "2026-12-31"}
    nora = Bruker.objects.create_user(NORA, navn="Nora", roller=har)

    bruker = invitasjon.svar("Nora Nordmann")

    assert (bruker, bruker.navn, bruker.versjon) == (nora, "Nora Nordmann", nora.versjon + 1)
    assert Bruker.objects.get(pk=nora.pk).roller == {
        "styremedlem": None,
        "sekretaer": "2026-12-31",
        "lokallagsredaktoer": "2027-02-27",
    }


def test_who_was_shut_out_meanwhile_is_not_let_in_by_it(klokke, inviter):
    invitasjon, _ = inviter()
    Bruker.objects.create_user(NORA, is_active=False)

    with pytest.raises(BruktOpp):
        invitasjon.svar()

    nora = Bruker.objects.get(email=NORA)
    assert (nora.is_active, nora.roller, Invitasjon.objects.get().brukt) == (False, {}, None)


def test_one_that_was_swept_away_is_used_up(klokke, inviter, sekretaer):
    invitasjon, _ = inviter()
    Invitasjon.objects.all().delete()

    for prov in (
        invitasjon.svar,
        lambda: invitasjon.forny(av=sekretaer, brevet=""),
        lambda: invitasjon.trekk(av=None),
    ):
        with pytest.raises(BruktOpp):
            prov()


@pytest.fixture
def karis_tiltak(styremedlem):
    """What Kari follows up: one in force, one that was dropped, and one in a plan that another took over from."""
    maal = Maal.objects.create(plan=lag_plan(), nr=1, nummer="1", overskrift="Vekst")
    gammelt = Maal.objects.create(
        plan=lag_plan("forrige", status=Plan.Status.AVLOEST), nr=1, nummer="1", overskrift="Vekst"
    )
    kari = {"foelges_opp_av": styremedlem}
    lag_tiltak(maal, "1a", **kari)
    lag_tiltak(maal, "1b", utgaatt=date(2026, 1, 1), **kari)
    lag_tiltak(gammelt, "1c", **kari)
    lag_tiltak(maal, "1d")


def foelges():
    return list(Tiltak.objects.order_by("kode").values_list("kode", "foelges_opp_av__email", "versjon"))


def test_whoever_takes_over_follows_the_measures_of_today_from_then_on(klokke, inviter, styremedlem, karis_tiltak):
    invitasjon, _ = inviter(tar_over_fra=styremedlem)
    foer = foelges()

    invitasjon.svar()

    kari = styremedlem.email
    assert foer == [("1a", kari, 1), ("1b", kari, 1), ("1c", kari, 1), ("1d", None, 1)]
    assert foelges() == [("1a", NORA, 2), ("1b", kari, 1), ("1c", kari, 1), ("1d", None, 1)]


def test_whoever_may_not_follow_measures_up_takes_none_over(klokke, inviter, styremedlem, karis_tiltak):
    foer = foelges()
    invitasjon, _ = inviter(roller={Rolle.REDAKTOER: None}, tar_over_fra=styremedlem)

    invitasjon.svar()

    assert foelges() == foer


def test_each_step_leaves_its_trail_and_names_nobody(klokke, inviter, sekretaer):
    inviter()
    invitasjon, _ = inviter()
    invitasjon.forny(av=sekretaer, brevet=invitasjon.brevet)
    invitasjon.svar()
    inviter("petter@example.org")[0].trekk(av=sekretaer)

    til = "Styremedlem til 27. februar 2027"
    ola = sekretaer.email
    assert spor() == [
        ("INVITERT", ola, None, til),
        ("INVITASJON_TRUKKET", ola, None, "En ny kom i stedet"),
        ("INVITERT", ola, None, til),
        ("INVITERT", ola, None, f"Sendt på nytt: {til}"),
        ("INVITASJON_BRUKT", NORA, NORA, ""),
        ("LAGT_INN", ola, NORA, til),
        ("INVITERT", ola, None, til),
        ("INVITASJON_TRUKKET", ola, None, til),
    ]


def test_whoever_was_here_already_is_noted_as_in_the_editing_site(klokke, inviter, sekretaer, lokallag):
    nora = Bruker.objects.create_user(NORA, navn="Nora", roller={Rolle.STYREMEDLEM: "2027-01-01"})
    invitasjon, _ = inviter(roller={Rolle.REDAKTOER: None}, lag=[lokallag])

    invitasjon.svar()

    ola = sekretaer.email
    assert spor()[1:] == [
        ("INVITASJON_BRUKT", nora.email, nora.email, ""),
        ("ROLLER", ola, NORA, "Styremedlem til 1. januar 2027 → Lokallagsredaktør, Styremedlem til 1. januar 2027"),
        ("ROLLER", ola, NORA, "Redigerer for 0 lag → 1 lag (1 nye, 0 borte)"),
    ]


def test_roles_that_somebody_had_already_are_no_change(klokke, inviter):
    Bruker.objects.create_user(NORA, navn="Nora", roller={Rolle.STYREMEDLEM: None})

    inviter()[0].svar()

    assert [hendelse for hendelse, *_ in spor()] == ["INVITERT", "INVITASJON_BRUKT"]


def test_what_is_refused_leaves_no_trail(klokke, inviter, sekretaer):
    invitasjon, _ = inviter()
    klokke.gaa(days=30)
    foer = spor()

    with pytest.raises(BruktOpp):
        invitasjon.svar()

    assert spor() == foer


def test_a_roles_last_day_counts_to_midnight_in_oslo_and_from_the_next_click(klokke, client, inviter):
    klokke.still(2027, 2, 20, 12)
    nora = inviter()[0].svar()
    client.force_login(nora)
    klokke.still(2027, 2, 27, 23, 59, 59)  # still the 27th in Oslo, and in UTC an hour to go
    foer = client.get("/hva-skjer/moteplan/2027/").status_code

    klokke.gaa(seconds=1)

    assert timezone.localdate() == date(2027, 2, 28)
    assert timezone.now().astimezone(timezone.get_fixed_timezone(0)).date() == date(2027, 2, 27)
    assert foer == 200
    assert client.get("/hva-skjer/moteplan/2027/").status_code == 403
