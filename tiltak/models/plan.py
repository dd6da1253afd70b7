"""The plan as adopted: its chapters, its goals for the period and in a tree, and its paragraphs."""

from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from aktivitet.models import Versjonert, dag_i_vaar_tid
from aktivitet.tekst import rens_linje, rens_tekst
from aktivitet.tid import dag_i_ord

# The words that stand where a plan's slug does in the addresses: no plan may be called so.
OPPTATTE_KORTNAVN = frozenset({"inn", "ny"})


class PlanQuerySet(models.QuerySet["Plan"]):
    """Questions to the plans."""

    def aapne(self) -> Self:
        """What anyone may read: adopted plans, also superseded ones, and a proposal that has been put out."""
        return self.filter(
            Q(status__in=[Plan.Status.VEDTATT, Plan.Status.AVLOEST]) | Q(status=Plan.Status.FORSLAG, lagt_ut=True)
        )

    def lesbare_for(self, bruker: Any) -> Self:
        """What this person may read: the open ones, and for whoever may see drafts all of them."""
        if bruker.is_authenticated and bruker.has_perm("tiltak.se_utkast"):
            return self.all()
        return self.aapne()

    def kan_revideres(self) -> Self:
        """What a document may be a new version of: any plan but the superseded ones and those that are one already."""
        return self.exclude(status=Plan.Status.AVLOEST).filter(revisjon_av__isnull=True)

    def avloeses_av(self, plan: "Plan") -> Self:
        """The adopted plans that share days with `plan`, and are superseded when it is adopted."""
        return self.filter(status=Plan.Status.VEDTATT, fra__lte=plan.til, til__gte=plan.fra).exclude(pk=plan.pk)

    def med_samme_periode(self, plan: "Plan") -> "Plan | None":
        """The adopted plan for the very days of `plan`, which may be a new version of it."""
        return self.filter(status=Plan.Status.VEDTATT, fra=plan.fra, til=plan.til).exclude(pk=plan.pk).first()

    def revisjoner(self) -> Self:
        """The utkast that are revised versions of a plan, and compared with it."""
        utkast = self.filter(status__in=[Plan.Status.UTKAST, Plan.Status.FORSLAG])
        return utkast.filter(revisjon_av__isnull=False, sammenlikning__isnull=False)

    def med_visjon(self) -> Self:
        """Annotate `visjon`, the first paragraph of the vision, or None."""
        avsnitt = Avsnitt.objects.filter(kapittel__plan=models.OuterRef("pk"), kapittel__slag=Kapittel.Slag.VISJON)
        foerste = avsnitt.order_by("kapittel__nr", "nr", "pk").values("tekst")[:1]
        return self.annotate(visjon=models.Subquery(foerste))

    def gjeldende(self, dag: date) -> "Plan | None":
        """The adopted plan whose period holds `dag`; else the adopted one that began last, else None."""
        vedtatte = self.filter(status=Plan.Status.VEDTATT)
        i_perioden = Q(fra__lte=dag, til__gte=dag)
        return vedtatte.order_by(models.Case(models.When(i_perioden, then=0), default=1), "-fra", "-pk").first()

    def for_perioden(self, fra: date, til: date) -> "Plan | None":
        """The adopted plan to report on for these days: in force on the last of them, else for most of them.

        One that has been superseded counts, since it was in force in its time; where both do, the newer one wins.
        """

        def rang(plan: Plan) -> tuple[bool, int, bool, date, int]:
            felles = (min(plan.til, til) - max(plan.fra, fra)).days
            return plan.fra <= til <= plan.til, felles, plan.status == Plan.Status.VEDTATT, plan.fra, plan.pk

        vedtatte = self.filter(status__in=[Plan.Status.VEDTATT, Plan.Status.AVLOEST], fra__lte=til, til__gte=fra)
        return max(vedtatte, key=rang, default=None)


class Plan(Versjonert):
    """One work plan: a title, a period, its chapters and goals, and how far it has come towards being adopted."""

    class Status(models.TextChoices):
        UTKAST = "utkast", "Utkast"
        FORSLAG = "forslag", "Forslag"
        VEDTATT = "vedtatt", "Vedtatt"
        AVLOEST = "avloest", "Avløst"

    tittel = models.CharField("tittel", max_length=200)
    undertittel = models.CharField("undertittel", max_length=200, blank=True)
    organisasjon = models.CharField("organisasjon", max_length=200, blank=True)
    slug = models.SlugField("kortnavn i adresser", unique=True, max_length=80)
    fra = models.DateField("første dag", validators=[dag_i_vaar_tid])
    til = models.DateField("siste dag", validators=[dag_i_vaar_tid])
    status = models.CharField("status", max_length=10, choices=Status, default=Status.UTKAST)
    lagt_ut = models.BooleanField("forslaget er lagt ut for alle", default=False)
    vedtatt_dag = models.DateField("vedtatt", null=True, blank=True, validators=[dag_i_vaar_tid])
    # A revised document is a draft of its own until it is confirmed; then it is worked into the plan that it revises.
    revisjon_av = models.ForeignKey(
        "self", verbose_name="revisjon av", on_delete=models.CASCADE, null=True, blank=True, related_name="revisjoner"
    )
    opprettet = models.DateTimeField("lagt inn", auto_now_add=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "plan"
        verbose_name_plural = "planer"
        ordering = ["-fra", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(til__gte=F("fra")), name="plan_slutt_etter_start")]

    def __str__(self) -> str:
        # Two plans may have the same title, the adopted one and the draft that is to take over.
        return self.tittel if self.status == self.Status.VEDTATT else f"{self.tittel} ({self.get_status_display()})"

    def clean(self) -> None:
        self.tittel, self.undertittel = rens_linje(self.tittel), rens_linje(self.undertittel)
        self.organisasjon = rens_linje(self.organisasjon)
        if self.fra and self.til and self.til < self.fra:
            raise ValidationError({"til": "Siste dag er før første dag."})
        if self.slug in OPPTATTE_KORTNAVN:
            raise ValidationError({"slug": "Kortnavnet er i bruk til noe annet. Velg et annet."})

    def get_absolute_url(self) -> str:
        return reverse("tiltak:en_plan", args=[self.slug])

    @property
    def er_vedtatt(self) -> bool:
        """Whether its wording is adopted, and therefore never changed without a reason in the log."""
        return self.status in (self.Status.VEDTATT, self.Status.AVLOEST)

    @property
    def aar(self) -> range:
        """The plan's years."""
        return range(self.fra.year, self.til.year + 1)

    def naermeste_aar(self, aar: int) -> int:
        """The one of the plan's years that is nearest to `aar`: that one itself, or the first, or the last."""
        return min(max(aar, self.fra.year), self.til.year)

    def tilstand_i_ord(self) -> str:
        """How far it has come: "Forslag til årsmøtet.", "Vedtatt 1. mars 2025. Sist endret 12. april 2026."

        One query for an adopted plan, and none for others. The subtitle is the document's own word for what it was
        before it was adopted.
        """
        if not self.er_vedtatt:
            navn = self.get_status_display()
            ledd = [self.undertittel] if self.undertittel.startswith(navn) else [navn, self.undertittel]
            return " ".join(f"{ett.rstrip('.')}." for ett in ledd if ett)
        setninger = ["Avløst."] if self.status == self.Status.AVLOEST else []
        setninger.append(f"Vedtatt {dag_i_ord(self.vedtatt_dag)}." if self.vedtatt_dag else "Vedtatt.")
        utgaver = list(self.utgaver.order_by("gjelder_fra", "pk").values_list("gjelder_fra", flat=True))
        if len(utgaver) > 1:
            setninger.append(f"Sist endret {dag_i_ord(utgaver[-1])}.")
        return " ".join(setninger)

    @transaction.atomic
    def bekreft(self, dag: date | None = None) -> None:
        """Adopt the plan as of `dag` (today when not given). Adopted plans that share days with it are superseded."""
        Plan.objects.avloeses_av(self).update(status=self.Status.AVLOEST, versjon=F("versjon") + 1)
        self.status, self.vedtatt_dag = self.Status.VEDTATT, dag or timezone.localdate()
        self.ta_versjon(self.versjon)
        self.save(update_fields=["status", "vedtatt_dag"])


class Kapittel(Versjonert):
    """A chapter with a heading: everything in the plan that is not a numbered goal."""

    class Slag(models.TextChoices):
        INNLEDNING = "innledning", "Innledning"
        VISJON = "visjon", "Visjon"
        PERIODEMAAL = "periodemaal", "Mål for perioden"
        MAAL = "maal", "Målene"
        AVSLUTNING = "avslutning", "Avslutning"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="kapitler")
    slag = models.CharField("slag", max_length=12, choices=Slag)
    nr = models.PositiveSmallIntegerField("plass")
    overskrift = models.CharField("overskrift", max_length=300, blank=True)
    linje = models.PositiveIntegerField("linje i margen", null=True, blank=True)

    class Meta:
        verbose_name = "kapittel"
        verbose_name_plural = "kapitler"
        ordering = ["plan", "nr", "pk"]

    def __str__(self) -> str:
        return self.overskrift or self.get_slag_display()

    def clean(self) -> None:
        self.overskrift = rens_linje(self.overskrift)


class Periodemaal(Versjonert):
    """One of the plan's overall goals for the period, with a target where the wording has one."""

    class Valg(models.TextChoices):
        STORTING = "stortingsvalg", "Stortingsvalget"
        FYLKESTING = "fylkestingsvalg", "Fylkestingsvalget"
        KOMMUNESTYRE = "kommunestyrevalg", "Kommunestyrevalget"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="periodemaal")
    nr = models.PositiveSmallIntegerField("plass")
    tekst = models.TextField("ordlyd", max_length=2000)
    linje = models.PositiveIntegerField("linje i margen", null=True, blank=True)
    antall = models.PositiveSmallIntegerField("antall representanter", null=True, blank=True)
    per_valgkrets = models.BooleanField("i hver valgkrets", default=False)
    valg = models.CharField("valg", max_length=20, choices=Valg, blank=True)
    valgaar = models.PositiveSmallIntegerField("valgår", null=True, blank=True)

    class Meta:
        verbose_name = "periodemål"
        verbose_name_plural = "periodemål"
        ordering = ["plan", "nr", "pk"]

    def __str__(self) -> str:
        return self.tekst

    def clean(self) -> None:
        self.tekst = rens_tekst(self.tekst)


class MedTidIPlanen(models.Model):
    """What comes into an adopted plan and goes out of it by decisions, and is kept when it is out.

    `innfoert` is the day on which it came, where that was later than the plan; `utgaatt` the first day without it.
    `fravaer` is the times that it was out and came in again: the first day without it, and the first with it, as text.
    """

    innfoert = models.DateField("i planen fra", null=True, blank=True, editable=False)
    utgaatt = models.DateField("ute av planen fra", null=True, blank=True, editable=False)

    fravaer = models.JSONField("har vært ute av planen", default=list, blank=True, editable=False)

    class Meta:
        abstract = True

    def sto_i_planen(self, fra: date, til: date) -> bool:
        """Whether the plan had it on some day from `fra` to `til`."""
        if (self.innfoert and self.innfoert > til) or (self.utgaatt and self.utgaatt <= fra):
            return False
        return not any(ute <= fra.isoformat() and til.isoformat() < inne for ute, inne in self.fravaer)

    def er_inne_igjen(self, dag: date | None) -> None:
        """Let it stand in the plan again from `dag` on; None when it should never have been out. Nothing is stored."""
        if dag and self.utgaatt and self.utgaatt < dag:
            self.fravaer = [*self.fravaer, [self.utgaatt.isoformat(), dag.isoformat()]]
        self.utgaatt = None


class MaalQuerySet(models.QuerySet["Maal"]):
    """Questions to the goals."""

    def gjeldende(self) -> Self:
        """Those that stand in the plan today."""
        return self.filter(utgaatt__isnull=True)


class Maal(MedTidIPlanen, Versjonert):
    """One numbered goal in the plan's tree (1, 1.1, 2.1.3). `nr` is its place in the plan, read from the top.

    One that was taken out of an adopted plan (`utgaatt`) is kept, since measures with a log may hang from it.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="maal")
    forelder = models.ForeignKey(
        "self", verbose_name="under", on_delete=models.RESTRICT, null=True, blank=True, related_name="undermaal"
    )
    nr = models.PositiveSmallIntegerField("plass")
    nummer = models.CharField("nummer", max_length=20, help_text="1, 1.1 eller 2.1.3")
    overskrift = models.CharField("overskrift", max_length=300)
    motto = models.CharField("motto", max_length=300, blank=True, help_text="Overskriften uten nummer under målet.")
    linje = models.PositiveIntegerField("linje i margen", null=True, blank=True)
    motto_linje = models.PositiveIntegerField("mottoets linje i margen", null=True, blank=True)
    tilsvarer = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="i_revisjonen"
    )

    objects = MaalQuerySet.as_manager()

    class Meta:
        verbose_name = "mål"
        verbose_name_plural = "mål"
        ordering = ["plan", "nr", "pk"]

    def __str__(self) -> str:
        return f"{self.nummer} {self.overskrift}"

    def clean(self) -> None:
        self.nummer, self.overskrift, self.motto = map(rens_linje, (self.nummer, self.overskrift, self.motto))

    @property
    def nivaa(self) -> int:
        """Depth in the tree: 1 for "2", 3 for "2.1.3"."""
        return self.nummer.count(".") + 1


class Avsnitt(Versjonert):
    """One paragraph or bullet of a chapter or a goal, with the margin's line numbers it had in the document."""

    kapittel = models.ForeignKey(Kapittel, on_delete=models.CASCADE, null=True, blank=True, related_name="avsnitt")
    maal = models.ForeignKey(
        Maal, verbose_name="mål", on_delete=models.CASCADE, null=True, blank=True, related_name="avsnitt"
    )
    nr = models.PositiveSmallIntegerField("plass")
    tekst = models.TextField("ordlyd", max_length=10_000)
    punkt = models.BooleanField("punkt i en liste", default=False)
    linje_fra = models.PositiveIntegerField("fra linje", null=True, blank=True)
    linje_til = models.PositiveIntegerField("til linje", null=True, blank=True)

    class Meta:
        verbose_name = "avsnitt"
        verbose_name_plural = "avsnitt"
        ordering = ["nr", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kapittel__isnull=True, maal__isnull=False) | Q(kapittel__isnull=False, maal__isnull=True),
                name="avsnitt_hoerer_til_ett_sted",
            ),
        ]

    def __str__(self) -> str:
        return self.tekst[:80]

    def clean(self) -> None:
        self.tekst = rens_tekst(self.tekst)


class Aktivitetsrad(Versjonert):
    """One month in the plan's own table of activities, as it is written. The working pattern is FastAktivitet."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="aktivitetsrader")
    nr = models.PositiveSmallIntegerField("plass")
    maaned = models.CharField("måned", max_length=30)
    valgaar = models.CharField("valgår", max_length=200, blank=True)
    mellomaar = models.CharField("mellomår", max_length=200, blank=True)

    class Meta:
        verbose_name = "rad i aktivitetsplanen"
        verbose_name_plural = "aktivitetsplanen"
        ordering = ["plan", "nr", "pk"]

    def __str__(self) -> str:
        return self.maaned

    def clean(self) -> None:
        self.maaned, self.valgaar, self.mellomaar = map(rens_linje, (self.maaned, self.valgaar, self.mellomaar))
