"""Where a person's name or address stands in words that somebody wrote: no key leads there, so it is looked for.

Nothing of it is changed: what stands in a decision, a note or a published report is for people to judge. The places
are shown, so that what should go can be taken away by hand.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst

from aktivitet.models import Aktivitet
from tiltak.models import Rapport, Rapporttekst, Statusendring, Termin, Tidligeretekst, Tiltak, Vedlegg

from ..models import Bruker

ETASJENE = ("aktivitet", "tiltak")
# Where each kind is read, and what the address is made of; the last part is what the thing is called.
LENKER = {
    "aktivitet.Aktivitet": ("aktivitet:aktivitet", "pk", "tittel"),
    "tiltak.Tiltak": ("tiltak:ett_tiltak", "pk", "kode"),
    "tiltak.Termin": ("tiltak:termin", "pk", "tiltak__kode"),
    "tiltak.Statusendring": ("tiltak:termin", "termin_id", "termin__tiltak__kode"),
    "tiltak.Vedlegg": ("tiltak:ett_tiltak", "tiltak_id", "tiltak__kode"),
    "tiltak.Plan": ("tiltak:en_plan", "slug", "tittel"),
    "tiltak.Kapittel": ("tiltak:en_plan", "plan__slug", "plan__tittel"),
    "tiltak.Periodemaal": ("tiltak:en_plan", "plan__slug", "plan__tittel"),
    "tiltak.Maal": ("tiltak:en_plan", "plan__slug", "nummer"),
    "tiltak.Avsnitt": ("tiltak:en_plan", "maal__plan__slug", "maal__nummer"),
    "tiltak.Planutgave": ("tiltak:historikk", "plan__slug", "plan__tittel"),
    "tiltak.Ordlydsendring": ("tiltak:historikk", "plan__slug", "hva"),
    "tiltak.Resultatfoering": ("tiltak:en_plan", "plan__slug", "plan__tittel"),
    "tiltak.Rapport": ("tiltak:rapport", "aar", "aar"),
    "tiltak.Rapporttekst": ("tiltak:rapport", "rapport__aar", "rapport__aar"),
    "tiltak.Tidligeretekst": ("tiltak:rapport", "rapporttekst__rapport__aar", "rapporttekst__rapport__aar"),
    "tiltak.Rapportutgave": ("tiltak:rapportutgave", "rapport__aar", "nr", "rapport__aar"),
    "tiltak.Gjenaapning": ("tiltak:rapport_saksgang", "utgave__rapport__aar", "utgave__rapport__aar"),
}


@dataclass(frozen=True)
class Navnested:
    """One place: what kind of thing it is, what that is called, in which field, and where it is read."""

    slag: str
    navn: str
    felt: str
    lenke: str

    @property
    def i_ord(self) -> str:
        """The place in words: "Aktivitet: Medlemsmøte (kontakt)"."""
        return f"{self.slag}: {self.navn} ({self.felt})" if self.navn else f"{self.slag} ({self.felt})"


def navnesteder(om: Bruker, leser: Bruker) -> list[Navnested]:
    """Give where the person's whole name or address stands, of what `leser` may read. One query for each kind.

    Case and white space make no difference: Python compares, since SQLite does not fold Æ, Ø and Å.
    """
    nevnt = [_utjevnet(tekst) for tekst in (om.navn, om.email) if tekst]
    # Whole words, the genitive too: "Bo" does not stand in "bod", and does in "Bos".
    moenster = re.compile("|".join(rf"(?<!\w){re.escape(tekst)}s?(?!\w)" for tekst in nevnt))
    steder = []
    for modell in _modellene():
        rader = _lesbare(modell, leser)
        if rader is not None:
            steder += list(_i(modell, rader, moenster))
    return steder


def _modellene() -> Iterator[type[models.Model]]:
    for etasje in ETASJENE:
        yield from apps.get_app_config(etasje).get_models()


def _lesbare(modell: type[models.Model], leser: Bruker) -> models.QuerySet[Any] | None:
    """What this person may read of a kind; None for a kind that they may read nothing of."""
    alle = modell._default_manager.order_by("pk")
    if leser.has_perms(["aktivitet.rediger_alle", "tiltak.rediger_plan"]):
        return alle
    if modell is Aktivitet:
        return alle.filter(pk__in=Aktivitet.objects.synlige_for(leser).values("pk"))
    if not leser.has_perm("tiltak.se_status"):
        return None
    tiltak = Tiltak.objects.lesbare_for(leser)
    rapporter = Rapport.objects.synlige_for(leser)
    avgrenset: dict[Any, dict[str, Any]] = {
        Tiltak: {"pk__in": tiltak.values("pk")},
        Termin: {"tiltak__in": tiltak},
        Statusendring: {"termin__tiltak__in": tiltak},
        Vedlegg: {"tiltak__in": tiltak, "fjernet": None},
        Rapporttekst: {"rapport__in": rapporter},
        Tidligeretekst: {"rapporttekst__rapport__in": rapporter},
    }
    return alle.filter(**avgrenset[modell]) if modell in avgrenset else None


def _i(modell: type[models.Model], rader: models.QuerySet[Any], nevnt: re.Pattern[str]) -> Iterator[Navnested]:
    felter = tekstfelter(modell)
    visning, *deler, navn = LENKER.get(modell._meta.label, ("", ""))
    ekstra = [*deler, navn] if visning else ["pk"]
    for rad in rader.values_list(*ekstra, *(felt.name for felt in felter)).iterator():
        sti, verdier = rad[: len(deler)], rad[len(ekstra) :]
        for felt, verdi in zip(felter, verdier, strict=True):
            if verdi and nevnt.search(_utjevnet(verdi)):
                yield Navnested(
                    slag=capfirst(str(modell._meta.verbose_name)),
                    navn=str(rad[len(deler)] or "") if visning else "",
                    felt=str(felt.verbose_name),
                    lenke=reverse(visning, args=sti) if visning and None not in sti else "",
                )


def tekstfelter(modell: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The model's fields that somebody writes words in. The search column only says over again what the others say."""
    slag = (models.CharField, models.TextField, models.JSONField)
    felter = [felt for felt in modell._meta.get_fields() if isinstance(felt, slag)]
    return [felt for felt in felter if not felt.flatchoices and felt.name != "soek"]


def _utjevnet(verdi: Any) -> str:
    tekst = verdi if isinstance(verdi, str) else json.dumps(verdi, ensure_ascii=False)
    return " ".join(tekst.replace("\\n", " ").split()).casefold()  # a line end inside JSON is written so
