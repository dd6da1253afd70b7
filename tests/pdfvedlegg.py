"""The files that lie inside a PDF, and what is wrong with them by PDF/A-3 (ISO 19005-3, 6.8): none may lie there but
those that are expected, and each says what it is, of what kind, from when, and what it is to the document."""

from collections.abc import Iterator
from hashlib import md5

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

SLAG = {"csv": "/text/csv"}
FORHOLD = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}


def vedleggenes_feil(pdf: Pdf, ventet: tuple[str, ...]) -> Iterator[str]:
    """One sentence for each thing that is wrong, when `ventet` are the names that should lie there."""
    navntreet = pdf.Root.get("/Names", Dictionary()).get("/EmbeddedFiles", Dictionary())
    filene = list(navntreet.get("/Names", Array()))[1::2]
    if sorted(str(fil.get("/UF", "")) for fil in filene) != sorted(ventet):
        yield f"Vedleggene er {[str(fil.get('/UF', '')) for fil in filene]}, og skulle være {list(ventet)}."
    if sorted(fil.objgen for fil in pdf.Root.get("/AF", Array())) != sorted(fil.objgen for fil in filene):
        yield "Vedleggene er ikke knyttet til dokumentet (AF), hvert én gang."
    if {fil.objgen for fil in pdf.objects if _er_filbeskrivelse(fil)} != {fil.objgen for fil in filene}:
        yield "En fil ligger i dokumentet utenfor listen over vedlegg."
    for fil in filene:
        yield from _filens_feil(fil)


def _er_filbeskrivelse(ett: Object) -> bool:
    return isinstance(ett, Dictionary) and (ett.get("/Type") == Name.Filespec or "/EF" in ett)


def _filens_feil(fil: Dictionary) -> Iterator[str]:
    navn = str(fil.get("/UF", ""))
    if not navn or str(fil.get("/F", "")) != navn:
        yield f"Vedlegget {navn} har ikke samme navn begge steder."
    if not str(fil.get("/Desc", "")).strip():
        yield f"Vedlegget {navn} er ikke beskrevet."
    if str(fil.get("/AFRelationship", "")) not in FORHOLD:
        yield f"Vedlegget {navn} sier ikke hva det er for dokumentet."
    innhold = fil.EF.F
    if not isinstance(innhold, Stream) or innhold.get("/Type") != Name.EmbeddedFile:
        yield f"Vedlegget {navn} er ingen fil."
        return
    if str(innhold.get("/Subtype", "")) != SLAG.get(navn.rpartition(".")[2]):
        yield f"Vedlegget {navn} er av slaget {innhold.get('/Subtype', '')}."
    om = innhold.get("/Params", Dictionary())
    data = innhold.read_bytes()
    if not str(om.get("/ModDate", "")).startswith("D:"):
        yield f"Vedlegget {navn} har ingen dag."
    if int(om.get("/Size", -1)) != len(data):
        yield f"Vedlegget {navn} har ikke den størrelsen det sier."
    if bytes(om.get("/CheckSum", b"")) != md5(data, usedforsecurity=False).digest():
        yield f"Vedlegget {navn} har ikke den sjekksummen det sier."
