"""The measures of a plan, and what each deadline phrase was read as."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from aktivitet.models import EndretAvAndre, Versjonert
from aktivitet.tekst import rens_linje, rens_tekst

from ..frist.regel import Regel
from ..sitering import siterte_koder
from .plan import Maal, MedTidIPlanen, Plan

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


class TiltakQuerySet(models.QuerySet["Tiltak"]):
    """Questions to the measures."""

    def i_planens_rekkefoelge(self) -> Self:
        return self.order_by("maal__nr", "nr", "pk")

    def i_planen(self, plan: Plan) -> Self:
        return self.filter(maal__plan=plan)

    def gjeldende(self) -> Self:
        """Those that stand in the plan today: none that was dropped, or went into another."""
        return self.filter(utgaatt__isnull=True)

    def ikke_forstaatt(self) -> Self:
        """Those in the plan whose phrase was not understood, and that nobody has set a deadline for."""
        return self.gjeldende().filter(frist__regel__isnull=True)

    def til_bekreftelse(self) -> Self:
        """Those in the plan whose phrase was interpreted, or gives nothing to do, and nobody has said yes to it."""
        tolket = Q(terminer__til_bekreftelse=True)
        tomt = Q(terminer__isnull=True, frist__regel__isnull=False, frist__bekreftet=False)
        return self.gjeldende().filter(tolket | tomt).distinct()

    def lesbare_for(self, bruker: Any) -> Self:
        """The measures of the plans that this person may read."""
        return self.filter(maal__plan__in=Plan.objects.lesbare_for(bruker))

    def i_vedtatte_planer(self) -> Self:
        """Those of plans that are adopted, or were: what is done for a measure belongs to these alone."""
        return self.filter(maal__plan__status__in=[Plan.Status.VEDTATT, Plan.Status.AVLOEST])

    def overta(self, ny: "Bruker", *, fra: "Bruker") -> int:
        """Let `ny` follow up what `fra` follows today, and give how many. What belongs to a plan that another one has
        taken over from, or was dropped, stays as it was."""
        foelges = self.gjeldende().filter(foelges_opp_av=fra).exclude(maal__plan__status=Plan.Status.AVLOEST)
        # A new version of each, as when one of them changes hands: see `Tiltak.foelg_opp`.
        return self.filter(pk__in=foelges.values("pk")).update(foelges_opp_av=ny, versjon=F("versjon") + 1)

    def siterte_koder(self) -> dict[int, str]:
        """The code to cite each of these by, from key to code, in one query. Ask it of a whole plan's measures."""
        return siterte_koder(self.i_planens_rekkefoelge().only("kode", "utgaatt"))


class Tiltak(MedTidIPlanen, Versjonert):
    """One measure under a goal. Its letter code is no key: the same code may stand twice in a plan.

    One that was dropped from an adopted plan keeps what was reported on it, and `gaatt_inn_i` is the measure that it
    became part of, if any. `delt_fra` is the one that it was split from. `tilsvarer` is for a measure in a draft that
    revises a plan: the one there that it goes on from.
    """

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
    gaatt_inn_i = models.ForeignKey(
        "self", on_delete=models.RESTRICT, null=True, blank=True, editable=False, related_name="samlet_fra"
    )
    delt_fra = models.ForeignKey(
        "self", on_delete=models.RESTRICT, null=True, blank=True, editable=False, related_name="delt_i"
    )
    tilsvarer = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="i_revisjonen"
    )

    objects = TiltakQuerySet.as_manager()

    class Meta:
        verbose_name = "tiltak"
        verbose_name_plural = "tiltak"
        ordering = ["maal__nr", "nr", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gaatt_inn_i__isnull=True) | Q(utgaatt__isnull=False), name="tiltak_samlet_er_utgaatt"
            ),
        ]

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

    def foelges_av(self, bruker: Any) -> bool:
        """Whether this is who follows it up. Costs no query."""
        return self.foelges_opp_av_id is not None and self.foelges_opp_av_id == bruker.pk

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
    `gjelder_fra` is the day on which these words were adopted, where that was after the plan was: what was due before
    stays as it was.
    """

    tiltak = models.OneToOneField(Tiltak, on_delete=models.CASCADE, related_name="frist")
    regel = models.JSONField("regel", null=True, blank=True)
    bekreftet = models.BooleanField("bekreftet av sekretæren", default=False)
    gjelder_fra = models.DateField("gjelder fra", null=True, blank=True, editable=False)

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
