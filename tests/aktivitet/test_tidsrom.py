"""What is written about a time becomes days and clock times, or is refused by the field that must be mended."""

from datetime import date, time

import pytest

from aktivitet.tidsrom import Tidsrom, UgyldigTid, finnes, tidsrom

MANDAG, ONSDAG, SOENDAG = date(2026, 10, 12), date(2026, 10, 14), date(2026, 10, 18)


@pytest.mark.parametrize(
    ("skrevet", "lagret"),
    [
        (("klokkeslett", ONSDAG, None, time(18), time(20)), Tidsrom(ONSDAG, ONSDAG, time(18), time(20))),
        (("klokkeslett", ONSDAG, None, time(18)), Tidsrom(ONSDAG, ONSDAG, time(18))),
        (
            ("klokkeslett", ONSDAG, date(2026, 10, 15), time(20), time(1)),
            Tidsrom(ONSDAG, date(2026, 10, 15), time(20), time(1)),
        ),
        (("dag", ONSDAG, SOENDAG, time(18), time(20)), Tidsrom(ONSDAG, ONSDAG)),
        (("dager", ONSDAG, SOENDAG, time(18)), Tidsrom(ONSDAG, SOENDAG)),
        (("uke", ONSDAG), Tidsrom(MANDAG, SOENDAG)),
        (("uke", SOENDAG, date(2030, 1, 1)), Tidsrom(MANDAG, SOENDAG)),
        (("uke", date(2027, 1, 1)), Tidsrom(date(2026, 12, 28), date(2027, 1, 3))),
        (("maaned", date(2028, 2, 17)), Tidsrom(date(2028, 2, 1), date(2028, 2, 29))),
        (("maaneder", date(2027, 4, 30), date(2027, 5, 1)), Tidsrom(date(2027, 4, 1), date(2027, 5, 31))),
        (("maaneder", date(2026, 11, 5), date(2027, 1, 5)), Tidsrom(date(2026, 11, 1), date(2027, 1, 31))),
        (("maaned", date(2099, 12, 31)), Tidsrom(date(2099, 12, 1), date(2099, 12, 31))),
    ],
)
def test_every_precision_gives_the_days_that_it_may_touch(skrevet, lagret):
    assert tidsrom(*skrevet) == lagret


FOER = "Siste dag er før første dag."
FINNES_IKKE = "Dette klokkeslettet finnes ikke: natten klokken stilles frem, går den rett fra 02.00 til 03.00."
IKKE_ETTER = "Slutten er ikke etter starten. Varer det over midnatt, skriv dagen etter som siste dag."
UTENFOR = "Skriv en dag mellom 2000 og 2099."


@pytest.mark.parametrize(
    ("skrevet", "feil"),
    [
        (("klokkeslett", ONSDAG), {"fra_kl": "Skriv når det begynner, for eksempel 18.00."}),
        (("klokkeslett", ONSDAG, MANDAG, time(18)), {"siste_dag": FOER}),
        (
            ("klokkeslett", ONSDAG, MANDAG),
            {"siste_dag": FOER, "fra_kl": "Skriv når det begynner, for eksempel 18.00."},
        ),
        (("klokkeslett", ONSDAG, None, time(20), time(1)), {"til_kl": IKKE_ETTER}),
        (("klokkeslett", ONSDAG, None, time(20), time(20)), {"til_kl": IKKE_ETTER}),
        (("klokkeslett", date(2026, 3, 29), None, time(2, 30)), {"fra_kl": FINNES_IKKE}),
        (("klokkeslett", date(2026, 3, 28), date(2026, 3, 29), time(20), time(2)), {"til_kl": FINNES_IKKE}),
        (("dager", ONSDAG), {"siste_dag": "Skriv siste dag. Er det bare én dag, velg «Dag»."}),
        (("dager", ONSDAG, MANDAG), {"siste_dag": FOER}),
        (
            ("dager", ONSDAG, ONSDAG),
            {"siste_dag": "Siste dag er den samme som den første. Er det bare én dag, velg «Dag»."},
        ),
        (("maaneder", ONSDAG), {"siste_dag": "Skriv siste dag. Skriv en dag i den siste måneden."}),
        (("maaneder", ONSDAG, date(2026, 9, 30)), {"siste_dag": FOER}),
        (
            ("maaneder", MANDAG, SOENDAG),
            {"siste_dag": "Dagene er i samme måned. Velg «Måned», eller en siste dag i en senere måned."},
        ),
        (("uke", date(2000, 1, 1)), {"foerste_dag": UTENFOR}),  # its Monday is in 1999
        (("uke", date(2099, 12, 31)), {"foerste_dag": UTENFOR}),
        (("dag", date(1999, 12, 31)), {"foerste_dag": UTENFOR}),
        (("aldri", ONSDAG), {"presisjon": "Velg hvor nøyaktig tiden er kjent."}),
    ],
)
def test_what_is_no_time_is_refused_by_its_field(skrevet, feil):
    with pytest.raises(UgyldigTid) as ugyldig:
        tidsrom(*skrevet)

    assert ugyldig.value.feil == feil


@pytest.mark.parametrize(
    ("dag", "kl", "svar"),
    [
        (date(2026, 3, 29), time(1, 59), True),
        (date(2026, 3, 29), time(2), False),
        (date(2026, 3, 29), time(2, 59), False),
        (date(2026, 3, 29), time(3), True),
        (date(2026, 10, 25), time(2, 30), True),  # twice, even
        (date(2026, 3, 30), time(2, 30), True),
    ],
)
def test_one_hour_a_year_does_not_exist(dag, kl, svar):
    assert finnes(dag, kl) is svar
