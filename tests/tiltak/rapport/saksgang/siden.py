"""The page of a report's way through the annual meeting: addresses and days, what is done there, what it says."""

from datetime import date

from tiltak.models import Rapport

SAKSGANG, ENDRET, LISTE, SIDEN = "/rapport/2025/saksgang/", "/rapport/2025/endret/", "/rapport/", "/rapport/2025/"
STYRET, MOETET = date(2026, 2, 3), date(2026, 2, 28)
UTKAST, LAGT_FRAM, GODKJENT, TIL_ETTERRETNING = Rapport.Tilstand


def gjoer(client, rapport, handling, **felter):
    return client.post(SAKSGANG, {"handling": handling, "versjon": rapport.versjon, **felter})


def paa_nytt():
    return Rapport.objects.get(aar=2025)


def stegene(svar):
    return [(steg.navn, steg.er_her) for steg in svar.context["steg"]]


def feilene(svar):
    """What is said by the fields of the form that was sent."""
    assert svar.status_code == 200
    return dict(svar.context["sendt"].errors)
