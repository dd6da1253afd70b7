"""A plan as JSON: what goes out comes in again unchanged, and anything else is refused with one sentence."""

import json

import pytest

from tests.conftest import PLANFIL
from tiltak.dokument import UlesbartDokument, les_dokument
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
