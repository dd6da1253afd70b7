"""What is stored about people: openly, about me, as a file, and gone."""

import json

import pytest
from playwright.sync_api import expect

from arbeidsplan.models import Bruker, Sletting
from arbeidsplan.roller import Rolle


@pytest.fixture
def styremedlemmet(demo):
    """The one that `aapne(som="styremedlem")` logs in."""
    return next(en for en in Bruker.objects.order_by("pk") if en.har_rolle(Rolle.STYREMEDLEM))


def test_anybody_finds_the_page_at_the_foot_and_is_given_no_cookie(aapne):
    side = aapne("/", mobil=True)
    side.get_by_role("link", name="Personvern").press("Enter")

    expect(side.get_by_role("heading", level=1)).to_have_text("Personvern")
    expect(side.get_by_role("link", name="Datatilsynet")).to_be_visible()
    assert side.context.cookies() == []


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten"])
def test_one_corrects_ones_name_takes_the_file_along_and_is_gone(aapne, styremedlemmet, js):
    side = aapne("/konto/mine-data/", som="styremedlem", mobil=True, js=js)
    side.get_by_label("Navn").fill("Bodil Ny")
    side.get_by_role("button", name="Lagre").press("Enter")
    expect(side.get_by_text("Lagret.", exact=True)).to_be_visible()
    expect(side.locator(".hvem")).to_have_text("Bodil Ny")

    side.locator("summary", has_text="Statuser").press("Enter")
    lenke = side.locator("details[open]", has_text="Statuser").get_by_role("link", name="Se det der det står").first
    expect(lenke).to_be_visible()

    with side.expect_download() as lastes_ned:
        side.get_by_role("button", name="Last ned mine data").press("Enter")
    assert lastes_ned.value.suggested_filename == "mine-data.json"
    fil = json.loads(lastes_ned.value.path().read_text())
    assert fil["Innhold"]["Personen"][0]["Navn"] == "Bodil Ny"

    side.get_by_role("link", name="Se hva som blir borte, og hva som blir stående").press("Enter")
    expect(side.get_by_role("heading", name="Dette blir stående, uten navn")).to_be_visible()
    side.get_by_role("checkbox", name="Ja, slett meg for godt").press("Space")
    side.get_by_role("button", name="Slett for godt").press("Enter")
    # A browser that was left open is not enough.
    side.get_by_label("Passord").fill("arbeidsplan-demo")
    side.get_by_role("button", name="Fortsett").press("Enter")
    expect(side.get_by_role("heading", level=1)).to_have_text("Du er slettet")
    expect(side.get_by_role("link", name="Logg inn")).to_be_visible()
    assert Sletting.objects.get().merke == styremedlemmet.merke
    assert not Bruker.objects.filter(pk=styremedlemmet.pk).exists()


def test_the_secretary_erases_somebody_and_the_log_says_a_former_user(aapne, styremedlemmet):
    tiltak = styremedlemmet.foelger_opp.filter(terminer__logg__av=styremedlemmet).first()
    side = aapne(f"/personer/{styremedlemmet.pk}/slett/", som="sekretaer")
    expect(side.get_by_role("heading", level=1)).to_have_text(f"Slett {styremedlemmet}")
    side.get_by_role("button", name="Slett for godt").press("Enter")  # the browser asks for the cross itself
    expect(side.get_by_role("heading", level=1)).to_have_text(f"Slett {styremedlemmet}")
    side.get_by_role("checkbox", name=f"Ja, slett {styremedlemmet} for godt").press("Space")
    side.get_by_role("button", name="Slett for godt").press("Enter")
    expect(side.get_by_text("Personen er slettet.")).to_be_visible()

    side.goto(tiltak.get_absolute_url())
    expect(side.get_by_text("En tidligere bruker").first).to_be_visible()
    expect(side.get_by_text(str(styremedlemmet))).to_have_count(0)
