"""The app's own settings, as the tests want them: a known key, plain static files, cheap passwords, mail in memory."""

import tempfile
from pathlib import Path

from arbeidsplan.settings import *  # noqa: F403
from arbeidsplan.settings import STORAGES

SECRET_KEY = "bare-for-tester"
SECRET_KEY_MANGLER = False
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # nothing has been collected
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Whoever is erased in a test is in no real register. A folder for each process: they run beside each other.
SLETTEREGISTER = Path(tempfile.mkdtemp(prefix="slettede-")) / "slettede.txt"
