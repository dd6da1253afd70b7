"""Each thing in a plan that needs the secretary, or that the secretary has settled: what it is, where it stands in the
document, and what can be done about it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from django.db.models import Exists, OuterRef, Q

from ..dokument.kildelinjer import enhet
from ..dokument.plandokument import Filslag
from ..models import Frist, Kildedokument, Merknad, Plan, Status, Termin, Tiltak
from ..models.kilde import DOBBEL_KODE
from ..models.termin import UAVKLARTE
from ..sitering import siterte_koder
from .telling import GRUPPER

LENGSTE_ORD = 400  # characters of the line's own words: enough to know it by
MANGE_TERMINER = 6


@dataclass
class Sak:
    """One thing: a deadline, a termin outside the period, or a slip of the document.

    `neste` is the place on the page to go to when it has been settled.
    """

    gruppe: str
    ting: Tiltak | Termin | Merknad
    avklart: bool
    tiltak: Tiltak | None = None
    sted: str = ""
    ordene: str = ""
    terminer: list[Termin] = field(default_factory=list)
    like: int = 0
    neste: str = ""

    @property
    def navn(self) -> str:
        """Its place on the page; the same before and after it is settled."""
        return f"{type(self.ting).__name__.lower()}-{self.ting.pk}"

    @property
    def frist(self) -> Frist | None:
        return getattr(self.tiltak, "frist", None)

    @property
    def versjon(self) -> int:
        """The version that an act must build on; 0 where there is none."""
        if isinstance(self.ting, Merknad):
            return 0
        versjonert = self.frist if isinstance(self.ting, Tiltak) else self.ting
        return versjonert.versjon if versjonert else 0

    @cached_property
    def lest_som(self) -> str:
        """What the phrase is taken to mean; what is to be done about it is said by the page."""
        regel = self.frist.les_regel() if self.frist else None
        return regel.beskrivelse.replace(" Tolkningen må bekreftes.", "") if regel else ""

    @property
    def frasens_regel(self) -> tuple[str, str]:
        """What makes two readings alike: the words, and what they are read as."""
        return (self.tiltak.gjennomfoering.casefold() if self.tiltak else ""), self.lest_som

    @property
    def viste_terminer(self) -> list[Termin]:
        return self.terminer[:MANGE_TERMINER]

    @property
    def flere_terminer(self) -> int:
        return len(self.terminer) - len(self.viste_terminer)

    @property
    def kan_angres(self) -> bool:
        """Whether one act takes the settling back. Another status is changed on the termin's own page."""
        return not isinstance(self.ting, Termin) or self.ting.status == Status.UTGAAR


@dataclass(frozen=True)
class Avklaringer:
    """Everything of one plan: what waits, by group, and what is settled."""

    plan: Plan
    grupper: dict[str, list[Sak]]
    avklarte: list[Sak]

    def __iter__(self) -> Iterator[Sak]:
        for saker in self.grupper.values():
            yield from saker
        yield from self.avklarte

    @property
    def antall(self) -> int:
        return sum(map(len, self.grupper.values()))

    @property
    def titler(self) -> list[tuple[str, str, list[Sak]]]:
        """Name, heading and things of each group."""
        return [(navn, GRUPPER[navn], saker) for navn, saker in self.grupper.items()]

    def finn(self, navn: str) -> Sak | None:
        return next((sak for sak in self if sak.navn == navn), None)

    def like(self, sak: Sak) -> list[Sak]:
        """All readings that wait and are like this one, itself among them."""
        return [ett for ett in self.grupper["til_bekreftelse"] if ett.frasens_regel == sak.frasens_regel]


def avklaringer(plan: Plan) -> Avklaringer:
    """Give all that needs the secretary in the plan, and all that is settled. The same few queries for any size."""
    return _Samler(plan).samle()


class _Samler:
    """Reads the plan's things once, and puts each where it belongs."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        har_termin = Exists(Termin.objects.filter(tiltak=OuterRef("pk")))
        tiltakene = Tiltak.objects.i_planen(plan).select_related("frist", "maal").annotate(har_termin=har_termin)
        alle = list(tiltakene.i_planens_rekkefoelge())
        koder = siterte_koder(alle)
        for tiltak in alle:
            tiltak.maal.plan = plan
            tiltak.sitert_kode = koder[tiltak.pk]
        self.tiltak = {tiltak.pk: tiltak for tiltak in alle}
        self.paa_linje = {tiltak.linje: tiltak for tiltak in alle if tiltak.linje and not tiltak.utgaatt}
        self.kilde = Kildedokument.objects.filter(plan=plan).first()
        tolkede = [tiltak.pk for tiltak in alle if self._kan_bekreftes(tiltak)]
        self.terminer: dict[int, list[Termin]] = {}
        rader = Termin.objects.i_planen(plan).gjeldende().i_planens_rekkefoelge()
        for termin in rader.filter(Q(utenfor=True) | Q(til_bekreftelse=True) | Q(tiltak__in=tolkede)):
            termin.tiltak = self.tiltak[termin.tiltak_id]
            self.terminer.setdefault(termin.tiltak_id, []).append(termin)

    def samle(self) -> Avklaringer:
        i_planen = Tiltak.objects.i_planen(self.plan)
        merknader = Merknad.objects.filter(plan=self.plan)
        doble, andre = list(merknader.doble_koder()), list(merknader.andre())
        utenfor = [termin for terminer in self.terminer.values() for termin in terminer if termin.utenfor]
        til_bekreftelse = self._rekkefoelge(i_planen.til_bekreftelse())
        bekreftede = [ett for ett in self.tiltak.values() if self._kan_bekreftes(ett) and ett.frist.bekreftet]
        grupper = {
            "ikke_forstaatt": [
                self._frist("ikke_forstaatt", ett) for ett in self._rekkefoelge(i_planen.ikke_forstaatt())
            ],
            "til_bekreftelse": [self._frist("til_bekreftelse", ett) for ett in til_bekreftelse],
            "utenfor": [self._utenfor(ett) for ett in utenfor if ett.status in UAVKLARTE],
            "doble_koder": [self._merknad(ett) for ett in doble if not ett.avklart],
            "merknader": [self._merknad(ett) for ett in andre if not ett.avklart],
        }
        antall_like = Counter(sak.frasens_regel for sak in grupper["til_bekreftelse"])
        for sak in grupper["til_bekreftelse"]:
            sak.like = antall_like[sak.frasens_regel]
        for navn, saker in grupper.items():
            for sak, etter in pairwise(saker):
                sak.neste = etter.navn
            for sak in saker[-1:]:
                sak.neste = navn
        avklarte = [self._frist("til_bekreftelse", ett, avklart=True) for ett in bekreftede if not ett.utgaatt]
        avklarte += [self._utenfor(ett) for ett in utenfor if ett.status not in UAVKLARTE]
        avklarte += [self._merknad(ett) for ett in [*doble, *andre] if ett.avklart]
        return Avklaringer(self.plan, grupper, avklarte)

    def _rekkefoelge(self, tiltak: Iterable[Tiltak]) -> list[Tiltak]:
        """The same measures as we have read them, in the plan's order."""
        pk = {ett.pk for ett in tiltak}
        return [ett for ett in self.tiltak.values() if ett.pk in pk]

    @staticmethod
    def _kan_bekreftes(tiltak: Tiltak) -> bool:
        """Whether somebody says yes to it, now or before: it was interpreted, or it gives nothing in the plan."""
        frist: Frist | None = getattr(tiltak, "frist", None)
        if frist is None or frist.regel is None:
            return False
        return bool(frist.regel.get("til_bekreftelse")) or not tiltak.har_termin  # type: ignore[attr-defined]

    def _frist(self, gruppe: str, tiltak: Tiltak, *, avklart: bool = False) -> Sak:
        sak = Sak(gruppe, tiltak, avklart, tiltak, terminer=self.terminer.get(tiltak.pk, []))
        return self._med_sted(sak, tiltak.linje)

    def _utenfor(self, termin: Termin) -> Sak:
        avklart = termin.status not in UAVKLARTE
        return self._med_sted(Sak("utenfor", termin, avklart, termin.tiltak), termin.tiltak.linje)

    def _merknad(self, merknad: Merknad) -> Sak:
        gruppe = "doble_koder" if merknad.hva == DOBBEL_KODE else "merknader"
        tiltak = self.paa_linje.get(merknad.linje) if merknad.linje else None
        return self._med_sted(Sak(gruppe, merknad, merknad.avklart, tiltak), merknad.linje)

    def _med_sted(self, sak: Sak, linje: int | None) -> Sak:
        """Say where in the document it stands, by number and by the line's own words where they are kept."""
        telles_i = enhet(self.kilde.slag if self.kilde else Filslag.TEKST)
        if linje and telles_i:
            linjene = self.kilde.linjer if self.kilde else []
            sak.sted = f"{telles_i.capitalize()} {linje}"
            sak.ordene = " | ".join(linjene[linje - 1].split("\t"))[:LENGSTE_ORD] if linje <= len(linjene) else ""
        return sak
