"""A code that was sent in a letter and waits for its reader: in the session that asked for it, so it fits nowhere
else."""

import time
from dataclasses import asdict, dataclass

from allauth.core.internal.cryptokit import compare_user_code
from django.http import HttpRequest

FLEST_FORSOEK = 3


@dataclass(frozen=True)
class Sendt:
    """One code, and the address that it went to. Without a code nothing fits."""

    til: str
    kode: str
    naar: float
    forsoek: int = 0


@dataclass(frozen=True)
class Ventekode:
    """The one code of its kind that may wait in a session: under the key `noekkel`, for `varer` seconds."""

    noekkel: str
    varer: int

    def husk(self, request: HttpRequest, kode: str, *, til: str) -> None:
        """Let this one wait, in place of any that did."""
        request.session[self.noekkel] = asdict(Sendt(til, kode, time.time()))

    def ventende(self, request: HttpRequest) -> Sendt | None:
        """Give the one that waits, unless it has waited too long or been tried too often."""
        lagret = request.session.get(self.noekkel)
        sendt = Sendt(**lagret) if lagret else None
        if sendt and (time.time() - sendt.naar > self.varer or sendt.forsoek >= FLEST_FORSOEK):
            del request.session[self.noekkel]
            return None
        return sendt

    def bruk(self, request: HttpRequest, skrevet: str) -> Sendt | None:
        """Give the one that waits when this is its code, however that is written: then it has been used. None when it
        is not, which is counted."""
        sendt = self.ventende(request)
        if sendt is None:
            return None
        # A telephone may have made the hyphen a dash, and then allauth would not know it.
        if compare_user_code(actual="".join(filter(str.isalnum, skrevet)), expected=sendt.kode):
            del request.session[self.noekkel]
            return sendt
        request.session[self.noekkel] = asdict(sendt) | {"forsoek": sendt.forsoek + 1}
        return None
