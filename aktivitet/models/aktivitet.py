"""One happening in the calendar."""

import uuid
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from ..flytting import Flyttinger
from ..tekst import rens_linje, rens_tekst
from .fast import FastAktivitet
from .lag import Lag
from .spoersmaal import AktivitetQuerySet
from .tid import KJENT_DAG, TIDSFELTER, Presisjon, dag_i_vaar_tid
from .typer import MOETETYPER, Aktivitetstype, Synlighet
from .versjon import EndretAvAndre, Versjonert

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


class Aktivitet(Versjonert):
    """One happening in the calendar.

    Whatever the precision, `foerste_dag` and `siste_dag` are the first and last day that it may touch (a month: the
    1st and the last), so that one query finds everything in a period. Clock times are Norwegian time.
    """

    Synlighet = Synlighet

    # The calendar's name for it in people's own calendars: never changed, never used again (RFC 5545, 3.8.4.7).
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    tittel = models.CharField("tittel", max_length=200)
    type = models.CharField("type", max_length=30, choices=Aktivitetstype, default=Aktivitetstype.MOETE)
    lag = models.ForeignKey(Lag, verbose_name="arrangør", on_delete=models.PROTECT, related_name="aktiviteter")
    presisjon = models.CharField("tiden er kjent som", max_length=12, choices=Presisjon, default=Presisjon.KLOKKESLETT)
    foerste_dag = models.DateField("første dag", validators=[dag_i_vaar_tid])
    siste_dag = models.DateField("siste dag", validators=[dag_i_vaar_tid])
    fra_kl = models.TimeField("fra kl.", null=True, blank=True)
    til_kl = models.TimeField("til kl.", null=True, blank=True)
    sted = models.CharField("sted", max_length=200, blank=True)
    kommune = models.CharField("kommune", max_length=60, blank=True)
    beskrivelse = models.TextField("beskrivelse", max_length=10_000, blank=True)
    synlighet = models.CharField("hvem kan se", max_length=10, choices=Synlighet, default=Synlighet.OFFENTLIG)
    publisert = models.DateTimeField("publisert", null=True, blank=True, help_text="Tomt: et utkast.")
    avlyst = models.BooleanField("avlyst", default=False)
    fast = models.ForeignKey(
        FastAktivitet, verbose_name="fra fast aktivitet", on_delete=models.SET_NULL, null=True, blank=True
    )
    fast_aar = models.PositiveSmallIntegerField("utkast for året", null=True, blank=True, editable=False)
    opprettet = models.DateTimeField("laget", auto_now_add=True)
    opprettet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="laget av",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    endret = models.DateTimeField("endret", auto_now=True)
    # Case-folded text to search in: SQLite's LIKE does not fold Å, Æ and Ø.
    soek = models.TextField(default="", blank=True, editable=False)

    objects: ClassVar[models.Manager["Aktivitet"]] = AktivitetQuerySet.as_manager()
    flyttinger = Flyttinger()  # what the last save moved along

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["foerste_dag", "fra_kl", "pk"]
        indexes = [
            models.Index(fields=["foerste_dag", "siste_dag"], name="aktivitet_dager"),
            models.Index(fields=["siste_dag"], name="aktivitet_siste_dag"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(siste_dag__gte=F("foerste_dag")), name="aktivitet_slutt_etter_start"),
            models.CheckConstraint(
                condition=Q(presisjon=Presisjon.KLOKKESLETT, fra_kl__isnull=False)
                | (~Q(presisjon=Presisjon.KLOKKESLETT) & Q(fra_kl__isnull=True, til_kl__isnull=True)),
                name="aktivitet_klokkeslett_bare_naar_kjent",
            ),
            models.UniqueConstraint(fields=["fast", "fast_aar"], name="aktivitet_ett_utkast_per_fast_og_aar"),
        ]

    def __str__(self) -> str:
        return self.tittel

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the search column brought along."""
        deler = (self.tittel, self.sted, self.kommune, self.beskrivelse)
        self.soek = "\n".join(deler).casefold()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("aktivitet:aktivitet", args=[self.pk])

    def clean(self) -> None:
        """Clean every text; the calendar's own rules about time are in `forms.py`, by the field they concern."""
        self.tittel, self.sted, self.kommune = (rens_linje(t) for t in (self.tittel, self.sted, self.kommune))
        self.beskrivelse = rens_tekst(self.beskrivelse)

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Ask none of the rules about time where one of its fields is wrong: that field has said what to do, and the
        rules could only add their technical names."""
        if exclude and not TIDSFELTER.isdisjoint(exclude):
            exclude = {*exclude, *TIDSFELTER}
        super().validate_constraints(exclude)

    @property
    def er_utkast(self) -> bool:
        return self.publisert is None

    @property
    def dag_er_kjent(self) -> bool:
        return self.presisjon in KJENT_DAG

    @property
    def hvor(self) -> str:
        """The place in words, with the municipality where the place does not name it."""
        if self.kommune.casefold() in self.sted.casefold():
            return self.sted
        return ", ".join(del_ for del_ in (self.sted, self.kommune) if del_)

    @property
    def er_offentlig(self) -> bool:
        """Whether anyone may see it: the same answer as `AktivitetQuerySet.offentlige`."""
        return not self.er_utkast and self.synlighet == self.Synlighet.OFFENTLIG

    def kan_redigeres_av(self, bruker: "Bruker | AnonymousUser") -> bool:
        """Tell whether this person may change it: the secretary any, a branch editor their own branch's, a board
        member those they made for the county branch. The meetings that deadlines hang from are the secretary's."""
        if not bruker.is_authenticated:
            return False
        if bruker.has_perm("aktivitet.rediger_alle"):
            return True
        if self.er_fylkeslagets_moete:
            return False
        if bruker.has_perm("aktivitet.rediger_eget_lag") and self.lag.redaktoerer.filter(pk=bruker.pk).exists():
            return True
        return (
            bruker.has_perm("aktivitet.lag_for_fylkeslaget")
            and self.lag.type == Lag.Type.FYLKESLAG
            and self.opprettet_av_id is not None
            and self.opprettet_av_id == bruker.pk
        )

    @property
    def er_fylkeslagets_moete(self) -> bool:
        """Whether deadlines may hang from it: of a type in `MOETETYPER`, and arranged by the county branch."""
        return self.type in MOETETYPER and self.lag.type == Lag.Type.FYLKESLAG

    @property
    def er_moete_som_teller(self) -> bool:
        """Whether deadlines hang from it as it stands: the same answer as `AktivitetQuerySet.moeter_som_teller`."""
        return self.dag_er_kjent and not (self.er_utkast or self.avlyst) and self.er_fylkeslagets_moete

    @transaction.atomic
    def lagre(self, versjon: int) -> None:
        """Save changes of somebody who read `versjon`. Raises EndretAvAndre when somebody else saved since."""
        self.ta_versjon(versjon)
        self.save()

    @transaction.atomic
    def publiser(self, versjon: int) -> None:
        """Publish: from now on it is in the calendar and in people's feeds."""
        self.publisert = self.publisert or timezone.now()
        self.lagre(versjon)

    @transaction.atomic
    def avlys(self, versjon: int, *, avlyst: bool = True) -> None:
        """Cancel it (or take the cancelling back). It stays in the calendar, shown as cancelled."""
        self.avlyst = avlyst
        self.lagre(versjon)

    @transaction.atomic
    def slett_utkast(self, versjon: int) -> None:
        """Take away a draft for good. What has been published is cancelled instead: people have it in their feeds.

        Raises EndretAvAndre when somebody saved since `versjon` was read, or has published it.
        """
        self.ta_versjon(versjon)
        if not self.er_utkast:
            raise EndretAvAndre(self)
        self.delete()
