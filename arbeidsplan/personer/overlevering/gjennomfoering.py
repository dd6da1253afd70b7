"""Carries a handover out: roles that go on and end, invitations, and who follows what up, all of it or nothing."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from aktivitet.models import EndretAvAndre
from tiltak.models import Tiltak

from ...models import Bruker, Hendelse, Invitasjon, Overlevering, Spor
from ...models.stand import skiftet
from ...roller import som_lagret
from ..brev import send
from . import regel
from .lesing import som_dager
from .regel import FORTSETTER, GAAR_AV, Avtale, Endring, Ny, Overtakelse

Brev = list[tuple[Invitasjon, str]]


class Gjennomfoert(Exception):
    """It has been carried out already: the button was pressed twice. Carries what came of it."""

    def __init__(self, overlevering: Overlevering):
        super().__init__(str(overlevering))
        self.overlevering = overlevering


class NoeErEndret(Exception):
    """Something has changed since the form was judged, so that it must be judged again. Nothing is done."""


@transaction.atomic
def gjennomfoer(avtale: Avtale, *, av: Bruker, merke: UUID) -> tuple[Overlevering, Brev]:
    """Do all that was agreed, and give the handover with the letters that are to be sent when it is stored.

    Raises Gjennomfoert when this `merke` has been carried out, and NoeErEndret when somebody is not as they were
    agreed on. A measure that somebody else took over meanwhile stays theirs, and is told of.
    """
    # Everybody, always in the same order: two handovers, or one pressed twice, come one after the other.
    folk = {bruker.pk: bruker for bruker in Bruker.objects.select_for_update(no_key=True).order_by("pk")}
    if gjort := Overlevering.objects.filter(merke=merke).first():
        raise Gjennomfoert(gjort)
    _se_etter(avtale, folk)
    _sett_rollene(avtale, folk, av)
    invitasjoner = {ny.nr: _inviter(ny, avtale, folk, av) for ny in avtale.nye}
    tiltak, andres = _flytt_tiltakene(avtale, folk, {nr: en.pk for nr, (en, _) in invitasjoner.items()})
    overlevering = Overlevering.objects.create(
        merke=merke,
        av=av,
        hendte={
            # Each role: who, which, and its last day. Those that were left as they were stand here too.
            "fortsetter": [_som_rad(endring) for endring in avtale.valgt(FORTSETTER)],
            "gaar_av": [_som_rad(endring) for endring in avtale.valgt(GAAR_AV)],
            "invitert": [en.pk for en, _ in invitasjoner.values()],
            "usendt": [en.pk for en, _ in invitasjoner.values()],  # until the mail server has said yes
            # Each measure: which, whose it was, whose it is, and the invitation it waits for.
            "tiltak": tiltak,
            "andres": andres,
        },
    )
    return overlevering, list(invitasjoner.values())


def send_brevene(overlevering: Overlevering, brev: Brev, vaar: str) -> None:
    """Send the letters, with links to the site at `vaar`, and note which went. Called when the handover is stored: a
    letter cannot be taken back."""
    for invitasjon, noekkel in brev:
        if send(invitasjon, noekkel, vaar):
            overlevering.hendte["usendt"].remove(invitasjon.pk)
            overlevering.save(update_fields=["hendte"])


def _se_etter(avtale: Avtale, folk: dict[int, Bruker]) -> None:
    """See that what was judged is still so, now that nobody else can change it."""
    for pk, versjon in avtale.versjoner.items():
        if pk not in folk or folk[pk].versjon != versjon:
            raise NoeErEndret
    roller = {pk: som_dager(bruker.roller) for pk, bruker in folk.items() if bruker.is_active}
    mister = regel.mister_administratoren(roller, avtale.endringer)
    if mister or regel.ingen_kan_invitere(roller, avtale.endringer, timezone.localdate()):
        raise NoeErEndret
    ventende = {en.email: en.pk for en in Invitasjon.objects.gyldige()}
    if any(ventende.get(ny.epost) != ny.erstatter for ny in avtale.nye):
        raise NoeErEndret


def _sett_rollene(avtale: Avtale, folk: dict[int, Bruker], av: Bruker) -> None:
    nye = [endring for endring in avtale.endringer if endring.er_ny]
    for pk in {endring.bruker for endring in nye}:
        bruker, deres = folk[pk], [endring for endring in nye if endring.bruker == pk]
        bruker.ta_versjon(bruker.versjon)  # a form that has the person open is told
        foer = bruker.roller
        bruker.roller = foer | {endring.rolle.value: som_lagret(endring.etter) for endring in deres}
        bruker.save(update_fields=["roller"])
        Spor.objects.sett(Hendelse.ROLLER, av=av, om=bruker, hva=skiftet(foer, bruker.roller))


def _inviter(ny: Ny, avtale: Avtale, folk: dict[int, Bruker], av: Bruker) -> tuple[Invitasjon, str]:
    tar_over_fra = next((en.fra for en in avtale.overtakelser if en.ny == ny.nr), None)
    try:
        invitert: tuple[Invitasjon, str] = Invitasjon.objects.inviter(
            ny.epost,
            navn=ny.navn,
            roller={ny.rolle.value: som_lagret(ny.til)},
            lag=[ny.lag] if ny.lag else [],
            av=av,
            tar_over_fra=folk[tar_over_fra] if tar_over_fra else None,
        )
    except IntegrityError as alt:  # the same address was invited from another page in the same moment
        raise NoeErEndret from alt
    return invitert


def _flytt_tiltakene(
    avtale: Avtale, folk: dict[int, Bruker], invitasjoner: dict[int, int]
) -> tuple[list[list[Any]], list[int]]:
    """Hand each measure over, and give those, and the keys of those that somebody else had by then."""
    flyttet, andres = [], []
    tiltakene = Tiltak.objects.in_bulk([pk for en in avtale.overtakelser for pk in en.tiltak])
    for en in avtale.overtakelser:
        for tiltak in (tiltakene[pk] for pk in en.tiltak if pk in tiltakene):
            try:
                _gi_til(tiltak, en, folk)
            except (EndretAvAndre, Tiltak.DoesNotExist):
                andres.append(tiltak.pk)
            else:
                invitasjon = invitasjoner[en.ny] if en.ny is not None else None
                flyttet.append([tiltak.pk, en.fra, en.til, invitasjon])
    return flyttet, andres


def _gi_til(tiltak: Tiltak, en: Overtakelse, folk: dict[int, Bruker]) -> None:
    """Somebody who is only invited takes over when they come in: until then whoever leaves stands there."""
    if en.til is not None:
        tiltak.foelg_opp(folk[en.til], fra=en.fra)
    elif en.ny is None:
        tiltak.slipp(folk[en.fra])


def _som_rad(endring: Endring) -> list[Any]:
    return [endring.bruker, endring.rolle.value, som_lagret(endring.etter)]
