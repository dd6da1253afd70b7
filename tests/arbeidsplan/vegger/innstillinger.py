"""The app's own settings as a server starts with them, but for files that nobody has collected, and addresses that
break down on command."""

from arbeidsplan.settings import *  # noqa: F403
from arbeidsplan.settings import STORAGES

ROOT_URLCONF = "tests.arbeidsplan.vegger.adresser"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
