"""Plans in other shapes than the one at hand, made by other programs: nynorsk, another depth, other tables."""

from datetime import date

import pytest
from docx import Document

from tests.tiltak.dokument.word.bygg import nummerer_stil, nummerert_definisjon, sett_nummerering, som_bytes
from tests.tiltak.dokument.word.test_planen import uten_steder
from tests.ytelse.dokument import som_tekst, som_word
from tiltak.dokument import les_dokument

NYNORSK = """\
<html><head><meta charset="utf-8"><title>Plan</title></head><body>
<p>Vestland SV</p>
<h1>Handlingsplan 2026–2027</h1>
<p>Vedteken av årsmøtet</p>
<h1>Innleiing</h1>
<p>Planen gjeld for heile<br>laget. Sjå <a href="https://example.org">nettsida</a>.</p>
<h1>Mål for perioden</h1>
<ul><li>Bli fleire</li><li>Få valt inn minst to representantar ved kommunestyrevalet 2027</li></ul>
<h1>1. Politikk</h1>
<p>Vi skal:</p>
<ul><li>vinne</li><li>bli høyrde over alt</li></ul>
<table border="1">
<tr><th></th><th>Tiltak</th><th>Gjennomføring</th><th>Ansvarleg</th></tr>
<tr><td>1a</td><td>Halde møte</td><td rowspan="2">Kvart år</td><td>Styret</td></tr>
<tr><td>1b</td><td><p>Skrive</p><p>brev</p></td><td>AU</td></tr>
</table>
<h2>1.1 Klima og miljø</h2>
<p>Vi vil verne natur.</p>
<table border="1">
<tr><th colspan="2">Tiltak</th><th>Tidsfrist</th></tr>
<tr><td>1.1a</td><td>Plante skog</td><td>Vår 2027</td></tr>
</table>
<h1>Aktivitetsplan</h1>
<table border="1">
<tr><th>Månad</th><th>Valår</th><th>Mellomår</th></tr>
<tr><td>Mai</td><td>Fest</td><td></td></tr>
</table>
</body></html>
"""


@pytest.mark.parametrize("formater", [["docx"], ["odt", "docx"]])
def test_a_plan_in_nynorsk_that_libreoffice_has_made(konverter, formater):
    dok = les_dokument(konverter("nynorsk.html", NYNORSK.encode(), *formater))

    assert (dok.organisasjon, dok.tittel, dok.undertittel, dok.fra, dok.til) == (
        "Vestland SV", "Handlingsplan 2026–2027", "Vedteken av årsmøtet", date(2026, 1, 1), date(2027, 12, 31),
    )  # fmt: skip
    assert [(k.slag, k.overskrift, [a.tekst for a in k.avsnitt]) for k in dok.kapitler] == [
        ("innledning", "Innleiing", ["Planen gjeld for heile laget. Sjå nettsida."]),
        ("periodemaal", "Mål for perioden", []),
        ("avslutning", "Aktivitetsplan", []),
    ]
    assert [(m.tekst, m.antall, m.valgaar) for m in dok.periodemaal] == [
        ("Bli fleire", None, None),
        ("Få valt inn minst to representantar ved kommunestyrevalet 2027", 2, 2027),
    ]
    assert [(m.nummer, m.overskrift, [(a.tekst, a.punkt) for a in m.avsnitt]) for m in dok.maal] == [
        ("1", "Politikk", [("Vi skal:", False), ("vinne", True), ("bli høyrde over alt", True)]),
        ("1.1", "Klima og miljø", [("Vi vil verne natur.", False)]),
    ]
    assert [(t.kode, t.tekst, t.gjennomfoering, t.ansvarlig) for t in dok.tiltak] == [
        ("1a", "Halde møte", "Kvart år", "Styret"),
        ("1b", "Skrive brev", "Kvart år", "AU"),
        ("1.1a", "Plante skog", "Vår 2027", ""),
    ]
    assert [(r.maaned, r.valgaar, r.mellomaar) for r in dok.aktivitetsplan] == [("Mai", "Fest", "")]
    assert dok.merknader == ()


SEKS = [("decimal", ".".join(f"%{n}" for n in range(1, nr + 1))) for nr in range(1, 7)]


def test_goals_six_levels_deep_with_measures_numbered_below_them_made_by_python_docx(konverter):
    word = Document()
    navn = [f"Heading {nr}" for nr in range(1, 7)]
    sett_nummerering(word, nummerert_definisjon(SEKS, stiler=[word.styles[ett].style_id for ett in navn]))
    for nr, ett in enumerate(navn):
        nummerer_stil(word, ett, liste=1, nivaa=nr)
    word.add_paragraph("Strategi og handlingsplan 2026–29", style="Title")
    for nr, ett in enumerate(navn):
        word.add_paragraph(f"Mål på trinn {nr + 1}", style=ett)
    tabell = word.add_table(3, 4)
    rader = [("Nr", "Tiltak", "Ansvarlig", "Når"), ("1.1.1.1.1.1.1", "Grave", "AU", "2026"), ("", "Fylle", "", "")]
    for rad, tekster in zip(tabell.rows, rader, strict=True):
        for celle, tekst in zip(rad.cells, tekster, strict=True):
            celle.text = tekst
    for kolonne in (2, 3):
        tabell.cell(1, kolonne).merge(tabell.cell(2, kolonne))
    tabell.cell(2, 0).text = "1.1.1.1.1.1.2"
    word.add_paragraph("Mål på trinn 2 igjen", style="Heading 2")

    for innhold in (som_bytes(word), konverter("seks.docx", som_bytes(word), "odt", "docx")):
        dok = les_dokument(innhold)

        assert (dok.fra, dok.til) == (date(2026, 1, 1), date(2029, 12, 31))
        assert [(m.nummer, m.forelder) for m in dok.maal] == [
            ("1", None),
            ("1.1", "1"),
            ("1.1.1", "1.1"),
            ("1.1.1.1", "1.1.1"),
            ("1.1.1.1.1", "1.1.1.1"),
            ("1.1.1.1.1.1", "1.1.1.1.1"),
            ("1.2", "1"),
        ]
        assert [(t.kode, t.tekst, t.gjennomfoering, t.ansvarlig) for t in dok.maal[5].tiltak] == [
            ("1.1.1.1.1.1.1", "Grave", "2026", "AU"),
            ("1.1.1.1.1.1.2", "Fylle", "2026", "AU"),
        ]
        assert dok.merknader == ()


def test_a_thousand_measures_read_the_same_from_word_as_from_text():
    fra_word, fra_tekst = les_dokument(som_word()), les_dokument(som_tekst().encode())

    assert len(fra_word.tiltak) == 1000
    assert uten_steder(fra_word) == uten_steder(fra_tekst)
