"""The register against the models: nothing about people is stored that it does not name, and it names nothing that is
not there."""

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from arbeidsplan.models import Bruker
from arbeidsplan.personvern.grupper import GRUPPER, navngitte_felter

POSTER = [post for gruppe in GRUPPER for post in gruppe.poster]
# Where every field of the row is about the person: named one by one, shown or left out knowingly.
HELT_OM_PERSONEN = [
    "arbeidsplan.Bruker",
    "arbeidsplan.Invitasjon",
    "arbeidsplan.Avmelding",
    "arbeidsplan.Utsending",
    "arbeidsplan.Spor",
    "admin.LogEntry",
    "mfa.Authenticator",
    "usersessions.UserSession",
]


def felter_om_folk(modellene):
    """Every key to a person, and every field for an address of theirs, as (model, field)."""
    return {
        (modell._meta.label, felt.name)
        for modell in modellene
        if not modell._meta.auto_created  # the rows between two models: the field that made them is asked
        for felt in [*modell._meta.fields, *modell._meta.many_to_many]
        if felt.related_model is Bruker or isinstance(felt, (models.EmailField, models.GenericIPAddressField))
    }


def test_every_key_to_a_person_and_every_address_is_named():
    assert felter_om_folk(apps.get_models()) - navngitte_felter() == set()


def test_a_new_key_to_a_person_would_be_missed():
    class Nytt(models.Model):  # noqa: DJ008
        hvem = models.ForeignKey(Bruker, on_delete=models.CASCADE)
        epost = models.EmailField()

        class Meta:
            app_label = "prove"
            managed = False

    try:
        assert felter_om_folk([Nytt]) - navngitte_felter() == {("prove.Nytt", "hvem"), ("prove.Nytt", "epost")}
    finally:
        del apps.all_models["prove"]
        apps.clear_cache()


@pytest.mark.parametrize("modell", HELT_OM_PERSONEN)
def test_every_field_of_what_is_about_a_person_is_named(modell):
    felter = [*apps.get_model(modell)._meta.fields, *apps.get_model(modell)._meta.many_to_many]
    navngitte = {navn for av, navn in navngitte_felter() if av == modell} | {"id"}

    assert {felt.name for felt in felter} - navngitte == set()


def test_the_register_names_nothing_that_is_not_there():
    def finnes(modell, navn):
        try:
            apps.get_model(modell)._meta.get_field(navn)
        except FieldDoesNotExist:
            return navn == "pk"
        return True

    assert [par for par in navngitte_felter() if not finnes(*par)] == []


def test_every_kind_has_a_name_of_its_own():
    titler = [post.tittel for post in POSTER]

    assert len(titler) == len(set(titler))


def test_what_stays_after_an_erasure_is_what_the_models_say():
    gaar = {post.tittel for post in POSTER if not post.blir_staaende}

    assert gaar == {
        "Personen",
        "Legger inn for",
        "E-postadresser ved innlogging",
        "Måter å bekrefte innloggingen på",
        "Innlogginger som varer",
        "Invitasjoner til adressen",
        "Lag i invitasjonene",
        "Påminnelser slått av",
        "Påminnelser sendt",
        "Egne endringer under «Rediger»",
        "Endringer av personen under «Rediger»",
    }
