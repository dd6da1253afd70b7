"""How far a happening has come: a draft, waiting for the secretary or sent back, published, cancelled."""

from typing import Any

from django.db import models, transaction
from django.utils import timezone

from .versjon import EndretAvAndre, Versjonert


class MedTilstand(Versjonert):
    """Something that is a draft until it is published, and is cancelled rather than taken away after that.

    Whether it is published or sent in when somebody is done with it, hangs on their rights: `Aktivitet.meld_ferdig`.
    """

    publisert = models.DateTimeField("publisert", null=True, blank=True, help_text="Tomt: et utkast.")
    # When somebody whose branch the secretary wants to see first said that it is ready.
    sendt_inn = models.DateTimeField("sendt inn", null=True, blank=True, editable=False)
    # What the secretary answered when it was sent back. Kept until it is published.
    svar = models.CharField("svar fra sekretæren", max_length=500, blank=True, editable=False)
    avlyst = models.BooleanField("avlyst", default=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with what follows brought along: what is published waits for nobody."""
        if not self.er_utkast:
            self.sendt_inn, self.svar = None, ""
        super().save(*args, **kwargs)

    @property
    def er_utkast(self) -> bool:
        return self.publisert is None

    @property
    def venter(self) -> bool:
        """Whether it waits for the secretary: the same answer as `AktivitetQuerySet.venter`."""
        return self.er_utkast and self.sendt_inn is not None

    @property
    def er_sendt_tilbake(self) -> bool:
        """Whether the secretary has answered, and it has not been sent in again since."""
        return self.er_utkast and self.sendt_inn is None and bool(self.svar)

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
    def hent_tilbake(self, versjon: int) -> None:
        """Take it back from the secretary, to go on with it."""
        self.sendt_inn = None
        self.lagre(versjon)

    @transaction.atomic
    def send_tilbake(self, versjon: int, svar: str) -> None:
        """Give it back to whoever sent it in, with what is to be mended. Raises EndretAvAndre, also when it waits no
        longer: then it has been published or taken back, and there is nothing to answer."""
        if not self.venter:
            raise EndretAvAndre(self)
        self.sendt_inn, self.svar = None, svar
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
