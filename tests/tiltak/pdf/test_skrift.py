"""Tests that every character of a report can be shown, and that what cannot be shown is seen to be missing."""

import pytest
from fontTools.ttLib import TTFont

from tests.conftest import PLANFIL
from tiltak.pdf.skrift import MANGLER, del_lange_ord, kjente_tegn, skriftfiler, vis_alle_tegn


def test_the_fonts_have_every_character_of_the_plan_and_of_norwegian_and_sami_names():
    plan = set(PLANFIL.read_text(encoding="utf-8")) - set("\n\t")

    assert plan - kjente_tegn() == set()
    assert set("æøåÆØÅéèêóòôäöüÄÖÜáÁčČđĐŋŊšŠŧŦžŽïÏõçñłŁőű«»–—…•½§°€’‘“”„") - kjente_tegn() == set()


def test_regular_and_bold_have_the_same_characters():
    tegn = {fil.name: set(TTFont(fil).getBestCmap()) for fil in skriftfiler()}

    for del_ in ("latin", "latin-ext"):
        assert tegn[f"source-sans-3-{del_}-400-normal.woff2"] == tegn[f"source-sans-3-{del_}-700-normal.woff2"]


def test_the_fonts_lie_with_their_licence():
    assert "SIL OPEN FONT LICENSE" in (skriftfiler()[0].parent / "OFL.txt").read_text(encoding="utf-8")
    assert len(skriftfiler()) == 6


@pytest.mark.parametrize(
    ("tekst", "vist"),
    [
        ("Årsmøte – «Čáhci»", "Årsmøte – «Čáhci»"),
        ("25\u202f000", "25\u00a0000"),
        ("e\u2011post", "e-post"),
        ("\ufb01re", "fire"),
        ("Nguyễn", "Nguyen"),
        ("Vi vant 🎉🎉!", f"Vi vant {MANGLER}!"),
        ("👩\u200d👧 og ✌\ufe0f", f"{MANGLER} og {MANGLER}"),
        ("Київ", MANGLER),
        ("党 مرحبا", f"{MANGLER} {MANGLER}"),
        ("linje\nlinje", "linje\nlinje"),
        ("ark\fark\x0bark\x00", "ark arkark"),
        ("", ""),
    ],
)
def test_what_the_fonts_lack_is_spelt_out_or_marked(tekst, vist):
    assert vis_alle_tegn(tekst) == vist


def test_a_character_that_stands_for_markup_does_not_become_markup():
    # Full-width and small forms: NFKD gives the signs that HTML is written with.
    assert vis_alle_tegn("<p>\uff1ch1\uff1eVedtatt\ufe64/h1\ufe65 \uff06amp; \uff02</p>") == (
        "<p>&lt;h1&gt;Vedtatt&lt;/h1&gt; &amp;amp; &quot;</p>"
    )


def test_no_character_at_all_gets_through_that_the_fonts_lack():
    alle = "".join(chr(kode) for kode in range(32, 0x11000) if not 0xD800 <= kode < 0xE000)

    assert set(vis_alle_tegn(alle)) - kjente_tegn() <= {chr(127)}


def test_only_words_longer_than_any_language_has_get_places_to_break():
    langt = "a" * 100

    assert del_lange_ord(f"<p class='x'>{'b' * 59} &amp; {langt}&lt;</p>") == (
        f"<p class='x'>{'b' * 59} &amp; {'a' * 40}\u200b{'a' * 40}\u200b{'a' * 20}&lt;</p>"
    )


def test_a_long_word_is_broken_between_its_signs_and_never_within_a_tag():
    lenke = f'<a href="#{"a" * 100}">'

    assert del_lange_ord(f"{lenke}{'R&amp;' * 50}</a>") == (
        f"{lenke}{'R&amp;' * 20}\u200b{'R&amp;' * 20}\u200b{'R&amp;' * 10}</a>"
    )
    assert del_lange_ord("a\u00a0" * 50) == "\u200b".join(["a\u00a0" * 20, "a\u00a0" * 20, "a\u00a0" * 10])
