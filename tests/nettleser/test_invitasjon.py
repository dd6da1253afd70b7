"""The secretary invites on a phone, and the letter's link is opened by somebody who has never been here."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from arbeidsplan.models import Bruker, Invitasjon
from arbeidsplan.roller import Rolle

from .axe_paa_siden import SMAL, brudd

NORA = "nora@example.org"


def lenken():
    """The path in the last letter."""
    return re.search(r"http://[^/]+(/invitasjon/\w+/)", mail.outbox[-1].body).group(1)


def inviter_nora(side):
    side.get_by_role("link", name="Personer").click()
    side.get_by_role("link", name="Inviter").click()
    side.get_by_label("E-post").fill(NORA)
    side.get_by_label("Navn").fill("Nora Ny")
    side.get_by_label("Styremedlem", exact=True).check()
    side.get_by_role("button", name="Send invitasjonen").click()


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten"])
def test_invited_on_a_phone_and_taken_once_on_another(aapne, js):
    sekretaeren = aapne("/", som="sekretaer", mobil=True, js=js)
    inviter_nora(sekretaeren)
    expect(sekretaeren.locator(".meldinger")).to_contain_text(f"Brevet til {NORA} er sendt.")
    raden = sekretaeren.get_by_role("listitem").filter(has_text=NORA).last
    expect(raden).to_contain_text("Brevet ble sendt")

    nora = aapne(lenken(), mobil=True, js=js)
    expect(nora.get_by_role("heading", level=1)).to_have_text("Du er invitert")
    assert not Bruker.objects.filter(email=NORA).exists()
    nora.get_by_label("Navnet ditt").fill("Nora Nordmann")
    nora.get_by_role("button", name="Ta imot").press("Enter")
    expect(nora).to_have_url(re.compile(r":\d+/$"))
    expect(nora.locator(".meldinger")).to_contain_text("Velkommen, du er inne.")
    expect(nora.locator(".utlogging")).to_contain_text("Nora Nordmann")
    expect(nora.get_by_role("link", name="Tiltak", exact=True)).to_be_visible()

    fremmed = aapne("/healthz", mobil=True, js=js)
    svar = fremmed.goto(lenken())
    expect(fremmed.get_by_role("heading", level=1)).to_have_text("Invitasjonen virker ikke")
    assert (svar.status, fremmed.context.cookies()) == (410, [])
    fremmed.feil[:] = [feil for feil in fremmed.feil if "410" not in feil]

    sekretaeren.goto("/personer/")
    expect(sekretaeren.get_by_role("link", name="Nora Nordmann")).to_be_visible()
    assert Bruker.objects.get(email=NORA).har_rolle(Rolle.STYREMEDLEM)


def test_only_what_belongs_to_a_chosen_role_is_asked_for(aapne):
    side = aapne("/personer/inviter/", som="sekretaer", mobil=True)
    dagen, lagene = side.get_by_label("Siste dag som styremedlem"), side.get_by_label("Hamar SV")
    expect(dagen).to_be_hidden()
    expect(lagene).to_be_hidden()

    side.get_by_label("Styremedlem", exact=True).press("Space")
    expect(dagen).to_be_visible()
    expect(dagen).not_to_have_value("")
    side.get_by_label("Lokallagsredaktør", exact=True).press("Space")
    expect(lagene).to_be_visible()
    side.get_by_label("Lokallagsredaktør", exact=True).press("Space")
    expect(lagene).to_be_hidden()


@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_what_is_wrong_is_told_by_the_field_and_breaks_no_rule(aapne, mobil):
    side = aapne("/personer/inviter/", som="sekretaer", mobil=mobil, bypass_csp=True)
    side.get_by_label("E-post").fill("styre@example.org")
    side.get_by_label("Lokallagsredaktør", exact=True).check()
    side.get_by_role("button", name="Send invitasjonen").click()

    expect(side.get_by_role("alert").filter(has_text="Ikke sendt ennå")).to_be_visible()
    expect(side.get_by_text("Velg laget som lokallagsredaktøren legger inn for.")).to_be_visible()
    side.set_viewport_size({"width": SMAL, "height": 700})
    assert (brudd(side), side.evaluate("document.documentElement.scrollWidth")) == ([], SMAL)
    side.get_by_role("link", name="Bodil Bjørnebær").click()
    expect(side).to_have_url(re.compile(r"/admin/arbeidsplan/bruker/\d+/change/$"))


def test_sent_once_more_and_taken_back_by_the_buttons_of_its_row(aapne):
    side = aapne("/", som="sekretaer", mobil=True)
    inviter_nora(side)
    gammel = lenken()
    side.get_by_role("button", name="Send på nytt til Nora Ny").click()
    expect(side.locator(".meldinger")).to_contain_text("er sendt.")
    assert lenken() != gammel

    side.get_by_role("button", name="Trekk tilbake invitasjonen til Nora Ny").click()
    expect(side.locator(".meldinger")).to_contain_text("er trukket tilbake.")
    assert not Invitasjon.objects.ubesvarte().filter(email=NORA).exists()


def test_at_a_machine_where_somebody_is_logged_in_they_log_out_first(aapne):
    side = aapne("/", som="sekretaer", mobil=True)
    inviter_nora(side)
    expect(side.locator(".meldinger")).to_be_visible()
    side.goto(lenken())
    expect(side.get_by_role("heading", level=1)).to_have_text("Logg ut først")
    side.get_by_role("main").get_by_role("button", name="Logg ut").click()
    expect(side.get_by_role("link", name="Logg inn")).to_be_visible()

    side.goto(lenken())
    side.get_by_role("button", name="Ta imot").click()
    expect(side.locator(".utlogging")).to_contain_text("Nora Ny")
