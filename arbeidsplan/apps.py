"""The house itself."""

from django.apps import AppConfig


class ArbeidsplanConfig(AppConfig):
    name = "arbeidsplan"
    verbose_name = "Personer"
