"""What the picture of the year is made of: words, marks and lines, each with its place. A template draws them.

Colours are the template's; here are shapes, that tell the same without any.
"""

from dataclasses import dataclass

from .rader import Rad, Slag
from .sirkel import tall


@dataclass(frozen=True)
class Ord:
    """Words, and where they stand. vinkel: how far they are turned, in degrees; None where they stand on a line."""

    tekst: str
    x: float
    y: float
    stoerrelse: float
    fet: bool = False
    anker: str = "start"
    vinkel: float | None = None

    @property
    def sted(self) -> str:
        """Where they stand, as attributes of SVG; of turned words the middle is kept."""
        if self.vinkel is not None:
            flyttet = f"translate({tall(self.x)} {tall(self.y)}) rotate({tall(self.vinkel)})"
            return f'transform="{flyttet}" y="{tall(self.stoerrelse * 0.35)}"'
        return f'x="{tall(self.x)}" y="{tall(self.y)}"'

    @property
    def hoeyde(self) -> str:
        return tall(self.stoerrelse)


@dataclass(frozen=True)
class Merke:
    """One mark, with all that is drawn of it; in the key it has no rows.

    bue: the arc of what lasts, as an SVG path; bare_bue: nothing else is drawn of it. samlet: it stands for a whole
    month. etikett: the words beside the wheel, and strek: the line that leads there.
    """

    x: float
    y: float
    slag: Slag = Slag.ANNET
    rader: tuple[Rad, ...] = ()
    tekst: Ord | None = None
    bue: str = ""
    dag_er_kjent: bool = True
    avlyst: bool = False
    utkast: bool = False
    samlet: bool = False
    bare_bue: bool = False
    navn: str = ""
    adresse: str = ""
    strek: str = ""
    etikett: tuple[Ord, ...] = ()

    @property
    def fylt(self) -> bool:
        """Whether it has its full colour: a draft and what is cancelled are hollow."""
        return not (self.avlyst or self.utkast)

    @property
    def form(self) -> str:
        """Its shape as an SVG path: a circle, a square for meetings, a diamond for deadlines. None reaches
        further than 12 from its middle."""
        if self.samlet or self.bare_bue:
            return ""
        x, y = tall(self.x), tall(self.y)
        match self.slag:
            case Slag.MOETE:
                return f"M{tall(self.x - 9)} {tall(self.y - 9)}h18v18h-18z"
            case Slag.FRIST:
                return f"M{x} {tall(self.y - 12)}l12 12l-12 12l-12 -12z"
        return f"M{tall(self.x - 11)} {y}a11 11 0 1 1 22 0a11 11 0 1 1 -22 0z"

    @property
    def kryss(self) -> str:
        """The line through what is cancelled."""
        return f"M{tall(self.x - 9)} {tall(self.y + 9)}l18 -18" if self.avlyst else ""


@dataclass(frozen=True)
class Bilde:
    """Everything that is drawn, around (0, 0) as the middle of the wheel. `tittel` and `om` say it to those who do not
    see it.

    sektorer: every other month's field. skiller: the lines between months. i_dag: the line of today. tegn and
    i_dag_tegn: the key. liste: the rows in columns, where no table stands beside.
    """

    navn: str
    tittel: str
    om: str
    venstre: float
    topp: float
    bredde: float
    hoeyde: float
    ytterst: float
    innerst: float
    nav: float
    sektorer: str
    skiller: str
    start: str
    maaneder: tuple[Ord, ...]
    midten: tuple[Ord, ...]
    merker: tuple[Merke, ...]
    i_dag: str
    tegn: tuple[tuple[Merke, Ord], ...]
    i_dag_tegn: tuple[str, Ord] | None
    overskrift: tuple[Ord, ...] = ()
    liste: tuple[Ord, ...] = ()

    @property
    def utsnitt(self) -> str:
        """What is shown of the drawing, as the viewBox of SVG."""
        return " ".join(map(tall, (self.venstre, self.topp, self.bredde, self.hoeyde)))

    @property
    def ringer(self) -> list[str]:
        """The circles: around it all, around the months, and around the middle."""
        return [tall(radius) for radius in (self.ytterst, self.innerst, self.nav)]

    @property
    def ramme(self) -> dict[str, str]:
        """The paper under it, as the numbers of a rectangle."""
        return {
            navn: tall(verdi)
            for navn, verdi in (
                ("x", self.venstre),
                ("y", self.topp),
                ("bredde", self.bredde),
                ("hoeyde", self.hoeyde),
            )
        }
