"""Which annual meeting a handover follows, and how long the front page reminds of it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from aktivitet.moeter import Milepael
from arbeidsplan.models import Overlevering
from arbeidsplan.personer.overlevering.moetene import (
    Aarsmoetene,
    aarsmoetene,
    foreslaatt_siste,
    foreslaatt_til,
    venter_paa_overlevering,
)
from arbeidsplan.roller import Rolle

DAGEN = date(2027, 2, 21)


@pytest.fixture
def moetet(fylkeslag, lag_aktivitet):
    """An annual meeting that lasts two days."""
    return lag_aktivitet("Årsmøte", DAGEN - timedelta(days=1), DAGEN, lag=fylkeslag, type="arsmote")


def test_the_meetings_around_the_day_are_known_or_estimated(moetet):
    foer, etter = aarsmoetene(DAGEN - timedelta(days=1)), aarsmoetene(DAGEN)

    assert (foer.sist, foer.neste) == (
        Milepael(date(2026, 2, 28), date(2026, 2, 28), anslag=True),
        Milepael(DAGEN - timedelta(days=1), DAGEN),
    )
    assert (etter.sist, etter.neste.siste, etter.neste.anslag) == (foer.neste, date(2028, 2, 26), True)


@pytest.mark.parametrize(("dager", "minnes"), [(-1, False), (0, True), (56, True), (57, False)])
def test_it_is_reminded_of_from_the_meetings_last_day_and_for_eight_weeks(moetet, dager, minnes):
    assert venter_paa_overlevering(DAGEN + timedelta(days=dager)) == (DAGEN if minnes else None)


@pytest.mark.parametrize("felter", [{"avlyst": True}, {"publisert": None}])
def test_a_meeting_that_does_not_count_reminds_of_nothing(moetet, felter):
    type(moetet).objects.filter(pk=moetet.pk).update(**felter)

    assert venter_paa_overlevering(DAGEN) is None


@pytest.mark.parametrize(("dager", "minnes"), [(-1, True), (0, False), (3, False)])
def test_a_handover_since_the_meeting_ends_it(moetet, dager, minnes):
    tid = timezone.make_aware(timezone.datetime.combine(DAGEN + timedelta(days=dager), timezone.datetime.min.time()))
    Overlevering.objects.create(merke=uuid4(), tid=tid)

    assert (venter_paa_overlevering(DAGEN + timedelta(days=5)) is not None) == minnes


NAER = Aarsmoetene(Milepael(DAGEN, DAGEN), Milepael(date(2028, 2, 26), date(2028, 2, 26), anslag=True))
ANSLAATT = Aarsmoetene(Milepael(DAGEN, DAGEN, anslag=True), NAER.neste)
SENERE = date(2029, 1, 1)


@pytest.mark.parametrize(
    ("rolle", "siste", "foreslaas"),
    [
        (Rolle.STYREMEDLEM, None, NAER.neste.siste),
        (Rolle.STYREMEDLEM, DAGEN, NAER.neste.siste),
        (Rolle.STYREMEDLEM, SENERE, SENERE),
        (Rolle.SEKRETAER, None, None),
        (Rolle.SEKRETAER, DAGEN, NAER.neste.siste),
    ],
)
def test_somebody_who_goes_on_does_so_to_the_next_meeting_and_never_for_less_than_now(rolle, siste, foreslaas):
    assert foreslaatt_til(rolle, siste, NAER) == foreslaas


@pytest.mark.parametrize(
    ("moetene", "i_dag", "siste", "foreslaas"),
    [
        (NAER, date(2027, 3, 1), None, DAGEN),
        (NAER, date(2027, 9, 1), None, date(2027, 9, 1)),
        (ANSLAATT, date(2027, 3, 1), None, date(2027, 3, 1)),
        (ANSLAATT, date(2027, 3, 1), DAGEN, DAGEN),
    ],
)
def test_somebody_who_leaves_did_so_at_the_meeting_or_does_today(moetene, i_dag, siste, foreslaas):
    assert foreslaatt_siste(siste, moetene, i_dag) == foreslaas


@pytest.mark.parametrize("rolle", ["styremedlem", "sekretaer", "administrator"])
def test_the_front_page_reminds_whoever_may_invite_until_it_is_done(client, aarsmoetet, request, rolle):
    client.force_login(request.getfixturevalue(rolle))
    lenke = '<a href="/personer/overlevering/">Årsmøtet var'

    assertContains(client.get("/"), lenke, count=0 if rolle == "styremedlem" else 1)
    client.post("/personer/overlevering/", {"handling": "ingen"})

    assertNotContains(client.get("/"), "Årsmøtet var")
    assert Overlevering.objects.count() == (0 if rolle == "styremedlem" else 1)
