"""The form that makes and changes an activity, whatever is known of its time."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from .aktivitetsfelter import AktivitetFelter
from .alfabet import norsk_rekkefoelge
from .felt import versjonfelt
from .flytting import vis_foerst
from .forskjell import Forskjell, forskjellene
from .knappetrykk import ett_trykk_om_gangen
from .models import MOETETYPER, Aktivitet, EndretAvAndre, Lag
from .tidsform import RESTEN_AV_TIDEN, sett_tiden
from .tidsrom import FELTER_SOM_TELLER

if TYPE_CHECKING:
    from arbeidsplan.models import Bruker  # the type alone: no floor imports the one above it when it runs

SAMME_TRYKK = timedelta(minutes=1)
SEKRETAERENS = (
    "Fylkeslagets årsmøter, styremøter, representantskap og nominasjonsmøter, landsmøter og valg settes av "
    "sekretæren, for fristene i planen regnes fra dem. "
    "Velg en annen type, eller be sekretæren legge inn møtet."
)
SEES_FOERST = (
    "Det {lag} legger inn, ser sekretæren før det blir publisert, og denne er publisert alt. Velg et annet lag, eller "
    "be sekretæren bytte arrangør."
)


class VersjonForm(forms.Form):
    """The version that somebody had before them when they pressed a button."""

    versjon = versjonfelt()


class AktivitetForm(AktivitetFelter):
    """Makes an activity, or changes one.

    `bruker` is the one who writes, and decides whom it may be arranged by. `forslag` is what the fields of a new one
    begin with. `naa` is what is stored when somebody else saved meanwhile: then the form shows both, keeps what was
    written, and saves on top when it is sent once more.
    """

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        bruker: "Bruker",
        instance: Aktivitet | None = None,
        forslag: Mapping[str, Any] | None = None,
    ):
        super().__init__(data, instance=instance, initial=dict(forslag or {}), label_suffix="")
        self.bruker = bruker
        self.naa: Aktivitet | None = None
        if instance is None:
            del self.fields["versjon"]
        else:
            self.initial["versjon"] = instance.versjon
            if not _siste_dag_er_skrevet(instance):
                # Else a week that is sharpened to an evening would last until Sunday.
                self.initial["siste_dag"] = None
        lagfelt = cast("forms.ModelChoiceField[Lag]", self.fields["lag"])
        lagfelt.queryset = Lag.objects.valgbare_for(bruker)
        lagene = self.lagene = sorted(lagfelt.queryset, key=lambda lag: norsk_rekkefoelge(lag.navn))
        # Set together with the queryset, which checks the answer: the list itself is in alphabetical order.
        lagfelt.choices = [("", "Velg arrangør"), *((lag.pk, lag.navn) for lag in lagene)]
        if len(lagene) == 1:
            self.initial.setdefault("lag", lagene[0].pk)
            lagfelt.choices = [(lagene[0].pk, lagene[0].navn)]
        if sees_foerst := [lag.navn for lag in lagene if not lag.publiserer_selv(bruker)]:
            navnene = " eller ".join(sees_foerst)
            lagfelt.help_text = f"Det du legger inn for {navnene}, ser sekretæren før det publiseres."
        for lag in lagene:
            if lag.er_fylkeslag:
                self.initial.setdefault("lag", lag.pk)  # what the board and the secretary most often write for

    def clean(self) -> dict[str, Any]:
        """Make days and clock times of what was written, and keep the county's own meetings to the secretary."""
        svar = self.cleaned_data
        teller = FELTER_SOM_TELLER.get(svar.get("presisjon", ""), RESTEN_AV_TIDEN)
        for felt in RESTEN_AV_TIDEN:
            if felt not in teller:
                self.errors.pop(felt, None)
                svar[felt] = None
        sett_tiden(self)
        lag, type_ = svar.get("lag"), svar.get("type")
        if lag and "lag" in self.changed_data and not (self.instance.er_utkast or lag.publiserer_selv(self.bruker)):
            self.add_error("lag", SEES_FOERST.format(lag=lag))
        fylkeslagets_moete = lag and lag.er_fylkeslag and type_ in MOETETYPER
        if fylkeslagets_moete and not self.bruker.has_perm("aktivitet.sett_moetedager"):
            self.add_error("type", SEKRETAERENS)
        return svar

    def lagre(self, *, publiser: bool = False, send_inn: bool = False, bekreftet: str = "") -> bool:
        """Store it, and publish it or send it to the secretary if so asked. Whoever may not publish for this branch,
        and asks for it all the same, sends it to the secretary.

        False when somebody else saved first: then nothing is stored, and the form shows both. Raises MaaBekreftes
        when due dates move along that are not those `bekreftet` is the mark of: then nothing is stored either.
        A new one sent twice, by a button pressed twice, is made once: `instance` is then the one that is there.
        """
        aktivitet, versjon = self.instance, self.cleaned_data.get("versjon")
        if versjon is None:
            aktivitet.opprettet_av = self.bruker
        if publiser:
            aktivitet.meld_ferdig(self.bruker)
        elif send_inn and aktivitet.er_utkast:
            aktivitet.sendt_inn = aktivitet.sendt_inn or timezone.now()
        if versjon is None and (laget := self._laget_nettopp()):
            self.instance = laget
            return True
        try:
            with vis_foerst(aktivitet, bekreftet):
                if versjon is None:
                    aktivitet.save()
                else:
                    aktivitet.lagre(versjon)
        except EndretAvAndre as andre:
            self._vis_begge(cast(Aktivitet, andre.naa))
            return False
        return True

    @property
    def sees_foerst(self) -> bool:
        """Whether the secretary sees it before it is published: its branch's, or all that this person may choose."""
        if self.instance.pk:
            return not self.instance.lag.publiserer_selv(self.bruker)
        return bool(self.lagene) and not any(lag.publiserer_selv(self.bruker) for lag in self.lagene)

    @property
    def flytter_dager(self) -> bool:
        """Whether it is about other days than those that are stored."""
        return not {"presisjon", "foerste_dag", "siste_dag"}.isdisjoint(self.changed_data)

    @property
    def forskjeller(self) -> list[Forskjell]:
        """Where what is stored now differs from what was written here."""
        return forskjellene(self.naa, self.instance) if self.naa else []

    @transaction.atomic
    def _laget_nettopp(self) -> Aktivitet | None:
        """Give the one that this person made a moment ago, in the very same words; None when there is none."""
        ett_trykk_om_gangen(self.bruker)
        skrevet = {felt: getattr(self.instance, felt) for felt in self.Meta.fields}
        mine = Aktivitet.objects.filter(opprettet_av=self.bruker, opprettet__gte=timezone.now() - SAMME_TRYKK)
        ny = self.instance
        mine = mine.filter(publisert__isnull=ny.publisert is None, sendt_inn__isnull=ny.sendt_inn is None)
        return mine.filter(**skrevet, avlyst=False).first()

    def _get_validation_exclusions(self) -> set[str]:
        """Leave out what the fields and `clean` have settled: the model would ask the database about it again."""
        return {*super()._get_validation_exclusions(), "lag", "foerste_dag"}  # type: ignore[misc]

    def _vis_begge(self, naa: Aktivitet) -> None:
        self.naa = naa
        # Sent again from the page that shows both, it is saved knowingly on top.
        self.data = cast(QueryDict, self.data).copy()
        self.data["versjon"] = str(naa.versjon)


def _siste_dag_er_skrevet(aktivitet: Aktivitet) -> bool:
    """Whether somebody wrote the last day, and it does not just follow from the first."""
    teller = "siste_dag" in FELTER_SOM_TELLER[aktivitet.presisjon]
    return teller and aktivitet.siste_dag != aktivitet.foerste_dag
