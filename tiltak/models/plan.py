"""The plan as adopted: chapters, goals in a tree, measures, and what each deadline phrase was read as."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from aktivitet.models import EndretAvAndre, Versjonert, dag_i_vaar_tid
from aktivitet.tekst import rens_linje, rens_tekst

from ..frist.regel import Regel
from ..sitering import siterte_koder

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


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

    @transaction.atomic
    def bekreft(self, dag: date | None = None) -> None:
        """Adopt the plan as of `dag` (today when not given). Adopted plans that share days with it are superseded."""
        tidligere = Plan.objects.filter(status=self.Status.VEDTATT, fra__lte=self.til, til__gte=self.fra)
        tidligere.exclude(pk=self.pk).update(status=self.Status.AVLOEST, versjon=F("versjon") + 1)
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


class Maal(Versjonert):
    """One numbered goal in the plan's tree (1, 1.1, 2.1.3). `nr` is its place in the plan, read from the top."""

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


class TiltakQuerySet(models.QuerySet["Tiltak"]):
    """Questions to the measures."""

    def i_planens_rekkefoelge(self) -> Self:
        return self.order_by("maal__nr", "nr", "pk")

    def i_planen(self, plan: Plan) -> Self:
        return self.filter(maal__plan=plan)

    def lesbare_for(self, bruker: Any) -> Self:
        """The measures of the plans that this person may read."""
        return self.filter(maal__plan__in=Plan.objects.lesbare_for(bruker))

    def siterte_koder(self) -> dict[int, str]:
        """The code to cite each of these by, from key to code, in one query. Ask it of a whole plan's measures."""
        return siterte_koder(self.i_planens_rekkefoelge().values_list("pk", "kode"))


class Tiltak(Versjonert):
    """One measure under a goal. Its letter code is no key: the same code may stand twice in a plan."""

    maal = models.ForeignKey(Maal, verbose_name="mål", on_delete=models.CASCADE, related_name="tiltak")
    nr = models.PositiveSmallIntegerField("plass")
    kode = models.CharField("kode", max_length=20)
    tekst = models.TextField("ordlyd", max_length=5000)
    gjennomfoering = models.CharField(
        "gjennomføring", max_length=300, blank=True, help_text="Slik planen skriver det."
    )
    ansvarlig = models.CharField(
        "ansvarlig", max_length=200, blank=True, help_text="Et organ, aldri en person. Tomt der planen ikke sier det."
    )
    foelges_opp_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="følges opp av",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="foelger_opp",
        help_text="Vises bare for styret.",
    )
    linje = models.PositiveIntegerField("linje i dokumentet", null=True, blank=True)

    objects = TiltakQuerySet.as_manager()

    class Meta:
        verbose_name = "tiltak"
        verbose_name_plural = "tiltak"
        ordering = ["maal__nr", "nr", "pk"]

    def __str__(self) -> str:
        return f"{self.kode} {self.tekst}"

    def clean(self) -> None:
        self.kode, self.gjennomfoering, self.ansvarlig = map(
            rens_linje, (self.kode, self.gjennomfoering, self.ansvarlig)
        )
        self.tekst = rens_tekst(self.tekst)

    def get_absolute_url(self) -> str:
        return reverse("tiltak:ett_tiltak", args=[self.pk])

    @cached_property
    def sitert_kode(self) -> str:
        """The code to cite it by: "2.3d (1)" where 2.3d stands twice. A list of many sets it, to spare the query."""
        return Tiltak.objects.filter(maal__plan=self.maal.plan_id, kode=self.kode).siterte_koder()[self.pk]

    def foelg_opp(self, bruker: "Bruker", *, fra: int | None) -> None:
        """Let this person follow the measure up, in place of `fra`: the key of whoever did when the page was read.

        Raises EndretAvAndre when it is somebody else by now: nobody is replaced unknowingly.
        """
        self._sett_oppfoelger(bruker, fra)

    def slipp(self, bruker: "Bruker") -> None:
        """Let nobody follow it up any more. Raises EndretAvAndre when it is not this person who does."""
        self._sett_oppfoelger(None, bruker.pk)

    def _sett_oppfoelger(self, ny: "Bruker | None", fra: int | None) -> None:
        rader = Tiltak.objects.filter(Q(foelges_opp_av=fra) if fra else Q(foelges_opp_av__isnull=True), pk=self.pk)
        # A new version, so that whoever has the measure open for editing does not write the old name back.
        if not rader.update(foelges_opp_av=ny, versjon=F("versjon") + 1):
            raise EndretAvAndre(Tiltak.objects.select_related("foelges_opp_av").get(pk=self.pk))
        self.foelges_opp_av = ny


class Frist(Versjonert):
    """What a measure's "Gjennomføring" means: the rule read from the phrase, or the one that the secretary chose.

    `regel` is empty when the phrase was not understood: it stands in the secretary's list, and is never guessed.
    """

    tiltak = models.OneToOneField(Tiltak, on_delete=models.CASCADE, related_name="frist")
    regel = models.JSONField("regel", null=True, blank=True)
    bekreftet = models.BooleanField("bekreftet av sekretæren", default=False)

    class Meta:
        verbose_name = "frist"
        verbose_name_plural = "frister"

    def __str__(self) -> str:
        return self.tiltak.gjennomfoering

    @property
    def er_forstaatt(self) -> bool:
        return self.regel is not None

    def les_regel(self) -> Regel | None:
        """Give the rule as the deadline engine knows it, or None when the phrase was not understood."""
        return None if self.regel is None else Regel.from_dict(self.regel)


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


class Merknad(models.Model):
    """A slip in the document that the plan was read from. It is kept as written and pointed out to the secretary."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="merknader")
    linje = models.PositiveIntegerField("linje i dokumentet", null=True, blank=True)
    hva = models.CharField("hva", max_length=60)
    tekst = models.TextField("merknad")
    avklart = models.BooleanField("avklart", default=False)

    class Meta:
        verbose_name = "merknad til dokumentet"
        verbose_name_plural = "merknader til dokumentet"
        ordering = ["plan", "linje", "pk"]

    def __str__(self) -> str:
        return self.tekst
