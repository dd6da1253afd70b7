"""What leaves a line in the trail by a signal: a login, a file that is not for all, and each act in a report's life.
What a person does with their own account leaves its lines where it is done, in `konto/`.

Each line is written where the signal is sent, inside the act's own transaction: an act whose line cannot be written
is not done. Tries that failed leave none. The address that was tried may belong to somebody who has never been here,
and the limits on tries do what a list of them would be for.
"""

from typing import Any

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from aktivitet.nedlasting import lastet_ned
from tiltak.models import Rapport
from tiltak.models.rapporthandling import Rapporthandling, rapport_gikk_videre

from ..models import Bruker, Hendelse, Spor
from .innlogging import maaten

HANDLINGER = {
    Rapporthandling.LEGG_FRAM: Hendelse.RAPPORT_LAAST,
    Rapporthandling.VEDTA: Hendelse.RAPPORT_LAAST,
    Rapporthandling.AAPNE_IGJEN: Hendelse.RAPPORT_AAPNET,
    Rapporthandling.PUBLISER: Hendelse.RAPPORT_UTE,
    Rapporthandling.TREKK_TILBAKE: Hendelse.RAPPORT_INNE,
}


@receiver(user_logged_in)
def logget_inn(sender: type, request: HttpRequest, user: Bruker, **kwargs: Any) -> None:
    """Somebody logged in, and how."""
    Spor.objects.sett(Hendelse.INNLOGGING, av=user, hva=maaten(get_authentication_records(request, user)))


@receiver(lastet_ned)
def lastet_ned_en_fil(sender: type, av: Bruker, hva: str, **kwargs: Any) -> None:
    """Somebody was given a file that not everyone may have."""
    Spor.objects.sett(Hendelse.EKSPORT, av=av, hva=hva)


@receiver(rapport_gikk_videre)
def rapporten_gikk_videre(
    sender: type, rapport: Rapport, handling: Rapporthandling, av: Bruker | None, **kwargs: Any
) -> None:
    """A report was laid before the meeting, decided on, opened again, published or taken back."""
    Spor.objects.sett(HANDLINGER[handling], av=av, hva=f"{rapport.aar}: {rapport.get_tilstand_display()}")
