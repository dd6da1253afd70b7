"""The report's charts: bars with words and numbers beside them, so that nothing rests on a colour."""

from dataclasses import dataclass

from django import template

from tiltak.i_ord import ramse
from tiltak.rapport.deler import Periodedel, Rapportinnhold

register = template.Library()

VENSTRE = 170  # where the bars begin: the words stand before them
LENGST = 330
LUFT = 12  # between one group of bars and the next
HOEYDER = {1: 18, 2: 13}  # how thick a bar is, by how many stand together


@dataclass(frozen=True)
class Soeyle:
    """One bar, in the drawing's own units, and the words after it. A hollow one is an outline."""

    tekst: str
    y: int
    bredde: float
    hoeyde: int
    hul: bool = False
    stilling: str = ""

    @property
    def grunnlinje(self) -> float:
        return self.y + self.hoeyde / 2 + 5

    @property
    def slutt(self) -> float:
        """Where the words begin."""
        return VENSTRE + self.bredde + 8


@dataclass(frozen=True)
class Gruppe:
    """Bars that belong together, with their name before them."""

    navn: str
    soeyler: tuple[Soeyle, ...]

    @property
    def grunnlinje(self) -> float:
        return (self.soeyler[0].grunnlinje + self.soeyler[-1].grunnlinje) / 2


@dataclass(frozen=True)
class Diagram:
    """A chart. `i_ett` says it in a sentence, for those who do not see it; `fylt` and `hul` are the key's words."""

    id: str
    i_ett: str
    grupper: tuple[Gruppe, ...]
    fylt: str = ""
    hul: str = ""

    @property
    def bunn(self) -> int:
        """Where the bars end."""
        siste = self.grupper[-1].soeyler[-1]
        return siste.y + siste.hoeyde + 4

    @property
    def hoeyde(self) -> int:
        return self.bunn + (30 if self.hul else 4)


@register.filter
def statusdiagram(innhold: Rapportinnhold) -> Diagram:
    """Give a bar for each figure, and below it the year before's where there is one. The longest fills the width."""
    foer = innhold.aaret_foer
    serier = [innhold.figurer.tall, foer.figurer.tall] if foer else [innhold.figurer.tall]
    hoeyde = HOEYDER[len(serier)]
    enhet = LENGST / (max(tall.antall for tallene in serier for tall in tallene) or 1)
    grupper, y = [], 0
    for tallene in zip(*serier, strict=True):
        soeyler = []
        for nr, tall in enumerate(tallene):
            ordene = f"{tall.antall} {foer.i_kort}" if foer and nr else str(tall.antall)
            soeyler.append(Soeyle(ordene, y, round(enhet * tall.antall, 1), hoeyde, bool(nr), tall.stilling))
            y += hoeyde + 2
        grupper.append(Gruppe(tallene[0].navn, tuple(soeyler)))
        y += LUFT - 2
    if not foer:
        return Diagram("statusdiagram", f"Søylediagram. {innhold.figurer.i_ord}.", tuple(grupper))
    i_ett = f"Søylediagram. {innhold.kort_navn}: {innhold.figurer.i_ord}. {foer.kort_navn}: {foer.figurer.i_ord}."
    return Diagram("statusdiagram", i_ett, tuple(grupper), innhold.kort_navn, foer.kort_navn)


@register.filter
def periodediagram(perioden: Periodedel) -> Diagram:
    """Give an outline for each year of what was due in it, filled as far as it was carried out."""
    enhet = LENGST / (max((aaret.figurer.frist for aaret in perioden.aarene), default=0) or 1)
    grupper, ordene = [], []
    for nr, aaret in enumerate(perioden.aarene):
        alle, gjort = aaret.figurer.frist, aaret.figurer.gjennomfoert
        y, hoeyde = nr * (HOEYDER[1] + LUFT), HOEYDER[1]
        ordene.append(f"{gjort} av {alle} gjennomført {aaret.i_dem}")
        grupper.append(
            Gruppe(
                aaret.navn if aaret.er_et_aar else f"{aaret.navn[-4:]} så langt",
                (
                    Soeyle(f"{gjort} av {alle}", y, round(enhet * alle, 1), hoeyde, hul=True),
                    Soeyle("", y, round(enhet * gjort, 1), hoeyde, stilling="gjennomfoert"),
                ),
            )
        )
    i_ett = f"Søylediagram. {ramse(ordene)}."
    return Diagram("periodediagram", i_ett, tuple(grupper), "Gjennomført", "Frister i alt")
