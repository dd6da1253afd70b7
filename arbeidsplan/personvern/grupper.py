"""What the open page about privacy says is stored: group by group, why, for how long, and who sees it.

Each group holds the posts of the register that it tells of, and names the fields about people that no key leads to.
`hvor_lenge` is filled in with the figures of the settings, so that the page cannot say another number than what is
kept.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from .poster import INNLOGGING, INVITASJONER, PAAMINNELSER, PERSONEN, REDIGERINGSLOGG, SPOR, Post
from .skrevet_av import ARBEIDET

DOEGN = 24 * 60 * 60


@dataclass(frozen=True)
class Gruppe:
    """One group. `felter` are the fields that it tells of and that no post shows."""

    tittel: str
    hva: str
    hvorfor: str
    hvor_lenge: str
    hvem_ser: str
    poster: tuple[Post, ...] = ()
    felter: tuple[tuple[str, str], ...] = ()

    @property
    def varer(self) -> str:
        """How long it is kept, with the figures that the app is set to."""
        return self.hvor_lenge.format(**dagene())


def dagene() -> dict[str, Any]:
    """Give the figures of the settings by the names that the texts use."""
    return {
        "spor": settings.OPPBEVAR_SPOR,
        "invitasjoner": settings.OPPBEVAR_INVITASJONER,
        "redigeringslogg": settings.OPPBEVAR_REDIGERINGSLOGG,
        "utsendinger": settings.OPPBEVAR_UTSENDINGER,
        "uten_oppgave": settings.OPPBEVAR_UTEN_OPPGAVE,
        "kopier": settings.OPPBEVAR_KOPIER,
        "oekt": settings.SESSION_COOKIE_AGE // DOEGN,
        "vern": settings.CSRF_COOKIE_AGE // DOEGN,
    }


def navngitte_felter() -> set[tuple[str, str]]:
    """Every field that the register names, as (model, field)."""
    navngitte = {par for gruppe in GRUPPER for par in gruppe.felter}
    return navngitte.union(*(post.feltene for gruppe in GRUPPER for post in gruppe.poster))


GRUPPER = (
    Gruppe(
        "Den som har en oppgave",
        "Navn, e-post, roller med siste dag, hvilke lag du legger inn aktiviteter for, når du ble lagt inn, og når du "
        "sist logget inn.",
        "For at du skal kunne logge inn og gjøre oppgaven din.",
        "Så lenge du har en oppgave. Uten oppgave slettes du etter {uten_oppgave} dager.",
        "Du, sekretæren og administratoren. Styret ser navnet ved det du har gjort.",
        PERSONEN,
    ),
    Gruppe(
        "Innlogging",
        "Passord som et avtrykk som ikke kan leses, passnøkler og koder fra app, og hver innlogging som varer: "
        "nettleser, når den begynte, og når den sist ble brukt. Forsøk på å logge inn telles, "
        "for hver konto og hver IP-adresse.",
        "For at bare du skal komme inn som deg, og for at du skal kunne avslutte en innlogging på en annen enhet.",
        "Passord, passnøkler og koder til du tar dem bort. En innlogging varer i {oekt} dager etter at du sist logget "
        "inn. Tellingen av forsøk er borte etter om lag ett døgn.",
        "Du. Sekretæren og administratoren ser om du har totrinn. Den som drifter tjeneren, kan se det i databasen, "
        "men ikke passordet.",
        INNLOGGING,
        (("sessions.Session", "session_data"),),
    ),
    Gruppe(
        "Det du ikke fikk lagret",
        "Det du skrev i et skjema da innloggingen din var gått ut.",
        "For at du ikke skal miste det du skrev.",
        "Det kan hentes fram i én time. Det ligger i økten til den brukes igjen eller går ut, høyst {oekt} dager.",
        "Den som logger inn i samme nettleser.",
    ),
    Gruppe(
        "Invitasjoner",
        "E-post, navn, roller og lag for den som er invitert, hvem som inviterte, og når.",
        "For at den inviterte skal kunne komme inn, én gang.",
        "{invitasjoner} dager etter at invitasjonen er brukt, trukket tilbake eller gått ut.",
        "Sekretæren og administratoren.",
        INVITASJONER,
    ),
    Gruppe(
        "Påminnelser",
        "Hvilke påminnelser du har slått av, og hvilke du har fått, med uke eller måned og tidspunkt.",
        "For at du skal få det du vil ha, og ikke det samme to ganger.",
        "Det du har slått av, til du slår det på igjen. Det som er sendt, i {utsendinger} dager.",
        "Du. Den som drifter tjeneren, kan se det i databasen.",
        PAAMINNELSER,
    ),
    Gruppe(
        "Det du gjør i arbeidet",
        "Navnet ditt ved det du har skrevet og endret: status på tiltak, aktiviteter, tekster i beretningen, "
        "dokumenter og lenker, endringer i planen, og hvilke tiltak du følger opp.",
        "For at styret skal vite hvem som har gjort hva, og hvem de kan spørre.",
        "Så lenge planen og beretningen finnes. Når du slettes, blir navnet byttet ut med «tidligere bruker».",
        "Styret, sekretæren og administratoren. Ingen som ikke er logget inn, ser navnet.",
        ARBEIDET,
    ),
    Gruppe(
        "Kontakt for en aktivitet",
        "Navnet og e-posten til den som er oppgitt som kontakt, når den som legger inn aktiviteten, skriver det.",
        "For at de som vil delta, skal vite hvem de kan spørre.",
        "Så lenge aktiviteten ligger ute. Si fra til den som arrangerer, så tas det bort.",
        "Alle som kan se aktiviteten.",
        felter=(("aktivitet.Aktivitet", "kontakt"), ("aktivitet.Aktivitet", "kontakt_epost")),
    ),
    Gruppe(
        "Spor etter det viktigste",
        "Innlogginger, endring av roller, invitasjoner, nedlasting av data, sletting og låsing av beretninger: hvem, "
        "hva og når. Og hva som ble avtalt i en overlevering etter årsmøtet.",
        "For at vi skal kunne finne ut hva som skjedde, hvis noe går galt.",
        "{spor} dager.",
        "Administratoren, og du for det som gjelder deg. Overleveringen ser sekretæren.",
        SPOR,
    ),
    Gruppe(
        "Logg over redigeringen",
        "Hvem som la til, endret og slettet noe under «Rediger», og når.",
        "For at sekretæren skal kunne se hva som er endret.",
        "{redigeringslogg} dager.",
        "Sekretæren og administratoren.",
        REDIGERINGSLOGG,
    ),
    Gruppe(
        "Tjenerens logg",
        "Appens egen logg sier hva som gikk galt, og når, uten navn, adresser, søkeord og tekst. Den som drifter "
        "tjeneren, kan i tillegg føre IP-adresse, tidspunkt og side for hvert besøk.",
        "For å rette feil og stanse misbruk.",
        "Så kort som mulig. Spør oss om hvor lenge.",
        "Den som drifter tjeneren.",
    ),
    Gruppe(
        "Register over dem som er slettet",
        "Et tilfeldig merke for hver som er slettet, og når. Det sier ikke hvem det var.",
        "For at den som er slettet, ikke skal komme tilbake med en sikkerhetskopi.",
        "Så lenge nettstedet er i bruk.",
        "Ingen i appen. Den som drifter tjeneren, har merkene i databasen og i en fil.",
    ),
)
