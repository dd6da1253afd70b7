"""The secretary takes a revised document in: looks at what differs, parts and joins, and works it into the plan."""

import pytest
from playwright.sync_api import expect

from tests.nettleser.axe_paa_siden import brudd
from tests.tiltak.dokument.word.planen import med_stiler
from tests.tiltak.revisjon.conftest import REVISJONEN, revidert, revidert_tekst, tiltaket
from tests.tiltak.revisjon.test_kobling import NY_ORDLYD
from tiltak.importering import importer
from tiltak.models import Plan, Planutgave, Termin, Tiltak

REVISJON = (*REVISJONEN, NY_ORDLYD)


def meldt(plan):
    """What was reported, by measure: its key, and its termin's key and status."""
    terminer = Termin.objects.filter(tiltak__maal__plan=plan, endret__isnull=False, utenfor=False)
    return set(terminer.values_list("tiltak", "noekkel", "status"))


@pytest.fixture
def fil(tmp_path, mobil):
    """A Word file on the phone, plain text on the desktop."""
    sti = tmp_path / f"revidert plan.{'docx' if mobil else 'txt'}"
    sti.write_bytes(med_stiler(revidert(*REVISJON)) if mobil else revidert_tekst(*REVISJON).encode())
    return sti


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_a_revised_plan_is_uploaded_looked_over_parted_joined_and_worked_in(aapne, demo, fil, mobil, js):
    plan = Plan.objects.get(status="vedtatt")
    foer, workshoper, bidra = meldt(plan), tiltaket(plan, "Workshoper"), tiltaket(plan, "Bidra i aksjoner")
    side = aapne("/plan/inn/", som="sekretaer", mobil=mobil, js=js)
    side.get_by_label("Plandokumentet").set_input_files(fil)
    side.get_by_label("Er dette en ny utgave av en plan?").select_option(label=str(plan))
    side.get_by_role("button", name="Les inn").click()
    expect(side.get_by_role("heading", level=1)).to_have_text("Ny utgave av Arbeidsplan 2025-2028")
    expect(side.get_by_role("heading", name="Er dette det samme? 1 spørsmål")).to_be_visible()

    side.get_by_role("button", name="Ja, det er det samme tiltaket (1.3a)").click()
    expect(side.get_by_role("heading", name="Er dette det samme?")).to_have_count(0)
    nytt = side.get_by_role("button", name="Dette er et nytt tiltak (1.1c)")
    nytt.click()
    expect(nytt).to_have_count(0)
    ny = Tiltak.objects.get(maal__plan__revisjon_av=plan, tekst__startswith="Workshops")
    rad = side.locator(f"#tiltak-{ny.pk}")
    if js:
        expect(rad).to_be_focused()
    rad.get_by_label("Dette er").select_option(value=str(bidra.pk))
    rad.get_by_role("button", name="Koble 1.1c").click()
    expect(rad).to_contain_text("Koblet: det nye fører det gamle videre.")

    side.get_by_label("Når ble det vedtatt?").fill("2026-02-28")
    side.get_by_role("button", name="Ta den inn i planen").click()
    expect(side.get_by_role("heading", level=1)).to_have_text("Arbeidsplan 2025-2028")
    expect(side.locator("main")).to_contain_text("Klima og natur")
    assert (Plan.objects.count(), Planutgave.objects.latest("pk").grunn) == (1, f"Revidert plan, {fil.name}")
    assert Tiltak.objects.get(pk=bidra.pk).tekst.startswith("Workshops")
    assert (Tiltak.objects.get(pk=workshoper.pk).utgaatt.isoformat(), workshoper.kode) == ("2026-02-28", "1.1b")
    assert {ett for ett in foer if ett[1].startswith("2025")} <= meldt(plan)


@pytest.mark.parametrize(("mobil", "farger"), [(True, "light"), (False, "dark")], ids=["telefon lys", "skjerm mørk"])
def test_the_comparison_breaks_no_rule_that_axe_knows(aapne, demo, mobil, farger):
    utkast = importer(revidert(*REVISJON), revisjon_av=Plan.objects.get(status="vedtatt"))
    side = aapne("/healthz", som="sekretaer", mobil=mobil, bypass_csp=True, color_scheme=farger)
    side.goto(f"/plan/{utkast.slug}/sammenlikn/")
    for sted in side.locator("summary").all():
        sted.click()
    side.feil[:] = [feil for feil in side.feil if "404" not in feil]  # /healthz has no icon

    assert brudd(side) == []
    assert side.evaluate("document.documentElement.scrollWidth <= innerWidth")
