"""What a browser does here: it logs in, and sends the form of the page as the page has it."""

import re
from html import unescape

from arbeidsplan.oppbevaring import GJENSENDT, NOEKKEL

PASSORD = "roser-i-mai-2026"
FORTSETT, INN = "/fortsett/", "/logg-inn/"
VAAR = "http://testserver"
HTMX = {"HX-Request": "true", "HX-Current-URL": f"{VAAR}/tiltak/?aar=2026"}


def logg_inn(client, bruker, neste=FORTSETT):
    """Log in with the password, and give the address that it leads to."""
    return client.post(INN, {"login": bruker.email, "password": PASSORD, "next": neste}).headers["Location"]


def oppbevart(client):
    """What lies in the browser's session."""
    return client.session.get(NOEKKEL, [])


def gjensendingen(side, nr=0):
    """The form that sends once more: its address and its fields, without the guard."""
    skjemaer = re.findall(r'<form method="post" action="([^"]+)">(.*?)</form>', side, re.DOTALL)
    sti, innhold = [skjema for skjema in skjemaer if GJENSENDT in skjema[1]][nr]
    sendt = {}
    for navn, verdi in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', innhold):
        sendt.setdefault(navn, []).append(unescape(verdi))
    sendt.pop("csrfmiddlewaretoken")
    return unescape(sti), sendt


def send_paa_nytt(client, nr=0):
    """Press the button that sends once more."""
    sti, sendt = gjensendingen(client.get(FORTSETT).content.decode(), nr)
    return client.post(sti, sendt)
