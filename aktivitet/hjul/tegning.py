"""The picture of the year: where each word, mark and line stands. A template draws it as SVG.

Pure: rows in, places out, in the picture's own units.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..kalender import MAANEDSNAVN
from ..tekstbredde import avkortet, bredden
from ..tid import maaneder_i_ord
from .bilde import Bilde, Merke, Ord
from .etiketter import AVSTAND, med_etiketter
from .rader import Maaned, Rad
from .sirkel import Sirkel, punkt, ringstykke, sti_til
from .spor import BREDDE, Plassert, legg_ut
from .tegnforklaring import SKRIFT, tegnforklaring

TALLSKRIFT, SMAA_TALL = 11, 9
TITTELSKRIFT = 24
LINJE = 20  # a line of words
KORTE_MAANEDER = ("jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "des.")
MARG = 4
SPALTER, SPALTELINJE = 3, 18  # of the list under a picture that stands alone


@dataclass(frozen=True)
class Format:
    """How a wheel is laid out: its radius, how many tracks it may have, how broad the ring of months is, and how wide
    the words beside it may be; 0 where there are none."""

    ytterst: float
    spor: int
    ring: float
    etiketter: float = 0


BRED = Format(ytterst=280, spor=7, ring=26, etiketter=250)  # a screen, or A4 across
RUND = Format(ytterst=280, spor=7, ring=26)  # the width of a column of text
SMAL = Format(ytterst=158, spor=4, ring=17)  # a phone


def tegn(
    rader: Sequence[Rad], sirkel: Sirkel, form: Format, i_dag: date | None, navn: str, overskrift: tuple[str, ...] = ()
) -> Bilde:
    """Draw the year in one picture. `navn` tells it from the others on a page; `i_dag` is marked.

    With `overskrift` it stands alone, and then it has a list of its rows under it, unless each of them has words of
    its own beside the wheel.
    """
    plassert, antall_spor = legg_ut(rader, sirkel, form.ytterst, form.spor)
    innerst = form.ytterst - BREDDE * antall_spor
    merker: tuple[Merke, ...] = tuple(_merke(en, sirkel) for en in plassert)
    med_ord = med_etiketter(merker, plassert, form.ytterst, form.etiketter) if form.etiketter else None
    bredde = 2 * (form.ytterst + BREDDE / 2)
    if med_ord is not None or (form.etiketter and overskrift):
        bredde = 2 * (form.ytterst + AVSTAND + form.etiketter)
    venstre, topp, bunn = -bredde / 2, -form.ytterst - BREDDE / 2, form.ytterst + BREDDE / 2
    ordene = tuple(_overskrift(overskrift, venstre, bredde, topp))
    dagen = i_dag if i_dag and sirkel.fra <= i_dag <= sirkel.til else None
    tegnene, i_dag_tegn, bunn = tegnforklaring(merker, dagen, venstre, bredde, bunn + 8)
    alle_har_ord = med_ord is not None and not any(merke.samlet for merke in merker)
    liste = tuple(_liste(rader, venstre, bredde, bunn)) if overskrift and not alle_har_ord else ()
    marg = 6 * MARG if overskrift else MARG
    topp = ordene[0].y - TITTELSKRIFT if ordene else topp
    bunn = max([bunn, *(ett.y + SPALTELINJE / 2 for ett in liste)])
    return Bilde(
        navn=navn,
        tittel=f"{aarets_navn(sirkel)} som hjul. {antall_i_ord(len(rader))}.",
        om=(
            "Månedene går med klokka fra toppen. Firkantede merker er møter, ruter er frister, og runde er annet. "
            "Tallene er de samme som i tabellen."
        ),
        venstre=venstre - marg,
        topp=topp - marg,
        bredde=bredde + 2 * marg,
        hoeyde=bunn - topp + 2 * marg,
        ytterst=form.ytterst,
        innerst=innerst,
        nav=innerst - form.ring,
        sektorer=_sektorer(sirkel, innerst, form.ytterst),
        skiller=_skiller(sirkel, innerst - form.ring, form.ytterst),
        start=f"M{sti_til(0, innerst - form.ring)}L{sti_til(0, form.ytterst)}",
        maaneder=tuple(_maanedsnavn(sirkel, innerst - form.ring / 2, form.ring)),
        midten=tuple(_midten(sirkel, innerst - form.ring, len(rader))),
        merker=merker if med_ord is None else med_ord,
        i_dag=_i_dag(sirkel, dagen, innerst, form.ytterst),
        tegn=tegnene,
        i_dag_tegn=i_dag_tegn,
        overskrift=ordene,
        liste=liste,
    )


def aarets_navn(sirkel: Sirkel) -> str:
    """Say which months it is about: "Året 2026", "Mars 2025–februar 2026"."""
    foerste, siste = sirkel.maaneder[0], sirkel.maaneder[-1]
    if (foerste.month, siste.month, foerste.year) == (1, len(MAANEDSNAVN), siste.year):
        return f"Året {foerste.year}"
    return maaneder_i_ord(foerste, siste).capitalize()


def antall_i_ord(antall: int) -> str:
    """Say how many: "Ingen aktiviteter", "1 aktivitet", "17 aktiviteter"."""
    return f"{antall or 'Ingen'} aktivitet{'er' * (antall != 1)}"


def _merke(plassert: Plassert, sirkel: Sirkel) -> Merke:
    del_, radius = plassert.del_, plassert.radius
    x, y = punkt(del_.midt, radius)
    rad, siste = del_.rader[0], del_.rader[-1]
    luft = 100 / radius  # degrees: between an arc and the next there is a little air
    if del_.samlet:
        maaned = Maaned(rad.maaned, del_.rader)
        tekst = f"{rad.nr}–{siste.nr}" if rad is not siste else str(rad.nr)
        return Merke(
            x,
            y,
            rader=del_.rader,
            tekst=Ord(tekst, x, y, _tallskrift(tekst), fet=True, anker="middle", vinkel=_vendt(del_.midt)),
            bue=ringstykke(del_.fra + luft / 2, del_.til - luft / 2, radius - 11, radius + 11),
            samlet=True,
            navn=f"{maaned.navn}: nr. {rad.nr}–{siste.nr}".capitalize(),
            adresse=f"#{maaned.anker}",
        )
    halv = 4 if rad.dag_er_kjent else 9
    bue = ringstykke(del_.fra + luft / 2, del_.til - luft / 2, radius - halv, radius + halv) if del_.er_lang else ""
    return Merke(
        x,
        y,
        slag=rad.slag,
        rader=del_.rader,
        tekst=Ord(str(rad.nr), x, y + 0.36 * _tallskrift(str(rad.nr)), _tallskrift(str(rad.nr)), True, "middle"),
        bue=bue,
        dag_er_kjent=rad.dag_er_kjent,
        avlyst=rad.avlyst,
        utkast=rad.utkast,
        navn=rad.i_ord,
        adresse=rad.adresse,
    )


def _tallskrift(tekst: str) -> int:
    return TALLSKRIFT if len(tekst) <= 2 or ("–" in tekst and len(tekst) <= 7) else SMAA_TALL


def _vendt(vinkel: float) -> float:
    """How far words along the circle are turned, so that none stands on its head."""
    return (vinkel + 90) % 180 - 90


def _sektorer(sirkel: Sirkel, innerst: float, ytterst: float) -> str:
    fra = [nr * sirkel.sektor for nr in range(0, len(sirkel.maaneder), 2)]
    return "".join(ringstykke(a, a + sirkel.sektor, innerst, ytterst) for a in fra)


def _skiller(sirkel: Sirkel, innerst: float, ytterst: float) -> str:
    vinkler = [nr * sirkel.sektor for nr in range(1, len(sirkel.maaneder))]
    return "".join(f"M{sti_til(a, innerst)}L{sti_til(a, ytterst)}" for a in vinkler)


def _maanedsnavn(sirkel: Sirkel, radius: float, ring: float) -> Iterator[Ord]:
    """Along the ring, in short where it is tight. Where there are two years, each is told with its first month."""
    skrift = min(14, 0.6 * ring)
    plass = 2 * radius * punkt(sirkel.sektor / 2, 1)[0] - 4
    flere_aar = sirkel.maaneder[0].year != sirkel.maaneder[-1].year
    for nr, foerste in enumerate(sirkel.maaneder):
        langt, kort = MAANEDSNAVN[foerste.month - 1], KORTE_MAANEDER[foerste.month - 1]
        ordene = [langt, kort, kort[:3]]
        if flere_aar and (nr == 0 or foerste.month == 1):
            ordene = [f"{langt} {foerste.year}", f"{kort} {foerste.year}", f"{kort[:3]} {foerste:%y}", *ordene]
        passer = [ett for ett in ordene if bredden(ett, skrift, fet=True) <= plass] or ordene[-1:]
        vinkel = (nr + 0.5) * sirkel.sektor
        x, y = punkt(vinkel, radius)
        yield Ord(passer[0], x, y, skrift, fet=True, anker="middle", vinkel=_vendt(vinkel))


def _midten(sirkel: Sirkel, radius: float, antall: int) -> Iterator[Ord]:
    """The year, as large as there is room for, and how much it holds."""
    foerste, siste = sirkel.maaneder[0].year, sirkel.maaneder[-1].year
    aar = str(foerste) if foerste == siste else f"{foerste}–{siste}"
    skrift = min(64.0, 1.7 * radius / bredden(aar, 1, fet=True))
    under = antall_i_ord(antall)
    liten = min(16.0, 1.6 * radius / bredden(under, 1))
    if radius > 60:
        yield Ord(aar, 0, skrift * 0.2, skrift, fet=True, anker="middle")
        yield Ord(under, 0, skrift * 0.2 + liten * 1.7, liten, anker="middle")
    else:
        yield Ord(aar, 0, skrift * 0.36, skrift, fet=True, anker="middle")


def _i_dag(sirkel: Sirkel, i_dag: date | None, innerst: float, ytterst: float) -> str:
    if i_dag is None:
        return ""
    vinkel = sum(sirkel.bue(i_dag, i_dag)) / 2
    return f"M{sti_til(vinkel, innerst)}L{sti_til(vinkel, ytterst + 6)}"


def _overskrift(linjer: Sequence[str], venstre: float, bredde: float, topp: float) -> Iterator[Ord]:
    for nr, linje in enumerate(linjer):
        skrift = SKRIFT if nr else TITTELSKRIFT
        y = topp - 14 - LINJE * (len(linjer) - 1 - nr)
        yield Ord(avkortet(linje, skrift, bredde, not nr), venstre, y, skrift, fet=not nr)


def _liste(rader: Sequence[Rad], venstre: float, bredde: float, topp: float) -> Iterator[Ord]:
    """Every row in columns under the wheel, for a picture that has no table beside it."""
    i_spalten = -(-len(rader) // SPALTER)
    spalte = bredde / SPALTER
    for plass, rad in enumerate(rader):
        x, y = venstre + spalte * (plass // i_spalten), topp + SPALTELINJE * (1.5 + plass % i_spalten)
        naar = " · ".join([*rad.merker, rad.naar])
        under = avkortet(naar, SKRIFT - 2, spalte * 0.45)
        yield Ord(avkortet(f"{rad.nr} {rad.tittel}", SKRIFT - 1, spalte * 0.5), x, y, SKRIFT - 1, fet=False)
        yield Ord(under, x + spalte * 0.52, y, SKRIFT - 2)
