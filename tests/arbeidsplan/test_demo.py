"""lag_demo: what it says, and how it refuses. What it makes is tested in demo/."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from arbeidsplan.management.commands.lag_demo import HAR_EKTE_DATA
from arbeidsplan.models import Bruker
from tiltak.models import Plan

ADRESSER = [
    "Logg inn med passordet arbeidsplan-demo og en av disse adressene:",
    "  sekretar@example.org  Sekretær (Siri Skogfiol)",
    "  styre@example.org     Styremedlem (Bodil Bjørnebær)",
    "  styre2@example.org    Styremedlem (Birk Blåklokke)",
    "  styre3@example.org    Styremedlem, lokallagsredaktør i Lillehammer SV (Bahar Bekkeblom)",
    "  hamar@example.org     Lokallagsredaktør i Hamar SV (Runa Rogn)",
    "  gjovik@example.org    Lokallagsredaktør i Gjøvik SV (Leif Lyng)",
    "  admin@example.org     Administrator (Ada Alm)",
]


def test_it_says_how_to_log_in_in_every_role_and_says_it_again(db, capsys, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    ventet = "\n".join([*ADRESSER, f"Koder for innlogging uten passord skrives til filer i {tmp_path}.\n"])

    for _ in range(2):
        call_command("lag_demo", "--i-dag", "2026-05-01")
        assert capsys.readouterr().out == ventet


@pytest.mark.parametrize(
    ("backend", "sted"),
    [("console", "skrives der appen er startet"), ("smtp", "sendes på e-post")],
)
def test_it_says_where_login_codes_end_up(db, capsys, settings, backend, sted):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"

    call_command("lag_demo", "--i-dag", "2025-01-02")

    assert capsys.readouterr().out.splitlines()[-1] == f"Koder for innlogging uten passord {sted}."


def test_only_people_who_are_left_are_named(db, capsys):
    call_command("lag_demo", "--i-dag", "2025-01-02")
    Bruker.objects.exclude(email="gjovik@example.org").delete()
    capsys.readouterr()

    call_command("lag_demo")

    assert capsys.readouterr().out.splitlines()[1:-1] == [
        "  gjovik@example.org  Lokallagsredaktør i Gjøvik SV (Leif Lyng)"
    ]


@pytest.mark.parametrize("dag", ["2020-02-02", "2035-07-07"])
def test_outside_the_plans_period_the_demo_stands_on_its_nearest_day(db, capsys, dag):
    call_command("lag_demo", "--i-dag", dag)

    assert Plan.objects.gjeldende(date.fromisoformat(dag)).tittel == "Arbeidsplan 2025-2028"


def test_it_refuses_in_one_sentence_where_there_is_real_data(db, capsys):
    Bruker.objects.create_user("kari@partiet.example")

    with pytest.raises(CommandError) as feil:
        call_command("lag_demo")

    assert (capsys.readouterr().out, str(feil.value)) == ("", HAR_EKTE_DATA)


def test_a_day_that_is_none_is_refused(db):
    with pytest.raises(CommandError, match="skriv dagen som 2026-05-01"):
        call_command("lag_demo", "--i-dag", "i går")
