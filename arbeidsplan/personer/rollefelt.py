"""The fields that give a role and its last day, the same in every form: their names, and what they say together."""

from typing import Any

from ..roller import Rolle, som_lagret

UTEN_KRYSS = "Kryss av for rollen, eller ta bort siste dag."
LAG_UTEN_ROLLEN = "Kryss av her også, ellers kan ikke personen redigere for lagene."


def kryss(rolle: Rolle) -> str:
    """The name of the field that gives the role."""
    return f"rolle_{rolle.value}"


def siste_dag(rolle: Rolle) -> str:
    """The name of the field for the role's last day."""
    return f"siste_dag_{rolle.value}"


def valgt(rent: dict[str, Any]) -> dict[str, str | None]:
    """Give the roles that are ticked in what is cleaned, each with its last day, as they are stored."""
    return {rolle.value: som_lagret(rent.get(siste_dag(rolle))) for rolle in Rolle if rent.get(kryss(rolle))}
