"""The login runs out while somebody writes: after the next login the words are still there, and are sent."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet
from tests.nettleser.axe_paa_siden import SMAL, brudd
from tiltak.models import Status, Termin, Tiltak

PASSORD = "arbeidsplan-demo"
STYRET, SEKRETAEREN = "styre@example.org", "sekretar@example.org"
JS = pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])


@pytest.fixture
def termin(demo):
    """One that is due this year, and that nobody has said a word about."""
    uroerte = Termin.objects.i_figurene().filter(siste__year=timezone.localdate().year, logg=None)
    return uroerte.filter(status=Status.IKKE_STARTET).i_planens_rekkefoelge().first()


def loeper_ut():
    """The server forgets everybody; the browser's cookie is still there."""
    Session.objects.all().delete()


def aapne_skjemaet(side, termin):
    side.locator(f"#termin-{termin.pk} a.rad").click()
    expect(side.get_by_role("radio", name="Gjennomført", exact=True)).to_be_visible()


def logg_inn(side, hvem=STYRET):
    expect(side.get_by_text("Det du skrev, er tatt vare på i én time.")).to_be_visible()
    side.get_by_label("E-post").fill(hvem)
    side.get_by_label("Passord").fill(PASSORD)
    side.locator("main").get_by_role("button", name="Logg inn", exact=True).click()
    expect(side.get_by_role("heading", level=1)).to_have_text("Det du skrev, er ikke lagret ennå")


def ordene(termin):
    return list(termin.logg.values_list("status", "merknad", "av__email"))


@JS
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_a_status_is_still_there_after_a_login_by_password(aapne, termin, js, mobil):
    side = aapne("/tiltak/", som="styremedlem", js=js, mobil=mobil)
    aapne_skjemaet(side, termin)
    loeper_ut()
    skjema = side.locator("form.statusform")
    skjema.get_by_label("Gjennomført", exact=True).check()
    skjema.get_by_label("Noen ord").fill("Holdt på Hamar & i <Elverum>.\nAtten kom.")
    skjema.get_by_role("button", name="Lagre").click()
    logg_inn(side)

    skrevet = side.locator(".skrevet")
    expect(skrevet.get_by_role("heading")).to_have_text("Status")
    expect(skrevet.get_by_role("definition").nth(0)).to_have_text("Gjennomført")
    expect(skrevet).to_contain_text("Holdt på Hamar & i <Elverum>.")
    assert ordene(termin) == []
    skrevet.get_by_role("button", name="Send på nytt").click()

    expect(side.locator(f"#termin-{termin.pk}")).to_contain_text("Gjennomført")
    assert ordene(termin) == [(Status.GJENNOMFOERT, "Holdt på Hamar & i <Elverum>.\nAtten kom.", STYRET)]
    expect(side.get_by_text("Noe du skrev, er ikke lagret ennå")).to_have_count(0)


@JS
def test_a_status_is_still_there_after_a_login_by_code(aapne, termin, js):
    side = aapne("/tiltak/", som="styremedlem", js=js)
    aapne_skjemaet(side, termin)
    loeper_ut()
    side.get_by_role("radio", name="Gjennomført", exact=True).check()
    side.get_by_label("Noen ord").fill("Holdt på Hamar")
    side.get_by_role("button", name="Lagre").click()
    side.get_by_role("link", name="Få en kode på e-post").click()
    expect(side.get_by_text("Det du skrev, er tatt vare på i én time.")).to_be_visible()
    side.get_by_label("E-post").fill(STYRET)
    side.get_by_role("button", name="Send koden").click()
    koden = side.get_by_label("Koden fra e-posten")
    koden.fill(re.search(r"^[0-9A-Z]{4}-?[0-9A-Z]{4}$", mail.outbox[-1].body, re.MULTILINE).group())
    side.locator("main").get_by_role("button", name="Logg inn", exact=True).click()
    side.get_by_role("button", name="Send på nytt").click()

    expect(side.locator(f"#termin-{termin.pk}")).to_contain_text("Gjennomført")
    assert ordene(termin) == [(Status.GJENNOMFOERT, "Holdt på Hamar", STYRET)]


@JS
def test_a_change_of_the_plan_is_still_there_with_its_decision(aapne, demo, js):
    tiltak = Tiltak.objects.select_related("maal__plan").first()
    side = aapne(f"/plan/{tiltak.maal.plan.slug}/rediger/tiltak/{tiltak.pk}/", som="sekretaer", js=js)
    side.get_by_label("Ordlyd").fill("Ny ordlyd etter vedtak")
    side.get_by_label("Årsmøtet", exact=True).check()
    side.get_by_label("Hvorfor?").fill("Årsmøtet 2026, sak 7")
    loeper_ut()
    side.get_by_role("button", name="Lagre").click()
    logg_inn(side, SEKRETAEREN)

    expect(side.locator(".skrevet")).to_contain_text("Årsmøtet 2026, sak 7")
    side.get_by_role("button", name="Send på nytt").click()

    expect(side.locator(".meldinger")).to_contain_text("Lagret")
    tiltak.refresh_from_db()
    assert tiltak.tekst == "Ny ordlyd etter vedtak"


@JS
def test_an_activity_is_still_there_and_is_made_once(aapne, demo, js):
    side = aapne("/hva-skjer/ny/", som="styremedlem", js=js, mobil=True)
    side.get_by_label("Tittel").fill("Studietur til Folldal")
    side.get_by_label("Type").select_option(label="Annet")
    side.get_by_label("Dag", exact=True).check()
    side.get_by_label("Første dag").fill("2027-05-08")
    side.get_by_label("Beskrivelse").fill("Buss fra Hamar.\n\nTa med niste.")
    loeper_ut()
    side.get_by_role("button", name=re.compile("utkast")).click()
    logg_inn(side)
    side.get_by_role("button", name="Send på nytt").click()

    expect(side.get_by_role("heading", level=1)).to_contain_text("Studietur til Folldal")
    [aktivitet] = Aktivitet.objects.filter(tittel="Studietur til Folldal")
    assert aktivitet.beskrivelse == "Buss fra Hamar.\n\nTa med niste."


@JS
def test_a_page_from_before_a_new_login_in_another_tab_loses_nothing(aapne, termin, js):
    side = aapne("/logg-inn/?next=/tiltak/", js=js)
    inn = side.locator("main")
    inn.get_by_label("E-post").fill(STYRET)
    inn.get_by_label("Passord").fill(PASSORD)
    inn.get_by_role("button", name="Logg inn", exact=True).click()
    aapne_skjemaet(side, termin)
    annen = side.context.new_page()
    annen.goto("/tiltak/")
    with annen.expect_navigation():
        annen.get_by_role("button", name="Logg ut").click()
    annen.goto("/logg-inn/")
    annen.get_by_label("E-post").fill(STYRET)
    annen.get_by_label("Passord").fill(PASSORD)
    annen.locator("main").get_by_role("button", name="Logg inn", exact=True).click()
    expect(annen.get_by_role("button", name="Logg ut")).to_be_visible()

    side.get_by_role("radio", name="Gjennomført", exact=True).check()
    side.get_by_label("Noen ord").fill("Holdt på Hamar")
    side.get_by_role("button", name="Lagre").click()
    expect(side.get_by_role("heading", level=1)).to_have_text("Det du skrev, er ikke lagret ennå")
    side.get_by_role("button", name="Send på nytt").click()

    expect(side.locator(f"#termin-{termin.pk}")).to_contain_text("Gjennomført")
    assert ordene(termin) == [(Status.GJENNOMFOERT, "Holdt på Hamar", STYRET)]


@JS
def test_two_tabs_that_both_ran_out_are_sent_one_after_the_other(aapne, termin, js):
    side = aapne("/tiltak/", som="styremedlem", js=js)
    aapne_skjemaet(side, termin)
    annen = side.context.new_page()
    annen.goto("/hva-skjer/ny/")
    annen.get_by_label("Tittel").fill("Studietur til Folldal")
    loeper_ut()
    side.get_by_role("radio", name="Gjennomført", exact=True).check()
    side.get_by_label("Noen ord").fill("Holdt på Hamar")
    side.get_by_role("button", name="Lagre").click()
    expect(side.get_by_label("Passord")).to_be_visible()
    annen.get_by_role("button", name=re.compile("utkast")).click()
    logg_inn(side)
    expect(side.locator(".skrevet")).to_have_count(2)
    side.locator(".skrevet", has_text="Holdt på Hamar").get_by_role("button", name="Send på nytt").click()
    expect(side.get_by_text("Noe du skrev, er ikke lagret ennå")).to_be_visible()

    annen.get_by_label("E-post").fill(STYRET)
    annen.get_by_label("Passord").fill(PASSORD)
    annen.locator("main").get_by_role("button", name="Logg inn", exact=True).click()

    expect(annen.locator(".skrevet")).to_have_count(1)
    expect(annen.locator(".skrevet")).to_contain_text("Studietur til Folldal")
    assert ordene(termin) == [(Status.GJENNOMFOERT, "Holdt på Hamar", STYRET)]


@JS
def test_what_is_refused_stays_and_is_there_when_one_comes_back(aapne, termin, js):
    side = aapne("/tiltak/", som="styremedlem", js=js)
    aapne_skjemaet(side, termin)
    loeper_ut()
    side.get_by_role("radio", name="Gjennomført", exact=True).check()
    side.get_by_label("Noen ord").fill("Holdt på Hamar")
    side.get_by_role("button", name="Lagre").click()
    logg_inn(side, "hamar@example.org")  # somebody who may set no status
    side.get_by_role("button", name="Send på nytt").click()

    expect(side.get_by_role("alert").filter(has_text="Ikke lagret: du har ikke tilgang til dette.")).to_be_visible()
    expect(side.locator(".skrevet")).to_contain_text("Holdt på Hamar")
    side.goto("/")
    side.get_by_role("link", name="Noe du skrev, er ikke lagret ennå").click()
    expect(side.locator(".skrevet")).to_contain_text("Holdt på Hamar")
    side.get_by_text("Kast", exact=True).click()
    side.get_by_role("button", name="Ja, kast det").click()

    expect(side.locator(".meldinger")).to_have_text("Kastet.")
    assert ordene(termin) == []


@pytest.mark.parametrize(("mobil", "farger"), [(True, "light"), (False, "dark")], ids=["telefon lys", "skjerm mørk"])
def test_the_page_is_for_everybody_to_use(aapne, termin, mobil, farger):
    side = aapne("/tiltak/", som="styremedlem", mobil=mobil, bypass_csp=True, color_scheme=farger)
    aapne_skjemaet(side, termin)
    loeper_ut()
    side.get_by_role("radio", name="Gjennomført", exact=True).check()
    side.get_by_label("Noen ord").fill("Ord" * 500)
    side.get_by_role("button", name="Lagre").click()
    expect(side.get_by_label("Passord")).to_be_visible()
    funnet = brudd(side)
    logg_inn(side)
    side.get_by_text("Kast", exact=True).click()
    expect(side.get_by_role("button", name="Ja, kast det")).to_be_visible()
    funnet += brudd(side)
    side.set_viewport_size({"width": SMAL, "height": 740})
    bredde = side.evaluate("document.documentElement.scrollWidth")
    side.goto("/")
    funnet += brudd(side)

    assert funnet == []
    assert bredde == SMAL


def test_it_is_sent_and_thrown_away_by_keyboard_alone(aapne, termin):
    side = aapne("/hva-skjer/ny/", som="styremedlem")
    side.get_by_label("Tittel").fill("Studietur til Folldal")
    loeper_ut()
    side.get_by_role("button", name=re.compile("utkast")).press("Enter")
    logg_inn(side)
    steg = []
    side.locator("main").focus()
    for _ in range(4):
        side.keyboard.press("Tab")
        steg.append(side.evaluate("document.activeElement.textContent.trim()"))
    side.keyboard.press("Shift+Tab")
    side.keyboard.press("Enter")
    side.keyboard.press("Tab")
    side.keyboard.press("Enter")

    assert steg[:3] == ["Send på nytt", "Åpne siden du skrev på", "Kast"]
    expect(side.locator(".meldinger")).to_have_text("Kastet.")
