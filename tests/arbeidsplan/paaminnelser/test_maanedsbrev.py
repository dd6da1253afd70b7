"""The monthly letter: what is unfinished in the calendar, and what the plan waits for there."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from aktivitet.models import Aktivitet
from arbeidsplan.epost.brev import Brev, Del, Punkt
from arbeidsplan.paaminnelser.maanedsbrev import HVORFOR, maanedsbrev
from tests.tiltak.conftest import lag_termin, lag_tiltak
from tiltak.models import Status

I_DAG = date(2026, 12, 1)
STELL = Punkt("Månedlig stell: det som mangler noe eller kolliderer", "/hva-skjer/stell/")
KALENDEREN = Del("Kalenderen", punkter=(Punkt("Se hva som skjer", "/hva-skjer/"), STELL))


@pytest.fixture
def lag_aktivitet(fylkeslag):
    def lag(tittel, foerste, siste, presisjon="uke", *, publisert=True, **felter):
        return Aktivitet.objects.create(
            tittel=tittel,
            lag=fylkeslag,
            presisjon=presisjon,
            foerste_dag=foerste,
            siste_dag=siste,
            publisert=timezone.now() if publisert else None,
            **felter,
        )

    return lag


def test_when_nothing_is_unfinished_the_letter_is_short(db):
    assert maanedsbrev(I_DAG) == Brev(
        emne="Arbeidsplanen: se gjennom kalenderen for desember",
        innledning=(
            "Tid for å se gjennom kalenderen. Alt som står der, er publisert og har fått en dag. "
            "Mangler det noe, eller er noe blitt annerledes?"
        ),
        deler=(KALENDEREN,),
        hvorfor=HVORFOR,
    )


def test_drafts_are_counted_and_what_has_no_day_is_named(lag_aktivitet):
    uke = lag_aktivitet("Åpent møte", date(2026, 12, 7), date(2026, 12, 13))
    maaned = lag_aktivitet("Skolering", date(2027, 1, 1), date(2027, 1, 31), "maaned", publisert=False)
    lag_aktivitet("Kjent dag", date(2026, 12, 9), date(2026, 12, 9), "dag")
    lag_aktivitet("Avlyst", date(2026, 12, 7), date(2026, 12, 13), avlyst=True)
    lag_aktivitet("Langt fram", date(2027, 2, 1), date(2027, 2, 28), "maaned")
    lag_aktivitet("Forbi", date(2026, 11, 1), date(2026, 11, 30), "maaned")
    lag_aktivitet("Gammelt utkast", date(2025, 3, 1), date(2025, 3, 1), "dag", publisert=False)

    brev = maanedsbrev(I_DAG)

    assert brev.innledning == "Tid for å se gjennom kalenderen. Mangler det noe, eller er noe blitt annerledes?"
    assert brev.deler == (
        KALENDEREN,
        Del(
            "Utkast (2)",
            "De vises ikke for andre før de er publisert.",
            (Punkt("Se utkastene", "/admin/aktivitet/aktivitet/?tilstand=utkast"),),
        ),
        Del(
            "De neste to månedene, uten dag (2)",
            punkter=(
                Punkt(
                    "Åpent møte",
                    reverse("aktivitet:rediger", args=[uke.pk]),
                    detalj="Uke 50 2026 (7.–13. desember).",
                ),
                Punkt("Skolering", reverse("aktivitet:rediger", args=[maaned.pk]), detalj="Januar 2027, utkast."),
            ),
        ),
    )


def test_a_long_list_ends_with_the_way_to_the_rest(lag_aktivitet):
    for nr in range(17):
        lag_aktivitet(f"Møte {nr:02}", date(2026, 12, 7), date(2026, 12, 13))

    [_, uten_dag] = maanedsbrev(I_DAG).deler

    assert uten_dag.overskrift == "De neste to månedene, uten dag (17)"
    assert [punkt.navn for punkt in uten_dag.punkter][-2:] == ["Møte 14", "Og 2 til i kalenderen"]


def test_meetings_that_deadlines_rest_on_an_estimate_of_are_told_with_their_days(maal, lag_aktivitet):
    lag_aktivitet("Valget", date(2027, 9, 13), date(2027, 9, 13), "dag", type="valg")
    tiltak = lag_tiltak(maal, "1.1a")
    lag_termin(tiltak, "2027", siste=date(2027, 2, 27), anslag=True)
    lag_termin(tiltak, "2028", anslag=True)  # more than a year ahead
    lag_termin(tiltak, "2026", anslag=True, status=Status.GJENNOMFOERT)

    [_, moeter] = maanedsbrev(I_DAG).deler

    assert moeter == Del(
        "Møter uten dag (4)",
        "1 frist det neste året hviler på et anslag. Fristene flytter seg når dagen blir satt i kalenderen.",
        (
            Punkt("Årsmøtet", detalj="Anslått til 27. februar 2027."),
            Punkt("Første fylkesstyremøte etter årsmøtet", detalj="Anslått til 13. mars 2027."),
            Punkt("Landsmøtet", detalj="Anslått til 19.–21. mars 2027."),
            Punkt("Representantskapet", detalj="Anslått til 16. oktober 2027."),
            Punkt("Legg inn et møte", "/hva-skjer/ny/"),
        ),
    )


def test_without_a_deadline_that_rests_on_them_estimates_are_no_news(maal):
    lag_termin(lag_tiltak(maal, "1.1a"), "2027")

    assert maanedsbrev(I_DAG).deler == (KALENDEREN,)


def test_what_is_overdue_and_nobody_follows_up_is_counted_and_is_what_the_table_shows(
    maal, styremedlem, sekretaer, client, klokke
):
    ingens = [
        lag_termin(lag_tiltak(maal, "1.1a"), siste=date(2026, 6, 30)),
        lag_termin(lag_tiltak(maal, "1.1b"), "2025"),
    ]
    lag_termin(lag_tiltak(maal, "1.1c", foelges_opp_av=styremedlem), siste=date(2026, 6, 30))
    lag_termin(lag_tiltak(maal, "1.1d"))

    klokke.still(2026, 12, 1, 7)

    assert maanedsbrev(I_DAG).deler == (
        KALENDEREN,
        Del(
            "Forfalt, og ingen følger opp (2)",
            "Spør noen om å ta ansvar for tiltaket. Det gjøres på tiltakets egen side.",
            (Punkt("Se tiltakene", "/tiltak/?aar=alle&status=forfalt&folger=ingen"),),
        ),
    )
    client.force_login(sekretaer)
    tabellen = client.get("/tiltak/?aar=alle&status=forfalt&folger=ingen").content.decode()
    assert set(re.findall(r'<div class="termin[^>]* id="termin-(\d+)"', tabellen)) == {str(en.pk) for en in ingens}
