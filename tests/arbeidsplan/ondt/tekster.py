"""Texts that try to break what they are written in, and the fields of the database that people's words stand in."""

from django.apps import apps
from django.db import models

BOMBE = (
    "=cmd|' /C calc'!A0<script>alert(1)</script><b onload=x>]]>{{7*7}}%s%(a)s"
    "\r\nX-Ond: 1\r\nBEGIN:VEVENT\x07\u202e\x0b"
)
MERKER = "e" + "\u0301\u0323" * 2_500  # ten kilobytes of marks on one letter
INGENTING = "\x00\x07\u202e\ufeff"
VAARE = ("aktivitet", "tiltak", "arbeidsplan")
# What the app makes itself, in signs of its own: nobody writes there.
MASKINENS = {"soek", "avtrykk", "sjekksum", "merke", "sha256", "form", "innhold", "slag", "filslag", "periode", "felt"}
MASKINENS |= {"noekkel", "password", "email", "slug", "lenke", "nettlenke", "paamelding", "kontakt_epost", "feil"}


def tekstfeltene():
    """Each model of ours with the names of its fields of words."""
    for modell in apps.get_models():
        if modell._meta.app_label in VAARE:
            felter = [
                felt
                for felt in modell._meta.concrete_fields
                if isinstance(felt, models.CharField | models.TextField)
                and not felt.choices
                and felt.name not in MASKINENS
            ]
            if felter:
                yield modell, felter


def skriv_overalt(tekst):
    """Store the text in every field of words there is, of every row, past all that cleans it on the way in."""
    for modell, felter in tekstfeltene():
        rader = models.QuerySet(modell)  # past those that refuse to be written again, too
        for pk in rader.values_list("pk", flat=True):
            # What must be unlike others gets its own key behind it.
            verdier = {f.name: (f"{tekst[: (f.max_length or 9999) - 8]}{pk if f.unique else ''}") for f in felter}
            rader.filter(pk=pk).update(**verdier)


def alle_tekster(tabellene=None):
    """Every word that is stored, with where it stands: in all tables, or in these."""
    for modell, felter in tekstfeltene():
        if tabellene is not None and modell._meta.db_table not in tabellene:
            continue
        navn = [felt.name for felt in felter]
        for rad in modell._default_manager.values(*navn):
            for felt, verdi in rad.items():
                if verdi:
                    yield f"{modell._meta.label}.{felt}", verdi
