"""Tables as Word has them: merged cells, cells of any content, rows of any length."""

import pytest

from tests.tiltak.dokument.word.bygg import celle, med_kropp, nummerert_definisjon, p, rad, tabell
from tiltak.dokument import Tiltak, les_dokument


def les(kropp, **valg):
    """Read a plan of one goal and this table. Gives its measures without their place, and the remarks."""
    dok = les_dokument(med_kropp(p("1. Politikk") + kropp, **valg))
    return (
        [(t.kode, t.tekst, t.gjennomfoering, t.ansvarlig) for t in dok.tiltak],
        [(m.linje, m.hva, m.tekst) for m in dok.merknader],
    )


@pytest.mark.parametrize(
    ("rader", "tiltak"),
    [
        ([("Tiltak", "Frist"), ("1a Gjøre noe", "2025")], [("1a", "Gjøre noe", "2025", "")]),
        ([("", "Tiltak", "Gjennomføring"), ("1a", "Gjøre noe", "2025")], [("1a", "Gjøre noe", "2025", "")]),
        ([("Nr.", "Tiltak", "Frist:", "Ansvarleg"), ("1a", "Gjere noko", "2025", "Styret")],
         [("1a", "Gjere noko", "2025", "Styret")]),
        ([("Tiltak", "Frist"), ("1.2 Gjøre noe", "2025")], [("1.2", "Gjøre noe", "2025", "")]),
        ([("Tiltak", "Ansvar", "Tidsfrist"), ("1a) Gjøre noe", "AU", "2025")], [("1a", "Gjøre noe", "2025", "AU")]),
        ([("1a", "Gjøre noe", "2025")], [("1a", "Gjøre noe", "2025", "")]),
        ([("Nr", "Tiltak", "Frist"), ("1.1", "Gjøre noe", "2025")], [("1.1", "Gjøre noe", "2025", "")]),
        ([("", "Tiltak", "Frist"), ("1a.", "Gjøre noe", "2025")], [("1a", "Gjøre noe", "2025", "")]),
        ([("", "Tiltak", "Frist"), ("1a", p("Gjøre") + p("") + p("noe"), p("Mars,") + p("årlig"))],
         [("1a", "Gjøre noe", "Mars, årlig", "")]),
        ([("", "Tiltak", "Frist"), ("1a", '<w:p><w:r><w:t>Gjøre</w:t><w:br/><w:t>noe</w:t></w:r></w:p>', "2025")],
         [("1a", "Gjøre noe", "2025", "")]),
        ([("", "Tiltak", "Frist"), ("1a", f"<w:sdt><w:sdtContent>{p('Gjøre noe')}</w:sdtContent></w:sdt>", "2025")],
         [("1a", "Gjøre noe", "2025", "")]),
        # merged across
        ([rad(celle("Tiltak", 2), "Frist"), ("1a", "Gjøre noe", "2025")], [("1a", "Gjøre noe", "2025", "")]),
        ([("Tiltak", celle("Frist", 2)), ("1a Gjøre noe", celle("2025", 2))], [("1a", "Gjøre noe", "2025", "")]),
        ([("", celle("Tiltak", 3), celle("Frist", 2)), (celle("1a", 2), "Gjøre noe", celle("2025", 3))],
         [("1a", "Gjøre noe", "2025", "")]),
        # merged downwards
        ([("", "Tiltak", "Frist"), ("1a", "Gjøre noe", celle("2025", flettet="restart")),
          ("1b", "Gjøre mer", celle("", flettet="continue")), ("1c", "Gjøre alt", "2026")],
         [("1a", "Gjøre noe", "2025", ""), ("1b", "Gjøre mer", "2025", ""), ("1c", "Gjøre alt", "2026", "")]),
        ([("", "Tiltak", "Frist", "Ansvarlig"),
          ("1a", "Gjøre noe", "2025", celle("AU", flettet="restart")),
          ("1b", "Gjøre mer", "2026", celle("", flettet="continue"))],
         [("1a", "Gjøre noe", "2025", "AU"), ("1b", "Gjøre mer", "2026", "AU")]),
        ([("", "Tiltak", "Frist"),
          (celle("1a", flettet="restart"), celle("Gjøre noe", flettet="restart"), celle("2025", flettet="restart")),
          (celle("", flettet="continue"), celle("", flettet="continue"), celle("", flettet="continue"))],
         [("1a", "Gjøre noe", "2025", "")]),
    ],
)  # fmt: skip
def test_tables_of_other_shapes_give_the_same_measures(rader, tiltak):
    assert les(tabell(*rader)) == (tiltak, [])


def test_ragged_rows_are_read_and_pointed_out():
    svar = les(
        tabell(("", "Tiltak", "Frist"), ("1a", "Gjøre noe"), ("1b", "Gjøre mer", "2026", "AU"), ("1c", "Alt", "2025"))
    )

    assert svar == (
        [("1a", "Gjøre noe", "", ""), ("1b", "Gjøre mer", "2026", ""), ("1c", "Alt", "2025", "")],
        [
            (4, "antall-felt", "Raden har 2 felt, ikke 3. De siste er lest som tomme."),
            (4, "uten-gjennomfoering", "1a har tom «Gjennomføring»."),
            (5, "antall-felt", "Dette i raden passer ikke i noen kolonne, og er ikke tatt med: «AU»."),
        ],
    )


def test_a_list_within_a_cell_keeps_its_bullets_in_the_text():
    kule = nummerert_definisjon([("bullet", "\uf0b7")])
    deler = {"numbering": f"<w:numbering>{kule[0]}{kule[1]}</w:numbering>"}
    flere = p("Gjøre:") + p("noe", liste=1) + p("mer", liste=1)

    svar = les(tabell(("", "Tiltak", "Frist"), ("1a", flere, "2025"), ("1b", p("Alt", liste=1), "2026")), deler=deler)

    assert svar == ([("1a", "Gjøre: • noe • mer", "2025", ""), ("1b", "Alt", "2026", "")], [])


def test_codes_that_word_makes_are_computed():
    bokstaver = nummerert_definisjon([("decimal", "%1"), ("lowerLetter", "1%2")])
    deler = {"numbering": f"<w:numbering>{bokstaver[0]}{bokstaver[1]}</w:numbering>"}
    kode = p("", liste=1, nivaa=1)

    svar = les(tabell(("", "Tiltak", "Frist"), (kode, "Gjøre noe", "2025"), (kode, "Gjøre mer", "2026")), deler=deler)

    assert svar == ([("1a", "Gjøre noe", "2025", ""), ("1b", "Gjøre mer", "2026", "")], [])


def test_a_table_within_a_cell_is_read_as_text_and_pointed_out():
    indre = tabell(("i mai", "i juni")) + p()

    assert les(tabell(("", "Tiltak", "Frist"), ("1a", p("Gjøre noe") + indre, "2025"))) == (
        [("1a", "Gjøre noe i mai i juni", "2025", "")],
        [(4, "tabell-i-tabell", "En tabell inne i en rute er lest som vanlig tekst i ruta.")],
    )


def test_a_table_of_one_column_is_a_frame_around_what_stands_in_it():
    innhold = p("1.1 Stemme") + tabell(("Tiltak", "Frist"), ("1.1a Rope", "2025"))

    dok = les_dokument(med_kropp(p("1. Politikk") + tabell((innhold,))))

    assert [(m.nummer, m.linje, m.tiltak) for m in dok.maal] == [
        ("1", 2, ()),
        ("1.1", 3, (Tiltak("1.1a", "Rope", "2025", "", 5),)),
    ]


def test_a_heading_across_the_table_opens_a_goal_with_the_same_columns():
    dok = les_dokument(
        med_kropp(
            tabell(
                ("Nr", "Tiltak", "Når"),
                rad(celle("1. Politikk", 3)),
                ("1a", "Gjøre noe", "2025"),
                rad(celle("1.1 Stemme", 3)),
                ("1.1a", "Rope", "2026"),
            )
        )
    )

    assert [(m.nummer, m.overskrift, m.tiltak) for m in dok.maal] == [
        ("1", "Politikk", (Tiltak("1a", "Gjøre noe", "2025", "", 4),)),
        ("1.1", "Stemme", (Tiltak("1.1a", "Rope", "2026", "", 6),)),
    ]
    assert dok.merknader == ()


def test_a_title_across_the_table_is_pointed_out():
    svar = les(tabell(rad(celle("Tiltak for politikk", 3)), ("", "Tiltak", "Frist"), ("1a", "Gjøre noe", "2025")))

    assert svar == (
        [("1a", "Gjøre noe", "2025", "")],
        [(3, "uten-plass", "Raden går over hele tabellen, og er ikke tatt med: «Tiltak for politikk».")],
    )


def test_a_measure_across_the_empty_cell_of_its_code_is_no_code():
    svar = les(tabell(("", "Tiltak", "Frist"), ("1a", "Gjøre noe", "2025"), rad(celle("Gjøre mer", 2), "2026")))

    assert svar == (
        [("1a", "Gjøre noe", "2025", ""), ("", "Gjøre mer", "2026", "")],
        [(5, "uten-kode", "Tiltaket under mål 1 mangler kode.")],
    )


def test_a_table_made_with_tabs_is_a_table():
    linjer = ["\tTiltak\tFrist", "1a\tGjøre noe\t2025", "1b\tGjøre mer\t2026"]
    avsnitt = "".join(p(linje).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">') for linje in linjer)

    assert les(avsnitt + p("Vi vil mye.")) == ([("1a", "Gjøre noe", "2025", ""), ("1b", "Gjøre mer", "2026", "")], [])


def test_a_row_with_a_thousand_cells_is_bounded_and_loses_nothing():
    svar = les(tabell(("", "Tiltak", "Frist"), ("1a", "Gjøre noe", "2025", *(f"x{nr}" for nr in range(1000)))))

    assert svar[0] == [("1a", "Gjøre noe", "2025", "")]
    assert all(f"x{nr} | " in svar[1][0][2] for nr in range(999))


def test_what_a_merged_cell_hides_is_pointed_out():
    over, under = celle("2025", flettet="restart"), celle("Kladd", flettet="continue")

    assert les(tabell(("", "Tiltak", "Frist"), ("1a", "Gjøre noe", over), ("1b", "Gjøre mer", under))) == (
        [("1a", "Gjøre noe", "2025", ""), ("1b", "Gjøre mer", "2025", "")],
        [(5, "skjult-tekst", "Teksten er skjult av den flettede ruta over, og ikke tatt med: «Kladd».")],
    )


def test_a_table_above_everything_is_no_chapter():
    versjoner = tabell(("Versjon", "Dato"), ("1.0", "7. mars"))

    dok = les_dokument(
        med_kropp(versjoner + p("1. Politikk") + tabell(("", "Tiltak", "Frist"), ("1a", "Noe", "2025")))
    )

    assert (dok.kapitler, [m.hva for m in dok.merknader]) == ((), ["uten-plass"])


def test_a_column_of_goals_stands_under_the_heading_that_is_right_above_it():
    maal = (("Mål", "Tiltak", "Frist"), ("1. Politikk", "Gjøre noe", "2025"), ("", "Gjøre mer", "2026"))

    dok = les_dokument(med_kropp(p("Innledning") + p("Vi vil.") + p("Mål og tiltak", "Heading1") + tabell(*maal)))

    assert [(k.slag, k.overskrift) for k in dok.kapitler] == [("innledning", "Innledning"), ("maal", "Mål og tiltak")]
    assert [(t.tekst, t.gjennomfoering) for t in dok.tiltak] == [("Gjøre noe", "2025"), ("Gjøre mer", "2026")]
