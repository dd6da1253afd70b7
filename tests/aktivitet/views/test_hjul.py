"""The year as a wheel and a table: the same in both, for whoever asks, of any year at all."""

import re
from datetime import date, time
from xml.etree import ElementTree

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from aktivitet.models import Aktivitet, Lag
from aktivitet.views import hjul

AARET = "/hva-skjer/arshjul/2026/"
SVG, PDF = f"{AARET}arshjul.svg", f"{AARET}arshjul.pdf"
I_SVG = "{http://www.w3.org/2000/svg}"

pytestmark = pytest.mark.usefixtures("i_dag")


def hjulene(svar):
    """The wheels of a page, as trees."""
    return [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", svar.content.decode(), re.DOTALL)]


def i_hjulet(hjulet):
    return [(lenke.get("href"), lenke.find(f"{I_SVG}title").text) for lenke in hjulet.iter(f"{I_SVG}a")]


def i_tabellen(svar):
    """Each row of the table: number, when, what, who; without marks."""
    rader = re.findall(r"<tr(?: data-avlyst)?>\s*<th scope=\"row\">.*?</tr>", svar.content.decode(), re.DOTALL)
    return [
        (
            re.search(r'href="(.*?)"', rad)[1],
            *(re.sub(r"<[^>]*>", "", celle).strip() for celle in re.findall(r"<t[hd].*?</t[hd]>", rad, re.DOTALL)),
        )
        for rad in rader
    ]


def test_what_was_moved_says_so_in_the_table(client, lag_aktivitet):
    lag_aktivitet("Vårmøte", date(2026, 6, 5), flyttet_fra=date(2026, 5, 20))
    lag_aktivitet("Høstmøte", date(2026, 9, 5), flyttet_fra=date(2025, 12, 30))

    assert [rad[3] for rad in i_tabellen(client.get(AARET))] == [
        "Vårmøte Flyttet fra 20. maiMøte",
        "Høstmøte Flyttet fra 30. desember 2025Møte",
    ]


@pytest.fixture
def fullt(lag_aktivitet, fylkeslag):
    """One of each kind that the wheel tells apart."""
    lag_aktivitet("Årsmøte", date(2026, 2, 28), type="arsmote", lag=fylkeslag, sted="Folkets Hus", kommune="Hamar")
    lag_aktivitet("Frist for forslag", date(2026, 2, 7), type="frist", lag=fylkeslag)
    lag_aktivitet("Sommerleir", date(2026, 7, 3), date(2026, 7, 12), presisjon="dager")
    lag_aktivitet("Vårslepp", date(2026, 5, 1), date(2026, 5, 31), presisjon="maaned", avlyst=True)
    lag_aktivitet("Romjulsfest", date(2026, 12, 30), date(2027, 1, 2), presisjon="dager")
    lag_aktivitet("Neste år", date(2027, 1, 3))


def test_every_activity_in_the_wheel_is_in_the_table_and_the_other_way(client, fullt):
    svar = client.get(AARET)

    pker = dict(Aktivitet.objects.values_list("tittel", "pk"))
    ventet = ["Frist for forslag", "Årsmøte", "Vårslepp", "Sommerleir", "Romjulsfest"]
    adresser = [f"/hva-skjer/aktivitet/{pker[tittel]}/" for tittel in ventet]
    tabell = i_tabellen(svar)
    assert [(rad[0], rad[1]) for rad in tabell] == [(adresse, str(nr)) for nr, adresse in enumerate(adresser, 1)]
    bredt, smalt = hjulene(svar)
    assert i_hjulet(bredt) == i_hjulet(smalt)
    assert i_hjulet(bredt) == [
        (adresser[0], "1 Frist for forslag, lør. 7. februar"),
        (adresser[1], "2 Årsmøte, lør. 28. februar"),
        (adresser[2], "3 Vårslepp, mai, avlyst"),
        (adresser[3], "4 Sommerleir, 3.–12. juli"),
        (adresser[4], "5 Romjulsfest, 30. desember 2026–2. januar 2027"),
    ]


def test_the_table_says_the_month_when_what_and_who(client, fullt):
    svar = client.get(AARET)

    assert re.findall(r'rowgroup" colspan="4">(.*?)<', svar.content.decode()) == [
        *("Februar 2026", "Mai 2026", "Juli 2026", "Desember 2026")
    ]
    assert [rad[1:] for rad in i_tabellen(svar)[1:3]] == [
        ("2", "Lør. 28. februar", "ÅrsmøteMøte · Folkets Hus, Hamar", "Innlandet SV"),
        ("3", "Mai", "Vårslepp AvlystMøte", "Hamar SV"),
    ]


def test_each_wheel_has_a_name_a_description_and_no_style_and_no_name_stands_twice(client, fullt):
    svar = client.get(AARET)

    for bilde in hjulene(svar):
        tittel, om = bilde.find(f"{I_SVG}title"), bilde.find(f"{I_SVG}desc")
        assert (bilde.get("aria-labelledby"), bilde.get("aria-describedby")) == (tittel.get("id"), om.get("id"))
        assert tittel.text == "Året 2026 som hjul. 5 aktiviteter."
        assert bilde.get("role") == "group"  # what a picture holds is not read out, and these are links
    html = svar.content.decode()
    ider = re.findall(r'\bid="([^"]*)"', html)
    assert len(ider) == len(set(ider))
    assert "style=" not in html


def test_a_month_that_is_gathered_in_the_wheel_leads_to_its_rows_in_the_table(client, lag_aktivitet):
    for nr in range(12):
        lag_aktivitet(f"Nr. {nr}", date(2026, 5, 14))

    svar = client.get(AARET)

    assert i_hjulet(hjulene(svar)[0]) == [("#hjul-2026-05", "Mai 2026: nr. 1–12")]
    assertContains(svar, '<tbody id="hjul-2026-05">', count=1)
    assert len(i_tabellen(svar)) == 12


# --- Who sees what ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("adresse", [AARET, SVG])
def test_the_public_sees_what_is_public_and_the_secretary_all_with_its_marks(
    client, lag_aktivitet, sekretaer, adresse
):
    lag_aktivitet("Åpent", date(2026, 5, 14))
    lag_aktivitet("Planlagt", date(2026, 5, 20), publisert=None)
    lag_aktivitet("Lukket", date(2026, 6, 14), synlighet="intern")

    for_alle = client.get(adresse)
    client.force_login(sekretaer)
    inne = client.get(adresse)

    assertContains(for_alle, "1 Åpent")
    assertNotContains(for_alle, "Planlagt")
    assertNotContains(for_alle, "Lukket")
    assertContains(inne, "Utkast · ons. 20. mai")
    assertContains(inne, "Intern · søn. 14. juni")
    assert for_alle.cookies == {}


def test_a_file_says_whose_it_is_what_is_chosen_and_that_it_is_not_for_all(client, lag_aktivitet, sekretaer, settings):
    settings.ORGANISASJON = "Innlandet SV"
    lag_aktivitet("Planlagt", date(2026, 5, 20), publisert=None)
    lag_aktivitet("Åpent", date(2026, 5, 20))

    for_alle = client.get(SVG, {"lag": "hamar-sv"})
    client.force_login(sekretaer)
    inne = client.get(SVG, {"q": "pl"})

    assertContains(for_alle, ">Innlandet SV, Hamar SV, slik det sto 14. mai 2026<")
    assertContains(inne, ">Innlandet SV, «pl», slik det sto 14. mai 2026, med utkast og interne<")
    assert (for_alle.headers["Cache-Control"], inne.headers["Cache-Control"]) == ("no-cache", "private, no-store")


def test_the_file_is_a_picture_that_stands_alone_whatever_is_stored(client, lag_aktivitet):
    lag_aktivitet("Sterk\x07 & <b>tydelig</b>\u202e", date(2026, 5, 14))

    svar = client.get(SVG)

    assert svar.headers["Content-Type"] == "image/svg+xml"
    assert svar.headers["Content-Disposition"] == 'attachment; filename="arshjul-2026.svg"'
    rot = ElementTree.fromstring(svar.content)
    assert rot.get("role") == "img"
    assert "1 Sterk & <b>tydelig</b>" in [tekst.text for tekst in rot.iter(f"{I_SVG}text")]
    assert list(rot.iter(f"{I_SVG}a")) == []


# --- The address -----------------------------------------------------------------------------------------------------


def test_the_address_without_a_year_leads_to_this_year(client, db):
    assertRedirects(client.get("/hva-skjer/arshjul/"), AARET)


@pytest.mark.parametrize("aar", [0, 1999, 2100, 99999, 2**64])
@pytest.mark.parametrize("fil", ["", "arshjul.svg", "arshjul.pdf"])
def test_a_year_outside_our_time_is_not_there(client, db, aar, fil):
    assert client.get(f"/hva-skjer/arshjul/{aar}/{fil}").status_code == 404


@pytest.mark.parametrize(("aar", "forrige", "neste"), [(2000, False, True), (2026, True, True), (2099, True, False)])
def test_one_turns_the_pages_between_years_and_keeps_the_choice(client, lokallag, aar, forrige, neste):
    svar = client.get(f"/hva-skjer/arshjul/{aar}/", {"lag": "hamar-sv"}).content.decode()

    assert (f'rel="prev" href="/hva-skjer/arshjul/{aar - 1}/?lag=hamar-sv"' in svar) == forrige
    assert (f'rel="next" href="/hva-skjer/arshjul/{aar + 1}/?lag=hamar-sv"' in svar) == neste


def test_the_calendars_own_filter_chooses_and_what_is_not_known_shows_nothing(client, fullt):
    assert [rad[2:4] for rad in i_tabellen(client.get(AARET, {"type": "frist"}))] == [
        ("Lør. 7. februar", "Frist for forslagFrist")
    ]
    ukjent = client.get(AARET, {"lag": "ukjent"})
    assertContains(ukjent, "Vi kjenner ikke laget i adressen. Velg fra listen.")
    assert (i_tabellen(ukjent), hjulene(ukjent)) == ([], [])


def test_an_empty_year_says_so_and_has_no_files(client, fullt):
    assertContains(client.get("/hva-skjer/arshjul/2030/"), "Ingenting er lagt inn i 2030 ennå.")
    assertContains(client.get(AARET, {"q": "kamel"}), "Ingenting i 2026 passer med det du har valgt.")
    for fil in ("arshjul.svg", "arshjul.pdf"):
        assertNotContains(client.get("/hva-skjer/arshjul/2030/"), fil)
        assert client.get(f"/hva-skjer/arshjul/2030/{fil}").status_code == 404


def test_a_year_with_more_than_can_be_read_asks_for_a_choice(client, fullt, monkeypatch):
    monkeypatch.setattr(hjul, "FLEST", 4)

    svar = client.get(AARET)

    assertContains(svar, "Det er mer enn 4 aktiviteter i 2026")
    assert (hjulene(svar), client.get(SVG).status_code) == ([], 404)
    assert len(i_tabellen(client.get(AARET, {"type": "frist"}))) == 1


# --- Cost ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("adresse", [AARET, SVG, PDF])
@pytest.mark.parametrize("antall", [1, 40])
def test_it_costs_the_same_for_any_number(client, lokallag, adresse, antall, django_assert_max_num_queries):
    for nr in range(antall):
        lag = Lag.objects.create(navn=f"Lag {nr}", slug=f"lag-{nr}")
        Aktivitet.objects.create(
            tittel="Møte",
            lag=lag,
            presisjon="klokkeslett",
            foerste_dag=date(2026, 1 + nr % 12, 14),
            siste_dag=date(2026, 1 + nr % 12, 14),
            fra_kl=time(18),
            publisert="2026-01-01T12:00Z",
        )

    with django_assert_max_num_queries(11 if adresse == PDF else 4):  # a document is stored when it is made
        assert client.get(adresse).status_code == 200
    with django_assert_max_num_queries(5 if adresse == PDF else 4):
        assert client.get(adresse).status_code == 200


@pytest.mark.parametrize("adresse", [AARET, SVG, PDF])
def test_unchanged_is_told_from_one_query(client, fullt, adresse, django_assert_num_queries):
    merke = client.get(adresse).headers["ETag"]

    with django_assert_num_queries(1):
        igjen = client.get(adresse, headers={"If-None-Match": merke})
    Aktivitet.objects.first().avlys(1)
    endret = client.get(adresse, headers={"If-None-Match": merke})

    assert (igjen.status_code, endret.status_code) == (304, 200)
