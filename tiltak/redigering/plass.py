"""Where a part stands in its plan: among its neighbours, and under which goal or in which chapter."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from ..models import Avsnitt, Kapittel, Maal, Tiltak
from ..ordlyd import Endring, navnet_paa, planen_til
from ..utgave import Beslutning, endre_planen

OPP, NED = "opp", "ned"


class UmuligPlass(Exception):
    """A part cannot stand there: a goal under itself, or beside one that stands somewhere else."""


@dataclass(frozen=True)
class Sted:
    """A place: right after `etter`, or first where that is None. `eier` is the goal or chapter that it is in; None for
    what stands in the plan itself."""

    eier: Any = None
    etter: Any = None


def eieren(ting: Any) -> Any:
    """The goal or chapter that a part stands in: a goal's is the goal above it. None for what the plan itself has."""
    match ting:
        case Tiltak():
            return ting.maal
        case Avsnitt():
            return ting.kapittel or ting.maal
        case Maal():
            return ting.forelder
    return None


def sett_eier(ting: Any, eier: Any) -> None:
    """Put a part in a goal or a chapter. Nothing is stored."""
    match ting:
        case Tiltak():
            ting.maal = eier
        case Avsnitt():
            ting.kapittel = eier if isinstance(eier, Kapittel) else None
            ting.maal = eier if isinstance(eier, Maal) else None
        case Maal():
            ting.forelder = eier


def naboer(ting: Any) -> list[Any]:
    """Those that a part can stand between: what is in the same goal or chapter, and stands in the plan today."""
    rader = rekken(ting)
    if isinstance(ting, Maal):
        rader = [ett for ett in rader if ett.forelder_id == ting.forelder_id]
    return [ett for ett in rader if getattr(ett, "utgaatt", None) is None]


def rekken(ting: Any) -> list[Any]:
    """All that share one numbering with a part, in order, also what was taken out. Goals are one row for the plan."""
    alle = type(ting)._default_manager.order_by("nr", "pk")
    match ting:
        case Tiltak():
            return list(alle.filter(maal=ting.maal_id))
        case Avsnitt():
            return list(alle.filter(maal=ting.maal_id, kapittel=ting.kapittel_id))
    return list(alle.filter(plan=ting.plan_id))


def ett_hakk(ting: Any, retning: str) -> Sted | None:
    """The place one step up or down among the neighbours; None at the end."""
    rekke = naboer(ting)
    nr = next(i for i, ett in enumerate(rekke) if ett.pk == ting.pk)
    if retning == OPP:
        return Sted(eieren(ting), rekke[nr - 2] if nr > 1 else None) if nr else None
    return Sted(eieren(ting), rekke[nr + 1]) if nr + 1 < len(rekke) else None


def flytt(ting: Any, sted: Sted, beslutning: Beslutning | None, versjon: int) -> None:
    """Move a part to another place, a goal with everything under it.

    Raises UmuligPlass, and EndretAvAndre when somebody has saved it since `versjon` was read.
    """
    with endre_planen(cast(Any, planen_til(ting)), beslutning) as logg:
        ting.ta_versjon(versjon)
        fra = eieren(ting), naboen_foran(ting)
        sett_eier(ting, sted.eier)
        sett_inn(ting, sted.etter)
        ting.save()
        til = eieren(ting), naboen_foran(ting)
        if fra != til:
            logg.skriv(ting, _flyttet(fra, til))


def sett_inn(ting: Any, etter: Any) -> None:
    """Give a stored part its number, right after `etter`, and its neighbours theirs. What stood below it makes room.

    Costs the same for any number of them.
    """
    rekke = [ett for ett in rekken(ting) if ett.pk != ting.pk]
    blokk = [ting]
    if isinstance(ting, Maal):
        under = {ett.pk for ett in treet_under(ting, rekke)}
        if {ting.forelder_id, etter and etter.pk} & {ting.pk, *under}:
            raise UmuligPlass
        blokk += [ett for ett in rekke if ett.pk in under]
        rekke = [ett for ett in rekke if ett.pk not in under]
    plass = _plass_etter(ting, etter, rekke)
    nummerer([[*rekke[:plass], *blokk, *rekke[plass:]]])


def treet_under(maal: Maal, alle: list[Maal]) -> list[Maal]:
    """The goals below this one, at any depth, in order."""
    under: set[int] = set()
    nye = {maal.pk}
    while nye:
        nye = {ett.pk for ett in alle if ett.forelder_id in nye} - under
        under |= nye
    return [ett for ett in alle if ett.pk in under]


def naboen_foran(ting: Any) -> Any:
    """The one that a part stands right after; None for the first."""
    rekke = naboer(ting)
    nr = next((i for i, ett in enumerate(rekke) if ett.pk == ting.pk), 0)
    return rekke[nr - 1] if nr else None


def _flyttet(fra: tuple[Any, Any], til: tuple[Any, Any]) -> Endring:
    """What the log says of a part that moved: "etter Tiltak 1.1a", "først i 1.1 Tydelig stemme". Where a code stands
    twice, both may be called the same: then they are told by their words."""
    foer, etter = _i_ord(*fra, som_nabo), _i_ord(*til, som_nabo)
    if foer == etter:
        foer, etter = _i_ord(*fra, _i_sitat), _i_ord(*til, _i_sitat)
    return Endring("plass", foer, etter)


def _i_ord(eier: Any, foran: Any, navn: Callable[[Any], str]) -> str:
    if foran:
        return f"etter {navn(foran)}"
    return f"først i {eier}" if eier else "først"


def som_nabo(ting: Any) -> str:
    """What it stands after. A number says nothing when it is the order that changes."""
    return navnet_paa(ting) if isinstance(ting, (Tiltak, Maal, Kapittel)) else _i_sitat(ting)


def _i_sitat(ting: Any) -> str:
    return f"«{str(ting)[:60]}»"


def _plass_etter(ting: Any, etter: Any, rekke: list[Any]) -> int:
    """The index in the row right after `etter`, and for a goal after everything under that."""
    foran = etter or (ting.forelder if isinstance(ting, Maal) else None)
    if foran is None:
        return 0
    plasser = {ett.pk: nr for nr, ett in enumerate(rekke)}
    if foran.pk not in plasser:
        raise UmuligPlass
    if isinstance(ting, Maal) and etter:
        return 1 + max(plasser[ett.pk] for ett in [etter, *treet_under(etter, rekke)])
    return 1 + plasser[foran.pk]


def nummerer(rekker: Iterable[Sequence[Any]]) -> None:
    """Number each row from 1, and store it all in one question for each five hundred. They are of one kind."""
    endret = []
    for rekke in rekker:
        for nr, ett in enumerate(rekke, start=1):
            if ett.nr != nr:
                ett.nr = nr
                endret.append(ett)
    if endret:
        type(endret[0])._default_manager.bulk_update(endret, ["nr"], batch_size=500)
