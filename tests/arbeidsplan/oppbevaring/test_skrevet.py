"""What was written, as people read it: under the names that the forms have."""

import pytest

from arbeidsplan import oppbevaring
from arbeidsplan.skrevet import BARE_KNAPPER, DELER, SKJEMAER, Linje, linjene
from tests.arbeidsplan.test_rettigheter import sakene
from tests.tiltak.conftest import felter, lag_plan, lag_termin
from tiltak.models import Plan

from .nettleser import FORTSETT, VAAR, gjensendingen, logg_inn, oppbevart


def test_every_closed_address_that_takes_a_form_is_known_by_name():
    skriver = {navn for navn, _, _, post in sakene() if post[0] == "inn" and set(post) - {"inn", "403", "404", "405"}}
    kontoene = {navn for navn in skriver if navn.startswith(oppbevaring.IKKE_HER)}

    assert skriver - kontoene == SKJEMAER.keys() | set(DELER) | set(BARE_KNAPPER)


@pytest.mark.parametrize(
    ("sti", "sendt", "leses"),
    [
        (
            "/tiltak/termin/7/",
            {"versjon": ["1"], "fra": ["liste"], "status": ["utsatt"], "utsatt_til": ["2026-06-05"], "merknad": [" "]},
            [Linje("Status", "Utsatt"), Linje("Utsatt til", "5. juni 2026")],
        ),
        (
            "/tiltak/termin/7/",
            {"status": ["<tull>"], "utsatt_til": ["i morgen"], "merknad": ["En\r\nto"]},
            [Linje("Status", "<tull>"), Linje("Utsatt til", "i morgen"), Linje("Noen ord", "En\nto")],
        ),
        ("/konto/paaminnelser/", {"ukeliste": ["on"]}, [Linje("Ukelisten", "Ja")]),
        (
            "/personer/inviter/",
            {"email": ["nora@example.org"], "rolle_styremedlem": ["on"], "siste_dag_styremedlem": ["2027-02-27"]},
            [
                Linje("E-post", "nora@example.org"),
                Linje("Styremedlem", "Ja"),
                Linje("Siste dag som styremedlem", "27. februar 2027"),
            ],
        ),
        (
            "/plan/p/periodemaal/1/resultat/",
            {"versjon": ["1"], "krets-0": ["Hedmark"], "antall-0": ["2"], "krets-1": [""]},
            [Linje("Valgkrets", "Hedmark"), Linje("Antall valgt", "2")],
        ),
        (
            "/plan/p/rediger/tiltak/3/del/",
            {"antall": ["1"], "tekst": ["Det ene"], "ny0-tekst": ["Det andre"], "ny0-kode": ["1.1b"]},
            [Linje("Ordlyd", "Det ene"), Linje("Ordlyd", "Det andre"), Linje("Kode", "1.1b")],
        ),
        ("/plan/p/rediger/avsnitt/3/", {"tekst": ["Et avsnitt"], "punkt": ["on"]}, None),
        (
            "/admin/aktivitet/lag/1/change/",
            {"navn": ["Hamar SV"], "lest_versjon": ["2"], "foerste_dag_0": ["x"], "_save": ["Lagre"]},
            [Linje("Navn", "Hamar SV"), Linje("Første dag 0", "x")],
        ),
        ("/finnes-ikke-lenger/", {"merknad": ["Holdt"]}, [Linje("Merknad", "Holdt")]),
        (
            "/rapport/2025/saksgang/",
            {"handling": ["vedta"], "versjon": ["3"], "utfall": ["godkjent"], "moetedag": ["2026-02-28"]},
            [Linje("Hva gjorde årsmøtet?", "Godkjent"), Linje("Årsmøtets dag", "28. februar 2026")],
        ),
        (
            "/rapport/2025/saksgang/",
            {"handling": ["aapne_igjen"], "versjon": ["3"], "grunn": ["Et tall var feil"]},
            [Linje("Hvorfor?", "Et tall var feil")],
        ),
        ("/plan/p/rediger/mal/3/flytt/", {"sted": ["mal-1:2"]}, [Linje("Hvor skal det stå?", "Valgt")]),
        # A confirmation has nothing written in it: sent once more, it would delete without a word of what.
        ("/admin/aktivitet/aktivitet/1/delete/", {"post": ["yes"]}, []),
        (
            "/hva-skjer/moteplan/2027/",
            {"handling": ["legg_inn"], "dager-fylkesting": ["15. juni"], "dager-synlighet": ["intern"]},
            [
                Linje("Fylkestingets møter", "15. juni"),
                Linje("Hvem kan se dem i kalenderen?", "Bare styret og laget"),
            ],
        ),
        (
            "/hva-skjer/moteplan/2027/",
            {"r7-med": ["on"], "r7-dag": ["2027-06-08"], "r7-sted": ["Teams"], "oppsett-papirer": ["7"]},
            [
                Linje("Ta med", "Ja"),
                Linje("Dag", "8. juni 2027"),
                Linje("Sted", "Teams"),
                Linje("Sakspapirer, dager før årsmøtet", "7"),
            ],
        ),
        (
            "/hva-skjer/serie/",
            {"gjentas": ["ukedag"], "nr": ["1"], "fra_dag": ["2026-06-05"], "tittel": ["Kveld"], "handling": ["se"]},
            [
                Linje("Hvordan gjentas det?", "En ukedag i måneden"),
                Linje("Hvilken i måneden", "Første"),
                Linje("Første dag", "5. juni 2026"),
                Linje("Tittel", "Kveld"),
            ],
        ),
        ("/hva-skjer/aktivitet/1/godkjenning/", {"svar": ["Skriv sted"]}, [Linje("Hva må endres?", "Skriv sted")]),
        ("/hva-skjer/ny/", {"lag": ["99999999999999999999"]}, [Linje("Arrangør", "1 valgt")]),
        (
            "/hva-skjer/ny/",
            {"nettlenke_for": ["alle"], "paamelding_innen": ["2026-06-05"], "papirer": ["Saker sv.no/a\r\nMer"]},
            [
                Linje("Hvem ser lenken?", "Alle"),
                Linje("Påmelding innen", "5. juni 2026"),
                Linje("Papirer", "Saker sv.no/a\nMer"),
            ],
        ),
    ],
)
def test_what_was_written_is_read_under_the_names_that_the_form_has(db, sti, sendt, leses):
    leses = [Linje("Ordlyd", "Et avsnitt"), Linje("Punkt i en liste", "Ja")] if leses is None else leses

    assert linjene(sti, sendt) == leses


def test_what_cannot_be_seen_is_left_out_of_what_is_read_and_sent_as_it_was(client, kari, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="snudd\u202e tekst"))
    logg_inn(client, kari)

    side = client.get(FORTSETT).content.decode()

    assert "<dd>snudd tekst</dd>" in side
    assert gjensendingen(side)[1]["merknad"] == ["snudd\u202e tekst"]


def test_a_page_that_is_not_ours_is_not_linked_to(client, kari, termin):
    client.post(termin.get_absolute_url(), felter(termin, merknad="a"), headers={"Referer": "https://ond.no/tiltak/"})
    client.post(termin.get_absolute_url(), felter(termin, merknad="b"), headers={"Referer": f"{VAAR}//ond.no/"})
    client.post(termin.get_absolute_url(), felter(termin, merknad="c"), headers={"Referer": "http://["})

    assert [ett["side"] for ett in oppbevart(client)] == ["", "/%2Fond.no/", ""]


def test_the_page_asks_the_database_no_more_for_many_than_for_one(client, kari, termin, django_assert_num_queries):
    client.post(termin.get_absolute_url(), felter(termin, merknad="a"))
    logg_inn(client, kari)
    with django_assert_num_queries(3):  # the session, the person, the terminer
        client.get(FORTSETT)
    client.logout()
    for nr in range(1, 4):
        client.post(lag_termin(termin.tiltak, f"{2025 + nr}-{nr}").get_absolute_url(), felter(termin, merknad=f"{nr}"))
    logg_inn(client, kari)

    with django_assert_num_queries(3):
        client.get(FORTSETT)


def test_a_status_says_which_measure_it_is_for_to_those_who_may_see_it(client, kari, ola, plan, termin):
    Plan.objects.update(status=Plan.Status.UTKAST)  # the secretary's alone
    sett = []
    for hvem in (ola, kari):
        client.post(termin.get_absolute_url(), felter(termin, merknad="a"))
        logg_inn(client, hvem)
        sett.append("1.1a Revidere kommunikasjonsstrategi (2026)" in client.get(FORTSETT).content.decode())
        client.logout()

    assert sett == [True, False]


def test_a_number_in_the_address_that_no_termin_can_have_is_no_hindrance(client, kari):
    client.post(f"/tiltak/termin/{10**30}/", {"status": "paagaar", "merknad": "Holdt på Hamar"})
    logg_inn(client, kari)

    assert "<dd>Holdt på Hamar</dd>" in client.get(FORTSETT).content.decode()


def test_a_key_that_is_sent_in_is_no_way_to_ask_for_a_name(client, kari, plan):
    for nr in range(oppbevaring.FLEST + 1):  # the last is shown at once, to whoever sent it
        sendt = {"tekst": f"{nr}", "foelges_opp_av": kari.pk}
        svar = client.post(f"/plan/{plan.slug}/rediger/tiltak/1/", sendt)

    assert svar.status_code == 403
    assert "<dt>Følges opp av</dt><dd>1 valgt</dd>" in svar.content.decode()
    assert kari.navn not in svar.content.decode()


def test_a_plan_that_is_no_more_has_its_words_read_all_the_same(client, ola):
    plan = lag_plan("borte")
    client.post(f"/plan/{plan.slug}/rediger/hode/", {"tittel": "Ny tittel", "fra": "2025-01-01"})
    plan.delete()
    logg_inn(client, ola)

    side = client.get(FORTSETT).content.decode()

    assert "<dt>Tittel</dt><dd>Ny tittel</dd>" in side
    assert "<dt>Første dag</dt><dd>1. januar 2025</dd>" in side
