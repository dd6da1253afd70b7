"""How the public calendar stands: one row tells it from every earlier one, so that "unchanged" costs one query."""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import models, transaction
from django.utils import timezone

from .aktivitet import Aktivitet

FOER_ALT = datetime(2000, 1, 1, tzinfo=UTC)


class Kalenderstand(models.Model):
    """The public calendar as it is now. There is one row, and `signals.py` renews it with every change that the public
    can see. Whoever writes rows past the models' own `save` calls `forny` afterwards."""

    # A new one each time and never a count: after a copy of the database is put back, a count would be used again.
    merke = models.UUIDField("merke", default=uuid.uuid4)
    endret = models.DateTimeField("sist endret")
    # The municipalities that something public is held in, to choose among: to look for them would be to read it all.
    kommuner = models.JSONField("kommuner", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "kalenderens stand"

    def __str__(self) -> str:
        return str(self.merke)

    @classmethod
    def naa(cls) -> "Kalenderstand":
        """Give it as it is, in one query. What nothing was ever put into has a stand too, always the same."""
        return cls.objects.order_by("pk").first() or cls(merke=uuid.UUID(int=0), endret=FOER_ALT)

    @classmethod
    @transaction.atomic
    def forny(cls, kommuner: Iterable[str] | None = None) -> None:
        """Note that something has changed. `kommuner` are those that may have come or gone; None: look at them all."""
        stand = cls.objects.select_for_update().order_by("pk").first() or cls()
        offentlige = Aktivitet.objects.offentlige().order_by()
        if kommuner is None:
            stand.kommuner = sorted(set(offentlige.values_list("kommune", flat=True).distinct()) - {""})
        else:
            har = {kommune for kommune in set(kommuner) - {""} if offentlige.filter(kommune=kommune).exists()}
            stand.kommuner = sorted((set(stand.kommuner) - set(kommuner)) | har)
        stand.merke, stand.endret = uuid.uuid4(), timezone.now()
        stand.save()
