"""How much longer the calendar's pages take with 300,000 activities stored than with 300.

Both calendars lie in databases of their own in one process, on SQLite or on the server that DATABASE_URL names, and
hold as much in the month that is shown. They take turns, so that what else the machine does hits both alike, and the
best of each is compared.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    from aktivitet.models import Aktivitet, Lag

FAA, MANGE = 300, 300_000
I_MAANEDEN = 24
ANTALL_LAG = 20
GANGER = 40
HOEYST_FORHOLD = 1.2
FOERSTE_DAG, DAGER = date(2000, 1, 1), 36_524  # to the end of 2099


def main() -> int:
    """Measure and print. Gives 1 when a bound is broken, else 0."""
    with tempfile.TemporaryDirectory() as mappe, ExitStack() as rydd:
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(mappe) / 'kalender.sqlite3'}")
        import django

        django.setup()
        faa, mange = (_base(antall, Path(mappe), rydd) for antall in (FAA, MANGE))
        return _maal(faa, mange)


def _maal(faa: "BaseDatabaseWrapper", mange: "BaseDatabaseWrapper") -> int:
    from django.utils import timezone

    i_dag = timezone.localdate()
    maaneden = f"/hva-skjer/{i_dag.year}/{i_dag.month}/"
    sidene = {
        "Måneden": maaneden,
        "Måneden som liste": f"{maaneden}?visning=liste",
        "Måneden for ett lag": f"{maaneden}?lag=lag-3",
        "Måneden for en kommune": f"{maaneden}?kommune=Kommune+3",
        "Fra i dag": "/hva-skjer/",
    }
    print(f"{MANGE} aktiviteter mot {FAA} ({mange.display_name}), best av {GANGER}, høyst {HOEYST_FORHOLD} ganger:")  # noqa: T201
    forhold = [_sammenlikn(navn, adresse, faa, mange) for navn, adresse in sidene.items()]
    forhold.append(_sammenlikn("Uendret (304)", maaneden, faa, mange, uendret=True))
    return int(max(forhold) > HOEYST_FORHOLD)


def _sammenlikn(
    navn: str, adresse: str, faa: "BaseDatabaseWrapper", mange: "BaseDatabaseWrapper", *, uendret: bool = False
) -> float:
    """Ask both for the page by turns. Gives how many times longer the large one takes."""
    from django.test import Client

    klient = Client()
    hoder: dict[Any, dict[str, str]] = {}
    for base in (faa, mange):  # warm, and with what a browser has from the first visit
        _bruk(base)
        merke = klient.get(adresse).headers["ETag"]
        hoder[base] = {"If-None-Match": merke} if uendret else {}
    tider: dict[Any, list[float]] = {faa: [], mange: []}
    for nr in range(GANGER):
        for base in (faa, mange) if nr % 2 else (mange, faa):
            _bruk(base)
            begynt = perf_counter()
            svar = klient.get(adresse, headers=hoder[base])
            tider[base].append(perf_counter() - begynt)
            if svar.status_code != (304 if uendret else 200):
                raise SystemExit(f"{adresse} svarte {svar.status_code}.")
    forhold = min(tider[mange]) / min(tider[faa])
    print(f"  {navn}: {min(tider[mange]) * 1000:.1f} ms mot {min(tider[faa]) * 1000:.1f} ms, ", end="")  # noqa: T201
    print(f"forhold {forhold:.2f}")  # noqa: T201
    return forhold


def _bruk(base: "BaseDatabaseWrapper") -> None:
    """Let everything that asks the database from now on ask this one."""
    from django.db import DEFAULT_DB_ALIAS, connections

    connections[DEFAULT_DB_ALIAS] = base


def _base(antall: int, mappe: Path, rydd: ExitStack) -> "BaseDatabaseWrapper":
    """A database with `antall` activities, which is gone when `rydd` is done."""
    from django.db import DEFAULT_DB_ALIAS, connections

    base = connections.create_connection(DEFAULT_DB_ALIAS)
    navn = str(mappe / f"{antall}.sqlite3") if base.vendor == "sqlite" else f"kalender_{antall}"
    base.settings_dict = base.settings_dict | {"TEST": base.settings_dict["TEST"] | {"NAME": navn}}
    _bruk(base)
    base.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    rydd.callback(base.creation.destroy_test_db, navn, verbosity=0)
    _fyll(antall)
    return base


def _fyll(antall: int) -> None:
    from django.db import connection

    from aktivitet.models import Aktivitet, Kalenderstand, Lag

    lag = [Lag(navn=f"Lag {nr}", slug=f"lag-{nr}", kommune=f"Kommune {nr}") for nr in range(ANTALL_LAG)]
    Aktivitet.objects.bulk_create(_aktiviteter(antall, Lag.objects.bulk_create(lag)), batch_size=5_000)
    Kalenderstand.forny()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "postgresql" else "PRAGMA optimize")


def _aktiviteter(antall: int, lagene: "list[Lag]") -> "Iterator[Aktivitet]":
    """As many in this month whatever the number, and the rest spread evenly over the calendar's other days."""
    from django.utils import timezone

    from aktivitet.kalender import maanedens_dager
    from aktivitet.models import Aktivitet

    i_dag = timezone.localdate()
    foerste, siste = maanedens_dager(i_dag.year, i_dag.month)
    i_maaneden = [foerste + timedelta(days=nr % siste.day) for nr in range(I_MAANEDEN)]
    alle_dager = (FOERSTE_DAG + timedelta(days=nr * DAGER // antall % DAGER) for nr in range(antall * 2))
    andre = (dag for dag in alle_dager if not foerste <= dag <= siste)
    lag = cycle(lagene)
    for nr, dag in enumerate([*i_maaneden, *islice(andre, antall - I_MAANEDEN)]):
        yield Aktivitet(
            tittel=f"Møte {nr}",
            foerste_dag=dag,
            siste_dag=dag,
            presisjon="dag",
            lag=next(lag),
            publisert=timezone.now(),
            kommune="" if nr % 3 else "Hamar",
            soek=f"møte {nr}",
        )


if __name__ == "__main__":
    sys.exit(main())
