"""What the secretary writes in the annual report: an introduction, a text for each goal, a closing."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone

from aktivitet.models import EndretAvAndre, Versjonert

from .plan import Maal
from .rapport import FeilTilstand, Rapport
from .revisjon import Bareleggtil

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

EN_OEKT = timedelta(minutes=10)  # what one person saves within it is one piece of writing: its first state is kept


class Rapporttekst(Versjonert):
    """One text of a report. Each has its own version: two who write in different places never stop each other."""

    class Sted(models.TextChoices):
        INNLEDNING = "innledning", "Innledning"
        MAAL = "mal", "Mål"
        AVSLUTNING = "avslutning", "Avslutning"

    rapport = models.ForeignKey(Rapport, on_delete=models.PROTECT, related_name="tekster")
    sted = models.CharField("sted", max_length=20, choices=Sted)
    maal = models.ForeignKey(Maal, on_delete=models.PROTECT, null=True, blank=True, related_name="rapporttekster")
    tekst = models.TextField("tekst", max_length=20_000, blank=True)
    endret = models.DateTimeField("endret", auto_now=True)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="endret av", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = "tekst i en rapport"
        verbose_name_plural = "tekster i rapporter"
        ordering = ["rapport", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sted="mal", maal__isnull=False) | (~Q(sted="mal") & Q(maal__isnull=True)),
                name="rapporttekst_maal_har_maal",
            ),
            models.UniqueConstraint(
                fields=["rapport", "sted"], condition=Q(maal__isnull=True), name="rapporttekst_ett_sted"
            ),
            models.UniqueConstraint(
                fields=["rapport", "maal"], condition=Q(maal__isnull=False), name="rapporttekst_ett_maal"
            ),
        ]

    def __str__(self) -> str:
        return str(self.maal) if self.maal_id else self.get_sted_display()

    @property
    def felt(self) -> str:
        """What names its place in forms and addresses: "innledning", "mal-7"."""
        return f"{self.sted}-{self.maal_id}" if self.maal_id else str(self.sted)

    @transaction.atomic
    def skriv(self, tekst: str, *, av: "Bruker | None", versjon: int) -> None:
        """Save what somebody wrote who read `versjon`: 0 when nothing stood there. What stood before is kept as an
        earlier text, save what the same person wrote within the last minutes.

        Raises EndretAvAndre when somebody else has saved there since, and FeilTilstand when the report is no draft by
        now: the report is held meanwhile, so that nothing is written into what is being laid before the meeting.
        """
        rapport = Rapport.objects.laast().get(pk=self.rapport_id)
        if not rapport.er_utkast:
            raise FeilTilstand(f"Beretningen er «{rapport.get_tilstand_display()}».")
        if self.pk is None:
            self._skriv_foerste(tekst, av)
            return
        foer = Rapporttekst.objects.get(pk=self.pk)
        self.ta_versjon(versjon)
        ny_oekt = foer.av_id != (av.pk if av else None) or timezone.now() - foer.endret > EN_OEKT
        mye_borte = len(tekst) < len(foer.tekst) / 2
        if foer.tekst and foer.tekst != tekst and (ny_oekt or mye_borte):
            self.tidligere.create(tekst=foer.tekst, av=foer.av, tid=foer.endret)
        self.tekst, self.av = tekst, av
        self.save()

    @transaction.atomic
    def ta_tilbake(self, tidligere: "Tidligeretekst", *, av: "Bruker | None", versjon: int) -> None:
        """Let an earlier text stand again. The present one is kept, also when the same person has just written it.

        Raises EndretAvAndre as `skriv` does.
        """
        foer = Rapporttekst.objects.get(pk=self.pk)
        self.skriv(tidligere.tekst, av=av, versjon=versjon)
        if foer.tekst and not self.tidligere.filter(tekst=foer.tekst).exists():
            self.tidligere.create(tekst=foer.tekst, av=foer.av, tid=foer.endret)

    def _skriv_foerste(self, tekst: str, av: "Bruker | None") -> None:
        self.tekst, self.av = tekst, av
        try:
            with transaction.atomic():
                self.save(force_insert=True)
        except IntegrityError:
            sted: dict[str, Any] = {"rapport": self.rapport_id, "sted": self.sted, "maal": self.maal_id}
            naa = Rapporttekst.objects.filter(**{felt: verdi for felt, verdi in sted.items() if verdi}).first()
            if naa is None:
                raise
            raise EndretAvAndre(naa) from None


class Tidligeretekst(Bareleggtil):
    """What stood in a text of a report before it was written over. Only ever added."""

    rapporttekst = models.ForeignKey(Rapporttekst, on_delete=models.PROTECT, related_name="tidligere")
    tekst = models.TextField("tekst")
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="skrevet av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "tidligere tekst i en rapport"
        verbose_name_plural = "tidligere tekster i rapporter"
        ordering = ["-tid", "-pk"]

    def __str__(self) -> str:
        return f"{self.rapporttekst} {timezone.localtime(self.tid):%d.%m.%Y %H.%M}"
