"""What a feed of a thousand entries costs: to make, to give as it is kept, and to say "unchanged".

Making is held against bare icalendar, which writes the very same entries from memory; the other two against the
simplest page there is, /healthz, which asks the database once. All go through the whole app, in one process and in
turns, and the medians of their processor time are compared.
"""

import os
import sys
from collections.abc import Callable
from datetime import date, time, timedelta
from statistics import median
from time import process_time

AKTIVITETER = 1_000
GANGER = 15
FEED = "/hva-skjer/kalender.ics"
# Making reads the thousand and puts them into words as well. What is kept is still packed for the wire.
HOEYST = {"laget": 2.0, "gjemt": 20.0, "uendret": 3.0}
NORSK = (
    "Vi møtes på biblioteket og snakker om høstens arbeid. Ta med en venn; alle er velkomne, også de som er nye.\n\n"
)


def main() -> int:
    """Measure and print. Gives 1 when a bound is broken, else 0."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": "sqlite://:memory:"}
    import django

    django.setup()
    from django.core.cache import caches
    from django.test import Client
    from icalendar import Calendar

    _fyll()
    klient = Client(headers={"Accept-Encoding": "gzip"})
    feed = Client().get(FEED)
    lest = Calendar.from_ical(feed.content)
    etag = feed.headers["ETag"]

    def laget() -> object:
        caches["kalender"].clear()
        return klient.get(FEED)

    veier: dict[str, Callable[[], object]] = {
        "bar icalendar": lest.to_ical,
        "laget": laget,
        "gjemt": lambda: klient.get(FEED),
        "uendret": lambda: klient.get(FEED, headers={"If-None-Match": etag}),
        "enkel side": lambda: klient.get("/healthz"),
    }
    tider = _maal(veier)
    maalestokk = {"laget": "bar icalendar", "gjemt": "enkel side", "uendret": "enkel side"}
    forhold = {navn: tider[navn] / tider[mot] for navn, mot in maalestokk.items()}
    antall = len(lest.walk("VEVENT"))
    print(f"Strømmen, {antall} aktiviteter, {len(feed.content) / 1024:.0f} kB (median av {GANGER}): ", end="")  # noqa: T201
    print(", ".join(f"{navn} {tid * 1000:.1f} ms" for navn, tid in tider.items()))  # noqa: T201
    for navn, mot in maalestokk.items():
        print(f"Forhold: {navn} mot {mot} {forhold[navn]:.2f} (høyst {HOEYST[navn]})")  # noqa: T201
    return int(antall != AKTIVITETER or any(forhold[navn] > HOEYST[navn] for navn in forhold))


def _maal(veier: dict[str, Callable[[], object]]) -> dict[str, float]:
    tider: dict[str, list[float]] = {navn: [] for navn in veier}
    for nr in range(GANGER + 1):
        for navn, vei in veier.items():
            begynt = process_time()
            vei()
            if nr:  # the first round is to get warm
                tider[navn].append(process_time() - begynt)
    return {navn: median(liste) for navn, liste in tider.items()}


def _fyll() -> None:
    """A thousand public activities in the feed's own days, with something in every field."""
    from django.core.management import call_command
    from django.utils import timezone

    from aktivitet.models import Aktivitet, Kalenderstand, Lag, Presisjon

    call_command("migrate", verbosity=0)
    lagene = [Lag.objects.create(navn=f"Lag {nr} SV", slug=f"lag-{nr}", kommune=f"Kommune {nr}") for nr in range(20)]
    i_dag = timezone.localdate()
    dager = [i_dag + timedelta(days=nr % 700 - 300) for nr in range(AKTIVITETER)]
    Aktivitet.objects.bulk_create(
        Aktivitet(
            tittel=f"Medlemsmøte nummer {nr}, med kake",
            lag=lagene[nr % len(lagene)],
            presisjon=Presisjon.KLOKKESLETT if nr % 3 else Presisjon.DAG,
            foerste_dag=dag,
            siste_dag=dag,
            fra_kl=time(18) if nr % 3 else None,
            til_kl=time(20, 30) if nr % 3 else None,
            sted="Biblioteket",
            kommune=lagene[nr % len(lagene)].kommune,
            beskrivelse=NORSK * (1 + nr % 3),
            maalgruppe="Alle medlemmer",
            tilgjengelighet="Trappefritt",
            paamelding=f"https://skjema.example.org/{date(2026, 1, 1)}/{nr}",
            kontakt="Lokallagsleder",
            publisert=timezone.now(),
        )
        for nr, dag in enumerate(dager)
    )
    Kalenderstand.forny()


if __name__ == "__main__":
    sys.exit(main())
