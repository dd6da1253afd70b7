"""The command: what it shows without sending, when it refuses, and where its links lead."""

import re

import pytest

from .kjoering import brevene, kjoer, utsendinger


def test_vis_says_what_would_be_sent_and_sends_nothing(klokke, karis, styremedlem, sekretaer, mailoutbox, capsys):
    linje = f"Person {styremedlem.pk}: Arbeidsplanen: 1 forfalt, 1 med frist snart, 1 løpende å se på\n"
    linje += f"Person {sekretaer.pk}: Arbeidsplanen: se gjennom kalenderen for november\n"

    assert kjoer(capsys, vis=True) == (f"{linje}1 ukeliste og 1 månedsbrev venter på å bli sendt.\n", "")
    i_detalj, _ = kjoer(capsys, vis=True, verbosity=2)
    assert "Til: kari@example.org\n\nHei!\n" in i_detalj
    assert (mailoutbox, utsendinger()) == ([], [])
    kjoer(capsys)
    assert kjoer(capsys, vis=True) == ("Ingenting å sende.\n", "")


def test_it_refuses_in_one_sentence_before_anything_is_sent(klokke, karis, settings, mailoutbox, capsys):
    settings.ADRESSE = "plan.example.org"
    feil = "ADRESSE må være en hel adresse som https://plan.example.org, ikke «plan.example.org»."

    assert kjoer(capsys) == ("", feil)
    assert kjoer(capsys, vis=True) == ("", feil)
    assert (mailoutbox, utsendinger()) == ([], [])


@pytest.mark.parametrize(
    "backend", ["django.core.mail.backends.console.EmailBackend", "arbeidsplan.epost.ingen.EmailBackend"]
)
def test_without_a_mail_server_it_refuses_rather_than_lose_the_letters(klokke, karis, settings, capsys, backend):
    settings.EMAIL_BACKEND = backend

    ut, feil = kjoer(capsys)

    assert (ut, feil.partition(":")[0], utsendinger()) == ("", "EMAIL_URL mangler", [])
    assert kjoer(capsys, vis=True)[0].endswith("1 ukeliste venter på å bli sendt.\n")


def test_the_links_lead_to_the_right_place_after_login(klokke, karis, styremedlem, sekretaer, client, capsys, smtp):
    kjoer(capsys)
    lenker = {}
    for brev, bruker in zip(brevene(smtp), (styremedlem, sekretaer), strict=True):
        tekst = brev.get_body(["plain"]).get_content()
        lenker[bruker] = re.findall(r"https://plan\.example\.org(/\S*)", tekst)
    aapne = {"/hva-skjer/", "/"}

    for bruker, stier in lenker.items():
        bruker.set_password("roser-i-mai-2026")
        bruker.save()
        for sti in stier:
            client.logout()
            svar = client.get(sti)
            if sti in aapne or sti.startswith("/paaminnelser/av/"):
                assert svar.status_code == 200
                continue
            while svar.status_code == 302 and not svar.headers["Location"].startswith("/logg-inn/"):
                svar = client.get(svar.headers["Location"])
            neste = client.get(svar.headers["Location"]).context["redirect_field_value"]
            inn = {"login": bruker.email, "password": "roser-i-mai-2026", "next": neste}
            svar = client.post("/logg-inn/", inn)
            assert svar.headers["Location"] == sti
            assert client.get(sti).status_code == 200

    assert [len(stier) for stier in lenker.values()] == [5, 4]


def test_any_mail_backend_will_do(klokke, karis, mailoutbox, capsys):
    assert kjoer(capsys) == ("1 ukeliste er sendt.\n", "")
    assert [brev.to for brev in mailoutbox] == [["kari@example.org"]]
