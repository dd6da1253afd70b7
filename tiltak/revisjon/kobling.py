"""Which goals and measures of a draft go on from which in the plan that it revises: found out, stored, and decided."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from ..dokument.kobling import Kobling
from ..dokument.sammenlikning import Plansammenlikning, koble_maal, koble_tiltak, sammenlikn
from ..frist import les
from ..models import Frist, Maal, Merknad, Plan, Sammenlikning, Status, Termin, Tiltak
from ..models.termin import UAVKLARTE
from ..terminplan import oppdater, oppdater_plan
from .meldt import STATUSFELT
from .versjon import Planversjon

MAAL, TILTAK = "maal", "tiltak"
BATCH = 500
# What a termin of the draft has from the plan has no log there; and what it is again when that is let go of.
TATT_OVER = Q(utenfor=True, endret__isnull=False, logg__isnull=True)
UAVKLART = dict.fromkeys(STATUSFELT) | {"status": Status.IKKE_STARTET, "merknad": ""}
_LINJE = re.compile(r"linje \d+")


class AvtrykketErGammelt(Exception):
    """The plan was changed after the draft was compared with it: what was seen is no longer what would happen."""


class UtkastetErBorte(Exception):
    """The draft is worked in, thrown away, or no new version of the plan any more."""


def sammenlikningen(utkast: Plan, *, laast: bool = False) -> Sammenlikning:
    """How the draft is compared. Raises UtkastetErBorte."""
    alle = Sammenlikning.objects.select_for_update() if laast else Sammenlikning.objects.all()
    svar = alle.filter(utkast=utkast).first()
    if svar is None:
        raise UtkastetErBorte
    return svar


def laas(utkast: Plan) -> Sammenlikning:
    """Let nobody else do anything with the draft until the transaction ends, and give how it is compared.

    Always the plan that it revises first, where that is locked too, then the draft, then the comparison. Raises
    UtkastetErBorte.
    """
    if not Plan.objects.select_for_update(no_key=True).filter(pk=utkast.pk, revisjon_av=utkast.revisjon_av_id):
        raise UtkastetErBorte
    return sammenlikningen(utkast, laast=True)


@transaction.atomic
def koble(utkast: Plan) -> Sammenlikning:
    """Find the draft's goals and measures again in the plan that it revises, and take over what was settled there.

    Run again after the plan has been changed, it finds them anew; what the secretary has decided stands.
    """
    assert utkast.revisjon_av is not None  # noqa: S101
    Sammenlikning.objects.get_or_create(utkast=utkast)
    svar = laas(utkast)
    gammel, ny = Planversjon.les(utkast.revisjon_av), Planversjon.les(utkast)
    maal = koble_maal(gammel.dok, ny.dok, _avgjorte(svar, MAAL, gammel.maal, ny.maal))
    tiltak = koble_tiltak(gammel.dok, ny.dok, maal, _avgjorte(svar, TILTAK, gammel.tiltak, ny.tiltak))
    _lagre(Maal, gammel.maal, ny.maal, maal)
    _lagre(Tiltak, gammel.tiltak, ny.tiltak, tiltak)
    svar.usikre = {
        MAAL: [ny.maal[ett.ny].pk for ett in maal if not ett.sikker],
        TILTAK: [ny.tiltak[ett.ny].pk for ett in tiltak if not ett.sikker],
    }
    svar.avtrykk = gammel.avtrykk
    svar.versjon += 1
    svar.save()
    _ta_over_fristene([(gammel.tiltak[ett.gammel], ny.tiltak[ett.ny]) for ett in tiltak])
    _ta_over_merknadene(utkast, utkast.revisjon_av)
    oppdater_plan(utkast)
    _ta_over_det_utenfor_perioden(utkast)
    return svar


@transaction.atomic
def loesne(utkast: Plan) -> None:
    """Let nothing in the draft go on from anything, and forget what was decided about it."""
    Sammenlikning.objects.filter(utkast=utkast).delete()
    Maal.objects.filter(plan=utkast, tilsvarer__isnull=False).update(tilsvarer=None)
    Tiltak.objects.filter(maal__plan=utkast, tilsvarer__isnull=False).update(tilsvarer=None)


@transaction.atomic
def avgjoer(svar: Sammenlikning, slag: str, ny: int, gammel: int | None) -> None:
    """Let the draft's goal or measure `ny` go on from `gammel`, or from none, since the secretary says so.

    What went on from `gammel` before is new. `svar` is as it was read: raises EndretAvAndre when somebody has decided
    something since. A key that is not of these two plans raises DoesNotExist.
    """
    laas(svar.utkast)
    svar.ta_versjon(svar.versjon)
    modell: Any = {MAAL: Maal, TILTAK: Tiltak}[slag]
    vei = {MAAL: "plan", TILTAK: "maal__plan"}[slag]
    rad = modell.objects.gjeldende().get(**{vei: svar.utkast}, pk=ny)
    rad.tilsvarer = modell.objects.gjeldende().get(**{vei: svar.utkast.revisjon_av}, pk=gammel) if gammel else None
    andre = modell.objects.filter(**{vei: svar.utkast}, tilsvarer=gammel).exclude(pk=ny) if gammel else ()
    sluppet = [rad, *andre]
    modell.objects.filter(pk__in=[ett.pk for ett in sluppet]).update(tilsvarer=None)
    rad.save(update_fields=["tilsvarer"])
    svar.usikre = svar.usikre | {slag: [pk for pk in svar.usikre.get(slag, []) if pk != ny]}
    svar.avgjort = svar.avgjort | {slag: sorted({*svar.avgjort.get(slag, []), ny})}
    svar.save(update_fields=["usikre", "avgjort"])
    if slag == TILTAK:
        # What was taken over from another is let go of first; what was chosen in the draft itself stands.
        lest = les(rad.gjennomfoering)
        Frist.objects.filter(tiltak=rad, versjon=1).update(regel=lest.to_dict() if lest else None, bekreftet=False)
        Termin.objects.filter(TATT_OVER, tiltak__in=sluppet).update(**UAVKLART)
        if gammel:
            _ta_over_fristene([(rad.tilsvarer, rad)])
        oppdater(sluppet, svar.utkast)
        _ta_over_det_utenfor_perioden(svar.utkast)


@transaction.atomic
def avgjoer_alle(svar: Sammenlikning) -> None:
    """Let every pair that is a question be one that goes on. Raises EndretAvAndre as `avgjoer` does."""
    svar.ta_versjon(svar.versjon)
    for slag, usikre in svar.usikre.items():
        svar.avgjort = svar.avgjort | {slag: sorted({*svar.avgjort.get(slag, []), *usikre})}
    svar.usikre = {}
    svar.save(update_fields=["usikre", "avgjort"])


def sammenlikn_versjonene(gammel: Planversjon, ny: Planversjon, svar: Sammenlikning) -> Plansammenlikning:
    """Compare them by the pairs that are stored."""
    return sammenlikn(
        gammel.dok,
        ny.dok,
        _lagrede(gammel.maal, ny.maal, svar.usikre.get(MAAL, [])),
        _lagrede(gammel.tiltak, ny.tiltak, svar.usikre.get(TILTAK, [])),
    )


def _lagrede(gamle: Sequence[Any], nye: Sequence[Any], usikre: Iterable[int]) -> list[Kobling]:
    plass = {ett.pk: nr for nr, ett in enumerate(gamle)}
    usikre = set(usikre)
    return [
        Kobling(plass[ett.tilsvarer_id], nr, ett.pk not in usikre)
        for nr, ett in enumerate(nye)
        if ett.tilsvarer_id in plass
    ]


def _avgjorte(
    svar: Sammenlikning, slag: str, gamle: Sequence[Any], nye: Sequence[Any]
) -> list[tuple[int | None, int]]:
    """What the secretary has decided, by index. Where the old one is gone meanwhile, it is a question again."""
    plass = {ett.pk: nr for nr, ett in enumerate(gamle)}
    avgjort = set(svar.avgjort.get(slag, []))
    return [
        (plass.get(ett.tilsvarer_id), nr)
        for nr, ett in enumerate(nye)
        if ett.pk in avgjort and (ett.tilsvarer_id is None or ett.tilsvarer_id in plass)
    ]


def _lagre(modell: Any, gamle: Sequence[Any], nye: Sequence[Any], koblinger: Iterable[Kobling]) -> None:
    par = {ett.ny: gamle[ett.gammel].pk for ett in koblinger}
    endret = []
    for nr, ett in enumerate(nye):
        if ett.tilsvarer_id != par.get(nr):
            ett.tilsvarer_id = par.get(nr)
            endret.append(ett)
    modell.objects.bulk_update(endret, ["tilsvarer"], batch_size=BATCH)


def _ta_over_fristene(par: Iterable[tuple[Tiltak, Tiltak]]) -> None:
    """Let a phrase that reads as before mean what it was said to mean, unless the draft itself has been told."""
    endret = []
    for gammel, ny in par:
        foer, naa = getattr(gammel, "frist", None), getattr(ny, "frist", None)
        if foer is None or naa is None or naa.versjon > 1 or not _sier_det_samme(gammel, ny):
            continue
        if (foer.regel, foer.bekreftet) != (naa.regel, naa.bekreftet):
            naa.regel, naa.bekreftet = foer.regel, foer.bekreftet
            endret.append(naa)
    Frist.objects.bulk_update(endret, ["regel", "bekreftet"], batch_size=BATCH)


def _sier_det_samme(gammel: Tiltak, ny: Tiltak) -> bool:
    if gammel.gjennomfoering == ny.gjennomfoering:
        return True
    regel = les(ny.gjennomfoering)
    return regel is not None and regel == les(gammel.gjennomfoering)


def _ta_over_merknadene(utkast: Plan, gammel: Plan) -> None:
    """Let a slip that was settled stay settled, on whatever line it stands now."""
    avklart = {_merke(ett) for ett in Merknad.objects.filter(plan=gammel, avklart=True)}
    nye = [ett for ett in Merknad.objects.filter(plan=utkast, avklart=False) if _merke(ett) in avklart]
    Merknad.objects.filter(pk__in=[ett.pk for ett in nye]).update(avklart=True)


def _merke(merknad: Merknad) -> tuple[str, str]:
    return merknad.hva, _LINJE.sub("linje", merknad.tekst)


def _ta_over_det_utenfor_perioden(utkast: Plan) -> None:
    """Do not ask again about dates outside the period that were settled in the plan."""
    utenfor = Termin.objects.filter(utenfor=True)
    par = dict(Tiltak.objects.i_planen(utkast).filter(tilsvarer__isnull=False).values_list("tilsvarer", "pk"))
    avgjort = {
        (par[ett.tiltak_id], ett.noekkel): ett for ett in utenfor.filter(tiltak__in=par).exclude(status__in=UAVKLARTE)
    }
    nye = []
    for termin in utenfor.i_planen(utkast).filter(endret__isnull=True):
        if foer := avgjort.get((termin.tiltak_id, termin.noekkel)):
            for felt in STATUSFELT:
                setattr(termin, felt, getattr(foer, felt))
            nye.append(termin)
    Termin.objects.bulk_update(nye, STATUSFELT, batch_size=BATCH)
