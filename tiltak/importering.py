"""A read plan document -> a draft Plan with everything in it; and the step that makes a draft the plan in force."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from aktivitet.models import FOERSTE_DAG, SISTE_DAG
from aktivitet.moenster.aarshjul import lagre_faste

from . import dokument
from .dokument import Plandokument, UlesbartDokument
from .dokument.plandokument import Filslag
from .frist import les
from .kortnavn import kortnavn
from .models import Aktivitetsrad, Avsnitt, Frist, Kapittel, Maal, Merknad, Periodemaal, Plan, Tiltak
from .models.plan import OPPTATTE_KORTNAVN
from .revisjon.kobling import koble
from .terminplan import oppdater_plan
from .utgave import foerste_utgave

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

# Said by the deadline itself, which has no rule as long as nobody has set one.
SAGT_AV_FRISTEN = "ikke-forstaatt"
BATCH = 500
LENGSTE_PERIODE = 20  # years; what repeats every month would fill the database otherwise


@transaction.atomic
def importer(dok: Plandokument, *, revisjon_av: Plan | None = None) -> Plan:
    """Store `dok` as a draft, with its deadlines read and its terminer laid out. The same few queries for any size.

    With `revisjon_av` the draft is a revised version of that plan, to be compared with it and worked into it.

    Raises UlesbartDokument, with nothing stored, when a text is longer than its field has room for, or the period is
    none that a plan can have.
    """
    _sjekk_perioden(dok)
    try:
        return _skriv(dok, revisjon_av)
    except _ForLang as feil:
        raise UlesbartDokument(feil.setning(dok.filslag)) from None


def _skriv(dok: Plandokument, revisjon_av: Plan | None) -> Plan:
    plan = Plan(
        tittel=dok.tittel,
        undertittel=dok.undertittel,
        organisasjon=dok.organisasjon,
        slug=ledig_slug(dok.tittel),
        fra=dok.fra,
        til=dok.til,
        revisjon_av=revisjon_av,
    )
    _sjekk_plass(plan, linje=1)
    plan.save()
    kapitler = [
        Kapittel(plan=plan, nr=nr, slag=ett.slag, overskrift=ett.overskrift, linje=ett.margin)
        for nr, ett in enumerate(dok.kapitler, start=1)
    ]
    maal = [
        Maal(
            plan=plan,
            nr=nr,
            nummer=ett.nummer,
            overskrift=ett.overskrift,
            motto=ett.motto,
            linje=ett.margin,
            motto_linje=ett.motto_margin,
        )
        for nr, ett in enumerate(dok.maal, start=1)
    ]
    _lagre(Kapittel, kapitler, dok.kapitler)
    _lagre(Maal, maal, dok.maal)
    _sett_foreldre(maal, dok.maal)
    _lagre_avsnitt("kapittel", kapitler, dok.kapitler)
    _lagre_avsnitt("maal", maal, dok.maal)
    _lagre_periodemaal(plan, dok)
    _lagre_tiltak(maal, dok)
    _lagre_aktivitetsplan(plan, dok)
    _lagre_merknader(plan, dok)
    oppdater_plan(plan)
    if revisjon_av:
        koble(plan)
    return plan


@transaction.atomic
def bekreft_plan(plan: Plan, dag: date | None = None, *, av: "Bruker | None" = None) -> None:
    """Make `plan` the one in force, adopted on `dag` (today when not given), and its months the calendar's pattern.

    It is kept as its first edition, from that day on.
    """
    plan.bekreft(dag)
    foerste_utgave(plan, av)
    lagre_faste(plan.aktivitetsrader.values_list("maaned", "valgaar", "mellomaar"))


def ledig_slug(tittel: str) -> str:
    """The title as an address: "arbeidsplan-2025-2028", or "arbeidsplan-2025-2028-2" when that one is taken."""
    grunn = kortnavn(tittel) or "plan"
    tatt = OPPTATTE_KORTNAVN | set(Plan.objects.filter(slug__startswith=grunn).values_list("slug", flat=True))
    slug, nr = grunn, 1
    while slug in tatt:
        nr += 1
        slug = f"{grunn}-{nr}"
    return slug


def _sett_foreldre(maal: list[Maal], fra_dok: Iterable[dokument.Maal]) -> None:
    """Hang each goal under the one that its number begins with: the latest above it, should a number stand twice."""
    etter_nummer: dict[str, Maal] = {}
    for ett, lest in zip(maal, fra_dok, strict=True):
        ett.forelder = etter_nummer.get(lest.forelder or "")
        etter_nummer[ett.nummer] = ett
    Maal.objects.bulk_update(maal, ["forelder"], batch_size=BATCH)


def _lagre_avsnitt(
    felt: str, eiere: Iterable[Kapittel | Maal], fra_dok: Iterable[dokument.Kapittel | dokument.Maal]
) -> None:
    lest = [
        (eier, nr, ett) for eier, del_ in zip(eiere, fra_dok, strict=True) for nr, ett in enumerate(del_.avsnitt, 1)
    ]
    rader = [
        Avsnitt(
            **{felt: eier},
            nr=nr,
            tekst=ett.tekst,
            punkt=ett.punkt,
            linje_fra=ett.margin_fra,
            linje_til=ett.margin_til,
        )
        for eier, nr, ett in lest
    ]
    _lagre(Avsnitt, rader, [ett for _, _, ett in lest])


def _lagre_periodemaal(plan: Plan, dok: Plandokument) -> None:
    rader = [
        Periodemaal(
            plan=plan,
            nr=nr,
            tekst=ett.tekst,
            linje=ett.margin,
            antall=ett.antall,
            per_valgkrets=ett.per_valgkrets,
            valg=ett.valg or "",
            valgaar=ett.valgaar,
        )
        for nr, ett in enumerate(dok.periodemaal, start=1)
    ]
    _lagre(Periodemaal, rader, dok.periodemaal)


def _lagre_tiltak(maal: list[Maal], dok: Plandokument) -> None:
    """Store the measures, each with its deadline: the rule that its phrase says, or none."""
    rader = [
        Tiltak(
            maal=eier,
            nr=nr,
            kode=ett.kode,
            tekst=ett.tekst,
            gjennomfoering=ett.gjennomfoering,
            ansvarlig=ett.ansvarlig,
            linje=ett.linje,
        )
        for eier, del_ in zip(maal, dok.maal, strict=True)
        for nr, ett in enumerate(del_.tiltak, start=1)
    ]
    _lagre(Tiltak, rader, dok.tiltak)
    frister = []
    for tiltak in rader:
        regel = les(tiltak.gjennomfoering)
        frister.append(Frist(tiltak=tiltak, regel=regel.to_dict() if regel else None))
    Frist.objects.bulk_create(frister, batch_size=BATCH)


def _lagre_aktivitetsplan(plan: Plan, dok: Plandokument) -> None:
    rader = [
        Aktivitetsrad(plan=plan, nr=nr, maaned=ett.maaned, valgaar=ett.valgaar, mellomaar=ett.mellomaar)
        for nr, ett in enumerate(dok.aktivitetsplan, start=1)
    ]
    _lagre(Aktivitetsrad, rader, dok.aktivitetsplan)


def _lagre_merknader(plan: Plan, dok: Plandokument) -> None:
    lest = [ett for ett in dok.merknader if ett.hva != SAGT_AV_FRISTEN]
    _lagre(Merknad, [Merknad(plan=plan, linje=ett.linje, hva=ett.hva, tekst=ett.tekst) for ett in lest], lest)


def _lagre(modell: type[models.Model], rader: list[Any], fra_dok: Iterable[Any]) -> None:
    """Store all the rows at once, in the document's order. `fra_dok` is what each was read from."""
    for rad, lest in zip(rader, fra_dok, strict=True):
        _sjekk_plass(rad, lest.linje)
    modell._default_manager.bulk_create(rader, batch_size=BATCH)


def _sjekk_perioden(dok: Plandokument) -> None:
    if dok.fra < FOERSTE_DAG or dok.til > SISTE_DAG or dok.til.year - dok.fra.year >= LENGSTE_PERIODE:
        raise UlesbartDokument(
            f"Perioden {dok.fra.year}–{dok.til.year} kan ikke være rett: en plan gjelder for høyst {LENGSTE_PERIODE} "
            f"år mellom {FOERSTE_DAG.year} og {SISTE_DAG.year}. Rett tittelen i dokumentet og prøv igjen."
        )


class _ForLang(Exception):
    """A text is longer than its field has room for."""

    def __init__(self, linje: int, hva: str) -> None:
        self.linje, self.hva = linje, hva

    def setning(self, filslag: Filslag) -> str:
        """Say it, with the place as the file itself counts: a line, a paragraph, a row, or none."""
        sted = f"{filslag.enhet.capitalize()} {self.linje}: " if filslag.enhet else ""
        return f"{sted}{self.hva} Kort ned teksten og prøv igjen."


def _sjekk_plass(rad: models.Model, linje: int) -> None:
    """Raise _ForLang when a value does not fit: the one database refuses it, the other keeps it silently."""
    for felt in rad._meta.fields:
        plass = felt.max_length
        verdi = getattr(rad, felt.name) if plass else ""
        if plass and len(verdi) > plass:
            raise _ForLang(linje, f"«{felt.verbose_name}» er på {len(verdi)} tegn, men det er bare plass til {plass}.")
