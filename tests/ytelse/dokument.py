"""How long the reading of a large plan takes and how much memory, from Word and from text, each in its own process.

The plan has a thousand measures on two hundred pages. What a machine can do differs, so beside the bounds in seconds
and megabytes there is a ratio: our reading against python-docx opening the same file and reading its paragraphs (not
its tables, on which it takes quadratic time), and for the text against splitting it into words. Both are measured in
the same process, warm, taking turns, and the medians of their processor time are compared.
"""

import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time

GANGER = 5
HOEYST_SEKUNDER = 2.0
HOEYST_MB = 150
HOEYST_FORHOLD = {".docx": 5.0, ".txt": 60.0}
AVSNITT = (
    "Vi skal utvikle gode løsninger, basert på best mulig tilgjengelig kunnskap, stå sammen med utsatte grupper og "
    "mobilisere folkelig motstand mot politiske angrep på kvinner, minoriteter og utsatte grupper i hele fylket. "
) * 2
FRISTER = ("2025", "Årlig", "Hele perioden", "Mars, årlig", "Første halvår 2026", "Etter årsmøteperioden", "Løpende")


def main(argumenter: list[str]) -> int:
    """Measure each kind of file in a new process. Gives 1 when a bound is broken, else 0."""
    if argumenter:
        return maal(Path(argumenter[0]))
    with tempfile.TemporaryDirectory() as mappe:
        filer = [Path(mappe) / "plan.docx", Path(mappe) / "plan.txt"]
        filer[0].write_bytes(som_word())
        filer[1].write_text(som_tekst(), encoding="utf-8")
        kommando = [sys.executable, "-m", "tests.ytelse.dokument"]
        return max(subprocess.run([*kommando, fil]).returncode for fil in filer)


def maal(fil: Path) -> int:
    """Read one file and print what it took; the first reading is cold, and its memory is what counts."""
    from tiltak.dokument import les_dokument
    from tiltak.frist import les

    innhold = fil.read_bytes()

    def vaart() -> None:
        les_dokument(innhold, lambda frase: les(frase) is not None)

    begynt = process_time()
    vaart()
    sekunder = process_time() - begynt
    minne = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts in kB
    maalestokk = les_med_python_docx if fil.suffix == ".docx" else del_i_ord
    maalestokk(innhold)
    tider: dict[Callable[[], None], list[float]] = {vaart: [], lambda: maalestokk(innhold): []}
    for _ in range(GANGER):
        for gjoer in tider:
            begynt = process_time()
            gjoer()
            tider[gjoer].append(process_time() - begynt)
    vaar, annen = map(median, tider.values())
    forhold, hoeyst = vaar / annen, HOEYST_FORHOLD[fil.suffix]
    print(f"Lesing av {fil.suffix}, {len(innhold) / 1024:.0f} kB: {sekunder:.2f} s (høyst {HOEYST_SEKUNDER:.0f} s)")  # noqa: T201
    print(f"Forhold til {maalestokk.__name__}: {forhold:.1f} (høyst {hoeyst:.0f})")  # noqa: T201
    print(f"Minne på det meste, hele prosessen: {minne:.0f} MB (høyst {HOEYST_MB})")  # noqa: T201
    return int(sekunder > HOEYST_SEKUNDER or minne > HOEYST_MB or forhold > hoeyst)


def les_med_python_docx(innhold: bytes) -> None:
    from docx import Document

    for avsnitt in Document(BytesIO(innhold)).paragraphs:
        len(avsnitt.text)


def del_i_ord(innhold: bytes) -> None:
    for linje in innhold.decode().split("\n"):
        re.findall(r"\w+", linje.lower())


def maalene() -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """A hundred goals with ten measures each: number, heading, and (code, text, deadline)."""
    numre = [f"{a}.{b}" if b else f"{a}." for a in range(1, 11) for b in range(10)]
    return [
        (
            nummer,
            "Et fylkeslag med innflytelse",
            [
                (
                    f"{nummer.strip('.')}{tegn}",
                    f"Bidra med vellykkede eksempler til ressursbanken {nr}",
                    FRISTER[nr % 7],
                )
                for nr, tegn in enumerate("abcdefghij")
            ],
        )
        for nummer in numre
    ]


def som_tekst() -> str:
    deler = ["Arbeidsplan 2025-2028", "Innledning", AVSNITT]
    for nummer, overskrift, tiltak in maalene():
        rader = ["\tTiltak\tGjennomføring", *("\t".join(rad) for rad in tiltak)]
        deler += [f"{nummer} {overskrift}", *[AVSNITT] * 8, "\n".join(rader)]
    return "\n\n".join(deler) + "\n"


def som_word() -> bytes:
    """The same with styles and tables, and each paragraph in many runs, as Word leaves it."""
    from docx import Document
    from docx.oxml import OxmlElement

    dokument = Document()
    dokument.add_paragraph("Arbeidsplan 2025-2028", style="Title")
    dokument.add_paragraph("Innledning", style="Heading 1")
    dokument.add_paragraph(AVSNITT)
    ord_ = AVSNITT.split(" ")
    for nummer, overskrift, tiltak in maalene():
        dokument.add_paragraph(f"{nummer} {overskrift}", style="Heading 2")
        for _ in range(8):
            avsnitt = dokument.add_paragraph()
            for fra in range(0, len(ord_), 4):
                avsnitt.add_run(" ".join([*ord_[fra : fra + 4], ""])).bold = False
        tabell = dokument.add_table(0, 3)
        for rad in [("", "Tiltak", "Gjennomføring"), *tiltak]:  # python-docx's own way takes quadratic time
            tr = OxmlElement("w:tr")
            for tekst in rad:
                tc, p, r, t = map(OxmlElement, ("w:tc", "w:p", "w:r", "w:t"))
                t.text = tekst
                r.append(t)
                p.append(r)
                tc.append(p)
                tr.append(tc)
            tabell._tbl.append(tr)
    fil = BytesIO()
    dokument.save(fil)
    return fil.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
