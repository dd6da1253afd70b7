"""Many terminer set at once: what each is to be, all saved together but each by itself, and undone together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django.db import transaction
from django.utils import timezone

from aktivitet.models import EndretAvAndre

from ..models import Status, Termin, Tiltak
from ..models.termin import AAPNE, UTFOERTE, ForSentAaAngre
from ..statusfelter import staar_alt
from .lesing import Tabell
from .valg import Valg

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs


@dataclass(frozen=True)
class Gruppe:
    """A measure, and those of its terminer that may be set, each with whether it is marked from the start."""

    tiltak: Tiltak
    terminer: list[tuple[Termin, bool]]


@dataclass(frozen=True)
class Ny:
    """A termin as it stands, the version of it that was looked at, and what it is to be."""

    termin: Termin
    versjon: int
    verdier: Mapping[str, Any]

    @property
    def status(self) -> str:
        return str(self.verdier["status"])

    def get_status_display(self) -> str:
        """The new status in words, asked for as of a termin."""
        return str(Status(self.status).label)

    @property
    def staar_alt(self) -> bool:
        """Whether it stands so already, so that there is nothing to save."""
        return staar_alt(self.termin, dict(self.verdier))

    @property
    def ordene_byttes(self) -> bool:
        """Whether the words that stand there give way. They stay in the log."""
        return self.termin.merknad != self.verdier["merknad"]


@dataclass
class Utfall:
    """What became of them: saved, not saved since somebody else did (with what stands there now), or gone."""

    lagret: list[Termin]
    andres: list[Ny]
    borte: int


def grupper(tabell: Tabell, valg: Valg, til: date, i_dag: date) -> list[Gruppe]:
    """Give what is chosen of the table and due by `til`, by measure. What is still open is marked."""
    funnet = []
    for ett in tabell.tiltak:
        valgte = valg.terminene(ett, tabell.terminer[ett.pk], i_dag)
        terminer = [termin for termin in valgte if termin.siste <= til and not termin.utenfor]
        if terminer:
            funnet.append(Gruppe(ett, [(termin, termin.status in AAPNE) for termin in terminer]))
    return funnet


def naermeste_dag(tabell: Tabell, valg: Valg, i_dag: date) -> date:
    """Give the day to begin with: today, or the last day of what is shown where nothing is due by today."""
    return i_dag if grupper(tabell, valg, i_dag, i_dag) else tabell.dagene[1]


def nye(tabell: Tabell, rent: dict[str, Any], i_dag: date) -> tuple[list[Ny], int]:
    """Give what the chosen terminer are to be, in the plan's order, and how many of them are gone. One query."""
    valgt: dict[int, int | None] = rent["valgt"]
    terminer = _les(tabell, valgt)
    return [Ny(t, valgt[t.pk] or t.versjon, _verdier(t, rent, i_dag)) for t in terminer], len(valgt) - len(terminer)


def sett_alle(nye: Iterable[Ny], borte: int, *, av: "Bruker") -> Utfall:
    """Save them. One that somebody else has saved since it was looked at is left as it is, and the others are saved.

    Two queries for each. The same sent twice is saved once.
    """
    utfall, tid = Utfall([], [], borte), timezone.now()
    with transaction.atomic():
        for ny in sorted(nye, key=lambda ny: ny.termin.pk):  # in one order, so that no two wait for each other
            try:
                ny.termin.sett_status(av=av, versjon=ny.versjon, tid=tid, **ny.verdier)
                utfall.lagret.append(ny.termin)
            except EndretAvAndre as unntak:
                naa = cast(Termin, unntak.naa)
                naa.tiltak = ny.termin.tiltak
                if staar_alt(naa, dict(ny.verdier)):
                    utfall.lagret.append(naa)
                else:
                    utfall.andres.append(replace(ny, termin=naa, versjon=naa.versjon))
            except Termin.DoesNotExist:
                utfall.borte += 1
    return utfall


def angre_alle(tabell: Tabell, valgt: Mapping[int, int | None], *, av: "Bruker") -> tuple[int, list[Termin]]:
    """Undo what was just saved. Gives how many stand as before, and those that could not be undone."""
    terminer = _les(tabell, valgt)
    angret, ikke = 0, []
    with transaction.atomic():
        for termin in sorted(terminer, key=lambda termin: termin.pk):  # in the same order as `sett_alle`
            try:
                termin.angre(av=av, versjon=valgt[termin.pk] or 0)
            except (EndretAvAndre, ForSentAaAngre, Termin.DoesNotExist):
                if not _angret_alt(termin, av):
                    ikke.append(termin)
                    continue
            angret += 1
    return angret, [termin for termin in terminer if termin in ikke]


def _les(tabell: Tabell, valgt: Iterable[int]) -> list[Termin]:
    """Read them anew, whatever year they are of, with the measures that the table has."""
    tiltak = {ett.pk: ett for ett in tabell.tiltak}
    terminer = list(
        Termin.objects.i_planen(tabell.plan)
        .filter(pk__in=list(valgt))
        .select_related("endret_av")
        .i_planens_rekkefoelge()
    )
    for termin in terminer:
        termin.tiltak = tiltak[termin.tiltak_id]
    return terminer


def _verdier(termin: Termin, rent: dict[str, Any], i_dag: date) -> dict[str, Any]:
    """Where no day was written, one that stands there stays; else it is the due day, or today until that has come."""
    utfoert = rent["utfoert"] or termin.utfoert or min(termin.siste, i_dag)
    return {
        "status": rent["status"],
        "utfoert": utfoert if rent["status"] in UTFOERTE else None,
        "utsatt_til": rent["utsatt_til"],
        "merknad": rent["merknad"] or termin.merknad,
    }


def _angret_alt(termin: Termin, av: "Bruker") -> bool:
    """Whether this person undid it already: the same sent twice is undone once."""
    siste = termin.logg.first()
    return siste is not None and siste.angrer_id is not None and siste.av_id == av.pk
