"""The plan's own document in the database: its figures, its wording, its lines, its terminer."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aktivitet.models import FastAktivitet
from tests.conftest import PLANFIL
from tiltak.dokument import UlesbartDokument, les_dokument
from tiltak.dokument.plandokument import Filslag
from tiltak.frist import les
from tiltak.importering import bekreft_plan, importer
from tiltak.models import (
    Aktivitetsrad,
    Avsnitt,
    Frist,
    Kapittel,
    Maal,
    Merknad,
    Periodemaal,
    Plan,
    Termin,
    Tiltak,
)

PLANEN = PLANFIL.read_text(encoding="utf-8")
# A prose line as the export writes it: "- 5 • Årsmøtet …", "14 Et sterkt …", "33".
NUMMERERT = re.compile(r"\s*(?:-\s+)?(\d+)(?:\s+(?:•\s*)?(.*?))?\s*\Z")


@pytest.fixture
def dok():
    return les_dokument(PLANFIL.read_bytes())


@pytest.fixture
def plan(db, dok):
    return importer(dok)


def lagrede_tekster(plan):
    """Every stored sentence of the plan outside the tables, with its first and last line in the margin."""
    kapitler = Kapittel.objects.filter(plan=plan)
    maal = Maal.objects.filter(plan=plan)
    yield from ((ett.linje, ett.linje, ett.overskrift) for ett in kapitler)
    yield from ((ett.linje, ett.linje, f"{ett.nummer} {ett.overskrift}") for ett in maal)
    yield from ((ett.motto_linje, ett.motto_linje, ett.motto) for ett in maal if ett.motto)
    yield from ((ett.linje, ett.linje, ett.tekst) for ett in Periodemaal.objects.filter(plan=plan))
    for avsnitt in Avsnitt.objects.filter(kapittel__plan=plan) | Avsnitt.objects.filter(maal__plan=plan):
        yield avsnitt.linje_fra, avsnitt.linje_til, avsnitt.tekst


def marginen():
    """The document's numbered lines as they are written: {number: wording}. "1. Politisk" is a numbered heading."""
    linjer = {}
    for rad in PLANEN.splitlines():
        treff = NUMMERERT.match(rad) if "\t" not in rad else None
        if treff and int(treff[1]) == len(linjer) + 1:
            linjer[int(treff[1])] = treff[2] or ""
    return linjer


def test_the_plan_is_stored_as_a_draft_with_its_title_and_period(plan):
    assert (plan.tittel, plan.undertittel, plan.organisasjon, plan.slug, plan.fra, plan.til, plan.status) == (
        "Arbeidsplan 2025-2028",
        "Forslag til årsmøtet",
        "Innlandet SV",
        "arbeidsplan-2025-2028",
        date(2025, 1, 1),
        date(2028, 12, 31),
        "utkast",
    )
    assert (plan.lagt_ut, plan.vedtatt_dag) == (False, None)


def test_the_plan_holds_the_figures_that_the_document_has(plan):
    ruter = [rute for rad in plan.aktivitetsrader.all() for rute in (rad.valgaar, rad.mellomaar) if rute]

    antall = {modell.__name__: modell.objects.count() for modell in (Periodemaal, Maal, Tiltak, Aktivitetsrad, Frist)}

    assert antall == {"Periodemaal": 4, "Maal": 15, "Tiltak": 49, "Aktivitetsrad": 12, "Frist": 49}
    assert len(ruter) == 16
    assert {maal.nummer: maal.tiltak.count() for maal in plan.maal.all()} == {
        "1": 2,
        "1.1": 5,
        "1.2": 2,
        "1.3": 4,
        "2": 0,
        "2.1": 0,
        "2.1.1": 5,
        "2.1.2": 3,
        "2.1.3": 5,
        "2.1.4": 4,
        "2.1.5": 3,
        "2.2": 4,
        "2.2.1": 2,
        "2.2.2": 4,
        "2.3": 6,
    }


def test_the_goals_hang_in_a_tree(plan):
    assert {maal.nummer: maal.forelder and maal.forelder.nummer for maal in plan.maal.all()} == {
        "1": None,
        "1.1": "1",
        "1.2": "1",
        "1.3": "1",
        "2": None,
        "2.1": "2",
        "2.1.1": "2.1",
        "2.1.2": "2.1",
        "2.1.3": "2.1",
        "2.1.4": "2.1",
        "2.1.5": "2.1",
        "2.2": "2",
        "2.2.1": "2.2",
        "2.2.2": "2.2",
        "2.3": "2",
    }


def test_every_measure_is_stored_letter_for_letter_in_the_documents_order(plan):
    rader = [rad.split("\t") for rad in PLANEN.splitlines() if re.match(r"\d[\d.]*[a-z]\t", rad)]

    lagret = [[ett.kode, ett.tekst, ett.gjennomfoering] for ett in Tiltak.objects.i_planens_rekkefoelge()]

    assert lagret == rader
    assert {ett.ansvarlig for ett in Tiltak.objects.all()} == {""}
    assert [PLANEN.splitlines()[ett.linje - 1].split("\t")[1] for ett in Tiltak.objects.i_planens_rekkefoelge()] == [
        rad[1] for rad in rader
    ]


def test_every_line_of_prose_is_in_exactly_one_stored_field(plan):
    linjer = marginen()
    tekster = {}
    for fra, til, tekst in lagrede_tekster(plan):
        for nr in range(fra, til + 1):
            assert nr not in tekster, f"linje {nr} er lagret to ganger"
            tekster[nr] = (fra, til, tekst)

    assert list(linjer) == list(range(1, 147))
    assert sorted(tekster) == [nr for nr, ordlyd in linjer.items() if ordlyd]
    for fra, til, tekst in set(tekster.values()):
        i_dokumentet = re.sub(r"^([\d.]*\d)\. ", r"\1 ", " ".join(linjer[nr] for nr in range(fra, til + 1)))
        assert tekst == i_dokumentet


def test_no_stored_sentence_holds_a_line_number_or_a_bullet(plan):
    setninger = [tekst for _, _, tekst in lagrede_tekster(plan)]
    setninger += Tiltak.objects.values_list("tekst", flat=True)

    assert [setning for setning in setninger if re.search(r"[•\n\t]|  ", setning)] == []
    assert [setning for setning in setninger if re.match(r"[-–]|\d+ ", setning)] == [
        "1 Politisk mål",
        "2 Organisasjonsmål",
    ]


def test_bullets_are_told_from_paragraphs(plan):
    punkter = Avsnitt.objects.filter(punkt=True).values_list("kapittel__slag", "linje_fra", "linje_til")

    assert list(punkter) == [("innledning", 5, 5), ("innledning", 6, 6), ("innledning", 7, 7), ("innledning", 8, 9)]


def test_the_goals_for_the_period_carry_their_targets(plan):
    assert list(plan.periodemaal.values_list("tekst", "linje", "antall", "per_valgkrets", "valg", "valgaar")) == [
        ("Styrke og samle organisasjonen", 21, None, False, "", None),
        ("Økt politisk gjennomslag", 22, None, False, "", None),
        (
            "Få valgt inn minst en representant fra hver valgkrets ved stortingsvalget 2025",
            23,
            1,
            True,
            "stortingsvalg",
            2025,
        ),
        ("Få valgt inn minst fire representanter ved fylkestingsvalget 2027", 24, 4, False, "fylkestingsvalg", 2027),
    ]


def test_the_twenty_phrases_are_stored_as_the_rules_they_are_read_as(plan):
    regler = {frist.tiltak.gjennomfoering: frist.regel for frist in Frist.objects.select_related("tiltak")}

    assert len(regler) == 20
    assert regler == {frase: les(frase).to_dict() for frase in regler}
    assert {frist.les_regel() for frist in Frist.objects.all()} == {les(frase) for frase in regler}


def test_the_deadlines_give_the_terminer_of_the_period(plan):
    inne = Termin.objects.i_planen(plan).i_figurene()

    assert Termin.objects.count() == 236
    assert Termin.objects.filter(utenfor=True).count() == 10
    assert Counter(termin.siste.year for termin in inne) == {2025: 62, 2026: 58, 2027: 53, 2028: 53}


def test_the_documents_slips_are_stored_with_their_line(plan, dok):
    assert list(Merknad.objects.values_list("linje", "hva", "tekst")) == [
        (ett.linje, ett.hva, ett.tekst) for ett in dok.merknader
    ]
    slag = Counter(Merknad.objects.values_list("hva", flat=True))
    assert slag["foer-perioden"] == 10
    assert {
        "kode-to-ganger",
        "aapent-spoersmaal",
        "innhold-avviker",
        "overskrift-to-ganger",
        "tall-i-ordlyden",
    } <= set(slag)


def test_a_phrase_that_is_not_understood_is_kept_with_an_empty_deadline_and_no_termin(db):
    tekst = PLANEN.replace("Kontinuerlig", "Når krafta kommer")

    plan = importer(les_dokument(tekst.encode(), lambda frase: les(frase) is not None))

    ukjente = Frist.objects.filter(regel__isnull=True, tiltak__maal__plan=plan)
    assert [frist.tiltak.kode for frist in ukjente.order_by("pk")] == ["1.2a", "2.1.4b", "2.1.5a"]
    assert {frist.tiltak.gjennomfoering for frist in ukjente} == {"Når krafta kommer"}
    assert Termin.objects.filter(tiltak__frist__regel__isnull=True).count() == 0
    assert Termin.objects.count() == 236 - 3 * 4
    assert plan.merknader.filter(hva="ikke-forstaatt").count() == 0  # the deadline itself says so


def test_a_second_import_of_the_same_title_gets_an_address_of_its_own(plan, dok):
    assert [importer(dok).slug, importer(dok).slug] == ["arbeidsplan-2025-2028-2", "arbeidsplan-2025-2028-3"]
    assert Plan.objects.count() == 3


def test_the_address_writes_norwegian_letters_and_dashes_as_plain_ones(db, dok):
    plan = importer(replace(dok, tittel="Årlig handlingsplan for Røros og Ærdal 2025–2028"))

    assert plan.slug == "arlig-handlingsplan-for-roros-og-aerdal-2025-2028"


def test_an_import_takes_the_same_queries_for_one_measure_and_for_ten_times_as_many(db, dok):
    def ti_ganger(maal):
        return replace(maal, tiltak=maal.tiltak * 10)

    stort = replace(dok, tittel="Stor plan 2025-2028", maal=tuple(ti_ganger(maal) for maal in dok.maal))
    with CaptureQueriesContext(connection) as lite_sett:
        importer(dok)

    with CaptureQueriesContext(connection) as stort_sett:
        importer(stort)

    assert Tiltak.objects.count() == 49 * 11
    lest = [sum(rad["sql"].startswith("SELECT") for rad in sett) for sett in (lite_sett, stort_sett)]
    assert lest[0] == lest[1] <= 6
    assert len(lite_sett) <= 40
    # Rows are written in batches, so ten times as many take some more statements, but not one for each.
    assert len(stort_sett) <= 80


@pytest.mark.parametrize(
    ("endring", "setning"),
    [
        (
            {"undertittel": "x" * 201},
            "Linje 1: «undertittel» er på 201 tegn, men det er bare plass til 200. Kort ned teksten og prøv igjen.",
        ),
        (
            {"fra": date(1990, 1, 1)},
            (
                "Perioden 1990–2028 kan ikke være rett: en plan gjelder for høyst 20 år mellom 2000 og 2099. "
                "Rett tittelen i dokumentet og prøv igjen."
            ),
        ),
        (
            {"til": date(2045, 12, 31)},
            (
                "Perioden 2025–2045 kan ikke være rett: en plan gjelder for høyst 20 år mellom 2000 og 2099. "
                "Rett tittelen i dokumentet og prøv igjen."
            ),
        ),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_stored(db, dok, endring, setning):
    with pytest.raises(UlesbartDokument) as feil:
        importer(replace(dok, **endring))

    assert feil.value.setning == setning
    assert Plan.objects.count() == 0


@pytest.mark.parametrize(
    ("filslag", "sted"),
    [
        (Filslag.TEKST, "Linje 302: "),
        (Filslag.WORD, "Avsnitt 302: "),
        (Filslag.REGNEARK, "Rad 302: "),
        (Filslag.JSON, ""),
    ],
)
def test_a_measure_that_is_too_long_is_named_by_its_place_and_nothing_is_stored(db, dok, filslag, sted):
    siste = dok.maal[-1]
    for_langt = replace(siste.tiltak[-1], tekst="x" * 5001)
    maal = (*dok.maal[:-1], replace(siste, tiltak=(*siste.tiltak[:-1], for_langt)))

    with pytest.raises(UlesbartDokument) as feil:
        importer(replace(dok, maal=maal, filslag=filslag))

    assert feil.value.setning == (
        f"{sted}«ordlyd» er på 5001 tegn, men det er bare plass til 5000. Kort ned teksten og prøv igjen."
    )
    assert (Plan.objects.count(), Kapittel.objects.count(), Maal.objects.count()) == (0, 0, 0)


def test_goals_with_the_same_number_keep_their_measures_apart(db, dok):
    """A slip in the document: the parent is the latest one above."""
    to_ganger = (*dok.maal, replace(dok.maal[0], linje=400), replace(dok.maal[1], linje=401))

    plan = importer(replace(dok, maal=to_ganger))

    eldste, nyeste = plan.maal.filter(nummer="1.1")
    assert (eldste.forelder.nr, nyeste.forelder.nr) == (1, 16)
    assert (eldste.tiltak.count(), nyeste.tiltak.count()) == (5, 5)


def test_a_confirmed_plan_is_in_force_and_its_months_are_the_fixed_pattern(plan):
    bekreft_plan(plan, date(2025, 3, 1))

    plan.refresh_from_db()
    assert (plan.status, plan.vedtatt_dag) == ("vedtatt", date(2025, 3, 1))
    assert Plan.objects.gjeldende(date(2026, 5, 5)) == plan
    assert set(FastAktivitet.objects.values_list("maaned", "aarstype", "fra_tekst")) >= {
        (2, "begge", "Årsmøte"),
        (9, "valgaar", "Valg"),
        (11, "mellomaar", "Nominasjonsmøte fylket"),
    }
