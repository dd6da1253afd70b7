"""How the second factor differs from allauth's own: our words, our QR code, and a last factor that stays."""

from typing import cast

import qrcode  # type: ignore[import-untyped]
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser

from ..models import Bruker
from .krav import maa_ha_totrinn, maatene_til
from .nettlesere import i_ord

MAA_BLI = "Rollen din krever totrinn, og dette er den eneste måten du har. Legg til en annen først."


class Totrinn(DefaultMFAAdapter):
    """Passkeys, codes from an app, and recovery codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": MAA_BLI,
        "cannot_generate_recovery_codes": "Legg til en passnøkkel eller en app først.",
        "incorrect_code": "Det stemte ikke. Prøv igjen.",
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The last one stays for as long as a role demands it: without it, nothing would open but this page."""
        bruker = cast(Bruker, authenticator.user)
        return not maa_ha_totrinn(bruker) or [en.pk for en in maatene_til(bruker)] != [authenticator.pk]

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002
        """Name a passkey after where it is made: "Chrome på Windows"."""
        return i_ord(context.request.headers.get("User-Agent", ""))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": settings.ORGANISASJON}

    def build_totp_svg(self, url: str) -> str:
        """Draw the QR code as one path with presentation attributes: the policy lets no style through. White behind,
        in the dark too, or no camera reads it."""
        kode = qrcode.QRCode(border=4)
        kode.add_data(url)
        rader = kode.get_matrix()
        side = len(rader)
        ruter = "".join(f"M{x} {y}h1v1h-1z" for y, rad in enumerate(rader) for x, svart in enumerate(rad) if svart)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 {side} {side}" role="img" '
            f'aria-label="QR-kode til appen" shape-rendering="crispEdges">'
            f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{ruter}" fill="#000"/></svg>'
        )
