"""Nothing is dropped: each line of the plan is in one stored field, and odd lines are in a field or pointed out."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tiltak.dokument import UlesbartDokument, les_dokument

FIL = Path(__file__).parents[2] / "fixtures" / "arbeidsplan-2025-2028.txt"
TEKST = FIL.read_text(encoding="utf-8")
RADER = TEKST.split("\n")
MARGLINJE = re.compile(r"\s*(?:- )?(\d+)(?: • | |$)(.*)")  # the fixture's own layout, read apart from the reader


def tekster(dok):
    """Every stored text."""
    yield from (dok.organisasjon, dok.tittel, dok.undertittel)
    for linje in dok.innhold:
        yield from (linje.tekst, str(linje.side))
    for kapittel in dok.kapitler:
        yield kapittel.overskrift
        yield from (avsnitt.tekst for avsnitt in kapittel.avsnitt)
    yield from (maal.tekst for maal in dok.periodemaal)
    for maal in dok.maal:
        yield from (f"{maal.nummer} {maal.overskrift}", maal.motto)
        yield from (avsnitt.tekst for avsnitt in maal.avsnitt)
        for tiltak in maal.tiltak:
            yield from (tiltak.kode, tiltak.tekst, tiltak.gjennomfoering, tiltak.ansvarlig)
    for rad in dok.aktivitetsplan:
        yield from (rad.maaned, rad.valgaar, rad.mellomaar)


def felt_med_margin(dok):
    """(first margin number, last margin number, text as it stands in the document) of each field that has them."""
    for kapittel in dok.kapitler:
        yield kapittel.margin, kapittel.margin_til, kapittel.overskrift
    for maal in dok.periodemaal:
        yield maal.margin, maal.margin_til, maal.tekst
    for maal in dok.maal:
        punktum = "" if "." in maal.nummer else "."
        yield maal.margin, maal.margin_til, f"{maal.nummer}{punktum} {maal.overskrift}"
        if maal.motto:
            yield maal.motto_margin, maal.motto_margin, maal.motto
    for del_ in (*dok.kapitler, *dok.maal):
        for avsnitt in del_.avsnitt:
            yield avsnitt.margin_fra, avsnitt.margin_til, avsnitt.tekst


def test_each_of_the_146_lines_is_in_exactly_one_field():
    marg = {int(m[1]): m[2].strip() for m in map(MARGLINJE.fullmatch, RADER) if m}
    assert list(marg) == list(range(1, 147))

    dok = les_dokument(FIL.read_bytes())

    felt_paa_linje = defaultdict(list)
    for fra, til, tekst in felt_med_margin(dok):
        assert tekst == " ".join(marg[nummer] for nummer in range(fra, til + 1))
        for nummer in range(fra, til + 1):
            felt_paa_linje[nummer].append(tekst)
    assert {nummer: len(felt) for nummer, felt in felt_paa_linje.items()} == {n: 1 for n, t in marg.items() if t}
    assert dok.tomme_linjer == tuple(nummer for nummer, tekst in marg.items() if not tekst)
    assert len(dok.tomme_linjer) == 13


def test_each_table_row_is_in_the_file_as_it_is_stored():
    dok = les_dokument(FIL.read_bytes())

    for tiltak in dok.tiltak:
        assert RADER[tiltak.linje - 1] == f"{tiltak.kode}\t{tiltak.tekst}\t{tiltak.gjennomfoering}"
    for rad in dok.aktivitetsplan:
        assert RADER[rad.linje - 1] == f"{rad.maaned}\t{rad.valgaar}\t{rad.mellomaar}"
    rader = [rad for rad in RADER[18:] if "\t" in rad]
    hoder = [rad for rad in rader if "Gjennomføring" in rad or "Mellomår" in rad]
    assert (len(hoder), len(dok.tiltak) + len(dok.aktivitetsplan)) == (14, len(rader) - 14)


def test_no_stored_text_has_a_line_number_or_a_bullet_mark():
    dok = les_dokument(FIL.read_bytes())

    for tekst in tekster(dok):
        assert "•" not in tekst
        assert tekst == tekst.strip()
        assert "\n" not in tekst
        assert "\t" not in tekst
    prosa = [tekst for _, _, tekst in felt_med_margin(dok)]
    assert [tekst for tekst in prosa if re.match(r"\d+ ", tekst)] == []


def uten_marg(tekst):
    """The same plan without numbers in the margin."""
    rader = tekst.split("\n")
    for plass, rad in enumerate(rader):
        treff = MARGLINJE.fullmatch(rad)
        if treff:
            rader[plass] = ("• " if "•" in rad else "") + treff[2]
    return "\n".join(rader)


def uten_margtall(dok):
    """The same document as if it had no numbers in the margin."""

    def glem(del_):
        return replace(
            del_,
            margin=None,
            margin_til=None,
            avsnitt=tuple(replace(avsnitt, margin_fra=None, margin_til=None) for avsnitt in del_.avsnitt),
        )

    return replace(
        dok,
        kapitler=tuple(glem(kapittel) for kapittel in dok.kapitler),
        periodemaal=tuple(replace(maal, margin=None, margin_til=None) for maal in dok.periodemaal),
        maal=tuple(replace(glem(maal), motto_margin=None) for maal in dok.maal),
        tomme_linjer=(),
    )


def test_a_plan_without_numbers_in_the_margin_reads_the_same():
    dok = les_dokument(uten_marg(TEKST).encode())

    assert dok == uten_margtall(les_dokument(FIL.read_bytes()))


@pytest.mark.parametrize(
    "skriv_om",
    [
        lambda tekst: "\ufeff" + tekst,
        lambda tekst: tekst.replace("\n", "\r\n"),
        lambda tekst: tekst.replace("\n", "\r"),
        lambda tekst: re.sub(r"(?m)(?<=[^\t\n])$", "  ", tekst),
        lambda tekst: tekst.replace("å", "a\u030a"),
        lambda tekst: tekst.replace("•", "\uf0b7"),
        lambda tekst: tekst.replace("skal", "sk\u200bal"),
        lambda tekst: re.sub(r"(?m)^(\d+) ", r"\1\t", tekst),
    ],
    ids=["bom", "crlf", "cr", "trailing", "nfd", "symbolfont", "zerowidth", "tab-after-number"],
)
def test_what_is_only_in_the_file_makes_no_difference(skriv_om):
    assert les_dokument(skriv_om(TEKST).encode()) == les_dokument(FIL.read_bytes())


RARE_LINJER = [
    "Noe helt annet",
    "2025 er et valgår.",
    "2025 er et valgår",
    "12",
    "147",
    "17 folk møtte opp",
    "Arbeidsplan 2025-2028",
    "Innlandet SV",
    "• Et punkt til",
    "- 5 • Et punkt til",
    "•",
    "3. Et mål til",
    "2.1.9 Et mål til",
    "1.1 Tydelig politisk stemme",
    "Mål for perioden",
    "Innhold",
    "Politisk mål\t3",
    "9z\tEt tiltak til",
    "9z\tEt tiltak til\tÅrlig\tAU\tog mer",
    "\tTiltak\tGjennomføring\tAnsvarlig",
    "Bare\tto",
    "  innrykket tekst, liten bokstav",
    "\tmed tab foran",
    "Slutter med bindestrek-",
    "Side 3 av 11",
]


def er_gjort_rede_for(linje, nr, dok):
    """True when every cell of the line is in a stored text, or the line is pointed out."""
    if nr in {merknad.linje for merknad in dok.merknader}:
        return True
    if linje == "Innhold" and nr < dok.innhold[0].linje:  # the contents page's own heading
        return True
    if linje.isdecimal() and int(linje) in dok.tomme_linjer:  # right below line 146, "147" is the margin's next number
        return True
    lagret = list(tekster(dok))
    celler = [re.sub(r"^[-–• ]*(\d+ (?=[-–•]))?[-–• ]*", "", celle).strip() for celle in linje.split("\t")]
    hode = {"Tiltak", "Gjennomføring", "Ansvarlig"}
    lagret += [re.sub(r"^(\d+) ", r"\1. ", tekst) for tekst in lagret]  # a goal's number is kept without its dot
    return all(celle in hode or any(celle in tekst for tekst in lagret) for celle in celler)


@settings(max_examples=150)
@example(plass=len(RADER), linje="147", luft=False, med_marg=True)
@given(
    st.integers(0, len(RADER)),
    st.one_of(st.sampled_from(RARE_LINJER), st.text(st.sampled_from("abÆ 1.•-\t–?,"), min_size=1, max_size=30)),
    st.booleans(),
    st.booleans(),
)
def test_an_odd_line_anywhere_is_in_a_field_or_pointed_out(plass, linje, luft, med_marg):
    rader = (TEKST if med_marg else uten_marg(TEKST)).split("\n")
    innsatt = ["", linje, ""] if luft else [linje]
    nr = plass + 1 + innsatt.index(linje)

    try:
        dok = les_dokument("\n".join(rader[:plass] + innsatt + rader[plass:]).encode())
    except UlesbartDokument:
        return  # a second title above a second goal 1, say: refused, with a sentence

    assert er_gjort_rede_for(linje, nr, dok)
    assert len(dok.tiltak) + len([m for m in dok.merknader if m.hva == "uten-plass"]) >= 49


@settings(max_examples=60)
@given(st.integers(0, len(RADER) - 1))
def test_a_line_that_is_lost_takes_no_other_with_it(plass):
    rader = RADER[:plass] + RADER[plass + 1 :]

    try:
        dok = les_dokument("\n".join(rader).encode())
    except UlesbartDokument:
        assert RADER[plass] == "Arbeidsplan 2025-2028"
        return

    samlet = "\n".join([*tekster(dok), *(merknad.tekst for merknad in dok.merknader)])
    for rad in rader:
        treff = MARGLINJE.fullmatch(rad)
        if "\t" in rad:
            celler = [
                c for c in rad.split("\t") if c not in ("Tiltak", "Gjennomføring", "Måned", "Valgår", "Mellomår")
            ]
        elif treff:
            celler = [re.sub(r"^(\d)\. ", r"\1 ", treff[2].strip())]
        else:
            celler = [rad if rad != "Innhold" else ""]
        assert [celle for celle in celler if celle not in samlet] == []


def test_a_second_heading_within_the_contents_page_is_pointed_out():
    rader = uten_marg(TEKST).split("\n")

    dok = les_dokument("\n".join([*rader[:13], "Innhold", *rader[13:]]).encode())

    assert [(ett.linje, ett.tekst) for ett in dok.merknader if ett.hva == "uten-plass"] == [
        (14, "Linja på forsiden er ikke tatt med: «Innhold».")
    ]
