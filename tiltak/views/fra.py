"""The pages that a termin can be set from, what the list of measures showed there, and the way back to each."""

from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from aktivitet.heltall import heltall

from ..models import Plan, Termin
from ..models.rapport import AARENE
from ..tabell.utsnitt import HELE_PERIODEN

FRA_LISTEN, FRA_TILTAKET, FRA_FORSIDEN, FRA_PLANEN = "liste", "tiltak", "forside", "plan"
FRA_STYREMOETET, FRA_RAPPORTEN = "styremote", "rapport"
LENGST = 1000  # characters of a list's address; what is longer was not made by our own form


@dataclass(frozen=True)
class Utvalg:
    """What the list of measures, the meeting's page or the report showed, as its query string: "aar=2026&organ=AU".

    It is read from a request, so anything may stand there, and nothing in it leads anywhere but to that page.
    """

    som_spoersmaal: str = ""

    @classmethod
    def av(cls, tekst: str) -> Self:
        """Read it: what is no query string of ours is nothing chosen."""
        try:
            valg = QueryDict(tekst if len(tekst) <= LENGST else "")
        except ValueError:  # letters that there are none of
            valg = QueryDict()
        rent = QueryDict(mutable=True)
        for navn, verdier in valg.lists():
            brukbare = [verdi for verdi in verdier if verdi and verdi.isprintable()]
            if navn.isidentifier() and brukbare:
                rent.setlist(navn, brukbare)
        return cls(rent.urlencode())

    def __str__(self) -> str:
        return self.som_spoersmaal

    @property
    def etter_sti(self) -> str:
        """As it stands behind a page's address: with its question mark, or nothing."""
        return f"?{self.som_spoersmaal}" if self.som_spoersmaal else ""

    def aar(self, ellers: int) -> int | None:
        """The year that the list showed, None for the whole period, `ellers` when it says nothing of it."""
        valgt = QueryDict(self.som_spoersmaal).get("aar", "")
        return None if valgt == HELE_PERIODEN else heltall(valgt) or ellers


@dataclass(frozen=True)
class Sted:
    """Where a termin's row stands: on which page, and for the list what it showed."""

    fra: str
    utvalg: Utvalg

    @classmethod
    def av(cls, request: HttpRequest) -> Self:
        """Read it from what the row sends along: in a form's hidden fields, or in a link."""
        sendt = request.POST if request.method == "POST" else request.GET
        return cls(sendt.get("fra", ""), Utvalg.av(sendt.get("utvalg", "")))

    def tilbake(self, termin: Termin) -> str:
        """Give the address of the place on that page where the termin stands."""
        if self.fra == FRA_FORSIDEN:
            return reverse("forside")
        if self.fra == FRA_RAPPORTEN:
            aar = self.utvalg.aar(termin.siste.year)
            rapporten = reverse("tiltak:rapport", args=[aar if aar in AARENE else termin.siste.year])
            return f"{rapporten}#termin-{termin.pk}"
        if self.fra == FRA_PLANEN:
            return f"{termin.tiltak.maal.plan.get_absolute_url()}?aar={termin.siste.year}#termin-{termin.pk}"
        if self.fra == FRA_TILTAKET or termin.tiltak.maal.plan.status != Plan.Status.VEDTATT:
            return f"{termin.tiltak.get_absolute_url()}#termin-{termin.pk}"
        if self.fra == FRA_STYREMOETET:
            return f"{reverse('tiltak:styremoete')}{self.utvalg.etter_sti}#termin-{termin.pk}"
        if self.fra == FRA_LISTEN and self.utvalg.som_spoersmaal:
            return f"{reverse('tiltak:liste')}{self.utvalg.etter_sti}#termin-{termin.pk}"
        return termin.adresse_i_listen

    def satt(self, termin: Termin) -> str:
        """Give the address of the termin when it was just set: of its link, on the pages where a row may be small.

        A small row lays out what it says across all of its neighbours, and has no box of its own meanwhile: a browser
        finds no way to that.
        """
        tilbake = self.tilbake(termin)
        return tilbake.replace("#termin-", "#rad-") if self.fra in (FRA_LISTEN, FRA_TILTAKET) else tilbake
