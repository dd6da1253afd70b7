"""The register of who has been erased: marks that say nothing to anybody, so that a copy that is taken back cannot
bring a person with it."""

from django.db import models
from django.utils import timezone


class Sletting(models.Model):
    """One person who has been erased. The mark was theirs (`Bruker.merke`) and was made at random."""

    merke = models.UUIDField("merke", unique=True)
    tid = models.DateTimeField("slettet", default=timezone.now)

    class Meta:
        verbose_name = "sletting"
        verbose_name_plural = "slettinger"
        ordering = ["tid", "pk"]

    def __str__(self) -> str:
        return str(self.merke)
