from datetime import date

import pytest
from django.apps import apps
from django.urls import reverse

from arbeidsplan.personvern.navnesteder import ETASJENE, LENKER, navnesteder, tekstfelter
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.models import Maal, Planutgave, Rapport, Status


@pytest.fixture
def tiltak(db):
    return lag_tiltak(Maal.objects.create(plan=lag_plan(), nr=1, nummer="1", overskrift="Mål"), "1a")


def test_the_name_is_found_whatever_its_case_and_white_space(styremedlem, sekretaer, tiltak, lag_aktivitet):
    styremedlem.navn = "Åse Østby"
    aktivitet = lag_aktivitet("Medlemsmøte", date(2026, 6, 3), kontakt="ÅSE  ØSTBY", kontakt_epost="Kari@Example.org")
    lag_aktivitet("Uten", date(2026, 6, 3), kontakt="Åse Øst")
    termin = lag_termin(tiltak)
    termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, merknad="Holdt av Åse\nØstby")
    Planutgave.objects.create(
        plan=tiltak.maal.plan,
        gjelder_fra=date(2025, 1, 1),
        innhold={"maal": [{"tekst": "Takk til\nÅse\nØstby"}]},
        organ="arsmote",
        vedtaksdag=date(2025, 1, 1),
    )

    steder = navnesteder(styremedlem, sekretaer)

    assert [(sted.i_ord, sted.lenke) for sted in steder] == [
        ("Aktivitet: Medlemsmøte (kontakt)", aktivitet.get_absolute_url()),
        ("Aktivitet: Medlemsmøte (kontaktens e-post)", aktivitet.get_absolute_url()),
        (
            "Utgave av planen: Arbeidsplan 2025-2028 (planen)",
            reverse("tiltak:historikk", args=[tiltak.maal.plan.slug]),
        ),
        ("Termin: 1a (merknad)", termin.get_absolute_url()),
        ("Statusendring: 1a (merknad)", termin.get_absolute_url()),
    ]


def test_whoever_reads_is_told_only_of_what_they_may_read(
    styremedlem, redaktoer, sekretaer, tiltak, lag_aktivitet, fylkeslag
):
    for bruker in (styremedlem, redaktoer, sekretaer):
        bruker.navn = "Kari Nordmann"
    lag_aktivitet("Åpent", date(2026, 6, 3), kontakt="Kari Nordmann")
    lag_aktivitet("Styrets", date(2026, 6, 3), kontakt="Kari Nordmann", lag=fylkeslag, synlighet="intern")
    tiltak.vedlegg.create(navn="Kari Nordmann", lenke="https://example.org/")
    Rapport.objects.create(aar=2026, fra=date(2026, 1, 1), til=date(2026, 12, 31)).tekster.create(
        sted="innledning", tekst="Takk til Kari Nordmann"
    )
    tiltak.maal.plan.kapitler.create(slag="annet", nr=1, overskrift="Kari Nordmann")

    def leser(bruker):
        return {(sted.slag, sted.navn) for sted in navnesteder(bruker, bruker)}

    aapent = {("Aktivitet", "Åpent")}
    styrets = {("Aktivitet", "Styrets"), ("Lenke eller dokument", "1a"), ("Tekst i en rapport", "2026")}
    assert leser(redaktoer) == aapent
    assert leser(styremedlem) == aapent | styrets
    assert leser(sekretaer) - leser(styremedlem) == {("Kapittel", "Arbeidsplan 2025-2028")}


@pytest.mark.parametrize(
    ("tekst", "funnet"),
    [
        ("Bo", True),
        ("Ring Bo.", True),
        ("Bos forslag", True),
        ("bod", False),
        ("Nabo", False),
        ("(bo@example.org)", True),
    ],
)
def test_a_short_name_is_found_as_a_word_of_its_own(styremedlem, sekretaer, lag_aktivitet, tekst, funnet):
    styremedlem.navn, styremedlem.email = "Bo", "bo@example.org"
    lag_aktivitet("Møte", date(2026, 6, 3), beskrivelse=tekst)

    assert bool(navnesteder(styremedlem, sekretaer)) == funnet


def test_nobody_is_found_by_an_empty_name(styremedlem, sekretaer, lag_aktivitet):
    styremedlem.navn = ""
    lag_aktivitet("Møte", date(2026, 6, 3))

    assert navnesteder(styremedlem, sekretaer) == []


def test_every_kind_that_somebody_writes_in_is_looked_through_and_what_is_led_to_is_there(db, sekretaer):
    modeller = [modell for etasje in ETASJENE for modell in apps.get_app_config(etasje).get_models()]
    skrevet = {modell._meta.label for modell in modeller if tekstfelter(modell)}

    assert LENKER.keys() <= skrevet
    # Those that have no page of their own; the rest would be shown without a link.
    assert skrevet - LENKER.keys() == {
        "aktivitet.FastAktivitet",
        "aktivitet.Kalenderstand",
        "aktivitet.Lag",
        "tiltak.Aktivitetsrad",
        "tiltak.Dokumentfil",
        "tiltak.Frist",
        "tiltak.Kildedokument",
        "tiltak.Merknad",
        "tiltak.Sammenlikning",
        "tiltak.Valgresultat",
    }
    for modell in modeller:
        if modell._meta.label in LENKER:
            _, *stier = LENKER[modell._meta.label]
            list(modell._default_manager.values_list(*stier))  # raises FieldError for one that is not there
