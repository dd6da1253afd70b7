"""Reads the whole app, for the process that `tests.samtidig` forks others from."""

import django

django.setup()

import django.test  # noqa: E402
import pytest  # noqa: E402, F401

import arbeidsplan.urls  # noqa: E402, F401
