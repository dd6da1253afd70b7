"""What the demo is made from: the plan's fixture by its name, and the demo's own files below fixtures/demo/."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from .fortelling import Fortelling
from .hendelser import Hendelse

PLANFIXTURE = "innlandet-2025-2028"  # for loaddata
MAPPE = Path(__file__).resolve().parent.parent.parent / "fixtures" / "demo"


@cache
def _les(navn: str) -> dict[str, Any]:
    with (MAPPE / f"{navn}.toml").open("rb") as fil:
        return tomllib.load(fil)


def passord() -> str:
    """The one password of all the demo's people."""
    return str(_les("folk")["passord"])


def folk() -> list[dict[str, Any]]:
    """The people: key, name, address, roles."""
    return list(_les("folk")["bruker"])


def inviterte() -> list[dict[str, Any]]:
    """Those who are invited and have not answered: name, address, roles."""
    return list(_les("folk")["invitert"])


def lag() -> list[dict[str, Any]]:
    """The organisers beside the county branch, each with the keys of its editors."""
    return list(_les("folk")["lag"])


def spor() -> list[dict[str, Any]]:
    """What the people did lately: how many days ago, the hour, who and about whom, by their keys."""
    return list(_les("spor")["spor"])


def hendelser() -> list[Hendelse]:
    """What happens every year."""
    return [Hendelse(**rad) for rad in _les("kalender")["aktivitet"]]


def fortellinger() -> list[Fortelling]:
    """What is done with each measure."""
    return [Fortelling.fra_toml(rad) for rad in _les("status")["tiltak"]]


def rapporttekster() -> dict[str, Any]:
    """What is written in a report: in one of an election year, of a mid-year, and in one that is begun; and where the
    annual meeting is held."""
    return _les("rapport")
