"""The directory at the end of a zip, bounded before zipfile makes an object of each of its entries."""

from struct import unpack_from

MAKS_REGISTER = 1_000_000  # bytes of the directory itself, about 200 for each part

_SLUTTPOST, _ZIP64 = b"PK\x05\x06", b"PK\x06\x07"


def registeret_er_helt(innhold: bytes) -> bool:
    """Whether there is a directory at all."""
    slutt = _slutten(innhold)
    return slutt >= 0 and len(innhold) >= slutt + 22


def registeret_er_for_stort(innhold: bytes) -> bool:
    """Whether a directory that is there is longer than any document's, or made for files over 4 GB."""
    slutt = _slutten(innhold)
    (lengde,) = unpack_from("<L", innhold, slutt + 12)
    return lengde > MAKS_REGISTER or innhold[max(0, slutt - 20) :].startswith(_ZIP64)


def _slutten(innhold: bytes) -> int:
    """Where the last record of the zip is, which says how long the directory is: looked for where zipfile does."""
    slutt = len(innhold) - 22
    if innhold[slutt : slutt + 4] == _SLUTTPOST and innhold[-2:] == b"\0\0":
        return slutt
    return innhold.rfind(_SLUTTPOST, max(0, len(innhold) - 22 - 0xFFFF))
