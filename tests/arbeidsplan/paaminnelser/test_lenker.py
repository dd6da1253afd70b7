"""The signed address that turns a reminder off."""

import pytest
from django.core.signing import Signer

from arbeidsplan.paaminnelser.lenker import SALT, lag_token, les_token


def test_a_token_is_read_back_and_fits_in_an_address():
    token = lag_token(12, "ukeliste")

    assert les_token(token) == (12, "ukeliste")
    assert token == lag_token(12, "ukeliste")
    assert not set(token) & set("/?#&:% ")


@pytest.mark.parametrize(
    "token",
    [
        "",
        "tull",
        "WzEyLCJ1a2VsaXN0ZSJd.tull",
        lag_token(12, "ukeliste")[:-1],
        f"a{lag_token(12, 'ukeliste')}",
        lag_token(12, "noe-annet"),
        Signer(salt="et-annet", sep=".").sign_object([12, "ukeliste"]),
        Signer(salt=SALT, sep=".").sign_object("tull"),
        "\x00",
        "å" * 3000,
    ],
)
def test_what_we_did_not_write_is_no_token(token):
    assert les_token(token) is None


def test_a_token_is_for_one_person_and_one_kind():
    innhold, _ = lag_token(12, "ukeliste").split(".")
    _, andres_signatur = lag_token(13, "ukeliste").split(".")

    assert les_token(f"{innhold}.{andres_signatur}") is None
