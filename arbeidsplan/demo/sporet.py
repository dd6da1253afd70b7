"""The demo's trail: what its people did in the last weeks."""

from datetime import date, datetime, time, timedelta

from ..models import Bruker, Spor
from . import kilde
from .fortelling import OSLO


def legg_spor(folk: dict[str, Bruker], i_dag: date) -> None:
    """Put it in as it stands on `i_dag`. What the making of the demo left goes: nobody did all that today."""
    Spor._base_manager.all().delete()
    Spor.objects.bulk_create(
        Spor(
            tid=datetime.combine(i_dag - timedelta(days=ett["dager"]), time(ett["kl"]), OSLO),
            hendelse=ett["hendelse"],
            hva=ett.get("hva", ""),
            av=folk[ett["av"]] if "av" in ett else None,
            om=folk[ett["om"]] if "om" in ett else None,
            av_maskinen="av" not in ett,
            om_noen="om" in ett,
        )
        for ett in kilde.spor()
    )
