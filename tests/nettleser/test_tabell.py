"""The table of measures: filtered in place and by its address, and many set at once, by thumb and by keyboard."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.nettleser.axe_paa_siden import SMAL, brudd
from tiltak.models import Status, Statusendring, Termin

js_og_uten = pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
BREVENE = "/tiltak/?aar={aar}&q=nyhetsbrev"


@pytest.fixture
def aar(demo):
    return timezone.localdate().year


@pytest.fixture
def brev(aar):
    """This year's newsletters to the members, in order."""
    maanedlige = Termin.objects.filter(siste__year=aar, presisjon="maaned", tiltak__tekst__contains="nyhetsbrev")
    foerste = maanedlige.i_planens_rekkefoelge().first().tiltak
    return list(maanedlige.filter(tiltak=foerste).order_by("siste"))


def kodene(side):
    return side.locator("#tiltakene .tiltak .kode").all_inner_texts()


@js_og_uten
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_a_choice_narrows_the_table_and_is_in_the_address(aapne, aar, js, mobil):
    side = aapne(f"/tiltak/?aar={aar}", som="styremedlem", js=js, mobil=mobil)
    alle = len(kodene(side))
    side.get_by_text("Velg mål, status, frist eller person").click()
    side.get_by_label("Frist", exact=True).select_option("manedlig")
    if not js:
        side.get_by_role("button", name="Vis").click()

    expect(side.locator("#treff")).to_have_text(re.compile(rf"^2 tiltak med 24 frister i {aar}\.$"))
    assert len(kodene(side)) == 2 < alle
    assert "frist=manedlig" in side.url
    expect(side.get_by_role("link", name="Ta bort: Månedlig")).to_be_visible()

    side.get_by_role("link", name="Ta bort: Månedlig").click()
    expect(side.locator("#treff")).to_have_text("")
    assert len(kodene(side)) == alle


def test_in_place_the_address_is_short_the_focus_stays_and_the_back_button_works(aapne, aar):
    side = aapne(f"/tiltak/?aar={aar}", som="styremedlem")
    soek = side.get_by_label("Søk", exact=True)
    soek.click()
    side.keyboard.type("ÅRSmøte")

    expect(side.locator("#treff")).to_contain_text("tiltak med")
    expect(soek).to_be_focused()
    expect(side).to_have_url(re.compile(rf"/tiltak/\?aar={aar}&q=%C3%85RSm%C3%B8te$"))
    expect(side.locator("#valgt")).to_have_text("(1 valgt)")

    side.go_back()
    expect(side).to_have_url(re.compile(rf"/tiltak/\?aar={aar}$"))
    expect(side.locator("#treff")).to_have_text("")
    expect(side.get_by_label("Søk", exact=True)).to_have_value("")


@js_og_uten
def test_an_address_that_is_shared_shows_the_same_table_with_its_form_filled_in(aapne, aar, js):
    side = aapne("/tiltak/?aar=alle&mal=2.1&status=forfalt&status=utsatt&folger=ingen", som="sekretaer", js=js)

    expect(side.get_by_role("heading", level=1)).to_have_text("Tiltak 2025–2028")
    side.get_by_text("Velg mål, status, frist eller person").click()
    expect(side.get_by_label("Mål", exact=True)).to_have_value("2.1")
    expect(side.get_by_label("Følges opp av")).to_have_value("ingen")
    assert [felt.get_attribute("value") for felt in side.locator("[name=status]:checked").all()] == [
        "forfalt",
        "utsatt",
    ]


def test_a_status_set_in_the_filtered_table_brings_the_plans_figures_along(aapne, aar, brev):
    side = aapne(BREVENE.format(aar=aar) + "&status=mangler_vurdering", som="styremedlem")
    sto = side.locator("#tall-alle").inner_text()
    [rad] = side.locator(f"#termin-{brev[-1].pk}").all()
    rad.locator("a.rad").click()
    side.locator("form.statusform").get_by_label("Gjennomført", exact=True).check()
    side.locator("form.statusform").get_by_role("button", name="Lagre").click()

    expect(rad.locator(".lagret")).to_have_text("Lagret.")
    expect(side.locator("#tall-alle")).not_to_have_text(sto)
    expect(side.locator("#treff")).to_contain_text("tiltak med")


def test_the_filter_is_used_by_the_keyboard_alone(aapne, aar):
    side = aapne(f"/tiltak/?aar={aar}", som="styremedlem")
    side.get_by_label("Søk", exact=True).focus()
    side.keyboard.press("Tab")  # «Vis»
    side.keyboard.press("Tab")
    side.keyboard.press("Enter")  # unfolds
    side.keyboard.press("Tab")
    expect(side.get_by_label("Mål", exact=True)).to_be_focused()
    side.keyboard.press("End")
    expect(side.locator("#treff")).to_contain_text("tiltak med")
    expect(side.get_by_label("Mål", exact=True)).to_be_focused()

    side.get_by_label("Forfalt", exact=True).focus()
    side.keyboard.press("Space")
    expect(side.get_by_label("Forfalt", exact=True)).to_be_focused()
    expect(side.locator("#valgt")).to_have_text("(2 valgt)")


def test_nothing_found_is_said_with_the_way_out(aapne, aar):
    side = aapne(f"/tiltak/?aar={aar}&q=kamel", som="styremedlem", mobil=True)

    expect(side.locator("#treff")).to_have_text(f"0 tiltak med 0 frister i {aar}.")
    side.get_by_role("link", name="vis alle tiltak").click()
    expect(side.locator("#treff")).to_have_text("")
    assert len(kodene(side)) > 10


def test_the_whole_period_of_a_monthly_measure_folds_the_other_years(aapne, aar, brev):
    side = aapne("/tiltak/?aar=alle", som="styremedlem", mobil=True)
    tiltaket = side.locator(f"#tiltak-{brev[0].tiltak_id}")

    expect(tiltaket.locator(f"#termin-{brev[-1].pk}")).to_be_visible()
    neste = Termin.objects.filter(tiltak=brev[0].tiltak, siste__year=aar + 1).first()
    expect(tiltaket.locator(f"#termin-{neste.pk}")).to_be_hidden()
    tiltaket.get_by_text(re.compile(rf"{aar + 1} 12 frister")).click()
    expect(tiltaket.locator(f"#termin-{neste.pk}")).to_be_visible()


@js_og_uten
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_all_newsletters_until_october_are_set_after_a_look_and_undone(aapne, aar, brev, js, mobil):
    Termin.objects.filter(pk__in=[ett.pk for ett in brev]).update(status="ikke_startet", utfoert=None, merknad="")
    side = aapne(BREVENE.format(aar=aar), som="styremedlem", js=js, mobil=mobil)
    side.get_by_role("link", name="Sett flere av disse").click()
    side.get_by_label("Med frist til og med").fill(f"{aar}-10-31")
    side.get_by_role("button", name="Vis").click()
    side.get_by_role("link", name="Merk ingen").click()
    for ett in brev[:10]:
        side.locator(f"[name=valgt][value='{ett.pk}']").check()
    side.get_by_label("Gjennomført", exact=True).check()
    side.get_by_role("button", name="Se over").click()

    expect(side.get_by_role("heading", level=1)).to_have_text("Se over før du lagrer")
    expect(side.locator(f"#ny-{brev[2].pk}")).to_contain_text(f"mars {aar}")
    assert Statusendring.objects.filter(termin__in=brev[:10], tid__date=timezone.localdate()).count() == 0
    assert side.evaluate("document.documentElement.scrollWidth <= innerWidth") if js else True

    side.get_by_role("button", name="Lagre 10").click()
    expect(side.get_by_role("status").filter(has_text="10 frister er satt til Gjennomført")).to_be_visible()
    assert Termin.objects.filter(pk__in=[t.pk for t in brev[:10]], status=Status.GJENNOMFOERT).count() == 10

    side.get_by_role("button", name="Angre alle 10").click()
    expect(side.locator("main")).to_contain_text("Angret: 10 frister står som før.")
    expect(side.get_by_label("Søk", exact=True)).to_have_value("nyhetsbrev")
    assert Termin.objects.filter(pk__in=[t.pk for t in brev[:10]], status=Status.GJENNOMFOERT).count() < 10


def test_many_are_set_by_the_keyboard_alone(aapne, aar, brev):
    Termin.objects.filter(pk=brev[0].pk).update(status="ikke_startet", utfoert=None)
    side = aapne(f"/tiltak/flere/?aar={aar}&q=nyhetsbrev&til={aar}-01-31&velg=ingen", som="styremedlem")
    side.locator(f"[name=valgt][value='{brev[0].pk}']").focus()
    side.keyboard.press("Space")
    side.get_by_label("Ikke startet", exact=True).focus()
    side.keyboard.press("Space")
    side.keyboard.press("ArrowDown")  # to «Pågår»
    side.get_by_label("Noen ord").focus()
    side.keyboard.type("Vi er i gang.")
    side.keyboard.press("Tab")
    expect(side.get_by_role("button", name="Se over")).to_be_focused()
    side.keyboard.press("Enter")
    expect(side.get_by_role("heading", level=1)).to_have_text("Se over før du lagrer")
    side.get_by_role("button", name="Lagre 1").focus()
    side.keyboard.press("Enter")

    expect(side.locator("main")).to_contain_text("1 frist er satt til Pågår.")
    brev[0].refresh_from_db()
    assert (brev[0].status, brev[0].merknad) == ("paagaar", "Vi er i gang.")


@js_og_uten
def test_the_one_that_somebody_else_saved_meanwhile_is_shown_and_set_knowingly(aapne, aar, brev, js):
    Termin.objects.filter(pk__in=[ett.pk for ett in brev[:3]]).update(status="ikke_startet", utfoert=None)
    side = aapne(f"/tiltak/flere/?aar={aar}&q=nyhetsbrev&til={aar}-03-31&velg=ingen", som="styremedlem", js=js)
    for ett in brev[:3]:
        side.locator(f"[name=valgt][value='{ett.pk}']").check()
    side.get_by_label("Gjennomført", exact=True).check()
    side.get_by_label("Noen ord").fill("Sendt.")
    side.get_by_role("button", name="Se over").click()
    lagre = side.get_by_role("button", name="Lagre 3")
    expect(lagre).to_be_visible()
    brev[1].refresh_from_db()
    brev[1].sett_status("utgaar", av=None, versjon=brev[1].versjon, merknad="Valgkamp.")
    lagre.click()

    expect(side.locator("main")).to_contain_text("2 frister er satt til Gjennomført.")
    expect(side.locator(f"#andres-{brev[1].pk}")).to_contain_text("Valgkamp.")
    side.get_by_role("button", name="Sett den til Gjennomført likevel").click()
    expect(side.locator("main")).to_contain_text("1 frist er satt til Gjennomført.")
    brev[1].refresh_from_db()
    assert (brev[1].status, brev[1].merknad) == ("gjennomfoert", "Sendt.")


def test_the_files_of_what_is_chosen_come_down(aapne, aar):
    side = aapne(BREVENE.format(aar=aar), som="styremedlem", accept_downloads=True)

    with side.expect_download() as fil:
        side.get_by_role("link", name="i Excel").click()

    assert re.fullmatch(rf"arbeidsplan-2025-2028-status-{aar}-\d{{4}}-\d\d-\d\d\.xlsx", fil.value.suggested_filename)


@pytest.mark.parametrize(("mobil", "farger"), [(True, "light"), (False, "dark")], ids=["telefon lys", "skjerm mørk"])
def test_the_look_and_what_was_saved_break_no_rule_that_axe_knows(aapne, aar, brev, mobil, farger):
    Termin.objects.filter(pk__in=[ett.pk for ett in brev[:3]]).update(status="ikke_startet", utfoert=None)
    Termin.objects.filter(pk=brev[0].pk).update(merknad="Sendt i går.")
    sti = f"/tiltak/flere/?aar={aar}&q=nyhetsbrev&til={aar}-03-31&velg=alle"
    side = aapne(sti, som="styremedlem", mobil=mobil, bypass_csp=True, color_scheme=farger)
    if mobil:
        side.set_viewport_size({"width": SMAL, "height": 740})
    funnet = []

    def se_etter(hvor):
        funnet.extend((hvor, *ett) for ett in brudd(side))
        if mobil and side.evaluate("document.documentElement.scrollWidth") > SMAL:
            funnet.append((hvor, "for bred"))

    side.get_by_label("Ikke gjennomført", exact=True).check()
    side.get_by_role("button", name="Se over").click()
    expect(side.get_by_text("Skriv grunnen til at statusen er «Ikke gjennomført».")).to_be_visible()
    se_etter("feil i skjemaet")
    side.get_by_label("Noen ord").fill("Ingen kunne.")
    side.get_by_role("button", name="Se over").click()
    expect(side.get_by_role("heading", level=1)).to_have_text("Se over før du lagrer")
    se_etter("se over")
    brev[1].refresh_from_db()
    brev[1].sett_status("utgaar", av=None, versjon=brev[1].versjon, merknad="Valgkamp.")
    side.get_by_role("button", name="Lagre").click()
    expect(side.get_by_role("heading", level=1)).to_have_text("Lagret")
    se_etter("lagret")

    assert funnet == []
