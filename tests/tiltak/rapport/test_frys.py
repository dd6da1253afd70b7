"""Tests of what is frozen of a report: the very same values come back, for as long as there are reports."""

import json
import types
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tiltak.rapport.eksempel import ALT, FIGURER
from tiltak.figurer import Figurer
from tiltak.models import Plan, Rapport
from tiltak.rapport.deler import Linje, Maaldel, Rapportinnhold, Tiltaksdel
from tiltak.rapport.frys import frosne_figurer, frys, tin
from tiltak.rapport.innhold import rapportinnhold

FORMAT_1 = Path(__file__).parent / "beretning_format_1.json"


def helt(slag):
    """Any value of a type: of a dataclass one with every field, also those that have a default."""
    if is_dataclass(slag):
        typer = get_type_hints(slag)
        return st.builds(slag, **{felt.name: helt(typer[felt.name]) for felt in fields(slag)})
    if get_origin(slag) is tuple:
        return st.lists(helt(get_args(slag)[0]), max_size=2).map(tuple)
    if get_origin(slag) in (types.UnionType, Union):
        return st.one_of(*map(helt, get_args(slag)))
    if issubclass(slag, Enum):
        return st.sampled_from(slag)
    if slag is datetime:
        soner = st.sampled_from([UTC, timezone(timedelta(hours=2))])
        return st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=soner)  # noqa: DTZ001
    return st.from_type(slag) if slag is not str else st.text(st.characters(exclude_categories=["Cs"]))


@given(helt(Rapportinnhold))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_a_report_says_comes_back_as_it_was(innhold):
    frosset = frys(innhold)

    assert tin(frosset) == innhold
    assert frys(tin(frosset)) == frosset
    assert frosne_figurer(frosset) == (innhold.fra, innhold.til, innhold.figurer)


def test_the_real_plans_report_comes_back_as_it_was(db):
    call_command("loaddata", "innlandet-2025-2028", verbosity=0)
    innhold = rapportinnhold(Rapport.for_aaret(2025), Plan.objects.get(), date(2026, 2, 1))

    assert tin(frys(innhold)) == innhold
    assert sum(len(maal.tiltak) for maal in tin(frys(innhold)).maal) == 49


def test_the_same_content_is_the_same_bytes_whatever_zone_its_time_is_told_in():
    oslo = replace(ALT, oppdatert=ALT.oppdatert.astimezone(ZoneInfo("Europe/Oslo")))

    assert frys(oslo) == frys(ALT)


def test_a_report_that_was_frozen_in_the_first_format_is_read_as_it_was_for_good():
    """The file is never made anew: it stands for every edition that has been issued."""
    frosset = FORMAT_1.read_text(encoding="utf-8")

    assert sha256(frosset.encode()).hexdigest() == SJEKKSUM
    assert tin(frosset) == ALT


SJEKKSUM = "e2cb691d901bfb3e0c5a9ab9a6f413163cf1097e0ebf31e3ad4378b742e8e5c5"

# A field without a default cannot be added: the editions that are issued do not have it.
UTEN_STANDARD = {
    "Rapportinnhold": "tittel organisasjon aar fra til moetedag moetested innledning plan antall_tiltak figurer maal "
    "ikke_gjort gjort_senere venter aktivitetene antall_avholdt er_foreloepig oppdatert",
    "Maaldel": "nummer overskrift motto nivaa anker figurer tiltak",
    "Tiltaksdel": "kode tekst gjennomfoering ansvarlig",
    "Linje": "etikett stilling",
    "Sak": "kode tekst linje",
    "Periodefigurer": "navn figurer",
    "Periodemaaldel": "tekst stand",
    "Periodedel": "navn",
    "Figurer": "tall",
    "Figur": "stilling navn antall prosent",
    "Aaret": "fra til i_dag rader",
    "Rad": "nr foerste siste naar tittel arrangoer",
    "Tekstblokk": "linjer",
    "Bit": "tekst",
}


def klassene(slag, funnet):
    """All the dataclasses that a type is made of, itself first."""
    if is_dataclass(slag) and slag not in funnet:
        funnet.append(slag)
        for under in get_type_hints(slag).values():
            klassene(under, funnet)
    for under in get_args(slag):
        klassene(under, funnet)
    return funnet


def test_every_field_that_is_new_has_a_default_that_older_reports_can_stand_with():
    assert {
        klasse.__name__: " ".join(
            felt.name for felt in fields(klasse) if felt.default is MISSING and felt.default_factory is MISSING
        )
        for klasse in klassene(Rapportinnhold, [])
    } == UTEN_STANDARD


def uten_og_med_mer(data, klasser):
    """The same with every field gone that has a default, and one that nobody knows in each part."""
    if isinstance(data, list):
        return [uten_og_med_mer(ett, klasser) for ett in data]
    if not isinstance(data, dict):
        return data
    (klasse,) = [ett for ett in klasser if set(data) == {felt.name for felt in fields(ett)}]
    paakrevd = UTEN_STANDARD[klasse.__name__].split()
    return {felt: uten_og_med_mer(data[felt], klasser) for felt in paakrevd} | {"fra_framtida": [1]}


def test_an_edition_from_before_a_field_and_one_from_after_are_read():
    data = json.loads(frys(ALT))
    data["beretning"] = uten_og_med_mer(data["beretning"], klassene(Rapportinnhold, []))

    tint = tin(json.dumps(data))

    assert (tint.tittel, tint.figurer, tint.avslutning, tint.aaret_foer) == (ALT.tittel, FIGURER, (), None)
    assert tint.maal[0] == Maaldel(
        "1",
        "Politisk mål",
        "Samling og lederskap",
        1,
        "mal-1",
        FIGURER,
        (Tiltaksdel("1a", "Møte folk", "Halvårlig", "AU"),),
    )


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "ikke json",
        "[]",
        "null",
        "{}",
        '{"format": 2, "beretning": {}}',
        '{"format": 1}',
        '{"format": 1, "beretning": {}}',
        '{"format": 1, "beretning": []}',
        frys(ALT).replace('"fra": "2025-01-01"', '"fra": "i fjor"'),
    ],
)
@pytest.mark.parametrize("les", [tin, frosne_figurer])
def test_what_is_no_frozen_report_is_refused(tekst, les):
    with pytest.raises(ValueError, match=r"."):
        les(tekst)


def test_a_word_for_how_it_stood_that_is_no_longer_in_use_stands_as_it_is():
    assert Linje("2025", "satt_paa_vent").status == "satt_paa_vent"


def test_the_names_and_shares_of_the_figures_are_those_that_were_frozen():
    data = json.loads(frys(replace(ALT, figurer=Figurer.av({"gjennomfoert": 1}))))
    data["beretning"]["figurer"]["tall"][0] |= {"navn": "Utført", "prosent": 99}

    foerste = tin(json.dumps(data)).figurer.tall[0]
    assert (foerste.navn, foerste.antall, foerste.prosent) == ("Utført", 1, 99)
