"""The button that carries a handover out: roles, invitations, measures and the trail, all of it and once."""

from datetime import timedelta

from django.core import mail
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.tid import dag_i_ord
from arbeidsplan.models import Bruker, Hendelse, Invitasjon, Overlevering, Spor

from .conftest import en_ny, velg
from .siden import REDAKTOER, SEKRETAER, SIDEN, STYREMEDLEM, nytt


def test_one_button_ends_renews_invites_and_hands_over(
    aarsmoetet, neste, sekretaer, styremedlem, bodil, tiltakene, fyll_ut, trykk, client
):
    sendt = fyll_ut(
        **velg(styremedlem, STYREMEDLEM, "gaar_av"),
        **velg(bodil, STYREMEDLEM, "fortsetter"),
        **{f"p{styremedlem.pk}-tar_over": f"b{bodil.pk}"},
        **en_ny(til=neste),
    )

    svar = trykk(sendt)

    gjort = Overlevering.objects.get()
    assertRedirects(svar, gjort.get_absolute_url())
    assert nytt(styremedlem).roller == {STYREMEDLEM: aarsmoetet.isoformat()}
    assert nytt(bodil).roller == {STYREMEDLEM: neste.isoformat()}
    assert nytt(sekretaer).roller == {SEKRETAER: None}
    foelger = [tiltak.foelges_opp_av for tiltak in (type(tiltakene[0]).objects.order_by("pk"))]
    assert foelger == [bodil, bodil, None]
    invitasjon = Invitasjon.objects.get()
    assert (invitasjon.email, invitasjon.navn, invitasjon.roller, invitasjon.av, invitasjon.tar_over_fra) == (
        "mona@example.org",
        "Mona Mose",
        {STYREMEDLEM: neste.isoformat()},
        sekretaer,
        None,
    )
    assert [brev.to for brev in mail.outbox] == [["mona@example.org"]]
    kvittering = client.get(gjort.get_absolute_url())
    assertContains(kvittering, "<strong>Bodil</strong> følger nå opp 2 tiltak")
    assertNotContains(kvittering, "ikke sendt")


def test_who_left_is_out_at_the_next_click_and_a_last_day_of_today_lasts_the_day(
    aarsmoetet, i_dag, styremedlem, bodil, fyll_ut, trykk, client
):
    trykk(
        fyll_ut(
            **velg(styremedlem, STYREMEDLEM, "gaar_av", siste=""),
            **velg(bodil, STYREMEDLEM, "gaar_av", siste=i_dag),
        )
    )

    svarene = []
    for bruker in (styremedlem, bodil):
        client.force_login(bruker)
        svarene.append(client.get("/tiltak/styremote/").status_code)
    assert svarene == [403, 200]
    assert nytt(styremedlem).roller == {STYREMEDLEM: (i_dag - timedelta(days=1)).isoformat()}


def test_each_change_leaves_a_trail_without_names(aarsmoetet, neste, sekretaer, styremedlem, bodil, fyll_ut, trykk):
    trykk(
        fyll_ut(
            **velg(styremedlem, STYREMEDLEM, "gaar_av", siste=aarsmoetet),
            **velg(bodil, STYREMEDLEM, "fortsetter", fortsetter_til=""),
            **en_ny(),
        )
    )

    roller = Spor.objects.filter(hendelse=Hendelse.ROLLER)
    # Bodil goes on until further notice, as she was to: nothing is changed, and nothing is noted.
    assert [(ett.av, ett.om) for ett in roller] == [(sekretaer, styremedlem)]
    assert roller.get().hva == f"Styremedlem → Styremedlem til {dag_i_ord(aarsmoetet)}"
    assert not any("Mona" in ett.hva or "mona" in ett.hva for ett in Spor.objects.all())


def test_two_roles_of_one_person_leave_one_line(aarsmoetet, styremedlem, fyll_ut, trykk):
    Bruker.objects.filter(pk=styremedlem.pk).update(roller={STYREMEDLEM: None, REDAKTOER: None})
    gaar = {**velg(styremedlem, STYREMEDLEM, "gaar_av"), **velg(styremedlem, REDAKTOER, "gaar_av")}

    trykk(fyll_ut(**gaar))

    til = f"til {dag_i_ord(aarsmoetet)}"
    assert [ett.hva for ett in Spor.objects.filter(hendelse=Hendelse.ROLLER)] == [
        f"Lokallagsredaktør, Styremedlem → Lokallagsredaktør {til}, Styremedlem {til}"
    ]


def test_a_new_one_takes_over_only_when_they_come_in(aarsmoetet, styremedlem, tiltakene, fyll_ut, trykk, client):
    sendt = fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **{f"p{styremedlem.pk}-tar_over": "ny0"}, **en_ny())

    trykk(sendt)

    assert Invitasjon.objects.get().tar_over_fra == styremedlem
    assert [t.foelges_opp_av for t in type(tiltakene[0]).objects.order_by("pk")] == [styremedlem, styremedlem, None]
    kvittering = client.get(Overlevering.objects.get().get_absolute_url())
    assertContains(kvittering, "<strong>Mona Mose</strong> tar over 2 tiltak når invitasjonen er tatt imot")


def test_pressed_twice_it_happens_once(aarsmoetet, styremedlem, fyll_ut, trykk):
    sendt = fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **en_ny())

    foerst, saa = trykk(sendt), trykk(sendt)

    assert foerst.headers["Location"] == saa.headers["Location"]
    assert (Overlevering.objects.count(), Invitasjon.objects.count(), len(mail.outbox)) == (1, 1, 1)


def test_a_secretary_who_leaves_is_warned_and_sees_what_they_did(aarsmoetet, sekretaer, fyll_ut, trykk, client):
    Bruker.objects.create_user("siri@example.org", navn="Siri", roller={SEKRETAER: None})
    sendt = fyll_ut(**velg(sekretaer, SEKRETAER, "gaar_av", siste=""))

    assertContains(trykk(sendt, "se"), "Du går selv av som sekretær nå, og kommer ikke inn her etterpå. Siri kan.")
    svar = trykk(sendt)

    assertRedirects(svar, Overlevering.objects.get().get_absolute_url())
    assert trykk(sendt).headers["Location"] == svar.headers["Location"]  # pressed twice
    assert client.get(SIDEN).status_code == 403
