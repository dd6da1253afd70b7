"""The parts that a board meeting goes through: plain values that the page, the PDF and the text render."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from aktivitet.tid import dag_i_ord

from ..fremdrift import Tall
from ..historikk import Innslag
from ..i_ord import ramse
from ..models import Maal, Plan, Termin, Tiltak
from .endringer import Endring
from .tid import Moete, Moetetid

ENDRET, FORFALT, KOMMER, LOEPENDE = "endret", "forfalt", "kommer", "loepende"
OVERSKRIFT = {
    ENDRET: "Endret siden sist",
    FORFALT: "Forfalt",
    KOMMER: "Frist før neste møte",
    LOEPENDE: "Løpende å vurdere",
}
TOMT = {
    ENDRET: "Ingen har satt noen status.",
    FORFALT: "Ingenting er forfalt.",
    KOMMER: "Ingen åpne frister.",
    LOEPENDE: "Ingen: alle er sett på.",
}


@dataclass(frozen=True)
class Linje:
    """One termin in a list. `staar_under` is the list that it is set in, where that is another than this one."""

    termin: Termin
    endring: Endring | None = None
    staar_under: str = ""

    @property
    def i_ord(self) -> str:
        """Say how it stands, with what was written last, and without any person's name."""
        if self.endring:
            return self._med_ord(self.endring.i_ord, self.endring.etter.merknad)
        termin = self.termin
        status = termin.get_status_display()
        if termin.loepende:
            sett = f"sist sett på {dag_i_ord(timezone.localdate(termin.endret))}" if termin.endret else "ikke vurdert"
            return self._med_ord(f"{status}, {sett}.", termin.merknad)
        if termin.utsatt_til:
            return self._med_ord(f"{status} til {dag_i_ord(termin.utsatt_til)}.", termin.merknad)
        anslag = " (anslag)" if termin.forfall_er_anslag else ""
        return self._med_ord(f"{status}, frist {dag_i_ord(termin.forfall)}{anslag}.", termin.merknad)

    @staticmethod
    def _med_ord(setning: str, ord_: str) -> str:
        return "\n".join(filter(None, [setning, ord_]))


@dataclass(frozen=True)
class Punkt:
    """What is in focus at a time: one measure in one of the lists, with those of its terminer that are there."""

    nr: int
    tiltak: Tiltak
    linjer: tuple[Linje, ...]


@dataclass(frozen=True)
class Maaldel:
    """One goal and the points under it."""

    maal: Maal
    punkter: tuple[Punkt, ...]


@dataclass(frozen=True)
class Del:
    """One of the four lists, by goal in the plan's order. `ordlyd` says what was changed in the plan's own wording."""

    navn: str
    ingress: str
    maal: tuple[Maaldel, ...]
    ordlyd: tuple[str, ...] = ()

    @property
    def overskrift(self) -> str:
        return OVERSKRIFT[self.navn]

    @property
    def tomt(self) -> str:
        return TOMT[self.navn]

    @property
    def terminer(self) -> int:
        """How many terminer the list has, which is what every other page counts."""
        return sum(len(punkt.linjer) for del_ in self.maal for punkt in del_.punkter)


@dataclass(frozen=True)
class Innhold:
    """All that the meeting goes through. `per` is the day that it is told on."""

    plan: Plan
    per: date
    tid: Moetetid
    moetene: tuple[Moete, ...]
    aar: int
    tall: Tall
    deler: tuple[Del, ...]

    @property
    def tittel(self) -> str:
        """What page and sheet are called: "Arbeidsplanen i fylkesstyret 26. november 2026"."""
        return f"Arbeidsplanen{' i fylkesstyret' if self.tid.moetet else ','} {self.tid.dagen}"

    @property
    def antall(self) -> int:
        """How many points there are to go through."""
        return sum(len(maal.punkter) for del_ in self.deler for maal in del_.maal)

    @property
    def ingress(self) -> str:
        """Say the day, the year's figures, and how many of them are overdue."""
        forfalt = f" {self.tall.forfalt} av dem forfalt." if self.tall.forfalt else ""
        tall = self.tall.figurer.i_ord
        return f"Slik det står {dag_i_ord(self.per)}. {self.aar} har {tall[0].lower()}{tall[1:]}.{forfalt}"

    @property
    def sist_endret(self) -> datetime | None:
        """When the last of the changes was made."""
        endringer = (
            linje.endring.tid
            for del_ in self.deler
            for maal in del_.maal
            for punkt in maal.punkter
            for linje in punkt.linjer
            if linje.endring
        )
        return max(endringer, default=None)


def innslag_i_ord(innslag: Innslag) -> str:
    """Say one decision on the plan's wording: who, when, and which parts it changed."""
    hvem = f"Vedtatt av {innslag.organ.lower()}" if innslag.organ else "Rettet"
    dag = f" {dag_i_ord(innslag.vedtaksdag)}" if innslag.vedtaksdag else ""
    hva = ramse(f"{del_.hva} ({ramse(linje.felt for linje in del_.linjer)})" for del_ in innslag.deler)
    return f"{hvem}{dag}: {hva}."
