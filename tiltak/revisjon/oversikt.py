"""What the secretary is shown of a revised draft before it is worked in: every difference, the questions first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count

from ..dokument.forskjell import Forskjell, Slag
from ..dokument.kobling import likeste
from ..dokument.sammenlikning import Plansammenlikning
from ..models import Plan, Sammenlikning, Termin, Tiltak
from ..ordforskjell import Bit, forskjell
from ..ordlyd import hele_ordlyden, navnet_paa, som_tekst
from ..sitering import siterte_koder
from .fletting import merke
from .kobling import MAAL, TILTAK, sammenlikn_versjonene, sammenlikningen
from .versjon import Planversjon

FLEST_VALG = 20  # of those that went out, the likest are offered


@dataclass(frozen=True)
class Felt:
    """One text that differs, word by word."""

    navn: str
    biter: list[Bit]


@dataclass
class Rad:
    """One goal or measure: as it was, as it is to be, or both. `valg` are those it may be said to go on from."""

    del_: str
    forskjell: Forskjell[Any]
    gammel: Any
    ny: Any
    gammel_kode: str
    ny_kode: str
    meldt: int = 0
    valg: list[tuple[int, str]] = field(default_factory=list)

    @property
    def anker(self) -> str:
        return f"{self.del_}-{self.ny.pk}" if self.ny else f"{self.del_}-ute-{self.gammel.pk}"

    @property
    def slag(self) -> str:
        return self.forskjell.slag.value

    @property
    def er_tiltak(self) -> bool:
        return self.del_ == TILTAK

    @property
    def tekst(self) -> list[Bit]:
        """The measure's words, or the goal's heading: with what goes out and comes in marked in them."""
        felt = "tekst" if self.er_tiltak else "overskrift"
        if self.ny and self.gammel:
            return forskjell(getattr(self.gammel, felt), getattr(self.ny, felt))
        tekst = getattr(self.ny or self.gammel, felt)
        return forskjell(tekst, tekst)

    @property
    def felter(self) -> list[Felt]:
        """Its other texts: those that differ, and of what is new or goes out all that there is."""
        navnene = ("gjennomfoering", "ansvarlig") if self.er_tiltak else ("motto",)
        svar = []
        for navn in navnene:
            foer = getattr(self.gammel or self.ny, navn)
            etter = getattr(self.ny or self.gammel, navn)
            er_nytt_eller_borte = self.gammel is None or self.ny is None
            if foer != etter or (er_nytt_eller_borte and etter):
                ord_ = (self.ny or self.gammel)._meta.get_field(navn).verbose_name
                svar.append(Felt(str(ord_), forskjell(foer, etter)))
        return svar

    @property
    def har_byttet_sted(self) -> bool:
        return bool({"maal", "forelder"} & set(self.forskjell.flyttet))

    @property
    def over(self) -> tuple[Any, Any]:
        """Whom it stands under, before and after."""
        navn = "maal" if self.er_tiltak else "forelder"
        return tuple(getattr(ett, navn) if ett else None for ett in (self.gammel, self.ny))  # type: ignore[return-value]


@dataclass(frozen=True)
class Rest:
    """One difference in what is neither goal nor measure."""

    hva: str
    sagt: str
    biter: list[Bit]


@dataclass
class Oversikt:
    """Everything that the page shows. `er_gammel` when the plan was changed after the draft was compared with it."""

    utkast: Plan
    plan: Plan
    svar: Sammenlikning
    merke: str
    er_gammel: bool
    rader: dict[str, list[Rad]]
    resten: list[Rest]

    @cached_property
    def usikre(self) -> list[Rad]:
        return [rad for del_ in (MAAL, TILTAK) for rad in self.rader[del_] if not rad.forskjell.sikker]

    @cached_property
    def maal(self) -> dict[str, list[Rad]]:
        return _etter_slag(self.rader[MAAL])

    @cached_property
    def tiltak(self) -> dict[str, list[Rad]]:
        return _etter_slag(self.rader[TILTAK])

    @property
    def tall(self) -> dict[str, int]:
        """How many measures there are of each kind. They add up to all that is in either version."""
        telling = Counter(_gruppen(rad) for rad in self.rader[TILTAK])
        return {slag: telling[slag] for slag in ("ny", "endret", "flyttet", "borte", "uendret")}

    def har(self, anker: str) -> bool:
        """Whether one of the rows has this name on the page."""
        return any(rad.anker == anker for rader in self.rader.values() for rad in rader)

    @property
    def ingenting_er_endret(self) -> bool:
        alle = [rad for rader in self.rader.values() for rad in rader]
        return not self.resten and all(rad.forskjell.slag == Slag.UENDRET for rad in alle)


def oversikt(utkast: Plan) -> Oversikt:
    """Compare the draft with the plan that it revises, as it stands now. The same few queries for any size."""
    assert utkast.revisjon_av is not None  # noqa: S101
    svar = sammenlikningen(utkast)
    gammel, ny = Planversjon.les(utkast.revisjon_av), Planversjon.les(utkast)
    likt = sammenlikn_versjonene(gammel, ny, svar)
    rader = {
        MAAL: [_maalrad(ett, gammel, ny) for ett in likt.maal],
        TILTAK: list(_tiltaksrader(likt.tiltak, gammel, ny)),
    }
    for alle in rader.values():
        _legg_valg(alle)
    return Oversikt(
        utkast=utkast,
        plan=gammel.plan,
        svar=svar,
        merke=merke(gammel, ny, svar),
        er_gammel=svar.avtrykk != gammel.avtrykk,
        rader=rader,
        resten=list(_resten(likt, gammel, ny)),
    )


def _maalrad(ett: Forskjell[Any], gammel: Planversjon, ny: Planversjon) -> Rad:
    foer, etter = _radene(ett, gammel.maal, ny.maal)
    return Rad(MAAL, ett, foer, etter, foer.nummer if foer else "", etter.nummer if etter else "")


def _tiltaksrader(likt: Iterable[Forskjell[Any]], gammel: Planversjon, ny: Planversjon) -> Iterable[Rad]:
    koder = siterte_koder(gammel.tiltak) | siterte_koder(ny.tiltak)
    terminer = Termin.objects.i_planen(gammel.plan).filter(endret__isnull=False).order_by()
    meldt = dict(terminer.values_list("tiltak").annotate(Count("pk")))
    for ett in likt:
        foer, etter = _radene(ett, gammel.tiltak, ny.tiltak)
        yield Rad(
            TILTAK,
            ett,
            foer,
            etter,
            koder[foer.pk] if foer else "",
            koder[etter.pk] if etter else "",
            meldt.get(foer.pk, 0) if foer else 0,
        )


def _radene(ett: Forskjell[Any], gamle: Sequence[Any], nye: Sequence[Any]) -> tuple[Any, Any]:
    return (
        None if ett.gammel_nr is None else gamle[ett.gammel_nr],
        None if ett.ny_nr is None else nye[ett.ny_nr],
    )


def _legg_valg(rader: Sequence[Rad]) -> None:
    """Give each new one those that went out to choose from, the likest first."""
    borte = [rad for rad in rader if rad.forskjell.slag == Slag.BORTE]
    nye = [rad for rad in rader if rad.forskjell.slag == Slag.NY]
    valgene = [(ett.gammel.pk, f"{ett.gammel_kode} {_ordlyd(ett.gammel)}".strip()[:90]) for ett in borte]
    naermest = likeste([_ordlyd(ett.gammel) for ett in borte], [_ordlyd(ett.ny) for ett in nye], FLEST_VALG)
    for rad, plasser in zip(nye, naermest, strict=True):
        rad.valg = [valgene[plass] for plass in plasser]


def _ordlyd(ting: Any) -> str:
    return str(ting.tekst if isinstance(ting, Tiltak) else ting.overskrift)


def _gruppen(rad: Rad) -> str:
    return Slag.ENDRET.value if rad.forskjell.slag == Slag.ENDRET_OG_FLYTTET else rad.slag


def _etter_slag(rader: Iterable[Rad]) -> dict[str, list[Rad]]:
    grupper: dict[str, list[Rad]] = defaultdict(list)
    for rad in rader:
        if rad.forskjell.sikker:
            grupper[_gruppen(rad)].append(rad)
    return dict(grupper)


def _resten(likt: Plansammenlikning, gammel: Planversjon, ny: Planversjon) -> Iterable[Rest]:
    for felt in likt.hode:
        navn = str(Plan._meta.get_field(felt).verbose_name)  # type: ignore[union-attr]
        foer, etter = (som_tekst(getattr(ett.plan, felt)) for ett in (gammel, ny))
        yield Rest(navn.capitalize(), "Endret", forskjell(foer, etter))
    for del_ in ("kapitler", "avsnitt", "periodemaal", "aktivitetsplan"):
        gamle, nye = getattr(gammel, del_), getattr(ny, del_)
        for ett in getattr(likt, del_):
            if ett.slag != Slag.UENDRET:
                foer, etter = _radene(ett, gamle, nye)
                tekster = [hele_ordlyden(rad) if rad else "" for rad in (foer, etter)]
                yield Rest(navnet_paa(etter or foer), SAGT[ett.slag], forskjell(*tekster))


SAGT: Mapping[Slag, str] = {
    Slag.NY: "Nytt",
    Slag.ENDRET: "Endret",
    Slag.FLYTTET: "Flyttet",
    Slag.ENDRET_OG_FLYTTET: "Endret og flyttet",
    Slag.BORTE: "Tatt ut",
}
