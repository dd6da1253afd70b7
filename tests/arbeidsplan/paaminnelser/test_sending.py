"""Sent once, again only when it certainly failed, and held when nobody knows."""

import pytest

from arbeidsplan.models import Avmelding, Bruker, Utsending
from arbeidsplan.paaminnelser.takt import UKELISTE
from arbeidsplan.roller import Rolle
from tests.tiltak.conftest import lag_termin, lag_tiltak

from .kjoering import brevene, kjoer, mottakerne, utsendinger


def test_run_every_day_of_two_weeks_it_sends_two_lists(klokke, karis, smtp, capsys):
    sagt = []
    for _ in range(14):
        sagt.append(kjoer(capsys)[0])
        klokke.gaa(days=1)

    assert sagt == (["1 ukeliste er sendt.\n"] + ["Ingenting å sende.\n"] * 6) * 2
    assert [linje[2:] for linje in utsendinger()] == [("2026-W48", "sendt", 1), ("2026-W49", "sendt", 1)]
    assert len({brev["Message-ID"] for brev in brevene(smtp)}) == 2


def test_what_was_refused_is_tried_again_and_then_not_once_more(klokke, karis, styremedlem, smtp, capsys):
    smtp.avviser = {"kari@example.org"}
    person = f"Ukelisten 2026-W48 til person {styremedlem.pk}"

    assert kjoer(capsys) == ("", f"{person}: ble avvist (550). Prøves igjen ved neste kjøring, forsøk 1.")
    smtp.avviser = set()
    klokke.gaa(days=1)
    assert kjoer(capsys) == ("1 ukeliste er sendt.\n", "")
    klokke.gaa(days=1)
    assert kjoer(capsys) == ("Ingenting å sende.\n", "")

    assert mottakerne(smtp) == ["kari@example.org"]
    assert utsendinger() == [("kari@example.org", "ukeliste", "2026-W48", "sendt", 2)]


def test_an_address_that_is_refused_each_time_is_given_up_for_the_week_and_tried_in_the_next(
    klokke, karis, smtp, capsys
):
    smtp.avviser = {"kari@example.org"}

    feil = []
    for _ in range(8):
        feil.append(kjoer(capsys)[1].rpartition("(550). ")[2])
        klokke.gaa(days=1)

    igjen = "Prøves igjen ved neste kjøring, forsøk {}."
    assert feil == [igjen.format(nr) for nr in range(1, 5)] + ["Gitt opp, forsøk 5.", "", "", igjen.format(1)]


def test_one_bad_address_does_not_stop_the_others_and_is_named_only_when_asked(klokke, karis, smtp, capsys):
    for adresse in ("etter@example.org", "siste@example.org"):
        bruker = Bruker.objects.create_user(adresse, roller={Rolle.STYREMEDLEM: None})
        lag_termin(lag_tiltak(karis[0].tiltak.maal, "1.1x", foelges_opp_av=bruker))
    smtp.avviser = {"kari@example.org"}
    Bruker.objects.filter(email="siste@example.org").update(email="ond@example.org\r\nBcc: alle@example.org")

    ut, feil = kjoer(capsys)

    assert mottakerne(smtp) == ["etter@example.org"]
    assert ut == "1 ukeliste er sendt.\n"
    assert len(feil.splitlines()) == 2
    assert "@" not in feil
    klokke.gaa(days=1)
    assert "kari@example.org" in kjoer(capsys, verbosity=2)[1]


@pytest.mark.parametrize(
    ("svar", "kode"),
    [({"MAIL": "451 vent"}, 451), ({"MAIL": "421 for mye"}, 421), ({"RCPT": "450 graa liste"}, 450)],
)
def test_a_server_that_says_no_for_now_is_asked_again(klokke, karis, smtp, capsys, svar, kode):
    smtp.svar = svar

    assert f"ble avvist ({kode}). Prøves igjen" in kjoer(capsys)[1]
    smtp.svar = {}

    assert kjoer(capsys) == ("1 ukeliste er sendt.\n", "")


def test_a_server_that_does_not_answer_costs_no_attempt(klokke, karis, smtp, capsys, settings):
    settings.EMAIL_PORT, port = 1, settings.EMAIL_PORT  # nobody listens there

    assert kjoer(capsys) == ("", "E-posttjeneren svarer ikke. Det som ikke er sendt, sendes ved neste kjøring.")
    assert utsendinger() == []
    assert "\nE-posttjeneren: " in kjoer(capsys, verbosity=2)[1]

    settings.EMAIL_PORT = port
    assert kjoer(capsys) == ("1 ukeliste er sendt.\n", "")


def test_when_the_line_breaks_after_the_letter_was_handed_over_it_is_held_and_told(
    klokke, karis, styremedlem, smtp, capsys
):
    smtp.bryter = True
    person = f"Ukelisten 2026-W48 til person {styremedlem.pk}"
    ikke_igjen = "Ingen vet om den kom fram, så den sendes ikke på nytt i 2026-W48."

    assert kjoer(capsys) == ("", f"{person}: linjen ble brutt mens den ble sendt. {ikke_igjen}")
    smtp.bryter = False
    for _ in range(6):
        klokke.gaa(days=1)
        assert kjoer(capsys) == ("Ingenting å sende.\n", "")
    klokke.gaa(days=1)
    assert kjoer(capsys) == ("1 ukeliste er sendt.\n", "")

    assert [brev["Message-ID"].split(".")[1] for brev in brevene(smtp)] == ["2026-W48", "2026-W49"]


def test_a_run_that_died_between_claim_and_result_is_told_once_and_the_list_is_held(
    klokke, karis, styremedlem, smtp, capsys
):
    Utsending.ta(styremedlem, UKELISTE, klokke.naa)
    person = f"Ukelisten 2026-W48 til person {styremedlem.pk}"
    ikke_igjen = "Ingen vet om den kom fram, så den sendes ikke på nytt i 2026-W48."

    klokke.gaa(minutes=10)
    assert kjoer(capsys) == ("Ingenting å sende.\n", "")  # it may still be at work
    klokke.gaa(hours=1)
    assert kjoer(capsys) == ("", f"{person}: en tidligere kjøring stoppet midt i. {ikke_igjen}")
    klokke.gaa(days=1)
    assert kjoer(capsys) == ("Ingenting å sende.\n", "")
    klokke.still(2026, 11, 30, 7)
    assert kjoer(capsys) == ("1 ukeliste er sendt.\n", "")

    assert [linje[2:] for linje in utsendinger()] == [("2026-W48", "uvisst", 1), ("2026-W49", "sendt", 1)]


def test_whoever_turns_it_off_or_is_deleted_while_the_run_goes_on_gets_none(klokke, karis, styremedlem):
    Avmelding.objects.slaa_av(styremedlem.pk, UKELISTE)
    assert Utsending.ta(styremedlem, UKELISTE, klokke.naa) is None
    Avmelding.objects.slaa_paa(styremedlem.pk, UKELISTE)
    Bruker.objects.filter(pk=styremedlem.pk).update(is_active=False)
    assert Utsending.ta(styremedlem, UKELISTE, klokke.naa) is None
    Bruker.objects.filter(pk=styremedlem.pk).update(is_active=True)
    utsending = Utsending.ta(styremedlem, UKELISTE, klokke.naa)
    Bruker.objects.filter(pk=styremedlem.pk).delete()

    utsending.ble_sendt(klokke.naa)
    assert Utsending.ta(styremedlem, UKELISTE, klokke.naa) is None

    assert utsendinger() == []


def test_a_claim_on_either_side_of_midnight_between_two_weeks_is_one(klokke, karis, styremedlem):
    klokke.still(2026, 11, 29, 23, 59)
    foer = Utsending.ta(styremedlem, UKELISTE, klokke.naa)
    klokke.gaa(minutes=2)

    assert foer.periode == "2026-W48"
    assert Utsending.ta(styremedlem, UKELISTE, klokke.naa) is None
