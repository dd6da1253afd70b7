"""The names of the fields that give a role and its last day, the same in every form."""

from ..roller import Rolle


def kryss(rolle: Rolle) -> str:
    """The name of the field that gives the role."""
    return f"rolle_{rolle.value}"


def siste_dag(rolle: Rolle) -> str:
    """The name of the field for the role's last day."""
    return f"siste_dag_{rolle.value}"
