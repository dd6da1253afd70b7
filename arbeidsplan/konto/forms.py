"""The login forms: allauth's own, with the words standing as labels and not as grey text inside the fields."""

from typing import Any

from allauth.account import forms as konto
from django import forms


class UtenGraaTekst(forms.Form):
    """Takes away the placeholders: they vanish when one writes, and the label says the same. No colon after it."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for felt in self.fields.values():
            felt.widget.attrs.pop("placeholder", None)


class LoggInn(UtenGraaTekst, konto.LoginForm):
    """E-mail and password."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "E-post"
        # What a password manager looks for; "email" would offer every address that the person has.
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class BeOmKode(UtenGraaTekst, konto.RequestLoginCodeForm):
    """The address that the code is sent to."""


class SkrivKoden(UtenGraaTekst, konto.ConfirmLoginCodeForm):
    """The code from the e-mail."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Koden fra e-posten"
        self.fields["code"].widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}


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
