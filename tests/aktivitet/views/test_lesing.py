"""The calendar to read: who sees what, filters, months, and how many questions the database is asked."""

import re
from datetime import date, time, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django.asserts import assertContains, assertNotContains

from aktivitet.models import Aktivitet, Lag
from tests.aktivitet.lest import ordene, titler, ved_siden

MAI = "/hva-skjer/2026/5/"

pytestmark = pytest.mark.usefixtures("i_dag")


# --- The list and the month ------------------------------------------------------------------------------------------


def test_the_list_begins_today_and_keeps_what_is_still_going_on(client, lag_aktivitet):
    lag_aktivitet("I går", date(2026, 5, 13))
    lag_aktivitet("I dag", date(2026, 5, 14))
    lag_aktivitet("Hele uka", date(2026, 5, 11), date(2026, 5, 17), presisjon="uke")
    lag_aktivitet("Neste år", date(2027, 5, 1))

    svar = client.get("/hva-skjer/")

    assert titler(svar) == ["Hele uka", "I dag", "Neste år"]
    assert svar.cookies == {}


def test_a_month_shows_all_of_it_also_what_has_been(client, lag_aktivitet):
    lag_aktivitet("April", date(2026, 4, 30))
    lag_aktivitet("Første", date(2026, 5, 1))
    lag_aktivitet("Siste", date(2026, 5, 31), presisjon="klokkeslett", fra_kl=time(18))
    lag_aktivitet("Juni", date(2026, 6, 1))

    assert titler(client.get(MAI)) == ["Første", "18.00 Siste"]
    assert titler(client.get(MAI, {"visning": "liste"})) == ["Første", "Siste"]
    assert titler(client.get("/hva-skjer/", {"visning": "maaned"})) == ["Første", "18.00 Siste"]


def test_the_grid_is_a_table_with_week_numbers_holidays_and_today(client, db):
    svar = client.get(MAI)

    assertContains(svar, '<th scope="col">mandag</th>', count=1)
    assert re.findall(r'<th scope="row"><span class="ukenavn">Uke </span>(\d+)</th>', svar.content.decode()) == [
        "18",
        "19",
        "20",
        "21",
        "22",
    ]
    assertContains(svar, '<p class="helligdag">Kristi himmelfartsdag</p>', html=True)
    assertContains(svar, 'aria-current="date"', count=1)
    assertContains(svar, '<span class="idag">I dag</span>', count=1)


def test_beside_the_list_stands_this_month_with_what_has_been_and_room_for_two_a_day(client, lag_aktivitet):
    lag_aktivitet("Vårmøte", date(2026, 5, 4))
    for nr in range(1, 6):
        lag_aktivitet(f"Stand {nr}", date(2026, 5, 20))
    lag_aktivitet("Kampanje", date(2026, 5, 25), date(2026, 5, 31), presisjon="uke")
    lag_aktivitet("Vårslepp", date(2026, 5, 1), date(2026, 5, 31), presisjon="maaned")
    lag_aktivitet("Juni", date(2026, 6, 1))

    svar = client.get("/hva-skjer/", {"kommune": "Hamar"})

    tekst = ved_siden(svar)
    assert tekst.startswith(
        "Hele mai Mai 2026, uke for uke Uke mandag tirsdag onsdag torsdag fredag lørdag søndag Uke 18"
    )
    assert "mandag 4. mai Vårmøte" in tekst
    assert "onsdag 20. mai Stand 1 Stand 2 + 3 til 20. mai 2026" in tekst
    assert "torsdag 14. mai I dag Kristi himmelfartsdag" in tekst
    assert "I løpet av uka Kampanje" in tekst
    assert tekst.endswith("I løpet av mai: Vårslepp")
    assert "Juni" not in tekst
    assertContains(svar, '<a href="/hva-skjer/2026/5/?kommune=Hamar">Hele mai</a>')


def test_what_has_been_is_one_step_away(client, lag_aktivitet):
    lag_aktivitet("I går", date(2026, 5, 13))

    svar = client.get("/hva-skjer/", {"type": "mote"})

    assertContains(svar, '<a href="/hva-skjer/2026/5/?type=mote&amp;visning=liste">')
    assert "Tidligere i mai" in ordene(svar)
    assert titler(client.get(MAI, {"type": "mote", "visning": "liste"})) == ["I går"]


def test_the_calendar_says_when_it_was_last_changed(client, lag_aktivitet):
    lag_aktivitet("Møte", date(2026, 5, 20))

    for adresse in ("/hva-skjer/", MAI, "/hva-skjer/2026/"):
        assert "Sist oppdatert 14. mai 2026 kl. 12.00." in ordene(client.get(adresse))


def test_a_calendar_that_nothing_was_ever_put_into_tells_no_time(client, db):
    assert "Sist oppdatert" not in ordene(client.get("/hva-skjer/"))


def test_the_tools_are_for_whoever_keeps_the_calendar(client, db, styremedlem, sekretaer):
    funnet = []
    for hvem in (None, styremedlem, sekretaer):
        if hvem:
            client.force_login(hvem)
        siden = client.get("/hva-skjer/").content.decode()
        funnet.append([ord_ for ord_ in ("Månedlig stell", "Fyll året", "Møteplan") if ord_ in siden])

    assert funnet == [[], ["Møteplan"], ["Månedlig stell", "Fyll året", "Møteplan"]]


def test_new_year_stands_in_week_53(client, db):
    assertContains(client.get("/hva-skjer/2027/1/"), '<span class="ukenavn">Uke </span>53</th>', count=1)


def test_what_has_no_day_yet_stands_in_its_week_or_under_the_month(client, lag_aktivitet):
    lag_aktivitet("Kampanje", date(2026, 5, 18), date(2026, 5, 24), presisjon="uke")
    lag_aktivitet("Vårslepp", date(2026, 5, 1), date(2026, 5, 31), presisjon="maaned")

    svar = client.get(MAI)

    assertContains(svar, 'rowspan="2"', count=1)
    assert "I løpet av uka Kampanje" in ordene(svar)
    assert "I løpet av mai mai Vårslepp Hamar SV" in ordene(svar)


def test_the_marks_say_what_is_cancelled_a_draft_or_internal(client, lag_aktivitet, sekretaer):
    lag_aktivitet("Avlyst møte", date(2026, 5, 20), avlyst=True)
    lag_aktivitet("Nytt møte", date(2026, 5, 21), publisert=None)
    lag_aktivitet("Styremøte", date(2026, 5, 22), synlighet="intern")
    client.force_login(sekretaer)

    for adresse in ("/hva-skjer/", MAI):
        tekst = ordene(client.get(adresse))
        assert ("Avlyst møte Avlyst" in tekst, "Nytt møte Utkast" in tekst, "Styremøte Intern" in tekst) == (True,) * 3


def test_an_empty_month_says_so_and_points_to_the_next_thing(client, lag_aktivitet):
    lag_aktivitet("Sommerleir", date(2026, 7, 3), date(2026, 7, 5), presisjon="dager")

    assert "Ingenting er lagt inn i juni 2026. Det neste er Sommerleir , 3.–5. juli 2026." in ordene(
        client.get("/hva-skjer/2026/6/")
    )
    assert "Ingenting er lagt inn i august 2026. Ingenting senere heller." in ordene(client.get("/hva-skjer/2026/8/"))


def test_among_what_is_chosen_the_next_thing_is_looked_for_three_years_ahead(client, lag_aktivitet):
    lag_aktivitet("Kurs", date(2029, 5, 1), type="skolering")

    funnet = [ordene(client.get(f"/hva-skjer/2026/{maaned}/", {"type": "skolering"})) for maaned in (4, 5)]

    assert "passer med det du har valgt. Heller ingenting de neste tre årene. Vis alt" in funnet[0]
    assert "passer med det du har valgt. Det neste er Kurs , tirsdag 1. mai 2029. Vis alt" in funnet[1]


def test_an_empty_list_says_so_and_points_back(client, lag_aktivitet):
    lag_aktivitet("Landsmøte", date(2026, 3, 20))

    tekst = ordene(client.get("/hva-skjer/"))

    assert "Ingenting er lagt inn fra i dag og framover. Det siste var Landsmøte , fredag 20. mars 2026." in tekst


def test_a_long_list_goes_on_in_its_month(client, lag_aktivitet):
    for nr in range(203):
        lag_aktivitet(f"Nr. {nr}", date(2026, 5, 15) + timedelta(days=nr))

    svar = client.get("/hva-skjer/", {"type": "mote"})

    assert titler(svar) == [f"Nr. {nr}" for nr in range(200)]
    assertContains(svar, '<a href="/hva-skjer/2026/11/?type=mote&amp;visning=liste">Fortsett i november 2026</a>')


def test_the_way_to_other_months_keeps_the_choice(client, lokallag):
    svar = client.get(MAI, {"lag": "hamar-sv", "q": "å & b"})

    assertContains(svar, 'rel="prev" href="/hva-skjer/2026/4/?lag=hamar-sv&amp;q=%C3%A5+%26+b"')
    assertContains(svar, 'rel="next" href="/hva-skjer/2026/6/?lag=hamar-sv&amp;q=%C3%A5+%26+b"')
    assertContains(svar, 'href="/hva-skjer/2026/5/?lag=hamar-sv&amp;q=%C3%A5+%26+b&amp;visning=liste"')
    assertContains(svar, "webcal://testserver/hva-skjer/kalender.ics?lag=hamar-sv&amp;q=%C3%A5+%26+b")


@pytest.mark.parametrize(
    ("adresse", "forrige", "neste"),
    [("/hva-skjer/2000/1/", False, True), ("/hva-skjer/2099/12/", True, False), ("/hva-skjer/2026/12/", True, True)],
)
def test_the_calendar_ends_where_its_years_do(client, db, adresse, forrige, neste):
    svar = client.get(adresse).content.decode()

    assert ('rel="prev"' in svar, 'rel="next"' in svar) == (forrige, neste)


@pytest.mark.parametrize(
    "adresse",
    [
        "/hva-skjer/2026/13/",
        "/hva-skjer/2026/0/",
        "/hva-skjer/0/1/",
        "/hva-skjer/1999/12/",
        "/hva-skjer/2100/1/",
        "/hva-skjer/99999999999999999999/1/",
        "/hva-skjer/2026/99999999999999999999/",
        "/hva-skjer/0/",
        "/hva-skjer/1999/",
        "/hva-skjer/2100/",
        "/hva-skjer/99999/",
        f"/hva-skjer/{'9' * 5000}/",
        f"/hva-skjer/2026/{'1' * 5000}/",
        "/hva-skjer/-1/",
        "/hva-skjer/2026/5.5/",
        "/hva-skjer/aktivitet/99999999999999999999/",
        "/hva-skjer/aktivitet/1/",
    ],
)
def test_what_does_not_exist_is_not_found(client, db, adresse):
    assert client.get(adresse).status_code == 404


# --- The filter ------------------------------------------------------------------------------------------------------


@pytest.fixture
def utvalg(lag_aktivitet, fylkeslag):
    """Three activities that differ in every way that one can choose by."""
    gjoevik = Lag.objects.create(navn="Gjøvik SV", slug="gjovik-sv", kommune="Gjøvik")
    lag_aktivitet("Åpent møte om ØKONOMI", date(2026, 5, 20), sted="Kulturhuset")
    lag_aktivitet("Skolering", date(2026, 5, 21), lag=gjoevik, type="skolering")
    lag_aktivitet(
        "Kurs", date(2026, 5, 22), lag=fylkeslag, type="skolering", kommune="Hamar", beskrivelse="100 % Æres"
    )


@pytest.mark.parametrize(
    ("valg", "treff"),
    [
        ({"lag": "hamar-sv"}, ["Åpent møte om ØKONOMI"]),
        ({"lag": ["hamar-sv", "gjovik-sv"]}, ["Åpent møte om ØKONOMI", "Skolering"]),
        ({"type": "skolering"}, ["Skolering", "Kurs"]),
        ({"kommune": "Hamar"}, ["Åpent møte om ØKONOMI", "Kurs"]),
        ({"kommune": "Gjøvik"}, ["Skolering"]),
        ({"kommune": "Hamar", "type": "skolering"}, ["Kurs"]),
        ({"q": "økonomi"}, ["Åpent møte om ØKONOMI"]),
        ({"q": "ÅPENT kulturHUSET"}, ["Åpent møte om ØKONOMI"]),
        ({"q": "æres"}, ["Kurs"]),
        ({"q": "%"}, ["Kurs"]),
        ({"q": "gjøvik"}, ["Skolering"]),  # the organiser's name
        ({"q": "skolering innlandet"}, ["Kurs"]),  # the type's name
        ({"q": "a\u030apent"}, ["Åpent møte om ØKONOMI"]),  # å written as two characters
        ({"q": "finnes ikke"}, []),
        ({"q": "\x00"}, ["Åpent møte om ØKONOMI", "Skolering", "Kurs"]),
        ({"q": "", "type": "", "kommune": "", "visning": ""}, ["Åpent møte om ØKONOMI", "Skolering", "Kurs"]),
    ],
)
@pytest.mark.parametrize("adresse", ["/hva-skjer/", MAI, "/hva-skjer/2026/"])
def test_the_address_chooses_what_is_shown(client, utvalg, adresse, valg, treff):
    assert titler(client.get(adresse, valg)) == treff


@pytest.mark.parametrize(
    ("valg", "melding"),
    [
        ({"lag": "ukjent"}, "Vi kjenner ikke laget i adressen. Velg fra listen."),
        ({"lag": ["hamar-sv", "\x00"]}, "Vi kjenner ikke laget i adressen. Velg fra listen."),
        ({"lag": "\x00"}, "Vi kjenner ikke laget i adressen. Velg fra listen."),
        ({"type": "\x00mote"}, "Vi kjenner ikke typen i adressen. Velg fra listen."),
        ({"type": ["mote", "fest"]}, "Vi kjenner ikke typen i adressen. Velg fra listen."),
        ({"kommune": "Hamar\r\nSet-Cookie: a=b"}, "Vi kjenner ikke kommunen i adressen. Velg fra listen."),
        ({"kommune": "x" * 10_000}, "Vi kjenner ikke kommunen i adressen. Velg fra listen."),
        ({"type": "fest"}, "Vi kjenner ikke typen i adressen. Velg fra listen."),
        ({"kommune": "Oslo"}, "Vi kjenner ikke kommunen i adressen. Velg fra listen."),
        ({"visning": "hjul"}, "Vi kjenner ikke visningen i adressen. Velg «Liste» eller «Måned»."),
        ({"q": "å" * 10_000}, "Søk med færre ord: høyst 100 tegn."),
    ],
)
@pytest.mark.parametrize("adresse", ["/hva-skjer/", MAI, "/hva-skjer/2026/"])
def test_what_is_not_known_gives_a_message_and_shows_nothing(client, utvalg, adresse, valg, melding):
    svar = client.get(adresse, valg)

    assert svar.status_code == 200
    assert titler(svar) == []
    assertContains(svar, melding, count=1)


def test_what_was_typed_stands_in_the_field_with_the_sentence_tied_to_it(client, db):
    svar = client.get("/hva-skjer/", {"q": "å" * 101})

    assertContains(svar, f'value="{"å" * 101}"')
    assertContains(svar, 'aria-invalid="true"', count=1)
    assertContains(svar, 'aria-describedby="id_q_error"', count=1)
    assertContains(svar, 'id="id_q_error"', count=1)


def test_the_last_of_a_repeated_value_counts_and_a_thousandfold_branch_is_one(client, utvalg):
    assert titler(client.get(MAI, {"q": ["finnes ikke", "kurs"], "type": ["mote", "skolering"]})) == ["Kurs"]
    assert titler(client.get(MAI, {"lag": ["hamar-sv"] * 900})) == ["Åpent møte om ØKONOMI"]


def test_more_parameters_than_any_form_sends_are_refused_with_a_page(client, db):
    svar = client.get(MAI, {"lag": ["hamar-sv"] * 2000})

    assert svar.status_code == 400
    assertContains(svar, "<h1", status_code=400)


def test_a_choice_without_result_says_so(client, utvalg):
    tekst = ordene(client.get("/hva-skjer/", {"q": "finnes ikke"}))

    assert "0 aktiviteter for «finnes ikke»." in tekst
    assert "Ingenting fra i dag og framover passer med det du har valgt." in tekst


def test_municipalities_that_only_internal_activities_name_are_not_told(client, lag_aktivitet):
    lag_aktivitet("Internt", date(2026, 5, 20), kommune="Hemmelig", synlighet="intern")
    lag_aktivitet("Åpent", date(2026, 5, 20), kommune="Åmot")

    svar = client.get("/hva-skjer/")

    assertNotContains(svar, "Hemmelig")
    assertContains(svar, '<option value="Åmot">Åmot</option>', html=True)


# --- Who sees what ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hvem", "ser"),
    [
        (None, []),
        ("redaktoer", ["utkast", "intern"]),
        ("styremedlem", ["intern", "fylkets"]),
        ("sekretaer", ["utkast", "intern", "fylkets"]),
        ("administrator", ["utkast", "intern", "fylkets"]),
    ],
)
def test_drafts_and_internal_ones_are_there_only_for_those_who_may_see_them(client, request, skjulte, hvem, ser):
    if hvem:
        client.force_login(request.getfixturevalue(hvem))

    funnet = [navn for navn, a in skjulte.items() if client.get(a.get_absolute_url()).status_code == 200]

    assert funnet == ser
    for adresse in ("/hva-skjer/", MAI):
        assert titler(client.get(adresse)) == [skjulte[navn].tittel for navn in ser]


def test_new_is_offered_to_those_who_have_somebody_to_arrange_for(client, redaktoer, styremedlem, fylkeslag):
    funnet = []
    for hvem in (None, redaktoer, styremedlem):
        if hvem:
            client.force_login(hvem)
        funnet.append("Ny aktivitet" in ordene(client.get("/hva-skjer/")))

    assert funnet == [False, True, True]


def test_writing_to_a_page_to_read_is_refused(client, db):
    assert [client.post(adresse).status_code for adresse in ("/hva-skjer/", MAI, "/hva-skjer/kalender.ics")] == [
        405
    ] * 3


# --- The number of queries -------------------------------------------------------------------------------------------


# The calendar's stand, the organisers, what happens; and what comes next, where a page would be empty. The list has
# two more: what comes after this month's, and what was moved away from a day ahead.
@pytest.mark.parametrize("antall", [0, 1, 10])
@pytest.mark.parametrize(
    ("adresse", "hoeyst"),
    [
        (MAI, 4),
        (f"{MAI}?visning=liste", 4),
        (f"{MAI}?lag=hamar-sv&type=mote&kommune=Hamar&q=nr", 4),
        ("/hva-skjer/", 6),
        ("/hva-skjer/?visning=maaned", 4),
        ("/hva-skjer/2026/", 5),
        ("/hva-skjer/kalender.ics", 5),
    ],
)
def test_a_page_asks_the_same_few_questions_for_any_number(
    client, lag_aktivitet, django_assert_max_num_queries, adresse, hoeyst, antall
):
    for nr in range(antall):
        lag = Lag.objects.create(navn=f"Lag {nr}", slug=f"lag-{nr}", kommune=f"Kommune {nr}")
        lag_aktivitet(f"Nr. {nr}", date(2026, 5, 15), lag=lag)
        lag_aktivitet(f"Nr. {nr}", date(2026, 5, 15))
        lag_aktivitet(f"Uke {nr}", date(2026, 5, 18), date(2026, 5, 24), presisjon="uke")

    with django_assert_max_num_queries(hoeyst):
        client.get(adresse)


@pytest.mark.parametrize("antall", [1, 10])
def test_for_those_who_are_logged_in_too(client, redaktoer, lag_aktivitet, django_assert_max_num_queries, antall):
    for nr in range(antall):
        lag_aktivitet(f"Nr. {nr}", date(2026, 5, 15), publisert=None)
    client.force_login(redaktoer)

    with django_assert_max_num_queries(8):
        client.get(MAI)
    with django_assert_max_num_queries(8):
        client.get(Aktivitet.objects.first().get_absolute_url())


def test_the_public_is_nobody(lag_aktivitet):
    lag_aktivitet("Utkast", date(2026, 5, 20), publisert=None)

    assert list(Aktivitet.objects.synlige_for(AnonymousUser())) == []
