"""Login in a real browser: a passkey made and used, codes from an app, recovery codes, and where one is logged in."""

import re

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from arbeidsplan.models import Bruker
from tests.arbeidsplan.konto.conftest import appens_kode
from tests.nettleser.axe_paa_siden import SMAL, brudd

STYRET, SEKRETAEREN = "styre@example.org", "sekretar@example.org"
PASSORD = "arbeidsplan-demo"
ENHET = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def enhet_med_passnoekler(side):
    """Give the browser a device that keeps passkeys and knows its owner, and the way to talk to it."""
    cdp = side.context.new_cdp_session(side)
    cdp.send("WebAuthn.enable")
    return cdp, cdp.send("WebAuthn.addVirtualAuthenticator", {"options": ENHET})["authenticatorId"]


def logg_inn(side, hvem=STYRET, til="/"):
    side.goto(f"/logg-inn/?next={til}")
    side.get_by_label("E-post").fill(hvem)
    side.get_by_label("Passord", exact=True).fill(PASSORD)
    side.get_by_role("button", name="Logg inn", exact=True).click()


def logg_ut(side):
    side.get_by_role("button", name="Logg ut").click()
    expect(side.get_by_role("link", name="Logg inn")).to_be_visible()


def koble_til_en_app(side):
    """Set up an app, and give its key."""
    side.goto("/konto/totrinn/app/")
    noekkel = side.locator(".nokkel").inner_text()
    side.get_by_label("Koden som appen viser").fill(appens_kode(noekkel))
    side.get_by_role("button", name="Koble til").click()
    return noekkel


def paa(side, sti):
    expect(side).to_have_url(re.compile(rf"://[^/]+{re.escape(sti)}$"))


def test_a_passkey_is_made_and_then_logs_in_by_itself(aapne):
    side = aapne("/plan/", mobil=True)
    enhet_med_passnoekler(side)
    logg_inn(side, til="/konto/passnokler/ny/")
    side.get_by_label("Navn").fill("Telefonen min")
    side.get_by_role("button", name="Lag passnøkkelen").click()
    expect(side.locator(".reservekoder li")).to_have_count(10)
    side.get_by_role("link", name="Jeg har dem. Til Min konto").click()
    side.goto("/konto/totrinn/")
    expect(side.locator(".maater")).to_contain_text("Telefonen min")
    logg_ut(side)

    side.goto("/logg-inn/?next=/tiltak/")
    side.get_by_role("button", name="Logg inn med passnøkkel").click()

    paa(side, "/tiltak/")
    expect(side.locator(".hvem")).to_have_text("Bodil Bjørnebær")


def test_after_the_password_the_passkey_is_the_second_step(aapne):
    side = aapne("/plan/")
    enhet_med_passnoekler(side)
    logg_inn(side, til="/konto/passnokler/ny/")
    side.get_by_role("button", name="Lag passnøkkelen").click()
    expect(side.locator(".reservekoder")).to_be_visible()
    logg_ut(side)

    logg_inn(side, til="/tiltak/")
    paa(side, "/logg-inn/totrinn/")
    side.get_by_role("button", name="Bruk passnøkkelen").click()

    paa(side, "/tiltak/")


def test_a_person_who_is_not_recognised_is_told_and_may_go_another_way(aapne):
    side = aapne("/plan/")
    cdp, enhet = enhet_med_passnoekler(side)
    cdp.send("WebAuthn.setUserVerified", {"authenticatorId": enhet, "isUserVerified": False})
    logg_inn(side, til="/konto/passnokler/ny/")

    side.get_by_role("button", name="Lag passnøkkelen").click()

    expect(side.locator("[data-feil]")).to_have_text("Det ble avbrutt, eller tok for lang tid. Prøv igjen.")
    expect(side.get_by_role("button", name="Lag passnøkkelen")).to_be_enabled()
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("js", [True, False], ids=["med-js", "uten-js"])
def test_an_app_and_a_recovery_code_work_with_and_without_javascript(aapne, js):
    side = aapne("/plan/", js=js, mobil=True)
    logg_inn(side)
    koble_til_en_app(side)
    kode = side.locator(".reservekoder code").first.inner_text()
    with side.expect_download() as nedlasting:
        side.get_by_role("link", name="Last ned som tekst").click()
    assert nedlasting.value.suggested_filename == "reservekoder.txt"
    assert kode in nedlasting.value.path().read_text()
    logg_ut(side)

    logg_inn(side, til="/tiltak/")
    side.get_by_label("Koden fra appen, eller en reservekode").fill(kode)
    side.get_by_role("button", name="Logg inn").click()

    paa(side, "/tiltak/")


def test_the_app_gives_the_second_step(aapne):
    side = aapne("/plan/")
    logg_inn(side)
    noekkel = koble_til_en_app(side)
    logg_ut(side)

    logg_inn(side, til="/tiltak/")
    # Another code than the one that set the app up, as when time has gone by.
    side.get_by_label("Koden fra appen, eller en reservekode").fill(appens_kode(noekkel, steg=1))
    side.get_by_role("button", name="Logg inn").click()

    paa(side, "/tiltak/")


def test_what_needs_javascript_says_so_and_what_does_not_is_there(aapne):
    side = aapne("/logg-inn/", js=False)
    expect(side.get_by_role("button", name="Logg inn med passnøkkel")).to_be_hidden()

    logg_inn(side, til="/konto/passnokler/ny/")

    expect(side.get_by_text("Passnøkler krever JavaScript")).to_be_visible()
    expect(side.get_by_role("button", name="Lag passnøkkelen")).to_be_hidden()


def test_one_logs_out_another_browser_and_it_is_out_at_its_next_click(aapne):
    telefon, maskin = aapne("/plan/", mobil=True), aapne("/plan/")
    for side in (telefon, maskin):
        logg_inn(side)
    maskin.goto("/konto/innlogginger/")

    maskin.get_by_role("button", name="Logg ut Chrome på Linux").click()

    expect(maskin.locator(".meldinger")).to_have_text("Logget ut der.")
    expect(maskin.locator(".maater li")).to_have_count(1)
    telefon.goto("/tiltak/")
    paa(telefon, "/logg-inn/?next=/tiltak/")


@pytest.mark.parametrize("js", [True, False], ids=["med-js", "uten-js"])
def test_the_secretary_who_must_have_a_second_factor_is_led_to_it_and_then_on(aapne, settings, js):
    side = aapne("/plan/", js=js)
    settings.TOFAKTOR = frozenset({"sekretaer"})

    logg_inn(side, SEKRETAEREN, til="/tiltak/")
    paa(side, "/konto/totrinn/")
    expect(side.get_by_text("Rollen din krever totrinn.")).to_be_visible()
    koble_til_en_app(side)
    side.get_by_role("link", name="Jeg har dem. Videre").click()

    paa(side, "/tiltak/")
    side.goto("/admin/")
    expect(side).to_have_title(re.compile("Rediger"))
    assert Bruker.objects.get(email=SEKRETAEREN).har_totrinn


@pytest.mark.parametrize(("mobil", "farger"), [(True, "light"), (False, "dark")], ids=["telefon-lys", "skjerm-mork"])
def test_the_pages_of_the_account_break_no_rule_that_axe_knows(aapne, settings, mobil, farger):
    settings.TOFAKTOR = frozenset({"styremedlem"})
    side = aapne("/plan/", mobil=mobil, bypass_csp=True, color_scheme=farger)
    enhet_med_passnoekler(side)
    funnet, for_brede = {}, []

    def se(navn):
        if regler := brudd(side):
            funnet[navn] = regler
        vindu = side.viewport_size
        side.set_viewport_size({"width": SMAL, "height": vindu["height"]})
        for_brede.extend([navn] if side.evaluate("document.documentElement.scrollWidth > innerWidth") else [])
        side.set_viewport_size(vindu)

    logg_inn(side, til="/tiltak/")
    se("totrinn som kreves")
    for sti in ("passnokler/ny", "totrinn/app", "e-post", "passord"):
        side.goto(f"/konto/{sti}/")
        se(sti)
    side.goto("/konto/e-post/")
    side.get_by_label("Ny e-post").fill("ny@example.org")
    side.get_by_role("button", name="Send koden").click()
    side.get_by_label("Koden fra e-posten").fill("FEIL")
    side.get_by_role("button", name="Bytt e-post").click()
    se("e-postkoden med feil")
    side.goto("/konto/passnokler/ny/")
    side.get_by_role("button", name="Lag passnøkkelen").click()
    expect(side.locator(".reservekoder")).to_be_visible()
    se("reservekodene")
    side.goto("/konto/totrinn/reservekoder/")
    se("reservekodene vist før")
    side.goto("/konto/totrinn/")
    se("totrinn")
    for lenke in ("Gi nytt navn", "Fjern"):
        side.goto("/konto/totrinn/")
        side.get_by_role("link", name=lenke).click()
        se(lenke)
    for sti in ("", "totrinn/reservekoder/nye/", "innlogginger/", "bekreft/", "bekreft/kode/", "bekreft/passnokkel/"):
        side.goto(f"/konto/{sti}")
        se(sti)
    logg_ut(side)
    logg_inn(side, til="/tiltak/")
    paa(side, "/logg-inn/totrinn/")
    side.get_by_label("Koden fra appen, eller en reservekode").fill("000000")
    side.get_by_role("button", name="Logg inn").click()
    se("totrinn ved innlogging, med feil")

    assert funnet == {}
    assert for_brede == []
