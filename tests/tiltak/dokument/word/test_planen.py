"""The county party's own plan says the same as a Word file, in whatever shape, as it says in plain text."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tiltak.dokument.word.planen import med_automatiske_numre, med_skrevne_numre, med_stiler
from tiltak.dokument import Filslag, les_dokument

FIL = Path(__file__).parents[4] / "fixtures" / "arbeidsplan-2025-2028.txt"
SKRIVERE = [med_stiler, med_skrevne_numre, med_automatiske_numre]


@pytest.fixture(scope="module")
def fra_tekst():
    return les_dokument(FIL.read_bytes(), forstaatt=lambda frist: True)


def uten_steder(dok):
    """The document without its lines and margins, and of its remarks the kinds alone, since their texts name lines."""

    def flat(rader, **felt):
        return tuple(replace(rad, linje=0, **felt) for rad in rader)

    uten = {"margin": None, "margin_til": None}
    return replace(
        dok,
        filslag=Filslag.TEKST,
        tomme_linjer=(),
        innhold=flat(dok.innhold),
        kapitler=tuple(replace(k, avsnitt=avsnittene(k)) for k in flat(dok.kapitler, **uten)),
        periodemaal=flat(dok.periodemaal, **uten),
        maal=tuple(
            replace(m, motto_margin=None, avsnitt=avsnittene(m), tiltak=flat(m.tiltak)) for m in flat(dok.maal, **uten)
        ),
        aktivitetsplan=flat(dok.aktivitetsplan),
        merknader=tuple(merknad.hva for merknad in dok.merknader),
    )


def avsnittene(del_):
    return tuple(replace(ett, linje=0, margin_fra=None, margin_til=None) for ett in del_.avsnitt)


@pytest.fixture(scope="module")
def fra_libreoffice(fra_tekst, konverter_alle):
    """The plan in each shape, as LibreOffice has saved it."""
    return konverter_alle({f"{skriv.__name__}.docx": skriv(fra_tekst) for skriv in SKRIVERE}, "odt", "docx")


@pytest.mark.parametrize("skriv", SKRIVERE)
def test_the_plan_reads_the_same_from_word_as_from_text(fra_tekst, skriv):
    fra_word = les_dokument(skriv(fra_tekst), forstaatt=lambda frist: True)

    assert fra_word.filslag is Filslag.WORD
    assert uten_steder(fra_word) == uten_steder(fra_tekst)


@pytest.mark.parametrize("skriv", SKRIVERE)
def test_the_plan_reads_the_same_when_libreoffice_has_saved_it(fra_tekst, skriv, fra_libreoffice):
    lagret = fra_libreoffice[f"{skriv.__name__}.docx"]

    assert uten_steder(les_dokument(lagret, forstaatt=lambda frist: True)) == uten_steder(fra_tekst)


def test_its_slips_say_in_which_paragraph_they_stand(fra_tekst):
    fra_word = les_dokument(med_stiler(fra_tekst))

    assert [(m.linje, m.tekst) for m in fra_word.merknader if m.hva in ("kode-to-ganger", "innhold-avviker")] == [
        (8, "Innholdsfortegnelsen sier «Organisatorisk mål», men overskriften i avsnitt 61 er «Organisasjonsmål»."),
        (140, "Koden 2.3d står to ganger: først i avsnitt 139, så her."),
    ]
    assert [maal.linje for maal in fra_word.maal][:3] == [32, 40, 48]
