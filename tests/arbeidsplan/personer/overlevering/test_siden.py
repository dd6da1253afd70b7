"""The handover page as it is opened and added to: who stands there, what is proposed, and what it costs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from arbeidsplan.models import Bruker, Invitasjon
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.models import Maal

from .conftest import en_ny, velg
from .siden import REDAKTOER, SIDEN, STYREMEDLEM


def test_whoever_had_a_role_at_the_meeting_or_since_stands_there(
    client, aarsmoetet, sekretaer, styremedlem, redaktoer, administrator
):
    foer, paa = aarsmoetet - timedelta(days=1), aarsmoetet
    for nr, (navn, dag, aktiv) in enumerate([("Gått før", foer, True), ("Gikk", paa, True), ("Stengt", None, False)]):
        siste = dag.isoformat() if dag else None
        Bruker.objects.create_user(f"{nr}@example.org", navn=navn, roller={STYREMEDLEM: siste}, is_active=aktiv)
    client.force_login(sekretaer)

    skjema = client.get(SIDEN).context["skjema"]

    def navn(deler):
        return [del_.person.bruker.navn for del_ in deler]

    assert navn(skjema.styret) == ["Gikk", "Kari Styremedlem", "Ola Sekretær"]
    assert navn(skjema.redaktoerene) == ["Nils Redaktør"]
    assert [person.bruker for person in skjema.laaste] == [administrator]


def test_whoever_left_long_ago_and_follows_something_up_still_stands_there(
    client, aarsmoetet, sekretaer, styremedlem, tiltakene
):
    Bruker.objects.filter(pk=styremedlem.pk).update(roller={STYREMEDLEM: "2025-01-01"})
    client.force_login(sekretaer)

    assertContains(client.get(SIDEN), "Følger opp 2 tiltak")


def test_the_days_are_proposed_from_the_meetings(client, aarsmoetet, neste, sekretaer, styremedlem):
    client.force_login(sekretaer)

    svar = client.get(SIDEN)

    forslag = {
        del_.person.bruker: [verv[felt].value() for verv in del_.verv for felt in ("fortsetter_til", "siste")]
        for del_ in svar.context["skjema"].styret
    }
    assert forslag == {styremedlem: [neste, aarsmoetet], sekretaer: [None, aarsmoetet]}
    assertContains(svar, "(anslag, dagen står ikke i kalenderen ennå)")


def test_another_row_keeps_what_was_typed_and_judges_nothing_yet(aarsmoetet, fyll_ut, trykk):
    svar = trykk(fyll_ut(**en_ny(epost="ikke ferdig")), "rad")

    assert (len(svar.context["skjema"].nye), svar.context["skjema"].har_feil) == (3, False)
    assertContains(svar, 'value="ikke ferdig"')
    assertContains(svar, "Ny 1: Mona Mose", count=0)  # nobody follows anything up here


def test_all_who_are_not_decided_can_be_let_go_on(aarsmoetet, styremedlem, bodil, fyll_ut, trykk):
    svar = trykk(fyll_ut(**velg(bodil, STYREMEDLEM, "gaar_av")), "alle")

    valgt = {del_.person.bruker.navn: del_.verv[0]["valg"].value() for del_ in svar.context["skjema"].styret}
    assert valgt == {"Bodil": "gaar_av", "Kari Styremedlem": "fortsetter", "Ola Sekretær": "fortsetter"}


@pytest.mark.parametrize("antall", [1, 3])
def test_the_page_costs_the_same_for_any_number(
    client, aarsmoetet, sekretaer, lokallag, antall, django_assert_num_queries
):
    maal = Maal.objects.create(plan=lag_plan(), nr=1, nummer="1", overskrift="Mål")
    for nr in range(antall):
        en = Bruker.objects.create_user(f"{nr}@example.org", roller={STYREMEDLEM: None, REDAKTOER: None})
        lokallag.redaktoerer.add(en)
        lag_tiltak(maal, f"1{nr}").foelg_opp(en, fra=None)
        Invitasjon.objects.inviter(f"ny{nr}@example.org", roller={STYREMEDLEM: None}, av=sekretaer)
    client.force_login(sekretaer)

    with django_assert_num_queries(9):
        assert client.get(reverse("overlevering")).status_code == 200
