"""A year's meeting plan as the calendar has it: the meetings it is counted from, what stands, and what is proposed."""

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Q

from ..kalender import JULI
from ..milepaeler import moeter_i_kalenderen
from ..models import Aktivitet, Aktivitetstype, Lag, Moeteoppsett, Synlighet
from ..moeter import Milepael
from .avvik import PasserIkke, sjekk
from .rader import FRISTENE, KILDER, MOETENE, SLAGENE, Oppfoering, Rad, Slag, i_ord
from .regning import Forslag, foreslaa, foreslaa_alle

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

HOEYST_EN_UKE = timedelta(days=7)  # what lasts longer is no one meeting to collide with


class Moeteaar:
    """The meeting plan of the year `aar`, as `bruker` may see it on `i_dag`. What is asked for is read once.

    The drafts of the plan are seen by everyone who reads it: they are what the board is to adopt.
    """

    def __init__(self, aar: int, bruker: "Bruker", i_dag: date):
        self.aar, self.bruker, self.i_dag = aar, bruker, i_dag

    @cached_property
    def fylkeslag(self) -> Lag | None:
        return Lag.objects.fylkeslaget()

    @cached_property
    def oppsett(self) -> Moeteoppsett:
        return Moeteoppsett.naa()

    @cached_property
    def vedtas_paa(self) -> Milepael:
        """The first board meeting after the annual meeting, which adopts the plan."""
        return moeter_i_kalenderen()(self.aar).foerste_fs

    @cached_property
    def _alle(self) -> list[Aktivitet]:
        """Whatever the plan is made of, in one look: half a year back too, where December's board meeting is found."""
        i_aaret = Q(foerste_dag__range=(date(self.aar - 1, JULI, 1), date(self.aar, 12, 31)))
        typene = Q(type__in=[*KILDER, *MOETENE, Aktivitetstype.FRIST], lag__type=Lag.Type.FYLKESLAG)
        til_vedtak = Q(moeteplan_aar=self.aar) | Q(type__in=MOETENE, publisert=None) & i_aaret
        sett = Aktivitet.objects.synlige_for(self.bruker) | Aktivitet.objects.filter(til_vedtak)
        return list(
            sett.filter(typene & i_aaret | Q(moeteplan_aar=self.aar))
            .select_related("lag", "hoerer_til")
            .order_by("foerste_dag", "fra_kl", "pk")
        )

    @cached_property
    def kilder(self) -> list[Aktivitet]:
        """The meetings of the county council and of the national board, where their days are known."""
        kildene = {slag.kilde for slag in SLAGENE}
        return [en for en in self._kjente if en.type in kildene and en.foerste_dag.year == self.aar]

    @cached_property
    def aarsmoete(self) -> Aktivitet | None:
        """The year's annual meeting, where its day is known; the one that counts before a draft."""
        moetene = [en for en in self._kjente if en.type == Aktivitetstype.AARSMOETE and en.siste_dag.year == self.aar]
        return max(moetene, key=lambda en: (not en.er_utkast, en.siste_dag), default=None)

    @cached_property
    def oppfoeringer(self) -> list[Oppfoering]:
        """The board's meetings and the preparatory ones of the year, from the plan and from elsewhere."""
        dekker: dict[tuple[str, date], list[str]] = {}
        for slag, kilde, forslag in self._forslagene:
            if forslag.dekkes_av:
                dekker.setdefault((slag.type, forslag.dekkes_av), []).append(i_ord(kilde))
        moetene = [en for en in self._alle if en.type in MOETENE and self._er_i_aaret(en)]
        return [
            Oppfoering(
                en,
                (*((i_ord(en.hoerer_til),) if en.hoerer_til else ()), *dekker.get((en.type, en.foerste_dag), ())),
                self._samme_dag(en.foerste_dag, utenom=en) if en.er_utkast else (),
            )
            for en in moetene
        ]

    @cached_property
    def utkast(self) -> list[Aktivitet]:
        """The meetings that nobody has published yet, in the order of their days: the proposed ones, and whatever else
        stands in the list, copied from last year or entered by hand. What the board adopts is the list it has seen."""
        return [en.aktivitet for en in self.oppfoeringer if en.aktivitet.er_utkast and not en.aktivitet.avlyst]

    @cached_property
    def frister(self) -> list[Aktivitet]:
        """The annual meeting's deadlines that are entered."""
        pk = self.aarsmoete.pk if self.aarsmoete else None
        fristene = (en for en in self._alle if en.type == Aktivitetstype.FRIST)
        return [en for en in fristene if self._er_i_planen(en) or (pk is not None and en.hoerer_til_id == pk)]

    @cached_property
    def forslag(self) -> list[Rad]:
        """What is proposed and not made yet, ahead of meetings that are still to come."""
        sist = {en.type: en for en in self._alle if en.type in MOETENE and en.fra_kl}
        radene = (
            Rad(
                navn=f"r{kilde.pk}",
                type=slag.type,
                tittel=slag.tittel,
                synlighet=slag.synlighet,
                kilde=kilde,
                dager=getattr(self.oppsett, slag.dager),
                foreslaatt=forslag.foreslaatt,
                i_dag=self.i_dag,
                samme_dag=() if forslag.dekkes_av else self._samme_dag(forslag.foreslaatt.dag),
                dekkes_av=forslag.dekkes_av,
                sist=sist.get(slag.type),
            )
            for slag, kilde, forslag in self._forslagene
            if kilde.foerste_dag > self.i_dag
        )
        return sorted(radene, key=lambda rad: (rad.kilde.foerste_dag, rad.kilde.pk))

    @cached_property
    def fristforslag(self) -> list[Rad]:
        """The deadlines that are missing, as long as the annual meeting lies ahead."""
        if self.aarsmoete is None or self.aarsmoete.foerste_dag <= self.i_dag:
            return []
        fristene = [en for en in self.frister if en.hoerer_til_id == self.aarsmoete.pk]
        # One that was given another name is known by its number of days.
        har = {en.tittel.casefold() for en in fristene} | {
            en.dager_foer for en in fristene if en.tittel not in dict(FRISTENE).values()
        }
        return [
            Rad(
                navn=navn,
                type=Aktivitetstype.FRIST,
                tittel=tittel,
                synlighet=Synlighet.INTERN,
                kilde=self.aarsmoete,
                dager=getattr(self.oppsett, navn),
                foreslaatt=foreslaa(self.aarsmoete.foerste_dag, getattr(self.oppsett, navn)),
                i_dag=self.i_dag,
            )
            for navn, tittel in FRISTENE
            if har.isdisjoint({tittel.casefold(), getattr(self.oppsett, navn)})
        ]

    @cached_property
    def passer_ikke(self) -> list[PasserIkke]:
        """What does not stand where its meeting wants it any more, and still lies ahead."""
        regnet = (en for en in self._alle if self._er_i_planen(en) and en.dager_foer is not None and not en.avlyst)
        svarene = (sjekk(en, self.i_dag) for en in regnet if en.siste_dag >= self.i_dag)
        return [svar for svar in svarene if svar]

    @cached_property
    def _kjente(self) -> list[Aktivitet]:
        return [en for en in self._alle if en.dag_er_kjent and not en.avlyst]

    @cached_property
    def _forslagene(self) -> list[tuple[Slag, Aktivitet, Forslag]]:
        """Every meeting of others that nothing of its own is made ahead of, with what would be."""
        har_eget = {(en.hoerer_til_id, en.type) for en in self._alle}
        svar = []
        for slag in SLAGENE:
            kilder = {en.pk: en for en in self.kilder if en.type == slag.kilde and (en.pk, slag.type) not in har_eget}
            staar = [en.foerste_dag for en in self._kjente if en.type == slag.type]
            dagene = ((pk, en.foerste_dag) for pk, en in kilder.items())
            forslagene = foreslaa_alle(dagene, getattr(self.oppsett, slag.dager), staar)
            svar += [(slag, kilder[forslag.noekkel], forslag) for forslag in forslagene]
        return svar

    @cached_property
    def _paa_dagene(self) -> list[Aktivitet]:
        """What stands on the days that the plan's meetings have or are proposed for."""
        dager = [forslag.foreslaatt.dag for _, _, forslag in self._forslagene]
        dager += [en.foerste_dag for en in self._alle if en.er_utkast]
        if not dager:
            return []
        alle = Aktivitet.objects.synlige_for(self.bruker).i_perioden(min(dager), max(dager))
        alle = alle.med_kjent_dag().filter(avlyst=False).select_related("lag")
        return [en for en in alle if en.siste_dag - en.foerste_dag <= HOEYST_EN_UKE]

    def _samme_dag(self, dag: date, utenom: Aktivitet | None = None) -> tuple[Aktivitet, ...]:
        paa_dagen = (en for en in self._paa_dagene if en.foerste_dag <= dag <= en.siste_dag)
        return tuple(en for en in paa_dagen if en != utenom)

    def _er_i_planen(self, en: Aktivitet) -> bool:
        return en.moeteplan_aar == self.aar

    def _er_i_aaret(self, en: Aktivitet) -> bool:
        return self._er_i_planen(en) or (en.moeteplan_aar is None and en.foerste_dag.year == self.aar)
