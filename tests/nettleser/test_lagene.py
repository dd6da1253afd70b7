"""A branch editor on a phone: a series is made and sent in, the secretary answers, and it reaches the calendar."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from aktivitet.models import Aktivitet, Lag
from arbeidsplan.models import Bruker


@pytest.mark.parametrize("js", [True, False], ids=["med JavaScript", "uten JavaScript"])
def test_a_series_is_sent_in_sent_back_and_published(aapne, demo, js):
    redaktoeren = next(en for en in Bruker.objects.order_by("pk") if en.har_rolle("lokallagsredaktoer"))
    Lag.objects.filter(redaktoerer=redaktoeren).update(godkjennes=True)
    fra = timezone.localdate() + timedelta(days=30)

    side = aapne("/hva-skjer/mine/", som="lokallagsredaktoer", mobil=True, js=js)
    side.get_by_role("link", name="Ny serie").click()
    side.get_by_text("Hver uke eller sjeldnere").click()
    expect(side.get_by_label("Hvilken i måneden")).to_be_hidden()
    side.get_by_label("Hvor ofte").select_option(label="Annenhver uke eller måned")
    side.get_by_label("Første dag").fill(fra.isoformat())
    side.get_by_label("Antall ganger").fill("3")
    side.get_by_label("Hopp over helligdager").uncheck()
    side.get_by_label("Tittel").fill("Åpent hus")
    arrangoer = side.get_by_label("Arrangør")
    arrangoer.select_option(label=redaktoeren.redigerer_lag.get().navn)
    side.get_by_label("Fra kl.").fill("18:00")
    side.get_by_role("button", name="Se dagene").click()

    dagene = side.get_by_role("checkbox")
    expect(dagene).to_have_count(3)
    dagene.nth(1).uncheck()
    side.get_by_role("button", name="Lag og send til sekretæren").click()
    expect(side.locator("main")).to_contain_text("2 aktiviteter er sendt til sekretæren")
    assert [en.foerste_dag for en in Aktivitet.objects.venter().filter(tittel="Åpent hus")] == [
        fra,
        fra + timedelta(weeks=4),
    ]

    sekretaer = aapne("/hva-skjer/stell/", som="sekretaer", js=js)
    sekretaer.get_by_role("link", name="Send tilbake Åpent hus").first.click()
    sekretaer.get_by_role("button", name="Send tilbake").click()
    expect(sekretaer.locator("main")).to_contain_text("Skriv hva som må endres.")
    sekretaer.get_by_label("Hva må endres?").fill("Skriv hvor det er.")
    sekretaer.get_by_role("button", name="Send tilbake").click()
    sekretaer.get_by_role("button", name="Publiser Åpent hus").first.click()
    expect(sekretaer.locator("main")).to_contain_text("«Åpent hus» er publisert.")

    side.goto("/hva-skjer/mine/")
    expect(side.locator("main")).to_contain_text("Sekretæren svarte: «Skriv hvor det er.»")
    side.get_by_role("link", name="Rediger Åpent hus").first.click()
    side.get_by_label("Sted", exact=True).fill("Biblioteket")
    side.get_by_role("button", name="Send til sekretæren").click()
    expect(side.locator("main")).to_contain_text("Venter på sekretæren.")

    medlem = aapne("/hva-skjer/?q=åpent hus", mobil=True, js=js)
    expect(medlem.get_by_role("link", name="Åpent hus")).to_have_count(1)
