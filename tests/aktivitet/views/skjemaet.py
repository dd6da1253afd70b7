"""The form that makes and changes an activity, as a browser sends it, and what the page answers."""

from django.contrib.messages import get_messages

NY = "/hva-skjer/ny/"


def skjema(lag, **felter):
    """What a browser sends: an evening in May, unless told otherwise."""
    vanlig = {
        "tittel": "Medlemsmøte",
        "type": "mote",
        "lag": lag.pk,
        "presisjon": "klokkeslett",
        "foerste_dag": "2026-05-12",
        "siste_dag": "",
        "fra_kl": "18:00",
        "til_kl": "20:00",
        "sted": "Biblioteket",
        "kommune": "",
        "beskrivelse": "Velkommen",
        "synlighet": "offentlig",
        "handling": "publiser",
    }
    return vanlig | felter


def meldinger(svar):
    return [str(melding) for melding in get_messages(svar.wsgi_request)]


def feil(svar):
    return {felt: list(liste) for felt, liste in svar.context["form"].errors.items()}
