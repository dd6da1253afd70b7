"""Editions: the whole plan is kept as it stands after each decided change, and nothing adopted changes without one."""

from datetime import date

import pytest

from tests.conftest import PLANFIL
from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.dokument import les_dokument
from tiltak.dokument.planjson import til_json
from tiltak.importering import bekreft_plan, importer
from tiltak.models import Maal, Ordlydsendring, Organ, Plan, Planutgave
from tiltak.utgave import Beslutning, ManglerBeslutning, endre_planen, plandokument

AARSMOETET = date(2026, 2, 28)


def beslutning(dag=AARSMOETET, av=None):
    return Beslutning(Organ.AARSMOETET, dag, "Vedtak i sak 7", av)


def endre(tiltak, tekst, hvem_bestemte):
    with endre_planen(tiltak.maal.plan, hvem_bestemte) as logg:
        logg.skriv_felter(tiltak, {"tekst": tekst})
        tiltak.tekst = tekst
        tiltak.save()


def tekstene(utgave):
    return [tiltak["tekst"] for maal in utgave.innhold["maal"] for tiltak in maal["tiltak"]]


@pytest.mark.django_db
def test_the_imported_plan_is_read_out_of_its_tables_as_it_was_read_in():
    dok = les_dokument(PLANFIL.read_bytes())
    plan = importer(dok)

    ventet = til_json(dok) | {"tomme_linjer": []}
    for del_ in (*ventet["kapitler"], *ventet["periodemaal"], *ventet["maal"]):
        del_["margin_til"] = None  # only the first line of a heading is stored
    assert til_json(plandokument(plan)) == ventet


def test_what_was_taken_out_is_not_in_the_document(plan, maal, tiltak):
    lag_tiltak(maal, "1.1b", utgaatt=AARSMOETET)
    Maal.objects.create(plan=plan, nr=2, nummer="2", overskrift="Borte", utgaatt=AARSMOETET)

    dok = plandokument(plan)

    assert [(ett.nummer, [t.kode for t in ett.tiltak]) for ett in dok.maal] == [("1.1", ["1.1a"])]


def test_a_plan_is_kept_as_its_first_edition_when_it_is_adopted(db, sekretaer):
    plan = lag_plan(status=Plan.Status.UTKAST)
    bekreft_plan(plan, AARSMOETET, av=sekretaer)

    [utgave] = Planutgave.objects.all()
    assert (utgave.plan, utgave.gjelder_fra, utgave.organ, utgave.av) == (
        plan,
        AARSMOETET,
        Organ.AARSMOETET,
        sekretaer,
    )
    assert utgave.innhold == til_json(plandokument(plan))


def test_a_decided_change_is_logged_and_kept_as_an_edition(tiltak, sekretaer):
    endre(tiltak, "Gjøre mer", beslutning(av=sekretaer))

    foerste, ny = Planutgave.objects.order_by("pk")
    assert (foerste.gjelder_fra, tekstene(foerste)) == (date(2025, 1, 1), ["Revidere kommunikasjonsstrategi"])
    assert (ny.gjelder_fra, tekstene(ny), ny.grunn) == (AARSMOETET, ["Gjøre mer"], "Vedtak i sak 7")
    felter = ("utgave", "tiltak", "hva", "felt", "foer", "etter", "grunn", "av")
    assert list(Ordlydsendring.objects.values_list(*felter)) == [
        (
            ny.pk,
            tiltak.pk,
            "Tiltak 1.1a",
            "ordlyd",
            "Revidere kommunikasjonsstrategi",
            "Gjøre mer",
            "Vedtak i sak 7",
            sekretaer.pk,
        )
    ]


def test_adopted_wording_is_not_changed_without_a_decision(tiltak):
    with pytest.raises(ManglerBeslutning):
        endre(tiltak, "Gjøre mer", None)

    tiltak.refresh_from_db()
    assert tiltak.tekst == "Revidere kommunikasjonsstrategi"
    assert not Ordlydsendring.objects.exists()


def test_a_draft_is_changed_without_a_decision_and_keeps_no_editions(plan, tiltak):
    Plan.objects.filter(pk=plan.pk).update(status=Plan.Status.UTKAST)

    endre(tiltak, "Gjøre mer", None)

    tiltak.refresh_from_db()
    assert (tiltak.tekst, Planutgave.objects.count(), Ordlydsendring.objects.count()) == ("Gjøre mer", 0, 0)


def test_an_act_that_changes_nothing_makes_no_edition(tiltak):
    endre(tiltak, tiltak.tekst, beslutning())

    assert [utgave.grunn for utgave in Planutgave.objects.all()] == ["Planen ble vedtatt."]


def test_the_edition_of_a_day_is_the_last_one_decided_until_then(plan, tiltak):
    endre(tiltak, "Februar", beslutning(date(2026, 2, 28)))
    endre(tiltak, "Juni", beslutning(date(2026, 6, 1)))

    def paa(dag):
        utgave = Planutgave.objects.paa_dagen(plan, dag)
        return utgave and tekstene(utgave)

    assert paa(date(2024, 12, 31)) is None
    assert paa(date(2026, 2, 27)) == ["Revidere kommunikasjonsstrategi"]
    assert paa(date(2026, 2, 28)) == paa(date(2026, 5, 31)) == ["Februar"]
    assert paa(date(2026, 6, 1)) == ["Juni"]


def test_what_is_typed_in_late_never_stands_before_what_it_was_typed_on_top_of(plan, tiltak):
    endre(tiltak, "Juni", beslutning(date(2026, 6, 1)))
    endre(tiltak, "Februar, ført i ettertid", beslutning(date(2026, 2, 28)))

    sen = Planutgave.objects.order_by("pk").last()
    assert (sen.vedtaksdag, sen.gjelder_fra) == (date(2026, 2, 28), date(2026, 6, 1))
    assert tekstene(Planutgave.objects.paa_dagen(plan, date(2026, 6, 1))) == ["Februar, ført i ettertid"]


def test_an_edition_is_not_rewritten(tiltak):
    endre(tiltak, "Gjøre mer", beslutning())

    with pytest.raises(TypeError):
        Planutgave.objects.first().save()


def test_a_plan_is_read_out_in_six_queries_whatever_its_size(plan, tiltak, django_assert_num_queries):
    with django_assert_num_queries(6):
        plandokument(plan)
