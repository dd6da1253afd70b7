"""How a time is stored: its days within bounds, and how exactly it is known."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

FOERSTE_DAG = date(2000, 1, 1)
SISTE_DAG = date(2099, 12, 31)


def dag_i_vaar_tid(dag: date) -> None:
    """Refuse days that no calendar here is about (9999 is a slip of the finger, and breaks date arithmetic)."""
    if not FOERSTE_DAG <= dag <= SISTE_DAG:
        raise ValidationError("Skriv en dag mellom 2000 og 2099.")


class Presisjon(models.TextChoices):
    """How exactly the time of an activity is known. It is sharpened later, under the same address."""

    KLOKKESLETT = "klokkeslett", "Klokkeslett"
    DAG = "dag", "Dag"
    DAGER = "dager", "Flere dager"
    UKE = "uke", "Uke"
    MAANED = "maaned", "Måned"
    MAANEDER = "maaneder", "Flere måneder"


TIDSFELTER = frozenset({"presisjon", "foerste_dag", "siste_dag", "fra_kl", "til_kl"})
LENGSTE_TID = 366  # days: what lasts longer is entered as several
KORT_TID = 31  # days: what lasts longer is looked up by itself, so that a month is found without reading years
KJENT_DAG = (Presisjon.KLOKKESLETT, Presisjon.DAG, Presisjon.DAGER)


class Lengde(models.IntegerChoices):
    """Whether it lasts within a month, or longer. A number, for SQLite looks no truth value up in an index."""

    KORT = 0, "Høyst en måned"
    LANG = 1, "Mer enn en måned"
