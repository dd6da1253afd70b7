"""The locks: every package by its hash, no host named, and nothing asked for that is not locked."""

import re
import tomllib
from pathlib import Path

import pytest

ROT = Path(__file__).parent.parent
LAASER = ["requirements.txt", "requirements-test.txt"]


def navn(krav):
    """The package's name as the lock writes it: "psycopg[binary]~=3.3" is psycopg."""
    return re.split(r"[^A-Za-z0-9._-]", krav.strip(), maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


def laast(fil):
    """From each locked package to its line with everything that continues it."""
    linjer = (ROT / fil).read_text("utf-8").replace("\\\n", " ").splitlines()
    return {navn(linje): linje for linje in linjer if linje and not linje.lstrip().startswith("#")}


def krav():
    prosjekt = tomllib.loads((ROT / "pyproject.toml").read_text("utf-8"))
    return prosjekt["project"]["dependencies"], prosjekt["dependency-groups"]["test"]


@pytest.mark.parametrize("fil", LAASER)
def test_the_lock_names_no_host(fil):
    tekst = (ROT / fil).read_text("utf-8")

    assert [ord_ for ord_ in ("://", "--index-url", "--extra-index-url", "--find-links") if ord_ in tekst] == []


@pytest.mark.parametrize("fil", LAASER)
def test_every_package_is_one_version_with_hashes(fil):
    pakker = laast(fil)

    assert pakker
    assert [linje for linje in pakker.values() if "==" not in linje or "--hash=sha256:" not in linje] == []


def test_whatever_the_project_asks_for_is_locked():
    appens, testenes = krav()

    assert {navn(ett) for ett in appens} - laast("requirements.txt").keys() == set()
    assert {navn(ett) for ett in appens + testenes} - laast("requirements-test.txt").keys() == set()


def test_the_tests_run_on_the_versions_that_the_app_runs_on():
    app, test = laast("requirements.txt"), laast("requirements-test.txt")

    def versjon(linje):
        return re.search(r"==([^\s;]+)", linje).group(1)

    assert {pakke: versjon(linje) for pakke, linje in app.items()} == {
        pakke: versjon(test[pakke]) for pakke in app if pakke in test
    }
