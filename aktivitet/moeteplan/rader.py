"""The rows of a meeting plan: what is held ahead of what, one proposal, one meeting."""

from dataclasses import dataclass
from datetime import date

from ..models import Aktivitet, Aktivitetstype, Synlighet
from ..tid import tid_i_ord
from .regning import Foreslaatt


@dataclass(frozen=True)
class Slag:
    """What is held ahead of the meetings of one type, and by which setting. `kilden` is how these are spoken of."""

    kilde: Aktivitetstype
    kilden: str
    type: Aktivitetstype
    tittel: str
    dager: str
    synlighet: Synlighet


# The board's meetings are the board's; the preparatory meetings are for the whole branch.
SLAGENE = (
    Slag(
        Aktivitetstype.FYLKESTING,
        "fylkestinget",
        Aktivitetstype.FYLKESSTYREMOETE,
        "Fylkesstyremøte",
        "foer_fylkesting",
        Synlighet.INTERN,
    ),
    Slag(
        Aktivitetstype.LANDSSTYREMOETE,
        "landsstyremøtet",
        Aktivitetstype.FORMOETE,
        "Formøte til landsstyremøtet",
        "foer_landsstyre",
        Synlighet.OFFENTLIG,
    ),
)
KILDER = {slag.kilde: slag.kilden for slag in SLAGENE} | {Aktivitetstype.AARSMOETE: "årsmøtet"}
MOETENE = [slag.type for slag in SLAGENE]
# The annual meeting's deadlines: the setting, and what is then to be done.
FRISTENE = (
    ("innkalling", "Innkalling til årsmøtet sendes"),
    ("forslag", "Frist for forslag til årsmøtet"),
    ("papirer", "Sakspapirer til årsmøtet sendes"),
)


@dataclass(frozen=True)
class Rad:
    """One proposal: what, counted how many days back from which meeting. `samme_dag` is what stands there already.
    `sist` is the latest of its kind, whose clock time and place are the likely ones."""

    navn: str
    type: Aktivitetstype
    tittel: str
    synlighet: Synlighet
    kilde: Aktivitet
    dager: int
    foreslaatt: Foreslaatt
    i_dag: date
    samme_dag: tuple[Aktivitet, ...] = ()
    dekkes_av: date | None = None
    sist: Aktivitet | None = None

    @property
    def overskrift(self) -> str:
        """What the proposal stands under: the meeting that it is ahead of, or the deadline itself."""
        return self.tittel if self.type == Aktivitetstype.FRIST else f"Før {i_ord(self.kilde)}"

    @property
    def valget(self) -> str:
        """What one says yes to."""
        return "Ta med" if self.type == Aktivitetstype.FRIST else self.tittel

    @property
    def er_passert(self) -> bool:
        return self.foreslaatt.dag < self.i_dag

    @property
    def tilraades(self) -> bool:
        """Whether it is ticked to begin with."""
        return self.dekkes_av is None and not self.er_passert

    def dager_foer(self, dag: date) -> int:
        """How many days it is counted back from now on: by the setting, or as somebody chose."""
        return self.dager if dag == self.foreslaatt.dag else (self.kilde.foerste_dag - dag).days


@dataclass(frozen=True)
class Oppfoering:
    """One meeting of the plan, with those that it is ahead of in words, and what else stands on its day."""

    aktivitet: Aktivitet
    foer: tuple[str, ...]
    samme_dag: tuple[Aktivitet, ...]


def i_ord(kilde: Aktivitet) -> str:
    """Speak of a meeting that others are ahead of: "fylkestinget 15.–17. juni"."""
    return f"{kilden(kilde)} {tid_i_ord(kilde, kort=True)}"


def kilden(kilde: Aktivitet) -> str:
    return KILDER.get(Aktivitetstype(kilde.type), kilde.tittel)
