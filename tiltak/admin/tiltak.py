"""The measures in the editing site: wording, deadline and how the phrase is read, terminer and log to look at."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator

from aktivitet.felt import RensetLinje
from aktivitet.rom import Rader
from aktivitet.tid import dager_i_ord

from ..frist import Regel, les
from ..models import Frist, Maal, Plan, Statusendring, Termin, Tiltak
from ..tolkning import bekreft, les_paa_nytt, velg
from .vern import OrdlydForm, OrdlydRom

IKKE_FORSTAATT = Q(frist__isnull=True) | Q(frist__regel__isnull=True)


class TrengerSekretaeren(admin.SimpleListFilter):
    """What waits for the secretary: as many as `venter_paa_sekretaeren` counts, so no superseded plan's."""

    title = "trenger sekretæren"
    parameter_name = "trenger"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("ikke_forstaatt", "Fristen er ikke forstått"),
            ("til_bekreftelse", "Tolkningen må bekreftes"),
            ("utenfor", "Frist utenfor perioden"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Tiltak]) -> QuerySet[Tiltak]:
        terminer = Termin.objects.filter(tiltak=OuterRef("pk"))
        levende = queryset.exclude(maal__plan__status=Plan.Status.AVLOEST)
        match self.value():
            case "ikke_forstaatt":
                return levende.filter(IKKE_FORSTAATT)
            case "til_bekreftelse":
                return levende.filter(Exists(terminer.filter(til_bekreftelse=True)))
            case "utenfor":
                return levende.filter(Exists(terminer.utenfor_og_uavklart()))
        return queryset


class TerminRader(Rader):
    """The measure's terminer, to look at: the deadline makes them, the board reports on them on its own pages."""

    model = Termin
    fields = ["etikett", "dager", "til_bekreftelse", "status", "merknad"]
    readonly_fields = ["etikett", "dager", "til_bekreftelse", "status", "merknad"]
    can_delete = False
    show_change_link = False
    verbose_name_plural = "terminer"

    @admin.display(description="fra og frist")
    def dager(self, termin: Termin) -> str:
        """From when and by when, and whether that is an estimate or outside the period."""
        return dager_i_ord(termin)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class TiltakForm(OrdlydForm):
    """A measure, and beside its phrase what the secretary wants it to be read as."""

    les_som = RensetLinje(
        label="Les fristen som",
        required=False,
        max_length=300,
        help_text="Når appen ikke forstår fristen, eller forstår den galt: skriv den på en måte den forstår, for "
        "eksempel «Innen 1. juni 2026», «Mars, årlig» eller «Hele perioden». Planens egne ord blir stående.",
    )
    # The reading has a version of its own: it is chosen and confirmed without touching the measure.
    lest_frist = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if frist := getattr(self.instance, "frist", None):
            self.initial["lest_frist"] = frist.versjon
        maal = self.fields.get("maal")
        if maal and self.instance.pk:
            maal.queryset = Maal.objects.filter(plan=self.instance.maal.plan_id)  # type: ignore[attr-defined]
        if ansvar := self.fields.get("foelges_opp_av"):
            valgt = Q(pk=self.instance.foelges_opp_av_id)
            ansvar.queryset = ansvar.queryset.filter(Q(is_active=True) | valgt)  # type: ignore[attr-defined]

    def clean_les_som(self) -> Regel | None:
        """Give the rule that is said, or None where nothing is."""
        frase = self.cleaned_data["les_som"]
        regel = les(frase) if frase else None
        if frase and regel is None:
            self.add_error("les_som", "Den fristen forstår ikke appen heller. Skriv den som i et av eksemplene.")
        return regel

    @cached_property
    def changed_data(self) -> list[str]:
        """What the person changed: the version of the reading is no such thing."""
        return [navn for navn in super().changed_data if navn != "lest_frist"]

    def clean(self) -> dict[str, Any]:
        """Stop a reading, or a new phrase to read, on top of a reading that somebody else has chosen since."""
        rent = super().clean()
        regel = rent.get("les_som")
        if self.instance.pk and (regel or "gjennomfoering" in self.changed_data):
            self._stopp_naar_andre_har_valgt(regel, rent.get("lest_frist"))
        return rent

    def _stopp_naar_andre_har_valgt(self, regel: Regel | None, lest: int | None) -> None:
        # Locked until the transaction ends, as the measure is.
        frist = Frist.objects.select_for_update().filter(tiltak=self.instance.pk).first()
        if frist is None or frist.versjon == lest or (regel and regel.to_dict() == frist.regel):
            return
        naa = frist.les_regel()
        self.avvis({"les_som": f"«{naa.beskrivelse}»" if naa else "(ikke forstått)"}, "lest_frist", frist.versjon)


@admin.action(description="Bekreft tolkningen av fristen", permissions=["change"])
def bekreft_tolkningen(rom: "TiltakRom", request: HttpRequest, valgte: QuerySet[Tiltak]) -> None:
    """Say yes to what the chosen measures' phrases are read as."""
    antall = valgte.count()  # before: the list may be narrowed to those that wait, and then they leave it
    bekreftet = bekreft(valgte.select_related("frist", "maal__plan"))
    for tiltak in bekreftet:
        rom.log_change(request, tiltak, "Bekreftet tolkningen av fristen.")
    resten = antall - len(bekreftet)
    if bekreftet:
        rom.message_user(request, f"Bekreftet tolkningen av {len(bekreftet)} tiltak.")
    if resten:
        rom.message_user(request, f"{resten} tiltak hadde ingen tolkning å bekrefte.", level="warning")


@admin.register(Tiltak)
class TiltakRom(OrdlydRom):
    """The measures, in the plan's order."""

    form = TiltakForm
    list_display = ["kode", "kort_tekst", "gjennomfoering", "lest_som", "ansvarlig"]
    list_display_links = ["kode", "kort_tekst"]
    list_filter = [TrengerSekretaeren, "maal__plan", "maal"]
    list_select_related = ["maal__plan", "frist"]
    search_fields = ["kode", "tekst", "gjennomfoering", "ansvarlig"]
    fieldsets = [
        (None, {"fields": ["maal", "nr", "kode", "tekst", "gjennomfoering", "ansvarlig"]}),
        ("Hvordan fristen leses", {"fields": ["lest_som", "les_som", "lest_frist"]}),
        ("Bare for styret", {"fields": ["foelges_opp_av", "logg"]}),
    ]
    readonly_fields = ["lest_som", "logg"]
    inlines = [TerminRader]
    actions = [bekreft_tolkningen]

    @admin.display(description="ordlyd", ordering="tekst")
    def kort_tekst(self, tiltak: Tiltak) -> str:
        """The beginning of the wording."""
        return Truncator(tiltak.tekst).chars(90)

    @admin.display(description="leses som")
    def lest_som(self, tiltak: Tiltak) -> str:
        """What the phrase is taken to mean, in words."""
        frist: Frist | None = getattr(tiltak, "frist", None)
        regel = frist.les_regel() if frist else None
        if frist is None or regel is None:
            return "Ikke forstått: skriv hva den skal leses som." if tiltak.pk else "–"
        if frist.bekreftet and regel.til_bekreftelse:
            return regel.beskrivelse.replace("Tolkningen må bekreftes.", "Bekreftet.")
        return regel.beskrivelse

    @admin.display(description="logg")
    def logg(self, tiltak: Tiltak) -> str:
        """The status log of all its terminer, newest first."""
        linjer = Statusendring.objects.filter(termin__tiltak=tiltak.pk).select_related("av", "termin")
        rader = [
            (
                date_format(timezone.localtime(linje.tid), "j. F Y \\k\\l. H.i"),
                linje.av or "ukjent",
                linje.termin.etikett,
                linje.get_status_display(),
                linje.merknad,
            )
            for linje in linjer
        ]
        if not rader:
            return "Ingen har satt noen status ennå."
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}, {}: {}, {}. {}</li>", rader))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if regel := form.cleaned_data.get("les_som"):
            velg(obj, regel)
        elif not change or "gjennomfoering" in form.changed_data:
            les_paa_nytt(obj)
