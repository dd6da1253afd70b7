"""The secretary's page of one year."""

from datetime import date, time

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.flytting import Dager, Flytting
from aktivitet.models import Aktivitet, FastAktivitet, Utelatt
from aktivitet.moenster.aarshjul import fyll_aar
from aktivitet.signals import moeter_endret
from tests.aktivitet.views.skjemaet import meldinger

AARET = "/hva-skjer/faste/2027/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def inne(client, sekretaer):
    """The secretary, logged in."""
    client.force_login(sekretaer)
    return client


@pytest.fixture
def faste(fylkeslag):
    return [
        FastAktivitet.objects.create(maaned=2, tittel="Årsmøte", type="arsmote"),
        FastAktivitet.objects.create(maaned=5, tittel="Vårslepp <ute>", type="samling"),
    ]


@pytest.fixture
def utkast(faste):
    """The year's drafts, of February and May."""
    return fyll_aar(2027)


def dato(aktivitet, **felter):
    """What the form in a row sends."""
    vanlig = {"handling": "dato", "aktivitet": aktivitet.pk, "versjon": aktivitet.versjon}
    return vanlig | {"foerste_dag": "2027-05-08", "siste_dag": "", "fra_kl": "", "til_kl": "", "sted": ""} | felter


def feil(svar, aktivitet):
    plan = svar.context["plan"]
    rad = next(rad for rad in plan.rader if rad.aktivitet and rad.aktivitet.pk == aktivitet.pk)
    return {felt: list(liste) for felt, liste in rad.skjema.errors.items()}


@pytest.fixture
def moeter_flytter():
    """Every meeting that counts moves one deadline."""

    def flytt(**kwargs):
        return [Flytting("Planen", "1a", "Noe", "2027", None, Dager(date(2027, 3, 1), date(2027, 3, 1)))]

    moeter_endret.connect(flytt)
    yield
    moeter_endret.disconnect(flytt)


# --- What it shows ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("maaned", "aar"), [(5, 2026), (9, 2027)])
def test_the_short_address_leads_to_the_year_that_is_planned(inne, monkeypatch, maaned, aar):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, maaned, 1))

    assertRedirects(inne.get("/hva-skjer/faste/"), f"/hva-skjer/faste/{aar}/")


@pytest.mark.parametrize("aar", [0, 1999, 2100, 10**30])
def test_a_year_outside_the_calendar_is_not_there(inne, aar):
    assert inne.get(f"/hva-skjer/faste/{aar}/").status_code == 404


def test_the_first_and_the_last_year_have_no_neighbour_outside(inne):
    assert [(s.context["forrige"], s.context["neste"]) for s in map(inne.get, _aarene(2000, 2099))] == [
        (None, 2001),
        (2098, None),
    ]


def _aarene(*aar):
    return [f"/hva-skjer/faste/{et}/" for et in aar]


def test_it_says_what_lacks_a_date_and_escapes_what_people_wrote(inne, utkast):
    svar = inne.get(AARET)

    assertContains(svar, "<strong>2 mangler dato.</strong>")
    assertContains(svar, "Vårslepp &lt;ute&gt;")
    assertNotContains(svar, "Vårslepp <ute>")


@pytest.mark.parametrize("vis", ["kamel", "x" * 10_000, "\0"])
def test_a_filter_that_is_none_shows_all(inne, utkast, vis):
    assert len(inne.get(AARET, {"vis": vis}).context["maaneder"]) == 12


def test_all_drafts_are_ticked_by_one_link_and_none_before_it(inne, utkast):
    lenken = f"{AARET}?vis=utkast&merk=alle"

    assertContains(inne.get(AARET), 'href="/hva-skjer/faste/2027/?vis=utkast&amp;merk=alle"')
    assert [inne.get(siden).content.decode().count(" checked>") for siden in (AARET, lenken)] == [0, 2]


def test_the_year_leads_to_its_wheel(inne):
    assertContains(inne.get(AARET), 'href="/hva-skjer/arshjul/2027/"')


def test_a_filter_with_nothing_in_it_says_so(inne, utkast):
    assertContains(inne.get(AARET, {"vis": "ikke-laget"}), "Alt i mønsteret er laget.")


def test_without_a_pattern_and_a_county_branch_it_says_what_to_do(inne):
    assertContains(inne.get(AARET), "Mønsteret har ingenting for 2027.")

    svar = inne.post(AARET, {"handling": "lag_alle"})
    assert meldinger(svar) == ["Det er ikke lagt inn noe fylkeslag. Legg inn laget med typen «Fylkeslag» først."]


def test_the_page_asks_as_much_for_many_as_for_one(inne, faste, fylkeslag, lag_aktivitet):
    lag_aktivitet("Møte", date(2027, 1, 3), lag=fylkeslag)
    lag_aktivitet("Hamars", date(2027, 1, 3))
    fyll_aar(2026)
    with CaptureQueriesContext(connection) as en:
        inne.get(AARET)
    for nr in range(1, 13):
        FastAktivitet.objects.create(maaned=nr, tittel=f"Linje {nr}")
        lag_aktivitet(f"Møte {nr}", date(2027, nr, 3), lag=fylkeslag, publisert=None)
        lag_aktivitet("Hamars", date(2027, nr, 3))
    fyll_aar(2027)
    with CaptureQueriesContext(connection) as mange:
        inne.get(AARET)

    assert len(mange) == len(en)


# --- Making drafts ---------------------------------------------------------------------------------------------------


def test_all_that_is_missing_is_made_by_one_button(inne, faste, sekretaer):
    assertContains(inne.get(AARET), "Lag utkast for alle som mangler (2)")

    svar = inne.post(AARET, {"handling": "lag_alle"})
    igjen = inne.post(AARET, {"handling": "lag_alle"})

    assertRedirects(svar, AARET)
    assert meldinger(svar) == ["2 utkast er laget for 2027."]
    assert meldinger(igjen)[-1] == "Alle utkastene er laget fra før."
    assert Aktivitet.objects.filter(opprettet_av=sekretaer).count() == 2


def test_one_is_made_alone_and_one_is_left_out(inne, faste):
    aarsmoete, vaarslepp = faste

    svar = inne.post(AARET, {"handling": "lag", "fast": aarsmoete.pk})
    inne.post(AARET, {"handling": "utelat", "fast": vaarslepp.pk})
    inne.post(AARET, {"handling": "lag_alle"})

    assertRedirects(svar, f"{AARET}#fast-{aarsmoete.pk}", fetch_redirect_response=False)
    assert [aktivitet.fast for aktivitet in Aktivitet.objects.all()] == [aarsmoete]
    assertContains(inne.get(AARET), "Ikke i 2027")

    inne.post(AARET, {"handling": "lag", "fast": vaarslepp.pk})
    assert (Aktivitet.objects.count(), Utelatt.objects.count()) == (2, 0)


def test_a_row_that_is_swapped_says_itself_what_was_done(inne, faste):
    svar = inne.post(f"{AARET}?vis=ikke-laget", {"handling": "lag", "fast": faste[0].pk}, headers=HTMX)

    assertContains(svar, f'<li class="aarsrad" id="fast-{faste[0].pk}">')
    assertContains(svar, 'data-si="Utkastet er laget."')


@pytest.mark.parametrize("fast", ["", "x", "0", "9" * 40])
def test_a_line_that_is_none_is_not_there(inne, faste, fast):
    assert inne.post(AARET, {"handling": "lag", "fast": fast}).status_code == 404


def test_a_line_for_other_years_is_not_there(inne, fylkeslag):
    fast = FastAktivitet.objects.create(maaned=4, tittel="Samling", aarstype="mellomaar")

    assert inne.post(AARET, {"handling": "lag", "fast": fast.pk}).status_code == 404


def test_what_was_planned_by_hand_is_tied_and_untied(inne, faste, fylkeslag, lag_aktivitet):
    planlagt = lag_aktivitet("SVs vårslepp", date(2027, 5, 8), lag=fylkeslag, type="samling")
    assertContains(inne.get(AARET), "Dette er den")

    svar = inne.post(AARET, {"handling": "knytt", "fast": faste[1].pk, "aktivitet": f"{planlagt.pk}:1"})
    assert meldinger(svar) == ["«SVs vårslepp» er årets «Vårslepp <ute>»."]
    assertNotContains(inne.get(AARET), "Dette er den")

    inne.post(AARET, {"handling": "loesne", "aktivitet": f"{planlagt.pk}:2"})
    assertContains(inne.get(AARET), "Dette er den")


@pytest.mark.parametrize("aktivitet", ["", "x:1", "999999:1"])
def test_a_tie_to_nothing_is_not_there(inne, faste, aktivitet):
    svar = inne.post(AARET, {"handling": "knytt", "fast": faste[1].pk, "aktivitet": aktivitet})

    assert svar.status_code == 404


def test_a_branchs_own_activity_is_never_tied(inne, faste, lag_aktivitet):
    hamars = lag_aktivitet("Vårslepp", date(2027, 5, 8), type="samling")

    svar = inne.post(AARET, {"handling": "knytt", "fast": faste[1].pk, "aktivitet": f"{hamars.pk}:1"})

    assert svar.status_code == 404


def test_a_tie_on_top_of_a_newer_save_asks_to_look_again(inne, faste, fylkeslag, lag_aktivitet):
    planlagt = lag_aktivitet("Slepp", date(2027, 5, 8), lag=fylkeslag, type="samling")
    Aktivitet.objects.get(pk=planlagt.pk).lagre(1)

    svar = inne.post(AARET, {"handling": "knytt", "fast": faste[1].pk, "aktivitet": f"{planlagt.pk}:1"})

    assert meldinger(svar) == ["Noen andre lagret imens. Se på det, og prøv igjen."]


# --- Setting a day ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("felter", "lagret"),
    [
        ({}, ("dag", date(2027, 5, 8), date(2027, 5, 8), None, None)),
        ({"foerste_dag": "8.5.2027"}, ("dag", date(2027, 5, 8), date(2027, 5, 8), None, None)),
        ({"siste_dag": "2027-05-08"}, ("dag", date(2027, 5, 8), date(2027, 5, 8), None, None)),
        ({"siste_dag": "2027-05-09"}, ("dager", date(2027, 5, 8), date(2027, 5, 9), None, None)),
        ({"fra_kl": "18:00"}, ("klokkeslett", date(2027, 5, 8), date(2027, 5, 8), time(18), None)),
        (
            {"fra_kl": "18.00", "til_kl": "2", "siste_dag": "2027-05-09"},
            ("klokkeslett", date(2027, 5, 8), date(2027, 5, 9), time(18), time(2)),
        ),
    ],
)
def test_a_day_is_set_as_exactly_as_it_is_written(inne, utkast, felter, lagret):
    slepp = utkast[1]

    svar = inne.post(f"{AARET}?vis=mangler-dato", dato(slepp, sted="  Torget\u202e ", **felter))

    slepp.refresh_from_db()
    assertRedirects(svar, f"{AARET}?vis=mangler-dato#fast-{slepp.fast_id}", fetch_redirect_response=False)
    assert (slepp.presisjon, slepp.foerste_dag, slepp.siste_dag, slepp.fra_kl, slepp.til_kl) == lagret
    assert (slepp.sted, slepp.versjon, slepp.er_utkast) == ("Torget", 2, True)


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        ({"foerste_dag": ""}, {"foerste_dag": ["Skriv en dag."]}),
        ({"foerste_dag": "i morgen"}, {"foerste_dag": ["Skriv dagen slik: 31.12.2026."]}),
        (
            {"foerste_dag": "2026-05-08"},
            {"foerste_dag": ["Velg en dag i 2027. Et annet år velger du på aktivitetens egen side."]},
        ),
        ({"siste_dag": "2027-05-01"}, {"siste_dag": ["Siste dag er før første dag."]}),
        ({"til_kl": "20"}, {"fra_kl": ["Skriv når det begynner, for eksempel 18.00."]}),
        (
            {"foerste_dag": "2027-03-28", "fra_kl": "02:30"},
            {
                "fra_kl": [
                    "Dette klokkeslettet finnes ikke: natten klokken stilles frem, går den rett fra 02.00 til 03.00."
                ]
            },
        ),
        ({"sted": "x" * 201}, {"sted": ["Teksten er på 201 tegn. Kort den ned til 200."]}),
        ({"versjon": "x"}, {"versjon": ["Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."]}),
    ],
)
def test_what_is_no_day_is_told_by_the_field_and_what_was_typed_is_kept(inne, utkast, felter, ventet):
    slepp = utkast[1]

    svar = inne.post(AARET, dato(slepp, **{"sted": "Torget"} | felter))

    assert (svar.status_code, feil(svar, slepp)) == (200, ventet)
    assertContains(svar, f'value="{felter.get("sted", "Torget")}"')
    slepp.refresh_from_db()
    assert (slepp.presisjon, slepp.versjon) == ("maaned", 1)


def test_the_form_begins_with_the_weekday_that_it_had_last(inne, faste, fylkeslag, lag_aktivitet):
    lag_aktivitet(
        "Slepp",
        date(2026, 5, 9),
        lag=fylkeslag,
        fast=faste[1],
        fast_aar=2026,
        presisjon="klokkeslett",
        fra_kl=time(18),
        sted="Torget",
    )
    fyll_aar(2027)

    svar = inne.get(AARET)

    assertContains(svar, "Sist: lørdag 9. mai 2026 kl. 18.00, Torget.")
    assertContains(svar, 'name="foerste_dag" value="2027-05-08"')
    assertContains(svar, 'name="fra_kl" value="18:00"')


def test_a_save_on_top_of_a_newer_one_says_what_is_stored_and_the_next_one_is_knowing(inne, utkast):
    slepp = utkast[1]
    andres = Aktivitet.objects.get(pk=slepp.pk)
    andres.sted = "Hos <naboen>"
    andres.lagre(1)

    svar = inne.post(AARET, dato(slepp, sted="Torget"))

    assertContains(svar, "Noen andre lagret imens: mai 2027, Hos &lt;naboen&gt;. Det du skrev, står i feltene.")
    assertContains(svar, 'name="versjon" value="2"')
    inne.post(AARET, dato(slepp, sted="Torget", versjon=2))
    slepp.refresh_from_db()
    assert (slepp.sted, slepp.presisjon, slepp.versjon) == ("Torget", "dag", 3)


def test_a_draft_is_dated_and_published_by_one_button(inne, utkast):
    slepp = utkast[1]

    svar = inne.post(AARET, dato(slepp, handling="publiser_den"), headers=HTMX)

    slepp.refresh_from_db()
    assertContains(svar, 'data-si="Publisert: lørdag 8. mai 2027."')
    assert not slepp.er_utkast


@pytest.mark.parametrize("aktivitet", ["", "x", "999999", "9" * 40])
def test_the_day_of_nothing_is_not_there(inne, utkast, aktivitet):
    assert inne.post(AARET, {**dato(utkast[1]), "aktivitet": aktivitet}).status_code == 404


def test_what_is_cancelled_or_another_branchs_gets_no_day_here(inne, faste, fylkeslag, lag_aktivitet):
    for aktivitet in (
        lag_aktivitet("Avlyst", date(2027, 5, 1), lag=fylkeslag, avlyst=True),
        lag_aktivitet("Hamars", date(2027, 5, 1)),
    ):
        assert inne.post(AARET, dato(aktivitet)).status_code == 404


@pytest.mark.usefixtures("moeter_flytter")
def test_a_meeting_that_moves_deadlines_is_shown_first_called_off_and_confirmed(inne, utkast):
    aarsmoete = utkast[0]
    sendt = dato(aarsmoete, handling="publiser_den", foerste_dag="2027-02-13", sted="Folkets Hus")

    svar = inne.post(AARET, sendt, headers=HTMX)
    assertContains(svar, "Dette flytter 1 frist i planen")
    assert (svar.headers["HX-Retarget"], svar.headers["HX-Reselect"]) == ("#innhold", "#innhold")
    aarsmoete.refresh_from_db()
    assert (aarsmoete.er_utkast, aarsmoete.versjon) == (True, 1)

    avbrutt = inne.post(AARET, {**dict(svar.context["sendt"]), "avbryt": "1"})
    assertContains(avbrutt, "Ikke lagret. Det du skrev, står i feltene.")
    assertContains(avbrutt, 'value="Folkets Hus"')

    gjort = inne.post(AARET, {**dict(svar.context["sendt"]), "bekreftet": svar.context["flyttinger"].merke})
    aarsmoete.refresh_from_db()
    assert meldinger(gjort)[-1] == "Publisert: lørdag 13. februar 2027. 1 frist i planen er flyttet."
    assert (aarsmoete.er_utkast, aarsmoete.foerste_dag) == (False, date(2027, 2, 13))


# --- Publishing several ----------------------------------------------------------------------------------------------


def test_the_marked_are_published_and_the_rest_stay(inne, utkast):
    svar = inne.post(
        AARET, {"handling": "publiser", "valgt": [f"{utkast[1].pk}:1"], "med_dato": [f"{utkast[0].pk}:1"]}
    )

    assert meldinger(svar) == ["1 er publisert."]
    assert [en.er_utkast for en in Aktivitet.objects.order_by("foerste_dag")] == [True, False]


def test_the_patterns_dated_drafts_are_published_by_one_button_and_a_members_own_is_not(
    inne, utkast, fylkeslag, lag_aktivitet, styremedlem
):
    lag_aktivitet("Mitt", date(2027, 5, 20), lag=fylkeslag, publisert=None, opprettet_av=styremedlem)
    inne.post(AARET, dato(utkast[1]))
    svar = inne.get(AARET)
    assertContains(svar, "Publiser alle faste med dato (1)")
    assertContains(svar, f'name="med_dato" value="{utkast[1].pk}:2"')

    inne.post(AARET, {"handling": "publiser_med_dato", "med_dato": [f"{utkast[1].pk}:2"]})

    assert list(Aktivitet.objects.publiserte().values_list("pk", flat=True)) == [utkast[1].pk]


def test_nothing_marked_and_what_somebody_changed_are_told(inne, utkast):
    Aktivitet.objects.get(pk=utkast[1].pk).lagre(1)

    ingenting = inne.post(AARET, {"handling": "publiser", "valgt": "tull"})
    imens = inne.post(AARET, {"handling": "publiser", "valgt": f"{utkast[1].pk}:1"})

    assert meldinger(ingenting) == ["Ingenting er publisert. Merk først det som skal publiseres."]
    assert [melding.level_tag for melding in get_messages(ingenting.wsgi_request)] == ["warning"]
    assert meldinger(imens)[-1] == (
        "Ikke publisert, for noen andre lagret imens: «Vårslepp <ute>». Se på det, og prøv igjen."
    )


@pytest.mark.usefixtures("moeter_flytter")
def test_what_several_move_is_shown_first_called_off_and_confirmed(inne, utkast):
    inne.post(AARET, dato(utkast[0], foerste_dag="2027-02-13"))
    sendt = {"handling": "publiser", "valgt": [f"{utkast[0].pk}:2", f"{utkast[1].pk}:1"]}

    svar = inne.post(AARET, sendt)
    assertContains(svar, "Dette flytter 1 frist i planen")
    avbrutt = inne.post(AARET, {**sendt, "avbryt": "1"})
    assert meldinger(avbrutt)[-1] == "Ingenting er publisert."
    assert not Aktivitet.objects.publiserte().exists()

    gjort = inne.post(AARET, {**sendt, "bekreftet": svar.context["flyttinger"].merke})
    assert meldinger(gjort)[-1] == "2 er publisert. 1 frist i planen er flyttet."


def test_a_button_that_is_none_does_nothing(inne, utkast):
    svar = inne.post(AARET, {"handling": "kamel"})

    assert meldinger(svar) == ["Ingenting er gjort. Skjemaet er ikke helt."]
