"""The calendar in a frame on another website, in a real browser."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone
from playwright.sync_api import expect

SMALESTE = {"width": 280, "height": 600}


@pytest.fixture
def annet_nettsted(live_server):
    """Another website, whose only page has the calendar in a frame. By its name and by its number it is two."""

    class Side(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            ramme = f'<iframe src="{live_server.url}/hva-skjer/innbygging/" title="Hva skjer" width="100%"></iframe>'
            self.wfile.write(f"<!doctype html><title>Partiet</title>{ramme}".encode())

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Side) as tjener:
        traad = threading.Thread(target=tjener.serve_forever)
        traad.start()
        yield tjener.server_port
        tjener.shutdown()
        traad.join()


@pytest.mark.django_db(transaction=True)
def test_a_website_that_may_shows_the_calendar_and_another_does_not(
    chromium, live_server, annet_nettsted, lag_aktivitet, settings
):
    moete = lag_aktivitet("Åpent møte om samferdselspolitikken", timezone.localdate() + timedelta(days=1))
    settings.INNBYGGING = [f"http://127.0.0.1:{annet_nettsted}"]
    kontekst = chromium.new_context(viewport=SMALESTE)
    side = kontekst.new_page()

    side.goto(f"http://127.0.0.1:{annet_nettsted}/")
    lenken = side.frame_locator("iframe").get_by_role("link", name=moete.tittel)
    expect(lenken).to_be_visible()
    rammen = side.frames[1]
    bredde = rammen.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    side.reload()  # from what the browser has kept, which the server says is unchanged
    expect(lenken).to_be_visible()
    lenken.click()
    expect(side).to_have_url(f"{live_server.url}{moete.get_absolute_url()}")

    side.goto(f"http://localhost:{annet_nettsted}/")
    expect(side.frame_locator("iframe").locator("body")).to_be_attached()
    expect(side.frame_locator("iframe").get_by_text("Hva skjer")).to_have_count(0)

    assert bredde[0] <= bredde[1]
    assert kontekst.cookies() == []
    kontekst.close()
