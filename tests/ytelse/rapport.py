"""How much our layout and finishing of the report cost beyond bare WeasyPrint, and how much memory they take.

The yardstick is WeasyPrint by itself on the same HTML, style sheets, fonts and variant, warm, in the same process.
The two take turns, so that what else the machine does hits both alike; the medians of their processor time are
compared.
"""

import os
import resource
import sys
from collections.abc import Callable
from datetime import date
from itertools import cycle
from statistics import median
from time import process_time

GANGER = 7
HOEYST_FORHOLD = 1.2
HOEYST_MB = 200
ORD = (
    "",
    "Gjennomført på Hamar med 34 deltakere fra ni lokallag.",
    "Samlingen ble evaluert, og tilbakemeldingene var gode. Vi tar med oss at det trengs mer tid til diskusjon.",
)


def main() -> int:
    """Measure and print. Gives 1 when a bound is broken, else 0."""
    html = beretning()
    from weasyprint import HTML

    from tiltak.pdf.skriving import VARIANT, lag_pdf, stil

    def bart() -> bytes:
        ark, skrift = stil()
        data: bytes = HTML(string=html).write_pdf(stylesheets=ark, font_config=skrift, pdf_variant=VARIANT)
        return data

    def vaart() -> bytes:
        return lag_pdf.__wrapped__(html)

    vaart(), bart()  # warm: fonts and hyphenation are read
    tider: dict[Callable[[], bytes], list[float]] = {bart: [], vaart: []}
    for nr in range(GANGER):
        for lag in (bart, vaart) if nr % 2 else (vaart, bart):
            begynt = process_time()
            lag()
            tider[lag].append(process_time() - begynt)
    minne = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts in kB
    forhold = median(tider[vaart]) / median(tider[bart])
    print(f"Beretningen, {len(vaart()) / 1024:.0f} kB: vår {median(tider[vaart]):.2f} s, ", end="")  # noqa: T201
    print(f"bar WeasyPrint {median(tider[bart]):.2f} s (median av {GANGER})")  # noqa: T201
    print(f"Forhold: {forhold:.2f} (høyst {HOEYST_FORHOLD})")  # noqa: T201
    print(f"Minne på det meste, hele prosessen: {minne:.0f} MB (høyst {HOEYST_MB})")  # noqa: T201
    return int(forhold > HOEYST_FORHOLD or minne > HOEYST_MB)


def beretning() -> str:
    """The report on the real plan's first year as HTML, with a status and words on every termin, from a database that
    is gone afterwards."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": "sqlite://:memory:"}
    import django

    django.setup()
    from django.core.management import call_command

    from tiltak.models import Plan, Rapport, Status, Termin
    from tiltak.rapport.dokument import rapport_html
    from tiltak.rapport.innhold import rapportinnhold

    call_command("migrate", verbosity=0)
    call_command("loaddata", "innlandet-2025-2028", verbosity=0)
    rapport = Rapport.for_aaret(2025)
    plan = Plan.objects.for_perioden(*rapport.periode)
    if plan is None:
        raise SystemExit("Planen er ikke i fixtures/.")
    statuser = cycle([Status.GJENNOMFOERT, Status.GJENNOMFOERT, Status.DELVIS, Status.PAAGAAR])
    ordene = cycle(ORD)
    for termin in Termin.objects.i_planen(plan).frist_i(*rapport.periode):
        termin.sett_status(next(statuser), av=None, versjon=termin.versjon, merknad=next(ordene))
    return rapport_html(rapportinnhold(rapport, plan, date(2026, 2, 1)))


if __name__ == "__main__":
    sys.exit(main())
