"""The year's wheel as a PDF: well formed, of what the reader may see, and the same bytes each time."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from tests.pdfminne import lag_pdf
from tests.pdfsjekk import feil
from tests.pdfstruktur import struktur, type_
from tests.tiltak.rapport.eksempel import bare_tegn, sidetekster
from tiltak.models import Dokumentfil

PDF = "/hva-skjer/arshjul/2026/arshjul.pdf"

pytestmark = pytest.mark.usefixtures("i_dag")


@pytest.fixture
def aaret(lag_aktivitet):
    lag_aktivitet("Årsmøte & <b>fest</b>", date(2026, 2, 28), type="arsmote")
    lag_aktivitet("Vårslepp", date(2026, 5, 1), date(2026, 5, 31), presisjon="maaned", avlyst=True)
    lag_aktivitet("Planlagt", date(2026, 5, 20), publisert=None)
    lag_aktivitet("Lukket", date(2026, 6, 14), synlighet="intern")


def test_it_is_written_as_the_house_writes_documents_with_the_wheel_told_in_words(client, aaret, caplog):
    svar = client.get(PDF)

    assert (svar["Content-Type"], svar["Content-Disposition"], svar["Cache-Control"]) == (
        "application/pdf",
        'inline; filename="arshjul-2026.pdf"',
        "no-cache",
    )
    assert (feil(svar.content), [post.getMessage() for post in caplog.records]) == ([], [])
    with pikepdf.open(BytesIO(svar.content)) as pdf:
        [hjulet] = [element for element, _ in struktur(pdf) if type_(element) == "Figure"]
        assert str(hjulet.Alt) == "Året 2026 som hjul. 2 aktiviteter."
        boksene = [[float(tall) for tall in side.MediaBox[2:]] for side in pdf.pages]
    assert [bredde > hoeyde for bredde, hoeyde in boksene] == [True, False]  # the wheel across, the table upright


def test_it_holds_what_the_reader_may_see_and_all_of_it_in_both(client, aaret, sekretaer):
    for_alle = sidetekster(client.get(PDF).content)
    client.force_login(sekretaer)
    svar = client.get(PDF)
    hjulet, tabellen = map(bare_tegn, sidetekster(svar.content))

    assert "Planlagt" not in "".join(for_alle)
    assert "Lukket" not in "".join(for_alle)
    assert svar["Cache-Control"] == "private, no-store"
    for ordene in ("Årsmøte&<b>fest</b>", "Vårslepp", "Planlagt", "Lukket", "Utkast", "Intern", "Avlyst"):
        assert ordene in hjulet
        assert ordene in tabellen
    assert "medutkastoginterne" in hjulet


def test_the_same_year_on_the_same_day_is_the_same_bytes(client, aaret):
    foerste = client.get(PDF).content
    lag_pdf.cache_clear()
    Dokumentfil.objects.all().delete()

    assert client.get(PDF).content == foerste


def test_four_hundred_activities_are_a_wheel_and_a_table_too(client, lag_aktivitet):
    for nr in range(400):
        lag_aktivitet(f"Nummer {nr}", date(2026, 1 + nr % 12, 1 + nr % 28))

    svar = client.get(PDF)

    assert feil(svar.content) == []
    hjulet, *tabellen = map(bare_tegn, sidetekster(svar.content))
    assert all(f"Nummer{nr}" in "".join(tabellen) for nr in range(400))
    assert hjulet.count("aktiviteter") >= 1
