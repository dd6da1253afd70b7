"""The questions that are asked of the calendar."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, F, Q, Value, Window
from django.db.models.functions import ExtractMonth, Greatest, RowNumber

from .lag import Lag
from .tid import FOERSTE_DAG, KJENT_DAG, KORT_TID, LENGSTE_TID, Lengde
from .typer import MOETETYPER, Aktivitetstype, Synlighet

if TYPE_CHECKING:
    from .aktivitet import Aktivitet

# By time: on one day what has a clock time comes after what lasts the whole day.
REKKEFOELGE = (F("foerste_dag"), F("fra_kl").asc(nulls_first=True), F("siste_dag"), F("tittel"), F("pk"))
FYLKESLAGETS = Q(lag__type=Lag.Type.FYLKESLAG)


class AktivitetQuerySet(models.QuerySet["Aktivitet"]):
    """Questions to the calendar. They chain, and the day is handed in."""

    def publiserte(self) -> Self:
        return self.filter(publisert__isnull=False)

    def utkast(self) -> Self:
        """Those that nobody has published yet."""
        return self.filter(publisert__isnull=True)

    def venter(self) -> Self:
        """The drafts that wait for the secretary."""
        return self.utkast().filter(sendt_inn__isnull=False)

    def sendt_tilbake(self) -> Self:
        """The drafts that the secretary has sent back with a sentence: the same answer as `er_sendt_tilbake`."""
        return self.utkast().filter(sendt_inn__isnull=True).exclude(svar="")

    def sist_endret(self, fra: datetime) -> Self:
        """What was made or changed at `fra` or later, the last of it first. Read along the index on `endret`."""
        return self.filter(endret__gte=fra).order_by("-endret", "-pk")

    def med_kjent_dag(self) -> Self:
        """What is given a day, or several: the same answer as `Aktivitet.dag_er_kjent`."""
        return self.filter(presisjon__in=KJENT_DAG)

    def uten_kjent_dag(self) -> Self:
        """What is still to happen in a week or a month, and has been given no day there."""
        return self.filter(avlyst=False).exclude(presisjon__in=KJENT_DAG)

    def offentlige(self) -> Self:
        """What anyone may see: published and public. Cancelled ones too, for they are shown as cancelled."""
        return self.publiserte().filter(synlighet=Synlighet.OFFENTLIG)

    def synlige_for(self, bruker: Any) -> Self:
        """What this person may see: the public ones, their branches', by right the internal ones, and of the county
        branch what they made. To have made something gives no right by itself: who has left the branch has left it."""
        if not bruker.is_authenticated:
            return self.offentlige()
        if bruker.has_perm("aktivitet.rediger_alle"):
            return self.all()
        synlig = Q(publisert__isnull=False, synlighet=Synlighet.OFFENTLIG) | _egne(bruker)
        if bruker.has_perm("aktivitet.se_interne"):
            synlig |= Q(publisert__isnull=False)
        return self.filter(synlig)

    def redigerbare_for(self, bruker: Any) -> Self:
        """What this person may change: the same answer as `Aktivitet.kan_redigeres_av`, in one question."""
        if not bruker.is_authenticated:
            return self.none()
        if bruker.has_perm("aktivitet.rediger_alle"):
            return self.all()
        return self.filter(_egne(bruker)).exclude(FYLKESLAGETS, type__in=MOETETYPER)

    def til(self, bruker: Any) -> Self:
        """What is this person's to look after: of what they may change, their branches' and what they made."""
        return self.redigerbare_for(bruker).filter(Q(opprettet_av=bruker) | _egne(bruker))

    def i_perioden(self, foerste: date, siste: date) -> Self:
        """Whatever touches the days from `foerste` to `siste`, both included.

        Both bounds of each part lie in one index, so that the answer takes as long as it is large, whatever is stored.
        """
        return self.filter(_i_perioden(foerste, siste))

    def vist_i_perioden(self, foerste: date, siste: date) -> Self:
        """The same, and what stood there before it was moved to another day."""
        return self.filter(_i_perioden(foerste, siste) | Q(flyttet_fra__range=(foerste, siste)))

    def fra_og_med(self, dag: date) -> Self:
        """What has not ended before `dag`."""
        return self.filter(siste_dag__gte=dag)

    def begynner_etter(self, dag: date) -> Self:
        """What begins after `dag`, in order. The first few are one look in an index, whatever is stored."""
        return self.filter(foerste_dag__gt=dag).i_rekkefoelge()

    def begynte_foer(self, dag: date) -> Self:
        """What began before `dag`, the last of it first."""
        return self.filter(foerste_dag__lt=dag).i_rekkefoelge().reverse()

    def flyttet_fra_og_med(self, dag: date) -> Self:
        """What stood on `dag` or later before it was moved, by the day that it stood on."""
        return self.filter(flyttet_fra__gte=dag).order_by("flyttet_fra", "pk")

    def flyttet_ut_av(self, foerste: date, siste: date) -> Self:
        """What stood between the two days, and was moved to where it touches none of them."""
        utenfor = Q(foerste_dag__gt=siste) | Q(siste_dag__lt=foerste)
        return self.flyttet_fra_og_med(foerste).filter(utenfor, flyttet_fra__lte=siste)

    def aarets_foerste(self, aar: int, antall: int) -> Self:
        """The first `antall` of each month of the year, in order, each with `i_maaneden`: how many the month has.

        Each counts in the month that it begins in; what began the year before, in January.
        """
        foerste, siste = date(aar, 1, 1), date(aar, 12, 31)
        maaned = ExtractMonth(Greatest("foerste_dag", Value(foerste, models.DateField())))
        nummerert = self.i_perioden(foerste, siste).annotate(
            nummer=Window(RowNumber(), partition_by=maaned, order_by=REKKEFOELGE),
            i_maaneden=Window(Count("pk"), partition_by=maaned),
        )
        return nummerert.filter(nummer__lte=antall).i_rekkefoelge()

    def fylkeslagets(self) -> Self:
        """What the county branch arranges."""
        return self.filter(FYLKESLAGETS)

    def hos(self, lag: Iterable[Lag]) -> Self:
        """What these arrange. Told by the value and not found by the organiser's own index: together with a period
        that index would be chosen, and read all that they ever arranged."""
        return self.alias(arrangoer=F("lag_id") + 0).filter(arrangoer__in=[ett.pk for ett in lag])

    def i_kommunen(self, kommune: str) -> Self:
        """What is held there; where no municipality is told, the organiser's own counts."""
        return self.filter(Q(kommune=kommune) | Q(kommune="", lag__kommune=kommune))

    def med_ordene(self, soek: str, lag: Iterable[Lag]) -> Self:
        """What has every word of `soek`, in any case, in its text, its type or its organiser (one of `lag`)."""
        treff = self.all()
        for ord_ in soek.casefold().split():
            typer = [type_ for type_, navn in Aktivitetstype.choices if ord_ in str(navn).casefold()]
            arrangoerer = [ett.pk for ett in lag if ord_ in ett.navn.casefold()]
            treff = treff.filter(Q(soek__contains=ord_) | Q(type__in=typer) | Q(lag__in=arrangoerer))
        return treff

    def moeter_som_teller(self) -> Self:
        """The meetings that deadlines hang from: the county branch's own, published, held, on a known day."""
        return self.publiserte().fylkeslagets().med_kjent_dag().filter(type__in=MOETETYPER, avlyst=False)

    def laas(self, aktiviteter: Iterable["Aktivitet"]) -> None:
        """Hold the rows that one act is about to save, all of them before the first, until its transaction ends.

        Each save takes the calendar's stand too. Whoever held that and then waited for a row would stop whoever has
        the row and waits for the stand; and the database lets one of the two fail.
        """
        radene = self.model.objects.filter(pk__in=[en.pk for en in aktiviteter])
        list(radene.order_by("pk").select_for_update().values_list("pk"))

    def i_rekkefoelge(self) -> Self:
        return self.order_by(*REKKEFOELGE)


def _egne(bruker: Any) -> Q:
    """What this person has by a role: all that the branches they edit arrange, and of the county branch what they
    made."""
    egne = Q(pk__in=[])
    if bruker.has_perm("aktivitet.rediger_eget_lag"):
        egne |= Q(lag__in=Lag.objects.filter(redaktoerer=bruker))
    if bruker.has_perm("aktivitet.lag_for_fylkeslaget"):
        egne |= FYLKESLAGETS & Q(opprettet_av=bruker)
    return egne


def _i_perioden(foerste: date, siste: date) -> Q:
    def begynner(dager: int) -> tuple[date, date]:
        return max(foerste, FOERSTE_DAG + timedelta(days=dager)) - timedelta(days=dager), siste

    korte = Q(lengde=Lengde.KORT, foerste_dag__range=begynner(KORT_TID), siste_dag__gte=foerste)
    lange = Q(lengde=Lengde.LANG, foerste_dag__range=begynner(LENGSTE_TID), siste_dag__gte=foerste)
    return korte | lange
