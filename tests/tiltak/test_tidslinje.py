"""All that has happened with a measure, in one line of time."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from pytest_django.asserts import assertContains

from arbeidsplan.models import Bruker
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import felter, lag_maaneder, uten_merker
from tests.tiltak.redigering.conftest import beslutning
from tiltak.models import Ordlydsendring, Status, Tilknytning, Vedlegg
from tiltak.redigering.endring import endre
from tiltak.tidslinje import sist_sagt, tidslinje

__all__ = ["beslutning"]  # a fixture


def oeyeblikk(maaned, dag, time=12):
    return datetime(2026, maaned, dag, time, tzinfo=ZoneInfo("Europe/Oslo"))


def hele(tiltak, i_dag=date(2026, 6, 15)):
    tilknytninger = tiltak.tilknytninger.select_related("aktivitet", "av")
    return tidslinje(tiltak, tilknytninger, tiltak.vedlegg.uten_innhold(), i_dag)


def test_everything_stands_in_one_line_the_newest_first(tiltak, termin, styremedlem, sekretaer, lag_aktivitet):
    kurs, avlyst = lag_aktivitet("Kurs", date(2026, 3, 12)), lag_aktivitet("Avlyst", date(2026, 3, 1), avlyst=True)
    tiltak.tilknytninger.create(aktivitet=kurs, av=styremedlem, tid=oeyeblikk(2, 1))
    tiltak.tilknytninger.create(aktivitet=avlyst, av=None, tid=oeyeblikk(1, 1))
    lenke = {"lenke": "https://sv.no/", "fjernet": oeyeblikk(5, 1), "fjernet_av": sekretaer}
    tiltak.vedlegg.create(navn="Referat", av=styremedlem, tid=oeyeblikk(3, 20), **lenke)
    termin.sett_status(Status.PAAGAAR, av=sekretaer, versjon=1, tid=oeyeblikk(3, 12, 20))
    termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=2, tid=oeyeblikk(4, 1))

    assert [(ett.slag, str(ett.ting), str(ett.av), ett.dag) for ett in hele(tiltak)] == [
        ("fjernet", "Referat", "Ola Sekretær", None),
        ("status", "Gjennomført 01.04.2026", "Kari Styremedlem", None),
        ("vedlegg", "Referat", "Kari Styremedlem", None),
        ("status", "Pågår 12.03.2026", "Ola Sekretær", None),
        ("holdt", "Kurs", "None", date(2026, 3, 12)),
        ("planlagt", "Kurs", "Kari Styremedlem", None),
        ("planlagt", "Avlyst", "None", None),
    ]


def test_a_save_that_was_undone_stands_there_too(tiltak, termin, styremedlem):
    termin.sett_status(Status.GJENNOMFOERT, av=styremedlem, versjon=1)
    angret = termin.angre(av=styremedlem, versjon=2)

    assert [ett.ting.status for ett in hele(tiltak)] == ["ikke_startet", "gjennomfoert"]
    assert [(ett.ting, ett.av) for ett in sist_sagt([termin])] == [(angret, styremedlem)]


def test_a_change_of_the_adopted_words_is_told_with_whose_decision_it_was(inne, tiltak, beslutning):
    nye = {"tekst": "Revidere strategien", "ansvarlig": "AU"}
    endre(tiltak, nye, beslutning, tiltak.versjon)

    [hendelse] = hele(tiltak)
    svar = inne.get(tiltak.get_absolute_url())

    assert (hendelse.slag, hendelse.ting.organ, hendelse.ting.grunn) == ("ordlyd", "Årsmøtet", "Vedtak i sak 7")
    assert [linje.felt for del_ in hendelse.ting.deler for linje in del_.linjer] == ["ordlyd", "ansvarlig"]
    ordene = uten_merker(svar.content.decode())
    assert "Vedtatt av årsmøtet 28. februar 2026: Vedtak i sak 7" in ordene
    assert "[tatt ut: kommunikasjonsstrategi ] [satt inn: strategien ]" in ordene


def test_words_that_were_changed_before_editions_were_kept_are_told_without_a_decision(inne, tiltak, sekretaer):
    felles = {
        "plan": tiltak.maal.plan,
        "tiltak": tiltak,
        "hva": "Tiltak 1.1a",
        "grunn": "Se https://sv.no/",
        "av": sekretaer,
    }
    Ordlydsendring.objects.create(**felles, felt="ordlyd", foer="Gammelt", etter="Nytt")

    svar = inne.get(tiltak.get_absolute_url())

    assert [ett.slag for ett in svar.context["logg"]] == ["ordlyd"]
    assertContains(svar, "Endret i planen:")
    assertContains(svar, '<a href="https://sv.no/" rel="noopener noreferrer">sv.no</a>', html=True)


def test_an_activity_that_one_may_not_see_is_in_nobodys_line_but_theirs(inne, tiltak, sekretaer, lag_aktivitet):
    Tilknytning.objects.knytt(tiltak, lag_aktivitet("Hemmelig", date(2026, 3, 1), publisert=None), sekretaer)

    assert inne.get(tiltak.get_absolute_url()).context["logg"] == []
    inne.force_login(sekretaer)
    assert [ett.slag for ett in inne.get(tiltak.get_absolute_url()).context["logg"]] == ["planlagt"]


def test_addresses_in_the_words_can_be_followed_and_nothing_else_slips_in(inne, tiltak, termin, styremedlem):
    ordene = 'Se https://sv.no/referat. <img src=x onerror="alert(1)">'
    inne.post(termin.get_absolute_url(), felter(termin, merknad=ordene))

    assertContains(
        inne.get(tiltak.get_absolute_url()),
        '<blockquote>Se <a href="https://sv.no/referat" rel="noopener noreferrer">sv.no/referat</a>. '
        "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</blockquote>",
    )


def test_before_anything_has_happened_the_page_says_so(inne, tiltak):
    assertContains(inne.get(tiltak.get_absolute_url()), "Ingenting er ført ennå.")


@pytest.mark.parametrize("antall", [1, 6])
def test_the_page_costs_the_same_whatever_has_happened(
    inne, tiltak, sekretaer, lag_aktivitet, beslutning, antall, django_assert_num_queries
):
    for nr in range(antall):
        bruker = Bruker.objects.create_user(f"{nr}@example.org", roller={Rolle.STYREMEDLEM: None})
        for termin in lag_maaneder(tiltak, 2025 + nr):
            termin.sett_status(Status.PAAGAAR, av=bruker, versjon=1)
        Tilknytning.objects.knytt(tiltak, lag_aktivitet(f"Kurs {nr}", date(2025, 3, 1)), bruker)
        fil = {"innhold": b"%PDF-", "filslag": "pdf", "stoerrelse": 5}
        tiltak.vedlegg.create(navn=f"Fil {nr}", termin=termin, av=bruker, **fil).fjern(bruker)
        tiltak.vedlegg.create(navn=f"Fil {nr}", termin=termin, av=bruker, **fil)
        endre(tiltak, {"tekst": f"Ordlyd {nr}"}, beslutning, tiltak.versjon)

    with django_assert_num_queries(10):
        svar = inne.get(tiltak.get_absolute_url())

    telling = [ett.slag for ett in svar.context["logg"]]
    assert {slag: telling.count(slag) for slag in set(telling)} == {
        "status": 12 * antall,
        "planlagt": antall,
        "holdt": antall,
        "vedlegg": 2 * antall,
        "fjernet": antall,
        "ordlyd": antall,
    }
    assert Vedlegg.objects.count() == 2 * antall
