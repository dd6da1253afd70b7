"""The calendar in the editing site: every activity, the fixed pattern with "fyll året", and the organisers."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from .aktivitetsfelter import PAAMELDING_FOR_SENT
from .felt import Adresse, Papirfelt, hoeyst
from .flytterom import FlytteRom, KanAvbrytes
from .flytting import MaaBekreftes, vis_foerst
from .kalender import MAANEDSNAVN
from .models import FOERSTE_DAG, SISTE_DAG, Aarstype, Aktivitet, EndretAvAndre, FastAktivitet, Lag
from .moenster.aarshjul import AaretKanIkkeFylles, fyll_aar
from .rom import Rom, VersjonertRom
from .samtidig import VersjonertForm
from .tid import tid_i_ord
from .tidsrom import UgyldigTid, tidsrom

TIDSFELTER = ("siste_dag", "fra_kl", "til_kl")


class AktivitetForm(KanAvbrytes, VersjonertForm):
    """An activity. What is written about its time, its links and its papers is read as on the calendar's own pages."""

    nettlenke = Adresse(label="Lenke til møtet på nett", required=False, validators=[hoeyst(500)])
    paamelding = Adresse(label="Påmelding", required=False, validators=[hoeyst(500)])
    papirer = Papirfelt(
        label="Papirer",
        required=False,
        validators=[hoeyst(5_000)],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ett på hver linje, navnet og så adressen.",
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if "nettlenke_for" in self.fields:
            self.fields["nettlenke_for"].required = False
        if "siste_dag" in self.fields:
            self.fields["siste_dag"].required = False
            self.fields[
                "siste_dag"
            ].help_text = "Tomt betyr samme dag. Er bare uken eller måneden kjent, regnes den ut."

    def clean_nettlenke_for(self) -> str:
        """Keep what was chosen before, where none is sent."""
        return self.cleaned_data["nettlenke_for"] or self.instance.nettlenke_for

    def clean(self) -> dict[str, Any]:
        """Make days and clock times of what was written."""
        rent = super().clean()
        presisjon, foerste = rent.get("presisjon"), rent.get("foerste_dag")
        if presisjon and foerste and not any(felt in self.errors for felt in TIDSFELTER):
            try:
                rom = tidsrom(presisjon, foerste, *(rent.get(felt) for felt in TIDSFELTER))
            except UgyldigTid as ugyldig:
                for felt, feil in ugyldig.feil.items():
                    self.add_error(felt, feil)
            else:
                rent |= {felt: getattr(rom, felt) for felt in ("foerste_dag", *TIDSFELTER)}
                if (innen := rent.get("paamelding_innen")) and innen > rom.siste_dag:
                    self.add_error("paamelding_innen", PAAMELDING_FOR_SENT)
        return rent


class Tilstand(admin.SimpleListFilter):
    """How far an activity has come."""

    title = "tilstand"
    parameter_name = "tilstand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("utkast", "Utkast"), ("publisert", "Publisert"), ("avlyst", "Avlyst")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Aktivitet]) -> QuerySet[Aktivitet]:
        match self.value():
            case "utkast":
                return queryset.filter(publisert__isnull=True)
            case "publisert":
                return queryset.filter(publisert__isnull=False)
            case "avlyst":
                return queryset.filter(avlyst=True)
        return queryset


@admin.action(description="Publiser", permissions=["change"])
def publiser(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Aktivitet]) -> None:
    """Publish the chosen drafts."""
    _gjoer(rom, request, valgte.filter(publisert__isnull=True), Aktivitet.publiser, "publisert")


@admin.action(description="Avlys", permissions=["change"])
def avlys(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Aktivitet]) -> None:
    """Cancel the chosen activities. They stay in the calendar, shown as cancelled."""
    _gjoer(rom, request, valgte.filter(avlyst=False), Aktivitet.avlys, "avlyst")


def _gjoer(
    rom: admin.ModelAdmin,
    request: HttpRequest,
    aktivitetene: QuerySet[Aktivitet],
    handling: Callable[[Aktivitet, int], None],
    gjort: str,
) -> None:
    """Do it with each, and say which were left because somebody saved or deleted them in the same moment, or because
    due dates move along: these are shown first, on the activity's own page."""
    antall, imens, flytter = 0, [], []
    for aktivitet in aktivitetene:
        try:
            with vis_foerst(aktivitet, bekreftet=""):
                handling(aktivitet, aktivitet.versjon)
        except (EndretAvAndre, Aktivitet.DoesNotExist):
            imens.append(f"«{aktivitet}»")
        except MaaBekreftes as foerst:
            flytter.append((foerst.flyttinger.antall, reverse("aktivitet:rediger", args=[aktivitet.pk]), aktivitet))
        else:
            rom.log_change(request, aktivitet, f"{gjort.capitalize()}.")
            antall += 1
    if antall or not (imens or flytter):
        rom.message_user(request, f"{antall} er {gjort}.")
    if imens:
        igjen = f"Ikke {gjort}, for noen andre endret imens: {', '.join(imens)}. Se på det, og prøv en gang til."
        rom.message_user(request, igjen, level="warning")
    for frister, side, aktivitet in flytter:
        se_dem = 'Ikke {}: «{}» flytter {} i planen. Se dem på <a href="{}">møtets egen side</a>, og gjør det der.'
        rom.message_user(request, format_html(se_dem, gjort, aktivitet, frister, side), level="warning")


@admin.register(Aktivitet)
class AktivitetRom(FlytteRom, VersjonertRom):
    """Every activity."""

    form = AktivitetForm
    list_display = ["tittel", "tid", "lag", "type", "er_publisert", "avlyst"]
    list_filter = [Tilstand, "lag", "type", "synlighet"]
    list_select_related = ["lag"]
    search_fields = ["tittel", "sted", "kommune", "beskrivelse", "lag__navn"]
    date_hierarchy = "foerste_dag"
    ordering = ["-foerste_dag", "-pk"]
    fieldsets = [
        (None, {"fields": ["tittel", "type", "lag", "synlighet", "avlyst", "publisert"]}),
        ("Tid", {"fields": ["presisjon", ("foerste_dag", "siste_dag"), ("fra_kl", "til_kl")]}),
        ("Sted", {"fields": ["sted", "kommune", "tilgjengelighet", "nettlenke", "nettlenke_for"]}),
        ("Mer", {"fields": ["beskrivelse", "maalgruppe", "papirer"]}),
        ("Påmelding", {"fields": ["paamelding", "paamelding_innen"]}),
        ("Kontakt", {"fields": ["kontakt", "kontakt_epost"]}),
        ("Sammenheng", {"fields": ["hoerer_til", "dager_foer", "flyttet_fra", "fast"]}),
    ]
    # What it hangs together with is set where the year and the meetings are planned.
    readonly_fields = ["publisert", "fast", "hoerer_til", "dager_foer", "flyttet_fra"]
    actions = [publiser, avlys]

    @admin.display(description="tid", ordering="foerste_dag")
    def tid(self, aktivitet: Aktivitet) -> str:
        """When it is, in words."""
        return tid_i_ord(aktivitet)

    @admin.display(description="publisert", boolean=True, ordering="publisert")
    def er_publisert(self, aktivitet: Aktivitet) -> bool:
        """Whether it is in the calendar."""
        return not aktivitet.er_utkast

    def has_delete_permission(self, request: HttpRequest, obj: Aktivitet | None = None) -> bool:
        """Only a draft is deleted. What is published is cancelled, so that people's own calendars hear of it."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.er_utkast)

    def save_model(self, request: HttpRequest, obj: Aktivitet, form: Any, change: bool) -> None:
        if not change:
            obj.opprettet_av = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)


class AarForm(forms.Form):
    """Which year to fill."""

    aar = forms.IntegerField(
        label="År", validators=[MinValueValidator(FOERSTE_DAG.year), MaxValueValidator(SISTE_DAG.year)]
    )


class Aaret(admin.SimpleListFilter):
    """The lines that count for a year, whichever kinds they are written under."""

    title = "år"
    parameter_name = "aar"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        i_aar = timezone.localdate().year
        return [(str(aar), f"{aar}: {Aarstype.i_aaret(aar).label.lower()}") for aar in range(i_aar, i_aar + 4)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[FastAktivitet]) -> QuerySet[FastAktivitet]:
        aar = self.value()
        if aar is None or aar not in dict(self.lookup_choices):
            return queryset
        return queryset.filter(pk__in=FastAktivitet.objects.for_aaret(int(aar)))


@admin.action(description="Fyll året: lag utkast av alle de faste", permissions=["change"])
def fyll_aaret(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[FastAktivitet]) -> HttpResponse:
    """Go on to the page that asks which year."""
    return redirect("admin:aktivitet_fastaktivitet_fyll")


@admin.register(FastAktivitet)
class FastAktivitetRom(Rom):
    """The fixed pattern of a year."""

    list_display = ["tittel", "maanedsnavn", "aarstype", "type"]
    list_filter = [Aaret, "aarstype"]
    search_fields = ["tittel"]
    fields = ["tittel", "type", "maaned", "aarstype", "fra_tekst"]
    actions = [fyll_aaret]

    @admin.display(description="måned", ordering="maaned")
    def maanedsnavn(self, fast: FastAktivitet) -> str:
        """The month by name."""
        return MAANEDSNAVN[fast.maaned - 1]

    def get_urls(self) -> list[Any]:
        egen = path("fyll/", self.admin_site.admin_view(self.fyll_side), name="aktivitet_fastaktivitet_fyll")
        return [egen, *super().get_urls()]

    def fyll_side(self, request: HttpRequest) -> HttpResponse:
        """Ask which year, and make its drafts from the pattern."""
        if not (self.has_change_permission(request) and request.user.has_perm("aktivitet.add_aktivitet")):
            raise PermissionDenied
        form = AarForm(request.POST or None, initial={"aar": timezone.localdate().year + 1})
        if request.method == "POST" and form.is_valid():
            aar = form.cleaned_data["aar"]
            try:
                laget = fyll_aar(aar, request.user)  # type: ignore[arg-type]
            except AaretKanIkkeFylles as grunn:
                form.add_error("aar", str(grunn))
            else:
                ingen = f"Alle de faste aktivitetene har fått utkast for {aar} fra før."
                self.message_user(request, f"Laget {len(laget)} utkast for {aar}." if laget else ingen)
                return redirect("aktivitet:faste", aar)
        return TemplateResponse(
            request,
            "admin/aktivitet/fastaktivitet/fyll.html",
            {**self.admin_site.each_context(request), "title": "Fyll året", "opts": self.opts, "form": form},
        )


@admin.action(description="Se først det de legger inn", permissions=["change"])
def se_foerst(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Lag]) -> None:
    """Let what these branches make wait for the secretary."""
    _sett_godkjennes(rom, request, valgte, True, "Det {} legger inn, venter fra nå på at du publiserer det.")


@admin.action(description="La dem publisere selv", permissions=["change"])
def la_publisere(rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Lag]) -> None:
    """Let these branches publish by themselves. What waits already still waits."""
    _sett_godkjennes(rom, request, valgte, False, "{} publiserer selv fra nå. Det som venter alt, må du se på.")


def _sett_godkjennes(
    rom: admin.ModelAdmin, request: HttpRequest, valgte: QuerySet[Lag], godkjennes: bool, gjort: str
) -> None:
    endres = list(valgte.exclude(godkjennes=godkjennes))
    valgte.filter(pk__in=[lag.pk for lag in endres]).update(godkjennes=godkjennes)
    for lag in endres:
        rom.log_change(request, lag, "Sekretæren ser først." if godkjennes else "Laget publiserer selv.")
    navnene = " og ".join(lag.navn for lag in endres)
    rom.message_user(request, gjort.format(navnene) if endres else "Slik var det fra før.")


@admin.register(Lag)
class LagRom(FlytteRom, Rom):
    """The organisers. Who edits a branch's activities is set on each person's own page."""

    form = KanAvbrytes
    list_display = ["navn", "type", "kommune", "godkjennes", "antall_redaktoerer"]
    list_filter = ["type", "godkjennes"]
    search_fields = ["navn", "kommune"]
    prepopulated_fields = {"slug": ["navn"]}
    fields = ["navn", "slug", "type", "kommune", "godkjennes"]
    actions = [se_foerst, la_publisere]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Lag]:
        return super().get_queryset(request).annotate(antall_redaktoerer=Count("redaktoerer"))

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A name may change; the address that others link to stays."""
        return {} if obj else super().get_prepopulated_fields(request, obj)

    @admin.display(description="redaktører", ordering="antall_redaktoerer")
    def antall_redaktoerer(self, lag: Any) -> int:
        """How many edit its activities."""
        return lag.antall_redaktoerer
