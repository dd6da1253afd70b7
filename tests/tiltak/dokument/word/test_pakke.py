"""What is no Word file, or a hostile one, is refused with one sentence that says what to do, in bounded memory."""

import struct
import tracemalloc
from io import BytesIO
from zipfile import ZIP_BZIP2

import pytest
from openpyxl import Workbook

from tests.tiltak.dokument.word.bygg import MAAL, W, dokument, kropp, med_kropp, p, zip_av
from tiltak.dokument import UlesbartDokument, les_dokument
from tiltak.dokument.word.pakke import MAKS_DEL, MAKS_DELER
from tiltak.dokument.word.xml import MAKS_TAGGER

OEDELAGT = "Word-filen er ødelagt eller ikke lastet helt ned. Åpne den i Word, lagre den på nytt og prøv igjen."
OEDELAGT_XML = "Word-filen er ødelagt. Åpne den i Word, lagre den på nytt og prøv igjen."
FOR_STOR = (
    "Word-filen er mye større utpakket enn en plan kan være. Lagre den på nytt i Word uten bilder og prøv igjen."
)
FOR_MYE = "Word-filen har mye mer tekst enn en plan kan ha. Velg selve plandokumentet."
ANNET = "Filen er {}, ikke et Word-dokument. Lagre planen som Word-dokument (.docx) og prøv igjen."
IKKE_WORD = "Filen er en zip-fil uten noe Word-dokument i. Velg selve plandokumentet."
LAAST = "Word-filen er låst med passord. Fjern passordet i Word, lagre og prøv igjen."

PLAN = med_kropp(MAAL)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/>'
    "</Relationships>"
)


def endret(innhold, plass, bytes_):
    return innhold[:plass] + bytes_ + innhold[plass + len(bytes_) :]


def laast():
    """A Word file whose parts say that they are encrypted."""
    ut = PLAN
    for merke, flagg in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        plass = ut.find(merke)
        while plass >= 0:
            ut = endret(ut, plass + flagg, b"\x01\x00")
            plass = ut.find(merke, plass + 1)
    return ut


def loegnaktig():
    """A part of which the directory says that it is a hundred bytes, and which goes on for a megabyte."""
    ut = dokument(kropp("<w:p/>" * 200_000))
    for merke, stoerrelse in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        ut = endret(ut, ut.find(merke) + stoerrelse, struct.pack("<L", 100))
    return ut


def med_store_bilder():
    """A file whose directory says that a picture in it unpacks to 301 MB."""
    ut = zip_av({"word/media/a.bmp": b"x", "word/document.xml": kropp("")})
    return endret(ut, ut.find(b"PK\x01\x02") + 24, struct.pack("<L", 301_000_000))


def regneark():
    fil = BytesIO()
    Workbook().save(fil)
    return fil.getvalue()


def med_stort_register():
    """A zip whose last record says that the directory is 20 MB long."""
    return endret(PLAN, len(PLAN) - 10, struct.pack("<L", 20_000_000))


BOMBE = (
    f'<!DOCTYPE w [<!ENTITY a "{"ha" * 50}">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
UTENFRA = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("innhold", "setning"),
    [
        (b"PK\x03\x04", OEDELAGT),
        (b"PK\x05\x06" + b"\0" * 18, IKKE_WORD),
        (PLAN[: len(PLAN) // 2], OEDELAGT),
        (PLAN[:-30], OEDELAGT),
        (PLAN.replace(b"PK\x01\x02", b"PK\x01\x03"), OEDELAGT),
        (endret(PLAN, PLAN.find(b"word/document.xml") + 40, b"\xff" * 20), OEDELAGT),
        (laast(), LAAST),
        (zip_av({"bilde.png": b"x"}), IKKE_WORD),
        (zip_av({"_rels/.rels": RELS.format("../../etc/passwd")}), IKKE_WORD),
        (
            zip_av({"mimetype": "application/vnd.oasis.opendocument.text"}),
            ANNET.format("et OpenDocument-dokument (.odt eller lignende)"),
        ),
        (zip_av({"_rels/.rels": RELS.format("xl/workbook.xml")}), ANNET.format("et regneark (.xlsx)")),
        (zip_av({"_rels/.rels": RELS.format("/ppt/presentation.xml")}), ANNET.format("en presentasjon (.pptx)")),
        (dokument("<html/>"), "Filen er ikke et Word-dokument. Lagre planen som Word-dokument (.docx) og prøv igjen."),
        (dokument(kropp("<w:p>")), OEDELAGT_XML),
        (dokument(b"\xff\xfe<"), OEDELAGT_XML),
        (dokument(b"<w\xe6/>"), OEDELAGT_XML),
        (dokument(BOMBE + kropp("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>")), OEDELAGT_XML),
        (dokument((BOMBE + kropp("&i;")).encode("utf-16")), OEDELAGT_XML),
        (dokument(UTENFRA + kropp("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")), OEDELAGT_XML),
        (dokument(kropp("&a;")), OEDELAGT_XML),
        (dokument(kropp("<w:sdt><w:sdtContent>" * 100_000)), OEDELAGT_XML),
        (dokument(kropp("<w:p/>" * (MAKS_TAGGER + 1))), FOR_MYE),
        (
            dokument(kropp("<w:p/>" * 60_000)),
            "Word-filen har over 50 000 avsnitt og tabellrader. Velg selve plandokumentet.",
        ),
        (dokument(kropp(" " * (MAKS_DEL + 1))), FOR_STOR),
        (loegnaktig(), OEDELAGT),
        (zip_av({"word/document.xml": kropp(""), **{f"{nr}.png": b"" for nr in range(MAKS_DELER)}}), FOR_STOR),
        (med_store_bilder(), FOR_STOR),
        (zip_av({"word/document.xml": kropp("")}, compress_type=ZIP_BZIP2), OEDELAGT),
        (med_stort_register(), FOR_STOR),
        (PLAN[:-22] + b"PK\x06\x07" + b"\0" * 16 + PLAN[-22:], FOR_STOR),
    ],
    ids=range(30),
)
def test_what_is_no_word_file_is_refused_with_a_sentence(innhold, setning):
    with pytest.raises(UlesbartDokument) as feil:
        les_dokument(innhold)

    assert feil.value.setning == setning


@pytest.mark.parametrize(
    ("format_", "setning"),
    [
        ("odt", ANNET.format("et OpenDocument-dokument (.odt eller lignende)")),
        ("doc", "Filen er lagret i det gamle Word-formatet (.doc). Lagre den som .docx i Word og prøv igjen."),
        (
            "rtf",
            "Filen er et RTF-dokument. Lagre planen som Word-dokument (.docx) eller ren tekst (.txt) og prøv igjen.",
        ),
        ("pdf", "Filen er en PDF. Lagre planen som Word-dokument (.docx) eller ren tekst (.txt) og prøv igjen."),
    ],
)
def test_a_plan_that_libreoffice_has_saved_as_something_else_is_refused(konverter, format_, setning):
    with pytest.raises(UlesbartDokument) as feil:
        les_dokument(konverter("plan.docx", PLAN, format_))

    assert feil.value.setning == setning


def test_a_spreadsheet_is_refused():
    with pytest.raises(UlesbartDokument) as feil:
        les_dokument(regneark())

    assert feil.value.setning == ANNET.format("et regneark (.xlsx)")


def test_a_bomb_is_never_unpacked():
    bombe = zip_av({"word/document.xml": bytes(250_000_000)})
    assert len(bombe) < 300_000
    tracemalloc.start()

    with pytest.raises(UlesbartDokument):
        les_dokument(bombe)

    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_macros_and_pictures_are_never_opened():
    with_makro = zip_av(
        {"word/document.xml": kropp(p("Arbeidsplan 2025-2028") + MAAL), "word/vbaProject.bin": b"x" * 50}
    )
    oedelagt = endret(with_makro, with_makro.find(b"word/vbaProject.bin") + 19, b"\xff\xff")

    assert len(les_dokument(oedelagt).tiltak) == 1


def test_the_document_lies_where_the_package_says():
    innhold = zip_av(
        {
            "_rels/.rels": RELS.format("word/document2.xml"),
            "word/document2.xml": kropp(p("Arbeidsplan 2025-2028") + MAAL),
        }
    )

    assert les_dokument(innhold).tittel == "Arbeidsplan 2025-2028"


def test_words_strict_format_says_the_same_by_other_names():
    strengt = kropp(p("Arbeidsplan 2025-2028") + MAAL).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")

    assert les_dokument(dokument(strengt)) == les_dokument(dokument(kropp(p("Arbeidsplan 2025-2028") + MAAL)))


def test_a_document_in_utf_16_is_read():
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + kropp(
        p("Arbeidsplan 2025-2028") + MAAL + p("Vi plukker blåbær.")
    )

    assert les_dokument(dokument(xml.encode("utf-16"))).maal[0].avsnitt[0].tekst == "Vi plukker blåbær."
