"""The plan in the editing site, a room for each part."""

from . import deler, maal, plan, tiltak

__all__ = ["deler", "maal", "plan", "tiltak"]
