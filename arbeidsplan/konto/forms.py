"""The login forms: allauth's own, with the words standing as labels and not as grey text inside the fields."""

from typing import Any

from allauth.account import forms as konto
from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from django import forms
from django.core.validators import MaxLengthValidator

PASSORDET = "Minst 10 tegn. Ikke bare tall, ikke et vanlig passord, og ikke likt navnet eller e-posten din."
LENGSTE_PASSORD = 1000  # a hundred times what anybody writes, and nothing to hash


class UtenGraaTekst(forms.Form):
    """Takes away the placeholders: they vanish when one writes, and the label says the same. No colon after it.

    The first field with an error has the focus when the page comes back: what is wrong is read aloud with it. A
    password that nobody could have written is refused by its field, before it is hashed.
    """

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for navn, felt in self.fields.items():
            felt.widget.attrs.pop("placeholder", None)
            if isinstance(felt, konto.PasswordField):
                _kort_nok(felt)
                felt.help_text = ""  # the way to a new one stands after the button, not between label and field
            if isinstance(felt, konto.SetPasswordField) and navn == "password1":
                felt.help_text = PASSORDET

    def add_error(self, field: str | None, error: Any) -> None:
        super().add_error(field, error)
        feil = [self.fields[navn].widget for navn in self.fields if navn in self.errors]
        for felt in feil:
            felt.attrs.pop("autofocus", None)
        if feil and not feil[0].is_hidden:
            feil[0].attrs["autofocus"] = True


def _kort_nok(felt: forms.CharField) -> None:
    for_langt = f"Passordet er for langt. Det kan ha høyst {LENGSTE_PASSORD} tegn."
    felt.validators = [MaxLengthValidator(LENGSTE_PASSORD, for_langt), *felt.validators]


class LoggInn(UtenGraaTekst, konto.LoginForm):
    """E-mail and password."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "E-post"
        # What a password manager looks for; "email" would offer every address that the person has.
        self.fields["login"].widget.attrs["autocomplete"] = "username"

    def add_error(self, field: str | None, error: Any) -> None:
        """Tell by the password what is wrong with the two together: that is what most write anew."""
        super().add_error(field or "password", error)


class BeOmKode(UtenGraaTekst, konto.RequestLoginCodeForm):
    """The address that the code is sent to."""

    def clean_email(self) -> str:
        """Count it first for this address and this account together: see `grenser.py`."""
        adapter = get_adapter()
        herfra = f"{adapter.get_client_ip(context.request)} {self.cleaned_data['email'].lower()}"
        if not ratelimit.consume(context.request, action="kode_herfra", key=herfra):
            raise forms.ValidationError("Du har bedt om mange koder. Vent litt, og prøv igjen.")
        return super().clean_email()


class SkrivKoden(UtenGraaTekst, konto.ConfirmLoginCodeForm):
    """The code from the e-mail."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        som_kode(self.fields["code"], "Koden fra e-posten")


class BekreftMedPassord(UtenGraaTekst, konto.ReauthenticateForm):
    """The password once more."""


class GlemtPassord(UtenGraaTekst, konto.ResetPasswordForm):
    """The address that the link is sent to."""


class NyttPassord(UtenGraaTekst, konto.ResetPasswordKeyForm):
    """A new password, from the link in the e-mail."""


class LagPassord(UtenGraaTekst, konto.SetPasswordForm):
    """A first password, for somebody who has logged in by code until now."""


class ByttPassord(UtenGraaTekst, konto.ChangePasswordForm):
    """The old password and a new one."""


class NyEpost(UtenGraaTekst):
    """The address that the person wants to have instead."""

    email = konto.EmailField(label="Ny e-post", max_length=254)

    def __init__(self, *args: Any, naa: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.naa = naa

    def clean_email(self) -> str:
        """Refuse the address that they have already. Whether somebody else has it, is not told."""
        email = self.cleaned_data["email"].strip().lower()
        if email == self.naa:
            raise forms.ValidationError("Dette er adressen du har nå.")
        return email


class Epostkode(UtenGraaTekst):
    """A code from a letter that somebody who is logged in has asked for."""

    code = forms.CharField(max_length=20, error_messages={"max_length": "Koden er feil. Den har åtte bokstaver."})

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        som_kode(self.fields["code"], "Koden fra e-posten")

    def si_at_den_er_feil(self) -> None:
        """Tell it by the field, in the words of the login."""
        self.add_error("code", get_adapter().validation_error("incorrect_code"))


def som_kode(felt: forms.Field, merkelapp: str) -> None:
    """Make a field one that a telephone fills in with a code by itself."""
    felt.label = merkelapp
    felt.error_messages["required"] = "Skriv koden."
    felt.widget.attrs |= {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
