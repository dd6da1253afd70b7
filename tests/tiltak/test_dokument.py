"""The county party's own plan, read whole: its figures, its tree, and the dictionary that others take it as."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tiltak.dokument import (
    Aktivitetsrad,
    Avsnitt,
    Innholdslinje,
    Maal,
    Periodemaal,
    Tiltak,
    les_dokument,
    som_json,
)

FIL = Path(__file__).parents[2] / "fixtures" / "arbeidsplan-2025-2028.txt"


@pytest.fixture(scope="module")
def dok():
    return les_dokument(FIL.read_bytes())


def test_the_front_says_whose_plan_it_is_and_for_which_years(dok):
    assert (dok.organisasjon, dok.tittel, dok.undertittel) == (
        "Innlandet SV",
        "Arbeidsplan 2025-2028",
        "Forslag til årsmøtet",
    )
    assert (dok.fra, dok.til) == (date(2025, 1, 1), date(2028, 12, 31))
    assert dok.innhold == (
        Innholdslinje("Innledning og visjon", 2, 13),
        Innholdslinje("Mål for perioden", 3, 14),
        Innholdslinje("Politisk mål", 3, 15),
        Innholdslinje("Organisatorisk mål", 5, 16),
        Innholdslinje("Aktivitet", 11, 17),
    )


def test_the_chapters_are_kept_with_their_headings(dok):
    assert [(k.slag, k.overskrift, k.margin, k.linje, len(k.avsnitt)) for k in dok.kapitler] == [
        ("innledning", "Innledning", 1, 19, 9),
        ("visjon", "Visjon 2025–2028", 13, 38, 4),
        ("periodemaal", "Mål for perioden", 20, 50, 0),
        ("maal", "Mål for perioden", 25, 57, 0),
        ("avslutning", "Aktivitet", 138, 306, 4),
        ("avslutning", "Aktivitetsplan", 145, 318, 0),
    ]


def test_the_four_goals_for_the_period_have_their_targets(dok):
    assert dok.periodemaal == (
        Periodemaal("Styrke og samle organisasjonen", 21, 21, 52),
        Periodemaal("Økt politisk gjennomslag", 22, 22, 53),
        Periodemaal(
            "Få valgt inn minst en representant fra hver valgkrets ved stortingsvalget 2025",
            23,
            23,
            54,
            antall=1,
            per_valgkrets=True,
            valg="stortingsvalg",
            valgaar=2025,
        ),
        Periodemaal(
            "Få valgt inn minst fire representanter ved fylkestingsvalget 2027",
            24,
            24,
            55,
            antall=4,
            valg="fylkestingsvalg",
            valgaar=2027,
        ),
    )


def test_the_fifteen_goals_stand_in_their_tree_with_their_49_measures(dok):
    assert [(m.nummer, m.forelder, m.overskrift, m.motto, len(m.tiltak)) for m in dok.maal] == [
        ("1", None, "Politisk mål", "Samling og lederskap på venstresida", 2),
        ("1.1", "1", "Tydelig politisk stemme", "", 5),
        ("1.2", "1", "Politisk innflytelse", "", 2),
        ("1.3", "1", "Sterke allianser", "", 4),
        ("2", None, "Organisasjonsmål", "En åpen og inkluderende organisasjon", 0),
        ("2.1", "2", "Bygge fylkeslaget", "", 0),
        ("2.1.1", "2.1", "God ledelse av fylkeslaget", "", 5),
        ("2.1.2", "2.1", "Et mangfoldig fylkeslag", "", 3),
        ("2.1.3", "2.1", "Et fylkeslag med innflytelse", "", 5),
        ("2.1.4", "2.1", "God informasjon i og fra fylkeslaget", "", 4),
        ("2.1.5", "2.1", "SU og medlemmer under 40 år", "", 3),
        ("2.2", "2", "Bygge lokallagene", "", 4),
        ("2.2.1", "2.2", "Muligheter for deltakelse og påvirkning i fylkeslaget", "", 2),
        ("2.2.2", "2.2", "Skolering og ideutveksling i fylkeslaget", "", 4),
        ("2.3", "2", "En aktiv organisasjon", "", 6),
    ]
    assert len(dok.tiltak) == 49


def test_one_goal_as_a_whole(dok):
    assert dok.maal[3] == Maal(
        nummer="1.3",
        forelder="1",
        overskrift="Sterke allianser",
        margin=44,
        margin_til=44,
        linje=103,
        avsnitt=(
            Avsnitt(
                "Innlandet SV skal være åpne for brede samarbeid og allianser for å få gjennomslag. Vi vil styrke"
                " samarbeidet med alle som deler vårt ønske om en politisk kurs til venstre. Vi skal også aktiv støtte"
                " opp om de som arbeider for SVs verdier og politiske målsetninger.",
                False,
                45,
                47,
                105,
            ),
            Avsnitt(
                "Innlandet SV skal spesielt jobbe for en god dialog og samarbeid med miljøbevegelsen, fagbevegelsen,"
                " freds- og solidaritets-bevegelsen, kvinnebevegelsen og faglaga i landbruket.",
                False,
                48,
                49,
                109,
            ),
        ),
        tiltak=(
            Tiltak("1.3a", "Møte aktuelle organisasjoner i fylket (Valgkampgruppa?)", "Halvårlig", "", 113),
            Tiltak(
                "1.3b",
                "Bistå/oppfordre lokallaga i å opprette kontakt med organisasjoner i kommunen",
                "2024 og 2026",
                "",
                114,
            ),
            Tiltak("1.3c", "Arrangere felles aktivitet med aktuelle organisasjoner", "2025", "", 115),
            Tiltak("1.3d", "Nettverkene skal lage oversikt over aktuelle samarbeid for sine temaer", "Årlig", "", 116),
        ),
    )


def test_twenty_phrases_say_when(dok):
    assert Counter(tiltak.gjennomfoering for tiltak in dok.tiltak) == {
        "Hele perioden": 11,
        "Årlig": 9,
        "2024 og 2026": 5,
        "2025": 5,
        "Kontinuerlig": 3,
        "2024": 2,
        "Halvårlig": 1,
        "Månedlig": 1,
        "Månedlig / ved behov": 1,
        "Mars, årlig": 1,
        "Mars 2024": 1,
        "April 2024": 1,
        "April 2025": 1,
        "Februar/mars 2024": 1,
        "April/mai årlig": 1,
        "Første halvår 2025": 1,
        "Første halvår etter årsmøtet": 1,
        "Første FS-møte etter årsmøtet": 1,
        "Første FS-møte etter årsmøtet, årlig": 1,
        "Etter årsmøteperioden": 1,
    }


def test_the_yearly_pattern_has_twelve_months_and_sixteen_filled_cells(dok):
    assert dok.aktivitetsplan == (
        Aktivitetsrad("Januar", "Nominasjons- og årsmøter lokallag", "Årsmøter i lokallag", 321),
        Aktivitetsrad("Februar", "Årsmøte", "Årsmøte", 322),
        Aktivitetsrad("Mars", "Landsmøte", "", 323),
        Aktivitetsrad("April", "", "Regionale arrangementer", 324),
        Aktivitetsrad("Mai", "Vårslepp / Valgkampstart", "Vårslepp", 325),
        Aktivitetsrad("Juni", "", "Regionale arrangementer", 326),
        Aktivitetsrad("Juli", "", "", 327),
        Aktivitetsrad("August", "Valgkamp", "Vervekampanje", 328),
        Aktivitetsrad("September", "Valg", "Regionale arrangementer", 329),
        Aktivitetsrad("Oktober", "Repskap og orgsem", "Repskap og orgsem", 330),
        Aktivitetsrad("November", "", "Nominasjonsmøte fylket", 331),
        Aktivitetsrad("Desember", "", "", 332),
    )
    assert sum(bool(celle) for rad in dok.aktivitetsplan for celle in (rad.valgaar, rad.mellomaar)) == 16


def test_as_a_dictionary_it_has_the_promised_shape(dok):
    svar = som_json(dok, forstaatt=lambda frist: frist == "Årlig")

    assert list(svar) == [
        "tittel",
        "fra",
        "til",
        "innledning",
        "visjon",
        "periodemaal",
        "maal",
        "kapitler",
        "faste_aktiviteter",
        "merknader",
    ]
    assert (svar["tittel"], svar["fra"], svar["til"]) == ("Arbeidsplan 2025-2028", "2025-01-01", "2028-12-31")
    assert [len(svar[felt]) for felt in ("innledning", "visjon", "periodemaal", "maal", "faste_aktiviteter")] == [
        9, 4, 4, 15, 12,
    ]  # fmt: skip
    assert svar["visjon"][0] == "Et sterkt og samlet fylkeslag for økt politisk gjennomslag."
    assert svar["maal"][0]["motto"] == "Samling og lederskap på venstresida"
    assert svar["maal"][1]["tiltak"][3] == {
        "kode": "1.1d",
        "tekst": "Delta på nasjonale kampanjer i regi av SV",
        "gjennomfoering": "Årlig",
        "ansvarlig": "",
        "forstaatt": True,
        "linje": 88,
    }
    assert sum(tiltak["forstaatt"] for maal in svar["maal"] for tiltak in maal["tiltak"]) == 9
    assert [(k["overskrift"], len(k["tekst"])) for k in svar["kapitler"]] == [("Aktivitet", 4), ("Aktivitetsplan", 0)]
    assert svar["faste_aktiviteter"][2] == {"maaned": "Mars", "valgaar": "Landsmøte", "mellomaar": ""}
    assert svar["merknader"][0] == {
        "linje": 16,
        "hva": "innhold-avviker",
        "tekst": dok.merknader[0].tekst,
    }
