"""There and back: every row of every table is the same as it was."""

from contextlib import suppress

import pytest
from django.db import IntegrityError, connections, models, transaction

from aktivitet.models import Aktivitet, Lag
from arbeidsplan.kopi.feil import Kopifeil
from arbeidsplan.kopi.gjenoppretting import gjenopprett
from arbeidsplan.kopi.innlegging import legg_inn
from arbeidsplan.kopi.lesing import aapne
from arbeidsplan.kopi.tabeller import modeller
from arbeidsplan.kopi.taking import ta_kopi
from arbeidsplan.models import Bruker
from tests.arbeidsplan.kopi.basen import alt_i, toem
from tests.nettleser.demoen import legg_inn_demoen
from tiltak.models import Frist, Termin, Vedlegg

# BEL, CR LF, markup, a direction override, combining marks, an emoji outside the first plane, SQL, a format, a slash.
FIENDTLIG = "\x07\r\n<script>\u202ea\u0301\u0302😀 '; DROP TABLE x;-- %s %(x)s {} \\ \" \u2028 Å"
# What putting a copy back leaves behind on purpose, beside the copy's own rows.
NYTT_ETTERPAA = ("Kalenderstand", "Spor", "Invitasjon")


def fyll_med(tekst):
    """Put the text wherever the database takes any. Gives in how many columns it stands now."""
    antall = 0
    for modell in modeller():
        for felt in modell._meta.concrete_fields:
            if isinstance(felt, models.CharField | models.TextField) and not felt.choices:
                with suppress(IntegrityError), transaction.atomic():  # the table has a rule for what it may be
                    antall += bool(modell._base_manager.update(**{felt.name: tekst[: felt.max_length]}))
    return antall


def legg_inn_i(alias, fil):
    with aapne(fil) as kopi, transaction.atomic(using=alias):
        legg_inn(kopi, alias)


def test_the_whole_demo_is_the_same_in_another_database_and_comes_back_row_for_row(
    transactional_db, annen_base, tmp_path
):
    legg_inn_demoen()
    foer = alt_i()
    ta_kopi(tmp_path / "ut.kopi")
    legg_inn_i(annen_base, tmp_path / "ut.kopi")
    der = alt_i(annen_base)
    ta_kopi(tmp_path / "hjem.kopi", alias=annen_base)
    Aktivitet.objects.all().delete()
    Lag.objects.create(navn="Nytt lag", slug="nytt")
    Termin.objects.update(merknad="Borte")
    Bruker.objects.filter(email="hamar@example.org").delete()
    gjenopprett(tmp_path / "hjem.kopi", erstatt=True)

    assert der == foer
    assert alt_i(uten=NYTT_ETTERPAA) == {navn: foer[navn] for navn in foer if navn.split(".")[1] not in NYTT_ETTERPAA}
    assert len(foer["tiltak.Termin"]) == 236


def test_every_kind_of_value_and_hostile_texts_come_back(base, tmp_path):
    assert fyll_med(FIENDTLIG) > 40
    foer = alt_i(uten=NYTT_ETTERPAA)
    ta_kopi(tmp_path / "alt.kopi")
    fyll_med("noe annet")
    Vedlegg.objects.update(innhold=b"")

    gjenopprett(tmp_path / "alt.kopi", erstatt=True)

    assert alt_i(uten=NYTT_ETTERPAA) == foer
    # JSON's null is a value, and a search for no value at all does not find it.
    assert (Frist.objects.filter(regel=None).count(), Frist.objects.filter(regel__isnull=True).count()) == (1, 0)


def test_every_row_is_the_same_in_another_database_and_back_again(base, annen_base, tmp_path):
    fyll_med(FIENDTLIG)
    foer = alt_i()
    ta_kopi(tmp_path / "ut.kopi")
    legg_inn_i(annen_base, tmp_path / "ut.kopi")
    der = alt_i(annen_base)
    ta_kopi(tmp_path / "hjem.kopi", alias=annen_base)
    Aktivitet.objects.all().delete()
    legg_inn_i("default", tmp_path / "hjem.kopi")

    assert der == foer
    assert alt_i() == foer


@pytest.mark.postgresql
def test_what_the_other_database_cannot_hold_is_named_and_nothing_is_changed(base, annen_base, tmp_path):
    Lag.objects.using(annen_base).create(navn="Nul\x00", slug="nul")
    ta_kopi(tmp_path / "nul.kopi", alias=annen_base)
    foer = alt_i()

    with pytest.raises(Kopifeil, match=r"^Databasen kan ikke ta imot det som står i aktivitet.Lag, rad 1–1: .*NUL"):
        gjenopprett(tmp_path / "nul.kopi", erstatt=True)

    assert alt_i() == foer


def test_what_is_no_value_at_all_is_named_by_its_place_and_not_by_what_it_is(base, annen_base, tmp_path):
    Bruker.objects.using(annen_base).create(email="kari@example.org")
    with connections[annen_base].cursor() as cursor:
        cursor.execute("UPDATE arbeidsplan_bruker SET versjon = 'ring Kari'")  # SQLite takes it
    ta_kopi(tmp_path / "rar.kopi", alias=annen_base)
    foer = alt_i()

    with pytest.raises(Kopifeil) as feil:
        gjenopprett(tmp_path / "rar.kopi", erstatt=True)

    sagt = "Databasen kan ikke ta imot det som står i arbeidsplan.Bruker, rad 1–1: ValidationError"
    assert (str(feil.value), alt_i()) == (sagt, foer)


@pytest.mark.parametrize("basen_er_tapt", [False, True])
def test_a_key_that_was_given_out_after_the_copy_is_not_given_again(base, tmp_path, basen_er_tapt):
    ta_kopi(tmp_path / "alt.kopi")
    siste = Lag.objects.create(navn="Etter kopien", slug="etter").pk
    if basen_er_tapt:
        toem()

    gjenopprett(tmp_path / "alt.kopi", erstatt=True)

    assert Lag.objects.create(navn="Etterpå", slug="etterpaa").pk > siste


def test_keys_that_lead_nowhere_are_refused(base, tmp_path):
    with transaction.atomic():
        Lag.objects.all()._raw_delete("default")
        ta_kopi(tmp_path / "alt.kopi")
        transaction.set_rollback(True)
    foer = alt_i()

    with pytest.raises(Kopifeil, match=r"^Kopien henger ikke sammen"):
        gjenopprett(tmp_path / "alt.kopi", erstatt=True)

    assert alt_i() == foer
    with pytest.raises(IntegrityError), transaction.atomic():  # the keys are guarded as before
        Aktivitet.objects.update(lag=10**6)
