"""The calendar in a frame on another website: what may be chosen for it, what it shows, and the code that shows it."""

from datetime import date

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..models import Aktivitet, AktivitetQuerySet
from ..utvalg import Utvalg

VANLIG_ANTALL, FLEST = 10, 50
RAMME = '<iframe src="{}" title="{}" width="100%" height="600" loading="lazy" style="border: 0"></iframe>'


class Rammeutvalg(Utvalg):
    """The page's own filter, and how many to show."""

    antall = forms.IntegerField(
        label="Hvor mange",
        help_text=f"Tomt: {VANLIG_ANTALL}.",
        required=False,
        min_value=1,
        max_value=FLEST,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], f"Skriv et tall fra 1 til {FLEST}."),
    )

    @property
    def hvor_mange(self) -> int:
        return self.valg.get("antall") or VANLIG_ANTALL

    @property
    def rammens_adresse(self) -> str:
        """The choice as the end of the frame's own address, "?lag=hamar-sv&antall=5"."""
        return self._adresse({"antall": str(self.valg["antall"])} if self.valg.get("antall") else {})


def de_neste(aktiviteter: AktivitetQuerySet, i_dag: date, antall: int) -> list[Aktivitet]:
    """Give the first `antall` of those that go on today or come later, of `aktiviteter` in order.

    Asked for in two parts, each bounded: what has begun is found by its days, and what comes by the first day alone.
    """
    paagaar = aktiviteter.i_perioden(i_dag, i_dag)[:antall]
    return [*paagaar, *aktiviteter.begynner_etter(i_dag)[:antall]][:antall]


def rammekode(adresse: str, tittel: str) -> SafeString:
    """Give the code to paste into another website: a frame, and no script of anybody's."""
    return format_html(RAMME, adresse, tittel)
