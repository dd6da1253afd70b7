"""What is no plan document is refused with one sentence, in bounded time, whatever it is."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiltak.dokument import MAKS_BYTES, MAKS_BYTES_TEKST, Plandokument, UlesbartDokument, les_dokument

PLAN = (Path(__file__).parents[2] / "fixtures" / "arbeidsplan-2025-2028.txt").read_bytes()
UTEN_TITTEL = "Fant ingen tittel med periode. Skriv den øverst i dokumentet, for eksempel «Arbeidsplan 2025-2028»."

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
TO_PLANER = "Filen inneholder to planer: «Arbeidsplan 2025-2028» og "


@pytest.mark.parametrize(
    ("innhold", "setning"),
    [
        (b"", "Filen er tom. Velg filen som planen står i."),
        (b"\xef\xbb\xbf \r\n\t\n", "Filen er tom. Velg filen som planen står i."),
        (b"a" * (MAKS_BYTES_TEKST + 1), "Filen er på over 5 MB. Velg selve plandokumentet."),
        (
            b"a" * (MAKS_BYTES + 1),
            "Filen er på over 30 MB. Velg selve plandokumentet, eller gjør bildene mindre.",
        ),
        (b"\n" * 60_000 + b"x", "Filen har over 50 000 linjer. Velg selve plandokumentet."),
        (
            PLAN.decode().encode("latin-1", "replace"),
            "Filen er ikke lagret med tegnkodingen UTF-8. Lagre den som ren tekst med UTF-8 og prøv igjen.",
        ),
        (
            PLAN.decode().encode("utf-16"),
            "Filen er ikke lagret med tegnkodingen UTF-8. Lagre den som ren tekst med UTF-8 og prøv igjen.",
        ),
        (
            b"Arbeidsplan 2025-2028\0",
            "Filen er ikke ren tekst. Lagre den som ren tekst (.txt) med UTF-8 og prøv igjen.",
        ),
        (
            b"PK\x03\x04 word/document.xml",
            "Word-filen er ødelagt eller ikke lastet helt ned. Åpne den i Word, lagre den på nytt og prøv igjen.",
        ),
        (
            b"%PDF-1.7",
            "Filen er en PDF. Lagre planen som Word-dokument (.docx) eller ren tekst (.txt) og prøv igjen.",
        ),
        (
            b"{\\rtf1 Arbeidsplan 2025-2028}",
            "Filen er et RTF-dokument. Lagre planen som Word-dokument (.docx) eller ren tekst (.txt) og prøv igjen.",
        ),
        (
            OLE + "WordDocument".encode("utf-16-le"),
            "Filen er lagret i det gamle Word-formatet (.doc). Lagre den som .docx i Word og prøv igjen.",
        ),
        (
            OLE + "EncryptionInfo\0EncryptedPackage".encode("utf-16-le"),
            "Dokumentet er låst med passord. Fjern passordet i Word, lagre og prøv igjen.",
        ),
        (
            OLE + "Workbook".encode("utf-16-le"),
            "Filen er fra et eldre kontorprogram. Lagre planen som Word-dokument (.docx) og prøv igjen.",
        ),
        (b"Hei", UTEN_TITTEL),
        (PLAN.replace(b"Arbeidsplan 2025-2028", b"Arbeidsplan"), UTEN_TITTEL),
        (
            PLAN.replace(b"2025-2028", b"2028-2025"),
            "Perioden i «Arbeidsplan 2028-2025» slutter før den begynner. Rett årstallene og prøv igjen.",
        ),
        (
            b"Arbeidsplan 2025-2028\n\nInnledning\n\nVi vil mye.",
            "Fant ingen nummererte mål i dokumentet. Sjekk at det er planen, og at målene har nummer («1.1 …»).",
        ),
        (
            b"Arbeidsplan 2025-2028\n\n1. Politikk\n\nVi vil mye.",
            "Fant ingen tiltak i dokumentet. De skal stå i tabeller med kolonnene «Tiltak» og «Gjennomføring».",
        ),
        (
            PLAN + PLAN,
            TO_PLANER + "«Arbeidsplan 2025-2028» (linje 340). Del den i to filer.",
        ),
        (
            PLAN + b"\n" + PLAN.replace(b"2025-2028", b"2029-2032").replace(b"\n\nArbeidsplan", b"\nArbeidsplan"),
            TO_PLANER + "«Innlandet SV Arbeidsplan 2029-2032» (linje 339). Del den i to filer.",
        ),
    ],
)
def test_what_is_no_plan_is_refused_with_a_sentence(innhold, setning):
    with pytest.raises(UlesbartDokument) as feil:
        les_dokument(innhold)

    assert feil.value.setning == str(feil.value) == setning


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_read_or_refused(innhold):
    les_eller_avvis(innhold)


BITER = st.sampled_from(
    [
        "Arbeidsplan 2025-2028", "Innhold", "Mål for perioden", "Visjon", "Innledning", "Aktivitet", "1. Politikk",
        "1.1 Stemme", "2 Organisasjon", "1", "2", "3 tekst", "- 4 • punkt", "•", "-", "\t", "\n", "\n\n", "\r", " ",
        "Tiltak\tGjennomføring", "\tTiltak\tGjennomføring\tAnsvarlig", "1a\tGjøre noe\tÅrlig",
        "Måned\tValgår\tMellomår",        "Mai\tFest\t", "?", "(hva?)", "\u00ad", "\u0301", "\x0b", "\u2028",
        "Innledning\t2", "Mål.....3", "2025-2024",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.one_of(BITER, BITER, st.text(max_size=5)), max_size=40), st.booleans())
def test_pieces_of_plans_in_any_order_are_read_or_refused(biter, med_start):
    start = "Arbeidsplan 2025-2028\n\n1. Politikk\n\n1a\tGjøre noe\tÅrlig\n" if med_start else ""

    les_eller_avvis((start + "".join(biter)).encode(errors="ignore"))


FIENDTLIG = "Arbeidsplan 2025-2028\n\n1. Politikk\n\n\tTiltak\tGjennomføring\n"


@pytest.mark.parametrize(
    "innhold",
    [
        FIENDTLIG + "1a\t" + "to " * 800_000 + "\t" + "to " * 800_000,
        FIENDTLIG + "1a\t" + "(?" * 1_000_000 + "\tx",
        FIENDTLIG + "x" * 1_000_000 + "\t" + "(?)" * 1_000_000 + "\tx",
        FIENDTLIG + "1a\tx\t" + "2024 " * 900_000,
        FIENDTLIG + "1a\tb\tc\n" + "\t" * 4_000_000,
        FIENDTLIG + "1a\tb\tc\n" + "1.1 A\n" * 49_000,
        FIENDTLIG + "1a\tb\tc\n" + "- a\x01-\n" * 49_000,
        FIENDTLIG + "1a\tb\tc\n\n" + "å" * 2_000_000,
        FIENDTLIG + "1a\tb\tc\n\n" + "e" + "\u0301\u0323" * 1_000_000,
        FIENDTLIG + "1a\tb\tc\n\n" + " " * 4_000_000 + "x",
        "Arbeidsplan 2025-2028\n\nInnhold\n" + "Innledning og noe\t2\n" * 49_000 + FIENDTLIG + "1a\tb\tc",
        "Arbeidsplan 2025-2028\n\nInnhold\n" + "." * 4_000_000 + "\n" + FIENDTLIG + "1a\tb\tc",
        FIENDTLIG + "1a\tb\tc\n\n" + "\n".join(f"{n} A" for n in range(1, 9000)),
        "2026-2029\n" * 49_000 + FIENDTLIG + "1a\tb\tc",
    ],
    ids=range(14),
)
def test_five_megabytes_of_anything_take_bounded_time(innhold):
    innhold = innhold.encode()[:MAKS_BYTES_TEKST].decode(errors="ignore").encode()

    les_eller_avvis(innhold)


def les_eller_avvis(innhold):
    try:
        dok = les_dokument(innhold, forstaatt=lambda frist: False)
    except UlesbartDokument:
        return
    assert isinstance(dok, Plandokument)
    assert dok.maal
    assert dok.tiltak
