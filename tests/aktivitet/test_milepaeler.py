"""The milestones are read from the county branch's own calendar."""

from dataclasses import fields
from datetime import date

import pytest
from django.utils import timezone

from aktivitet.milepaeler import MOETENAVN, MOETESLAG, anslaatte_moeter, moeter_i_kalenderen, neste_aarsmoete
from aktivitet.models import MOETETYPER, Aktivitet, Aktivitetstype, Presisjon
from aktivitet.moeter import Milepael, Moeter, moeter_fra_dager


def lag_moete(lag, type_, foerste, siste=None, **felter):
    """An activity that counts, unless told otherwise. It is not saved."""
    vanlig = {"tittel": "Møte", "presisjon": Presisjon.DAGER, "publisert": timezone.now()}
    return Aktivitet(lag=lag, type=type_, foerste_dag=foerste, siste_dag=siste or foerste, **vanlig | felter)


def test_every_type_that_deadlines_hang_from_is_known():
    assert tuple(sorted(MOETESLAG)) == tuple(sorted(MOETETYPER))


def test_every_kind_of_meeting_is_read_in_one_query(fylkeslag, django_assert_num_queries):
    dager = {
        Aktivitetstype.AARSMOETE: (date(2027, 2, 13), date(2027, 2, 14)),
        Aktivitetstype.FYLKESSTYREMOETE: (date(2027, 3, 5), date(2027, 3, 6)),
        Aktivitetstype.LANDSMOETE: (date(2027, 3, 11), date(2027, 3, 14)),
        Aktivitetstype.VALG: (date(2027, 9, 12), date(2027, 9, 13)),
        Aktivitetstype.REPRESENTANTSKAP: (date(2027, 10, 23), date(2027, 10, 24)),
    }
    for type_, (foerste, siste) in dager.items():
        lag_moete(fylkeslag, type_, foerste, siste).save()
    lag_moete(fylkeslag, Aktivitetstype.NOMINASJON, date(2026, 11, 28)).save()

    with django_assert_num_queries(1):
        moeter = moeter_i_kalenderen()
        i_2026, i_2027 = moeter(2026), moeter(2027)

    assert i_2026 == moeter_fra_dager(2026, nominasjonsmoeter=[(date(2026, 11, 28), date(2026, 11, 28))])
    assert i_2027 == Moeter(
        aarsmoete=Milepael(date(2027, 2, 13), date(2027, 2, 14)),
        foerste_fs=Milepael(date(2027, 3, 5), date(2027, 3, 6)),
        landsmoete=Milepael(date(2027, 3, 11), date(2027, 3, 14)),
        valg=Milepael(date(2027, 9, 12), date(2027, 9, 13)),
        representantskap=Milepael(date(2027, 10, 23), date(2027, 10, 24)),
    )


@pytest.mark.parametrize(
    "felter",
    [
        {"publisert": None},
        {"avlyst": True},
        {"presisjon": Presisjon.MAANED},
        {"type": Aktivitetstype.EKSTRAORDINAERT},
    ],
    ids=str,
)
def test_what_does_not_count_leaves_the_estimate(fylkeslag, felter):
    moete = lag_moete(fylkeslag, Aktivitetstype.AARSMOETE, date(2027, 2, 1), date(2027, 2, 28))
    for felt, verdi in felter.items():
        setattr(moete, felt, verdi)
    moete.save()

    assert moeter_i_kalenderen()(2027) == moeter_fra_dager(2027)


def test_a_branchs_own_meeting_does_not_count(fylkeslag, lokallag):
    moete = lag_moete(lokallag, Aktivitetstype.AARSMOETE, date(2027, 2, 1))
    moete.save()

    assert moeter_i_kalenderen()(2027) == moeter_fra_dager(2027)


def test_every_kind_of_meeting_has_a_name():
    assert list(MOETENAVN) == [felt.name for felt in fields(Moeter)]


def test_meetings_without_a_day_are_given_by_name_with_the_days_they_are_estimated_to(
    fylkeslag, django_assert_num_queries
):
    lag_moete(fylkeslag, Aktivitetstype.LANDSMOETE, date(2027, 3, 11), date(2027, 3, 14)).save()

    with django_assert_num_queries(1):
        svar = anslaatte_moeter(date(2026, 10, 18), date(2027, 9, 13))

    def dag(*tall):
        return Milepael(date(*tall), date(*tall), anslag=True)

    assert svar == [
        ("Nominasjonsmøtet", dag(2026, 11, 21)),
        ("Årsmøtet", dag(2027, 2, 27)),
        ("Første fylkesstyremøte etter årsmøtet", dag(2027, 3, 13)),
        ("Valget", dag(2027, 9, 13)),
    ]


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        (date(2026, 11, 23), Milepael(date(2027, 2, 13), date(2027, 2, 14))),
        (date(2027, 2, 13), Milepael(date(2027, 2, 13), date(2027, 2, 14))),
        (date(2027, 2, 14), Milepael(date(2028, 2, 26), date(2028, 2, 26), anslag=True)),
        (date(2026, 1, 1), Milepael(date(2026, 2, 28), date(2026, 2, 28), anslag=True)),
    ],
    ids=str,
)
def test_the_next_annual_meeting_is_the_one_that_ends_after_the_day(fylkeslag, dag, ventet, django_assert_num_queries):
    lag_moete(fylkeslag, Aktivitetstype.AARSMOETE, date(2027, 2, 13), date(2027, 2, 14)).save()

    with django_assert_num_queries(1):
        assert neste_aarsmoete(dag) == ventet
