"""Last year's activities of the county branch made into this year's drafts, each on the weekday that it had."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from ..kalender import helligdager
from ..knappetrykk import en_for_laget_om_gangen
from ..models import TIDSFELTER, Aarstype, Aktivitet, EndretAvAndre, FastAktivitet, SlettetAvAndre, Utelatt
from ..publisering import Valgt
from ..tid import dag_i_ord, tid_i_ord
from ..tidsrom import finnes
from .aarshjul import arrangoer_i
from .aktivitetstabell import dag_i_navnet
from .fjoraaret import Forslag, aaret_til, flyttet_til

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

NAERE = timedelta(days=21)  # so near, the same thing may have been planned for another day
# What comes along. Papers, links, sign-up and contacts belonged to that time; cancelled, moved and published did too.
KOPIERES = ("type", "lag", "sted", "kommune", "beskrivelse", "maalgruppe", "tilgjengelighet", "synlighet")


@dataclass(frozen=True)
class Kopi:
    """One activity of the year before, and what it would be this year. finnes: what this year has of it already, and
    kanskje: what it has of the same name some days away."""

    fra: Aktivitet
    tittel: str
    forslag: Forslag
    fast: FastAktivitet | None
    merknader: tuple[str, ...]
    finnes: Aktivitet | None = None
    kanskje: Aktivitet | None = None

    @property
    def er_ny(self) -> bool:
        """Whether there is nothing to think of first: nothing like it is planned, it was held, by itself, and the
        pattern does not keep it to years of the other kind."""
        regnet_fra_et_moete = self.fra.moeteplan_aar or self.fra.hoerer_til_id
        hoerer_ikke_hit = self.fra.fast_id and self.fast is None
        return not (self.finnes or self.kanskje or self.fra.avlyst or regnet_fra_et_moete or hoerer_ikke_hit)

    @property
    def valgt(self) -> str:
        """What its box sends: which one, as it was seen."""
        return f"{self.fra.pk}:{self.fra.versjon}"


def kopier_av_fjoraaret(aar: int) -> list[Kopi]:
    """Give all that the county branch had the year before, as it would be in the year `aar`; in two queries.

    It is there already when the year has an activity of the same title and type on the same day, or one of the same
    line of the pattern. So what was copied and then renamed or moved to another day is offered again, unless the
    pattern knows it.
    """
    aarets: list[Aktivitet] = []
    fjoraarets: list[Aktivitet] = []
    begge = Aktivitet.objects.fylkeslagets().i_perioden(date(aar - 1, 1, 1), date(aar, 12, 31))
    for en in begge.select_related("lag", "fast").i_rekkefoelge():
        (fjoraarets if aaret_til(en) == aar - 1 else aarets).append(en)
    av_linjene = {en.fast_id: en for en in Aktivitet.objects.filter(fast__isnull=False, fast_aar=aar)}
    return [_kopi(en, aar, aarets, av_linjene) for en in fjoraarets]


@transaction.atomic
def lag_kopier(valgte: Iterable[Valgt], aar: int, av: "Bruker") -> tuple[list[Aktivitet], int]:
    """Make drafts of the chosen ones, and give them, and how many were left: changed since they were seen, or there
    already. Sent twice they are made once. Raises AaretKanIkkeFylles."""
    en_for_laget_om_gangen(arrangoer_i(aar))
    kopiene = {(kopi.fra.pk, kopi.fra.versjon): kopi for kopi in kopier_av_fjoraaret(aar)}
    valgte = list(valgte)
    laget, linjer = [], set()
    for valgt in valgte:
        kopi = kopiene.get(valgt)
        if kopi is None or kopi.finnes or (kopi.fast and kopi.fast.pk in linjer):
            continue
        tiden = {felt: getattr(kopi.forslag, felt) for felt in TIDSFELTER}
        resten = {felt: getattr(kopi.fra, felt) for felt in KOPIERES}
        fast = {"fast": kopi.fast, "fast_aar": aar if kopi.fast else None}
        laget.append(Aktivitet.objects.create(tittel=kopi.tittel, opprettet_av=av, **tiden, **resten, **fast))
        if kopi.fast:
            linjer.add(kopi.fast.pk)
    Utelatt.objects.filter(fast__in=linjer, aar=aar).delete()
    return laget, len(valgte) - len(laget)


@transaction.atomic
def angre_kopier(valgte: Iterable[Valgt]) -> tuple[int, int]:
    """Delete the drafts that were just made, and give how many, and how many were left: somebody has changed,
    published or deleted them since. What is taken back so is not remembered as left out of the year."""
    versjoner = dict(valgte)
    slettet = 0
    for utkast in Aktivitet.objects.utkast().fylkeslagets().filter(pk__in=versjoner):
        fast, aar = utkast.fast_id, utkast.fast_aar
        try:
            utkast.slett_utkast(versjoner[utkast.pk])
        except (EndretAvAndre, SlettetAvAndre):
            continue
        if fast and aar:
            Utelatt.objects.filter(fast=fast, aar=aar).delete()
        slettet += 1
    return slettet, len(versjoner) - slettet


def _kopi(fra: Aktivitet, aar: int, aarets: list[Aktivitet], av_linjene: dict[int | None, Aktivitet]) -> Kopi:
    tittel = re.sub(rf"\b{aar - 1}\b", str(aar), fra.tittel)
    forslag = flyttet_til(fra, aar)
    dagen = dag_i_navnet(tittel, aar)
    if dagen and fra.dag_er_kjent and fra.foerste_dag == fra.siste_dag:
        forslag = _paa_dagen(fra, dagen, forslag)
    merknader = list(forslag.merknader)
    fast = fra.fast
    if fast and Aarstype.i_aaret(aar) not in fast.slag:
        merknader.append(f"Mønsteret har «{fast}» bare i {fast.get_aarstype_display().lower()}.")
        fast = None
    if fra.avlyst:
        merknader.append("Ble avlyst.")
    if fra.moeteplan_aar or fra.hoerer_til_id:
        merknader.append("Er regnet fra et møte. Møteplanen lager den nye.")
    if str(aar - 1) in fra.beskrivelse:
        merknader.append(f"Beskrivelsen nevner {aar - 1}.")
    like = [en for en in aarets if (en.tittel.casefold(), en.type) == (tittel.casefold(), fra.type)]
    finnes = av_linjene.get(fast.pk) if fast else None
    finnes = finnes or next((en for en in like if en.foerste_dag == forslag.foerste_dag), None)
    naere = [en for en in like if not finnes and abs(en.foerste_dag - forslag.foerste_dag) <= NAERE]
    kanskje = min(naere, key=lambda en: abs(en.foerste_dag - forslag.foerste_dag), default=None)
    if kanskje:
        merknader.append(f"Finnes kanskje alt: {tid_i_ord(kanskje)}.")
    return Kopi(fra, tittel, forslag, fast, tuple(merknader), finnes, kanskje)


def _paa_dagen(fra: Aktivitet, dagen: date, forslag: Forslag) -> Forslag:
    """What is named after its day is held on that day, whatever weekday it is, where its clock times exist then."""
    if not all(finnes(dagen, kl) for kl in (fra.fra_kl, fra.til_kl) if kl):
        return forslag
    navn = helligdager(dagen.year).get(dagen)
    merknad = f"{dag_i_ord(dagen, aar=False)} er en helligdag: {navn}." if navn else "Følger dagen i tittelen."
    return Forslag(fra.presisjon, dagen, dagen, fra.fra_kl, fra.til_kl, (merknad,))
