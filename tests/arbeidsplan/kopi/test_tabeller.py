"""Nothing is forgotten: every table is in the copy, or is named as left out with the reason."""

import pytest
from django.apps import apps
from django.db import connection

from arbeidsplan.kopi import tabeller

MODELLER = [modell for modell in apps.get_models(include_auto_created=True) if not modell._meta.proxy]
# Held in the copy's head; counts attempts to log in.
UTEN_MODELL = {"django_migrations", "mellomlager"}


@pytest.mark.django_db
def test_every_table_in_the_database_belongs_to_a_model():
    assert set(connection.introspection.table_names()) - {modell._meta.db_table for modell in MODELLER} <= UTEN_MODELL


def test_every_model_is_in_the_copy_or_named_as_left_out():
    assert {modell._meta.label for modell in MODELLER} == {
        modell._meta.label for modell in tabeller.modeller()
    } | tabeller.UTELATT
    assert not {modell._meta.label for modell in tabeller.modeller()} & tabeller.UTELATT


def test_no_row_of_the_copy_points_to_one_that_is_left_out_but_by_its_name():
    borte = set(tabeller.forbigaaende())

    assert [
        str(felt) for modell in tabeller.modeller() for felt in tabeller.felter(modell) if felt.related_model in borte
    ] == []


def test_our_own_tables_are_all_in_the_copy():
    etasjene = ("aktivitet.", "tiltak.", "arbeidsplan.")

    assert [navn for navn in tabeller.UTELATT if navn.startswith(etasjene)] == []
