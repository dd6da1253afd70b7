"""A Word file with styles as Word and others have them, and a plan read from it."""

from tests.tiltak.dokument.word.bygg import med_kropp
from tiltak.dokument import les_dokument


def stil(id_, navn, paa="", egenskaper=""):
    basert = f'<w:basedOn w:val="{paa}"/>' if paa else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{navn}"/>{basert}'
        f"<w:pPr>{egenskaper}</w:pPr></w:style>"
    )


STILER = [
    stil("Normal", "Normal"),
    stil("Overskrift1", "heading 1"),  # Word's own in Norwegian: the name is English, the id is not
    stil("Overskrift2", "heading 2", egenskaper='<w:outlineLvl w:val="1"/>'),
    stil("Delml", "Delmål", paa="Overskrift2"),
    stil("P5", "Overskrift 2"),  # as other programs name it
    stil("Disposisjon", "Planpunkt", egenskaper='<w:outlineLvl w:val="2"/>'),
    stil("Brd", "Ikke overskrift", paa="Overskrift1", egenskaper='<w:outlineLvl w:val="9"/>'),
    stil("Tittel", "Title"),
    stil("INNH1", "toc 1"),
    stil("INNH2", "toc 2", paa="INNH1"),
    stil("Punktliste", "List Bullet"),
    stil("Runde", "Runde", paa="Runde"),
    '<w:style w:type="paragraph" w:styleId="Notat"><w:name w:val="Notat"/><w:rPr><w:vanish/></w:rPr></w:style>',
]


def les(kropp, tittel="Arbeidsplan 2025-2028", deler=None):
    stiler = "<w:styles>" + "".join(STILER) + "</w:styles>"
    return les_dokument(med_kropp(kropp, tittel, {"styles": stiler} | (deler or {})))


def maal(dok):
    return [(ett.nummer, ett.overskrift, [a.tekst for a in ett.avsnitt], len(ett.tiltak)) for ett in dok.maal]
