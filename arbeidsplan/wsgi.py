"""What the web server starts."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from .tegnsett import i_utf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "arbeidsplan.settings")

if settings.SECRET_KEY_MANGLER:
    raise ImproperlyConfigured(
        "SECRET_KEY mangler: sett miljøvariabelen til en lang, hemmelig tekst (eller DEBUG=1 på egen maskin)."
    )

application = i_utf8(get_wsgi_application())
