"""The structure of a tagged PDF, and what is wrong with it: headings and bookmarks, lists, tables, pictures, names."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pikepdf import Array, Dictionary, OutlineItem, Pdf

BARN = {  # what may stand right below what; the rest may hold anything
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
    "TOCI": {"Lbl", "Reference", "P", "TOC", "NonStruct"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
FORELDRE = {"LI": {"L"}, "TOCI": {"TOC"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}}
KJENTE = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "NonStruct", "P", "H1", "H2", "H3", "H4", "H5", "H6"}
KJENTE |= {"Caption", "Lbl", "LBody", "TH", "TD", "Span", "Note", "Reference", "Link", "Figure", "Form", *BARN}


def struktur(pdf: Pdf) -> Iterator[tuple[Dictionary, str]]:
    """Every structure element, in reading order, with the type of the one above it."""
    yield from _under(pdf.Root.StructTreeRoot, "")


def type_(element: Dictionary) -> str:
    return str(element.S)[1:]


def _under(element: Dictionary, over: str) -> Iterator[tuple[Dictionary, str]]:
    for barn in barn_av(element):
        if isinstance(barn, Dictionary) and "/S" in barn:
            yield barn, over
            yield from _under(barn, type_(barn))


def barn_av(element: Dictionary) -> list:
    barn = element.get("/K", Array())
    return list(barn) if isinstance(barn, Array) else [barn]


def _attributter(element: Dictionary) -> dict:
    verdi = element.get("/A", Array())
    samlinger = list(verdi) if isinstance(verdi, Array) else [verdi]
    return {str(navn): del_ for samling in samlinger for navn, del_ in samling.items()}


def strukturens_feil(pdf: Pdf) -> Iterator[str]:
    elementer = list(struktur(pdf))
    overskrifter = [int(type_(e)[1]) for e, _ in elementer if type_(e)[0] == "H" and type_(e)[1:].isdigit()]
    if overskrifter[:1] != [1] or overskrifter.count(1) != 1:
        yield f"Dokumentet begynner ikke med sin eneste H1: {overskrifter[:5]}."
    yield from (f"Overskrift H{b} etter H{a}." for a, b in pairwise(overskrifter) if b > a + 1)
    if [dybde for dybde, _ in bokmerker(pdf)] != _dybder(overskrifter):
        yield "Bokmerkene følger ikke overskriftene."
    for element, over in elementer:
        slag = type_(element)
        if slag not in KJENTE:
            yield f"Ukjent merke {slag}."
        if slag in FORELDRE and over not in FORELDRE[slag]:
            yield f"{slag} under {over}."
        under = [type_(barn) for barn in barn_av(element) if isinstance(barn, Dictionary) and "/S" in barn]
        if slag in BARN and not BARN[slag].issuperset(under):
            yield f"{set(under) - BARN[slag]} i {slag}."
        if slag == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "Bilde uten ord for dem som ikke ser det."
        if slag == "L" and "/ListNumbering" not in _attributter(element):
            yield "Liste uten ListNumbering."
        if slag == "Table":
            yield from _tabellen(element)
    navn = Counter(bytes(element.ID) for element, _ in elementer if "/ID" in element)
    if max(navn.values(), default=1) > 1:
        yield "Et navn i strukturen står to ganger."
    if set(navn) != {bytes(ett) for ett in list(pdf.Root.StructTreeRoot.get("/IDTree", {}).get("/Names", []))[::2]}:
        yield "Navnetreet (IDTree) har ikke alle navnene."


def bokmerker(pdf: Pdf) -> list[tuple[int, str]]:
    """(depth, title) of each bookmark, in order."""

    def under(punkter: Iterable[OutlineItem], dybde: int) -> Iterator[tuple[int, str]]:
        for punkt in punkter:
            yield dybde, str(punkt.title)
            yield from under(punkt.children, dybde + 1)

    with pdf.open_outline(max_depth=10) as tre:
        return list(under(tre.root, 0))


def _dybder(nivaaer: list[int]) -> list[int]:
    """How deep each heading lies in a tree of them."""
    over: list[int] = []
    dybder = []
    for nivaa in nivaaer:
        over = [ett for ett in over if ett < nivaa]
        dybder.append(len(over))
        over.append(nivaa)
    return dybder


def _tabellen(tabell: Dictionary) -> Iterator[str]:
    deler = [type_(barn) for barn in barn_av(tabell) if isinstance(barn, Dictionary) and "/S" in barn]
    if deler.count("THead") > 1 or deler.count("Caption") > 1:
        yield "Tabell som har hodet sitt to ganger."
    rader = [element for element, _ in _under(tabell, "Table") if type_(element) == "TR"]
    bredder, hoder, viser_til = set(), {}, set()
    for rad in rader:
        bredde = 0
        for celle in barn_av(rad):
            attributter = _attributter(celle)
            bredde += int(attributter.get("/ColSpan", 1))
            if type_(celle) == "TH":
                hoder[bytes(celle.ID)] = str(attributter.get("/Scope", ""))
            viser_til |= {bytes(hode) for hode in attributter.get("/Headers", [])}
            if type_(celle) == "TD" and not attributter.get("/Headers", []):
                yield "Celle uten hode."
        bredder.add(bredde)
    if len(bredder) != 1:
        yield f"Tabell med rader av ulik bredde: {sorted(bredder)}."
    if set(hoder.values()) != {"/Column", "/Row"}:
        yield f"Tabell der hodene gjelder {set(hoder.values())}."
    if not viser_til <= set(hoder):
        yield "Celle som viser til et hode som ikke finnes."
