"""What follows from the choices in a handover, without a database."""

from datetime import date

import pytest

from arbeidsplan.personer.overlevering import regel
from arbeidsplan.personer.overlevering.regel import FORTSETTER, GAAR_AV, Endring
from arbeidsplan.roller import Rolle

I_DAG = date(2027, 3, 1)
MOETET, I_GAAR, I_MORGEN = date(2027, 2, 22), date(2027, 2, 28), date(2027, 3, 2)
NESTE = date(2028, 2, 26)


@pytest.mark.parametrize(
    ("hva", "dag", "foer", "etter"),
    [
        (FORTSETTER, NESTE, None, NESTE),
        (FORTSETTER, None, MOETET, None),
        (GAAR_AV, None, None, I_GAAR),  # at once: a last day counts to its end
        (GAAR_AV, I_DAG, None, I_DAG),
        (GAAR_AV, MOETET, None, MOETET),
        (GAAR_AV, None, MOETET, MOETET),  # out already, and no later for being said again
        (GAAR_AV, I_MORGEN, NESTE, I_MORGEN),
    ],
)
def test_the_last_day_that_follows_from_a_choice(hva, dag, foer, etter):
    endring = regel.endring(1, Rolle.STYREMEDLEM, hva, dag, foer, I_DAG)

    assert (endring.etter, endring.er_ny) == (etter, etter != foer)


@pytest.mark.parametrize(
    ("hva", "dag", "foer", "feil"),
    [
        (FORTSETTER, I_GAAR, None, "Dagen har vært."),
        (FORTSETTER, I_DAG, None, ""),
        (FORTSETTER, None, None, ""),
        (GAAR_AV, NESTE, I_MORGEN, "Rollen er ute 2. mars 2027."),
        (GAAR_AV, I_DAG, MOETET, "Rollen var ute 22. februar 2027."),
        (GAAR_AV, None, MOETET, ""),
        (GAAR_AV, MOETET, MOETET, ""),
        (GAAR_AV, None, None, ""),
        (GAAR_AV, date(2020, 1, 1), None, ""),
    ],
)
def test_a_day_that_the_choice_cannot_have_is_told(hva, dag, foer, feil):
    assert regel.feil_ved_dagen(hva, dag, foer, I_DAG).startswith(feil)
    assert bool(regel.feil_ved_dagen(hva, dag, foer, I_DAG)) == bool(feil)


def slutt(bruker, rolle, etter, foer=None):
    return Endring(bruker, rolle, GAAR_AV, foer, etter)


@pytest.mark.parametrize(
    ("roller", "endringer", "mister"),
    [
        ({1: {"administrator": None}}, [slutt(1, Rolle.ADMINISTRATOR, I_GAAR)], True),
        ({1: {"administrator": None}}, [Endring(1, Rolle.ADMINISTRATOR, FORTSETTER, None, NESTE)], True),
        ({1: {"administrator": None}, 2: {"administrator": NESTE}}, [slutt(1, Rolle.ADMINISTRATOR, I_GAAR)], True),
        ({1: {"administrator": None}, 2: {"administrator": None}}, [slutt(1, Rolle.ADMINISTRATOR, I_GAAR)], False),
        (
            {1: {"administrator": None}, 2: {"administrator": NESTE}},
            [slutt(1, Rolle.ADMINISTRATOR, I_GAAR), Endring(2, Rolle.ADMINISTRATOR, FORTSETTER, NESTE, None)],
            False,
        ),
        ({1: {"sekretaer": None}}, [slutt(1, Rolle.SEKRETAER, I_GAAR)], False),  # there was none to lose
    ],
)
def test_the_last_administrator_until_further_notice_is_kept(roller, endringer, mister):
    assert regel.mister_administratoren(roller, endringer) == mister


@pytest.mark.parametrize(
    ("roller", "endringer", "ingen"),
    [
        ({1: {"sekretaer": None}}, [slutt(1, Rolle.SEKRETAER, I_GAAR)], True),
        ({1: {"sekretaer": None}}, [slutt(1, Rolle.SEKRETAER, NESTE)], True),  # not today, but then
        ({1: {"sekretaer": None}, 2: {"sekretaer": I_MORGEN}}, [slutt(1, Rolle.SEKRETAER, I_MORGEN)], True),
        ({1: {"sekretaer": None}, 2: {"sekretaer": I_MORGEN}}, [slutt(1, Rolle.SEKRETAER, I_DAG)], False),
        ({1: {"sekretaer": None}, 2: {"administrator": None}}, [slutt(1, Rolle.SEKRETAER, I_GAAR)], False),
        ({1: {"sekretaer": None}, 2: {"styremedlem": None}}, [slutt(1, Rolle.SEKRETAER, I_GAAR)], True),
        ({1: {"sekretaer": None}}, [Endring(1, Rolle.SEKRETAER, FORTSETTER, None, NESTE)], False),
        ({1: {"styremedlem": None}}, [slutt(1, Rolle.STYREMEDLEM, I_GAAR)], False),
    ],
)
def test_somebody_must_be_able_to_invite_when_those_who_leave_have_left(roller, endringer, ingen):
    assert regel.ingen_kan_invitere(roller, endringer, I_DAG) == ingen


@pytest.mark.parametrize(
    ("har", "endringer", "slutter"),
    [
        ({"styremedlem": None}, [slutt(1, Rolle.STYREMEDLEM, I_GAAR)], True),
        ({"styremedlem": None}, [slutt(1, Rolle.STYREMEDLEM, NESTE)], True),
        ({"styremedlem": None, "sekretaer": None}, [slutt(1, Rolle.STYREMEDLEM, I_GAAR)], False),
        ({"styremedlem": None, "sekretaer": MOETET}, [slutt(1, Rolle.STYREMEDLEM, I_GAAR)], True),
        ({"styremedlem": None, "lokallagsredaktoer": None}, [slutt(1, Rolle.STYREMEDLEM, I_GAAR)], True),
        ({"styremedlem": None, "lokallagsredaktoer": None}, [slutt(1, Rolle.REDAKTOER, I_GAAR)], False),
        ({"styremedlem": MOETET}, [Endring(1, Rolle.STYREMEDLEM, FORTSETTER, MOETET, NESTE)], False),
        ({"styremedlem": MOETET}, [], False),
    ],
)
def test_who_leaves_is_who_has_no_role_left_to_follow_up_by(har, endringer, slutter):
    assert regel.slutter(har, endringer, I_DAG) == slutter
