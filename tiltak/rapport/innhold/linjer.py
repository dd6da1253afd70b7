"""Says how one measure stands in a period: a line for each due date, or a sum where they are many."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone

from ...i_ord import ramse
from ...models.termin import Stilling, Termin
from ..deler import Linje

SAMLES_OVER = 4  # twelve rows for a monthly newsletter would drown the page


def stilling(termin: Termin) -> str:
    """The figure that the termin counts in, as `TerminQuerySet.med_stilling` has annotated it."""
    return termin.stilling  # type: ignore[attr-defined]


def linje(termin: Termin, siste_dag: date, satt: datetime | None = None) -> Linje:
    """The line of one termin, in a report whose last day is `siste_dag`.

    `satt` is since when it has stood as it does; when not given, since it was written on last.
    """
    return Linje(
        etikett=termin.etikett,
        stilling=stilling(termin),
        utfoert=termin.utfoert,
        etter_siste_dag=termin.utfoert is not None and termin.utfoert > siste_dag,
        utsatt_til=termin.utsatt_til,
        merknad=termin.merknad,
        anslag=termin.siste if termin.anslag else None,
        satt=_satt_etter(termin, satt or termin.endret, siste_dag),
        frist=termin.siste,
    )


def _satt_etter(termin: Termin, satt: datetime | None, siste_dag: date) -> date | None:
    """The day the status was set, if that was after `siste_dag`. What is done has a day of its own that tells more."""
    if satt is None or termin.utfoert is not None or stilling(termin) == Stilling.MANGLER_VURDERING:
        return None
    dag = timezone.localdate(satt)
    return dag if dag > siste_dag else None


def linjer(alle: tuple[Linje, ...]) -> tuple[str, tuple[Linje, ...]]:
    """Give a measure's sum in words and its lines, from a line for each of its terminer. Of few there is no sum; of
    many only those lines that differ.

    They differ when they stand otherwise than most, when somebody wrote a word, when they rest on an estimate, and
    when done or decided after the last day.
    """
    if len(alle) <= SAMLES_OVER:
        return "", alle
    antall = Counter(en.stilling for en in alle)
    vanligst = max(Stilling.values, key=lambda verdi: antall[verdi])
    avvik = [en for en in alle if en.stilling != vanligst or en.merknad or en.etter_siste_dag or en.anslag or en.satt]
    return _sum_i_ord(antall), tuple(_slaa_sammen(avvik))


def etiketter(navn: Iterable[str]) -> str:
    """Join labels, with a shared year told once: "oktober, november og desember 2025"."""
    delt = [ett.rpartition(" ") for ett in navn]
    aar = {siste for _, _, siste in delt}
    if len(aar) == 1 and all(foran and siste.isdigit() for foran, _, siste in delt):
        return f"{ramse(foran for foran, _, _ in delt)} {aar.pop()}"
    return ramse(" ".join(filter(None, [foran, siste])) for foran, _, siste in delt)


def _sum_i_ord(antall: Counter[str]) -> str:
    andre = [f"{antall[s]} {s.label.lower()}" for s in Stilling if s != Stilling.GJENNOMFOERT and antall[s]]
    return ", ".join([f"{antall[Stilling.GJENNOMFOERT]} av {antall.total()} gjennomført", *andre])


def _slaa_sammen(avvik: Iterable[Linje]) -> Iterable[Linje]:
    """Make one line of neighbours that stand alike and have no words of their own."""

    def likt(en: Linje) -> tuple[object, ...]:
        return en.stilling, en.utsatt_til, en.merknad, en.etter_siste_dag, en.anslag, en.satt

    for (hvordan, utsatt_til, merknad, sent, anslag, satt), gruppe in groupby(avvik, likt):
        naboer = list(gruppe)
        if merknad or sent or anslag or len(naboer) == 1:
            yield from naboer
        else:
            yield Linje(etiketter(en.etikett for en in naboer), str(hvordan), utsatt_til=utsatt_til, satt=satt)  # type: ignore[arg-type]
