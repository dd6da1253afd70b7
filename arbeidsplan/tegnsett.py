"""The letters of what comes in: UTF-8, as on all our pages, whatever a request calls them.

Django reads a request by any of Python's codecs that it names, its address too, and does so before there is a request
to guard (`django.core.handlers.wsgi.WSGIRequest`). Some of those make no text (`hex`, `idna`), and then nobody gets an
answer of ours; others (`unicode_escape`) make half characters, which no browser can send.
"""

import re
from collections.abc import Callable
from typing import Any

Program = Callable[[dict[str, Any], Callable[..., Any]], Any]

_GRENSE = re.compile(r';\s*boundary=(?:"[^"]*"|[^";\s]*)', re.IGNORECASE)


def i_utf8(program: Program) -> Program:
    """Wrap a WSGI program: of a content type only the kind reaches it, and the boundary between a form's parts."""

    def i_vaare_tegn(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        slag, _, resten = environ.get("CONTENT_TYPE", "").partition(";")
        if resten:
            grense = _GRENSE.search(f";{resten}")
            environ["CONTENT_TYPE"] = slag + (grense[0] if grense else "")
        return program(environ, start_response)

    return i_vaare_tegn
