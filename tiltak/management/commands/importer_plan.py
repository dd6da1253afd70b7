"""importer_plan: read a plan document, say what was found in it, and store it as a draft."""

import json
from argparse import ArgumentParser
from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.urls import reverse
from django.utils import formats

from aktivitet.databasefeil import databasen_svarte
from aktivitet.moeter import moeter_fra_dager
from tiltak.dokument import MAKS_BYTES, Plandokument, UlesbartDokument, som_json
from tiltak.frist import les, vinduer
from tiltak.importering import SAGT_AV_FRISTEN
from tiltak.innlesing import forstaatt, les_fra_fil, les_inn
from tiltak.models import Plan
from tiltak.revisjon.oppsummering import oppsummer
from tiltak.utgave import plandokument

UTENFOR = "utenfor perioden"


class Command(BaseCommand):
    help = "Leser et plandokument og lagrer det som et utkast til plan."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        hjelp = "plandokumentet: Word (.docx), ren tekst (.txt) eller en plan herfra (.json)"
        parser.add_argument("fil", metavar="FIL", help=hjelp)
        parser.add_argument("--json", action="store_true", help="skriv det som ble lest, som JSON og ikke noe annet")
        parser.add_argument("--bare-les", action="store_true", help="les og skriv ut, men lagre ingenting")
        parser.add_argument(
            "--revisjon", metavar="KORTNAVN", help="dette er en ny utgave av planen på /plan/KORTNAVN/"
        )

    def handle(self, *args: Any, **valg: Any) -> None:
        try:
            innhold = innholdet_av(valg["fil"])
            gjelder = planen_som_revideres(valg["revisjon"]) if valg["revisjon"] else None
            dok = les_fra_fil(innhold, gjelder)
            plan = None if valg["bare_les"] else les_inn(innhold, valg["fil"], revisjon_av=gjelder, dok=dok)
        except UlesbartDokument as feil:
            raise CommandError(feil.setning) from None
        except DatabaseError as feil:
            raise CommandError(f"Planen er ikke lagret, for databasen svarte: {databasen_svarte(feil)}") from feil
        if valg["json"]:
            self.stdout.write(json.dumps(som_json(dok, forstaatt), ensure_ascii=False, indent=2))
            return
        self.stdout.write(oppsummering(dok))
        if gjelder:
            self.stdout.write(f"\n{oppsummer(plandokument(gjelder), dok)}")
        if plan is None:
            self.stdout.write("\nIngenting er lagret.")
        else:
            side = reverse("tiltak:sammenlikn" if gjelder else "tiltak:avklar", args=[plan.slug])
            self.stdout.write(f"\nLagret som utkast: «{plan.tittel}». Les gjennom og bekreft den på {side}.")


def planen_som_revideres(kortnavn: str) -> Plan:
    """The plan that the document is a new version of. Raises UlesbartDokument when no plan can be."""
    plan = Plan.objects.kan_revideres().filter(slug=kortnavn).first()
    if plan is None:
        kjente = ", ".join(Plan.objects.kan_revideres().values_list("slug", flat=True)) or "ingen"
        raise UlesbartDokument(f"Det finnes ingen plan med kortnavnet «{kortnavn}». Disse kan revideres: {kjente}.")
    return plan


def innholdet_av(sti: str) -> bytes:
    """Read the file, but never much more than a plan can be: the reader refuses what is larger.

    Raises UlesbartDokument with the reason when it cannot be read.
    """
    try:
        with Path(sti).open("rb") as fil:
            return fil.read(MAKS_BYTES + 1)
    except FileNotFoundError:
        hvorfor = "Den finnes ikke"
    except IsADirectoryError:
        hvorfor = "Det er en mappe"
    except PermissionError:
        hvorfor = "Du har ikke lov til å lese den"
    except (OSError, ValueError) as feil:  # ValueError: a name that no file can have
        hvorfor = f"Maskinen svarer «{feil}»"
    raise UlesbartDokument(f"Kan ikke lese «{sti}»: {hvorfor[0].lower()}{hvorfor[1:]}. Oppgi filen som planen står i.")


def oppsummering(dok: Plandokument) -> str:
    """What was found, what was not understood, and the slips with their line, or in a Word file their paragraph."""
    ruter = sum(bool(rute) for rad in dok.aktivitetsplan for rute in (rad.valgaar, rad.mellomaar))
    antall = (
        f"{len(dok.periodemaal)} mål for perioden, {len(dok.maal)} nummererte mål, {len(dok.tiltak)} tiltak, "
        f"{len(dok.aktivitetsplan)} måneder i aktivitetsplanen med {ruter} utfylte ruter."
    )
    deler = [
        f"{dok.tittel} ({_dag(dok.fra)} til {_dag(dok.til)})",
        antall,
        _liste("Tiltak under hvert mål:", [f"{m.nummer} {m.overskrift}: {len(m.tiltak)}" for m in dok.maal]),
        _terminer(dok),
    ]
    ukjente = [ett for ett in dok.merknader if ett.hva == SAGT_AV_FRISTEN]
    slipp = [ett for ett in dok.merknader if ett.hva != SAGT_AV_FRISTEN]
    for tittel, merknader in (("Ikke forstått", ukjente), ("Å se på i dokumentet", slipp)):
        enhet = dok.filslag.enhet
        rader = [f"{enhet} {ett.linje}: {ett.tekst}" if enhet and ett.linje else ett.tekst for ett in merknader]
        deler.append(_liste(f"{tittel} ({len(rader)}):", rader) if rader else f"{tittel}: ingenting.")
    return "\n\n".join(deler)


def _terminer(dok: Plandokument) -> str:
    """How many terminer each year has, with the meetings estimated as long as no calendar is asked."""
    moeter = partial(moeter_fra_dager, aarsmoeter=(), fs_moeter=())
    antall: Counter[str] = Counter()
    for tiltak in dok.tiltak:
        regel = les(tiltak.gjennomfoering)
        for vindu in vinduer(regel, dok.fra, dok.til, moeter) if regel else ():
            antall[UTENFOR if vindu.utenfor else str(vindu.siste.year)] += 1
    rader = [f"{naar}: {antall[naar]}" for naar in sorted(antall, key=lambda naar: (naar != UTENFOR, naar))]
    return _liste(f"Terminer ({antall.total()}):", rader)


def _liste(tittel: str, rader: list[str]) -> str:
    return "\n".join([tittel, *(f"  {rad}" for rad in rader)])


def _dag(dag: date) -> str:
    return formats.date_format(dag, "j. F Y")
