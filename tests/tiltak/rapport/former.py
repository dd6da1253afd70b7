"""A made-up report with each kind of part in it, and texts that try to break what it is written as."""

from dataclasses import replace
from datetime import date

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
from tiltak.rapport.rader import KOLONNER
from tiltak.rapport.tekst import les_tekst

from .eksempel import INNHOLD

GJELDER, STATUS = (list(KOLONNER).index(navn) for navn in ("Gjelder", "Status"))  # what the figures are counted by

HOLDT = Linje("1. halvår 2025", "gjennomfoert", date(2025, 2, 7), merknad="Holdt på Hamar", frist=date(2025, 6, 30))
SENT = Linje(
    "2. halvår 2025",
    "gjennomfoert",
    date(2026, 1, 9),
    etter_siste_dag=True,
    anslag=date(2025, 12, 31),
    frist=date(2025, 12, 31),
)
INGEN_KUNNE = Linje(
    "2025", "ikke_gjennomfoert", merknad="Ingen kunne", satt=date(2026, 1, 7), frist=date(2025, 12, 31)
)
UTSATT = Linje("2025", "utsatt", utsatt_til=date(2026, 5, 1), merknad="Venter på tall", frist=date(2025, 12, 31))
UVURDERT = Linje("2025", "mangler_vurdering", frist=date(2025, 12, 31))
TIDLIGERE = Linje("2024", "gjennomfoert", date(2025, 1, 9), frist=date(2024, 12, 31))
STADIG = Linje("2023", "mangler_vurdering", frist=date(2023, 12, 31))


def tiltak(kode, tekst, *alle, gjennomfoering="Årlig", ansvarlig="AU", **felter):
    """A measure with these due dates, each told by itself."""
    return Tiltaksdel(kode, tekst, gjennomfoering, ansvarlig, linjer=alle, alle=alle, **felter)


def figurer(*tiltakene):
    """The figures of these measures."""
    telling: dict[str, int] = {}
    for ett in tiltakene:
        for linje in ett.alle:
            telling[linje.stilling] = telling.get(linje.stilling, 0) + 1
    return Figurer.av(telling)


POLITISK = (
    tiltak("1a", "Sette ned valgkampgrupper", HOLDT, SENT, gjennomfoering="Halvårlig"),
    tiltak("1b", "Møte organisasjoner", INGEN_KUNNE),
    tiltak("1c", "Revidere vedtektene", ansvarlig="", gjennomfoering="2024"),
)
ALLIANSER = (tiltak("1.1a", "Bygge nettverk", UTSATT), tiltak("1.1b", "Skrive i avisa", UVURDERT))
FULLT = replace(
    INNHOLD,
    antall_tiltak=5,
    figurer=figurer(*POLITISK, *ALLIANSER),
    innledning=les_tekst("Et **godt** år, se https://sv.no/innlandet.\n\n- Vi vant\n- [Planen](https://sv.no/plan)"),
    avslutning=les_tekst("Takk til alle."),
    maal=(
        Maaldel(
            *("1", "Politisk mål", "Samling og lederskap", 1, "mal-1"),
            figurer(*POLITISK),
            POLITISK,
            les_tekst("Godt i gang."),
        ),
        Maaldel("1.1", "Sterke allianser", "", 2, "mal-1.1", figurer(*ALLIANSER), ALLIANSER),
    ),
    ikke_gjort=(Sak("1b", "Møte organisasjoner", INGEN_KUNNE), Sak("1.1a", "Bygge nettverk", UTSATT)),
    gjort_senere=(Sak("1c", "Revidere vedtektene", TIDLIGERE),),
    glidd=(Sak("1b", "Møte organisasjoner", STADIG),),
    venter=(Sak("1.1b", "Skrive i avisa", UVURDERT),),
    aaret_foer=Periodefigurer("2024", Figurer.av({"gjennomfoert": 3, "utsatt": 1})),
    perioden=Periodedel(
        "2025–2028",
        (Periodefigurer("2025", figurer(*POLITISK, *ALLIANSER)),),
        figurer(*POLITISK, *ALLIANSER),
        (Periodemaaldel("Flere folkevalgte", "12 av 20"), Periodemaaldel("Være synlige", "")),
    ),
)

STYGGE = [
    "A\0\x07\x0b\x1fB",
    "\ud800\udfff",
    "\ufffe\uffff",
    "🙈👨\u200d👩\u200d👧",
    "\u202eשלום مرحبا\u200b",
    "x" * 5_000,
    "\n".join(f"linje {nr}" for nr in range(200)),
    "<script>alert(1)</script>",
    "<link rel=attachment href=file:///etc/passwd><img src=http://example.org/x.png>",
    "=cmd|' /C calc'!A0",
    "@SUM(A1)\t+1\r\n-1",
    "_x0041_ &amp; ]]>",
    "𓀀 ꙮ \u0301" + "\u0301" * 200,
    "",
]


def med_tekst(tekst: str) -> Rapportinnhold:
    """The report with this in every text that somebody writes."""
    linje = replace(HOLDT, etikett=tekst, merknad=tekst)
    ett = Tiltaksdel(tekst, tekst, tekst, tekst, tekst, (linje,), (linje,))
    sak = Sak(tekst, tekst, linje)
    return replace(
        FULLT,
        tittel=tekst,
        organisasjon=tekst,
        moetested=tekst,
        plan=tekst,
        innledning=les_tekst(tekst),
        avslutning=les_tekst(f"- **{tekst}**\n[{tekst}](https://sv.no/)"),
        maal=(Maaldel(tekst, tekst, tekst, 1, "mal-1", figurer(ett), (ett,), les_tekst(tekst)),),
        figurer=figurer(ett),
        ikke_gjort=(sak,),
        gjort_senere=(sak,),
        glidd=(sak,),
        venter=(sak,),
        aaret_foer=Periodefigurer(tekst, figurer(ett)),
        perioden=Periodedel(tekst, (Periodefigurer(tekst, figurer(ett)),), maal=(Periodemaaldel(tekst, tekst),)),
        aktivitetene=replace(
            INNHOLD.aktivitetene,
            rader=(replace(INNHOLD.aktivitetene.rader[0], tittel=tekst, arrangoer=tekst, sted=tekst, naar=tekst),),
        ),
    )


def stort(antall: int = 1_000, lengde: int = 400) -> Rapportinnhold:
    """The report of a plan with so many measures, each of so many letters."""
    per_maal = 20
    setning = "Arbeide for en rettferdig fordeling i hele fylket og "
    tekst = (setning * (lengde // len(setning) + 1))[:lengde]
    linjene = (HOLDT, INGEN_KUNNE, UTSATT, UVURDERT)
    maal = []
    for nr in range(1, antall // per_maal + 1):
        egne = tuple(tiltak(f"{nr}.{i}", tekst, linjene[i % 4]) for i in range(per_maal))
        maal.append(Maaldel(str(nr), f"Mål nummer {nr}", "Et motto", 1, f"mal-{nr}", figurer(*egne), egne))
    alle = [ett for et_maal in maal for ett in et_maal.tiltak]
    return replace(
        FULLT,
        antall_tiltak=antall,
        maal=tuple(maal),
        figurer=figurer(*alle),
        innledning=les_tekst("\n\n".join([tekst * 3] * 10)),
        ikke_gjort=tuple(
            Sak(ett.kode, ett.tekst, ett.alle[0])
            for ett in alle
            if ett.alle[0].stilling in ("ikke_gjennomfoert", "utsatt")
        ),
        venter=tuple(Sak(ett.kode, ett.tekst, ett.alle[0]) for ett in alle if ett.alle[0] is UVURDERT),
        glidd=tuple(Sak(ett.kode, ett.tekst, STADIG) for ett in alle[:100]),
        gjort_senere=tuple(Sak(ett.kode, ett.tekst, TIDLIGERE) for ett in alle[:100]),
    )
