"""The monthly letter: it asks the secretary to look through the calendar, and says what is unfinished there."""

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from aktivitet.kalender import MAANEDSNAVN
from aktivitet.milepaeler import anslaatte_moeter
from aktivitet.models import Aktivitet
from aktivitet.tid import periode_i_ord, tid_i_ord
from tiltak.models import Plan, Termin
from tiltak.oversikt import hva_haster_for_hver
from tiltak.tabell.utsnitt import HELE_PERIODEN, INGEN
from tiltak.tabell.valg import FORFALT

from ..epost.brev import Brev, Del, Punkt, kort

TO_MAANEDER, ET_AAR = timedelta(days=61), timedelta(days=365)
VIST = 15
INGENS_FORFALTE = urlencode({"aar": HELE_PERIODEN, "status": FORFALT, "folger": INGEN})  # the table, so filtered

HVORFOR = "Du får månedsbrevet fordi du er sekretær. Det kommer én gang i måneden."


def maanedsbrev(i_dag: date) -> Brev:
    """Write the letter of the month. It goes also when nothing is unfinished: then it is shorter."""
    deler = [*_kalenderen(i_dag), *_planen(i_dag)]
    alt_i_orden = "Alt som står der, er publisert og har fått en dag. "
    return Brev(
        emne=f"Arbeidsplanen: se gjennom kalenderen for {MAANEDSNAVN[i_dag.month - 1]}",
        innledning=(
            "Tid for å se gjennom kalenderen. "
            + ("" if deler else alt_i_orden)
            + "Mangler det noe, eller er noe blitt annerledes?"
        ),
        deler=(Del("Kalenderen", punkter=_veiene()), *deler),
        hvorfor=HVORFOR,
    )


def _veiene() -> tuple[Punkt, ...]:
    """Where the month's care begins: what members see, and what lacks something."""
    return (
        Punkt("Se hva som skjer", reverse("aktivitet:hva_skjer")),
        Punkt("Månedlig stell: det som mangler noe eller kolliderer", reverse("aktivitet:stell")),
    )


def _kalenderen(i_dag: date) -> Iterator[Del]:
    if antall := Aktivitet.objects.utkast().count():
        adresse = f"{reverse('admin:aktivitet_aktivitet_changelist')}?tilstand=utkast"
        yield Del(
            f"Utkast ({antall})", "De vises ikke for andre før de er publisert.", (Punkt("Se utkastene", adresse),)
        )
    uten_dag = Aktivitet.objects.uten_kjent_dag().i_perioden(i_dag, i_dag + TO_MAANEDER).i_rekkefoelge()
    if aktiviteter := list(uten_dag):
        punkter = [
            Punkt(
                navn=kort(aktivitet.tittel),
                sti=reverse("aktivitet:rediger", args=[aktivitet.pk]),
                detalj=f"{tid_i_ord(aktivitet).capitalize()}{', utkast' if aktivitet.er_utkast else ''}.",
            )
            for aktivitet in aktiviteter[:VIST]
        ]
        if len(aktiviteter) > VIST:
            punkter.append(Punkt(f"Og {len(aktiviteter) - VIST} til i kalenderen", reverse("aktivitet:hva_skjer")))
        yield Del(f"De neste to månedene, uten dag ({len(aktiviteter)})", punkter=tuple(punkter))


def _planen(i_dag: date) -> Iterator[Del]:
    plan = Plan.objects.filter(fra__lte=i_dag, til__gte=i_dag).gjeldende(i_dag)
    if plan is None:
        return
    antall = Termin.objects.i_planen(plan).paa_anslag(i_dag, i_dag + ET_AAR).count()
    moeter = anslaatte_moeter(i_dag, i_dag + ET_AAR)
    if antall and moeter:
        frister = "1 frist det neste året hviler" if antall == 1 else f"{antall} frister det neste året hviler"
        yield Del(
            f"Møter uten dag ({len(moeter)})",
            f"{frister} på et anslag. Fristene flytter seg når dagen blir satt i kalenderen.",
            (
                *(Punkt(navn, detalj=f"Anslått til {periode_i_ord(en.foerste, en.siste)}.") for navn, en in moeter),
                Punkt("Legg inn et møte", reverse("aktivitet:ny")),
            ),
        )
    ingens = hva_haster_for_hver(plan, i_dag).get(None)
    if ingens and ingens.forfalt:
        yield Del(
            f"Forfalt, og ingen følger opp ({len(ingens.forfalt)})",
            "Spør noen om å ta ansvar for tiltaket. Det gjøres på tiltakets egen side.",
            (Punkt("Se tiltakene", f"{reverse('tiltak:liste')}?{INGENS_FORFALTE}"),),
        )
