"""Where a request comes from: whether a page of ours sent it, and which."""

from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest
from django.utils.http import escape_leading_slashes


def sendt_fra_oss(request: HttpRequest) -> bool:
    """Tell whether a page of our own sent the request, by what the browser itself says and no page can write.

    `Origin` and `Sec-Fetch-Site` are forbidden request headers (https://fetch.spec.whatwg.org/#forbidden-request-header).
    Every browser of the last years sends at least one of them with a form; neither of them there is taken as no.
    """
    opphav, nettsted = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if opphav is None and nettsted is None:
        return False
    return opphav in (None, f"{request.scheme}://{request.get_host()}") and nettsted in (None, "same-origin")


def siden(request: HttpRequest) -> str:
    """Give the page that the request was sent from, as an address of ours; "" when it is not ours, or not known."""
    adresse = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    try:
        deler = urlsplit(adresse)
    except ValueError:  # no address at all
        return ""
    if (deler.scheme, deler.netloc) != (request.scheme, request.get_host()):
        return ""
    return escape_leading_slashes(urlunsplit(("", "", deler.path or "/", deler.query, "")))
