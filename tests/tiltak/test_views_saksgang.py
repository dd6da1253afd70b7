"""Tests of the report's way through the annual meeting: the acts, what is refused in words, the editions, the list,
and that what is frozen stays frozen."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tiltak.models import Gjenaapning, Plan, Rapport, Rapporttekst, Rapportutgave, Tiltak
from tiltak.pdf import lager
from tiltak.rapport.dokument import Form, rapport_html
from tiltak.rapport.framlegging import legg_fram
from tiltak.rapport.frys import tin
from tiltak.rapport.sammenlikning.endret import endret_siden
from tiltak.rapport.utgivelse import Utgivelse
from tiltak.redigering.deling import del_opp
from tiltak.utgave import Beslutning

from .conftest import begynn_rapport, lag_mange, lag_meldt, lag_plan, lag_termin, lag_tiltak, uten_merker

SAKSGANG, ENDRET, LISTE, SIDEN = "/rapport/2025/saksgang/", "/rapport/2025/endret/", "/rapport/", "/rapport/2025/"
STYRET, MOETET = date(2026, 2, 3), date(2026, 2, 28)
UTKAST, LAGT_FRAM, GODKJENT, TIL_ETTERRETNING = Rapport.Tilstand


@pytest.fixture
def tiltak(maal, i_dag):
    return lag_meldt(maal)


@pytest.fixture
def utkast(tiltak, sekretaer):
    rapport = begynn_rapport(moetedag=MOETET)
    Rapporttekst(rapport=rapport, sted="innledning").skriv("Et godt år.", av=sekretaer, versjon=0)
    return rapport


@pytest.fixture
def lagt_fram(utkast, sekretaer, i_dag):
    legg_fram(utkast, STYRET, av=sekretaer, versjon=utkast.versjon, i_dag=i_dag)
    return utkast


@pytest.fixture
def godkjent(lagt_fram, sekretaer):
    lagt_fram.vedta(GODKJENT, MOETET, av=sekretaer, versjon=lagt_fram.versjon)
    return lagt_fram


def gjoer(client, rapport, handling, **felter):
    return client.post(SAKSGANG, {"handling": handling, "versjon": rapport.versjon, **felter})


def paa_nytt():
    return Rapport.objects.get(aar=2025)


def stegene(svar):
    return [(steg.navn, steg.er_her) for steg in svar.context["steg"]]


def feilene(svar):
    """What is said by the fields of the form that was sent."""
    assert svar.status_code == 200
    return dict(svar.context["sendt"].errors)


# --- The whole way --------------------------------------------------------------------------------------------------


def test_every_issued_edition_has_its_documents_begun_and_no_other_act_has(
    skriver, utkast, monkeypatch, django_capture_on_commit_callbacks
):
    begynt = []
    monkeypatch.setattr(lager, "begynn", lambda bestilling, utgave, form: begynt.append((utgave.nr, form)))

    for handling, felter in (
        ("legg_fram", {"vedtatt": "2026-02-03"}),
        ("publiser", {}),
        ("vedta", {"utfall": GODKJENT, "moetedag": "2026-02-28"}),
        ("aapne_igjen", {"grunn": "Et tall var feil"}),
    ):
        with django_capture_on_commit_callbacks(execute=True):
            assert gjoer(skriver, paa_nytt(), handling, **felter).status_code == 302

    assert begynt == [(nr, form.value) for nr in (1, 2) for form in Form]


def test_an_edition_is_issued_also_when_its_documents_cannot_be_begun(
    skriver, utkast, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(lager, "begynn", lambda *a, **k: 1 / 0)

    with django_capture_on_commit_callbacks(execute=True):
        svar = gjoer(skriver, utkast, "legg_fram", vedtatt="2026-02-03")

    assert (svar.status_code, paa_nytt().tilstand) == (302, LAGT_FRAM)


def test_the_whole_way_from_draft_to_approved_and_back(skriver, utkast):
    assert stegene(skriver.get(SAKSGANG)) == [
        ("Utkast", True),
        ("Legges fram av fylkesstyret", False),
        ("Behandles av årsmøtet", False),
    ]

    svar = gjoer(skriver, utkast, "legg_fram", vedtatt="2026-02-03")
    assert (svar.status_code, svar.headers["Location"]) == (302, SAKSGANG)
    assert stegene(skriver.get(SAKSGANG))[1] == ("Lagt fram av fylkesstyret 3. februar 2026", True)

    gjoer(skriver, paa_nytt(), "vedta", utfall="etterretning", moetedag="28.02.2026")
    assert stegene(skriver.get(SAKSGANG)) == [
        ("Utkast", False),
        ("Lagt fram av fylkesstyret 3. februar 2026", False),
        ("Tatt til etterretning av årsmøtet 28. februar 2026", True),
    ]

    gjoer(skriver, paa_nytt(), "aapne_igjen", grunn="Et tall var feil")
    side = skriver.get(SAKSGANG)
    assert stegene(side)[0] == ("Utkast", True)
    assertContains(side, "Et tall var feil")
    assert [(u.nr, u.tilstand, u.dag) for u in side.context["utgaver"]] == [
        (2, TIL_ETTERRETNING, MOETET),
        (1, LAGT_FRAM, STYRET),
    ]


def test_publishing_is_a_switch_that_can_be_turned_back(client, skriver, lagt_fram):
    gjoer(skriver, lagt_fram, "publiser")
    assertContains(skriver.get(SAKSGANG), "<strong>Alle.</strong>", html=True)
    assert paa_nytt().publisert

    gjoer(skriver, paa_nytt(), "trekk_tilbake")
    assertContains(skriver.get(SAKSGANG), "<strong>Bare styret.</strong>", html=True)
    assert paa_nytt().publisert is None
    client.logout()
    assert client.get(SIDEN).status_code == 404


def test_a_draft_that_was_never_issued_cannot_be_published(skriver, utkast):
    assert "publiser" not in skriver.get(SAKSGANG).context["skjemaer"]

    svar = gjoer(skriver, utkast, "publiser")

    assertContains(svar, "Ikke gjort: beretningen er nå «Utkast».")
    assert paa_nytt().publisert is None


def test_what_is_missing_is_told_and_does_not_stop_it(skriver, tiltak):
    side = skriver.get(SAKSGANG)
    assertContains(side, "1 frist mangler vurdering.")
    assertContains(side, "Innledningen er ikke skrevet.")

    svar = skriver.post(SAKSGANG, {"handling": "legg_fram", "versjon": "0", "vedtatt": "2026-02-03"})

    assert (svar.status_code, paa_nytt().tilstand) == (302, LAGT_FRAM)


def test_where_there_is_nothing_to_tell_of_it_says_so_and_nothing_is_laid_before_the_meeting(skriver, plan, i_dag):
    assertContains(skriver.get(SAKSGANG), "Det er ingenting å legge fram.")
    assertContains(
        skriver.get("/rapport/2040/saksgang/"), "Ingen vedtatt plan gjelder for 1. januar–31. desember 2040"
    )

    svar = skriver.post(SAKSGANG, {"handling": "legg_fram", "versjon": "0", "vedtatt": "2026-02-03"})

    assertContains(svar, "Ikke gjort: det er ingenting å legge fram.")
    assert not Rapport.objects.exists()


def test_the_board_reads_the_way_and_changes_nothing(client, styremedlem, lagt_fram):
    client.force_login(styremedlem)

    side = client.get(SAKSGANG)

    assertContains(side, "Lagt fram av fylkesstyret 3. februar 2026")
    assertNotContains(side, f'action="{SAKSGANG}"')
    for handling in ("legg_fram", "vedta", "aapne_igjen", "publiser", "trekk_tilbake", ""):
        assert gjoer(client, lagt_fram, handling).status_code == 403
    assert paa_nytt().versjon == lagt_fram.versjon


@pytest.mark.parametrize("aar", [0, 1999, 2100, 2**64])
def test_a_year_outside_our_time_is_not_there(skriver, aar):
    haler = ("saksgang/", "endret/", "utgave/1/", "utgave/1/data.json")

    assert {skriver.get(f"/rapport/{aar}/{hale}").status_code for hale in haler} == {404}


# --- What is refused, in words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "sier"),
    [
        ("", "Skriv en dag."),
        ("i går", "Skriv dagen slik: 31.12.2026."),
        ("1999-01-01", "Skriv en dag mellom 2000 og 2099."),
        ("2026-06-16", "Dagen har ikke vært ennå. Skriv dagen det ble vedtatt."),
        ("2024-12-31", "Beretningen begynner 1. januar 2025. Skriv den dagen eller en senere."),
    ],
)
def test_a_day_that_cannot_be_the_boards_is_said_by_the_field(skriver, utkast, dag, sier):
    svar = gjoer(skriver, utkast, "legg_fram", vedtatt=dag)

    assert sier in feilene(svar)["vedtatt"]
    assert svar.context["skjemaer"]["legg_fram"]["vedtatt"].value() == dag
    assert paa_nytt().er_utkast


@pytest.mark.parametrize(
    ("felter", "sier"),
    [
        ({"moetedag": "2026-02-28"}, {"utfall": ["Velg hva årsmøtet gjorde med beretningen."]}),
        (
            {"utfall": "utkast", "moetedag": "2026-02-28"},
            {"utfall": ["Velg hva årsmøtet gjorde med beretningen."]},
        ),
        (
            {"utfall": "godkjent", "moetedag": "2026-06-16"},
            {"moetedag": ["Dagen har ikke vært ennå. Skriv dagen møtet ble holdt."]},
        ),
        (
            {"utfall": "godkjent", "moetedag": "2026-02-02"},
            {"moetedag": ["Fylkesstyret la den fram 3. februar 2026. Skriv den dagen eller en senere."]},
        ),
    ],
)
def test_a_decision_that_cannot_be_the_meetings_is_said_by_the_field(skriver, lagt_fram, felter, sier):
    svar = gjoer(skriver, lagt_fram, "vedta", **felter)

    assert feilene(svar) == sier
    assert paa_nytt().tilstand == LAGT_FRAM


@pytest.mark.parametrize(
    ("grunn", "sier"),
    [
        (" \x07 ", "Skriv hvorfor beretningen åpnes igjen."),
        ("x" * 1001, "Teksten er på 1001 tegn. Kort den ned til 1000."),
    ],
)
def test_without_a_reason_it_is_not_opened_again(skriver, lagt_fram, grunn, sier):
    assert feilene(gjoer(skriver, lagt_fram, "aapne_igjen", grunn=grunn)) == {"grunn": [sier]}

    assert paa_nytt().tilstand == LAGT_FRAM


@pytest.mark.parametrize("versjon", ["", "tull", "-1", str(2**64)])
def test_a_form_that_is_not_whole_says_so(skriver, utkast, versjon):
    svar = skriver.post(SAKSGANG, {"handling": "legg_fram", "vedtatt": "2026-02-03", "versjon": versjon})

    assertContains(svar, "Skjemaet er ikke helt.")
    assert paa_nytt().er_utkast


@pytest.mark.parametrize("handling", ["", "tull"])
def test_an_act_that_does_not_exist_shows_the_page(skriver, utkast, handling):
    assert gjoer(skriver, utkast, handling).status_code == 200
    assert paa_nytt().versjon == utkast.versjon


def test_when_somebody_saved_first_it_is_said_and_sent_once_more_it_is_done(skriver, utkast):
    lest = utkast.versjon
    utkast.lagre(lest)

    svar = skriver.post(SAKSGANG, {"handling": "legg_fram", "vedtatt": "2026-02-04", "versjon": lest})

    assertContains(svar, "Ikke gjort ennå: noen andre har endret beretningen i mellomtiden.")
    form = svar.context["skjemaer"]["legg_fram"]
    assert (form["vedtatt"].value(), form["versjon"].value()) == ("2026-02-04", str(lest + 1))
    assert paa_nytt().er_utkast
    skriver.post(SAKSGANG, {"handling": "legg_fram", "vedtatt": "2026-02-04", "versjon": form["versjon"].value()})
    assert paa_nytt().tilstand == LAGT_FRAM


def test_an_act_that_has_lost_its_place_says_so_and_keeps_what_was_typed(skriver, lagt_fram):
    lest = lagt_fram.versjon
    lagt_fram.aapne_igjen("Den første", av=None, versjon=lest)

    svar = skriver.post(SAKSGANG, {"handling": "aapne_igjen", "grunn": "Et <tall> var feil", "versjon": lest})

    assertContains(svar, "Ikke gjort: beretningen er nå «Utkast».")
    assertContains(svar, "<blockquote>Et &lt;tall&gt; var feil</blockquote>", html=True)
    assert [en.grunn for en in Gjenaapning.objects.all()] == ["Den første"]


def test_the_meetings_day_is_filled_in_when_it_has_been(skriver, lagt_fram):
    assert skriver.get(SAKSGANG).context["skjemaer"]["vedta"].initial["moetedag"] == MOETET
    Rapport.objects.update(moetedag=date(2026, 6, 20))

    assert skriver.get(SAKSGANG).context["skjemaer"]["vedta"].initial["moetedag"] is None


# --- What is frozen -------------------------------------------------------------------------------------------------


def test_what_is_frozen_stays_byte_for_byte_whatever_changes_afterwards(
    client, lagt_fram, maal, tiltak, sekretaer, lag_aktivitet, i_dag
):
    """Statuses, wording, calendar, texts, the plan, its measures, the report's own head: none of them touches it."""
    lagt_fram.publiser(lagt_fram.versjon)

    def alt():
        utgave = Rapportutgave.objects.get(nr=1)
        return {
            "siden": client.get(SIDEN).content,
            "utgaven": client.get("/rapport/2025/utgave/1/").content,
            "data": client.get("/rapport/2025/utgave/1/data.json").content,
            "innhold": tin(utgave.innhold),
            "dokumentene": [rapport_html(tin(utgave.innhold), Utgivelse.av(utgave), form) for form in Form],
        }

    foer = alt()
    naa = datetime(2026, 6, 1, 12, tzinfo=UTC)
    termin = tiltak.terminer.get()
    termin.sett_status("gjennomfoert", av=None, versjon=1, utfoert=date(2025, 5, 1), merknad="På torget", tid=naa)
    lag_termin(lag_tiltak(maal, "1.1b", "Noe helt nytt"), "2025")
    Tiltak.objects.filter(pk=tiltak.pk).update(tekst="Delta på mange kampanjer")
    lag_aktivitet("Vårslepp", date(2025, 5, 10))
    tiltak.refresh_from_db()
    vedtak = Beslutning("arsmotet", date(2026, 2, 28), "Delt i to", sekretaer)
    ny = {"kode": "1.1c", "tekst": "Delta på torget", "gjennomfoering": "Årlig", "ansvarlig": ""}
    del_opp(tiltak, {"tekst": "Delta i byene"}, [ny], vedtak, tiltak.versjon)
    lag_plan(slug="ny", tittel="Ny arbeidsplan").bekreft()
    lagt_fram.aapne_igjen("Ny tittel", av=None, versjon=lagt_fram.versjon)
    innledning = Rapporttekst.objects.get()
    innledning.skriv("Et helt annet år.", av=sekretaer, versjon=innledning.versjon)
    lagt_fram.tittel, lagt_fram.moetested = "Årsmelding", "Gjøvik"
    lagt_fram.lagre(lagt_fram.versjon)

    naa_sier_den = endret_siden(Rapportutgave.objects.select_related("rapport").get(nr=1), i_dag)
    assert [len(avdeling.ting) for avdeling in naa_sier_den.avdelinger] == [2, 1]  # measures, activities
    assert (len(naa_sier_den.hode), len(naa_sier_den.tekster)) == (2, 1)
    assert alt() == foer
    assert (Plan.objects.get(slug="ny").er_vedtatt, Tiltak.objects.count()) == (True, 3)


def test_the_public_reads_the_next_edition_when_it_is_laid_before_the_meeting_again(
    client, lagt_fram, sekretaer, i_dag
):
    lagt_fram.publiser(lagt_fram.versjon)
    lagt_fram.aapne_igjen("Ny tittel", av=None, versjon=lagt_fram.versjon)
    lagt_fram.tittel = "Årsmelding"
    lagt_fram.lagre(lagt_fram.versjon)
    assertContains(client.get(SIDEN), "Beretning 2025")
    assertNotContains(client.get(LISTE), "Årsmelding")

    legg_fram(lagt_fram, STYRET, av=sekretaer, versjon=lagt_fram.versjon, i_dag=i_dag)

    assertContains(client.get(SIDEN), "Årsmelding")
    assertContains(client.get(LISTE), "Årsmelding")
    assert (client.get("/rapport/2025/utgave/1/").status_code, client.get("/rapport/2025/utgave/2/").status_code) == (
        404,
        200,
    )


# --- An edition -----------------------------------------------------------------------------------------------------


def test_the_data_of_an_edition_has_the_checksum_that_is_shown(client, godkjent):
    godkjent.publiser(godkjent.versjon)
    utgave = godkjent.siste_utgave()

    svar = client.get("/rapport/2025/utgave/2/data.json")

    assert sha256(svar.content).hexdigest() == utgave.sjekksum
    assert svar.content.decode() == utgave.innhold
    assert (svar["Content-Type"], svar["Cache-Control"], dict(svar.cookies)) == ("application/json", "no-cache", {})
    assertContains(client.get("/rapport/2025/utgave/2/"), utgave.sjekksum)
    igjen = client.get("/rapport/2025/utgave/2/data.json", headers={"If-None-Match": svar["ETag"]})
    assert (igjen.status_code, igjen.content) == (304, b"")


def test_an_edition_is_read_as_it_was_issued_and_says_which_it_is(client, styremedlem, godkjent):
    client.force_login(styremedlem)

    for nr, hva in ((1, "Lagt fram av fylkesstyret 3. februar 2026"), (2, "Godkjent av årsmøtet 28. februar 2026")):
        side = client.get(f"/rapport/2025/utgave/{nr}/")
        assertContains(side, f"Utgave {nr}: {hva}.")
        assertContains(side, "Delta på kampanjer")
        assertContains(side, "Den står slik den ble gitt ut.")


def test_an_edition_that_was_changed_behind_its_back_says_so(client, styremedlem, lagt_fram):
    client.force_login(styremedlem)
    utgave = lagt_fram.siste_utgave()
    Rapportutgave.objects.update(innhold=utgave.innhold.replace("kampanjer", "kampanje"))

    assertContains(client.get("/rapport/2025/utgave/1/"), "Dataene har ikke sjekksummen")


@pytest.mark.parametrize("nr", [0, 3, 2**15, 2**64])
def test_an_edition_that_is_not_there_is_not_found(skriver, godkjent, nr):
    assert skriver.get(f"/rapport/2025/utgave/{nr}/").status_code == 404


# --- What has changed since -----------------------------------------------------------------------------------------


def test_the_board_sees_what_has_changed_since_it_was_laid_before_the_meeting(client, styremedlem, lagt_fram, tiltak):
    client.force_login(styremedlem)
    assertContains(client.get(ENDRET), "Ingenting er endret fra utgave 1")
    assertContains(client.get(SAKSGANG), "Ingenting er endret siden utgave 1.")
    tiltak.terminer.get().sett_status("ikke_gjennomfoert", av=None, versjon=1, merknad="Ingen kunne")

    side = uten_merker(client.get(ENDRET).content.decode())

    assert "Én ting er endret fra utgave 1 (Lagt fram av fylkesstyret 3. februar 2026) til slik det står nå." in side
    assert "Mangler vurdering 1 → er nå 0" in side
    assert "1.1a Delta på kampanjer 2025 Mangler vurdering → er nå Ikke gjennomført" in side
    for adresse in (SAKSGANG, SIDEN, "/rapport/2025/utgave/1/"):
        assertContains(client.get(adresse), "Én ting er endret siden utgave 1.")
    lagt_fram.publiser(lagt_fram.versjon)
    client.logout()
    assertNotContains(client.get(SIDEN), "endret siden")


def test_two_editions_are_compared(skriver, lagt_fram, sekretaer, i_dag):
    lagt_fram.aapne_igjen("En feil", av=None, versjon=lagt_fram.versjon)
    tekst = Rapporttekst.objects.get()
    tekst.skriv("Et <svært> godt år.", av=sekretaer, versjon=tekst.versjon)
    legg_fram(lagt_fram, STYRET, av=sekretaer, versjon=lagt_fram.versjon, i_dag=i_dag)

    side = skriver.get(ENDRET, {"fra": "1", "til": "2"})

    assertContains(side, "Én ting er endret fra utgave 1")
    assertContains(side, "&lt;svært&gt;")
    assertContains(skriver.get(ENDRET), "Ingenting er endret fra utgave 2")


@pytest.mark.parametrize(("fra", "til"), [("3", ""), ("1", "x"), ("", "1"), (str(2**64), "")])
def test_a_version_that_is_not_in_the_list_is_said_by_the_field(skriver, lagt_fram, fra, til):
    svar = skriver.get(ENDRET, {"fra": fra, "til": til})

    assertContains(svar, "Velg en av utgavene i listen.")
    assert "endret" not in svar.context


def test_before_it_is_laid_before_the_meeting_there_is_nothing_to_compare_with(skriver, utkast):
    for aar in (2025, 2026):
        assertContains(skriver.get(f"/rapport/{aar}/endret/"), "ikke lagt fram ennå")


# --- The list -------------------------------------------------------------------------------------------------------


def test_the_list_says_how_far_each_has_come(client, sekretaer, styremedlem, godkjent):
    utkast = Rapport.for_aaret(2026)
    utkast.lagre(0)
    client.force_login(styremedlem)
    side = uten_merker(client.get(LISTE).content.decode())
    assert "Beretning 2026 1. januar–31. desember 2026 Utkast. Bare styret kan lese den." in side
    assert "Godkjent av årsmøtet 28. februar 2026. Bare styret kan lese den." in side

    godkjent.publiser(godkjent.versjon)
    assertContains(client.get(LISTE), "Godkjent av årsmøtet 28. februar 2026. Publisert.")
    godkjent.aapne_igjen("En feil", av=sekretaer, versjon=godkjent.versjon)
    assertContains(client.get(LISTE), "Utkast: åpnet igjen. Publisert: alle leser den forrige utgaven.")

    client.logout()
    side = client.get(LISTE)
    assertContains(side, "Godkjent av årsmøtet 28. februar 2026")
    assertNotContains(side, "åpnet igjen")
    assertNotContains(side, "2026/")
    assert dict(side.cookies) == {}


# --- Queries --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antall", [1, 10])
def test_ten_times_the_plan_and_the_editions_cost_no_more_queries(
    antall, skriver, sekretaer, i_dag, django_assert_max_num_queries
):
    lag_mange(lag_plan(), antall)
    rapport = Rapport.for_aaret(2025)
    rapport.lagre(0)
    for _ in range(antall):
        legg_fram(rapport, STYRET, av=sekretaer, versjon=rapport.versjon, i_dag=i_dag)
        rapport.aapne_igjen("En feil", av=sekretaer, versjon=rapport.versjon)
    for aar in range(2026, 2026 + antall):
        Rapport.for_aaret(aar).lagre(0)

    for adresse, hoeyst in ((SAKSGANG, 18), (ENDRET, 18), (f"/rapport/2025/utgave/{antall}/", 18), (LISTE, 5)):
        with django_assert_max_num_queries(hoeyst):
            assert skriver.get(adresse).status_code == 200
