"""A made-up report for tests of the document: short, with each kind of part in it. No database is asked."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pypdfium2

from aktivitet.hjul.aaret import Aaret
from aktivitet.hjul.rader import Rad, Slag
from tiltak.figurer import Figurer
from tiltak.rapport.deler import (
    Linje,
    Maaldel,
    Periodedel,
    Periodefigurer,
    Periodemaaldel,
    Rapportinnhold,
    Sak,
    Tiltaksdel,
)
from tiltak.rapport.tekst import les_tekst
from tiltak.rapport.utgivelse import Utgivelse

FIGURER = Figurer.av({"gjennomfoert": 2, "ikke_gjennomfoert": 1})
GJORT = Tiltaksdel(
    kode="1a",
    tekst="Sette ned valgkampgrupper rett i etterkant av nominasjonsmøtene",
    gjennomfoering="2025",
    ansvarlig="AU",
    linjer=(Linje("2025", "gjennomfoert", utfoert=date(2025, 2, 7), merknad="Holdt på Hamar"),),
)
IKKE_GJORT = Linje("2. halvår 2025", "ikke_gjennomfoert", merknad="Ingen kunne")
INNHOLD = Rapportinnhold(
    tittel="Beretning 2025",
    organisasjon="Innlandet SV",
    aar=2025,
    fra=date(2025, 1, 1),
    til=date(2025, 12, 31),
    moetedag=date(2026, 2, 28),
    moetested="Hamar",
    innledning=les_tekst("Et godt år for Ås, Østre Toten og Vågå."),
    plan="Arbeidsplan 2025–2028",
    antall_tiltak=2,
    figurer=FIGURER,
    maal=(
        Maaldel("1", "Politisk mål", "Samling og lederskap", 1, "mal-1", FIGURER, (GJORT,)),
        Maaldel("1.1", "Sterke allianser", "", 2, "mal-1.1", Figurer.av({}), ()),
    ),
    ikke_gjort=(Sak("1b", "Møte organisasjoner", IKKE_GJORT),),
    gjort_senere=(Sak("1c", "Revidere", Linje("2024", "gjennomfoert", utfoert=date(2025, 1, 9))),),
    venter=(Sak("1d", "Bygge", Linje("2025", "mangler_vurdering")),),
    aktivitetene=Aaret(
        date(2025, 1, 1),
        date(2025, 12, 31),
        None,
        (Rad(1, date(2025, 5, 10), date(2025, 5, 10), "lør. 10. mai", "Vårslepp", "Hamar SV", "Torget"),),
    ),
    antall_avholdt=1,
    er_foreloepig=False,
    oppdatert=datetime(2026, 2, 3, 11, tzinfo=UTC),
)

# The same with all that a report may have beside it.
FULLT = replace(
    INNHOLD,
    innledning=les_tekst("Et **godt** år, se https://sv.no/innlandet.\n\n- Vi vant\n- [Planen](https://sv.no/plan)"),
    avslutning=les_tekst("Takk til alle."),
    glidd=(Sak("1b", "Møte organisasjoner", Linje("2024", "mangler_vurdering")),),
    aaret_foer=Periodefigurer("2024", Figurer.av({"gjennomfoert": 1, "delvis": 1, "ikke_gjennomfoert": 3})),
    perioden=Periodedel(
        "2025–2028",
        (Periodefigurer("2024", Figurer.av({})), Periodefigurer("2025", FIGURER)),
        FIGURER,
        (Periodemaaldel("Flere folkevalgte", "12 av 20"), Periodemaaldel("Være synlige", "")),
    ),
)

TEKST = les_tekst("Et **godt** år, se [planen](https://example.org/plan).\n\n- Ås\n- Vågå «ærlig» 🌹")
LINJE = Linje(
    "2. halvår 2025",
    "utsatt",
    utfoert=date(2025, 5, 1),
    etter_siste_dag=True,
    utsatt_til=date(2026, 6, 1),
    merknad="Ingen kunne\nda",
    anslag=date(2025, 9, 8),
    satt=date(2026, 1, 20),
    frist=date(2025, 12, 31),
)

# What stands frozen in beretning_format_1.json, with every field that a report had then set to something that is not
# its default. One that has come since is left at its own.
ALT = replace(
    INNHOLD,
    innledning=TEKST,
    avslutning=TEKST,
    maal=(
        Maaldel(
            "1",
            "Politisk mål",
            "Samling og lederskap",
            1,
            "mal-1",
            FIGURER,
            (Tiltaksdel("1a", "Møte folk", "Halvårlig", "AU", "1 av 5 gjennomført", (LINJE,), (LINJE, LINJE)),),
            TEKST,
        ),
    ),
    aktivitetene=Aaret(
        date(2025, 1, 1),
        date(2025, 12, 31),
        date(2025, 6, 1),
        (
            Rad(
                1,
                date(2025, 5, 10),
                date(2025, 5, 11),
                "10.–11. mai",
                "Årsmøte",
                "Hamar SV",
                "Torget",
                Slag.MOETE,
                dag_er_kjent=False,
                avlyst=True,
                flyttet_fra=date(2025, 5, 3),
                utkast=True,
                intern=True,
                adresse="/hva-skjer/aktivitet/1/",
            ),
        ),
    ),
    er_foreloepig=True,
    aaret_foer=Periodefigurer("2024", FIGURER, lagt_fram=True),
    glidd=(Sak("1b", "Skrive brev", LINJE),),
    perioden=Periodedel(
        "2025–2028",
        (Periodefigurer("2025", FIGURER),),
        FIGURER,
        (Periodemaaldel("Fire på tinget", "Fikk 5."),),
    ),
)

GODKJENT = Utgivelse("godkjent", 2, date(2026, 2, 28))


def med_merknad(merknad: str) -> Rapportinnhold:
    """The report with this said about its first measure."""
    tiltak = replace(GJORT, linjer=(Linje("2025", "gjennomfoert", merknad=merknad),))
    return replace(INNHOLD, maal=(replace(INNHOLD.maal[0], tiltak=(tiltak,)),))


def sidetekster(data: bytes) -> list[str]:
    """The text of each page, in the order it is drawn: cell by cell in a table."""
    with pypdfium2.PdfDocument(BytesIO(data)) as pdf:
        return [side.get_textpage().get_text_range() for side in pdf]


def ytterst_til_hoeyre(data: bytes) -> float:
    """How far to the right any text stands on any page, in points."""
    ytterst = 0.0
    with pypdfium2.PdfDocument(BytesIO(data)) as pdf:
        for side in pdf:
            tekst = side.get_textpage()
            kantene = [tekst.get_rect(nr)[2] for nr in range(tekst.count_rects())]
            ytterst = max([ytterst, *kantene])
    return ytterst


def bare_tegn(tekst: str) -> str:
    """Text without white space and hyphens, so that a line's end does not matter."""
    return "".join(tegn for tegn in tekst if not tegn.isspace() and tegn not in "-\u00ad\ufffe\x02")


LANGT_ORD, LANG_CELLE = "abcdefghij" * 500, "\n".join(f"Linje nummer {nr} av mange." for nr in range(200))
STYGT = (
    "A\0\x07\x0b\x1f\ud800\ufffeB 🙈👨\u200d👩 \u202eשלום مرحبا\u200b 𓀀 ꙮ \u0301\u0301 <script>alert(1)</script> & "
    "<b>fet</b> <link rel=attachment href=file:///etc/passwd> <img src=http://127.0.0.1:1/x.png> </p></td></table> "
    "{{ innhold }} =cmd|' /C calc'!A0 ]]> &amp; _x0041_"
)


def med_tekst(tekst: str) -> Rapportinnhold:
    """The report with this in every text that somebody writes, as much of it as each has room for in the app."""
    linje = Linje(tekst[:80], "gjennomfoert", utfoert=date(2025, 2, 7), merknad=tekst, frist=date(2025, 12, 31))
    tiltak = Tiltaksdel(tekst[:20], tekst, tekst[:300], tekst[:200], tekst[:80], (linje,), (linje,))
    sak = Sak(tekst[:20], tekst, linje)
    rad = replace(INNHOLD.aktivitetene.rader[0], tittel=tekst[:200], arrangoer=tekst[:100], sted=tekst[:200])
    return replace(
        FULLT,
        tittel=tekst[:200],
        organisasjon=tekst[:200],
        moetested=tekst[:200],
        plan=tekst[:200],
        innledning=les_tekst(tekst),
        avslutning=les_tekst(f"- **{tekst}**\n\n[{tekst[:80]}](https://sv.no/{tekst[:80]})\n\n* {tekst}"),
        maal=(
            Maaldel(tekst[:20], tekst[:300], tekst[:300], 1, "mal-1", FIGURER, (tiltak, tiltak), les_tekst(tekst)),
            Maaldel("1.1", tekst[:300], "", 2, "mal-1.1", FIGURER, (tiltak,)),
        ),
        ikke_gjort=(sak, sak),
        gjort_senere=(sak,),
        glidd=(sak,),
        venter=(sak,),
        perioden=replace(FULLT.perioden, maal=(Periodemaaldel(tekst, tekst), Periodemaaldel(tekst, ""))),
        aktivitetene=replace(INNHOLD.aktivitetene, rader=(rad, replace(rad, nr=2, avlyst=True))),
    )
