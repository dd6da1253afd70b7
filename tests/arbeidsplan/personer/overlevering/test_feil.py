"""What the handover refuses, and in what words: by the field, with all that was typed, and nothing done."""

import pytest
from pytest_django.asserts import assertContains

from arbeidsplan.models import Bruker, Invitasjon, Overlevering

from .conftest import en_ny, velg
from .siden import ADMINISTRATOR, REDAKTOER, SEKRETAER, STYREMEDLEM, feilene, nytt


def test_what_is_wrong_looks_as_in_the_other_forms(aarsmoetet, styremedlem, fyll_ut, trykk):
    assertContains(trykk(fyll_ut(**en_ny(epost="feil")), "se"), '<div class="skjemafeil" role="alert">')


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


def test_whoever_leaves_at_once_invites_nobody(aarsmoetet, sekretaer, fyll_ut, trykk):
    Bruker.objects.create_user("siri@example.org", navn="Siri", roller={SEKRETAER: None})

    svar = trykk(fyll_ut(**velg(sekretaer, SEKRETAER, "gaar_av", siste=""), **en_ny()))

    assert list(feilene(svar)) == [f"p{sekretaer.pk}-{SEKRETAER}-valg"]
    assert Invitasjon.objects.count() == 0


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
