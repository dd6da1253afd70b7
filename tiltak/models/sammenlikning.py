"""What is known of how a revised draft compares with the plan that it revises."""

from django.db import models

from aktivitet.models import Versjonert

from .plan import Plan


class Sammenlikning(Versjonert):
    """How sure the pairs between a draft and the plan it revises are; `tilsvarer` on each part is the pair itself.

    `avtrykk` tells which version of the old plan was compared with. Both lists hold keys of the draft's own goals and
    measures, by kind ("maal", "tiltak"): those that are a question still, and those that somebody has decided.
    """

    utkast = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="sammenlikning")
    avtrykk = models.CharField("avtrykk av den gamle planen", max_length=64)
    usikre = models.JSONField("usikre par", default=dict)
    avgjort = models.JSONField("avgjort av sekretæren", default=dict)

    class Meta:
        verbose_name = "sammenlikning"
        verbose_name_plural = "sammenlikninger"

    def __str__(self) -> str:
        return f"Sammenlikning for {self.utkast}"
