"""The address in a reminder that turns its kind off.

It is signed and holds no more than the person's key. It works without login and for as long as the app keeps its
SECRET_KEY: an old letter must be able to stop the next one.
"""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from .takt import SLAG

SALT = "arbeidsplan.paaminnelser.av"


def lag_token(bruker: int, slag: str) -> str:
    """Give what stands in the address that turns `slag` off for the person with this key."""
    return _signerer().sign_object([bruker, slag])


def les_token(token: str) -> tuple[int, str] | None:
    """Give the person's key and the kind of reminder, or None when we did not write it."""
    try:
        bruker, slag = _signerer().unsign_object(token)
    except (BadSignature, ValueError):
        return None
    return (bruker, slag) if slag in SLAG else None


def av_sti(bruker: int, slag: str) -> str:
    """Give the path that turns `slag` off for the person with this key."""
    return reverse("paaminnelse_av", args=[lag_token(bruker, slag)])


def _signerer() -> Signer:
    # By a full stop and not by a colon, which some mail programs take for the end of an address.
    return Signer(salt=SALT, sep=".")
