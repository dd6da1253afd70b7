"""What two people may have open at once."""

from django.db import models
from django.db.models import F


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
