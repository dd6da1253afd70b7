"""What goes out comes in again unchanged: as Word, also after LibreOffice has saved it, as JSON, and as sheets."""

import json
from datetime import date

import pytest
from hypothesis import given, settings

from tests.conftest import PLANFIL
from tests.tiltak.uttak.planer import (
    BAKVENDT,
    DOBLE_KODER,
    LINJESKIFT,
    NYNORSK,
    SEKS_TRINN,
    STYGG,
    STYGGE,
    UTEN_KODER,
    innholdet,
    planer,
    stygg,
)
from tiltak.dokument import les_dokument
from tiltak.dokument.planjson import til_json
from tiltak.uttak.regneark import lag_csv, lag_xlsx
from tiltak.uttak.regneark_inn import les_tiltaksark
from tiltak.uttak.word import lag_word

PLANEN = les_dokument(PLANFIL.read_bytes())
PLANENE = {
    "planen": PLANEN,
    "nynorsk": NYNORSK,
    "seks trinn": SEKS_TRINN,
    "uten koder": UTEN_KODER,
    "doble koder": DOBLE_KODER,
    "linjeskift": LINJESKIFT,
    "bakvendt": BAKVENDT,
    "stygg": STYGG,
}
hver_plan = pytest.mark.parametrize("dok", PLANENE.values(), ids=PLANENE)


def som_word(dok):
    return lag_word(dok, dag=date(2025, 3, 1), topptekst=dok.tittel)


def som_json(dok):
    return json.dumps(til_json(dok), ensure_ascii=False).encode()


def som_bok(dok):
    return lag_xlsx(dok, dag=date(2025, 3, 1))


@hver_plan
def test_a_plan_comes_in_again_from_word(dok):
    assert innholdet(les_dokument(som_word(dok))) == innholdet(dok)


# LibreOffice writes "_x0041_" as "_x005F_x0041_", which Word shows as it stands.
FOR_LIBREOFFICE = PLANENE | {"stygg": stygg([tekst for tekst in STYGGE if "_x0041_" not in tekst])}


@pytest.fixture(scope="module")
def fra_libreoffice(konverter_alle):
    """Each plan as a Word file that LibreOffice has saved."""
    return konverter_alle({f"{navn}.docx": som_word(dok) for navn, dok in FOR_LIBREOFFICE.items()}, "docx")


@pytest.mark.parametrize("navn", FOR_LIBREOFFICE)
def test_a_plan_comes_in_again_from_word_after_libreoffice_has_saved_it(navn, fra_libreoffice):
    dok, lagret = FOR_LIBREOFFICE[navn], fra_libreoffice[f"{navn}.docx"]

    assert innholdet(les_dokument(lagret)) == innholdet(dok)


@hver_plan
def test_a_plan_comes_in_again_from_json(dok):
    assert innholdet(les_dokument(som_json(dok))) == innholdet(dok)


@hver_plan
@pytest.mark.parametrize("som_ark", [som_bok, lag_csv])
def test_the_measures_come_in_again_from_a_sheet(dok, som_ark):
    assert innholdet(les_tiltaksark(som_ark(dok), dok)) == innholdet(dok)


@settings(max_examples=60)
@given(planer)
def test_any_plan_comes_in_again_from_word(dok):
    assert innholdet(les_dokument(som_word(dok))) == innholdet(dok)


@settings(max_examples=60)
@given(planer)
def test_any_plan_comes_in_again_from_json(dok):
    assert innholdet(les_dokument(som_json(dok))) == innholdet(dok)


@settings(max_examples=60)
@given(planer)
def test_the_measures_of_any_plan_come_in_again_from_sheets(dok):
    lest = [innholdet(les_tiltaksark(ark, dok)) for ark in (som_bok(dok), lag_csv(dok))]

    assert lest == [innholdet(dok)] * 2


def test_the_plan_has_the_same_slips_when_it_comes_in_again():
    slag = [merknad.hva for merknad in les_dokument(som_word(PLANEN)).merknader]

    # Its own contents page was wrong about a heading; the one that goes out is made from the headings.
    assert slag == [merknad.hva for merknad in PLANEN.merknader if merknad.hva != "innhold-avviker"]
