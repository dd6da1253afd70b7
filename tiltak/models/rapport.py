"""The annual report: its days and meeting, and how it goes from draft to approved. What it says is built elsewhere."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError, models, transaction
from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils import timezone

from aktivitet.models import EndretAvAndre, Versjonert, dag_i_vaar_tid
from aktivitet.tekst import rens_linje
from aktivitet.tid import periode_i_ord

from .plan import Plan
from .rapporthandling import Rapporthandling, rapport_gikk_videre

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

    from .rapportutgave import Gjenaapning, Rapportutgave

AARENE = range(2000, 2100)  # the years that a report can be about


class FeilTilstand(Exception):
    """The report is not where this act can be done: somebody else has taken it further, or back."""


class RapportQuerySet(models.QuerySet["Rapport"]):
    """Questions to the reports."""

    def publiserte(self) -> Self:
        """Those that anyone may read."""
        return self.filter(publisert__isnull=False)

    def utkast(self) -> Self:
        """Those that are being written, for the first time or again."""
        return self.filter(tilstand=Rapport.Tilstand.UTKAST)

    def synlige_for(self, bruker: Any) -> Self:
        """Published ones for all; all of them for those who may see drafts."""
        if bruker.is_authenticated and bruker.has_perm("tiltak.se_rapportutkast"):
            return self.all()
        return self.publiserte()

    def laast(self) -> Self:
        """Held until the transaction ends, so that one act at a time is done to a report."""
        return self.select_for_update(no_key=True)


class Rapport(Versjonert):
    """The report from the county board to the annual meeting on one year's work.

    What people wrote in it is in Rapporttekst. Laid before the meeting, all that it says is frozen in a Rapportutgave;
    until then its figures are asked from the terminer each time.
    """

    class Tilstand(models.TextChoices):
        UTKAST = "utkast", "Utkast"
        LAGT_FRAM = "lagt_fram", "Lagt fram av fylkesstyret"
        GODKJENT = "godkjent", "Godkjent av årsmøtet"
        TIL_ETTERRETNING = "etterretning", "Tatt til etterretning av årsmøtet"

    VEDTATT = (Tilstand.GODKJENT, Tilstand.TIL_ETTERRETNING)

    aar = models.PositiveSmallIntegerField(
        "år", unique=True, validators=[MinValueValidator(AARENE[0]), MaxValueValidator(AARENE[-1])]
    )
    tittel = models.CharField("tittel", max_length=200, blank=True, help_text="Tomt gir «Beretning» og året.")
    fra = models.DateField("første dag", validators=[dag_i_vaar_tid])
    til = models.DateField("siste dag", validators=[dag_i_vaar_tid])
    moetedag = models.DateField("årsmøtets dag", null=True, blank=True, validators=[dag_i_vaar_tid])
    moetested = models.CharField("årsmøtets sted", max_length=200, blank=True)
    tilstand = models.CharField("tilstand", max_length=20, choices=Tilstand, default=Tilstand.UTKAST, editable=False)
    publisert = models.DateTimeField("publisert", null=True, blank=True)
    # Held from the first time it is laid before the meeting: a plan that takes over later has other measures.
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="rapporter"
    )
    endret = models.DateTimeField("endret", auto_now=True)

    objects = RapportQuerySet.as_manager()

    class Meta:
        verbose_name = "rapport"
        verbose_name_plural = "rapporter"
        ordering = ["-aar"]
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="rapport_slutt_etter_start"),
            models.CheckConstraint(
                condition=Q(tilstand="utkast") | Q(plan__isnull=False), name="rapport_lagt_fram_har_plan"
            ),
        ]

    def __str__(self) -> str:
        return self.overskrift

    def clean(self) -> None:
        self.tittel, self.moetested = rens_linje(self.tittel), rens_linje(self.moetested)
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

    @property
    def er_utkast(self) -> bool:
        """Whether it can be written in: what it says is not frozen."""
        return self.tilstand == self.Tilstand.UTKAST

    def finn_plan(self) -> Plan | None:
        """Give the plan that it reports on: the one it holds on to, else the adopted one for its period, if any."""
        return self.plan or Plan.objects.for_perioden(*self.periode)

    @classmethod
    def for_aaret(cls, aar: int) -> "Rapport":
        """Give the stored report of the year, or an unsaved one for the calendar year, not yet written."""
        lagret = cls.objects.select_related("plan").filter(aar=aar).first()
        return lagret or cls(aar=aar, fra=date(aar, 1, 1), til=date(aar, 12, 31))

    @transaction.atomic
    def lagre(self, versjon: int) -> None:
        """Save what somebody wrote who read `versjon`: 0 when there was no report of the year yet.

        Raises EndretAvAndre when somebody else has saved since, or made the year's report meanwhile, and FeilTilstand
        when it is no draft: what is laid before the meeting stands as it is.
        """
        if self.pk:
            self._finn(versjon, self.Tilstand.UTKAST)
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

    @transaction.atomic
    def legg_fram(self, innhold: str, dag: date, *, av: "Bruker | None", versjon: int) -> "Rapportutgave":
        """Lay it before the annual meeting on the board's decision of `dag`: what it says is frozen from now on.

        `innhold` is all that it says, as `rapport.frys` writes it; `rapport.framlegging` reads it while the report is
        held. Gives the edition. Raises FeilTilstand when it is no draft, ValueError when no adopted plan has a day in
        its period, EndretAvAndre as `lagre` does.
        """
        if self.pk is None:
            self.lagre(versjon)
            versjon = self.versjon
        naa = self._finn(versjon, self.Tilstand.UTKAST)
        plan = naa.finn_plan()
        if plan is None:
            raise ValueError("Ingen vedtatt plan gjelder i perioden: det er ingenting å legge fram.")
        utgave = self._gi_ut(self.Tilstand.LAGT_FRAM, innhold, dag, av)
        self._bli(versjon, Rapporthandling.LEGG_FRAM, av, tilstand=self.Tilstand.LAGT_FRAM, plan=plan)
        return utgave

    @transaction.atomic
    def vedta(self, tilstand: str, dag: date, *, av: "Bruker | None", versjon: int) -> "Rapportutgave":
        """Write down what the annual meeting of `dag` decided: GODKJENT or TIL_ETTERRETNING.

        Gives a new edition that says the same, with the decision on it. Raises FeilTilstand when it is not laid
        before the meeting, ValueError for a state that the meeting cannot give, EndretAvAndre as `lagre` does.
        """
        if tilstand not in self.VEDTATT:
            raise ValueError(f"Årsmøtet kan ikke gjøre en beretning til «{tilstand}».")
        self._finn(versjon, self.Tilstand.LAGT_FRAM)
        utgave = self._gi_ut(tilstand, self.siste_utgave().innhold, dag, av)
        self._bli(versjon, Rapporthandling.VEDTA, av, tilstand=tilstand)
        return utgave

    @transaction.atomic
    def aapne_igjen(self, grunn: str, *, av: "Bruker | None", versjon: int) -> "Gjenaapning":
        """Make it a draft again, for a reason that is kept with the edition. Those who may read it go on reading that
        edition until it is laid before the meeting anew.

        Raises FeilTilstand for a draft, ValueError without a reason, EndretAvAndre as `lagre` does.
        """
        if not grunn.strip():
            raise ValueError("En beretning åpnes ikke igjen uten grunn.")
        self._finn(versjon, self.Tilstand.LAGT_FRAM, *self.VEDTATT)
        gjenaapning: Gjenaapning = self.siste_utgave().gjenaapninger.create(grunn=grunn, av=av)
        self._bli(versjon, Rapporthandling.AAPNE_IGJEN, av, tilstand=self.Tilstand.UTKAST)
        return gjenaapning

    @transaction.atomic
    def publiser(self, versjon: int, *, av: "Bruker | None") -> None:
        """Let anyone read it, from the time that it is laid before the meeting. Raises FeilTilstand for what never
        was, EndretAvAndre as `lagre` does."""
        naa = self._finn(versjon, *self.Tilstand)
        if not naa.utgaver.exists():
            raise FeilTilstand("Beretningen er ikke lagt fram.")
        self._bli(versjon, Rapporthandling.PUBLISER, av, publisert=naa.publisert or timezone.now())

    @transaction.atomic
    def trekk_tilbake(self, versjon: int, *, av: "Bruker | None") -> None:
        """Let the board alone read it. Raises FeilTilstand for what is not stored, EndretAvAndre as `lagre` does."""
        self._finn(versjon, *self.Tilstand)
        self._bli(versjon, Rapporthandling.TREKK_TILBAKE, av, publisert=None)

    def siste_utgave(self) -> "Rapportutgave":
        """The edition that was issued last. Raises Rapportutgave.DoesNotExist when none was."""
        siste: Rapportutgave = self.utgaver.latest()
        return siste

    def _finn(self, versjon: int, *tilstander: str) -> "Rapport":
        """Give the report as it is stored, held until the act is done, if it stands as whoever acts saw it."""
        naa = Rapport.objects.laast().filter(pk=self.pk).first()
        if naa is None:
            raise FeilTilstand("Beretningen er ikke begynt på.")
        if naa.tilstand not in tilstander:
            raise FeilTilstand(f"Beretningen er «{naa.get_tilstand_display()}».")
        if naa.versjon != versjon:
            raise EndretAvAndre(naa)
        return naa

    def _bli(self, versjon: int, handling: Rapporthandling, av: "Bruker | None", **felter: Any) -> None:
        """Save what an act makes of it, and nothing else, and tell of it: the last thing that the act does."""
        Rapport.objects.filter(pk=self.pk).update(**felter, versjon=versjon + 1, endret=timezone.now())
        self.refresh_from_db()
        rapport_gikk_videre.send(sender=Rapport, rapport=self, handling=handling, av=av)

    def _gi_ut(self, tilstand: str, innhold: str, dag: date, av: "Bruker | None") -> "Rapportutgave":
        siste = self.utgaver.aggregate(nr=Max("nr"))["nr"] or 0
        utgave: Rapportutgave = self.utgaver.create(nr=siste + 1, tilstand=tilstand, dag=dag, innhold=innhold, av=av)
        return utgave
