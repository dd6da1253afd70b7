"""The document that a plan was read from, and its slips."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from .plan import Plan
from .termin import Termin
from .tiltak import Tiltak

DOBBEL_KODE = "kode-to-ganger"
# Said by the measure's deadline too, which stands in the secretary's list by itself until it is settled there.
SAGT_AV_FRISTEN = ("foer-perioden", "etter-perioden", "uten-gjennomfoering")


class Kildedokument(models.Model):
    """The file that a plan was read from, line by line: what is pointed out can be shown as it stands there."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="kilde")
    filnavn = models.CharField("filnavn", max_length=200, blank=True)
    slag = models.CharField("filslag", max_length=10)
    sha256 = models.CharField("SHA-256", max_length=64)
    linjer = models.JSONField("linjer", default=list)
    lest = models.DateTimeField("lest", auto_now_add=True)

    class Meta:
        verbose_name = "kildedokument"
        verbose_name_plural = "kildedokumenter"

    def __str__(self) -> str:
        return self.filnavn or f"{self.plan} ({self.slag})"


class MerknadQuerySet(models.QuerySet["Merknad"]):
    """Questions to the slips. A slip that something else says, or that has been mended, is in none of the answers."""

    def uavklarte(self) -> Self:
        return self.filter(avklart=False)

    def doble_koder(self) -> Self:
        """Codes that still stand twice."""
        lik = Tiltak.objects.gjeldende().filter(maal__plan=OuterRef("maal__plan"), kode__iexact=OuterRef("kode"))
        tiltaket = _tiltaket().filter(Exists(lik.exclude(pk=OuterRef("pk"))))
        return self.filter(Exists(tiltaket), hva=DOBBEL_KODE)

    def andre(self) -> Self:
        """All other slips, but for what the measure's own deadline says."""
        utenfor = Termin.objects.filter(tiltak=OuterRef("pk"), utenfor=True)
        svarer_selv = Q(frist__regel__isnull=True) | Q(frist__bekreftet=True) | Exists(utenfor)
        sagt = Q(hva__in=SAGT_AV_FRISTEN) & Exists(_tiltaket().filter(svarer_selv))
        return self.exclude(hva=DOBBEL_KODE).exclude(sagt)


def _tiltaket() -> models.QuerySet[Tiltak]:
    """The measure that stands on the line of the slip that the outer query is at."""
    return Tiltak.objects.gjeldende().filter(maal__plan=OuterRef("plan"), linje=OuterRef("linje"))


class Merknad(models.Model):
    """A slip in the document that the plan was read from. It is kept as written and pointed out to the secretary."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="merknader")
    linje = models.PositiveIntegerField("linje i dokumentet", null=True, blank=True)
    hva = models.CharField("hva", max_length=60)
    tekst = models.TextField("merknad")
    avklart = models.BooleanField("avklart", default=False)

    objects = MerknadQuerySet.as_manager()

    class Meta:
        verbose_name = "merknad til dokumentet"
        verbose_name_plural = "merknader til dokumentet"
        ordering = ["plan", "linje", "pk"]

    def __str__(self) -> str:
        return self.tekst

    def merk_avklart(self, avklart: bool = True) -> None:
        """Settle it, or take that back. Said twice it is still settled."""
        Merknad.objects.filter(pk=self.pk).update(avklart=avklart)
        self.avklart = avklart
