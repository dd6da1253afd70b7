"""Persons without a task: since when, and from what day they are erased. Nobody is stored here who has none."""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction

from ..models import Bruker
from ..roller import Rolle, varer
from .sletting import SisteAdministrator, slett

VARSEL = timedelta(days=30)  # so long, at the least, the list says that somebody will be erased


def noter_hvem_som_er_uten(i_dag: date) -> int:
    """Keep `uten_oppgave_fra` in step with the roles, and give how many were changed."""
    endret = 0
    for bruker in Bruker.objects.order_by("pk"):
        with transaction.atomic():
            laast = Bruker.objects.select_for_update().filter(pk=bruker.pk).first()
            if laast and (fra := uten_oppgave_fra(laast, i_dag)) != laast.uten_oppgave_fra:
                Bruker.objects.filter(pk=laast.pk).update(uten_oppgave_fra=fra)
                endret += 1
    return endret


def slett_dem_som_er_uten(i_dag: date) -> int:
    """Erase those whose day has come, and give how many. Each is asked anew: a role may have come meanwhile."""
    slettet = 0
    for pk in Bruker.objects.exclude(uten_oppgave_fra=None).order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            Bruker.objects.laas_administratorene()
            bruker = Bruker.objects.select_for_update().filter(pk=pk).first()
            if bruker is None or bruker.slettes_dag is None or bruker.slettes_dag > i_dag:
                continue
            try:
                slett(bruker, av=None)
            except SisteAdministrator:
                continue
            slettet += 1
    return slettet


def uten_oppgave_fra(bruker: Bruker, i_dag: date) -> date | None:
    """Give the first day that the person was without a role; None for who has one, and for every administrator.

    Whoever is found to have been without one for long already, as on the first night that this runs, is given the day
    that leaves the list time to warn.
    """
    if any(bruker.har_rolle(rolle) for rolle in bruker.roller) or _er_administrator(bruker, i_dag):
        return None
    ute = [date.fromisoformat(siste) + timedelta(days=1) for siste in bruker.roller.values() if siste]
    dager = [dag for dag in [*ute, bruker.uten_oppgave_fra] if dag and dag <= i_dag]
    fra = max(dager, default=i_dag)
    if fra == bruker.uten_oppgave_fra:
        return fra
    return max(fra, i_dag + VARSEL - timedelta(days=settings.OPPBEVAR_UTEN_OPPGAVE))


def _er_administrator(bruker: Bruker, i_dag: date) -> bool:
    """Also one who is locked out: who is to keep the house is not decided by a night's work."""
    return Rolle.ADMINISTRATOR in bruker.roller and varer(bruker.roller[Rolle.ADMINISTRATOR], i_dag)
