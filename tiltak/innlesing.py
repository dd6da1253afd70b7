"""A file in, a draft plan out: read, stored, and kept line by line. The command and the page ask here."""

from hashlib import sha256
from pathlib import PurePath

from django.db import IntegrityError, transaction

from aktivitet.tekst import rens_linje

from .dokument import Filslag, Plandokument, UlesbartDokument, les_dokument
from .dokument.kildelinjer import kildelinjer
from .frist import les
from .importering import importer
from .models import Kildedokument, Plan, Statusendring, Termin
from .revisjon.kobling import koble, loesne
from .utgave import plandokument
from .uttak.regneark_inn import er_tiltaksark, les_tiltaksark
from .uttak.tiltaksark import radene

LENGSTE_FILNAVN = 200

_UTEN_PLAN = (
    "Filen er et regneark med tiltak, ikke en hel plan. Les den inn på siden «Les inn en plan», "
    "og velg hvilken plan den er en ny utgave av."
)


class KanIkkeForkastes(Exception):
    """The plan is adopted, or somebody has reported on it."""


def les_fra_fil(innhold: bytes, revisjon_av: Plan | None = None) -> Plandokument:
    """Read a plan document of any kind that we know, or a sheet: the plan `revisjon_av` with the sheet's measures.

    Raises UlesbartDokument with a sentence for people.
    """
    if not er_tiltaksark(innhold):
        return les_dokument(innhold, forstaatt)
    if revisjon_av is None:
        raise UlesbartDokument(_UTEN_PLAN)
    return les_tiltaksark(innhold, plandokument(revisjon_av), forstaatt)


def forstaatt(frase: str) -> bool:
    """Whether a phrase can be read as a deadline."""
    return les(frase) is not None


def les_inn(innhold: bytes, filnavn: str, *, revisjon_av: Plan | None = None, dok: Plandokument | None = None) -> Plan:
    """Store the file as a draft plan, with its lines. `dok` is what was read from it, where that is known already.

    Raises UlesbartDokument, with nothing stored. All reading is done first, so that nobody waits for the database
    while a large file is read.
    """
    dok = dok or les_fra_fil(innhold, revisjon_av)
    er_ark = dok.filslag is Filslag.REGNEARK
    slag, linjer = (dok.filslag, radene(dok)) if er_ark else kildelinjer(innhold)
    kilde = Kildedokument(filnavn=rent_filnavn(filnavn), slag=slag, sha256=sha256(innhold).hexdigest(), linjer=linjer)
    try:
        with transaction.atomic():
            kilde.plan = importer(dok, revisjon_av=revisjon_av)
            kilde.save()
    except IntegrityError:  # another took the same address in the same moment
        raise UlesbartDokument("Noen andre leste inn en plan i samme øyeblikk. Prøv igjen.") from None
    return kilde.plan


@transaction.atomic
def sett_utgave(utkast: Plan, revisjon_av: Plan | None) -> None:
    """Let a draft be a new version of a plan, which it is compared with, or (None) one of its own."""
    utkast.ta_versjon(utkast.versjon)
    utkast.revisjon_av = revisjon_av
    utkast.save(update_fields=["revisjon_av"])
    loesne(utkast)
    if revisjon_av:
        koble(utkast)


def lest_inn_foer(innhold: bytes) -> Plan | None:
    """The plan that was last made of this very file, if it is still here."""
    kilde = Kildedokument.objects.filter(sha256=sha256(innhold).hexdigest()).select_related("plan").last()
    return kilde.plan if kilde else None


def kan_forkastes(plan: Plan) -> bool:
    """Whether it is a draft that nobody has reported on. What was settled outside its period is no report."""
    rapportert = Termin.objects.i_planen(plan).i_figurene().filter(logg__isnull=False)
    return not plan.er_vedtatt and not rapportert.exists()


@transaction.atomic
def forkast(plan: Plan) -> None:
    """Take a draft away for good, with all that was settled in it. Raises KanIkkeForkastes, and keeps it."""
    laast = Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    if not kan_forkastes(laast):
        raise KanIkkeForkastes
    Statusendring.objects.filter(termin__tiltak__maal__plan=laast).delete()
    laast.delete()


def rent_filnavn(filnavn: str) -> str:
    """The name alone, on one line, with its end in place however long it is."""
    navn = rens_linje(PurePath(filnavn.replace("\\", "/")).name)
    ende = PurePath(navn).suffix
    if len(navn) <= LENGSTE_FILNAVN or len(ende) > 10:
        return navn[:LENGSTE_FILNAVN]
    return navn[: LENGSTE_FILNAVN - len(ende)] + ende
