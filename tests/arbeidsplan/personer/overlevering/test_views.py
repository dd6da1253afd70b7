"""The handover page: who stands there, what is looked over, what happens, and what never may."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects, assertTemplateUsed

from aktivitet.tid import dag_i_ord
from arbeidsplan.models import Bruker, Hendelse, Invitasjon, Overlevering, Spor
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.models import Maal

from .conftest import en_ny, velg

SIDEN = "/personer/overlevering/"
STYREMEDLEM, SEKRETAER, REDAKTOER, ADMINISTRATOR = "styremedlem", "sekretaer", "lokallagsredaktoer", "administrator"


def nytt(bruker):
    return Bruker.objects.get(pk=bruker.pk)


def feilene(svar):
    """What is wrong, by the fields' names."""
    skjema = svar.context["skjema"]
    former = [form for del_ in skjema.personer for form in (del_.form, *del_.verv)] + skjema.nye
    return {felt.html_name: list(felt.errors) for form in former if form.is_bound for felt in form if felt.errors}


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


def test_it_is_said_in_words_before_anything_happens(
    aarsmoetet, neste, styremedlem, bodil, tiltakene, fyll_ut, trykk, client
):
    sendt = fyll_ut(
        **velg(styremedlem, STYREMEDLEM, "gaar_av"),
        **velg(bodil, STYREMEDLEM, "fortsetter"),
        **{f"p{styremedlem.pk}-tar_over": f"b{bodil.pk}"},
        **en_ny(),
    )

    svar = trykk(sendt, "se")

    assertTemplateUsed(svar, "personer/overlevering/se.html")
    assert svar.context["oversikt"].sammendrag.startswith("1 fortsetter til ")
    assert svar.context["oversikt"].sammendrag.endswith(
        "1 går av nå, 1 blir invitert og 2 tiltak får ny som følger opp"
    )
    assertContains(svar, "Ola Sekretær. Ingenting endres for dem.")
    assert (nytt(styremedlem).roller, Invitasjon.objects.count(), mail.outbox) == ({STYREMEDLEM: None}, 0, [])
    assert ("ny0-navn", "Mona Mose") in svar.context["skjema"].skjulte


def test_a_role_that_nothing_was_chosen_for_is_named_where_the_person_has_another(
    aarsmoetet, sekretaer, styremedlem, fyll_ut, trykk
):
    Bruker.objects.filter(pk=styremedlem.pk).update(roller={STYREMEDLEM: None, REDAKTOER: None})

    svar = trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "fortsetter")), "se")

    assert svar.context["oversikt"].ikke_avgjort == ["Kari Styremedlem (lokallagsredaktør)", "Ola Sekretær"]


def test_what_is_wrong_looks_as_in_the_other_forms(aarsmoetet, styremedlem, fyll_ut, trykk):
    assertContains(trykk(fyll_ut(**en_ny(epost="feil")), "se"), '<div class="skjemafeil" role="alert">')


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


def test_what_nobody_follows_up_is_listed_afterwards(aarsmoetet, styremedlem, tiltakene, fyll_ut, trykk, client):
    trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **{f"p{styremedlem.pk}-tar_over": "ingen"}))

    kvittering = client.get(Overlevering.objects.get().get_absolute_url())

    assertContains(kvittering, "2 tiltak har ingen som følger dem opp")
    assertContains(kvittering, f'<a href="/tiltak/{tiltakene[0].pk}/">1a Verve</a>', html=True)


def test_whoever_leaves_what_they_follow_must_say_to_whom(aarsmoetet, styremedlem, tiltakene, fyll_ut, trykk):
    svar = trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **en_ny(navn="Mona & Co")), "se")

    assert feilene(svar) == {f"p{styremedlem.pk}-tar_over": ["Velg hvem som følger dem opp nå, eller «Ingen ennå»."]}
    assertContains(svar, 'value="Mona &amp; Co"')  # what was typed stands


@pytest.mark.parametrize(
    ("ny", "tar_over", "sier"),
    [
        ({}, "bodil", "Bodil går av, eller sitter ikke lenger. Velg en annen."),
        ({}, "ny1", "Ny 2 er ikke fylt ut. Fyll ut raden, eller velg en annen."),
        ({"rolle": REDAKTOER, "lag": True}, "ny0", "En lokallagsredaktør kan ikke følge opp tiltak. Velg en annen."),
        ({}, "b999999", "Velg en av dem i listen."),
    ],
)
def test_only_somebody_who_stays_and_may_follow_up_takes_over(
    aarsmoetet, lokallag, styremedlem, bodil, tiltakene, fyll_ut, trykk, ny, tar_over, sier
):
    ny = {felt: lokallag.pk if verdi is True else verdi for felt, verdi in ny.items()}
    hvem = f"b{bodil.pk}" if tar_over == "bodil" else tar_over
    sendt = fyll_ut(
        **velg(styremedlem, STYREMEDLEM, "gaar_av"),
        **velg(bodil, STYREMEDLEM, "gaar_av"),
        **{f"p{styremedlem.pk}-tar_over": hvem},
        **en_ny(**ny),
    )

    assert feilene(trykk(sendt, "se")) == {f"p{styremedlem.pk}-tar_over": [sier]}


def test_one_new_takes_over_from_one(aarsmoetet, styremedlem, bodil, tiltakene, fyll_ut, trykk):
    tiltakene[2].foelg_opp(bodil, fra=None)
    begge = (styremedlem, bodil)
    valgene = {navn: verdi for en in begge for navn, verdi in velg(en, STYREMEDLEM, "gaar_av").items()}

    svar = trykk(fyll_ut(**valgene, **{f"p{en.pk}-tar_over": "ny0" for en in begge}, **en_ny()), "se")

    assert list(feilene(svar).values()) == [["Tar over fra en annen alt. Én ny kan ta over fra én."]]


@pytest.mark.parametrize(
    ("rad", "felt", "sier"),
    [
        ({"epost": ""}, "epost", "Skriv e-postadressen. Invitasjonen sendes dit."),
        ({"epost": "mona@"}, "epost", "Skriv en hel e-postadresse: navn@example.org."),
        ({"epost": "mona\r\nBcc: x@example.org"}, "epost", "Skriv en hel e-postadresse: navn@example.org."),
        ({"navn": ""}, "navn", "Skriv navnet."),
        ({"rolle": REDAKTOER}, "lag", "Velg laget som skal redigeres."),
        ({"rolle": ADMINISTRATOR}, "rolle", "Velg en rolle."),  # the secretary makes no administrators
        ({"til": "2020-01-01"}, "til", "Dagen har vært. Skriv en dag som kommer, eller la feltet stå tomt."),
        ({"til": "31.2.2027"}, "til", "Skriv dagen slik: 31.12.2026."),
        ({"epost": "KARI@example.org"}, "epost", "Har rollen styremedlem alt. Velg «Fortsetter» i listen over."),
    ],
)
def test_a_row_that_cannot_be_used_says_why(aarsmoetet, styremedlem, fyll_ut, trykk, rad, felt, sier):
    svar = trykk(fyll_ut(**en_ny(**rad)), "gjennomfoer")

    assert feilene(svar) == {f"ny0-{felt}": [sier]}
    assert (Invitasjon.objects.count(), Overlevering.objects.count()) == (0, 0)


def test_the_same_address_in_two_rows_is_told(aarsmoetet, fyll_ut, trykk):
    svar = trykk(fyll_ut(**en_ny(0), **en_ny(1, epost="Mona@example.org ")), "se")

    assert feilene(svar) == {"ny1-epost": ["Adressen står i en rad over også. Fjern den ene."]}


def test_another_row_keeps_what_was_typed_and_judges_nothing_yet(aarsmoetet, fyll_ut, trykk):
    svar = trykk(fyll_ut(**en_ny(epost="ikke ferdig")), "rad")

    assert (len(svar.context["skjema"].nye), svar.context["skjema"].har_feil) == (3, False)
    assertContains(svar, 'value="ikke ferdig"')
    assertContains(svar, "Ny 1: Mona Mose", count=0)  # nobody follows anything up here


def test_all_who_are_not_decided_can_be_let_go_on(aarsmoetet, styremedlem, bodil, fyll_ut, trykk):
    svar = trykk(fyll_ut(**velg(bodil, STYREMEDLEM, "gaar_av")), "alle")

    valgt = {del_.person.bruker.navn: del_.verv[0]["valg"].value() for del_ in svar.context["skjema"].styret}
    assert valgt == {"Bodil": "gaar_av", "Kari Styremedlem": "fortsetter", "Ola Sekretær": "fortsetter"}


def test_pressed_twice_it_happens_once(aarsmoetet, styremedlem, fyll_ut, trykk):
    sendt = fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **en_ny())

    foerst, saa = trykk(sendt), trykk(sendt)

    assert foerst.headers["Location"] == saa.headers["Location"]
    assert (Overlevering.objects.count(), Invitasjon.objects.count(), len(mail.outbox)) == (1, 1, 1)


def test_a_second_secretary_is_told_what_the_first_changed_and_nothing_is_done(
    aarsmoetet, neste, styremedlem, bodil, tiltakene, fyll_ut, trykk
):
    sendt = fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **{f"p{styremedlem.pk}-tar_over": "ingen"}, **en_ny())
    trykk(fyll_ut(**velg(bodil, STYREMEDLEM, "fortsetter")))
    tiltakene[1].foelg_opp(bodil, fra=styremedlem.pk)

    svar = trykk(sendt)

    assert {navn: len(sier) for navn, sier in svar.context["skjema"].endret.items()} == {
        styremedlem.pk: 1,
        bodil.pk: 2,
    }
    assertContains(svar, "Noen andre har lagret her mens du fylte ut.", count=1)
    assert nytt(styremedlem).roller == {STYREMEDLEM: None}
    # Seen and sent again from the page that told it, it is done.
    sett = dict(svar.context["skjema"].skjulte) | {"merke": sendt["merke"]}
    assert trykk(sett).status_code == 302
    assert [t.foelges_opp_av for t in type(tiltakene[0]).objects.order_by("pk")] == [None, bodil, None]


def test_somebody_who_was_invited_meanwhile_is_told_of_and_invited_again_only_knowingly(
    aarsmoetet, sekretaer, fyll_ut, trykk
):
    sendt = fyll_ut(**en_ny())
    foerste, _ = Invitasjon.objects.inviter("mona@example.org", roller={STYREMEDLEM: None}, av=sekretaer)

    svar = trykk(sendt)
    assert feilene(svar) == {"ny0-epost": ["Er invitert alt, og har ikke svart. Trykk en gang til for å sende en ny."]}
    trykk(dict(svar.context["skjema"].skjulte) | {"merke": sendt["merke"]})

    foerste.refresh_from_db()
    assert (foerste.trukket is None, Invitasjon.objects.ubesvarte().count()) == (False, 1)


def test_the_last_administrator_keeps_the_role(aarsmoetet, administrator, fyll_ut, trykk):
    for valg in (
        velg(administrator, ADMINISTRATOR, "gaar_av"),
        velg(administrator, ADMINISTRATOR, "fortsetter", fortsetter_til="2099-01-01"),
    ):
        svar = trykk(fyll_ut(som=administrator, **valg))

        assert list(feilene(svar)) == [f"p{administrator.pk}-{ADMINISTRATOR}-valg"]
        assertContains(svar, "Da blir det ingen administrator uten siste dag.")
    assert nytt(administrator).roller == {ADMINISTRATOR: None}


def test_the_secretary_changes_nothing_of_an_administrator(aarsmoetet, administrator, fyll_ut, trykk):
    Bruker.objects.create_user("to@example.org", roller={ADMINISTRATOR: None})
    Bruker.objects.filter(pk=administrator.pk).update(roller={ADMINISTRATOR: None, STYREMEDLEM: None})
    sendt = fyll_ut() | {f"p{administrator.pk}-versjon": "1", f"p{administrator.pk}-fulgte": ""}

    trykk(sendt | velg(administrator, ADMINISTRATOR, "gaar_av") | velg(administrator, STYREMEDLEM, "gaar_av"))

    assert nytt(administrator).roller == {ADMINISTRATOR: None, STYREMEDLEM: None}


def test_the_only_one_who_can_invite_stays(aarsmoetet, sekretaer, fyll_ut, trykk):
    svar = trykk(fyll_ut(**velg(sekretaer, SEKRETAER, "gaar_av")))

    assert list(feilene(svar)) == [f"p{sekretaer.pk}-{SEKRETAER}-valg"]
    assert nytt(sekretaer).roller == {SEKRETAER: None}


def test_a_secretary_who_leaves_is_warned_and_sees_what_they_did(aarsmoetet, sekretaer, fyll_ut, trykk, client):
    Bruker.objects.create_user("siri@example.org", navn="Siri", roller={SEKRETAER: None})
    sendt = fyll_ut(**velg(sekretaer, SEKRETAER, "gaar_av", siste=""))

    assertContains(trykk(sendt, "se"), "Du går selv av som sekretær nå, og kommer ikke inn her etterpå. Siri kan.")
    svar = trykk(sendt)

    assertRedirects(svar, Overlevering.objects.get().get_absolute_url())
    assert trykk(sendt).headers["Location"] == svar.headers["Location"]  # pressed twice
    assert client.get(SIDEN).status_code == 403


def test_whoever_leaves_at_once_invites_nobody(aarsmoetet, sekretaer, fyll_ut, trykk):
    Bruker.objects.create_user("siri@example.org", navn="Siri", roller={SEKRETAER: None})

    svar = trykk(fyll_ut(**velg(sekretaer, SEKRETAER, "gaar_av", siste=""), **en_ny()))

    assert list(feilene(svar)) == [f"p{sekretaer.pk}-{SEKRETAER}-valg"]
    assert Invitasjon.objects.count() == 0


def test_a_letter_that_could_not_be_sent_is_told_and_the_rest_stands(
    aarsmoetet, styremedlem, fyll_ut, trykk, client, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there

    svar = trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **en_ny()))

    kvittering = client.get(svar.headers["Location"])
    assertContains(kvittering, "1 brev er ikke sendt")
    assert (nytt(styremedlem).har_rolle(Rolle.STYREMEDLEM), Invitasjon.objects.count()) == (False, 1)


def test_where_no_letter_can_be_sent_nothing_is_done(aarsmoetet, styremedlem, fyll_ut, trykk, settings):
    settings.BARE_LOKALT, settings.EMAIL_BACKEND = False, "django.core.mail.backends.console.EmailBackend"

    svar = trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **en_ny()))

    assertContains(svar, "Ingen kan inviteres nå. EMAIL_URL mangler")
    assert (nytt(styremedlem).roller, Invitasjon.objects.count()) == ({STYREMEDLEM: None}, 0)


def test_a_form_that_is_not_whole_is_told_and_nothing_is_done(aarsmoetet, styremedlem, fyll_ut, trykk):
    sendt = fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **en_ny())

    for feil in ({"merke": "x" * 1_000_000}, {f"p{styremedlem.pk}-versjon": str(2**64)}, {"ny0-lest_invitasjon": "x"}):
        svar = trykk(sendt | feil)
        assert (svar.status_code, svar.context["skjema"].har_feil) == (200, True)
    assert nytt(styremedlem).roller == {STYREMEDLEM: None}


def test_somebody_erased_meanwhile_is_told_of_once(aarsmoetet, styremedlem, bodil, fyll_ut, trykk):
    sendt = fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av"), **velg(bodil, STYREMEDLEM, "gaar_av"))
    bodil.delete()

    svar = trykk(sendt)

    assertContains(svar, "En du hadde valgt for, har ikke lenger noen rolle her.")
    assert trykk(dict(svar.context["skjema"].skjulte) | {"merke": sendt["merke"]}).status_code == 302


def test_names_are_gone_from_the_receipt_when_the_person_is(aarsmoetet, styremedlem, fyll_ut, trykk, client):
    trykk(fyll_ut(**velg(styremedlem, STYREMEDLEM, "gaar_av")))
    gjort = Overlevering.objects.get()
    assertContains(client.get(gjort.get_absolute_url()), "Kari Styremedlem")
    styremedlem.delete()

    svar = client.get(gjort.get_absolute_url())

    assertContains(svar, "<strong>tidligere bruker</strong> Styremedlem", html=False)
    assert "Kari" not in str(gjort.hendte)


def test_nothing_chosen_is_nothing_to_carry_out(aarsmoetet, fyll_ut, trykk):
    for handling in ("se", "gjennomfoer"):
        assertContains(trykk(fyll_ut(), handling), "Det er ingenting å gjennomføre.")
    assert Overlevering.objects.count() == 0


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
