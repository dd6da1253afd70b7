"""What a paragraph of Word's says: its text, and what in it is pointed out in place of being text."""

import pytest

from tests.tiltak.dokument.word.bygg import MAAL, med_kropp, p
from tiltak.dokument import UlesbartDokument, les_dokument


def t(tekst, egenskaper=""):
    return f'<w:r><w:rPr>{egenskaper}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def felt(kode, resultat):
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{kode}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{resultat}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def alternativ(valg, ellers):
    return (
        f"<mc:AlternateContent><mc:Choice>{valg}</mc:Choice><mc:Fallback>{ellers}</mc:Fallback></mc:AlternateContent>"
    )


def grafikk(slag):
    navn = "http://schemas.openxmlformats.org/drawingml/2006"
    return f'<w:r><w:drawing><a:graphicData xmlns:a="{navn}/main" uri="{navn}/{slag}"/></w:drawing></w:r>'


TEKSTBOKS = f"<w:pict><w:txbxContent>{p('Husk')}{p('møtet')}</w:txbxContent></w:pict>"


def les(innhold, deler=None):
    """Read a plan with one paragraph of this XML under its goal. Gives the paragraph's text and the remarks."""
    dok = les_dokument(med_kropp(MAAL.replace("</w:p>", f"</w:p><w:p>{innhold}</w:p>", 1), deler=deler))
    return [ett.tekst for ett in dok.maal[0].avsnitt], [(m.linje, m.hva, m.tekst) for m in dok.merknader]


@pytest.mark.parametrize(
    ("innhold", "tekst"),
    [
        (t("Vi vil") + t(" mye.", "<w:b/>"), "Vi vil mye."),
        (t("Vi vil") + "<w:r><w:br/></w:r>" + t("mye."), "Vi vil mye."),
        (t("Vi vil ") + "<w:r><w:br/></w:r>" + t("mye."), "Vi vil mye."),
        (t("Vi støtter freds-") + "<w:r><w:br/></w:r>" + t("og miljøsaka."), "Vi støtter freds- og miljøsaka."),
        (t("Vi vil") + '<w:r><w:br w:type="page"/></w:r>' + t("mye."), "Vi vil mye."),
        (t("Vi vil") + "<w:r><w:lastRenderedPageBreak/><w:cr/></w:r>" + t("mye."), "Vi vil mye."),
        ("<w:r><w:tab/></w:r>" + t("Vi vil") + "<w:r><w:tab/></w:r>" + t("mye."), "Vi vil mye."),
        (t("SV") + "<w:r><w:noBreakHyphen/></w:r>" + t("politikk."), "SV-politikk."),
        (t("sam") + "<w:r><w:softHyphen/></w:r>" + t("arbeid."), "sam\u00adarbeid."),
        (t("25\u00a0000  kroner."), "25\u00a0000  kroner."),
        (t("Vi\x7f vil\u202e mye\ufeff."), "Vi vil mye."),
        ("<w:r><w:t>Vi vil </w:t></w:r>" + t(" mye."), "Vi vil mye."),
        ("<w:r><w:t>\n   Vi vil mye.\n   </w:t></w:r>", "Vi vil mye."),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + t(" mye."), "→ mye."),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + t(" fire lag."), "≥ fire lag."),
        ('<w:r><w:sym w:font="Arial" w:char="20AC"/></w:r>' + t(" mye."), "€ mye."),
        (t("Se ") + felt(" REF _Ref1 \\h ", t("mål 1.1")) + t(" og side ") + felt("PAGE", t("7")) + t("."),
         "Se mål 1.1 og side 7."),
        (felt("IF " + felt("PAGE", t("3")) + ' = 1 "a" "b"', t("Vi vil")) + t(" mye."), "Vi vil mye."),
        ('<w:fldSimple w:instr="AUTHOR">' + t("Vi vil") + "</w:fldSimple>" + t(" mye."), "Vi vil mye."),
        ('<w:hyperlink w:anchor="x">' + t("sv.no") + "</w:hyperlink>" + t(" er vår."), "sv.no er vår."),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + t("Vi vil") + "</w:sdtContent></w:sdt>" + t(" mye."), "Vi vil mye."),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + t("Skriv her") + "</w:sdtContent></w:sdt>"
         + t("Vi vil."), "Vi vil."),
        ('<w:smartTag w:element="place"><w:customXml>' + t("Hamar") + "</w:customXml></w:smartTag>" + t(" er byen."),
         "Hamar er byen."),
        ("<w:proofErr/><w:bookmarkStart/>" + t("Vi vil mye.") + "<w:bookmarkEnd/>", "Vi vil mye."),
        (alternativ(t("Vi vil mye."), t("Vi ville mye.")), "Vi vil mye."),
        ("<w:r>" + alternativ("<w:t>Vi vil.</w:t>", "<w:t>Vi ville.</w:t>") + "</w:r>", "Vi vil."),
        (t("Vi vil") + t(" mye.", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"), "Vi vil mye."),
        (t("Vi VIL mye.", "<w:smallCaps/><w:webHidden/>"), "Vi VIL mye."),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>', None),
    ],
)  # fmt: skip
def test_the_text_of_a_paragraph(innhold, tekst):
    assert les(innhold) == ([tekst] if tekst else [], [])


def test_a_field_that_is_never_closed_swallows_nothing_that_follows():
    aapent = '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>'

    dok = les_dokument(med_kropp(aapent + MAAL))

    assert (len(dok.maal), len(dok.tiltak)) == (1, 1)


@pytest.mark.parametrize(
    ("innhold", "hva", "setning"),
    [
        (t("hemmelig", "<w:vanish/>"), "skjult-tekst", "Skjult tekst er ikke tatt med: «hemmelig»."),
        ("<w:r><w:footnoteReference w:id='2'/></w:r>", "fotnote", "Fotnoten er ikke tatt med: «Se vedlegg.»."),
        ("<w:r><w:endnoteReference w:id='3'/></w:r>", "fotnote", "Sluttnoten er ikke tatt med: «Kilde: SSB»."),
        ("<w:r><w:commentReference w:id='4'/></w:r>", "kommentar",
         "Kommentaren i margen er ikke tatt med: «Er dette rett?»."),
        (f"<w:r>{TEKSTBOKS}</w:r>", "tekstboks", "Teksten i tekstboksen er ikke tatt med: «Husk møtet»."),
        (f"<w:r>{alternativ(TEKSTBOKS, TEKSTBOKS)}</w:r>", "tekstboks",
         "Teksten i tekstboksen er ikke tatt med: «Husk møtet»."),
        (grafikk("diagram"), "figur",
         "En figur (diagram eller SmartArt) er ikke lest. Står det tekst i den, skriv den som vanlig tekst."),
        ('<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>', "ukjent-tegn",
         "Et tegn fra skriften «Webdings» (F041) er ikke tatt med."),
    ],
)  # fmt: skip
def test_what_is_no_text_of_the_plan_is_pointed_out_with_its_words(innhold, hva, setning):
    deler = {
        "footnotes": f'<w:footnotes><w:footnote w:id="2">{p("Se vedlegg.")}</w:footnote></w:footnotes>',
        "endnotes": f'<w:endnotes><w:endnote w:id="3">{p("Kilde: SSB")}</w:endnote></w:endnotes>',
        "comments": f'<w:comments><w:comment w:id="4">{p("Er dette rett?")}</w:comment></w:comments>',
    }

    svar = les(t("Vi vil") + innhold + t(" mye."), deler)

    assert svar == (["Vi vil mye."], [(3, hva, setning)])


@pytest.mark.parametrize("side", ["", "Side 1 av 12", "- 3 -", "Arbeidsplan 2025-2028"])
def test_what_stands_on_every_page_is_pointed_out_unless_the_plan_says_it(side):
    deler = {
        "header": f"<w:hdr>{p('Troms SV – utkast')}</w:hdr>",
        "footer": f"<w:ftr>{p(side)}</w:ftr>",
    }

    dok = les_dokument(med_kropp(MAAL, deler=deler))

    assert [(m.linje, m.hva, m.tekst) for m in dok.merknader] == [
        (0, "topptekst", "Toppteksten på sidene er ikke tatt med: «Troms SV – utkast».")
    ]


def test_a_picture_says_nothing():
    assert les(grafikk("picture") + t("Vi vil mye.")) == (["Vi vil mye."], [])


SPORET = '<w:{} w:id="1" w:author="x">{}</w:{}>'


@pytest.mark.parametrize(
    "sporet",
    [
        "<w:p>" + SPORET.format("ins", t("Vi vil."), "ins") + "</w:p>",
        "<w:p>" + SPORET.format("del", "<w:r><w:delText>Vi vil.</w:delText></w:r>", "del") + "</w:p>",
        "<w:p>" + SPORET.format("moveFrom", t("Vi vil."), "moveFrom") + "</w:p>",
        "<w:p>" + SPORET.format("moveTo", t("Vi vil."), "moveTo") + "</w:p>",
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>',
        '<w:tbl><w:tr><w:trPr><w:ins w:id="1"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns w:id="1"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    ],
)
def test_tracked_changes_are_refused(sporet):
    with pytest.raises(UlesbartDokument) as feil:
        les_dokument(med_kropp(MAAL + sporet))

    assert feil.value.setning == (
        "Dokumentet har sporede endringer. Godta eller avvis dem i Word («Se gjennom», «Godta alle endringer»), "
        "lagre og prøv igjen."
    )


def test_changes_of_the_looks_alone_are_no_changes():
    bare_utseende = (
        '<w:p><w:pPr><w:jc w:val="left"/><w:pPrChange w:id="1"><w:pPr/></w:pPrChange></w:pPr>'
        + t("Vi vil mye.", '<w:b/><w:rPrChange w:id="2"><w:rPr/></w:rPrChange>')
        + "</w:p>"
    )

    dok = les_dokument(med_kropp(MAAL.replace("</w:p>", f"</w:p>{bare_utseende}", 1)))

    assert [ett.tekst for ett in dok.maal[0].avsnitt] == ["Vi vil mye."]
