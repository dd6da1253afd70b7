"""The picture of the period: where each word, number and strip stands. A template draws it as SVG.

Pure: a grid of numbers in, places out, all of them whole numbers in the picture's own units.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aktivitet.tekstbredde import avkortet, bredden, paa_linjer
from aktivitet.tid import dag_i_ord

from ..i_ord import antall_frister
from .bilde import Bilde, Bilderad, Ord
from .klasser import Klasse
from .rutenett import Rad, Rutenett
from .striper import HOEYDE, SOEYLELINJE, TALLHOEYDE, TALLSKRIFT, Stripe, klassene, soeyler, striper, trengs

SKRIFT = 13
NAVNSKRIFT, NAVNLINJE = 12, 14
TITTELSKRIFT = 22
LINJE = 20  # a line of words
LUFT = 3  # on each side in a cell
INNRYKK, DYPEST = 14, 5  # for each level of the tree, and the levels that are told apart so
TEGN = 24  # a strip in the key


@dataclass(frozen=True)
class Format:
    """How a picture is laid out, and how much one picture holds. navn: how wide the names' column is; 0 where each
    name stands above its row. kolonne: the least and the most that a column takes."""

    navn: int
    bredest: int
    kolonne: tuple[int, int]
    kolonner: int
    rader: int

    def minst(self, nett: Rutenett) -> int:
        """How wide a column must be for the fullest cell."""
        fullest = max((trengs(celle) for rad in nett.rader if not rad.er_sum for celle in rad.celler), default=0)
        return max(self.kolonne[0], fullest + 2 * LUFT)

    def kolonnebredde(self, nett: Rutenett) -> int:
        deles = (self.bredest - self.navn) // (len(nett.kolonner) or 1)
        return max(self.minst(nett), min(self.kolonne[1], deles))

    def delt(self, nett: Rutenett) -> list[Rutenett]:
        """Cut the grid beside each other, into as much as one picture holds without its numbers being too small."""
        plass = (self.bredest - self.navn) // self.minst(nett)
        return nett.i_bredden(max(1, min(self.kolonner, plass)))


BRED = Format(navn=230, bredest=1200, kolonne=(44, 60), kolonner=16, rader=17)  # as much as a page of A4 across
SMAL = Format(navn=0, bredest=328, kolonne=(62, 164), kolonner=4, rader=17)  # a phone
FIL = Format(navn=230, bredest=1200, kolonne=(60, 60), kolonner=1000, rader=1000)  # all in one


def tegn_alle(nett: Rutenett, form: Format, i_dag: date, navn: str) -> tuple[Bilde, ...]:
    """Draw the grid in as many pictures below each other as its rows ask for. Each says which part it is."""
    biter = nett.i_hoeyden(form.rader)
    return tuple(
        tegn(bit, form, i_dag, f"{navn}-{nr}", f", del {nr} av {len(biter)}" if len(biter) > 1 else "")
        for nr, bit in enumerate(biter, start=1)
    )


def tegn(
    nett: Rutenett, form: Format, i_dag: date, navn: str, del_: str = "", overskrift: tuple[str, ...] = ()
) -> Bilde:
    """Draw the grid in one picture. `navn` tells it from the others on a page."""
    kolonne = form.kolonnebredde(nett)
    bredde = max(form.navn + kolonne * len(nett.kolonner), form.bredest if not form.navn else 2 * form.navn)
    ordene = tuple(_overskrift(overskrift, bredde))
    forklaring, y = _tegnforklaring(bredde, 34 * bool(ordene) + LINJE * max(0, len(ordene) - 1))
    i_dag_x = _i_dag_x(nett, form.navn, kolonne, i_dag)
    i_dag_ord = None if i_dag_x is None else _midtstilt(f"I dag, {dag_i_ord(i_dag)}", i_dag_x, y + 15, bredde)
    topp = y + (LINJE if i_dag_ord else 0)
    aar, skiller, x = [], [form.navn], form.navn
    for aaret, antall in nett.aarene:
        aar.append(Ord(str(aaret), x + kolonne * antall // 2, topp + 15, fet=True))
        x += kolonne * antall
        skiller.append(x)
    y = topp + LINJE
    kvartaler = [
        Ord(ett.kort, form.navn + kolonne * nr + kolonne // 2, y + 13, fet=ett.andel(i_dag) is not None)
        for nr, ett in enumerate(nett.kolonner)
        if ett.kvartal
    ]
    y += LINJE if kvartaler else 0
    rader = []
    for rad in nett.rader:
        rader.append(_rad(rad, form, kolonne, y, bredde))
        y = rader[-1].bunn
    return Bilde(
        navn=navn,
        tittel=f"Perioden i bilde, {nett.navn}{del_}: mål etter {'kvartal' if kvartaler else 'år'}. {_i_ord(nett)}",
        om="En rad for hvert mål, med målets egne tiltak. De samme tallene står i tabellen.",
        bredde=bredde,
        hoeyde=y + 2,
        overskrift=ordene,
        tegn=forklaring,
        aar=tuple(aar),
        kvartaler=tuple(kvartaler),
        skiller=tuple(skiller),
        topp=topp,
        rader=tuple(rader),
        idagstrek="" if i_dag_x is None else _nedover(i_dag_x, topp, rader, over=0 if form.navn else LINJE),
        i_dag=i_dag_ord,
    )


def _rad(rad: Rad, form: Format, kolonne: int, y: int, bredde: int) -> Bilderad:
    """A goal has its strips; the sum, where the numbers are greatest, has bars below each other."""
    over = 0 if form.navn else LINJE
    if rad.er_sum:
        strekene = list(soeyler(rad.celler, form.navn, y + over + 8, kolonne, LUFT))
        bunn = y + over + 8 + SOEYLELINJE * max(1, len(klassene(rad.celler)))
    else:
        strekene = [
            stripe
            for nr, celle in enumerate(rad.celler)
            for stripe in striper(celle, form.navn + kolonne * nr + LUFT, y + over + TALLHOEYDE, kolonne - 2 * LUFT)
        ]
        # A name that stands above its row needs no room under it where there is nothing to show.
        bunn = y + over + (TALLHOEYDE + HOEYDE + 6 if form.navn or strekene else LUFT)
    return Bilderad(tuple(_radnavn(rad, form, y, bredde)), tuple(strekene), y, bunn, rad.er_sum)


def _radnavn(rad: Rad, form: Format, y: int, bredde: int) -> Iterable[Ord]:
    """The name on two lines, or on one above the row; one that is longer is cut, and stands whole in the table."""
    innrykk = INNRYKK * (min(rad.nivaa, DYPEST) - 1)
    fet = rad.er_sum or rad.nivaa == 1
    if form.navn:
        linjer = paa_linjer(rad.navn, NAVNSKRIFT, form.navn - 2 * LUFT - innrykk, 2, fet)
        foerste = y + (20 if len(linjer) == 1 else 13)
    else:
        linjer, foerste = [avkortet(rad.navn, NAVNSKRIFT, bredde - innrykk, fet)], y + 16
    for nr, linje in enumerate(linjer):
        yield Ord(linje, innrykk, foerste + NAVNLINJE * nr, fet)


def _overskrift(linjer: Iterable[str], bredde: int) -> Iterable[Ord]:
    for nr, linje in enumerate(linjer):
        fet = nr == 0
        yield Ord(avkortet(linje, TITTELSKRIFT if fet else SKRIFT, bredde, fet), 0, 22 + LINJE * nr, fet)


def _tegnforklaring(bredde: int, y: int) -> tuple[tuple[tuple[Stripe, Ord], ...], int]:
    """The key, on as many lines as it needs, and where it ends."""
    deler, x = [], 0
    for klasse in Klasse:
        lang = TEGN + 6 + int(bredden(klasse.ord, SKRIFT)) + 16
        if x and x + lang > bredde:
            x, y = 0, y + LINJE
        deler.append((Stripe(klasse, x, y + 5, TEGN), Ord(klasse.ord, x + TEGN + 6, y + 15)))
        x += lang
    return tuple(deler), y + LINJE + 4


def _i_dag_x(nett: Rutenett, fra: int, kolonne: int, i_dag: date) -> int | None:
    for nr, ett in enumerate(nett.kolonner):
        andel = ett.andel(i_dag)
        if andel is not None:
            return fra + int(kolonne * (nr + andel))
    return None


def _nedover(x: int, topp: int, rader: Iterable[Bilderad], over: int) -> str:
    """The line of today: a mark under its words, and down the rows. It steps aside for numbers and names."""
    stykker = [(topp - 1, topp + 3)]
    for rad in rader:
        foran = [stripe for stripe in rad.striper if abs(stripe.midt - x) <= 5 + 4 * len(str(stripe.antall))]
        if rad.er_sum and foran:
            continue
        stykker.append((max([rad.topp + over, *(stripe.y for stripe in foran)]), rad.bunn))
    return "".join(f"M{x} {fra}V{til}" for fra, til in stykker)


def _midtstilt(tekst: str, x: int, y: int, bredde: int) -> Ord:
    """Words with their middle at `x`, or as near as the picture's edges let them."""
    halv = int(bredden(tekst, TALLSKRIFT, fet=True)) // 2
    return Ord(tekst, max(halv, min(x, bredde - halv)), y)


def _i_ord(nett: Rutenett) -> str:
    alt = nett.sum
    deler = ", ".join(f"{antall} {klasse.ord}" for klasse, antall in alt.deler)
    return f"{antall_frister(alt.sum)}: {deler}." if alt.sum else "Ingen frister."
