"""lag_fixture: write fixtures/innlandet-2025-2028.json anew from the plan's own document.

Run it on an empty database, so that the keys begin with 1:

    DATABASE_URL=sqlite://:memory: .venv/bin/python manage.py lag_fixture
"""

import json
from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import models
from django.utils import timezone

from aktivitet.models import FastAktivitet, Lag
from tiltak.dokument import les_dokument
from tiltak.importering import bekreft_plan, importer
from tiltak.models import Aktivitetsrad, Avsnitt, Frist, Kapittel, Maal, Merknad, Periodemaal, Plan, Termin, Tiltak

from ...demo.kilde import PLANFIXTURE

DOKUMENT = settings.BASE_DIR / "fixtures" / "arbeidsplan-2025-2028.txt"
FIXTURE = settings.BASE_DIR / "fixtures" / f"{PLANFIXTURE}.json"
# What a row points to stands before it.
MODELLER: tuple[type[models.Model], ...] = (
    Lag,
    FastAktivitet,
    Plan,
    Kapittel,
    Maal,
    Avsnitt,
    Periodemaal,
    Tiltak,
    Frist,
    Termin,
    Aktivitetsrad,
    Merknad,
)


class Command(BaseCommand):
    help = "Skriver fixturen med den vedtatte planen på nytt, fra plandokumentet. Krever en tom database."

    def handle(self, *args: Any, **valg: Any) -> None:
        call_command("migrate", verbosity=0)
        if any(modell._default_manager.exists() for modell in MODELLER):
            raise CommandError("Databasen er ikke tom. Kjør med DATABASE_URL=sqlite://:memory: foran kommandoen.")
        lag_plan(DOKUMENT)
        rader = som_rader()
        linjer = ",\n".join(json.dumps(rad, ensure_ascii=False) for rad in rader)  # a row a line: readable changes
        FIXTURE.write_text(f"[\n{linjer}\n]\n", encoding="utf-8")
        self.stdout.write(f"Skrev {len(rader)} rader til {FIXTURE.name}.")


def lag_plan(dokument: Path) -> Plan:
    """Store the plan as adopted, its county branch and the fixed pattern.

    The document does not say on which day it was adopted, so the plan does not either.
    """
    plan = importer(les_dokument(dokument.read_bytes()))
    Lag.objects.create(navn=plan.organisasjon, slug="innlandet-sv", type=Lag.Type.FYLKESLAG)
    bekreft_plan(plan)
    plan.utgaver.all().delete()  # kept from the first change on: until then it is the plan itself
    lagt_inn = timezone.make_aware(datetime.combine(plan.fra, time.min))  # the same on every run
    Plan.objects.filter(pk=plan.pk).update(vedtatt_dag=None, opprettet=lagt_inn)
    return plan


def som_rader() -> list[dict[str, Any]]:
    """Everything in these tables, as a Django fixture has it."""
    rader = [rad for modell in MODELLER for rad in modell._default_manager.order_by("pk")]
    data: list[dict[str, Any]] = json.loads(serializers.serialize("json", rader))
    return data
