"""The trail as a test reads it."""

from arbeidsplan.models import Spor


def linjene():
    """Every line, the oldest first: what, by whom, about whom, and what more."""
    return [(spor.hendelse, spor.av, spor.om, spor.hva) for spor in Spor.objects.order_by("pk")]
