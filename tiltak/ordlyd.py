"""Which texts are the plan's wording, and the log that says why an adopted one was changed."""

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from django.db import models
from django.utils.formats import localize
from django.utils.text import Truncator

from .models import Aktivitetsrad, Avsnitt, Kapittel, Maal, Ordlydsendring, Periodemaal, Plan, Tiltak

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

ORDLYD: dict[type[models.Model], tuple[str, ...]] = {
    Plan: ("tittel", "undertittel", "organisasjon", "fra", "til"),
    Kapittel: ("overskrift",),
    Avsnitt: ("tekst",),
    Periodemaal: ("tekst",),
    Maal: ("nummer", "overskrift", "motto"),
    Tiltak: ("maal", "kode", "tekst", "gjennomfoering", "ansvarlig"),
    Aktivitetsrad: ("maaned", "valgaar", "mellomaar"),
}


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


def endringer(ting: models.Model, nye: dict[str, Any]) -> list[Endring]:
    """Tell which fields of wording differ between what is stored of `ting` and the `nye` values.

    Of something that is not stored yet, every text counts as changed from nothing.
    """
    lagret = type(ting)._default_manager.filter(pk=ting.pk).first() if ting.pk else None
    felter = [felt for felt in ORDLYD[type(ting)] if felt in nye and (lagret or felt != "maal")]
    alle = [(felt, som_tekst(getattr(lagret, felt) if lagret else ""), som_tekst(nye[felt])) for felt in felter]
    navn = {felt.name: str(felt.verbose_name) for felt in type(ting)._meta.fields}
    return [Endring(navn[felt], foer, etter) for felt, foer, etter in alle if foer != etter]


def loggfoer(ting: models.Model, endret: list[Endring], *, grunn: str, av: "Bruker") -> None:
    """Add the changes to the log of adopted wording, in the transaction that saves them."""
    plan = cast(Plan, planen_til(ting))
    for felt, foer, etter in endret:
        Ordlydsendring.objects.create(
            plan=plan, hva=navnet_paa(ting), felt=felt, foer=foer, etter=etter, grunn=grunn, av=av
        )


def som_tekst(verdi: Any) -> str:
    """Give a value as the log writes it; nothing is an empty text."""
    return "" if verdi is None else str(localize(verdi))


def navnet_paa(ting: models.Model) -> str:
    """What a part of the plan is called in the log."""
    if isinstance(ting, Avsnitt):
        return Truncator(f"{ting.kapittel or ting.maal}, avsnitt {ting.nr}").chars(200)
    if isinstance(ting, Tiltak):
        return f"Tiltak {ting.kode}"
    if isinstance(ting, (Periodemaal, Aktivitetsrad)):
        return f"{ting._meta.verbose_name} {ting.nr}".capitalize()
    return Truncator(str(ting)).chars(200)
