"""The page where the report is written: its addresses, and what it sends."""

from datetime import date

from tiltak.models import Rapporttekst
from tiltak.rapport import framlegging
from tiltak.rapport.skrivesteder import lest

ADRESSE = "/rapport/2025/"
TEKST = "/rapport/2025/tekst/"
HODET = {
    "tittel": "",
    "fra": "2025-01-01",
    "til": "31.12.2025",
    "moetedag": "2026-02-28",
    "moetested": "Hamar",
    "versjon": "0",
}
SOM_SKREVET = {"Accept": "application/json", "X-Staar-Paa-Siden": "1"}


def sendt(felt, tekst, *, versjon=0, foer=""):
    """What the page sends of one text that was read as `foer`."""
    return {f"tekst-{felt}": tekst, f"versjon-{felt}": str(versjon), f"lest-{felt}": lest(foer)}


def tekstene():
    return {ett.felt: ett.tekst for ett in Rapporttekst.objects.all()}


def legg_fram(rapport, av):
    dag = date(2026, 2, 3)
    framlegging.legg_fram(rapport, dag, av=av, versjon=rapport.versjon, i_dag=dag)
