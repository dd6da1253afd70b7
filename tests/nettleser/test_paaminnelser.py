"""The reminders: a letter as a mail program shows it, turned off by its own link, and on again when logged in."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from arbeidsplan.models import Avmelding, Bruker
from arbeidsplan.paaminnelser.lenker import av_sti
from arbeidsplan.paaminnelser.takt import UKELISTE
from arbeidsplan.roller import Rolle

from .axe_paa_siden import SMAL, brudd


@pytest.fixture
def styremedlemmet(demo):
    """The one that `aapne(som="styremedlem")` logs in."""
    return next(en for en in Bruker.objects.order_by("pk") if en.har_rolle(Rolle.STYREMEDLEM))


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten"])
def test_a_letters_own_link_turns_it_off_and_the_persons_page_on_again(aapne, styremedlemmet, js):
    side = aapne(av_sti(styremedlemmet.pk, UKELISTE), mobil=True, js=js)
    side.get_by_role("button", name="Slå av").press("Enter")
    expect(side.get_by_role("heading", level=1)).to_have_text("Ukelisten er slått av")
    assert Avmelding.objects.filter(bruker=styremedlemmet, slag=UKELISTE).exists()
    assert side.context.cookies() == []

    side = aapne("/", som="styremedlem", mobil=True, js=js)
    side.get_by_role("link", name="Min konto", exact=True).click()
    side.get_by_role("link", name="Velg påminnelser").click()
    boks = side.get_by_role("checkbox", name="Ukelisten")
    expect(boks).not_to_be_checked()
    boks.press("Space")
    side.get_by_role("button", name="Lagre").press("Enter")
    expect(side.get_by_text("Lagret.")).to_be_visible()
    expect(boks).to_be_checked()
    assert not Avmelding.objects.exists()


@pytest.mark.parametrize("farger", ["light", "dark"])
def test_the_letters_are_readable_on_a_phone_in_light_and_dark(aapne, settings, mailoutbox, farger):
    settings.ADRESSE = "https://plan.example.org"
    call_command("send_paaminnelser", verbosity=0)
    side = aapne("/", bypass_csp=True, color_scheme=farger)
    side.set_viewport_size({"width": SMAL, "height": 740})

    feil = {}
    for brev in mailoutbox:
        side.set_content(brev.alternatives[0].content)
        bredde = side.evaluate("document.documentElement.scrollWidth")
        feil[brev.subject] = brudd(side) + ["for bred"] * (bredde > SMAL)

    assert {"kalenderen" in emne for emne in feil} == {True, False}  # one of each kind
    assert [(emne, hva) for emne, hva in feil.items() if hva] == []
