"""Tests of the report's life: what can be done when, two at once, and that what is issued stays as it was."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from aktivitet.models import EndretAvAndre
from tiltak.models import FeilTilstand, Gjenaapning, Plan, Rapport, Rapporttekst, Rapportutgave
from tiltak.rapport import framlegging
from tiltak.rapport.framlegging import IngentingAaLeggeFram, legg_fram
from tiltak.rapport.frys import tin
from tiltak.rapport.visning import utkastet

from ..conftest import begynn_rapport, lag_meldt, lag_plan

STYRET, MOETET, I_DAG = date(2026, 2, 3), date(2026, 2, 28), date(2026, 3, 5)
UTKAST, LAGT_FRAM, GODKJENT, TIL_ETTERRETNING = Rapport.Tilstand


@pytest.fixture
def tiltak(maal):
    return lag_meldt(maal)


@pytest.fixture
def utkast(tiltak):
    return begynn_rapport()


@pytest.fixture
def lagt_fram(utkast, sekretaer):
    utkast.legg_fram("innholdet", STYRET, av=sekretaer, versjon=utkast.versjon)
    return utkast


@pytest.fixture
def godkjent(lagt_fram, sekretaer):
    lagt_fram.vedta(GODKJENT, MOETET, av=sekretaer, versjon=lagt_fram.versjon)
    return lagt_fram


HANDLINGER = {
    "lagre": lambda rapport, versjon: rapport.lagre(versjon),
    "legg fram": lambda rapport, versjon: rapport.legg_fram("nytt", STYRET, av=None, versjon=versjon),
    "vedta": lambda rapport, versjon: rapport.vedta(GODKJENT, MOETET, av=None, versjon=versjon),
    "åpne igjen": lambda rapport, versjon: rapport.aapne_igjen("En feil", av=None, versjon=versjon),
    "publiser": lambda rapport, versjon: rapport.publiser(versjon, av=None),
    "trekk tilbake": lambda rapport, versjon: rapport.trekk_tilbake(versjon, av=None),
}


def lagret():
    """All that is stored of the report's life."""
    return (
        list(Rapport.objects.values("aar", "tilstand", "versjon", "plan", "publisert")),
        list(Rapportutgave.objects.order_by("nr").values_list("nr", "tilstand", "dag", "innhold", "sjekksum")),
        list(Gjenaapning.objects.values_list("utgave__nr", "grunn")),
    )


def utgavene(rapport):
    return [(u.nr, u.tilstand, u.dag, u.innhold, str(u.av)) for u in rapport.utgaver.order_by("nr")]


# --- From draft to approved, and back -------------------------------------------------------------------------------


def test_laid_before_the_meeting_it_is_frozen_with_its_plan_and_a_checksum(utkast, plan, sekretaer):
    utgave = utkast.legg_fram("Blåbær", STYRET, av=sekretaer, versjon=utkast.versjon)

    assert (utkast.tilstand, utkast.plan, utkast.versjon, utkast.er_utkast) == (LAGT_FRAM, plan, 2, False)
    assert (utgave.nr, utgave.tilstand, utgave.dag, utgave.av) == (1, LAGT_FRAM, STYRET, sekretaer)
    assert utgave.sjekksum == sha256("Blåbær".encode()).hexdigest()
    assert utgave.er_hel


@pytest.mark.parametrize("vedtak", [GODKJENT, TIL_ETTERRETNING])
def test_what_the_meeting_decides_gives_an_edition_that_says_the_same(lagt_fram, sekretaer, vedtak):
    utgave = lagt_fram.vedta(vedtak, MOETET, av=sekretaer, versjon=lagt_fram.versjon)

    assert (lagt_fram.tilstand, lagt_fram.versjon) == (vedtak, 3)
    assert lagt_fram.siste_utgave() == utgave
    assert utgavene(lagt_fram) == [
        (1, LAGT_FRAM, STYRET, "innholdet", str(sekretaer)),
        (2, vedtak, MOETET, "innholdet", str(sekretaer)),
    ]


@pytest.mark.parametrize("fra", ["lagt_fram", "godkjent"])
def test_opened_again_it_is_a_draft_and_every_edition_stays(request, fra, sekretaer):
    rapport = request.getfixturevalue(fra)
    foer = utgavene(rapport)

    gjenaapning = rapport.aapne_igjen("Et tall var feil", av=sekretaer, versjon=rapport.versjon)

    assert (rapport.tilstand, utgavene(rapport)) == (UTKAST, foer)
    assert (gjenaapning.utgave, gjenaapning.grunn, gjenaapning.av) == (
        rapport.siste_utgave(),
        "Et tall var feil",
        sekretaer,
    )
    ny = rapport.legg_fram("rettet", STYRET, av=sekretaer, versjon=rapport.versjon)
    assert (ny.nr, utgavene(rapport)[:-1]) == (len(foer) + 1, foer)


def test_a_report_that_nobody_has_written_in_can_be_laid_before_the_meeting(tiltak):
    rapport = Rapport.for_aaret(2025)

    legg_fram(rapport, STYRET, av=None, versjon=0, i_dag=I_DAG)

    assert (rapport.tilstand, Rapport.objects.get(aar=2025).tilstand) == (LAGT_FRAM, LAGT_FRAM)


def test_it_holds_on_to_its_plan_when_another_takes_over_while_it_is_open_again(lagt_fram, plan):
    lag_plan(slug="ny", tittel="Ny arbeidsplan").bekreft()
    lagt_fram.aapne_igjen("En feil", av=None, versjon=lagt_fram.versjon)

    lagt_fram.legg_fram("nytt", STYRET, av=None, versjon=lagt_fram.versjon)

    assert lagt_fram.plan == plan


def test_publishing_is_a_switch_of_its_own(lagt_fram):
    lagt_fram.publiser(lagt_fram.versjon, av=None)
    foerst = lagt_fram.publisert
    lagt_fram.publiser(lagt_fram.versjon, av=None)
    assert lagt_fram.publisert == foerst is not None

    lagt_fram.vedta(GODKJENT, MOETET, av=None, versjon=lagt_fram.versjon)
    lagt_fram.aapne_igjen("En feil", av=None, versjon=lagt_fram.versjon)
    assert lagt_fram.publisert == foerst

    lagt_fram.trekk_tilbake(lagt_fram.versjon, av=None)
    assert (lagt_fram.publisert, lagt_fram.tilstand) == (None, UTKAST)
    lagt_fram.publiser(lagt_fram.versjon, av=None)  # what was issued can be read while it is open again
    assert list(Rapport.objects.publiserte()) == [lagt_fram]


# --- What cannot be done --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("der", "handling"),
    [
        ("utkast", "vedta"),
        ("utkast", "åpne igjen"),
        ("utkast", "publiser"),
        ("lagt_fram", "lagre"),
        ("lagt_fram", "legg fram"),
        ("godkjent", "lagre"),
        ("godkjent", "legg fram"),
        ("godkjent", "vedta"),
    ],
)
def test_an_act_that_has_no_place_there_is_refused_and_changes_nothing(request, der, handling):
    rapport = request.getfixturevalue(der)
    foer = lagret()

    with pytest.raises(FeilTilstand):
        HANDLINGER[handling](rapport, rapport.versjon)

    assert lagret() == foer
    assert rapport.tilstand == foer[0][0]["tilstand"]


@pytest.mark.parametrize("handling", ["vedta", "åpne igjen", "publiser", "trekk tilbake"])
def test_a_year_that_nobody_has_begun_on_is_refused(tiltak, handling):
    with pytest.raises(FeilTilstand):
        HANDLINGER[handling](Rapport.for_aaret(2025), 0)

    assert lagret() == ([], [], [])


@pytest.mark.parametrize("grunn", ["", " \n "])
def test_it_is_not_opened_again_without_a_reason(lagt_fram, grunn):
    with pytest.raises(ValueError, match="uten grunn"):
        lagt_fram.aapne_igjen(grunn, av=None, versjon=lagt_fram.versjon)

    assert Rapport.objects.get().tilstand == LAGT_FRAM


@pytest.mark.parametrize("tilstand", [UTKAST, LAGT_FRAM, "tull"])
def test_the_meeting_can_only_approve_or_take_note(lagt_fram, tilstand):
    with pytest.raises(ValueError, match="Årsmøtet kan ikke"):
        lagt_fram.vedta(tilstand, MOETET, av=None, versjon=lagt_fram.versjon)


@pytest.mark.parametrize("uten", ["plan", "frister"])
def test_where_there_is_nothing_to_tell_of_nothing_is_laid_before_the_meeting(plan, uten):
    if uten == "plan":
        Plan.objects.all().delete()

    with pytest.raises(IngentingAaLeggeFram):
        legg_fram(Rapport.for_aaret(2025), STYRET, av=None, versjon=0, i_dag=I_DAG)

    assert lagret() == ([], [], [])


def test_without_a_plan_it_is_refused_whatever_it_says(db):
    with pytest.raises(ValueError, match="Ingen vedtatt plan"):
        Rapport.for_aaret(2025).legg_fram("noe", STYRET, av=None, versjon=0)

    assert lagret() == ([], [], [])


# --- Two at once ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("der", "handling"),
    [
        ("utkast", "lagre"),
        ("utkast", "legg fram"),
        ("lagt_fram", "vedta"),
        ("lagt_fram", "åpne igjen"),
        ("lagt_fram", "publiser"),
        ("lagt_fram", "trekk tilbake"),
        ("godkjent", "åpne igjen"),
    ],
)
def test_the_second_of_two_is_refused_and_nothing_of_the_first_is_lost(request, der, handling):
    rapport = request.getfixturevalue(der)
    lest = rapport.versjon
    Rapport.objects.filter(pk=rapport.pk).update(versjon=lest + 1, moetested="Gjøvik")
    foer, tilstand = lagret(), rapport.tilstand

    with pytest.raises(EndretAvAndre) as unntak:
        HANDLINGER[handling](rapport, lest)

    assert lagret() == foer
    assert (unntak.value.naa.moetested, unntak.value.naa.versjon) == ("Gjøvik", lest + 1)
    assert (rapport.tilstand, rapport.versjon) == (tilstand, lest)


def test_an_act_saves_nothing_but_itself(lagt_fram):
    """What was read before somebody else saved is never written back."""
    lest_tidlig = Rapport.objects.get()
    Rapport.objects.filter(pk=lagt_fram.pk).update(moetested="Gjøvik")

    lest_tidlig.publiser(lagt_fram.versjon, av=None)

    assert (lest_tidlig.moetested, Rapport.objects.get().moetested) == ("Gjøvik", "Gjøvik")


def test_when_something_fails_nothing_is_done(lagt_fram, monkeypatch):
    foer = lagret()
    monkeypatch.setattr(Rapport, "_bli", lambda *a, **k: 1 / 0)

    for handling in ("vedta", "åpne igjen"):
        with pytest.raises(ZeroDivisionError):
            HANDLINGER[handling](lagt_fram, lagt_fram.versjon)

    assert lagret() == foer
    assert lagt_fram.tilstand == LAGT_FRAM


# --- What is written in it ------------------------------------------------------------------------------------------


def test_nothing_is_written_in_what_is_laid_before_the_meeting(lagt_fram, sekretaer, maal):
    innledning = Rapporttekst.objects.create(rapport=lagt_fram, sted="innledning", tekst="Som den sto")
    om_maalet = Rapporttekst(rapport=lagt_fram, sted="mal", maal=maal)

    for tekst, versjon in ((innledning, innledning.versjon), (om_maalet, 0)):
        with pytest.raises(FeilTilstand):
            tekst.skriv("Nye ord", av=sekretaer, versjon=versjon)

    assert list(Rapporttekst.objects.values_list("tekst", "versjon")) == [("Som den sto", 1)]
    lagt_fram.aapne_igjen("En feil", av=sekretaer, versjon=lagt_fram.versjon)
    innledning.skriv("Nye ord", av=sekretaer, versjon=1)
    assert Rapporttekst.objects.get().tekst == "Nye ord"


def test_what_stood_before_is_kept_once_for_each_piece_of_writing(utkast, sekretaer, styremedlem):
    tekst = Rapporttekst(rapport=utkast, sted="innledning")
    for ordene, av in (
        ("Et godt år", styremedlem),
        ("Et godt år.", sekretaer),  # another person: what stood is kept
        ("Et godt år.", styremedlem),  # nothing is new
        ("Et godt år. Takk!", styremedlem),  # soon after by the same one
        ("", styremedlem),  # much is gone at once
    ):
        tekst.skriv(ordene, av=av, versjon=tekst.versjon if tekst.pk else 0)

    tidligere = list(tekst.tidligere.order_by("pk").values_list("tekst", "av"))
    assert tidligere == [("Et godt år", styremedlem.pk), ("Et godt år. Takk!", styremedlem.pk)]


def test_the_second_to_write_in_one_place_is_refused_and_in_another_is_not(utkast, sekretaer):
    tekst = Rapporttekst(rapport=utkast, sted="innledning")
    tekst.skriv("Først", av=sekretaer, versjon=0)

    with pytest.raises(EndretAvAndre):
        Rapporttekst(rapport=utkast, sted="innledning").skriv("Etterpå", av=sekretaer, versjon=0)
    Rapporttekst(rapport=utkast, sted="avslutning").skriv("Takk", av=sekretaer, versjon=0)

    assert list(Rapporttekst.objects.order_by("pk").values_list("tekst", flat=True)) == ["Først", "Takk"]


def test_what_is_frozen_is_what_it_said_when_it_was_laid_before_the_meeting(utkast, sekretaer):
    Rapporttekst(rapport=utkast, sted="innledning").skriv("Et **godt** år", av=sekretaer, versjon=0)

    utgave = legg_fram(utkast, STYRET, av=sekretaer, versjon=utkast.versjon, i_dag=I_DAG)

    innhold = tin(utgave.innhold)
    assert (innhold.innledning[0].som_tekst, innhold.antall_tiltak, innhold.er_foreloepig) == ("Et godt år", 1, False)


def lesninger(monkeypatch, *titler):
    """Let each reading of the report find that somebody has changed it: here its title, as an example."""
    rekken = iter(titler)

    def les(rapport, i_dag):
        vist = utkastet(rapport, i_dag)
        return replace(vist, innhold=replace(vist.innhold, tittel=next(rekken)))

    monkeypatch.setattr(framlegging, "utkastet", les)


def test_what_changes_while_it_is_read_is_read_again_until_it_stands_still(utkast, sekretaer, monkeypatch):
    lesninger(monkeypatch, "En", "To", "Tre", "Tre", "Fire")

    utgave = legg_fram(utkast, STYRET, av=sekretaer, versjon=utkast.versjon, i_dag=I_DAG)

    assert tin(utgave.innhold).tittel == "Tre"


def test_what_never_stands_still_is_not_laid_before_the_meeting(utkast, sekretaer, monkeypatch):
    lesninger(monkeypatch, *map(str, range(100)))
    foer = lagret()

    with pytest.raises(EndretAvAndre):
        legg_fram(utkast, STYRET, av=sekretaer, versjon=utkast.versjon, i_dag=I_DAG)

    assert lagret() == foer


# --- What is issued stays -------------------------------------------------------------------------------------------


def test_editions_and_reopenings_are_only_ever_added(lagt_fram):
    lagt_fram.aapne_igjen("En feil", av=None, versjon=lagt_fram.versjon)
    foer = lagret()

    for rad in (Rapportutgave.objects.get(), Gjenaapning.objects.get()):
        with pytest.raises(TypeError):
            rad.save()
        with pytest.raises(TypeError):
            rad.delete()
    with pytest.raises(TypeError):
        lagt_fram.utgaver.all().delete()
    for eier in (lagt_fram, lagt_fram.plan):
        with pytest.raises(ProtectedError):
            eier.delete()

    assert lagret() == foer


def test_a_person_who_goes_takes_no_edition_along(lagt_fram, sekretaer):
    foer = lagret()
    sekretaer.delete()

    assert lagret() == foer
    assert Rapportutgave.objects.get().av is None


def test_what_was_changed_behind_its_back_is_seen_by_the_checksum(lagt_fram):
    Rapportutgave.objects.filter(nr=1).update(innhold="noe annet")

    assert not Rapportutgave.objects.get().er_hel


@pytest.mark.parametrize(
    "gjoer",
    [
        lambda rapport: Rapport.objects.filter(pk=rapport.pk).update(plan=None),
        lambda rapport: rapport.utgaver.create(nr=1, tilstand=LAGT_FRAM, dag=STYRET, innhold="to med samme nummer"),
        lambda rapport: rapport.utgaver.create(nr=0, tilstand=LAGT_FRAM, dag=STYRET, innhold="uten nummer"),
        lambda rapport: rapport.utgaver.create(nr=2, tilstand=UTKAST, dag=STYRET, innhold="et utkast"),
        lambda rapport: rapport.siste_utgave().gjenaapninger.create(grunn=""),
    ],
)
def test_the_database_refuses_what_can_never_be(lagt_fram, gjoer):
    with pytest.raises(IntegrityError), transaction.atomic():
        gjoer(lagt_fram)
