"""The papers in docs/ are true: every setting, command, address, file and heading that they name is there."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.urls import Resolver404, resolve

from arbeidsplan.models import Hendelse

ROT = Path(__file__).parent.parent
PAPIRER = sorted((ROT / "docs").glob("*.md"))
FYLLES_UT = [papir for papir in PAPIRER if papir.name != "README.md"]


def i_kode(papir):
    """What stands between grave accents."""
    return re.findall(r"`([^`\n]+)`", papir.read_text("utf-8"))


def er_adresse(sti):
    try:
        resolve(sti.replace("…", "x"))
    except Resolver404:
        return False
    return True


def ankere(tekst):
    """The marks of the headings, as GitHub makes them."""
    overskrifter = re.findall(r"^#+ (.+)$", tekst, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", overskrift.lower()).replace(" ", "-") for overskrift in overskrifter}


def ukjente(papir):
    miljoe = "".join((ROT / "arbeidsplan" / f"{navn}.py").read_text("utf-8") for navn in ("settings", "miljoe"))
    for kode in i_kode(papir):
        if kommando := re.fullmatch(r"manage\.py (\w+).*", kode):
            if kommando[1] not in get_commands():
                yield kommando[1]
        elif re.fullmatch(r"[A-Z][A-Z_]{3,}", kode):
            if not hasattr(settings, kode) and f'"{kode}"' not in miljoe:
                yield kode
        elif kode.startswith("/"):
            if not er_adresse(kode):
                yield kode
        elif re.fullmatch(r"[\w/]+\.\w+", kode) and not (ROT / kode).exists():
            yield kode


@pytest.mark.parametrize("papir", PAPIRER, ids=lambda papir: papir.name)
def test_what_a_paper_names_is_there(papir):
    assert set(ukjente(papir)) == set()


def test_the_test_itself_sees_what_is_not_there(tmp_path):
    papir = tmp_path / "feil.md"
    papir.write_text("`OPPBEVAR_TULL` `manage.py tull FIL` `/tull/` `tests/tull.py` `/spor/` `SECRET_KEY` `/admin/`")

    assert list(ukjente(papir)) == ["OPPBEVAR_TULL", "tull", "/tull/", "tests/tull.py"]


@pytest.mark.parametrize("papir", PAPIRER, ids=lambda papir: papir.name)
def test_the_days_that_a_paper_tells_are_those_that_are_set(papir):
    sagt = re.findall(r"`(OPPBEVAR_\w+)` \((\d+) dager\)", papir.read_text("utf-8"))

    assert [(navn, dager) for navn, dager in sagt if getattr(settings, navn, int(dager)) != int(dager)] == []


def test_the_record_tells_for_how_long_of_every_setting():
    satt = {navn for navn in dir(settings) if navn.startswith("OPPBEVAR_")}

    assert satt
    assert satt - set(i_kode(ROT / "docs" / "behandlingsprotokoll.md")) == set()


@pytest.mark.parametrize("papir", PAPIRER, ids=lambda papir: papir.name)
def test_links_between_the_papers_lead_somewhere(papir):
    lenker = [lenke for lenke in re.findall(r"\]\(([^)]+)\)", papir.read_text("utf-8")) if "://" not in lenke]
    brutte = []
    for lenke in lenker:
        fil, _, anker = lenke.partition("#")
        maalet = papir.parent / fil if fil else papir
        if not maalet.is_file() or (anker and anker not in ankere(maalet.read_text("utf-8"))):
            brutte.append(lenke)

    assert brutte == []


def test_the_index_leads_to_every_paper():
    indeks = (ROT / "docs" / "README.md").read_text("utf-8")

    assert [papir.name for papir in FYLLES_UT if f"({papir.name})" not in indeks] == []


@pytest.mark.parametrize("papir", FYLLES_UT, ids=lambda papir: papir.name)
def test_what_is_to_be_filled_in_is_marked(papir):
    assert "[FYLL INN" in papir.read_text("utf-8")


def test_what_to_look_for_in_the_trail_is_called_what_it_is_called_there():
    tekst = (ROT / "docs" / "avvik.md").read_text("utf-8").partition("Se på `/spor/`")[2].partition("##")[0]
    sett_etter = set(re.findall(r"\*\*([^*]+)\*\*", tekst))

    assert len(sett_etter) > 8
    assert sett_etter - set(Hendelse.labels) == set()
