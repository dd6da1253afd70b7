"""Which websites may frame the calendar: what is read from the environment, and what is refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from arbeidsplan.innbygging import les_nettsteder


@pytest.mark.parametrize(
    ("verdi", "nettstedene"),
    [
        ("", []),
        (" , ", []),
        ("https://innlandet.sv.no", ["https://innlandet.sv.no"]),
        ("https://Innlandet.SV.no/ ,https://sv.no:8443", ["https://innlandet.sv.no", "https://sv.no:8443"]),
        ("https://østre-toten.no", ["https://xn--stre-toten-zcb.no"]),
        ("http://localhost:8000,http://127.0.0.1", ["http://localhost:8000", "http://127.0.0.1"]),
    ],
)
def test_origins_are_read_as_a_policy_has_them(verdi, nettstedene):
    assert les_nettsteder(verdi) == nettstedene


@pytest.mark.parametrize(
    "verdi",
    [
        "*",
        "'self'",
        "https:",
        "https://",
        "innlandet.sv.no",
        "https://*.sv.no",
        "http://innlandet.sv.no",
        "https://sv.no/hva-skjer",
        "https://sv.no?",
        "https://sv.no#",
        "https://sv.no:port",
        "https://sv.no:99999",
        "https://per@sv.no",
        "https://sv.no; script-src *",
        "https://sv.no https://ond.example",
        "https://sv\n.no",
        "https://sv..no",
        "https://-sv.no",
        "https://sv.no'",
        "data:text/html,x",
        "javascript://sv.no",
        "https://[",
    ],
)
def test_what_is_no_origin_is_refused_by_name(verdi):
    with pytest.raises(ImproperlyConfigured) as grunn:
        les_nettsteder(f"https://sv.no,{verdi}")

    assert str(grunn.value).startswith("INNBYGGING: «")
    assert "Skriv https:// og vertsnavnet" in str(grunn.value)
