"""Fifty people who save at the same time on SQLite: how many are refused, and how many saves are lost.

Each goes through the app's own pages in a thread and a database connection of their own: first to a termin that nobody
else touches, then all of them to one and the same, where whoever is late is shown the other's words and saves again.
"""

import os
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

FOLK = 50
VERSJON = re.compile(r'name="versjon" value="(\d+)"')


def main() -> int:
    """Measure and print. Gives 1 when a save was refused or lost, else 0."""
    with tempfile.TemporaryDirectory() as mappe:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": f"sqlite:///{Path(mappe) / 'lagring.sqlite3'}",
        }
        import django

        django.setup()
        return _maal()


def _maal() -> int:
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import connection

    from tiltak.models import Statusendring, Termin

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("loaddata", "innlandet-2025-2028", verbosity=0)
    lag = get_user_model().objects.create_user
    folk = [lag(f"styre{nr}@example.org", roller={"styremedlem": None}) for nr in range(FOLK)]
    felles, *egne = Termin.objects.i_figurene().order_by("pk")[: FOLK + 1]
    klar = Barrier(FOLK)

    def en_person(nr: int) -> list[int]:
        return _lagre(folk[nr], egne[nr].get_absolute_url(), felles.get_absolute_url(), klar)

    with ThreadPoolExecutor(FOLK) as traader:
        svar = [kode for koder in traader.map(en_person, range(FOLK)) for kode in koder]
    with connection.cursor() as cursor:
        journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    nektet = sum(kode >= 400 for kode in svar)
    lagret = Statusendring.objects.count()
    tapt = 2 * FOLK - Statusendring.objects.values("merknad", "termin").distinct().count()
    print(f"{FOLK} lagrer samtidig på SQLite ({journal}): ", end="")  # noqa: T201
    print(f"{len(svar)} forsøk, {lagret} lagret, {nektet} nektet, {tapt} tapt")  # noqa: T201
    return int(nektet or tapt or lagret != 2 * FOLK)


def _lagre(bruker: object, egen: str, felles: str, klar: Barrier) -> list[int]:
    """Save once to one's own termin and once to the shared one. Gives the status codes of all answers."""
    from django.db import connection
    from django.test import Client

    klient = Client(raise_request_exception=False)
    klient.force_login(bruker)
    klar.wait()
    sendt: dict[str, object] = {"status": "paagaar", "merknad": f"{bruker}"}
    koder = []
    try:
        for adresse in (egen, felles):
            versjon: object = 1
            while versjon is not None:
                svar = klient.post(adresse, sendt | {"versjon": versjon}, headers={"HX-Request": "true"})
                koder.append(svar.status_code)
                begge = 'class="konflikt"' in svar.content.decode()
                versjon = VERSJON.search(svar.content.decode())[1] if begge else None
        return koder
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
