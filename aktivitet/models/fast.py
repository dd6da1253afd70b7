"""The fixed pattern of a year."""

from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from ..kalender import MAANEDSNAVN, er_lokalvalgaar, er_stortingsvalgaar
from ..tekst import rens_linje
from .typer import Aktivitetstype


class Aarstype(models.TextChoices):
    """Which years a line of the pattern is for."""

    BEGGE = "begge", "Hvert år"
    VALGAAR = "valgaar", "Valgår"
    STORTINGSVALGAAR = "stortingsvalgaar", "Stortingsvalgår"
    LOKALVALGAAR = "lokalvalgaar", "Kommune- og fylkestingsvalgår"
    MELLOMAAR = "mellomaar", "Mellomår"

    @classmethod
    def i_aaret(cls, aar: int) -> "Aarstype":
        """The year's own kind, told as finely as the pattern can: 2027 is a year of local elections."""
        if er_stortingsvalgaar(aar):
            return cls.STORTINGSVALGAAR
        return cls.LOKALVALGAAR if er_lokalvalgaar(aar) else cls.MELLOMAAR

    @property
    def slag(self) -> frozenset["Aarstype"]:
        """The kinds of year that it counts in, each told as finely as `i_aaret` does: an election year is of either
        kind. Two lines overlap when these do."""
        valgaar = frozenset({Aarstype.STORTINGSVALGAAR, Aarstype.LOKALVALGAAR})
        flere = {Aarstype.BEGGE: valgaar | {Aarstype.MELLOMAAR}, Aarstype.VALGAAR: valgaar}
        return flere.get(self, frozenset({self}))


class FastAktivitetQuerySet(models.QuerySet["FastAktivitet"]):
    """Questions to the pattern."""

    def for_aaret(self, aar: int) -> Self:
        """The lines that count for the year `aar`."""
        slag = Aarstype.i_aaret(aar)
        return self.filter(aarstype__in=[aarstype for aarstype in Aarstype if slag in aarstype.slag])


class FastAktivitet(models.Model):
    """One line of the fixed yearly pattern: what is arranged in a month of every year, or of every other."""

    Aarstype = Aarstype

    maaned = models.PositiveSmallIntegerField(
        "måned", validators=[MinValueValidator(1), MaxValueValidator(12)], help_text="1 for januar, 12 for desember."
    )
    aarstype = models.CharField(
        "hvilke år",
        max_length=20,
        choices=Aarstype,
        default=Aarstype.BEGGE,
        help_text="«Valgår» gjelder begge slags valg. Velg ett av dem når det skjer bare da.",
    )
    tittel = models.CharField("tittel", max_length=200)
    type = models.CharField("type", max_length=30, choices=Aktivitetstype, default=Aktivitetstype.ANNET)
    fra_tekst = models.CharField(
        "ordene i planen", max_length=200, blank=True, help_text="Ruten i planens aktivitetstabell, slik den står der."
    )

    objects = FastAktivitetQuerySet.as_manager()

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
        """Clean the texts, and refuse a second line of the same title for one month of one year: it would make two
        drafts of the same thing. Titles are compared here, for the database does not fold Å."""
        self.tittel, self.fra_tekst = rens_linje(self.tittel), rens_linje(self.fra_tekst)
        if self.maaned is None or self.aarstype not in Aarstype:
            return  # the field has said what is wrong
        for andre in FastAktivitet.objects.filter(maaned=self.maaned).exclude(pk=self.pk):
            if andre.tittel.casefold() == self.tittel.casefold() and not andre.slag.isdisjoint(self.slag):
                maaneden = MAANEDSNAVN[self.maaned - 1]
                hvilke = andre.get_aarstype_display().lower()
                raad = "Velg andre år, eller endre den som står der."
                raise ValidationError({"aarstype": f"«{andre}» står i {maaneden} fra før, for {hvilke}. {raad}"})

    @property
    def slag(self) -> frozenset[str]:
        """The kinds of year that it counts in: see `Aarstype.slag`."""
        return Aarstype(self.aarstype).slag


class Utelatt(models.Model):
    """A line of the pattern that is left out of one year, since its draft was deleted or the secretary said so: it is
    made again only when somebody asks for just that."""

    fast = models.ForeignKey(
        FastAktivitet, verbose_name="fast aktivitet", on_delete=models.CASCADE, related_name="utelatt"
    )
    aar = models.PositiveSmallIntegerField("år")

    class Meta:
        verbose_name = "utelatt fast aktivitet"
        verbose_name_plural = "utelatte faste aktiviteter"
        constraints = [models.UniqueConstraint(fields=["fast", "aar"], name="utelatt_en_gang_per_aar")]

    def __str__(self) -> str:
        return f"{self.fast}, ikke i {self.aar}"
