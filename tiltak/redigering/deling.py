"""Parts one measure into several, and makes several into one. What was reported stays where it was reported."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from ..models import Tilknytning, Tiltak
from ..ordlyd import Endring
from ..utgave import Beslutning, endre_planen
from .endring import lagre_ny, skriv_om
from .strykning import ta_ut_tiltak


def del_opp(
    tiltak: Tiltak, foerste: dict[str, Any], nye: Sequence[dict[str, Any]], beslutning: Beslutning | None, versjon: int
) -> list[Tiltak]:
    """Split a measure: it keeps its log and gets the first wording, and the new ones, which are given, stand after it.

    The new ones have nothing to report from before the decision. Raises EndretAvAndre as `endre` does.
    """
    with endre_planen(tiltak.maal.plan, beslutning) as logg:
        tiltak.ta_versjon(versjon)
        skriv_om(tiltak, foerste, logg, beslutning)
        foran, delene = tiltak, []
        for ordlyd in nye:
            del_ = Tiltak(maal=tiltak.maal, nr=0, delt_fra=tiltak, foelges_opp_av=tiltak.foelges_opp_av, **ordlyd)
            lagre_ny(del_, foran, logg, beslutning)
            logg.skriv(del_, Endring("delt fra", "", str(tiltak)))
            foran = del_
            delene.append(del_)
    return delene


def slaa_sammen(
    beholdt: Tiltak,
    andre: Sequence[Tiltak],
    ordlyd: dict[str, Any],
    beslutning: Beslutning | None,
    versjon: int,
) -> None:
    """Let other measures of the plan go into this one, which gets the wording of them all.

    Each keeps what was reported on it, as those do that are taken out; what is planned for it is planned for this one
    too. Raises EndretAvAndre as `endre` does.
    """
    with endre_planen(beholdt.maal.plan, beslutning) as logg:
        beholdt.ta_versjon(versjon)
        skriv_om(beholdt, ordlyd, logg, beslutning)
        dag = beslutning.dag if beslutning else timezone.localdate()
        Tilknytning.objects.foer_videre(andre, beholdt, dag)
        ta_ut_tiltak(andre, logg, beslutning, inn_i=beholdt)
