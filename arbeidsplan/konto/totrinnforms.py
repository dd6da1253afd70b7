"""The forms of the second factor: allauth's own, in our words, and hard to upset."""

import re
import struct
from typing import Any

from allauth.core import context
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as kode
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as noekkel
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django import forms
from django.contrib import messages
from django.core.cache import cache
from fido2.webauthn import AuthenticationResponse

from aktivitet.tekst import rens_linje

from .forms import UtenGraaTekst, som_kode

LENGSTE_NAVN = 60
# All that a parser of passkeys may raise at what somebody has made up.
TULL = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    struct.error,
    InvalidSignature,
    UnsupportedAlgorithm,
)
ER_TELEFONEN_BORTE = "Er telefonen borte, fjern den under Passnøkler og totrinn på Min konto."
KODEN_ER_FEIL = "Koden er feil. Se hva appen viser nå, eller bruk en reservekode du ikke har brukt før."


class MedKode(UtenGraaTekst):
    """A code from the app, or one of the recovery codes. A code from the app counts once."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        som_kode(self.fields["code"], "Koden fra appen, eller en reservekode")
        self.fields["code"].widget.attrs["inputmode"] = "numeric"

    def clean_code(self) -> str:
        """allauth remembers a used code for as long as one code is shown; with a step of tolerance on either side it
        counts for three times as long, and so it is remembered."""
        try:
            koden: str = super().clean_code()  # type: ignore[misc]
        except forms.ValidationError as feil:
            raise _i_vaare_ord(feil) from None
        if self.authenticator.type == Authenticator.Type.TOTP:  # type: ignore[attr-defined]
            varer = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
            brukt = f"totrinn-brukt-{self.user.pk}-{re.sub('[^0-9]', '', koden)}"  # type: ignore[attr-defined]
            if not cache.add(brukt, 1, timeout=varer):
                raise forms.ValidationError("Koden er brukt. Vent til appen viser en ny.")
        return koden


def _i_vaare_ord(feil: forms.ValidationError) -> forms.ValidationError:
    return forms.ValidationError(KODEN_ER_FEIL) if feil.code == "incorrect_code" else feil


class Totrinnskode(MedKode, kode.AuthenticateForm):
    """The second step of the login. Whoever has lost their phone is told what is left, and what to do now."""

    def save(self) -> None:
        super().save()
        if self.authenticator.type == Authenticator.Type.RECOVERY_CODES:
            self.authenticator.refresh_from_db()  # the code was struck out on the row itself
            igjen = len(self.authenticator.wrap().get_unused_codes())
            messages.info(context.request, f"Du brukte en reservekode, og har {igjen} igjen. {ER_TELEFONEN_BORTE}")


class BekreftMedKode(MedKode, kode.ReauthenticateForm):
    """The code once more, before something that could take an account over."""


class KobleTilApp(UtenGraaTekst, app.ActivateTOTPForm):
    """The first code from a new app: it shows that the app has got the secret."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        som_kode(self.fields["code"], "Koden som appen viser")
        self.fields["code"].widget.attrs["inputmode"] = "numeric"

    def clean_code(self) -> str:
        try:
            return super().clean_code()
        except forms.ValidationError as feil:
            if feil.code != "incorrect_code":
                raise
            raise forms.ValidationError("Koden er feil. Se hva appen viser nå, og skriv det.") from None


class Noekkelfelt(forms.JSONField):
    """JSON from a browser, and no deeper than a parser can stand."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except RecursionError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class Passnoekkel(forms.Form):
    """What a browser has answered with a passkey. It may be anything at all: what is none, is told in one sentence."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        ingen = "Nettleseren sendte ingen passnøkkel. Prøv igjen."
        self.fields["credential"] = Noekkelfelt(
            widget=forms.HiddenInput, error_messages={"required": ingen, "invalid": ingen}
        )

    def clean_credential(self) -> Any:
        svar = self.cleaned_data["credential"]
        if not isinstance(svar, dict):
            raise get_adapter().validation_error("incorrect_code")
        gammel = getattr(super(), "clean_credential", None)
        try:
            return gammel() if gammel else svar
        except TULL:
            raise get_adapter().validation_error("incorrect_code") from None

    def clean(self) -> Any:
        try:
            return super().clean()
        except TULL:
            raise get_adapter().validation_error("incorrect_code") from None

    @property
    def feil(self) -> list[str]:
        """What was wrong, on one list: the field is hidden, and nobody writes in it."""
        return [*self.errors.get("credential", []), *self.non_field_errors()]


class NyPassnoekkel(UtenGraaTekst, Passnoekkel, noekkel.AddWebAuthnForm):
    """A new passkey, with a name to know it by. It always lets one log in by itself."""

    passwordless = None

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["name"] = _navnefelt(required=False)

    def clean_name(self) -> str:
        self.cleaned_data["name"] = rens_linje(self.cleaned_data["name"])
        return super().clean_name()

    def clean(self) -> Any:
        self.cleaned_data["passwordless"] = True  # the person has shown who they are, to the device
        return super().clean()


class NavnPaaPassnoekkel(UtenGraaTekst, noekkel.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["name"] = _navnefelt(required=True)

    def clean_name(self) -> str:
        if navn := rens_linje(self.cleaned_data["name"]):
            return navn
        raise forms.ValidationError("Skriv et navn.")


class LoggInnMedPassnoekkel(Passnoekkel, noekkel.LoginWebAuthnForm):
    """A passkey in place of both address and password, so its device must have seen who holds it.

    The challenge says that this is asked for; but one that another page has made, for a second step, does not.
    """

    def clean_credential(self) -> Any:
        svar = self.cleaned_data["credential"]
        funnet = super().clean_credential()
        if not AuthenticationResponse.from_dict(svar).response.authenticator_data.is_user_verified():
            raise get_adapter().validation_error("incorrect_code")
        return funnet


class TotrinnMedPassnoekkel(Passnoekkel, noekkel.AuthenticateWebAuthnForm):
    """A passkey as the second step of the login."""


class BekreftMedPassnoekkel(Passnoekkel, noekkel.ReauthenticateWebAuthnForm):
    """The passkey once more."""


def _navnefelt(*, required: bool) -> forms.CharField:
    return forms.CharField(
        label="Navn",
        required=required,
        max_length=LENGSTE_NAVN,
        help_text="Så du kjenner den igjen, for eksempel «Jobbmaskinen».",
        error_messages={"required": "Skriv et navn.", "max_length": f"Navnet kan ha høyst {LENGSTE_NAVN} tegn."},
    )
