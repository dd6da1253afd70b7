"""The plan in the editing site: to look at, with the way to its own pages."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from tests.tiltak.redigering.conftest import AARSMOETET
from tiltak.models import Ordlydsendring, Organ, Planutgave
from tiltak.redigering.endring import endre
from tiltak.utgave import Beslutning


@pytest.fixture
def ting(tiltak, sekretaer):
    """A plan, an edition and a line of its log."""
    endre(tiltak, {"tekst": "Nytt"}, Beslutning(Organ.AARSMOETET, AARSMOETET, "Sak 7", sekretaer), 1)
    return [tiltak.maal.plan, Planutgave.objects.order_by("pk").last(), Ordlydsendring.objects.get()]


@pytest.mark.parametrize("rolle", ["sekretaer", "administrator"])
def test_nothing_of_the_plan_is_changed_there_by_anybody(client, request, ting, rolle):
    client.force_login(request.getfixturevalue(rolle))

    def svar(en):
        sti = f"admin:tiltak_{en._meta.model_name}"
        return [
            client.get(reverse(f"{sti}_changelist")).status_code,
            client.get(reverse(f"{sti}_change", args=[en.pk])).status_code,
            client.post(reverse(f"{sti}_change", args=[en.pk]), {"grunn": "x"}).status_code,
            client.post(reverse(f"{sti}_delete", args=[en.pk]), {"post": "yes"}).status_code,
            client.get(reverse(f"{sti}_add")).status_code,
        ]

    assert [svar(en) for en in ting] == [[200, 200, 403, 403, 403]] * 3
    assert Ordlydsendring.objects.get().grunn == "Sak 7"


def test_the_front_page_and_the_lists_lead_to_the_plans_own_pages(client, sekretaer, ting):
    client.force_login(sekretaer)
    slug = ting[0].slug

    assertContains(client.get("/admin/"), f'<a href="/plan/{slug}/rediger/">Arbeidsplan 2025-2028</a>', html=True)
    assertContains(client.get("/admin/"), '<a href="/plan/ny/">Ny plan</a>', html=True)
    assertContains(client.get("/admin/tiltak/plan/"), f'<a href="/plan/{slug}/rediger/">Rediger</a>', html=True)
    assertContains(client.get("/admin/tiltak/planutgave/"), f'href="/plan/{slug}/per/2026-02-28/"')
