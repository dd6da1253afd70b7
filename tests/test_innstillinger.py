"""The settings, as a machine that has set this or that would start with them."""

import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured

ROT = Path(__file__).parent.parent


def miljoeet(**miljoe):
    """The environment with these settings, and no others of ours."""
    vaare = {"DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "ADRESSE", "EMAIL_URL", "DEFAULT_FROM_EMAIL"}
    vaare |= {"DJANGO_SETTINGS_MODULE", "INNBYGGING", "HSTS_UNDERDOMENER", "TOFAKTOR"}
    vaare |= {"DJANGO_ALLOW_ASYNC_UNSAFE"}  # the browser tests want it, and a deployed app may not have it
    rent = {navn: verdi for navn, verdi in os.environ.items() if navn not in vaare}
    return rent | {"DATABASE_URL": "sqlite://:memory:", "DJANGO_SETTINGS_MODULE": "arbeidsplan.settings"} | miljoe


def start(kode, **miljoe):
    """Run `kode` in a Python of its own with these settings."""
    return subprocess.run(
        [sys.executable, "-c", kode], cwd=ROT, env=miljoeet(**miljoe), capture_output=True, text=True, timeout=120
    )


def les(**miljoe):
    """The settings as they are with this set, read beside those that the tests run with."""
    spec = spec_from_file_location("arbeidsplan.innlest", ROT / "arbeidsplan" / "settings.py")
    innlest = module_from_spec(spec)
    with patch.dict(os.environ, miljoeet(**miljoe), clear=True):
        spec.loader.exec_module(innlest)
    return innlest


def innstilling(*navn, **miljoe):
    """The values of some settings, as words."""
    innlest = les(**miljoe)
    return [str(getattr(innlest, ett, getattr(global_settings, ett, ""))) for ett in navn]


def test_the_app_refuses_to_serve_without_a_key_in_one_clear_sentence():
    svar = start("import arbeidsplan.wsgi")

    assert svar.returncode == 1
    assert svar.stderr.splitlines()[-1].endswith(
        "SECRET_KEY mangler: sett miljøvariabelen til en lang, hemmelig tekst (eller DEBUG=1 på egen maskin)."
    )


@pytest.mark.parametrize("miljoe", [{"SECRET_KEY": "x" * 60}, {"DEBUG": "1"}])
def test_the_app_serves_with_a_key_or_on_ones_own_machine(miljoe):
    assert start("import arbeidsplan.wsgi", **miljoe).returncode == 0


def test_commands_work_without_a_key():
    svar = start(
        "from django.core.management import call_command; import django; django.setup(); call_command('check')"
    )

    assert (svar.returncode, svar.stderr) == (0, "")


def test_reminders_refuse_a_key_that_would_not_outlive_them():
    svar = start(
        "import sys; from django.core.management import execute_from_command_line as f; f(['', 'send_paaminnelser'])"
    )

    assert (svar.returncode, svar.stdout) == (1, "")
    assert svar.stderr == (
        "CommandError: SECRET_KEY mangler: uten den virker ikke lenkene i e-posten. "
        "Sett den til det samme som for nettstedet.\n"
    )


def test_debug_is_off_unless_it_is_set():
    assert innstilling("DEBUG") == ["False"]
    assert innstilling("DEBUG", DEBUG="0") == ["False"]
    assert innstilling("DEBUG", DEBUG="true") == ["True"]


SIKRE = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS")


@pytest.mark.parametrize(
    ("verter", "verdier"),
    [
        ("plan.example.org", ["True", "True", "True", "31536000"]),
        ("localhost,plan.example.org", ["True", "True", "True", "31536000"]),
        (".example.org", ["True", "True", "True", "31536000"]),
        ("*", ["True", "True", "True", "31536000"]),
        ("localhost, 127.0.0.1", ["False", "False", "False", "0"]),
        ("", ["False", "False", "False", "0"]),
    ],
)
def test_cookies_are_secure_wherever_others_may_come(verter, verdier):
    assert innstilling(*SIKRE, ALLOWED_HOSTS=verter) == verdier


ALVOR = {
    "SECRET_KEY": "et-langt-og-hemmelig-ord-med-1234567890-og-flere-tegn-til-slutt",
    "ALLOWED_HOSTS": "arbeidsplan.example.org",
}
SJEKK = "import sys; from django.core.management import execute_from_command_line as f; f(['', 'check', '--deploy'])"


def test_django_has_nothing_to_say_about_how_it_is_deployed():
    svar = start(SJEKK, **ALVOR)

    assert svar.stderr == ""
    assert (svar.returncode, svar.stdout) == (0, "System check identified no issues (2 silenced).\n")


def test_nor_when_the_whole_domain_is_bound_and_then_nothing_is_silenced():
    svar = start(SJEKK, **ALVOR, HSTS_UNDERDOMENER="1")
    verdier = innstilling("SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD", **ALVOR, HSTS_UNDERDOMENER="1")

    assert svar.stdout == "System check identified no issues (0 silenced).\n"
    assert (verdier, innstilling("SECURE_HSTS_INCLUDE_SUBDOMAINS", **ALVOR)) == (["True", "True"], ["False"])


@pytest.mark.parametrize("noekkel", ["x" * 60, "kort", "django-insecure-" + ALVOR["SECRET_KEY"]])
def test_a_key_that_can_be_guessed_serves_nobody_else(noekkel):
    svar = start("import arbeidsplan.wsgi", **ALVOR | {"SECRET_KEY": noekkel})

    assert svar.returncode == 1
    assert svar.stderr.splitlines()[-1].endswith(
        "SECRET_KEY er for lett å gjette: den må ha minst 50 tegn, og kan ikke begynne med «django-insecure-». "
        "Lag en med: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )


def test_a_key_that_can_be_guessed_is_told_of_and_serves_this_machine():
    assert "security.W009" in start(SJEKK, **ALVOR | {"SECRET_KEY": "kort"}).stderr
    assert start("import arbeidsplan.wsgi", SECRET_KEY="kort").returncode == 0


def test_a_key_that_cannot_be_guessed_serves_everybody():
    assert start("import arbeidsplan.wsgi", **ALVOR).returncode == 0


COOKIENE = r"""
import django; django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
from arbeidsplan.models import Bruker
Bruker.objects.create_user("kari@example.org", password="roser-i-mai-2026")
klient = Client(enforce_csrf_checks=True, headers={"host": settings.ALLOWED_HOSTS[0]})
valg = {"secure": not settings.BARE_LOKALT}
side = klient.get("/logg-inn/", **valg)
felter = {"login": "kari@example.org", "password": "roser-i-mai-2026"}
import re
felter["csrfmiddlewaretoken"] = re.search(r'csrfmiddlewaretoken" value="(\w+)', side.content.decode())[1]
adresse = "https://" + settings.ALLOWED_HOSTS[0] + "/logg-inn/"
svar = klient.post("/logg-inn/", felter, headers={"referer": adresse}, **valg)
for cookie in sorted(klient.cookies.values(), key=lambda en: en.key):
    print(cookie.key, sorted(navn + "=" + str(verdi) for navn, verdi in cookie.items() if verdi and "age" not in navn
        and navn != "expires"))
print(svar.status_code, klient.get("/konto/paaminnelser/", **valg).status_code)
print(side.headers.get("Strict-Transport-Security"))
"""


@pytest.mark.parametrize(
    ("miljoe", "foran", "sikker", "hsts"),
    [(ALVOR, "__Host-", ", 'secure=True'", "max-age=31536000"), ({}, "", "", "None")],
)
def test_no_other_site_of_the_domain_can_put_in_a_cookie_of_ours(miljoe, foran, sikker, hsts):
    """The prefix holds in a browser when the cookie is secure, for every path, and names no domain."""
    svar = start(COOKIENE, DJANGO_SETTINGS_MODULE="tests.arbeidsplan.vegger.innstillinger", **miljoe)

    assert (svar.stderr, svar.stdout.splitlines()) == (
        "",
        [
            f"{foran}csrftoken ['httponly=True', 'path=/', 'samesite=Lax'{sikker}]",
            f"{foran}sessionid ['httponly=True', 'path=/', 'samesite=Lax'{sikker}]",
            "302 200",
            hsts,
        ],
    )


@pytest.mark.parametrize(
    "adresse",
    [
        "postgres://arbeidsplan:roser#i-mai@vert/base",
        "postgres://arbeidsplan:roser@vert:mai/base",
        "postgresqll://arbeidsplan:roser@vert/base",
        "mysql://arbeidsplan:roser@vert/base",
        "/srv/roser.sqlite3",
        "smtp://post:roser@vert:587",
    ],
)
def test_a_database_that_cannot_be_read_is_told_in_one_sentence_without_the_password(adresse):
    with pytest.raises(
        ImproperlyConfigured, match=r"^DATABASE_URL kan ikke leses\. Skriv den som postgres://"
    ) as feil:
        les(DATABASE_URL=adresse)

    assert "roser" not in str(feil.value)
    assert feil.value.__suppress_context__


@pytest.mark.parametrize(
    "adresse",
    [
        "submission://post:roser#i-mai@vert:587",
        "smtp://post:roser@vert:mai",
        "smtp://post:roser@vert:99999",
        "smpt://post:roser@vert",
        "roser.example.org",
        "smtp://post:roser@[vert",
        "smtp://post:roser@vert?timeout=lenge",
    ],
)
def test_a_mail_server_that_cannot_be_read_is_told_in_one_sentence_without_the_password(adresse):
    with pytest.raises(ImproperlyConfigured, match=r"^EMAIL_URL kan ikke leses\. Skriv den som submission:") as feil:
        les(EMAIL_URL=adresse)

    assert "roser" not in str(feil.value)
    assert feil.value.__suppress_context__


def test_signs_in_a_password_may_be_written_as_their_numbers():
    innlest = les(DATABASE_URL="postgres://a:r%23s%40@vert/base", EMAIL_URL="submission://a:r%2Fs%25@vert:587")

    assert innlest.DATABASES["default"]["PASSWORD"] == "r#s@"
    assert innlest.EMAIL_HOST_PASSWORD == "r/s%"


@pytest.mark.parametrize(
    ("miljoe", "ventet"),
    [
        (ALVOR, "arbeidsplan.epost.ingen.EmailBackend"),
        (ALVOR | {"EMAIL_URL": "  "}, "arbeidsplan.epost.ingen.EmailBackend"),
        ({}, "django.core.mail.backends.console.EmailBackend"),
        (ALVOR | {"EMAIL_URL": "smtp://post.example.org"}, "django.core.mail.backends.smtp.EmailBackend"),
    ],
)
def test_letters_are_printed_on_ones_own_machine_alone(miljoe, ventet):
    assert innstilling("EMAIL_BACKEND", **miljoe) == [ventet]


def test_a_command_that_breaks_down_says_where_and_not_over_what():
    def kjoer(**miljoe):
        rent = {navn: verdi for navn, verdi in os.environ.items() if navn != "DEBUG"} | miljoe
        rent |= {"DATABASE_URL": "sqlite://:memory:", "DJANGO_SETTINGS_MODULE": "arbeidsplan.settings"}
        kode = ["shell", "--no-imports", "-c", "raise ValueError('kari@example.org')"]
        kommando = [sys.executable, "manage.py", *kode]
        return subprocess.run(kommando, cwd=ROT, env=rent, capture_output=True, text=True).stderr

    skrevet = kjoer()

    assert skrevet.splitlines()[-1] == "builtins.ValueError"
    assert "kari" not in skrevet
    assert kjoer(DEBUG="1").endswith("ValueError: kari@example.org\n")


@pytest.mark.parametrize(
    ("miljoe", "ventet"),
    [
        (ALVOR, ["administrator", "sekretaer"]),
        ({}, []),
        (ALVOR | {"TOFAKTOR": ""}, []),
        ({"TOFAKTOR": " styremedlem, "}, ["styremedlem"]),
    ],
)
def test_two_steps_are_asked_of_secretary_and_administrator_and_on_ones_own_machine_of_nobody(miljoe, ventet):
    assert sorted(les(**miljoe).TOFAKTOR) == ventet


def test_a_role_that_is_none_stops_the_start_in_one_clear_sentence():
    svar = start("import arbeidsplan.wsgi", SECRET_KEY="x" * 60, TOFAKTOR="sekretaer,leder")

    assert svar.returncode == 1
    assert svar.stderr.splitlines()[-1].endswith(
        "TOFAKTOR: «leder» er ingen rolle. Velg blant lokallagsredaktoer, styremedlem, sekretaer, administrator."
    )


def test_a_website_that_is_none_stops_the_start_in_one_clear_sentence():
    svar = start("import arbeidsplan.wsgi", SECRET_KEY="x" * 60, INNBYGGING="https://sv.no, innlandet.sv.no/hva")

    assert svar.returncode == 1
    assert svar.stderr.splitlines()[-1].endswith(
        "INNBYGGING: «innlandet.sv.no/hva» er ikke et nettsted. Skriv https:// og vertsnavnet uten noe etter, for "
        "eksempel https://innlandet.sv.no, og sett komma mellom flere."
    )


@pytest.mark.parametrize("navn", ["PDF_SEKUNDER", "PDF_MEGABYTE", "PDF_SAMTIDIG"])
@pytest.mark.parametrize("verdi", ["0", "-1", "to", "1.5", "９", "99999999999"])
def test_a_bound_for_documents_that_is_no_number_is_refused_in_one_sentence(navn, verdi):
    with pytest.raises(ImproperlyConfigured, match=f"^{navn} må være et helt tall fra 1, ikke «{verdi}»\\.$"):
        les(**{navn: verdi})


def test_the_bounds_for_documents_are_what_the_machine_says_or_else_sensible():
    navn = ("PDF_SEKUNDER", "PDF_MEGABYTE", "PDF_SAMTIDIG")

    assert innstilling(*navn, PDF_SEKUNDER="", PDF_MEGABYTE="", PDF_SAMTIDIG="") == ["120", "1024", "2"]
    assert innstilling(*navn, PDF_SEKUNDER=" 30 ", PDF_MEGABYTE="2048", PDF_SAMTIDIG="1") == ["30", "2048", "1"]


@pytest.mark.parametrize(
    ("navn", "verdi", "minst"),
    [
        ("OPPBEVAR_SPOR", "0", 1),
        ("OPPBEVAR_INVITASJONER", "-1", 1),
        ("OPPBEVAR_UTSENDINGER", "31", 32),
        ("OPPBEVAR_UTEN_OPPGAVE", "et år", 30),
        ("OPPBEVAR_REDIGERINGSLOGG", "9999999", 1),
    ],
)
def test_how_long_things_are_kept_is_refused_when_it_makes_no_sense(navn, verdi, minst):
    with pytest.raises(ImproperlyConfigured, match=f"^{navn} må være et helt tall fra {minst}, ikke «{verdi}»\\.$"):
        les(**{navn: verdi})


def test_how_long_things_are_kept_has_defaults_and_can_be_set():
    navn = (
        "OPPBEVAR_SPOR",
        "OPPBEVAR_INVITASJONER",
        "OPPBEVAR_UTSENDINGER",
        "OPPBEVAR_UTEN_OPPGAVE",
        "SLETTEREGISTER",
    )

    assert innstilling(*navn) == ["90", "30", "400", "365", str(ROT / "var" / "slettede.txt")]
    assert innstilling(*navn, OPPBEVAR_SPOR="30", SLETTEREGISTER="/srv/slettede.txt") == [
        "30",
        "30",
        "400",
        "365",
        "/srv/slettede.txt",
    ]
