"""The addresses in what people wrote: which they are, what they are called, and that nothing else slips in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivitet.lenker import Lenke, biter, trygg
from aktivitet.templatetags.lenker import lenken_til, med_lenker


def adressene(tekst):
    return [bit.adresse for bit in biter(tekst) if isinstance(bit, Lenke)]


@pytest.mark.parametrize(
    ("tekst", "adresser"),
    [
        ("Se https://sv.no/innlandet.", ["https://sv.no/innlandet"]),
        ("Se www.sv.no/innlandet, og HTTP://EXAMPLE.ORG!", ["https://www.sv.no/innlandet", "HTTP://EXAMPLE.ORG"]),
        ("(https://sv.no/a_(b)), «https://sv.no/c».", ["https://sv.no/a_(b)", "https://sv.no/c"]),
        ("https://sv.no/a?b=1&c=å#d\nhttps://example.org", ["https://sv.no/a?b=1&c=å#d", "https://example.org"]),
        ("https://blåbær.no:8080/å", ["https://blåbær.no:8080/å"]),
        ("sv.no, kari@sv.no, ftp://sv.no, javascript:alert(1), data:text/html,x", []),
        ("https:// http://[ https://a:port http://. www.", []),
        ("", []),
    ],
)
def test_what_begins_as_an_address_is_one(tekst, adresser):
    assert adressene(tekst) == adresser


@pytest.mark.parametrize(
    ("adresse", "vist"),
    [
        ("https://www.sv.no/", "sv.no"),
        ("https://sv.no/innlandet/?a=1", "sv.no/innlandet/…"),
        ("http://sv.no/a#b", "sv.no/a/…"),
        ("https://example.org/" + "a" * 300, "example.org/" + "a" * 48 + "…"),
        ("https://sv.no@example.org/sv.no", "example.org/sv.no"),
        ("https://example.org/\u202egp.exe", "example.org/gp.exe"),
    ],
)
def test_an_address_is_shown_by_its_host_and_path(adresse, vist):
    assert trygg(adresse) == Lenke(adresse, vist)


@pytest.mark.parametrize(
    "adresse",
    [
        "javascript:alert(1)",
        "//sv.no",
        "/tiltak/",
        "https://",
        "http://[",
        "",
        "x\0",
        r"https://ond.no\@sv.no",
        "https://a.no/ b",
    ],
)
def test_what_may_not_be_followed_is_no_link(adresse):
    assert trygg(adresse) is None
    assert lenken_til(adresse, "<Referat>") == "&lt;Referat&gt;"


def test_what_people_wrote_is_shown_as_they_wrote_it():
    assert med_lenker('Lest: https://sv.no/"><b>\n<i>Fint</i>') == (
        'Lest: <a href="https://sv.no/" rel="noopener noreferrer">sv.no</a>'
        "&quot;&gt;&lt;b&gt;<br>&lt;i&gt;Fint&lt;/i&gt;"
    )


def test_a_stored_link_is_called_by_its_name_and_tells_where_it_leads():
    assert lenken_til("https://sv.no/referat?a=1&b=2", "Referat & mer") == (
        '<a href="https://sv.no/referat?a=1&amp;b=2" rel="noopener noreferrer">Referat &amp; mer</a> '
        '<span class="dempet">sv.no/referat/…</span>'
    )


@given(st.text("htps:/.[]()@#?x \n", max_size=80))
def test_nothing_is_lost(tekst):
    assert "".join(bit if isinstance(bit, str) else bit.adresse for bit in biter(tekst)) == tekst


@given(st.text(max_size=100), st.text("htps:/.w[]()@#?x ", max_size=80))
def test_whatever_stands_there_only_web_addresses_are_links(tekst, adresselikt):
    skrevet = f"{tekst}{adresselikt}<script>"

    assert all(adresse.lower().startswith(("http://", "https://")) for adresse in adressene(skrevet))
    assert "<script" not in med_lenker(skrevet)
