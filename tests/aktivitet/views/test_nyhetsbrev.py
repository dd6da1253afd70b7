"""The month for the newsletter: who may have it, what is in it, and that text and HTML say the same."""

import html
import re
from datetime import date, time

import pytest

from aktivitet.models import Aktivitet, Lag

SIDEN, MAI, JUNI = (f"/hva-skjer/nyhetsbrev/{maaned}" for maaned in ("", "2026/5/", "2026/6/"))

pytestmark = pytest.mark.usefixtures("i_dag")


@pytest.fixture
def brev(inne):
    """The letter as the two fields hold it: plain text, and HTML."""

    def hent(adresse=JUNI, **valg):
        svar = inne.get(adresse, valg)
        assert svar.status_code == 200
        felt = re.findall(r'<textarea id="(\w+)"[^>]*>(.*?)</textarea>', svar.content.decode(), re.DOTALL)
        innhold = {navn: html.unescape(tekst) for navn, tekst in felt}
        return innhold.get("tekst", ""), innhold.get("html", "")

    return hent


def test_the_letter_says_when_what_where_by_whom_and_where_to_read_more(brev, lag_aktivitet):
    moete = lag_aktivitet(
        "Åpent møte!", date(2026, 6, 2), presisjon="klokkeslett", fra_kl=time(18), sted="Folkets hus", kommune="Hamar"
    )
    tur = lag_aktivitet("Tur", date(2026, 6, 1), date(2026, 6, 30), presisjon="maaned")

    tekst, kode = brev()

    assert tekst == (
        "Hva skjer i juni 2026\n"
        "\n"
        "– Tirsdag 2. juni 2026 kl. 18.00: Åpent møte! Folkets hus, Hamar. Arrangør: Hamar SV.\n"
        f"  http://testserver/hva-skjer/aktivitet/{moete.pk}/\n"
        "\n"
        "– Juni 2026, dagen er ikke satt ennå: Tur. Arrangør: Hamar SV.\n"
        f"  http://testserver/hva-skjer/aktivitet/{tur.pk}/\n"
        "\n"
        "Alt som skjer, står i kalenderen:\n"
        "http://testserver/hva-skjer/"
    )
    assert kode == (
        "<h2>Hva skjer i juni 2026</h2>\n"
        "<ul>\n"
        f'<li>Tirsdag 2. juni 2026 kl. 18.00: <a href="http://testserver/hva-skjer/aktivitet/{moete.pk}/">'
        "Åpent møte!</a> Folkets hus, Hamar. Arrangør: Hamar SV.</li>\n"
        "<li>Juni 2026, dagen er ikke satt ennå: "
        f'<a href="http://testserver/hva-skjer/aktivitet/{tur.pk}/">Tur</a>. Arrangør: Hamar SV.</li>\n'
        "</ul>\n"
        '<p><a href="http://testserver/hva-skjer/">Alt som skjer, står i kalenderen</a></p>'
    )


def test_text_and_html_say_the_same(brev, lag_aktivitet):
    lag_aktivitet("Leir & <b>bål</b>", date(2026, 6, 5), avlyst=True, sted="Ved «vannet»")
    lag_aktivitet("Møte?", date(2026, 7, 9), flyttet_fra=date(2026, 6, 3))
    lag_aktivitet("Tur", date(2026, 6, 7), flyttet_fra=date(2025, 6, 3))

    tekst, kode = brev()

    adressene = re.findall(r'href="([^"]*)"', kode)
    ordene = html.unescape(re.sub(r"<[^>]*>", "", kode)).split()
    assert [ord_ for ord_ in tekst.split() if ord_.startswith("http")] == adressene
    uten_tegn = tekst.replace("– ", "").replace("kalenderen:", "kalenderen")
    assert [ord_ for ord_ in uten_tegn.split() if not ord_.startswith("http")] == ordene


def test_what_is_cancelled_or_moved_is_told_also_when_it_has_left_the_month(brev, lag_aktivitet):
    lag_aktivitet("Leir", date(2026, 6, 5), avlyst=True)
    lag_aktivitet("Tur", date(2026, 6, 7), flyttet_fra=date(2026, 6, 3))
    lag_aktivitet("Møte", date(2027, 1, 9), flyttet_fra=date(2026, 6, 3))

    tekst, _ = brev()

    assert [linje for linje in tekst.splitlines() if linje and not linje.startswith("  ")][:-2] == [
        "Hva skjer i juni 2026",
        "– Fredag 5. juni 2026: Avlyst: Leir. Arrangør: Hamar SV.",
        "– Søndag 7. juni 2026: Flyttet: Tur. Flyttet fra 3. juni. Arrangør: Hamar SV.",
        "Flyttet fra juni 2026",
        "– Lørdag 9. januar 2027: Flyttet: Møte. Flyttet fra 3. juni 2026. Arrangør: Hamar SV.",
    ]


def test_only_what_anyone_may_see_is_in_it(brev, lag_aktivitet):
    lag_aktivitet("Åpent", date(2026, 6, 5))
    lag_aktivitet("Utkast", date(2026, 6, 5), publisert=None)
    lag_aktivitet("Internt", date(2026, 6, 5), synlighet="intern")

    assert re.findall(r">([^<>]*)</a>\.", brev()[1]) == ["Åpent"]


def test_of_this_month_only_what_is_still_to_come(brev, lag_aktivitet):
    for dag in (13, 14, 31):
        lag_aktivitet(f"Den {dag}.", date(2026, 5, dag))
    lag_aktivitet("Juni", date(2026, 6, 1))

    assert re.findall(r">([^<>]*)</a> Arr", brev(MAI)[1]) == ["Den 14.", "Den 31."]


def test_a_month_that_is_over_is_there_whole(brev, lag_aktivitet):
    lag_aktivitet("April", date(2026, 4, 1))

    assert ">April</a>" in brev("/hva-skjer/nyhetsbrev/2026/4/")[1]


@pytest.mark.parametrize(("dag", "maaned"), [(14, "mai"), (15, "juni")])
def test_without_a_month_it_is_the_one_that_people_write_about(inne, i_dag, monkeypatch, dag, maaned):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 5, dag))

    assert f"<h1>Til nyhetsbrevet: {maaned} 2026</h1>" in inne.get(SIDEN).content.decode()


def test_it_takes_the_filter_of_the_page(brev, lag_aktivitet):
    lag_aktivitet("Møte", date(2026, 6, 5))
    oeyer = Lag.objects.create(navn="Øyer SV", slug="oyer-sv")
    lag_aktivitet("Skolering", date(2026, 6, 6), lag=oeyer, type="skolering")

    tekst, kode = brev(lag="oyer-sv")

    assert re.findall(r">([^<>]*)</a>\.", kode) == ["Skolering"]
    assert tekst.endswith("http://testserver/hva-skjer/?lag=oyer-sv")


def test_what_is_stored_stays_text_in_the_letter_and_on_the_page(inne, brev, lag_aktivitet):
    moete = lag_aktivitet("Møte", date(2026, 6, 5))
    ondt = "</textarea><script>alert(1)</script>\x07\u202e"
    Aktivitet.objects.filter(pk=moete.pk).update(tittel=ondt, sted=f'"{ondt}')
    Lag.objects.update(navn=ondt)

    tekst, kode = brev()

    assert "</textarea><script>alert(1)</script>" in tekst
    assert {tegn for tegn in "\x07\u202e" if tegn in tekst + kode} == set()
    assert set(re.findall(r"<(\w+)", kode)) == {"h2", "ul", "li", "a", "p"}
    assert "<script>alert" not in inne.get(JUNI).content.decode()


def test_the_html_has_no_class_and_no_style(brev, lag_aktivitet):
    lag_aktivitet("Møte", date(2026, 6, 5))

    assert set(re.findall(r"<\w+ (\w+)=", brev()[1])) == {"href"}


def test_an_empty_month_says_so(inne, lokallag):
    assert "Ingenting åpent er lagt inn i juni 2026." in inne.get(JUNI).content.decode()


@pytest.mark.parametrize("maaned", ["2026/13/", "0/1/", "1999/12/", "2100/1/"])
def test_a_month_that_is_none_is_not_found(inne, maaned):
    assert inne.get(f"{SIDEN}{maaned}").status_code == 404


def test_an_editor_without_a_branch_may_not(client, redaktoer):
    redaktoer.redigerer_lag.clear()
    client.force_login(redaktoer)

    assert client.get(SIDEN).status_code == 403


def test_no_more_than_fits_in_a_letter(inne, lag_aktivitet, lokallag):
    dag = date(2026, 6, 5)
    vanlig = {"lag": lokallag, "presisjon": "dag", "foerste_dag": dag, "siste_dag": dag, "publisert": "2026-01-01T00Z"}
    Aktivitet.objects.bulk_create(Aktivitet(tittel="Møte", **vanlig) for _ in range(201))

    svar = inne.get(JUNI).content.decode()

    assert "Bare de 200 første er med." in svar
    assert svar.count("&lt;li&gt;") == 200


def test_many_cost_as_few_questions_as_one(
    inne, lag_aktivitet, django_assert_max_num_queries, django_assert_num_queries
):
    lag_aktivitet("Møte", date(2026, 6, 5))
    with django_assert_max_num_queries(9) as ett:
        inne.get(JUNI)
    for nr in range(3):
        lag_aktivitet(str(nr), date(2026, 6, 5))

    with django_assert_num_queries(len(ett)):
        assert inne.get(JUNI).content.decode().count("&lt;li&gt;") == 4
