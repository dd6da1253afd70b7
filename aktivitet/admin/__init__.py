"""The calendar in the editing site: every activity, the fixed pattern with "fyll året", and the organisers."""

from . import aktivitet, fast, lag

__all__ = ["aktivitet", "fast", "lag"]
