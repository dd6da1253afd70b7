"""Tests of the store: made once for all who ask, kept, taken over when its maker is gone, and told when it failed."""

from datetime import date, timedelta
from hashlib import sha256
from time import monotonic, sleep

import pytest
from django.db import OperationalError
from django.utils import timezone

from tests.tiltak.conftest import lag_plan
from tiltak.models import Dokumentfil, Rapport
from tiltak.models import dokumentfil as bound
from tiltak.pdf import egenprosess, lager
from tiltak.pdf.bestilling import Bestilling
from tiltak.pdf.egenprosess import KunneIkkeLages

EN = Bestilling('<html lang="nb"><title>En</title><h1>En</h1>')
TO = Bestilling('<html lang="nb"><title>To</title><h1>To</h1>')


@pytest.fixture
def laget(monkeypatch):
    """The documents that are made, in place of making them: each takes a little while."""
    rekken = []

    def lag(bestilling, puls):
        rekken.append(bestilling)
        puls()
        sleep(0.3)
        return f"%PDF- {bestilling.html} nr. {len(rekken)}".encode()

    monkeypatch.setattr(egenprosess, "lag", lag)
    return rekken


@pytest.fixture
def utgave(db):
    dagene = {"fra": date(2025, 1, 1), "til": date(2025, 12, 31)}
    rapport = Rapport.objects.create(aar=2025, **dagene, tilstand="lagt_fram", plan=lag_plan())
    return rapport.utgaver.create(nr=1, tilstand="lagt_fram", dag=date(2026, 2, 3))


def hent(merke):
    return Dokumentfil.objects.ferdige().filter(merke=merke).first()


def til_ferdig(merke):
    """Wait for what is made in the background."""
    frist = monotonic() + 30
    while merke in lager._i_gang and monotonic() < frist:
        sleep(0.05)
    return hent(merke)


def test_made_once_it_comes_from_the_store_in_one_query(db, laget, django_assert_num_queries):
    foerste = lager.lag(EN)

    with django_assert_num_queries(1):
        igjen = lager.lag(EN)

    assert igjen.data == foerste.data == b"%PDF- " + EN.html.encode() + b" nr. 1"
    assert igjen.sjekksum == sha256(foerste.data).hexdigest()
    assert (hent(EN.merke).data, hent(TO.merke), laget) == (foerste.data, None, [EN])


def test_another_document_is_another(db, laget):
    assert lager.lag(EN).data != lager.lag(TO).data
    assert laget == [EN, TO]


def test_what_is_being_made_is_not_begun_again(db, laget):
    Dokumentfil.krev(EN.merke)

    lager.begynn(EN)

    assert (Dokumentfil.krev(EN.merke), lager.vent(EN.merke, 0.2), laget) == (None, None, [])


def test_whoever_asks_while_it_is_made_is_given_what_the_other_made(db, laget, monkeypatch):
    annen = Dokumentfil.krev(EN.merke)
    monkeypatch.setattr(lager, "sleep", lambda _: annen.fullfoer(b"%PDF- den andres"))

    assert (lager.lag(EN).data, laget) == (b"%PDF- den andres", [])


def test_when_whoever_makes_it_is_gone_the_next_takes_over(db, laget):
    doed = Dokumentfil.krev(EN.merke)
    Dokumentfil.objects.update(livstegn=timezone.now() - bound.LIVSTEGN_GJELDER)

    ny = lager.lag(EN)
    doed.gi_livstegn()
    doed.meld_feil("For sent.")
    doed.fullfoer(b"for sent")

    assert laget == [EN]
    assert Dokumentfil.objects.values_list("merke", "feil", "sjekksum").get() == (EN.merke, "", ny.sjekksum)


def test_a_sign_of_life_keeps_it_however_long_it_takes(db):
    fil = Dokumentfil.krev(EN.merke)
    Dokumentfil.objects.update(livstegn=timezone.now() - bound.LIVSTEGN_GJELDER)
    fil.gi_livstegn()

    assert Dokumentfil.krev(EN.merke) is None


def test_what_could_not_be_made_says_why_and_is_tried_again_in_a_while(db, monkeypatch, laget):
    def feil(bestilling, puls):
        raise KunneIkkeLages("Det tok for lang tid.")

    with monkeypatch.context() as mp:
        mp.setattr(egenprosess, "lag", feil)
        with pytest.raises(KunneIkkeLages, match="for lang tid"):
            lager.lag(EN)
    for spoer in (lager.lag, lambda b: lager.vent(b.merke, 1)):
        with pytest.raises(KunneIkkeLages, match="for lang tid"):
            spoer(EN)
    assert laget == []
    Dokumentfil.objects.update(livstegn=timezone.now() - bound.FEIL_GJELDER)

    assert lager.lag(EN).data
    assert (laget, Dokumentfil.objects.get().feil) == ([EN], "")


def test_an_error_of_ours_is_stored_too_and_not_hidden(db, monkeypatch):
    def feil(bestilling, puls):
        raise OSError("disken er full")

    monkeypatch.setattr(egenprosess, "lag", feil)
    with pytest.raises(OSError, match="disken er full"):
        lager.lag(EN)

    assert Dokumentfil.objects.get().feil == egenprosess.GIKK_GALT


def test_a_database_that_is_busy_for_a_while_loses_nothing_of_what_is_made(transactional_db, laget, monkeypatch):
    fullfoer, svar = Dokumentfil.fullfoer, [OperationalError("database is locked"), OperationalError("borte")]

    def opptatt(fil, innhold):
        if svar:
            raise svar.pop()
        fullfoer(fil, innhold)

    monkeypatch.setattr(Dokumentfil, "fullfoer", opptatt)
    monkeypatch.setattr(lager, "_NYE_FORSOEK", (0, 0))

    assert (bool(lager.lag(EN).data), laget) == (True, [EN])


def test_a_database_that_stays_away_is_told_of(transactional_db, laget, monkeypatch):
    def borte(fil, innhold):
        raise OperationalError("borte")

    monkeypatch.setattr(Dokumentfil, "fullfoer", borte)
    monkeypatch.setattr(lager, "_NYE_FORSOEK", (0, 0))

    with pytest.raises(OperationalError, match="borte"):
        lager.lag(EN)


def test_where_no_thread_can_be_begun_it_is_told_of_and_nothing_is_held(db, laget, monkeypatch):
    def ingen(traad):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(lager.Thread, "start", ingen)
    lager.begynn(EN)

    assert (Dokumentfil.objects.get().feil, lager._i_gang, laget) == (egenprosess.GIKK_GALT, set(), [])


def test_while_the_database_is_asked_for_one_others_may_begin(db, laget, monkeypatch):
    holdt = []

    def krev(merke, **_):
        holdt.append((merke, lager._laas.locked()))

    monkeypatch.setattr(Dokumentfil, "krev", krev)
    lager.begynn(EN)

    assert (holdt, lager._i_gang) == ([(EN.merke, False)], set())


def test_where_the_database_does_not_answer_nothing_is_held(db, laget, monkeypatch):
    def laast(merke, **_):
        raise OperationalError("database is locked")

    monkeypatch.setattr(Dokumentfil, "krev", laast)
    with pytest.raises(OperationalError, match="locked"):
        lager.begynn(EN)

    assert (lager._i_gang, laget) == (set(), [])


def test_an_edition_keeps_what_was_made_of_it_also_when_the_document_would_be_another(utgave, laget):
    foerst = lager.lag(EN, utgave=utgave, form="hel")

    igjen = lager.lag(TO, utgave=utgave, form="hel")
    kort = lager.lag(TO, utgave=utgave, form="kort")
    loes = lager.lag(EN)

    assert igjen.data == foerst.data
    assert laget == [EN, TO, EN]
    assert {(fil.form, fil.sjekksum) for fil in utgave.filer.ferdige().uten_innhold()} == {
        ("hel", foerst.sjekksum),
        ("kort", kort.sjekksum),
    }
    assert loes.utgave is None


def test_old_documents_are_thrown_away_and_an_editions_never(utgave, laget, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(bound, "BEHOLDES", 3)
    naa = timezone.now()
    rader = [Dokumentfil(merke=f"{dager}", begynt=naa - timedelta(days=dager), ferdig=naa) for dager in range(1, 41)]
    rader.append(Dokumentfil(merke="utgitt", begynt=naa - timedelta(days=4000), ferdig=naa, utgave=utgave, form="hel"))
    Dokumentfil.objects.bulk_create(rader)
    ny = Dokumentfil.krev(EN.merke)

    with django_assert_num_queries(2):
        ny.fullfoer(b"%PDF-")

    assert set(Dokumentfil.objects.values_list("merke", flat=True)) == {EN.merke, "1", "2", "utgitt"}
    monkeypatch.setattr(bound, "BEHOLDES", 300)
    Dokumentfil.objects.filter(merke="1").update(begynt=naa - bound.BEHOLDES_I - timedelta(seconds=1))
    assert [fil.merke for fil in Dokumentfil.objects.kan_kastes(naa)] == ["1"]


@pytest.mark.django_db(transaction=True)
def test_begun_in_the_background_it_is_there_a_little_later_and_is_begun_once(laget):
    for _ in range(3):
        lager.begynn(EN)
    fil = til_ferdig(EN.merke)
    lager.begynn(EN)

    assert (bool(fil.data), laget, lager._i_gang) == (True, [EN], set())


@pytest.mark.django_db(transaction=True)
def test_no_more_than_so_many_are_begun_for_those_who_do_not_wait(laget, monkeypatch):
    monkeypatch.setattr(lager, "HOEYST_I_KOE", 1)

    lager.begynn(EN)
    lager.begynn(TO)

    assert (Dokumentfil.objects.filter(merke=TO.merke).exists(), bool(til_ferdig(EN.merke))) == (False, True)
    lager.begynn(TO)
    assert til_ferdig(TO.merke)
