"""A file that not everyone may have was given to somebody: the message of it to the floors above."""

from django.dispatch import Signal
from django.http import HttpRequest

# Sent before the file goes out, with who asked for it as `av`, and what it is as `hva`: words, years and numbers of
# the house's own, never what somebody has written. An answer that says "you have it already" is no new file.
lastet_ned = Signal()


def si_fra_om_nedlasting(request: HttpRequest, hva: str) -> None:
    """Tell that the person who asks is given a file. Not of a HEAD, which gets none, and not of somebody who is not
    logged in: what they get, anyone gets."""
    if request.method == "GET" and request.user.is_authenticated:
        lastet_ned.send(sender=type(request.user), av=request.user, hva=hva)
