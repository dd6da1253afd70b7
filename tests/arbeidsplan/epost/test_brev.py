"""A letter as plain text: lines that fit, addresses whole, and words that survive whatever is in them."""

from hypothesis import given
from hypothesis import strategies as st

from arbeidsplan.epost.brev import BREDDE, Brev, Del, Punkt, kort, som_tekst

ADRESSE = "https://plan.example.org"


def skriv(*punkter, overskrift="Forfalt (1)", tekst=""):
    brev = Brev("Emnet", "Dette venter.", (Del(overskrift, tekst, punkter),), "Derfor.")
    return som_tekst(brev, lambda sti: f"{ADRESSE}{sti}", [("Velg", "/konto/")], "Hilsen oss")


def test_a_letter_is_set_with_headings_points_and_whole_addresses():
    svar = skriv(
        Punkt("1.1a, 2026", "/t/1/", "Gjøre noe", "Fristen var i går."), Punkt("Resten", "/"), tekst="To ting."
    )

    assert svar == (
        "Hei!\n\nDette venter.\n\nFORFALT (1)\n\nTo ting.\n\n"
        "* 1.1a, 2026: Gjøre noe\n  Fristen var i går.\n  https://plan.example.org/t/1/\n\n"
        "* Resten\n  https://plan.example.org/\n\n"
        "Hilsen oss\n\n--------------------\nDerfor.\n\nVelg:\nhttps://plan.example.org/konto/\n"
    )


def test_long_words_are_broken_and_addresses_are_not():
    langt_ord, lang_sti = "a" * 200, "/" + "b" * 200
    linjer = skriv(Punkt("1.1a", lang_sti, langt_ord)).splitlines()

    assert [linje for linje in linjer if len(linje) > BREDDE] == [f"  {ADRESSE}{lang_sti}"]
    assert f"*1.1a:{langt_ord}" in "".join(linje.strip() for linje in linjer).replace(" ", "")


@given(st.text(max_size=400))
def test_any_words_make_lines_that_fit_and_that_can_be_sent(ordene):
    svar = skriv(Punkt(kort(ordene), tekst=kort(ordene)))

    svar.encode("utf-8")
    assert [linje for linje in svar.split("\n") if len(linje) > BREDDE] == []


def test_very_long_words_are_cut_and_what_cannot_be_seen_is_out():
    assert kort("x " * 200) == "x " * 99 + "x…"
    assert kort("linje\r\nBcc: ond@example.com\u202e\ud800\x07") == "linje Bcc: ond@example.com"
    assert kort("שלום عالم 🙂") == "שלום عالم 🙂"
