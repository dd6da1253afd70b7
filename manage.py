#!/usr/bin/env python
"""Runs the app's commands: `manage.py importer_plan`, `manage.py lag_rapport` and Django's own."""

import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line

from aktivitet.logg import stille

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "arbeidsplan.settings")
    stille(unntatt=lambda: settings.configured and settings.DEBUG)
    execute_from_command_line(sys.argv)
