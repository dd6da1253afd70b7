"""The button pressed by several at once: real processes on the test's own database."""

import os
import subprocess
import sys
from datetime import timedelta
from uuid import uuid4

import pytest

from tests import basen
from tiltak.pdf.bestilling import ROT

# Each process reads the person as they stand, waits for the others, and lets them leave.
SKRIPT = """
import sys, time, datetime, uuid, django; django.setup()
from pathlib import Path
from arbeidsplan.models import Bruker
from arbeidsplan.personer.overlevering.gjennomfoering import Gjennomfoert, NoeErEndret, gjennomfoer
from arbeidsplan.personer.overlevering.regel import GAAR_AV, Avtale, Endring, Ny
from arbeidsplan.roller import Rolle
merke, gaar, av, siste, mappe, antall = sys.argv[1:]
en = Bruker.objects.get(pk=gaar)
endring = Endring(en.pk, Rolle.STYREMEDLEM, GAAR_AV, None, datetime.date.fromisoformat(siste))
ny = Ny(0, "Mona", "mona@example.org", Rolle.STYREMEDLEM, None, None)
avtale = Avtale((endring,), (ny,), (), {en.pk: en.versjon})
sekretaeren = Bruker.objects.get(pk=av)
(Path(mappe) / str(uuid.uuid4())).touch()
while len(list(Path(mappe).iterdir())) < int(antall):
    time.sleep(0.01)
try:
    gjennomfoer(avtale, av=sekretaeren, merke=uuid.UUID(merke))
except (Gjennomfoert, NoeErEndret) as hvorfor:
    print(type(hvorfor).__name__)
else:
    print("gjort")
"""
SAMTIDIG = 4


@pytest.mark.parametrize(
    ("samme_knapp", "de_andre"), [(True, "Gjennomfoert"), (False, "NoeErEndret")], ids=["samme knapp", "to sekretærer"]
)
@pytest.mark.django_db(transaction=True)
def test_of_several_at_once_one_does_it_and_the_rest_are_told(
    samme_knapp, de_andre, sekretaer, styremedlem, i_dag, tmp_path
):
    miljoe = os.environ | {
        "DATABASE_URL": basen.adressen(),
        "DJANGO_SETTINGS_MODULE": "arbeidsplan.settings",
        "DEBUG": "1",
    }
    mappe = tmp_path / "klare"
    mappe.mkdir()
    siste, merke = (i_dag - timedelta(days=1)).isoformat(), uuid4()
    felles = [str(styremedlem.pk), str(sekretaer.pk), siste, str(mappe), str(SAMTIDIG)]
    prosessene = [
        subprocess.Popen(
            [sys.executable, "-c", SKRIPT, str(merke if samme_knapp else uuid4()), *felles],
            cwd=ROT,
            env=miljoe,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(SAMTIDIG)
    ]

    svarene = [prosess.communicate(timeout=120) for prosess in prosessene]

    assert [feil for _, feil in svarene if feil] == []
    assert sorted(ut.strip() for ut, _ in svarene) == sorted(["gjort", *[de_andre] * (SAMTIDIG - 1)])
