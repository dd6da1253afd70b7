"""Who may do what in the editing site: every room of it, against one table."""

import pytest
from django.contrib import admin
from django.urls import reverse

from .conftest import svar_til

# What the secretary may do with each: see the list, add, change, delete. The administrator may do all, but for logs.
REDIGERING = {
    "tiltak_plan": "se",
    "tiltak_planutgave": "se",
    "tiltak_ordlydsendring": "se",
    "aktivitet_aktivitet": "se legg-til endre slett",
    "aktivitet_fastaktivitet": "se legg-til endre slett",
    "aktivitet_lag": "se legg-til endre slett",
    "arbeidsplan_bruker": "se legg-til endre",
}


def rommene():
    return {f"{modell._meta.app_label}_{modell._meta.model_name}": rom for modell, rom in admin.site._registry.items()}


def test_every_room_of_the_editing_site_stands_in_the_table():
    assert rommene().keys() == REDIGERING.keys()


def test_the_secretary_may_do_there_what_the_table_says(rf, sekretaer):
    request = rf.get("/admin/")
    request.user = sekretaer

    def kan(rom):
        svar = {
            "se": rom.has_view_permission(request),
            "legg-til": rom.has_add_permission(request),
            "endre": rom.has_change_permission(request),
            "slett": rom.has_delete_permission(request),
        }
        return " ".join(hva for hva, lov in svar.items() if lov)

    request.resolver_match = None
    assert {navn: kan(rom) for navn, rom in rommene().items()} == REDIGERING


@pytest.mark.parametrize("rom", REDIGERING)
def test_the_editing_site_is_for_the_secretary_and_the_administrator(client, folk, rom):
    liste = reverse(f"admin:{rom}_changelist")
    ny = reverse(f"admin:{rom}_add")
    lov = "200" if "legg-til" in REDIGERING[rom] else "403"

    assert [svar_til(client, bruker, "get", liste) for bruker in folk] == ["inn", "302", "302", "200", "200"]
    assert [svar_til(client, bruker, "get", ny) for bruker in folk] == ["inn", "302", "302", lov, lov]


@pytest.mark.parametrize(
    "adresse",
    [
        "/admin/",
        "/admin/tiltak/",
        "/admin/jsi18n/",
        "/admin/autocomplete/",
        "/admin/aktivitet/fastaktivitet/fyll/",
        "/admin/tiltak/plan/1/change/",
        "/admin/finnes-ikke/",
    ],
)
def test_no_page_of_the_editing_site_answers_the_others(client, folk, adresse):
    for bruker in folk[:3]:
        client.logout()
        if bruker:
            client.force_login(bruker)
        ender = client.get(adresse, follow=True)

        assert ender.status_code == (403 if bruker else 200)
        assert ender.request["PATH_INFO"] == ("/admin/login/" if bruker else "/logg-inn/")
