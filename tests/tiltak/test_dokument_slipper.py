"""The slips of a document are named with their line: all of the plan's own, and none that are no slips."""

from collections import Counter
from pathlib import Path

import pytest

from tiltak.dokument import Merknad, les_dokument
from tiltak.dokument.ordlyd import tall_uten_dekning

PLAN = (Path(__file__).parents[2] / "fixtures" / "arbeidsplan-2025-2028.txt").read_bytes()


def med(dok, hva):
    return [(merknad.linje, merknad.tekst) for merknad in dok.merknader if merknad.hva == hva]


def test_the_plans_own_slips_are_all_named_and_nothing_else():
    dok = les_dokument(PLAN, forstaatt=lambda frist: True)

    assert Counter(merknad.hva for merknad in dok.merknader) == {
        "innhold-avviker": 1,
        "overskrift-to-ganger": 1,
        "foer-perioden": 10,
        "tall-i-ordlyden": 3,
        "aapent-spoersmaal": 1,
        "slutter-midt-i": 1,
        "kode-to-ganger": 1,
    }
    assert med(dok, "kode-to-ganger") == [(301, "Koden 2.3d står to ganger: først på linje 300, så her.")]
    assert med(dok, "aapent-spoersmaal") == [(113, "1.3a har et åpent spørsmål: «(Valgkampgruppa?)».")]
    assert med(dok, "slutter-midt-i") == [(220, "2.1.5a slutter med «,». Mangler det noe?")]
    assert med(dok, "overskrift-to-ganger") == [
        (57, "«Mål for perioden» er overskrift to ganger: først på linje 50, så her.")
    ]
    assert med(dok, "innhold-avviker") == [
        (
            16,
            "Innholdsfortegnelsen sier «Organisatorisk mål», men overskriften på linje 120 er «Organisasjonsmål».",
        )
    ]


def test_the_ten_measures_before_the_period_are_named():
    dok = les_dokument(PLAN)

    koder = {tiltak.linje: tiltak.kode for tiltak in dok.tiltak}
    assert [koder[linje] for linje, _ in med(dok, "foer-perioden")] == [
        "1.1a", "1.3b", "2.1.1e", "2.1.2b", "2.1.4a", "2.1.4c", "2.1.4d", "2.1.5b", "2.2b", "2.2.2d",
    ]  # fmt: skip
    assert med(dok, "foer-perioden")[-1] == (
        278,
        "2.2.2d nevner 2024, før perioden 2025–2028 begynner: «Februar/mars 2024».",
    )


def test_numbers_in_the_wording_that_the_phrase_lacks():
    """In the plan the rule finds these three.

    1.1c ("tre særlig viktige … saker", Årlig), 2.2.2b ("tre årlige samlinger", Hele perioden) and 2.1.4d ("en
    nyhetssak hver i løpet av året", April 2024). It leaves 2.1.2a ("en årlig samling", Årlig), both 2.3d and 2.3e
    ("en gang i året", Årlig), whose phrase says the same, and 2.1.5b ("under 40 år"), which is an age.
    """
    dok = les_dokument(PLAN)

    assert med(dok, "tall-i-ordlyden") == [
        (87, "1.1c nevner «tre» i ordlyden, men gjennomføringen er «Årlig»."),
        (209, "2.1.4d nevner «hver i løpet av året» i ordlyden, men gjennomføringen er «April 2024»."),
        (276, "2.2.2b nevner «tre årlige» i ordlyden, men gjennomføringen er «Hele perioden»."),
    ]


@pytest.mark.parametrize(
    ("ordlyd", "frist", "funn"),
    [
        ("Holde fire møter", "Årlig", "fire"),
        ("Holde 4 møter", "Årlig", "4"),
        ("Holde fire møter", "Kvartalsvis", ""),
        ("Holde to samlinger", "Halvårlig", ""),
        ("Holde to samlinger", "2025 og 2027", ""),
        ("Holde to samlinger", "To ganger i året", ""),
        ("Holde møter, minst tre.", "2025", "tre"),
        ("Holde to møter to ganger i måneden", "Årlig", "to … ganger i måneden"),
        ("Halde møte kvart år", "Heile perioden", "kvart år"),
        ("Halde møte kvar månad", "Månadleg", ""),
        ("Holde en samling", "2025", ""),
        ("Samling for unge 18–30 år og alle under 40 år", "Årlig", ""),
        ("Feire 8. mars og 1. mai kl. 18 i uke 42", "Årlig", ""),
        ("Bruke 50 % av 25 000 kroner, se § 4 og punkt 2.1", "Årlig", ""),
        ("Følge opp valget 2027", "Årlig", ""),
        ("Ta del i aktiviteter gjennom året", "Hele perioden", ""),
        ("Få tatt toget", "Årlig", ""),
    ],
)
def test_the_rule_for_numbers(ordlyd, frist, funn):
    assert tall_uten_dekning(ordlyd, frist) == funn


def test_phrases_that_are_not_understood_are_named_when_somebody_can_tell():
    dok = les_dokument(PLAN, forstaatt=lambda frist: frist != "Etter årsmøteperioden")

    assert med(dok, "ikke-forstaatt") == [
        (
            241,
            "Appen forstår ikke «Etter årsmøteperioden», som er gjennomføringen av 2.2a. Sett datoene for hånd.",
        )
    ]


def test_other_slips_of_a_plan():
    tekst = """\
Arbeidsplan 2025-2028

Innhold
1.1 Stemme\t2
Økonomi og makt\t3

1. Politikk

Hva gjør vi (og hvem?).

\tTiltak\tGjennomføring
1a\tGjøre noe\t2029
2b\tGjøre mer\t
1c\t\tÅrlig
x\tTenke\tÅrlig

1.1 Stemme

1.3 Makt

2.1.1 Lag

1.1 Stemme
"""

    assert les_dokument(tekst.encode()).merknader == (
        Merknad(
            5, "innhold-avviker", "Innholdsfortegnelsen sier «Økonomi og makt», men det finnes ingen slik overskrift."
        ),
        Merknad(9, "aapent-spoersmaal", "Avsnittet har et åpent spørsmål: «(og hvem?)»."),
        Merknad(12, "etter-perioden", "1a nevner 2029, etter at perioden 2025–2028 er slutt: «2029»."),
        Merknad(13, "kode-under-annet-maal", "Tiltaket 2b står under mål 1."),
        Merknad(13, "uten-gjennomfoering", "2b har tom «Gjennomføring»."),
        Merknad(14, "uten-ordlyd", "1c har ingen ordlyd."),
        Merknad(15, "uten-kode", "Tiltaket under mål 1 har koden «x», som ikke er et nummer og en bokstav."),
        Merknad(19, "nummer-hopper", "Mål 1.3 kommer uten at mål 1.2 står foran."),
        Merknad(21, "nummer-hopper", "Mål 2.1.1 kommer uten at mål 2.1 står foran."),
        Merknad(23, "nummer-to-ganger", "Målnummeret 1.1 står to ganger: først på linje 17, så her."),
        Merknad(23, "overskrift-to-ganger", "«Stemme» er overskrift to ganger: først på linje 17, så her."),
    )  # fmt: skip


def test_a_measure_without_a_code_is_named_by_how_its_wording_begins():
    rader = f"\tHolde kurs\tSnart\n\t{'Ringe alle ' * 9}\tSnart\n1a\tMøte\tSnart\n"
    innhold = f"Arbeidsplan 2025-2028\n\n1. Politikk\n\n\tTiltak\tGjennomføring\n{rader}"

    merknader = les_dokument(innhold.encode(), forstaatt=lambda frist: False).merknader

    lang = "«Ringe alle Ringe alle Ringe alle Ringe alle Ringe alle Ringe …»"
    assert [m.tekst for m in merknader if m.hva == "ikke-forstaatt"] == [
        f"Appen forstår ikke «Snart», som er gjennomføringen av {navn}. Sett datoene for hånd."
        for navn in ("«Holde kurs»", lang, "1a")
    ]
