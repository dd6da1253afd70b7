import stat
from uuid import UUID

import pytest

from arbeidsplan.personvern import registerfil

EN, TO = UUID(int=1), UUID(int=2)


@pytest.fixture
def fil(settings, tmp_path):
    settings.SLETTEREGISTER = tmp_path / "mappe" / "slettede.txt"
    return settings.SLETTEREGISTER


def test_there_are_no_marks_before_anybody_is_erased(fil):
    assert registerfil.les() == set()
    assert registerfil.foey_til([]) == 0
    assert not fil.exists()


def test_marks_are_read_back_and_written_once(fil):
    assert registerfil.foey_til([EN]) == 1
    assert registerfil.foey_til([EN, TO]) == 1

    assert registerfil.les() == {EN, TO}
    assert fil.read_text().split() == [str(EN), str(TO)]


def test_the_file_is_for_the_app_alone(fil):
    registerfil.foey_til([EN])

    assert stat.S_IMODE(fil.stat().st_mode) == 0o600


def test_a_line_that_was_cut_off_costs_no_other(fil):
    registerfil.foey_til([EN])
    fil.write_bytes(fil.read_bytes() + str(TO)[:20].encode() + b"\xff")

    registerfil.foey_til([TO])

    assert registerfil.les() == {EN, TO}
