"""What follows from a login, a factor that comes or goes, and a new password."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django.http import HttpRequest

from ..models import Bruker, Hendelse, Spor
from .faktorer import med_stor_bokstav
from .krav import TOTRINN
from .nettlesere import i_ord
from .oekter import INGEN_ADRESSE, avslutt


@receiver([post_save, post_delete], sender=Authenticator)
def husk_om_totrinn_er_der(sender: type, instance: Authenticator, **kwargs: Any) -> None:
    """Keep `har_totrinn` as the rows are, whichever way they come and go."""
    har = Authenticator.objects.filter(user_id=instance.user_id, type__in=TOTRINN).exists()
    Bruker.objects.filter(pk=instance.user_id).update(har_totrinn=har)


@receiver([authenticator_added, authenticator_reset])
def spor_av_en_ny(sender: type, user: Bruker, authenticator: Authenticator, **kwargs: Any) -> None:
    """Leave a trail of a factor that came."""
    Spor.objects.sett(Hendelse.TOTRINN_PAA, av=user, om=user, hva=med_stor_bokstav(authenticator.type))


@receiver(authenticator_removed)
def spor_av_en_som_gikk(sender: type, user: Bruker, authenticator: Authenticator, **kwargs: Any) -> None:
    """Leave a trail of a factor that went."""
    Spor.objects.sett(Hendelse.TOTRINN_AV, av=user, om=user, hva=med_stor_bokstav(authenticator.type))


@receiver(pre_save, sender=UserSession)
def bare_det_som_trengs(sender: type, instance: UserSession, **kwargs: Any) -> None:
    """Store no address, and of the browser two words."""
    instance.ip = INGEN_ADRESSE
    instance.user_agent = i_ord(instance.user_agent)


@receiver(user_logged_in)
def skriv_opp_oekten(sender: type, request: HttpRequest, user: Bruker, **kwargs: Any) -> None:
    """Write down every login, whichever way it came about: what is not written down cannot be ended."""
    if not request.session.session_key:  # somebody else was logged in here: Django has emptied it
        request.session.save()
    agent = request.META.get("HTTP_USER_AGENT", "")
    UserSession.objects.update_or_create(
        session_key=request.session.session_key, defaults={"user": user, "ip": INGEN_ADRESSE, "user_agent": agent}
    )


@receiver([password_changed, password_set, password_reset])
def nytt_passord(sender: type, request: HttpRequest, user: Bruker, **kwargs: Any) -> None:
    """A new password ends every other session: somebody may have the old one."""
    er_inne = request.user.is_authenticated and request.user.pk == user.pk
    Spor.objects.sett(Hendelse.PASSORD, av=user, om=user)
    avslutt(user, unntatt=request.session.session_key if er_inne else None, av=user)
