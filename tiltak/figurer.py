"""Figures: how many were due, and how they stand, in numbers, in percent and in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from .i_ord import antall_frister, ramse
from .models.termin import Stilling


@dataclass(frozen=True)
class Figur:
    """One figure: what it counts, how many, and its share of all that was due, in whole percent."""

    stilling: str
    navn: str
    antall: int
    prosent: int


@dataclass(frozen=True)
class Figurer:
    """How many were due, and where each of them stands: every figure of Stilling, in its order. They add up."""

    tall: tuple[Figur, ...]

    @classmethod
    def av(cls, telling: Mapping[str, int]) -> "Figurer":
        """Make the figures of a count by stilling, the names of Stilling."""
        frist = sum(telling.values())
        return cls(
            tuple(
                # halves upwards, as people round
                Figur(s.value, s.label, telling.get(s, 0), (200 * telling.get(s, 0) + frist) // (2 * frist or 1))
                for s in Stilling
            )
        )

    @property
    def frist(self) -> int:
        """How many were due."""
        return sum(tall.antall for tall in self.tall)

    @property
    def gjennomfoert(self) -> int:
        return self.tall[0].antall

    @property
    def mangler_vurdering(self) -> int:
        return self.tall[-1].antall

    @property
    def i_ord(self) -> str:
        """Say them: "5 frister: 3 gjennomført, 1 utsatt og 1 mangler vurdering"."""
        if not self.frist:
            return "Ingen frister i perioden"
        deler = ramse(f"{tall.antall} {tall.navn.lower()}" for tall in self.tall if tall.antall)
        return f"{antall_frister(self.frist)}: {deler}"
