"""What has changed in a report since it was laid before the meeting, or between two of its editions."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...models import Rapportutgave
from ...rapport.sammenlikning.endret import endret_mellom, endret_siden
from ...rapport.utgivelse import Utgivelse
from .hvilken import finn_rapport

UKJENT = dict.fromkeys(("required", "invalid_choice"), "Velg en av utgavene i listen.")


class UtgaverForm(forms.Form):
    """Two versions to compare: an edition, and another or the report as it stands now."""

    fra = forms.ChoiceField(label="Fra", error_messages=UKJENT)
    til = forms.ChoiceField(label="Til", required=False, error_messages=UKJENT)

    def __init__(self, data: Any, utgaver: Sequence[Rapportutgave]):
        super().__init__(data, label_suffix="", initial={"fra": utgaver[0].nr})
        valgene = [(str(en.nr), f"Utgave {en.nr}: {Utgivelse.av(en).i_ord}") for en in utgaver]
        self.fields["fra"].choices = valgene  # type: ignore[attr-defined]
        self.fields["til"].choices = [("", "Slik det står nå"), *valgene]  # type: ignore[attr-defined]


@require_safe
@permission_required("tiltak.se_rapportutkast", raise_exception=True)
def endret(request: HttpRequest, aar: int) -> HttpResponse:
    """Compare the last edition with the report as it stands, or the editions that `fra` and `til` name."""
    rapport = finn_rapport(request.user, aar)
    utgaver = list(rapport.utgaver.uten_innhold()) if rapport.pk else []
    kontekst: dict[str, Any] = {"rapport": rapport}
    if utgaver:
        form = UtgaverForm(request.GET if "fra" in request.GET else None, utgaver)
        kontekst["form"] = form
        if form.is_valid() or not form.is_bound:
            valgt: dict[str, str] = form.cleaned_data if form.is_bound else {"fra": str(utgaver[0].nr), "til": ""}
            fra = rapport.utgaver.select_related("rapport__plan").get(nr=valgt["fra"])
            til = rapport.utgaver.get(nr=valgt["til"]) if valgt["til"] else None
            kontekst |= {
                "fra": Utgivelse.av(fra),
                "til": Utgivelse.av(til) if til else None,
                "endret": endret_mellom(fra, til) if til else endret_siden(fra, timezone.localdate()),
            }
    return render(request, "tiltak/rapport_endret.html", kontekst)
