"""People in the editing site: who they are, what each may do and until when. The secretary sets no passwords, and
neither makes administrators nor touches them."""

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.http import HttpRequest
from django.utils.formats import date_format

from aktivitet.felt import Flervalg
from aktivitet.models import Lag, dag_i_vaar_tid
from aktivitet.rom import DAG, VersjonertRom
from aktivitet.samtidig import VersjonertForm

from .models import Bruker
from .roller import Rolle

SISTE_ADMINISTRATOR = "Dette er den eneste administratoren uten siste dag. Gi rollen til en annen først."


def kryss(rolle: Rolle) -> str:
    """The name of the field that gives the role."""
    return f"rolle_{rolle.value}"


def siste_dag(rolle: Rolle) -> str:
    """The name of the field for the role's last day."""
    return f"siste_dag_{rolle.value}"


class BrukerForm(VersjonertForm):
    """A person, with a box for each role and its last day. `av` is who fills it in, set by the room."""

    av: Bruker

    lag = Flervalg(
        label="Redigerer aktivitetene til",
        queryset=Lag.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for rolle in self.rollene:
            self._legg_til(rolle)
        if self.instance.pk:
            self.initial["lag"] = self.instance.redigerer_lag.all()

    @property
    def rollene(self) -> list[Rolle]:
        """The roles that whoever fills it in may give and take."""
        return [rolle for rolle in Rolle if rolle != Rolle.ADMINISTRATOR or self.av.is_superuser]

    def clean_email(self) -> str:
        """Refuse an address that somebody has, however it is written."""
        email = self.cleaned_data["email"].strip().lower()
        if Bruker.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Det er en person med denne adressen fra før.")
        return email

    def clean(self) -> dict[str, Any]:
        """Put the roles together, and see that an administrator is left."""
        # Before the person's own row, so that two who save each other do not wait for each other.
        laas_administratorene()
        rent = super().clean()
        if self.has_error(NON_FIELD_ERRORS):
            return rent
        if self.instance.pk:  # the row is locked by now; a role that is no field here may have come since it was read
            self.instance.refresh_from_db(fields=["roller"])
        roller = {navn: dag for navn, dag in self.instance.roller.items() if navn not in self.rollene}
        for rolle in self.rollene:
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
    readonly_fields = ["last_login"]

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
        superbruker = request.user.is_superuser
        roller = [rolle for rolle in Rolle if rolle != Rolle.ADMINISTRATOR or superbruker]
        hjelp = "Nye personer logger inn med en kode på e-post. Ingen trenger å lage passord for dem."
        om_roller = "Uten siste dag varer rollen til den blir tatt bort."
        return [
            (None, {"fields": ["navn", "email", "is_active", "last_login"], "description": hjelp}),
            ("Roller", {"fields": [(kryss(r), siste_dag(r)) for r in roller], "description": om_roller}),
            ("For lokallagsredaktører", {"fields": ["lag", "lest_versjon"] if obj else ["lag"]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["last_login"] if self._kan_lagre(request, obj) else ["last_login", "roller_i_ord"]

    @admin.display(description="roller")
    def roller_i_ord(self, bruker: Bruker) -> str:
        """The roles, each with its last day where it has one."""
        return ", ".join(_i_ord(rolle, bruker.roller[rolle]) for rolle in Rolle if rolle in bruker.roller) or "ingen"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may change an administrator's address may log in as one."""
        if obj and Rolle.ADMINISTRATOR in obj.roller and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The administrator may; what the person has logged stays, without a name."""
        return super().has_delete_permission(request, obj) and not (obj and er_siste_administrator(obj))

    @transaction.atomic
    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> Any:
        """Delete, one at a time: two who delete each other must not both be told that there is another one."""
        laas_administratorene()
        return super().delete_view(request, object_id, extra_context)

    def save_model(self, request: HttpRequest, obj: Bruker, form: Any, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        # An address that was the person's before must let nobody in.
        EmailAddress.objects.filter(user=obj).exclude(email=obj.email).delete()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.redigerer_lag.set(form.cleaned_data["lag"])

    def _kan_lagre(self, request: HttpRequest, obj: Any) -> bool:
        return self.has_change_permission(request, obj) if obj else self.has_add_permission(request)


def laas_administratorene() -> None:
    """Let nobody else step down before the transaction ends."""
    list(Bruker.objects.faste_administratorer().select_for_update())


def er_siste_administrator(bruker: Bruker) -> bool:
    """Whether nobody else is administrator until further notice."""
    return [en.pk for en in Bruker.objects.faste_administratorer()] == [bruker.pk]


def _som_dag(siste: str | None) -> date | None:
    return date.fromisoformat(siste) if siste else None


def _i_ord(rolle: Rolle, siste: str | None) -> str:
    return f"{rolle.label} til {date_format(date.fromisoformat(siste))}" if siste else str(rolle.label)
