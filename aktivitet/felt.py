"""Form fields that clean a text before anything else is asked of it, so that its length and emptiness are judged by
what will be stored."""

from typing import Any

from django import forms

from .tekst import rens_linje, rens_tekst


class RensetTekst(forms.CharField):
    """Text of several lines, through `rens_tekst`."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if value in self.empty_values else rens_tekst(str(value)))


class RensetLinje(forms.CharField):
    """Text of one line, through `rens_linje`."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if value in self.empty_values else rens_linje(str(value)))
