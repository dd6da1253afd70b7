"""The app's own settings, as the tests want them: a known key, plain static files, cheap passwords, mail in memory."""

import atexit
import shutil
import tempfile
from pathlib import Path

from arbeidsplan.settings import *  # noqa: F403
from arbeidsplan.settings import DATABASES, STORAGES, VAR

# Each process has its own, for they run beside each other. Whoever is killed leaves it there.
(VAR / "tmp").mkdir(parents=True, exist_ok=True)
MAPPE = Path(tempfile.mkdtemp(prefix="tester-", dir=VAR / "tmp"))
atexit.register(shutil.rmtree, MAPPE, ignore_errors=True)

SECRET_KEY = "bare-for-tester"
SECRET_KEY_MANGLER = False
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # nothing has been collected
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SLETTEREGISTER = MAPPE / "slettede.txt"  # whoever is erased in a test is in no real register
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in use: in memory, threads would share one connection, which no one waits for and which is refused
    # at once when somebody else is reading. What is lost in a power cut is not missed here.
    DATABASES["default"]["TEST"] = {"NAME": str(MAPPE / "tester.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
