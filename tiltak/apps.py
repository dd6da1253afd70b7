"""The plan: goals, measures, deadlines, status and report."""

from django.apps import AppConfig


class TiltakConfig(AppConfig):
    name = "tiltak"
    verbose_name = "Arbeidsplan"

    def ready(self) -> None:
        from . import signals  # noqa: F401
