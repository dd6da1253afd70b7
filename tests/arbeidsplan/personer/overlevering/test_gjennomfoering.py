"""The act itself, when the world has moved since the form was judged."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from arbeidsplan.models import Bruker, Invitasjon, Overlevering, Spor
from arbeidsplan.personer.overlevering import gjennomfoering
from arbeidsplan.personer.overlevering.gjennomfoering import Gjennomfoert, NoeErEndret, gjennomfoer
from arbeidsplan.personer.overlevering.regel import GAAR_AV, Avtale, Endring, Ny, Overtakelse
from arbeidsplan.roller import Rolle
from tiltak.models import Tiltak

MERKE = UUID(int=7)


@pytest.fixture
def avtale(i_dag, styremedlem, bodil, tiltakene):
    """Kari leaves, and Bodil takes over; somebody is invited."""
    return Avtale(
        endringer=(Endring(styremedlem.pk, Rolle.STYREMEDLEM, GAAR_AV, None, i_dag - timedelta(days=1)),),
        nye=(Ny(0, "Mona", "mona@example.org", Rolle.STYREMEDLEM, None, None),),
        overtakelser=(Overtakelse(styremedlem.pk, tuple(ett.pk for ett in tiltakene[:2]), til=bodil.pk),),
        versjoner={styremedlem.pk: 1, bodil.pk: 1},
    )


def ingenting_er_gjort(styremedlem):
    urort = Bruker.objects.get(pk=styremedlem.pk).roller == {"styremedlem": None}
    return urort and not (Invitasjon.objects.exists() or Overlevering.objects.exists() or Spor.objects.exists())


def test_a_measure_that_somebody_took_meanwhile_stays_theirs(avtale, sekretaer, tiltakene, styremedlem, bodil):
    tiltakene[0].foelg_opp(sekretaer, fra=styremedlem.pk)

    gjort, _ = gjennomfoer(avtale, av=sekretaer, merke=MERKE)

    assert [ett.foelges_opp_av for ett in Tiltak.objects.order_by("pk")] == [sekretaer, bodil, None]
    assert gjort.hendte["andres"] == [tiltakene[0].pk]
    assert gjort.hendte["tiltak"] == [[tiltakene[1].pk, styremedlem.pk, bodil.pk, None]]


def test_somebody_changed_since_stops_all_of_it(avtale, sekretaer, styremedlem, bodil):
    bodil.ta_versjon(bodil.versjon)

    with pytest.raises(NoeErEndret):
        gjennomfoer(avtale, av=sekretaer, merke=MERKE)

    assert ingenting_er_gjort(styremedlem)


def test_an_error_in_the_middle_takes_all_of_it_back(avtale, sekretaer, styremedlem, monkeypatch):
    def feiler(*_):
        raise RuntimeError

    monkeypatch.setattr(gjennomfoering, "_flytt_tiltakene", feiler)

    with pytest.raises(RuntimeError):
        gjennomfoer(avtale, av=sekretaer, merke=MERKE)

    assert ingenting_er_gjort(styremedlem)


def test_an_invitation_sent_since_stops_all_of_it(avtale, sekretaer, styremedlem):
    Invitasjon.objects.inviter("mona@example.org", roller={"styremedlem": None}, av=sekretaer)

    with pytest.raises(NoeErEndret):
        gjennomfoer(avtale, av=sekretaer, merke=MERKE)

    assert Invitasjon.objects.ubesvarte().count() == 1
    assert Bruker.objects.get(pk=styremedlem.pk).roller == {"styremedlem": None}


def test_the_other_administrator_having_left_since_stops_all_of_it(sekretaer, administrator, i_dag):
    slutt = Endring(administrator.pk, Rolle.ADMINISTRATOR, GAAR_AV, None, i_dag - timedelta(days=1))

    with pytest.raises(NoeErEndret):
        gjennomfoer(Avtale((slutt,), (), (), {administrator.pk: 1}), av=sekretaer, merke=MERKE)

    assert Bruker.objects.get(pk=administrator.pk).roller == {"administrator": None}


def test_carried_out_already_it_says_so(avtale, sekretaer):
    gjort, _ = gjennomfoer(avtale, av=sekretaer, merke=MERKE)

    with pytest.raises(Gjennomfoert) as alt:
        gjennomfoer(avtale, av=sekretaer, merke=MERKE)

    assert alt.value.overlevering == gjort


def test_a_letter_is_held_for_unsent_until_the_server_has_it(avtale, sekretaer, client):
    gjort, _ = gjennomfoer(avtale, av=sekretaer, merke=MERKE)  # and then the machine stopped
    client.force_login(sekretaer)

    assert "1 brev er ikke sendt" in client.get(reverse("overlevert", args=[MERKE])).content.decode()
    assert gjort.hendte["usendt"] == [Invitasjon.objects.get().pk]
