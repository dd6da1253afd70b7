"""Pure: what is not the same in two versions of a report: figures, texts, goals, measures, activities.

When it was made is not compared. A row is found again by its wording first, and then by its code: the code may stand
twice, and moves when the plan is revised.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from ...figurer import Figurer
from ...ordforskjell import forskjell
from ..deler import Maaldel, Rapportinnhold
from ..tekst import Linjebiter, Tekstblokk
from .gjenkjenning import par_av_maal
from .ulike_ting import avdelingene
from .ulikheter import Sammenlikning, Tall, Tekst, Verdi

Blokker = tuple[Tekstblokk, ...]


def sammenlikn(foer: Rapportinnhold, etter: Rapportinnhold) -> Sammenlikning:
    """Give what is not the same in `etter` as it was in `foer`."""
    maalene = par_av_maal(foer.maal, etter.maal)
    svar = Sammenlikning(
        hode=tuple(_hode(foer, etter)),
        tall=tuple(_tallene(foer, etter)),
        tekster=tuple(_tekstene(foer, etter, maalene)),
        avdelinger=tuple(avdeling for avdeling in avdelingene(foer, etter, maalene) if avdeling.ting),
    )
    return svar if svar.antall else replace(svar, annet=_uten_tid(foer) != _uten_tid(etter))


def _uten_tid(innhold: Rapportinnhold) -> Rapportinnhold:
    return replace(innhold, oppdatert=None)


def _hode(foer: Rapportinnhold, etter: Rapportinnhold) -> Iterator[Verdi]:
    def foreloepig(innhold: Rapportinnhold) -> str:
        return "foreløpige" if innhold.er_foreloepig else "endelige"

    for navn, les in (
        ("Tittel", lambda innhold: innhold.tittel),
        ("Organisasjon", lambda innhold: innhold.organisasjon),
        ("Dagene den gjelder", lambda innhold: innhold.periode),
        ("Årsmøtet", lambda innhold: innhold.moete),
        ("Planen", lambda innhold: innhold.plan),
        ("Dager utenfor planen", lambda innhold: innhold.utenfor_planen),
        ("Tallene er", foreloepig),
    ):
        if les(foer) != les(etter):
            yield Verdi(navn, les(foer), les(etter))


def _tallene(foer: Rapportinnhold, etter: Rapportinnhold) -> Iterator[Tall]:
    yield from _figurene("Frister i perioden", foer.figurer, etter.figurer)
    andre = [
        Verdi(navn, str(en), str(annen))
        for navn, en, annen in (
            ("Tiltak i planen", foer.antall_tiltak, etter.antall_tiltak),
            ("Avholdte aktiviteter", foer.antall_avholdt, etter.antall_avholdt),
        )
        if en != annen
    ]
    if andre:
        yield Tall("Antall", tuple(andre))
    if (foer.aaret_foer or etter.aaret_foer) and foer.aaret_foer != etter.aaret_foer:
        en, annen = foer.aaret_foer, etter.aaret_foer
        navn = (annen or en).navn  # type: ignore[union-attr]
        yield from _figurene(f"Året før, {navn}", en.figurer if en else None, annen.figurer if annen else None)
    yield from _perioden(foer, etter)


def _perioden(foer: Rapportinnhold, etter: Rapportinnhold) -> Iterator[Tall]:
    en, annen = foer.perioden, etter.perioden
    yield from _figurene("Planens periode så langt", en.samlet if en else None, annen.samlet if annen else None)
    aarene = [{ett.navn: ett.figurer for ett in (del_.aarene if del_ else ())} for del_ in (en, annen)]
    for navn in dict.fromkeys(chain(*aarene)):
        yield from _figurene(f"Planens periode, {navn}", aarene[0].get(navn), aarene[1].get(navn))
    stand = [{ett.tekst: ett.stand for ett in (del_.maal if del_ else ())} for del_ in (en, annen)]
    endret = tuple(
        Verdi(navn, stand[0].get(navn, ""), stand[1].get(navn, ""))
        for navn in dict.fromkeys(chain(*stand))
        if stand[0].get(navn) != stand[1].get(navn)
    )
    if endret:
        yield Tall("Planens mål for perioden", endret)


def _figurene(navn: str, foer: Figurer | None, etter: Figurer | None) -> Iterator[Tall]:
    tom = Figurer.av({})
    foer, etter = foer or tom, etter or tom
    par = [("Frister i alt", foer.frist, etter.frist)]
    par += [(en.navn, en.antall, annen.antall) for en, annen in zip(foer.tall, etter.tall, strict=False)]
    ulike = tuple(Verdi(hva, str(en), str(annen)) for hva, en, annen in par if en != annen)
    if ulike:
        yield Tall(navn, ulike)


def _tekstene(
    foer: Rapportinnhold, etter: Rapportinnhold, maalene: Iterable[tuple[Maaldel | None, Maaldel | None]]
) -> Iterator[Tekst]:
    yield from _tekst("Innledning", foer.innledning, etter.innledning)
    for en, annen in maalene:
        navn = (annen or en).navn  # type: ignore[union-attr]
        yield from _tekst(navn, en.tekst if en else (), annen.tekst if annen else ())
    yield from _tekst("Avslutning", foer.avslutning, etter.avslutning)


def _tekst(navn: str, foer: Blokker, etter: Blokker) -> Iterator[Tekst]:
    if foer != etter:
        yield Tekst(navn, tuple(forskjell(_skrevet(foer), _skrevet(etter))))


def _skrevet(blokker: Blokker) -> str:
    """The text as somebody would write it: with its stars and its addresses, so that every change of them is seen."""
    return "\n\n".join(
        "\n".join(f"{'- ' if blokk.er_punkter else ''}{_linje(linje)}" for linje in blokk.linjer) for blokk in blokker
    )


def _linje(biter: Linjebiter) -> str:
    ordene = []
    for bit in biter:
        vist = f"[{bit.tekst}]({bit.lenke})" if bit.lenke and bit.lenke != bit.tekst else bit.tekst
        ordene.append(f"**{vist}**" if bit.fet else vist)
    return "".join(ordene)
