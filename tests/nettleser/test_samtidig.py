"""Two browsers on the same termin: what the one saves, the other sees, and nobody's words are written over."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tiltak.models import Plan, Planutgave, Status, Termin

SNART = 20_000  # milliseconds: a page asks every five seconds, and the machine may be busy


@pytest.fixture
def termin(demo):
    """One that is due this year, and that nobody has said a word about."""
    uroerte = Termin.objects.i_figurene().filter(siste__year=timezone.localdate().year, logg=None)
    return uroerte.filter(status=Status.IKKE_STARTET).i_planens_rekkefoelge().first()


def spoer_naa(side):
    """Let the page ask at once, as it does when the net comes back."""
    side.evaluate("dispatchEvent(new Event('online'))")


def sett(side, termin, status, ord_):
    """Set the status in the form in the row."""
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator("a.rad").click()
    rad.get_by_label(status, exact=True).check()
    rad.get_by_label("Noen ord").fill(ord_)
    rad.get_by_role("button", name="Lagre").click()
    expect(rad.locator(".lagret")).to_be_visible()


def test_a_view_left_open_shows_what_another_saves_and_says_it(aapne, termin):
    sett_av, sett_paa = aapne("/tiltak/", som="sekretaer"), aapne("/tiltak/", som="styremedlem")
    tall = sett_paa.locator("#tall-alle").inner_text()

    sett(sett_av, termin, "Gjennomført", "Holdt på Hamar.")

    rad = sett_paa.locator(f"#termin-{termin.pk}")
    expect(rad).to_contain_text("Holdt på Hamar.", timeout=SNART)
    expect(rad.locator(".status").first).to_have_text("Gjennomført")
    expect(sett_paa.locator("#tall-alle")).not_to_have_text(tall)
    expect(sett_paa.locator("#tall-alle")).to_have_text(sett_av.locator("#tall-alle").inner_text())
    expect(sett_paa.locator("body > [role=status]")).to_contain_text(re.compile(r"satte .*, .* til Gjennomført\."))


def test_when_nothing_has_happened_the_answer_is_a_304(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem")
    with side.expect_response(lambda svar: "/tiltak/endringer/" in svar.url) as foerste:
        spoer_naa(side)
    foerste.value.finished()

    with side.expect_response(lambda svar: "/tiltak/endringer/" in svar.url, timeout=SNART) as neste:
        pass  # it asks by itself

    assert (foerste.value.status, neste.value.status) == (200, 304)
    assert "set-cookie" not in neste.value.all_headers()


def test_the_keyboard_stays_in_a_row_that_another_sets(aapne, termin):
    andre, side = aapne("/tiltak/", som="sekretaer"), aapne("/tiltak/", som="styremedlem")
    side.locator(f"#termin-{termin.pk} a.rad").focus()

    sett(andre, termin, "Pågår", "I gang.")
    spoer_naa(side)

    expect(side.locator(f"#termin-{termin.pk}")).to_contain_text("I gang.")
    expect(side.locator(f"#termin-{termin.pk} a.rad")).to_be_focused()


def test_what_is_unfolded_stays_so_when_the_figures_change(aapne, termin):
    andre, side = aapne("/tiltak/", som="sekretaer"), aapne("/tiltak/", som="styremedlem")
    i_dag = timezone.localdate()
    sen = Termin.objects.forfalt(i_dag).filter(siste__year=i_dag.year).i_planens_rekkefoelge().first()
    antall = side.locator("#haster summary").first
    foer = antall.inner_text()
    antall.click()
    side.locator("h1").click()

    sett(andre, sen, "Gjennomført", "Ferdig.")
    spoer_naa(side)

    expect(antall).not_to_have_text(foer)
    expect(side.locator("#haster details").first).to_have_attribute("open", "")


def test_who_is_writing_is_told_and_keeps_every_word_until_both_are_joined(aapne, termin):
    andre, side = aapne("/tiltak/", som="sekretaer"), aapne("/tiltak/", som="styremedlem", mobil=True)
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator("a.rad").click()
    rad.get_by_label("Delvis gjennomført", exact=True).check()
    rad.get_by_label("Noen ord").fill("Sist ute.")
    rad.get_by_label("Noen ord").focus()

    sett(andre, termin, "Gjennomført", "Først ute.")
    spoer_naa(side)

    expect(rad.locator(".imens")).to_contain_text("til Gjennomført.")
    expect(rad.locator(".imens blockquote")).to_have_text("Først ute.")
    expect(rad.get_by_label("Noen ord")).to_have_value("Sist ute.")
    expect(rad.get_by_label("Noen ord")).to_be_focused()

    rad.get_by_role("button", name="Lagre").click()
    expect(rad.get_by_role("alert")).to_contain_text("Først ute.")
    expect(rad.locator(".imens")).to_have_count(0)
    rad.get_by_role("button", name="Slå sammen ordene").click()
    expect(rad.get_by_label("Noen ord")).to_have_value("Først ute.\n\nSist ute.")
    rad.get_by_role("button", name="Lagre", exact=True).click()
    expect(rad.locator(".lagret")).to_be_visible()
    expect(andre.locator(f"#termin-{termin.pk}")).to_contain_text("Sist ute.", timeout=SNART)


def test_a_plan_that_is_changed_asks_to_be_read_again(aapne, demo):
    side = aapne("/", som="styremedlem")
    plan = Plan.objects.gjeldende(timezone.localdate())
    side.wait_for_timeout(2_000)  # an edition of the same second may be the one that the page shows
    Planutgave.objects.create(
        plan=plan, gjelder_fra=timezone.localdate(), innhold={}, organ="fylkesstyret", vedtaksdag=timezone.localdate()
    )

    spoer_naa(side)

    expect(side.locator("#samtidig")).to_contain_text("Planen er endret.")
    side.get_by_role("link", name="Last siden på nytt").click()
    expect(side.locator("#samtidig")).to_be_empty()


def test_who_is_logged_out_is_told_so_and_may_log_in_to_the_same_page(aapne, demo):
    side = aapne("/tiltak/?aar=2026", som="styremedlem")
    side.context.clear_cookies()

    spoer_naa(side)

    expect(side.locator("#samtidig")).to_contain_text("Du er logget ut.")
    side.locator("#samtidig").get_by_role("link", name="Logg inn").click()
    expect(side).to_have_url(re.compile(r"/logg-inn/\?next=%2Ftiltak%2F%3Faar%3D2026$"))
