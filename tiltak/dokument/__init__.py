"""Reads a plan document, as bytes, into dataclasses: pure, without Django and without a database."""

from tiltak.dokument.fil import MAKS_BYTES, MAKS_BYTES_TEKST, UlesbartDokument
from tiltak.dokument.lesing import les_dokument
from tiltak.dokument.plandokument import (
    Aktivitetsrad,
    Avsnitt,
    Filslag,
    Innholdslinje,
    Kapittel,
    Maal,
    Merknad,
    Periodemaal,
    Plandokument,
    Tiltak,
)
from tiltak.dokument.somjson import som_json

__all__ = [
    "MAKS_BYTES",
    "MAKS_BYTES_TEKST",
    "Aktivitetsrad",
    "Avsnitt",
    "Filslag",
    "Innholdslinje",
    "Kapittel",
    "Maal",
    "Merknad",
    "Periodemaal",
    "Plandokument",
    "Tiltak",
    "UlesbartDokument",
    "les_dokument",
    "som_json",
]
