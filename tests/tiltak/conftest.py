"""A small plan for 2025–2028 to test on, built by hand: what the tests see is what they say."""

import re
import subprocess
from datetime import date

import pytest
from django.utils import timezone

from aktivitet.kalender import MAANEDSNAVN
from tiltak.models import Frist, Kapittel, Maal, Plan, Rapport, Status, Termin, Tiltak


def lag_termin(tiltak, noekkel="2026", **felter):
    """Make a termin for a whole year, unless other days are given."""
    aar = int(noekkel[:4])
    verdier = {
        "etikett": noekkel,
        "presisjon": Termin.Presisjon.AAR,
        "foerste": date(aar, 1, 1),
        "siste": date(aar, 12, 31),
    }
    return Termin.objects.create(tiltak=tiltak, noekkel=noekkel, **verdier | felter)


def lag_maaneder(tiltak, aar=2026, **felter):
    """Make a termin for each month of the year."""
    return [
        lag_termin(
            tiltak,
            f"{aar}-{nr:02}",
            etikett=f"{maaned} {aar}",
            presisjon=Termin.Presisjon.MAANED,
            foerste=date(aar, nr, 1),
            siste=date(aar, nr, 28),
            **felter,
        )
        for nr, maaned in enumerate(MAANEDSNAVN, start=1)
    ]


def lag_plan(slug="arbeidsplan-2025-2028", **felter):
    verdier = {
        "tittel": "Arbeidsplan 2025-2028",
        "fra": date(2025, 1, 1),
        "til": date(2028, 12, 31),
        "status": Plan.Status.VEDTATT,
    }
    return Plan.objects.create(slug=slug, **verdier | felter)


def lag_mange(plan, antall):
    """Make `antall` goals with a paragraph, two measures each, and terminer: to count queries on."""
    for nr in range(100, 100 + antall):
        maal = Maal.objects.create(plan=plan, nr=nr, nummer=f"{nr}", overskrift=f"Mål {nr}")
        maal.avsnitt.create(nr=1, tekst="Et avsnitt.")
        plan.periodemaal.create(nr=nr, tekst="Mer innflytelse")
        plan.aktivitetsrader.create(nr=nr, maaned="Mars")
        kapittel = Kapittel.objects.create(plan=plan, slag="avslutning", nr=nr, overskrift="Til slutt")
        kapittel.avsnitt.create(nr=1, tekst="Et avsnitt.")
        for bokstav in "ab":
            tiltak = lag_tiltak(maal, f"{nr}{bokstav}")
            lag_termin(tiltak, "2025")
            lag_termin(tiltak, "2026")
            lag_termin(tiltak, "2024", utenfor=True)


def lag_tiltak(maal, kode, tekst="Gjøre noe sammen", gjennomfoering="Årlig", **felter):
    tiltak = Tiltak.objects.create(
        maal=maal, nr=maal.tiltak.count() + 1, kode=kode, tekst=tekst, gjennomfoering=gjennomfoering, **felter
    )
    Frist.objects.create(tiltak=tiltak)
    return tiltak


def lag_meldt(maal, tekst="Delta på kampanjer"):
    """Make a measure that was due in 2025, the year that the reports are about."""
    tiltak = lag_tiltak(maal, "1.1a", tekst)
    lag_termin(tiltak, "2025")
    return tiltak


def begynn_rapport(aar=2025, **felter):
    """Begin the year's report, as the secretary does."""
    rapport = Rapport.for_aaret(aar)
    for felt, verdi in felter.items():
        setattr(rapport, felt, verdi)
    rapport.lagre(0)
    return rapport


def felter(termin, **andre):
    """What the form sends."""
    sendt = {"status": Status.PAAGAAR, "utfoert": "", "utsatt_til": "", "merknad": "", "versjon": termin.versjon}
    return sendt | andre


def logg(termin):
    return list(termin.logg.order_by("pk").values_list("status", "utfoert", "utsatt_til", "merknad"))


def uten_merker(html):
    """The words of the page, with white space as one space."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.fixture
def plan(db):
    return lag_plan()


@pytest.fixture
def maal(plan):
    return Maal.objects.create(plan=plan, nr=1, nummer="1.1", overskrift="Tydelig politisk stemme")


@pytest.fixture
def tiltak(maal):
    return lag_tiltak(maal, "1.1a", "Revidere kommunikasjonsstrategi")


@pytest.fixture
def termin(tiltak):
    return lag_termin(tiltak)


@pytest.fixture
def i_dag(monkeypatch):
    """Today is 15 June 2026."""
    dag = date(2026, 6, 15)
    monkeypatch.setattr(timezone, "localdate", lambda tid=None, zone=None: dag if tid is None else tid.date())
    return dag


@pytest.fixture
def inne(client, styremedlem):
    client.force_login(styremedlem)
    return client


@pytest.fixture
def skriver(client, sekretaer):
    """The secretary's browser."""
    client.force_login(sekretaer)
    return client


@pytest.fixture(scope="session")
def konverter_alle(tmp_path_factory):
    """Let LibreOffice save files in each of these formats in turn: bytes by name in, the last files' bytes by the same
    names out. It takes seconds to start, whether it is handed one file or many."""
    mappe = tmp_path_factory.mktemp("libreoffice")

    def konverter(innhold, *formater):
        filer = {navn: mappe / navn for navn in innhold}
        for navn, fil in filer.items():
            fil.write_bytes(innhold[navn])
        for format_ in formater:
            ut = mappe / "ut" / format_
            profil = f"-env:UserInstallation={(mappe / 'profil').as_uri()}"
            html = any(fil.suffix == ".html" for fil in filer.values())
            leser = ["--infilter=HTML (StarWriter)"] if html else []
            kommando = ["soffice", "--headless", profil, *leser, "--convert-to", format_, "--outdir", ut]
            subprocess.run([*kommando, *filer.values()], check=True, capture_output=True, timeout=120)
            filer = {navn: ut / f"{fil.stem}.{format_}" for navn, fil in filer.items()}
        return {navn: fil.read_bytes() for navn, fil in filer.items()}

    return konverter


@pytest.fixture(scope="session")
def konverter(konverter_alle):
    """The same for one file: name and bytes in, the last file's bytes out."""
    return lambda navn, innhold, *formater: konverter_alle({navn: innhold}, *formater)[navn]
