"""A room of the editing site where a save may move due dates in the plan: which ones is shown before it is done."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from .flytting import AVBRYT, BEKREFTET, MaaBekreftes, vis_foerst


class KanAvbrytes(forms.ModelForm):
    """A form that comes back as it was written when somebody has seen what it moves, and called it off."""

    def clean(self) -> dict[str, Any]:
        rent = super().clean() or self.cleaned_data
        if AVBRYT in self.data:
            self.add_error(None, "Ikke lagret. Det du skrev, står i skjemaet.")
        return rent


class FlytteRom(admin.ModelAdmin):
    """The part of the room that does it. Its form is a KanAvbrytes."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the form and save it; or show what the save would move, with what was sent kept on the page."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except MaaBekreftes as foerst:
            kontekst = {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "title": f"Dette flytter {foerst.flyttinger.antall} i planen",
                **foerst.kontekst(request.POST, "Lagre og flytt"),
            }
            return TemplateResponse(request, "admin/aktivitet/flytting.html", kontekst)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        with vis_foerst(obj, request.POST.get(BEKREFTET, "")):
            super().save_model(request, obj, form, change)
        if obj.flyttinger.alle:
            self.message_user(request, f"{obj.flyttinger.antall} i planen er flyttet.")
