"""The plan's own pages to write: what the secretary sees and saves, what is refused, and what is told."""

from datetime import date

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateNotUsed, assertTemplateUsed

from aktivitet.samtidig import ENDRET
from tests.tiltak.conftest import lag_mange, lag_plan, lag_tiltak
from tiltak.models import Avsnitt, Kapittel, Maal, Ordlydsendring, Periodemaal, Plan, Planutgave
from tiltak.tolkning import les_paa_nytt

VEDTAK = {"organ": "arsmotet", "vedtaksdag": "28.02.2026", "grunn": "Vedtak i sak 7"}


@pytest.fixture
def rediger(client, sekretaer, i_dag):
    """The secretary, logged in on 15 June 2026."""
    client.force_login(sekretaer)
    return client


@pytest.fixture
def utkast(db):
    return lag_plan("utkast", tittel="Utkast", status=Plan.Status.UTKAST)


@pytest.fixture
def utkasttiltak(utkast):
    maal = Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Politisk mål")
    return lag_tiltak(maal, "1a", "Møte folk")


def adresse(ting, hva="tiltak"):
    plan = ting.maal.plan if hasattr(ting, "maal") and ting.maal else ting.plan
    return f"/plan/{plan.slug}/rediger/{hva}/{ting.pk}/"


def fra_skjema(form):
    """What the browser would send, unchanged."""
    data = {}
    for felt in form:
        verdi = felt.value()
        if verdi is True:
            data[felt.html_name] = "on"
        elif verdi is not None and verdi is not False:
            data[felt.html_name] = felt.field.widget.format_value(verdi) if isinstance(verdi, date) else verdi
    return data


def skjema(client, sti):
    return fra_skjema(client.get(sti).context["form"])


def feil(svar):
    return {navn: list(liste) for navn, liste in svar.context["form"].errors.items()}


def sagt(client):
    return [str(melding) for melding in client.get("/plan/ny/").context["messages"]]


# --- The outline -----------------------------------------------------------------------------------------------------


def test_the_outline_has_every_part_in_the_plans_order(rediger, plan, maal, tiltak):
    visjon = Kapittel.objects.create(plan=plan, slag="visjon", nr=1, overskrift="Visjon")
    avsnitt = visjon.avsnitt.create(nr=1, tekst="Et sterkt lag.")
    maalene = Kapittel.objects.create(plan=plan, slag="maal", nr=2, overskrift="Målene")
    slutt = Kapittel.objects.create(plan=plan, slag="avslutning", nr=3, overskrift="Aktivitet")
    rad = plan.aktivitetsrader.create(nr=1, maaned="Mars")
    under = maal.avsnitt.create(nr=1, tekst="SV er tydelig.")
    periodemaal = plan.periodemaal.create(nr=1, tekst="Vinne")
    borte = lag_tiltak(maal, "1.1b", utgaatt=date(2026, 2, 28))

    disposisjon = rediger.get(f"/plan/{plan.slug}/rediger/").context["disposisjon"]

    rekkefoelge = [visjon, avsnitt, maalene, maal, under, tiltak, slutt, rad, periodemaal]
    assert [del_.ting for del_ in disposisjon.deler] == rekkefoelge
    assert [del_.ting for del_ in disposisjon.ute] == [borte]


@pytest.mark.parametrize("antall", [1, 3])
def test_the_outline_costs_the_same_for_any_size(rediger, plan, antall, django_assert_num_queries):
    lag_mange(plan, antall)

    with django_assert_num_queries(9):
        rediger.get(f"/plan/{plan.slug}/rediger/")


def test_an_empty_plan_says_so_and_what_can_be_added(rediger, utkast):
    svar = rediger.get("/plan/utkast/rediger/")

    assertContains(svar, "Det står ingenting i planen ennå.")
    assertContains(svar, '<a class="knapp lys" href="/plan/utkast/rediger/mal/ny/">Mål</a>', html=True)


# --- Adopted wording -------------------------------------------------------------------------------------------------


def test_changing_adopted_wording_asks_who_decided_when_and_why(rediger, tiltak):
    data = skjema(rediger, adresse(tiltak)) | {"tekst": "Revidere strategien", "vedtaksdag": "", "grunn": " \0 "}

    svar = rediger.post(adresse(tiltak), data)

    assert feil(svar) == {
        "organ": ["Planen er vedtatt. Velg hvem som har vedtatt endringen."],
        "vedtaksdag": ["Planen er vedtatt. Skriv dagen det ble vedtatt."],
        "grunn": ["Planen er vedtatt. Skriv hvorfor ordlyden endres."],
    }
    assertContains(svar, "Revidere strategien</textarea>")
    tiltak.refresh_from_db()
    assert (tiltak.tekst, Ordlydsendring.objects.count()) == ("Revidere kommunikasjonsstrategi", 0)


def test_a_change_stands_in_the_log_field_by_field_with_the_decision(rediger, sekretaer, tiltak):
    data = skjema(rediger, adresse(tiltak)) | VEDTAK | {"tekst": "Revidere strategien", "ansvarlig": "AU"}

    svar = rediger.post(adresse(tiltak), data)

    assert svar.headers["Location"] == f"/plan/{tiltak.maal.plan.slug}/rediger/#tiltak-{tiltak.pk}"
    ny = Planutgave.objects.order_by("pk").last()
    assert (ny.organ, ny.vedtaksdag, ny.grunn, ny.av) == ("arsmotet", date(2026, 2, 28), "Vedtak i sak 7", sekretaer)
    linjer = Ordlydsendring.objects.order_by("pk").values_list("utgave", "hva", "felt", "foer", "etter")
    foer, etter = "Revidere kommunikasjonsstrategi", "Revidere strategien"
    assert list(linjer) == [
        (ny.pk, "Tiltak 1.1a", "ordlyd", foer, etter),
        (ny.pk, "Tiltak 1.1a", "ansvarlig", "", "AU"),
    ]


@pytest.mark.parametrize(
    ("dag", "setning"),
    [
        ("16.06.2026", "Dagen har ikke vært ennå. Skriv dagen det ble vedtatt."),
        ("30.01.2025", "Planen ble vedtatt 31. januar 2025. Skriv den dagen eller en senere."),
        ("i går", "Skriv dagen slik: 31.12.2026."),
    ],
)
def test_a_day_that_cannot_be_the_decisions_is_told_by_the_field(rediger, plan, tiltak, dag, setning):
    Plan.objects.update(vedtatt_dag=date(2025, 1, 31))
    data = skjema(rediger, adresse(tiltak)) | VEDTAK | {"tekst": "Nytt", "vedtaksdag": dag}

    assert feil(rediger.post(adresse(tiltak), data))["vedtaksdag"][0] == setning
    assert not Ordlydsendring.objects.exists()


def test_nothing_was_decided_before_a_plan_that_does_not_say_when_it_was_adopted(rediger, tiltak):
    data = skjema(rediger, adresse(tiltak)) | VEDTAK | {"tekst": "Nytt", "vedtaksdag": "31.12.2024"}

    svar = rediger.post(adresse(tiltak), data)

    setning = "Planen gjelder fra 1. januar 2025. Skriv den dagen eller en senere."
    assert feil(svar)["vedtaksdag"][0] == setning


def test_the_next_change_begins_with_the_decision_that_was_written_last(rediger, administrator, tiltak):
    foerst = skjema(rediger, adresse(tiltak))
    rediger.post(adresse(tiltak), foerst | VEDTAK | {"tekst": "Revidere strategien"})
    Planutgave.objects.update(tid=timezone.make_aware(timezone.datetime(2026, 6, 15, 12)))

    neste = skjema(rediger, adresse(tiltak))
    rediger.force_login(administrator)
    en_annens = skjema(rediger, adresse(tiltak))

    beslutning = ("organ", "vedtaksdag", "grunn")
    assert [foerst.get(felt) for felt in beslutning] == [None, "2026-06-15", ""]
    assert [neste[felt] for felt in beslutning] == ["arsmotet", "2026-02-28", "Vedtak i sak 7"]
    assert [en_annens.get(felt) for felt in beslutning] == [None, "2026-06-15", ""]


def test_who_follows_up_is_no_wording(rediger, styremedlem, tiltak):
    data = skjema(rediger, adresse(tiltak)) | {"foelges_opp_av": styremedlem.pk}

    rediger.post(adresse(tiltak), data)

    tiltak.refresh_from_db()
    assert (tiltak.foelges_opp_av, Ordlydsendring.objects.count()) == (styremedlem, 0)


def test_saving_without_changes_makes_no_version_and_no_edition(rediger, tiltak):
    rediger.post(adresse(tiltak), skjema(rediger, adresse(tiltak)))

    tiltak.refresh_from_db()
    assert (tiltak.versjon, Ordlydsendring.objects.count()) == (1, 0)


def test_a_draft_is_changed_without_a_decision(rediger, utkasttiltak):
    vist = rediger.get(adresse(utkasttiltak))
    rediger.post(adresse(utkasttiltak), fra_skjema(vist.context["form"]) | {"tekst": "Møte flere folk"})

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.tekst, Ordlydsendring.objects.count()) == ("Møte flere folk", 0)
    assertNotContains(vist, "Hvem har vedtatt det?")


# --- Every kind of part ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hva", "lag", "nytt"),
    [
        ("kapittel", lambda plan: Kapittel.objects.create(plan=plan, slag="visjon", nr=1), {"overskrift": "Visjon"}),
        ("periodemal", lambda plan: plan.periodemaal.create(nr=1, tekst="Vinne"), {"tekst": "Vinne valget"}),
        ("maned", lambda plan: plan.aktivitetsrader.create(nr=1, maaned="Mars"), {"mellomaar": "Skole"}),
        ("mal", lambda plan: plan.maal.create(nr=1, nummer="1", overskrift="Mål"), {"nummer": "2.1"}),
    ],
)
def test_every_kind_of_part_has_its_form(rediger, utkast, hva, lag, nytt):
    ting = lag(utkast)

    rediger.post(adresse(ting, hva), skjema(rediger, adresse(ting, hva)) | nytt)

    ting.refresh_from_db()
    assert {felt: getattr(ting, felt) for felt in nytt} == nytt


def test_a_paragraph_becomes_a_bullet(rediger, utkasttiltak):
    avsnitt = Avsnitt.objects.create(maal=utkasttiltak.maal, nr=1, tekst="SV er tydelig.")

    rediger.post(adresse(avsnitt, "avsnitt"), {"tekst": "SV er tydelig.", "punkt": "on", "lest_versjon": "1"})

    avsnitt.refresh_from_db()
    assert (avsnitt.tekst, avsnitt.punkt, avsnitt.versjon) == ("SV er tydelig.", True, 2)


def test_the_plans_head_is_changed_and_its_terminer_follow(rediger, utkasttiltak):
    plan = utkasttiltak.maal.plan
    sti = "/plan/utkast/rediger/hode/"
    rediger.post(adresse(utkasttiltak), skjema(rediger, adresse(utkasttiltak)) | {"gjennomfoering": "Hvert år"})

    rediger.post(sti, skjema(rediger, sti) | {"tittel": "Ny", "fra": "01.01.2026", "til": "2027-12-31"})

    plan.refresh_from_db()
    assert (plan.tittel, plan.fra, plan.til) == ("Ny", date(2026, 1, 1), date(2027, 12, 31))
    assert [termin.noekkel for termin in utkasttiltak.terminer.all()] == ["2026", "2027"]


@pytest.mark.parametrize(
    ("endret", "felt"),
    [
        ({"til": "9999-12-31"}, "til"),
        ({"til": "31.02.2026"}, "til"),
        ({"til": "2020-01-01"}, "til"),
        ({"til": "2060-01-01"}, "til"),
        ({"fra": ""}, "fra"),
        ({"tittel": "\0"}, "tittel"),
    ],
)
def test_a_head_that_cannot_be_is_told_by_the_field(rediger, utkast, endret, felt):
    sti = "/plan/utkast/rediger/hode/"

    svar = rediger.post(sti, skjema(rediger, sti) | endret)

    assert feil(svar).keys() == {felt}


@pytest.mark.parametrize(
    ("endret", "felt"),
    [
        ({"fra": "2026-01-01"}, {"fra"}),
        ({"til": "2026-02-26"}, {"til"}),
        ({"til": "2026-02-27"}, set()),
        ({"fra": "2024-01-01"}, set()),
        ({"fra": "2026-01-01", "organ": "retting"}, set()),
    ],
)
def test_no_decision_takes_days_that_have_been_out_of_the_period(rediger, plan, tiltak, endret, felt):
    les_paa_nytt(tiltak)
    sti = f"/plan/{plan.slug}/rediger/hode/"

    svar = rediger.post(sti, skjema(rediger, sti) | VEDTAK | endret)

    plan.refresh_from_db()
    if felt:
        assert feil(svar).keys() == felt
        assertContains(svar, "Planen gjaldt alt 1. januar 2025–27. februar 2026")
        assert (plan.fra, plan.til) == (date(2025, 1, 1), date(2028, 12, 31))
    else:
        assert svar.status_code == 302


def test_new_words_of_a_period_goal_move_its_target_unless_somebody_wrote_another(rediger, utkast):
    tekst = "Minst {} representanter ved stortingsvalget 2029"
    lest = Periodemaal.objects.create(
        plan=utkast, nr=1, tekst=tekst.format("to"), antall=2, valg="stortingsvalg", valgaar=2029
    )
    rettet = Periodemaal.objects.create(plan=utkast, nr=2, tekst=tekst.format("to"), antall=7)

    for maal in (lest, rettet):
        sti = adresse(maal, "periodemal")
        rediger.post(sti, skjema(rediger, sti) | {"tekst": tekst.format("fire")})

    assert list(utkast.periodemaal.values_list("antall", "valg")) == [(4, "stortingsvalg"), (7, "")]


# --- Added -----------------------------------------------------------------------------------------------------------


def test_a_measure_is_added_where_the_link_says(rediger, maal, tiltak):
    sist = lag_tiltak(maal, "1.1c")
    sti = f"/plan/{maal.plan.slug}/rediger/tiltak/ny/?i=mal-{maal.pk}&etter={tiltak.pk}"

    uten = rediger.post(sti, {"kode": "1.1b", "tekst": "Noe nytt", "gjennomfoering": "2027"})
    rediger.post(sti, {"kode": "1.1b", "tekst": "Noe nytt", "gjennomfoering": "2027"} | VEDTAK)

    assert feil(uten).keys() == {"organ", "grunn", "vedtaksdag"}
    assert list(maal.tiltak.values_list("nr", "kode")) == [(1, "1.1a"), (2, "1.1b"), (3, sist.kode)]
    assert sagt(rediger) == ["Lagret. Fristen leses slik: I 2027."]


@pytest.mark.parametrize("etter", ["", "forst", "denne"])
def test_what_is_sent_twice_is_added_once(rediger, maal, tiltak, etter):
    lag_tiltak(maal, "1.1c")
    sti = f"/plan/{maal.plan.slug}/rediger/tiltak/ny/?i=mal-{maal.pk}&etter={etter.replace('denne', str(tiltak.pk))}"
    data = {"kode": "1.1b", "tekst": "Noe nytt", "gjennomfoering": "2027"} | VEDTAK

    rediger.post(sti, data)
    rediger.post(sti, data)

    assert maal.tiltak.filter(kode="1.1b").count() == 1
    assert sagt(rediger)[-1] == "Det står her allerede, og er ikke lagt til en gang til."
    assert Planutgave.objects.count() == 2


@pytest.mark.parametrize("etter", ["", "forst", "999999", "x", "9" * 30])
@pytest.mark.parametrize("hva", ["kapittel", "periodemal", "mal", "maned"])
def test_what_the_plan_itself_has_is_added_anywhere(rediger, utkast, hva, etter):
    data = {"overskrift": "Nytt", "slag": "visjon", "tekst": "Nytt", "nummer": "1", "maaned": "Mars"}

    svar = rediger.post(f"/plan/utkast/rediger/{hva}/ny/?etter={etter}", data)

    assert svar.status_code == 302
    assert rediger.get("/plan/utkast/rediger/").context["disposisjon"].deler != []


@pytest.mark.parametrize("eier", ["", "mal-999999", "kapittel-1", "mal-", "mal-\0", "plan-1", f"mal-{'9' * 30}"])
def test_a_measure_is_added_under_a_goal_of_the_plan_or_not_at_all(rediger, utkast, tiltak, eier):
    for hvem in (eier, f"mal-{tiltak.maal_id}"):  # the last one is another plan's
        svar = rediger.post(f"/plan/utkast/rediger/tiltak/ny/?i={hvem}", {"tekst": "Ikke mist dette"})

        assert svar.status_code == 404
        assertContains(svar, "Ikke mist dette", status_code=404)


def test_a_number_that_stands_twice_is_told_and_kept(rediger, utkasttiltak):
    maal = utkasttiltak.maal
    Maal.objects.create(plan=maal.plan, nr=2, nummer="2", overskrift="Annet")
    lag_tiltak(maal, "1b")

    rediger.post(adresse(maal, "mal"), skjema(rediger, adresse(maal, "mal")) | {"nummer": "2."})
    om_nummeret = sagt(rediger)
    rediger.post(adresse(utkasttiltak), skjema(rediger, adresse(utkasttiltak)) | {"kode": "1b"})

    assert om_nummeret == ["Lagret. Nummeret 2 står nå to ganger i planen."]
    assert sagt(rediger) == ["Lagret. Koden 1b står nå to ganger i planen."]


# --- Bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("felt", ["tekst", "kode", "gjennomfoering", "ansvarlig", "grunn"])
def test_a_hundred_thousand_characters_are_told_by_the_field_and_stay(rediger, tiltak, felt):
    svar = rediger.post(adresse(tiltak), skjema(rediger, adresse(tiltak)) | VEDTAK | {felt: "å" * 100_000})

    assert felt in feil(svar)
    assertContains(svar, "å" * 100_000)


def test_what_cannot_be_seen_is_taken_out_on_the_way_in(rediger, utkasttiltak):
    data = {"tekst": "a\0\x07b\r\nc", "kode": " 1\0a\u202e ", "ansvarlig": "\0", "lest_versjon": "1"}

    rediger.post(adresse(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.tekst, utkasttiltak.kode, utkasttiltak.ansvarlig) == ("ab\nc", "1a", "")


def test_nothing_but_control_characters_is_nothing(rediger, utkasttiltak):
    svar = rediger.post(adresse(utkasttiltak), skjema(rediger, adresse(utkasttiltak)) | {"tekst": "\0\x07\u200b"})

    assert feil(svar) == {"tekst": ["Skriv hva tiltaket er."]}


@pytest.mark.parametrize("nummer", ["", "1.", "a", "1..1", "1.1.1.1.1.1", "1234", "1,1", "-1", "1 1", "¹"])
def test_the_number_of_a_goal_is_one(rediger, utkasttiltak, nummer):
    maal = utkasttiltak.maal

    svar = rediger.post(adresse(maal, "mal"), skjema(rediger, adresse(maal, "mal")) | {"nummer": nummer})

    assert svar.status_code == (302 if nummer == "1." else 200)
    maal.refresh_from_db()
    assert maal.nummer == "1"


@pytest.mark.parametrize(
    ("felt", "verdi"), [("antall", "mange"), ("antall", "0"), ("antall", "9" * 30), ("valgaar", "27"), ("valg", "x")]
)
def test_a_target_that_is_none_is_told_by_the_field(rediger, utkast, felt, verdi):
    sti = adresse(utkast.periodemaal.create(nr=1, tekst="Vinne"), "periodemal")

    assert feil(rediger.post(sti, skjema(rediger, sti) | {felt: verdi})).keys() == {felt}


# --- Two at once -----------------------------------------------------------------------------------------------------


def test_a_save_on_top_of_a_newer_one_is_refused_and_shows_both(rediger, utkasttiltak):
    data = skjema(rediger, adresse(utkasttiltak))
    rediger.post(adresse(utkasttiltak), data | {"tekst": "Min tekst", "ansvarlig": "AU"})

    svar = rediger.post(adresse(utkasttiltak), data | {"tekst": "Din tekst", "ansvarlig": "AU"})
    igjen = rediger.post(adresse(utkasttiltak), fra_skjema(svar.context["form"]) | {"tekst": "Begges tekst"})

    utkasttiltak.refresh_from_db()
    assert feil(svar) == {"__all__": [ENDRET], "tekst": ["Lagret nå: «Min tekst»"]}
    assertContains(svar, "Din tekst</textarea>")
    assert (igjen.status_code, utkasttiltak.tekst, utkasttiltak.versjon) == (302, "Begges tekst", 3)


@pytest.mark.parametrize("versjon", ["", "x", "-1", "9" * 40, "\0"])
def test_a_version_that_nobody_has_read_overwrites_nothing(rediger, utkasttiltak, versjon):
    data = skjema(rediger, adresse(utkasttiltak)) | {"tekst": "Din tekst", "lest_versjon": versjon}

    svar = rediger.post(adresse(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert (svar.status_code, utkasttiltak.tekst) == (200, "Møte folk")


def test_one_that_somebody_took_on_meanwhile_is_not_taken_from_them(rediger, tiltak, styremedlem):
    aapnet = skjema(rediger, adresse(tiltak)) | VEDTAK | {"tekst": "Revidere strategien"}
    tiltak.foelg_opp(styremedlem, fra=None)

    svar = rediger.post(adresse(tiltak), aapnet)

    tiltak.refresh_from_db()
    assert (tiltak.foelges_opp_av, tiltak.tekst) == (styremedlem, "Revidere kommunikasjonsstrategi")
    assert feil(svar)["foelges_opp_av"] == ["Lagret nå: «Kari Styremedlem»"]


def test_what_was_typed_for_a_part_that_is_gone_is_shown_to_be_copied(rediger, utkasttiltak):
    avsnitt = Avsnitt.objects.create(maal=utkasttiltak.maal, nr=1, tekst="Gammel")
    sti = adresse(avsnitt, "avsnitt")
    data = skjema(rediger, sti)
    avsnitt.delete()

    svar = rediger.post(sti, data | {"tekst": "Mye ny <tekst>"})

    assert (svar.status_code, Avsnitt.objects.count()) == (404, 0)
    assertContains(svar, "Mye ny &lt;tekst&gt;", status_code=404)


# --- In place --------------------------------------------------------------------------------------------------------


def test_with_htmx_a_part_opens_and_closes_where_it_stands(rediger, utkasttiltak):
    htmx = {"headers": {"HX-Request": "true"}}
    aapen = rediger.get(adresse(utkasttiltak), **htmx)
    lagret = rediger.post(adresse(utkasttiltak), fra_skjema(aapen.context["form"]) | {"tekst": "Møte flere"}, **htmx)
    lukket = rediger.get(adresse(utkasttiltak) + "?vis=del", **htmx)

    assertTemplateUsed(aapen, "tiltak/rediger/_skjema.html")
    for svar in (aapen, lagret, lukket):
        assertTemplateNotUsed(svar, "base.html")
        assertContains(svar, f'id="tiltak-{utkasttiltak.pk}"', count=1)
    assertContains(lagret, "Møte flere")
    assertContains(lagret, 'data-si="Lagret."')
    assertNotContains(lukket, "Lagret.")


# --- A plan by hand, and the proposal --------------------------------------------------------------------------------


def test_a_plan_is_made_by_hand(rediger, plan):
    svar = rediger.post("/plan/ny/", {"tittel": "Arbeidsplan 2025-2028", "fra": "01.01.2029", "til": "31.12.2032"})

    ny = Plan.objects.get(pk__gt=plan.pk)
    assert svar.headers["Location"] == f"/plan/{ny.slug}/rediger/"
    assert (ny.slug, ny.status, ny.fra) == ("arbeidsplan-2025-2028-2", "utkast", date(2029, 1, 1))


@pytest.mark.parametrize("tittel", ["Ny", "Inn"])
def test_a_plan_is_never_called_as_a_page_beside_it(rediger, tittel):
    rediger.post("/plan/ny/", {"tittel": tittel, "fra": "2029-01-01", "til": "2032-12-31"})

    assert Plan.objects.get().slug == f"{tittel.lower()}-2"


@pytest.mark.parametrize(
    ("fra", "til", "felt"),
    [("2029-01-01", "2028-01-01", "til"), ("", "x", "fra til"), ("2029-01-01", "2060-01-01", "til")],
)
def test_a_period_that_cannot_be_makes_no_plan(rediger, db, fra, til, felt):
    svar = rediger.post("/plan/ny/", {"tittel": "Plan", "fra": fra, "til": til})

    assert (set(feil(svar)), Plan.objects.count()) == (set(felt.split()), 0)


def test_a_draft_is_put_out_as_a_proposal_and_taken_back(rediger, client, utkast):
    def send(**data):
        rediger.post("/plan/utkast/rediger/forslag/", data)
        utkast.refresh_from_db()
        return utkast.status, utkast.lagt_ut

    ute = send(versjon=utkast.versjon)
    med_for_gammel_side = send(versjon=utkast.versjon - 1, trekk_tilbake="1")
    tilbake = send(versjon=utkast.versjon, trekk_tilbake="1")

    assert (ute, med_for_gammel_side, tilbake) == (("forslag", True), ("forslag", True), ("utkast", False))


def test_an_adopted_plan_cannot_be_made_a_proposal_again(rediger, plan):
    rediger.post(f"/plan/{plan.slug}/rediger/forslag/", {"versjon": plan.versjon})

    plan.refresh_from_db()
    assert (plan.status, plan.lagt_ut) == ("vedtatt", False)


def test_the_measures_own_page_leads_the_secretary_here(rediger, tiltak, styremedlem):
    lenke = f'<a href="{adresse(tiltak)}">Rediger tiltaket</a>'
    som_sekretaer = rediger.get(tiltak.get_absolute_url())
    rediger.force_login(styremedlem)

    assertContains(som_sekretaer, lenke, html=True)
    assertNotContains(rediger.get(tiltak.get_absolute_url()), "Rediger tiltaket")
