"""A time that is written into a form."""

from datetime import date, time

from django import forms

from aktivitet.tidsform import les_tiden
from aktivitet.tidsrom import Tidsrom


class Skjema(forms.Form):
    dag = forms.DateField()
    til_kl = forms.TimeField(required=False)


def skjema():
    form = Skjema({"dag": "2026-05-12"})
    form.is_valid()
    return form


def test_a_time_is_given_as_it_is_stored():
    form = skjema()

    rom = les_tiden(form, "klokkeslett", date(2026, 5, 12), None, time(18), time(20), dagfeltet="dag")

    assert (rom, form.errors) == (Tidsrom(date(2026, 5, 12), date(2026, 5, 12), time(18), time(20)), {})


def test_what_is_wrong_is_said_by_its_field_and_by_the_day_where_the_form_has_no_such_field():
    form = skjema()

    rom = les_tiden(form, "klokkeslett", date(2026, 3, 29), None, None, time(2, 30), dagfeltet="dag")

    finnes_ikke = "Dette klokkeslettet finnes ikke: natten klokken stilles frem, går den rett fra 02.00 til 03.00."
    assert (rom, form.errors) == (
        None,
        {"dag": ["Skriv når det begynner, for eksempel 18.00."], "til_kl": [finnes_ikke]},
    )
