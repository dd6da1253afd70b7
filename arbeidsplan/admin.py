"""People in the editing site: who they are, what each may do and until when. The secretary sets no passwords, and
neither makes administrators nor touches them."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from aktivitet.rom import VersjonertRom

from .konto.epostbytte import fortell_den_gamle, glem_andre_adresser
from .konto.nullstilling import ta_bort_totrinn
from .models import Bruker
from .models.stand import sett_spor
from .personer.brukerform import BrukerForm
from .personer.rollefelt import kryss, siste_dag
from .roller import Rolle, roller_i_ord


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

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Let the address ask for what stands among the filters, and for nothing else: Django lets it ask for every
        field, and "which imprints of passwords begin with a?" spells out the imprint in the end."""
        return lookup.split("__")[0] in (Rollefilter.parameter_name, "is_active")

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
        return self.readonly_fields if self._kan_lagre(request, obj) else [*self.readonly_fields, "roller_i_ord"]

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
        if bruker == request.user:  # there they are asked who they are first
            return redirect("mfa_index")
        if request.method == "POST":
            borte = ta_bort_totrinn(bruker, av=request.user)  # type: ignore[arg-type]
            self.message_user(request, "Totrinn er tatt bort." if borte else "Personen hadde ikke totrinn.")
            return redirect("admin:arbeidsplan_bruker_change", pk)
        kontekst = {**self.admin_site.each_context(request), "title": "Ta bort totrinn", "opts": self.opts}
        return TemplateResponse(request, "admin/arbeidsplan/bruker/totrinn.html", kontekst | {"bruker": bruker})

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only administrators touch administrators."""
        kan = obj is None or request.user.kan_roere(obj.roller)  # type: ignore[union-attr]
        return kan and super().has_change_permission(request, obj)

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
        glem_andre_adresser(obj, obj.email)
        if change and form.foer and form.foer.email != obj.email:
            gammel = form.foer.email
            transaction.on_commit(lambda: fortell_den_gamle(request, gammel))

    def response_post_save_change(self, request: HttpRequest, obj: Bruker) -> HttpResponseRedirect:
        """Lead whoever came from the page with the people back there, and others to the editing site's own list."""
        if request.GET.get("fra") == "personer":
            return redirect("personer")
        return super().response_post_save_change(request, obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.redigerer_lag.set(form.cleaned_data["lag"])
        sett_spor(form.foer, form.instance, av=request.user)  # type: ignore[arg-type]

    def _kan_lagre(self, request: HttpRequest, obj: Any) -> bool:
        return self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
