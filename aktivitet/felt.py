"""Form fields of the house: text that is cleaned before its length and emptiness are judged, addresses, days, and
versions."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, URLValidator

from .heltall import heltall
from .lenker import trygg
from .models import dag_i_vaar_tid
from .papirer import UgyldigePapirer, rett
from .tekst import rens_linje, rens_tekst

FOR_GAMMELT = "Skjemaet er ikke helt. Kopier det du skrev, og last siden på nytt."
UGYLDIG_LENKE = "Skriv hele adressen til siden, slik: https://www.example.org/referat."


class RensetTekst(forms.CharField):
    """Text of several lines, through `rens_tekst`."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if value in self.empty_values else rens_tekst(str(value)))


class RensetLinje(forms.CharField):
    """Text of one line, through `rens_linje`."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if value in self.empty_values else rens_linje(str(value)))


def gyldig_adresse(adresse: str) -> None:
    """Refuse what is no address that a browser may be sent to: http and https only."""
    URLValidator(schemes=["http", "https"], message=UGYLDIG_LENKE)(adresse)
    if not trygg(adresse):
        raise forms.ValidationError(UGYLDIG_LENKE)


class Adresse(RensetLinje):
    """The address of a page, by http or https. One that is written without either is taken to be https."""

    default_validators = [gyldig_adresse]
    widget = forms.TextInput(attrs={"inputmode": "url"})  # not type=url: that refuses "sv.no" before we may mend it

    def to_python(self, value: Any) -> Any:
        adresse = super().to_python(value)
        return f"https://{adresse}" if adresse and ":" not in adresse.split("/")[0] else adresse


class Papirfelt(RensetTekst):
    """Papers, one on each line: see `papirer.py`."""

    def to_python(self, value: Any) -> Any:
        tekst = super().to_python(value)
        try:
            return rett(tekst)
        except UgyldigePapirer as ugyldige:
            raise forms.ValidationError(ugyldige.setninger) from None


class Flervalg(forms.ModelMultipleChoiceField):
    """Several rows. A key of thirty digits is none, and not a question that the database fails on."""

    def clean(self, value: Any) -> Any:
        for pk in value or ():
            if (heltall(str(pk)) or 0) < 1:
                raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": pk})
        return super().clean(value)


def hoeyst(tegn: int) -> MaxLengthValidator:
    """Refuse a longer text. Not by `max_length`: from that the browser cuts what is pasted, without a word."""
    return MaxLengthValidator(tegn, "Teksten er på %(show_value)d tegn. Kort den ned til %(limit_value)d.")


def dagfelt(merkelapp: str, hjelp: str = "", *, required: bool = False) -> forms.DateField:
    """Make a field for a day: picked in the browser's own calendar, or written as 31.12.2026."""
    return forms.DateField(
        label=merkelapp,
        help_text=hjelp,
        required=required,
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        validators=[dag_i_vaar_tid],
        error_messages={"required": "Skriv en dag.", "invalid": "Skriv dagen slik: 31.12.2026."},
    )


def klokkefelt(merkelapp: str, hjelp: str = "") -> forms.TimeField:
    """Make a field for a clock time: picked on the browser's own clock, or written as 18.00, 18:00 or 18."""
    return forms.TimeField(
        label=merkelapp,
        required=False,
        help_text=hjelp,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S", "%H"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": "Skriv klokkeslettet slik: 18.00."},
    )


def versjonfelt(minst: int = 1) -> forms.IntegerField:
    """Make the hidden field for the version that somebody had before them; 0 where there may be none yet."""
    return forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=minst,
        max_value=2**31 - 1,  # what the database holds
        error_messages=dict.fromkeys(["required", "invalid", "min_value", "max_value"], FOR_GAMMELT),
    )
