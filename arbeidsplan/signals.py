"""What happens at login."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from .oppbevaring import NOEKKEL


@receiver(user_logged_in)
def la_sesjonen_vare(sender: type, request: HttpRequest, **kwargs: Any) -> None:
    """Give a session its ordinary length back: one that keeps something written was to end within the hour."""
    if NOEKKEL in request.session:
        request.session.set_expiry(None)
