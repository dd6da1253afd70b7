"""The house itself."""

from django.apps import AppConfig


class ArbeidsplanConfig(AppConfig):
    name = "arbeidsplan"
    verbose_name = "Personer"

    def ready(self) -> None:
        from . import signals  # noqa: F401
        from .konto import signals as konto  # noqa: F401
        from .spor import mottak  # noqa: F401
