"""Django's admin as the secretary's own site: called "Rediger", entered by our own login."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

# The sections of the front page, and what stands in each. The plans themselves are kept on their own pages.
SEKSJONER = {
    "Planen": ("Plan", "Planutgave", "Ordlydsendring"),
    "Kalenderen": ("Aktivitet", "FastAktivitet", "Lag"),
    "Personer": ("Bruker",),
}
VAARE = ("aktivitet", "tiltak", "arbeidsplan")


class Redigering(admin.AdminSite):
    """The admin of the house."""

    site_header = "Rediger"
    site_title = "Rediger"
    index_title = "Rediger"
    empty_value_display = "–"
    enable_nav_sidebar = False  # the front page is one step away, and the forms want the room

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")  # what hangs from a thing is shown when it is deleted on its own page

    def register(self, model_or_iterable: Any, *args: Any, **kwargs: Any) -> None:
        """Register our own tables alone: allauth would add a second place to keep e-mail addresses, Django groups."""
        modeller = model_or_iterable if isinstance(model_or_iterable, (list, tuple)) else [model_or_iterable]
        vaare = [modell for modell in modeller if modell._meta.app_label in VAARE]
        super().register(vaare, *args, **kwargs)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Give the sections, each with what this person may see of it."""
        apper = super().get_app_list(request, app_label)
        modeller = {modell["object_name"]: (app, modell) for app in apper for modell in app["models"]}
        seksjoner = []
        for navn, innhold in SEKSJONER.items():
            synlige = [modeller[modell] for modell in innhold if modell in modeller]
            if synlige:
                app = synlige[0][0]
                seksjoner.append({**app, "name": navn, "models": [modell for _, modell in synlige]})
        return seksjoner

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The front page, with the plans that this person keeps."""
        planer = apps.get_model("tiltak", "Plan")._default_manager.all()
        kan = request.user.has_perm("tiltak.rediger_plan")
        return super().index(request, {"planer": planer if kan else [], **(extra_context or {})})

    @login_not_required
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Send people to the house's own login; whoever is logged in already lacks the right."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        til = request.GET.get("next") or reverse("admin:index")
        return redirect(f"{reverse('account_login')}?{urlencode({'next': til})}")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # type: ignore[override]
        """Send people to the house's own logout page."""
        return redirect("account_logout")

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # type: ignore[override]
        """Send people to the house's own page for it."""
        return redirect("account_change_password")


class RedigeringConfig(AdminConfig):
    """Django's admin app, with our site in it."""

    default = False
    default_site = "arbeidsplan.redigering.Redigering"
