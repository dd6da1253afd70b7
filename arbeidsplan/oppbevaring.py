"""What somebody sent when the login had run out: kept for an hour, until they have logged in and sent it once more.

It lies in the browser's own session, in the database. Django keeps what is in a session when its person logs in, gives
it a new key, and empties it at logout and when somebody else than its owner logs in (`django.contrib.auth.login`,
https://docs.djangoproject.com/en/5.2/topics/http/sessions/). So what was written can be seen in the browser where it
was written and nowhere else, by whoever logs in there within the hour.

Who wrote it is not known once their session is gone, and we leave no name behind in the browser to tell it by: that
somebody is known to the party is not for the next one at the machine. On a shared machine the next one to log in may
therefore read it, as they could while it stood on the screen. The page says when it was written and offers to throw it
away, and nothing is saved before somebody asks for it.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta

from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import get_random_string

from aktivitet.tekst import rens_linje

from .opphav import siden
from .skrevet import Linje, linjene, skjemaet_i

NOEKKEL = "oppbevart"  # in the session
GJENSENDT = "_gjensendt"  # the field that says which of those kept is being sent once more
# The header of what a page saves by itself: it stands in its field still, and the page sends it until it is saved.
STAAR_PAA_SIDEN = "X-Staar-Paa-Siden"
VARER = timedelta(hours=1)
FLEST = 5
STOERST = 64_000  # bytes of text: the longest that the app takes, a report of 20 000 letters, is well within
LENGSTE_ADRESSE = 2000
# From all who are not logged in, together: the rest is shown to its writer and not kept, so that nobody can fill the
# database. What has lain its hour is swept away as new ones come.
FLEST_I_TIMEN = 500
# What is written here is never kept: the login pages, the invitation (its address is a key), and the page that sends
# once more.
IKKE_HER = ("account_", "mfa_", "usersessions_", "invitasjon", "fortsett")


class FikkIkkePlass(Exception):
    """It is too much to keep. `skrevet` is what was written: the answer has to show it, for it stands nowhere else."""

    def __init__(self, skrevet: "Oppbevart"):
        super().__init__()
        self.skrevet = skrevet


@dataclass(frozen=True)
class Oppbevart:
    """One form as it was sent: where to, its fields in order, the names of its files, and the page it was written on.

    `naar` is in seconds since 1970. `svar` is the status that it got when it was sent once more and refused, else 0.
    """

    sti: str
    felter: dict[str, list[str]]
    filer: list[str]
    side: str
    naar: float
    merke: str = field(default_factory=lambda: get_random_string(12))
    svar: int = 0

    @property
    def hva(self) -> str:
        """What it is, as a heading."""
        return skjemaet_i(self.sti).hva

    @property
    def linjer(self) -> list[Linje]:
        """What was written, as people read it."""
        return linjene(self.sti, self.felter)

    @property
    def sendes(self) -> Iterator[tuple[str, str]]:
        """Every field as it was sent, for the form that sends it once more."""
        return ((navn, verdi) for navn, verdier in self.felter.items() for verdi in verdier)

    @property
    def sendt(self) -> datetime:
        return datetime.fromtimestamp(self.naar, timezone.get_current_timezone())

    @property
    def varer_til(self) -> datetime:
        return self.sendt + VARER


def oppbevarte(request: HttpRequest) -> list[Oppbevart]:
    """What this browser has kept, the oldest first. What has lain its hour is taken out of the session on the way."""
    alle = [Oppbevart(**ett) for ett in request.session.get(NOEKKEL, ())]
    igjen = [ett for ett in alle if ett.varer_til > timezone.now()]
    if len(igjen) < len(alle):
        _skriv(request, igjen)
    return igjen


def ta_vare_paa(request: HttpRequest) -> Oppbevart | None:
    """Keep what was sent. None where nothing was written, or nothing is kept. Raises FikkIkkePlass.

    The request has passed the guard against forgery, or comes from a page of ours: else somebody could leave words in
    other people's browsers.
    """
    skrevet = _det_som_ble_sendt(request)
    if skrevet is None:
        return None
    # The same form sent twice is kept once.
    andre = [ett for ett in oppbevarte(request) if (ett.sti, ett.felter) != (skrevet.sti, skrevet.felter)]
    if len(andre) >= FLEST or _bytes(skrevet) > STOERST or len(skrevet.sti) > LENGSTE_ADRESSE:
        raise FikkIkkePlass(skrevet)
    if SESSION_KEY not in request.session:  # nobody's yet: a new one is made for this
        if not _er_plass_til_flere():
            raise FikkIkkePlass(skrevet)
        request.session.clear_expired()
        request.session.set_expiry(VARER)  # until the person has logged in: see signals.py
    _skriv(request, [*andre, skrevet])
    return skrevet


def kast(request: HttpRequest, merke: str) -> None:
    """Let go of one of them: it is sent, or nobody wants it. One that is gone already is no error."""
    _skriv(request, [ett for ett in oppbevarte(request) if ett.merke != merke])


def husk_svaret(request: HttpRequest, merke: str, svar: int) -> bool:
    """Note that one was sent once more and refused. False when it is kept no longer."""
    alle = oppbevarte(request)
    _skriv(request, [replace(ett, svar=svar) if ett.merke == merke else ett for ett in alle])
    return any(ett.merke == merke for ett in alle)


def _det_som_ble_sendt(request: HttpRequest) -> Oppbevart | None:
    """Read a request as something written. None when it is not: another method, no such address, buttons alone."""
    treff = request.resolver_match
    if request.method != "POST" or treff is None or treff.view_name.startswith(IKKE_HER):
        return None
    if STAAR_PAA_SIDEN in request.headers:
        return None
    felter = {navn: [str(verdi) for verdi in verdier] for navn, verdier in request.POST.lists() if _skal_med(navn)}
    filer = [rens_linje(fil.name or "")[:200] for _, alle in request.FILES.lists() for fil in alle]
    fra = siden(request)
    skrevet = Oppbevart(
        sti=request.get_full_path(),
        felter=felter,
        filer=filer[:FLEST],
        side=fra if len(fra) <= LENGSTE_ADRESSE else "",
        naar=timezone.now().timestamp(),
    )
    return skrevet if filer or skrevet.linjer else None


def _skal_med(navn: str) -> bool:
    """No passwords, wherever one may be asked for; no token, for it is made anew."""
    er_passord = "passord" in navn.lower() or "password" in navn.lower()
    return navn not in ("csrfmiddlewaretoken", GJENSENDT) and not er_passord


def _er_plass_til_flere() -> bool:
    timen = f"oppbevart-{timezone.now():%Y%m%d%H}"
    antall = cache.get(timen, 0) + 1
    cache.set(timen, antall, VARER.total_seconds())  # not `incr`, which would forget it after five minutes
    return antall <= FLEST_I_TIMEN


def _bytes(skrevet: Oppbevart) -> int:
    return sum(len("".join([navn, *verdier]).encode()) for navn, verdier in skrevet.felter.items())


def _skriv(request: HttpRequest, alle: list[Oppbevart]) -> None:
    if alle:
        request.session[NOEKKEL] = [asdict(ett) for ett in alle]
    elif NOEKKEL in request.session:
        del request.session[NOEKKEL]
