"""Which form stands at which address, and what somebody wrote in it as people read it: "Status: Gjennomført"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.text import capfirst

from aktivitet.forms import AktivitetForm
from aktivitet.heltall import heltall
from aktivitet.models import Lag
from aktivitet.moenster.datoform import DatoForm
from aktivitet.moeteplan.skjemaer import AltPaaSiden
from aktivitet.serie.regelform import RegelForm
from aktivitet.serie.skjemaer import RestenForm
from aktivitet.tekst import rens_tekst
from aktivitet.tid import dag_i_ord
from aktivitet.views.godkjenning import SvarForm
from tiltak.forms import StatusForm
from tiltak.fristform import FristForm
from tiltak.opplasting import OpplastingForm
from tiltak.rapport.form import RapportForm
from tiltak.rapport.handlinger import AltISaksgangen
from tiltak.rapport.tekstform import TekstForm
from tiltak.redigering.beslutning import BeslutningForm
from tiltak.redigering.former import HodeForm
from tiltak.redigering.forslag import NyPlanForm
from tiltak.redigering.grepformer import FlyttForm, GrepForm, SammenForm
from tiltak.redigering.slag import SLAG
from tiltak.resultatform import ResultatForm
from tiltak.revisjon.form import FlettForm
from tiltak.tabell.flereform import FlereForm
from tiltak.vedleggform import VedleggForm
from tiltak.views.innlesing import BekreftForm

from .paaminnelser.forms import Valg
from .personer.forms import InviterForm
from .personer.overlevering.skjemaer import AltPaaSiden as Overlevering
from .personvern.forms import NavnForm

# What a form carries for the machine, where we know nothing else of it.
TEKNISKE = ("versjon", "lest_versjon", "fra", "utvalg", "handling", "lagre", "neste", "action", "post", "bekreft")


@dataclass(frozen=True)
class Linje:
    """One thing that was written, under its name."""

    merkelapp: str
    tekst: str


@dataclass(frozen=True)
class Skjema:
    """A form's name for people, its class, and the names of its rows, of one ("tekst-innledning")
    or of all that begin alike ("krets" for "krets-0"). `ogsaa`: what stands on the same page as a form of its own, and
    is sent with it."""

    hva: str
    form: type[forms.BaseForm] | None = None
    rader: Mapping[str, str] = field(default_factory=dict)
    ogsaa: type[forms.BaseForm] | None = None


UKJENT = Skjema("Skjemaet")
SKJEMAER = {
    "aktivitet:ny": Skjema("Ny aktivitet", AktivitetForm),
    "aktivitet:rediger": Skjema("Aktiviteten", AktivitetForm),
    "aktivitet:moteplan": Skjema("Møteplanen", AltPaaSiden),
    "aktivitet:faste": Skjema("Datoen", DatoForm),
    "aktivitet:serie": Skjema("Ny serie", RegelForm, ogsaa=AktivitetForm),
    "aktivitet:serien": Skjema("Resten av serien", RestenForm),
    "aktivitet:godkjenning": Skjema("Svar på det som er sendt inn", SvarForm),
    "tiltak:termin": Skjema("Status", StatusForm),
    "tiltak:flere": Skjema("Status for flere frister", FlereForm),
    "tiltak:planlegg": Skjema("Ny aktivitet", AktivitetForm),
    "tiltak:nytt_vedlegg": Skjema("Lenke eller dokument", VedleggForm),
    "tiltak:frist": Skjema("Fristen", FristForm),
    "tiltak:rapport_saksgang": Skjema("Beretningens saksgang", AltISaksgangen),
    "tiltak:rapport": Skjema("Beretningens tittel, dager og årsmøte", RapportForm),
    "tiltak:rapport_tekst": Skjema(
        "Tekster i beretningen",
        TekstForm,
        {"tekst-innledning": "Innledning", "tekst-avslutning": "Avslutning", "tekst": "Om et mål"},
    ),
    "tiltak:resultat": Skjema("Valgresultatet", ResultatForm, {"krets": "Valgkrets", "antall": "Antall valgt"}),
    "tiltak:les_inn": Skjema("Plandokumentet", OpplastingForm),
    "tiltak:bekreft": Skjema("Vedtaket av planen", BekreftForm),
    "tiltak:sammenlikn": Skjema("Vedtaket av en ny utgave", FlettForm),
    "tiltak:ny_plan": Skjema("Ny plan", NyPlanForm),
    "tiltak:rediger_hode": Skjema("Tittel og periode", HodeForm),
    "tiltak:flytt_del": Skjema("Flytting i planen", FlyttForm),
    "tiltak:ta_ut_del": Skjema("Ta ut av planen", BeslutningForm),
    "tiltak:ta_inn_del": Skjema("Ta inn i planen igjen", BeslutningForm),
    "tiltak:del_tiltak": Skjema("Dele et tiltak", GrepForm),
    "tiltak:slaa_sammen_tiltak": Skjema("Slå sammen tiltak", SammenForm),
    "mine_data": Skjema("Navnet ditt", NavnForm),
    "paaminnelser": Skjema("Påminnelser", Valg),
    "inviter": Skjema("Invitasjonen", InviterForm),
    "overlevering": Skjema("Overleveringen", Overlevering),
}
# A part of the plan has the form of its kind.
DELER = ("tiltak:ny_del", "tiltak:rediger_del", "tiltak:rediger_maal", "tiltak:rediger_tiltak")
# Buttons alone: nothing is written there that could be lost.
BARE_KNAPPER = (
    "aktivitet:kopier",
    "tiltak:avklar",
    "tiltak:forkast",
    "tiltak:forslag",
    "tiltak:ett_tiltak",
    "tiltak:angre",
    "tiltak:angre_flere",
    "tiltak:velg_aktivitet",
    "tiltak:holdt",
    "tiltak:vedlegg",
    "tiltak:tidligere_tekster",
    "tiltak:forhaandsvisning",
    "mine_data_fil",
    "slett_meg",
    "slett_person",
)


def skjemaet_i(sti: str) -> Skjema:
    """Give the form that stands at the address `sti`."""
    treff = _treff(sti)
    if treff is None:
        return UKJENT
    if treff.view_name in DELER:
        slag = SLAG[treff.kwargs["hva"]]
        return Skjema(slag.nytt if treff.view_name == "tiltak:ny_del" else capfirst(slag.bestemt), slag.form)
    return SKJEMAER.get(treff.view_name, UKJENT)


def terminen_i(sti: str) -> int | None:
    """Give the key of the termin that the form at `sti` sets. None for every other form: they say what they are about
    by themselves, and a number that no database holds is no key."""
    treff = _treff(sti)
    pk = treff.kwargs["pk"] if treff and treff.view_name == "tiltak:termin" else None
    return pk if pk and pk < 2**63 else None


def linjene(sti: str, felter: Mapping[str, list[str]]) -> list[Linje]:
    """Give what was written in the form at `sti`, in the order of the form: no empty fields, and none that are hidden.

    A form that is not known here has its fields named by their own names, so that nothing of it is left out.
    """
    skjema = skjemaet_i(sti)
    alle = []
    for navn, verdier in felter.items():
        merkelapp, felt = _feltet(skjema, navn)
        utfylte = [verdi for verdi in verdier if verdi.strip()]
        if merkelapp and utfylte:
            alle.append(Linje(merkelapp, rens_tekst(_i_ord(felt, utfylte))))
    return [linje for linje in alle if linje.tekst]


def _treff(sti: str) -> ResolverMatch | None:
    try:
        return resolve(sti.partition("?")[0])
    except Resolver404:  # the app has another address for it by now
        return None


def _feltet(skjema: Skjema, navn: str) -> tuple[str, forms.Field | None]:
    """Give the label of a field and the field; no label for what nobody writes."""
    if skjema.form is None:
        return ("" if navn in TEKNISKE or navn.startswith("_") else _navn_i_ord(navn)), None
    formene = [form for form in (skjema.form, skjema.ogsaa) if form]
    feltene: dict[str, forms.Field] = {}
    for form in formene:
        feltene |= form.base_fields  # type: ignore[attr-defined]
    felt = feltene.get(navn) or feltene.get(navn.rpartition("-")[2])  # "ny0-tekst": one of several of the same form
    if felt is None:
        return skjema.rader.get(navn) or skjema.rader.get(navn.partition("-")[0], ""), None
    return ("" if felt.widget.is_hidden else str(felt.label or _navn_i_ord(navn))), felt


def _navn_i_ord(navn: str) -> str:
    """Make words of a field's own name: "utsatt_til" is "Utsatt til", "foerste_dag" is "Første dag"."""
    for to, en in (("ae", "æ"), ("oe", "ø"), ("aa", "å")):
        navn = navn.replace(to, en)
    return capfirst(navn.replace("_", " ").replace("-", " "))


def _i_ord(felt: forms.Field | None, verdier: list[str]) -> str:
    match felt:
        case forms.BooleanField():
            return "Ja"
        case forms.ModelChoiceField():
            # People and drafts have no name here: whoever sent a key, logged in or not, would be told whose it is.
            if felt.queryset is None or felt.queryset.model is not Lag:
                return f"{len(verdier)} valgt"
            noekler = [pk for verdi in verdier if (pk := heltall(verdi)) is not None]
            return ", ".join(map(str, felt.queryset.filter(pk__in=noekler))) or f"{len(verdier)} valgt"
        case forms.ChoiceField():
            return ", ".join(_valget(felt, verdi) for verdi in verdier)
        case forms.DateField():
            return ", ".join(_dagen(felt, verdi) for verdi in verdier)
    return ", ".join(verdier)


def _valget(felt: forms.ChoiceField, verdi: str) -> str:
    valgene = dict(_flate(cast(Iterable[Any], felt.choices)))
    return valgene.get(verdi, verdi) if valgene else "Valgt"


def _flate(valg: Iterable[Any]) -> Iterable[tuple[str, str]]:
    """Give the choices of a list that may be grouped."""
    for verdi, navn in valg:
        if isinstance(navn, (list, tuple)):
            yield from _flate(navn)
        else:
            yield str(verdi), str(navn)


def _dagen(felt: forms.DateField, verdi: str) -> str:
    try:
        dag = felt.to_python(verdi)
    except forms.ValidationError:
        return verdi
    return dag_i_ord(dag) if dag else verdi
