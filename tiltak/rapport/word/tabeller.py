"""The report's tables for Word: figures, measures, cases told apart from their goals, and the year's activities."""

from collections.abc import Container, Iterable, Iterator, Sequence

from aktivitet.hjul.aaret import Aaret
from aktivitet.hjul.rader import Maaned, Rad
from aktivitet.tid import dag_i_ord

from ...figurer import Figurer
from ...models.termin import Stilling
from ...uttak.word.sideoppsett import TEKSTBREDDE
from ...uttak.word.stiler import TABELLTEKST
from ...uttak.word.xml import Celle, Element, avsnitt, element, fast, loep, tabell
from ..deler import Maaldel, Periodefigurer, Rapportinnhold, Sak
from .stil import SMAATALL, TABELL, TABELLNOTE, TABELLTITTEL
from .tekst import linjen, sterk, stillingen, tiltaket

_KODE, _KORT_KODE, _LANG_KODE = 907, 7, 1500
_STATUS, _SMAL = 3700, 890
_DELT = {  # the words that a narrow column has to divide, with where
    Stilling.GJENNOMFOERT: "Gjennom\u00adført",
    Stilling.DELVIS: "Delvis gjennom\u00adført",
    Stilling.IKKE_GJENNOMFOERT: "Ikke gjennom\u00adført",
    Stilling.MANGLER_VURDERING: "Mangler vurde\u00adring",
}


def talltabell(figurer: Figurer, foer: Periodefigurer | None, navn: str) -> Iterator[Element]:
    """Each figure with its share, and beside it that of the year before, where there is one. `navn` is what the
    report's own days are called then."""
    hode = ["Status", *(["Antall", "Andel"] if foer is None else [navn, "Andel", foer.kort_navn, "Andel"])]
    rader: list[Sequence[Celle]] = [[hode[0], *map(_tall, hode[1:])]]
    for nr, tall in enumerate(figurer.tall):
        det = [foer.figurer.tall[nr]] if foer else []
        rader.append(
            [tall.navn, *(_tall(verdi) for ett in (tall, *det) for verdi in (ett.antall, f"{ett.prosent}\u00a0%"))]
        )
    alle = [figurer, *([foer.figurer] if foer else [])]
    rader.append(
        ["Frister i alt", *(_tall(verdi) for en in alle for verdi in (en.frist, "100\u00a0%" if en.frist else ""))]
    )
    mot = f", mot {foer.navn}" if foer else ""
    tittel = f"Frister i perioden, og hvordan det gikk{mot}. Andelene er avrundet."
    yield from _med_tittel(tittel, [3000, *[1200] * (len(hode) - 1)], rader)


def tall_for_hver(tittel: str, hva: str, deler: Iterable[tuple[str, Figurer]], samlet: Figurer) -> Iterator[Element]:
    """A row for each part with all of its figures, and one for all of them together."""
    hode = ["Frister", *(_DELT[stilling] if stilling in _DELT else str(stilling.label) for stilling in Stilling)]
    rader: list[Sequence[Celle]] = [(_smaa(hva), *map(_smaa, hode))]
    for navn, figurer in [*deler, ("I alt", samlet)]:
        tallene = [figurer.frist, *(tall.antall for tall in figurer.tall)]
        rader.append([_smaa(navn), *(_tall(tall, SMAATALL) for tall in tallene)])
    yield from _med_tittel(tittel, [TEKSTBREDDE - _SMAL * len(hode), *[_SMAL] * len(hode)], rader)


def tiltakstabell(maal: Maaldel) -> Iterator[Element]:
    """The measures of a goal with how they stand, under its figures in words."""
    rader = [(ett.kode, tiltaket(ett), stillingen(ett)) for ett in maal.tiltak]
    yield from _kodetabell(maal.figurer.i_ord, rader, {nr for nr, ett in enumerate(maal.tiltak, 1) if ett.er_lang})


def sakstabell(tittel: str, saker: Sequence[Sak]) -> Iterator[Element]:
    """Measures told apart from their goals, each with one line."""
    rader = [
        (
            sak.kode,
            [avsnitt(TABELLTEKST, sak.tekst), avsnitt(TABELLNOTE, f"Frist: {sak.linje.naar}")],
            [*linjen(sak.linje, med_frist=False)],
        )
        for sak in saker
    ]
    yield from _kodetabell(tittel, rader, {nr for nr, sak in enumerate(saker, 1) if sak.er_lang})


def aktivitetstabell(aaret: Aaret) -> Iterator[Element]:
    """The activities of the year in the order of time, each with its month."""
    rader: list[Sequence[Celle]] = [("Måned", "Når", "Hva", "Arrangør")]
    rader += [_aktivitet(maaned, rad) for maaned in aaret.maaneder for rad in maaned.rader]
    yield from _med_tittel("Måned for måned", [1500, 1900, TEKSTBREDDE - 5500, 2100], rader, radhode=False)


def maaltabell(innhold: Rapportinnhold) -> Iterator[Element]:
    """The plan's goals for its whole period, and how far each has come."""
    maalene = innhold.perioden.maal if innhold.perioden else ()
    rader: list[Sequence[Celle]] = [("Mål", "Slik står det")]
    rader += [(ett.tekst, ett.stand or "Ikke tallfestet") for ett in maalene]
    yield from _med_tittel(
        "Mål for perioden, med planens egen ordlyd, og hvor langt de er kommet",
        [TEKSTBREDDE - 3500, 3500],
        rader,
        radhode=False,
    )


def _aktivitet(maaned: Maaned, rad: Rad) -> Sequence[Celle]:
    flyttet = [f"Flyttet fra {dag_i_ord(rad.flyttet_fra)}"] if rad.flyttet_fra else []
    merker = [loep(f" {' · '.join([*rad.merker, *flyttet])}")] if rad.merker or flyttet else []
    hva = [avsnitt(TABELLTEKST, sterk(rad.tittel), *([fast(" – "), *merker] if merker else []))]
    slag = [rad.slag.ord.capitalize()] if rad.slag.merke != "annet" else []
    under = " · ".join([*slag, *filter(None, [rad.sted])])
    if under:
        hva.append(avsnitt(TABELLNOTE, under))
    return _stor(maaned.navn), _stor(rad.naar), hva, rad.arrangoer


def _kodetabell(tittel: str, rader: Sequence[tuple[str, Celle, Celle]], lange: set[int]) -> Iterator[Element]:
    kode = _LANG_KODE if any(len(rad[0]) > _KORT_KODE for rad in rader) else _KODE
    bredder = [kode, TEKSTBREDDE - kode - _STATUS, _STATUS]
    yield from _med_tittel(tittel, bredder, [("Nr.", "Tiltak", "Status"), *rader], delbare=lange)


def _med_tittel(
    tittel: str,
    bredder: Sequence[int],
    rader: Sequence[Sequence[Celle]],
    *,
    radhode: bool = True,
    delbare: Container[int] = (),
) -> Iterator[Element]:
    yield avsnitt(TABELLTITTEL, tittel)
    yield tabell(TABELL, tittel, bredder, rader, radhode=radhode, delbare=delbare)


def _tall(verdi: str | int, stil: str = TABELLTEKST) -> Celle:
    return [avsnitt(stil, str(verdi), egenskaper=[element("jc", val="right")])]


def _smaa(tekst: str) -> Celle:
    return [avsnitt(SMAATALL, tekst)]


def _stor(tekst: str) -> str:
    return f"{tekst[:1].upper()}{tekst[1:]}"
