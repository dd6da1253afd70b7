"""The calendar in the editing site: any activity, the fixed pattern laid out as a year, what is never deleted."""

from datetime import date, time

import pytest
from django.urls import reverse
from django.utils import timezone

from aktivitet.models import Aktivitet, FastAktivitet, Lag, Presisjon
from aktivitet.signals import moeter_endret

LISTE = "/admin/aktivitet/aktivitet/"
FYLL = "/admin/aktivitet/fastaktivitet/fyll/"


@pytest.fixture
def rediger(client, sekretaer):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def aktivitet(lokallag):
    return Aktivitet.objects.create(
        tittel="Åpent møte", lag=lokallag, presisjon=Presisjon.DAG, foerste_dag="2026-05-12", siste_dag="2026-05-12"
    )


@pytest.fixture
def faste(fylkeslag):
    FastAktivitet.objects.create(tittel="Årsmøte", maaned=2, type="arsmote")
    FastAktivitet.objects.create(tittel="Valgkampåpning", maaned=8, aarstype="valgaar")


def side(ting, hva="change"):
    return reverse(f"admin:aktivitet_{ting._meta.model_name}_{hva}", args=[ting.pk])


def data(aktivitet, **endret):
    felter = ("tittel", "type", "synlighet", "presisjon", "foerste_dag", "siste_dag", "sted", "kommune", "beskrivelse")
    lest = {"lag": aktivitet.lag_id, "lest_versjon": aktivitet.versjon}
    return {felt: getattr(aktivitet, felt) for felt in felter} | lest | endret


def feil(svar):
    return {navn: list(liste) for navn, liste in svar.context["adminform"].form.errors.items()}


def test_an_activity_is_made_by_the_secretary(rediger, sekretaer, lokallag):
    rediger.post(
        f"{LISTE}add/",
        {
            "tittel": "Seminar",
            "type": "skolering",
            "lag": lokallag.pk,
            "synlighet": "intern",
            "presisjon": "klokkeslett",
            "foerste_dag": "05.06.2026",
            "fra_kl": "18:00",
        },
    )

    ny = Aktivitet.objects.get()
    assert (ny.foerste_dag, ny.siste_dag, ny.fra_kl) == (date(2026, 6, 5), date(2026, 6, 5), time(18))
    assert (ny.er_utkast, ny.opprettet_av, ny.soek.splitlines()[0]) == (True, sekretaer, "seminar")


def test_links_and_papers_are_read_as_on_the_calendars_own_pages(rediger, aktivitet):
    felter = {"nettlenke": "sv.no/moete", "paamelding": "https://sv.no/skjema", "papirer": "Saker: sv.no/saker"}

    rediger.post(side(aktivitet), data(aktivitet, kontakt="Nest\u202eleder ", **felter))

    aktivitet.refresh_from_db()
    assert (aktivitet.nettlenke, aktivitet.paamelding, aktivitet.papirer, aktivitet.kontakt) == (
        "https://sv.no/moete",
        "https://sv.no/skjema",
        "Saker https://sv.no/saker",
        "Nestleder",
    )
    assert aktivitet.nettlenke_for == "innloggede"


@pytest.mark.parametrize(
    ("endret", "felt"),
    [
        ({"presisjon": "klokkeslett"}, "fra_kl"),
        ({"presisjon": "dager", "siste_dag": "2026-05-11"}, "siste_dag"),
        ({"foerste_dag": "9999-01-01"}, "foerste_dag"),
        ({"foerste_dag": "", "presisjon": "klokkeslett"}, "foerste_dag"),
        ({"presisjon": "finnes-ikke"}, "presisjon"),
        ({"tittel": "å" * 100_000}, "tittel"),
        ({"beskrivelse": "å" * 100_000}, "beskrivelse"),
        ({"tittel": "\0"}, "tittel"),
        ({"lag": "0"}, "lag"),
        ({"nettlenke": "javascript:alert(1)"}, "nettlenke"),
        ({"paamelding": "ftp://sv.no"}, "paamelding"),
        ({"paamelding_innen": "2026-05-13"}, "paamelding_innen"),
        ({"papirer": "Innkalling"}, "papirer"),
        ({"kontakt_epost": "nestleder"}, "kontakt_epost"),
    ],
)
def test_what_the_calendar_cannot_hold_is_told_by_the_field(rediger, aktivitet, endret, felt):
    svar = rediger.post(side(aktivitet), data(aktivitet, **endret))

    assert feil(svar).keys() == {felt}
    assert Aktivitet.objects.get().tittel == "Åpent møte"


@pytest.mark.parametrize(
    "soek",
    [
        "foerste_dag__year=9999",
        "foerste_dag__year=9999&foerste_dag__month=12&foerste_dag__day=31",
        "foerste_dag__year=99999999999999999999",
        "id__in=9223372036854775808",
        "lag__id__exact=9223372036854775808",
        "type__exact=%00",
        "q=%00",
    ],
)
def test_an_address_that_no_list_gives_shows_the_list(rediger, aktivitet, soek):
    assert rediger.get(f"{LISTE}?{soek}", follow=True).status_code == 200


def test_a_second_county_branch_is_refused_by_its_type(rediger, fylkeslag):
    svar = rediger.post("/admin/aktivitet/lag/add/", {"navn": "Viken SV", "slug": "viken-sv", "type": "fylkeslag"})

    assert feil(svar) == {"type": ["Fylkeslaget er Innlandet SV. Det kan bare være ett."]}
    assert Lag.objects.get() == fylkeslag


def test_a_month_is_the_whole_month(rediger, aktivitet):
    rediger.post(side(aktivitet), data(aktivitet, presisjon="maaned"))

    lagret = Aktivitet.objects.get()
    assert (lagret.foerste_dag, lagret.siste_dag) == (date(2026, 5, 1), date(2026, 5, 31))


def test_a_save_on_top_of_a_newer_one_is_refused_and_shows_both(rediger, aktivitet):
    rediger.post(side(aktivitet), data(aktivitet, sted="Hamar"))

    svar = rediger.post(side(aktivitet), data(aktivitet, sted="Gjøvik"))

    assert feil(svar)["sted"] == ["Lagret nå: «Hamar»"]
    assert Aktivitet.objects.get().sted == "Hamar"


def test_only_drafts_are_deleted(rediger, aktivitet):
    aktivitet.publiser(1)
    publisert = rediger.post(side(aktivitet, "delete"), {"post": "yes"})
    utkast = Aktivitet.objects.create(
        tittel="Utkast", lag=aktivitet.lag, presisjon="dag", foerste_dag="2026-05-12", siste_dag="2026-05-12"
    )
    rediger.post(side(utkast, "delete"), {"post": "yes"})

    assert publisert.status_code == 403
    assert list(Aktivitet.objects.all()) == [aktivitet]


def test_drafts_are_published_and_activities_cancelled_from_the_list(rediger, aktivitet):
    for handling in ("publiser", "avlys"):
        rediger.post(LISTE, {"action": handling, "_selected_action": [aktivitet.pk]})

    lagret = Aktivitet.objects.get()
    assert (lagret.er_utkast, lagret.avlyst, lagret.versjon) == (False, True, 3)


@pytest.mark.parametrize(
    ("handling", "gjort", "ikke_gjort"),
    [("publiser", "1 er publisert.", "Ikke publisert"), ("avlys", "1 er avlyst.", "Ikke avlyst")],
)
@pytest.mark.parametrize("slettet", [False, True])
def test_what_another_saved_in_the_same_moment_is_left_and_said(
    rediger, lokallag, aktivitet, monkeypatch, handling, gjort, ikke_gjort, slettet
):
    annen = Aktivitet.objects.create(
        tittel="Kafé", lag=lokallag, presisjon="dag", foerste_dag="2026-05-13", siste_dag="2026-05-13"
    )
    ekte = getattr(Aktivitet, handling)

    def andre_foerst(self, versjon):
        foerst = Aktivitet.objects.filter(pk=aktivitet.pk)
        foerst.delete() if slettet else foerst.update(sted="Hamar", versjon=2)
        ekte(self, versjon)

    monkeypatch.setattr(Aktivitet, handling, andre_foerst)
    svar = rediger.post(LISTE, {"action": handling, "_selected_action": [aktivitet.pk, annen.pk]}, follow=True)

    annen.refresh_from_db()
    imens = f"{ikke_gjort}, for noen andre endret imens: «Åpent møte». Se på det, og prøv en gang til."
    assert [str(melding) for melding in svar.context["messages"]] == [gjort, imens]
    assert (annen.er_utkast, annen.avlyst) == (handling == "avlys", handling == "avlys")
    assert list(Aktivitet.objects.exclude(pk=annen.pk).values_list("sted", "publisert", "avlyst")) == (
        [] if slettet else [("Hamar", None, False)]
    )


@pytest.mark.parametrize(("tilstand", "antall"), [("utkast", 1), ("publisert", 0), ("avlyst", 0)])
def test_the_list_is_filtered_by_how_far_a_thing_has_come(rediger, aktivitet, tilstand, antall):
    svar = rediger.get(LISTE, {"tilstand": tilstand})

    assert svar.context["cl"].result_count == antall


def test_search_knows_norwegian_letters_in_any_case(rediger, aktivitet):
    assert rediger.get(LISTE, {"q": "ÅPENT hamar"}).context["cl"].result_count == 1
    assert rediger.get(LISTE, {"q": "apent"}).context["cl"].result_count == 0


def test_the_list_costs_the_same_few_queries_for_more_rows(
    rediger, lokallag, aktivitet, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12) as en:
        rediger.get(LISTE)
    for nr in range(9):
        Aktivitet.objects.create(
            tittel=f"Møte {nr}", lag=lokallag, presisjon="dag", foerste_dag="2026-05-12", siste_dag="2026-05-12"
        )
    with django_assert_max_num_queries(12) as ti:
        rediger.get(LISTE)

    assert len(en) == len(ti)


# --- Fyll året -------------------------------------------------------------------------------------------------------


def test_the_action_asks_which_year_and_makes_its_drafts(rediger, sekretaer, faste):
    valgt = FastAktivitet.objects.first()
    videre = rediger.post("/admin/aktivitet/fastaktivitet/", {"action": "fyll_aaret", "_selected_action": [valgt.pk]})
    svar = rediger.post(videre.headers["Location"], {"aar": "2027"}, follow=True)

    assert videre.headers["Location"] == FYLL
    assert [str(melding) for melding in svar.context["messages"]] == ["Laget 2 utkast for 2027."]
    assert sorted(Aktivitet.objects.values_list("tittel", "fast_aar", "opprettet_av")) == [
        ("Valgkampåpning", 2027, sekretaer.pk),
        ("Årsmøte", 2027, sekretaer.pk),
    ]


def test_the_drafts_are_found_on_the_page_of_their_year(rediger, faste):
    assert rediger.post(FYLL, {"aar": "2027"}).headers["Location"] == "/hva-skjer/faste/2027/"


@pytest.mark.parametrize("aar", ["", "1999", "x", "99999999999999999999"])
def test_the_pattern_is_narrowed_to_what_counts_for_a_year(rediger, faste, aar):
    i_aar = timezone.localdate().year
    valgaar, mellomaar = sorted((i_aar, i_aar + 1), key=lambda et: et % 2 == 0)

    def titlene(aar):
        svar = rediger.get("/admin/aktivitet/fastaktivitet/", {"aar": aar}, follow=True)
        return sorted(fast.tittel for fast in svar.context["cl"].result_list)

    assert titlene(valgaar) == ["Valgkampåpning", "Årsmøte"]
    assert titlene(mellomaar) == ["Årsmøte"]
    assert titlene(aar) == ["Valgkampåpning", "Årsmøte"]


def test_the_same_title_twice_in_a_year_is_refused_by_the_field(rediger, faste):
    svar = rediger.post(
        "/admin/aktivitet/fastaktivitet/add/",
        {"tittel": "valgkampåpning", "type": "annet", "maaned": "8", "aarstype": "lokalvalgaar", "fra_tekst": ""},
    )

    [melding] = svar.context["adminform"].form.errors["aarstype"]
    assert melding.startswith("«Valgkampåpning» står i august fra før, for valgår.")


def test_run_twice_it_adds_nothing_and_says_so(rediger, faste):
    rediger.post(FYLL, {"aar": "2027"})
    svar = rediger.post(FYLL, {"aar": "2027"}, follow=True)

    meldinger = [str(melding) for melding in svar.context["messages"]]
    assert meldinger[-1] == "Alle de faste aktivitetene har fått utkast for 2027 fra før."
    assert Aktivitet.objects.count() == 2


@pytest.mark.parametrize("aar", ["", "9999", "1", "i fjor", "\0", "9" * 40])
def test_a_year_that_is_none_makes_nothing(rediger, faste, aar):
    svar = rediger.post(FYLL, {"aar": aar})

    assert svar.context["form"].errors.keys() == {"aar"}
    assert not Aktivitet.objects.exists()


def test_what_is_missing_is_said_by_the_field(rediger, db):
    svar = rediger.post(FYLL, {"aar": "2027"})

    [melding] = svar.context["form"].errors["aar"]
    assert melding.startswith("Det er ikke lagt inn noe fylkeslag.")


def test_the_list_of_the_pattern_leads_to_the_page(rediger, faste):
    liste = rediger.get("/admin/aktivitet/fastaktivitet/").content.decode()

    assert f'<a href="{FYLL}">Fyll året</a>' in liste


def test_a_branch_keeps_its_address_when_its_name_changes(rediger, lokallag):
    rediger.post(side(lokallag), {"navn": "Hamar og Stange SV", "slug": "hamar-sv", "type": "lokallag"})

    lokallag.refresh_from_db()
    assert (lokallag.navn, lokallag.slug) == ("Hamar og Stange SV", "hamar-sv")


@pytest.mark.parametrize(("fra", "til"), [("fylkeslag", "lokallag"), ("lokallag", "fylkeslag")])
def test_a_branch_that_becomes_another_kind_moves_what_hangs_from_its_meetings(rediger, lokallag, fra, til):
    Lag.objects.filter(pk=lokallag.pk).update(type=fra)
    hoert = []
    moeter_endret.connect(hoer := lambda **_: hoert.append(Lag.objects.get().type))

    for type_ in (fra, til):
        rediger.post(side(lokallag), {"navn": "Hamar SV", "slug": "hamar-sv", "type": type_})

    moeter_endret.disconnect(hoer)
    assert hoert == [til]


def test_a_branch_that_arranges_something_is_not_deleted(rediger, aktivitet):
    svar = rediger.post(side(aktivitet.lag, "delete"), {"post": "yes"})

    aktivitet.lag.refresh_from_db()
    assert (svar.status_code, svar.context["protected"] != []) == (200, True)
