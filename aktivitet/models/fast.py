"""The fixed pattern of a year."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from ..tekst import rens_linje
from .typer import Aktivitetstype


class FastAktivitet(models.Model):
    """One line of the fixed yearly pattern: what is arranged in a month of every year, or of every other."""

    class Aarstype(models.TextChoices):
        BEGGE = "begge", "Hvert år"
        VALGAAR = "valgaar", "Valgår"
        STORTINGSVALGAAR = "stortingsvalgaar", "Stortingsvalgår"
        LOKALVALGAAR = "lokalvalgaar", "Kommune- og fylkestingsvalgår"
        MELLOMAAR = "mellomaar", "Mellomår"

    maaned = models.PositiveSmallIntegerField(
        "måned", validators=[MinValueValidator(1), MaxValueValidator(12)], help_text="1 for januar, 12 for desember."
    )
    aarstype = models.CharField("hvilke år", max_length=20, choices=Aarstype, default=Aarstype.BEGGE)
    tittel = models.CharField("tittel", max_length=200)
    type = models.CharField("type", max_length=30, choices=Aktivitetstype, default=Aktivitetstype.ANNET)
    fra_tekst = models.CharField(
        "ordene i planen", max_length=200, blank=True, help_text="Ruten i planens aktivitetstabell, slik den står der."
    )

    class Meta:
        verbose_name = "fast aktivitet"
        verbose_name_plural = "faste aktiviteter"
        ordering = ["maaned", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["maaned", "aarstype", "tittel"], name="fastaktivitet_unik"),
            models.CheckConstraint(condition=Q(maaned__range=(1, 12)), name="fastaktivitet_maaned"),
        ]

    def __str__(self) -> str:
        return self.tittel

    def clean(self) -> None:
        self.tittel, self.fra_tekst = rens_linje(self.tittel), rens_linje(self.fra_tekst)
