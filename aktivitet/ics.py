"""Activities as iCalendar (RFC 5545), for people's own calendars."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vText

from .models import Aktivitet, Presisjon
from .tekst import rens_linje, rens_tekst
from .tid import maaneder_i_ord, tid_i_ord, uke_i_ord

PRODID = "-//Arbeidsplan//Hva skjer//NO"
UID_SLUTT = "@arbeidsplan"  # no host's name: the entry is the same one if the app moves to another address
HENT_IGJEN = timedelta(hours=6)
OSLO = ZoneInfo("Europe/Oslo")

# The rule that has been in force since 1996. Not made by icalendar, whose own sets the spring change an hour late.
TIDSSONE = b"""\
BEGIN:VTIMEZONE\r
TZID:Europe/Oslo\r
BEGIN:DAYLIGHT\r
DTSTART:19960331T020000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
TZNAME:CEST\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:19961027T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
TZNAME:CET\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
END:STANDARD\r
END:VTIMEZONE\r
"""


def kalender(aktiviteter: Iterable[Aktivitet], lenke: Callable[[Aktivitet], str], navn: str) -> bytes:
    """Give a calendar called `navn` with these activities. `lenke` gives the full address of an activity's page.

    The bytes follow from the activities alone, so they repeat as long as nothing has changed. What may be shown is
    the caller's to choose.
    """
    ut = Calendar()
    ut.add("prodid", PRODID)
    ut.add("version", "2.0")
    ut.add("calscale", "GREGORIAN")
    ut.add("method", "PUBLISH")
    for felt in ("name", "x-wr-calname"):
        ut.add(felt, vText(rens_linje(navn)))  # icalendar does not know that these are text, to be escaped
    ut.add("x-wr-timezone", OSLO.key)
    ut.add("refresh-interval", HENT_IGJEN, parameters={"VALUE": "DURATION"})
    ut.add("x-published-ttl", "PT6H")  # the same for Outlook
    ut.add_component(Timezone.from_ical(TIDSSONE))
    for aktivitet in aktiviteter:
        ut.add_component(_hendelse(aktivitet, lenke(aktivitet)))
    return ut.to_ical()


def _hendelse(aktivitet: Aktivitet, lenke: str) -> Event:
    """One entry. Its UID is for ever, and its SEQUENCE grows by every save."""
    ut = Event()
    ut.add("uid", f"{aktivitet.uid}{UID_SLUTT}")
    ut.add("sequence", aktivitet.versjon - 1)
    # Both from the data: a DTSTAMP of "now" would make every answer a new one.
    ut.add("dtstamp", aktivitet.endret.astimezone(UTC).replace(microsecond=0))
    ut.add("last-modified", aktivitet.endret.astimezone(UTC).replace(microsecond=0))
    ut.add("created", aktivitet.opprettet.astimezone(UTC).replace(microsecond=0))
    ut.add("summary", _tittel(aktivitet))
    ut.add("description", _beskrivelse(aktivitet, lenke))
    if aktivitet.hvor:
        ut.add("location", rens_linje(aktivitet.hvor))
    ut.add("url", lenke)
    ut.add("categories", [aktivitet.get_type_display()])
    ut.add("class", "PUBLIC")
    ut.add("status", "CANCELLED" if aktivitet.avlyst else "CONFIRMED")
    # What lies over a whole week or month makes nobody busy, and neither does what is cancelled.
    ut.add("transp", "OPAQUE" if aktivitet.dag_er_kjent and not aktivitet.avlyst else "TRANSPARENT")
    _legg_til_tid(ut, aktivitet)
    return ut


def _legg_til_tid(ut: Event, aktivitet: Aktivitet) -> None:
    """Set start and end. Days are DATE with the end exclusive; without a known end a clock time has none."""
    if aktivitet.fra_kl is None:
        ut.add("dtstart", aktivitet.foerste_dag)
        ut.add("dtend", aktivitet.siste_dag + timedelta(days=1))
        return
    start = _i_oslo(aktivitet.foerste_dag, aktivitet.fra_kl)
    ut.add("dtstart", start)
    if aktivitet.til_kl is not None:
        slutt = _i_oslo(aktivitet.siste_dag, aktivitet.til_kl)
    elif aktivitet.siste_dag > aktivitet.foerste_dag:
        slutt = _i_oslo(aktivitet.siste_dag + timedelta(days=1), time(0))
    else:
        return
    if slutt.astimezone(UTC) > start.astimezone(UTC):
        ut.add("dtend", slutt)


def _i_oslo(dag: date, kl: time) -> datetime:
    """The moment in Norwegian time. The way by UTC turns a time that the spring change skips into one that exists."""
    return datetime.combine(dag, kl, OSLO).astimezone(UTC).astimezone(OSLO)


def _tittel(aktivitet: Aktivitet) -> str:
    """The title, with what must be seen in a list: that it is cancelled, and that its day is not set."""
    tittel = rens_linje(aktivitet.tittel)
    if aktivitet.avlyst:
        tittel = f"Avlyst: {tittel}"  # many calendars show no status
    match aktivitet.presisjon:
        case Presisjon.UKE:
            return f"{tittel} ({uke_i_ord(aktivitet.foerste_dag, aar=False)})"
        case Presisjon.MAANED | Presisjon.MAANEDER:
            return f"{tittel} ({maaneder_i_ord(aktivitet.foerste_dag, aktivitet.siste_dag, aar=False)})"
    return tittel


def _beskrivelse(aktivitet: Aktivitet, lenke: str) -> str:
    deler = []
    if not aktivitet.dag_er_kjent:
        deler.append(f"Dato er ikke satt. Foreløpig: {tid_i_ord(aktivitet)}.")
    if aktivitet.beskrivelse:
        deler.append(rens_tekst(aktivitet.beskrivelse))
    deler.append(f"Arrangør: {rens_linje(aktivitet.lag.navn)}\n{lenke}")
    return "\n\n".join(deler)
