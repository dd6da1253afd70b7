"""The site's own address, as letters tell it."""

import pytest

from arbeidsplan.epost.innstillinger import InnstillingMangler, adressen

MANGLER = "ADRESSE mangler: sett miljøvariabelen til adressen folk bruker, for eksempel https://plan.example.org."


@pytest.mark.parametrize(
    ("satt", "verter", "svar"),
    [
        ("https://plan.example.org", ["annen.example.org"], "https://plan.example.org"),
        ("https://plan.example.org/", [], "https://plan.example.org"),
        ("https://example.org/plan/", [], "https://example.org/plan"),
        ("http://127.0.0.1:8000", [], "http://127.0.0.1:8000"),
        ("https://blåbær.example.org", [], "https://blåbær.example.org"),
        ("", ["plan.example.org", "www.example.org"], "https://plan.example.org"),
        ("", ["localhost", "127.0.0.1", "plan.example.org"], "https://plan.example.org"),
    ],
)
def test_the_address_is_the_one_that_is_set_or_the_first_host_that_others_may_use(settings, satt, verter, svar):
    settings.ADRESSE, settings.ALLOWED_HOSTS = satt, verter

    assert adressen() == svar


@pytest.mark.parametrize("verter", [[], ["localhost", "127.0.0.1", "[::1]"], [".example.org"], ["*"]])
def test_where_no_address_can_be_known_it_says_what_to_set(settings, verter):
    settings.ADRESSE, settings.ALLOWED_HOSTS = "", verter

    with pytest.raises(InnstillingMangler) as grunn:
        adressen()

    assert str(grunn.value) == MANGLER


@pytest.mark.parametrize(
    "satt",
    [
        "plan.example.org",
        "ftp://plan.example.org",
        "https://",
        "https://plan.example.org/?a=1",
        "https://plan.example.org:port",
        "https://plan example.org",
        "https://kari@example.org",
        "https://[plan",
    ],
)
def test_what_is_no_address_is_refused(settings, satt):
    settings.ADRESSE = satt

    with pytest.raises(InnstillingMangler) as grunn:
        adressen()

    assert str(grunn.value) == f"ADRESSE må være en hel adresse som https://plan.example.org, ikke «{satt}»."


def test_without_a_key_that_outlives_the_command_there_are_no_links(settings):
    settings.SECRET_KEY_MANGLER = True

    with pytest.raises(InnstillingMangler, match=r"^SECRET_KEY mangler: uten den virker ikke lenkene i e-posten\. "):
        adressen()
