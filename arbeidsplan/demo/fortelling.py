"""Pure: what the demo's board did with a measure, told up to a day.

The story itself stands in fixtures/demo/status.toml, which also says how a day is written there.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aktivitet.kalender import er_valgaar

OSLO = ZoneInfo("Europe/Oslo")
UTFOERT = ("gjennomfoert", "delvis")


@dataclass(frozen=True)
class Linje:
    """One line of a termin's log: what was set, when, by whom, and in which words."""

    status: str
    merknad: str
    av: str
    tid: datetime
    utfoert: date | None = None
    utsatt_til: date | None = None


@dataclass(frozen=True)
class Fortelling:
    """The story of one measure: the lists of lines by the key they are found under.

    `plass` tells measures with the same code apart: the first, the second.
    """

    kode: str
    plass: int
    foelges_opp_av: str
    lister: dict[str, list[dict[str, Any]]]

    @classmethod
    def fra_toml(cls, data: dict[str, Any]) -> "Fortelling":
        lister = dict(data)
        return cls(lister.pop("kode"), lister.pop("plass", 1), lister.pop("foelges_opp_av", ""), lister)

    def linjer(self, foerste: date, siste: date, i_dag: date) -> list[Linje]:
        """The log of the termin from `foerste` to `siste`, oldest first: what was written before `i_dag`."""
        aarstype = "valgaar" if er_valgaar(siste.year) else "mellomaar"
        noekler = (f"{foerste:%Y-%m}", f"{siste:%Y}", aarstype, f"{foerste:%m}", "hvert")
        liste = next((self.lister[noekkel] for noekkel in noekler if noekkel in self.lister), [])
        linjer = [self._linje(rad, foerste, siste) for rad in liste]
        return [linje for linje in linjer if linje.tid.date() < i_dag]

    def _linje(self, rad: dict[str, Any], foerste: date, siste: date) -> Linje:
        dag = _dag(rad["dag"], foerste, siste)
        skrevet = dag + timedelta(days=rad.get("skrevet", 2))
        kveld = time(17 + skrevet.day % 5, skrevet.toordinal() * 7 % 60)  # people write in the evening
        return Linje(
            status=rad["status"],
            merknad=rad["merknad"],
            av=rad.get("av", self.foelges_opp_av),
            tid=datetime.combine(skrevet, kveld, OSLO),
            utfoert=dag if rad["status"] in UTFOERT else None,
            utsatt_til=_dag(rad["utsatt_til"], foerste, siste) if "utsatt_til" in rad else None,
        )


def _dag(naar: int | str, foerste: date, siste: date) -> date:
    if isinstance(naar, int):
        return foerste + timedelta(days=naar)
    if naar == "frist":
        return siste
    aar = siste.year + naar.startswith("+")
    return date.fromisoformat(f"{aar}-{naar.removeprefix('+')}")
