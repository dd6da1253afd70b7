"""What the elections gave, beside the goals for the period that name them, and the log of who wrote it when."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction

from aktivitet.alfabet import norsk_rekkefoelge
from aktivitet.models import Versjonert
from aktivitet.tekst import rens_linje

from .plan import Periodemaal, Plan
from .revisjon import Bareleggtil

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


class ValgresultatQuerySet(models.QuerySet["Valgresultat"]):
    """Questions to the results, and the act of writing one down."""

    def kjente_kretser(self, valg: str) -> list[str]:
        """The constituencies that somebody has written for this kind of election, in Norwegian order."""
        navn = self.filter(periodemaal__valg=valg).exclude(krets="").values_list("krets", flat=True)
        return sorted(set(navn), key=norsk_rekkefoelge)

    @transaction.atomic
    def foer(self, maal: Periodemaal, resultater: Mapping[str, int], *, av: "Bruker | None", versjon: int) -> None:
        """Write down what the election gave, from constituency ("" for all) to seats, in place of what stood there.

        `versjon` is the goal's when it was read. Raises EndretAvAndre when somebody has saved since. Nothing at all
        takes the result away. A result is a fact and no adopted wording: who wrote it when is kept, and no more.
        """
        maal.ta_versjon(versjon)
        self.filter(periodemaal=maal).delete()
        Valgresultat.objects.bulk_create(
            Valgresultat(periodemaal=maal, krets=krets, antall=antall) for krets, antall in resultater.items()
        )
        Resultatfoering.objects.create(
            plan=maal.plan,
            periodemaal=maal,
            hva=maal.tekst,
            innhold=", ".join(f"{krets}: {antall}" if krets else f"{antall}" for krets, antall in resultater.items()),
            av=av,
        )


class Valgresultat(Versjonert):
    """What an election gave, beside the goal for the period that names it: seats, in all or in one constituency."""

    periodemaal = models.ForeignKey(Periodemaal, on_delete=models.CASCADE, related_name="resultater")
    krets = models.CharField("valgkrets", max_length=60, blank=True)
    antall = models.PositiveSmallIntegerField("antall representanter")

    objects = ValgresultatQuerySet.as_manager()

    class Meta:
        verbose_name = "valgresultat"
        verbose_name_plural = "valgresultater"
        ordering = ["periodemaal", "krets", "pk"]
        constraints = [models.UniqueConstraint(fields=["periodemaal", "krets"], name="valgresultat_ett_per_krets")]

    def __str__(self) -> str:
        return f"{self.krets or self.periodemaal}: {self.antall}"

    def clean(self) -> None:
        self.krets = rens_linje(self.krets)


class Resultatfoering(Bareleggtil):
    """One line of the results' log: what somebody wrote down, "" where they took it away. It outlives its goal."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="resultatfoeringer")
    periodemaal = models.ForeignKey(Periodemaal, on_delete=models.SET_NULL, null=True, related_name="foeringer")
    hva = models.TextField("periodemålet", max_length=2000)
    innhold = models.TextField("resultatet", blank=True)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="ført av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("ført", auto_now_add=True)

    class Meta:
        verbose_name = "ført valgresultat"
        verbose_name_plural = "førte valgresultater"
        ordering = ["-tid", "-pk"]

    def __str__(self) -> str:
        return f"{self.hva}: {self.innhold or 'fjernet'}"
