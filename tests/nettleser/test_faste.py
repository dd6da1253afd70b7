"""The secretary makes a new year's calendar: from the pattern and from last year, dates it, and publishes it."""

from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet, FastAktivitet, Lag

from .axe_paa_siden import SMAL, brudd

AAR = timezone.localdate().year + 1
MAANEDEN = {3: date(AAR, 3, 13), 5: date(AAR, 5, 8), 10: date(AAR, 10, 16)}


@pytest.fixture
def nytt_aar(demo):
    """A year that nobody has begun on: three lines of the pattern, and two things from the year before."""
    fylkeslag = Lag.objects.get(type=Lag.Type.FYLKESLAG)
    Aktivitet.objects.filter(lag=fylkeslag).delete()
    FastAktivitet.objects.all().delete()
    for maaned in MAANEDEN:
        FastAktivitet.objects.create(maaned=maaned, tittel=f"Fast <{maaned}> & åpen", type="samling")
    FastAktivitet.objects.create(maaned=11, tittel="Uten dato", type="samling")
    for maaned in (6, 9):
        Aktivitet.objects.create(
            tittel=f"Kurs {maaned}",
            type="skolering",
            lag=fylkeslag,
            presisjon="dag",
            foerste_dag=date(AAR - 1, maaned, 10),
            siste_dag=date(AAR - 1, maaned, 10),
            sted="Folkets Hus",
            publisert=timezone.now(),
        )
    return f"/hva-skjer/faste/{AAR}/"


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_the_secretary_makes_the_years_calendar(aapne, nytt_aar, js, mobil):
    side = aapne(nytt_aar, som="sekretaer", js=js, mobil=mobil)
    side.get_by_role("button", name="Lag utkast for alle som mangler (4)").click()
    expect(side.locator("#oversikt")).to_contain_text("4 mangler dato.")

    for maaned, dag in MAANEDEN.items():
        rad = side.locator(".aarsrad", has_text=f"Fast <{maaned}> & åpen")
        rad.get_by_text("Sett dato").click()
        rad.get_by_label("Dag", exact=True).fill(dag.isoformat())
        rad.get_by_label("Sted").fill("Torget")
        rad.get_by_role("button", name="Lagre", exact=False).first.click()
        expect(rad).to_contain_text("Torget")
        expect(rad).not_to_contain_text("Mangler dato")
    expect(side.locator("#oversikt")).to_contain_text("1 mangler dato.")

    side.get_by_role("link", name=f"Kopier fra {AAR - 1}").click()
    for maaned in (6, 9):
        side.get_by_label(f"Kurs {maaned}").check()
    side.get_by_role("button", name="Se over").click()
    expect(side.locator("main")).to_contain_text("Ingenting er lagret ennå.")
    side.get_by_role("button", name="Lag 2 utkast").click()
    expect(side.get_by_role("heading", level=1)).to_have_text("2 utkast er laget")
    side.get_by_role("link", name=f"Året {AAR}").click()

    for maaned in (6, 9):
        side.get_by_label(f"Merk Kurs {maaned} for publisering").check()
    side.get_by_role("button", name="Publiser de merkede").click()
    expect(side.locator(".meldinger")).to_contain_text("2 er publisert.")
    side.get_by_role("button", name="Publiser alle faste med dato (3)").click()
    expect(side.locator(".meldinger")).to_contain_text("3 er publisert.")

    side.get_by_role("link", name="Mangler dato (1)").click()
    expect(side.locator(".aarsrad")).to_have_count(1)
    expect(side.locator(".aarsrad")).to_contain_text("Uten dato")
    fylkeslagets = Aktivitet.objects.filter(lag__type=Lag.Type.FYLKESLAG, foerste_dag__year=AAR)
    assert fylkeslagets.publiserte().count() == 5

    medlem = aapne(f"/hva-skjer/{AAR}/5/", js=js, mobil=mobil)
    expect(medlem.locator("main")).to_contain_text("Fast <5> & åpen")


def test_an_error_is_told_in_the_row_and_the_marks_of_other_rows_stay(aapne, nytt_aar):
    side = aapne(nytt_aar, som="sekretaer", mobil=True)
    side.get_by_role("button", name="Lag utkast for alle som mangler (4)").click()
    side.get_by_label("Merk Uten dato for publisering").check()
    rad = side.locator(".aarsrad", has_text="Fast <5> & åpen")
    rad.get_by_text("Sett dato").click()
    rad.get_by_label("Dag", exact=True).fill(f"{AAR - 1}-05-08")
    rad.get_by_role("button", name="Lagre", exact=False).first.click()

    expect(rad).to_contain_text(f"Velg en dag i {AAR}.")
    expect(rad.get_by_label("Dag", exact=True)).to_be_focused()
    expect(side.get_by_label("Merk Uten dato for publisering")).to_be_checked()

    rad.get_by_label("Dag", exact=True).fill(f"{AAR}-05-08")
    rad.get_by_role("button", name="Lagre og publiser").click()
    expect(rad.locator(".sagt")).to_be_focused()
    expect(rad).to_contain_text("Publisert: ")
    expect(side.locator("#oversikt")).to_contain_text("3 mangler dato.")
    expect(side.get_by_label("Merk Uten dato for publisering")).to_be_checked()


def test_the_annual_meeting_is_dated_only_when_what_moves_has_been_seen(aapne, nytt_aar):
    fast = FastAktivitet.objects.create(maaned=2, tittel="Årsmøte", type="arsmote")
    side = aapne(nytt_aar, som="sekretaer")
    rad = side.locator(f"#fast-{fast.pk}")
    rad.get_by_role("button", name="Lag utkast").click()
    expect(rad).to_contain_text("Utkastet er laget.")
    rad.get_by_text("Sett dato").click()
    rad.get_by_label("Dag", exact=True).fill(f"{AAR}-02-06")
    rad.get_by_role("button", name="Lagre og publiser").click()
    expect(side.get_by_role("heading", level=1)).to_contain_text("Dette flytter")
    expect(side.get_by_role("heading", level=1)).to_be_focused()
    assert Aktivitet.objects.get(fast=fast).er_utkast

    side.get_by_role("button", name="Publiser og flytt").click()
    expect(side.locator(".meldinger")).to_contain_text("i planen er flyttet")
    expect(rad).to_contain_text("Publisert")


@pytest.mark.parametrize(("mobil", "farger"), [(True, "light"), (False, "dark")], ids=["telefon lys", "skjerm mørk"])
def test_an_open_form_breaks_no_rule_that_axe_knows_and_fits_a_narrow_window(aapne, demo, mobil, farger):
    adresse = f"/hva-skjer/faste/{AAR}/"
    side = aapne(adresse, som="sekretaer", mobil=mobil, bypass_csp=True, color_scheme=farger)
    for rad in side.locator(".aarsrad summary").all()[:3]:
        rad.click()
    side.get_by_role("button", name="Lagre", exact=False).first.click()
    expect(side.locator(".sagt, [aria-invalid=true]").first).to_be_visible()

    funnet = brudd(side)
    side.set_viewport_size({"width": SMAL, "height": 740})

    assert funnet == []
    assert side.evaluate("document.documentElement.scrollWidth") <= SMAL
