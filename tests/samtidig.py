"""Several at once: real processes on the test's own database, each with a connection of its own.

They are forked from one process that has read the app and asked the database nothing, as a server's workers are: to
start a Python for each would take seconds. They see what is committed, so the test must ask for `transactional_db`.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from typing import Any

from django.db import connection

SEKUNDER = 120

prosesser = get_context("forkserver")
prosesser.set_forkserver_preload(["tests.appen_lest"])
_alle: Barrier


def samtidig(arbeid: Callable[[Any], Any], saker: Iterable[Any]) -> list[Any]:
    """Give what `arbeid` gives for each of `saker`, in their order, each in a process of its own.

    `arbeid` is a function of a module. When it has made ready, it calls `vent`.
    """
    sakene = list(saker)
    felles = (connection.settings_dict["NAME"], prosesser.Barrier(len(sakene)))
    with ProcessPoolExecutor(len(sakene), prosesser, _klargjoer, felles) as alle:
        return list(alle.map(arbeid, sakene, timeout=SEKUNDER))


def vent() -> None:
    """Wait until all have come to this line."""
    connection.ensure_connection()
    _alle.wait(SEKUNDER)


def _klargjoer(basen: Any, alle: Barrier) -> None:
    global _alle
    connection.settings_dict["NAME"], _alle = basen, alle
