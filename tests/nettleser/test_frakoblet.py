"""The net or the server is away in the middle of a save: what was written is kept, shown, and sent when asked."""

import re
import socket
from contextlib import suppress

import pytest
from django.conf import settings
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import LiveServerThread
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.nettleser.conftest import MOBIL, _innlogget
from tiltak.models import Status, Termin

NETTFEIL = re.compile(r"ERR_|htmx:|50[03]|404")  # what a browser says by itself of a request that failed


@pytest.fixture
def termin(demo):
    """One that is due this year, and that nobody has said a word about."""
    uroerte = Termin.objects.i_figurene().filter(siste__year=timezone.localdate().year, logg=None)
    return uroerte.filter(status=Status.IKKE_STARTET).i_planens_rekkefoelge().first()


@pytest.fixture
def frakoblet(aapne):
    """Open a page as `aapne` does, and forgive it what the browser says of the net."""
    sider = []

    def _aapne(*args, **kwargs):
        sider.append(aapne(*args, **kwargs))
        return sider[-1]

    yield _aapne
    for side in sider:
        side.feil[:] = [feil for feil in side.feil if not NETTFEIL.search(feil)]


def skriv(side, termin, ord_, status="Pågår"):
    """Fill in the form in the row, and press the button."""
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator("a.rad").click()
    rad.get_by_label(status, exact=True).check()
    rad.get_by_label("Noen ord").fill(ord_)
    rad.get_by_role("button", name="Lagre").click()
    return rad


def skriv_frakoblet(side, termin, ord_, status="Pågår"):
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator("a.rad").click()
    expect(rad.locator("form")).to_be_visible()
    side.context.set_offline(True)
    rad.get_by_label(status, exact=True).check()
    rad.get_by_label("Noen ord").fill(ord_)
    rad.get_by_role("button", name="Lagre").click()
    expect(side.locator("#utboks")).to_contain_text("1 endring er ikke sendt.")
    return rad


def logg(termin):
    return list(termin.logg.order_by("pk").values_list("status", "merknad"))


def test_what_was_written_is_kept_on_every_page_and_sent_when_asked(frakoblet, termin):
    side = frakoblet("/tiltak/", som="styremedlem", mobil=True)
    rad = skriv_frakoblet(side, termin, "Skrevet på toget <b>& mer</b>.")

    expect(side.locator("#feil")).to_contain_text("Ikke lagret: vi fikk ikke kontakt med tjenesten.")
    expect(rad.get_by_label("Noen ord")).to_have_value("Skrevet på toget <b>& mer</b>.")

    side.context.set_offline(False)
    side.goto("/hva-skjer/")
    expect(side.locator("#utboks")).to_contain_text("Skrevet på toget <b>& mer</b>.")
    assert logg(termin) == []  # not by itself

    side.get_by_role("button", name="Send nå").click()

    expect(side.locator("#utboks")).to_contain_text("Sendt.")
    expect(side.locator("#utboks")).not_to_contain_text("ikke sendt")
    assert logg(termin) == [("paagaar", "Skrevet på toget <b>& mer</b>.")]
    side.goto("/tiltak/")
    expect(side.locator("#utboks")).to_have_count(0)


def test_the_row_is_marked_and_the_form_opens_with_what_was_written(frakoblet, termin):
    side = frakoblet("/tiltak/", som="styremedlem")
    rad = skriv_frakoblet(side, termin, "Første utkast.", status="Delvis gjennomført")
    rad.get_by_label("Noen ord").fill("Annet utkast.")  # written on after it failed
    side.context.set_offline(False)

    side.reload()

    expect(rad.locator(".ikke-sendt")).to_have_text("ikke sendt: Delvis gjennomført")
    rad.locator("a.rad").click()
    expect(rad.locator(".fra-utboks")).to_contain_text("Det er ikke sendt.")
    expect(rad.get_by_label("Noen ord")).to_have_value("Annet utkast.")
    expect(rad.get_by_label("Delvis gjennomført", exact=True)).to_be_checked()
    rad.get_by_role("button", name="Lagre").click()
    expect(rad.locator(".lagret")).to_be_visible()
    expect(side.locator("#utboks")).to_have_count(0)
    assert logg(termin) == [("delvis", "Annet utkast.")]


def test_a_choice_from_the_menu_is_kept_too_and_when_the_net_is_back_it_says_so(frakoblet, termin):
    side = frakoblet("/tiltak/", som="styremedlem")
    rad = side.locator(f"#termin-{termin.pk}")
    side.context.set_offline(True)
    rad.locator(".velg").click()
    side.get_by_role("menuitemradio", name="Gjennomført", exact=True).click()

    expect(rad.locator(".ikke-sendt")).to_have_text("ikke sendt: Gjennomført")
    expect(rad.locator(".velg .status")).to_have_text("Ikke startet")

    side.context.set_offline(False)
    expect(side.locator("#utboks .svar")).to_have_text("Nettet er tilbake. Nå kan du sende.")
    side.get_by_role("button", name="Send nå").click()
    expect(rad.locator(".lagret")).to_be_visible()
    expect(rad.locator(".velg .status")).to_have_text("Gjennomført")
    expect(rad.locator(".ikke-sendt")).to_have_count(0)
    assert logg(termin) == [("gjennomfoert", "")]


def test_a_choice_after_words_that_wait_does_not_lose_them(frakoblet, termin):
    side = frakoblet("/tiltak/", som="styremedlem")
    skriv_frakoblet(side, termin, "Ordene mine.")
    side.context.set_offline(False)
    side.reload()
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator(".velg").click()
    side.get_by_role("menuitemradio", name="Gjennomført", exact=True).click()
    expect(rad.locator(".lagret")).to_be_visible()

    expect(side.locator("#utboks")).to_contain_text("Ordene mine.")
    side.get_by_role("button", name="Send nå").click()

    expect(rad.get_by_role("alert")).to_contain_text("lagret dette i mellomtiden")
    expect(rad.get_by_label("Noen ord")).to_have_value("Ordene mine.")


@pytest.mark.parametrize("svar", [500, 503, "abort"])
def test_a_server_that_answers_with_an_error_loses_nothing(frakoblet, termin, svar):
    side = frakoblet("/tiltak/", som="styremedlem")
    adresse = f"**{termin.get_absolute_url()}"

    def feile(rute):
        if rute.request.method != "POST":
            rute.continue_()
        elif svar == "abort":
            rute.abort()
        else:
            rute.fulfill(status=svar, body="<h1 id='melding'>Vi er straks tilbake</h1>", content_type="text/html")

    side.route(adresse, feile)
    rad = skriv(side, termin, "Skrevet mens den var nede.")

    expect(side.locator("#utboks")).to_contain_text("Skrevet mens den var nede.")
    expect(rad.get_by_label("Noen ord")).to_have_value("Skrevet mens den var nede.")
    side.get_by_role("button", name="Send nå").click()
    expect(side.get_by_role("button", name="Send nå")).to_be_enabled()  # it has been tried
    expect(side.locator("#utboks")).to_contain_text("Skrevet mens den var nede.")
    assert logg(termin) == []

    side.unroute(adresse)
    side.get_by_role("button", name="Send nå").click()
    expect(rad.locator(".lagret")).to_be_visible()
    assert logg(termin) == [("paagaar", "Skrevet mens den var nede.")]


@pytest.mark.parametrize("sti", ["/tiltak/", "/hva-skjer/"], ids=["der raden står", "på en annen side"])
def test_what_another_saved_meanwhile_is_shown_beside_it_when_it_is_sent(frakoblet, termin, sti):
    side = frakoblet("/tiltak/", som="styremedlem")
    skriv_frakoblet(side, termin, "Sist ute.")
    termin.sett_status(Status.GJENNOMFOERT, av=None, versjon=1, merknad="Først ute.")
    side.context.set_offline(False)
    side.goto(sti)

    side.get_by_role("button", name="Send nå").click()

    rad = side.locator(f"#termin-{termin.pk}")
    expect(rad.get_by_role("alert")).to_contain_text("Først ute.")
    expect(rad.get_by_label("Noen ord")).to_have_value("Sist ute.")
    expect(side.locator("#utboks")).to_contain_text("1 endring er ikke sendt.")
    rad.get_by_role("button", name="Slå sammen ordene").click()
    expect(rad.get_by_label("Noen ord")).to_have_value("Først ute.\n\nSist ute.")
    rad.get_by_role("button", name="Lagre", exact=True).click()
    expect(rad.locator(".lagret")).to_be_visible()
    expect(side.get_by_text("er ikke sendt")).to_have_count(0)
    assert logg(termin) == [("gjennomfoert", "Først ute."), ("paagaar", "Først ute.\n\nSist ute.")]


def test_who_sees_both_and_keeps_what_is_stored_has_nothing_left_to_send(frakoblet, termin):
    side = frakoblet("/tiltak/", som="styremedlem")
    rad = skriv_frakoblet(side, termin, "Sist ute.")
    termin.sett_status(Status.GJENNOMFOERT, av=None, versjon=1, merknad="Først ute.")
    side.context.set_offline(False)
    side.get_by_role("button", name="Send nå").click()

    rad.get_by_role("link", name="Behold det som er lagret").click()

    expect(side.get_by_text("er ikke sendt.")).to_have_count(0)
    expect(rad).to_contain_text("Først ute.")
    assert logg(termin) == [("gjennomfoert", "Først ute.")]


def test_what_was_written_in_a_termin_that_is_gone_can_be_copied(frakoblet, termin):
    side = frakoblet("/tiltak/", som="styremedlem")
    skriv_frakoblet(side, termin, "Til et tiltak som er borte.")
    termin.delete()
    side.context.set_offline(False)

    side.get_by_role("button", name="Send nå").click()

    expect(side.locator("#utboks .svar")).to_contain_text("finnes ikke lenger. Kopier det du skrev")
    expect(side.locator("#utboks")).to_contain_text("Til et tiltak som er borte.")
    side.get_by_role("button", name="Forkast").click()
    side.get_by_role("button", name="Behold").click()
    expect(side.locator("#utboks")).to_contain_text("Til et tiltak som er borte.")
    side.get_by_role("button", name="Forkast").click()
    side.get_by_role("button", name="Ja, forkast").click()
    expect(side.locator("#utboks")).to_have_count(0)


def test_a_login_that_ran_out_is_told_and_what_waits_is_kept(frakoblet, termin):
    side = frakoblet("/tiltak/", som="styremedlem")
    skriv_frakoblet(side, termin, "Skrevet lenge siden.")
    side.context.set_offline(False)
    side.context.clear_cookies()

    side.get_by_role("button", name="Send nå").click()

    expect(side.locator("#utboks .svar")).to_contain_text("Du er logget ut.")
    expect(side.locator("#utboks")).to_contain_text("Skrevet lenge siden.")
    side.locator("#utboks").get_by_role("link", name="Logg inn").click()
    expect(side).to_have_url(re.compile(r"/logg-inn/\?next=%2Ftiltak%2F"))


def test_nobody_else_on_the_same_device_sees_or_sends_it(frakoblet, termin, demo):
    side = frakoblet("/tiltak/", som="styremedlem")
    skriv_frakoblet(side, termin, "Bare mine ord.")
    side.context.set_offline(False)
    side.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": _innlogget("sekretaer"), "url": demo}])

    side.get_by_role("button", name="Send nå").click()
    expect(side.locator("#utboks .svar")).to_contain_text("En annen er logget inn")

    side.reload()
    expect(side.get_by_role("button", name="Logg ut")).to_be_visible()
    expect(side.locator("#utboks")).to_have_count(0)
    assert "Bare mine ord." not in side.content()
    assert logg(termin) == []


def test_who_logs_out_is_warned_before_what_waits_is_gone(frakoblet, termin):
    side = frakoblet("/tiltak/", som="styremedlem")
    skriv_frakoblet(side, termin, "Bare mine ord.")
    side.context.set_offline(False)

    side.get_by_role("button", name="Logg ut", exact=True).click()
    expect(side.locator(".utlogger")).to_contain_text("slettes det som ikke er sendt")
    side.get_by_role("button", name="Ikke logg ut").click()
    expect(side.locator("#utboks")).to_contain_text("Bare mine ord.")

    side.get_by_role("button", name="Logg ut", exact=True).click()
    side.get_by_role("button", name="Forkast og logg ut").click()
    expect(side.get_by_role("link", name="Logg inn")).to_be_visible()
    assert side.evaluate("Object.keys(localStorage)") == []


def test_a_browser_that_keeps_nothing_says_so_and_the_text_stays(frakoblet, termin):
    side = frakoblet("/", som="styremedlem")
    side.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    )
    side.goto("/tiltak/")
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator("a.rad").click()
    rad.get_by_label("Noen ord").fill("Ikke mist dette.")
    side.context.set_offline(True)
    rad.get_by_role("button", name="Lagre").click()

    expect(side.locator("#feil")).to_contain_text("Nettleseren kan ikke ta vare på det. La siden stå åpen")
    expect(rad.get_by_label("Noen ord")).to_have_value("Ikke mist dette.")
    expect(side.locator("#utboks")).to_have_count(0)


def test_the_page_of_one_termin_keeps_the_words_too(frakoblet, termin):
    side = frakoblet(termin.get_absolute_url(), som="styremedlem")
    side.context.set_offline(True)
    side.get_by_label("Noen ord").fill("Fra en lenke i en e-post.")
    side.get_by_role("button", name="Lagre").click()
    expect(side.locator("#utboks")).to_contain_text("Fra en lenke i en e-post.")
    expect(side.get_by_label("Noen ord")).to_have_value("Fra en lenke i en e-post.")

    side.context.set_offline(False)
    side.get_by_role("button", name="Lagre").click()

    expect(side).to_have_url(re.compile(r"/tiltak/\?aar="))
    expect(side.locator(".meldinger")).to_contain_text("Lagret")
    expect(side.locator("#utboks")).to_have_count(0)
    assert logg(termin) == [("ikke_startet", "Fra en lenke i en e-post.")]


class Stansbar(ThreadedWSGIServer):
    """A server that lets go of every connection when it stops, and whose address can be taken again at once."""

    def __init__(self, *args, allow_reuse_address=False, **kwargs):
        self.aapne = []
        super().__init__(*args, allow_reuse_address=True, **kwargs)

    def process_request(self, request, client_address):
        self.aapne.append(request)
        super().process_request(request, client_address)

    def server_close(self):
        super().server_close()
        for forbindelse in self.aapne:
            with suppress(OSError):  # the browser had let go of it
                forbindelse.shutdown(socket.SHUT_RDWR)


def test_a_server_that_is_really_stopped_and_started_again(chromium, termin, monkeypatch):
    monkeypatch.setattr(LiveServerThread, "server_class", Stansbar)
    server = LiveServer("localhost")
    kontekst = chromium.new_context(base_url=server.url, viewport=MOBIL, locale="nb-NO", timezone_id="Europe/Oslo")
    kontekst.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": _innlogget("styremedlem"), "url": server.url}]
    )
    side = kontekst.new_page()
    side.goto("/tiltak/")
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator("a.rad").click()
    rad.get_by_label("Noen ord").fill("Skrevet mens den stanset.")
    server.stop()
    rad.get_by_role("button", name="Lagre").click()
    expect(side.locator("#utboks")).to_contain_text("Skrevet mens den stanset.")
    side.get_by_role("button", name="Send nå").click()
    expect(side.locator("#utboks .svar")).to_contain_text("Vi får ikke kontakt med tjenesten ennå.")
    assert logg(termin) == []

    server = LiveServer(server.url.removeprefix("http://"))
    side.get_by_role("button", name="Send nå").click()
    expect(rad.locator(".lagret")).to_be_visible()
    kontekst.close()
    server.stop()
    assert logg(termin) == [("ikke_startet", "Skrevet mens den stanset.")]
