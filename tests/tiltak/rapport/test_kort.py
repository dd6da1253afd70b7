"""The short version: what stands on it, what it says that it leaves out, and that it is two pages at most."""

from dataclasses import replace

import pytest

from tests.pdfminne import lag_pdf
from tests.pdfsjekk import feil
from tiltak.figurer import Figurer
from tiltak.rapport.deler import Linje, Sak
from tiltak.rapport.dokument import Form, beretningen, rapport_html
from tiltak.rapport.kort import kortversjon
from tiltak.rapport.tekst import les_tekst
from tiltak.rapport.utgivelse import UTKAST

from .eksempel import GODKJENT, bare_tegn, sidetekster
from .former import FULLT, INGEN_KUNNE, STYGGE, UTSATT, med_tekst, stort

DIAGRAM = 310  # how high the chart of two years is drawn
UTEN_LENKER = replace(FULLT, innledning=les_tekst("Et **godt** år.\n\n- Vi vant"))
TOMT = replace(
    FULLT, maal=(), figurer=Figurer.av({}), ikke_gjort=(), gjort_senere=(), glidd=(), venter=(), innledning=(),
    aaret_foer=None, perioden=None, moetedag=None, moetested="",
)  # fmt: skip


def pdf(innhold, utgivelse=GODKJENT):
    return lag_pdf(beretningen(innhold, utgivelse, Form.KORT))


def kort(innhold):
    return kortversjon(innhold, DIAGRAM)


def smaatt(innhold, tegn):
    """The report with every text made of this sign, and each place for one filled."""
    tekst = (tegn * 2_000)[:2_000]  # the widest field has room for half of that in the narrowest letters
    sak = Sak(tekst, tekst, replace(INGEN_KUNNE, etikett=tekst, merknad=tekst))
    maal = tuple(
        replace(
            maal,
            overskrift=tekst,
            tiltak=tuple(replace(ett, tekst=tekst, kode=tekst) for ett in maal.tiltak),
        )
        for maal in innhold.maal
    )
    return replace(
        innhold,
        tittel=tekst[:200],
        organisasjon=tekst,
        moetested=tekst,
        plan=tekst,
        innledning=les_tekst("\n\n".join([tekst[:90]] * 4 + [f"- {tekst}"] * 9)),
        maal=maal,
        ikke_gjort=(sak,) * 100,
        glidd=(sak,) * 100,
        gjort_senere=(sak,) * 9,
        venter=(sak,) * 9,
        er_foreloepig=True,
    )


# --- What stands there ----------------------------------------------------------------------------------------------


def test_each_goal_has_its_figures_and_what_was_done():
    assert [(maal.navn, maal.andel, maal.tallene, maal.gjort) for maal in kort(FULLT).maal] == [
        (
            *("1 Politisk mål", "2 av 3", "3 frister: 2 gjennomført og 1 ikke gjennomført"),
            ("1a Sette ned valgkampgrupper",),
        ),
        ("1.1 Sterke allianser", "0 av 2", "2 frister: 1 utsatt og 1 mangler vurdering", ()),
    ]


def test_what_was_not_done_is_told_with_why_and_until_when():
    versjon = kort(FULLT)

    assert [
        (sak.kode, sak.tekst, sak.status, sak.dag, sak.hvorfor) for sak in (*versjon.ikke_gjort, *versjon.glidd)
    ] == [
        ("1b", "Møte organisasjoner", "Ikke gjennomført", "satt 7. januar 2026 (frist 2025)", "Ingen kunne"),
        ("1.1a", "Bygge nettverk", "Utsatt", "til 1. mai 2026 (frist 2025)", "Venter på tall"),
        ("1b", "Møte organisasjoner", "Mangler vurdering", "(frist 2023)", ""),
    ]
    assert (versjon.maal_til, versjon.ikke_gjort_til, versjon.glidd_til) == (0, 0, 0)


def test_the_rest_is_told_in_a_sentence_each():
    versjon = kort(FULLT)

    assert versjon.tallene == (
        "5 frister: 2 gjennomført, 1 utsatt, 1 ikke gjennomført og 1 mangler vurdering.",
        "Perioden 2025–2028 så langt: 5 frister: 2 gjennomført, 1 utsatt, 1 ikke gjennomført og 1 mangler vurdering.",
    )
    assert versjon.ellers == (
        "Gjort i perioden, med frist før den: 1c.",
        "Fylkesstyret har ikke vurdert disse ennå: 1.1b.",
        "Aktiviteter: 1 i kalenderen, 1 avholdt.",
    )


def test_a_short_introduction_is_whole_with_its_bold_words_and_links():
    versjon = kort(FULLT)

    assert (versjon.innledning, versjon.mer_innledning) == (FULLT.innledning, False)


def test_a_long_introduction_is_cut_at_a_word_and_says_that_there_is_more():
    lang = les_tekst("Et **godt** år for " + "hele fylket og " * 200 + "\n\nTakk")
    versjon = kort(replace(FULLT, innledning=lang))

    (blokk,) = versjon.innledning
    assert versjon.mer_innledning
    assert blokk.som_tekst.startswith("Et godt år for hele fylket og hele")
    assert blokk.som_tekst.endswith(("fylket…", "hele…", "og…"))
    assert blokk.linjer[0][1].fet


def test_of_many_measures_it_says_how_many_are_left_out():
    innhold = stort()
    versjon = kort(innhold)

    vist = len(versjon.maal), len(versjon.ikke_gjort), len(versjon.glidd)
    assert min(vist) >= 2
    assert (versjon.maal_til, versjon.ikke_gjort_til, versjon.glidd_til) == (
        50 - vist[0],
        500 - vist[1],
        100 - vist[2],
    )
    tekst = "\n".join(sidetekster(pdf(innhold)))
    assert f"Og {versjon.ikke_gjort_til} til: se beretningen." in tekst
    assert f"Og {versjon.maal_til} mål til: se beretningen." in tekst
    assert "og 92 til" in tekst


def test_goals_all_have_room_before_what_was_done_has():
    maal = tuple(replace(FULLT.maal[0], nummer=str(nr)) for nr in range(15))
    innhold = replace(FULLT, maal=maal, ikke_gjort=(Sak("1b", "Møte organisasjoner", UTSATT),) * 60)
    versjon = kort(innhold)

    assert len(versjon.maal) == 15
    assert versjon.ikke_gjort_til == 60 - len(versjon.ikke_gjort) > 0


def test_of_many_that_were_done_some_are_told_of_and_the_others_counted():
    mange = tuple(replace(FULLT.maal[0].tiltak[0], kode=f"1.{nr}") for nr in range(9))
    versjon = kort(replace(FULLT, maal=(replace(FULLT.maal[0], tiltak=mange),)))

    assert versjon.maal[0].gjort == (
        *(f"1.{nr} Sette ned valgkampgrupper" for nr in range(3)),
        "1.3 Sette ned valgkampgrupper, og 5 til",
    )


def test_goals_without_a_due_date_are_counted():
    uten = replace(FULLT.maal[1], figurer=Figurer.av({}))

    assert (kort(replace(FULLT, maal=(FULLT.maal[0], uten))).maal_uten_frist, kort(FULLT).maal_uten_frist) == (1, 0)


# --- Two pages ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "innhold", [TOMT, UTEN_LENKER, stort(), stort(49, 120)], ids=["tomt", "lite", "stort", "ekte"]
)
@pytest.mark.parametrize("utgivelse", [UTKAST, GODKJENT], ids=["utkast", "godkjent"])
def test_it_is_two_pages_at_most_and_as_accessible_as_the_whole(innhold, utgivelse):
    data = pdf(innhold, utgivelse)

    sider = sidetekster(data)
    assert len(sider) <= 2
    vedlegg = tuple(ett.navn for ett in beretningen(innhold, utgivelse, Form.KORT).vedlegg)
    assert (feil(data, vedlegg=vedlegg) if vedlegg else feil(data)) == []
    assert utgivelse.i_ord.casefold() in " ".join(sider[0].split()).casefold()


@pytest.mark.parametrize("tekst", STYGGE, ids=range(len(STYGGE)))
def test_no_text_makes_it_longer(tekst):
    assert len(sidetekster(pdf(med_tekst(tekst)))) <= 2


@pytest.mark.parametrize("tegn", ["W", "1", "–", "Å ", "d", "🙈 ", "ŵ", "ﷺ", "å\u0301", "Ord og ", "i", "&", "\n"])
def test_whatever_the_letters_are_two_pages_are_enough(tegn):
    assert len(sidetekster(pdf(smaatt(stort(150), tegn)))) <= 2


@pytest.mark.parametrize("antall", [0, 1, 5, 12, 13, 14, 20, 60])
@pytest.mark.parametrize("lengde", [10, 90, 160])
def test_however_many_rows_there_are_two_pages_are_enough(antall, lengde):
    sak = Sak("1b", "Arbeide for det og " * (lengde // 19 + 1), INGEN_KUNNE)
    maal = tuple(replace(ett, nummer=str(nr)) for nr in range(antall) for ett in FULLT.maal)
    innhold = replace(FULLT, maal=maal, ikke_gjort=(sak,) * antall, glidd=(sak,) * antall)

    assert len(sidetekster(pdf(innhold))) <= 2


def test_what_is_said_to_be_there_is_there():
    versjon = kort(UTEN_LENKER)
    tekst = bare_tegn("".join(sidetekster(pdf(UTEN_LENKER))))

    ventet = [versjon.tittel, versjon.organisasjon, versjon.moete, *versjon.tallene, *versjon.ellers]
    ventet += [del_ for maal in versjon.maal for del_ in (maal.navn, maal.andel, maal.tallene, *maal.gjort)]
    ventet += [d for s in (*versjon.ikke_gjort, *versjon.glidd) for d in (s.kode, s.tekst, s.status, s.dag, s.hvorfor)]
    assert [ett for ett in ventet if bare_tegn(ett) not in tekst] == []


def test_a_draft_is_marked_and_the_same_content_gives_the_same_bytes():
    assert 'class="tilstand utkast"' in rapport_html(FULLT, UTKAST, Form.KORT)
    assert 'class="tilstand"' in rapport_html(FULLT, GODKJENT, Form.KORT)
    lag_pdf.cache_clear()
    foerste = pdf(FULLT)
    lag_pdf.cache_clear()
    assert pdf(FULLT) == foerste


def test_an_empty_year_says_so():
    tekst = " ".join(" ".join(sidetekster(pdf(TOMT))).split())

    assert "Ingen av planens tiltak hadde frist i perioden." in tekst
    assert "Ingenting er meldt som ikke gjennomført, utsatt eller utgått." in tekst
    assert "Mål for mål" not in tekst


def test_a_line_of_many_labels_does_not_push_the_others_out():
    lang = Linje(", ".join(f"{nr}. kvartal 2025" for nr in range(400)), "utsatt")

    assert len(kort(replace(FULLT, ikke_gjort=(Sak("1a", "Skrive", lang),) * 3)).ikke_gjort) == 3
