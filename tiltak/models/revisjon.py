"""The history of adopted wording: what stood there, what stands there now, why, and who changed it."""

from typing import Any

from django.conf import settings
from django.db import models

from .plan import Plan


class Ordlydsendring(models.Model):
    """One change of adopted wording. Only ever added: adopted text is never changed silently."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="ordlydsendringer")
    hva = models.CharField("hva", max_length=200, help_text="Målet, tiltaket eller avsnittet.")
    felt = models.CharField("felt", max_length=60)
    foer = models.TextField("før", blank=True)
    etter = models.TextField("etter", blank=True)
    grunn = models.TextField("hvorfor", max_length=1000)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("når", auto_now_add=True)

    class Meta:
        verbose_name = "endring av vedtatt ordlyd"
        verbose_name_plural = "endringer av vedtatt ordlyd"
        ordering = ["-tid", "-pk"]

    def __str__(self) -> str:
        return f"{self.hva}: {self.felt}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the line. Raises TypeError for one that is stored already: a log is not rewritten."""
        if self.pk:
            raise TypeError("En linje i loggen endres ikke.")
        super().save(*args, **kwargs)
