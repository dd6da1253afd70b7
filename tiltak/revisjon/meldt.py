"""What the deadlines of a revised plan are read as, and what was reported: it stays with the measure that goes on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ..dokument import Tiltak as TiltakIDokumentet
from ..dokument.forskjell import Forskjell
from ..models import Frist, Statusendring, Termin, Tiltak
from .rader import BATCH

STATUSFELT = ("status", "utfoert", "utsatt_til", "merknad", "endret", "endret_av")


def sett_frister(
    forskjeller: Iterable[Forskjell[TiltakIDokumentet]],
    gamle: Sequence[Tiltak],
    nye: Sequence[Tiltak],
    fra_dag: date | None,
) -> None:
    """Let each measure's deadline be what the draft reads it as. New words hold from the day of the decision on: what
    was due before is asked for by nobody who did not have it then."""
    endret, lagt_til, innfoert = [], [], []
    for ett in forskjeller:
        if ett.ny_nr is None:
            continue
        if ett.gammel_nr is None:
            innfoert.append(nye[ett.ny_nr].pk)
            continue
        rad = gamle[ett.gammel_nr]
        foer, naa = getattr(rad, "frist", None), getattr(nye[ett.ny_nr], "frist", None)
        nye_ord = fra_dag if "gjennomfoering" in ett.endret else None
        if naa is None:
            continue
        if foer is None:
            lagt_til.append(Frist(tiltak=rad, regel=naa.regel, bekreftet=naa.bekreftet, gjelder_fra=nye_ord))
        elif (foer.regel, foer.bekreftet) != (naa.regel, naa.bekreftet):
            if foer.regel != naa.regel:
                foer.gjelder_fra = nye_ord or foer.gjelder_fra
            foer.regel, foer.bekreftet, foer.versjon = naa.regel, naa.bekreftet, foer.versjon + 1
            endret.append(foer)
    Frist.objects.bulk_create(lagt_til, batch_size=BATCH)
    Frist.objects.bulk_update(endret, ["regel", "bekreftet", "gjelder_fra", "versjon"], batch_size=BATCH)
    if fra_dag and innfoert:
        Frist.objects.filter(tiltak__in=innfoert).update(gjelder_fra=fra_dag)
        fortid = Termin.objects.i_figurene().filter(siste__lt=fra_dag, logg__isnull=True)
        fortid.filter(tiltak__in=innfoert).delete()


def ta_med_det_som_er_meldt(ble: Mapping[int, Tiltak]) -> None:
    """Move what was reported on the draft's own terminer to the same ones in the plan; the latest word counts.

    `ble` gives the measure that each of the draft's became. The terminer are in line already.
    """
    overtatt = {pk: rad for pk, rad in ble.items() if rad.pk != pk}
    meldte = list(Termin.objects.filter(tiltak__in=overtatt, logg__isnull=False).distinct())
    if not meldte:
        return
    rader = Termin.objects.filter(tiltak__in=[overtatt[termin.tiltak_id].pk for termin in meldte])
    i_planen = {(termin.tiltak_id, termin.noekkel): termin for termin in rader}
    flyttet, endret, hvor = [], [], {}
    for termin in meldte:
        tiltak = overtatt[termin.tiltak_id]
        samme = i_planen.get((tiltak.pk, termin.noekkel))
        if samme is None:
            termin.tiltak, termin.fra_tidligere_frist = tiltak, True
            flyttet.append(termin)
            continue
        hvor[termin.pk] = samme
        if termin.endret and (samme.endret is None or samme.endret < termin.endret):
            for felt in STATUSFELT:
                setattr(samme, felt, getattr(termin, felt))
            samme.versjon += 1
            endret.append(samme)
    Termin.objects.bulk_update(flyttet, ["tiltak", "fra_tidligere_frist"], batch_size=BATCH)
    Termin.objects.bulk_update(endret, [*STATUSFELT, "versjon"], batch_size=BATCH)
    linjer = list(Statusendring.objects.filter(termin__in=hvor))
    for linje in linjer:
        linje.termin = hvor[linje.termin_id]
    Statusendring.objects.bulk_update(linjer, ["termin"], batch_size=BATCH)
