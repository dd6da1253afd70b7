"""What the picture of the period is made of: words, strips and lines, each with its place. A template draws them."""

from dataclasses import dataclass

from .klasser import Klasse
from .striper import Stripe


@dataclass(frozen=True)
class Ord:
    """Words, and where they stand."""

    tekst: str
    x: int
    y: int
    fet: bool = False


@dataclass(frozen=True)
class Bilderad:
    """A row: its name, the strips of its cells, and where it begins and ends."""

    navn: tuple[Ord, ...]
    striper: tuple[Stripe, ...]
    topp: int
    bunn: int
    er_sum: bool


@dataclass(frozen=True)
class Lag:
    """All the strips of one class."""

    klasse: Klasse
    striper: list[Stripe]

    @property
    def rammer(self) -> str:
        return "".join(stripe.ramme for stripe in self.striper)

    @property
    def fyll(self) -> str:
        return "".join(stripe.fyll for stripe in self.striper)

    @property
    def streker(self) -> str:
        return "".join(stripe.streker for stripe in self.striper)


@dataclass(frozen=True)
class Bilde:
    """Everything that is drawn. `tittel` and `om` say it to those who do not see it.

    overskrift: for a picture that stands alone. tegn: the key. kvartaler: none where the columns are years. skiller:
    the lines between the years, from `topp` down. idagstrek: the line of today as an SVG path, `i_dag` its words.
    """

    navn: str
    tittel: str
    om: str
    bredde: int
    hoeyde: int
    overskrift: tuple[Ord, ...]
    tegn: tuple[tuple[Stripe, Ord], ...]
    aar: tuple[Ord, ...]
    kvartaler: tuple[Ord, ...]
    skiller: tuple[int, ...]
    topp: int
    rader: tuple[Bilderad, ...]
    idagstrek: str
    i_dag: Ord | None

    @property
    def bunn(self) -> int:
        """Where the lines that run down end."""
        return self.rader[-1].bunn if self.rader else self.topp

    @property
    def marg(self) -> int:
        """The paper around it, where it stands alone."""
        return 24 if self.overskrift else 0

    @property
    def ytre_bredde(self) -> int:
        return self.bredde + 2 * self.marg

    @property
    def ytre_hoeyde(self) -> int:
        return self.hoeyde + 2 * self.marg

    @property
    def utsnitt(self) -> str:
        """What is shown of the drawing, as the viewBox of SVG."""
        return f"{-self.marg} {-self.marg} {self.ytre_bredde} {self.ytre_hoeyde}"

    @property
    def lag(self) -> list[Lag]:
        """The strips by class, each class to be drawn in a few strokes. Those of the key are among them."""
        alle = [stripe for stripe, _ in self.tegn] + [stripe for rad in self.rader for stripe in rad.striper]
        return [Lag(klasse, [stripe for stripe in alle if stripe.klasse is klasse]) for klasse in Klasse]
