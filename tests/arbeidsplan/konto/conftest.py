"""People who log in, and an app that makes their codes."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache

PASSORD = "roser-i-mai-2026"
INN = "/logg-inn/"
NOEKKEL = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def kari(styremedlem):
    styremedlem.set_password(PASSORD)
    styremedlem.save()
    return styremedlem


@pytest.fixture(autouse=True)
def ingen_har_proevd(db):
    cache.clear()


@pytest.fixture
def kari_med_app(kari):
    """Kari, with an app and recovery codes."""
    TOTP.activate(kari, NOEKKEL)
    RecoveryCodes.activate(kari)
    kari.refresh_from_db()
    return kari


def appens_kode(noekkel=NOEKKEL, steg=0):
    """What the app shows now, or so many half minutes from now."""
    return format_hotp_value(hotp_value(noekkel, int(time.time()) // 30 + steg))


def reservekodene(bruker):
    return Authenticator.objects.get(user=bruker, type="recovery_codes").wrap().get_unused_codes()


def innlogget(client):
    return client.session.get("_auth_user_id")


def koden():
    """The code in the last letter."""
    return re.search(r"^[0-9A-Z]{4}-?[0-9A-Z]{4}$", mail.outbox[-1].body, re.MULTILINE).group()


def med_passord(client, bruker, passord=PASSORD, **felter):
    return client.post(INN, {"login": bruker.email, "password": passord, **felter})


def nettopp_inne(client, bruker):
    """Log the person in as if they had just proven who they are."""
    client.force_login(bruker)
    oekt = client.session
    oekt["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    oekt["account_authentication_methods_user"] = str(bruker.pk)
    oekt.save()
