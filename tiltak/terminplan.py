"""Brings the stored terminer in line with what the deadlines and the calendar's meetings give.

A termin keeps its identity, status and log when its days move. One that a new rule no longer gives is removed if
nobody has worked on it; with a log it stays, as "fra tidligere frist".
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from django.db import transaction
from django.db.models import QuerySet

from aktivitet.kalender import Moeter
from aktivitet.milepaeler import moeter_i_kalenderen

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


@transaction.atomic
def oppdater_alle() -> None:
    """Bring every plan's terminer in line with the calendar. Costs a few queries a plan, however many its measures."""
    planer = list(_laas(Plan.objects.all()))
    moeter = moeter_i_kalenderen()
    for plan in planer:
        _oppdater(Tiltak.objects.i_planen(plan), plan, moeter)


def oppdater_plan(plan: Plan) -> None:
    """Bring the terminer of one plan's measures in line with their deadlines and the meetings."""
    oppdater(Tiltak.objects.i_planen(plan), plan)


@transaction.atomic
def oppdater(tiltak: Iterable[Tiltak], plan: Plan) -> None:
    """Bring the terminer of these measures, all of one plan, in line with their deadlines and the meetings."""
    _oppdater(tiltak, _laas(Plan.objects.all()).get(pk=plan.pk), moeter_i_kalenderen())


def _laas(planer: QuerySet[Plan]) -> QuerySet[Plan]:
    """Let one at a time bring a plan in line, and ask for the meetings only when it is ours: whoever had it before may
    have moved one, and by what we knew before that, their terminer would be moved back."""
    return planer.select_for_update(no_key=True).order_by("pk")


def _oppdater(tiltak: Iterable[Tiltak], plan: Plan, moeter: Callable[[int], Moeter]) -> None:
    """Write the windows of these measures as terminer: new ones made, changed ones moved, unneeded ones taken away."""
    tiltakene = {ett.pk: ett for ett in _med_frist(tiltak)}
    lagret: dict[int, dict[str, Termin]] = {pk: {} for pk in tiltakene}
    # Locked, so that a status that somebody saves meanwhile is not written over by the bulk update below.
    for termin in Termin.objects.select_for_update().filter(tiltak__in=tiltakene).order_by("pk"):
        lagret[termin.tiltak_id][termin.noekkel] = termin

    nye: list[Termin] = []
    endrede: list[Termin] = []
    borte: list[Termin] = []
    for pk, ett in tiltakene.items():
        oensket = {vindu.noekkel: vindu for vindu in _vinduer_for(ett, plan, moeter)}
        for noekkel, vindu in oensket.items():
            har = lagret[pk].pop(noekkel, None)
            if har is None:
                nye.append(_ny(ett, vindu))
            elif _flytt(har, vindu):
                endrede.append(har)
        borte += lagret[pk].values()

    Termin.objects.bulk_create(nye, batch_size=500)
    Termin.objects.bulk_update(endrede, [*FELTER, "status", "fra_tidligere_frist"], batch_size=200)
    rester = Termin.objects.filter(pk__in=[termin.pk for termin in borte])
    rester.filter(logg__isnull=True).delete()
    # What was an estimate or an interpretation is nobody's question any more.
    rester.update(fra_tidligere_frist=True, anslag=False, til_bekreftelse=False)


def _med_frist(tiltak: Iterable[Tiltak]) -> Iterable[Tiltak]:
    return Tiltak.objects.filter(pk__in=[ett.pk for ett in tiltak]).select_related("frist")


def _vinduer_for(tiltak: Tiltak, plan: Plan, moeter: Callable[[int], Moeter]) -> list[Vindu]:
    frist = getattr(tiltak, "frist", None)
    regel = frist.les_regel() if frist else None
    if frist is None or regel is None:
        return []
    vinduene = vinduer(regel, plan.fra, plan.til, moeter)
    return [replace(vindu, til_bekreftelse=False) for vindu in vinduene] if frist.bekreftet else vinduene


def _verdier(vindu: Vindu) -> dict[str, object]:
    return {felt: getattr(vindu, felt) for felt in FELTER}


def _ny(tiltak: Tiltak, vindu: Vindu) -> Termin:
    status = Status.PAAGAAR if vindu.loepende else Status.IKKE_STARTET
    return Termin(tiltak=tiltak, noekkel=vindu.noekkel, status=status, **_verdier(vindu))


def _flytt(termin: Termin, vindu: Vindu) -> bool:
    """Give a stored termin the window's days and marks; True when anything changed."""
    foer = {felt: getattr(termin, felt) for felt in (*FELTER, "status", "fra_tidligere_frist")}
    for felt, verdi in _verdier(vindu).items():
        setattr(termin, felt, verdi)
    termin.fra_tidligere_frist = False
    if termin.endret is None:  # nobody has set a status yet, so it follows the kind of deadline
        termin.status = Status.PAAGAAR if vindu.loepende else Status.IKKE_STARTET
    return any(getattr(termin, felt) != verdi for felt, verdi in foer.items())
