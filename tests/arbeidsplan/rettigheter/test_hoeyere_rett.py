"""Forms that are sent with more than they have: fields that would raise a right, rows of others, names of others."""

import pytest
from django.urls import reverse
from django.utils import timezone

from aktivitet.models import Aktivitet
from arbeidsplan.models import Bruker
from arbeidsplan.roller import Rolle

from ..test_admin import data, side
from ..test_rettigheter import NEKTET, sakene
from .nettleser import Sporloes, kort
from .skjemaer import alle_skjemaer, skjemaene
from .skriving import skrevet_i

pytestmark = pytest.mark.svarene

MER = {
    **{f"rolle_{rolle}": "on" for rolle in Rolle.values},
    **{f"siste_dag_{rolle}": "" for rolle in Rolle.values},
    "roller": '{"administrator": null}',
    "is_superuser": "on",
    "is_staff": "on",
    "is_active": "on",
    "password": "roser-i-mai-2026",
    "merke": "00000000-0000-0000-0000-000000000000",
    "har_totrinn": "on",
    "opprettet_av": "1",
    "endret_av": "1",
    "av": "1",
    "bruker": "1",
    "user": "1",
    "id": "1",
    "pk": "1",
    "publisert": "2020-01-01 12:00",
    "sendt_inn": "",
    "serie": "00000000-0000-0000-0000-000000000000",
    "uid": "00000000-0000-0000-0000-000000000000",
    "lagt_ut": "on",
    "vedtatt": "2020-01-01",
    "redaktoerer": "1",
    "godkjennes": "",
}
# These forms take a person away, with all that the person may do: they have a test of their own.
SLETTER = {"slett_meg", "slett_person"}


def rettighetene():
    """What says who may do what: everybody's roles, login and name, and whose branch is whose."""
    felter = ("pk", "email", "navn", "roller", "is_active", "password", "merke", "har_totrinn", "redigerer_lag")
    return list(Bruker.objects.order_by("pk", "redigerer_lag").values_list(*felter))


def test_the_forms_of_those_who_may_are_refused_from_those_who_may_not_and_nothing_is_written(nettlesere, verden):
    """Real forms, filled in as their own pages fill them in, with every button; sent by the highest role that the
    table says no to. The table itself asks the lower ones."""
    sier_nei = {}
    for navn, ting, _, post in sakene():
        nei = [rolle for rolle, svar in zip(nettlesere, post, strict=True) if svar in NEKTET]
        sier_nei[reverse(navn, kwargs=verden[ting])] = nei
    godtatt, sendt = {}, 0
    for skjema in alle_skjemaer(nettlesere["administrator"], verden):
        for rolle in sier_nei.get(skjema.adresse.partition("?")[0], ())[-1:]:
            for knapp in skjema.knapper or [None]:
                with skrevet_i() as tabellene:
                    svar = kort(nettlesere[rolle].post(skjema.adresse, skjema.sendt(knapp)))
                sendt += 1
                if svar not in NEKTET or tabellene:
                    godtatt[skjema.adresse, rolle, knapp] = svar, tabellene

    assert godtatt == {}
    assert sendt > 50


@pytest.mark.parametrize("rolle", ["redaktoer", "styremedlem", "sekretaer"])
def test_no_form_gives_more_than_it_has(request, client, folk, verden, rolle):
    """Every form that the role gets, its own account's among them, with all that would raise a right beside it."""
    bruker = request.getfixturevalue(rolle)
    nettleser = Sporloes(bruker)
    foer = rettighetene()
    stjaalet = {}
    for skjema in alle_skjemaer(nettleser, verden):
        if skjema.visning.startswith("account_") or skjema.visning in SLETTER:
            continue
        etter = _etter(nettleser, skjema)
        if etter != foer:
            stjaalet[skjema.adresse] = etter

    assert stjaalet == {}


@pytest.mark.parametrize("rolle", ["redaktoer", "styremedlem", "sekretaer"])
def test_the_forms_that_erase_take_the_one_they_are_about_and_change_no_other(request, folk, verden, rolle):
    bruker = request.getfixturevalue(rolle)
    nettleser = Sporloes(bruker)
    foer = rettighetene()
    igjen, skal = {}, {}
    for visning, om in (("slett_meg", {}), ("slett_person", verden["en annen person"])):
        adresse = reverse(visning, kwargs=om)
        for skjema in skjemaene(nettleser.get(adresse).content.decode(), adresse):
            if skjema.visning in SLETTER:  # and not the page's own way out
                igjen[skjema.visning] = _etter(nettleser, skjema)
                skal[skjema.visning] = [rad for rad in foer if rad[0] != om.get("pk", bruker.pk)]

    assert igjen == skal
    assert set(igjen) == (SLETTER if rolle == "sekretaer" else {"slett_meg"})


def _etter(nettleser, skjema):
    """Who may do what after the form was sent, with all that it should not have."""
    mer = {felt: verdi for felt, verdi in MER.items() if felt not in skjema.felter}
    nettleser.se = rettighetene
    nettleser.post(skjema.adresse, {**skjema.sendt(skjema.knapper[0] if skjema.knapper else None), **mer})
    return nettleser.sett


def test_the_secretary_gives_no_more_than_the_secretary_may(client, sekretaer, styremedlem):
    client.force_login(sekretaer)
    sendt = data(styremedlem) | MER | {"siste_dag_lokallagsredaktoer": ""}

    client.post(side(styremedlem), sendt)

    naa = Bruker.objects.get(pk=styremedlem.pk)
    assert set(naa.roller) == {Rolle.REDAKTOER, Rolle.STYREMEDLEM, Rolle.SEKRETAER}
    assert (naa.password, naa.merke, naa.har_totrinn) == (styremedlem.password, styremedlem.merke, False)


def test_a_new_person_from_the_secretary_is_no_administrator_and_has_no_password(client, sekretaer):
    client.force_login(sekretaer)

    client.post(
        "/admin/arbeidsplan/bruker/add/",
        MER | {"email": "ny@example.org", "password1": "roser-i-mai-2026", "password2": "roser-i-mai-2026"},
    )

    ny = Bruker.objects.get(email="ny@example.org")
    assert not ny.is_superuser
    assert not ny.has_usable_password()


def test_a_branch_editor_arranges_for_no_other_and_publishes_in_nobodys_name(client, redaktoer, fylkeslag, lokallag):
    client.force_login(redaktoer)
    skjema = {"tittel": "Møte", "type": "mote", "presisjon": "dag", "foerste_dag": "2027-05-01", "synlighet": "intern"}
    lag = {"nettlenke_for": "innloggede", "tilgjengelighet": ""}

    nei = client.post(reverse("aktivitet:ny"), MER | skjema | lag | {"lag": fylkeslag.pk})
    client.post(reverse("aktivitet:ny"), MER | skjema | lag | {"lag": lokallag.pk})

    assert "lag" in nei.context["form"].errors
    ny = Aktivitet.objects.get()
    assert (ny.lag, ny.opprettet_av, ny.publisert, ny.serie) == (lokallag, redaktoer, None, None)


def test_a_branch_editor_moves_no_activity_to_another_branch(client, redaktoer, fylkeslag, lokallag, lag_aktivitet):
    aktivitet = lag_aktivitet("Møte", timezone.localdate())
    client.force_login(redaktoer)
    adresse = reverse("aktivitet:rediger", args=[aktivitet.pk])
    skjema = {felt.name: felt.value() or "" for felt in client.get(adresse).context["form"]}

    svar = client.post(adresse, MER | skjema | {"lag": fylkeslag.pk})

    assert "lag" in svar.context["form"].errors
    aktivitet.refresh_from_db()
    assert (aktivitet.lag, aktivitet.versjon) == (lokallag, 1)


@pytest.mark.parametrize("versjon", ["0", "2", "-1", "9223372036854775808", "x", ""])
def test_a_version_that_nobody_read_is_saved_on_top_of_nothing(client, sekretaer, lag_aktivitet, versjon):
    aktivitet = lag_aktivitet("Møte", timezone.localdate())
    client.force_login(sekretaer)
    adresse = reverse("aktivitet:rediger", args=[aktivitet.pk])
    skjema = {felt.name: felt.value() or "" for felt in client.get(adresse).context["form"]}

    client.post(adresse, skjema | {"tittel": "Annet", "versjon": versjon})

    aktivitet.refresh_from_db()
    assert aktivitet.tittel == "Møte"
