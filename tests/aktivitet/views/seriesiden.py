"""The form that makes a series, as a browser sends it, and what the page answers."""

from uuid import uuid4

NY = "/hva-skjer/serie/"
TIRSDAGENE = ["2026-06-02", "2026-07-07", "2026-08-04"]


def skjema(lag, **felter):
    """What a browser sends: every first Tuesday in the summer of 2026, unless told otherwise."""
    vanlig = {
        "gjentas": "ukedag",
        "nr": "1",
        "ukedag": "1",
        "dato": "",
        "hver": "1",
        "fra_dag": "2026-06-01",
        "til_dag": "2026-08-31",
        "antall": "",
        "hopp_over_helligdager": "on",
        "tittel": "Åpen kveld",
        "type": "mote",
        "lag": lag.pk,
        "fra_kl": "18:00",
        "til_kl": "20:00",
        "sted": "Biblioteket",
        "kommune": "",
        "beskrivelse": "Velkommen",
        "synlighet": "offentlig",
        "handling": "se",
    }
    return vanlig | felter


def lag_den(client, lag, dager=TIRSDAGENE, handling="publiser", **felter):
    nummer = felter.pop("serie", uuid4())
    data = skjema(lag, dag=dager, handling=handling, serie=str(nummer), **felter)
    return client.post(NY, {navn: verdi for navn, verdi in data.items() if verdi is not None})


def feil(svar):
    skjemaet = svar.context["skjema"]
    alle = {**skjemaet.regel.errors, **skjemaet.innhold.errors}
    return {felt: list(liste) for felt, liste in alle.items()}
