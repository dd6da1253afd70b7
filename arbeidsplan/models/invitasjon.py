"""An invitation by e-mail: to whom, with what roles and branches, and until when it can be used."""

import hashlib
from datetime import timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from aktivitet.models import Lag

from ..roller import lengste
from .bruker import Bruker, gyldige_roller

VARER = timedelta(days=14)
NOEKKEL_LENGDE = 43  # of 62 signs: over 250 bits


class BruktOpp(Exception):
    """The invitation has been used, has been taken back, or has run out: nobody comes in by it."""


class InvitasjonQuerySet(models.QuerySet["Invitasjon"]):
    """Questions to the invitations."""

    def gyldige(self) -> Self:
        """Those that somebody can still come in by."""
        return self.ubesvarte().filter(utloeper__gt=timezone.now())

    def ubesvarte(self) -> Self:
        """Those that nobody has used or taken back, run out or not."""
        return self.filter(brukt=None, trukket=None)

    def med_noekkel(self, noekkel: str) -> "Invitasjon | None":
        """Find the one that the link leads to, whatever its state; None when there is none."""
        return self.filter(avtrykk=_avtrykk(noekkel)).first()


class InvitasjonManager(models.Manager.from_queryset(InvitasjonQuerySet)):  # type: ignore[misc]
    """Makes invitations."""

    @transaction.atomic
    def inviter(
        self,
        email: str,
        *,
        roller: dict[str, str | None],
        av: Bruker,
        navn: str = "",
        lag: Any = (),
        tar_over_fra: Bruker | None = None,
    ) -> "tuple[Invitasjon, str]":
        """Make an invitation, and give it with the key that its link ends in.

        The key stands nowhere afterwards: only its imprint is stored. An older one to the same address is taken back,
        so that one letter at a time works.
        """
        email = email.strip().lower()
        self.ubesvarte().filter(email=email).update(trukket=timezone.now())
        noekkel = get_random_string(NOEKKEL_LENGDE)
        invitasjon: Invitasjon = self.create(
            email=email,
            navn=navn,
            roller=roller,
            av=av,
            tar_over_fra=tar_over_fra,
            utloeper=timezone.now() + VARER,
            avtrykk=_avtrykk(noekkel),
        )
        invitasjon.lag.set(lag)
        return invitasjon, noekkel


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

    def __str__(self) -> str:
        return self.navn or self.email

    @property
    def er_gyldig(self) -> bool:
        """Whether somebody can still come in by it."""
        return self.brukt is None and self.trukket is None and self.utloeper > timezone.now()

    @transaction.atomic
    def forny(self) -> str:
        """Give a new key and a new time to run out; the link that was sent before no longer works.

        Raises BruktOpp when it has been used or taken back meanwhile.
        """
        self._laas()
        if self.brukt or self.trukket:
            raise BruktOpp
        noekkel = get_random_string(NOEKKEL_LENGDE)
        self.avtrykk, self.utloeper = _avtrykk(noekkel), timezone.now() + VARER
        self.save(update_fields=["avtrykk", "utloeper"])
        return noekkel

    @transaction.atomic
    def trekk(self) -> None:
        """Take it back. One that is used already stays as it is: the person is in."""
        self._laas()
        if self.brukt is None and self.trukket is None:
            self.trukket = timezone.now()
            self.save(update_fields=["trukket"])

    @transaction.atomic
    def svar(self) -> Bruker:
        """Let the person in, once: make them, or give one who is here the roles as well. Gives the person.

        What they have already is never shortened. Raises BruktOpp.
        """
        self._laas()
        if not self.er_gyldig:
            raise BruktOpp
        bruker = Bruker.objects.select_for_update().filter(email=self.email).first()
        if bruker is None:
            bruker = Bruker.objects.create_user(self.email, navn=self.navn, roller=self.roller)
        else:
            bruker.ta_versjon(bruker.versjon)  # a form that has the person open is told
            bruker.roller, bruker.is_active = lengste(bruker.roller, self.roller), True
            bruker.save(update_fields=["roller", "is_active"])
        bruker.redigerer_lag.add(*self.lag.all())
        self.brukt = timezone.now()
        self.save(update_fields=["brukt"])
        return bruker

    def _laas(self) -> None:
        self.refresh_from_db(from_queryset=Invitasjon.objects.select_for_update(of=("self",)))


def _avtrykk(noekkel: str) -> str:
    return hashlib.sha256(noekkel.encode("utf-8", "replace")).hexdigest()
