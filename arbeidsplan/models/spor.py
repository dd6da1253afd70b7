"""The trail: who did what to whom, among what may have to be looked into afterwards. Kept for a while, then gone.

Its lines are only ever added. They go when their time is out, and a person who is erased goes out of them; nothing
else changes them.
"""

from datetime import date, timedelta
from typing import Any, ClassVar, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from aktivitet.hvem import hvem
from tiltak.models.revisjon import Bareleggtil

from .bruker import Bruker

MASKINEN = "automatisk"
LENGST = 400  # letters of what is said beside: every role with its last day, before and after


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
    LAGT_INN = "lagt-inn", "La inn en person"
    ROLLER = "roller", "Endret roller"
    STENGT = "stengt", "Stengte for innlogging"
    AAPNET = "aapnet", "Åpnet for innlogging"
    EKSPORT = "eksport", "Lastet ned"
    SLETTET = "slettet", "Slettet en person"
    RAPPORT_LAAST = "rapport-laast", "Låste en beretning"
    RAPPORT_AAPNET = "rapport-aapnet", "Åpnet en beretning igjen"
    RAPPORT_UTE = "rapport-ute", "Publiserte en beretning"
    RAPPORT_INNE = "rapport-inne", "Tok en beretning bort fra nettet"
    KOPI = "kopi", "Tok en sikkerhetskopi"
    GJENOPPRETTET = "gjenopprettet", "La inn en sikkerhetskopi"


class SporQuerySet(models.QuerySet["Spor"]):
    """Questions to the trail."""

    _utgaatt = False

    def eldre_enn(self, dager: int) -> Self:
        """What has been kept for longer than so many days, from one on: these, and no others, can be deleted."""
        gamle = self.filter(tid__lt=timezone.now() - timedelta(days=max(dager, 1)))
        gamle._utgaatt = True
        return gamle

    def med_personen(self, pk: int) -> Self:
        """What somebody did, or what was done to them."""
        return self.filter(Q(av=pk) | Q(om=pk))

    def av_kommandoer(self) -> Self:
        """What nobody did in person."""
        return self.filter(av_maskinen=True)

    def med_slettede(self) -> Self:
        """What was done by, or to, somebody who has been erased since."""
        return self.filter(Q(av=None, av_maskinen=False) | Q(om=None, om_noen=True))

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete what has been kept long enough, as `eldre_enn` gives it. Raises TypeError for all else."""
        if not self._utgaatt:
            raise TypeError("Spor slettes ikke før de er gamle nok: eldre_enn() gir dem.")
        return super().delete()

    def update(self, **kwargs: Any) -> NoReturn:
        """Raises TypeError: what is in the trail is not rewritten."""
        raise TypeError("Spor endres ikke.")

    def _clone(self) -> Self:
        klonen: Self = super()._clone()  # type: ignore[misc]
        klonen._utgaatt = self._utgaatt
        return klonen


class SporManager(models.Manager.from_queryset(SporQuerySet)):  # type: ignore[misc]
    """Leaves a trail."""

    def sett(self, hendelse: Hendelse, *, av: Bruker | None = None, om: Bruker | None = None, hva: str = "") -> "Spor":
        """Note that something happened. Without `av` nobody did it in person: a command did.

        `hva` says what in a few words ("Styremedlem til 27. februar 2027") and never holds a person's name or
        address: those are reached by `av` and `om`, and vanish with the person.
        """
        andre = om is not None and om != av  # what one does to oneself is told once, after one is erased too
        return self.create(hendelse=hendelse, av=av, om=om, hva=hva[:LENGST], av_maskinen=av is None, om_noen=andre)


class Spor(Bareleggtil):
    """One thing that happened."""

    tid = models.DateTimeField("når", default=timezone.now, db_index=True)
    hendelse = models.CharField("hva skjedde", max_length=20, choices=Hendelse)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="hvem", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    om = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="gjaldt", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # What tells "a command did it" and "about nobody else" from somebody who has been erased since.
    av_maskinen = models.BooleanField(default=False)
    om_noen = models.BooleanField(default=False)
    hva = models.CharField("nærmere", max_length=LENGST, blank=True)

    objects: ClassVar[SporManager] = SporManager()

    class Meta:
        verbose_name = "spor"
        verbose_name_plural = "spor"
        ordering = ["-tid", "-pk"]

    @property
    def hvem(self) -> str:
        """Who did it: a name, or that a command did, or that the person is erased since."""
        return MASKINEN if self.av_maskinen else hvem(self.av)

    @property
    def gjaldt(self) -> str:
        """Whom it was done to, where that was another person than the one who did it; "" otherwise."""
        return hvem(self.om) if self.om_noen else ""

    @property
    def dag(self) -> date:
        """The day that it happened, by our clocks."""
        return timezone.localdate(self.tid)

    def __str__(self) -> str:
        return f"{self.get_hendelse_display()} {self.tid:%Y-%m-%d %H:%M}"
