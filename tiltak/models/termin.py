"""Terminer: what can be carried out and reported, how each stands, and the log of how it came to stand so."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Case, Count, F, Max, Q, Value, When
from django.db.models.functions import Coalesce, ExtractQuarter, ExtractYear, Greatest
from django.urls import reverse
from django.utils import timezone

from aktivitet.models import EndretAvAndre, Versjonert, dag_i_vaar_tid

from .plan import Plan
from .tiltak import Tiltak

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


class Status(models.TextChoices):
    """How a termin stands. "Forfalt" is not among them: it is what an unfinished one is when its day has passed."""

    IKKE_STARTET = "ikke_startet", "Ikke startet"
    PAAGAAR = "paagaar", "Pågår"
    GJENNOMFOERT = "gjennomfoert", "Gjennomført"
    DELVIS = "delvis", "Delvis gjennomført"
    UTSATT = "utsatt", "Utsatt"
    IKKE_GJENNOMFOERT = "ikke_gjennomfoert", "Ikke gjennomført"
    UTGAAR = "utgaar", "Utgår"


UAVKLARTE = (Status.IKKE_STARTET, Status.PAAGAAR)
AAPNE = (*UAVKLARTE, Status.UTSATT)  # become overdue when the due day, and the day put off to, have passed
UTFOERTE = (Status.GJENNOMFOERT, Status.DELVIS)  # these have a day on which the thing was done
KREVER_GRUNN = (Status.IKKE_GJENNOMFOERT, Status.UTGAAR)

ALDRI_SATT = Q(endret__isnull=True)
KAN_FORFALLE = Q(status__in=AAPNE, kan_forfalle=True, utenfor=False)

ANGREFRIST = timedelta(minutes=1)  # how long the page offers to undo
SLINGRING = timedelta(seconds=30)  # and what the net and the thumb may take on top of it


class ForSentAaAngre(Exception):
    """The minute in which a save can be undone is over, or there is nothing to undo. The log stays as it is."""


class Stilling(models.TextChoices):
    """The report's figures. Each termin that is due has exactly one, so they add up."""

    GJENNOMFOERT = "gjennomfoert", "Gjennomført"
    DELVIS = "delvis", "Delvis gjennomført"
    PAAGAAR = "paagaar", "Pågår"
    UTSATT = "utsatt", "Utsatt"
    IKKE_GJENNOMFOERT = "ikke_gjennomfoert", "Ikke gjennomført"
    UTGAAR = "utgaar", "Utgår"
    MANGLER_VURDERING = "mangler_vurdering", "Mangler vurdering"


class TerminQuerySet(models.QuerySet["Termin"]):
    """Questions to the terminer. They chain, and the day is handed in."""

    def i_planen(self, plan: Plan) -> Self:
        return self.filter(tiltak__maal__plan=plan)

    def lesbare_for(self, bruker: Any) -> Self:
        """The terminer of the plans that this person may read."""
        return self.filter(tiltak__maal__plan__in=Plan.objects.lesbare_for(bruker))

    def gjeldende(self) -> Self:
        """Those of measures that stand in the plan today."""
        return self.filter(tiltak__utgaatt__isnull=True)

    def i_figurene(self) -> Self:
        """Those that count. One outside the period is in no figure until the secretary has settled it."""
        return self.filter(utenfor=False)

    def aapne(self) -> Self:
        """Those that there is still something to do about, overdue or not."""
        return self.filter(status__in=AAPNE)

    def frist_i(self, foerste: date, siste: date) -> Self:
        """Those due from `foerste` to `siste`, both included."""
        return self.filter(siste__range=(foerste, siste))

    def utfoert_i_men_frist_foer(self, foerste: date, siste: date) -> Self:
        """Done from `foerste` to `siste`, but due before: the report tells them apart."""
        return self.filter(utfoert__range=(foerste, siste), siste__lt=foerste)

    def forfalt(self, dag: date) -> Self:
        """Overdue on `dag`. A question about a day, never a stored status."""
        return self.alias(forfall=_forfall()).filter(KAN_FORFALLE, forfall__lt=dag)

    def som_venter(self, dag: date, siste: date) -> Self:
        """What waits for somebody, in one query: what is overdue on `dag` or due by `siste`, and the ongoing ones that
        run on `dag` and that nobody has said a word about in its half-year. What cannot be overdue is else never asked
        for."""
        haster = KAN_FORFALLE & Q(forfall__lte=siste)
        return self.alias(forfall=_forfall()).filter(haster | _ikke_sett_paa(dag))

    def paa_anslag(self, foerste: date, siste: date) -> Self:
        """The open ones due from `foerste` to `siste` whose days rest on a meeting that nobody has set a day for."""
        return self.aapne().i_figurene().frist_i(foerste, siste).filter(anslag=True)

    def kan_angres_av(self, bruker: Any, naa: datetime) -> Self:
        """Those that this person set within the last minute: the same answer as `Termin.kan_angres_av`."""
        return self.filter(endret_av=bruker, endret__range=(naa - ANGREFRIST, naa))

    def utenfor_og_uavklart(self) -> Self:
        """Outside the period and not settled yet: these stand in the secretary's list."""
        return self.filter(utenfor=True, status__in=UAVKLARTE)

    def med_stilling(self) -> Self:
        """Annotate `stilling`, the figure (see Stilling) that each counts in.

        What nobody has judged is told as such: not started, or ongoing by nature and never set. A save that was undone
        is no judgement (see `Termin.angre`).
        """
        return self.annotate(
            stilling=Case(
                When(status=Status.IKKE_STARTET, then=Value(Stilling.MANGLER_VURDERING)),
                When(
                    status=Status.PAAGAAR, loepende=True, endret__isnull=True, then=Value(Stilling.MANGLER_VURDERING)
                ),
                default=F("status"),
                output_field=models.CharField(max_length=20),
            )
        )

    def fremdrift(self, dag: date) -> list[tuple[int, int, int, str, bool, int]]:
        """Count these in one query: a row (goal's key, year, quarter, stilling, whether overdue on `dag`, how many)
        for each that is not zero, the year and quarter being those of the due day.

        Every figure that the app shows is a sum of such rows: see `tiltak/fremdrift.py`.
        """
        forfalt = Case(
            When(KAN_FORFALLE & Q(forfall__lt=dag), then=Value(True)),
            default=Value(False),
            output_field=models.BooleanField(),
        )
        rader = (
            self.alias(forfall=_forfall())
            .med_stilling()
            .annotate(aar=ExtractYear("siste"), kvartal=ExtractQuarter("siste"), er_sen=forfalt)
        )
        felter = ("tiltak__maal_id", "aar", "kvartal", "stilling", "er_sen")
        return list(rader.order_by().values_list(*felter).annotate(antall=Count("pk")))

    def per_dag(self) -> list[tuple[date, str, int]]:
        """Count these in one query: a row (due day, stilling, how many) for each that is not zero."""
        rader = self.order_by().med_stilling().values_list("siste", "stilling")
        return list(rader.annotate(antall=Count("pk")))

    def i_planens_rekkefoelge(self) -> Self:
        return self.order_by("tiltak__maal__nr", "tiltak__nr", "tiltak__pk", "foerste", "siste", "pk")


def _forfall() -> Greatest:
    """What `Termin.forfall` says, for the database."""
    return Greatest("siste", Coalesce("utsatt_til", "siste"))


def _ikke_sett_paa(dag: date) -> Q:
    halvaar = timezone.make_aware(datetime(dag.year, 1 if dag.month < 7 else 7, 1))  # noqa: DTZ001
    loeper = Q(loepende=True, utenfor=False, status__in=AAPNE, foerste__lte=dag, siste__gte=dag)
    return loeper & Q(tiltak__utgaatt__isnull=True) & (ALDRI_SATT | Q(endret__lt=halvaar))


class Termin(Versjonert):
    """One occurrence of a measure that can be carried out and reported.

    It is the same one as long as measure and occurrence (`noekkel`) are: when its days move it keeps status and log.
    """

    class Presisjon(models.TextChoices):
        AAR = "aar", "År"
        HALVAAR = "halvaar", "Halvår"
        KVARTAL = "kvartal", "Kvartal"
        MAANED = "maaned", "Måned"
        MAANEDER = "maaneder", "Måneder"
        UKE = "uke", "Uke"
        DAG = "dag", "Dag"
        MOETE = "moete", "Møte"

    tiltak = models.ForeignKey(Tiltak, on_delete=models.CASCADE, related_name="terminer")
    noekkel = models.CharField("forekomst", max_length=40, editable=False)
    etikett = models.CharField("når", max_length=100)
    presisjon = models.CharField("presisjon", max_length=10, choices=Presisjon)
    foerste = models.DateField("fra")
    siste = models.DateField("frist")
    utenfor = models.BooleanField("utenfor perioden", default=False)
    anslag = models.BooleanField("anslag", default=False, help_text="Dagene hviler på et møte som ikke er satt ennå.")
    til_bekreftelse = models.BooleanField("til bekreftelse", default=False)
    kan_forfalle = models.BooleanField("kan forfalle", default=True)
    loepende = models.BooleanField("løpende", default=False)
    fra_tidligere_frist = models.BooleanField("fra tidligere frist", default=False)

    status = models.CharField("status", max_length=20, choices=Status, default=Status.IKKE_STARTET)
    utfoert = models.DateField("utført", null=True, blank=True, validators=[dag_i_vaar_tid])
    utsatt_til = models.DateField("utsatt til", null=True, blank=True, validators=[dag_i_vaar_tid])
    merknad = models.TextField("merknad", max_length=5000, blank=True)
    endret = models.DateTimeField("endret", null=True, blank=True)
    endret_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="endret av", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = TerminQuerySet.as_manager()

    class Meta:
        verbose_name = "termin"
        verbose_name_plural = "terminer"
        ordering = ["foerste", "siste", "pk"]
        indexes = [models.Index(fields=["siste"], name="termin_frist")]
        constraints = [
            models.UniqueConstraint(fields=["tiltak", "noekkel"], name="termin_en_per_forekomst"),
            models.CheckConstraint(condition=Q(siste__gte=F("foerste")), name="termin_slutt_etter_start"),
            models.CheckConstraint(
                condition=Q(status=Status.UTSATT, utsatt_til__isnull=False)
                | (~Q(status=Status.UTSATT) & Q(utsatt_til__isnull=True)),
                name="termin_utsatt_har_dag",
            ),
            models.CheckConstraint(
                condition=Q(utfoert__isnull=True) | Q(status__in=UTFOERTE), name="termin_bare_utfoert_har_dag"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=KREVER_GRUNN) | ~Q(merknad=""), name="termin_grunn_naar_ikke_gjort"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tiltak.kode} {self.etikett}"

    def get_absolute_url(self) -> str:
        return reverse("tiltak:termin", args=[self.pk])

    @property
    def adresse_i_listen(self) -> str:
        """Where it stands in the list of measures."""
        return f"{reverse('tiltak:liste')}?aar={self.siste.year}#termin-{self.pk}"

    @property
    def forfall(self) -> date:
        """The day after which it is overdue: the due day, or the one that it was put off to where that is later."""
        return max(self.siste, self.utsatt_til or self.siste)

    @property
    def forfall_er_anslag(self) -> bool:
        """Whether that day is only an estimate. One that somebody has put it off to is none."""
        return self.anslag and self.forfall == self.siste

    def er_forfalt(self, dag: date) -> bool:
        """Whether it is overdue on `dag`: the same answer as `TerminQuerySet.forfalt`."""
        return self.status in AAPNE and self.kan_forfalle and not self.utenfor and self.forfall < dag

    @transaction.atomic
    def sett_status(
        self,
        status: str,
        *,
        av: "Bruker | None",
        versjon: int,
        utfoert: date | None = None,
        utsatt_til: date | None = None,
        merknad: str = "",
        tid: datetime | None = None,
    ) -> "Statusendring":
        """Set the status and add one line to the log, which is returned.

        `versjon` is the one that was read. Raises EndretAvAndre when somebody has saved since: nobody's words are
        overwritten. A day done is kept only for what is done (today when none is given), a day put off to only for
        what is put off. `tid` is when it was set, now when not given.
        """
        tid = tid or timezone.now()
        utfoert = (utfoert or timezone.localdate(tid)) if status in UTFOERTE else None
        verdier = {
            "status": status,
            "utfoert": utfoert,
            "utsatt_til": utsatt_til if status == Status.UTSATT else None,
            "merknad": merknad,
        }
        oppdatert = Termin.objects.filter(pk=self.pk, versjon=versjon).update(
            **verdier, versjon=F("versjon") + 1, endret=tid, endret_av=av
        )
        if not oppdatert:
            raise EndretAvAndre(Termin.objects.select_related("endret_av").get(pk=self.pk))
        for felt, verdi in (verdier | {"versjon": versjon + 1, "endret": tid, "endret_av": av}).items():
            setattr(self, felt, verdi)
        return self.logg.create(**verdier, av=av, tid=tid)

    def kan_angres_av(self, bruker: Any, naa: datetime | None = None) -> bool:
        """Whether what it says now was set by this person within the last minute. Costs no query."""
        if self.endret is None or bruker.pk is None or self.endret_av_id != bruker.pk:
            return False
        return timedelta(0) <= (naa or timezone.now()) - self.endret <= ANGREFRIST

    @transaction.atomic
    def angre(self, *, av: "Bruker", versjon: int, naa: datetime | None = None) -> "Statusendring":
        """Undo the last save, with a new line in the log, which is returned: how it stood before, it stands again.

        `versjon` is what that save gave. Who said it then, and when, is told again too, so that what nobody had judged
        is still not judged. Raises EndretAvAndre when somebody has saved since, and ForSentAaAngre when the last save
        is another's, is undone already, or is more than a minute old.
        """
        naa = naa or timezone.now()
        siste, tidligere = [*self.logg.som_staar()[:2], None, None][:2]
        if siste is None or siste.av_id != av.pk or naa - siste.tid > ANGREFRIST + SLINGRING:
            raise ForSentAaAngre
        if tidligere:
            verdier: dict[str, Any] = {felt: getattr(tidligere, felt) for felt in LOGGFELTER}
            verdier |= {"endret": tidligere.tid, "endret_av_id": tidligere.av_id}
        else:
            foerste = Status.PAAGAAR if self.loepende else Status.IKKE_STARTET
            verdier = {"status": foerste, "utfoert": None, "utsatt_til": None, "merknad": ""}
            verdier |= {"endret": None, "endret_av_id": None}
        if not Termin.objects.filter(pk=self.pk, versjon=versjon).update(**verdier, versjon=F("versjon") + 1):
            raise EndretAvAndre(Termin.objects.select_related("endret_av").get(pk=self.pk))
        for felt, verdi in (verdier | {"versjon": versjon + 1}).items():
            setattr(self, felt, verdi)
        return self.logg.create(**{felt: verdier[felt] for felt in LOGGFELTER}, av=av, tid=naa, angrer=siste)


LOGGFELTER = ("status", "utfoert", "utsatt_til", "merknad")  # what a line of the log says of its termin


class StatusendringQuerySet(models.QuerySet["Statusendring"]):
    """Questions to the log. The latest line stands first."""

    def for_tiltaket(self, tiltak: Tiltak) -> Self:
        """A measure's whole log, with what each line is about and who wrote it."""
        return self.filter(termin__tiltak=tiltak).select_related("termin", "av")

    def i_planen(self, plan: Plan) -> Self:
        return self.filter(termin__tiltak__maal__plan=plan)

    def etter(self, tid: datetime) -> Self:
        """What was said after `tid`."""
        return self.filter(tid__gt=tid)

    def siste_for(self, terminer: Iterable[Termin]) -> Self:
        """The last line of each of these, undone or not."""
        siste = Statusendring.objects.filter(termin__in=terminer).order_by().values("termin").annotate(siste=Max("pk"))
        return self.filter(pk__in=siste.values("siste"))

    def som_staar(self) -> Self:
        """What still counts: what is undone, and what undid it, have had their say."""
        return self.filter(angrer__isnull=True, angret__isnull=True)


class Statusendring(models.Model):
    """One line of a termin's log: who set which status when, and what they wrote. Only ever added.

    `angrer` is for a line that undoes another: the one that it undoes.
    """

    termin = models.ForeignKey(Termin, on_delete=models.PROTECT, related_name="logg")
    status = models.CharField("status", max_length=20, choices=Status)
    utfoert = models.DateField("utført", null=True, blank=True)
    utsatt_til = models.DateField("utsatt til", null=True, blank=True)
    merknad = models.TextField("merknad", blank=True)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tid = models.DateTimeField("satt", default=timezone.now)
    angrer = models.OneToOneField(
        "self", on_delete=models.RESTRICT, null=True, blank=True, editable=False, related_name="angret"
    )

    objects = StatusendringQuerySet.as_manager()

    class Meta:
        verbose_name = "statusendring"
        verbose_name_plural = "statusendringer"
        ordering = ["-tid", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_status_display()} {timezone.localtime(self.tid):%d.%m.%Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the line. Raises TypeError for one that is stored already: a log is not rewritten."""
        if self.pk:
            raise TypeError("En linje i loggen endres ikke. Sett statusen på nytt: det gir en ny linje.")
        super().save(*args, **kwargs)
