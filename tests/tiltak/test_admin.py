"""The plan in the editing site: adopted wording, deadlines read anew, two people at once, what is never deleted."""

from datetime import date

import pytest
from django.urls import reverse

from aktivitet.samtidig import ENDRET, FLYTTET
from tests.tiltak.conftest import lag_plan, lag_termin, lag_tiltak
from tiltak.frist import les
from tiltak.models import (
    Avsnitt,
    Frist,
    Kapittel,
    Maal,
    Merknad,
    Ordlydsendring,
    Periodemaal,
    Plan,
    Status,
    Statusendring,
    Termin,
    Tiltak,
)
from tiltak.oversikt import venter_paa_sekretaeren
from tiltak.tolkning import velg

GRUNN = "Rettet skrivefeil"


@pytest.fixture
def rediger(client, sekretaer):
    """The secretary, logged in."""
    client.force_login(sekretaer)
    return client


@pytest.fixture
def utkast(db):
    return lag_plan("utkast", tittel="Utkast", status=Plan.Status.UTKAST)


@pytest.fixture
def utkasttiltak(utkast):
    maal = Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Politisk mål")
    return lag_tiltak(maal, "1a", "Møte folk")


def side(ting, hva="change"):
    return reverse(f"admin:{ting._meta.app_label}_{ting._meta.model_name}_{hva}", args=[ting.pk])


def skjema(client, ting):
    """What the browser would send from the page of `ting`, unchanged."""
    return skjema_i(client.get(side(ting)))


def skjema_i(svar):
    """What the browser would send from the page that was answered."""
    data = fra_skjema(svar.context["adminform"].form)
    for rader in svar.context["inline_admin_formsets"]:
        data |= fra_skjema(rader.formset.management_form)
        for rad in rader.formset.initial_forms:
            data |= fra_skjema(rad)
    return data


def fra_skjema(form):
    data = {}
    for felt in form:
        verdi = felt.value()
        if verdi is True:
            data[felt.html_name] = "on"
        elif verdi is not None and verdi is not False:
            data[felt.html_name] = felt.field.widget.format_value(verdi) if isinstance(verdi, date) else verdi
    return data


def feil(svar):
    """The errors of the page and of its rows."""
    funnet = {navn: list(liste) for navn, liste in svar.context["adminform"].form.errors.items()}
    for rader in svar.context["inline_admin_formsets"]:
        for rad in rader.formset.forms:
            funnet |= {rad.add_prefix(navn): list(liste) for navn, liste in rad.errors.items()}
        if rader.formset.non_form_errors():
            funnet[rader.formset.prefix] = list(rader.formset.non_form_errors())
    return funnet


# --- Adopted wording -------------------------------------------------------------------------------------------------


def test_changing_adopted_wording_asks_why(rediger, tiltak):
    data = skjema(rediger, tiltak) | {"tekst": "Revidere strategien"}

    svar = rediger.post(side(tiltak), data)

    assert feil(svar) == {"grunn": ["Planen er vedtatt. Skriv hvorfor ordlyden endres."]}
    tiltak.refresh_from_db()
    assert tiltak.tekst == "Revidere kommunikasjonsstrategi"
    assert not Ordlydsendring.objects.exists()


def test_a_change_of_adopted_wording_stands_in_the_log_field_by_field(rediger, sekretaer, tiltak):
    data = skjema(rediger, tiltak) | {"tekst": "Revidere strategien", "ansvarlig": "AU", "grunn": GRUNN}

    rediger.post(side(tiltak), data)

    linjer = Ordlydsendring.objects.order_by("felt").values_list("plan", "hva", "felt", "foer", "etter", "grunn", "av")
    foer, etter = "Revidere kommunikasjonsstrategi", "Revidere strategien"
    assert list(linjer) == [
        (tiltak.maal.plan_id, "Tiltak 1.1a", "ansvarlig", "", "AU", GRUNN, sekretaer.pk),
        (tiltak.maal.plan_id, "Tiltak 1.1a", "ordlyd", foer, etter, GRUNN, sekretaer.pk),
    ]


def test_what_is_no_wording_is_changed_without_a_reason(rediger, styremedlem, tiltak):
    data = skjema(rediger, tiltak) | {"foelges_opp_av": styremedlem.pk}

    rediger.post(side(tiltak), data)

    tiltak.refresh_from_db()
    assert tiltak.foelges_opp_av == styremedlem
    assert not Ordlydsendring.objects.exists()


def test_a_draft_is_changed_without_a_reason(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak) | {"tekst": "Møte flere folk"}

    rediger.post(side(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert utkasttiltak.tekst == "Møte flere folk"
    assert not Ordlydsendring.objects.exists()
    assert "Hvorfor endres" not in rediger.get(side(utkasttiltak)).content.decode()


def test_a_paragraph_on_its_goals_page_asks_why_too(rediger, sekretaer, maal):
    avsnitt = Avsnitt.objects.create(maal=maal, nr=1, tekst="SV er tydelig.")
    data = skjema(rediger, maal) | {"avsnitt-0-tekst": "SV er tydeligere."}

    uten = rediger.post(side(maal), data)
    avsnitt.refresh_from_db()
    assert (feil(uten).keys(), avsnitt.tekst) == ({"avsnitt"}, "SV er tydelig.")
    rediger.post(side(maal), data | {"grunn": GRUNN})

    avsnitt.refresh_from_db()
    [linje] = Ordlydsendring.objects.all()
    assert avsnitt.tekst == "SV er tydeligere."
    assert (linje.hva, linje.felt, linje.foer, linje.etter, linje.av) == (
        "1.1 Tydelig politisk stemme, avsnitt 1",
        "ordlyd",
        "SV er tydelig.",
        "SV er tydeligere.",
        sekretaer,
    )


def test_a_measure_added_to_an_adopted_plan_asks_why_and_is_logged(rediger, maal):
    data = skjema(rediger, maal) | {
        "tiltak-TOTAL_FORMS": "1",
        "tiltak-0-nr": "1",
        "tiltak-0-kode": "1.1b",
        "tiltak-0-tekst": "Noe nytt",
        "tiltak-0-gjennomfoering": "2026",
        "tiltak-0-maal": maal.pk,
    }

    uten = rediger.post(side(maal), data)
    assert (feil(uten).keys(), Tiltak.objects.count()) == ({"tiltak"}, 0)
    rediger.post(side(maal), data | {"grunn": "Vedtak i årsmøtet 2026"})

    nytt = Tiltak.objects.get()
    assert [termin.noekkel for termin in nytt.terminer.all()] == ["2026"]
    assert sorted(Ordlydsendring.objects.values_list("felt", "foer", "etter")) == [
        ("gjennomføring", "", "2026"),
        ("kode", "", "1.1b"),
        ("ordlyd", "", "Noe nytt"),
    ]


@pytest.mark.parametrize(
    ("lag", "felt", "nytt"),
    [
        (lambda plan: plan, "tittel", "Arbeidsplan"),
        (
            lambda plan: Kapittel.objects.create(plan=plan, slag="visjon", nr=1, overskrift="Visjon"),
            "overskrift",
            "Ny",
        ),
        (lambda plan: Periodemaal.objects.create(plan=plan, nr=1, tekst="Vinne"), "tekst", "Vinne valget"),
        (lambda plan: Maal.objects.create(plan=plan, nr=1, nummer="1", overskrift="Mål"), "motto", "Sammen"),
    ],
)
def test_every_part_of_an_adopted_plan_asks_why(rediger, plan, lag, felt, nytt):
    ting = lag(plan)
    data = skjema(rediger, ting) | {felt: nytt}

    uten = rediger.post(side(ting), data)
    rediger.post(side(ting), data | {"grunn": GRUNN})

    ting.refresh_from_db()
    assert feil(uten).keys() == {"grunn"}
    assert getattr(ting, felt) == nytt
    assert [linje.etter for linje in Ordlydsendring.objects.all()] == [nytt]


def test_a_plan_cannot_be_made_a_draft_again_and_nothing_moves_out_of_it(rediger, plan, maal, tiltak, utkasttiltak):
    rediger.post(side(plan), skjema(rediger, plan) | {"status": "utkast", "slug": "ny"})
    rediger.post(side(maal), skjema(rediger, maal) | {"plan": utkasttiltak.maal.plan_id})
    svar = rediger.post(side(tiltak), skjema(rediger, tiltak) | {"maal": utkasttiltak.maal_id, "grunn": GRUNN})

    plan.refresh_from_db()
    maal.refresh_from_db()
    assert (plan.status, plan.slug, maal.plan) == ("vedtatt", "arbeidsplan-2025-2028", plan)
    assert feil(svar).keys() == {"maal"}


def test_a_draft_is_not_adopted_through_its_form(rediger, utkast):
    svar = rediger.post(side(utkast), skjema(rediger, utkast) | {"status": "vedtatt"})

    assert feil(svar).keys() == {"status"}


# --- What is never deleted -------------------------------------------------------------------------------------------


def test_nothing_of_an_adopted_plan_is_deleted(rediger, plan, maal, tiltak):
    avsnitt = Avsnitt.objects.create(maal=maal, nr=1, tekst="SV er tydelig.")
    data = skjema(rediger, maal) | {"avsnitt-0-DELETE": "on", "tiltak-0-DELETE": "on", "grunn": GRUNN}

    svar = [rediger.post(side(ting, "delete"), {"post": "yes"}).status_code for ting in (plan, maal, tiltak)]
    rediger.post(side(maal), data)

    assert svar == [403, 403, 403]
    assert (Plan.objects.count(), Avsnitt.objects.get(), Tiltak.objects.get()) == (1, avsnitt, tiltak)


def test_a_draft_that_somebody_has_reported_on_is_not_deleted(rediger, styremedlem, utkast, utkasttiltak):
    termin = lag_termin(utkasttiltak)
    termin.sett_status(Status.PAAGAAR, av=styremedlem, versjon=1)

    svar = [
        rediger.post(side(ting, "delete"), {"post": "yes"}).status_code
        for ting in (utkast, utkasttiltak.maal, utkasttiltak)
    ]
    rediger.post(side(utkasttiltak.maal), skjema(rediger, utkasttiltak.maal) | {"tiltak-0-DELETE": "on"})

    assert svar == [403, 403, 403]
    assert (Tiltak.objects.count(), Statusendring.objects.count()) == (1, 1)


def test_a_draft_is_deleted_whole(rediger, utkast, utkasttiltak):
    Maal.objects.create(plan=utkast, nr=2, nummer="1.1", overskrift="Under", forelder=utkasttiltak.maal)
    Merknad.objects.create(plan=utkast, hva="kode", tekst="Koden står to ganger")
    lag_termin(utkasttiltak)

    rediger.post(side(utkast, "delete"), {"post": "yes"})

    assert (Plan.objects.count(), Maal.objects.count(), Termin.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("modell", ["plan", "maal", "tiltak", "kapittel", "periodemaal", "merknad"])
def test_nothing_is_deleted_by_ticking_in_a_list(rediger, plan, modell):
    svar = rediger.get(reverse(f"admin:tiltak_{modell}_changelist"))

    assert "delete_selected" not in svar.content.decode()


# --- Deadlines -------------------------------------------------------------------------------------------------------


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


# --- Two people at once ----------------------------------------------------------------------------------------------


def test_a_save_on_top_of_a_newer_one_is_refused_and_shows_both(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak)
    rediger.post(side(utkasttiltak), data | {"tekst": "Min tekst", "ansvarlig": "AU"})

    svar = rediger.post(side(utkasttiltak), data | {"tekst": "Din tekst", "ansvarlig": "AU"})

    utkasttiltak.refresh_from_db()
    vist = svar.content.decode()
    assert (utkasttiltak.tekst, utkasttiltak.versjon) == ("Min tekst", 2)
    assert feil(svar).keys() == {"__all__", "tekst"}
    assert feil(svar)["tekst"] == ["Lagret nå: «Min tekst»"]
    assert "Din tekst</textarea>" in vist
    assert 'name="lest_versjon" value="2"' in vist


def test_sent_again_from_the_page_that_shows_both_it_is_saved(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak)
    rediger.post(side(utkasttiltak), data | {"tekst": "Min tekst"})

    rediger.post(side(utkasttiltak), data | {"tekst": "Begges tekst", "lest_versjon": "2"})

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.tekst, utkasttiltak.versjon) == ("Begges tekst", 3)


@pytest.mark.parametrize("versjon", ["", "x", "-1", "9" * 40, "\0"])
def test_a_version_that_nobody_has_read_overwrites_nothing(rediger, utkasttiltak, versjon):
    data = skjema(rediger, utkasttiltak) | {"tekst": "Din tekst", "lest_versjon": versjon}

    svar = rediger.post(side(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert svar.status_code == 200
    assert utkasttiltak.tekst == "Møte folk"


def test_saving_without_changes_takes_no_version_and_overwrites_nothing(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak)
    Tiltak.objects.update(nr=7)

    rediger.post(side(utkasttiltak), data | {"nr": "7"})

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.nr, utkasttiltak.versjon) == (7, 1)


def test_a_row_that_somebody_else_saved_meanwhile_is_refused_by_its_field(rediger, utkasttiltak):
    maal = utkasttiltak.maal
    avsnitt = Avsnitt.objects.create(maal=maal, nr=1, tekst="Gammel")
    data = skjema(rediger, maal)
    rediger.post(side(maal), data | {"avsnitt-0-tekst": "Min"})

    svar = rediger.post(side(maal), data | {"avsnitt-0-tekst": "Din", "overskrift": "Ny overskrift"})

    avsnitt.refresh_from_db()
    maal.refresh_from_db()
    assert feil(svar)["avsnitt-0-tekst"] == ["Lagret nå: «Min»"]
    assert (avsnitt.tekst, avsnitt.versjon, maal.overskrift) == ("Min", 2, "Politisk mål")


def test_a_row_deleted_meanwhile_is_told_and_not_a_crash(rediger, utkasttiltak):
    maal = utkasttiltak.maal
    avsnitt = Avsnitt.objects.create(maal=maal, nr=1, tekst="Gammel")
    data = skjema(rediger, maal)
    avsnitt.delete()

    svar = rediger.post(side(maal), data | {"avsnitt-0-tekst": "Din"})

    assert svar.status_code == 200
    assert not Avsnitt.objects.exists()


# --- Bad input -------------------------------------------------------------------------------------------------------


def test_a_row_moved_away_meanwhile_is_told_and_neither_lost_nor_logged(rediger, maal, tiltak):
    sendt = skjema(rediger, maal) | {"tiltak-0-tekst": "Gå på dør", "grunn": GRUNN}
    Tiltak.objects.filter(pk=tiltak.pk).update(
        maal=Maal.objects.create(plan=maal.plan, nr=2, nummer="1.2", overskrift="Synlig")
    )

    svar = rediger.post(side(maal), sendt)

    assert feil(svar)["tiltak-0-__all__"] == [FLYTTET]
    assert Tiltak.objects.get().tekst == "Revidere kommunikasjonsstrategi"
    assert not Ordlydsendring.objects.exists()


@pytest.mark.parametrize("felt", ["tekst", "kode", "gjennomfoering", "ansvarlig", "les_som", "grunn"])
def test_a_hundred_thousand_characters_are_told_by_the_field(rediger, tiltak, felt):
    svar = rediger.post(side(tiltak), skjema(rediger, tiltak) | {felt: "å" * 100_000})

    assert felt in feil(svar)
    assert "å" * 100_000 in svar.content.decode()


def test_what_cannot_be_seen_is_taken_out_on_the_way_in(rediger, utkasttiltak):
    data = skjema(rediger, utkasttiltak) | {"tekst": "a\0\x07b\r\nc", "kode": " 1\0a\u202e ", "ansvarlig": "\0"}

    rediger.post(side(utkasttiltak), data)

    utkasttiltak.refresh_from_db()
    assert (utkasttiltak.tekst, utkasttiltak.kode, utkasttiltak.ansvarlig) == ("ab\nc", "1a", "")


def test_nothing_but_control_characters_is_nothing(rediger, utkasttiltak):
    svar = rediger.post(side(utkasttiltak), skjema(rediger, utkasttiltak) | {"tekst": "\0\x07\u200b"})

    assert feil(svar) == {"tekst": ["Fyll ut dette feltet."]}


@pytest.mark.parametrize("dag", ["9999-12-31", "0001-01-01", "31.02.2026", "12/31/2026", "\0", "i morgen"])
def test_a_day_that_is_none_is_told_by_the_field(rediger, utkast, dag):
    svar = rediger.post(side(utkast), skjema(rediger, utkast) | {"til": dag})

    assert "til" in feil(svar)


def test_a_goal_is_never_under_itself_nor_in_another_plan(rediger, maal, utkasttiltak):
    under = Maal.objects.create(plan=maal.plan, nr=2, nummer="1.1.1", overskrift="Under", forelder=maal)

    selv = rediger.post(side(maal), skjema(rediger, maal) | {"forelder": under.pk})
    annen = rediger.post(side(maal), skjema(rediger, maal) | {"forelder": utkasttiltak.maal_id})

    assert feil(selv) == {"forelder": ["Målet kan ikke ligge under seg selv."]}
    assert feil(annen).keys() == {"forelder"}


# --- Adopting, finding -----------------------------------------------------------------------------------------------


def test_the_action_adopts_the_plan_after_asking_for_the_day(rediger, plan, utkast):
    liste = reverse("admin:tiltak_plan_changelist")

    videre = rediger.post(liste, {"action": "bekreft", "_selected_action": [utkast.pk]})
    spoer = rediger.get(videre.headers["Location"]).content.decode()
    rediger.post(videre.headers["Location"], {"dag": "31.01.2026"})

    plan.refresh_from_db()
    utkast.refresh_from_db()
    assert "«Arbeidsplan 2025-2028» gjelder nå, og blir avløst." in spoer
    assert (utkast.status, utkast.vedtatt_dag, plan.status) == ("vedtatt", date(2026, 1, 31), "avloest")


def test_two_plans_are_not_adopted_at_once(rediger, plan, utkast):
    svar = rediger.post(
        reverse("admin:tiltak_plan_changelist"),
        {"action": "bekreft", "_selected_action": [utkast.pk, plan.pk]},
        follow=True,
    )

    assert [str(m) for m in svar.context["messages"]] == ["Velg én plan om gangen."]


def test_an_impossible_day_adopts_nothing(rediger, utkast):
    rediger.post(reverse("admin:tiltak_plan_bekreft", args=[utkast.pk]), {"dag": "9999-01-01"})

    utkast.refresh_from_db()
    assert utkast.status == "utkast"


def test_search_knows_norwegian_letters_in_any_case(rediger, maal):
    tiltak = lag_tiltak(maal, "1.1a", "Forberede ÅRSMØTET")
    lag_tiltak(maal, "1.1b", "Noe annet")

    svar = rediger.get(reverse("admin:tiltak_tiltak_changelist"), {"q": "årsmøtet FORBEREDE"})

    assert list(svar.context["cl"].queryset) == [tiltak]


def test_the_measures_stand_in_the_plans_order(rediger, plan):
    maal = [Maal.objects.create(plan=plan, nr=nr, nummer=str(nr), overskrift="Mål") for nr in (1, 2, 10)]
    koder = [lag_tiltak(ett, f"{ett.nummer}{bokstav}").kode for ett in maal for bokstav in "ab"]

    svar = rediger.get(reverse("admin:tiltak_tiltak_changelist"))

    assert [tiltak.kode for tiltak in svar.context["cl"].result_list] == koder


def test_remarks_are_settled_from_the_list(rediger, plan):
    merknad = Merknad.objects.create(plan=plan, linje=301, hva="kode", tekst="Koden 2.3d står to ganger")

    rediger.post(
        reverse("admin:tiltak_merknad_changelist"),
        {"action": "merk_som_avklart", "_selected_action": [merknad.pk]},
    )

    merknad.refresh_from_db()
    assert merknad.avklart


def test_the_log_of_adopted_wording_is_read_only_even_for_the_administrator(client, administrator, plan):
    linje = Ordlydsendring.objects.create(plan=plan, hva="Tiltak 1a", felt="ordlyd", foer="a", etter="b", grunn="c")
    client.force_login(administrator)

    svar = [
        client.get(side(linje)).status_code,
        client.post(side(linje), {"etter": "x"}).status_code,
        client.post(side(linje, "delete"), {"post": "yes"}).status_code,
        client.get(reverse("admin:tiltak_ordlydsendring_add")).status_code,
    ]

    linje.refresh_from_db()
    assert (svar, linje.etter) == ([200, 403, 403, 403], "b")


def test_a_measure_that_somebody_took_on_meanwhile_is_not_taken_from_them(rediger, tiltak, styremedlem):
    aapnet = skjema(rediger, tiltak) | {"tekst": "Revidere strategien", "grunn": GRUNN}
    tiltak.foelg_opp(styremedlem, fra=None)

    svar = rediger.post(side(tiltak), aapnet)

    tiltak.refresh_from_db()
    assert (tiltak.foelges_opp_av, tiltak.tekst) == (styremedlem, "Revidere kommunikasjonsstrategi")
    assert feil(svar)["foelges_opp_av"] == ["Lagret nå: «Kari Styremedlem»"]


@pytest.mark.parametrize(("status", "antall"), [(Plan.Status.VEDTATT, 1), (Plan.Status.AVLOEST, 0)])
def test_the_list_of_what_waits_has_as_many_as_the_front_page_says(rediger, tiltak, status, antall):
    Plan.objects.update(status=status)

    liste = rediger.get(reverse("admin:tiltak_tiltak_changelist"), {"trenger": "ikke_forstaatt"})

    assert liste.context["cl"].result_count == venter_paa_sekretaeren()["ikke_forstaatt"] == antall


@pytest.mark.parametrize(("status", "antall"), [(Plan.Status.VEDTATT, 1), (Plan.Status.AVLOEST, 0)])
def test_the_list_of_remarks_has_as_many_as_the_front_page_says(rediger, plan, status, antall):
    for avklart in (True, False):
        Merknad.objects.create(plan=plan, linje=301, hva="kode", tekst="Koden står to ganger", avklart=avklart)
    Plan.objects.update(status=status)
    lenke = f"{reverse('admin:tiltak_merknad_changelist')}?trenger=avklaring"

    liste = rediger.get(lenke)

    assert liste.context["cl"].result_count == venter_paa_sekretaeren()["uavklarte_merknader"] == antall
    assert (lenke in rediger.get("/").content.decode()) is bool(antall)
