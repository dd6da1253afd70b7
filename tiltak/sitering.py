"""How measures are cited: a code that stands twice is told apart by a number, in the text alone and never stored."""

from collections import Counter
from collections.abc import Iterable


def siterte_koder(koder: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Give each measure the code to cite it by.

    In go (key, code) of all of a plan's measures, in the plan's order. "2.3d" stays as it is where it stands once,
    and becomes "2.3d (1)" and "2.3d (2)" where it stands twice.
    """
    par = list(koder)
    antall = Counter(kode for _, kode in par)
    sett: Counter[str] = Counter()
    sitert = {}
    for pk, kode in par:
        sett[kode] += 1
        sitert[pk] = f"{kode} ({sett[kode]})" if kode and antall[kode] > 1 else kode
    return sitert


def ankere(merker: Iterable[str], opptatt: Iterable[str] = ()) -> list[str]:
    """Give each mark a name to link to within one page: no two the same, none empty, none with a space in it.

    The first "2.3d" is linked to as "2.3d", the second as "2.3d-2". `opptatt` is what the page itself uses.
    """
    brukt = set(opptatt)
    navn = []
    for merke in merker:
        grunn = "-".join(merke.split()) or "tiltak"
        forslag, nr = grunn, 1
        while forslag in brukt:
            nr += 1
            forslag = f"{grunn}-{nr}"
        brukt.add(forslag)
        navn.append(forslag)
    return navn
