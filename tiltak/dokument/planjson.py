"""A plan document as JSON that comes in again unchanged: the plan's own file format, and how editions are kept.

Everything a plan consists of is in it, word for word. What belongs to one file alone is not: the line each thing stood
on, which kind of file it was, the contents page, and the slips, which are found anew when it is read.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from aktivitet.tekst import rens_linje, rens_tekst
from tiltak.dokument.fil import MAKS_BYTES_TEKST, UlesbartDokument
from tiltak.dokument.plandokument import (
    Aktivitetsrad,
    Avsnitt,
    Filslag,
    Kapittel,
    Maal,
    Periodemaal,
    Plandokument,
    Tiltak,
)

FORMAT = "arbeidsplan-1"
KAPITLER = ("innledning", "visjon", "periodemaal", "maal", "avslutning")
VALG = ("stortingsvalg", "fylkestingsvalg", "kommunestyrevalg")
STOERSTE_TALL = 32_767  # what the database holds in the smallest of the fields

_BARE_I_FILEN = ("linje",)


def til_json(dok: Plandokument) -> dict[str, Any]:
    """Give `dok` as dictionaries, lists, strings and numbers, ready for `json.dumps`."""
    data = asdict(dok) | {"format": FORMAT, "fra": dok.fra.isoformat(), "til": dok.til.isoformat()}
    for felt in ("innhold", "merknader", "filslag"):
        del data[felt]
    return {"format": FORMAT, **_uten_linjer(data)}


def er_planjson(innhold: bytes) -> bool:
    """Whether the file looks like JSON at all: told by its first sign."""
    return innhold.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def les_planjson(innhold: bytes) -> Plandokument:
    """Read a file that `til_json` gave. Raises UlesbartDokument with a sentence that names what is wrong in it."""
    if len(innhold) > MAKS_BYTES_TEKST:
        raise UlesbartDokument(f"Filen er på over {MAKS_BYTES_TEKST // 1_000_000} MB. Velg selve plandokumentet.")
    try:
        data = json.loads(innhold.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UlesbartDokument("Filen er ikke hel JSON. Last ned planen på nytt, og prøv igjen.") from None
    return fra_json(data)


def fra_json(data: Any) -> Plandokument:
    """Give the document that `til_json` wrote. Raises UlesbartDokument for anything else."""
    plan = _Leser(data, "planen")
    if plan.data.get("format") != FORMAT:
        raise UlesbartDokument(
            f"Filen er JSON, men ingen plan herfra: «format» er ikke «{FORMAT}». Velg en annen fil."
        )
    nr = iter(range(1, 10**9))  # stands for the line: what comes later has a higher one
    dok = Plandokument(
        organisasjon=plan.linje("organisasjon"),
        tittel=plan.linje("tittel"),
        undertittel=plan.linje("undertittel"),
        fra=plan.dag("fra"),
        til=plan.dag("til"),
        innhold=(),
        kapitler=tuple(_kapittel(ett, lambda: next(nr)) for ett in plan.liste("kapitler")),
        periodemaal=tuple(_periodemaal(ett, next(nr)) for ett in plan.liste("periodemaal")),
        maal=tuple(_maal(ett, lambda: next(nr)) for ett in plan.liste("maal")),
        aktivitetsplan=tuple(
            Aktivitetsrad(ett.linje("maaned"), ett.linje("valgaar"), ett.linje("mellomaar"), next(nr))
            for ett in plan.liste("aktivitetsplan")
        ),
        tomme_linjer=tuple(tall for tall in plan.tallene("tomme_linjer")),
        merknader=(),
        filslag=Filslag.JSON,
    )
    if dok.til < dok.fra:
        raise UlesbartDokument("Perioden i filen slutter før den begynner. Rett «fra» og «til», og prøv igjen.")
    if not dok.tittel:
        raise UlesbartDokument("Planen i filen har ingen tittel. Skriv den i «tittel», og prøv igjen.")
    return dok


class _Leser:
    """One object of the file, asked field by field. Every text is cleaned, and what is wrong is named."""

    def __init__(self, data: Any, sted: str) -> None:
        if not isinstance(data, dict):
            raise UlesbartDokument(f"Filen er JSON, men ingen plan herfra: {sted} er ikke et objekt.")
        self.data, self.sted = data, sted

    def _feil(self, felt: str, hva: str) -> UlesbartDokument:
        return UlesbartDokument(f"Filen er JSON, men ingen hel plan: «{felt}» i {self.sted} {hva}.")

    def tekst(self, felt: str) -> str:
        verdi = self.data.get(felt, "")
        if not isinstance(verdi, str):
            raise self._feil(felt, "er ikke tekst")
        return rens_tekst(verdi)

    def linje(self, felt: str) -> str:
        return rens_linje(self.tekst(felt))

    def valg(self, felt: str, lovlige: tuple[str, ...]) -> str:
        verdi = self.tekst(felt)
        if verdi not in lovlige:
            raise self._feil(felt, f"må være en av: {', '.join(ett for ett in lovlige if ett)}")
        return verdi

    def tall(self, felt: str) -> int | None:
        verdi = self.data.get(felt)
        if verdi is not None and (type(verdi) is not int or not 0 <= verdi <= STOERSTE_TALL):
            raise self._feil(felt, "er ikke et helt tall")
        return verdi

    def tallene(self, felt: str) -> list[int]:
        verdi = self.data.get(felt, [])
        if not isinstance(verdi, list) or not all(type(ett) is int and 0 <= ett <= STOERSTE_TALL for ett in verdi):
            raise self._feil(felt, "er ikke en liste med hele tall")
        return verdi

    def ja(self, felt: str) -> bool:
        verdi = self.data.get(felt, False)
        if not isinstance(verdi, bool):
            raise self._feil(felt, "er verken true eller false")
        return verdi

    def dag(self, felt: str) -> date:
        try:
            return date.fromisoformat(self.tekst(felt))
        except ValueError:
            raise self._feil(felt, "er ingen dato") from None

    def liste(self, felt: str) -> "list[_Leser]":
        verdi = self.data.get(felt, [])
        if not isinstance(verdi, list):
            raise self._feil(felt, "er ikke en liste")
        return [_Leser(ett, f"{felt} nr. {nr}") for nr, ett in enumerate(verdi, start=1)]


def _kapittel(lest: _Leser, neste: Callable[[], int]) -> Kapittel:
    return Kapittel(
        slag=lest.valg("slag", KAPITLER),
        overskrift=lest.linje("overskrift"),
        margin=lest.tall("margin"),
        margin_til=lest.tall("margin_til"),
        linje=neste(),
        avsnitt=tuple(_avsnitt(ett, neste()) for ett in lest.liste("avsnitt")),
    )


def _avsnitt(lest: _Leser, linje: int) -> Avsnitt:
    return Avsnitt(lest.tekst("tekst"), lest.ja("punkt"), lest.tall("margin_fra"), lest.tall("margin_til"), linje)


def _periodemaal(lest: _Leser, linje: int) -> Periodemaal:
    return Periodemaal(
        tekst=lest.tekst("tekst"),
        margin=lest.tall("margin"),
        margin_til=lest.tall("margin_til"),
        linje=linje,
        antall=lest.tall("antall"),
        per_valgkrets=lest.ja("per_valgkrets"),
        valg=lest.valg("valg", VALG) if lest.data.get("valg") is not None else None,
        valgaar=lest.tall("valgaar"),
    )


def _maal(lest: _Leser, neste: Callable[[], int]) -> Maal:
    return Maal(
        nummer=lest.linje("nummer"),
        forelder=lest.linje("forelder") if lest.data.get("forelder") is not None else None,
        overskrift=lest.linje("overskrift"),
        margin=lest.tall("margin"),
        margin_til=lest.tall("margin_til"),
        linje=neste(),
        motto=lest.linje("motto"),
        motto_margin=lest.tall("motto_margin"),
        avsnitt=tuple(_avsnitt(ett, neste()) for ett in lest.liste("avsnitt")),
        tiltak=tuple(
            Tiltak(
                kode=ett.linje("kode"),
                tekst=ett.tekst("tekst"),
                gjennomfoering=ett.linje("gjennomfoering"),
                ansvarlig=ett.linje("ansvarlig"),
                linje=neste(),
            )
            for ett in lest.liste("tiltak")
        ),
    )


def _uten_linjer(data: Any) -> Any:
    """The same without the numbers of lines, and with lists for tuples, as JSON has them."""
    if isinstance(data, dict):
        return {felt: _uten_linjer(verdi) for felt, verdi in data.items() if felt not in _BARE_I_FILEN}
    if isinstance(data, (list, tuple)):
        return [_uten_linjer(verdi) for verdi in data]
    return data
