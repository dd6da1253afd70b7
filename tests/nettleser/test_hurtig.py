"""The status menu of a row: by mouse, by the keyboard alone, by a thumb, and the form where there is no JavaScript."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.nettleser.axe_paa_siden import brudd
from tiltak.models import Status, Termin

MINST = 44  # CSS pixels that a thumb finds


@pytest.fixture
def termin(demo):
    """One that is due this year, and that nobody has said a word about."""
    uroerte = Termin.objects.i_figurene().filter(siste__year=timezone.localdate().year, logg=None)
    return uroerte.filter(status=Status.IKKE_STARTET).i_planens_rekkefoelge().first()


@pytest.fixture
def maaned(demo):
    """A month of a measure that has all twelve, and that is done and has words."""
    gjort = Termin.objects.filter(siste__year=timezone.localdate().year, status="gjennomfoert")
    return (
        gjort.filter(tiltak__gjennomfoering__startswith="Månedlig").exclude(merknad="").i_planens_rekkefoelge().first()
    )


def staar(termin):
    termin.refresh_from_db()
    return termin.status, termin.merknad, termin.logg.count()


@pytest.mark.parametrize("sti", ["/", "/tiltak/", "/tiltak/{tiltak}/"], ids=["forsiden", "listen", "tiltaket"])
def test_one_choice_saves_says_so_and_can_be_undone(aapne, termin, sti):
    side = aapne(sti.format(tiltak=termin.tiltak_id), som="styremedlem")
    rad = side.locator("main .termin:has(.velg [data-status=ikke_startet])").first
    rad = side.locator(f"#{rad.get_attribute('id')}")
    rad.locator(".velg").click()
    meny = side.get_by_role("menu")
    expect(meny.get_by_role("menuitemradio", checked=True)).to_have_text("Ikke startet")

    meny.get_by_role("menuitemradio", name="Pågår").click()

    expect(rad.locator(".lagret")).to_have_text("Lagret.")
    expect(meny).to_be_hidden()
    expect(rad.locator(".velg .status")).to_have_text("Pågår")
    expect(rad.locator(".velg")).to_be_focused()
    expect(side.locator("body > [role=status]")).to_have_text(re.compile(r"^Lagret: .*, Pågår\.$"))

    rad.get_by_role("button", name="Angre").click()

    expect(rad.locator(".velg .status")).to_have_text("Ikke startet")


def test_a_status_is_chosen_by_the_keyboard_alone(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem")
    knapp = side.locator(f"#termin-{termin.pk} .velg")
    knapp.focus()
    side.keyboard.press("ArrowDown")
    valgt = side.locator("#statusmeny button:focus")
    gjennom = []
    for tast in ("ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "d", "u", "u", "u"):
        side.keyboard.press(tast)
        gjennom.append(valgt.inner_text())

    assert gjennom == [
        "Pågår",
        "Med ord og dag …",
        "Ikke startet",
        "Med ord og dag …",
        "Ikke startet",
        "Delvis gjennomført",
        "Utsatt …",
        "Utgår …",
        "Utsatt …",
    ]

    side.keyboard.press("Escape")
    expect(side.get_by_role("menu")).to_be_hidden()
    expect(knapp).to_be_focused()
    expect(knapp).to_have_attribute("aria-expanded", "false")

    side.keyboard.press("Enter")
    expect(knapp).to_have_attribute("aria-expanded", "true")
    side.keyboard.press("g")
    side.keyboard.press("Enter")
    expect(side.locator(f"#termin-{termin.pk} .lagret")).to_be_visible()
    expect(knapp).to_be_focused()
    assert staar(termin) == ("gjennomfoert", "", 1)


def test_tab_leaves_the_menu_and_goes_on_from_the_row(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem")
    side.locator(f"#termin-{termin.pk} .velg").click()
    side.keyboard.press("Tab")

    expect(side.get_by_role("menu")).to_be_hidden()
    assert side.evaluate("document.activeElement.closest('#statusmeny')") is None
    assert staar(termin) == ("ikke_startet", "", 0)


def test_a_thumb_reaches_every_choice_on_a_phone(aapne, maaned):
    side = aapne("/tiltak/", som="styremedlem", mobil=True)
    rad = side.locator(f"#termin-{maaned.pk}")
    knapp = rad.locator(".velg")
    knapp.scroll_into_view_if_needed()
    knapp.click()

    maal = [knapp.bounding_box()] + [valg.bounding_box() for valg in side.locator("#statusmeny button").all()]
    assert [boks for boks in maal if boks["width"] < MINST or boks["height"] < MINST] == []
    assert maal[-1]["y"] + maal[-1]["height"] <= 740

    side.get_by_role("menuitemradio", name="Delvis gjennomført").click()
    expect(rad.locator(".lagret")).to_be_in_viewport()
    ordene = maaned.merknad
    assert staar(maaned)[:2] == ("delvis", ordene)


@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_the_months_lie_side_by_side_and_what_one_opens_lies_under_all(aapne, maaned, mobil):
    side = aapne("/tiltak/", som="styremedlem", mobil=mobil)
    rad = side.locator(f"#termin-{maaned.pk}")
    gruppe = side.locator(".terminer.mange").filter(has=rad)
    bokser = [rute.bounding_box() for rute in gruppe.locator(".par").all()]
    assert len(bokser) == 12
    assert len({round(boks["x"]) for boks in bokser}) == (3 if mobil else 4)

    rad.locator("a.rad").click()

    skjema = rad.locator("form.statusform")
    expect(rad).to_contain_class("aapen")  # htmx gives the row its new class a moment after its content
    expect(skjema).to_be_in_viewport()
    rutene = [rute.bounding_box() for rute in gruppe.locator(".par, .aapen > .rad").all()]
    assert len(rutene) == 12  # the open one too
    assert skjema.bounding_box()["y"] >= max(boks["y"] + boks["height"] for boks in rutene)
    assert skjema.bounding_box()["width"] == pytest.approx(gruppe.bounding_box()["width"], abs=1)

    skjema.get_by_label("Delvis gjennomført", exact=True).check()
    skjema.get_by_label("Noen ord").fill("Bare til lokallagene.")
    skjema.get_by_role("button", name="Lagre").click()
    expect(rad.locator(".velg .status")).to_have_text("Delvis gjennomført")
    expect(rad.locator(".om")).to_contain_text("Lagret.")
    assert staar(maaned)[:2] == ("delvis", "Bare til lokallagene.")


@pytest.mark.parametrize("status", ["Utsatt", "Ikke gjennomført", "Utgår"])
def test_what_wants_a_day_or_a_reason_opens_the_form(aapne, termin, status):
    side = aapne("/tiltak/", som="styremedlem")
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator(".velg").click()
    side.get_by_role("menuitemradio", name=f"{status} …").click()

    expect(rad.get_by_label(status, exact=True)).to_be_checked()
    expect(rad.get_by_label(status, exact=True)).to_be_focused()
    assert staar(termin) == ("ikke_startet", "", 0)


def test_words_are_added_after_the_choice(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem", mobil=True)
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator(".velg").click()
    side.get_by_role("menuitemradio", name="Gjennomført", exact=True).click()
    rad.get_by_role("link", name="Legg til ord").click()

    expect(rad.get_by_label("Noen ord")).to_be_focused()
    side.keyboard.type("Holdt på Hamar.")
    rad.get_by_role("button", name="Lagre").click()
    expect(rad).to_contain_text("Holdt på Hamar.")
    assert staar(termin) == ("gjennomfoert", "Holdt på Hamar.", 2)


def test_a_choice_on_top_of_anothers_save_shows_both_in_place(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem")
    side.context.route("**/tiltak/endringer/**", lambda rute: rute.abort())
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator(".velg").click()
    termin.sett_status(Status.UTGAAR, av=None, versjon=1, merknad="Styret droppet det.")

    side.get_by_role("menuitemradio", name="Gjennomført", exact=True).click()

    expect(rad.get_by_role("alert")).to_contain_text("Styret droppet det.")
    expect(rad.get_by_label("Gjennomført", exact=True)).to_be_checked()
    rad.get_by_role("link", name="Behold det som er lagret").click()
    expect(rad.locator(".velg .status")).to_have_text("Utgår")
    side.feil[:] = [feil for feil in side.feil if "ERR_FAILED" not in feil]


@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_without_javascript_the_row_leads_to_the_form_and_back(aapne, maaned, mobil):
    side = aapne("/tiltak/", som="styremedlem", mobil=mobil, js=False)
    expect(side.locator("#statusmeny")).to_be_hidden()
    side.locator(f"#termin-{maaned.pk} a.rad").click()
    side.get_by_label("Delvis gjennomført", exact=True).check()
    side.get_by_role("button", name="Lagre").click()

    expect(side.locator(".meldinger")).to_contain_text("Lagret")
    expect(side.locator(f"#termin-{maaned.pk} .status")).to_have_text("Delvis gjennomført")
    assert side.url.endswith(f"#rad-{maaned.pk}")
    expect(side.locator(f"#rad-{maaned.pk}")).to_be_in_viewport()
    expect(side.locator(".meldinger")).to_be_in_viewport()
    expect(side.get_by_role("button", name="Angre").first).to_be_in_viewport()


def test_from_a_page_of_its_own_a_month_is_led_back_to_where_it_is_seen(aapne, maaned):
    side = aapne(maaned.get_absolute_url(), som="styremedlem", mobil=True)  # as a letter leads there
    side.get_by_label("Delvis gjennomført", exact=True).check()
    side.get_by_role("button", name="Lagre").click()

    expect(side.locator(f"#termin-{maaned.pk} .velg .status")).to_have_text("Delvis gjennomført")
    expect(side.locator(f"#termin-{maaned.pk} .velg")).to_be_in_viewport()


@pytest.mark.parametrize("farger", ["light", "dark"])
def test_the_open_menu_and_the_open_form_break_no_rule_that_axe_knows(aapne, maaned, farger):
    side = aapne("/tiltak/", som="styremedlem", mobil=True, bypass_csp=True, color_scheme=farger)
    side.locator(f"#termin-{maaned.pk} .velg").click()
    valget = side.get_by_role("menuitem", name="Med ord og dag")
    expect(valget).to_be_visible()
    funnet = brudd(side)
    valget.click()
    expect(side.locator("form.statusform")).to_be_visible()
    funnet += brudd(side)

    assert funnet == []


def test_with_the_systems_own_colours_every_status_is_still_a_word_in_a_box(aapne, maaned):
    side = aapne("/tiltak/", som="styremedlem", forced_colors="active")
    knapp = side.locator(f"#termin-{maaned.pk} .velg")

    expect(knapp.locator(".status")).to_have_text("Gjennomført")
    assert knapp.evaluate("e => getComputedStyle(e).borderBlockEndStyle") == "solid"
