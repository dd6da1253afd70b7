"""A board member's job: log in, set how a measure stands, and find it again in the report."""

import re

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from arbeidsplan.models import Bruker
from tiltak.models import Status, Statusendring, Termin

PASSORD = "arbeidsplan-demo"
ADRESSE = "styre@example.org"


@pytest.fixture
def termin(demo):
    """One that is due this year, and that nobody has said a word about."""
    uroerte = Termin.objects.i_figurene().filter(siste__year=timezone.localdate().year, logg=None)
    return uroerte.filter(status=Status.IKKE_STARTET).i_planens_rekkefoelge().first()


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
@pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])
def test_a_status_set_in_the_list_is_in_the_report(aapne, termin, js, mobil):
    side = aapne("/logg-inn/?next=/tiltak/", js=js, mobil=mobil)
    side.get_by_label("E-post").fill(ADRESSE)
    side.get_by_label("Passord").fill(PASSORD)
    side.locator("main").get_by_role("button", name="Logg inn", exact=True).click()
    expect(side.get_by_role("heading", level=1)).to_contain_text("Tiltak")

    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator("a.rad").click()
    skjema = side.locator("form.statusform")
    skjema.get_by_label("Gjennomført", exact=True).check()
    skjema.get_by_label("Noen ord").fill("Holdt på Hamar & i <Elverum>.")
    skjema.get_by_role("button", name="Lagre").click()

    expect(rad.locator(".status").first).to_have_text(re.compile("Gjennomført"))
    assert side.url.split("#")[0].split("?")[0].endswith("/tiltak/")
    termin.refresh_from_db()
    assert (termin.status, termin.utfoert) == (Status.GJENNOMFOERT, timezone.localdate())
    assert [linje.av.email for linje in termin.logg.all()] == [ADRESSE]

    side.goto(f"/rapport/{timezone.localdate().year}/")
    expect(side.locator("main")).to_contain_text("Holdt på Hamar & i <Elverum>.")


def test_on_a_phone_what_was_saved_and_what_is_missing_is_in_view(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem", mobil=True)
    side.locator(f"#termin-{termin.pk} a.rad").click()
    skjema = side.locator("form.statusform")
    skjema.get_by_label("Ikke gjennomført", exact=True).check()
    skjema.get_by_label("Noen ord").fill("")
    skjema.get_by_role("button", name="Lagre").click()

    expect(skjema.get_by_text("Skriv grunnen")).to_be_in_viewport()

    skjema.get_by_label("Noen ord").fill("Ingen kunne.")
    side.locator(".bunn").scroll_into_view_if_needed()
    skjema.get_by_role("button", name="Lagre").evaluate("knapp => knapp.click()")

    expect(side.locator(f"#termin-{termin.pk} .lagret")).to_be_in_viewport()


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
@pytest.mark.parametrize("sti", ["/", "/tiltak/"], ids=["forsiden", "listen"])
def test_what_was_saved_is_undone_on_the_same_page_on_a_phone(aapne, termin, sti, js):
    side = aapne(sti, som="styremedlem", mobil=True, js=js)
    venter = side.locator("main #venteliste-kommer .termin" if sti == "/" else f"#termin-{termin.pk}")
    rad = side.locator(f"#{venter.filter(has_text='Ikke startet').first.get_attribute('id')}")
    sto = rad.locator(".status").inner_text()
    rad.locator("a.rad").click()
    side.get_by_role("radio", name="Gjennomført", exact=True).check()
    side.get_by_role("button", name="Lagre").click()
    if js:
        expect(rad.locator(".lagret")).to_have_text("Lagret.")

    side.get_by_role("button", name="Angre").click()

    expect(side.locator("main")).to_contain_text("Angret")
    side.goto(sti)
    expect(rad.locator(".status")).to_have_text(sto)
    assert list(Statusendring.objects.order_by("-pk").values_list("status", flat=True)[:2]) == [
        "ikke_startet",
        "gjennomfoert",
    ]


def test_after_a_minute_the_page_no_longer_offers_to_undo(aapne, termin):
    side = aapne("/", som="styremedlem")
    side.clock.install()
    side.goto("/tiltak/")
    rad = side.locator(f"#termin-{termin.pk}")
    rad.locator("a.rad").click()
    rad.get_by_label("Pågår", exact=True).check()
    rad.get_by_role("button", name="Lagre").click()
    expect(rad.locator(".angre[data-teller]")).to_be_visible()  # the minute has begun

    side.clock.fast_forward("01:01")

    expect(rad.get_by_role("button", name="Angre")).to_have_count(0)


def test_a_status_is_set_by_the_keyboard_alone(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem")
    side.locator(f"#termin-{termin.pk} a.rad").focus()
    side.keyboard.press("Enter")
    skjema = side.locator("form.statusform")
    expect(skjema).to_be_visible()
    skjema.get_by_label("Ikke startet", exact=True).focus()
    side.keyboard.press("ArrowDown")  # to «Pågår»
    skjema.get_by_label("Noen ord").focus()
    side.keyboard.type("Vi er i gang.")
    skjema.get_by_role("button", name="Lagre").focus()
    side.keyboard.press("Enter")

    expect(side.locator(f"#termin-{termin.pk} .status").first).to_have_text(re.compile("Pågår|Forfalt"))
    termin.refresh_from_db()
    assert (termin.status, termin.merknad) == (Status.PAAGAAR, "Vi er i gang.")


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
def test_the_second_of_two_sees_both_texts_and_loses_nothing(aapne, termin, js):
    foerst, sist = aapne("/tiltak/", som="sekretaer", js=js), aapne("/tiltak/", som="styremedlem", js=js)
    for side, ord_ in ((foerst, "Først ute."), (sist, "Sist ute.")):
        side.locator(f"#termin-{termin.pk} a.rad").click()
        side.locator("form.statusform").get_by_label("Pågår", exact=True).check()
        side.locator("form.statusform").get_by_label("Noen ord").fill(ord_)
    foerst.locator("form.statusform").get_by_role("button", name="Lagre").click()
    expect(foerst.locator(f"#termin-{termin.pk}")).to_contain_text("Først ute.")
    sist.locator("form.statusform").get_by_role("button", name="Lagre").click()

    expect(sist.get_by_role("alert").filter(has_text="lagret dette i mellomtiden")).to_contain_text("Først ute.")
    expect(sist.locator("form.statusform").get_by_label("Noen ord")).to_have_value("Sist ute.")
    termin.refresh_from_db()
    assert termin.merknad == "Først ute."

    sist.get_by_role("button", name="Slå sammen ordene").click()
    expect(sist.locator("form.statusform").get_by_label("Noen ord")).to_have_value("Først ute.\n\nSist ute.")
    sist.get_by_role("button", name="Lagre", exact=True).click()
    expect(sist.locator("form.statusform")).to_have_count(0)
    expect(sist.locator(f"#termin-{termin.pk}")).to_contain_text("Sist ute.")
    assert [linje.merknad for linje in termin.logg.all()] == ["Først ute.\n\nSist ute.", "Først ute."]


def test_when_the_server_is_away_the_page_says_so_and_keeps_the_words(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem")
    side.locator(f"#termin-{termin.pk} a.rad").click()
    skjema = side.locator("form.statusform")
    skjema.get_by_label("Pågår", exact=True).check()
    skjema.get_by_label("Noen ord").fill("Skrevet på toget.")
    side.context.set_offline(True)
    skjema.get_by_role("button", name="Lagre").click()

    expect(side.locator("#feil")).to_contain_text("Ikke lagret")
    expect(skjema.get_by_label("Noen ord")).to_have_value("Skrevet på toget.")

    side.context.set_offline(False)
    skjema.get_by_role("button", name="Lagre").click()
    expect(side.locator(f"#termin-{termin.pk}")).to_contain_text("Skrevet på toget.")
    side.feil[:] = [feil for feil in side.feil if "ERR_INTERNET_DISCONNECTED" not in feil and "htmx" not in feil]


def test_a_refusal_is_told_each_time_and_the_page_stays_what_it_was(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem")
    side.locator(f"#termin-{termin.pk} a.rad").click()
    skjema = side.locator("form.statusform")
    skjema.get_by_label("Noen ord").fill("Skrevet for sent.")
    tittel = side.title()
    Bruker.objects.update(roller={})  # left the board meanwhile
    for _ in range(2):
        skjema.get_by_role("button", name="Lagre").click()

        expect(side.locator("#feil[role=alert]")).to_contain_text("Du har ikke tilgang til dette")
        expect(skjema.get_by_label("Noen ord")).to_have_value("Skrevet for sent.")
        assert side.title() == tittel
    side.feil[:] = [feil for feil in side.feil if "403" not in feil]


def test_who_was_logged_out_meanwhile_is_sent_to_the_login_page(aapne, termin):
    side = aapne("/tiltak/", som="styremedlem")
    side.context.clear_cookies()
    side.locator(f"#termin-{termin.pk} a.rad").click()

    expect(side).to_have_url(re.compile(r"/logg-inn/\?next=/tiltak/"))


def test_a_code_by_e_mail_lets_a_person_in(aapne, demo):
    side = aapne("/logg-inn/kode/", js=False)
    side.get_by_label("E-post").fill(ADRESSE)
    side.locator("main form button").first.click()
    expect(side.locator("main")).to_contain_text("kode")
    [brev] = mail.outbox
    assert brev.to == [ADRESSE]
    kode = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)\s*$", brev.body, re.M).group(1)
    side.locator("main input[name=code]").fill(kode)
    side.locator("main form button").first.click()

    expect(side.get_by_role("button", name="Logg ut")).to_be_visible()
