"""The secretary writes the annual report: saved as it is written, together with others, without the net, and what is
missing is settled on the way."""

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import expect

from tests.nettleser.axe_paa_siden import SMAL, brudd
from tests.nettleser.conftest import _innlogget
from tests.nettleser.test_frakoblet import NETTFEIL
from tiltak.models import Rapport, Rapporttekst, Status, Termin
from tiltak.rapport.framlegging import legg_fram

pytestmark = pytest.mark.usefixtures("tomme_pdfer")

AAR = 2028 if timezone.localdate().year < 2028 else 2025  # of the plan's years one that the demo has no report of
SIDEN = f"/rapport/{AAR}/"
LAGRET = re.compile(r"^Lagret kl\. \d\d\.\d\d$")
JS = pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
BREDDE = pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])


def tekstene():
    return {ett.felt: ett.tekst for ett in Rapporttekst.objects.filter(rapport__aar=AAR)}


def sted(side, navn):
    return side.locator(".skrivested", has=side.get_by_role("heading", name=navn, exact=True))


def skriv(side, navn, tekst):
    """Write in one place and go on to something else."""
    felt = sted(side, navn).get_by_role("textbox")
    felt.fill(tekst)
    felt.blur()


@BREDDE
def test_what_is_written_is_saved_and_there_when_the_page_is_opened_again(aapne, mobil):
    side = aapne(SIDEN, som="sekretaer", mobil=mobil)

    skriv(side, "Innledning", "Et år med <mye> arbeid & glede.")

    expect(sted(side, "Innledning").get_by_role("status")).to_have_text(LAGRET)
    assert tekstene() == {"innledning": "Et år med <mye> arbeid & glede."}
    side.reload()
    expect(side.get_by_label("Innledning", exact=True)).to_have_value("Et år med <mye> arbeid & glede.")


def test_it_is_saved_without_leaving_the_field(aapne):
    side = aapne(SIDEN, som="sekretaer")

    side.get_by_label("Avslutning", exact=True).press_sequentially("Takk")

    expect(sted(side, "Avslutning").get_by_role("status")).to_have_text(LAGRET)
    expect(side.get_by_label("Avslutning", exact=True)).to_be_focused()
    side.get_by_label("Avslutning", exact=True).press_sequentially(" til alle")
    side.get_by_label("Avslutning", exact=True).blur()
    expect(sted(side, "Avslutning").locator("[name^=versjon]")).to_have_value("2")
    assert tekstene() == {"avslutning": "Takk til alle"}


@BREDDE
def test_without_javascript_all_is_saved_by_the_button(aapne, mobil):
    side = aapne(SIDEN, som="sekretaer", js=False, mobil=mobil)
    side.get_by_label("Innledning", exact=True).fill("Et godt år")
    side.get_by_label("Avslutning", exact=True).fill("Takk")

    side.get_by_role("button", name="Lagre tekstene").click()

    expect(side.locator(".meldinger")).to_have_text("Tekstene er lagret.")
    expect(side.get_by_label("Innledning", exact=True)).to_have_value("Et godt år")
    assert tekstene() == {"innledning": "Et godt år", "avslutning": "Takk"}


def test_two_who_write_in_different_places_never_stop_each_other(aapne):
    en, annen = (aapne(SIDEN, som="sekretaer") for _ in range(2))

    skriv(en, "Innledning", "Fra den ene")
    expect(sted(en, "Innledning").get_by_role("status")).to_have_text(LAGRET)
    skriv(annen, "Avslutning", "Fra den andre")

    expect(sted(annen, "Avslutning").get_by_role("status")).to_have_text(LAGRET)
    assert tekstene() == {"innledning": "Fra den ene", "avslutning": "Fra den andre"}


@pytest.mark.parametrize("valg", ["Lagre min", "Behold den som er lagret"])
def test_two_on_the_same_text_see_both_and_choose(aapne, valg):
    en, annen = (aapne(SIDEN, som="sekretaer") for _ in range(2))
    skriv(en, "Innledning", "Fra <den> ene")
    expect(sted(en, "Innledning").get_by_role("status")).to_have_text(LAGRET)
    skriv(annen, "Innledning", "Fra den andre")

    begge = sted(annen, "Innledning")
    expect(begge.get_by_role("alert")).to_contain_text("Fra <den> ene")
    expect(begge.get_by_role("textbox")).to_have_value("Fra den andre")
    assert tekstene() == {"innledning": "Fra <den> ene"}
    begge.get_by_role("button", name=valg).click()

    valgt = "Fra den andre" if valg == "Lagre min" else "Fra <den> ene"
    expect(begge.get_by_role("alert")).to_have_count(0)
    expect(begge.get_by_role("textbox")).to_have_value(valgt)
    expect(begge.locator(".sagt")).to_have_attribute("data-hva", "lagret")
    assert tekstene() == {"innledning": valgt}


def test_two_on_the_same_text_without_javascript(aapne):
    side = aapne(SIDEN, som="sekretaer", js=False)
    skriv_av_en_annen("innledning", "Fra en annen")
    side.get_by_label("Innledning", exact=True).fill("Mitt")
    side.get_by_label("Avslutning", exact=True).fill("Takk")

    side.get_by_role("button", name="Lagre tekstene").click()

    expect(sted(side, "Innledning").get_by_role("alert")).to_contain_text("Fra en annen")
    assert tekstene() == {"innledning": "Fra en annen", "avslutning": "Takk"}
    side.get_by_role("button", name="Lagre tekstene").click()
    expect(side.locator(".meldinger")).to_have_text("Tekstene er lagret.")
    assert tekstene() == {"innledning": "Mitt", "avslutning": "Takk"}


def skriv_av_en_annen(hvor, tekst):
    rapport = Rapport.for_aaret(AAR)
    if not rapport.pk:
        rapport.lagre(0)
    Rapporttekst(rapport=rapport, sted=hvor).skriv(tekst, av=None, versjon=0)


def test_the_net_is_gone_and_comes_back(aapne):
    side = aapne(SIDEN, som="sekretaer", mobil=True)
    side.context.set_offline(True)
    skriv(side, "Innledning", "Skrevet på toget")
    sagt = sted(side, "Innledning").get_by_role("status")
    expect(sagt).to_contain_text("Ikke lagret: vi får ikke kontakt med tjenesten.")
    skriv(side, "Innledning", "Skrevet på toget, og litt til")
    spoersmaal = []
    side.on("dialog", lambda boks: (spoersmaal.append(boks.type), boks.dismiss()))
    side.evaluate("location.reload()")
    expect(side.get_by_label("Innledning", exact=True)).to_have_value("Skrevet på toget, og litt til")

    side.context.set_offline(False)

    expect(sagt).to_have_text(LAGRET)
    expect(sted(side, "Innledning").locator("[name^=versjon]")).to_have_value("2")
    assert spoersmaal == ["beforeunload"]
    assert tekstene() == {"innledning": "Skrevet på toget, og litt til"}
    side.feil[:] = [feil for feil in side.feil if not NETTFEIL.search(feil)]


def test_an_answer_that_is_lost_is_no_conflict_with_oneself(aapne):
    side = aapne(SIDEN, som="sekretaer")
    tapt = []

    def mist_svaret(rute):
        tapt.append(rute.fetch().status)
        rute.abort()

    side.route("**/tekst/", mist_svaret, times=1)
    skriv(side, "Innledning", "Kom fram")
    expect(sted(side, "Innledning").get_by_role("status")).to_contain_text("vi prøver igjen")
    assert (tapt, tekstene()) == ([200], {"innledning": "Kom fram"})
    side.get_by_label("Innledning", exact=True).fill("Kom fram, og litt til")

    side.evaluate("dispatchEvent(new Event('online'))")

    expect(sted(side, "Innledning").get_by_role("status")).to_have_text(LAGRET)
    expect(sted(side, "Innledning").locator("[name^=versjon]")).to_have_value("2")
    assert tekstene() == {"innledning": "Kom fram, og litt til"}
    side.feil[:] = [feil for feil in side.feil if not NETTFEIL.search(feil)]


def test_who_is_logged_out_keeps_the_text_and_it_is_saved_after_a_login_in_another_tab(aapne, demo):
    side = aapne(SIDEN, som="sekretaer")
    Session.objects.all().delete()
    skriv(side, "Innledning", "Skrevet etter utlogging")
    sagt = sted(side, "Innledning").get_by_role("status")
    expect(sagt).to_contain_text("Ikke lagret: du er logget ut. Teksten står her")
    expect(sagt.get_by_role("link")).to_have_attribute("href", f"/logg-inn/?next=%2Frapport%2F{AAR}%2F")

    side.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": _innlogget("sekretaer"), "url": demo}])
    side.evaluate("dispatchEvent(new Event('focus'))")

    expect(sagt).to_have_text(LAGRET)
    assert tekstene() == {"innledning": "Skrevet etter utlogging"}
    side.feil[:] = [feil for feil in side.feil if not NETTFEIL.search(feil) and "404" not in feil]


def test_a_report_that_is_laid_before_the_meeting_meanwhile_says_so_by_the_field(aapne):
    side = aapne(SIDEN, som="sekretaer")
    dag = timezone.localdate()
    legg_fram(Rapport.for_aaret(AAR), dag, av=None, versjon=0, i_dag=dag)

    skriv(side, "Innledning", "For sent")

    expect(sted(side, "Innledning").get_by_role("status")).to_contain_text("Beretningen er lagt fram mens du skrev")
    expect(side.get_by_label("Innledning", exact=True)).to_have_value("For sent")
    assert tekstene() == {}


def test_the_buttons_make_bold_words_points_and_links(aapne):
    side = aapne(SIDEN, som="sekretaer")
    felt = side.get_by_label("Innledning", exact=True)
    felt.fill("Takk til\nalle")
    felt.select_text()
    verktoey = sted(side, "Innledning").get_by_role("group", name="Form på teksten: Innledning")

    verktoey.get_by_role("button", name="Punkt").click()
    expect(felt).to_have_value("- Takk til\n- alle")
    felt.fill("")
    verktoey.get_by_role("button", name="Fet").click()
    side.keyboard.type("viktig")
    verktoey.get_by_role("button", name="Lenke").click()

    expect(felt).to_have_value("**viktig[ordene](https://)**")
    felt.blur()
    expect(sted(side, "Innledning").get_by_role("status")).to_have_text(LAGRET)
    assert tekstene() == {"innledning": "**viktig[ordene](https://)**"}


# --- What is missing ------------------------------------------------------------------------------------------------


@pytest.fixture
def termin(demo):
    """One of the year's that nobody has judged, and that is not ongoing."""
    uroerte = Termin.objects.i_figurene().filter(siste__year=AAR, status=Status.IKKE_STARTET, loepende=False)
    return uroerte.i_planens_rekkefoelge().first()


@BREDDE
def test_a_measure_is_judged_from_the_list_and_leaves_it(aapne, termin, mobil):
    side = aapne(SIDEN, som="sekretaer", mobil=mobil)
    antall = int(side.locator("#mangler-tittel .antall").inner_text())
    side.get_by_text("Ikke vurdert").click()
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator("a.rad").click()
    rad.get_by_label("Gjennomført", exact=True).check()
    rad.get_by_label("Noen ord").fill("Holdt på Hamar.")
    rad.get_by_role("button", name="Lagre").click()

    nettopp = side.locator(".nettopp")
    expect(nettopp).to_contain_text("Holdt på Hamar.")
    expect(side.locator("#mangler-vurdering")).not_to_contain_text("Holdt på Hamar.")
    expect(side.locator("#mangler-vurdering")).to_have_attribute("open", "")
    expect(side.locator("#mangler-tittel .antall")).to_have_text(str(antall - 1))
    nettopp.get_by_role("button", name="Angre").click()

    expect(side.locator("#mangler-tittel .antall")).to_have_text(str(antall))
    expect(nettopp).to_have_count(0)
    assert Termin.objects.get(pk=termin.pk).status == Status.IKKE_STARTET


def test_a_form_that_is_open_is_left_alone_when_another_is_settled(aapne, termin):
    side = aapne(SIDEN, som="sekretaer")
    antall = int(side.locator("#mangler-tittel .antall").inner_text())
    side.get_by_text("Ikke vurdert").click()
    aapen, annen = (side.locator("#mangler-vurdering .termin").nth(nr) for nr in (0, 1))
    aapen.locator("a.rad").click()
    aapen.get_by_label("Noen ord").fill("Skrevet, men ikke sendt")

    annen.locator("button.velg").click()
    side.get_by_role("menuitemradio", name="Gjennomført", exact=True).click()

    expect(side.locator("#mangler-tittel .antall")).to_have_text(str(antall - 1))
    expect(aapen.get_by_label("Noen ord")).to_have_value("Skrevet, men ikke sendt")
    aapen.get_by_role("link", name="Avbryt").click()
    expect(side.locator(".nettopp .termin")).to_have_count(1)


def test_when_one_is_judged_the_next_comes_in_its_place_and_has_the_keyboard(aapne):
    side = aapne(SIDEN, som="sekretaer")
    side.get_by_text("Ikke vurdert").click()
    rader = side.locator("#mangler-vurdering .termin")
    satt, neste = (rader.nth(nr).get_attribute("id") for nr in (0, 1))
    antall = int(side.locator("#mangler-tittel .antall").inner_text())
    side.evaluate(f"document.getElementById('{satt}').scrollIntoView({{block: 'center'}})")
    stod = side.locator(".mangel", has=side.locator(f"#{satt}")).bounding_box()["y"]

    side.locator(f"#{satt} button.velg").click()
    side.get_by_role("menuitemradio", name="Gjennomført", exact=True).click()

    expect(side.locator("#mangler-tittel .antall")).to_have_text(str(antall - 1))
    expect(side.locator(f"#{neste} button.velg")).to_be_focused()
    assert abs(side.locator(".mangel", has=side.locator(f"#{neste}")).bounding_box()["y"] - stod) < 2


def test_the_field_stays_where_it_is_when_the_list_above_it_gets_shorter(aapne):
    side = aapne(SIDEN, som="sekretaer")
    felt = side.get_by_label("Innledning", exact=True)
    side.evaluate("scrollTo(0, 200)")
    felt.focus()
    sto = felt.bounding_box()["y"]

    felt.press_sequentially("Et godt år")

    expect(side.locator("#mangler")).not_to_contain_text("Innledningen er ikke skrevet")
    expect(felt).to_be_focused()
    assert abs(felt.bounding_box()["y"] - sto) < 2


@BREDDE
def test_the_pages_and_the_way_on_are_one_click_away(aapne, mobil):
    side = aapne(SIDEN, som="sekretaer", mobil=mobil)
    dagene = side.locator(".sidetopp .dempet").bounding_box()
    lenker = side.get_by_role("navigation", name="Beretningen")
    under = lenker.bounding_box()["y"] >= dagene["y"] + dagene["height"] + 8
    assert under or not mobil

    if mobil:
        lenker.get_by_role("link", name="Forhåndsvisning").click()
        side.get_by_role("link", name="Skriv videre").click()
    side.get_by_role("navigation", name="Beretningen").get_by_role("link", name="Les den").click()
    side.get_by_role("link", name="Skriv videre").click()
    side.get_by_role("link", name="Legg den fram for årsmøtet").click()
    expect(side).to_have_url(re.compile(f"{SIDEN}saksgang/$"))


def test_without_javascript_there_is_no_empty_pane_but_a_link_to_the_pages(aapne):
    side = aapne(SIDEN, som="sekretaer", js=False)

    expect(side.get_by_role("region", name="Sidene i PDF-en")).to_be_hidden()
    side.get_by_role("link", name="Se sidene for seg").click()
    expect(side.get_by_role("heading", level=1)).to_have_text(f"Forhåndsvisning av Beretning {AAR}")
    side.get_by_role("link", name="Skriv videre").click()
    expect(side).to_have_url(re.compile(f"{SIDEN}$"))


def test_without_javascript_the_form_leads_back_to_the_report(aapne, termin):
    side = aapne(SIDEN, som="sekretaer", js=False)
    side.get_by_text("Ikke vurdert").click()
    side.locator(f"#termin-{termin.pk} a.rad").click()
    side.get_by_label("Gjennomført", exact=True).check()
    side.get_by_role("button", name="Lagre").click()

    expect(side).to_have_url(re.compile(f"{SIDEN}#termin-{termin.pk}$"))
    expect(side.locator(".nettopp")).to_contain_text("Gjennomført")
    side.locator(".nettopp").get_by_role("button", name="Angre").click()
    expect(side.locator(".nettopp")).to_have_count(0)
    assert Termin.objects.get(pk=termin.pk).status == Status.IKKE_STARTET


@JS
def test_what_the_cover_lacks_is_one_click_away(aapne, js):
    side = aapne(SIDEN, som="sekretaer", js=js)
    expect(side.locator("#mangler")).to_contain_text("Innledningen er ikke skrevet")
    side.get_by_role("link", name="Årsmøtets sted er ikke satt").click()
    side.get_by_label("Årsmøtets sted").fill("Hamar")
    side.locator("#rapportskjema").get_by_role("button", name="Lagre").click()

    expect(side.locator("#mangler")).not_to_contain_text("Årsmøtets sted er ikke satt")
    side.get_by_label("Innledning", exact=True).fill("Et godt år")
    side.get_by_role("button", name="Lagre tekstene").click()
    expect(side.locator("#mangler")).not_to_contain_text("Innledningen er ikke skrevet")


@JS
def test_an_earlier_text_is_taken_back(aapne, js):
    skriv_av_en_annen("innledning", "Slik sto det")
    side = aapne(SIDEN, som="sekretaer", js=js)
    side.get_by_label("Innledning", exact=True).fill("Slik ble det")
    side.get_by_role("button", name="Lagre tekstene").click()
    expect(sted(side, "Innledning").locator(".sagt") if js else side.locator(".meldinger")).to_contain_text("agret")
    side.reload()

    side.get_by_role("link", name="Tidligere tekster for Innledning").click()
    side.get_by_role("button", name="Ta tilbake").click()

    expect(side.get_by_label("Innledning", exact=True)).to_have_value("Slik sto det")
    assert tekstene() == {"innledning": "Slik sto det"}


@pytest.mark.parametrize(("mobil", "farger"), [(True, "light"), (False, "dark")], ids=["telefon lys", "skjerm mørk"])
def test_the_page_is_for_everybody_to_use(aapne, termin, mobil, farger):
    side = aapne(SIDEN, som="sekretaer", mobil=mobil, bypass_csp=True, color_scheme=farger)
    funnet = brudd(side)
    skriv_av_en_annen("innledning", "Fra en annen " + "ord" * 500)
    skriv(side, "Innledning", "Mitt " + "ord" * 500)
    expect(sted(side, "Innledning").get_by_role("alert")).to_be_visible()
    side.locator("#rapportskjema summary").click()
    side.get_by_text("Ikke vurdert").click()
    side.locator(f"#termin-{termin.pk} a.rad").click()
    expect(side.get_by_label("Noen ord")).to_be_visible()
    funnet += brudd(side)
    side.set_viewport_size({"width": SMAL, "height": 740})
    bredde = side.evaluate("document.documentElement.scrollWidth")

    assert funnet == []
    assert bredde == SMAL
