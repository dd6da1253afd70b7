"""The secretary's job: keep the calendar and the plan, write the report and print it."""

import re
from datetime import timedelta
from io import BytesIO

import pdfplumber
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet
from tiltak.models import Rapport


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
def test_an_activity_is_made_published_changed_and_cancelled(aapne, js):
    dag = timezone.localdate() + timedelta(days=10)
    side = aapne("/hva-skjer/ny/", som="sekretaer", js=js)
    side.get_by_label("Tittel").fill("Åpent møte om <jernbane> & buss")
    side.get_by_label("Arrangør").select_option(label="Innlandet SV")
    side.get_by_label("Første dag").fill(dag.isoformat())
    side.get_by_label("Fra kl.").fill("18:00")
    side.get_by_label("Sted", exact=True).fill("Folkets Hus")
    side.get_by_role("button", name="Publiser").click()
    expect(side.get_by_role("heading", level=1)).to_contain_text("Åpent møte om <jernbane> & buss")

    medlem = aapne("/hva-skjer/", js=js, mobil=True)
    expect(medlem.locator("main")).to_contain_text("Åpent møte om <jernbane> & buss")

    side.get_by_role("link", name="Rediger", exact=True).last.click()
    side.get_by_label("Sted", exact=True).fill("Biblioteket")
    side.get_by_role("button", name="Lagre", exact=True).click()
    expect(side.locator("main")).to_contain_text("Biblioteket")

    side.get_by_role("link", name="Rediger", exact=True).last.click()
    with side.expect_navigation():
        side.get_by_role("button", name="Avlys").click()
    aktivitet = Aktivitet.objects.get(tittel="Åpent møte om <jernbane> & buss")
    medlem.goto(aktivitet.get_absolute_url())
    expect(medlem.locator("main")).to_contain_text("Avlyst")


def test_the_report_is_written_and_printed(aapne, demo):
    i_aar = timezone.localdate().year
    side = aapne(f"/rapport/{i_aar}/", som="sekretaer")
    side.get_by_label("Innledning", exact=True).fill("Et år med <mye> arbeid & glede.")
    side.get_by_role("button", name="Lagre tekstene").click()
    expect(side.locator("#sted-innledning").get_by_role("status")).to_contain_text("Lagret kl.")
    side.get_by_text("Tittel, dager og årsmøte").click()
    side.get_by_label("Årsmøtets sted").fill("Hamar")
    side.locator("#rapportskjema").get_by_role("button", name="Lagre").click()
    expect(side.locator(".meldinger")).to_have_text("Beretningen er lagret.")
    rapport = Rapport.objects.get(aar=i_aar)
    assert (rapport.moetested, rapport.tekster.get(sted="innledning").tekst) == (
        "Hamar",
        "Et år med <mye> arbeid & glede.",
    )

    svar = side.request.get(f"{demo}/rapport/{i_aar}/arsrapport.pdf", timeout=60_000)
    assert svar.headers["content-type"] == "application/pdf"
    with pdfplumber.open(BytesIO(svar.body())) as pdf:
        tekst = "\n".join(side.extract_text() for side in pdf.pages[:4])
    assert "Et år med <mye> arbeid & glede." in tekst
    assert "Utkast" in tekst


def test_the_plan_is_found_from_the_editing_site_and_changed_on_its_own_pages(aapne, demo):
    side = aapne("/admin/", som="sekretaer")
    side.locator("#planene").get_by_role("link", name="Arbeidsplan 2025-2028").click()
    rad = side.locator(".plandel.tiltak", has_text=re.compile(r"^\s*(Lagret\.)?\s*2\.2d\b"))
    rad.get_by_role("link", name="Endre Tiltak 2.2d").click()
    side.get_by_label("Ansvarlig").fill("AU")
    side.get_by_role("button", name="Lagre").click()
    expect(side.locator("form.planskjema")).to_contain_text("Skriv hvorfor ordlyden endres.")

    side.get_by_label("Fylkesstyret", exact=True).check()
    side.get_by_label("Hvorfor?").fill("Styret har fordelt oppgavene.")
    side.get_by_role("button", name="Lagre").click()
    expect(rad).to_contain_text("AU")
