"""A sheet of measures read in as a new version of the plan that it came from."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.tiltak.conftest import lag_tiltak
from tests.tiltak.uttak.planer import innholdet
from tiltak.dokument import UlesbartDokument
from tiltak.innlesing import les_fra_fil, les_inn
from tiltak.models import Plan
from tiltak.utgave import plandokument
from tiltak.uttak.regneark import lag_csv, lag_xlsx

UTEN_PLAN = (
    "Filen er et regneark med tiltak, ikke en hel plan. Les den inn på siden «Les inn en plan», "
    "og velg hvilken plan den er en ny utgave av."
)


def som_bok(dok):
    return lag_xlsx(dok, dag=date(2025, 3, 1))


@pytest.mark.parametrize("som_ark", [som_bok, lag_csv])
def test_an_unchanged_sheet_is_the_same_plan_as_a_draft(tiltak, som_ark):
    plan = tiltak.maal.plan
    lag_tiltak(tiltak.maal, "1.1b", "Det andre")

    utkast = les_inn(som_ark(plandokument(plan)), "tiltak.xlsx", revisjon_av=plan)

    assert innholdet(plandokument(utkast)) == innholdet(plandokument(plan))
    assert (utkast.status, utkast.revisjon_av) == (Plan.Status.UTKAST, plan)
    assert utkast.kilde.slag == "regneark"
    assert utkast.kilde.linjer == ["", "1.1a\tRevidere kommunikasjonsstrategi\tÅrlig", "1.1b\tDet andre\tÅrlig"]


def test_a_sheet_by_itself_is_no_plan(tiltak):
    with pytest.raises(UlesbartDokument) as feil:
        les_fra_fil(lag_csv(plandokument(tiltak.maal.plan)))

    assert feil.value.setning == UTEN_PLAN


def last_opp(client, innhold, revisjon_av=""):
    fil = SimpleUploadedFile("tiltak.csv", innhold)
    return client.post(reverse("tiltak:les_inn"), {"fil": fil, "revisjon_av": revisjon_av})


def test_in_the_browser_one_chooses_which_plan_it_is_of(client, sekretaer, tiltak):
    plan = tiltak.maal.plan
    client.force_login(sekretaer)
    innhold = lag_csv(plandokument(plan)).replace(b"Revidere", b"Skrive")

    uten = last_opp(client, innhold)
    assert uten.context["form"].errors == {"fil": [UTEN_PLAN]}
    assert Plan.objects.count() == 1

    med = last_opp(client, innhold, plan.pk)
    assert med.status_code == 302
    assert [ett.tekst for ett in plandokument(Plan.objects.get(revisjon_av=plan)).tiltak] == [
        "Skrive kommunikasjonsstrategi"
    ]


def test_a_row_that_finds_no_goal_is_told_by_the_field_and_nothing_is_stored(client, sekretaer, tiltak):
    client.force_login(sekretaer)
    innhold = lag_csv(plandokument(tiltak.maal.plan)).replace(b"\r\n1.1;", b"\r\n01.jan;")

    svar = last_opp(client, innhold, tiltak.maal.plan_id)

    [feil] = svar.context["form"].errors["fil"]
    assert feil.startswith("Rad 2: planen har ikke noe mål «01.jan».")
    assert Plan.objects.count() == 1


def test_what_is_pointed_out_is_shown_with_its_row(client, sekretaer, tiltak):
    plan = tiltak.maal.plan
    client.force_login(sekretaer)
    innhold = lag_csv(plandokument(plan)) + b"1.1;;1.1a;;Et til;en gang i blant;;\r\n"

    last_opp(client, innhold, plan.pk)
    svar = client.get(reverse("tiltak:avklar", args=[Plan.objects.get(revisjon_av=plan).slug]))

    assert "Rad 3" in svar.content.decode()
    assert "Koden 1.1a står to ganger: først i rad 2, så her." in svar.content.decode()
