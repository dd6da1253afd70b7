"""Activities as iCalendar (RFC 5545 and 7986), for people's own calendars."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, timedelta

from django.utils.encoding import iri_to_uri
from icalendar import Calendar, Event, Timezone, vDatetime, vDuration, vText, vUri

from ..lenker import trygg
from ..models import Aktivitet, Presisjon
from ..tekst import rens_linje, rens_tekst
from ..tid import dag_i_ord, foreloepig_i_ord, maaneder_i_ord, uke_i_ord
from ..tidsrom import OSLO
from .spenn import spennet

PRODID = "-//Arbeidsplan//Hva skjer//NO"
UID_SLUTT = "@arbeidsplan"  # no host's name: the entry is the same one if the app moves to another address
HENT_IGJEN = timedelta(hours=6)
PAA_NETT = {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "Møtet på nett"}

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


class Tekst(vText):
    """A text, escaped as RFC 5545 (3.3.11) says. icalendar's own takes the end of "C:\\Nytt" for a line end."""

    def to_ical(self) -> bytes:
        rett = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return rett.encode()


def kalender(aktiviteter: Iterable[Aktivitet], lenke: Callable[[Aktivitet], str], navn: str) -> bytes:
    """Give a calendar called `navn` with these activities. `lenke` gives the full address of an activity's page.

    The bytes follow from the activities alone, so they repeat as long as nothing has changed. What may be shown is
    the caller's to choose; of what is shown, that which only those logged in may see is left out.
    """
    ut = Calendar()
    ut.add("prodid", PRODID)
    ut.add("version", "2.0")
    ut.add("calscale", "GREGORIAN")
    ut.add("method", "PUBLISH")
    for felt in ("name", "x-wr-calname"):
        ut.add(felt, Tekst(rens_linje(navn)))
    ut.add("x-wr-timezone", OSLO.key)
    ut.add("refresh-interval", HENT_IGJEN, parameters={"VALUE": "DURATION"})
    ut.add("x-published-ttl", vDuration(HENT_IGJEN))  # the same for Outlook
    ut.add_component(Timezone.from_ical(TIDSSONE))
    for aktivitet in aktiviteter:
        ut.add_component(_hendelse(aktivitet, lenke(aktivitet)))
    return ut.to_ical()


def _hendelse(aktivitet: Aktivitet, lenke: str) -> Event:
    """One entry. Its UID is for ever, and its SEQUENCE grows by every save."""
    # Set as they are and not by `add`, which looks each value's kind up: that takes as long as all the rest.
    endret = vDatetime(aktivitet.endret.astimezone(UTC).replace(microsecond=0))
    ut = Event(
        {
            "UID": f"{aktivitet.uid}{UID_SLUTT}",
            "SEQUENCE": str(aktivitet.versjon - 1),
            # Both from the data: a DTSTAMP of "now" would make every answer a new one.
            "DTSTAMP": endret,
            "LAST-MODIFIED": endret,
            "CREATED": vDatetime(aktivitet.opprettet.astimezone(UTC).replace(microsecond=0)),
            "SUMMARY": Tekst(_tittel(aktivitet)),
            "DESCRIPTION": Tekst(_beskrivelse(aktivitet, lenke)),
            "URL": vUri(lenke),
            "CATEGORIES": Tekst(rens_linje(aktivitet.get_type_display())),
            "CLASS": "PUBLIC",
            "STATUS": _status(aktivitet),
            # What lies over a whole week or month makes nobody busy, and neither does what is cancelled.
            "TRANSP": "OPAQUE" if aktivitet.dag_er_kjent and not aktivitet.avlyst else "TRANSPARENT",
        }
    )
    moete_paa_nett = _lenke_for_alle(aktivitet)
    if sted := rens_linje(aktivitet.hvor) or moete_paa_nett:
        ut["LOCATION"] = Tekst(sted)
    if moete_paa_nett:
        ut["CONFERENCE"] = vUri(moete_paa_nett, params=PAA_NETT)
    _legg_til_tid(ut, aktivitet)
    return ut


def _status(aktivitet: Aktivitet) -> str:
    """What has no day yet is not agreed (TENTATIVE), and what is cancelled says so and is not taken away: whoever has
    it in their calendar must be told."""
    if aktivitet.avlyst:
        return "CANCELLED"
    return "CONFIRMED" if aktivitet.dag_er_kjent else "TENTATIVE"


def _legg_til_tid(ut: Event, aktivitet: Aktivitet) -> None:
    """Set start and end. Days are DATE with the end exclusive; without a known end a clock time has none."""
    spenn = spennet(aktivitet)
    ut.add("dtstart", spenn.start)
    if spenn.slutter:
        ut.add("dtend", spenn.slutter)


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
    """All that has no field of its own in a calendar, in short paragraphs."""
    avsnitt = [
        "\n".join(_om_tiden(aktivitet)),
        rens_tekst(aktivitet.beskrivelse),
        "\n".join(_praktisk(aktivitet)),
        f"Arrangør: {rens_linje(aktivitet.lag.navn)}\n{lenke}",
    ]
    return "\n\n".join(filter(None, avsnitt))


def _om_tiden(aktivitet: Aktivitet) -> Iterator[str]:
    if not aktivitet.dag_er_kjent:
        yield foreloepig_i_ord(aktivitet)
    if aktivitet.flyttet_fra:
        yield f"Flyttet fra {dag_i_ord(aktivitet.flyttet_fra, ukedag=True)}."


def _praktisk(aktivitet: Aktivitet) -> Iterator[str]:
    if maalgruppe := rens_linje(aktivitet.maalgruppe):
        yield f"For: {maalgruppe}"
    if tilgjengelighet := rens_linje(aktivitet.tilgjengelighet):
        yield f"Tilgjengelighet: {tilgjengelighet}"
    if moete_paa_nett := _lenke_for_alle(aktivitet):
        yield f"Møtet på nett: {moete_paa_nett}"
    innen = f" innen {dag_i_ord(aktivitet.paamelding_innen)}" if aktivitet.paamelding_innen else ""
    if paamelding := _nettadresse(aktivitet.paamelding):
        yield f"Påmelding{innen}: {paamelding}"
    elif innen:
        yield f"Påmelding{innen}."
    if papirer := rens_tekst(aktivitet.papirer):
        yield f"Papirer:\n{papirer}"
    if kontakt := ", ".join(filter(None, map(rens_linje, (aktivitet.kontakt, aktivitet.kontakt_epost)))):
        yield f"Kontakt: {kontakt}"


def _lenke_for_alle(aktivitet: Aktivitet) -> str:
    """The link to the meeting on the net, where everybody may have it."""
    return _nettadresse(aktivitet.nettlenke) if aktivitet.lenken_er_for_alle else ""


def _nettadresse(adresse: str) -> str:
    """The address as a URI, in plain letters on one line; nothing when what is stored is none that may be followed."""
    lenke = trygg(rens_linje(adresse))
    return iri_to_uri(lenke.adresse) if lenke else ""
