"""The numbers and bullets that Word makes itself: they stand in no text, so they are counted here as Word counts them.

A paragraph names a list (`num`) and a level in it. Several lists may share one definition (`abstractNum`), and go on
counting where the other stopped, unless a list says where it begins.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tiltak.dokument.word.stiler import Stiler
from tiltak.dokument.word.xml import Element, W, heltall, paa, val

NIVAAER = 9
_MAKS_TEKST = 40  # characters of the pattern that a number is written by
_ABSTRACT, _NUM, _LVL, _OVERSTYRING = (f"{W}{navn}" for navn in ("abstractNum", "num", "lvl", "lvlOverride"))
_KULETEGN = "•"

_ROMERTALL = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True)
class Nivaa:
    """How one level of a list is counted and written. `begynner_etter`: the level whose next number begins it anew."""

    start: int = 1
    format: str = "decimal"
    tekst: str = ""
    begynner_etter: int | None = None
    stil: str = ""
    bare_tall: bool = False

    @property
    def er_kule(self) -> bool:
        return self.format == "bullet"


@dataclass(frozen=True)
class Merke:
    """What Word puts in front of a paragraph of a list: a number as it is written, or a bullet."""

    tekst: str
    kule: bool
    liste: str


class Nummerering:
    """The lists of a document, and how far each has come: ask for the marks in the document's order, once each."""

    def __init__(self, rot: Element | None, stiler: Stiler) -> None:
        self._maler: dict[str, list[Nivaa]] = {}
        self._lister: dict[str, Element] = {}
        self._malen_til: dict[str, str] = {}
        self._nivaaer: dict[str, list[Nivaa]] = {}
        self._starter: dict[str, dict[int, int]] = {}
        self._talt: dict[str, list[int | None]] = {}
        if rot is None:
            return
        lenker: dict[str, str] = {}
        for mal in rot.iterchildren(_ABSTRACT):
            id_ = mal.get(f"{W}abstractNumId", "")
            self._maler[id_] = list(_les_nivaaer(mal))
            if lenke := val(mal, f"{W}numStyleLink"):
                lenker[id_] = lenke
        for num in rot.iterchildren(_NUM):
            num_id = num.get(f"{W}numId", "")
            self._lister[num_id] = num
            self._malen_til[num_id] = val(num, f"{W}abstractNumId") or ""
        for id_, stil in lenker.items():  # the definition stands with the list that a style names
            num_id = stiler.stil(stil).num_id or ""
            self._maler[id_] = self._maler.get(self._malen_til.get(num_id, ""), self._maler[id_])

    def merke(self, num_id: str, ilvl: int | None, stil: str) -> Merke | None:
        """The mark of the next paragraph in list `num_id`; where no level is given, the list knows it by the style."""
        if num_id not in self._nivaaer:
            self._les_liste(num_id)
        nivaaer = self._nivaaer[num_id]
        if not nivaaer:
            return None
        if ilvl is None:
            ilvl = next((nr for nr, nivaa in enumerate(nivaaer) if stil and nivaa.stil == stil), 0)
        ilvl = min(ilvl, NIVAAER - 1)
        nivaa = nivaaer[ilvl]
        if nivaa.er_kule:
            return Merke(_KULETEGN, kule=True, liste=num_id)
        talt = self._tell(num_id, ilvl, nivaaer)
        tekst = _skriv(nivaa, nivaaer, talt)
        return Merke(tekst, kule=False, liste=num_id) if tekst else None

    def _les_liste(self, num_id: str) -> None:
        nivaaer = list(self._maler.get(self._malen_til.get(num_id, ""), ()))
        starter: dict[int, int] = {}
        for overstyring in self._lister.get(num_id, ()):
            if overstyring.tag != _OVERSTYRING:
                continue
            ilvl = heltall(overstyring.get(f"{W}ilvl"), 0) or 0
            nytt = overstyring.find(_LVL)
            start = heltall(val(overstyring, f"{W}startOverride"))
            if ilvl >= len(nivaaer):
                continue
            if nytt is not None:
                nivaaer[ilvl] = _les_nivaa(nytt)
            if start is not None:
                starter[ilvl] = start
                nivaaer[ilvl] = replace(nivaaer[ilvl], start=start)
        self._nivaaer[num_id] = nivaaer
        self._starter[num_id] = starter

    def _tell(self, num_id: str, ilvl: int, nivaaer: list[Nivaa]) -> list[int | None]:
        """Count one on at this level. A level below begins anew, unless it says that it does so elsewhere or never."""
        talt = self._talt.setdefault(self._malen_til[num_id], [None] * NIVAAER)
        for nr in self._starter.pop(num_id, {}):  # the list is used for the first time, and begins by itself
            talt[nr:] = [None] * (NIVAAER - nr)
        forrige = talt[ilvl]
        talt[ilvl] = nivaaer[ilvl].start if forrige is None else forrige + 1
        for nr in range(ilvl + 1, NIVAAER):
            etter = nivaaer[nr].begynner_etter
            if etter is None or ilvl < etter:
                talt[nr] = None
        return talt


def _les_nivaaer(mal: Element) -> Iterator[Nivaa]:
    lest = {heltall(lvl.get(f"{W}ilvl"), 0): _les_nivaa(lvl) for lvl in mal.iterchildren(_LVL)}
    yield from (lest.get(nr, Nivaa()) for nr in range(NIVAAER))


def _les_nivaa(lvl: Element) -> Nivaa:
    return Nivaa(
        start=heltall(val(lvl, f"{W}start"), 1) or 0,
        format=val(lvl, f"{W}numFmt") or "decimal",
        tekst=(val(lvl, f"{W}lvlText") or "")[:_MAKS_TEKST],
        begynner_etter=heltall(val(lvl, f"{W}lvlRestart")),
        stil=val(lvl, f"{W}pStyle") or "",
        bare_tall=bool(paa(lvl, f"{W}isLgl")),
    )


def _skriv(nivaa: Nivaa, nivaaer: list[Nivaa], talt: list[int | None]) -> str:
    """The number as the level writes it: "%1.%2" with each figure in its own level's format."""
    tekst = nivaa.tekst
    for nr, ett in enumerate(nivaaer):
        if f"%{nr + 1}" in tekst:
            antall = talt[nr]
            verdi = ett.start if antall is None else antall
            skrevet = str(verdi) if nivaa.bare_tall else _FORMATER.get(ett.format, str)(verdi)
            tekst = tekst.replace(f"%{nr + 1}", skrevet)
    return tekst.strip()


def _bokstav(tall: int) -> str:
    """1 is a, 26 is z, 27 is aa: Word repeats the letter."""
    if not 0 < tall <= 26 * 5:
        return str(tall)
    return chr(ord("a") + (tall - 1) % 26) * ((tall - 1) // 26 + 1)


def _romersk(tall: int) -> str:
    if not 0 < tall < 4000:
        return str(tall)
    skrevet = ""
    for verdi, tegn in _ROMERTALL:
        skrevet += tegn * (tall // verdi)
        tall %= verdi
    return skrevet


_FORMATER: dict[str, Callable[[int], str]] = {
    "none": lambda tall: "",
    "decimalZero": lambda tall: f"{tall:02}",
    "lowerLetter": _bokstav,
    "upperLetter": lambda tall: _bokstav(tall).upper(),
    "lowerRoman": _romersk,
    "upperRoman": lambda tall: _romersk(tall).upper(),
}
