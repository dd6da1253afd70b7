"""What every room of the editing site shares: texts are cleaned on the way in, search knows Æ, Ø and Å, and what two
people may have open at once is guarded."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from .felt import RensetLinje, RensetTekst
from .samtidig import VersjonertForm

FELT: dict[type[models.Field], dict[str, Any]] = {
    models.CharField: {"form_class": RensetLinje},
    models.TextField: {"form_class": RensetTekst},
    # These are kinds of CharField, and keep their own.
    models.EmailField: {"form_class": forms.EmailField},
    models.SlugField: {"form_class": forms.SlugField},
}


class Rom(admin.ModelAdmin):
    """One kind of thing in the editing site."""

    formfield_overrides = FELT
    list_per_page = 200
    save_on_top = False

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """Find what holds every word, whatever the case. SQLite's LIKE does not fold Æ, Ø and Å, so Python does:
        there are hundreds of rows at most."""
        ord_ = search_term.casefold().split()
        if not ord_ or not self.search_fields:
            return queryset, False
        rader = queryset.order_by().values_list("pk", *self.search_fields)
        treff = [pk for pk, *deler in rader if _har_alle(ord_, deler)]
        return queryset.filter(pk__in=treff), False


class VersjonertRom(Rom):
    """A room for something that two people may have open at once."""

    form = VersjonertForm

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Add the hidden version, wherever there is something to save."""
        felter = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj):
            return felter
        *foerst, (navn, sist) = felter
        return [*foerst, (navn, {**sist, "fields": [*sist["fields"], "lest_versjon"]})]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save, unless nothing was changed: then a newer save by somebody else stays as it is."""
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)


class Rader(admin.TabularInline):
    """Rows of something on the page of what it belongs to."""

    formfield_overrides = FELT
    extra = 0


class VersjonerteRader(Rader):
    """Rows that two people may have open at once."""

    form = VersjonertForm

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Add the hidden version, wherever there is something to save."""
        felter = super().get_fields(request, obj)
        return [*felter, "lest_versjon"] if self.has_change_permission(request, obj) else felter


def _har_alle(ord_: list[str], deler: list[Any]) -> bool:
    tekst = "\n".join(str(del_) for del_ in deler if del_ is not None).casefold()
    return all(ett in tekst for ett in ord_)
