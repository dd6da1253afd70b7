"""Deadlines in the editing site: phrases read anew, readings chosen and confirmed, terminer that follow."""

from datetime import date

from django.urls import reverse

from aktivitet.samtidig import ENDRET
from tests.tiltak.conftest import lag_termin, lag_tiltak
from tiltak.frist import les
from tiltak.models import (
    Frist,
    Ordlydsendring,
    Status,
)
from tiltak.tolkning import velg

from .conftest import feil, side, skjema, skjema_i


def test_a_new_phrase_is_read_anew_and_the_terminer_follow(rediger, utkasttiltak):
    Frist.objects.update(bekreftet=True)

    rediger.post(side(utkasttiltak), skjema(rediger, utkasttiltak) | {"gjennomfoering": "2026 og 2027"})

    frist = Frist.objects.get()
    assert (frist.les_regel().beskrivelse, frist.bekreftet, frist.versjon) == ("I 2026 og 2027.", False, 2)
    assert [termin.noekkel for termin in utkasttiltak.terminer.all()] == ["2026", "2027"]


def test_a_phrase_that_is_not_understood_is_kept_and_waits_for_the_secretary(rediger, utkasttiltak):
    rediger.post(side(utkasttiltak), skjema(rediger, utkasttiltak) | {"gjennomfoering": "Når det passer seg"})

    utkasttiltak.refresh_from_db()
    liste = reverse("admin:tiltak_tiltak_changelist")
    assert (utkasttiltak.gjennomfoering, Frist.objects.get().regel) == ("Når det passer seg", None)
    assert list(rediger.get(liste, {"trenger": "ikke_forstaatt"}).context["cl"].queryset) == [utkasttiltak]
    assert "Ikke forstått" in rediger.get(liste).content.decode()


def test_the_phrase_in_a_row_on_the_goals_page_is_read_anew_too(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak.maal) | {"tiltak-0-gjennomfoering": "2027"}

    rediger.post(side(utkasttiltak.maal), data)

    assert [termin.noekkel for termin in utkasttiltak.terminer.all()] == ["2027"]


def test_the_secretary_says_what_a_phrase_is_to_be_read_as(rediger, tiltak):
    rediger.post(side(tiltak), skjema(rediger, tiltak) | {"les_som": "Innen 1. juni 2026"})

    frist = Frist.objects.get()
    [termin] = tiltak.terminer.all()
    tiltak.refresh_from_db()
    assert (frist.bekreftet, tiltak.gjennomfoering) == (True, "Årlig")
    assert (termin.siste, termin.til_bekreftelse) == (date(2026, 6, 1), False)
    assert not Ordlydsendring.objects.exists()


def test_a_reading_that_is_not_understood_either_is_told_by_the_field(rediger, tiltak):
    svar = rediger.post(side(tiltak), skjema(rediger, tiltak) | {"les_som": "en gang på forsommeren kanskje"})

    assert feil(svar).keys() == {"les_som"}
    assert 'value="en gang på forsommeren kanskje"' in svar.content.decode()


def test_a_reading_that_another_chose_meanwhile_is_shown_and_not_lost(rediger, tiltak):
    aapnet = skjema(rediger, tiltak)
    rediger.post(side(tiltak), aapnet | {"les_som": "Innen 1. juni 2026"})
    valgt = Frist.objects.get(tiltak=tiltak).regel

    svar = rediger.post(side(tiltak), aapnet | {"les_som": "Årlig"})
    beholdt = Frist.objects.get(tiltak=tiltak)
    igjen = rediger.post(side(tiltak), skjema_i(svar) | {"les_som": "Årlig"})

    assert feil(svar) == {"__all__": [ENDRET], "les_som": [f"Lagret nå: «{beholdt.les_regel().beskrivelse}»"]}
    assert beholdt.regel == valgt
    assert (igjen.status_code, Frist.objects.get(tiltak=tiltak).regel == les("Årlig").to_dict()) == (302, True)


def test_a_new_phrase_does_not_undo_a_reading_that_another_chose_meanwhile(rediger, utkasttiltak):
    rediger.post(side(utkasttiltak), skjema(rediger, utkasttiltak) | {"gjennomfoering": "Snarest"})
    aapnet = skjema(rediger, utkasttiltak)
    velg(utkasttiltak, les("Innen 1. juni 2026"))

    svar = rediger.post(side(utkasttiltak), aapnet | {"gjennomfoering": "Årlig"})

    assert feil(svar).keys() == {"__all__", "les_som"}
    assert Frist.objects.get(tiltak=utkasttiltak).regel == les("Innen 1. juni 2026").to_dict()


def test_two_who_chose_the_same_reading_are_not_stopped(rediger, tiltak):
    aapnet = skjema(rediger, tiltak) | {"les_som": "Årlig"}

    svar = [rediger.post(side(tiltak), aapnet).status_code for _ in range(2)]

    assert svar == [302, 302]


def test_a_reading_that_another_chose_does_not_stop_what_is_no_deadline(rediger, styremedlem, tiltak):
    aapnet = skjema(rediger, tiltak)
    velg(tiltak, les("Årlig"))

    rediger.post(side(tiltak), aapnet | {"foelges_opp_av": styremedlem.pk})

    tiltak.refresh_from_db()
    assert (tiltak.foelges_opp_av, tiltak.frist.regel) == (styremedlem, les("Årlig").to_dict())


def test_a_reading_is_confirmed_from_the_list(rediger, utkasttiltak):
    rediger.post(side(utkasttiltak), skjema(rediger, utkasttiltak) | {"gjennomfoering": "Etter årsmøteperioden"})
    annet = lag_tiltak(utkasttiltak.maal, "1b")
    liste = reverse("admin:tiltak_tiltak_changelist")
    venter = list(rediger.get(liste, {"trenger": "til_bekreftelse"}).context["cl"].queryset)

    svar = rediger.post(
        liste, {"action": "bekreft_tolkningen", "_selected_action": [utkasttiltak.pk, annet.pk]}, follow=True
    )

    assert venter == [utkasttiltak]
    assert [str(m) for m in svar.context["messages"]] == [
        "Bekreftet tolkningen av 1 tiltak.",
        "1 tiltak hadde ingen tolkning å bekrefte.",
    ]
    assert Frist.objects.get(tiltak=utkasttiltak).bekreftet
    assert utkasttiltak.terminer.count() == 4
    assert not utkasttiltak.terminer.filter(til_bekreftelse=True).exists()


def test_a_reading_confirmed_from_the_list_of_those_that_wait_is_counted_as_one(rediger, utkasttiltak):
    rediger.post(side(utkasttiltak), skjema(rediger, utkasttiltak) | {"gjennomfoering": "Etter årsmøteperioden"})
    liste = reverse("admin:tiltak_tiltak_changelist") + "?trenger=til_bekreftelse"
    rediger.get(liste)  # says that the phrase was saved

    svar = rediger.post(liste, {"action": "bekreft_tolkningen", "_selected_action": [utkasttiltak.pk]}, follow=True)

    assert [str(m) for m in svar.context["messages"]] == ["Bekreftet tolkningen av 1 tiltak."]


def test_the_filter_finds_measures_outside_the_period(rediger, tiltak, utkasttiltak):
    lag_termin(tiltak, "2024", utenfor=True)

    svar = rediger.get(reverse("admin:tiltak_tiltak_changelist"), {"trenger": "utenfor"})

    assert list(svar.context["cl"].queryset) == [tiltak]


def test_a_changed_period_gives_other_terminer(rediger, utkast, utkasttiltak):
    rediger.post(side(utkasttiltak), skjema(rediger, utkasttiltak) | {"les_som": "Årlig"})

    rediger.post(side(utkast), skjema(rediger, utkast) | {"fra": "01.01.2026", "til": "2027-12-31"})

    assert [termin.noekkel for termin in utkasttiltak.terminer.all()] == ["2026", "2027"]


def test_the_terminer_and_the_log_are_shown_and_not_changed(rediger, styremedlem, tiltak):
    termin = lag_termin(tiltak)
    termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1, merknad="Holdt på <Hamar>")

    vist = rediger.get(side(tiltak)).content.decode()
    data = skjema(rediger, tiltak) | {"terminer-0-status": "utgaar", "terminer-0-merknad": "Nei"}
    rediger.post(side(tiltak), data)

    termin.refresh_from_db()
    assert "Kari Styremedlem: 2026, Gjennomført. Holdt på &lt;Hamar&gt;" in vist
    assert (termin.status, termin.merknad) == (Status.GJENNOMFOERT, "Holdt på <Hamar>")
