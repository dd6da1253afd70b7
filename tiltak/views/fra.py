"""The pages that a termin can be set from, and the way back to each."""

from django.urls import reverse

from ..models import Plan, Termin

FRA_LISTEN, FRA_TILTAKET, FRA_FORSIDEN, FRA_PLANEN = "liste", "tiltak", "forside", "plan"
FRA_STYREMOETET = "styremote"


def tilbake(termin: Termin, fra: str) -> str:
    """Give the address of the place on the page `fra` where the termin stands."""
    if fra == FRA_FORSIDEN:
        return reverse("forside")
    if fra == FRA_PLANEN:
        return f"{termin.tiltak.maal.plan.get_absolute_url()}?aar={termin.siste.year}#termin-{termin.pk}"
    if fra == FRA_TILTAKET or termin.tiltak.maal.plan.status != Plan.Status.VEDTATT:
        return f"{termin.tiltak.get_absolute_url()}#termin-{termin.pk}"
    if fra == FRA_STYREMOETET:
        return f"{reverse('tiltak:styremoete')}#termin-{termin.pk}"
    return termin.adresse_i_listen
