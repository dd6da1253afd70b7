"""A revised draft worked into its plan: the words are the draft's, and what was reported stays where it belongs."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from aktivitet.models import FastAktivitet
from tests.tiltak.revisjon.conftest import (
    AARSMOETET,
    HODE,
    PLANEN,
    REVISJONEN,
    beslutning,
    meld,
    meldt,
    revidert,
    tiltaket,
)
from tiltak.dokument import les_dokument
from tiltak.dokument.planjson import til_json
from tiltak.frist import les
from tiltak.importering import importer
from tiltak.models import (
    Kildedokument,
    Maal,
    Merknad,
    Ordlydsendring,
    Organ,
    Plan,
    Planutgave,
    Rapport,
    Status,
    Statusendring,
    Termin,
    Tiltak,
)
from tiltak.rapport.innhold import rapportinnhold
from tiltak.revisjon.fletting import flett
from tiltak.revisjon.kobling import AvtrykketErGammelt
from tiltak.tolkning import velg
from tiltak.utgave import ManglerBeslutning, plandokument

LESERINNLEGG = "1.1d\tSkrive leserinnlegg om jernbanen"


def sier(plan):
    return til_json(plandokument(plan))


def skal_si(dok):
    """What the tables keep of a document: of a heading only its first line, and no empty lines."""
    ventet = til_json(dok) | {"tomme_linjer": []}
    for del_ in (*ventet["kapitler"], *ventet["periodemaal"], *ventet["maal"]):
        del_["margin_til"] = None
    return ventet


def noekler(tiltak):
    return list(tiltak.terminer.order_by("foerste").values_list("noekkel", flat=True))


def test_the_plan_says_what_the_document_says_and_the_draft_is_gone(plan, meldinger):
    dok = revidert(*REVISJONEN)
    flett(importer(dok, revisjon_av=plan), beslutning())

    igjen = Plan.objects.get()
    assert (igjen.pk, igjen.slug, igjen.status, igjen.undertittel) == (
        plan.pk,
        plan.slug,
        "vedtatt",
        "Revidert på årsmøtet 2026",
    )
    assert sier(igjen) == skal_si(dok)


def test_every_measure_that_stays_keeps_its_key_its_statuses_and_its_log(plan, meldinger, styremedlem):
    foer = {ett.tekst[:12]: ett.pk for ett in Tiltak.objects.all()}
    tiltaket(plan, "Workshoper").foelg_opp(styremedlem, fra=None)
    flett(importer(revidert(*REVISJONEN), revisjon_av=plan), beslutning())

    etter = {ett.tekst[:12]: ett.pk for ett in Tiltak.objects.all()}
    assert {tekst[:7]: pk for tekst, pk in foer.items()} == {
        tekst[:7]: pk for tekst, pk in etter.items() if tekst != "Lage klimapl"
    }
    assert [ett.kode for ett in (tiltaket(plan, "Workshops"), tiltaket(plan, "Fylkespartiet skal"))] == [
        "1.1c",
        "1.1b",
    ]
    assert tiltaket(plan, "Workshops").foelges_opp_av == styremedlem
    assert meldt(plan) == {
        ("Workshops om", "2025"): ["gjennomfoert"],
        ("Fylkespartie", "2025"): ["delvis"],
        ("Bidra i aksj", "2025"): ["gjennomfoert"],
        ("Bidra i aksj", "2026"): ["paagaar", "utgaar"],
        ("Nettverkene ", "2025"): ["ikke_gjennomfoert"],
    }


def test_what_goes_out_is_marked_from_the_day_and_leaves_nothing_to_be_overdue(plan, meldinger):
    flett(importer(revidert(*REVISJONEN), revisjon_av=plan), beslutning())

    ute = tiltaket(plan, "Bidra i aksjoner")
    assert (ute.utgaatt, ute.maal.nummer) == (AARSMOETET, "1.1")
    assert [(termin.noekkel, termin.status) for termin in ute.terminer.order_by("foerste")] == [
        ("2025", Status.GJENNOMFOERT),
        ("2026", Status.UTGAAR),
    ]
    siste = ute.terminer.get(noekkel="2026").logg.first()
    assert siste.merknad == "Tatt ut av planen 28. februar 2026 (Årsmøtet). Vedtak i sak 7"


def test_a_new_goal_and_a_new_measure_are_in_their_place_and_asked_for_from_the_day_on(plan, meldinger):
    dok = revidert(*REVISJONEN, ("1.1d\tDelta", f"{LESERINNLEGG}\tÅrlig\n1.1e\tDelta"))
    flett(importer(dok, revisjon_av=plan), beslutning())

    ny = tiltaket(plan, "Skrive leserinnlegg")
    assert (ny.innfoert, noekler(ny)) == (AARSMOETET, ["2026", "2027", "2028"])
    klima = tiltaket(plan, "Lage klimaplan")
    assert (klima.maal.nummer, klima.maal.forelder.nummer, klima.tilsvarer) == ("1.2", "1", None)
    assert (klima.maal.innfoert, klima.innfoert) == (AARSMOETET, AARSMOETET)
    nummer = [maal.nummer for maal in plan.maal.gjeldende()]
    assert nummer[:6] == ["1", "1.1", "1.2", "1.3", "1.4", "2"]


def test_a_changed_phrase_holds_from_the_day_of_the_decision_on(plan):
    dok = revidert(("per år, med premie.\tÅrlig", "per år, med premie.\tHalvårlig"))
    flett(importer(dok, revisjon_av=plan), beslutning())

    assert noekler(tiltaket(plan, "Gjennomføre vervekampanje")) == [
        "2025",
        *(f"{aar}-H{halvaar}" for aar in (2026, 2027, 2028) for halvaar in (1, 2)),
    ]


def test_a_year_outside_the_period_that_the_words_no_longer_name_is_asked_about_no_more(plan):
    foer = noekler(tiltaket(plan, "Revidere komm"))
    flett(importer(revidert(*REVISJONEN), revisjon_av=plan), beslutning())

    assert (foer, noekler(tiltaket(plan, "Revidere komm"))) == (["2024", "2026"], ["2027"])


def test_the_figures_of_a_year_past_are_as_they_were(plan, meldinger):
    rapport = Rapport.objects.create(
        aar=2025, fra=date(2025, 1, 1), til=date(2025, 12, 31), plan=plan, publisert=timezone.now()
    )

    def figurene():
        innhold = rapportinnhold(rapport, plan, date(2026, 6, 1))
        return (
            innhold.figurer,
            innhold.antall_tiltak,
            len(innhold.ikke_gjort),
            len(innhold.gjort_senere),
            len(innhold.venter),
        )

    foer = figurene()
    dok = revidert(
        *REVISJONEN,
        ("en gang per år, med premie.\tÅrlig", "en gang per år, med premie.\tMars, årlig"),
        ("1.1d\tDelta", f"{LESERINNLEGG}\tMånedlig\n1.1e\tDelta"),
    )
    flett(importer(dok, revisjon_av=plan), beslutning())

    assert figurene() == foer


def test_one_edition_and_one_log_tell_what_was_changed_and_by_whom(plan, sekretaer):
    dok = revidert(*REVISJONEN[:5])
    flett(importer(dok, revisjon_av=plan), beslutning(av=sekretaer))

    ny = Planutgave.objects.latest("pk")
    assert (ny.gjelder_fra, ny.organ, ny.grunn, ny.av, ny.innhold) == (
        AARSMOETET,
        Organ.AARSMOETET,
        "Vedtak i sak 7",
        sekretaer,
        skal_si(dok),
    )
    assert list(Ordlydsendring.objects.order_by("pk").values_list("utgave", "hva", "felt", "foer", "etter")) == [
        (ny.pk, "Arbeidsplan 2025-2028", "undertittel", "Forslag til årsmøtet", "Revidert på årsmøtet 2026"),
        (ny.pk, "Tiltak 1.1a", "ordlyd", "Revidere kommunikasjonsstrategi", "Revidere kommunikasjonsstrategien"),
        (ny.pk, "Tiltak 1.1a", "gjennomføring", "2024 og 2026", "2027"),
        (ny.pk, "Tiltak 1.1b", "kode", "1.1b", "1.1c"),
        (
            ny.pk,
            "Tiltak 1.1b",
            "ordlyd",
            "Workshoper om kommunikasjon på tvers av organer",
            "Workshops om kommunikasjon på tvers av organer",
        ),
        (ny.pk, "Tiltak 1.1c", "kode", "1.1c", "1.1b"),
        (
            ny.pk,
            "Tiltak 1.1e",
            "tatt ut",
            "1.1e\nBidra i aksjoner fra folkebevegelsene for saker SV er enige i\nGjennomføring: Årlig",
            "",
        ),
    ]


def test_a_move_is_told_by_what_it_stood_after(plan):
    foerste, annen = PLANEN[PLANEN.index("1a\tSette") : PLANEN.index("\n\n33\n")].splitlines()
    dok = revidert((f"{foerste}\n{annen}", f"{annen}\n{foerste}"))
    flett(importer(dok, revisjon_av=plan), beslutning())

    assert list(Ordlydsendring.objects.values_list("hva", "felt", "foer", "etter")) == [
        ("Tiltak 1b", "plass", "etter Tiltak 1a", "først i 1 Politisk mål")
    ]


def test_nothing_is_worked_in_without_a_decision(plan):
    utkast = importer(revidert(*REVISJONEN), revisjon_av=plan)
    foer = sier(plan)

    with pytest.raises(ManglerBeslutning):
        flett(utkast, None)

    assert (sier(Plan.objects.get(pk=plan.pk)), Plan.objects.count()) == (foer, 2)


def test_a_document_that_says_the_same_makes_no_edition(plan):
    flett(importer(revidert(), revisjon_av=plan), beslutning())

    assert (Planutgave.objects.count(), Ordlydsendring.objects.count(), Plan.objects.count()) == (1, 0, 1)


def test_a_plan_changed_after_the_comparison_is_not_written_over(plan):
    utkast = importer(revidert(*REVISJONEN), revisjon_av=plan)
    Tiltak.objects.filter(pk=tiltaket(plan, "Workshoper").pk).update(tekst="Noe ganske annet")

    with pytest.raises(AvtrykketErGammelt):
        flett(utkast, beslutning())

    assert tiltaket(plan, "Noe ganske annet").kode == "1.1b"


def test_a_reading_changed_after_the_comparison_is_not_written_over(plan):
    utkast = importer(revidert(*REVISJONEN), revisjon_av=plan)
    velg(tiltaket(plan, "Workshoper"), les("Årlig"))

    with pytest.raises(AvtrykketErGammelt):
        flett(utkast, beslutning())


def test_what_the_secretary_looked_at_must_be_what_is_worked_in(plan):
    with pytest.raises(AvtrykketErGammelt):
        flett(importer(revidert(*REVISJONEN), revisjon_av=plan), beslutning(), sett="noe annet")


def test_a_draft_revised_by_a_draft_needs_no_decision_and_keeps_no_log(db, styremedlem):
    plan = importer(revidert())
    meld(tiltaket(plan, "Nettverkene skal"), "2025", Status.PAAGAAR)
    meld(tiltaket(plan, "Bidra i aksjoner"), "2026", Status.PAAGAAR)
    dok = revidert(*REVISJONEN)
    flett(importer(dok, revisjon_av=plan), None)

    assert Plan.objects.get() == plan
    assert sier(Plan.objects.get()) == skal_si(dok)
    assert (Planutgave.objects.count(), Ordlydsendring.objects.count()) == (0, 0)
    assert meldt(plan) == {("Nettverkene ", "2025"): ["paagaar"], ("Bidra i aksj", "2026"): ["paagaar", "utgaar"]}
    assert noekler(tiltaket(plan, "Revidere kommunikasjonsstrategien")) == ["2027"]
    assert not Tiltak.objects.filter(tekst__startswith="Arrangere felles").exists()


def test_a_goal_that_goes_out_takes_its_measures_with_it_and_keeps_what_was_reported(plan, meldinger):
    hele = PLANEN[PLANEN.index("44 1.3 Sterke allianser") : PLANEN.index("51 2. Organisasjonsmål")]
    flett(importer(revidert((hele, "")), revisjon_av=plan), beslutning())

    maal = Maal.objects.get(plan=plan, overskrift="Sterke allianser")
    assert (maal.utgaatt, [ett.utgaatt for ett in maal.tiltak.all()]) == (AARSMOETET, [AARSMOETET] * 4)
    assert meldt(plan)[("Nettverkene ", "2025")] == ["ikke_gjennomfoert"]
    assert [ett.nummer for ett in plan.maal.all()][2:5] == ["1.2", "1.3", "2"]
    assert maal.avsnitt.count() == 2


def test_results_stay_with_the_goals_for_the_period(plan):
    maal = plan.periodemaal.get(tekst__contains="fire representanter")
    maal.resultater.create(antall=5)
    dok = revidert(("Få valgt inn minst fire representanter", "Få valgt inn minst fem representanter"))
    flett(importer(dok, revisjon_av=plan), beslutning())

    maal.refresh_from_db()
    assert (maal.antall, [ett.antall for ett in maal.resultater.all()]) == (5, [5])


def test_a_month_put_into_the_years_table_is_put_into_the_pattern(plan):
    antall = FastAktivitet.objects.count()
    flett(importer(revidert(("Mars\tLandsmøte\t", "Mars\tLandsmøte\tVårkonferanse")), revisjon_av=plan), beslutning())

    assert FastAktivitet.objects.count() == antall + 1
    assert FastAktivitet.objects.get(tittel="Vårkonferanse").maaned == 3


def test_what_was_settled_in_the_draft_comes_along(plan, sekretaer):
    utkast = importer(revidert(("i regi av SV\tÅrlig", "i regi av SV\tNår krafta kommer")), revisjon_av=plan)
    velg(tiltaket(utkast, "Delta på nasjonale kampanjer"), les("Mars, årlig"))
    utenfor = meld(tiltaket(utkast, "Revidere komm"), "2024", Status.UTGAAR, "Før perioden", sekretaer)
    Merknad.objects.filter(plan=utkast, hva="kode-to-ganger").update(avklart=True)
    Kildedokument.objects.create(plan=utkast, filnavn="revidert.txt", slag="txt", sha256="x")
    flett(utkast, beslutning())

    tiltak = tiltaket(plan, "Delta på nasjonale kampanjer")
    assert (tiltak.frist.bekreftet, noekler(tiltak)) == (True, ["2025", "2026-03", "2027-03", "2028-03"])
    termin = tiltaket(plan, "Revidere komm").terminer.get(noekkel="2024")
    assert (termin.status, list(termin.logg.values_list("status", "merknad", "av"))) == (
        Status.UTGAAR,
        [(Status.UTGAAR, "Før perioden", sekretaer.pk)],
    )
    assert not Termin.objects.filter(pk=utenfor.pk).exists()
    assert [ett.avklart for ett in Merknad.objects.filter(hva="kode-to-ganger")] == [True]
    assert Kildedokument.objects.get().plan == plan


def test_a_measure_dropped_from_the_draft_itself_is_no_hindrance(plan):
    utkast = importer(revidert(), revisjon_av=plan)
    ute = tiltaket(utkast, "Nettverkene skal")
    meld(ute, "2025", Status.PAAGAAR)
    Tiltak.objects.filter(pk=ute.pk).update(utgaatt=AARSMOETET)
    flett(utkast, beslutning())

    assert (Plan.objects.get(), Statusendring.objects.count()) == (plan, 0)
    assert tiltaket(plan, "Nettverkene skal").utgaatt == AARSMOETET


def stor_plan(antall, bytt=False):
    """A document with that many measures, all of them with other words and another code when `bytt`."""
    nytt, frist, koder = (" nå", "Halvårlig", "edcba") if bytt else ("", "Årlig", "abcde")
    linjer = ["Testlaget", "Arbeidsplan 2025-2028", "", "Mål", ""]
    for nr in range(1, antall // 5 + 1):
        linjer += [f"{nr}. Område nummer {nr}", "", f"Her står litt om område {nr}{nytt}.", "", HODE]
        sakene = zip(koder, ("to", "tre", "fem", "elleve", "tolv"), strict=True)
        linjer += [f"{nr}{kode}\tGjøre sak {nr} {sak} sammen{nytt}\t{frist}" for kode, sak in sakene]
        linjer.append("")
    return les_dokument("\n".join(linjer).encode())


def test_a_large_revision_costs_the_same_questions_as_a_small_one(db):
    brukt = []
    for antall in (30, 90):
        plan = importer(stor_plan(antall))
        assert Tiltak.objects.i_planen(plan).count() == antall
        utkast = importer(stor_plan(antall, bytt=True), revisjon_av=plan)
        Plan.objects.filter(pk=plan.pk).update(status=Plan.Status.VEDTATT)
        with CaptureQueriesContext(connection) as spoersmaal:
            flett(utkast, beslutning())
        brukt.append(len(spoersmaal))

    assert brukt[1] - brukt[0] <= 20  # what is written goes in portions
