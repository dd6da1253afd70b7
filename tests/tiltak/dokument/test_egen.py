"""The app's own Word file when somebody has worked on it: what is added goes to its section, and nothing is lost."""

from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from tests.tiltak.uttak.planer import BAKVENDT, NYNORSK, innholdet, maal, plan, tiltak
from tiltak.dokument import Avsnitt, Filslag, UlesbartDokument, les_dokument
from tiltak.uttak.word import lag_word


def aapnet(dok):
    return docx.Document(BytesIO(lag_word(dok, dag=date(2025, 3, 1), topptekst=dok.tittel)))


def lest(word):
    ut = BytesIO()
    word.save(ut)
    return les_dokument(ut.getvalue())


def avsnittet(word, tekst):
    return next(p for p in word.paragraphs if p.text == tekst)


def etter(word, over, tekst, stil):
    """Write a paragraph below the one that says `over`."""
    ny = word.add_paragraph(tekst, style=stil)
    avsnittet(word, over)._p.addnext(ny._p)


def tekstene(dok):
    return {del_.overskrift: [avsnitt.tekst for avsnitt in del_.avsnitt] for del_ in (*dok.kapitler, *dok.maal)}


def test_a_word_that_was_changed_is_the_only_change():
    word = aapnet(NYNORSK)
    celle = word.tables[0].rows[1].cells[1].paragraphs[0]
    celle.runs[0].text = "Halde ti kurs"

    dok = lest(word)

    assert dok.tiltak[0].tekst == "Halde ti kurs"
    assert [ett.tekst for ett in dok.tiltak[1:]] == [ett.tekst for ett in NYNORSK.tiltak[1:]]
    assert dok.filslag == Filslag.WORD


def test_paragraphs_and_bullets_go_to_the_section_they_were_added_in():
    word = aapnet(NYNORSK)
    etter(word, "Eit sterkt fylkeslag.", "Og eit mangfaldig eit.", "Body Text")
    etter(word, "Samling på venstresida", "Eit punkt", "List Bullet")
    etter(word, "Samling på venstresida", "Utan stil", None)

    dok = lest(word)

    assert tekstene(dok) == tekstene(NYNORSK) | {
        "Visjon": ["Eit sterkt fylkeslag.", "Og eit mangfaldig eit."],
        "Politisk mål": ["Utan stil", "Eit punkt"],
    }
    assert [avsnitt.punkt for avsnitt in dok.maal[0].avsnitt] == [False, True]


def test_a_heading_with_a_number_is_a_new_goal_and_one_without_a_new_chapter():
    word = aapnet(NYNORSK)
    etter(word, "Kalenderen ligg på nettsida.", "Til slutt", "Heading 1")
    etter(word, "Kalenderen ligg på nettsida.", "2.1 Eit nytt mål", "Heading 3")

    dok = lest(word)

    assert [(ett.nummer, ett.forelder, ett.overskrift) for ett in dok.maal] == [
        ("1", None, "Politisk mål"),
        ("1.1", "1", "Ei tydeleg røyst"),
        ("2.1", None, "Eit nytt mål"),
    ]
    assert [(ett.slag, ett.overskrift) for ett in dok.kapitler][-2:] == [
        ("avslutning", "Aktivitetar"),
        ("avslutning", "Til slutt"),
    ]


def test_what_looks_like_a_heading_without_being_one_is_pointed_out():
    word = aapnet(NYNORSK)
    etter(word, "Samling på venstresida", "1.2 Eit nytt mål", "Body Text")
    etter(word, "Samling på venstresida", "Ein mellomtittel", "Heading 4")

    dok = lest(word)

    assert tekstene(dok)["Politisk mål"] == ["Ein mellomtittel", "1.2 Eit nytt mål"]
    assert [(ett.hva, ett.tekst) for ett in dok.merknader if ett.hva.startswith("uten-")] == [
        ("uten-nummer", "Overskriften «Ein mellomtittel» har ikke noe nummer, og er lest som tekst."),
        ("uten-overskriftsstil", "«1.2 Eit nytt mål» har ikke overskriftsstil, og er lest som vanlig tekst."),
    ]


def test_a_row_and_a_column_that_were_added_are_read_or_pointed_out():
    word = aapnet(NYNORSK)
    tabell = word.tables[0]
    for celle, tekst in zip(tabell.add_row().cells, ["1b", "Eit tiltak til", "2026", "AU"], strict=True):
        celle.text = tekst
    tabell.add_column(1000)
    for celle, tekst in zip(tabell.columns[4].cells, ["Pris", "100 kr", ""], strict=True):
        celle.text = tekst

    dok = lest(word)

    assert [(ett.kode, ett.tekst, ett.gjennomfoering, ett.ansvarlig) for ett in dok.maal[0].tiltak] == [
        ("1a", "Halde kurs", "Kvart år", "fylkesstyret"),
        ("1b", "Eit tiltak til", "2026", "AU"),
    ]
    assert [ett.tekst for ett in dok.merknader if ett.hva == "antall-felt"] == [
        "Dette i raden passer ikke i noen kolonne, og er ikke tatt med: «100 kr»."
    ]


def test_a_bookmark_that_word_has_moved_out_of_its_paragraph_still_counts():
    word = aapnet(BAKVENDT)
    for merke in list(word.element.body.iter(qn("w:bookmarkStart"))):
        merke.getparent().addprevious(merke)

    assert innholdet(lest(word)) == innholdet(BAKVENDT)


def test_another_plan_typed_into_our_file_is_read_by_its_shape():
    word = aapnet(NYNORSK)
    for element in word.element.body.xpath("./w:tbl | ./w:p[w:pPr/w:pStyle[starts-with(@w:val, 'Heading')]]"):
        element.getparent().remove(element)
    word.add_paragraph("1. Skrevet rett inn")
    tabell = word.add_table(2, 3)
    for celle, tekst in zip(tabell._cells, ["", "Tiltak", "Gjennomføring", "1a", "Noe", "2026"], strict=True):
        celle.text = tekst

    dok = lest(word)

    assert [(ett.nummer, [t.kode for t in ett.tiltak]) for ett in dok.maal] == [("1", ["1a"])]


def test_a_period_that_was_written_wrong_falls_back_on_the_title():
    word = aapnet(plan(maal("1", "Mål", tiltak("1a")), til=date(2028, 12, 30)))
    avsnittet(word, "Gjelder fra 1. januar 2025 til 30. desember 2028").runs[0].text = "Gjelder fra 31. februar 2025"

    dok = lest(word)

    assert (dok.fra, dok.til) == (date(2025, 1, 1), date(2028, 12, 31))
    assert dok.kapitler[0].avsnitt == (Avsnitt("Gjelder fra 31. februar 2025", False, None, None, 2 + 1),)


def test_without_any_period_it_is_refused_like_any_other_document():
    word = aapnet(NYNORSK)
    avsnittet(word, "Arbeidsplan 2026–2029").runs[0].text = "Arbeidsplan"

    with pytest.raises(UlesbartDokument, match="Fant ingen tittel med periode"):
        lest(word)


def test_tracked_changes_are_refused_here_too():
    word = aapnet(NYNORSK)
    loep = avsnittet(word, "Visjon").runs[0]._r
    sporet = docx.oxml.OxmlElement("w:ins")
    loep.addprevious(sporet)
    sporet.append(loep)

    with pytest.raises(UlesbartDokument, match="sporede endringer"):
        lest(word)


def test_a_comment_is_pointed_out_and_hidden_text_left_out():
    word = aapnet(NYNORSK)
    overskrift = avsnittet(word, "Visjon")
    word.add_comment(overskrift.runs, "Skal vi si dette?", author="Ola")
    overskrift.add_run(" hemmelig").font.hidden = True

    dok = lest(word)

    assert dok.kapitler[1].overskrift == "Visjon"
    assert {ett.hva for ett in dok.merknader} >= {"kommentar", "skjult-tekst"}
