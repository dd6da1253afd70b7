"""A file becomes a draft with its source beside it; a draft is thrown away, but never what was reported."""

import json
from hashlib import sha256

import pytest

from tests.conftest import PLANFIL
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.dokument import UlesbartDokument, les_dokument
from tiltak.dokument.planjson import til_json
from tiltak.innlesing import KanIkkeForkastes, forkast, les_fra_fil, les_inn, lest_inn_foer, rent_filnavn, sett_utgave
from tiltak.models import Kildedokument, Maal, Merknad, Plan, Status, Statusendring

PLANEN = PLANFIL.read_bytes()


@pytest.fixture
def utkast(db):
    return lag_plan("utkast", status=Plan.Status.UTKAST)


@pytest.fixture
def utkasttiltak(utkast):
    return lag_tiltak(Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Mål"), "1a")


def test_the_file_is_kept_line_by_line_beside_the_draft(db):
    plan = les_inn(PLANEN, "C:\\Dokumenter\\Arbeidsplan\u202e 2025.txt")

    kilde = plan.kilde
    assert (plan.status, plan.revisjon_av) == (Plan.Status.UTKAST, None)
    assert (kilde.filnavn, kilde.slag, kilde.sha256) == (
        "Arbeidsplan 2025.txt",
        "tekst",
        sha256(PLANEN).hexdigest(),
    )
    assert "2.3d står to ganger" in Merknad.objects.get(plan=plan, hva="kode-to-ganger").tekst
    assert kilde.linjer[300].startswith("2.3d\t")


def test_the_apps_own_json_gives_the_same_plan(db):
    innhold = json.dumps(til_json(les_dokument(PLANEN))).encode()

    plan = les_inn(innhold, "plan.json", revisjon_av=lag_plan())

    assert (plan.maal.count(), plan.kilde.slag, plan.revisjon_av.slug) == (15, "json", "arbeidsplan-2025-2028")
    assert til_json(les_fra_fil(innhold)) == til_json(les_dokument(PLANEN))


def test_a_file_that_cannot_be_read_stores_nothing(db):
    with pytest.raises(UlesbartDokument):
        les_inn(b"%PDF-1.7", "plan.pdf")

    assert (Plan.objects.count(), Kildedokument.objects.count()) == (0, 0)


def test_the_very_same_file_is_known_again(db):
    plan = les_inn(PLANEN, "plan.txt")

    assert (lest_inn_foer(PLANEN), lest_inn_foer(PLANEN + b"\n")) == (plan, None)


@pytest.mark.parametrize(
    ("navn", "rent"),
    [
        ("/etc/passwd", "passwd"),
        ("plan\x00\r\n2026.docx", "plan 2026.docx"),
        ("æ" * 300 + ".docx", "æ" * 195 + ".docx"),
        ("", ""),
    ],
)
def test_a_file_name_is_a_name_on_one_line_and_no_path(navn, rent):
    assert rent_filnavn(navn) == rent


def test_a_whole_plan_is_thrown_away(db):
    forkast(les_inn(PLANEN, "plan.txt"))

    assert (Plan.objects.count(), Maal.objects.count(), Merknad.objects.count()) == (0, 0, 0)


def test_a_draft_goes_with_all_that_was_settled_in_it(utkasttiltak, sekretaer):
    utenfor = lag_termin(utkasttiltak, "2024", utenfor=True)
    utenfor.sett_status(Status.UTGAAR, av=sekretaer, versjon=1, merknad="Før perioden")

    forkast(utkasttiltak.maal.plan)

    assert (Plan.objects.count(), Statusendring.objects.count()) == (0, 0)


def test_what_somebody_reported_is_not_thrown_away(utkasttiltak, sekretaer):
    lag_termin(utkasttiltak).sett_status(Status.GJENNOMFOERT, av=sekretaer, versjon=1)

    with pytest.raises(KanIkkeForkastes):
        forkast(utkasttiltak.maal.plan)

    assert (Plan.objects.count(), Statusendring.objects.count()) == (1, 1)


@pytest.mark.parametrize("status", [Plan.Status.VEDTATT, Plan.Status.AVLOEST])
def test_an_adopted_plan_is_not_thrown_away(utkast, status):
    Plan.objects.update(status=status)

    with pytest.raises(KanIkkeForkastes):
        forkast(utkast)

    assert Plan.objects.count() == 1


def test_a_draft_is_a_new_version_of_a_plan_or_one_of_its_own(utkast):
    plan = lag_plan()

    for revisjon_av in (plan, None):
        sett_utgave(utkast, revisjon_av)

        utkast.refresh_from_db()
        assert utkast.revisjon_av == revisjon_av


def test_two_who_read_in_a_plan_in_the_same_moment_get_one_plan_and_one_sentence(db, monkeypatch):
    les_inn(PLANEN, "plan.txt")
    monkeypatch.setattr("tiltak.importering.ledig_slug", lambda tittel: "arbeidsplan-2025-2028")

    with pytest.raises(UlesbartDokument) as unntak:
        les_inn(PLANEN, "plan.txt")

    assert unntak.value.setning == "Noen andre leste inn en plan i samme øyeblikk. Prøv igjen."
    assert Plan.objects.count() == 1


def test_no_plan_takes_the_name_of_an_address(db):
    data = til_json(les_dokument(PLANEN)) | {"tittel": "Inn"}

    plan = les_inn(json.dumps(data).encode(), "plan.json")

    assert plan.slug == "inn-2"
