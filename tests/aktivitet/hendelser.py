"""Activities that no database holds, and the iCalendar file that they make."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from aktivitet.models import Aktivitet, Lag
from aktivitet.ut import ics

ENDRET = datetime(2026, 1, 31, 12, 30, 15, 999, tzinfo=UTC)


def aktivitet(tittel="Møte", presisjon="dag", foerste=date(2026, 5, 1), siste=None, **felter):
    vanlig = {"pk": 7, "lag": Lag(navn="Hamar SV"), "endret": ENDRET, "opprettet": ENDRET}
    return Aktivitet(
        tittel=tittel, presisjon=presisjon, foerste_dag=foerste, siste_dag=siste or foerste, **(vanlig | felter)
    )


def kl(tittel, foerste, fra, siste=None, til=None, **felter):
    return aktivitet(tittel, "klokkeslett", foerste, siste, fra_kl=fra, til_kl=til, **felter)


def fil(*aktiviteter):
    return ics.kalender(aktiviteter, lambda a: f"https://plan.example.org/hva-skjer/aktivitet/{a.pk}/", "Hva skjer")


def hendelse(aktiviteten):
    (ut,) = Calendar.from_ical(fil(aktiviteten)).walk("VEVENT")
    return ut
