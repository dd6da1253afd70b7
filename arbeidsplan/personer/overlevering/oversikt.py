"""What a handover will do, laid out for the page that shows it before anything is done."""

from collections.abc import Iterable
from dataclasses import dataclass

from tiltak.i_ord import ramse
from tiltak.models import Tiltak

from .helheten import Overleveringsskjema
from .ord import advarsler, av_i_ord, sammendrag, til_i_ord
from .overtakelser import Persondel
from .regel import FORTSETTER, GAAR_AV, Endring, Ny, Overtakelse
from .skjemaer import VervForm


@dataclass(frozen=True)
class Linje:
    """Somebody's role, and what becomes of it."""

    hvem: str
    rolle: str
    naar: str
    er_ny: bool = True


@dataclass(frozen=True)
class Skifte:
    """What one person followed up, and who does after this. `naar_de_svarer`: not before they accept."""

    fra: str
    til: str
    tiltak: tuple[Tiltak, ...]
    naar_de_svarer: bool


@dataclass(frozen=True)
class Oversikt:
    """The whole handover in words."""

    sammendrag: str
    advarsler: list[str]
    fortsetter: list[Linje]
    gaar_av: list[Linje]
    inviteres: list[tuple[Ny, Linje, str]]
    skifter: list[Skifte]
    ikke_avgjort: list[str]


def legg_ut(skjema: Overleveringsskjema) -> Oversikt:
    """Lay out what a valid form will do."""
    siden, avtale = skjema.siden, skjema.avtale

    def linje(endring: Endring, naar: str) -> Linje:
        return Linje(siden.navn[endring.bruker], str(endring.rolle.label), naar, endring.er_ny)

    return Oversikt(
        sammendrag=sammendrag(avtale, siden.i_dag),
        advarsler=advarsler(siden, avtale),
        fortsetter=[linje(en, til_i_ord(en.etter)) for en in avtale.valgt(FORTSETTER)],
        gaar_av=[linje(en, av_i_ord(en.etter, siden.i_dag)) for en in avtale.valgt(GAAR_AV)],
        inviteres=[
            (ny, Linje(ny.navn, str(ny.rolle.label), til_i_ord(ny.til)), str(siden.lag[ny.lag]) if ny.lag else "")
            for ny in avtale.nye
        ],
        skifter=[_skifte(skjema, en) for en in avtale.overtakelser],
        ikke_avgjort=_ikke_avgjort(skjema, avtale.endringer),
    )


def _skifte(skjema: Overleveringsskjema, en: Overtakelse) -> Skifte:
    siden = skjema.siden
    til = siden.navn[en.til] if en.til is not None else ""
    if en.ny is not None:
        til = next(ny.navn for ny in skjema.avtale.nye if ny.nr == en.ny)
    tiltak = next(del_.person.tiltak for del_ in skjema.personer if del_.bruker == en.fra)
    return Skifte(siden.navn[en.fra], til, tiltak, naar_de_svarer=en.ny is not None)


def _ikke_avgjort(skjema: Overleveringsskjema, endringer: Iterable[Endring]) -> list[str]:
    """Name those with a role that nothing was chosen for; the role too, where something was chosen for another."""
    valgte = {(en.bruker, en.rolle) for en in endringer}
    rester = [(d, [v for v in d.verv if (d.bruker, v.verv.rolle) not in valgte]) for d in skjema.personer]
    return [_hvem(del_, rest) for del_, rest in rester if rest]


def _hvem(del_: Persondel, rest: list[VervForm]) -> str:
    navn = str(del_.person.bruker)
    return navn if len(rest) == len(del_.verv) else f"{navn} ({ramse([v.verv.rolle.label.lower() for v in rest])})"
