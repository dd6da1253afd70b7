"""What a browser would send from the plan's pages to write, and what they answer."""

from datetime import date

VEDTAK = {"organ": "arsmotet", "vedtaksdag": "28.02.2026", "grunn": "Vedtak i sak 7"}


def adresse(ting, hva="tiltak"):
    plan = ting.maal.plan if hasattr(ting, "maal") and ting.maal else ting.plan
    return f"/plan/{plan.slug}/rediger/{hva}/{ting.pk}/"


def fra_skjema(form):
    """What the browser would send, unchanged."""
    data = {}
    for felt in form:
        verdi = felt.value()
        if verdi is True:
            data[felt.html_name] = "on"
        elif verdi is not None and verdi is not False:
            data[felt.html_name] = felt.field.widget.format_value(verdi) if isinstance(verdi, date) else verdi
    return data


def skjema(client, sti):
    return fra_skjema(client.get(sti).context["form"])


def feil(svar):
    return {navn: list(liste) for navn, liste in svar.context["form"].errors.items()}


def sagt(client):
    return [str(melding) for melding in client.get("/plan/ny/").context["messages"]]
