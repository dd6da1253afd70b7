"""What a handover will do, in words: the sentence that sums it up, and what whoever presses the button must know."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from aktivitet.tid import dag_i_ord
from tiltak.i_ord import ramse

from . import regel
from .lesing import Siden
from .regel import FORTSETTER, GAAR_AV, Avtale, Endring


def sammendrag(avtale: Avtale, i_dag: date) -> str:
    """Sum it up: "3 fortsetter til 27. februar 2028, 2 går av nå, 2 blir invitert, 7 tiltak får ny som følger opp"."""
    deler = [f"{antall} fortsetter {til}" for til, antall in _personer(avtale.valgt(FORTSETTER), til_i_ord).items()]
    deler += [
        f"{antall} går av {naar}"
        for naar, antall in _personer(avtale.valgt(GAAR_AV), lambda dag: av_i_ord(dag, i_dag)).items()
    ]
    if avtale.nye:
        deler.append(f"{len(avtale.nye)} blir invitert")
    faar_ny = sum(len(en.tiltak) for en in avtale.overtakelser if en.til is not None or en.ny is not None)
    uten = sum(len(en.tiltak) for en in avtale.overtakelser if en.til is None and en.ny is None)
    if faar_ny:
        deler.append(f"{faar_ny} tiltak får ny som følger opp")
    if uten:
        deler.append(f"{uten} tiltak får ingen som følger opp")
    return ramse(deler)


def til_i_ord(dag: date | None) -> str:
    """Say how long a role lasts: "til 27. februar 2028", "til videre"."""
    return f"til {dag_i_ord(dag)}" if dag else "til videre"


def av_i_ord(dag: date | None, i_dag: date) -> str:
    """Say when somebody leaves: a last day counts to its end, so that one who left yesterday is out now."""
    if dag is None or dag < i_dag:
        return "nå"
    return "i dag" if dag == i_dag else f"etter {dag_i_ord(dag)}"


def advarsler(siden: Siden, avtale: Avtale) -> list[str]:
    """Tell whoever presses the button what becomes of themselves: when they can no longer invite, and who can then."""
    egne = [e for e in avtale.valgt(GAAR_AV) if e.bruker == siden.av.pk and e.rolle in regel.INVITERER and e.er_ny]
    etter = regel.etterpaa(siden.roller, avtale.endringer)
    if not egne or (slutt := _siste(egne)) is None:
        return []
    dagen_etter = max(siden.i_dag, slutt + regel.EN_DAG)
    if regel.varer(etter[siden.av.pk], regel.INVITERER, dagen_etter):
        return []
    andre = [siden.navn.get(pk, "") for pk, har in etter.items() if regel.varer(har, regel.INVITERER, dagen_etter)]
    hvem = ramse(sorted(filter(None, andre)))
    rollen = ramse(sorted(str(en.rolle.label).lower() for en in egne))
    sier = [f"Du går selv av som {rollen} {av_i_ord(slutt, siden.i_dag)}, og kommer ikke inn her etterpå. {hvem} kan."]
    if avtale.nye:
        sier.append(
            f"Invitasjonene du sender, virker bare så lenge du selv kan invitere: til og med {dag_i_ord(slutt)}."
        )
    return sier


def _siste(endringer: Iterable[Endring]) -> date | None:
    return max((en.etter for en in endringer if en.etter), default=None)


def _personer(endringer: Iterable[Endring], i_ord: Callable[[date | None], str]) -> Counter[str]:
    """Count the people by what is said of them; one with two roles that are told alike is one."""
    return Counter(sier for _, sier in dict.fromkeys((en.bruker, i_ord(en.etter)) for en in endringer))
