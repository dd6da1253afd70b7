"""What every template may use without asking for it."""

from django.conf import settings
from django.http import HttpRequest


def organisasjon(request: HttpRequest) -> dict[str, str]:
    """Give the templates the name of the organisation that the app serves."""
    return {"organisasjon": settings.ORGANISASJON}
