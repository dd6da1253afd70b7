"""An invitation by e-mail: to whom, with what roles and branches, and until when it can be used."""

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone

from aktivitet.models import Lag
from tiltak.models import Tiltak

from ..roller import lengste, roller_i_ord, varer
from .bruker import Bruker, gyldige_roller
from .invitasjonene import InvitasjonManager
from .noekkel import avtrykk_av, ny_noekkel, utloeper_fra
from .spor import Hendelse, Spor
from .stand import Stand, sett_spor

EN_GANG = timedelta(minutes=1)


class BruktOpp(Exception):
    """The invitation has been used, has been taken back, or has run out: nobody comes in by it."""


class SendtPaaNytt(Exception):
    """The invitation has a newer key than the one that was seen: a letter with it is on its way already."""


class Invitasjon(models.Model):
    """One letter that lets one person in, once."""

    email = models.EmailField("e-post")
    navn = models.CharField("navn", max_length=100, blank=True)
    roller = models.JSONField("roller", default=dict, validators=[gyldige_roller])
    lag = models.ManyToManyField(Lag, verbose_name="redigerer aktivitetene til", blank=True, related_name="+")
    # Whose measures the new person follows from the day they come in.
    tar_over_fra = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="tar over fra", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="invitert av", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    laget = models.DateTimeField("laget", default=timezone.now, editable=False)
    # When the mail server took the letter; empty while nobody knows that it did.
    sendt = models.DateTimeField("sendt", null=True, editable=False)
    utloeper = models.DateTimeField("utløper")
    brukt = models.DateTimeField("brukt", null=True, editable=False)
    trukket = models.DateTimeField("trukket tilbake", null=True, editable=False)
    # SHA-256 of the key, as hex: whoever reads the database or a copy of it comes in nowhere.
    avtrykk = models.CharField(max_length=64, unique=True, editable=False)

    objects: ClassVar[InvitasjonManager] = InvitasjonManager()

    class Meta:
        verbose_name = "invitasjon"
        verbose_name_plural = "invitasjoner"
        ordering = ["-laget", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["email"], condition=Q(brukt=None, trukket=None), name="invitasjon_en_ubesvart_per_adresse"
            )
        ]

    def __str__(self) -> str:
        return self.navn or self.email

    @property
    def roller_i_ord(self) -> str:
        return roller_i_ord(self.roller)

    @property
    def siste_dag(self) -> date:
        """The last day that it can be used."""
        return timezone.localdate(self.utloeper) - timedelta(days=1)

    @property
    def brevet(self) -> str:
        """Tells one letter from the next: what a page carries of the one that it showed."""
        return self.avtrykk[:12]

    @property
    def er_utloept(self) -> bool:
        return self.utloeper <= timezone.now()

    @property
    def er_over(self) -> bool:
        """Whether the last day of every role in it has passed: nobody is stored who has no task."""
        return not any(varer(siste, timezone.localdate()) for siste in self.roller.values())

    @property
    def staar_noen_inne_for(self) -> bool:
        """Whether its inviter is still here, and may still invite somebody to all of it."""
        return self.av is not None and self.kan_stelles_av(self.av)

    @property
    def er_gyldig(self) -> bool:
        """Whether somebody can still come in by it."""
        besvart = self.brukt is not None or self.trukket is not None
        return not besvart and not self.er_utloept and not self.er_over and self.staar_noen_inne_for

    def er_samme(self, *, av: Bruker, navn: str, roller: dict[str, str | None], lag: list[Lag]) -> bool:
        """Whether this is what `av` made of these words a moment ago: the same button, pressed twice."""
        nettopp = timezone.now() - self.laget < EN_GANG
        like = (self.av_id, self.navn, self.roller) == (av.pk, navn, roller)
        return nettopp and like and {ett.pk for ett in lag} == set(self.lag.values_list("pk", flat=True))

    def kan_stelles_av(self, bruker: Bruker) -> bool:
        """Whether this person may send it once more and take it back: who may invite, to every role in it."""
        return bruker.has_perm("arbeidsplan.inviter") and bruker.kan_roere(self.roller)

    @transaction.atomic
    def forny(self, *, av: Bruker, brevet: str) -> str:
        """Give a new key and a new time to run out; the link that was sent before no longer works, and it is `av` who
        invites from now on.

        Raises BruktOpp when it has been used or taken back meanwhile, and SendtPaaNytt when `brevet`, which the page
        showed that the button stood on, is no longer the last one.
        """
        self._laas()
        if self.brukt or self.trukket:
            raise BruktOpp
        if brevet != self.brevet:
            raise SendtPaaNytt
        noekkel = ny_noekkel()
        self.avtrykk, self.utloeper = avtrykk_av(noekkel), utloeper_fra(timezone.localdate())
        self.av, self.sendt = av, None
        self.save(update_fields=["avtrykk", "utloeper", "av", "sendt"])
        Spor.objects.sett(Hendelse.INVITERT, av=av, hva=f"Sendt på nytt: {self.roller_i_ord}")
        return noekkel

    def ble_sendt(self, noekkel: str) -> None:
        """Note that the mail server has taken the letter with this key, unless a newer one has been made since."""
        self.sendt = timezone.now()
        Invitasjon.objects.filter(pk=self.pk, avtrykk=avtrykk_av(noekkel)).update(sendt=self.sendt)

    @transaction.atomic
    def trekk(self, *, av: Bruker) -> None:
        """Take it back. Raises BruktOpp when it is used or taken back already: a person who is in stays in."""
        self._laas()
        if self.brukt or self.trukket:
            raise BruktOpp
        self.trukket = timezone.now()
        self.save(update_fields=["trukket"])
        Spor.objects.sett(Hendelse.INVITASJON_TRUKKET, av=av, hva=self.roller_i_ord)

    @transaction.atomic
    def svar(self, navn: str = "") -> Bruker:
        """Let the person in, once: make them, or give one who is here the roles as well. Gives the person.

        `navn` is what they call themselves. What they have already is never shortened, and they take over the measures
        that they were to take over. Raises BruktOpp, also where the person is here and has been shut out.
        """
        self._laas()
        if not self.er_gyldig:
            raise BruktOpp
        bruker, foer = self._personen(navn or self.navn)
        bruker.redigerer_lag.add(*self.lag.all())
        if self.tar_over_fra and bruker.has_perm("tiltak.foelge_opp"):
            Tiltak.objects.overta(bruker, fra=self.tar_over_fra)
        self.brukt = timezone.now()
        self.save(update_fields=["brukt"])
        Spor.objects.sett(Hendelse.INVITASJON_BRUKT, av=bruker, om=bruker)
        sett_spor(foer, bruker, av=self.av)
        return bruker

    def _personen(self, navn: str) -> tuple[Bruker, Stand | None]:
        """Give the one whose address it is, with the roles: the one who is here, and how they stood; or a new one."""
        her = Bruker.objects.select_for_update().filter(email=self.email)
        bruker = her.first()
        if bruker is None:
            try:
                with transaction.atomic():
                    return Bruker.objects.create_user(self.email, navn=navn, roller=self.roller), None
            except IntegrityError:  # written in by hand in the same moment
                bruker = her.get()
        if not bruker.is_active:
            raise BruktOpp
        foer = Stand.av(bruker)
        bruker.ta_versjon(bruker.versjon)  # a form that has the person open is told
        bruker.navn, bruker.roller = navn or bruker.navn, lengste(bruker.roller, self.roller)
        bruker.save(update_fields=["navn", "roller"])
        return bruker, foer

    def _laas(self) -> None:
        try:
            self.refresh_from_db(from_queryset=Invitasjon.objects.select_for_update(of=("self",)))
        except Invitasjon.DoesNotExist:  # swept away meanwhile
            raise BruktOpp from None
