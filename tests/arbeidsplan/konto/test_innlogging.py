"""Logging in and out: by password, by a code in an e-mail, and what strangers may learn from trying."""

import re

import pytest
from django.conf import settings
from django.core import mail
from django.urls import reverse

from arbeidsplan.models import Bruker

from .conftest import INN, PASSORD, innlogget, koden

SIDER_FOR_ALLE = [
    "/logg-inn/",
    "/logg-inn/kode/",
    "/logg-ut/",
    "/konto/stengt/",
    "/konto/ny/",
    "/konto/epost/",
    "/konto/passord/glemt/",
    "/konto/passord/glemt/sendt/",
    "/konto/passord/glemt/ferdig/",
    "/konto/passord/glemt/1-set-password/",
    "/konto/passord/glemt/1-feil-nokkel/",
]
SIDER_FOR_INNLOGGEDE = [
    "/konto/",
    "/konto/passord/",
    "/konto/passord/nytt/",
    "/konto/bekreft/",
    "/konto/totrinn/",
    "/konto/totrinn/app/",
    "/konto/totrinn/reservekoder/",
    "/konto/totrinn/reservekoder/nye/",
    "/konto/passnokler/",
    "/konto/passnokler/ny/",
    "/konto/innlogginger/",
    "/konto/e-post/",
    "/konto/e-post/bekreft/",
    "/logg-ut/",
]


def test_a_person_logs_in_with_e_mail_and_password_and_lands_on_the_front_page(client, kari):
    svar = client.post(INN, {"login": "Kari@Example.org", "password": PASSORD})

    assert (svar.status_code, svar.headers["Location"]) == (302, "/")
    assert innlogget(client) == str(kari.pk)


@pytest.mark.parametrize("rolle", ["redaktoer", "styremedlem", "sekretaer", "administrator"])
def test_every_role_lands_on_the_front_page(client, request, rolle):
    bruker = request.getfixturevalue(rolle)
    bruker.set_password(PASSORD)
    bruker.save()

    svar = client.post(INN, {"login": bruker.email, "password": PASSORD})

    assert svar.headers["Location"] == reverse("forside")


@pytest.mark.parametrize(
    ("neste", "havner_paa"),
    [
        ("/plan/", "/plan/"),
        ("https://testserver/plan/", "https://testserver/plan/"),
        ("https://example.com/", "/"),
        ("//example.com/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_after_login_one_comes_to_the_page_one_wanted_if_it_is_ours(client, kari, neste, havner_paa):
    svar = client.post(INN, {"login": kari.email, "password": PASSORD, "next": neste}, secure=True)

    assert svar.headers["Location"] == havner_paa


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, kari):
    feil = [
        client.post(INN, {"login": adresse, "password": "galt-passord"}).context["form"].errors
        for adresse in (kari.email, "ukjent@example.org")
    ]

    assert (
        feil[0]
        == feil[1]
        == {"password": ["E-posten eller passordet er feil. Prøv igjen, eller få en kode på e-post."]}
    )
    assert innlogget(client) is None


def test_what_was_typed_stands_there_after_an_error_but_not_the_password(client, kari):
    svar = client.post(INN, {"login": kari.email, "password": "galt-passord", "next": "/plan/"})

    side = svar.content.decode()
    assert svar.status_code == 200
    assert f'value="{kari.email}"' in side
    assert "galt-passord" not in side
    assert '<input type="hidden" name="next" value="/plan/">' in side


def test_a_person_logs_in_with_a_code_by_e_mail(client, kari):
    svar = client.post("/logg-inn/kode/?next=/plan/", {"email": "KARI@example.org", "next": "/plan/"})
    assert svar.headers["Location"].startswith("/logg-inn/kode/bekreft/")
    side = client.get(svar.headers["Location"])
    assert "kari@example.org" in side.content.decode()

    svar = client.post("/logg-inn/kode/bekreft/", {"code": koden().lower(), "next": "/plan/"})

    assert svar.headers["Location"] == "/plan/"
    assert innlogget(client) == str(kari.pk)


def test_the_letter_with_the_code_is_short_norwegian_and_plain(client, kari):
    client.post("/logg-inn/kode/", {"email": kari.email})

    [brev] = mail.outbox
    assert (brev.subject, brev.to, brev.alternatives) == ("Innloggingskoden din", ["kari@example.org"], [])
    assert brev.body == (
        f"Koden din er:\n\n{koden()}\n\nSkriv den på siden der du ba om den. Den gjelder i ti minutter.\n\n"
        "Ba du ikke om noen kode? Da trenger du ikke å gjøre noe. Gi den ikke til noen.\n\n"
        f"Hilsen {settings.ORGANISASJON}\ntestserver"
    )
    assert settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT == 10 * 60


def test_an_unknown_address_gets_the_same_page_and_no_letter(client, kari):
    ukjent = client.post("/logg-inn/kode/", {"email": "ukjent@example.org"}, follow=True)
    assert mail.outbox == []
    kjent = client.post("/logg-inn/kode/", {"email": kari.email}, follow=True)

    def uten_det_som_er_nytt(svar):
        side = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", svar.content.decode())
        return re.sub(r"(ukjent|kari)@example.org", "X", side)

    assert uten_det_som_er_nytt(ukjent) == uten_det_som_er_nytt(kjent)


def test_a_wrong_code_is_told_by_the_field_and_the_third_one_ends_it(client, kari):
    client.post("/logg-inn/kode/", {"email": kari.email})

    for _ in range(2):
        svar = client.post("/logg-inn/kode/bekreft/", {"code": "FEIL-FEIL"})
        assert svar.context["form"].errors == {"code": ["Koden er feil. Se etter i e-posten, og skriv den på nytt."]}
    client.post("/logg-inn/kode/bekreft/", {"code": "FEIL-FEIL"})
    client.post("/logg-inn/kode/bekreft/", {"code": koden()})

    assert innlogget(client) is None


def test_whoever_is_shut_out_gets_in_neither_by_password_nor_by_code(client, kari):
    Bruker.objects.filter(pk=kari.pk).update(is_active=False)

    svar = client.post(INN, {"login": kari.email, "password": PASSORD})
    client.post("/logg-inn/kode/", {"email": kari.email})

    assert svar.headers["Location"] == "/konto/stengt/"
    assert (innlogget(client), mail.outbox) == (None, [])


def test_whoever_is_shut_out_while_logged_in_is_out_at_the_next_page(client, kari):
    client.force_login(kari)
    Bruker.objects.filter(pk=kari.pk).update(is_active=False)

    assert client.get("/konto/passord/").headers["Location"].startswith(INN)


def test_too_many_tries_at_one_address_are_stopped_for_the_right_password_too(client, kari):
    for _ in range(5):
        client.post(INN, {"login": kari.email, "password": "galt-passord"})

    svar = client.post(INN, {"login": kari.email, "password": PASSORD})

    assert svar.context["form"].errors == {
        "password": ["For mange forsøk. Vent noen minutter, eller logg inn på en annen måte."]
    }
    assert innlogget(client) is None


def test_many_tries_from_one_place_get_our_own_page_saying_so(client, db):
    for _ in range(120):
        client.get(INN)
        svar = client.post(INN, {"login": "x", "password": "y"})
    svar = client.post(INN, {"login": "x", "password": "y"})

    assert svar.status_code == 429
    assert "<h1>For mange forsøk</h1>" in svar.content.decode()


def test_nobody_signs_up_by_themselves(client, db):
    side = client.get("/konto/ny/").content.decode()
    client.post("/konto/ny/", {"email": "ny@example.org", "password1": PASSORD, "password2": PASSORD})

    assert "<h1>Her melder ingen seg på selv</h1>" in side
    assert Bruker.objects.count() == 0
    assert "/konto/ny/" not in client.get(INN).content.decode()


def test_a_forgotten_password_is_replaced_by_the_link_in_the_letter(client, kari):
    client.post("/konto/passord/glemt/", {"email": kari.email})
    [brev] = mail.outbox
    lenke = re.search(r"http://testserver(/konto/\S+)", brev.body).group(1)
    adresse = client.get(lenke).headers["Location"]
    client.post(adresse, {"password1": "nytt-passord-her", "password2": "nytt-passord-her"})

    svar = client.post(INN, {"login": kari.email, "password": "nytt-passord-her"})

    assert brev.subject == "Lag et nytt passord"
    assert brev.body.startswith("Her kan du lage et nytt passord:")
    assert svar.headers["Location"] == "/"
    assert "<h1>Lenken virker ikke lenger</h1>" in client.get(lenke, follow=True).content.decode()


def test_a_forgotten_password_at_an_unknown_address_tells_nothing_and_sends_nothing(client, db):
    svar = client.post("/konto/passord/glemt/", {"email": "ukjent@example.org"}, follow=True)

    assert "<h1>Se i innboksen din</h1>" in svar.content.decode()
    assert mail.outbox == []


def test_logging_out_takes_the_session_along_and_leaves_no_cookie_for_the_next_page(client, kari):
    client.force_login(kari)

    svar = client.post("/logg-ut/")

    assert svar.headers["Location"] == "/"
    assert svar.cookies["sessionid"].value == ""
    assert innlogget(client) is None


@pytest.mark.parametrize("adresse", SIDER_FOR_ALLE)
def test_every_login_page_is_in_our_layout_and_in_norwegian(client, db, adresse):
    side = client.get(adresse, follow=True).content.decode()

    vaart_og_norsk(side)


@pytest.mark.parametrize("adresse", SIDER_FOR_INNLOGGEDE)
@pytest.mark.parametrize("har_passord", [True, False])
def test_the_pages_of_somebody_logged_in_are_too(client, kari, adresse, har_passord):
    if not har_passord:
        kari.set_unusable_password()
        kari.save()
    client.force_login(kari)

    side = client.get(adresse, follow=True).content.decode()

    vaart_og_norsk(side)


def vaart_og_norsk(side):
    assert '<html lang="nb">' in side
    assert side.count("<h1>") == 1
    assert "placeholder" not in side
    assert not re.search(r"\b(the|your|you|sign|please|password)\b", re.sub(r"<[^>]*>", " ", side), re.IGNORECASE)
    felt = re.findall(r'<input type="(?!hidden)\w+"[^>]* id="(\w+)"', side)
    assert [navn for navn in felt if f'<label for="{navn}">' not in side] == []


def test_the_fields_say_what_a_password_manager_may_fill_in(client, kari):
    inn = client.get(INN).content.decode()
    client.post("/logg-inn/kode/", {"email": kari.email})
    kode = client.get("/logg-inn/kode/bekreft/").content.decode()

    assert re.findall(r'autocomplete="([\w-]+)"', inn) == ["username", "current-password"]
    assert re.findall(r'autocomplete="([\w-]+)"', kode) == ["one-time-code"]


def test_no_login_page_sets_the_cookie_for_messages(client, kari):
    client.post(INN, {"login": kari.email, "password": PASSORD}, follow=True)
    client.post("/logg-ut/", follow=True)

    assert "messages" not in client.cookies


def test_a_new_code_is_sent_when_the_first_one_does_not_come(client, kari):
    client.post("/logg-inn/kode/", {"email": kari.email})
    foerste = koden()

    side = client.get("/logg-inn/kode/bekreft/").content.decode()
    client.post("/logg-inn/kode/bekreft/", {"action": "resend"})
    client.post("/logg-inn/kode/bekreft/", {"code": foerste})
    gammel = innlogget(client)
    client.post("/logg-inn/kode/bekreft/", {"code": koden()})

    assert "Send en ny kode" in side
    assert (len(mail.outbox), gammel, innlogget(client)) == (2, None, str(kari.pk))


def test_whoever_waits_for_a_code_may_change_their_mind_and_still_come_to_the_page_they_wanted(client, kari):
    client.post("/logg-inn/kode/", {"email": kari.email, "next": "/plan/"})
    assert client.get(INN).headers["Location"].startswith("/logg-inn/kode/bekreft/")
    side = client.get("/logg-inn/kode/bekreft/?next=/plan/").content.decode()
    neste = re.search(r'name="next"\s+value="(/logg-inn/[^"]*)"', side).group(1)

    svar = client.post("/logg-ut/", {"next": neste}, follow=True)

    assert svar.redirect_chain == [("/logg-inn/?next=/plan/", 302)]
    assert "<h1>Logg inn</h1>" in svar.content.decode()
