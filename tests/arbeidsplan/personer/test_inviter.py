"""The page that invites: what may be given, what is refused and in what words, and that one letter goes."""

from datetime import date

import pytest
from django.core import mail

from aktivitet.models import Aktivitet
from arbeidsplan.models import Bruker, Invitasjon
from arbeidsplan.roller import Rolle

from .conftest import NORA

SIDEN = "/personer/inviter/"
SKJEMA = {"email": NORA, "navn": "Nora Ny", "rolle_styremedlem": "on", "siste_dag_styremedlem": "2027-02-27"}


pytestmark = pytest.mark.usefixtures("klokke")


def feil(svar):
    return {navn: list(liste) for navn, liste in svar.context["form"].errors.items()}


def sagt(client):
    return [str(melding) for melding in client.get("/personer/").context["messages"]]


def invitert():
    return [(en.email, en.navn, en.roller) for en in Invitasjon.objects.ubesvarte()]


def test_the_secretary_invites_and_the_letter_goes(inne, lokallag, sekretaer):
    svar = inne.post(SIDEN, SKJEMA | {"rolle_lokallagsredaktoer": "on", "lag": [lokallag.pk]})

    assert (svar.status_code, svar.headers["Location"]) == (302, "/personer/")
    invitasjon = Invitasjon.objects.get()
    assert invitert() == [(NORA, "Nora Ny", {"lokallagsredaktoer": None, "styremedlem": "2027-02-27"})]
    assert (list(invitasjon.lag.all()), invitasjon.av) == ([lokallag], sekretaer)
    assert [brev.to for brev in mail.outbox] == [[NORA]]
    assert invitasjon.sendt
    assert sagt(inne) == ["Brevet til nora@example.org er sendt. Lenken i det virker til og med 7. desember 2026."]
    assert not Bruker.objects.filter(email=NORA).exists()


def test_the_board_sits_to_the_next_annual_meeting_estimated_until_it_has_a_day(inne, fylkeslag):
    anslag = inne.get(SIDEN)
    dager = {"foerste_dag": date(2027, 2, 13), "siste_dag": date(2027, 2, 14), "presisjon": "dager"}
    moete = Aktivitet(tittel="Årsmøte", type="arsmote", lag=fylkeslag, publisert="2026-11-01T12:00Z", **dager)
    moete.save()
    kjent = inne.get(SIDEN)

    valgt = [svar.context["form"]["siste_dag_styremedlem"].value() for svar in (anslag, kjent)]
    assert valgt == [date(2027, 2, 27), date(2027, 2, 14)]
    assert "Neste årsmøte har ingen dag i kalenderen ennå. Vi har anslått 27. februar 2027." in anslag.content.decode()
    assert "Neste årsmøte er 14. februar 2027, etter kalenderen." in kjent.content.decode()
    assert kjent.context["form"]["siste_dag_sekretaer"].value() is None


@pytest.mark.parametrize("rolle", ["sekretaer", "administrator"])
def test_only_an_administrator_is_offered_to_make_another(client, request, rolle):
    client.force_login(request.getfixturevalue(rolle))

    felt = client.get(SIDEN).context["form"].fields

    assert ("rolle_administrator" in felt, "siste_dag_administrator" in felt) == (rolle == "administrator",) * 2


def test_fields_that_are_not_there_give_nothing(inne):
    inne.post(
        SIDEN,
        SKJEMA | {"rolle_administrator": "on", "roller": '{"administrator": null}', "av": "1", "tar_over_fra": "1"},
    )

    assert invitert() == [(NORA, "Nora Ny", {"styremedlem": "2027-02-27"})]
    assert Invitasjon.objects.get().tar_over_fra is None


def test_a_made_up_administrator_alone_is_no_role(inne):
    svar = inne.post(SIDEN, {"email": NORA, "rolle_administrator": "on"})

    assert feil(svar) == {"__all__": ["Velg minst én rolle."]}
    assert invitert() == []


@pytest.mark.parametrize("skrevet", ["kari@example.org", " Kari@Example.ORG "])
def test_an_address_that_is_somebodys_leads_to_their_page(inne, styremedlem, skrevet):
    svar = inne.post(SIDEN, SKJEMA | {"email": skrevet})

    lenke = f'<a href="/admin/arbeidsplan/bruker/{styremedlem.pk}/change/">Kari Styremedlem</a>'
    assert feil(svar) == {"email": [f"Det er en person med denne adressen fra før: {lenke}. Gi rollen der."]}
    assert lenke in svar.content.decode()
    assert (invitert(), mail.outbox) == ([], [])


def test_a_name_with_markup_in_it_is_told_as_it_stands(inne, styremedlem):
    Bruker.objects.filter(pk=styremedlem.pk).update(navn="<script>x</script>")

    side = inne.post(SIDEN, SKJEMA | {"email": styremedlem.email}).content.decode()

    assert "<script>x</script>" not in side
    assert "&lt;script&gt;x&lt;/script&gt;</a>" in side


def test_an_older_unanswered_one_is_replaced_and_the_page_says_so(inne):
    inne.post(SIDEN, SKJEMA)
    sagt(inne)

    inne.post(SIDEN, SKJEMA | {"rolle_sekretaer": "on"})

    assert invitert() == [(NORA, "Nora Ny", {"styremedlem": "2027-02-27", "sekretaer": None})]
    assert sagt(inne)[1:] == ["Den som lå der fra før til samme adresse, virker ikke lenger."]
    assert len(mail.outbox) == 2


def test_a_button_that_is_pressed_twice_sends_one_letter(inne):
    inne.post(SIDEN, SKJEMA)
    noekkel = Invitasjon.objects.get().avtrykk
    sagt(inne)

    inne.post(SIDEN, SKJEMA)

    assert [en.avtrykk for en in Invitasjon.objects.ubesvarte()] == [noekkel]
    assert sagt(inne) == ["Adressen ble invitert nå nettopp. Det blir bare med det ene brevet."]
    assert len(mail.outbox) == 1


def test_the_same_again_later_is_a_new_letter(inne, klokke):
    inne.post(SIDEN, SKJEMA)
    klokke.gaa(minutes=2)

    inne.post(SIDEN, SKJEMA)

    assert (len(invitert()), len(mail.outbox)) == (1, 2)


def test_what_only_an_administrator_may_invite_the_secretary_does_not_replace(inne, inviter, administrator):
    inviter(roller={Rolle.ADMINISTRATOR: None}, av=administrator)

    svar = inne.post(SIDEN, SKJEMA)

    assert feil(svar) == {
        "email": ["Administratoren har invitert denne adressen. Bare en administrator kan sende en ny."]
    }
    assert invitert() == [(NORA, "Nora Ny", {"administrator": None})]


@pytest.mark.parametrize(
    ("felter", "sier"),
    [
        ({"email": ""}, {"email": ["Skriv adressen."]}),
        ({"email": "nora"}, {"email": ["Skriv en e-postadresse, slik: navn@example.org."]}),
        (
            {"email": "nora@example.org\r\nBcc: alle@example.org"},
            {"email": ["Skriv en e-postadresse, slik: navn@example.org."]},
        ),
        ({"navn": "x" * 101}, {"navn": ["Teksten er på 101 tegn. Kort den ned til 100."]}),
        ({"rolle_styremedlem": ""}, {"__all__": ["Velg minst én rolle."]}),
        (
            {"siste_dag_styremedlem": "2026-11-22"},
            {"siste_dag_styremedlem": ["Dagen er gått. Velg en dag som kommer."]},
        ),
        ({"siste_dag_styremedlem": "i morgen"}, {"siste_dag_styremedlem": ["Skriv dagen slik: 31.12.2026."]}),
        (
            {"siste_dag_sekretaer": "2027-01-01"},
            {"rolle_sekretaer": ["Kryss av for rollen, eller ta bort siste dag."]},
        ),
        (
            {"rolle_lokallagsredaktoer": "on"},
            {"lag": ["Velg laget som lokallagsredaktøren legger inn for."]},
        ),
        ({"lag": ["0"]}, {"lag": ["Velg lag fra listen."]}),
        ({"lag": ["9" * 30]}, {"lag": ["Velg lag fra listen."]}),
        ({"lag": ["-1", "tull"]}, {"lag": ["Velg lag fra listen."]}),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_by_the_field_and_what_was_typed_stands(inne, felter, sier):
    svar = inne.post(SIDEN, SKJEMA | felter)

    assert svar.status_code == 200
    assert feil(svar) == sier
    assert "Ikke sendt ennå. Rett det som er merket under" in svar.content.decode()
    assert svar.context["form"]["navn"].value() == felter.get("navn", "Nora Ny")
    assert (invitert(), mail.outbox) == ([], [])


def test_branches_without_the_role_are_asked_about(inne, lokallag):
    svar = inne.post(SIDEN, SKJEMA | {"lag": [lokallag.pk]})

    assert feil(svar) == {
        "rolle_lokallagsredaktoer": ["Kryss av her også, ellers kan ikke personen redigere for lagene."]
    }


def test_what_cannot_be_seen_is_cleaned_out_of_the_name(inne):
    inne.post(SIDEN, SKJEMA | {"navn": "Nora\u202e\0 \a Ny\r\nBcc: alle@example.org"})

    assert invitert() == [(NORA, "Nora Ny Bcc: alle@example.org", {"styremedlem": "2027-02-27"})]
    assert "Bcc" not in mail.outbox[0].message().as_string()


def test_without_the_sites_address_nobody_is_invited_and_the_page_says_what_is_missing(inne, settings):
    settings.BARE_LOKALT, settings.ADRESSE, settings.ALLOWED_HOSTS = False, "", [".example.org"]

    svar = inne.post(SIDEN, SKJEMA, headers={"host": "plan.example.org"})

    assert feil(svar)["__all__"][0].startswith("Ingen er invitert. ADRESSE mangler:")
    assert (invitert(), mail.outbox) == ([], [])


def test_letters_that_would_end_on_a_screen_are_not_made(inne, settings):
    settings.BARE_LOKALT, settings.ADRESSE = False, "https://plan.example.org"
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    svar = inne.post(SIDEN, SKJEMA)

    assert feil(svar) == {
        "__all__": ["Ingen er invitert. EMAIL_URL mangler: uten den kommer ikke brevene fram til noen."]
    }
    assert invitert() == []


@pytest.mark.parametrize("rolle", ["redaktoer", "styremedlem"])
def test_nobody_else_invites(client, request, rolle):
    client.force_login(request.getfixturevalue(rolle))

    assert [client.get(SIDEN).status_code, client.post(SIDEN, SKJEMA).status_code] == [403, 403]
    assert invitert() == []
