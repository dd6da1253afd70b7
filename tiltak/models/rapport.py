"""The annual report's own words and days. Its figures are asked from the terminer each time."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from aktivitet.models import EndretAvAndre, Versjonert, dag_i_vaar_tid
from aktivitet.tekst import rens_linje, rens_tekst
from aktivitet.tid import periode_i_ord

from .plan import Plan


class RapportQuerySet(models.QuerySet["Rapport"]):
    """Questions to the reports."""

    def synlige_for(self, bruker: Any) -> "RapportQuerySet":
        """Published ones for all; drafts for those who may see drafts."""
        if bruker.is_authenticated and bruker.has_perm("tiltak.se_rapportutkast"):
            return self.all()
        return self.filter(publisert__isnull=False)


class Rapport(Versjonert):
    """The report from the county board to the annual meeting on one year's work."""

    aar = models.PositiveSmallIntegerField(
        "år", unique=True, validators=[MinValueValidator(2000), MaxValueValidator(2099)]
    )
    tittel = models.CharField("tittel", max_length=200, blank=True, help_text="Tomt gir «Beretning» og året.")
    fra = models.DateField("første dag", validators=[dag_i_vaar_tid])
    til = models.DateField("siste dag", validators=[dag_i_vaar_tid])
    innledning = models.TextField("innledning", max_length=20_000, blank=True)
    moetedag = models.DateField("årsmøtets dag", null=True, blank=True, validators=[dag_i_vaar_tid])
    moetested = models.CharField("årsmøtets sted", max_length=200, blank=True)
    publisert = models.DateTimeField("publisert", null=True, blank=True)
    # Held from the first time it is published: a plan that takes over later has other measures, and other figures.
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="rapporter"
    )
    endret = models.DateTimeField("endret", auto_now=True)

    objects = RapportQuerySet.as_manager()

    class Meta:
        verbose_name = "rapport"
        verbose_name_plural = "rapporter"
        ordering = ["-aar"]
        constraints = [models.CheckConstraint(condition=Q(til__gte=F("fra")), name="rapport_slutt_etter_start")]

    def __str__(self) -> str:
        return self.overskrift

    def clean(self) -> None:
        self.tittel, self.moetested = rens_linje(self.tittel), rens_linje(self.moetested)
        self.innledning = rens_tekst(self.innledning)
        if self.fra and self.til and self.til < self.fra:
            raise ValidationError({"til": "Siste dag er før første dag."})

    def get_absolute_url(self) -> str:
        return reverse("tiltak:rapport", args=[self.aar])

    @property
    def overskrift(self) -> str:
        """The title that stands on the report."""
        return self.tittel or f"Beretning {self.aar}"

    @property
    def periode(self) -> tuple[date, date]:
        """The report's own first and last day."""
        return self.fra, self.til

    @property
    def dagene(self) -> str:
        """Say the period: "1. januar–31. desember 2025"."""
        return periode_i_ord(self.fra, self.til)

    def finn_plan(self) -> Plan | None:
        """Give the plan that it reports on: the one it holds on to, else the adopted one for its period, if any."""
        return self.plan or Plan.objects.for_perioden(*self.periode)

    @classmethod
    def for_aaret(cls, aar: int) -> "Rapport":
        """Give the stored report of the year, or an unsaved one for the calendar year, not yet written."""
        lagret = cls.objects.filter(aar=aar).first()
        return lagret or cls(aar=aar, fra=date(aar, 1, 1), til=date(aar, 12, 31))

    @transaction.atomic
    def lagre(self, versjon: int) -> None:
        """Save what somebody wrote who read `versjon`: 0 when there was no report of the year yet.

        Raises EndretAvAndre when somebody else has saved since, or made the year's report meanwhile.
        """
        if self.pk:
            self.ta_versjon(versjon)
            self.save()
            return
        try:
            with transaction.atomic():
                self.save(force_insert=True)
        except IntegrityError:
            naa = Rapport.objects.filter(aar=self.aar).first()
            if naa is None:
                raise
            raise EndretAvAndre(naa) from None

    def publiser(self, versjon: int) -> None:
        """Publish: from now on anyone can read it, and it holds on to its plan. Raises EndretAvAndre as `lagre`."""
        self.plan = self.finn_plan()
        self.publisert = self.publisert or timezone.now()
        self.lagre(versjon)

    def trekk_tilbake(self, versjon: int) -> None:
        """Make it a draft again, which only the board sees. Raises EndretAvAndre as `lagre` does."""
        self.publisert = None
        self.lagre(versjon)
