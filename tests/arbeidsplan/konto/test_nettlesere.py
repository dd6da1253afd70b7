"""A browser in two words."""

import pytest

from arbeidsplan.konto.nettlesere import i_ord

AGENTER = [
    (
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
        "Chrome på Android",
    ),
    (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1",
        "Safari på iPhone",
    ),
    ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) CriOS/126.0 Mobile Safari/604.1", "Chrome på iPhone"),
    ("Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) FxiOS/127.0 Mobile Safari/605.1", "Firefox på iPad"),
    ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge på Windows"),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1.15", "Safari på Mac"),
    ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/126.0 Safari/537.36", "Chrome på Chromebook"),
    (
        "Mozilla/5.0 (Linux; Android 14) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
        "Samsung Internett på Android",
    ),
    ("Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0 Safari/537.36 OPR/111.0", "Opera på Linux"),
    ("curl/8.0", "Ukjent nettleser"),
    ("", "Ukjent nettleser"),
    ("<script>alert(1)</script>\r\nX: y\x00", "Ukjent nettleser"),
]


@pytest.mark.parametrize(("agent", "ord_"), AGENTER)
def test_a_browser_is_told_in_words(agent, ord_):
    assert i_ord(agent) == ord_


@pytest.mark.parametrize("ord_", sorted({ord_ for _, ord_ in AGENTER}))
def test_words_told_again_are_the_same_words(ord_):
    assert i_ord(ord_) == ord_
