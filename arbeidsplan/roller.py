"""Who may do what: the table role -> rights.

Rights are permission strings, so that `aktivitet` and `tiltak` can ask (`user.has_perm("tiltak.sett_status")`) without
importing anything from here. The strings that look like Django's own (`tiltak.change_plan`) open the admin.
"""

from datetime import date

from django.db import models
from django.utils.formats import date_format

# What whoever would be left without an administrator is told: nobody else can make one.
SISTE_ADMINISTRATOR = "Dette er den eneste administratoren uten siste dag. Gi rollen til en annen først."


class Rolle(models.TextChoices):
    """The roles that a person may have, several at once."""

    REDAKTOER = "lokallagsredaktoer", "Lokallagsredaktør"
    STYREMEDLEM = "styremedlem", "Styremedlem"
    SEKRETAER = "sekretaer", "Sekretær"
    ADMINISTRATOR = "administrator", "Administrator"


def _admin(app: str, *modeller: str, handlinger: tuple[str, ...] = ("view", "add", "change", "delete")) -> set[str]:
    return {f"{app}.{handling}_{modell}" for modell in modeller for handling in handlinger}


REDAKTOER = {"aktivitet.rediger_eget_lag"}

STYREMEDLEM = {
    "aktivitet.se_interne",
    "aktivitet.lag_for_fylkeslaget",
    "tiltak.se_status",
    "tiltak.sett_status",
    "tiltak.foelge_opp",
    "tiltak.se_rapportutkast",
}

SEKRETAER = (
    STYREMEDLEM
    | {
        "aktivitet.rediger_alle",
        "aktivitet.sett_moetedager",
        "tiltak.se_utkast",
        "tiltak.rediger_plan",
        "tiltak.skriv_rapport",
        "arbeidsplan.bruk_admin",
        "arbeidsplan.inviter",
        "arbeidsplan.slett_person",
    }
    | _admin("aktivitet", "lag", "aktivitet", "fastaktivitet")
    | _admin("tiltak", "plan", "planutgave", "ordlydsendring", handlinger=("view",))
    | _admin("arbeidsplan", "bruker", handlinger=("view", "add", "change"))
)

RETTIGHETER: dict[str, set[str]] = {
    Rolle.REDAKTOER: REDAKTOER,
    Rolle.STYREMEDLEM: STYREMEDLEM,
    Rolle.SEKRETAER: SEKRETAER,
}


def rettigheter(roller: set[str]) -> frozenset[str]:
    """Give the rights of somebody who has these roles. The administrator has every right and stands in no table."""
    return frozenset().union(*(RETTIGHETER.get(rolle, set()) for rolle in roller))


def som_gir(rettighet: str) -> frozenset[Rolle]:
    """Give the roles that have the right: the administrator has every one."""
    return frozenset(rolle for rolle in Rolle if rettighet in RETTIGHETER.get(rolle, ())) | {Rolle.ADMINISTRATOR}


def som_kan_gis(er_administrator: bool) -> list[Rolle]:
    """Give the roles that somebody who gives roles may give and take: an administrator is made by another one."""
    return [rolle for rolle in Rolle if rolle != Rolle.ADMINISTRATOR or er_administrator]


def som_dag(siste: str | None) -> date | None:
    """Give a role's last day as it is stored, as a day."""
    return date.fromisoformat(siste) if siste else None


def som_lagret(siste: date | None) -> str | None:
    """Give a role's last day as it is stored."""
    return siste.isoformat() if siste else None


def varer(siste: str | None, dag: date) -> bool:
    """Tell whether a role with this last day counts on the day: a last day counts to its end."""
    return siste is None or date.fromisoformat(siste) >= dag


def roller_i_ord(roller: dict[str, str | None]) -> str:
    """Say somebody's roles, each with its last day where it has one: "Styremedlem, Sekretær til 27. februar 2027".
    Nothing for none."""
    return ", ".join(_i_ord(rolle, roller[rolle]) for rolle in Rolle if rolle in roller)


def lengste(har: dict[str, str | None], faar: dict[str, str | None]) -> dict[str, str | None]:
    """Give the roles of somebody who has some and gets more, each with the later of its last days."""
    return har | {rolle: _senest(har[rolle], dag) if rolle in har else dag for rolle, dag in faar.items()}


def _i_ord(rolle: Rolle, siste: str | None) -> str:
    return f"{rolle.label} til {date_format(date.fromisoformat(siste))}" if siste else str(rolle.label)


def _senest(en: str | None, annen: str | None) -> str | None:
    return None if en is None or annen is None else max(en, annen)  # ISO days sort as they stand
