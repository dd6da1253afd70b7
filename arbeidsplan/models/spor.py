"""The trail: who did what to whom, among what may have to be looked into afterwards. Kept for a while, then gone."""

from datetime import timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from .bruker import Bruker


class Hendelse(models.TextChoices):
    """What leaves a trail."""

    INNLOGGING = "innlogging", "Logget inn"
    OEKT_AVSLUTTET = "oekt", "Logget ut andre steder"
    PASSORD = "passord", "Byttet passord"
    EPOST = "epost", "Byttet e-post"
    TOTRINN_PAA = "totrinn-paa", "La til en måte å bekrefte innlogging på"
    TOTRINN_AV = "totrinn-av", "Tok bort en måte å bekrefte innlogging på"
    INVITERT = "invitert", "Inviterte"
    INVITASJON_TRUKKET = "trukket", "Trakk en invitasjon"
    INVITASJON_BRUKT = "brukt", "Tok imot en invitasjon"
    ROLLER = "roller", "Endret roller"
    STENGT = "stengt", "Stengte for innlogging"
    AAPNET = "aapnet", "Åpnet for innlogging"
    EKSPORT = "eksport", "Lastet ned"
    SLETTET = "slettet", "Slettet en person"
    RAPPORT_LAAST = "rapport-laast", "Låste en rapport"
    RAPPORT_AAPNET = "rapport-aapnet", "Åpnet en rapport igjen"
    KOPI = "kopi", "Tok en sikkerhetskopi"
    GJENOPPRETTET = "gjenopprettet", "La inn en sikkerhetskopi"


class SporQuerySet(models.QuerySet["Spor"]):
    """Questions to the trail."""

    def eldre_enn(self, dager: int) -> Self:
        """What has been kept for longer than so many days."""
        return self.filter(tid__lt=timezone.now() - timedelta(days=dager))


class SporManager(models.Manager.from_queryset(SporQuerySet)):  # type: ignore[misc]
    """Leaves a trail."""

    def sett(self, hendelse: Hendelse, *, av: Bruker | None = None, om: Bruker | None = None, hva: str = "") -> "Spor":
        """Note that something happened. Without `av` nobody did it in person: a command did.

        `hva` says what in a few words ("Styremedlem til 27. februar 2027") and never holds a person's name or
        address: those are reached by `av` and `om`, and vanish with the person.
        """
        return self.create(
            hendelse=hendelse, av=av, om=om, hva=hva[:200], av_maskinen=av is None, om_noen=om is not None
        )


class Spor(models.Model):
    """One thing that happened."""

    tid = models.DateTimeField("når", default=timezone.now, db_index=True)
    hendelse = models.CharField("hva skjedde", max_length=20, choices=Hendelse)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="hvem", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    om = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="gjaldt", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # What tells "a command did it" and "about nobody" from somebody who has been erased since.
    av_maskinen = models.BooleanField(default=False)
    om_noen = models.BooleanField(default=False)
    hva = models.CharField("nærmere", max_length=200, blank=True)

    objects: ClassVar[SporManager] = SporManager()

    class Meta:
        verbose_name = "spor"
        verbose_name_plural = "spor"
        ordering = ["-tid", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_hendelse_display()} {self.tid:%Y-%m-%d %H:%M}"
