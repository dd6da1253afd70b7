"""A plan as JSON: what goes out comes in again unchanged, and anything else is refused with one sentence."""

import json

import pytest

from tests.conftest import PLANFIL
from tiltak.dokument import MAKS_BYTES_TEKST, UlesbartDokument, les_dokument
from tiltak.dokument.planjson import FORMAT, KAPITLER, fra_json, les_planjson, til_json


@pytest.fixture(scope="module")
def planen():
    return les_dokument(PLANFIL.read_bytes())


def som_fil(data):
    return json.dumps(data, ensure_ascii=False).encode()


def gyldig(**endret):
    return {"format": FORMAT, "tittel": "Plan", "fra": "2025-01-01", "til": "2028-12-31"} | endret


def test_the_real_plan_comes_in_again_unchanged(planen):
    ut = til_json(planen)

    assert til_json(les_planjson(som_fil(ut))) == ut
    assert [ett.tiltak[0].tekst for ett in fra_json(ut).maal if ett.tiltak] == [
        ett.tiltak[0].tekst for ett in planen.maal if ett.tiltak
    ]


def test_the_smallest_plan_is_read():
    assert til_json(fra_json(gyldig())) == gyldig(
        organisasjon="",
        undertittel="",
        kapitler=[],
        periodemaal=[],
        maal=[],
        aktivitetsplan=[],
        tomme_linjer=[],
    )


def test_every_text_is_cleaned_on_its_way_in():
    dok = fra_json(gyldig(tittel=" Plan\u202e\0 2025 ", maal=[{"tiltak": [{"tekst": "Gjøre\x07\r\nnoe"}]}]))

    assert (dok.tittel, dok.maal[0].tiltak[0].tekst) == ("Plan 2025", "Gjøre\nnoe")


@pytest.mark.parametrize(
    ("data", "setning"),
    [
        ([], "Filen er JSON, men ingen plan herfra: planen er ikke et objekt."),
        ({}, f"Filen er JSON, men ingen plan herfra: «format» er ikke «{FORMAT}». Velg en annen fil."),
        (gyldig(tittel=7), "Filen er JSON, men ingen hel plan: «tittel» i planen er ikke tekst."),
        (gyldig(tittel=" "), "Planen i filen har ingen tittel. Skriv den i «tittel», og prøv igjen."),
        (gyldig(fra="i fjor"), "Filen er JSON, men ingen hel plan: «fra» i planen er ingen dato."),
        (gyldig(til="2024-12-31"), "Perioden i filen slutter før den begynner. Rett «fra» og «til», og prøv igjen."),
        (gyldig(maal="alle"), "Filen er JSON, men ingen hel plan: «maal» i planen er ikke en liste."),
        (gyldig(maal=[{}, 3]), "Filen er JSON, men ingen plan herfra: maal nr. 2 er ikke et objekt."),
        (
            gyldig(maal=[{"margin": 10**9}]),
            "Filen er JSON, men ingen hel plan: «margin» i maal nr. 1 er ikke et helt tall.",
        ),
        (
            gyldig(kapitler=[{"slag": "forord"}]),
            "Filen er JSON, men ingen hel plan: «slag» i kapitler nr. 1 må være en av: " + ", ".join(KAPITLER) + ".",
        ),
        (
            gyldig(kapitler=[{"slag": "visjon", "avsnitt": [{"punkt": "ja"}]}]),
            "Filen er JSON, men ingen hel plan: «punkt» i avsnitt nr. 1 er verken true eller false.",
        ),
    ],
)
def test_what_is_no_plan_is_refused_with_a_sentence(data, setning):
    with pytest.raises(UlesbartDokument) as feil:
        les_planjson(som_fil(data))

    assert feil.value.setning == setning


@pytest.mark.parametrize("innhold", [b"{", b"\xff{}", b'{"format": ', b"[" * 100_000])
def test_what_is_no_json_is_refused(innhold):
    with pytest.raises(UlesbartDokument):
        les_planjson(innhold)


def test_les_dokument_takes_it_too_and_finds_the_slips_anew(planen):
    lest = les_dokument(som_fil(til_json(planen)), lambda frase: frase != "2025")

    i_filen = {"innhold-avviker"}  # the contents page is one file's alone
    assert sorted({merknad.hva for merknad in lest.merknader} - {"ikke-forstaatt"}) == sorted(
        {merknad.hva for merknad in planen.merknader} - i_filen
    )
    assert "ikke-forstaatt" in {merknad.hva for merknad in lest.merknader}
    assert [ett.tekst for ett in lest.merknader if ett.hva == "kode-to-ganger"] == [
        "Koden 2.3d står to ganger: først lenger opp, så her."
    ]


@pytest.mark.parametrize("nummer", ["A", "1.b", "1..2", "", "9" * 5000, "١"])
def test_a_goal_may_have_any_number_in_it(nummer):
    dok = les_dokument(som_fil(gyldig(maal=[{"nummer": "1"}, {"nummer": nummer}])))

    assert [maal.nummer for maal in dok.maal] == ["1", nummer]


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(UlesbartDokument) as feil:
        les_dokument(b"{" + b" " * MAKS_BYTES_TEKST)

    assert feil.value.setning == "Filen er på over 5 MB. Velg selve plandokumentet."
