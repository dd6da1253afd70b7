"""The button pressed by several at once: real processes on the test's own database."""

from datetime import timedelta
from uuid import uuid4

import pytest

from arbeidsplan.models import Bruker
from arbeidsplan.personer.overlevering.gjennomfoering import Gjennomfoert, NoeErEndret, gjennomfoer
from arbeidsplan.personer.overlevering.regel import GAAR_AV, Avtale, Endring, Ny
from arbeidsplan.roller import Rolle
from tests.samtidig import samtidig, vent

SAMTIDIG = 4


def trykk(det):
    """Read the person as they stand, wait for the others, and let them leave. Give how it went."""
    merke, gaar, av, siste = det
    en, sekretaeren = Bruker.objects.get(pk=gaar), Bruker.objects.get(pk=av)
    endring = Endring(en.pk, Rolle.STYREMEDLEM, GAAR_AV, None, siste)
    ny = Ny(0, "Mona", "mona@example.org", Rolle.STYREMEDLEM, None, None)
    avtale = Avtale((endring,), (ny,), (), {en.pk: en.versjon})
    vent()
    try:
        gjennomfoer(avtale, av=sekretaeren, merke=merke)
    except (Gjennomfoert, NoeErEndret) as hvorfor:
        return type(hvorfor).__name__
    return "gjort"


@pytest.mark.parametrize(
    ("samme_knapp", "de_andre"), [(True, "Gjennomfoert"), (False, "NoeErEndret")], ids=["samme knapp", "to sekretærer"]
)
@pytest.mark.django_db(transaction=True)
def test_of_several_at_once_one_does_it_and_the_rest_are_told(samme_knapp, de_andre, sekretaer, styremedlem, i_dag):
    knapp = uuid4()
    trykkene = [
        (knapp if samme_knapp else uuid4(), styremedlem.pk, sekretaer.pk, i_dag - timedelta(days=1))
        for _ in range(SAMTIDIG)
    ]

    assert sorted(samtidig(trykk, trykkene)) == sorted(["gjort", *[de_andre] * (SAMTIDIG - 1)])
