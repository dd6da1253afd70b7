"""The editing site shows what a save moves in the plan before it is done."""

from datetime import date
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone
from pytest_django.asserts import assertContains, assertTemplateUsed

from aktivitet.flytting import Dager, Flytting
from aktivitet.models import Aktivitet
from aktivitet.signals import moeter_endret

from .admin.test_aktivitet import LISTE, data, feil, side

FOER, ETTER = Dager(date(2026, 2, 28), date(2026, 3, 14), anslag=True), Dager(date(2026, 2, 14), date(2026, 2, 28))
EN = Flytting("Planen", "1a", "Gjøre noe", "Etter årsmøtet 2026", FOER, ETTER)


@pytest.fixture
def rediger(client, sekretaer):
    client.force_login(sekretaer)
    return client


@pytest.fixture
def moete(fylkeslag):
    return Aktivitet.objects.create(
        tittel="Årsmøte",
        type="arsmote",
        lag=fylkeslag,
        presisjon="dag",
        foerste_dag=date(2026, 2, 14),
        siste_dag=date(2026, 2, 14),
        publisert=timezone.now(),
    )


@pytest.fixture
def flytter_en(moete):
    """One more who listens, and says that it moved something. There is no plan here."""

    def hoer(**_):
        return [EN]

    moeter_endret.connect(hoer)
    yield
    moeter_endret.disconnect(hoer)


def sendt(svar, **knapp):
    assertTemplateUsed(svar, "admin/aktivitet/flytting.html")
    return dict(svar.context["sendt"]) | knapp


@pytest.mark.usefixtures("flytter_en")
def test_what_moves_is_shown_and_the_save_waits_for_a_yes(rediger, moete):
    vist = rediger.post(side(moete), data(moete, sted="Hamar", avlyst="on"))
    foer = (Aktivitet.objects.get().sted, LogEntry.objects.count())
    svar = rediger.post(side(moete), sendt(vist, bekreftet=vist.context["flyttinger"].merke), follow=True)

    for tekst in (
        "Dette flytter 1 frist i planen",
        "Etter årsmøtet 2026",
        "14.–28. februar 2026",
        "Ingenting er lagret",
    ):
        assertContains(vist, tekst)
    assert foer == ("", 0)
    lagret = Aktivitet.objects.get()
    assert (lagret.sted, lagret.avlyst, lagret.versjon, LogEntry.objects.count()) == ("Hamar", True, 2, 1)
    assert "1 frist i planen er flyttet." in [str(melding) for melding in svar.context["messages"]]


@pytest.mark.usefixtures("flytter_en")
def test_whoever_calls_it_off_finds_what_they_wrote(rediger, moete):
    vist = rediger.post(side(moete), data(moete, sted="Folkets <Hus>"))

    svar = rediger.post(side(moete), sendt(vist, avbryt="1"))

    assert feil(svar) == {"__all__": ["Ikke lagret. Det du skrev, står i skjemaet."]}
    assert 'value="Folkets <Hus>"' in unescape(svar.content.decode())
    assert Aktivitet.objects.get().sted == ""


@pytest.mark.usefixtures("flytter_en")
def test_a_mark_of_another_list_shows_the_list_anew(rediger, moete):
    svar = rediger.post(side(moete), data(moete, sted="Hamar", bekreftet="0" * 64))

    assertContains(svar, "Noe er endret siden du så listen.")
    assert Aktivitet.objects.get().sted == ""


@pytest.mark.usefixtures("flytter_en")
def test_the_organiser_that_becomes_another_kind_is_shown_first(rediger, moete, fylkeslag):
    ny = {"navn": fylkeslag.navn, "slug": fylkeslag.slug, "type": "lokallag"}

    vist = rediger.post(side(fylkeslag), ny)
    avbrutt = rediger.post(side(fylkeslag), sendt(vist, avbryt="1"))
    fylkeslag.refresh_from_db()
    foer = fylkeslag.type
    rediger.post(side(fylkeslag), sendt(vist, bekreftet=vist.context["flyttinger"].merke))
    fylkeslag.refresh_from_db()

    assert list(feil(avbrutt)) == ["__all__"]
    assert (foer, fylkeslag.type) == ("fylkeslag", "lokallag")


@pytest.mark.usefixtures("flytter_en")
def test_the_list_leaves_what_moves_something_and_says_where_to_do_it(rediger, moete, lokallag):
    annet = Aktivitet.objects.create(
        tittel="Kafé", lag=lokallag, presisjon="dag", foerste_dag="2026-05-13", siste_dag="2026-05-13"
    )

    svar = rediger.post(LISTE, {"action": "avlys", "_selected_action": [moete.pk, annet.pk]}, follow=True)

    meldinger = [unescape(str(melding)) for melding in svar.context["messages"]]
    lenke = f'<a href="/hva-skjer/aktivitet/{moete.pk}/rediger/">møtets egen side</a>'
    ikke = f"Ikke avlyst: «Årsmøte» flytter 1 frist i planen. Se dem på {lenke}, og gjør det der."
    assert meldinger == ["1 er avlyst.", ikke]
    assert list(Aktivitet.objects.filter(avlyst=True)) == [annet]


def test_what_moves_nothing_is_saved_at_once(rediger, moete):
    rediger.post(side(moete), data(moete, sted="Hamar"))

    assert (Aktivitet.objects.get().sted, Aktivitet.objects.get().versjon) == ("Hamar", 2)
