"""What a report says of other days than its own: the year before, and the plan's period so far."""

from dataclasses import dataclass, field

from ...figurer import Figurer


def i_dagene(navn: str) -> str:
    """Say in which days: "i 2024", "i perioden 1. mars 2024–28. februar 2025"."""
    return f"i {navn}" if navn.isdigit() else f"i perioden {navn}"


@dataclass(frozen=True)
class Periodefigurer:
    """The figures of some days with a name, "2024" or "1. januar–28. februar 2026".

    lagt_fram: they are those that an annual meeting was given, whatever has been reported since.
    """

    navn: str
    figurer: Figurer
    lagt_fram: bool = False

    @property
    def er_et_aar(self) -> bool:
        """Whether the days are a whole year, whose name stands anywhere: "2024"."""
        return self.navn.isdigit()

    @property
    def i_dem(self) -> str:
        """Say in which days: "i 2024", "i perioden 1. mars 2024–28. februar 2025"."""
        return i_dagene(self.navn)

    @property
    def kort_navn(self) -> str:
        """What the year before is called where there is little room, below or beside its days: "2024"."""
        return self.navn if self.er_et_aar else "Forrige periode"

    @property
    def i_kort(self) -> str:
        """The same after a number: "i 2024", "i forrige periode"."""
        return f"i {self.kort_navn.lower()}"


@dataclass(frozen=True)
class Periodemaaldel:
    """One of the plan's goals for the whole period, and how far it has come in words; empty where it has no target."""

    tekst: str
    stand: str


@dataclass(frozen=True)
class Periodedel:
    """The plan's period up to the report's last day: each year of it, all of them together, and its goals."""

    navn: str  # "2025–2028"
    aarene: tuple[Periodefigurer, ...] = ()
    samlet: Figurer = field(default_factory=lambda: Figurer.av({}))
    maal: tuple[Periodemaaldel, ...] = ()
