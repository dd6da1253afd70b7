"""Search in the laid-out plan: what is found, in which order, and which letters are marked."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.dokument import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plandokument, Tiltak
from tiltak.plansoek import LENGST, rens_soek, soek
from tiltak.plantekst import plantekst


def avsnitt(tekst):
    return Avsnitt(tekst, punkt=False, margin_fra=None, margin_til=None, linje=0)


DOKUMENT = Plandokument(
    organisasjon="Innlandet SV",
    tittel="Arbeidsplan",
    undertittel="",
    fra=date(2025, 1, 1),
    til=date(2028, 12, 31),
    innhold=(),
    kapitler=(
        Kapittel("visjon", "Visjon 2025–2028", None, None, 0, (avsnitt("Et sterkt fylkeslag. ÅRSMØTET vedtar."),)),
        Kapittel("periodemaal", "Mål for perioden", None, None, 0),
        Kapittel("maal", "", None, None, 0, (avsnitt("Styret følger opp."),)),
        Kapittel("avslutning", "Aktivitet", None, None, 0),
    ),
    periodemaal=(Periodemaal("Fire representanter", None, None, 0),),
    maal=(
        Maal(
            nummer="2.3",
            forelder=None,
            overskrift="En aktiv organisasjon",
            margin=None,
            margin_til=None,
            linje=0,
            motto="Åpen og inkluderende",
            avsnitt=(avsnitt("Øke medlemsaktivitet."),),
            tiltak=(
                Tiltak("2.3d", "Verve medlemmer", "Årlig", "Fylkesstyret", 0),
                Tiltak("2.3d", "Ny i SV-møte", "Første FS-møte etter årsmøtet", "", 0),
                Tiltak("", "100 % oppfølging av hver_krets", "2025", "", 0),
            ),
        ),
    ),
    aktivitetsplan=(Aktivitetsrad("Mai", "Valgkampstart", "Vårslepp", 0), Aktivitetsrad("Juni", "", "", 0)),
    tomme_linjer=(),
    merknader=(),
)
TEKST = plantekst(DOKUMENT)


def ord_(biter):
    """The text, with what is marked between brackets."""
    return "".join(f"[{bit.tekst}]" if bit.merket else bit.tekst for bit in biter)


def funnet(q, tekst=TEKST):
    return [
        (
            ord_(gruppe.overskrift),
            gruppe.anker,
            [" | ".join(map(ord_, filter(None, (treff.kode, treff.tekst, *treff.om)))) for treff in gruppe.treff],
        )
        for gruppe in soek(tekst, q).grupper
    ]


@pytest.mark.parametrize("q", ["årsmøtet", "ÅRSMØTET", "Årsmøtet", unicodedata.normalize("NFD", "årsmøtet")])
def test_ae_oe_aa_are_found_whatever_their_case_and_however_composed(q):
    assert funnet(q) == [
        ("Visjon 2025–2028", "kapittel-1", ["Et sterkt fylkeslag. [ÅRSMØTET] vedtar."]),
        ("2.3 En aktiv organisasjon", "2.3", ["2.3d | Ny i SV-møte | Første FS-møte etter [årsmøtet]"]),
    ]


def test_a_decomposed_text_is_found_by_a_composed_word():
    visjon = replace(DOKUMENT.kapitler[0], avsnitt=(avsnitt(unicodedata.normalize("NFD", "Våre årsmøter")),))

    assert funnet("årsmøte", plantekst(replace(DOKUMENT, kapitler=(visjon,), maal=()))) == [
        ("Visjon 2025–2028", "kapittel-1", ["Våre [årsmøte]r"])
    ]


@pytest.mark.parametrize(
    ("q", "treff"),
    [
        ("visjon", [("[Visjon] 2025–2028", "kapittel-1", [])]),
        ("2025-2028", [("Visjon [2025–2028]", "kapittel-1", [])]),
        ("representant", [("Mål for perioden", "kapittel-2", ["Fire [representant]er"])]),
        ("styret følger", [("Uten overskrift", "kapittel-3", ["[Styret] [følger] opp."])]),
        ("åpen", [("2.3 En aktiv organisasjon", "2.3", ["[Åpen] og inkluderende"])]),
        ("øke", [("2.3 En aktiv organisasjon", "2.3", ["[Øke] medlemsaktivitet."])]),
        ("valgkamp", [("Aktivitet", "kapittel-4", ["Mai | [Valgkamp]start | Vårslepp"])]),
        ("mai vår", [("Aktivitet", "kapittel-4", ["[Mai] | Valgkampstart | [Vår]slepp"])]),
        ("verve", [("2.3 En aktiv organisasjon", "2.3", ["2.3d | [Verve] medlemmer | Årlig | Fylkesstyret"])]),
        ("fylkesstyret", [("2.3 En aktiv organisasjon", "2.3", ["2.3d | Verve medlemmer | Årlig | [Fylkesstyret]"])]),
        ("%", [("2.3 En aktiv organisasjon", "2.3", ["Tiltak | 100 [%] oppfølging av hver_krets | 2025"])]),
        ("r_k", [("2.3 En aktiv organisasjon", "2.3", ["Tiltak | 100 % oppfølging av hve[r_k]rets | 2025"])]),
        ("uten overskrift", []),
        ("finnes ikke", []),
        ("", []),
        ("   \t ", []),
        ("\x00\x07\u200b", []),
        ("\u00ad", []),
    ],
)
def test_what_is_found_stands_under_its_heading_with_the_words_marked(q, treff):
    assert funnet(q) == treff


def test_all_the_words_must_stand_in_one_place_in_any_order():
    assert funnet("medlemmer årlig verve") == [
        ("2.3 En aktiv organisasjon", "2.3", ["2.3d | [Verve] [medlemmer] | [Årlig] | Fylkesstyret"])
    ]
    assert funnet("verve øke") == []


def test_the_second_of_two_equal_codes_leads_to_its_own_place():
    [gruppe] = soek(TEKST, "2.3D").grupper

    assert [(ord_(treff.kode), treff.anker) for treff in gruppe.treff] == [("[2.3d]", "2.3d"), ("[2.3d]", "2.3d-2")]


def test_headings_and_places_are_counted():
    assert soek(TEKST, "2.3").antall == 3
    assert soek(TEKST, "årsmøtet").antall == 2


def test_a_soft_hyphen_in_a_word_hides_it_not():
    visjon = replace(DOKUMENT.kapitler[0], avsnitt=(avsnitt("års\u00admøte"),))

    assert funnet("årsmøte", plantekst(replace(DOKUMENT, kapitler=(visjon,), maal=(), aktivitetsplan=()))) == [
        ("Visjon 2025–2028", "kapittel-1", ["[års\u00admøte]"])
    ]


def test_what_is_longer_than_anybody_means_is_cut():
    assert rens_soek("å" * 1_000_000) == "å" * LENGST
    assert rens_soek("  to\x07  ord\n") == "to ord"


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_of_any_kind_breaks_the_search_and_none_is_lost(q, innhold):
    visjon = replace(DOKUMENT.kapitler[0], avsnitt=(avsnitt(innhold + q),))
    tekst = plantekst(replace(DOKUMENT, kapitler=(visjon,), maal=(), periodemaal=(), aktivitetsplan=()))

    for gruppe in soek(tekst, q).grupper:
        for treff in gruppe.treff:
            assert "".join(bit.tekst for bit in treff.tekst) == unicodedata.normalize("NFC", innhold + q)
            assert any(bit.merket for bit in treff.tekst)
