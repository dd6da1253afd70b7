"""What every room of the editing site shares: texts are cleaned on the way in, search knows Æ, Ø and Å, and what two
people may have open at once is guarded."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import DataError, models
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst

from .felt import RensetLinje, RensetTekst
from .samtidig import VersjonertForm

# The browser's own calendar and clock: made for thumbs, and they need no script. 31.12.2026 is understood too.
DAG = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
KLOKKESLETT = forms.TimeInput(format="%H:%M", attrs={"type": "time"})

FELT: dict[type[models.Field], dict[str, Any]] = {
    models.CharField: {"form_class": RensetLinje},
    models.TextField: {"form_class": RensetTekst},
    models.DateField: {"widget": DAG},
    models.TimeField: {"widget": KLOKKESLETT},
    # These are kinds of CharField, and keep their own.
    models.EmailField: {"form_class": forms.EmailField},
    models.SlugField: {"form_class": forms.SlugField},
}


class Felles:
    """What pages and rows have in common."""

    formfield_overrides: Any = FELT

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Leave out the small buttons that open another page in a window of its own beside a choice."""
        felt = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if isinstance(getattr(felt, "widget", None), RelatedFieldWidgetWrapper):
            felt.widget = felt.widget.widget
        return felt


class Rom(Felles, admin.ModelAdmin):
    """One kind of thing in the editing site."""

    list_per_page = 200
    show_facets = admin.ShowFacets.NEVER

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Call the list by what is in it: Django's own words would be "Velg kapittel du ønsker å endre"."""
        tittel = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": tittel, **(extra_context or {})})

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Give the list. An address that asks for what cannot be (the year 9999, a key of twenty digits, a NUL) leads
        to the whole list, as Django does with every other parameter that is wrong."""
        try:
            return super().get_changelist_instance(request)
        except (ValueError, OverflowError, DataError) as umulig:
            raise IncorrectLookupParameters(umulig) from umulig

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


def _har_alle(ord_: list[str], deler: list[Any]) -> bool:
    tekst = "\n".join(str(del_) for del_ in deler if del_ is not None).casefold()
    return all(ett in tekst for ett in ord_)
