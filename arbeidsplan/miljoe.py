"""What the environment says, read in one way: a switch, a number, an address with a password in it.

Whatever cannot be read stops the start in one sentence that says what to set.
"""

import os
from collections.abc import Callable
from typing import Any

import dj_database_url
import dj_email_url
from django.core.exceptions import ImproperlyConfigured

# Tells the log of each letter that goes nowhere.
INGEN = "arbeidsplan.epost.ingen.EmailBackend"
DATABASENE = ("django.db.backends.sqlite3", "django.db.backends.postgresql")


def paa(navn: str) -> bool:
    """True when the environment's `navn` is switched on in any of the usual words."""
    return _verdi(navn).lower() in {"1", "true", "on", "yes", "ja"}


def antall(navn: str, ellers: int, minst: int = 1) -> int:
    """The environment's `navn` as a number from `minst` on. Raises ImproperlyConfigured for what is none."""
    verdi = _verdi(navn) or str(ellers)
    if not (verdi.isascii() and verdi.isdigit() and minst <= int(verdi[:10]) < 1_000_000):
        raise ImproperlyConfigured(f"{navn} må være et helt tall fra {minst}, ikke «{verdi}».")
    return int(verdi)


def databasen(ellers: str) -> dict[str, Any]:
    """DATABASE_URL as Django's settings for one database. Raises ImproperlyConfigured for what is none."""

    def les(adresse: str) -> dict[str, Any]:
        lest: dict[str, Any] = dict(dj_database_url.parse(adresse, conn_max_age=60, conn_health_checks=True))
        if lest["ENGINE"] not in DATABASENE:
            raise ValueError
        return lest

    return _les("DATABASE_URL", les, ellers, "postgres://bruker:passord@vert/base eller sqlite:////srv/base.sqlite3")


def epost(*, paa_skjermen: bool) -> dict[str, Any]:
    """EMAIL_URL as Django's EMAIL_ settings. Where it is not set, letters are printed when `paa_skjermen` says so, and
    go nowhere otherwise. Raises ImproperlyConfigured for what cannot be read."""

    def les(adresse: str) -> dict[str, Any]:
        lest: dict[str, Any] = dj_email_url.parse(adresse)
        if "EMAIL_BACKEND" not in lest:
            raise ValueError
        return lest

    lest = _les("EMAIL_URL", les, "console:", "submission://bruker:passord@vert:587")
    return lest if paa_skjermen or _verdi("EMAIL_URL") else lest | {"EMAIL_BACKEND": INGEN}


def _verdi(navn: str) -> str:
    return os.environ.get(navn, "").strip()


def _les(navn: str, les: Callable[[str], dict[str, Any]], ellers: str, slik: str) -> dict[str, Any]:
    # Neither what is set nor the library's own words are repeated: the password may stand in both.
    try:
        return les(_verdi(navn) or ellers)
    except ValueError:
        raise ImproperlyConfigured(
            f"{navn} kan ikke leses. Skriv den som {slik}, og tegn som #, @, / og % i passordet som %23, %40, %2F "
            "og %25."
        ) from None
