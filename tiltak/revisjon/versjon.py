"""One version of a plan: as the document that is compared, and as the rows that each part of it is stored in."""

import json
from dataclasses import dataclass
from hashlib import sha256

from ..dokument import Plandokument
from ..dokument.planjson import til_json
from ..models import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plan, Tiltak
from ..utgave import avsnittene, plandokument


@dataclass(frozen=True)
class Planversjon:
    """A plan as it stands. Each list is in the order that the comparison counts in; what was taken out is in none."""

    plan: Plan
    dok: Plandokument
    kapitler: list[Kapittel]
    avsnitt: list[Avsnitt]
    periodemaal: list[Periodemaal]
    maal: list[Maal]
    tiltak: list[Tiltak]
    aktivitetsplan: list[Aktivitetsrad]

    @classmethod
    def les(cls, plan: Plan) -> "Planversjon":
        """Read it, in twelve queries for any size."""
        kapitler, maal = list(plan.kapitler.all()), list(plan.maal.gjeldende())
        etter_pk = {ett.pk: ett for ett in maal}
        for ett in maal:
            ett.forelder = etter_pk.get(ett.forelder_id or 0)
        av_kapittel, av_maal = avsnittene(plan)
        for kapittel in kapitler:
            for avsnitt in av_kapittel[kapittel.pk]:
                avsnitt.kapittel = kapittel
        under: dict[int, list[Tiltak]] = {ett.pk: [] for ett in maal}
        for tiltak in Tiltak.objects.i_planen(plan).gjeldende().select_related("frist").i_planens_rekkefoelge():
            under.get(tiltak.maal_id, []).append(tiltak)
        for ett in maal:
            for avsnitt in av_maal[ett.pk]:
                avsnitt.maal = ett
            for tiltak in under[ett.pk]:
                tiltak.maal = ett
        return cls(
            plan=plan,
            dok=plandokument(plan),
            kapitler=kapitler,
            avsnitt=[
                *(avsnitt for ett in kapitler for avsnitt in av_kapittel[ett.pk]),
                *(avsnitt for ett in maal for avsnitt in av_maal[ett.pk]),
            ],
            periodemaal=list(plan.periodemaal.all()),
            maal=maal,
            tiltak=[tiltak for ett in maal for tiltak in under[ett.pk]],
            aktivitetsplan=list(plan.aktivitetsrader.all()),
        )

    @property
    def avtrykk(self) -> str:
        """Tells this version from every other: its words and places, its rows, and what its phrases are read as."""
        rader = [
            [ett.pk for ett in self.maal],
            [(ett.pk, frist.versjon if (frist := getattr(ett, "frist", None)) else 0) for ett in self.tiltak],
        ]
        return sha256(json.dumps([til_json(self.dok), rader], sort_keys=True).encode()).hexdigest()
