"""The secretary keeps the plan: changes words in place, splits, merges and drops measures, on phone and desktop."""

import re

import pytest
from playwright.sync_api import expect

from tiltak.models import Ordlydsendring, Plan, Tiltak

REDIGER = "/plan/arbeidsplan-2025-2028/rediger/"


@pytest.fixture
def tiltakene(demo):
    """Two measures of one goal."""
    return list(Tiltak.objects.filter(kode__in=["1.1a", "1.1b"]).order_by("kode"))


def vedta(side, grunn="Vedtak i sak 7"):
    side.get_by_label("Årsmøtet", exact=True).check()
    side.get_by_label("Hvorfor?").fill(grunn)


def grepene(side, tiltak, navn):
    """Open what can be done with a measure, and choose one."""
    rad = side.locator(f"#tiltak-{tiltak.pk}")
    rad.locator("summary").click()
    rad.get_by_role("link", name=navn).click()


@pytest.mark.parametrize(("js", "mobil"), [(True, False), (False, True)], ids=["skjerm", "telefon uten JavaScript"])
def test_words_are_changed_by_decision_and_stand_in_the_history(aapne, tiltakene, js, mobil):
    tiltak = tiltakene[0]
    side = aapne(REDIGER, som="sekretaer", js=js, mobil=mobil)
    side.locator(f"#tiltak-{tiltak.pk}").get_by_role("link", name=f"Endre Tiltak {tiltak.kode}").click()
    side.get_by_label("Ordlyd").fill("Skrive om alt & <mer>")
    side.get_by_role("button", name="Lagre").click()
    expect(side.get_by_text("Planen er vedtatt. Velg hvem som har vedtatt endringen.")).to_be_visible()
    vedta(side)
    side.get_by_role("button", name="Lagre").click()

    rad = side.locator(f"#tiltak-{tiltak.pk}")
    expect(side.get_by_role("button", name="Lagre")).to_have_count(0)  # saved: the open form holds the same words
    expect(rad).to_contain_text("Skrive om alt & <mer>")
    expect(rad).to_be_in_viewport()
    assert side.url.split("#")[0].endswith(REDIGER)

    medlem = aapne("/plan/arbeidsplan-2025-2028/historikk/", js=js, mobil=mobil)
    expect(medlem.locator("#historikk")).to_contain_text("Skrive om alt & <mer>")
    expect(medlem.locator("#historikk")).to_contain_text("Vedtatt av årsmøtet")
    medlem.get_by_label("Se planen slik den sto").fill("2025-06-01")
    medlem.get_by_role("button", name="Vis planen").click()
    expect(medlem.locator("main")).to_contain_text(tiltak.tekst)
    expect(medlem.locator("main")).to_contain_text("Slik sto planen 1. juni 2025")


@pytest.mark.parametrize(("js", "mobil"), [(True, False), (False, True)], ids=["skjerm", "telefon uten JavaScript"])
def test_a_measure_is_split_merged_dropped_and_taken_in_again(aapne, tiltakene, js, mobil):
    foerste, andre = tiltakene
    side = aapne(REDIGER, som="sekretaer", js=js, mobil=mobil)

    grepene(side, foerste, "Del i flere")
    ny = side.get_by_role("group", name="Nytt tiltak")
    ny.get_by_label("Kode").fill("1.1z")
    ny.get_by_label("Ordlyd").fill("Det andre halve")
    vedta(side)
    side.get_by_role("button", name="Del tiltaket").click()
    expect(side.locator(".meldinger")).to_contain_text("Tiltaket er delt i 2.")
    delt = Tiltak.objects.get(kode="1.1z")
    assert delt.delt_fra == foerste

    grepene(side, foerste, "Slå sammen med andre")
    side.get_by_label(re.compile("Det andre halve")).check()
    side.get_by_role("button", name="Slå sammen").click()  # the decision is there from before
    expect(side.locator(".meldinger")).to_contain_text("Slått sammen med Tiltak 1.1z.")
    side.goto(delt.get_absolute_url())
    expect(side.locator("main")).to_contain_text(f"Gikk inn i {foerste.kode}")

    side.goto(REDIGER)
    grepene(side, andre, "Ta ut")
    side.get_by_role("button", name="Ta ut").click()
    expect(side.locator(".meldinger")).to_contain_text("er tatt ut av planen.")
    side.locator(".uteliste").get_by_role("link", name=f"Ta inn igjen {'Tiltak'} {andre.kode}").click()
    side.get_by_role("button", name="Ta inn igjen").click()
    expect(side.locator(f"#tiltak-{andre.pk}")).to_be_in_viewport()
    grunner = set(Ordlydsendring.objects.values_list("grunn", flat=True))
    assert (Tiltak.objects.get(pk=andre.pk).utgaatt, grunner) == (None, {"Vedtak i sak 7"})


def test_a_draft_is_kept_by_the_keyboard_alone(aapne, demo):
    Plan.objects.update(status=Plan.Status.UTKAST)
    side = aapne(REDIGER, som="sekretaer")
    tiltak = Tiltak.objects.get(kode="1.1b")
    rad = side.locator(f"#tiltak-{tiltak.pk}")
    rad.get_by_role("link", name="Endre").focus()
    side.keyboard.press("Enter")
    expect(side.get_by_label("Ordlyd")).to_be_visible()
    side.get_by_label("Ordlyd").focus()
    side.keyboard.press("Control+A")
    side.keyboard.type("Bare tastatur")
    side.get_by_role("button", name="Lagre").focus()
    side.keyboard.press("Enter")
    expect(rad).to_contain_text("Bare tastatur")
    expect(rad).to_be_focused()

    rad.locator("summary").focus()
    side.keyboard.press("Enter")
    rad.get_by_role("button", name="Flytt opp").focus()
    side.keyboard.press("Enter")
    expect(side.locator(".meldinger")).to_contain_text("Flyttet.")
    assert Tiltak.objects.get(pk=tiltak.pk).nr == 1
