"""The addresses in the letters: the site's own, since no request is there to tell it, and the one that turns them off.

The address that turns a kind of reminder off is signed and holds no more than the person's key. It works without login
and for as long as the app keeps its SECRET_KEY: an old letter must be able to stop the next one.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from .takt import SLAG

SALT = "arbeidsplan.paaminnelser.av"
MANGLER = "ADRESSE mangler: sett miljøvariabelen til adressen folk bruker, for eksempel https://plan.example.org."
UGYLDIG = "ADRESSE må være en hel adresse som https://plan.example.org, ikke «%s»."
USIKKER = "SECRET_KEY mangler: uten den virker ikke lenkene i e-posten. Sett den til det samme som for nettstedet."


class InnstillingMangler(Exception):
    """The letters cannot be sent, or would have no links that work. Says which setting is wrong, and what to do."""


def adressen() -> str:
    """Give the site's own address without a slash at its end: "https://plan.example.org".

    It is the setting ADRESSE, or else the first name in ALLOWED_HOSTS that is one site's and open to others. Raises
    InnstillingMangler when there is none, or no key to sign with that outlives the command.
    """
    if settings.SECRET_KEY_MANGLER:
        raise InnstillingMangler(USIKKER)
    if settings.ADRESSE:
        if not _er_adresse(settings.ADRESSE):
            raise InnstillingMangler(UGYLDIG % settings.ADRESSE)
        return settings.ADRESSE.rstrip("/")
    for vert in settings.ALLOWED_HOSTS:
        if vert not in settings.LOKALE_VERTER and not vert.startswith((".", "*")):
            return f"https://{vert}"
    raise InnstillingMangler(MANGLER)


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


def _er_adresse(tekst: str) -> bool:
    try:
        deler = urlsplit(tekst)
        har_vert = bool(deler.hostname) and (deler.port or True)
    except ValueError:
        return False
    hel = deler.scheme in ("http", "https") and har_vert and not (deler.query or deler.fragment or deler.username)
    return bool(hel) and not any(tegn.isspace() for tegn in tekst)
