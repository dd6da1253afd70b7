"""A file that is there whole or not at all, for its owner alone."""

import errno
import os

import pytest

from arbeidsplan.kopi import plass
from arbeidsplan.kopi.feil import Kopifeil
from arbeidsplan.kopi.plass import ny_fil


def skriv(sti, innhold=b"ny", **valg):
    with ny_fil(sti, **valg) as fil:
        fil.write(innhold)


def test_nobody_but_the_owner_may_read_it_not_even_while_it_is_written(tmp_path):
    gammel = os.umask(0)
    try:
        with ny_fil(tmp_path / "x.kopi") as fil:
            underveis = [os.stat(sti).st_mode & 0o777 for sti in tmp_path.iterdir()]
            fil.write(b"ny")
    finally:
        os.umask(gammel)

    assert underveis == [0o600]
    assert (tmp_path / "x.kopi").stat().st_mode & 0o777 == 0o600


def test_it_is_not_there_until_it_is_whole(tmp_path):
    with ny_fil(tmp_path / "x.kopi") as fil:
        fil.write(b"n")
        assert not (tmp_path / "x.kopi").exists()
        fil.write(b"y")

    assert {sti.name: sti.read_bytes() for sti in tmp_path.iterdir()} == {"x.kopi": b"ny"}


@pytest.mark.parametrize("overskriv", [False, True])
def test_what_goes_wrong_halfway_leaves_nothing_behind_and_what_was_there_alone(tmp_path, overskriv):
    if overskriv:
        skriv(tmp_path / "x.kopi", b"gammel")

    def avbrutt():
        yield b"halv"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), ny_fil(tmp_path / "x.kopi", overskriv=overskriv) as fil:
        fil.writelines(avbrutt())

    assert {sti.name: sti.read_bytes() for sti in tmp_path.iterdir()} == ({"x.kopi": b"gammel"} if overskriv else {})


def test_a_file_that_is_there_is_written_over_only_when_asked(tmp_path):
    skriv(tmp_path / "x.kopi", b"gammel")

    with pytest.raises(Kopifeil, match=r"finnes fra før.*--overskriv"):
        skriv(tmp_path / "x.kopi")
    assert (tmp_path / "x.kopi").read_bytes() == b"gammel"
    skriv(tmp_path / "x.kopi", overskriv=True)
    assert (tmp_path / "x.kopi").read_bytes() == b"ny"


@pytest.mark.parametrize("harde_lenker", [True, False])
def test_a_file_that_somebody_makes_meanwhile_is_theirs(tmp_path, monkeypatch, harde_lenker):
    if not harde_lenker:
        monkeypatch.setattr(plass.os, "link", _uten_lenker)

    with pytest.raises(Kopifeil, match="finnes fra før"), ny_fil(tmp_path / "x.kopi"):
        (tmp_path / "x.kopi").write_bytes(b"deres")

    assert {sti.name: sti.read_bytes() for sti in tmp_path.iterdir()} == {"x.kopi": b"deres"}


def test_a_disk_without_hard_links_does_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr(plass.os, "link", _uten_lenker)

    skriv(tmp_path / "x.kopi")

    assert {sti.name: sti.read_bytes() for sti in tmp_path.iterdir()} == {"x.kopi": b"ny"}


def _uten_lenker(*_):
    raise OSError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize(("navn", "hvorfor"), [("ingen/x.kopi", "kunne ikke skrives"), (".", "er en mappe")])
def test_where_no_file_can_be_it_says_so(tmp_path, navn, hvorfor):
    with pytest.raises(Kopifeil, match=hvorfor):
        skriv(tmp_path / navn)


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path):
    with pytest.raises(Kopifeil, match=r"x.kopi kunne ikke skrives: No space left"), ny_fil(tmp_path / "x.kopi"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    assert list(tmp_path.iterdir()) == []
