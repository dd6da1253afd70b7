"""What the web server starts."""

import os

from django.conf import settings
from django.core.checks.security.base import check_secret_key
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from aktivitet.logg import stille

from .tegnsett import i_utf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "arbeidsplan.settings")

if settings.SECRET_KEY_MANGLER:
    raise ImproperlyConfigured(
        "SECRET_KEY mangler: sett miljøvariabelen til en lang, hemmelig tekst (eller DEBUG=1 på egen maskin)."
    )
if not settings.DEBUG and not settings.BARE_LOKALT and check_secret_key(None):
    raise ImproperlyConfigured(
        "SECRET_KEY er for lett å gjette: den må ha minst 50 tegn, og kan ikke begynne med «django-insecure-». "
        "Lag en med: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )

if not settings.DEBUG:
    stille()
application = i_utf8(get_wsgi_application())
