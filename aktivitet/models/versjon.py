"""What two people may have open at once."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import F
from django.http import Http404


class EndretAvAndre(Exception):
    """Somebody saved the same thing since it was read. Carries what is stored now, so that both texts can be shown."""

    def __init__(self, naa: models.Model):
        super().__init__(f"{naa} er endret av andre")
        self.naa = naa


class SlettetAvAndre(ObjectDoesNotExist, Http404):
    """Somebody deleted the thing since it was read. Where nobody catches it, Django answers 404: the same as whoever
    comes a moment later gets."""


class Versjonert(models.Model):
    """Something that two people may have open at once: the second one's save is refused, not the first one's lost."""

    versjon = models.PositiveIntegerField("versjon", default=1, editable=False)

    class Meta:
        abstract = True

    def ta_versjon(self, versjon: int) -> None:
        """Claim the next version, inside the transaction that saves.

        `versjon` is the one that the person read. Raises EndretAvAndre when another one is stored by now, and
        SlettetAvAndre when none is.
        """
        rader = type(self)._default_manager.filter(pk=self.pk, versjon=versjon)
        if not rader.update(versjon=F("versjon") + 1):
            naa = type(self)._default_manager.filter(pk=self.pk).first()
            if naa is None:
                raise SlettetAvAndre(f"{self._meta.label} {self.pk} er slettet av andre")
            raise EndretAvAndre(naa)
        self.versjon = versjon + 1
