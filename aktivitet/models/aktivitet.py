"""One happening in the calendar."""

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from ..flytting import Flyttinger
from ..tekst import rens_linje, rens_tekst
from .fast import FastAktivitet
from .lag import Lag
from .spoersmaal import AktivitetQuerySet
from .tid import KJENT_DAG, KORT_TID, TIDSFELTER, Lengde, Presisjon, dag_i_vaar_tid
from .tilstand import MedTilstand
from .typer import MOETETYPER, Aktivitetstype, Lenkesynlighet, Synlighet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

RETTES_INNEN = timedelta(hours=1)  # what is moved so soon after it was published, nobody has planned for

bare_nettadresser = URLValidator(schemes=["https", "http"], message="Skriv en nettadresse, for eksempel https://…")


class Aktivitet(MedTilstand):
    """One happening in the calendar.

    Whatever the precision, `foerste_dag` and `siste_dag` are the first and last day that it may touch (a month: the
    1st and the last), so that one query finds everything in a period. Clock times are Norwegian time. How far it has
    come, and the acts that bring it further, are in `tilstand.py`.
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
    maalgruppe = models.CharField("hvem det er for", max_length=200, blank=True)
    tilgjengelighet = models.CharField("tilgjengelighet på stedet", max_length=300, blank=True)
    nettlenke = models.URLField("lenke til møtet på nett", max_length=500, blank=True, validators=[bare_nettadresser])
    nettlenke_for = models.CharField(
        "hvem ser lenken", max_length=12, choices=Lenkesynlighet, default=Lenkesynlighet.INNLOGGEDE
    )
    paamelding = models.URLField("påmelding", max_length=500, blank=True, validators=[bare_nettadresser])
    paamelding_innen = models.DateField("påmelding innen", null=True, blank=True, validators=[dag_i_vaar_tid])
    # One paper on each line, its name and its address: see `papirer.py`.
    papirer = models.TextField("papirer", max_length=5_000, blank=True)
    kontakt = models.CharField("kontakt", max_length=100, blank=True, help_text="En rolle, ikke et navn.")
    kontakt_epost = models.EmailField("kontaktens e-post", blank=True)
    synlighet = models.CharField("hvem kan se", max_length=10, choices=Synlighet, default=Synlighet.OFFENTLIG)
    # The day that it stood on before it was moved: the calendar shows there where it went.
    flyttet_fra = models.DateField("flyttet fra", null=True, blank=True, editable=False, db_index=True)
    # What it is counted from: a deadline or a meeting ahead of another meeting.
    hoerer_til = models.ForeignKey(
        "self", verbose_name="hører til", on_delete=models.SET_NULL, null=True, blank=True, related_name="tilhoerende"
    )
    dager_foer = models.PositiveSmallIntegerField("dager før møtet", null=True, blank=True)
    moeteplan_aar = models.PositiveSmallIntegerField("i møteplanen for", null=True, blank=True, editable=False)
    serie = models.UUIDField("serie", null=True, blank=True, editable=False, db_index=True)
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
    lengde = models.SmallIntegerField("lengde", choices=Lengde, default=Lengde.KORT, editable=False)
    # Case-folded text to search in: SQLite's LIKE does not fold Å, Æ and Ø.
    soek = models.TextField(default="", blank=True, editable=False)

    objects: ClassVar[models.Manager["Aktivitet"]] = AktivitetQuerySet.as_manager()
    flyttinger = Flyttinger()  # what the last save moved along

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["foerste_dag", "fra_kl", "pk"]
        indexes = [
            models.Index(fields=["lengde", "foerste_dag", "siste_dag"], name="aktivitet_lengde_og_dager"),
            models.Index(fields=["foerste_dag"], name="aktivitet_foerste_dag"),
            models.Index(fields=["endret"], name="aktivitet_endret"),
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
            models.CheckConstraint(
                condition=Q(publisert__isnull=True) | Q(sendt_inn__isnull=True), name="aktivitet_bare_utkast_venter"
            ),
        ]

    def __str__(self) -> str:
        return self.tittel

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with what follows from the rest brought along: the search column, and how long it lasts."""
        deler = (self.tittel, self.sted, self.kommune, self.beskrivelse, self.maalgruppe)
        self.soek = "\n".join(deler).casefold()
        for felt in ("foerste_dag", "siste_dag"):  # Django takes a day in writing too
            setattr(self, felt, models.DateField().to_python(getattr(self, felt)))
        self.lengde = Lengde.LANG if (self.siste_dag - self.foerste_dag).days > KORT_TID else Lengde.KORT
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("aktivitet:aktivitet", args=[self.pk])

    def clean(self) -> None:
        """Clean every text; the calendar's own rules about time are in `forms.py`, by the field they concern."""
        for felt in ("tittel", "sted", "kommune", "maalgruppe", "tilgjengelighet", "kontakt"):
            setattr(self, felt, rens_linje(getattr(self, felt)))
        self.beskrivelse, self.papirer = rens_tekst(self.beskrivelse), rens_tekst(self.papirer)

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Ask none of the rules about time where one of its fields is wrong: that field has said what to do, and the
        rules could only add their technical names."""
        if exclude and not TIDSFELTER.isdisjoint(exclude):
            exclude = {*exclude, *TIDSFELTER}
        super().validate_constraints(exclude)

    @property
    def dag_er_kjent(self) -> bool:
        return self.presisjon in KJENT_DAG

    @property
    def bare_maaneden_er_kjent(self) -> bool:
        """Whether it is only known to be some time in its month or months: there it stands after all the rest."""
        return self.presisjon in (Presisjon.MAANED, Presisjon.MAANEDER)

    @property
    def hvor(self) -> str:
        """The place in words, with the municipality where the place does not name it."""
        if self.kommune.casefold() in self.sted.casefold():
            return self.sted
        return ", ".join(del_ for del_ in (self.sted, self.kommune) if del_)

    @property
    def lenken_er_for_alle(self) -> bool:
        """Whether anyone who sees it may see the link to the meeting on the net too."""
        return self.nettlenke_for == Lenkesynlighet.ALLE

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
            and self.lag.er_fylkeslag
            and self.opprettet_av_id is not None
            and self.opprettet_av_id == bruker.pk
        )

    def kan_publiseres_av(self, bruker: "Bruker | AnonymousUser") -> bool:
        """Tell whether this person may put it into the calendar: whoever may change it, unless the secretary wants to
        see first what that branch arranges."""
        return self.lag.publiserer_selv(bruker) and self.kan_redigeres_av(bruker)

    def meld_ferdig(self, av: "Bruker") -> None:
        """Set that it is published, or that it waits for the secretary where `av` may not. Saves nothing."""
        if self.er_utkast and self.kan_publiseres_av(av):
            self.publisert = timezone.now()
        elif self.er_utkast:
            self.sendt_inn = self.sendt_inn or timezone.now()

    @property
    def er_fylkeslagets_moete(self) -> bool:
        """Whether deadlines may hang from it: of a type in `MOETETYPER`, and arranged by the county branch."""
        return self.type in MOETETYPER and self.lag.er_fylkeslag

    @property
    def er_moete_som_teller(self) -> bool:
        """Whether deadlines hang from it as it stands: the same answer as `AktivitetQuerySet.moeter_som_teller`."""
        return self.dag_er_kjent and not (self.er_utkast or self.avlyst) and self.er_fylkeslagets_moete

    def merk_flytting(self, foer: "Aktivitet", naa: datetime) -> None:
        """Keep the day that it stood on, when it is moved away from it. `foer` is the stored row, `naa` the moment.

        A day that is put right within the hour after it was published, or after the day itself, was a slip and no
        move. Back on the day that it was moved from, it is not moved any more, whatever it was meanwhile. Nor is what
        becomes public: the public knew of no other day, and is not told where the board had it.
        """
        if self.er_offentlig and not foer.er_offentlig:
            self.flyttet_fra = None
            return
        if self.dag_er_kjent and self.foerste_dag == self.flyttet_fra:
            self.flyttet_fra = None
            return
        if foer.publisert is None or self.er_utkast or not foer.dag_er_kjent:
            return
        if self.dag_er_kjent and self.foerste_dag == foer.foerste_dag:
            return
        if naa - foer.publisert > RETTES_INNEN and foer.siste_dag >= timezone.localdate(naa):
            self.flyttet_fra = foer.foerste_dag
