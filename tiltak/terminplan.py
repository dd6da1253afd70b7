"""Brings the stored terminer in line with what the deadlines and the calendar's meetings give.

A termin keeps its identity, status and log when its days move. One that a new rule no longer gives is removed if
nobody has worked on it; with a log it stays, as "fra tidligere frist".
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Case, F, QuerySet, Value, When

from aktivitet.milepaeler import moeter_i_kalenderen
from aktivitet.moeter import Moeter

from .frist.vinduer import Vindu, vinduer
from .models import Plan, Status, Termin, Tiltak

# What a window decides. Status, words and log are people's and are never touched here.
FELTER = (
    "etikett",
    "presisjon",
    "foerste",
    "siste",
    "utenfor",
    "anslag",
    "til_bekreftelse",
    "kan_forfalle",
    "loepende",
)
# What a termin with a log becomes when no rule gives it: an estimate or an interpretation is nobody's question then.
FRA_TIDLIGERE_FRIST = {"fra_tidligere_frist": True, "anslag": False, "til_bekreftelse": False}
RADER_OM_GANGEN = 2000  # each is named once for every field that changes, and SQLite takes 32766 names at a time


@dataclass
class Endringer:
    """What it takes to bring the terminer of some measures in line. Nothing of it is written before `skriv`.

    tiltak: the measures themselves, in the plan's order. endrede: each with the fields that get another value; the
    termin itself is as it is stored. borte: those that nothing gives any more.
    """

    tiltak: list[Tiltak]
    nye: list[Termin] = field(default_factory=list)
    endrede: list[tuple[Termin, dict[str, Any]]] = field(default_factory=list)
    borte: list[Termin] = field(default_factory=list)


def oppdater_alle() -> Endringer:
    """Bring every plan's terminer in line with the calendar, and give what it changed. Costs a few queries, however
    many the plans and their measures."""
    return _oppdater(Plan.objects.all(), Tiltak.objects.all())


def oppdater_plan(plan: Plan) -> None:
    """Bring the terminer of one plan's measures in line with their deadlines and the meetings."""
    _oppdater(Plan.objects.filter(pk=plan.pk), Tiltak.objects.i_planen(plan))


def oppdater(tiltak: Iterable[Tiltak], plan: Plan) -> None:
    """Bring the terminer of these measures, all of one plan, in line with their deadlines and the meetings."""
    _oppdater(Plan.objects.filter(pk=plan.pk), Tiltak.objects.filter(pk__in=[ett.pk for ett in tiltak]))


@transaction.atomic
def _oppdater(planer: QuerySet[Plan], tiltak: QuerySet[Tiltak]) -> Endringer:
    """One at a time brings a plan in line, and asks for the meetings only when it has the plan: whoever had it before
    may have moved one, and by what we knew before that, their terminer would be moved back."""
    list(planer.select_for_update(no_key=True).order_by("pk"))
    moeter = moeter_i_kalenderen()
    tiltakene = Tiltak.objects.filter(pk__in=tiltak).select_related("frist", "maal__plan").i_planens_rekkefoelge()
    # Locked, so that a status that somebody saves meanwhile is not written over.
    terminer = Termin.objects.select_for_update().filter(tiltak__in=tiltak).order_by("pk")
    gjoeres = endringer(tiltakene, terminer, moeter)
    skriv(gjoeres)
    return gjoeres


def endringer(tiltak: Iterable[Tiltak], terminer: Iterable[Termin], moeter: Callable[[int], Moeter]) -> Endringer:
    """Compare what these measures have with what their deadlines give when the meetings are `moeter`.

    `terminer` are all that the measures have. Asks nothing of the database when each measure has its deadline and its
    plan with it.
    """
    svar = Endringer(list(tiltak))
    lagret: dict[int, dict[str, Termin]] = {ett.pk: {} for ett in svar.tiltak}
    for termin in terminer:
        lagret[termin.tiltak_id][termin.noekkel] = termin
    for ett in svar.tiltak:
        har = lagret[ett.pk]
        for termin in har.values():
            termin.tiltak = ett
        for vindu in _vinduer_for(ett, moeter):
            funnet = har.pop(vindu.noekkel, None)
            if funnet is None:
                svar.nye.append(_ny(ett, vindu))
            elif nye_verdier := _nye_verdier(funnet, vindu):
                svar.endrede.append((funnet, nye_verdier))
        svar.borte += [termin for termin in har.values() if not (_er_lagt_bort(termin) or _staar_fast(termin, ett))]
    return svar


def skriv(gjoeres: Endringer) -> None:
    """Store it all."""
    Termin.objects.bulk_create(gjoeres.nye, batch_size=500)
    for nr in range(0, len(gjoeres.endrede), RADER_OM_GANGEN):
        _skriv_endrede(gjoeres.endrede[nr : nr + RADER_OM_GANGEN])
    if gjoeres.borte:
        rester = Termin.objects.filter(pk__in=[termin.pk for termin in gjoeres.borte])
        rester.filter(logg__isnull=True).delete()
        rester.update(**FRA_TIDLIGERE_FRIST)


def _skriv_endrede(endrede: Iterable[tuple[Termin, dict[str, Any]]]) -> None:
    """Write them in one question. Most move alike, so it says of each field which of them get which value."""
    rader: dict[str, dict[Any, list[int]]] = {}
    for termin, verdier in endrede:
        for felt, verdi in verdier.items():
            rader.setdefault(felt, {}).setdefault(verdi, []).append(termin.pk)
    nytt = {
        felt: Case(*(When(pk__in=pk, then=Value(verdi)) for verdi, pk in per_verdi.items()), default=F(felt))
        for felt, per_verdi in rader.items()
    }
    Termin.objects.filter(pk__in=[termin.pk for termin, _ in endrede]).update(**nytt)


def _vinduer_for(tiltak: Tiltak, moeter: Callable[[int], Moeter]) -> list[Vindu]:
    frist = getattr(tiltak, "frist", None)
    regel = frist.les_regel() if frist else None
    if frist is None or regel is None:
        return []
    fra, ut = frist.gjelder_fra or date.min, tiltak.utgaatt or date.max
    alle = vinduer(regel, tiltak.maal.plan.fra, tiltak.maal.plan.til, moeter)
    vinduene = [vindu for vindu in alle if vindu.siste < ut and (vindu.utenfor or fra <= vindu.siste)]
    return [replace(vindu, til_bekreftelse=False) for vindu in vinduene] if frist.bekreftet else vinduene


def _verdier(vindu: Vindu) -> dict[str, Any]:
    return {felt: getattr(vindu, felt) for felt in FELTER}


def _status(vindu: Vindu) -> str:
    return Status.PAAGAAR if vindu.loepende else Status.IKKE_STARTET


def _ny(tiltak: Tiltak, vindu: Vindu) -> Termin:
    return Termin(tiltak=tiltak, noekkel=vindu.noekkel, status=_status(vindu), **_verdier(vindu))


def _nye_verdier(termin: Termin, vindu: Vindu) -> dict[str, Any]:
    """What the window gives a stored termin in place of what it has: its days and marks, and the status that follows
    the kind of deadline as long as nobody has set one."""
    verdier = {**_verdier(vindu), "fra_tidligere_frist": False}
    if termin.endret is None:
        verdier["status"] = _status(vindu)
    return {felt: verdi for felt, verdi in verdier.items() if getattr(termin, felt) != verdi}


def _er_lagt_bort(termin: Termin) -> bool:
    """Whether it is known already that no rule gives it."""
    return all(getattr(termin, felt) == verdi for felt, verdi in FRA_TIDLIGERE_FRIST.items())


def _staar_fast(termin: Termin, tiltak: Tiltak) -> bool:
    """Whether it was due before the day from which the measure's words hold: other words gave it, and it stays.

    One outside the period is in no figure of the years past: it is a question to the secretary, about today's words.
    """
    frist = getattr(tiltak, "frist", None)
    return bool(frist and frist.gjelder_fra and termin.siste < frist.gjelder_fra and not termin.utenfor)
