"""Codes that are a letter alone ("a" under goal 1.1): in plans that have no others, the goal's number is added."""

from dataclasses import replace

from tiltak.dokument.plandokument import Maal, Merknad
from tiltak.dokument.tabeller import BOKSTAV, er_kode


def med_maalets_nummer(maal: list[Maal]) -> tuple[list[Maal], list[Merknad]]:
    """Give the goals with "1.1a" for "a", and the remark that says so; as they are where some code has a number.

    A measure is cited by its code all over the app, where "a" alone would say nothing.
    """
    par = [(ett, tiltak) for ett in maal for tiltak in ett.tiltak]
    bokstaver = [(ett, tiltak) for ett, tiltak in par if BOKSTAV.match(tiltak.kode)]
    if not bokstaver or any(er_kode(tiltak.kode, ett.nummer) for ett, tiltak in par):
        return maal, []
    foerste, tiltak = bokstaver[0]
    ny = f"{foerste.nummer}{tiltak.kode}"
    hva = f"Kodene er bare en bokstav i dokumentet. Appen setter målets nummer foran: «{tiltak.kode}» er «{ny}»."
    return [_med_nummer(ett) for ett in maal], [Merknad(tiltak.linje, "kode-bare-bokstav", hva)]


def _med_nummer(maal: Maal) -> Maal:
    tiltak = [replace(ett, kode=f"{maal.nummer}{ett.kode}") if BOKSTAV.match(ett.kode) else ett for ett in maal.tiltak]
    return replace(maal, tiltak=tuple(tiltak))
