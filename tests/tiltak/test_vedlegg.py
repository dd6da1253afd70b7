"""Links and documents of a measure: one or the other, kept in the database, and marked when they are taken away."""

import pytest
from django.db import IntegrityError, transaction

from tests.tiltak.filer import PDF
from tiltak.models import Vedlegg

FIL = {"innhold": PDF, "filslag": "pdf", "stoerrelse": len(PDF)}
LENKE = {"lenke": "https://sv.no/"}


@pytest.mark.parametrize("felter", [FIL, LENKE])
def test_it_is_a_link_or_a_file(tiltak, felter):
    Vedlegg.objects.create(tiltak=tiltak, navn="Referat", **felter)

    assert Vedlegg.objects.get().er_fil is ("innhold" in felter)


@pytest.mark.parametrize(
    "felter",
    [{}, FIL | LENKE, LENKE | {"filslag": "pdf"}, FIL | {"innhold": None}, FIL | {"stoerrelse": 0}],
    ids=["ingen", "begge", "lenke med filslag", "fil uten innhold", "tom fil"],
)
def test_it_is_never_both_or_neither(tiltak, felter):
    with pytest.raises(IntegrityError), transaction.atomic():
        Vedlegg.objects.create(tiltak=tiltak, navn="Referat", **felter)


def test_taken_away_it_is_marked_and_can_be_taken_back(tiltak, styremedlem, sekretaer):
    ett = Vedlegg.objects.create(tiltak=tiltak, navn="Referat", **LENKE)

    fjernet = [ett.fjern(styremedlem), ett.fjern(sekretaer)]
    lagret = Vedlegg.objects.get()
    gjeldende = list(Vedlegg.objects.gjeldende())
    tilbake = [ett.ta_tilbake(), ett.ta_tilbake()]

    assert (fjernet, lagret.fjernet_av, lagret.fjernet is None, gjeldende) == ([True, False], styremedlem, False, [])
    assert (tilbake, list(Vedlegg.objects.gjeldende())) == ([True, False], [ett])
    assert (ett.fjernet, Vedlegg.objects.get().fjernet_av) == (None, None)


def test_it_stays_with_the_measure_when_its_termin_goes(tiltak, termin):
    Vedlegg.objects.create(tiltak=tiltak, termin=termin, navn="Referat", **LENKE)

    termin.delete()

    assert [(ett.tiltak, ett.termin) for ett in Vedlegg.objects.all()] == [(tiltak, None)]


@pytest.mark.parametrize(
    ("navn", "filnavn"),
    [
        ("Referat fra årsmøtet 2026/27", "referat-fra-arsmotet-2026-27.pdf"),
        ("referat.pdf", "referat.pdf"),
        ('a"\r\nSet-Cookie: x=1; "', "a-set-cookie-x1.pdf"),
        ("…", "vedlegg.pdf"),
        ("a" * 200, "a" * 70 + ".pdf"),
    ],
)
def test_the_file_is_saved_under_a_name_that_fits_in_a_header(navn, filnavn):
    assert Vedlegg(navn=navn, filslag="pdf").filnavn == filnavn


def test_a_kind_that_is_not_known_any_more_is_served_as_bytes():
    ett = Vedlegg(navn="Side", filslag="html")

    assert (ett.innholdstype, ett.filnavn, ett.slagets_navn) == ("application/octet-stream", "side.bin", "html")


def test_a_list_of_them_does_not_fetch_the_files(tiltak, django_assert_num_queries):
    Vedlegg.objects.create(tiltak=tiltak, navn="Referat", **FIL)

    with django_assert_num_queries(1) as capture:
        [ett] = Vedlegg.objects.uten_innhold()

    assert '"innhold"' not in capture[0]["sql"]
    assert bytes(ett.innhold) == PDF
