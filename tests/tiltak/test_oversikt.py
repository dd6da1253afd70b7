"""What waits, for each who follows measures up."""

from datetime import date

from tests.tiltak.conftest import lag_termin, lag_tiltak
from tiltak.models import Status
from tiltak.oversikt import Haster, hva_haster, hva_haster_for_hver
from tiltak.sitering import siterte_koder

I_DAG = date(2026, 6, 15)


def lag_en_av_hver(maal, kode, bruker):
    """A measure that this person follows up, with what waits on it: overdue, due soon and ongoing."""
    tiltak = lag_tiltak(maal, kode, foelges_opp_av=bruker)
    return Haster(
        forfalt=[lag_termin(tiltak, "2025")],
        kommer=[lag_termin(tiltak, "2026-1", siste=date(2026, 7, 1))],
        loepende=[lag_termin(tiltak, "2026", loepende=True, kan_forfalle=False, status=Status.PAAGAAR)],
    )


def test_what_waits_is_shared_out_among_those_who_follow_up_in_two_queries(
    maal, styremedlem, sekretaer, administrator, django_assert_num_queries
):
    karis, olas, ingens = (lag_en_av_hver(maal, "1.1a", bruker) for bruker in (styremedlem, sekretaer, None))
    lag_termin(lag_tiltak(maal, "1.1b", foelges_opp_av=administrator), "2028")

    with django_assert_num_queries(2):
        svar = hva_haster_for_hver(maal.plan, I_DAG)

    assert svar == {styremedlem.pk: karis, sekretaer.pk: olas, None: ingens}
    assert svar[sekretaer.pk].forfalt[0].tiltak.sitert_kode == "1.1a (2)"


def test_together_the_shares_are_what_waits_in_the_plan(maal, styremedlem, sekretaer):
    for bruker in (styremedlem, sekretaer, None):
        lag_en_av_hver(maal, "1.1a", bruker)

    alt = hva_haster(maal.plan, I_DAG, siterte_koder(maal.tiltak.all()))

    deler = hva_haster_for_hver(maal.plan, I_DAG).values()
    assert {termin for haster in deler for termin in haster.alle} == set(alt.alle)
