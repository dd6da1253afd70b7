"""Which activities of the calendar carry out which measures. The calendar itself knows nothing of it."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from aktivitet.models import Aktivitet

from .tiltak import Tiltak

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


class TilknytningQuerySet(models.QuerySet["Tilknytning"]):
    """Questions to the ties, and the acts that tie and untie."""

    def synlige_for(self, bruker: Any) -> Self:
        """Those between an activity and a measure that this person may both see."""
        return self.filter(
            aktivitet__in=Aktivitet.objects.synlige_for(bruker),
            tiltak__in=Tiltak.objects.lesbare_for(bruker),
        )

    def i_rekkefoelge(self) -> Self:
        """As the activities come in the calendar."""
        return self.order_by("aktivitet__foerste_dag", "aktivitet__fra_kl", "aktivitet__tittel", "pk")

    def knytt(self, tiltak: Tiltak, aktivitet: Aktivitet, av: "Bruker") -> bool:
        """Let the activity carry out the measure. False when it does already: who tied it first stays there."""
        _, ny = self.get_or_create(tiltak=tiltak, aktivitet=aktivitet, defaults={"av": av})
        return ny

    def loesne(self, tiltak: Tiltak, aktivitet: Aktivitet) -> bool:
        """Untie them; the activity stays in the calendar. False when they were not tied."""
        return self.filter(tiltak=tiltak, aktivitet=aktivitet).delete()[0] > 0

    def foer_videre(self, fra: Iterable[Tiltak], til: Tiltak, dag: date) -> None:
        """Let what has not ended by `dag` carry out `til` too: measures have gone into it, and what is planned for
        them goes on. What was held before stays with what it was held for."""
        kommende = self.filter(tiltak__in=list(fra), aktivitet__siste_dag__gte=dag)
        rader = [Tilknytning(tiltak=til, aktivitet_id=ett.aktivitet_id, av_id=ett.av_id) for ett in kommende]
        Tilknytning.objects.bulk_create(rader, ignore_conflicts=True)


class Tilknytning(models.Model):
    """One activity that carries out one measure, and who said so when.

    It goes with either of them. Only measures of adopted plans have any (`TiltakQuerySet.i_vedtatte_planer`), so that
    a draft can be thrown away, or worked into the plan, without a thought of the calendar.
    """

    tiltak = models.ForeignKey(Tiltak, on_delete=models.CASCADE, related_name="tilknytninger")
    aktivitet = models.ForeignKey(Aktivitet, on_delete=models.CASCADE, related_name="tilknytninger")
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("knyttet til", default=timezone.now)

    objects = TilknytningQuerySet.as_manager()

    class Meta:
        verbose_name = "aktivitet for et tiltak"
        verbose_name_plural = "aktiviteter for tiltak"
        ordering = ["-tid", "-pk"]
        constraints = [models.UniqueConstraint(fields=["tiltak", "aktivitet"], name="tilknytning_en_gang")]

    def __str__(self) -> str:
        return f"{self.aktivitet} for {self.tiltak.kode}"
