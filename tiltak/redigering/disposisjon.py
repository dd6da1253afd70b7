"""The plan as its secretary sees it: every part in the order it is read, and what can be done with each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from ..models import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plan, Tiltak
from ..ordlyd import navnet_paa
from ..sitering import siterte_koder
from ..utgave import avsnittene
from .slag import Slag, slaget_til


@dataclass(frozen=True)
class Tillegg:
    """Something that can be added at one place."""

    tekst: str
    adresse: str


@dataclass(frozen=True)
class Del:
    """One part of the plan, and where its acts are."""

    plan: Plan
    ting: Any

    @cached_property
    def slag(self) -> Slag:
        return slaget_til(self.ting)

    @cached_property
    def rot(self) -> str:
        """Where the whole plan is kept: each of its parts is below it. Asked for once a part, since parts are many."""
        return reverse("tiltak:rediger_plan", args=[self.plan.slug])

    @cached_property
    def adresse(self) -> str:
        """Where the part is kept; its acts are right below."""
        return f"{self.rot}{self.slag.navn}/{self.ting.pk}/"

    @cached_property
    def id(self) -> str:
        """Its name on the page, by which one comes back to it."""
        return f"{self.slag.navn}-{self.ting.pk}"

    @cached_property
    def navn(self) -> str:
        """What its buttons call it, for those who hear them one by one."""
        return navnet_paa(self.ting)

    @property
    def nivaa(self) -> int:
        """The heading's level on a page whose title is h1."""
        return min(self.ting.nivaa + 2, 6) if isinstance(self.ting, Maal) else 2

    @property
    def tillegg(self) -> list[Tillegg]:
        """What can be added here: in it, or right after it."""
        return [
            Tillegg(tekst, ny_adresse(self.rot, hva, eier, etter)) for hva, tekst, eier, etter in _tillegg(self.ting)
        ]


@dataclass(frozen=True)
class Disposisjon:
    """The whole plan laid out for editing, and what was taken out of it."""

    plan: Plan
    deler: list[Del]
    ute: list[Del]

    @property
    def tillegg(self) -> list[Tillegg]:
        """What can be added at the plan's end."""
        hele = [("kapittel", "Kapittel"), ("periodemal", "Periodemål"), ("mal", "Mål"), ("maned", "Måned i årsplanen")]
        rot = reverse("tiltak:rediger_plan", args=[self.plan.slug])
        return [Tillegg(tekst, ny_adresse(rot, hva)) for hva, tekst in hele]


def ny_adresse(rot: str, hva: str, eier: str = "", etter: str = "") -> str:
    """Where a part is added at this place of the plan that is kept at `rot`."""
    hvor = {navn: verdi for navn, verdi in (("i", eier), ("etter", etter)) if verdi}
    adresse = f"{rot}{hva}/ny/"
    return f"{adresse}?{urlencode(hvor)}" if hvor else adresse


def disposisjon(plan: Plan) -> Disposisjon:
    """Lay the plan out. Six queries for any size."""
    tiltak = list(Tiltak.objects.i_planen(plan).select_related("maal").i_planens_rekkefoelge())
    koder = siterte_koder(tiltak)
    for ett in tiltak:
        ett.sitert_kode = koder[ett.pk]
    maal = list(plan.maal.all())
    deler = [Del(plan, ting) for ting in _i_rekkefoelge(plan, maal, tiltak)]
    ute = [ett for ett in (*maal, *tiltak) if ett.utgaatt]
    return Disposisjon(plan, deler, [Del(plan, ett) for ett in ute])


def tiltak_etter_maal(plan: Plan, uten: Tiltak) -> list[tuple[Maal, list[Tiltak]]]:
    """The measures that stand in the plan by their goal, the goal of `uten` first and that measure left out."""
    grupper: dict[int, tuple[Maal, list[Tiltak]]] = {}
    for ett in Tiltak.objects.i_planen(plan).gjeldende().select_related("maal").i_planens_rekkefoelge():
        if ett.pk != uten.pk:
            grupper.setdefault(ett.maal_id, (ett.maal, []))[1].append(ett)
    return sorted(grupper.values(), key=lambda gruppe: gruppe[0].pk != uten.maal_id)


def _i_rekkefoelge(plan: Plan, maal: list[Maal], tiltak: list[Tiltak]) -> Iterator[Any]:
    """Every part that stands in the plan, as it is read. What its chapter is missing for stands at the end."""
    av_kapittel, av_maal = avsnittene(plan)
    under: dict[int, list[Tiltak]] = defaultdict(list)
    for ett in tiltak:
        if ett.utgaatt is None:
            under[ett.maal_id].append(ett)

    def treet() -> Iterator[Any]:
        for ett in maal:
            if ett.utgaatt is None:
                yield ett
                yield from _med_eier(av_maal[ett.pk], maal=ett)
                yield from under[ett.pk]

    rester: dict[str, Iterator[Any]] = {
        Kapittel.Slag.PERIODEMAAL: iter(plan.periodemaal.all()),
        Kapittel.Slag.MAAL: treet(),
    }
    kapitler = list(plan.kapitler.all())
    siste = max((nr for nr, ett in enumerate(kapitler) if ett.slag == Kapittel.Slag.AVSLUTNING), default=None)
    rader: Iterator[Any] = iter(plan.aktivitetsrader.all())
    for nr, kapittel in enumerate(kapitler):
        yield kapittel
        yield from _med_eier(av_kapittel[kapittel.pk], kapittel=kapittel)
        yield from rester.pop(kapittel.slag, iter(()))
        if nr == siste:
            yield from rader
    for rest in (*rester.values(), rader):
        yield from rest


def _med_eier(avsnitt: list[Avsnitt], **eier: Any) -> Iterator[Avsnitt]:
    """The paragraphs, told whose they are: no need to ask again for each."""
    for ett in avsnitt:
        for felt, verdi in eier.items():
            setattr(ett, felt, verdi)
        yield ett


def _tillegg(ting: Any) -> list[tuple[str, str, str, str]]:
    """The kind, the words, the owner and the neighbour of each thing that can be added at a part."""
    pk = str(ting.pk)
    match ting:
        case Kapittel():
            inni = {
                Kapittel.Slag.PERIODEMAAL: [("periodemal", "Periodemål øverst", "", "forst")],
                Kapittel.Slag.MAAL: [("mal", "Mål øverst", "", "forst")],
            }.get(Kapittel.Slag(ting.slag), [])
            avsnitt = ("avsnitt", "Avsnitt øverst i kapittelet", f"kapittel-{pk}", "forst")
            return [avsnitt, *inni, ("kapittel", "Kapittel etter", "", pk)]
        case Avsnitt():
            eier = f"kapittel-{ting.kapittel_id}" if ting.kapittel_id else f"mal-{ting.maal_id}"
            return [("avsnitt", "Avsnitt etter", eier, pk)]
        case Periodemaal():
            return [("periodemal", "Periodemål etter", "", pk)]
        case Maal():
            over = f"mal-{ting.forelder_id}" if ting.forelder_id else ""
            return [
                ("avsnitt", "Avsnitt øverst i målet", f"mal-{pk}", "forst"),
                ("tiltak", "Tiltak nederst i målet", f"mal-{pk}", ""),
                ("mal", "Undermål", f"mal-{pk}", ""),
                ("mal", "Mål etter", over, pk),
            ]
        case Tiltak():
            return [("tiltak", "Tiltak etter", f"mal-{ting.maal_id}", pk)]
        case Aktivitetsrad():
            return [("maned", "Måned etter", "", pk)]
    return []
