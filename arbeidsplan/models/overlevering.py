"""The handovers that were carried out: when, by whom, and what each changed, told by keys alone."""

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

VISES_FOR_DEN_SOM_GIKK = timedelta(hours=1)


class OverleveringManager(models.Manager["Overlevering"]):
    """Questions to the handovers."""

    def lesbar_for(self, bruker: Any, merke: Any) -> "Overlevering | None":
        """Find the one with this mark, for whoever may invite, and for a while for whoever carried it out: they may
        have ended their own role with it."""
        en = self.filter(merke=merke).first()
        egen = en and en.av_id == bruker.pk and en.tid > timezone.now() - VISES_FOR_DEN_SOM_GIKK
        return en if egen or bruker.has_perm("arbeidsplan.inviter") else None


class Overlevering(models.Model):
    """One handover. `merke` comes from the form, so that a button that is pressed twice does it once.

    `hendte` holds keys and days, never a name or an address: whoever is erased afterwards is erased here too. It is
    emptied by `manage.py rydd` when it is as old as the trail may be.
    Its parts are described in `personer/overlevering/gjennomfoering.py`, which writes it.
    """

    merke = models.UUIDField("merke", unique=True, editable=False)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="hvem", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("når", default=timezone.now)
    hendte = models.JSONField("hva som hendte", default=dict, blank=True)

    objects: ClassVar[OverleveringManager] = OverleveringManager()

    class Meta:
        verbose_name = "overlevering"
        verbose_name_plural = "overleveringer"
        ordering = ["-tid", "-pk"]

    def __str__(self) -> str:
        return f"Overlevering {timezone.localdate(self.tid)}"

    def get_absolute_url(self) -> str:
        return reverse("overlevert", args=[self.merke])
