"""The form of something that two people may have open at once: a save on top of a newer one is refused, and what is
stored now is shown by each field where it differs from what was written."""

from functools import cached_property
from typing import Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.models import model_to_dict
from django.http import QueryDict
from django.utils.formats import localize

from .models import Versjonert

ENDRET = (
    "Ikke lagret: Noen andre har lagret her mens du skrev. Det som er lagret nå, står ved hvert felt der det er "
    "ulikt ditt. Rett teksten din, og lagre en gang til."
)


class VersjonertForm(forms.ModelForm):
    """A form for a Versjonert. Used inside a transaction."""

    lest_versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["lest_versjon"] = self.instance.versjon

    @cached_property
    def changed_data(self) -> list[str]:
        """What the person changed. The version is no such thing: a stale one alone is no reason to save."""
        return [navn for navn in super().changed_data if navn != "lest_versjon"]

    def clean(self) -> dict[str, Any]:
        rent = super().clean() or self.cleaned_data
        if self.instance.pk:
            self._stopp_naar_andre_har_lagret(rent.get("lest_versjon"))
        return rent

    def save(self, commit: bool = True) -> Any:
        """Save, as the next version."""
        if self.instance.pk and self.has_changed():
            self.instance.versjon += 1
        return super().save(commit)

    def lagret(self, naa: Any) -> dict[str, Any]:
        """What is stored now, by the fields' names. A form with fields that are none of the model's adds them here."""
        return model_to_dict(naa)

    def avvis(self, lagret: dict[str, str], lest: str, versjon: int) -> None:
        """Refuse the save, and tell by each field of `lagret` what is stored now. Sent again from the page that shows
        both, where the hidden field `lest` holds `versjon`, it is saved knowingly on top."""
        if not self.has_error(NON_FIELD_ERRORS):
            self.add_error(None, ENDRET)
        for navn, vist in lagret.items():
            self.add_error(navn, f"Lagret nå: {vist}")
        self.data = cast(QueryDict, self.data).copy()
        self.data[self.add_prefix(lest)] = str(versjon)

    def _stopp_naar_andre_har_lagret(self, lest: int | None) -> None:
        # Locked until the transaction ends: nobody can save between this look and our own save.
        naa = type(self.instance)._default_manager.select_for_update().get(pk=self.instance.pk)
        if naa.versjon == lest:
            return
        lagret = self.lagret(naa)
        ulike = [
            navn
            for navn, felt in self.fields.items()
            if navn in lagret and felt.has_changed(lagret[navn], self[navn].data)
        ]
        if ulike:
            self.avvis({navn: _vist(naa, navn, lagret[navn]) for navn in ulike}, "lest_versjon", naa.versjon)


def _vist(ting: Versjonert, navn: str, verdi: Any) -> str:
    if hasattr(ting, navn):  # a field of the model: a key is shown as what it points at, a choice as its words
        ord_ = getattr(ting, f"get_{navn}_display", None)
        verdi = ord_() if ord_ else getattr(ting, navn)
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if isinstance(verdi, list):
        verdi = ", ".join(map(str, verdi))
    return f"«{localize(verdi)}»" if verdi not in (None, "") else "(tomt)"
