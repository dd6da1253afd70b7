#!/usr/bin/env python
"""Runs the app's commands: `manage.py importer_plan`, `manage.py lag_rapport` and Django's own."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "arbeidsplan.settings")
    execute_from_command_line(sys.argv)
