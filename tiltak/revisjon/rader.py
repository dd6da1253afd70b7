"""Works the rows of a revised draft into those of the plan, kind by kind: those that go on are changed where they are,
new ones are moved over as they are, and each change is told to the log."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..dokument.forskjell import Forskjell
from ..ordlyd import ORDLYD, Endring, lagt_til
from ..redigering.plass import eieren, som_nabo
from ..utgave import Endringslogg

SettEier = Callable[[Any, Any, Mapping[int, Any]], None]

BATCH = 500
PLASS = ("plass", "maal", "forelder", "eier")  # what a part is moved by, beside what it is called


@dataclass
class Flettet:
    """The rows of one kind as they are in the plan afterwards, by index in the draft, and those that go out of it."""

    rader: list[Any]
    borte: list[Any]


def flett_rader(
    forskjeller: Iterable[Forskjell[Any]],
    gamle: Sequence[Any],
    nye: Sequence[Any],
    felter: tuple[str, ...],
    logg: Endringslogg,
    sett_eier: SettEier,
) -> Flettet:
    """Change the rows that go on, move new ones over, and store both; what goes out is left to whoever asks.

    `felter` are taken over from the draft's rows. `sett_eier` hangs a row where the draft's own row hangs; it gets
    both, and from each of the draft's keys the row that it became.
    """
    hvor, foer = _steder(gamle), {id(rad): _verdiene(rad) for rad in (*gamle, *nye)}
    flettet = Flettet([None] * len(nye), [])
    for ett in forskjeller:
        if ett.ny_nr is None:
            flettet.borte += [gamle[nr] for nr in (ett.gammel_nr,) if nr is not None]
        elif ett.gammel_nr is None:
            flettet.rader[ett.ny_nr] = nye[ett.ny_nr]
        else:
            flettet.rader[ett.ny_nr] = gamle[ett.gammel_nr]
            _ta_over(gamle[ett.gammel_nr], nye[ett.ny_nr], felter, logg)
    ble = {ny.pk: rad for ny, rad in zip(nye, flettet.rader, strict=True)}
    for ny, rad in zip(nye, flettet.rader, strict=True):
        sett_eier(rad, ny, ble)
    steder = _steder(flettet.rader)
    for ett in forskjeller:
        rad = None if ett.ny_nr is None else flettet.rader[ett.ny_nr]
        if rad is not None and ett.gammel_nr is None:
            logg.skriv(rad, lagt_til(rad))
        elif rad is not None and set(ett.flyttet) & set(PLASS):
            logg.skriv(rad, Endring("plass", hvor[id(rad)], steder[id(rad)]))
    _lagre([(rad, foer[id(rad)]) for rad in flettet.rader])
    return flettet


def _ta_over(rad: Any, ny: Any, felter: Iterable[str], logg: Endringslogg) -> None:
    """Give a row what the draft's has. Only other words make it another version: a place is nobody's to write over."""
    verdier = {felt: getattr(ny, felt) for felt in felter}
    ordlyd = {felt: verdi for felt, verdi in verdier.items() if felt in ORDLYD[type(rad)]}
    logg.skriv_felter(rad, ordlyd)
    if any(getattr(rad, felt) != verdi for felt, verdi in ordlyd.items()):
        rad.versjon += 1
    for felt, verdi in verdier.items():
        setattr(rad, felt, verdi)


def _verdiene(rad: Any) -> dict[str, Any]:
    return {felt.name: getattr(rad, felt.attname) for felt in rad._meta.concrete_fields if not felt.primary_key}


def _lagre(rader: Iterable[tuple[Any, dict[str, Any]]]) -> None:
    """Store those that are not as they were, and of them the fields that any has changed."""
    endret: list[Any] = []
    felter: set[str] = set()
    for rad, foer in rader:
        if ulike := {felt for felt, verdi in _verdiene(rad).items() if foer[felt] != verdi}:
            endret.append(rad)
            felter |= ulike
    if endret:
        type(endret[0])._default_manager.bulk_update(endret, sorted(felter), batch_size=BATCH)


def _steder(rader: Iterable[Any]) -> dict[int, str]:
    """Where each stands among its neighbours, in words: "etter Tiltak 1.1a", "først i 1.1 Tydelig stemme"."""
    steder: dict[int, str] = {}
    siste: dict[int, Any] = {}
    for rad in rader:
        eier = eieren(rad)
        foran = siste.get(id(eier))
        steder[id(rad)] = f"etter {som_nabo(foran)}" if foran else f"først i {eier}" if eier else "først"
        siste[id(eier)] = rad
    return steder
