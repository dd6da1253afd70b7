"""Pure: the report's measures as rows, one for each due date: what its CSV and its workbook both write."""

from collections.abc import Iterator

from aktivitet.tekst import rens_linje, rens_tekst

from ..uttak.celler import Verdi
from .deler import Linje, Maaldel, Rapportinnhold, Sak, Tiltaksdel

I_PERIODEN = "I perioden"  # these alone are in the figures
UTEN_FRIST = "Uten frist i perioden"
GJORT_SENERE = "Gjort i perioden, frist før den"
GLIDD = "Fra før perioden"

KOLONNER = {  # the columns, with how wide each is in a sheet
    "Gjelder": 18,
    "Målnummer": 11,
    "Mål": 28,
    "Kode": 11,
    "Tiltak": 52,
    "Gjennomføring": 22,
    "Ansvarlig": 20,
    "Termin": 18,
    "Frist": 12,
    "Anslag": 9,
    "Status": 20,
    "Utført": 12,
    "Etter siste dag": 12,
    "Utsatt til": 12,
    "Satt etter siste dag": 14,
    "Ord": 52,
}

Rad = tuple[Verdi, ...]


def tiltaksrader(innhold: Rapportinnhold) -> list[Rad]:
    """Give a row under KOLONNER for each due date in the period in the plan's order, and one for a measure that has
    none; then what was done in the period though due before it, and what is left from before.

    Texts are cleaned, and what is not there is None. The rows of I_PERIODEN add up to the report's figures.
    """
    rader: list[Rad] = []
    for maal in innhold.maal:
        for tiltak in maal.tiltak:
            rader += [_rad(I_PERIODEN, maal, tiltak, en) for en in tiltak.alle] or [_rad(UTEN_FRIST, maal, tiltak)]
    hjem = {tiltak.kode: (maal, tiltak) for maal in innhold.maal for tiltak in maal.tiltak}
    for gjelder, saker in ((GJORT_SENERE, innhold.gjort_senere), (GLIDD, innhold.glidd)):
        rader += [_rad(gjelder, *_hjemme(hjem, sak), sak.linje) for sak in saker]
    return rader


def _hjemme(hjem: dict[str, tuple[Maaldel, Tiltaksdel]], sak: Sak) -> tuple[Maaldel | None, Tiltaksdel]:
    """The goal and the measure that a case is of, with the case's own wording. Its code is told nowhere else."""
    maal, tiltak = hjem.get(sak.kode, (None, None))
    return maal, Tiltaksdel(
        sak.kode, sak.tekst, tiltak.gjennomfoering if tiltak else "", tiltak.ansvarlig if tiltak else ""
    )


def _rad(gjelder: str, maal: Maaldel | None, tiltak: Tiltaksdel, linje: Linje | None = None) -> Rad:
    return (
        gjelder,
        *map(_ryddig, (maal.nummer, maal.overskrift) if maal else ("", "")),
        _ryddig(tiltak.kode),
        rens_tekst(tiltak.tekst) or None,
        _ryddig(tiltak.gjennomfoering),
        _ryddig(tiltak.ansvarlig),
        *(_linjen(linje) if linje else (None,) * 9),
    )


def _linjen(linje: Linje) -> Iterator[Verdi]:
    yield _ryddig(linje.etikett)
    yield linje.frist or linje.anslag
    yield _ja_nei(linje.anslag is not None)
    yield linje.status
    yield linje.utfoert
    yield _ja_nei(linje.etter_siste_dag)
    yield linje.utsatt_til
    yield linje.satt
    yield rens_tekst(linje.merknad) or None


def _ryddig(tekst: str) -> str | None:
    return rens_linje(tekst) or None


def _ja_nei(er_sant: bool) -> str:
    return "ja" if er_sant else "nei"
