"""The e-mails as they come out of a mailbox: headers, plain text, HTML, and words that survive."""

import re

import pytest
from django.utils.html import escape

from arbeidsplan.paaminnelser.lenker import lag_token
from arbeidsplan.paaminnelser.takt import UKELISTE
from tiltak.models import Tiltak

from .kjoering import brevene, hode, kjoer


def test_the_list_as_it_comes_out_of_the_mailbox(klokke, karis, styremedlem, smtp, capsys, settings):
    settings.DEFAULT_FROM_EMAIL = "Arbeidsplanen <plan@example.org>"
    sen, kommer, loepende = karis
    av = f"https://plan.example.org/paaminnelser/av/{lag_token(styremedlem.pk, UKELISTE)}/"

    assert kjoer(capsys) == ("1 ukeliste er sendt.\n", "")

    [brev] = brevene(smtp)
    tekst, html = brev.iter_parts()
    assert {navn: hode(brev, navn) for navn in ("Subject", "From", "To", "Auto-Submitted", "Message-ID")} == {
        "Subject": "Arbeidsplanen: 1 forfalt, 1 med frist snart, 1 løpende å se på",
        "From": "Arbeidsplanen <plan@example.org>",
        "To": "kari@example.org",
        "Auto-Submitted": "auto-generated",
        "Message-ID": f"<ukeliste.2026-W48.{styremedlem.pk}@plan.example.org>",
    }
    assert hode(brev, "List-Unsubscribe") == f"<{av}>"
    assert brev["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (brev.get_content_type(), tekst.get_content_type(), html.get_content_type()) == (
        "multipart/alternative",
        "text/plain",
        "text/html",
    )
    assert (
        tekst.get_content()
        == f"""\
Hei!

Dette venter på deg i Arbeidsplan 2025-2028. Sett status, så er det ute av
listen.

FORFALT (1)

* 1.1a, 1. halvår 2026: Revidere kommunikasjonsstrategien
  Fristen var 30. juni 2026.
  https://plan.example.org/tiltak/termin/{sen.pk}/

FRIST DE NESTE ÅTTE UKENE (1)

* 1.1b, 2026: Holde medlemsmøte
  Fristen er 31. desember 2026.
  https://plan.example.org/tiltak/termin/{kommer.pk}/

LØPENDE SOM INGEN HAR SETT PÅ DETTE HALVÅRET (1)

* 1.1c, 2026: Svare på innspill
  https://plan.example.org/tiltak/termin/{loepende.pk}/

Hilsen Innlandet SV

--------------------
Du får ukelisten fordi du følger opp tiltak. Den kommer høyst én gang i
uken, og bare når noe venter.

Velg hvilke påminnelser du vil ha:
https://plan.example.org/konto/paaminnelser/

Slå av ukelisten:
{av}
"""
    )
    adresser = re.findall(r'href="(.*?)"', html.get_content())
    assert adresser == [linje.strip() for linje in tekst.get_content().splitlines() if "https://" in linje]


def test_the_html_says_the_same_with_no_more_than_the_mail_itself(klokke, karis, smtp, capsys):
    kjoer(capsys)

    html = brevene(smtp)[0].get_body(["html"]).get_content()
    ordene = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    assert html.startswith("<!doctype html>\n")
    assert '<html lang="nb"' in html
    assert not re.search(r"<(script|style|link|img|iframe|form)|src=|url\(|@import", html)
    assert "1.1a, 1. halvår 2026 Revidere kommunikasjonsstrategien Fristen var 30. juni 2026." in ordene
    assert "Kari" not in html


def test_the_secretarys_letter_as_it_comes_out_of_the_mailbox(klokke, sekretaer, smtp, capsys):
    assert kjoer(capsys) == ("1 månedsbrev er sendt.\n", "")

    [brev] = brevene(smtp)
    av = f"https://plan.example.org/paaminnelser/av/{lag_token(sekretaer.pk, 'maanedsbrev')}/"
    assert (hode(brev, "Subject"), brev["To"]) == (
        "Arbeidsplanen: se gjennom kalenderen for november",
        "ola@example.org",
    )
    assert hode(brev, "List-Unsubscribe") == f"<{av}>"
    assert (
        brev.get_body(["plain"]).get_content()
        == f"""\
Hei!

Tid for å se gjennom kalenderen. Alt som står der, er publisert og har fått
en dag. Mangler det noe, eller er noe blitt annerledes?

KALENDEREN

* Se hva som skjer
  https://plan.example.org/hva-skjer/

* Månedlig stell: det som mangler noe eller kolliderer
  https://plan.example.org/hva-skjer/stell/

Hilsen Innlandet SV

--------------------
Du får månedsbrevet fordi du er sekretær. Det kommer én gang i måneden.

Velg hvilke påminnelser du vil ha:
https://plan.example.org/konto/paaminnelser/

Slå av månedsbrevet:
{av}
"""
    )


@pytest.mark.parametrize(
    ("ordene", "leses"),
    [
        ("Øl & <b>brus</b> på “Å”\r\nBcc: ond@example.com", "Øl & <b>brus</b> på “Å” Bcc: ond@example.com"),
        ("שלום, møte med عالم \u202eog snudd tekst", "שלום, møte med عالم og snudd tekst"),
        ("Klem 🙂 og null\x07bytes\ud800", "Klem 🙂 og nullbytes"),
        ("ord " * 1000, f"{'ord ' * 49}ord…"),
        (".\n.\nQUIT", ". . QUIT"),
    ],
)
def test_whatever_the_wording_holds_it_arrives(klokke, karis, smtp, capsys, settings, monkeypatch, ordene, leses):
    # Put in on the way out of the database: not all of it can be stored in every one.
    monkeypatch.setattr(Tiltak, "tekst", property(lambda tiltak: ordene, lambda tiltak, lest: None))
    settings.ORGANISASJON = "Lag med\nlinjeskift og Å"

    assert kjoer(capsys) == ("1 ukeliste er sendt.\n", "")

    [brev] = brevene(smtp)
    tekst, html = (brev.get_body([slag]).get_content() for slag in ("plain", "html"))
    assert brev["Bcc"] is None
    assert f"* 1.1a, 1. halvår 2026: {leses} Fristen" in " ".join(tekst.split())
    assert f"<bdi>{escape(leses)}</bdi>" in html
    assert "Hilsen Lag med linjeskift og Å" in tekst
    assert [linje for linje in tekst.splitlines() if len(linje) > 78 and "https://" not in linje] == []
