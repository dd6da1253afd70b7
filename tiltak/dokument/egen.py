"""A Word file that the app itself wrote -> the plan, word for word: its styles and bookmarks say what each line is.

What somebody has added in Word without these marks is read by the section it stands in. Nothing is told by its shape,
so that a paragraph that looks like a heading comes in again as the paragraph it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from aktivitet.kalender import MAANEDSNAVN
from aktivitet.tekst import rens_linje
from tiltak.dokument.deler import forelder_til
from tiltak.dokument.linjer import INNHOLD, TITTEL, Linje
from tiltak.dokument.maaltall import les_maaltall
from tiltak.dokument.overskrift import kapittelslag, maaloverskrift, stiloverskrift
from tiltak.dokument.periode import perioden
from tiltak.dokument.plandokument import (
    Aktivitetsrad,
    Avsnitt,
    Filslag,
    Innholdslinje,
    Kapittel,
    Maal,
    Merknad,
    Periodemaal,
    Plandokument,
    Tiltak,
)
from tiltak.dokument.tabeller import hodet

EGEN = "arbeidsplan"  # the bookmark around the title
KAPITTEL, MAAL = "kapittel_", "maal_"  # how the bookmarks around the headings begin: "kapittel_visjon_3"
EGNE_DELER = (KAPITTEL, MAAL)
UTGIVER, PERIODE, TILSTAND = "Plan utgiver", "Plan periode", "Plan tilstand"  # the names of the plan's own styles
MOTTO, PERIODEMAAL = "Plan motto", "Plan periodemål"

_NUMMER = re.compile(r"(?P<nummer>[0-9]+(?:\.[0-9]+)*)\.?(?:\s(?P<tekst>.*))?\Z", re.DOTALL)
_SLAG = ("innledning", "visjon", "periodemaal", "maal", "avslutning")
_DAG = re.compile(r"([0-9]{1,2})\. (\w+) ([0-9]{4})")
_UNDERTITTEL = "subtitle"
_IKKE_PLANENS = ("toc heading", TILSTAND.lower())  # said of the plan, by the file
_MAANEDSFELT = ("maaned", "valgaar", "mellomaar")
_TILTAKSFELT = ("kode", "tekst", "gjennomfoering", "ansvarlig")


def gjelder(fra: date, til: date) -> str:
    """The line of the cover that tells the plan's days, where its title does not."""
    return f"Gjelder fra {_dag_i_ord(fra)} til {_dag_i_ord(til)}"


def les_egen(linjer: list[Linje], merknader: list[Merknad]) -> Plandokument | None:
    """Give the plan that these lines of `les_egne_linjer` are. None when it is no whole plan by its marks any more."""
    samler = _Samler(merknader=list(merknader))
    for linje in linjer:
        samler.ta(linje)
    perioden_ = samler.periode or _fra_tittelen(samler.tittel)
    if not perioden_ or not any(maal.tiltak for maal in samler.maal):
        return None
    return Plandokument(
        organisasjon=samler.forside.get(UTGIVER.lower(), ""),
        tittel=samler.tittel,
        undertittel=samler.forside.get(_UNDERTITTEL, ""),
        fra=perioden_[0],
        til=perioden_[1],
        innhold=tuple(samler.innhold),
        kapitler=tuple(replace(ett.hode, avsnitt=tuple(ett.avsnitt)) for ett in samler.kapitler),
        periodemaal=tuple(samler.periodemaal),
        maal=tuple(replace(ett.hode, avsnitt=tuple(ett.avsnitt), tiltak=tuple(ett.tiltak)) for ett in samler.maal),
        aktivitetsplan=tuple(samler.aktivitetsplan),
        tomme_linjer=(),
        merknader=tuple(samler.merknader),
        filslag=Filslag.WORD,
    )


@dataclass
class _Kapittel:
    """A chapter while it is being read."""

    hode: Kapittel
    avsnitt: list[Avsnitt] = field(default_factory=list)


@dataclass
class _Maal:
    """A goal while it is being read."""

    hode: Maal
    avsnitt: list[Avsnitt] = field(default_factory=list)
    tiltak: list[Tiltak] = field(default_factory=list)


@dataclass
class _Samler:
    """Takes the lines one by one. What comes belongs to the latest goal (`i_maal`), or to the latest chapter."""

    merknader: list[Merknad]
    tittel: str = ""
    periode: tuple[date, date] | None = None
    forside: dict[str, str] = field(default_factory=dict)
    innhold: list[Innholdslinje] = field(default_factory=list)
    kapitler: list[_Kapittel] = field(default_factory=list)
    periodemaal: list[Periodemaal] = field(default_factory=list)
    maal: list[_Maal] = field(default_factory=list)
    numre: set[str] = field(default_factory=set)
    aktivitetsplan: list[Aktivitetsrad] = field(default_factory=list)
    kolonner: tuple[str, ...] = ()
    i_maal: bool = False

    def ta(self, linje: Linje) -> None:
        """Put one line where it belongs."""
        if linje.rolle == INNHOLD:
            self.innhold.append(_innholdslinje(linje))
        elif linje.celler:
            self._ta_rad(linje)
        elif linje.nivaa and (linje.tekst or linje.merke):
            self._ta_overskrift(linje)
        elif linje.tekst and linje.stil not in _IKKE_PLANENS:
            self._ta_tekst(linje)

    def _merk(self, linje: Linje, hva: str, tekst: str) -> None:
        self.merknader.append(Merknad(linje.nr, hva, tekst))

    def _ta_tekst(self, linje: Linje) -> None:
        tar: dict[str, Callable[[Linje], bool]] = {
            PERIODE.lower(): self._ta_periode,
            UTGIVER.lower(): self._ta_forside,
            _UNDERTITTEL: self._ta_forside,
            MOTTO.lower(): self._ta_motto,
            PERIODEMAAL.lower(): self._ta_periodemaal,
        }
        tar_den = self._ta_tittel if linje.rolle == TITTEL else tar.get(linje.stil)
        if not (tar_den and tar_den(linje)):
            self._ta_avsnitt(linje)

    def _ta_tittel(self, linje: Linje) -> bool:
        ledig = not self.tittel
        self.tittel = self.tittel or rens_linje(linje.tekst)
        return ledig

    def _ta_forside(self, linje: Linje) -> bool:
        ledig = linje.stil not in self.forside and not self.kapitler
        if ledig:
            self.forside[linje.stil] = rens_linje(linje.tekst)
        return ledig

    def _ta_periode(self, linje: Linje) -> bool:
        dager = [_les_dag(*treff) for treff in _DAG.findall(linje.tekst)]
        if len(dager) == 2 and dager[0] and dager[1] and dager[0] <= dager[1]:
            self.periode = dager[0], dager[1]
            return True
        return False

    def _ta_motto(self, linje: Linje) -> bool:
        maal = self.maal[-1] if self.i_maal else None
        if not maal or maal.hode.motto or maal.avsnitt or maal.tiltak:
            return False
        maal.hode = replace(maal.hode, motto=rens_linje(linje.tekst))
        return True

    def _ta_periodemaal(self, linje: Linje) -> bool:
        antall, per_valgkrets, valg, valgaar = les_maaltall(linje.tekst)
        self.periodemaal.append(Periodemaal(linje.tekst, None, None, linje.nr, antall, per_valgkrets, valg, valgaar))
        return True

    def _ta_avsnitt(self, linje: Linje) -> None:
        treff = maaloverskrift(linje.tekst) if not linje.punkt else None
        if treff and "." in treff[0]:
            tekst = f"«{linje.tekst}» har ikke overskriftsstil, og er lest som vanlig tekst."
            self._merk(linje, "uten-overskriftsstil", tekst)
        if not self.kapitler and not self.i_maal:  # text before any heading
            self.kapitler.append(_Kapittel(Kapittel("innledning", "", None, None, linje.nr)))
        del_ = self.maal[-1] if self.i_maal else self.kapitler[-1]
        del_.avsnitt.append(Avsnitt(linje.tekst, linje.punkt, None, None, linje.nr))

    def _ta_overskrift(self, linje: Linje) -> None:
        tekst = rens_linje(linje.tekst)
        slag = _merket_slag(linje.merke)
        if not slag and (nummerert := _les_nummer(tekst)):
            nummer, overskrift = nummerert
            self.maal.append(_Maal(Maal(nummer, forelder_til(nummer, self.numre), overskrift, None, None, linje.nr)))
            self.numre.add(nummer)
            self.i_maal = True
        elif slag or linje.nivaa == 1:
            slag = slag or kapittelslag(tekst) or ("avslutning" if self.maal else "innledning")
            self.kapitler.append(_Kapittel(Kapittel(slag, tekst, None, None, linje.nr)))
            self.i_maal = False
        else:
            self._merk(linje, "uten-nummer", f"Overskriften «{tekst}» har ikke noe nummer, og er lest som tekst.")
            self._ta_avsnitt(linje)

    def _ta_rad(self, linje: Linje) -> None:
        if hode := hodet(linje.celler):
            self.kolonner = hode
            return
        felt = dict(zip(self.kolonner, linje.celler, strict=False))
        kjente = _MAANEDSFELT if "maaned" in felt else _TILTAKSFELT if self.i_maal else ()
        til_overs = [celle for navn, celle in felt.items() if celle and navn not in kjente]
        til_overs += filter(None, linje.celler[len(self.kolonner) :])
        if til_overs:
            tekst = f"Dette i raden passer ikke i noen kolonne, og er ikke tatt med: «{' | '.join(til_overs)}»."
            self._merk(linje, "antall-felt", tekst)
        if "maaned" in felt:
            maaned, valgaar, mellomaar = (rens_linje(felt.get(navn, "")) for navn in _MAANEDSFELT)
            self.aktivitetsplan.append(Aktivitetsrad(maaned, valgaar, mellomaar, linje.nr))
        elif self.i_maal and any(linje.celler) and self.kolonner:
            kode, tekst, frist, ansvarlig = (felt.get(navn, "") for navn in _TILTAKSFELT)
            tiltak = Tiltak(rens_linje(kode), tekst, rens_linje(frist), rens_linje(ansvarlig), linje.nr)
            self.maal[-1].tiltak.append(tiltak)


def _innholdslinje(linje: Linje) -> Innholdslinje:
    *tekst, side = linje.celler or (linje.tekst, "")
    har_side = side.isascii() and side.isdigit() and len(side) <= 4
    return Innholdslinje(
        rens_linje(" ".join(tekst if har_side else [*tekst, side])), int(side) if har_side else 0, linje.nr
    )


def _merket_slag(merke: str) -> str:
    """The kind of chapter that the bookmark of a heading names, "" for a goal's and for none."""
    return next((slag for slag in _SLAG if merke.startswith(f"{KAPITTEL}{slag}_")), "")


def _les_nummer(tekst: str) -> tuple[str, str] | None:
    treff = _NUMMER.match(tekst)
    return (treff["nummer"], treff["tekst"] or "") if treff else stiloverskrift(tekst)


def _fra_tittelen(tittel: str) -> tuple[date, date] | None:
    periode = perioden(tittel)
    return periode if periode and periode[0] <= periode[1] else None


def _dag_i_ord(dag: date) -> str:
    return f"{dag.day}. {MAANEDSNAVN[dag.month - 1]} {dag.year}"


def _les_dag(dag: str, maaned: str, aar: str) -> date | None:
    try:
        return date(int(aar), MAANEDSNAVN.index(maaned.lower()) + 1, int(dag))
    except ValueError:
        return None
