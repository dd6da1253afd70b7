"""How somebody logged in, in words. Pure: reads what allauth noted on the way, and asks for nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..konto.faktorer import I_ORD

# By allauth's own names (`allauth.account.authentication`): the method, and for a second factor its type.
FOERST = {
    "password": "passord",
    "code": "kode på e-post",
    "password_reset": "lenke på e-post",
    "invitasjon": "invitasjon",
}
SAA = I_ORD | {"recovery_codes": "reservekode"}  # one of them


def maaten(trinn: Iterable[Mapping[str, Any]]) -> str:
    """Say how, from the steps that were taken: "Passord og kode fra app". Nothing where no step is known.

    Whoever began one way and gave up has left that step behind them: it counts from the last way that was begun.
    """
    ordene: list[str] = []
    for ett in trinn:
        hva = FOERST.get(ett.get("method", "")) or SAA.get(ett.get("type", ""), "")
        if ett.get("method") in FOERST or ett.get("passwordless"):
            ordene = []
        if hva and not ett.get("reauthenticated"):
            ordene.append(hva)
    return " og ".join(dict.fromkeys(ordene)).capitalize()
