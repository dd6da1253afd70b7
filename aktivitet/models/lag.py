"""Who arranges: the county branch, the local branches, networks, the youth party."""

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from ..flytting import Flyttinger
from ..tekst import rens_linje

UTEN_FYLKESLAG = "Det er ikke lagt inn noe fylkeslag. Legg inn laget med typen «Fylkeslag» først."


class LagQuerySet(models.QuerySet["Lag"]):
    """Questions about the organisers."""

    def fylkeslaget(self) -> "Lag | None":
        """The county branch: there is one, or none yet, which UTEN_FYLKESLAG says to whoever needs it."""
        return self.filter(type=Lag.Type.FYLKESLAG).first()

    def valgbare_for(self, bruker: Any) -> Self:
        """Those that this person may arrange for: the secretary all, an editor their own, the board the county's."""
        if bruker.has_perm("aktivitet.rediger_alle"):
            return self.all()
        valgbare = Q(pk__in=[])
        if bruker.has_perm("aktivitet.rediger_eget_lag"):
            valgbare |= Q(pk__in=Lag.objects.filter(redaktoerer=bruker))
        if bruker.has_perm("aktivitet.lag_for_fylkeslaget"):
            valgbare |= Q(type=Lag.Type.FYLKESLAG)
        return self.filter(valgbare)


class Lag(models.Model):
    """An organiser: the county branch itself, a local branch, a network, the youth party."""

    class Type(models.TextChoices):
        FYLKESLAG = "fylkeslag", "Fylkeslag"
        LOKALLAG = "lokallag", "Lokallag"
        NETTVERK = "nettverk", "Nettverk"
        UNGDOM = "ungdom", "Ungdomsparti"

    navn = models.CharField("navn", max_length=100, unique=True)
    slug = models.SlugField("kortnavn i adresser", unique=True)
    type = models.CharField("type", max_length=20, choices=Type, default=Type.LOKALLAG)
    kommune = models.CharField("kommune", max_length=60, blank=True)
    godkjennes = models.BooleanField(
        "sekretæren ser først",
        default=False,
        help_text="Det laget legger inn, venter på at sekretæren publiserer.",
    )
    redaktoerer = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="redaktører", blank=True, related_name="redigerer_lag"
    )

    objects = LagQuerySet.as_manager()
    flyttinger = Flyttinger()  # what the last save moved along

    class Meta:
        verbose_name = "lag"
        verbose_name_plural = "lag"
        ordering = ["navn"]
        constraints = [
            models.UniqueConstraint(fields=["type"], condition=Q(type="fylkeslag"), name="lag_ett_fylkeslag"),
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def er_fylkeslag(self) -> bool:
        return self.type == Lag.Type.FYLKESLAG

    def publiserer_selv(self, bruker: Any) -> bool:
        """Whether what this person arranges for the branch is published without the secretary seeing it first."""
        return not self.godkjennes or bruker.has_perm("aktivitet.rediger_alle")

    def clean(self) -> None:
        self.navn, self.kommune = rens_linje(self.navn), rens_linje(self.kommune)
        if self.er_fylkeslag:
            for fylkeslag in Lag.objects.filter(type=self.type).exclude(pk=self.pk):
                raise ValidationError({"type": f"Fylkeslaget er {fylkeslag}. Det kan bare være ett."})
