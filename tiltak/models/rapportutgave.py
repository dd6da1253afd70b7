"""The issued versions of an annual report: what each of them says, frozen, with the checksum that proves it."""

from hashlib import sha256
from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse

from aktivitet.models import dag_i_vaar_tid

from .rapport import Rapport
from .revisjon import Bareleggtil


class RapportutgaveQuerySet(models.QuerySet["Rapportutgave"]):
    """Questions to the editions."""

    def lesbare_for(self, bruker: Any) -> Self:
        """All of them for those who may see drafts. For all others the one in force of each published report, which is
        the one that was issued last: an earlier one was opened again for a reason, and that may be that it said what
        nobody outside the board should read."""
        if bruker.is_authenticated and bruker.has_perm("tiltak.se_rapportutkast"):
            return self.all()
        siste = Rapportutgave.objects.filter(rapport=OuterRef("rapport")).order_by("-nr").values("nr")[:1]
        return self.filter(rapport__publisert__isnull=False, nr=Subquery(siste))

    def uten_innhold(self) -> Self:
        """For lists: without the whole report in every row."""
        return self.defer("innhold")

    def delete(self) -> NoReturn:
        """Raises TypeError: what has been issued stays."""
        raise TypeError("En utgave slettes ikke.")


class Rapportutgave(Bareleggtil):
    """A report as it was issued: laid before the annual meeting, or with the meeting's decision on it.

    `innhold` is all that it says, as `rapport.frys` writes it: the very bytes that `sjekksum` (SHA-256, in hex) is of.
    `dag` is the day of the board's decision, or of the meeting's.
    """

    rapport = models.ForeignKey(Rapport, on_delete=models.PROTECT, related_name="utgaver")
    nr = models.PositiveSmallIntegerField("nummer")
    tilstand = models.CharField("tilstand", max_length=20, choices=Rapport.Tilstand)
    dag = models.DateField("dag", validators=[dag_i_vaar_tid])
    innhold = models.TextField("beretningen")
    sjekksum = models.CharField("sjekksum", max_length=64)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="ført av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("gitt ut", auto_now_add=True)

    objects = RapportutgaveQuerySet.as_manager()

    class Meta:
        verbose_name = "utgave av en rapport"
        verbose_name_plural = "utgaver av rapporter"
        ordering = ["-nr"]
        get_latest_by = "nr"
        constraints = [
            models.UniqueConstraint(fields=["rapport", "nr"], name="rapportutgave_ett_nummer"),
            models.CheckConstraint(condition=Q(nr__gte=1), name="rapportutgave_nummer_fra_en"),
            models.CheckConstraint(condition=~Q(tilstand="utkast"), name="rapportutgave_er_ikke_utkast"),
        ]

    def __str__(self) -> str:
        return f"{self.rapport}, utgave {self.nr}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the edition, with its checksum. Raises TypeError for one that is stored already."""
        self.sjekksum = sjekksum_av(self.innhold)
        super().save(*args, **kwargs)

    @property
    def er_hel(self) -> bool:
        """Whether it says what it said when it was issued."""
        return sjekksum_av(self.innhold) == self.sjekksum

    def er_for_alle(self) -> bool:
        """Whether anyone may read it, as `lesbare_for` says. One query, where the report is published."""
        return self.rapport.publisert is not None and not self.rapport.utgaver.filter(nr__gt=self.nr).exists()

    def get_absolute_url(self) -> str:
        return reverse("tiltak:rapportutgave", args=[self.rapport.aar, self.nr])


def sjekksum_av(innhold: str) -> str:
    """The SHA-256 of the text as UTF-8, in hex: what `sha256sum` says of the file."""
    return sha256(innhold.encode()).hexdigest()


class Gjenaapning(Bareleggtil):
    """That a report was opened again after an edition of it, and why. Only ever added."""

    utgave = models.ForeignKey(Rapportutgave, on_delete=models.PROTECT, related_name="gjenaapninger")
    grunn = models.TextField("hvorfor", max_length=1000)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("når", auto_now_add=True)

    class Meta:
        verbose_name = "gjenåpning av en rapport"
        verbose_name_plural = "gjenåpninger av rapporter"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(grunn=""), name="gjenaapning_har_grunn")]

    def __str__(self) -> str:
        return f"{self.utgave}: {self.grunn}"
