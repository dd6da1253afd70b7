"""The documents that are made already: asked for again, they come from here and are not laid out anew."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .rapportutgave import Rapportutgave


class Dokumentfil(models.Model):
    """A finished PDF, by a mark of all that it is made of; or one that is being made, or that could not be.

    The row is made before the work begins: whoever makes it does the work, and all others wait for that one. It is in
    the database, so that several workers share it and a backup holds it. What belongs to an issued report (`utgave`,
    and `form` for which of its documents it is) is never thrown away; the rest may be made again at any time.
    """

    merke = models.CharField("merke", max_length=64, unique=True)
    innhold = models.BinaryField("fil", null=True)
    sjekksum = models.CharField("sjekksum", max_length=64, blank=True)
    begynt = models.DateTimeField("begynt", default=timezone.now)
    ferdig = models.DateTimeField("ferdig", null=True)
    feil = models.CharField("feil", max_length=200, blank=True)
    utgave = models.ForeignKey(Rapportutgave, on_delete=models.PROTECT, null=True, related_name="filer")
    form = models.CharField("form", max_length=20, blank=True)

    class Meta:
        verbose_name = "dokument"
        verbose_name_plural = "dokumenter"
        ordering = ["-begynt"]
        constraints = [
            models.UniqueConstraint(
                fields=["utgave", "form"], condition=Q(utgave__isnull=False), name="dokumentfil_en_av_hver_form"
            ),
        ]

    def __str__(self) -> str:
        return self.merke[:12]
