"""The secretary hands over after the annual meeting, on a phone or a desktop, with and without JavaScript."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet, Lag
from arbeidsplan.models import Bruker, Invitasjon
from tests.nettleser.axe_paa_siden import SMAL, brudd
from tiltak.models import Tiltak

begge = pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
bredder = pytest.mark.parametrize("mobil", [True, False], ids=["telefon", "skjerm"])


@pytest.fixture
def aarsmoetet(demo):
    """The demo's board has had its annual meeting yesterday."""
    dag = timezone.localdate() - timedelta(days=1)
    lag = Lag.objects.get(type=Lag.Type.FYLKESLAG)
    felter = {"type": "arsmote", "presisjon": "dag", "publisert": timezone.now(), "foerste_dag": dag, "siste_dag": dag}
    Aktivitet.objects.create(tittel="Årsmøte", lag=lag, **felter)
    return dag


@begge
@bredder
def test_the_board_is_handed_over_from_the_front_page_to_the_receipt(aapne, aarsmoetet, mobil, js):
    birk, bodil = (Bruker.objects.get(email=f"{navn}@example.org") for navn in ("styre2", "styre"))
    hans = set(Tiltak.objects.filter(foelges_opp_av=birk).values_list("pk", flat=True))
    side = aapne("/", som="sekretaer", mobil=mobil, js=js, bypass_csp=js)
    side.get_by_role("link", name="Gå gjennom hvem som fortsetter").click()
    expect(side.get_by_label("Siste dag", exact=True).filter(visible=True)).to_have_count(0)

    side.get_by_role("button", name="La alle som ikke er avgjort, fortsette").click()
    side.get_by_label("Går av: Birk Blåklokke, Styremedlem").check()
    hos_birk = side.get_by_role("group", name="Birk Blåklokke", exact=True)
    expect(hos_birk.get_by_label("Siste dag")).to_have_value(aarsmoetet.isoformat())
    expect(hos_birk.get_by_label("Fortsetter til og med")).to_be_hidden()
    ny = side.get_by_role("group", name="Ny 1")
    ny.get_by_label("Navn").fill("Mona Mose")
    side.get_by_role("button", name="Legg til en rad").click()
    expect(side.get_by_role("group", name="Ny 3")).to_be_visible()
    expect(side.get_by_label("Går av: Birk Blåklokke, Styremedlem")).to_be_checked()

    side.get_by_role("button", name="Se over").click()
    expect(side.get_by_role("alert").filter(has_text="Ingenting er gjort ennå.")).to_be_visible()
    expect(hos_birk.get_by_text("Velg hvem som følger dem opp nå")).to_be_visible()
    assert _brudd(side, js) == []
    ny.get_by_label("E-post").fill("mona@example.org")
    hos_birk.get_by_label("Hvem følger dem opp nå?").select_option(label="Bodil Bjørnebær")
    side.get_by_role("button", name="Se over").click()

    expect(side.locator("#sammendrag")).to_contain_text(f"{len(hans)} tiltak får ny som følger opp")
    assert _brudd(side, js) == []
    side.get_by_role("button", name="Tilbake og endre").click()
    expect(ny.get_by_label("Navn")).to_have_value("Mona Mose")
    side.get_by_role("button", name="Se over").click()
    side.get_by_role("button", name="Gjennomfør").click()

    expect(side.get_by_role("heading", level=1)).to_have_text("Overleveringen er gjennomført")
    birk.refresh_from_db()
    assert birk.roller == {"styremedlem": aarsmoetet.isoformat()}
    assert hans <= set(Tiltak.objects.filter(foelges_opp_av=bodil).values_list("pk", flat=True))
    # The demo has an invitation of its own, an older one.
    assert (Invitasjon.objects.latest("pk").email, len(mail.outbox)) == ("mona@example.org", 1)
    side.goto("/")
    expect(side.get_by_role("link", name="Gå gjennom hvem som fortsetter")).to_have_count(0)


def test_enter_in_a_field_looks_over_and_chooses_for_nobody(aapne, demo):
    side = aapne("/personer/overlevering/", som="sekretaer")
    side.get_by_role("group", name="Ny 1").get_by_label("Navn").fill("Mona Mose")

    side.get_by_role("group", name="Ny 1").get_by_label("Navn").press("Enter")

    expect(side.get_by_text("Skriv e-postadressen. Invitasjonen sendes dit.")).to_be_visible()
    expect(side.get_by_role("radio", name="Fortsetter", checked=True)).to_have_count(0)


def test_a_branch_is_asked_for_only_where_the_role_has_one(aapne, demo):
    side = aapne("/personer/overlevering/", som="sekretaer")
    ny = side.get_by_role("group", name="Ny 1")
    expect(ny.get_by_label("Lag")).to_be_hidden()

    ny.get_by_label("Rolle", exact=True).select_option(label="Lokallagsredaktør")

    expect(ny.get_by_label("Lag")).to_be_visible()


def _brudd(side, js):
    """What axe finds, and whether the page fits a narrow phone. It needs JavaScript to look."""
    if not js:
        return []
    vindu, funnet = side.viewport_size, brudd(side)
    side.set_viewport_size({"width": SMAL, "height": vindu["height"]})
    bredde = side.evaluate("document.documentElement.scrollWidth")
    side.set_viewport_size(vindu)
    return funnet + ([("for bred", bredde)] if bredde > SMAL else [])
