"""What must be set for letters to go: the site's own address, which their links begin with, and a mail server."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

MANGLER = "ADRESSE mangler: sett miljøvariabelen til adressen folk bruker, for eksempel https://plan.example.org."
UGYLDIG = "ADRESSE må være en hel adresse som https://plan.example.org, ikke «%s»."
USIKKER = "SECRET_KEY mangler: uten den virker ikke lenkene i e-posten. Sett den til det samme som for nettstedet."
INGEN_TJENER = "EMAIL_URL mangler: uten den kommer ikke brevene fram til noen."
UTEN_TJENER = ("console.EmailBackend", "epost.ingen.EmailBackend")


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


def nettstedet(request: HttpRequest) -> str:
    """Give the address that the letters' links begin with: the site's own. Where the app serves this machine alone, it
    is what the browser calls it. Raises InnstillingMangler, also where letters would end on a screen."""
    if settings.BARE_LOKALT:
        return f"{request.scheme}://{request.get_host()}"
    if not har_tjener():
        raise InnstillingMangler(INGEN_TJENER)
    return adressen()


def har_tjener() -> bool:
    """Tell whether letters go to a mail server, and not to a screen or nowhere."""
    return not settings.EMAIL_BACKEND.endswith(UTEN_TJENER)


def _er_adresse(tekst: str) -> bool:
    try:
        deler = urlsplit(tekst)
        har_vert = bool(deler.hostname) and (deler.port or True)
    except ValueError:
        return False
    hel = deler.scheme in ("http", "https") and har_vert and not (deler.query or deler.fragment or deler.username)
    return bool(hel) and not any(tegn.isspace() for tegn in tekst)
