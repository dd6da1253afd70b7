"""Works a revised draft into the plan that it revises, as one decided change. The plan keeps its address, and every
measure that stays keeps its statuses and its log, whatever its code and its words are now."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from aktivitet.moenster.aarshjul import lagre_faste

from ..dokument.forskjell import Slag
from ..dokument.sammenlikning import Plansammenlikning
from ..models import (
    Avsnitt,
    Kapittel,
    Kildedokument,
    Maal,
    Merknad,
    Plan,
    Resultatfoering,
    Sammenlikning,
    Statusendring,
    Tiltak,
)
from ..ordlyd import tatt_ut
from ..redigering.endring import fra_dag
from ..redigering.strykning import ta_ut_tiltak
from ..terminplan import oppdater_plan
from ..utgave import Beslutning, Endringslogg, endre_planen
from .kobling import AvtrykketErGammelt, laas, sammenlikn_versjonene
from .meldt import sett_frister, ta_med_det_som_er_meldt
from .rader import Flettet, SettEier, flett_rader
from .ute import Ute
from .versjon import Planversjon

FELTER: dict[str, tuple[str, ...]] = {
    "kapitler": ("nr", "slag", "overskrift", "linje"),
    "maal": ("nr", "nummer", "overskrift", "motto", "linje", "motto_linje"),
    "avsnitt": ("nr", "tekst", "punkt", "linje_fra", "linje_til"),
    "tiltak": ("nr", "kode", "tekst", "gjennomfoering", "ansvarlig", "linje"),
    "periodemaal": ("nr", "tekst", "linje", "antall", "per_valgkrets", "valg", "valgaar"),
    "aktivitetsplan": ("nr", "maaned", "valgaar", "mellomaar"),
}


def flett(utkast: Plan, beslutning: Beslutning | None, sett: str | None = None) -> Plan:
    """Make the plan say what the draft says, delete the draft, and give the plan.

    `sett` is the mark of what somebody looked at before they said yes (`merke`). Raises AvtrykketErGammelt, with
    nothing changed, when either plan or a pair has been changed since, UtkastetErBorte when somebody was here first,
    and ManglerBeslutning when an adopted plan is to be changed by nobody's decision. The same few queries for any
    size.
    """
    assert utkast.revisjon_av is not None  # noqa: S101
    with endre_planen(utkast.revisjon_av, beslutning) as logg:
        svar = laas(utkast)
        utkast = Plan.objects.get(pk=utkast.pk)
        gammel, ny = Planversjon.les(logg.plan), Planversjon.les(utkast)
        if svar.avtrykk != gammel.avtrykk or (sett is not None and sett != merke(gammel, ny, svar)):
            raise AvtrykketErGammelt
        _Fletting(gammel, ny, sammenlikn_versjonene(gammel, ny, svar), logg, beslutning).utfoer()
    return logg.plan


def merke(gammel: Planversjon, ny: Planversjon, svar: Sammenlikning) -> str:
    """Tell what somebody looks at from everything else that there might be to look at."""
    return f"{gammel.avtrykk[:16]}-{ny.avtrykk[:16]}-{svar.versjon}"


class _Fletting:
    """One draft being worked in, inside the change of the plan."""

    def __init__(
        self,
        gammel: Planversjon,
        ny: Planversjon,
        svar: Plansammenlikning,
        logg: Endringslogg,
        beslutning: Beslutning | None,
    ) -> None:
        self.gammel, self.ny, self.svar, self.logg, self.beslutning = gammel, ny, svar, logg, beslutning
        self.plan, self.utkast = logg.plan, ny.plan
        self.fra_dag = fra_dag(logg.plan, beslutning)
        self.ute = Ute(gammel)
        self.eiere: dict[tuple[type, int | None], Any] = {}

    def utfoer(self) -> None:
        self._hodet()
        kapitler = self._flett("kapitler", self._i_planen)
        maal = self._flett("maal", self._i_treet)
        self.eiere = {(Kapittel, ett.pk): rad for ett, rad in zip(self.ny.kapitler, kapitler.rader, strict=True)}
        self.eiere |= {(Maal, ett.pk): rad for ett, rad in zip(self.ny.maal, maal.rader, strict=True)}
        avsnitt = self._flett("avsnitt", self._hos_samme_eier)
        tiltak = self._flett("tiltak", self._under_samme_maal)
        andre = [self._flett(del_, self._i_planen) for del_ in ("periodemaal", "aktivitetsplan")]

        ta_ut_tiltak(tiltak.borte, self.logg, self.beslutning)
        self._ta_ut_maal(maal.borte, avsnitt.borte)
        borte = {ett.pk for ett in maal.borte}
        self._ta_ut([ett for ett in avsnitt.borte if ett.maal_id not in borte])
        for flettet in (kapitler, *andre):
            self._ta_ut(flettet.borte)
        self.ute.gi_plass(maal, tiltak)

        sett_frister(self.svar.tiltak, self.gammel.tiltak, self.ny.tiltak, self.fra_dag)
        self._kilden()
        oppdater_plan(self.plan)
        ta_med_det_som_er_meldt({ny.pk: rad for ny, rad in zip(self.ny.tiltak, tiltak.rader, strict=True)})
        if self.plan.status == Plan.Status.VEDTATT and any(e.slag != Slag.UENDRET for e in self.svar.aktivitetsplan):
            lagre_faste(self.plan.aktivitetsrader.values_list("maaned", "valgaar", "mellomaar"))
        self._slett_utkastet(tiltak, avsnitt)

    def _hodet(self) -> None:
        nye = {felt: getattr(self.utkast, felt) for felt in self.svar.hode}
        if nye:
            self.logg.skriv_felter(self.plan, nye)
            for felt, verdi in nye.items():
                setattr(self.plan, felt, verdi)
        self.plan.versjon += 1
        self.plan.save(update_fields=[*nye, "versjon"])

    def _flett(self, del_: str, sett_eier: SettEier) -> Flettet:
        return flett_rader(
            getattr(self.svar, del_),
            getattr(self.gammel, del_),
            getattr(self.ny, del_),
            FELTER[del_],
            self.logg,
            sett_eier,
        )

    def _i_planen(self, rad: Any, ny: Any, ble: Mapping[int, Any]) -> None:
        rad.plan = self.plan

    def _i_treet(self, rad: Maal, ny: Maal, ble: Mapping[int, Maal]) -> None:
        if rad is ny:
            rad.innfoert = self.fra_dag
        rad.plan, rad.forelder, rad.tilsvarer = self.plan, ble.get(ny.forelder_id or 0), None

    def _hos_samme_eier(self, rad: Avsnitt, ny: Avsnitt, ble: Mapping[int, Avsnitt]) -> None:
        rad.kapittel, rad.maal = self.eiere.get((Kapittel, ny.kapittel_id)), self.eiere.get((Maal, ny.maal_id))

    def _under_samme_maal(self, rad: Tiltak, ny: Tiltak, ble: Mapping[int, Tiltak]) -> None:
        if rad is ny:
            rad.delt_fra, rad.innfoert = ble.get(ny.delt_fra_id or 0), self.fra_dag
        rad.maal, rad.tilsvarer = self.eiere[Maal, ny.maal_id], None

    def _ta_ut(self, rader: Sequence[Any]) -> None:
        """Delete what the draft no longer has. The editions keep it."""
        for ett in rader:
            self.logg.skriv(ett, tatt_ut(ett))
        if rader:
            type(rader[0])._default_manager.filter(pk__in=[ett.pk for ett in rader]).delete()

    def _ta_ut_maal(self, maalene: Sequence[Maal], avsnitt: Sequence[Avsnitt]) -> None:
        """Goals that an adopted plan had stay, marked as out, with their paragraphs and the measures that they had."""
        pk = [ett.pk for ett in maalene]
        for ett in (*maalene, *(ett for ett in avsnitt if ett.maal_id in pk)):
            self.logg.skriv(ett, tatt_ut(ett))
        valgte = Maal.objects.filter(pk__in=pk)
        if self.plan.er_vedtatt or Tiltak.objects.filter(maal__in=pk).exists():
            dag = self.beslutning.dag if self.beslutning else timezone.localdate()
            valgte.update(utgaatt=dag, versjon=F("versjon") + 1)
        else:
            Maal.objects.filter(forelder__in=pk, utgaatt__isnull=False).update(forelder=None)
            valgte.delete()

    def _kilden(self) -> None:
        Merknad.objects.filter(plan=self.plan).delete()
        Merknad.objects.filter(plan=self.utkast).update(plan=self.plan)
        Kildedokument.objects.filter(plan=self.plan).delete()
        Kildedokument.objects.filter(plan=self.utkast).update(plan=self.plan)
        Resultatfoering.objects.filter(plan=self.utkast).update(plan=self.plan)

    def _slett_utkastet(self, tiltak: Flettet, avsnitt: Flettet) -> None:
        """Delete the draft. What went on in the plan's own rows may hang from a part that was moved over, so it is
        named; what somebody reported on a measure that the draft itself has dropped goes with it."""
        overtatt = [ny.pk for ny, rad in zip(self.ny.tiltak, tiltak.rader, strict=True) if rad is not ny]
        avsnittene = [ny.pk for ny, rad in zip(self.ny.avsnitt, avsnitt.rader, strict=True) if rad is not ny]
        ute = list(Tiltak.objects.filter(i_utkastet(self.ny), utgaatt__isnull=False).values_list("pk", flat=True))
        Statusendring.objects.filter(termin__tiltak__in=ute).delete()
        Tiltak.objects.filter(pk__in=[*overtatt, *ute]).delete()
        Avsnitt.objects.filter(pk__in=avsnittene).delete()
        Plan.objects.filter(revisjon_av=self.utkast).update(revisjon_av=self.plan)
        self.utkast.delete()


def i_utkastet(ny: Planversjon) -> Q:
    """Measures of the draft, also under goals that have been moved over into the plan."""
    return Q(maal__plan=ny.plan) | Q(maal__in=[ett.pk for ett in ny.maal])
