"""What more can be told of an activity: how it is stored, what is refused by its field, and what is folded away."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from aktivitet.felt import UGYLDIG_LENKE
from aktivitet.models import Aktivitet
from tests.aktivitet.views.skjemaet import NY, feil, skjema

MER = {
    "maalgruppe": "Nye\tmedlemmer",
    "tilgjengelighet": "Trinnfritt",
    "nettlenke": "moete.example.org/1",
    "nettlenke_for": "alle",
    "paamelding": "https://skjema.example.org/1?a=1",
    "paamelding_innen": "12.05.2026",
    "papirer": "Innkalling: sv.no/innkalling.pdf\r\n\r\nSaker https://sv.no/saker",
    "kontakt": "Nestleder",
    "kontakt_epost": " nestleder@example.org ",
}
LAGRET = {
    "maalgruppe": "Nye medlemmer",
    "tilgjengelighet": "Trinnfritt",
    "nettlenke": "https://moete.example.org/1",
    "nettlenke_for": "alle",
    "paamelding": "https://skjema.example.org/1?a=1",
    "paamelding_innen": date(2026, 5, 12),
    "papirer": "Innkalling https://sv.no/innkalling.pdf\nSaker https://sv.no/saker",
    "kontakt": "Nestleder",
    "kontakt_epost": "nestleder@example.org",
}


def test_all_of_it_is_stored_clean_and_whole(inne, lokallag):
    svar = inne.post(NY, skjema(lokallag, tittel="Åpent\r\nBEGIN:VEVENT\x07 møte", **MER))

    lagret = Aktivitet.objects.get()
    assertRedirects(svar, lagret.get_absolute_url())
    assert {felt: getattr(lagret, felt) for felt in LAGRET} == LAGRET
    assert lagret.tittel == "Åpent BEGIN:VEVENT møte"


def test_what_is_stored_goes_through_the_form_unchanged(inne, lag_aktivitet):
    full = lag_aktivitet("Møte", date(2026, 5, 12), **LAGRET)
    adresse = f"{full.get_absolute_url()}rediger/"
    form = inne.get(adresse).context["form"]

    inne.post(adresse, {felt: form[felt].value() or "" for felt in form.fields})

    full.refresh_from_db()
    assert ({felt: getattr(full, felt) for felt in LAGRET}, full.versjon) == (LAGRET, 2)


def test_where_nobody_says_so_the_link_is_for_those_who_are_logged_in(inne, lokallag):
    inne.post(NY, skjema(lokallag, nettlenke="https://moete.example.org/1"))

    assert Aktivitet.objects.get().nettlenke_for == "innloggede"


def test_a_new_form_begins_with_the_link_for_those_who_are_logged_in(inne):
    assertContains(inne.get(NY), '<option value="innloggede" selected>Bare de som er logget inn</option>', html=True)


def test_a_form_that_does_not_ask_who_sees_the_link_leaves_it_as_it_was(inne, moete):
    moete.nettlenke_for = "alle"
    moete.save()

    inne.post(f"{moete.get_absolute_url()}rediger/", skjema(moete.lag, versjon=1))

    moete.refresh_from_db()
    assert (moete.tittel, moete.nettlenke_for) == ("Medlemsmøte", "alle")


FOR_SENT = "Da er det over. Skriv en dag før det, eller la feltet stå tomt."
GALT = [
    ({"nettlenke": "javascript:alert(1)"}, UGYLDIG_LENKE),
    ({"nettlenke": "https://"}, UGYLDIG_LENKE),
    ({"nettlenke": "møterommet"}, UGYLDIG_LENKE),
    ({"nettlenke": "https://sv.no/\r\nSet-Cookie: a"}, UGYLDIG_LENKE),
    ({"nettlenke_for": "ingen"}, "Velg hvem som ser lenken."),
    ({"paamelding": "JavaScript:alert(1)//sv.no"}, UGYLDIG_LENKE),
    ({"paamelding": "ftp://sv.no/skjema"}, UGYLDIG_LENKE),
    ({"paamelding": "https://sv.no/" + "a" * 500}, "Teksten er på 514 tegn. Kort den ned til 500."),
    ({"paamelding_innen": "2026-05-13"}, FOR_SENT),
    ({"paamelding_innen": "i morgen"}, "Skriv dagen slik: 31.12.2026."),
    ({"paamelding_innen": "9999-01-01"}, "Skriv en dag mellom 2000 og 2099."),
    ({"papirer": "Innkalling https://sv.no/a\nSaksliste"}, "Linje 2 mangler adresse."),
    ({"papirer": "Saker javascript:alert(1)"}, "Linje 1 mangler adresse."),
    ({"papirer": "x https://sv.no/" + "a" * 5000}, "Teksten er på 5016 tegn. Kort den ned til 5000."),
    ({"maalgruppe": "å" * 201}, "Teksten er på 201 tegn. Kort den ned til 200."),
    ({"tilgjengelighet": "å" * 301}, "Teksten er på 301 tegn. Kort den ned til 300."),
    ({"kontakt": "å" * 101}, "Teksten er på 101 tegn. Kort den ned til 100."),
    ({"kontakt_epost": "nestleder"}, "Skriv e-postadressen slik: post@example.org."),
    ({"kontakt_epost": "a@example.org\r\nBcc: b@example.org"}, "Skriv e-postadressen slik: post@example.org."),
]


@pytest.mark.parametrize(("skrevet", "melding"), GALT)
def test_what_cannot_be_is_told_by_its_field_in_an_open_group_and_stays(inne, lokallag, skrevet, melding):
    [(felt, verdi)] = skrevet.items()

    svar = inne.post(NY, skjema(lokallag, **skrevet))

    form = svar.context["form"]
    assert (svar.status_code, feil(svar), Aktivitet.objects.count()) == (200, {felt: [melding]}, 0)
    assert form[felt].value() == verdi
    assert [gruppe.aapen for gruppe in form.foldet] == [felt in [en.name for en in g.felter] for g in form.foldet]
    assertContains(svar, "<details open>", count=1)


@pytest.mark.parametrize(
    ("presisjon", "innen", "ventet"),
    [
        ("uke", "2026-05-17", {}),
        ("uke", "2026-05-18", {"paamelding_innen": [FOR_SENT]}),
        ("maaned", "2026-05-31", {}),
        ("maaned", "2026-06-01", {"paamelding_innen": [FOR_SENT]}),
        # A time that is wrong is told first: nobody knows yet when it is over.
        ("dager", "2026-06-01", {"siste_dag": ["Skriv siste dag. Er det bare én dag, velg «Dag»."]}),
    ],
)
def test_the_sign_up_ends_no_later_than_what_it_is_for(inne, lokallag, presisjon, innen, ventet):
    svar = inne.post(NY, skjema(lokallag, presisjon=presisjon, paamelding_innen=innen))

    assert (feil(svar) if svar.status_code == 200 else {}) == ventet


def test_what_nobody_has_told_is_folded_away_and_what_stands_there_is_open(inne, lag_aktivitet):
    moetet = lag_aktivitet("Møte", date(2026, 5, 12), papirer="Saker https://sv.no/saker", kontakt="Leder")

    tomt = inne.get(NY).context["form"]
    skrevet = inne.get(f"{moetet.get_absolute_url()}rediger/").context["form"]

    assert [gruppe.aapen for gruppe in tomt.foldet] == [False] * 5
    assert [gruppe.navn for gruppe in skrevet.foldet if gruppe.aapen] == ["Papirer", "Kontakt"]


def test_both_texts_are_shown_of_all_that_two_people_wrote(inne, lag_aktivitet):
    moetet = lag_aktivitet("Møte", date(2026, 5, 12))
    andres = Aktivitet.objects.get(pk=moetet.pk)
    for felt, verdi in LAGRET.items():
        setattr(andres, felt, verdi)
    andres.lagre(1)

    mitt = {"tittel": "Møte", "sted": "", "beskrivelse": "", "kontakt": "Leder", "nettlenke_for": "innloggede"}
    svar = inne.post(f"{moetet.get_absolute_url()}rediger/", skjema(moetet.lag, presisjon="dag", versjon=1, **mitt))

    assert [(f.hva, f.lagret, f.skrevet) for f in svar.context["form"].forskjeller] == [
        ("Møte på nett", "https://moete.example.org/1", ""),
        ("Hvem ser lenken?", "Alle", "Bare de som er logget inn"),
        ("Påmelding", "https://skjema.example.org/1?a=1", ""),
        ("Påmelding innen", "12. mai 2026", ""),
        ("Hvem er det for?", "Nye medlemmer", ""),
        ("Tilgjengelighet", "Trinnfritt", ""),
        ("Papirer", LAGRET["papirer"], ""),
        ("Kontakt", "Nestleder", "Leder"),
        ("Kontaktens e-post", "nestleder@example.org", ""),
    ]


def test_a_time_that_is_sharpened_keeps_its_address_and_its_name_in_peoples_calendars(inne, lag_aktivitet):
    leir = lag_aktivitet("Leir", date(2026, 6, 1), date(2026, 6, 30), presisjon="maaned")
    adresse, uid = leir.get_absolute_url(), leir.uid
    skritt = [
        {"presisjon": "uke", "foerste_dag": "2026-06-09"},
        {"presisjon": "dager", "foerste_dag": "2026-06-12", "siste_dag": "2026-06-14"},
        {"presisjon": "klokkeslett", "foerste_dag": "2026-06-12", "siste_dag": "2026-06-14", "fra_kl": "18:00"},
    ]

    for versjon, tiden in enumerate(skritt, 1):
        svar = inne.post(f"{adresse}rediger/", skjema(leir.lag, versjon=versjon, **tiden))
        assertRedirects(svar, adresse)

    leir.refresh_from_db()
    assert (Aktivitet.objects.count(), leir.uid, leir.versjon, leir.flyttet_fra) == (1, uid, 4, None)
    assertContains(inne.get(f"/hva-skjer/aktivitet/{leir.pk}.ics"), f"UID:{uid}@arbeidsplan")
