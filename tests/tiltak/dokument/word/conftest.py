"""LibreOffice as another Word: a converter that is started once, with a profile of its own."""

import subprocess

import pytest


@pytest.fixture(scope="session")
def til_docx(tmp_path_factory):
    """Let LibreOffice make a .docx of a file, saved as `via` first: name and bytes in, the new file's bytes out."""
    mappe = tmp_path_factory.mktemp("libreoffice")

    def konverter(navn, innhold, via=None):
        fil = mappe / navn
        fil.write_bytes(innhold)
        for format_ in (via, "docx"):
            if format_:
                ut = mappe / "ut" / format_
                profil = f"-env:UserInstallation={(mappe / 'profil').as_uri()}"
                leser = ["--infilter=HTML (StarWriter)"] if fil.suffix == ".html" else []
                kommando = ["soffice", "--headless", profil, *leser, "--convert-to", format_, "--outdir", ut, fil]
                subprocess.run(kommando, check=True, capture_output=True, timeout=120)
                fil = ut / f"{fil.stem}.{format_.partition(':')[0]}"
        return fil.read_bytes()

    return konverter
