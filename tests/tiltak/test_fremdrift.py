"""Every figure on every page is the one query's."""

from datetime import date

from tests.tiltak.conftest import lag_maaneder, lag_termin, lag_tiltak
from tiltak.fremdrift import fremdrift
from tiltak.models import Maal, Rapport, Status, Termin
from tiltak.rapport.innhold import rapportinnhold


def test_list_plan_front_page_and_report_show_the_figures_of_one_query(
    inne, plan, maal, tiltak, i_dag, django_assert_num_queries
):
    annet = Maal.objects.create(plan=plan, nr=2, nummer="1.2", overskrift="Politisk innflytelse")
    lag_maaneder(lag_tiltak(annet, "1.2a"))
    lag_termin(tiltak, "2026-a", status=Status.GJENNOMFOERT, utfoert=date(2026, 5, 1))
    lag_termin(tiltak, "2026-b", siste=date(2026, 1, 31), status=Status.UTSATT, utsatt_til=date(2026, 3, 1))
    lag_termin(tiltak, "2025", status=Status.IKKE_GJENNOMFOERT, merknad="Ingen tid")
    lag_termin(tiltak, "2026-c", status=Status.PAAGAAR, loepende=True, kan_forfalle=False)
    lag_termin(tiltak, "2024", utenfor=True)

    with django_assert_num_queries(1):
        staar = fremdrift(plan, i_dag)

    aarets, alle = staar.tall(aar=2026), staar.tall()
    vist = inne.get("/tiltak/").context["oversikt"]
    paa_planen = inne.get("/plan/?aar=2026").context["plantekst"]
    paa_forsiden = inne.get("/").context["haster"]
    beretningen = rapportinnhold(Rapport.for_aaret(2026), plan, i_dag)
    i_planteksten = list(paa_planen.maal)
    for pk, nr in ((maal.pk, 0), (annet.pk, 1)):
        tall = staar.tall(aar=2026, maal=pk)
        assert vist.maal[nr].tall == i_planteksten[nr].tall == tall
        assert beretningen.maal[nr].figurer == tall.figurer
    assert vist.tall == aarets
    assert beretningen.figurer == aarets.figurer
    assert len(paa_forsiden.forfalt) == len(vist.haster.forfalt) == alle.forfalt == 6
    assert set(paa_forsiden.forfalt) == set(Termin.objects.forfalt(i_dag))
    assert aarets.figurer.frist == 15
    assert alle.figurer.frist == 16
    assert [sum(rad.antall for rad in staar.rader if rad.kvartal == nr) for nr in (1, 2, 3, 4)] == [4, 3, 3, 6]
