"""The lines of the file as they were read: line n of what is pointed out is line n here."""

import json

import pytest

from tests.conftest import PLANFIL
from tests.tiltak.dokument.word.planen import med_automatiske_numre, med_skrevne_numre, med_stiler
from tiltak.dokument import UlesbartDokument, les_dokument
from tiltak.dokument.kildelinjer import enhet, kildelinjer
from tiltak.dokument.planjson import til_json


def test_a_measure_and_a_slip_stand_on_the_line_that_they_name():
    innhold = PLANFIL.read_bytes()
    dok = les_dokument(innhold)

    slag, linjer = kildelinjer(innhold)

    assert slag == "tekst"
    assert linjer[dok.tiltak[0].linje - 1] == "\t".join(
        ["1a", *PLANFIL.read_text("utf-8").split("1a\t")[1].split("\n")[0].split("\t")]
    )
    assert [tiltak for tiltak in dok.tiltak if tiltak.tekst not in linjer[tiltak.linje - 1]] == []


def test_a_json_file_has_no_lines_that_anybody_reads():
    innhold = json.dumps(til_json(les_dokument(PLANFIL.read_bytes()))).encode()

    assert kildelinjer(innhold) == ("json", [])


@pytest.mark.parametrize("skriv", [med_stiler, med_skrevne_numre, med_automatiske_numre])
def test_a_word_file_is_counted_as_its_reader_counts_it(skriv):
    innhold = skriv(les_dokument(PLANFIL.read_bytes()))
    dok = les_dokument(innhold)

    slag, linjer = kildelinjer(innhold)

    assert (slag, enhet(slag)) == ("word", "avsnitt")
    assert len(dok.tiltak) == 49
    assert [tiltak for tiltak in dok.tiltak if tiltak.tekst not in linjer[tiltak.linje - 1].split("\t")] == []


def test_what_is_no_plan_file_is_refused_here_too():
    with pytest.raises(UlesbartDokument):
        kildelinjer(b"%PDF-1.7")
