"""LibreOffice as another Word: a converter with a profile of its own, since each start takes a second."""

import subprocess

import pytest


@pytest.fixture(scope="session")
def konverter(tmp_path_factory):
    """Let LibreOffice save a file in each of these formats in turn: name and bytes in, the last file's bytes out."""
    mappe = tmp_path_factory.mktemp("libreoffice")

    def konverter(navn, innhold, *formater):
        fil = mappe / navn
        fil.write_bytes(innhold)
        for format_ in formater:
            ut = mappe / "ut" / format_
            profil = f"-env:UserInstallation={(mappe / 'profil').as_uri()}"
            leser = ["--infilter=HTML (StarWriter)"] if fil.suffix == ".html" else []
            kommando = ["soffice", "--headless", profil, *leser, "--convert-to", format_, "--outdir", ut, fil]
            subprocess.run(kommando, check=True, capture_output=True, timeout=120)
            fil = ut / f"{fil.stem}.{format_}"
        return fil.read_bytes()

    return konverter
