"""Addresses that lead away from us, as they are written in the address of a page, and how an answer is seen to."""

from urllib.parse import urljoin, urlsplit

from lxml import html

ANDRE_STEDER = (
    "//elsewhere.example/",
    "/%5Celsewhere.example/",
    "%5C%5Celsewhere.example/",
    "/%09/elsewhere.example/",
    "https:elsewhere.example",
    "https:///elsewhere.example",
    "https://testserver@elsewhere.example/",
    "javascript:alert(1)",
    "/%0D%0AX-Ond:%201",
    "%0D%0A%0D%0A<script>alert(1)</script>",
)
SIDEN = "http://testserver/her/"


def leder_ut(svar):
    """Where the answer leads away from us by itself or by something to press, or has a header of theirs; else None."""
    if "X-Ond" in svar.headers:
        return "X-Ond"
    leder = [
        svar.headers[hode] for hode in ("Location", "HX-Redirect", "HX-Location", "Refresh") if hode in svar.headers
    ]
    if svar.headers.get("Content-Type", "").startswith("text/html") and not svar.streaming and svar.content:
        dokument = html.fromstring(svar.content)
        if skript := dokument.xpath("//script[not(@src)][contains(., 'alert(1)')][not(@type='application/ld+json')]"):
            return html.tostring(skript[0])
        leder += [str(verdi) for verdi in dokument.xpath("//@href | //@action | //@src | //@hx-get | //@hx-post")]
    return next((ett for ett in leder if _ut(ett)), None)


def _ut(adresse):
    adresse = adresse.replace("\\", "/").strip()  # as a browser reads it
    deler = urlsplit(urljoin(SIDEN, "".join(adresse.split("\t"))))
    return deler.scheme == "javascript" or "elsewhere.example" in (deler.hostname or "")
