"""The command that shows how a phrase is read. Runs without a database: the tests here may not open one."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

PERIODEN = ("--fra", "2025-01-01", "--til", "2028-12-31")


def tolk(*argumenter: str) -> str:
    ut = StringIO()
    call_command("tolk_frist", *argumenter, stdout=ut)
    return ut.getvalue()


def test_the_rule_and_its_terminer_are_printed():
    assert tolk("2024 og 2026", *PERIODEN) == (
        "I 2024 og 2026.\n  2024: 1.1.2024–31.12.2024, utenfor perioden\n  2026: 1.1.2026–31.12.2026\n"
    )


def test_json_has_one_entry_for_each_termin():
    assert json.loads(tolk("Månedlig / ved behov", "--fra", "2026-05-01", "--til", "2026-05-31", "--json")) == {
        "forstaatt": True,
        "terminer": [
            {
                "etikett": "mai 2026",
                "fra": "2026-05-01",
                "frist": "2026-05-31",
                "utenfor_perioden": False,
                "anslag": False,
                "kan_forfalle": False,
            }
        ],
    }


def test_meetings_may_be_given_several_at_once_and_several_times():
    svar = json.loads(
        tolk(
            "Første FS-møte etter årsmøtet, årlig",
            *PERIODEN,
            *("--aarsmoete", "2025-02-16", "2026-02-15", "--aarsmoete", "2027-02-14"),
            *("--fsmoete", "2025-03-01", "--fsmoete", "2026-02-15"),
            "--json",
        )
    )

    assert [(termin["fra"], termin["frist"], termin["anslag"]) for termin in svar["terminer"]] == [
        ("2025-02-16", "2025-03-01", False),
        ("2026-02-15", "2026-02-15", False),
        ("2027-02-14", "2027-02-28", True),
        ("2028-02-26", "2028-03-11", True),
    ]


@pytest.mark.parametrize(
    ("frase", "moete", "dager"),
    [
        ("Før valget 2027", ("--valg", "2027-09-06"), ("2027-01-01", "2027-09-05")),
        ("Etter landsmøtet 2027", ("--landsmoete", "2027-04-09", "2027-04-10"), ("2027-04-10", "2027-07-10")),
        ("Landsmøtet 2027", ("--landsmoete", "2027-04-10", "2027-04-09"), ("2027-04-09", "2027-04-10")),
        ("Til representantskapet 2026", ("--representantskap", "2026-10-03"), ("2026-01-01", "2026-10-03")),
        ("Nominasjonsmøtet 2026", ("--nominasjonsmoete", "2026-12-05"), ("2026-12-05", "2026-12-05")),
    ],
)
def test_every_meeting_that_a_deadline_may_hang_from_can_be_given(frase, moete, dager):
    [termin] = json.loads(tolk(frase, *PERIODEN, *moete, "--json"))["terminer"]

    assert (termin["fra"], termin["frist"], termin["anslag"]) == (*dager, False)


def test_a_phrase_that_is_not_understood_is_an_answer_too():
    assert tolk("Ved anledning", *PERIODEN) == "Ikke forstått. Sekretæren setter datoene selv.\n"
    assert json.loads(tolk("Ved anledning", *PERIODEN, "--json")) == {"forstaatt": False, "terminer": []}


@pytest.mark.parametrize(
    ("argumenter", "setning"),
    [
        (("--fra", "2025-01-01"), "--til mangler"),
        (("--fra", "i går", "--til", "2028-12-31"), "--fra er ingen dato"),
        (("--fra", "2025-02-30", "--til", "2028-12-31"), "--fra er ingen dato"),
        (("--fra", "20250101", "--til", "2028-12-31"), "--fra er ingen dato"),
        (("--fra", "1899-12-31", "--til", "2028-12-31"), "--fra må ligge mellom 1900 og 2199"),
        (("--fra", "2025-01-01", "--til", "2200-01-01"), "--til må ligge mellom 1900 og 2199"),
        (("--fra", "2025-01-02", "--til", "2025-01-01"), "slutter .* før den begynner"),
        (("--fra", "1900-01-01", "--til", "2199-12-31"), "Perioden er for lang"),
        ((*PERIODEN, "--aarsmoete", "2025-13-01"), "--aarsmoete er ingen dato"),
        ((*PERIODEN, "--fsmoete", "2025-01-01", "x"), "--fsmoete er ingen dato"),
        ((*PERIODEN, "--valg", "2250-01-01"), "--valg må ligge mellom 1900 og 2199"),
    ],
)
def test_impossible_days_are_refused_with_a_sentence(argumenter, setning):
    with pytest.raises(CommandError, match=setning):
        tolk("Årlig", *argumenter)
