"""The weekly list: what waits for each who follows measures up, as the front page has it, but theirs alone."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.urls import reverse

from tiltak.models import Plan, Termin
from tiltak.oversikt import Haster, hva_haster_for_hver
from tiltak.templatetags.terminstatus import forfallsdagen

from ..epost.brev import Brev, Del, Punkt, kort
from ..models import Bruker

VIST = 15  # of each list, before the link to the rest

HVORFOR = "Du får ukelisten fordi du følger opp tiltak. Den kommer høyst én gang i uken, og bare når noe venter."


def ukelister(folk: Sequence[Bruker], i_dag: date) -> Iterator[tuple[Bruker, Brev]]:
    """Give each of `folk` that something waits for, with their letter. Without a plan in force, nobody.

    Three queries, however many they are, and none for nobody.
    """
    if not folk:
        return
    plan = Plan.objects.filter(fra__lte=i_dag, til__gte=i_dag).gjeldende(i_dag)
    if plan is None:
        return
    for_hver = hva_haster_for_hver(plan, i_dag)
    for bruker in folk:
        if bruker.pk in for_hver:
            yield bruker, ukeliste(for_hver[bruker.pk], kort(plan.tittel))


def ukeliste(haster: Haster, plan: str) -> Brev:
    """Write the letter about what waits, which is not nothing. `plan` is what the plan is called."""
    deler = (
        _del("Forfalt", haster.forfalt, "Fristen var {}."),
        _del("Frist de neste åtte ukene", haster.kommer, "Fristen er {}."),
        _del("Løpende som ingen har sett på dette halvåret", haster.loepende, ""),
    )
    tall = (
        (len(haster.forfalt), "forfalt"),
        (len(haster.kommer), "med frist snart"),
        (len(haster.loepende), "løpende å se på"),
    )
    return Brev(
        emne=f"Arbeidsplanen: {', '.join(f'{antall} {hva}' for antall, hva in tall if antall)}",
        innledning=f"Dette venter på deg i {plan}. Sett status, så er det ute av listen.",
        deler=tuple(del_ for del_ in deler if del_.punkter),
        hvorfor=HVORFOR,
    )


def _del(overskrift: str, terminer: list[Termin], frist: str) -> Del:
    punkter = [
        Punkt(
            navn=f"{kort(termin.tiltak.sitert_kode)}, {kort(termin.etikett)}".removeprefix(", "),
            sti=termin.get_absolute_url(),
            tekst=kort(termin.tiltak.tekst),
            detalj=frist.format(forfallsdagen(termin)),
        )
        for termin in terminer[:VIST]
    ]
    if len(terminer) > VIST:
        punkter.append(Punkt(f"Og {len(terminer) - VIST} til på forsiden", reverse("forside")))
    return Del(f"{overskrift} ({len(terminer)})", punkter=tuple(punkter))
