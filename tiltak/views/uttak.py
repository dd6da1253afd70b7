"""The plan to take along: as a Word file, as JSON, and its measures as a sheet. Open to whoever may read the plan."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from aktivitet.tid import dag_i_ord

from ..dokument import Plandokument
from ..dokument.planjson import fra_json, til_json
from ..models import Plan, Planutgave, Tiltak
from ..utgave import planrader
from ..uttak.regneark import lag_csv, lag_xlsx
from ..uttak.tiltaksark import IKKE_FORSTAATT, les_frase
from ..uttak.word import lag_word
from .filord import planen_i_ord
from .filsvar import CSV, EXCEL, WORD, filsvar

FORMER = {"docx": "Word", "json": "JSON", "xlsx": "tiltakene som XLSX", "csv": "tiltakene som CSV"}
UTGAVE = "2"  # of how the files are written: raised when the same plan is to give other bytes than before


@dataclass
class Uttak:
    """What is written: the plan as it stands, or as it stood on the day `per`; `dag` is the file's own date.

    `tiltak` are the measures of the plan as it stands, in the document's order.
    """

    plan: Plan
    dok: Plandokument
    dag: date
    per: date | None = None
    tiltak: list[Tiltak] = field(default_factory=list)

    @cached_property
    def tilstand(self) -> str:
        """How far the plan has come; of an earlier day, which day."""
        return f"Slik planen sto {dag_i_ord(self.per)}." if self.per else self.plan.tilstand_i_ord()

    @property
    def topptekst(self) -> str:
        """The running title: it says so when this is not the adopted plan of today."""
        hva = f"slik den sto {dag_i_ord(self.per)}" if self.per else self.plan.get_status_display().lower()
        er_planen = self.plan.status == Plan.Status.VEDTATT and not self.per
        return self.dok.tittel if er_planen else f"{self.dok.tittel} – {hva}"

    def lest_som(self) -> list[str]:
        """What each measure's phrase is read as: by the rule that counts now, on an earlier day by its own words."""
        if self.per:
            return [les_frase(tiltak.gjennomfoering) for tiltak in self.dok.tiltak]
        prefetch_related_objects(self.tiltak, "frist")
        return [_beskrivelse(tiltak) for tiltak in self.tiltak]


@login_not_required
@require_safe
def plan_docx(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The whole plan as a Word file."""
    uttak = _uttak(request, slug)
    valg: dict[str, Any] = {"dag": uttak.dag, "topptekst": uttak.topptekst, "tilstand": uttak.tilstand}
    return _fil(request, uttak, "docx", WORD, lambda: lag_word(uttak.dok, **valg), valg)


@login_not_required
@require_safe
def plan_json(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The whole plan as JSON."""
    uttak = _uttak(request, slug)
    return _fil(request, uttak, "json", "application/json", lambda: _som_json(til_json(uttak.dok)), {})


@login_not_required
@require_safe
def tiltak_xlsx(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The measures as a workbook."""
    uttak = _uttak(request, slug)
    valg: dict[str, Any] = {"dag": uttak.dag, "tilstand": uttak.tilstand, "lest_som": uttak.lest_som()}
    return _fil(request, uttak, "xlsx", EXCEL, lambda: lag_xlsx(uttak.dok, **valg), valg)


@login_not_required
@require_safe
def tiltak_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The measures as CSV."""
    uttak = _uttak(request, slug)
    valg = {"lest_som": uttak.lest_som()}
    return _fil(request, uttak, "csv", CSV, lambda: lag_csv(uttak.dok, **valg), valg)


def _uttak(request: HttpRequest, slug: str) -> Uttak:
    """The plan that is asked for; with `?per=2026-03-01` as it stood on that day. 404 for a day without an edition."""
    plan = get_object_or_404(Plan.objects.lesbare_for(request.user), slug=slug)
    if "per" not in request.GET:
        rader = planrader(plan)
        return Uttak(plan, rader.dokument, plan.vedtatt_dag or plan.fra, tiltak=rader.tiltak)
    try:
        per = date.fromisoformat(request.GET["per"])
    except ValueError:
        raise Http404 from None
    utgave = Planutgave.objects.paa_dagen(plan, per) if plan.er_vedtatt else None
    if utgave is None:
        raise Http404
    return Uttak(plan, fra_json(utgave.innhold), utgave.gjelder_fra, per)


def _fil(
    request: HttpRequest, uttak: Uttak, ending: str, slag: str, lag: Callable[[], bytes], valg: dict[str, Any]
) -> HttpResponseBase:
    """Answer with the file that `lag` makes of the plan and `valg`. Asked again for the same, it is not made anew."""
    grunnlag = [UTGAVE, ending, til_json(uttak.dok), valg]
    hva = "-tiltak" if ending in ("xlsx", "csv") else ""
    per = f"-per-{uttak.per}" if uttak.per else ""
    return filsvar(
        request,
        lag,
        merke=sha256(_som_json(grunnlag)).hexdigest(),
        slag=slag,
        disposisjon=f'attachment; filename="{uttak.plan.slug}{hva}{per}.{ending}"',
        for_alle=Plan.objects.aapne().filter(pk=uttak.plan.pk).exists(),
        hva=planen_i_ord(uttak.plan, FORMER[ending]),
    )


def _som_json(data: Any) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=2, default=str)}\n".encode()


def _beskrivelse(tiltak: Tiltak) -> str:
    frist = getattr(tiltak, "frist", None)
    regel = frist.les_regel() if frist else None
    return regel.beskrivelse if regel else IKKE_FORSTAATT
