"""What goes on from what between a draft and the plan that it revises: found, stored, decided, and found anew."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aktivitet.models import EndretAvAndre
from tests.tiltak.revisjon.conftest import REVISJONEN, meld, revidert, tiltaket
from tests.tiltak.revisjon.test_fletting import stor_plan
from tiltak.frist import les
from tiltak.importering import importer
from tiltak.models import Maal, Merknad, Sammenlikning, Status, Tiltak
from tiltak.revisjon.kobling import MAAL, TILTAK, avgjoer, avgjoer_alle, koble
from tiltak.tolkning import velg

NY_ORDLYD = ("Oppfølging av folkevalgte i kommunene", "Kjøpe partytelt til alle lokallag")


def par(utkast):
    """The measures of the draft that have another code, are another's, or are new: code before, code now."""
    rader = Tiltak.objects.i_planen(utkast).i_planens_rekkefoelge().values_list("tilsvarer__kode", "kode")
    return [(foer, naa) for foer, naa in rader if foer != naa]


def usikre(utkast):
    return [
        ett.kode
        for ett in Tiltak.objects.filter(pk__in=Sammenlikning.objects.get(utkast=utkast).usikre.get(TILTAK, []))
    ]


def test_a_revised_document_is_paired_when_it_is_imported(plan):
    utkast = importer(revidert(*REVISJONEN), revisjon_av=plan)

    assert par(utkast) == [
        ("1.1b", "1.1c"),
        ("1.1c", "1.1b"),
        (None, "1.2a"),
        ("1.2a", "1.3a"),
        ("1.2b", "1.3b"),
        ("1.3a", "1.4a"),
        ("1.3b", "1.4b"),
        ("1.3d", "1.4c"),
    ]
    maal = Maal.objects.filter(plan=utkast).values_list("tilsvarer__nummer", "nummer")
    assert [ett for ett in maal if ett[0] != ett[1]] == [(None, "1.2"), ("1.2", "1.3"), ("1.3", "1.4")]
    assert usikre(utkast) == []


def test_other_words_under_the_same_code_are_a_question(plan):
    utkast = importer(revidert(NY_ORDLYD), revisjon_av=plan)

    assert (par(utkast), usikre(utkast)) == ([], ["1.2a"])


def test_a_document_that_revises_nothing_is_paired_with_nothing(plan):
    utkast = importer(revidert())

    assert not Sammenlikning.objects.exists()
    assert not Tiltak.objects.filter(maal__plan=utkast, tilsvarer__isnull=False).exists()


def test_a_phrase_that_is_kept_keeps_what_it_was_said_to_mean(plan):
    velg(tiltaket(plan, "Oppfølging av folkevalgte"), les("Mars, årlig"))
    velg(tiltaket(plan, "Gjennomføre faste"), les("April 2026"))
    velg(tiltaket(plan, "Delta på nasjonale kampanjer"), les("Mai 2026"))
    dok = revidert(
        ("møtepunkter med faddere sentralt\tHele perioden", "møtepunkter med faddere sentralt\tI hele perioden."),
        ("kampanjer i regi av SV\tÅrlig", "kampanjer i regi av SV\tHalvårlig"),
    )
    utkast = importer(dok, revisjon_av=plan)

    def frist(tekst):
        frist = tiltaket(utkast, tekst).frist
        return frist.regel, frist.bekreftet

    assert frist("Oppfølging av folkevalgte") == (les("Mars, årlig").to_dict(), True)
    assert frist("Gjennomføre faste") == (les("April 2026").to_dict(), True)
    assert frist("Delta på nasjonale kampanjer") == (les("Halvårlig").to_dict(), False)
    assert [ett.noekkel for ett in tiltaket(utkast, "Gjennomføre faste").terminer.all()] == ["2026-04"]


def test_what_was_settled_in_the_plan_is_not_asked_again(plan, sekretaer):
    Merknad.objects.filter(plan=plan, hva="kode-to-ganger").update(avklart=True)
    meld(tiltaket(plan, "Revidere komm"), "2024", Status.UTGAAR, "Før perioden", sekretaer)
    utkast = importer(revidert(("Kontinuerlig\n1.2b", "Kontinuerlig\n1.2x\tKjøpe telt\t2026\n1.2b")), revisjon_av=plan)

    avklart = dict(Merknad.objects.filter(plan=utkast).values_list("hva", "avklart"))
    assert (avklart["kode-to-ganger"], avklart["aapent-spoersmaal"]) == (True, False)
    termin = tiltaket(utkast, "Revidere komm").terminer.get(noekkel="2024")
    assert (termin.status, termin.merknad, termin.logg.count()) == (Status.UTGAAR, "Før perioden", 0)


def test_the_secretary_parts_a_pair_and_joins_it_again(plan):
    velg(tiltaket(plan, "Oppfølging av folkevalgte"), les("Mars, årlig"))
    utkast = importer(revidert(), revisjon_av=plan)
    ny, gammel = tiltaket(utkast, "Oppfølging av folkevalgte"), tiltaket(plan, "Oppfølging av folkevalgte")

    avgjoer(Sammenlikning.objects.get(), TILTAK, ny.pk, None)
    ny = Tiltak.objects.get(pk=ny.pk)
    assert (ny.tilsvarer, ny.frist.regel, ny.frist.bekreftet) == (None, les("Kontinuerlig").to_dict(), False)

    avgjoer(Sammenlikning.objects.get(), TILTAK, ny.pk, gammel.pk)
    ny = Tiltak.objects.get(pk=ny.pk)
    assert (ny.tilsvarer, ny.frist.regel, ny.frist.bekreftet) == (gammel, les("Mars, årlig").to_dict(), True)


def test_what_was_settled_belongs_to_the_one_that_goes_on(plan, sekretaer):
    """Else a measure that is new would be told of in the report of a year that it did not see."""
    gammel = tiltaket(plan, "Revidere komm")
    meld(gammel, "2024", Status.GJENNOMFOERT, "Gjort før tiden", sekretaer)
    utkast = importer(revidert(), revisjon_av=plan)
    ny, annen = tiltaket(utkast, "Revidere komm"), tiltaket(utkast, "Workshoper")

    def staar():
        termin = ny.terminer.get(noekkel="2024")
        return termin.status, termin.merknad, termin.utfoert is None

    foerst = staar()
    avgjoer(Sammenlikning.objects.get(), TILTAK, ny.pk, None)
    skilt = staar()
    avgjoer(Sammenlikning.objects.get(), TILTAK, ny.pk, gammel.pk)
    koblet = staar()
    avgjoer(Sammenlikning.objects.get(), TILTAK, annen.pk, gammel.pk)

    gjort, uavklart = (Status.GJENNOMFOERT, "Gjort før tiden", False), (Status.IKKE_STARTET, "", True)
    assert [foerst, skilt, koblet, staar()] == [gjort, uavklart, gjort, uavklart]


def test_one_that_another_is_said_to_go_on_from_is_nobody_elses(plan):
    utkast = importer(revidert(), revisjon_av=plan)
    gammel = tiltaket(plan, "Workshoper")

    avgjoer(Sammenlikning.objects.get(), TILTAK, tiltaket(utkast, "Fylkespartiet skal").pk, gammel.pk)

    assert [ett.kode for ett in gammel.i_revisjonen.all()] == ["1.1c"]
    assert par(utkast) == [(None, "1.1b"), ("1.1b", "1.1c")]


def test_goals_are_parted_too(plan):
    utkast = importer(revidert(), revisjon_av=plan)
    maal = Maal.objects.get(plan=utkast, nummer="1.1")

    avgjoer(Sammenlikning.objects.get(), MAAL, maal.pk, None)

    maal.refresh_from_db()
    assert (maal.tilsvarer, Sammenlikning.objects.get().avgjort) == (None, {MAAL: [maal.pk]})


def test_a_question_is_answered_by_one_or_by_all(plan):
    annen = ("Bistå/oppfordre lokallaga i å opprette kontakt med organisasjoner i kommunen", "Skrive ei bok om klima")
    utkast = importer(revidert(NY_ORDLYD, annen), revisjon_av=plan)
    spoersmaal = usikre(utkast)
    avgjoer_alle(Sammenlikning.objects.get())

    assert spoersmaal == ["1.2a", "1.3b"]
    svar = Sammenlikning.objects.get()
    assert (svar.usikre, [ett.kode for ett in Tiltak.objects.filter(pk__in=svar.avgjort[TILTAK])]) == ({}, spoersmaal)


def test_nothing_is_decided_on_top_of_what_another_has_decided(plan):
    utkast = importer(revidert(), revisjon_av=plan)
    lest, ny = Sammenlikning.objects.get(), tiltaket(utkast, "Workshoper").pk
    avgjoer(Sammenlikning.objects.get(), TILTAK, ny, None)

    with pytest.raises(EndretAvAndre):
        avgjoer(lest, TILTAK, ny, tiltaket(plan, "Workshoper").pk)
    assert Tiltak.objects.get(pk=ny).tilsvarer is None


@pytest.mark.parametrize("feil", ["fra en annen plan", "ute av planen", "finnes ikke"])
def test_only_what_stands_in_the_two_plans_is_joined(plan, feil):
    utkast = importer(revidert(), revisjon_av=plan)
    annen = importer(revidert())
    gammel = tiltaket(annen if feil == "fra en annen plan" else plan, "Fylkespartiet skal")
    if feil == "ute av planen":
        Tiltak.objects.filter(pk=gammel.pk).update(utgaatt=plan.fra)

    ny = tiltaket(utkast, "Workshoper").pk
    with pytest.raises(Tiltak.DoesNotExist):
        avgjoer(Sammenlikning.objects.get(), TILTAK, ny, 10**9 if feil == "finnes ikke" else gammel.pk)
    assert tiltaket(utkast, "Workshoper").tilsvarer == tiltaket(plan, "Workshoper")
    assert Sammenlikning.objects.get().avgjort == {}


def test_compared_anew_it_finds_the_changed_plan_and_keeps_what_was_decided(plan):
    utkast = importer(revidert(*REVISJONEN), revisjon_av=plan)
    ny = tiltaket(utkast, "Lage klimaplan")
    avgjoer(Sammenlikning.objects.get(), TILTAK, ny.pk, tiltaket(plan, "Arrangere felles").pk)
    avgjoer(Sammenlikning.objects.get(), TILTAK, tiltaket(utkast, "Fylkespartiet skal").pk, None)
    Tiltak.objects.filter(pk=tiltaket(plan, "Delta på nasjonale kampanjer").pk).update(utgaatt=plan.fra)
    koble(utkast)

    assert par(utkast)[:4] == [("1.1b", "1.1c"), (None, "1.1b"), (None, "1.1d"), ("1.3c", "1.2a")]


def test_pairing_costs_the_same_questions_for_a_large_plan_as_for_a_small_one(db):
    brukt = []
    for antall in (30, 90):
        plan = importer(stor_plan(antall))
        utkast = importer(stor_plan(antall, bytt=True), revisjon_av=plan)
        Tiltak.objects.filter(maal__plan=utkast).update(tilsvarer=None)
        with CaptureQueriesContext(connection) as spoersmaal:
            koble(utkast)
        brukt.append(len(spoersmaal))

    assert brukt[0] == brukt[1]
