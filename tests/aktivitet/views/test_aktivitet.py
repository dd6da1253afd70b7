"""The page of one activity: what it tells, and to whom."""

import json
import re
import uuid
from datetime import date, time, timedelta

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.aktivitet.lest import ordene, titler

pytestmark = pytest.mark.usefixtures("i_dag")


def test_an_activity_has_a_page_of_its_own(client, lag_aktivitet):
    aktivitet = lag_aktivitet(
        "Møte <script>alert(1)</script> & kaffe",
        date(2026, 6, 5),
        presisjon="klokkeslett",
        fra_kl=time(18),
        til_kl=time(20),
        sted="Hamar bibliotek",
        beskrivelse="Velkommen!\n\n<b>Alle</b> & enhver",
    )

    svar = client.get(aktivitet.get_absolute_url())

    tekst = ordene(svar)
    assert "Møte <script>alert(1)</script> & kaffe Når fredag 5. juni 2026 kl. 18.00–20.00" in tekst
    assert "Hvor Hamar bibliotek Arrangør Hamar SV Type Møte Legg i kalenderen din På telefonen eller PC-en" in tekst
    assertContains(svar, "fredag 5. juni 2026 kl.\N{NO-BREAK SPACE}18.00–20.00</time>")
    assert "Outlook Velkommen! <b>Alle</b> & enhver" in tekst
    assertNotContains(svar, "<script>alert")
    assertContains(svar, f'href="/hva-skjer/aktivitet/{aktivitet.pk}.ics">På telefonen eller PC-en</a>')
    assertNotContains(svar, "Rediger")
    assert svar.cookies == {}


def test_a_cancelled_activity_says_so(client, lag_aktivitet):
    aktivitet = lag_aktivitet("Møte", date(2026, 6, 5), avlyst=True)

    assertContains(client.get(aktivitet.get_absolute_url()), "Denne aktiviteten er avlyst.")


def test_a_day_that_is_not_set_is_told_as_such(client, lag_aktivitet):
    aktivitet = lag_aktivitet("Leir", date(2026, 10, 12), date(2026, 10, 18), presisjon="uke")

    assert "Når uke 42 2026 (12.–18. oktober) Dagen er ikke satt ennå." in ordene(
        client.get(aktivitet.get_absolute_url())
    )


def test_only_what_is_public_can_be_put_into_a_calendar(client, skjulte, sekretaer):
    client.force_login(sekretaer)

    for aktivitet in skjulte.values():
        assertNotContains(client.get(aktivitet.get_absolute_url()), "kalenderen din")
        assert client.get(f"/hva-skjer/aktivitet/{aktivitet.pk}.ics").status_code == 404


@pytest.fixture
def full(lag_aktivitet):
    """One that tells all that can be told."""
    return lag_aktivitet(
        "Åpent møte",
        date(2026, 6, 5),
        presisjon="klokkeslett",
        fra_kl=time(18),
        sted="Biblioteket",
        tilgjengelighet="Trinnfritt, teleslynge",
        maalgruppe="Alle medlemmer",
        nettlenke="https://moete.example.org/1",
        paamelding="https://skjema.example.org/1",
        paamelding_innen=date(2026, 6, 1),
        papirer="Innkalling https://example.org/a.pdf\nKommer senere",
        kontakt="Nestleder",
        kontakt_epost="nestleder@example.org",
        beskrivelse="Se www.example.org.",
        flyttet_fra=date(2026, 5, 3),
    )


def test_it_tells_where_for_whom_and_how_to_take_part(client, full):
    svar = client.get(full.get_absolute_url())

    assert (
        "Når fredag 5. juni 2026 kl. 18.00 Flyttet fra 3. mai Hvor Biblioteket Trinnfritt, teleslynge "
        "På nett Lenken vises når du er logget inn "
        "Påmelding Meld deg på skjema.example.org/1 Innen 1. juni For hvem Alle medlemmer Arrangør Hamar SV Type Møte "
        "Kontakt Nestleder nestleder@example.org "
        "Legg i kalenderen din På telefonen eller PC-en Google Kalender Outlook Se example.org . "
        "Papirer Innkalling example.org/a.pdf Kommer senere Sist endret"
    ) in ordene(svar)
    assertNotContains(svar, "moete.example.org")
    assertContains(svar, '<a href="https://skjema.example.org/1" rel="noopener noreferrer">Meld deg på</a>', html=True)
    assertContains(svar, '<a href="https://example.org/a.pdf" rel="noopener noreferrer">Innkalling</a>', html=True)


def test_the_link_on_the_net_is_told_to_those_it_is_for(client, full, redaktoer):
    assertContains(client.get(full.get_absolute_url()), f"/logg-inn/?next={full.get_absolute_url()}", count=2)

    client.force_login(redaktoer)
    assertContains(client.get(full.get_absolute_url()), 'href="https://moete.example.org/1" rel="noopener noreferrer"')

    client.logout()
    full.nettlenke_for = "alle"
    full.save()
    assertContains(client.get(full.get_absolute_url()), 'href="https://moete.example.org/1" rel="noopener noreferrer"')


def test_when_the_day_has_passed_the_sign_up_is_over(client, full):
    full.paamelding_innen = date(2026, 5, 13)
    full.save()

    svar = client.get(full.get_absolute_url())

    assert "Påmelding Påmeldingen er ute. Fristen var 13. mai For hvem" in ordene(svar)
    assertNotContains(svar, "skjema.example.org")


def test_what_is_cancelled_can_be_updated_in_ones_calendar_but_asks_nobody_to_come(client, full):
    full.avlyst = True
    full.save()

    svar = client.get(full.get_absolute_url())

    assert "Denne aktiviteten er avlyst." in ordene(svar)
    assert "Har du den i kalenderen din? Merk den avlyst der" in ordene(svar)
    assertContains(svar, f"/hva-skjer/aktivitet/{full.pk}.ics")
    for lenke in ("moete.example.org", "skjema.example.org", "google.com", "outlook.live.com", "logget inn"):
        assertNotContains(svar, lenke)


# --- What it has to do with others -----------------------------------------------------------------------------------


@pytest.fixture
def med_frister(lag_aktivitet):
    """A meeting with deadlines in the wrong order, two for all and one for the board; and with what is no deadline."""
    moetet = lag_aktivitet("Årsmøtet", date(2027, 2, 27))
    felles = {"hoerer_til": moetet, "type": "frist"}
    lag_aktivitet("Papirene sendes", date(2027, 2, 13), **felles)
    lag_aktivitet("Frist for forslag", date(2027, 1, 30), **felles)
    lag_aktivitet("Styrets frist", date(2027, 1, 2), synlighet="intern", **felles)
    lag_aktivitet("Formøte", date(2027, 2, 20), hoerer_til=moetet, type="formote")
    return moetet


def test_the_deadlines_that_one_may_see_stand_in_order(client, med_frister, sekretaer):
    siden = med_frister.get_absolute_url()

    assert titler(client.get(siden)) == ["Frist for forslag", "Papirene sendes"]
    client.force_login(sekretaer)
    assert titler(client.get(siden)) == ["Styrets frist", "Frist for forslag", "Papirene sendes"]


@pytest.mark.parametrize(
    ("endring", "sagt"),
    [
        ({}, False),
        ({"foerste_dag": date(2027, 3, 6), "siste_dag": date(2027, 3, 6)}, True),
        ({"avlyst": True}, True),
    ],
)
def test_a_meeting_that_was_moved_leads_to_the_plan_of_what_no_longer_fits(
    client, med_frister, lag_aktivitet, sekretaer, styremedlem, endring, sagt
):
    for dag, dager_foer in ((date(2027, 1, 2), 56), (date(2027, 2, 20), 7)):
        felter = {"hoerer_til": med_frister, "dager_foer": dager_foer, "moeteplan_aar": 2027}
        lag_aktivitet("Regnet fra møtet", dag, type="frist", **felter)
    type(med_frister).objects.filter(pk=med_frister.pk).update(**endring)
    siden, antall = med_frister.get_absolute_url(), "2 som er regnet fra dette møtet, passer ikke lenger."
    lenken = 'href="/hva-skjer/moteplan/2027/#passer-ikke"'

    client.force_login(sekretaer)
    vist = client.get(siden)
    assert (antall in ordene(vist), lenken in vist.content.decode()) == (sagt, sagt)
    client.force_login(styremedlem)
    assertNotContains(client.get(siden), lenken)


def test_a_deadline_leads_back_to_what_it_is_counted_from(client, med_frister):
    fristen = med_frister.tilhoerende.get(tittel="Frist for forslag")

    assert "Hører til Årsmøtet lørdag 27. februar 2027" in ordene(client.get(fristen.get_absolute_url()))


def test_what_one_may_not_see_is_not_named_by_what_is_counted_from_it(client, med_frister):
    fristen = med_frister.tilhoerende.get(tittel="Frist for forslag")
    med_frister.synlighet = "intern"
    med_frister.save()

    assertNotContains(client.get(fristen.get_absolute_url()), "Hører til")


def test_a_series_tells_the_next_ones(client, lag_aktivitet):
    serie = uuid.uuid4()
    alle = [
        lag_aktivitet("Kafé", date(2026, 5, 5) + timedelta(weeks=uke), serie=serie, avlyst=uke == 2)
        for uke in range(8)
    ]
    lag_aktivitet("Kafé for styret", date(2026, 5, 15), serie=serie, synlighet="intern")

    foerste, midt, siste = (ordene(client.get(en.get_absolute_url())) for en in (alle[0], alle[3], alle[7]))

    # the first has been: what comes next comes after today, and the cancelled one is not next
    assert "Del av en serie Neste: tirs. 26. mai , tirs. 2. juni , tirs. 9. juni Legg" in foerste
    assert "Del av en serie Neste: tirs. 2. juni , tirs. 9. juni , tirs. 16. juni Legg" in midt
    assert "Del av en serie Ingen flere er lagt inn. Legg" in siste


# --- What recurs yearly ----------------------------------------------------------------------------------------------


@pytest.fixture
def aarsmoeter(lag_aktivitet, fylkeslag, lokallag):
    """The county's annual meetings, by year: one was moved within its year, and one is not public."""

    def moete(aar, **felter):
        return lag_aktivitet("Årsmøte", date(aar, 2, 20), type="arsmote", **({"lag": fylkeslag} | felter))

    moeter = {aar: moete(aar) for aar in (2024, 2025, 2026, 2027)}
    moete(2023, synlighet="intern")
    moete(2022, lag=lokallag)
    moete(2021, avlyst=True)
    lag_aktivitet("Årsmøte, dag to", date(2025, 3, 1), type="arsmote", lag=fylkeslag)
    return moeter


def test_other_years_and_the_address_without_the_year_are_told(client, aarsmoeter):
    svar = client.get(aarsmoeter[2026].get_absolute_url())

    assert titler(svar)[-3:] == ["2027", "2025", "2024"]
    assert "Årsmøte andre år: 2027 , 2025 , 2024" in ordene(svar)
    assert "Lenk til denne: http://testserver/hva-skjer/arsmote/ Den leder hvert år til det neste." in ordene(svar)


def test_a_branch_has_its_own_years_but_not_the_countys_address(client, aarsmoeter, lag_aktivitet):
    lokalt = lag_aktivitet("Årsmøte i Hamar", date(2027, 1, 20), type="arsmote")

    svar = client.get(lokalt.get_absolute_url())

    assert "Årsmøte andre år: 2022" in ordene(svar)
    assertNotContains(svar, "Lenk til denne")


def test_what_is_held_many_times_a_year_tells_of_no_other_years(client, fylkeslag, lag_aktivitet):
    for aar in (2025, 2026):
        moetet = lag_aktivitet("Styremøte", date(aar, 5, 5), type="fylkesstyremote", lag=fylkeslag)

    svar = client.get(moetet.get_absolute_url())

    assertNotContains(svar, "andre år")
    assertNotContains(svar, "Lenk til denne")


# --- For programs, and "unchanged" -----------------------------------------------------------------------------------


def event(svar):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', svar.content.decode())[1])


def test_a_public_page_tells_programs_what_it_is(client, full):
    lest = event(client.get(full.get_absolute_url()))

    assert (lest["name"], lest["url"], lest["organizer"]["url"]) == (
        "Åpent møte",
        f"http://testserver{full.get_absolute_url()}",
        "http://testserver/hva-skjer/?lag=hamar-sv",
    )


def test_a_title_that_would_end_the_block_is_harmless(client, lag_aktivitet):
    lumsk = "</script><script>alert(1)</script>"
    moetet = lag_aktivitet(lumsk, date(2026, 6, 5))

    svar = client.get(moetet.get_absolute_url())

    assert event(svar)["name"] == lumsk
    assertNotContains(svar, "<script>alert")


def test_programs_are_told_nothing_internal_and_no_day_that_is_not_set(client, skjulte, lag_aktivitet, sekretaer):
    uken = lag_aktivitet("Leir", date(2026, 10, 12), date(2026, 10, 18), presisjon="uke")
    client.force_login(sekretaer)

    for en in (*skjulte.values(), uken):
        assertNotContains(client.get(en.get_absolute_url()), "ld+json")
    for en in skjulte.values():
        assertNotContains(client.get(en.get_absolute_url()), "google.com")


def igjen(client, sti, svar):
    return client.get(sti, headers={"If-None-Match": svar["ETag"]}).status_code


def test_an_unchanged_page_answers_so_from_one_query(client, full, django_assert_num_queries):
    sti = full.get_absolute_url()
    svar = client.get(sti)

    with django_assert_num_queries(1):
        assert igjen(client, sti, svar) == 304


def endre_fristen(moetet):
    fristen = moetet.tilhoerende.get(tittel="Frist for forslag")
    fristen.tittel = "Ny tittel"
    fristen.save()


def avlys(moetet):
    moetet.avlys(moetet.versjon)


def kall_laget_noe_annet(moetet):
    moetet.lag.navn = "Hamar og omegn SV"
    moetet.lag.save()


def legg_ut_en_frist_til(moetet):
    styrets = moetet.tilhoerende.get(tittel="Styrets frist")
    styrets.synlighet = "offentlig"
    styrets.save()


@pytest.mark.parametrize("endring", [endre_fristen, avlys, kall_laget_noe_annet, legg_ut_en_frist_til])
def test_whatever_the_page_shows_makes_it_another_page_when_it_changes(client, med_frister, endring):
    sti = med_frister.get_absolute_url()
    svar = client.get(sti)
    assert igjen(client, sti, svar) == 304

    endring(med_frister)

    assert igjen(client, sti, svar) == 200


def test_a_new_day_makes_it_another_page(client, full, monkeypatch, i_dag):
    sti = full.get_absolute_url()
    svar = client.get(sti)

    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: i_dag + timedelta(days=1))

    assert igjen(client, sti, svar) == 200


def test_it_is_gone_at_once_when_it_is_hidden(client, full):
    sti = full.get_absolute_url()
    svar = client.get(sti)
    full.synlighet = "intern"
    full.save()

    assert igjen(client, sti, svar) == 404


def test_whoever_is_logged_in_is_never_told_that_it_is_unchanged(client, full, styremedlem):
    sti = full.get_absolute_url()
    svar = client.get(sti)
    client.force_login(styremedlem)

    inne = client.get(sti, headers={"If-None-Match": svar["ETag"]})

    assert (inne.status_code, inne.has_header("ETag"), inne["Cache-Control"]) == (200, False, "private, no-store")


@pytest.mark.parametrize(("hvem", "ark"), [(None, 0), ("redaktoer", 0), ("styremedlem", 1)])
def test_the_sheet_for_measures_is_fetched_by_those_who_are_shown_them(client, request, full, hvem, ark):
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    assertContains(client.get(full.get_absolute_url()), "css/tiltak.css", count=ark)


@pytest.mark.parametrize("antall", [1, 4])
@pytest.mark.parametrize(("hvem", "spoersmaal"), [(None, 6), ("sekretaer", 8)])
def test_the_page_asks_the_same_few_questions_for_any_number(
    client, request, aarsmoeter, lag_aktivitet, django_assert_num_queries, hvem, spoersmaal, antall
):
    moetet = aarsmoeter[2026]
    moetet.serie, moetet.hoerer_til = uuid.uuid4(), aarsmoeter[2027]
    moetet.save()
    for nr in range(antall):
        lag_aktivitet(f"Frist {nr}", date(2026, 6, 1), type="frist", hoerer_til=moetet)
        lag_aktivitet(f"Nr. {nr}", date(2026, 6, 1), serie=moetet.serie)
        lag_aktivitet(f"Årsmøte {nr}", date(2010 + nr, 2, 1), type="arsmote", lag=moetet.lag)
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    with django_assert_num_queries(spoersmaal):
        client.get(moetet.get_absolute_url())
