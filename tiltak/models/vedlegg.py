"""Links and documents that belong to a measure: minutes, a leaflet, the page where something was published."""

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from ..filslag import FILSLAG
from ..kortnavn import kortnavn
from .termin import Termin
from .tiltak import Tiltak

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

HOEYST_PAA_ETT_TILTAK = 50
ER_LENKE = Q(innhold__isnull=True, filslag="", stoerrelse=0) & ~Q(lenke="")
ER_FIL = Q(innhold__isnull=False, lenke="", stoerrelse__gt=0) & ~Q(filslag="")


class VedleggQuerySet(models.QuerySet["Vedlegg"]):
    """Questions to the links and documents."""

    def uten_innhold(self) -> Self:
        """For lists: without the files themselves."""
        return self.defer("innhold")

    def gjeldende(self) -> Self:
        """Those that nobody has taken away."""
        return self.filter(fjernet__isnull=True)

    def lesbare_for(self, bruker: Any) -> Self:
        """Those of the measures that this person may read."""
        return self.filter(tiltak__in=Tiltak.objects.lesbare_for(bruker))


class Vedlegg(models.Model):
    """A name, and either a link or a file; for one termin, where it says so.

    The file lies in the database, so that a backup of it holds everything. One that is taken away is only marked: it
    is shown and served no more, and can be taken back.
    """

    tiltak = models.ForeignKey(Tiltak, on_delete=models.CASCADE, related_name="vedlegg")
    # Where a new deadline takes the termin away, the document stays with the measure.
    termin = models.ForeignKey(
        Termin, verbose_name="gjelder", on_delete=models.SET_NULL, null=True, blank=True, related_name="vedlegg"
    )
    navn = models.CharField("navn", max_length=200)
    lenke = models.CharField("lenke", max_length=2000, blank=True)
    innhold = models.BinaryField("fil", null=True, blank=True)
    filslag = models.CharField("filslag", max_length=4, blank=True)
    stoerrelse = models.PositiveIntegerField("bytes", default=0)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="lagt til av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("lagt til", default=timezone.now)
    fjernet = models.DateTimeField("fjernet", null=True, blank=True, editable=False)
    fjernet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = VedleggQuerySet.as_manager()

    class Meta:
        verbose_name = "lenke eller dokument"
        verbose_name_plural = "lenker og dokumenter"
        ordering = ["-tid", "-pk"]
        constraints = [
            models.CheckConstraint(condition=ER_LENKE | ER_FIL, name="vedlegg_lenke_eller_fil"),
        ]

    def __str__(self) -> str:
        return self.navn

    def get_absolute_url(self) -> str:
        return reverse("tiltak:vedlegg", args=[self.pk])

    @property
    def er_fil(self) -> bool:
        return bool(self.filslag)

    @property
    def slagets_navn(self) -> str:
        """What people call files of this kind."""
        slag = FILSLAG.get(self.filslag)
        return slag.navn if slag else self.filslag

    @property
    def innholdstype(self) -> str:
        """What the file is served as: of a kind that is not known here, as bytes and nothing else."""
        slag = FILSLAG.get(self.filslag)
        return slag.innholdstype if slag else "application/octet-stream"

    @property
    def filnavn(self) -> str:
        """The name that it is saved under: fit for a header, whatever stands in `navn`."""
        navn = kortnavn(self.navn.removesuffix(f".{self.filslag}")) or "vedlegg"
        return f"{navn}.{self.filslag if self.filslag in FILSLAG else 'bin'}"

    def fjern(self, av: "Bruker") -> bool:
        """Take it away. False when somebody has already: whoever did it first stays there."""
        return self._merk(er_fjernet=False, fjernet=timezone.now(), fjernet_av=av)

    def ta_tilbake(self) -> bool:
        """Show it again. False when it was not taken away."""
        return self._merk(er_fjernet=True, fjernet=None, fjernet_av=None)

    def _merk(self, *, er_fjernet: bool, **verdier: Any) -> bool:
        rader = Vedlegg.objects.filter(pk=self.pk, fjernet__isnull=not er_fjernet)
        if not rader.update(**verdier):
            return False
        for felt, verdi in verdier.items():
            setattr(self, felt, verdi)
        return True
