"""The year's plan: the fixed pattern laid beside what is planned for the county branch, month by month."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count
from django.db.models.functions import ExtractMonth

from ..models import Aarstype, Aktivitet, FastAktivitet, Lag, Utelatt
from .fjoraaret import Forslag, flyttet_til

NAERE = 2  # months: how far from the pattern's own month the same thing may have been planned by hand
FLEST_KANDIDATER = 3
MANGLER_DATO, IKKE_LAGET, UTKAST = "mangler-dato", "ikke-laget", "utkast"


@dataclass
class Rad:
    """One line of the pattern with its activity, or one activity that is in no line.

    sist: the latest that the line gave before this year, and forslag: what that makes of this one. kandidater: what
    may be the same thing, planned by hand. skjema and sagt are the page's: the form that sets its day, and what was
    just done with it.
    """

    aktivitet: Aktivitet | None = None
    fast: FastAktivitet | None = None
    utelatt: bool = False
    sist: Aktivitet | None = None
    forslag: Forslag | None = None
    kandidater: list[Aktivitet] = field(default_factory=list)
    skjema: Any = None
    sagt: str = ""

    @property
    def merke(self) -> str:
        """Its name on the page."""
        if self.fast:
            return f"fast-{self.fast.pk}"
        return f"aktivitet-{self.aktivitet.pk}" if self.aktivitet else ""

    @property
    def ikke_laget(self) -> bool:
        return self.aktivitet is None and not self.utelatt

    @property
    def mangler_dato(self) -> bool:
        return self.aktivitet is not None and not (self.aktivitet.avlyst or self.aktivitet.dag_er_kjent)

    @property
    def er_utkast(self) -> bool:
        """Whether it waits to be published."""
        return self.aktivitet is not None and self.aktivitet.er_utkast and not self.aktivitet.avlyst

    def hoerer_til(self, utvalg: str) -> bool:
        """Whether it is among what the page was asked for; a name that is none of ours asks for all."""
        return {MANGLER_DATO: self.mangler_dato, IKKE_LAGET: self.ikke_laget, UTKAST: self.er_utkast}.get(utvalg, True)


@dataclass(frozen=True)
class Maaned:
    """One month: the lines of the pattern, what else the county branch plans, and how much the others do."""

    foerste: date
    faste: list[Rad]
    andre: list[Rad]
    hos_andre: int = 0

    @property
    def rader(self) -> list[Rad]:
        return [*self.faste, *self.andre]

    def med(self, utvalg: str) -> "Maaned":
        """The same month with what was asked for, and what something was just done with."""

        def viste(rader: list[Rad]) -> list[Rad]:
            return [rad for rad in rader if rad.sagt or rad.hoerer_til(utvalg)]

        return Maaned(self.foerste, viste(self.faste), viste(self.andre), self.hos_andre)


@dataclass(frozen=True)
class Aarsplan:
    """The twelve months of the year `aar`."""

    aar: int
    maaneder: list[Maaned]

    @property
    def aarstype(self) -> str:
        """What kind of year it is, in words."""
        return str(Aarstype.i_aaret(self.aar).label)

    @property
    def rader(self) -> list[Rad]:
        return [rad for maaned in self.maaneder for rad in maaned.rader]

    @property
    def faste(self) -> list[Rad]:
        return [rad for maaned in self.maaneder for rad in maaned.faste]

    @property
    def mangler_dato(self) -> int:
        return self.antall(MANGLER_DATO)

    @property
    def ikke_laget(self) -> int:
        return self.antall(IKKE_LAGET)

    @property
    def utkast(self) -> int:
        return self.antall(UTKAST)

    @property
    def kanskje_planlagt(self) -> int:
        """How many lines have no activity, but something that may be it."""
        return sum(bool(rad.kandidater) for rad in self.faste)

    @property
    def faste_utkast_med_dato(self) -> list[Aktivitet]:
        """The pattern's drafts that have got their day. A board member's own drafts are theirs to say are ready."""
        return [rad.aktivitet for rad in self.faste if rad.aktivitet and rad.er_utkast and rad.aktivitet.dag_er_kjent]

    def antall(self, utvalg: str) -> int:
        return sum(rad.hoerer_til(utvalg) for rad in self.rader)

    def raden(self, merke: str) -> Rad | None:
        """The row of that name. None where it is on the page no more."""
        return next((rad for rad in self.rader if rad.merke == merke), None)

    def viste(self, utvalg: str) -> list[Maaned]:
        """The months with what was asked for; asked for nothing, all of them."""
        maaneder = [maaned.med(utvalg) for maaned in self.maaneder]
        return [maaned for maaned in maaneder if maaned.rader] if utvalg else maaneder


def les_aarsplan(aar: int) -> Aarsplan:
    """Read the plan of the year, in five queries whatever is planned."""
    faste = list(FastAktivitet.objects.for_aaret(aar))
    noekler = [fast.pk for fast in faste]
    laget: dict[int | None, Aktivitet] = {}
    sist: dict[int | None, Aktivitet] = {}
    for en in Aktivitet.objects.filter(fast__in=noekler, fast_aar__lte=aar).select_related("lag").order_by("fast_aar"):
        if en.fast_aar == aar:
            laget[en.fast_id] = en
        elif en.dag_er_kjent and not en.avlyst:
            sist[en.fast_id] = en
    utelatte = set(Utelatt.objects.filter(aar=aar).values_list("fast_id", flat=True))
    andre = _andre(aar, {en.pk for en in laget.values()})
    hos_andre = _hos_andre(aar)
    rader: dict[int, list[Rad]] = defaultdict(list)
    for fast in faste:
        aktivitet = laget.get(fast.pk)
        utelatt = fast.pk in utelatte and aktivitet is None
        kandidater = [] if aktivitet or utelatt else _kandidater(fast, andre, aar)
        forrige = sist.get(fast.pk)
        forslag = flyttet_til(forrige, aar) if forrige else None
        rader[fast.maaned].append(Rad(aktivitet, fast, utelatt, forrige, forslag, kandidater))
    maaneder = [
        Maaned(
            date(aar, nr, 1),
            rader[nr],
            [Rad(aktivitet) for aktivitet in andre if _maaneden(aktivitet, aar) == nr],
            hos_andre[nr],
        )
        for nr in range(1, 13)
    ]
    return Aarsplan(aar, maaneder)


def _andre(aar: int, faste: Collection[int]) -> list[Aktivitet]:
    """What else the county branch has that year."""
    i_aaret = Aktivitet.objects.fylkeslagets().i_perioden(date(aar, 1, 1), date(aar, 12, 31))
    return [en for en in i_aaret.select_related("lag").i_rekkefoelge() if en.pk not in faste]


def _hos_andre(aar: int) -> Counter[int]:
    """How much the other organisers have, by month."""
    hos_andre = Aktivitet.objects.filter(foerste_dag__year=aar).exclude(lag__type=Lag.Type.FYLKESLAG).order_by()
    per_maaned = hos_andre.annotate(maaned=ExtractMonth("foerste_dag")).values("maaned").annotate(antall=Count("pk"))
    return Counter({rad["maaned"]: rad["antall"] for rad in per_maaned})


def _kandidater(fast: FastAktivitet, andre: Iterable[Aktivitet], aar: int) -> list[Aktivitet]:
    """What may be the line's own, planned without the pattern: of the same type, near the line's month, the nearest
    first."""

    def avstand(aktivitet: Aktivitet) -> int:
        return abs(_maaneden(aktivitet, aar) - fast.maaned)

    like = [en for en in andre if en.type == fast.type and not (en.fast_id or en.avlyst) and avstand(en) <= NAERE]
    return sorted(like, key=avstand)[:FLEST_KANDIDATER]


def _maaneden(aktivitet: Aktivitet, aar: int) -> int:
    """The month of the year that it stands in: the one it begins in, or January when it began before the year."""
    return aktivitet.foerste_dag.month if aktivitet.foerste_dag.year == aar else 1
