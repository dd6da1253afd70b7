"""Which texts are the plan's wording, and how a change of them reads in the log."""

from typing import Any, NamedTuple

from django.db import models
from django.utils.formats import localize
from django.utils.text import Truncator, capfirst

from .models import Aktivitetsrad, Avsnitt, Kapittel, Maal, Periodemaal, Plan, Tiltak

ORDLYD: dict[type[models.Model], tuple[str, ...]] = {
    Plan: ("tittel", "undertittel", "organisasjon", "fra", "til"),
    Kapittel: ("overskrift",),
    Avsnitt: ("tekst", "punkt"),
    Periodemaal: ("tekst",),
    Maal: ("nummer", "overskrift", "motto"),
    Tiltak: ("kode", "tekst", "gjennomfoering", "ansvarlig"),
    Aktivitetsrad: ("maaned", "valgaar", "mellomaar"),
}
UTEN_NAVN = ("tekst", "overskrift", "maaned", "kode", "nummer")  # the wording itself, and what the part is called by


class Endring(NamedTuple):
    """One field of wording that was changed."""

    felt: str
    foer: str
    etter: str


def planen_til(ting: models.Model | None) -> Plan | None:
    """Give the plan that a part of one belongs to; None when it does not say yet."""
    if ting is None or isinstance(ting, Plan):
        return ting
    for vei in ("plan", "maal", "kapittel"):
        if getattr(ting, f"{vei}_id", None):
            return planen_til(getattr(ting, vei))
    return None


def lagt_til(ting: models.Model) -> Endring:
    """What the log says of a part that came into the plan."""
    return Endring("lagt til", "", hele_ordlyden(ting))


def tatt_ut(ting: models.Model) -> Endring:
    """What the log says of a part that went out of the plan."""
    return Endring("tatt ut", hele_ordlyden(ting), "")


def hele_ordlyden(ting: models.Model) -> str:
    """Everything that a part says, a line for each of its texts: "Gjennomføring: Årlig"."""
    linjer = []
    for felt in ORDLYD[type(ting)]:
        verdi = getattr(ting, felt)
        if verdi and felt != "punkt":
            navn = capfirst(str(ting._meta.get_field(felt).verbose_name))  # type: ignore[union-attr]
            linjer.append(som_tekst(verdi) if felt in UTEN_NAVN else f"{navn}: {som_tekst(verdi)}")
    return "\n".join(linjer)


def som_tekst(verdi: Any) -> str:
    """Give a value as the log writes it; nothing is an empty text."""
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    return "" if verdi is None else str(localize(verdi))


def navnet_paa(ting: models.Model) -> str:
    """What a part of the plan is called in the log."""
    if isinstance(ting, Avsnitt):
        return Truncator(f"{ting.kapittel or ting.maal}, avsnitt {ting.nr}").chars(200)
    if isinstance(ting, Tiltak):
        return f"Tiltak {ting.kode or Truncator(f'«{ting.tekst}»').chars(80)}"
    if isinstance(ting, (Periodemaal, Aktivitetsrad)):
        return f"{ting._meta.verbose_name} {ting.nr}".capitalize()
    return Truncator(str(ting)).chars(200)
