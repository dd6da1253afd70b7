"""Who must have a second factor. Read by the settings: imports nothing that needs them."""

from django.core.exceptions import ImproperlyConfigured

ROLLER = ("lokallagsredaktoer", "styremedlem", "sekretaer", "administrator")  # as `Rolle`, which needs the settings


def les_roller(verdi: str) -> frozenset[str]:
    """Read `TOFAKTOR`: roles with commas between, or nothing. Raises ImproperlyConfigured for a role that is none."""
    roller = frozenset(rolle.strip() for rolle in verdi.split(",") if rolle.strip())
    if ukjente := sorted(roller - set(ROLLER)):
        raise ImproperlyConfigured(f"TOFAKTOR: «{ukjente[0]}» er ingen rolle. Velg blant {', '.join(ROLLER)}.")
    return roller
