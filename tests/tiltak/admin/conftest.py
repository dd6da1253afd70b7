"""The secretary in the editing site, a draft plan, and how a page there is filled in and read."""

from datetime import date

import pytest
from django.urls import reverse

from tests.tiltak.conftest import lag_plan, lag_tiltak
from tiltak.models import (
    Maal,
    Plan,
)

GRUNN = "Rettet skrivefeil"


@pytest.fixture
def rediger(client, sekretaer):
    """The secretary, logged in."""
    client.force_login(sekretaer)
    return client


@pytest.fixture
def utkast(db):
    return lag_plan("utkast", tittel="Utkast", status=Plan.Status.UTKAST)


@pytest.fixture
def utkasttiltak(utkast):
    maal = Maal.objects.create(plan=utkast, nr=1, nummer="1", overskrift="Politisk mål")
    return lag_tiltak(maal, "1a", "Møte folk")


def side(ting, hva="change"):
    return reverse(f"admin:{ting._meta.app_label}_{ting._meta.model_name}_{hva}", args=[ting.pk])


def skjema(client, ting):
    """What the browser would send from the page of `ting`, unchanged."""
    return skjema_i(client.get(side(ting)))


def skjema_i(svar):
    """What the browser would send from the page that was answered."""
    data = fra_skjema(svar.context["adminform"].form)
    for rader in svar.context["inline_admin_formsets"]:
        data |= fra_skjema(rader.formset.management_form)
        for rad in rader.formset.initial_forms:
            data |= fra_skjema(rad)
    return data


def fra_skjema(form):
    data = {}
    for felt in form:
        verdi = felt.value()
        if verdi is True:
            data[felt.html_name] = "on"
        elif verdi is not None and verdi is not False:
            data[felt.html_name] = felt.field.widget.format_value(verdi) if isinstance(verdi, date) else verdi
    return data


def feil(svar):
    """The errors of the page and of its rows."""
    funnet = {navn: list(liste) for navn, liste in svar.context["adminform"].form.errors.items()}
    for rader in svar.context["inline_admin_formsets"]:
        for rad in rader.formset.forms:
            funnet |= {rad.add_prefix(navn): list(liste) for navn, liste in rad.errors.items()}
        if rader.formset.non_form_errors():
            funnet[rader.formset.prefix] = list(rader.formset.non_form_errors())
    return funnet
