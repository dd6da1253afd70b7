"""Pure: what can have changed between two versions of a report, each kind as a value of its own."""

from dataclasses import dataclass

from ...ordforskjell import Bit

ENDRET, NYTT, BORTE = "endret", "nytt", "borte"


@dataclass(frozen=True)
class Verdi:
    """Something that is told by one figure or a few words: how it stood, and how it stands. Empty where it did not."""

    navn: str
    foer: str
    etter: str


@dataclass(frozen=True)
class Tekst:
    """Something that somebody wrote, word by word."""

    navn: str
    biter: tuple[Bit, ...]


@dataclass(frozen=True)
class Tall:
    """The figures of some days, or of a goal: those that are not the same."""

    navn: str
    verdier: tuple[Verdi, ...]


@dataclass(frozen=True)
class Frist:
    """One due date of a measure: how it stood and how it stands, in words. `ord`: what the board wrote, where that was
    changed."""

    naar: str
    foer: str
    etter: str
    ord: tuple[Bit, ...] = ()


@dataclass(frozen=True)
class Ting:
    """A goal, a measure or an activity that is changed, new or gone."""

    slag: str
    kode: str
    tekst: str
    verdier: tuple[Verdi, ...] = ()
    ordlyd: tuple[Bit, ...] = ()  # word by word, where that is changed
    frister: tuple[Frist, ...] = ()


@dataclass(frozen=True)
class Avdeling:
    """The things of one part of the report, under its heading."""

    navn: str
    ting: tuple[Ting, ...]


@dataclass(frozen=True)
class Sammenlikning:
    """All that is not the same in two versions of a report."""

    hode: tuple[Verdi, ...] = ()  # title, days, meeting
    tall: tuple[Tall, ...] = ()
    tekster: tuple[Tekst, ...] = ()
    avdelinger: tuple[Avdeling, ...] = ()
    annet: bool = False  # they differ in what has no name here

    @property
    def antall(self) -> int:
        """How many things are changed. Figures follow from the measures, and count only where nothing else is."""
        ting = len(self.hode) + len(self.tekster) + sum(len(en.ting) for en in self.avdelinger)
        return ting or len(self.tall) or int(self.annet)

    @property
    def i_ord(self) -> str:
        """Say how many: "Ingenting er endret", "Én ting er endret", "3 ting er endret"."""
        hvor_mange = {0: "Ingenting", 1: "Én ting"}.get(self.antall, f"{self.antall} ting")
        return f"{hvor_mange} er endret"
