"""Plans of other shapes, small and made up: what each rule of reading gives, as a whole."""

from datetime import date

import pytest

from tiltak.dokument import (
    Aktivitetsrad,
    Avsnitt,
    Kapittel,
    Maal,
    Merknad,
    Periodemaal,
    Plandokument,
    Tiltak,
    les_dokument,
)

UTEN_MARG = """\
Telemark SV
Handlingsplan
2026–2027

Innleiing
Planen gjeld for heile
laget.

Mål for perioden
- Bli fleire
- Få valt inn minst to representantar ved kommunestyrevalet 2027

1. Politikk
Saman er vi sterke

Vi skal:
• vinne
• bli høyrde
  over alt

\tTiltak\tGjennomføring\tAnsvarleg
1a\tHalde møte\tKvart år\tStyret
1b\tSkrive brev\tLøpande

1.1 Klima og miljø i heile
fylket
Vi vil verne natur.

Aktivitetsplan

Månad\tValår\tMellomår
Mai\tFest\t

Avslutting

Lykke til!
"""


def test_a_plan_in_nynorsk_without_numbers_in_the_margin():
    assert les_dokument(UTEN_MARG.encode()) == Plandokument(
        organisasjon="Telemark SV",
        tittel="Handlingsplan 2026–2027",
        undertittel="",
        fra=date(2026, 1, 1),
        til=date(2027, 12, 31),
        innhold=(),
        kapitler=(
            Kapittel(
                "innledning",
                "Innleiing",
                None,
                None,
                5,
                (Avsnitt("Planen gjeld for heile laget.", False, None, None, 6),),
            ),
            Kapittel("periodemaal", "Mål for perioden", None, None, 9),
            Kapittel("avslutning", "Aktivitetsplan", None, None, 29),
            Kapittel("avslutning", "Avslutting", None, None, 34, (Avsnitt("Lykke til!", False, None, None, 36),)),
        ),
        periodemaal=(
            Periodemaal("Bli fleire", None, None, 10),
            Periodemaal(
                "Få valt inn minst to representantar ved kommunestyrevalet 2027",
                None,
                None,
                11,
                antall=2,
                valg="kommunestyrevalg",
                valgaar=2027,
            ),
        ),
        maal=(
            Maal(
                "1",
                None,
                "Politikk",
                None,
                None,
                13,
                motto="Saman er vi sterke",
                avsnitt=(
                    Avsnitt("Vi skal:", False, None, None, 16),
                    Avsnitt("vinne", True, None, None, 17),
                    Avsnitt("bli høyrde over alt", True, None, None, 18),
                ),
                tiltak=(
                    Tiltak("1a", "Halde møte", "Kvart år", "Styret", 22),
                    Tiltak("1b", "Skrive brev", "Løpande", "", 23),
                ),
            ),
            Maal(
                "1.1",
                "1",
                "Klima og miljø i heile fylket",
                None,
                None,
                25,
                avsnitt=(Avsnitt("Vi vil verne natur.", False, None, None, 27),),
            ),
        ),
        aktivitetsplan=(Aktivitetsrad("Mai", "Fest", "", 32),),
        tomme_linjer=(),
        merknader=(Merknad(23, "antall-felt", "Raden har 3 felt, ikke 4. De siste er lest som tomme."),),
    )


def plan(kropp, forside="Arbeidsplan 2025-2028"):
    """A plan with one goal and one measure, and `kropp` below."""
    return f"{forside}\n\n1. Politikk\n\n\tTiltak\tGjennomføring\n1a\tGjøre noe\t2025\n\n{kropp}".encode()


@pytest.mark.parametrize(
    ("linjer", "avsnitt"),
    [
        (["Vi støtter freds-", "og miljøbevegelsen."], "Vi støtter freds- og miljøbevegelsen."),
        (["Vi vil ha SV-", "politikk."], "Vi vil ha SV-politikk."),
        (["Vi vil sam\u00ad", "arbeide."], "Vi vil sam\u00adarbeide."),
        (["Vi vil mye –", "og vi får det til."], "Vi vil mye – og vi får det til."),
        (["Vi vil mye", "– og vi får det til."], "Vi vil mye – og vi får det til."),
        (["Vi  vil", "   mye   "], "Vi  vil mye"),
        (["Etter valget i", "2027 blir vi flere."], "Etter valget i 2027 blir vi flere."),
        (["2027 blir et valgår."], "2027 blir et valgår."),
        (["Vi øker med", "1.1 prosent i året."], "Vi øker med 1.1 prosent i året."),
        (["1. mai er vår dag."], "1. mai er vår dag."),
        (["5 Nye lag skal stiftes"], "5 Nye lag skal stiftes"),
    ],
)
def test_the_lines_of_a_paragraph_are_joined(linjer, avsnitt):
    maal = les_dokument(plan("1.1 Stemme\n\n" + "\n".join(["Først:", "", *linjer, "", "1.2 Lag"]))).maal[-2]

    assert [a.tekst for a in maal.avsnitt] == ["Først:", avsnitt]


def test_a_word_that_may_be_divided_is_pointed_out():
    dok = les_dokument(plan("1.1 Stemme\n\nVi vil ha SV-\npolitikk."))

    assert dok.merknader == (
        Merknad(10, "delt-ord", "Linja slutter med bindestrek. Ordet er lest som «SV-politikk»."),
    )


def test_content_that_begins_with_a_number_is_not_taken_for_a_margin_number():
    tekst = (
        "Arbeidsplan 2025-2028\n\n1 Innledning\n\n2 2025 er et valgår, og\n3 12 lag stiller liste.\n\n"
        "4 1. Politikk\n\n\tTiltak\tGjennomføring\n1a\tGjøre noe\t2025\n\n5\n\n6 2 lag er nye.\n"
    )

    dok = les_dokument(tekst.encode())

    assert [a.tekst for a in dok.kapitler[0].avsnitt] == ["2025 er et valgår, og 12 lag stiller liste."]
    assert [(a.tekst, a.margin_fra, a.margin_til) for a in dok.maal[0].avsnitt] == [("2 lag er nye.", 6, 6)]
    assert (dok.tomme_linjer, dok.merknader) == ((5,), ())


def test_goals_numbered_without_a_dot_are_not_taken_for_margin_numbers():
    tekst = (
        "Arbeidsplan 2025-2028\n\nInnledning\n\nVi vil mye, og vi\nskal få det til\nsammen.\n\n"
        "1 Politikk\n\nVi vil.\n\n\tTiltak\tGjennomføring\n1a\tGjøre noe\t2025\n\n2 Organisasjon\n\nVi kan.\n"
    )

    dok = les_dokument(tekst.encode())

    assert [(m.nummer, m.overskrift, len(m.avsnitt)) for m in dok.maal] == [
        ("1", "Politikk", 1),
        ("2", "Organisasjon", 1),
    ]


def test_a_jump_in_the_margin_is_pointed_out_and_no_number_is_stored():
    tekst = (
        "Arbeidsplan 2025-2028\n\n1 Innledning\n\n2 Vi vil\n3 mye.\n\n5 Vi kan\n6 mye.\n7 1. Politikk\n\n"
        "\tTiltak\tGjennomføring\n1a\tGjøre noe\t2025\n"
    )

    dok = les_dokument(tekst.encode())

    assert [a.tekst for a in dok.kapitler[0].avsnitt] == ["Vi vil mye.", "Vi kan mye."]
    assert dok.merknader == (Merknad(8, "linjenummer", "Linjenummeret i margen hopper fra 3 til 5. Mangler det noe?"),)


def test_a_numbered_list_in_the_introduction_is_no_goal():
    dok = les_dokument(plan("", "Arbeidsplan 2025-2028\n\nInnledning\n\nPlanen har:\n1. Politikk\n2. Organisasjon"))

    assert [a.tekst for a in dok.kapitler[0].avsnitt] == ["Planen har:", "1. Politikk", "2. Organisasjon"]
    assert [m.nummer for m in dok.maal] == ["1"]


def test_page_numbers_and_running_heads_are_pointed_out_not_stored():
    dok = les_dokument(plan("1.1 Stemme\n\nArbeidsplan 2025-2028\n\n12\n\nVi vil.\n"))

    assert [a.tekst for a in dok.maal[-1].avsnitt] == ["Vi vil."]
    assert [(m.linje, m.tekst) for m in dok.merknader] == [
        (10, "Linja er ikke tatt med: «Arbeidsplan 2025-2028»."),
        (12, "Linja er ikke tatt med: «12»."),
    ]


@pytest.mark.parametrize(
    ("tekst", "maaltall"),
    [
        ("Økt politisk gjennomslag", (None, False, None, None)),
        ("Få inn én representant fra hver krets ved stortingsvalget i 2029", (1, True, "stortingsvalg", 2029)),
        ("Minst 12 kommunestyrerepresentanter ved kommunevalget 2027", (12, False, "kommunestyrevalg", 2027)),
        ("Få tre nye representanter", (3, False, None, None)),
        ("Vinne fylkestingsvalget", (None, False, None, None)),
        ("Stille tre lister ved fylkestingsvalget 2027", (None, False, "fylkestingsvalg", 2027)),
    ],
)
def test_a_target_is_read_only_where_it_is_stated(tekst, maaltall):
    dok = les_dokument(plan("", f"Arbeidsplan 2025-2028\n\nMål for perioden\n\n• {tekst}"))

    assert [(m.antall, m.per_valgkrets, m.valg, m.valgaar) for m in dok.periodemaal] == [maaltall]
