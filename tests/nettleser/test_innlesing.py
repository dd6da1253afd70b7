"""The secretary's way from a file to a plan in force: upload, look through, settle, confirm."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.conftest import PLANFIL
from tests.nettleser.axe_paa_siden import brudd
from tests.tiltak.dokument.word.planen import med_stiler
from tiltak.avklaring.telling import venter_i_planen
from tiltak.dokument import les_dokument
from tiltak.models import Plan, Status, Tiltak

# A plan for the years after the one in force, with a phrase that nobody can read.
NY = PLANFIL.read_text(encoding="utf-8").replace("2025-2028", "2029-2032").replace("Kontinuerlig", "Til rett tid", 1)


@pytest.fixture
def fil(tmp_path, mobil):
    """A Word file on the phone, plain text on the desktop."""
    sti = tmp_path / f"Arbeidsplan 2029-2032.{'docx' if mobil else 'txt'}"
    sti.write_bytes(med_stiler(les_dokument(NY.encode())) if mobil else NY.encode())
    return sti


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_a_document_becomes_a_plan_in_force(aapne, fil, js, mobil):
    side = aapne("/", som="sekretaer", js=js, mobil=mobil)
    side.get_by_role("link", name="Les inn en plan").click()
    side.get_by_label("Plandokumentet").set_input_files(fil)
    side.get_by_role("button", name="Les inn").click()

    # Look through what was found beside what was not.
    expect(side.get_by_role("heading", level=1)).to_have_text("Avklar: Arbeidsplan 2029-2032")
    expect(side.locator(".funn")).to_contain_text("48 av 49")
    sak = side.locator("#ikke_forstaatt .sak")
    expect(sak).to_contain_text("«Til rett tid»")
    expect(sak.locator(".kilde")).to_contain_text(re.compile(r"^(Avsnitt|Linje) \d+: 1.2a | Oppfølging av"))
    expect(sak.locator(".kilde")).to_contain_text("Avsnitt" if mobil else "Linje")
    plan = Plan.objects.get(status=Plan.Status.UTKAST)
    foer = venter_i_planen(plan).antall

    # Settle one thing of each kind.
    side.get_by_role("link", name="Sett fristen").click()
    tiltak = Tiltak.objects.get(maal__plan=plan, gjennomfoering="Til rett tid")
    side.get_by_label("Velg del av året og hvilke år").check()
    side.get_by_label("Når på året").select_option(label="Før, på eller etter et møte eller valg")
    side.get_by_label("Møtet eller valget").select_option(label="Landsmøtet")
    side.get_by_label("Når i forhold til det").select_option(label="Så lenge før")
    side.get_by_label("Hvor lenge").fill("3")
    side.get_by_label("Hvor lenge").blur()
    if not js:
        side.get_by_role("button", name="Vis terminene").click()
    expect(side.locator("#forslag tbody tr")).to_have_count(2)
    expect(side.locator("#forslag")).to_contain_text("3 uker før landsmøtet 2029")
    assert not tiltak.terminer.exists()
    side.get_by_role("button", name="Lagre").click()
    expect(side.locator(".meldinger")).to_contain_text("Lagret")

    igjen = sum(foer.values()) - 1
    for knapp, sagt in (
        ("Ja, slik skal den leses", "Bekreftet: "),
        ("Sett til Utgår", "Satt til Utgår: "),
        ("La den stå", "Avklart: Koden 2.3d"),
        ("Avklart", "Avklart: Innholdsfortegnelsen"),
    ):
        side.get_by_role("button", name=knapp).first.click()
        igjen -= 1
        expect(side.locator("#antall-alle")).to_have_text(str(igjen))
        expect(side.locator(".gjort" if js else ".meldinger").filter(has_text=sagt)).to_be_visible()
    assert venter_i_planen(plan).antall == {gruppe: antall - 1 for gruppe, antall in foer.items()}

    # Confirm, with the rest not settled yet.
    side.get_by_role("link", name="Bekreft planen").click()
    expect(side.locator("main")).to_contain_text("Dette er ikke avklart ennå.")
    side.get_by_label("Dagen planen ble vedtatt").fill("2029-02-24")
    side.get_by_role("button", name="Bekreft planen").click()
    expect(side.locator(".meldinger")).to_contain_text("«Arbeidsplan 2029-2032» er vedtatt.")
    plan.refresh_from_db()
    assert (plan.status, plan.vedtatt_dag) == (Plan.Status.VEDTATT, date(2029, 2, 24))
    assert [termin.etikett for termin in tiltak.terminer.all()] == [
        "3 uker før landsmøtet 2029",
        "3 uker før landsmøtet 2031",
    ]
    assert Plan.objects.get(fra=date(2025, 1, 1)).status == Plan.Status.VEDTATT

    # What was settled is still there, and can be taken back.
    side.goto(f"/plan/{plan.slug}/avklar/")
    side.get_by_text("Avklart: 4").click()
    side.get_by_role("button", name="Angre Utgår").click()
    expect(side.locator(".gjort" if js else ".meldinger").filter(has_text="Angret").first).to_be_visible()
    assert plan.maal.filter(tiltak__terminer__status=Status.UTGAAR).count() == 0


def test_a_file_that_cannot_be_read_is_told_by_the_field(aapne, tmp_path):
    pdf = tmp_path / "plan.txt"
    pdf.write_bytes(b"%PDF-1.7 og litt til")
    side = aapne("/plan/inn/", som="sekretaer", mobil=True)
    side.get_by_label("Plandokumentet").set_input_files(pdf)
    side.get_by_role("button", name="Les inn").click()

    expect(side.locator("#id_fil_error")).to_contain_text("PDF")
    assert Plan.objects.count() == 1


@pytest.mark.parametrize("maate", ["valg", "datoer"])
def test_every_way_of_choosing_a_deadline_keeps_the_rules_of_accessibility(aapne, demo, maate):
    side = aapne(f"/tiltak/{Tiltak.objects.first().pk}/frist/", som="sekretaer", mobil=True, bypass_csp=True)
    side.locator(f"[name=maate][value={maate}]").check()
    with side.expect_navigation():
        side.get_by_role("button", name="Vis terminene").click()

    assert brudd(side) == []
