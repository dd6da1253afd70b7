"""How much our layout and finishing of the report cost beyond bare WeasyPrint, and how much memory the process takes.

The yardstick is WeasyPrint by itself on the same HTML, style sheets, fonts, variant and attachments, warm, in the same
process. The two take turns, so that what else the machine does hits both alike; the medians of their processor time
are compared. The memory is that of the app's own process for documents, started anew for each: for the report on the
real plan, and for one on a thousand measures of 400 characters each.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import count, cycle, islice
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiltak.pdf.bestilling import Bestilling
    from tiltak.rapport.deler import Rapportinnhold, Tiltaksdel

GANGER = 7
HOEYST_FORHOLD = 1.15
HOEYST_MB, HOEYST_MB_TUSEN = 150, 400
TUSEN, TEGN = 1000, 400
SATT = datetime(2025, 12, 30, 12, tzinfo=UTC)
ORD = (
    "",
    "Gjennomført på Hamar med 34 deltakere fra ni lokallag.",
    "Samlingen ble evaluert, og tilbakemeldingene var gode. Vi tar med oss at det trengs mer tid til diskusjon.",
)
LANGT = (
    "Vi skal utvikle gode løsninger, basert på best mulig tilgjengelig kunnskap, stå sammen med utsatte grupper og "
    "mobilisere folkelig motstand mot politiske angrep på kvinner, minoriteter og utsatte grupper i hele fylket. "
)
# Starts the process and tells what it took. A process begins with the peak of the one that starts it: this is small.
MAALER = """
import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, bruk = os.wait4(pid, 0)
print(bruk.ru_maxrss, bruk.ru_utime + bruk.ru_stime, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def main() -> int:
    """Measure and print. Gives 1 when a bound is broken, else 0."""
    innhold = planens_innhold()
    from tiltak.rapport.dokument import beretningen
    from tiltak.rapport.utgivelse import UTKAST

    planens = beretningen(innhold, UTKAST)
    brutt = not er_rask(planens)
    for navn, bestilling, hoeyst in (
        ("Planens beretning", planens, HOEYST_MB),
        (f"{TUSEN} tiltak med {TEGN} tegn", beretningen(med_tusen(innhold), UTKAST), HOEYST_MB_TUSEN),
    ):
        mb, sekunder = i_egen_prosess(bestilling)
        print(f"{navn}: {mb:.0f} MB på det meste (høyst {hoeyst}), {sekunder:.1f} s prosessortid")  # noqa: T201
        brutt |= mb > hoeyst
    return int(brutt)


def er_rask(bestilling: "Bestilling") -> bool:
    """Measure ours against the yardstick, print it, and tell whether it is within the bound."""
    from weasyprint import HTML, Attachment

    from tiltak.pdf.skriving import BASIS, VARIANT, BareEgneFiler, lag_pdf, stil

    def bart() -> bytes:
        ark, skrift = stil(bestilling.ark)
        vedlegg = [Attachment(file_obj=BytesIO(ett.innhold), name=ett.navn) for ett in bestilling.vedlegg]
        data: bytes = HTML(string=bestilling.html, base_url=BASIS, url_fetcher=BareEgneFiler()).write_pdf(
            stylesheets=ark, font_config=skrift, pdf_variant=VARIANT, attachments=vedlegg
        )
        return data

    def vaart() -> bytes:
        return lag_pdf(bestilling)

    stoerrelse = len(vaart())
    bart()  # both are warm now: fonts and hyphenation are read
    tider: dict[Callable[[], bytes], list[float]] = {bart: [], vaart: []}
    for nr in range(GANGER):
        for lag in (bart, vaart) if nr % 2 else (vaart, bart):
            begynt = process_time()
            lag()
            tider[lag].append(process_time() - begynt)
    forhold = median(tider[vaart]) / median(tider[bart])
    print(f"Beretningen, {stoerrelse / 1024:.0f} kB: vår {median(tider[vaart]):.2f} s, ", end="")  # noqa: T201
    print(f"bar WeasyPrint {median(tider[bart]):.2f} s (median av {GANGER})")  # noqa: T201
    print(f"Forhold: {forhold:.2f} (høyst {HOEYST_FORHOLD})")  # noqa: T201
    return forhold <= HOEYST_FORHOLD


def i_egen_prosess(bestilling: "Bestilling") -> tuple[float, float]:
    """Have the document made as the app has it made. Gives the process's largest memory in MB, and its seconds."""
    from django.conf import settings

    from tiltak.pdf.bestilling import ROT

    grenser = [str(settings.PDF_SEKUNDER), str(settings.PDF_MEGABYTE)]
    svar = subprocess.run(
        [sys.executable, "-S", "-c", MAALER, sys.executable, "-m", "tiltak.pdf.arbeider", *grenser],
        cwd=ROT,
        input=bestilling.som_json(),
        capture_output=True,
        check=True,
    )
    if not svar.stdout.startswith(b"%PDF-"):
        raise SystemExit(f"Det ble ingen PDF: {svar.stderr.decode()}")
    kb, sekunder = svar.stderr.decode().splitlines()[-1].split()
    return int(kb) / 1024, float(sekunder)  # Linux counts in kB


def planens_innhold() -> "Rapportinnhold":
    """What the report on the real plan's first year says, with a status and words on every termin, from a database
    that is gone afterwards."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": "sqlite://:memory:"}
    import django

    django.setup()
    from django.core.management import call_command

    from tiltak.models import Plan, Rapport, Status, Termin
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
        termin.sett_status(next(statuser), av=None, versjon=termin.versjon, merknad=next(ordene), tid=SATT)
    return rapportinnhold(rapport, plan, date(2026, 2, 1))


def med_tusen(innhold: "Rapportinnhold") -> "Rapportinnhold":
    """The same report with a thousand measures in all, shared out on its goals, each with a long wording."""
    egne = [tiltak for maal in innhold.maal for tiltak in maal.tiltak if tiltak.har_frist]
    mange = _lange(cycle(egne))
    delt = [bool(maal.tiltak) for maal in innhold.maal]
    hver, rest = divmod(TUSEN, sum(delt))
    antallene = (hver + (nr < rest) for nr in count())
    maal = [
        replace(ett, tiltak=tuple(islice(mange, next(antallene)))) if har else ett
        for ett, har in zip(innhold.maal, delt, strict=True)
    ]
    return replace(innhold, maal=tuple(maal), antall_tiltak=TUSEN)


def _lange(tiltak: "Iterator[Tiltaksdel]") -> "Iterator[Tiltaksdel]":
    for nr, ett in enumerate(tiltak):
        yield replace(ett, kode=f"{nr}", tekst=(LANGT * 3)[nr % 90 :][:TEGN])


if __name__ == "__main__":
    sys.exit(main())
