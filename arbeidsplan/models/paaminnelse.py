"""What each person has been sent, and what they have said no to: the memory that keeps a reminder from going twice."""

from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from ..paaminnelser import takt
from .bruker import Bruker

# A run that has held a reminder for so long is dead: the mail server is given twenty seconds for each step.
LENGSTE_SENDING = timedelta(hours=1)


class AvmeldingManager(models.Manager["Avmelding"]):
    """Turns reminders off and on."""

    def slaa_av(self, bruker: int, slag: str) -> None:
        """Turn it off for the person with this key. Done twice it is the same; somebody who is deleted has nothing."""
        if Bruker.objects.filter(pk=bruker).exists():
            self.get_or_create(bruker_id=bruker, slag=slag)

    def slaa_paa(self, bruker: int, slag: str) -> None:
        """Turn it on again."""
        self.filter(bruker=bruker, slag=slag).delete()


class Avmelding(models.Model):
    """A kind of reminder that a person wants none of.

    A row of its own and no field of the person's: whoever saves the person in the editing site in the same moment
    would write the old answer back.
    """

    bruker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="avmeldinger")
    slag = models.CharField("hva", max_length=12, choices=takt.SLAG)

    objects: ClassVar[AvmeldingManager] = AvmeldingManager()

    class Meta:
        verbose_name = "avmelding"
        verbose_name_plural = "avmeldinger"
        constraints = [models.UniqueConstraint(fields=["bruker", "slag"], name="avmelding_en_per_slag")]

    def __str__(self) -> str:
        return f"Ikke {self.get_slag_display().lower()}"


class UtsendingQuerySet(models.QuerySet["Utsending"]):
    """Questions to what was sent."""

    def som_teller(self, dag: date) -> Self:
        """Those that may decide whether more is sent on the day."""
        fra = timezone.make_aware(datetime.combine(dag - takt.LENGSTE_AVSTAND, datetime.min.time()))
        return self.filter(tid__gte=fra)

    def glemte(self, naa: datetime) -> Self:
        """Those whose run ended between claim and result."""
        return self.filter(tilstand=takt.PAABEGYNT, tid__lt=naa - LENGSTE_SENDING)


class Utsending(models.Model):
    """One reminder to one person for one period.

    It is claimed before the mail server hears of it, and the result is written after. When a run dies in between, or
    the line breaks after the letter has been handed over, nobody knows whether it arrived: it is held for the rest of
    its period, and the next period's goes as usual.
    """

    class Tilstand(models.TextChoices):
        PAABEGYNT = takt.PAABEGYNT, "Påbegynt"
        SENDT = takt.SENDT, "Sendt"
        FEILET = takt.FEILET, "Feilet"
        UVISST = takt.UVISST, "Uvisst"

    bruker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="utsendinger")
    slag = models.CharField("hva", max_length=12, choices=takt.SLAG)
    periode = models.CharField("uke eller måned", max_length=8)  # "2026-W48", "2026-11"
    tilstand = models.CharField("tilstand", max_length=10, choices=Tilstand, default=Tilstand.PAABEGYNT)
    forsoek = models.PositiveSmallIntegerField("forsøk", default=0)
    tid = models.DateTimeField("siste forsøk")

    objects = UtsendingQuerySet.as_manager()

    class Meta:
        verbose_name = "utsending"
        verbose_name_plural = "utsendinger"
        constraints = [models.UniqueConstraint(fields=["bruker", "slag", "periode"], name="utsending_en_per_periode")]

    def __str__(self) -> str:
        return f"{self.get_slag_display()} {self.periode}"

    @property
    def dag(self) -> date:
        """The day of the last attempt."""
        return timezone.localdate(self.tid)

    @property
    def gis_opp(self) -> bool:
        """Whether it is not tried again in its period."""
        return self.forsoek >= takt.HOEYST_FORSOEK

    @staticmethod
    def ta(bruker: Bruker, slag: str, naa: datetime) -> "Utsending | None":
        """Claim the reminder for this person, so that no other run sends it too.

        Gives None when it is not to be sent after all: another run has it or has sent it, or the person has been
        turned off it, locked out or deleted since the letter was written. The claim is stored when this returns.
        """
        dag = timezone.localdate(naa)
        with transaction.atomic(durable=True):
            # The person is the lock, and not the row that is to be: the week before and this one are two rows.
            laast = Bruker.objects.select_for_update(no_key=True).filter(pk=bruker.pk, is_active=True).first()
            if laast is None or laast.avmeldinger.filter(slag=slag).exists():
                return None
            tidligere = list(Utsending.objects.som_teller(dag).filter(bruker=bruker, slag=slag))
            if not takt.kan_sendes(slag, dag, tidligere):
                return None
            periode = takt.TAKT[slag].periode(dag)
            utsending = next((en for en in tidligere if en.periode == periode), None)
            utsending = utsending or Utsending(bruker=bruker, slag=slag, periode=periode)
            utsending.forsoek += 1
            utsending.tilstand, utsending.tid = takt.PAABEGYNT, naa
            utsending.save()
        return utsending

    @staticmethod
    def gi_opp_glemte(naa: datetime) -> list["Utsending"]:
        """Hold those whose run ended between claim and result, and give them: once, since they are marked as such."""
        with transaction.atomic():
            glemte = list(Utsending.objects.glemte(naa).select_for_update().order_by("pk"))
            Utsending.objects.filter(pk__in=[en.pk for en in glemte]).update(tilstand=takt.UVISST)
        return glemte

    def ble_sendt(self, naa: datetime) -> None:
        """The mail server has taken it."""
        self._sett(takt.SENDT, naa)

    def feilet(self, naa: datetime) -> None:
        """It was refused, and has certainly not been sent: the next run tries again."""
        self._sett(takt.FEILET, naa)

    def ble_uviss(self, naa: datetime) -> None:
        """The line broke while the mail server had it. It may have been sent, so it is not tried again."""
        self._sett(takt.UVISST, naa)

    def _sett(self, tilstand: str, naa: datetime) -> None:
        # Not save(): a person who was deleted meanwhile took the row along, and it is not to come back.
        Utsending.objects.filter(pk=self.pk).update(tilstand=tilstand, tid=naa)
        self.tilstand, self.tid = tilstand, naa
