"""The settings: everything that differs between machines comes from the environment."""

import os
import secrets
from pathlib import Path

from .innbygging import les_nettsteder
from .konto import grenser
from .konto.totrinn import les_roller
from .miljoe import antall, databasen, epost, paa
from .paaminnelser.takt import LENGSTE_AVSTAND

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"


DEBUG = paa("DEBUG")

# Commands work without a key, but for send_paaminnelser: its links must outlive it. arbeidsplan/wsgi.py refuses to
# serve without one.
SECRET_KEY = os.environ.get("SECRET_KEY") or ("bare-for-utvikling" if DEBUG else secrets.token_urlsafe(50))
SECRET_KEY_MANGLER = not DEBUG and not os.environ.get("SECRET_KEY")

ALLOWED_HOSTS = [vert.strip() for vert in os.environ.get("ALLOWED_HOSTS", "").split(",") if vert.strip()]
LOKALE_VERTER = {"localhost", "127.0.0.1", "[::1]"}
ALLOWED_HOSTS = ALLOWED_HOSTS or sorted(LOKALE_VERTER)
# Served to nobody but this machine: no TLS in front, so cookies must travel over plain http.
BARE_LOKALT = set(ALLOWED_HOSTS) <= LOKALE_VERTER

# The site's own address, for the links in what is sent without anybody asking for a page. Where it is not set, it is
# https:// and the first name in ALLOWED_HOSTS that is open to others.
ADRESSE = os.environ.get("ADRESSE", "").strip()

# The organisation that this installation serves: stands in the page heads, in the report and in the feeds.
ORGANISASJON = os.environ.get("ORGANISASJON", "Innlandet SV")

INSTALLED_APPS = [
    "aktivitet",
    "tiltak",
    "arbeidsplan",
    "arbeidsplan.redigering.RedigeringConfig",  # django.contrib.admin, as our own site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
]

MIDDLEWARE = [
    "arbeidsplan.vegger.Sikkerhetshoder",  # outermost: what the others answer by themselves has the walls too
    "django.middleware.security.SecurityMiddleware",
    # Forms carry a masked token, and the length is blurred (BREACH), so that pages can be sent small.
    "django.middleware.gzip.GZipMiddleware",
    "arbeidsplan.middleware.KjenteMetoder",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "arbeidsplan.middleware.SpurtIBakgrunnen",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "arbeidsplan.middleware.UtloeptInnlogging",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "arbeidsplan.konto.krav.KrevTotrinn",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "arbeidsplan.urls"
WSGI_APPLICATION = "arbeidsplan.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "arbeidsplan.kontekst.organisasjon",
                "arbeidsplan.kontekst.usendt",
            ],
        },
    },
]

# --- The database ---------------------------------------------------------------------------------------------------

DATABASES = {"default": databasen(ellers=f"sqlite:///{VAR / 'arbeidsplan.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock when a transaction begins: with WAL alone, a transaction that reads before it
    # writes is refused with "database is locked" whenever somebody else wrote in between.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    VAR.mkdir(exist_ok=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Counts of login attempts live here: shared by all workers, and still there after a restart.
    # Django's 300 entries would be too few: whoever tries three hundred made-up addresses would wipe out the counts.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "mellomlager",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    },
    # The calendar as other calendars fetch it: each worker keeps its own until the calendar changes. As many as there
    # are branches, types, municipalities and years to choose; together they are the calendar a few times over.
    "kalender": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "kalender",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
}

# --- People and login -----------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "arbeidsplan.Bruker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "forside"
ACCOUNT_ADAPTER = "arbeidsplan.konto.adapter.KunInviterte"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # nobody signs up by themselves: the secretary has written the address
ACCOUNT_LOGIN_BY_CODE_ENABLED = ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGOUT_REDIRECT_URL = "forside"
ACCOUNT_SESSION_REMEMBER = True
SESSION_COOKIE_AGE = 30 * 24 * 60 * 60  # a month: long enough for a phone between two meetings
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no letter to people who are not known here: anyone could have them sent
ACCOUNT_RATE_LIMITS = grenser.KONTO
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a letter when the password or a factor is changed
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900  # seconds from a login, or from the last time one was asked
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600  # seconds; the page and the letter say "ti minutter"
ACCOUNT_FORMS = {
    "login": "arbeidsplan.konto.forms.LoggInn",
    "request_login_code": "arbeidsplan.konto.forms.BeOmKode",
    "confirm_login_code": "arbeidsplan.konto.forms.SkrivKoden",
    "reauthenticate": "arbeidsplan.konto.forms.BekreftMedPassord",
    "reset_password": "arbeidsplan.konto.forms.GlemtPassord",
    "reset_password_from_key": "arbeidsplan.konto.forms.NyttPassord",
    "set_password": "arbeidsplan.konto.forms.LagPassord",
    "change_password": "arbeidsplan.konto.forms.ByttPassord",
}

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the secretary has written the address, or a letter to it let the person in
MFA_TOTP_ISSUER = ORGANISASJON
MFA_TOTP_TOLERANCE = 1  # a phone may be half a minute off, and people read slowly
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ADAPTER = "arbeidsplan.konto.mfa.Totrinn"
MFA_RATE_LIMITS = grenser.TOTRINN
MFA_FORMS = {
    "authenticate": "arbeidsplan.konto.totrinnforms.Totrinnskode",
    "authenticate_webauthn": "arbeidsplan.konto.totrinnforms.TotrinnMedPassnoekkel",
    "reauthenticate": "arbeidsplan.konto.totrinnforms.BekreftMedKode",
    "reauthenticate_webauthn": "arbeidsplan.konto.totrinnforms.BekreftMedPassnoekkel",
    "login_webauthn": "arbeidsplan.konto.totrinnforms.LoggInnMedPassnoekkel",
    "add_webauthn": "arbeidsplan.konto.totrinnforms.NyPassnoekkel",
    "edit_webauthn": "arbeidsplan.konto.totrinnforms.NavnPaaPassnoekkel",
    "activate_totp": "arbeidsplan.konto.totrinnforms.KobleTilApp",
}
# The roles whose holders must have a second factor before they get any further. In the demo, and wherever the app
# serves this machine alone, nobody.
TOFAKTOR = les_roller(os.environ.get("TOFAKTOR", "" if BARE_LOKALT else "sekretaer,administrator"))

# How many days what is known about people is kept, by `manage.py rydd`, which is run every night. The open page about
# privacy says these very figures.
OPPBEVAR_SPOR = antall("OPPBEVAR_SPOR", 90)
OPPBEVAR_INVITASJONER = antall("OPPBEVAR_INVITASJONER", 30)  # after they were used, taken back or ran out
OPPBEVAR_REDIGERINGSLOGG = antall("OPPBEVAR_REDIGERINGSLOGG", 365)
# What was sent decides what may be sent: never shorter than that looks back, with the day itself.
OPPBEVAR_UTSENDINGER = antall("OPPBEVAR_UTSENDINGER", 400, minst=LENGSTE_AVSTAND.days + 1)
# Persons without a task. Never so short that nobody has seen on the list that they will be erased.
OPPBEVAR_UTEN_OPPGAVE = antall("OPPBEVAR_UTEN_OPPGAVE", 365, minst=30)
# What was there before a copy was put back, kept in var/kopier/ for whoever finds that it was the wrong one.
OPPBEVAR_KOPIER = antall("OPPBEVAR_KOPIER", 30)
# Whom to write to about one's data.
PERSONVERN_KONTAKT = os.environ.get("PERSONVERN_KONTAKT", "").strip()

# The marks of those who have been erased, in a file of its own beside the database: a copy of the database that is
# taken back must not bring them with it.
SLETTEREGISTER = os.environ.get("SLETTEREGISTER", "").strip() or VAR / "slettede.txt"

# --- Language and time ----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Norsk bokmål")]
LOCALE_PATHS = [BASE_DIR / "locale"]  # what Django has no Norwegian for
TIME_ZONE = "Europe/Oslo"
USE_I18N = True
USE_TZ = True

# --- Static files ---------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- E-mail ---------------------------------------------------------------------------------------------------------

# Where none is named, letters are printed on one's own machine; elsewhere that would be in the log.
_EPOST = epost(paa_skjermen=DEBUG or BARE_LOKALT)
EMAIL_BACKEND = _EPOST["EMAIL_BACKEND"]
EMAIL_FILE_PATH = _EPOST["EMAIL_FILE_PATH"]
EMAIL_HOST = _EPOST["EMAIL_HOST"]
EMAIL_PORT = _EPOST["EMAIL_PORT"]
EMAIL_HOST_USER = _EPOST["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _EPOST["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _EPOST["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _EPOST["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "arbeidsplan@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- The browser's walls --------------------------------------------------------------------------------------------

# Messages travel in the session and not in a cookie of their own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not BARE_LOKALT
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# A browser takes a cookie with this prefix only from this very host, over https: no other site of the domain can put
# in one of theirs.
SESSION_COOKIE_NAME = "sessionid" if BARE_LOKALT else "__Host-sessionid"
CSRF_COOKIE_NAME = "csrftoken" if BARE_LOKALT else "__Host-csrftoken"
SECURE_HSTS_SECONDS = 0 if BARE_LOKALT else 31_536_000
# The app may share its domain with the party's other sites, and a browser that has heard this of a domain holds on to
# it for a year, for all of them: so it takes somebody who knows that they all have https.
HSTS_UNDERDOMENER = paa("HSTS_UNDERDOMENER")
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HSTS_UNDERDOMENER
# W005 and W021 ask for just that, and it has been answered.
SILENCED_SYSTEM_CHECKS = [] if HSTS_UNDERDOMENER else ["security.W005", "security.W021"]
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# In front stands one proxy with TLS: without this, everybody would share its address, and its limit on login attempts.
ALLAUTH_TRUSTED_PROXY_COUNT = 0 if BARE_LOKALT else 1
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
# The websites that may show the calendar in a frame. No other page of ours may be framed by anybody.
INNBYGGING = les_nettsteder(os.environ.get("INNBYGGING", ""))
CSRF_FAILURE_VIEW = "arbeidsplan.fortsett.csrf_feil"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_242_880
# The form's guard reads the whole request before any view does: what is larger than a plan is dropped on the way.
FILE_UPLOAD_HANDLERS = [
    "tiltak.opplasting.Avkortet",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- Documents ------------------------------------------------------------------------------------------------------

# Each PDF is made by a process of its own. How long it may take, by the clock and of the processor; how much memory it
# may ask for (its address space: about 200 MB more than it uses); and how many may be at it at once on this machine.
PDF_SEKUNDER = antall("PDF_SEKUNDER", 120)
PDF_MEGABYTE = antall("PDF_MEGABYTE", 1024)
PDF_SAMTIDIG = antall("PDF_SAMTIDIG", 2)

LINJE = {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # On one's own machine, everything; where others' data is, nothing that may have come from a person.
    "formatters": {"kort": LINJE if DEBUG else LINJE | {"()": "aktivitet.logg.UtenPersoner"}},
    "handlers": {"konsoll": {"class": "logging.StreamHandler", "formatter": "kort"}},
    "root": {"handlers": ["konsoll"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["konsoll"], "level": "WARNING", "propagate": False},
        # A 403 or a 404 is an answer, not news: a traceback for each would drown what is.
        "django.request": {"level": "ERROR"},
        # The development server's line for each request, with its whole address.
        "django.server": {"level": "INFO" if DEBUG else "ERROR"},
    },
}
