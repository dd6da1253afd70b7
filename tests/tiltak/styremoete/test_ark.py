"""The meeting's sheet: the text whole, the PDF well formed, and the same content in both as on the page."""

from datetime import date
from io import BytesIO

import pdfplumber
import pytest
from django.core.management import call_command

from tests.pdfminne import lag_pdf
from tests.pdfsjekk import feil
from tests.tiltak.conftest import lag_maaneder, lag_termin, lag_tiltak
from tests.tiltak.rapport.eksempel import bare_tegn, sidetekster
from tiltak.models import Ordlydsendring, Plan, Planutgave, Status, Termin
from tiltak.pdf.bestilling import STYREARK, Bestilling
from tiltak.styremoete.ark import BREDDE, ark_html, ark_tekst
from tiltak.styremoete.innhold import styremoete

from .conftest import I_DAG, kl, moete, sett

A4 = (595, 842)  # points

TEKST = """\
Arbeidsplanen i fylkesstyret 15. juni 2026
==========================================
Arbeidsplan 2025-2028

Slik det står 15. juni 2026. 2026 har 14 frister: 1 gjennomført og 13
mangler vurdering. 5 av dem forfalt.


ENDRET SIDEN SIST
Siden styremøtet 28. april 2026.

1.1 Tydelig politisk stemme

1.1a Revidere kommunikasjonsstrategi
- 2026: Fra ikke startet til gjennomført 30. mai 2026.
  Vedtatt på møtet, og sendt til alle lokallag og nettverk samme kveld, med
  frist for innspill.

  Se
  https://example.org/en-adresse-som-er-lengre-enn-en-linje-har-plass-til-og-som-ikke-deles

Planens ordlyd er endret:

- Vedtatt av årsmøtet 10. juni 2026: Tiltak 1.1a (ordlyd).


FORFALT
I hele planen.

1.1 Tydelig politisk stemme

1.1b Sende nyhetsbrev
- januar 2026: Ikke startet, frist 28. januar 2026.
- februar 2026: Ikke startet, frist 28. februar 2026.
- mars 2026: Ikke startet, frist 28. mars 2026.
- april 2026: Ikke startet, frist 28. april 2026.
- mai 2026: Ikke startet, frist 28. mai 2026.


FRIST FØR NESTE MØTE
Til og med styremøtet 25. august 2026.

1.1 Tydelig politisk stemme

1.1b Sende nyhetsbrev
- juni 2026: Ikke startet, frist 28. juni 2026.
- juli 2026: Ikke startet, frist 28. juli 2026.


LØPENDE Å VURDERE
Løpende tiltak som ingen har sett på dette halvåret.

1.1 Tydelig politisk stemme

1.1a Revidere kommunikasjonsstrategi
- løpende: Pågår, ikke vurdert.
"""
TOM = """\
Arbeidsplanen, 15. juni 2026
============================
Arbeidsplan 2025-2028

Slik det står 15. juni 2026. 2026 har ingen frister i perioden.


ENDRET SIDEN SIST
Siden 1. januar 2026: kalenderen har ikke noe tidligere styremøte.

Ingen har satt noen status.


FORFALT
I hele planen.

Ingenting er forfalt.


FRIST FØR NESTE MØTE
Til og med 10. august 2026, i åtte uker: kalenderen har ikke noe senere
styremøte.

Ingen åpne frister.


LØPENDE Å VURDERE
Løpende tiltak som ingen har sett på dette halvåret.

Ingen: alle er sett på.
"""
ORD = """\
Vedtatt på møtet, og sendt til alle lokallag og nettverk samme kveld, med frist for innspill.

Se https://example.org/en-adresse-som-er-lengre-enn-en-linje-har-plass-til-og-som-ikke-deles"""


@pytest.fixture
def i_dag_moetes_de(fylkeslag):
    return moete(fylkeslag, I_DAG)


@pytest.fixture
def innhold(april, i_dag_moetes_de, august, plan, maal, tiltak, styremedlem):
    """A meeting today, with something in each list."""
    sett(lag_termin(tiltak), Status.GJENNOMFOERT, kl(2026, 6, 1), styremedlem, utfoert=date(2026, 5, 30), merknad=ORD)
    lag_termin(tiltak, "2026-b", etikett="løpende", status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    lag_maaneder(lag_tiltak(maal, "1.1b", "Sende nyhetsbrev", foelges_opp_av=styremedlem))
    utgave = Planutgave.objects.create(
        plan=plan, gjelder_fra=date(2026, 6, 10), innhold={}, organ="arsmotet", vedtaksdag=date(2026, 6, 10)
    )
    Ordlydsendring.objects.create(plan=plan, utgave=utgave, hva="Tiltak 1.1a", felt="ordlyd")
    return styremoete(plan, I_DAG)


def ark(innhold):
    return lag_pdf(Bestilling(ark_html(innhold), STYREARK))


def test_the_text_is_ready_for_the_minutes(innhold):
    assert ark_tekst(innhold) == TEKST


def test_the_text_says_so_when_there_is_nothing(plan):
    assert ark_tekst(styremoete(plan, I_DAG)) == TOM


def test_the_sheet_is_well_formed_and_says_the_day_and_its_pages(innhold, caplog):
    data = ark(innhold)

    assert (feil(data), [linje.getMessage() for linje in caplog.records if linje.levelname != "DEBUG"]) == ([], [])
    with pdfplumber.open(BytesIO(data)) as pdf:
        assert {(round(side.width), round(side.height)) for side in pdf.pages} == {A4}
        assert pdf.metadata["Title"] == "Arbeidsplanen i fylkesstyret 15. juni 2026 – Innlandet SV"
    sider = sidetekster(data)
    assert [f"Side {nr} av {len(sider)}" in side for nr, side in enumerate(sider, 1)] == [True] * len(sider)


def test_text_and_pdf_say_the_same_and_name_nobody(innhold):
    paa_arket = bare_tegn("".join(sidetekster(ark(innhold))))

    linjene = [linje.lstrip("- ").strip() for linje in TEKST.splitlines() if linje.strip("=")]
    assert [linje for linje in linjene if bare_tegn(linje).casefold() not in paa_arket.casefold()] == [
        "Planens ordlyd er endret:"  # a heading there, and so without the colon
    ]
    for navn in ("Kari", "Styremedlem"):
        assert navn not in TEKST
        assert navn not in paa_arket


def test_the_same_content_gives_the_same_bytes(innhold):
    foerste = ark(innhold)
    lag_pdf.cache_clear()

    assert ark(innhold) == foerste


def test_the_real_plan_with_whatever_may_be_stored_fits_both(db):
    call_command("loaddata", "innlandet-2025-2028", verbosity=0)
    plan = Plan.objects.get()
    ord_ = "<b>Æ</b> & «ø» → 🌹 " + "langtord" * 30
    for termin in Termin.objects.i_planen(plan).i_figurene().filter(siste__year=2026):
        sett(termin, Status.PAAGAAR, kl(2026, 6, 1), merknad=ord_)
    innhold = styremoete(plan, I_DAG)

    assert feil(ark(innhold)) == []
    lange = [linje for linje in ark_tekst(innhold).splitlines() if len(linje) > BREDDE]
    assert {linje.strip() for linje in lange} == {"langtord" * 30}
