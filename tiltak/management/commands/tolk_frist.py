"""tolk_frist: show how a "Gjennomføring" phrase is read, and the terminer it gives. Needs no database."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from aktivitet.moeter import Moeter, i_sammenheng, moeter_fra_dager
from tiltak.frist import Regel, Vindu, les, vinduer
from tiltak.frist.aarsdel import FOERSTE_AAR, SISTE_AAR, er_aar

# The options that tell the days of a meeting: what it is, and what `moeter_fra_dager` calls it. Days in a row are one
# meeting that lasts several.
MOETER = {
    "aarsmoete": ("årsmøtet", "aarsmoeter"),
    "fsmoete": ("et fylkesstyremøte", "fs_moeter"),
    "valg": ("valget", "valg"),
    "landsmoete": ("landsmøtet", "landsmoeter"),
    "representantskap": ("representantskapet", "representantskap"),
    "nominasjonsmoete": ("fylkets nominasjonsmøte", "nominasjonsmoeter"),
}
LENGSTE_PERIODE = 50  # years: far beyond any plan, and few enough windows to read


class Command(BaseCommand):
    help = "Viser hvordan en frist leses, og hvilke terminer den gir."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("frase", help="fristen slik den står i planen, for eksempel «Mars, årlig»")
        parser.add_argument("--fra", metavar="DATO", help="periodens første dag, for eksempel 2025-01-01")
        parser.add_argument("--til", metavar="DATO", help="periodens siste dag, for eksempel 2028-12-31")
        for navn, (hva, _) in MOETER.items():
            parser.add_argument(
                f"--{navn}", metavar="DATO", nargs="+", action="extend", default=[], help=f"en kjent dag for {hva}"
            )
        parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")

    def handle(self, *args: Any, **valg: Any) -> None:
        fra, til = dato("--fra", valg["fra"]), dato("--til", valg["til"])
        if til < fra:
            raise CommandError(f"Perioden slutter ({til}) før den begynner ({fra}).")
        if til.year - fra.year >= LENGSTE_PERIODE:
            raise CommandError(f"Perioden er for lang: den kan ikke strekke seg over mer enn {LENGSTE_PERIODE} år.")
        kjente = {
            slag: i_sammenheng(dato(f"--{navn}", dag) for dag in valg[navn]) for navn, (_, slag) in MOETER.items()
        }

        def moeter(aar: int) -> Moeter:
            return moeter_fra_dager(aar, **kjente)

        regel = les(valg["frase"])
        terminer = vinduer(regel, fra, til, moeter) if regel else []
        if valg["json"]:
            self.stdout.write(som_json(regel, terminer))
        else:
            self.stdout.write(som_tekst(regel, terminer))


def dato(navn: str, tekst: str | None) -> date:
    """The day that an option names. Raises CommandError when it is missing, no day, or in a year no plan has."""
    if not tekst:
        raise CommandError(f"{navn} mangler: skriv en dato, for eksempel {navn} 2025-01-01.")
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        dag = None
    if dag is None or dag.isoformat() != tekst:  # fromisoformat also reads "20250101" and "2025-W01-1"
        raise CommandError(f"{navn} er ingen dato: {tekst!a}. Skriv år-måned-dag, for eksempel 2025-01-01.")
    if not er_aar(dag.year):
        raise CommandError(f"{navn} må ligge mellom {FOERSTE_AAR} og {SISTE_AAR}: {tekst}.")
    return dag


def som_json(regel: Regel | None, terminer: list[Vindu]) -> str:
    svar = {
        "forstaatt": regel is not None,
        "terminer": [
            {
                "etikett": vindu.etikett,
                "fra": vindu.foerste.isoformat(),
                "frist": vindu.siste.isoformat(),
                "utenfor_perioden": vindu.utenfor,
                "anslag": vindu.anslag,
                "kan_forfalle": vindu.kan_forfalle,
            }
            for vindu in terminer
        ],
    }
    return json.dumps(svar, ensure_ascii=False, indent=2)


def som_tekst(regel: Regel | None, terminer: list[Vindu]) -> str:
    """The rule in words, then one line for each termin: "mars 2025: 1.3.2025–31.3.2025"."""
    if regel is None:
        return "Ikke forstått. Sekretæren setter datoene selv."
    linjer = [regel.beskrivelse]
    for vindu in terminer:
        merker = (("utenfor perioden", vindu.utenfor), ("anslag", vindu.anslag))
        tillegg = "".join(f", {merke}" for merke, gjelder in merker if gjelder)
        linjer.append(f"  {vindu.etikett}: {norsk(vindu.foerste)}–{norsk(vindu.siste)}{tillegg}")
    return "\n".join(linjer if terminer else [*linjer, "Ingen terminer i perioden."])


def norsk(dag: date) -> str:
    return f"{dag.day}.{dag.month}.{dag.year}"
