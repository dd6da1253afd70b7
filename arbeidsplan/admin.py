"""People in the editing site: who they are, what each may do and until when. The secretary sets no passwords, and
neither makes administrators nor touches them."""

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from aktivitet.felt import Flervalg
from aktivitet.models import Lag, dag_i_vaar_tid
from aktivitet.rom import DAG, VersjonertRom
from aktivitet.samtidig import VersjonertForm

from .konto.nullstilling import ta_bort_totrinn
from .models import Bruker
from .models.stand import Stand, sett_spor
from .personer.rollefelt import kryss, siste_dag
from .roller import Rolle, roller_i_ord

SISTE_ADMINISTRATOR = "Dette er den eneste administratoren uten siste dag. Gi rollen til en annen først."


class BrukerForm(VersjonertForm):
    """A person, with a box for each role and its last day. `av` is who fills it in, set by the room."""

    av: Bruker
    foer: Stand | None = None  # as it stood when the save began

    lag = Flervalg(
        label="Redigerer aktivitetene til",
        queryset=Lag.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for rolle in self.av.kan_gi:
            self._legg_til(rolle)
        if self.instance.pk:
            self.initial["lag"] = self.instance.redigerer_lag.all()

    def clean_email(self) -> str:
        """Refuse an address that somebody has, however it is written."""
        email = self.cleaned_data["email"].strip().lower()
        if Bruker.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Det er en person med denne adressen fra før.")
        return email

    def clean(self) -> dict[str, Any]:
        """Put the roles together, and see that an administrator is left."""
        # Before the person's own row, so that two who save each other do not wait for each other.
        Bruker.objects.laas_administratorene()
        rent = super().clean()
        if self.has_error(NON_FIELD_ERRORS):
            return rent
        if self.instance.pk:  # the row is locked by now; a role that is no field here may have come since it was read
            self.instance.refresh_from_db(fields=["roller"])
            self.foer = Stand.av(self.instance)
        roller = {navn: dag for navn, dag in self.instance.roller.items() if navn not in self.av.kan_gi}
        for rolle in self.av.kan_gi:
            dag = rent.get(siste_dag(rolle))
            if rent.get(kryss(rolle)):
                roller[rolle.value] = dag.isoformat() if dag else None
            elif dag:
                self.add_error(kryss(rolle), "Kryss av for rollen, eller ta bort siste dag.")
        if rent.get("lag") and Rolle.REDAKTOER not in roller and not self.errors:
            self.add_error(kryss(Rolle.REDAKTOER), "Kryss av her også, ellers kan ikke personen redigere for lagene.")
        self._pass_paa_administratoren(rent, roller)
        self.instance.roller = roller
        return rent

    def lagret(self, naa: Bruker) -> dict[str, Any]:
        """Add the boxes, the last days and the branches to what is stored now."""
        dager = {siste_dag(rolle): _som_dag(naa.roller.get(rolle)) for rolle in Rolle}
        return {
            **super().lagret(naa),
            **{kryss(rolle): rolle in naa.roller for rolle in Rolle},
            **dager,
            "lag": list(naa.redigerer_lag.all()),
        }

    def _pass_paa_administratoren(self, rent: dict[str, Any], roller: dict[str, Any]) -> None:
        forblir = roller.get(Rolle.ADMINISTRATOR, "") is None and rent.get("is_active", True)
        if not forblir and er_siste_administrator(self.instance):
            felt = kryss(Rolle.ADMINISTRATOR) if rent.get("is_active", True) else "is_active"
            self.add_error(felt, SISTE_ADMINISTRATOR)

    def _legg_til(self, rolle: Rolle) -> None:
        har = rolle.value in self.instance.roller
        self.fields[kryss(rolle)] = forms.BooleanField(label=rolle.label, required=False, initial=har)
        self.fields[siste_dag(rolle)] = forms.DateField(
            label=f"Siste dag som {rolle.label.lower()}",
            required=False,
            initial=_som_dag(self.instance.roller.get(rolle.value)),
            validators=[dag_i_vaar_tid],
            widget=DAG,
        )


class Rollefilter(admin.SimpleListFilter):
    """Who has a role, today or before."""

    title = "rolle"
    parameter_name = "rolle"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(verdi), str(navn)) for verdi, navn in Rolle.choices]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(roller__has_key=self.value()) if self.value() in Rolle.values else queryset


@admin.register(Bruker)
class BrukerRom(VersjonertRom):
    """The people who have a task in the organisation."""

    form = BrukerForm
    list_display = ["__str__", "email", "roller_i_ord", "is_active", "last_login"]
    list_filter = [Rollefilter, "is_active"]
    search_fields = ["navn", "email"]
    readonly_fields = ["last_login", "sletting"]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Give the form, told who fills it in. Its role fields are made when it is, so they are not asked for here."""
        felter = ["navn", "email", "is_active", "lag"] if self._kan_lagre(request, obj) else []
        form = super().get_form(request, obj, change, **{**kwargs, "fields": felter})
        form.av = request.user  # type: ignore[attr-defined]
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who they are, and their roles each with its last day."""
        if not self._kan_lagre(request, obj):
            return [(None, {"fields": ["navn", "email", "roller_i_ord", "is_active"]})]
        roller = request.user.kan_gi  # type: ignore[union-attr]
        hjelp = "Nye personer logger inn med en kode på e-post. Ingen trenger å lage passord for dem."
        om_roller = "Uten siste dag varer rollen til den blir tatt bort."
        om_personen = ["navn", "email", "is_active", "last_login", *(["sletting"] if obj else [])]
        return [
            (None, {"fields": om_personen, "description": hjelp}),
            ("Roller", {"fields": [(kryss(r), siste_dag(r)) for r in roller], "description": om_roller}),
            ("For lokallagsredaktører", {"fields": ["lag", "lest_versjon"] if obj else ["lag"]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        lesbare = ["last_login", "sletting"]
        return lesbare if self._kan_lagre(request, obj) else [*lesbare, "roller_i_ord"]

    @admin.display(description="roller")
    def roller_i_ord(self, bruker: Bruker) -> str:
        """The roles, each with its last day where it has one."""
        return roller_i_ord(bruker.roller) or "ingen"

    def get_urls(self) -> list[Any]:
        egen = path(
            "<int:pk>/totrinn/", self.admin_site.admin_view(self.totrinn_side), name="arbeidsplan_bruker_totrinn"
        )
        return [egen, *super().get_urls()]

    def totrinn_side(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take away the second factor of somebody who has lost it. A POST does it; whoever asks has been asked on the
        phone, which no page can check, so it says so."""
        bruker = get_object_or_404(Bruker, pk=pk)
        if not self.has_change_permission(request, bruker):
            raise PermissionDenied
        if request.method == "POST":
            borte = ta_bort_totrinn(bruker, av=request.user)  # type: ignore[arg-type]
            self.message_user(request, "Totrinn er tatt bort." if borte else "Personen hadde ikke totrinn.")
            return redirect("admin:arbeidsplan_bruker_change", pk)
        kontekst = {**self.admin_site.each_context(request), "title": "Ta bort totrinn", "opts": self.opts}
        return TemplateResponse(request, "admin/arbeidsplan/bruker/totrinn.html", kontekst | {"bruker": bruker})

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may change an administrator's address may log in as one."""
        if obj and Rolle.ADMINISTRATOR in obj.roller and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    @admin.display(description="sletting")
    def sletting(self, bruker: Bruker) -> str:
        """The way to the page that erases a person: it shows what goes and what stays."""
        return format_html('<a href="{}">Slett personen</a>', reverse("slett_person", args=[bruker.pk]))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody does it here: `sletting` leads to the page that takes everything along."""
        return False

    def save_model(self, request: HttpRequest, obj: Bruker, form: Any, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        # An address that was the person's before must let nobody in.
        EmailAddress.objects.filter(user=obj).exclude(email=obj.email).delete()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.redigerer_lag.set(form.cleaned_data["lag"])
        sett_spor(form.foer, form.instance, av=request.user)  # type: ignore[arg-type]

    def _kan_lagre(self, request: HttpRequest, obj: Any) -> bool:
        return self.has_change_permission(request, obj) if obj else self.has_add_permission(request)


def er_siste_administrator(bruker: Bruker) -> bool:
    """Whether nobody else is administrator until further notice."""
    return [en.pk for en in Bruker.objects.faste_administratorer()] == [bruker.pk]


def _som_dag(siste: str | None) -> date | None:
    return date.fromisoformat(siste) if siste else None
