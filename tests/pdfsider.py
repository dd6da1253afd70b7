"""What stands on the pages of a PDF, and what is wrong with it: all of it in the structure or marked as decoration,
links that say where they lead, fonts that are in the file and have every character."""

import struct
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Name, Page, Pdf

from .pdfstruktur import barn_av, struktur

MALER = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}


def sidenes_feil(pdf: Pdf) -> Iterator[str]:
    i_treet: set = set()
    lenker_i_treet: set = set()
    for element, _ in struktur(pdf):
        for barn in barn_av(element):
            if not isinstance(barn, Dictionary):
                i_treet.add((element.Pg.objgen, int(barn)))
            elif barn.get("/Type") == Name.OBJR:
                lenker_i_treet.add(barn.Obj.objgen)
    paa_sidene: set = set()
    for nr, side in enumerate(pdf.pages, 1):
        merket, umerket = _innhold(side)
        paa_sidene |= {(side.obj.objgen, mcid) for mcid in merket}
        if umerket:
            yield f"Side {nr}: {umerket} strøk er verken merket eller pynt."
        for vedlegg in side.obj.get("/Annots", []):
            if not str(vedlegg.get("/Contents", "")).strip() or str(vedlegg.Contents) == str(vedlegg.get("/Dest", "")):
                yield f"Side {nr}: en lenke sier ikke hvor den leder."
            if vedlegg.objgen not in lenker_i_treet or "/StructParent" not in vedlegg:
                yield f"Side {nr}: en lenke er ikke i strukturen."
            if vedlegg.get("/Subtype") != Name.Link:
                yield f"Side {nr}: noe annet enn en lenke er festet til siden."
            if "/A" in vedlegg and not str(vedlegg.A.get("/URI", "")).startswith(("https://", "http://")):
                yield f"Side {nr}: en lenke leder til noe annet enn en nettside."
        if "/Annots" in side.obj and side.obj.get("/Tabs") != Name.S:
            yield f"Side {nr}: tabulatoren følger ikke strukturen."
    if paa_sidene - i_treet:
        yield f"{len(paa_sidene - i_treet)} tekster på sidene er ikke i strukturen."
    if i_treet - paa_sidene:
        yield f"{len(i_treet - paa_sidene)} tekster i strukturen er ikke på sidene."


def _innhold(side: Page) -> tuple[set[int], int]:
    """The numbers of the page's marked content, and how many strokes are neither marked nor an artifact."""
    merket, umerket, inni = set(), 0, []
    for operander, operator in pikepdf.parse_content_stream(side):
        match str(operator):
            case "BDC":
                inni.append(str(operander[0]) == "/Artifact" or "/MCID" in operander[1])
                if "/MCID" in operander[1]:
                    merket.add(int(operander[1].MCID))
            case "BMC":
                inni.append(str(operander[0]) == "/Artifact")
            case "EMC":
                inni.pop()
            case ord_ if ord_ in MALER and not any(inni):
                umerket += 1
    return merket, umerket


def skrifter(pdf: Pdf) -> dict[str, Dictionary]:
    """Every font that a page uses, by name."""
    return {str(skrift.BaseFont)[1:]: skrift for side in pdf.pages for skrift in side.obj.Resources.Font.values()}


def skriftenes_feil(pdf: Pdf) -> Iterator[str]:
    for navn, skrift in skrifter(pdf).items():
        beskrivelse = skrift.DescendantFonts[0].FontDescriptor
        if "/FontFile2" not in beskrivelse and "/FontFile3" not in beskrivelse:
            yield f"Skriften {navn} er ikke med i filen."
        if "/ToUnicode" not in skrift:
            yield f"Skriften {navn} sier ikke hvilke tegn den viser."
    antall: dict = {}
    for nr, side in enumerate(pdf.pages, 1):
        if _tomme_tegn(side, antall):
            yield f"Side {nr}: et tegn mangler i skriften."


def _tomme_tegn(side: Page, antall: dict) -> bool:
    """Whether a text of the page has a character that its font lacks. `antall` remembers how many glyphs each font of
    the document has."""
    skrift = None
    for operander, operator in pikepdf.parse_content_stream(side):
        if str(operator) == "Tf":
            fil = side.obj.Resources.Font[str(operander[0])].DescendantFonts[0].FontDescriptor.FontFile2
            skrift = fil.objgen
            if skrift not in antall:
                antall[skrift] = TTFont(BytesIO(fil.read_bytes()))["maxp"].numGlyphs
        elif str(operator) in ("Tj", "TJ"):
            biter = operander[0] if str(operator) == "TJ" else operander
            for bit in (bytes(bit) for bit in biter if isinstance(bit, pikepdf.String)):
                if any(not 0 < tegn < antall[skrift] for tegn in struct.unpack(f">{len(bit) // 2}H", bit)):
                    return True
    return False
