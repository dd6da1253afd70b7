"""Small files of every kind, made by hand."""

from io import BytesIO
from zipfile import ZipFile

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
JPG = b"\xff\xd8\xff\xe0\0\x10JFIF"


def pakke(**deler):
    """A zip with these parts."""
    ut = BytesIO()
    with ZipFile(ut, "w") as zip_:
        for navn, innhold in deler.items():
            zip_.writestr(navn, innhold)
    return ut.getvalue()


def ooxml(mappe, *andre):
    return pakke(**{"[Content_Types].xml": "", f"{mappe}/document.xml": "", **dict.fromkeys(andre, "")})


def odf(slag):
    return pakke(mimetype=f"application/vnd.oasis.opendocument.{slag}", **{"content.xml": ""})


FILER = {
    "pdf": PDF,
    "docx": ooxml("word"),
    "xlsx": ooxml("xl"),
    "pptx": ooxml("ppt"),
    "odt": odf("text"),
    "ods": odf("spreadsheet"),
    "png": PNG,
    "jpg": JPG,
    "txt": "Årsmøtet på Hamar\r\n".encode(),
    "csv": "Kode;Tekst\nå;b\n".encode("cp1252"),
}
