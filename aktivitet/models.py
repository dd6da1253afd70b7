"""The calendar's tables: who arranges, what happens, and the fixed pattern of a year."""

import uuid
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from .flytting import Flyttinger
from .tekst import rens_linje, rens_tekst

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

FOERSTE_DAG = date(2000, 1, 1)
SISTE_DAG = date(2099, 12, 31)


def dag_i_vaar_tid(dag: date) -> None:
    """Refuse days that no calendar here is about (9999 is a slip of the finger, and breaks date arithmetic)."""
    if not FOERSTE_DAG <= dag <= SISTE_DAG:
        raise ValidationError("Skriv en dag mellom 2000 og 2099.")


class EndretAvAndre(Exception):
    """Somebody saved the same thing since it was read. Carries what is stored now, so that both texts can be shown."""

    def __init__(self, naa: models.Model):
        super().__init__(f"{naa} er endret av andre")
        self.naa = naa


class Versjonert(models.Model):
    """Something that two people may have open at once: the second one's save is refused, not the first one's lost."""

    versjon = models.PositiveIntegerField("versjon", default=1, editable=False)

    class Meta:
        abstract = True

    def ta_versjon(self, versjon: int) -> None:
        """Claim the next version, inside the transaction that saves.

        `versjon` is the one that the person read. Raises EndretAvAndre when another one is stored by now.
        """
        rader = type(self)._default_manager.filter(pk=self.pk, versjon=versjon)
        if not rader.update(versjon=F("versjon") + 1):
            raise EndretAvAndre(type(self)._default_manager.get(pk=self.pk))
        self.versjon = versjon + 1


class LagQuerySet(models.QuerySet["Lag"]):
    """Questions about the organisers."""

    def valgbare_for(self, bruker: Any) -> Self:
        """Those that this person may arrange for: the secretary all, an editor their own, the board the county's."""
        if bruker.has_perm("aktivitet.rediger_alle"):
            return self.all()
        valgbare = Q(pk__in=[])
        if bruker.has_perm("aktivitet.rediger_eget_lag"):
            valgbare |= Q(pk__in=Lag.objects.filter(redaktoerer=bruker))
        if bruker.has_perm("aktivitet.lag_for_fylkeslaget"):
            valgbare |= Q(type=Lag.Type.FYLKESLAG)
        return self.filter(valgbare)


class Lag(models.Model):
    """An organiser: the county branch itself, a local branch, a network, the youth party."""

    class Type(models.TextChoices):
        FYLKESLAG = "fylkeslag", "Fylkeslag"
        LOKALLAG = "lokallag", "Lokallag"
        NETTVERK = "nettverk", "Nettverk"
        UNGDOM = "ungdom", "Ungdomsparti"

    navn = models.CharField("navn", max_length=100, unique=True)
    slug = models.SlugField("kortnavn i adresser", unique=True)
    type = models.CharField("type", max_length=20, choices=Type, default=Type.LOKALLAG)
    kommune = models.CharField("kommune", max_length=60, blank=True)
    redaktoerer = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="redaktører", blank=True, related_name="redigerer_lag"
    )

    objects = LagQuerySet.as_manager()
    flyttinger = Flyttinger()  # what the last save moved along

    class Meta:
        verbose_name = "lag"
        verbose_name_plural = "lag"
        ordering = ["navn"]
        constraints = [
            models.UniqueConstraint(fields=["type"], condition=Q(type="fylkeslag"), name="lag_ett_fylkeslag"),
        ]

    def __str__(self) -> str:
        return self.navn

    def clean(self) -> None:
        self.navn, self.kommune = rens_linje(self.navn), rens_linje(self.kommune)
        if self.type == Lag.Type.FYLKESLAG:
            for fylkeslag in Lag.objects.filter(type=self.type).exclude(pk=self.pk):
                raise ValidationError({"type": f"Fylkeslaget er {fylkeslag}. Det kan bare være ett."})


class Presisjon(models.TextChoices):
    """How exactly the time of an activity is known. It is sharpened later, under the same address."""

    KLOKKESLETT = "klokkeslett", "Klokkeslett"
    DAG = "dag", "Dag"
    DAGER = "dager", "Flere dager"
    UKE = "uke", "Uke"
    MAANED = "maaned", "Måned"
    MAANEDER = "maaneder", "Flere måneder"


TIDSFELTER = frozenset({"presisjon", "foerste_dag", "siste_dag", "fra_kl", "til_kl"})
KJENT_DAG = (Presisjon.KLOKKESLETT, Presisjon.DAG, Presisjon.DAGER)


class Aktivitetstype(models.TextChoices):
    """What kind of happening it is. Deadlines hang from some of them: see `MOETETYPER`."""

    AARSMOETE = "arsmote", "Årsmøte"
    EKSTRAORDINAERT = "ekstraordinert-arsmote", "Ekstraordinært årsmøte"
    FYLKESSTYREMOETE = "fylkesstyremote", "Fylkesstyremøte"
    REPRESENTANTSKAP = "representantskap", "Representantskap"
    LANDSMOETE = "landsmote", "Landsmøte"
    LANDSSTYREMOETE = "landsstyremote", "Landsstyremøte"
    NOMINASJON = "nominasjonsmote", "Nominasjonsmøte"
    AARSMOETER_LOKALT = "arsmoter-i-lokallag", "Årsmøter i lokallag"
    VALG = "valg", "Valg"
    VALGKAMP = "valgkamp", "Valgkamp"
    VERVING = "verving", "Verving"
    SKOLERING = "skolering", "Skolering"
    SAMLING = "samling", "Samling"
    MOETE = "mote", "Møte"
    MARKERING = "markering", "Markering"
    ANNET = "annet", "Annet"


# Dates in the plan hang from these; only the secretary sets them for the county branch.
MOETETYPER = (
    Aktivitetstype.AARSMOETE,
    Aktivitetstype.FYLKESSTYREMOETE,
    Aktivitetstype.REPRESENTANTSKAP,
    Aktivitetstype.LANDSMOETE,
    Aktivitetstype.NOMINASJON,
    Aktivitetstype.VALG,
)


class FastAktivitet(models.Model):
    """One line of the fixed yearly pattern: what is arranged in a month of every year, or of every other."""

    class Aarstype(models.TextChoices):
        BEGGE = "begge", "Hvert år"
        VALGAAR = "valgaar", "Valgår"
        MELLOMAAR = "mellomaar", "Mellomår"

    maaned = models.PositiveSmallIntegerField(
        "måned", validators=[MinValueValidator(1), MaxValueValidator(12)], help_text="1 for januar, 12 for desember."
    )
    aarstype = models.CharField("hvilke år", max_length=10, choices=Aarstype, default=Aarstype.BEGGE)
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


class AktivitetQuerySet(models.QuerySet["Aktivitet"]):
    """Questions to the calendar. They chain, and the day is handed in."""

    def publiserte(self) -> Self:
        return self.filter(publisert__isnull=False)

    def utkast(self) -> Self:
        """Those that nobody has published yet."""
        return self.filter(publisert__isnull=True)

    def uten_kjent_dag(self) -> Self:
        """What is still to happen in a week or a month, and has been given no day there."""
        return self.filter(avlyst=False).exclude(presisjon__in=KJENT_DAG)

    def offentlige(self) -> Self:
        """What anyone may see: published and public. Cancelled ones too, for they are shown as cancelled."""
        return self.publiserte().filter(synlighet=Aktivitet.Synlighet.OFFENTLIG)

    def synlige_for(self, bruker: Any) -> Self:
        """What this person may see: the public ones, their own, their branches', and by right the internal ones."""
        if not bruker.is_authenticated:
            return self.offentlige()
        if bruker.has_perm("aktivitet.rediger_alle"):
            return self.all()
        synlig = Q(publisert__isnull=False, synlighet=Aktivitet.Synlighet.OFFENTLIG) | Q(opprettet_av=bruker)
        if bruker.has_perm("aktivitet.rediger_eget_lag"):
            synlig |= Q(lag__in=Lag.objects.filter(redaktoerer=bruker))
        if bruker.has_perm("aktivitet.se_interne"):
            synlig |= Q(publisert__isnull=False)
        return self.filter(synlig)

    def i_perioden(self, foerste: date, siste: date) -> Self:
        """Whatever touches the days from `foerste` to `siste`, both included."""
        return self.filter(foerste_dag__lte=siste, siste_dag__gte=foerste)

    def fra_og_med(self, dag: date) -> Self:
        """What has not ended before `dag`."""
        return self.filter(siste_dag__gte=dag)

    def i_kommunen(self, kommune: str) -> Self:
        """What is held there; where no municipality is told, the organiser's own counts."""
        return self.filter(Q(kommune=kommune) | Q(kommune="", lag__kommune=kommune))

    def med_ordene(self, soek: str, lag: Iterable[Lag]) -> Self:
        """What has every word of `soek`, in any case, in its text, its type or its organiser (one of `lag`)."""
        treff = self.all()
        for ord_ in soek.casefold().split():
            typer = [type_ for type_, navn in Aktivitetstype.choices if ord_ in str(navn).casefold()]
            arrangoerer = [ett.pk for ett in lag if ord_ in ett.navn.casefold()]
            treff = treff.filter(Q(soek__contains=ord_) | Q(type__in=typer) | Q(lag__in=arrangoerer))
        return treff

    def moeter_som_teller(self) -> Self:
        """The meetings that deadlines hang from: the county branch's own, published, held, on a known day."""
        return self.publiserte().filter(
            type__in=MOETETYPER, lag__type=Lag.Type.FYLKESLAG, avlyst=False, presisjon__in=KJENT_DAG
        )

    def i_rekkefoelge(self) -> Self:
        """By time: on one day what has a clock time comes after what lasts the whole day."""
        return self.order_by("foerste_dag", F("fra_kl").asc(nulls_first=True), "siste_dag", "tittel", "pk")


class Aktivitet(Versjonert):
    """One happening in the calendar.

    Whatever the precision, `foerste_dag` and `siste_dag` are the first and last day that it may touch (a month: the
    1st and the last), so that one query finds everything in a period. Clock times are Norwegian time.
    """

    class Synlighet(models.TextChoices):
        OFFENTLIG = "offentlig", "Alle"
        INTERN = "intern", "Bare styret og laget"

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
