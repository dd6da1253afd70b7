"""The history of adopted wording: the plan as it stood from each day on, by whose decision, and what was changed."""

from datetime import date
from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models

from aktivitet.models import dag_i_vaar_tid

from .plan import Plan
from .tiltak import Tiltak


class Bareleggtil(models.Model):
    """A row that is only ever added: history is not rewritten."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row. Raises TypeError for one that is stored already."""
        if self.pk:
            raise TypeError("En linje i loggen endres ikke.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raises TypeError."""
        raise TypeError("En linje i loggen slettes ikke.")


class Organ(models.TextChoices):
    """Who decided that adopted wording is changed."""

    AARSMOETET = "arsmotet", "Årsmøtet"
    FYLKESSTYRET = "fylkesstyret", "Fylkesstyret"
    RETTING = "retting", "Ingen: en skrivefeil er rettet"


class PlanutgaveQuerySet(models.QuerySet["Planutgave"]):
    """Questions to the editions."""

    def paa_dagen(self, plan: Plan, dag: date) -> "Planutgave | None":
        """Give the edition of the plan that held on `dag`; None for a day before it was adopted."""
        return self.filter(plan=plan, gjelder_fra__lte=dag).order_by("gjelder_fra", "pk").last()

    def uten_innhold(self) -> Self:
        """For lists: without the whole plan in every row."""
        return self.defer("innhold")


class Planutgave(Bareleggtil):
    """The whole adopted plan as it stood from a day on: one for its adoption, and one for every decided change.

    `innhold` is the plan as `dokument.planjson` writes it. `gjelder_fra` is the day of the decision, but never before
    the edition it builds on: what is typed in late cannot stand before what it was typed on top of.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="utgaver")
    gjelder_fra = models.DateField("gjelder fra")
    innhold = models.JSONField("planen")
    organ = models.CharField("vedtatt av", max_length=20, choices=Organ)
    vedtaksdag = models.DateField("vedtaksdag", validators=[dag_i_vaar_tid])
    grunn = models.TextField("hvorfor", max_length=1000, blank=True)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="ført av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("ført", auto_now_add=True)

    objects = PlanutgaveQuerySet.as_manager()

    class Meta:
        verbose_name = "utgave av planen"
        verbose_name_plural = "utgaver av planen"
        ordering = ["-gjelder_fra", "-pk"]

    def __str__(self) -> str:
        return f"{self.plan.tittel} fra {self.gjelder_fra:%d.%m.%Y}"


class Ordlydsendring(Bareleggtil):
    """One change of adopted wording. Only ever added: adopted text is never changed silently."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="ordlydsendringer")
    # None for what was changed before editions were kept.
    utgave = models.ForeignKey(Planutgave, on_delete=models.PROTECT, null=True, related_name="endringer")
    tiltak = models.ForeignKey(Tiltak, on_delete=models.SET_NULL, null=True, related_name="ordlydsendringer")
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
