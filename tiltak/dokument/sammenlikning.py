"""Compares two versions of a plan: part by part what is new, changed, moved, both, gone, or as it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tiltak.dokument.forskjell import Forskjell, Under, forskjeller, ulike
from tiltak.dokument.kobling import Kobling, Merke, koble
from tiltak.dokument.plandokument import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plandokument, Tiltak

Eier = tuple[str, int]  # whose a paragraph is: ("kapittel" or "maal", its index)

HODE = ("tittel", "undertittel", "organisasjon", "fra", "til")
NOK_TEKST = 2000  # signs; what a goal or a chapter is told by


@dataclass(frozen=True)
class Plansammenlikning:
    """Everything that differs between two versions of a plan: of each kind in the new order, what is gone after it."""

    hode: tuple[str, ...]
    kapitler: tuple[Forskjell[Kapittel], ...]
    avsnitt: tuple[Forskjell[Avsnitt], ...]
    periodemaal: tuple[Forskjell[Periodemaal], ...]
    maal: tuple[Forskjell[Maal], ...]
    tiltak: tuple[Forskjell[Tiltak], ...]
    aktivitetsplan: tuple[Forskjell[Aktivitetsrad], ...]


def sammenlikn(
    gammel: Plandokument,
    ny: Plandokument,
    maal: Sequence[Kobling] | None = None,
    tiltak: Sequence[Kobling] | None = None,
) -> Plansammenlikning:
    """Compare the two. Which goals and measures are the same may be said; otherwise it is found out."""
    maal = koble_maal(gammel, ny) if maal is None else maal
    tiltak = koble_tiltak(gammel, ny, maal) if tiltak is None else tiltak
    kapitler = koble([*map(_kapittel, gammel.kapitler)], [*map(_kapittel, ny.kapitler)])
    samme_maal = {ett.ny: ett.gammel for ett in maal}
    samme_eier = _samme_eier(kapitler, maal)
    gamle_avsnitt, nye_avsnitt = avsnittene(gammel), avsnittene(ny)
    gamle_tiltak, nye_tiltak = tiltakene(gammel), tiltakene(ny)
    avsnitt = koble(
        [Merke(ett.tekst, sted=eier) for eier, ett in gamle_avsnitt],
        [Merke(ett.tekst, sted=samme_eier.get(eier)) for eier, ett in nye_avsnitt],
    )
    forelder = _foreldre(gammel), _foreldre(ny)
    return Plansammenlikning(
        hode=ulike(gammel, ny, HODE),
        kapitler=forskjeller(gammel.kapitler, ny.kapitler, kapitler, ("slag", "overskrift")),
        avsnitt=forskjeller(
            [ett for _, ett in gamle_avsnitt],
            [ett for _, ett in nye_avsnitt],
            avsnitt,
            ("tekst", "punkt"),
            under=Under("eier", [eier for eier, _ in gamle_avsnitt], [eier for eier, _ in nye_avsnitt], samme_eier),
        ),
        periodemaal=forskjeller(
            gammel.periodemaal,
            ny.periodemaal,
            koble([*map(_periodemaal, gammel.periodemaal)], [*map(_periodemaal, ny.periodemaal)]),
            ("tekst", "antall", "per_valgkrets", "valg", "valgaar"),
        ),
        maal=forskjeller(
            gammel.maal,
            ny.maal,
            maal,
            ("overskrift", "motto"),
            kode="nummer",
            under=Under("forelder", *forelder, samme_maal),
        ),
        tiltak=forskjeller(
            [ett for _, ett in gamle_tiltak],
            [ett for _, ett in nye_tiltak],
            tiltak,
            ("tekst", "gjennomfoering", "ansvarlig"),
            kode="kode",
            under=Under("maal", [nr for nr, _ in gamle_tiltak], [nr for nr, _ in nye_tiltak], samme_maal),
        ),
        aktivitetsplan=forskjeller(
            gammel.aktivitetsplan,
            ny.aktivitetsplan,
            koble([*map(_rad, gammel.aktivitetsplan)], [*map(_rad, ny.aktivitetsplan)]),
            ("maaned", "valgaar", "mellomaar"),
        ),
    )


def koble_maal(gammel: Plandokument, ny: Plandokument, faste: Iterable[tuple[int | None, int]] = ()) -> list[Kobling]:
    """Pair the goals, by heading and by everything that stands under it. `faste` is decided already: see `koble`."""
    return koble([*map(_maal, gammel.maal)], [*map(_maal, ny.maal)], faste)


def koble_tiltak(
    gammel: Plandokument,
    ny: Plandokument,
    maal: Iterable[Kobling],
    faste: Iterable[tuple[int | None, int]] = (),
) -> list[Kobling]:
    """Pair the measures, when it is known which goals are the same. `faste` is decided already: see `koble`."""
    samme_maal = {ett.ny: ett.gammel for ett in maal}
    return koble(
        [_tiltak(ett, gammel.maal[nr].nummer, nr) for nr, ett in tiltakene(gammel)],
        [_tiltak(ett, ny.maal[nr].nummer, samme_maal.get(nr, -1)) for nr, ett in tiltakene(ny)],
        faste,
    )


def tiltakene(dok: Plandokument) -> list[tuple[int, Tiltak]]:
    """All the measures in order, each with the index of its goal."""
    return [(nr, ett) for nr, maal in enumerate(dok.maal) for ett in maal.tiltak]


def avsnittene(dok: Plandokument) -> list[tuple[Eier, Avsnitt]]:
    """All the paragraphs in order, chapters' before goals', each with whose it is."""
    av_kapittel = [(("kapittel", nr), ett) for nr, eier in enumerate(dok.kapitler) for ett in eier.avsnitt]
    return av_kapittel + [(("maal", nr), ett) for nr, eier in enumerate(dok.maal) for ett in eier.avsnitt]


def _kapittel(ett: Kapittel) -> Merke:
    tekst = " ".join([ett.overskrift, *(avsnitt.tekst for avsnitt in ett.avsnitt)])
    return Merke(tekst.strip()[:NOK_TEKST], kode=ett.slag, navn=f"{ett.slag} {ett.overskrift}")


def _maal(ett: Maal) -> Merke:
    under = [tiltak.tekst for tiltak in ett.tiltak] + [avsnitt.tekst for avsnitt in ett.avsnitt]
    navn = f"{ett.overskrift} {ett.motto}".strip()
    return Merke(" ".join([navn, *under]).strip()[:NOK_TEKST], kode=ett.nummer, navn=navn)


def _tiltak(ett: Tiltak, nummer: str, maal: int) -> Merke:
    """The code without the goal's number: "b" stays "b" when its goal gets another number."""
    return Merke(ett.tekst, kode=ett.kode.removeprefix(nummer), sted=maal)


def _periodemaal(ett: Periodemaal) -> Merke:
    valg = f"{ett.valg} {ett.valgaar} {ett.per_valgkrets}" if ett.valg else ""
    return Merke(ett.tekst, kode=valg)


def _rad(ett: Aktivitetsrad) -> Merke:
    return Merke(f"{ett.maaned} {ett.valgaar} {ett.mellomaar}".strip(), navn=ett.maaned)


def _samme_eier(kapitler: Iterable[Kobling], maal: Iterable[Kobling]) -> dict[Eier, Eier]:
    like: dict[Eier, Eier] = {("kapittel", ett.ny): ("kapittel", ett.gammel) for ett in kapitler}
    return like | {("maal", ett.ny): ("maal", ett.gammel) for ett in maal}


def _foreldre(dok: Plandokument) -> list[int | None]:
    """Each goal's parent as an index: the latest one above it with that number, should a number stand twice."""
    sett: dict[str, int] = {}
    svar = []
    for nr, ett in enumerate(dok.maal):
        svar.append(sett.get(ett.forelder or ""))
        sett[ett.nummer] = nr
    return svar
