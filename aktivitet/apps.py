"""The calendar: what happens, when and where. Knows nothing of plans."""

from django.apps import AppConfig


class AktivitetConfig(AppConfig):
    name = "aktivitet"
    verbose_name = "Kalender"

    def ready(self) -> None:
        from . import signals  # noqa: F401
