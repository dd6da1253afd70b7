"""A copy is of one moment, and stands in nobody's way."""

import tracemalloc
from threading import Thread

from django.db import connection
from django.utils import timezone

from aktivitet.models import FastAktivitet, Lag
from arbeidsplan.kopi import taking
from arbeidsplan.kopi.gjenoppretting import gjenopprett
from arbeidsplan.kopi.taking import ta_kopi
from arbeidsplan.models import Bruker
from tests.arbeidsplan.kopi.basen import toem
from tiltak.models import Dokumentfil


def test_what_others_save_while_it_is_taken_is_all_in_the_next_one(transactional_db, tmp_path, monkeypatch):
    """Somebody saves a row of the first table and one of the last, when only the first has been copied."""
    les_rader, skrevet = taking.les_rader, []

    def skriv():
        Lag.objects.create(navn="Imens", slug="imens").redaktoerer.add(
            Bruker.objects.create(email="imens@example.org")
        )
        FastAktivitet.objects.create(maaned=1, tittel="Imens")
        skrevet.append(Lag.objects.count())
        connection.close()

    def les_og_la_andre_skrive(modell, alias):
        yield from les_rader(modell, alias)
        if modell is FastAktivitet:
            traad = Thread(target=skriv)
            traad.start()
            traad.join(20)

    monkeypatch.setattr(taking, "les_rader", les_og_la_andre_skrive)
    foerst = ta_kopi(tmp_path / "foerst.kopi")
    monkeypatch.undo()
    saa = ta_kopi(tmp_path / "saa.kopi")

    assert skrevet == [1]  # nobody had to wait for the copy
    tabeller = ("aktivitet.FastAktivitet", "aktivitet.Lag", "aktivitet.Lag_redaktoerer", "arbeidsplan.Bruker")
    assert [foerst[navn] for navn in tabeller] == [0, 0, 0, 0]
    assert [saa[navn] for navn in tabeller] == [1, 1, 1, 1]


def test_no_more_than_a_few_files_are_in_memory_at_once(base, tmp_path):
    """Twelve files of a megabyte would take several times as much together: each is text on its way."""
    for nr in range(12):
        Dokumentfil.objects.create(merke=f"{nr}", innhold=bytes(1_000_000), ferdig=timezone.now())
    tracemalloc.start()
    ta_kopi(tmp_path / "x.kopi")
    under_kopien = tracemalloc.get_traced_memory()[1]
    toem()
    tracemalloc.reset_peak()
    gjenopprett(tmp_path / "x.kopi")
    under_gjenopprettingen = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert Dokumentfil.objects.filter(sjekksum="").count() == 13
    assert under_kopien < 12_000_000
    assert under_gjenopprettingen < 24_000_000
