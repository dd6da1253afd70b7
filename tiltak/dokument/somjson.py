"""A read document as the dictionary that `importer_plan --json` prints: a promise to others, so in one place."""

from collections.abc import Callable, Iterable
from typing import Any

from tiltak.dokument.plandokument import Kapittel, Plandokument


def som_json(dok: Plandokument, forstaatt: Callable[[str], bool]) -> dict[str, Any]:
    """Give `dok` as plain dictionaries, lists and strings; `forstaatt` says whether a phrase can be read."""
    return {
        "tittel": dok.tittel,
        "fra": dok.fra.isoformat(),
        "til": dok.til.isoformat(),
        "innledning": _avsnitt(dok.kapitler_av("innledning")),
        "visjon": _avsnitt(dok.kapitler_av("visjon")),
        "periodemaal": [maal.tekst for maal in dok.periodemaal],
        "maal": [
            {
                "nummer": maal.nummer,
                "overskrift": maal.overskrift,
                "motto": maal.motto,
                "tekst": [avsnitt.tekst for avsnitt in maal.avsnitt],
                "tiltak": [
                    {
                        "kode": tiltak.kode,
                        "tekst": tiltak.tekst,
                        "gjennomfoering": tiltak.gjennomfoering,
                        "ansvarlig": tiltak.ansvarlig,
                        "forstaatt": bool(forstaatt(tiltak.gjennomfoering)),
                        "linje": tiltak.linje,
                    }
                    for tiltak in maal.tiltak
                ],
            }
            for maal in dok.maal
        ],
        "kapitler": [
            {"overskrift": kapittel.overskrift, "tekst": [avsnitt.tekst for avsnitt in kapittel.avsnitt]}
            for kapittel in dok.kapitler_av("avslutning")
        ],
        "faste_aktiviteter": [
            {"maaned": rad.maaned, "valgaar": rad.valgaar, "mellomaar": rad.mellomaar} for rad in dok.aktivitetsplan
        ],
        "merknader": [{"linje": m.linje, "hva": m.hva, "tekst": m.tekst} for m in dok.merknader],
    }


def _avsnitt(kapitler: Iterable[Kapittel]) -> list[str]:
    return [avsnitt.tekst for kapittel in kapitler for avsnitt in kapittel.avsnitt]
