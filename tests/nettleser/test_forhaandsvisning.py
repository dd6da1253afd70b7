"""The draft's pages in a real browser: beside the writing they follow what is saved and never go blank, and they are
read on a phone and without JavaScript."""

from io import BytesIO

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from tests.nettleser.axe_paa_siden import SMAL, brudd
from tests.tiltak.pdf.papir import A4, tomme_ark
from tiltak.models import Dokumentfil, Rapport
from tiltak.pdf import lager
from tiltak.pdf.bestilling import Bestilling
from tiltak.pdf.skriving import lag_pdf

AAR = timezone.localdate().year  # the demo issues no report of it
STI = f"/rapport/{AAR}/forhandsvisning/"
SKRIVEBORDET = """<!doctype html>
<html lang="nb">
<head>
  <meta charset="utf-8">
  <title>Skriv</title>
  <link rel="stylesheet" href="/static/css/tokens.css">
  <link rel="stylesheet" href="/static/css/app.css">
</head>
<body>
  <main>
    <h1>Skriv</h1>
    <textarea aria-label="Innledning" data-maal="innledning"></textarea>
    <textarea aria-label="Mål 1.1" data-maal="mal-1.1"></textarea>
    {}
  </main>
</body>
</html>"""
TO_SIDER = """<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><title>To sider</title></head>
<body>
  <h1 id="innledning">Innledning</h1>
  <h2 id="mal-1.1" style="break-before: page">1.1 Mål</h2>
</body>
</html>"""


@pytest.fixture
def begynt(monkeypatch):
    """Let nothing be laid out before the test says so: give the marks of what was begun, in order."""
    merker = []

    def begynn(bestilling, *, form):
        if not Dokumentfil.objects.filter(merke=bestilling.merke).exists():
            Dokumentfil.objects.create(merke=bestilling.merke, form=form)
            merker.append(bestilling.merke)

    monkeypatch.setattr(lager, "begynn", begynn)
    return merker


@pytest.fixture
def ved_skrivingen(aapne):
    """Open a page to write on, with the pane beside it."""

    def aapne_den(**valg):
        side = aapne("/healthz", som="sekretaer", **valg)
        ruten = render_to_string("tiltak/_rapport_forhaandsvisning.html", {"rapport": Rapport.for_aaret(AAR)})
        side.route(
            "**/skrivebordet", lambda rute: rute.fulfill(content_type="text/html", body=SKRIVEBORDET.format(ruten))
        )
        side.goto("/skrivebordet")
        return side

    return aapne_den


def bli_ferdig(merke, pdf=None):
    Dokumentfil.objects.filter(merke=merke).update(innhold=pdf or tomme_ark(A4, A4, A4), ferdig=timezone.now())


def skriv(ord_):
    """Save an introduction, as another page of the secretary's does."""
    rapport = Rapport.for_aaret(AAR)
    if not rapport.pk:
        rapport.lagre(0)
    rapport.tekster.update_or_create(sted="innledning", defaults={"tekst": ord_})


def si_lagret(side):
    side.evaluate("document.body.dispatchEvent(new CustomEvent('beretning:lagret', {bubbles: true}))")


def stand(side):
    return side.locator("#forhaandsvisning .stand")


def ark(side):
    return side.locator("#forhaandsvisning img")


def merket(side, nr=0):
    """The mark of the document that a sheet is of."""
    return ark(side).nth(nr).get_attribute("src").split("/")[-2]


# --- Beside the writing ---------------------------------------------------------------------------------------------


def test_the_pane_fetches_the_pages_waits_and_follows_what_is_saved(ved_skrivingen, begynt):
    side = ved_skrivingen()
    expect(stand(side)).to_have_text("Forhåndsvisningen lages …")
    bli_ferdig(begynt[0])
    expect(stand(side)).to_have_text("3 sider")
    expect(ark(side).first).to_have_js_property("naturalWidth", 900)

    skriv("Et godt år")
    si_lagret(side)
    expect(stand(side)).to_have_text("Forhåndsvisningen lages … Så lenge ser du den forrige.")
    expect(ark(side)).to_have_count(3)
    assert merket(side) == begynt[0]
    bli_ferdig(begynt[1], tomme_ark(A4, A4))

    expect(stand(side)).to_have_text("2 sider")
    expect(ark(side)).to_have_count(2)
    expect(ark(side).first).to_have_attribute("src", f"{STI}{begynt[1]}/1.png")
    expect(ark(side).first).to_have_js_property("naturalWidth", 900)


def test_a_sheet_that_is_looked_at_is_never_blank_and_the_pane_stays_where_it_was(ved_skrivingen, begynt):
    side = ved_skrivingen()
    expect(stand(side)).to_be_visible()
    bli_ferdig(begynt[0])
    expect(ark(side).first).to_have_js_property("naturalWidth", 900)
    rull = side.get_by_role("region", name="Sidene i PDF-en")
    rull.evaluate("rull => rull.scrollTo(0, 300)")
    side.evaluate("""() => {
      window.blanke = 0;
      const se = () => {
        const ark = document.querySelector("#forhaandsvisning img");
        if (!ark || !ark.complete || !ark.naturalWidth) window.blanke += 1;
        requestAnimationFrame(se);
      };
      se();
    }""")

    for nr in (1, 2):
        skriv(f"Tekst {nr}")
        si_lagret(side)
        expect(stand(side)).to_contain_text("lages")
        bli_ferdig(begynt[nr])
        expect(ark(side).first).to_have_attribute("src", f"{STI}{begynt[nr]}/1.png")

    assert (side.evaluate("blanke"), rull.evaluate("rull => rull.scrollTop")) == (0, 300)


def test_many_saves_at_once_ask_once(ved_skrivingen, begynt):
    side = ved_skrivingen()
    expect(stand(side)).to_be_visible()
    bli_ferdig(begynt[0])
    expect(stand(side)).to_have_text("3 sider")
    spurt = []
    side.on("request", lambda spoersmaal: spurt.append(spoersmaal.url) if spoersmaal.url.endswith(STI) else None)

    for nr in range(8):
        skriv(f"Tekst {nr}")
        si_lagret(side)
    expect(stand(side)).to_contain_text("lages")

    assert (len(spurt), len(begynt)) == (1, 2)


def test_what_could_not_be_made_is_tried_again_without_leaving_the_writing(ved_skrivingen, begynt):
    side = ved_skrivingen()
    expect(stand(side)).to_be_visible()
    side.get_by_label("Innledning").fill("Halvskrevet")
    Dokumentfil.objects.update(feil="Det tok for lang tid.")
    expect(side.get_by_role("alert")).to_contain_text("Forhåndsvisningen kunne ikke lages. Det tok for lang tid.")

    side.get_by_role("button", name="Prøv igjen").click()
    expect(stand(side)).to_have_text("Forhåndsvisningen lages …")
    bli_ferdig(begynt[1])

    expect(stand(side)).to_have_text("3 sider")
    expect(side.get_by_label("Innledning")).to_have_value("Halvskrevet")


def test_whoever_is_logged_out_keeps_the_page_that_they_write_on(ved_skrivingen, begynt):
    side = ved_skrivingen()
    expect(stand(side)).to_be_visible()
    side.get_by_label("Innledning").fill("Halvskrevet")

    side.context.clear_cookies()

    expect(stand(side)).to_have_text("Du er logget ut. Det du ser her, følger ikke lenger med.")
    expect(side.get_by_label("Innledning")).to_have_value("Halvskrevet")


def test_to_write_in_a_goal_turns_the_pane_to_it(ved_skrivingen, begynt):
    side = ved_skrivingen()
    expect(stand(side)).to_be_visible()
    bli_ferdig(begynt[0], lag_pdf(Bestilling(TO_SIDER)))
    expect(stand(side)).to_have_text("2 sider")
    rull = side.get_by_role("region", name="Sidene i PDF-en")

    side.get_by_label("Mål 1.1").focus()
    expect(ark(side).nth(1)).to_be_in_viewport(ratio=0.3)
    assert rull.evaluate("rull => rull.scrollTop") > 0
    side.get_by_label("Innledning").focus()
    expect(ark(side).nth(0)).to_be_in_viewport(ratio=0.3)


def test_on_a_phone_there_is_a_link_in_its_place_and_nothing_is_made(ved_skrivingen, begynt):
    side = ved_skrivingen(mobil=True)
    si_lagret(side)

    expect(side.get_by_role("region", name="Sidene i PDF-en")).to_be_hidden()
    side.get_by_role("link", name="Se sidene for seg").click()
    expect(side.get_by_role("heading", level=1)).to_contain_text("Forhåndsvisning av")
    assert len(begynt) == 1


def test_the_pane_is_moved_through_by_the_keyboard(ved_skrivingen, begynt):
    side = ved_skrivingen()
    expect(stand(side)).to_be_visible()
    bli_ferdig(begynt[0])
    expect(stand(side)).to_have_text("3 sider")
    rull = side.get_by_role("region", name="Sidene i PDF-en")

    side.get_by_role("link", name="Åpne PDF-en").focus()
    side.keyboard.press("Tab")
    expect(rull).to_be_focused()
    side.keyboard.press("PageDown")

    expect(rull).not_to_have_js_property("scrollTop", 0)


# --- On a page of its own -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mobil", [True, False])
def test_the_pages_are_read_without_javascript(aapne, begynt, mobil):
    side = aapne(STI, som="styremedlem", js=False, mobil=mobil)
    expect(stand(side)).to_have_text("Forhåndsvisningen lages …")

    bli_ferdig(begynt[0])

    expect(stand(side)).to_have_text("3 sider")  # the page asks again by itself
    expect(side.get_by_role("img", name="Side 3 av 3")).to_have_attribute("src", f"{STI}{begynt[0]}/3.png")
    bilde = Image.open(BytesIO(side.request.get(f"{STI}{begynt[0]}/3.png").body()))
    assert bilde.size == (900, 1274)


def test_with_javascript_the_page_waits_without_being_loaded_anew(aapne, begynt):
    side = aapne(STI, som="styremedlem")
    side.evaluate("window.samme = true")

    bli_ferdig(begynt[0])

    expect(stand(side)).to_have_text("3 sider")
    expect(ark(side).first).to_have_js_property("naturalWidth", 900)
    assert side.evaluate("window.samme") is True


def test_the_headings_lead_to_their_sheets_on_the_narrowest_phone(aapne, begynt):
    side = aapne(STI, som="styremedlem", mobil=True)
    bli_ferdig(begynt[0], lag_pdf(Bestilling(TO_SIDER)))
    expect(stand(side)).to_have_text("2 sider")
    side.set_viewport_size({"width": SMAL, "height": 500})

    side.get_by_text("Gå til", exact=True).click()
    side.get_by_role("link", name="1.1 Mål").click()

    expect(side.get_by_role("img", name="Side 2 av 2")).to_be_in_viewport(ratio=0.5)
    assert side.evaluate("document.documentElement.scrollWidth") == SMAL


@pytest.mark.parametrize(("mobil", "farger"), [(True, "light"), (False, "dark")], ids=["telefon-lys", "skjerm-mork"])
def test_no_state_of_it_breaks_a_rule_that_axe_knows(aapne, ved_skrivingen, begynt, mobil, farger):
    side = aapne(STI, som="styremedlem", mobil=mobil, bypass_csp=True, color_scheme=farger)
    funnet = [brudd(side)]
    Dokumentfil.objects.update(feil="Det tok for lang tid.")
    side.reload()
    expect(side.get_by_role("button", name="Prøv igjen")).to_be_visible()
    funnet.append(brudd(side))
    Dokumentfil.objects.update(feil="")
    bli_ferdig(begynt[0])
    side.reload()
    expect(stand(side)).to_have_text("3 sider")
    funnet.append(brudd(side))
    ruten = ved_skrivingen(mobil=mobil, bypass_csp=True, color_scheme=farger)
    expect(ruten.get_by_role("heading", name="Forhåndsvisning")).to_be_visible()
    funnet.append(brudd(ruten))

    assert funnet == [[], [], [], []]
