"""Tests of the draft's document beside the writing: one is made at a time, the newest wins, and none goes blank."""

from datetime import timedelta
from hashlib import sha256

import pytest
from django.utils import timezone

from tiltak.models import Dokumentfil
from tiltak.models.dokumentfil import LIVSTEGN_GJELDER
from tiltak.pdf import lager
from tiltak.pdf.bestilling import Bestilling
from tiltak.rapport.forhaandsvisning import (
    BEHOLD,
    Forhaandsvisning,
    forhaandsvis,
    lages_ennaa,
    proev_igjen,
    utkastene,
)

from ..pdf.papir import A4, tomme_ark

pytestmark = pytest.mark.django_db
AAR = 2025


@pytest.fixture
def begynt(monkeypatch):
    """Let nothing be laid out: give the marks of what was begun, in order."""
    merker = []

    def begynn(bestilling, *, form):
        if not Dokumentfil.objects.filter(merke=bestilling.merke).exists():
            Dokumentfil.objects.create(merke=bestilling.merke, form=form)
            merker.append(bestilling.merke)

    monkeypatch.setattr(lager, "begynn", begynn)
    return merker


def tekst(ord_):
    return Bestilling(f"<p>{ord_}")


def bli_ferdig(bestilling, antall=1, **felter):
    verdier = {"innhold": tomme_ark(*[A4] * antall), "ferdig": timezone.now()} | felter
    Dokumentfil.objects.filter(merke=bestilling.merke).update(**verdier)


def vist(aar, bestilling):
    """What the pane shows: the mark, the number of pages, what is waited for, and why it failed."""
    visning = forhaandsvis(aar, bestilling)
    return visning.merke, len(visning.sider), visning.venter, visning.feil


def test_a_draft_that_was_never_made_is_begun_and_waited_for(begynt):
    en = tekst("en")

    assert forhaandsvis(AAR, en) == Forhaandsvisning(venter=en.merke)
    assert forhaandsvis(AAR, en) == Forhaandsvisning(venter=en.merke)
    assert (begynt, lages_ennaa(en.merke)) == ([en.merke], True)


def test_a_finished_one_is_shown_and_nothing_more_is_begun(begynt):
    en = tekst("en")
    forhaandsvis(AAR, en)

    bli_ferdig(en, antall=3)

    assert vist(AAR, en) == (en.merke, 3, "", "")
    assert (begynt, lages_ennaa(en.merke)) == ([en.merke], False)


def test_the_last_one_is_shown_until_the_newer_one_is_ready(begynt):
    en, to = tekst("en"), tekst("to")
    forhaandsvis(AAR, en)
    bli_ferdig(en, antall=3)

    assert vist(AAR, to) == (en.merke, 3, to.merke, "")
    bli_ferdig(to, antall=4)
    assert vist(AAR, to) == (to.merke, 4, "", "")


def test_what_is_written_meanwhile_waits_its_turn_and_only_the_newest_is_made(begynt):
    en, to, tre = tekst("en"), tekst("to"), tekst("tre")
    forhaandsvis(AAR, en)

    underveis = [vist(AAR, to), vist(AAR, tre)]
    bli_ferdig(en)
    naa = vist(AAR, tre)

    assert underveis == [("", 0, en.merke, "")] * 2
    assert naa == (en.merke, 1, tre.merke, "")
    assert begynt == [en.merke, tre.merke]


def test_two_years_do_not_wait_for_each_other_nor_show_each_other(begynt):
    fjor, aar = tekst("i fjor"), tekst("i år")
    forhaandsvis(2024, fjor)

    assert vist(2025, aar) == ("", 0, aar.merke, "")
    bli_ferdig(fjor)
    assert vist(2025, aar) == ("", 0, aar.merke, "")


def test_one_that_hangs_stops_nothing_in_the_end(begynt):
    en, to = tekst("en"), tekst("to")
    forhaandsvis(AAR, en)
    Dokumentfil.objects.update(livstegn=timezone.now() - LIVSTEGN_GJELDER - timedelta(seconds=1))

    assert lages_ennaa(en.merke) is False
    assert vist(AAR, to) == ("", 0, to.merke, "")


def test_one_that_could_not_be_made_is_said_so_beside_the_last_and_made_again_when_asked(begynt):
    en, to = tekst("en"), tekst("to")
    forhaandsvis(AAR, en)
    bli_ferdig(en)
    forhaandsvis(AAR, to)
    bli_ferdig(to, innhold=None, ferdig=None, feil="Det tok for lang tid")

    assert vist(AAR, to) == (en.merke, 1, "", "Det tok for lang tid")
    assert vist(AAR, to) == (en.merke, 1, "", "Det tok for lang tid")
    assert begynt == [en.merke, to.merke]
    proev_igjen(to)
    assert vist(AAR, to) == (en.merke, 1, to.merke, "")
    assert begynt == [en.merke, to.merke, to.merke]


def test_a_new_text_is_tried_after_one_that_could_not_be_made(begynt):
    en, to = tekst("en"), tekst("to")
    forhaandsvis(AAR, en)
    bli_ferdig(en, innhold=None, ferdig=None, feil="Det tok for lang tid")

    assert vist(AAR, to) == ("", 0, to.merke, "")


def test_to_try_again_throws_nothing_away_that_is_made_or_being_made(begynt):
    en, to = tekst("en"), tekst("to")
    forhaandsvis(AAR, en)
    bli_ferdig(en)
    forhaandsvis(AAR, to)

    proev_igjen(en)
    proev_igjen(to)

    assert set(Dokumentfil.objects.values_list("merke", flat=True)) == {en.merke, to.merke}


def test_the_text_that_was_there_before_is_shown_at_once(begynt):
    en, to = tekst("en"), tekst("to")
    for bestilling in (en, to):
        forhaandsvis(AAR, bestilling)
        bli_ferdig(bestilling)

    assert vist(AAR, en) == (en.merke, 1, "", "")


def test_one_that_was_made_for_another_purpose_is_shown_and_is_the_draft_of_its_year_from_then_on(begynt):
    en = tekst("en")
    Dokumentfil.objects.create(merke=en.merke)
    bli_ferdig(en, antall=2)

    assert vist(AAR, en) == (en.merke, 2, "", "")
    assert [fil.merke for fil in utkastene(AAR)] == [en.merke]
    assert begynt == []


def test_old_drafts_are_thrown_away_and_nothing_else_is(begynt):
    annet = Dokumentfil.objects.create(merke=sha256(b"annet").hexdigest(), innhold=b"%PDF-", ferdig=timezone.now())
    forhaandsvis(2024, tekst("i fjor"))
    bli_ferdig(tekst("i fjor"))
    alle = [tekst(f"tekst {nr}") for nr in range(BEHOLD + 3)]

    for bestilling in alle:
        forhaandsvis(AAR, bestilling)
        bli_ferdig(bestilling)
        forhaandsvis(AAR, bestilling)

    igjen = set(Dokumentfil.objects.values_list("merke", flat=True))
    assert igjen == {annet.merke, tekst("i fjor").merke, *(bestilling.merke for bestilling in alle[-BEHOLD - 1 :])}


@pytest.mark.parametrize("antall", [1, BEHOLD])
def test_the_queries_are_as_many_whatever_is_kept(antall, begynt, django_assert_num_queries):
    for nr in range(antall):
        forhaandsvis(AAR, tekst(f"gammel {nr}"))
        bli_ferdig(tekst(f"gammel {nr}"))
    siste = tekst(f"gammel {antall - 1}")

    with django_assert_num_queries(1):
        forhaandsvis(AAR, siste)
    with django_assert_num_queries(1):
        lages_ennaa(siste.merke)
