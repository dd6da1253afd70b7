"""How much longer the month page takes with the browser's walls and the rights around it than without.

Beside the app as it is, the same view is asked with only what it needs to be a page of somebody's: no headers of ours
or Django's, no guard that asks who may come in, and rights that were looked up beforehand. They take turns on the same
database, by the processor's time, and the middle of all the rounds counts: for anyone, and for a board member. Where
the page has not changed, next to nothing but the walls is left, and what they cost is told most exactly.

Every round asks from one call deeper than the last. Python keeps the calls that are under way in pieces of 16 kB;
where a page's loops come to lie across the end of one, each turn fetches a new piece and gives it back, and the page
takes a third longer. The walls make it lie a few calls deeper: from one depth alone it is chance which side that hits,
and it hits it every time. The rounds go through a whole piece, and the middle of them all meets no end.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import thread_time
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from django.test import Client

I_MAANEDEN = 24
GANGER = 150  # a piece of 16 kB holds some 130 of `_dypere`
HOEYST_FORHOLD = 1.05
VEGGENE = {
    "arbeidsplan.vegger.Sikkerhetshoder",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
}


def main() -> int:
    """Measure and print. Gives 1 when the bound is broken, else 0."""
    with tempfile.TemporaryDirectory() as mappe:
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(mappe) / 'vegger.sqlite3'}"
        import django

        django.setup()
        styremedlem = _fyll()
        return _maal(styremedlem)


def _maal(styremedlem: Any) -> int:
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    i_dag = timezone.localdate()
    maaneden = f"/hva-skjer/{i_dag.year}/{i_dag.month}/"
    med, uten = Client(), Client()
    with patch.object(settings, "MIDDLEWARE", [ett for ett in settings.MIDDLEWARE if ett not in VEGGENE]):
        uten.handler.load_middleware()
    med.handler.load_middleware()
    print(f"Måneden med vegger og rettigheter mot uten, midt av {GANGER} runder, høyst {HOEYST_FORHOLD} ganger:")  # noqa: T201
    med_vegger, uten_vegger = _tider(maaneden, med, uten)
    forhold = [_si("For alle", med_vegger, uten_vegger)]
    uendret, uendret_uten = _tider(maaneden, med, uten, {"If-None-Match": med.get(maaneden)["ETag"]})
    forhold.append(_si("Uendret, lagt til måneden", uten_vegger + uendret - uendret_uten, uten_vegger))
    for klient in (med, uten):
        klient.force_login(styremedlem)
    forhold.append(_si("For styremedlemmet", *_tider(maaneden, med, uten)))
    return int(max(forhold) > HOEYST_FORHOLD)


def _tider(adresse: str, med: "Client", uten: "Client", hoder: dict[str, str] | None = None) -> tuple[float, float]:
    """Ask both by turns. Gives the time of each, in seconds."""
    tider: dict[Any, list[float]] = {med: [], uten: []}
    for nr in range(GANGER):
        for klient in (med, uten) if nr % 2 else (uten, med):
            with _rettighetene_er_kjent(klient is uten):
                begynt = thread_time()
                svar = _dypere(nr, partial(klient.get, adresse, headers=hoder or {}))
                tider[klient].append(thread_time() - begynt)
            har_vegger = "Content-Security-Policy" in svar.headers
            if svar.status_code != (304 if hoder else 200) or har_vegger is not (klient is med):
                raise SystemExit(f"{adresse} svarte {svar.status_code}.")
    # The rounds are told apart, for what else the machine does hits both of one alike.
    forhold = median(a / b for a, b in zip(tider[med], tider[uten], strict=True))
    return median(tider[uten]) * forhold, median(tider[uten])


def _dypere(dybde: int, spoer: Callable[[], Any]) -> Any:
    """Ask from that many calls further down."""
    return _dypere(dybde - 1, spoer) if dybde else spoer()


def _si(navn: str, med: float, uten: float) -> float:
    print(f"  {navn}: {med * 1000:.2f} ms mot {uten * 1000:.2f} ms, forhold {med / uten:.3f}")  # noqa: T201
    return med / uten


@contextmanager
def _rettighetene_er_kjent(er_kjent: bool) -> Iterator[None]:
    """Let the answers to what the page asks of rights be at hand: a board member's, the only one who has any here."""
    if not er_kjent:
        yield
        return
    from arbeidsplan.models import Bruker
    from arbeidsplan.roller import RETTIGHETER, Rolle

    har = RETTIGHETER[Rolle.STYREMEDLEM].__contains__
    with patch.object(Bruker, "has_perm", lambda _, rettighet, obj=None: har(rettighet)):
        yield


def _fyll() -> Any:
    """A month as full as the board's own, and a board member to look at it."""
    from django.core.management import call_command
    from django.utils import timezone

    from aktivitet.kalender import maanedens_dager
    from aktivitet.models import Aktivitet, Kalenderstand, Lag
    from arbeidsplan.models import Bruker
    from arbeidsplan.roller import Rolle

    call_command("migrate", verbosity=0)
    lag = Lag.objects.create(navn="Innlandet SV", slug="innlandet-sv")
    i_dag = timezone.localdate()
    foerste, siste = maanedens_dager(i_dag.year, i_dag.month)
    for nr in range(I_MAANEDEN):
        dag = foerste.replace(day=1 + nr % siste.day)
        Aktivitet.objects.create(
            tittel=f"Møte {nr}", foerste_dag=dag, siste_dag=dag, presisjon="dag", lag=lag, publisert=timezone.now()
        )
    Kalenderstand.forny()
    return Bruker.objects.create_user("kari@example.org", navn="Kari", roller={Rolle.STYREMEDLEM: None})


if __name__ == "__main__":
    sys.exit(main())
