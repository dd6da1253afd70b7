"""What an entry tells of its activity, and what it never tells."""

from datetime import date

import pytest

from tests.aktivitet.hendelser import aktivitet, fil, hendelse

LENKE = "https://plan.example.org/hva-skjer/aktivitet/7/"
MOETEROM = "https://moterom.example.org/j/42?pwd=hemmelig"


def test_the_description_tells_all_that_has_no_field_of_its_own():
    aktiviteten = aktivitet(
        beskrivelse="Vi snakker om høsten.",
        flyttet_fra=date(2026, 4, 24),
        maalgruppe="Alle medlemmer",
        tilgjengelighet="Trappefritt; teleslynge",
        nettlenke=MOETEROM,
        nettlenke_for="alle",
        paamelding="https://skjema.example.org/?kurs=1,2",
        paamelding_innen=date(2026, 4, 20),
        papirer="Innkalling https://example.org/innkalling.pdf\nSaksliste https://example.org/saksliste.pdf",
        kontakt="Fylkessekretæren",
        kontakt_epost="post@example.org",
    )

    assert str(hendelse(aktiviteten)["DESCRIPTION"]).split("\n") == [
        "Flyttet fra fredag 24. april 2026.",
        "",
        "Vi snakker om høsten.",
        "",
        "For: Alle medlemmer",
        "Tilgjengelighet: Trappefritt; teleslynge",
        f"Møtet på nett: {MOETEROM}",
        "Påmelding innen 20. april 2026: https://skjema.example.org/?kurs=1,2",
        "Papirer:",
        "Innkalling https://example.org/innkalling.pdf",
        "Saksliste https://example.org/saksliste.pdf",
        "Kontakt: Fylkessekretæren, post@example.org",
        "",
        "Arrangør: Hamar SV",
        LENKE,
    ]


def test_sign_up_without_a_link_tells_its_last_day():
    ut = hendelse(aktivitet(paamelding_innen=date(2026, 4, 20)))

    assert str(ut["DESCRIPTION"]).split("\n")[0] == "Påmelding innen 20. april 2026."


def test_a_meeting_on_the_net_is_a_conference_and_the_place_where_there_is_no_other():
    uten_sted = hendelse(aktivitet(nettlenke=MOETEROM, nettlenke_for="alle"))
    med_sted = hendelse(aktivitet(nettlenke=MOETEROM, nettlenke_for="alle", sted="Biblioteket", kommune="Hamar"))

    for ut, sted in ((uten_sted, MOETEROM), (med_sted, "Biblioteket, Hamar")):
        (moete,) = ut.conferences
        assert (str(moete.uri), moete.feature, moete.label) == (MOETEROM, "VIDEO", "Møtet på nett")
        assert ut["CONFERENCE"].params["VALUE"] == "URI"
        assert str(ut["LOCATION"]) == sted


def test_a_link_for_those_logged_in_never_leaves():
    innhold = fil(aktivitet(nettlenke=MOETEROM, nettlenke_for="innloggede", paamelding="https://skjema.example.org/"))

    utbrettet = innhold.replace(b"\r\n ", b"")
    assert b"skjema.example.org" in utbrettet
    assert [ord_ for ord_ in (b"moterom", b"hemmelig", b"CONFERENCE", b"LOCATION") if ord_ in utbrettet] == []


@pytest.mark.parametrize(
    "adresse",
    ["javascript:alert(1)", "data:text/html,x", "https://", "https:///sti", "//moterom.example.org", "moterom 42", ""],
)
def test_what_is_stored_as_a_link_and_is_no_web_address_is_left_out(adresse):
    ut = hendelse(aktivitet(nettlenke=adresse, nettlenke_for="alle", paamelding=adresse))

    assert str(ut["DESCRIPTION"]) == f"Arrangør: Hamar SV\n{LENKE}"
    assert "CONFERENCE" not in ut
    assert "LOCATION" not in ut


def test_a_link_cannot_begin_a_line_of_its_own():
    ut = hendelse(
        aktivitet(nettlenke="https://a.example.org/ø\r\nATTENDEE:mailto:x@example.org", nettlenke_for="alle")
    )
    rett = hendelse(aktivitet(nettlenke='https://a.example.org/ø"\\', nettlenke_for="alle"))

    assert ("CONFERENCE" in ut, "ATTENDEE" in ut) == (False, False)
    assert str(rett["CONFERENCE"]) == "https://a.example.org/%C3%B8%22%5C"


@pytest.mark.parametrize("tekst", ["C:\\Nytt\\n", "\\N", "\\\\N", "\\,\\;\\\\", "a\\"])
def test_a_backslash_is_read_back_as_it_was_written(tekst):
    assert str(hendelse(aktivitet(tekst))["SUMMARY"]) == tekst


def test_a_type_is_a_category_and_an_entry_says_that_it_is_public():
    ut = hendelse(aktivitet(type="arsmoter-i-lokallag"))

    assert (ut["CATEGORIES"].to_ical().decode(), str(ut["CLASS"])) == ("Årsmøter i lokallag", "PUBLIC")


def test_what_is_moved_and_sharpened_is_the_same_entry_in_a_later_edition():
    foer = aktivitet("Leir", "maaned", date(2026, 6, 1), date(2026, 6, 30))
    etter = aktivitet("Leir", "dager", date(2026, 6, 12), date(2026, 6, 14), uid=foer.uid, versjon=2)

    assert [(ut["UID"], ut["SEQUENCE"], str(ut["STATUS"])) for ut in map(hendelse, (foer, etter))] == [
        (f"{foer.uid}@arbeidsplan", 0, "TENTATIVE"),
        (f"{foer.uid}@arbeidsplan", 1, "CONFIRMED"),
    ]
