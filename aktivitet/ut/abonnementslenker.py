"""Pure: the addresses that make a calendar program subscribe to ours, as each of them wants to be handed it.

Neither Google nor Microsoft has written these addresses down; they are the ones that their own pages lead to, and
that others' subscribe buttons use. Google takes webcal:// alone: from https:// it makes an unknown e-mail address.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

GOOGLE = "https://calendar.google.com/calendar/r"
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb"
OUTLOOK_JOBB = "https://outlook.office.com/calendar/0/addfromweb"


@dataclass(frozen=True)
class Abonnement:
    """One calendar to subscribe to: the address to copy, and where each button leads."""

    adresse: str
    webcal: str
    google: str
    outlook: str
    outlook_jobb: str


def abonnement(adresse: str, navn: str) -> Abonnement:
    """Give the ways to subscribe to what lies at `adresse`, to be called `navn` where one may say so."""
    abonner = webcal(adresse)
    til_outlook = _felter(url=adresse, name=navn)
    return Abonnement(
        adresse=adresse,
        webcal=abonner,
        google=f"{GOOGLE}?{_felter(cid=abonner)}",
        outlook=f"{OUTLOOK}?{til_outlook}",
        outlook_jobb=f"{OUTLOOK_JOBB}?{til_outlook}",
    )


def webcal(adresse: str) -> str:
    """The same address by the name at which phones and calendar programs ask at once whether to subscribe."""
    return urlunsplit(urlsplit(adresse)._replace(scheme="webcal"))


def _felter(**felter: str) -> str:
    return urlencode(felter, quote_via=quote)  # a space as %20: a + may be shown as one
