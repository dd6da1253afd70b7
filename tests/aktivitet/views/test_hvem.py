"""Who may make and change which activities."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from aktivitet.models import MOETETYPER, Aktivitet, Lag
from tests.aktivitet.views.skjemaet import NY, feil, skjema


@pytest.mark.parametrize(
    ("hvem", "lagene"),
    [
        ("redaktoer", ["Hamar SV", "Øyer SV"]),
        ("styremedlem", ["Innlandet SV"]),
        ("sekretaer", ["Hamar SV", "Innlandet SV", "Øyer SV", "Åmot SV"]),
    ],
)
def test_each_chooses_among_those_they_may_arrange_for(client, request, fylkeslag, lokallag, hvem, lagene):
    Lag.objects.create(navn="Åmot SV", slug="amot-sv")
    person = request.getfixturevalue(hvem)
    oeyer = Lag.objects.create(navn="Øyer SV", slug="oyer-sv")
    if hvem == "redaktoer":
        oeyer.redaktoerer.add(person)
    client.force_login(person)

    valgene = list(client.get(NY).context["form"].fields["lag"].choices)

    assert [navn for pk, navn in valgene if pk] == lagene
    assert ("" in dict(valgene)) is (len(lagene) > 1)  # the only one is chosen already


@pytest.mark.parametrize(
    ("hvem", "valgt"), [("redaktoer", "Hamar SV"), ("styremedlem", "Innlandet SV"), ("sekretaer", "Innlandet SV")]
)
def test_the_one_that_they_most_often_arrange_for_is_chosen_already(client, request, fylkeslag, lokallag, hvem, valgt):
    client.force_login(request.getfixturevalue(hvem))

    form = client.get(NY).context["form"]

    assert dict(form.fields["lag"].choices)[form["lag"].value()] == valgt


def test_others_branches_cannot_be_arranged_for(inne, fylkeslag):
    svar = inne.post(NY, skjema(fylkeslag))

    assert feil(svar) == {"lag": ["Velg et lag som du kan legge inn aktiviteter for."]}


def test_nobody_without_a_branch_makes_activities(client, redaktoer, lokallag):
    lokallag.redaktoerer.clear()
    client.force_login(redaktoer)

    assert [client.get(NY).status_code, client.post(NY, skjema(lokallag)).status_code] == [403, 403]
    assert not Aktivitet.objects.exists()


def test_those_who_are_not_logged_in_are_sent_to_the_login(client, moete):
    for adresse in (NY, f"{moete.get_absolute_url()}rediger/"):
        lest, skrevet = client.get(adresse), client.post(adresse, {"tittel": "Kuppet"})
        assert (lest.status_code, lest.headers["Location"]) == (302, f"/logg-inn/?next={adresse}")
        assert (skrevet.status_code, skrevet.headers["Location"]) == (302, "/logg-inn/?next=/fortsett/")
    assert not Aktivitet.objects.filter(tittel="Kuppet").exists()


@pytest.mark.parametrize("type_", MOETETYPER)
def test_the_meetings_that_deadlines_hang_from_are_the_secretarys(client, styremedlem, sekretaer, fylkeslag, type_):
    client.force_login(styremedlem)
    svar = client.post(NY, skjema(fylkeslag, type=type_))
    assert list(feil(svar)) == ["type"]
    assert "settes av sekretæren" in feil(svar)["type"][0]

    client.force_login(sekretaer)
    assert client.post(NY, skjema(fylkeslag, type=type_)).status_code == 302


def test_a_branch_may_have_its_own_annual_meeting(inne, lokallag):
    assert inne.post(NY, skjema(lokallag, type="arsmote")).status_code == 302


@pytest.fixture
def fylkets(lag_aktivitet, fylkeslag, styremedlem):
    """Of the county branch: made by the board member, by somebody else, and a meeting that deadlines hang from."""
    return {
        "eget": lag_aktivitet("Eget", date(2026, 5, 12), lag=fylkeslag, opprettet_av=styremedlem),
        "andres": lag_aktivitet("Andres", date(2026, 5, 12), lag=fylkeslag),
        "utkast": lag_aktivitet("Utkast", date(2026, 5, 12), lag=fylkeslag, publisert=None),
        "aarsmoete": lag_aktivitet(
            "Årsmøte", date(2026, 2, 28), lag=fylkeslag, type="arsmote", opprettet_av=styremedlem
        ),
    }


@pytest.mark.parametrize(
    ("hvem", "kan"),
    [
        ("redaktoer", ["hamars"]),
        ("styremedlem", ["eget"]),
        ("sekretaer", ["eget", "andres", "utkast", "aarsmoete", "hamars"]),
        ("administrator", ["eget", "andres", "utkast", "aarsmoete", "hamars"]),
    ],
)
def test_each_changes_what_is_theirs_and_nothing_else(client, request, fylkets, moete, hvem, kan):
    bruker = request.getfixturevalue(hvem)
    client.force_login(bruker)

    for navn, aktivitet in (fylkets | {"hamars": moete}).items():
        nei = 403 if Aktivitet.objects.synlige_for(bruker).filter(pk=aktivitet.pk).exists() else 404
        adresse = f"{aktivitet.get_absolute_url()}rediger/"
        data = skjema(aktivitet.lag, tittel="Endret", type=aktivitet.type, versjon=1, handling="lagre")
        statuser = (client.get(adresse).status_code, client.post(adresse, data).status_code)
        aktivitet.refresh_from_db()
        assert (navn, statuser, aktivitet.tittel == "Endret") == (
            navn,
            (200, 302) if navn in kan else (nei, nei),
            navn in kan,
        )
        for handling in ("avlys", "slett"):
            if navn not in kan:
                assert client.post(adresse, {"handling": handling, "versjon": 1}).status_code == nei


@pytest.mark.parametrize("hvem", [None, "redaktoer", "styremedlem", "sekretaer", "administrator"])
def test_the_activity_and_the_calendar_agree_on_who_may_change_it(request, fylkets, moete, lag_aktivitet, hvem):
    bruker = request.getfixturevalue(hvem) if hvem else AnonymousUser()
    lag_aktivitet("Hamars årsmøte", date(2026, 2, 7), type="arsmote")

    kan = [en for en in Aktivitet.objects.order_by("pk") if en.kan_redigeres_av(bruker)]

    assert list(Aktivitet.objects.redigerbare_for(bruker).order_by("pk")) == kan


def test_a_board_member_cannot_turn_their_activity_into_the_annual_meeting_or_give_it_away(
    client, styremedlem, fylkets, lokallag
):
    client.force_login(styremedlem)
    adresse = f"{fylkets['eget'].get_absolute_url()}rediger/"

    som_aarsmoete = client.post(adresse, skjema(fylkets["eget"].lag, type="arsmote", versjon=1))
    til_andre = client.post(adresse, skjema(lokallag, versjon=1))

    assert (list(feil(som_aarsmoete)), list(feil(til_andre))) == (["type"], ["lag"])
    fylkets["eget"].refresh_from_db()
    assert (fylkets["eget"].type, fylkets["eget"].versjon) == ("mote", 1)


def test_whoever_lost_the_role_sees_no_more_of_what_they_made_than_anyone(client, redaktoer, lokallag, lag_aktivitet):
    deres = {"opprettet_av": redaktoer, "lag": lokallag}
    internt = lag_aktivitet("Internt", date(2026, 5, 12), synlighet="intern", **deres)
    utkast = lag_aktivitet("Utkast", date(2026, 5, 12), publisert=None, **deres)
    offentlig = lag_aktivitet("Offentlig", date(2026, 5, 12), **deres)
    client.force_login(redaktoer)
    foer = {client.get(en.get_absolute_url()).status_code for en in (internt, utkast, offentlig)}

    lokallag.redaktoerer.remove(redaktoer)

    etter = [client.get(en.get_absolute_url()).status_code for en in (internt, utkast, offentlig)]
    assert (foer, etter) == ({200}, [404, 404, 200])
