"""Any activity in the editing site, and what is never deleted."""

from datetime import date, time

import pytest
from django.urls import reverse

from aktivitet.models import Aktivitet

LISTE = "/admin/aktivitet/aktivitet/"


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
