"""The invitations as a whole: what is asked of them, and how one is made."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.utils import timezone

from .bruker import Bruker
from .noekkel import avtrykk_av, ny_noekkel, utloeper_fra
from .spor import Hendelse, Spor

if TYPE_CHECKING:
    from .invitasjon import Invitasjon


class InvitasjonQuerySet(models.QuerySet["Invitasjon"]):
    """Questions to the invitations."""

    def gyldige(self) -> Self:
        """Those that have not run out. Whether their inviter still stands for them, `er_gyldig` tells of each."""
        return self.ubesvarte().filter(utloeper__gt=timezone.now())

    def ubesvarte(self) -> Self:
        """Those that nobody has used or taken back, run out or not."""
        return self.filter(brukt=None, trukket=None)

    def med_noekkel(self, noekkel: str) -> "Invitasjon | None":
        """Find the one that the link leads to, whatever its state; None when there is none."""
        return self.filter(avtrykk=avtrykk_av(noekkel)).first()


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
        so that one letter at a time works. Raises IntegrityError when somebody invites the same address meanwhile.
        """
        email = email.strip().lower()
        if self.ubesvarte().filter(email=email).update(trukket=timezone.now()):
            Spor.objects.sett(Hendelse.INVITASJON_TRUKKET, av=av, hva="En ny kom i stedet")
        noekkel = ny_noekkel()
        invitasjon: Invitasjon = self.create(
            email=email,
            navn=navn,
            roller=roller,
            av=av,
            tar_over_fra=tar_over_fra,
            laget=timezone.now(),
            utloeper=utloeper_fra(timezone.localdate()),
            avtrykk=avtrykk_av(noekkel),
        )
        invitasjon.lag.set(lag)
        Spor.objects.sett(Hendelse.INVITERT, av=av, hva=invitasjon.roller_i_ord)
        return invitasjon, noekkel
