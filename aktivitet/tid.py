"""How a time reads in Norwegian: "tirsdag 5. juni 2026 kl. 18.00–20.00", "uke 42 2026 (12.–18. oktober)".

The forms are the Language Council's: month names in lower case, "kl. 18.00" with a full stop, and an en dash without
spaces for "from–to". Days, months and clock times go in and text comes out; no clock and no database.
"""

from datetime import date, datetime, time
from typing import Protocol

from .kalender import MAANEDSNAVN
from .models import Presisjon

UKEDAGER = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
UKEDAGER_KORT = ("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn.")


class HarTid(Protocol):
    """What is read of an activity: anything with these five has a time that can be said in words."""

    presisjon: str
    foerste_dag: date
    siste_dag: date
    fra_kl: time | None
    til_kl: time | None


class KanFlyttes(HarTid, Protocol):
    """The same, and the day that it stood on before it was moved."""

    flyttet_fra: date | None


class HarDager(Protocol):
    """What is read of something that hangs from a meeting: anything with these has days that can be said in words."""

    @property
    def foerste(self) -> date: ...
    @property
    def siste(self) -> date: ...
    @property
    def anslag(self) -> bool: ...
    @property
    def utenfor(self) -> bool: ...


def tid_i_ord(aktivitet: HarTid, kort: bool = False) -> str:
    """Say when `aktivitet` is, as exactly as it is known. `kort` is for lists under a heading that tells the year."""
    foerste, siste, aar = aktivitet.foerste_dag, aktivitet.siste_dag, not kort
    match aktivitet.presisjon:
        case Presisjon.KLOKKESLETT:
            return _klokkeslett_i_ord(aktivitet, kort)
        case Presisjon.UKE:
            return f"{uke_i_ord(foerste, aar=aar)} ({periode_i_ord(foerste, siste, aar=foerste.year != siste.year)})"
        case Presisjon.MAANED | Presisjon.MAANEDER:
            return maaneder_i_ord(foerste, siste, aar=aar)
    if foerste == siste:
        return dag_i_ord(foerste, ukedag=True, aar=aar, kort=kort)
    return periode_i_ord(foerste, siste, aar=aar)


def foreloepig_i_ord(aktivitet: HarTid) -> str:
    """Say of a time without a day that it is no more than that: "Dato er ikke satt. Foreløpig: oktober 2026."."""
    return f"Dato er ikke satt. Foreløpig: {tid_i_ord(aktivitet)}."


def dagene_i_ord(aktivitet: HarTid, *, aar: bool = True) -> str:
    """Say the days alone, without weekday and clock: "5. juni 2026", "3.–6. juni 2026", "uke 42 2026"."""
    match aktivitet.presisjon:
        case Presisjon.UKE:
            return uke_i_ord(aktivitet.foerste_dag, aar=aar)
        case Presisjon.MAANED | Presisjon.MAANEDER:
            return maaneder_i_ord(aktivitet.foerste_dag, aktivitet.siste_dag, aar=aar)
    return periode_i_ord(aktivitet.foerste_dag, aktivitet.siste_dag, aar=aar)


def flyttet_til_i_ord(aktivitet: KanFlyttes) -> str:
    """Say where it went, to whoever looks at the day it was moved from: "5. mai", "uke 42"; another year is told."""
    foer = aktivitet.flyttet_fra
    return dagene_i_ord(aktivitet, aar=foer is not None and foer.year != aktivitet.foerste_dag.year)


def dag_i_ord(dag: date, *, ukedag: bool = False, aar: bool = True, kort: bool = False) -> str:
    """Say a day: "5. juni 2026", "tirsdag 5. juni 2026", "tirs. 5. juni"."""
    navn = f"{(UKEDAGER_KORT if kort else UKEDAGER)[dag.weekday()]} " if ukedag else ""
    return f"{navn}{dag.day}. {MAANEDSNAVN[dag.month - 1]}" + (f" {dag.year}" if aar else "")


def periode_i_ord(foerste: date, siste: date, *, aar: bool = True) -> str:
    """Say the days from `foerste` to `siste`: "3.–6. juni 2026", "30. mai–2. juni 2026".

    Over New Year both years are told even without `aar`: "28. desember–3. januar" could be read as one year too many.
    """
    if foerste == siste:
        return dag_i_ord(foerste, aar=aar)
    if foerste.year != siste.year:
        return f"{dag_i_ord(foerste)}–{dag_i_ord(siste)}"
    fra = f"{foerste.day}." if foerste.month == siste.month else dag_i_ord(foerste, aar=False)
    return f"{fra}–{dag_i_ord(siste, aar=aar)}"


def dager_i_ord(ting: HarDager) -> str:
    """Say the days of `ting`, and what they are not to be taken for: "14.–28. mars 2026 (anslag)"."""
    merker = [ord_ for ord_, gjelder in (("anslag", ting.anslag), ("utenfor perioden", ting.utenfor)) if gjelder]
    return periode_i_ord(ting.foerste, ting.siste) + (f" ({', '.join(merker)})" if merker else "")


def uke_i_ord(dag: date, *, aar: bool = True) -> str:
    """Say the ISO week of `dag`: "uke 42 2026". The year is the week's own: 1 January 2027 is in week 53 of 2026."""
    ukens_aar, uke, _ = dag.isocalendar()
    return f"uke {uke} {ukens_aar}" if aar else f"uke {uke}"


def maaneder_i_ord(foerste: date, siste: date, *, aar: bool = True) -> str:
    """Say the months from that of `foerste` to that of `siste`: "oktober 2026", "april–mai 2027"."""
    fra, til = MAANEDSNAVN[foerste.month - 1], MAANEDSNAVN[siste.month - 1]
    if foerste.year != siste.year:
        return f"{fra} {foerste.year}–{til} {siste.year}"
    maaneder = fra if fra == til else f"{fra}–{til}"
    return f"{maaneder} {siste.year}" if aar else maaneder


def klokken(tid: time) -> str:
    """Say a clock time without "kl.": "18.00"."""
    return f"{tid:%H.%M}"


def oeyeblikk_i_ord(lokal: datetime) -> str:
    """Say a moment, given by the clocks that it is to be said by: "5. juni 2026 kl. 14.05"."""
    return f"{dag_i_ord(lokal.date())} kl. {klokken(lokal.time())}"


def for_maskiner(aktivitet: HarTid) -> str:
    """Give what stands in HTML's <time datetime="…">: when it begins, as exactly as it is known."""
    dag = aktivitet.foerste_dag
    match aktivitet.presisjon:
        case Presisjon.KLOKKESLETT:
            return f"{dag:%Y-%m-%d}T{aktivitet.fra_kl:%H:%M}"
        case Presisjon.UKE:
            aar, uke, _ = dag.isocalendar()
            return f"{aar}-W{uke:02}"
        case Presisjon.MAANED | Presisjon.MAANEDER:
            return f"{dag:%Y-%m}"
    return dag.isoformat()


def _klokkeslett_i_ord(aktivitet: HarTid, kort: bool) -> str:
    foerste, siste = aktivitet.foerste_dag, aktivitet.siste_dag
    ord_ = dag_i_ord(foerste, ukedag=True, aar=not kort, kort=kort)
    if aktivitet.fra_kl is not None:
        ord_ += f" kl. {klokken(aktivitet.fra_kl)}"
    slutt = klokken(aktivitet.til_kl) if aktivitet.til_kl is not None else ""
    if foerste == siste:
        return f"{ord_}–{slutt}" if slutt else ord_
    # The year is told once, unless New Year lies between.
    ord_ += f" til {dag_i_ord(siste, ukedag=True, aar=foerste.year != siste.year, kort=kort)}"
    return f"{ord_} kl. {slutt}" if slutt else ord_
