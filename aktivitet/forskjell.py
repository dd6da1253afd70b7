"""Where two people wrote differently of the same activity, in words: what is stored, and what one of them typed."""

from dataclasses import dataclass

from .models import Aktivitet, Aktivitetstype
from .tid import dag_i_ord, tid_i_ord


@dataclass(frozen=True)
class Forskjell:
    """One thing that somebody else saved in another way than it was written here."""

    hva: str
    lagret: str
    skrevet: str


def forskjellene(naa: Aktivitet, skrevet: Aktivitet) -> list[Forskjell]:
    """Give what differs between what is stored now and what was written."""
    lagret, nytt = _i_ord(naa), _i_ord(skrevet)
    return [Forskjell(hva, lagret[hva], nytt[hva]) for hva in lagret if lagret[hva] != nytt[hva]]


def _i_ord(aktivitet: Aktivitet) -> dict[str, str]:
    """What people can change of an activity, by what they know it as."""
    return {
        "Tittel": aktivitet.tittel,
        "Type": str(Aktivitetstype(aktivitet.type).label),
        "Arrangør": str(aktivitet.lag),
        "Når": tid_i_ord(aktivitet),
        "Sted": aktivitet.sted,
        "Kommune": aktivitet.kommune,
        "Beskrivelse": aktivitet.beskrivelse,
        "Møte på nett": aktivitet.nettlenke,
        "Hvem ser lenken?": str(aktivitet.get_nettlenke_for_display()),
        "Påmelding": aktivitet.paamelding,
        "Påmelding innen": dag_i_ord(aktivitet.paamelding_innen) if aktivitet.paamelding_innen else "",
        "Hvem er det for?": aktivitet.maalgruppe,
        "Tilgjengelighet": aktivitet.tilgjengelighet,
        "Papirer": aktivitet.papirer,
        "Kontakt": aktivitet.kontakt,
        "Kontaktens e-post": aktivitet.kontakt_epost,
        "Hvem kan se den?": str(aktivitet.get_synlighet_display()),
    }
