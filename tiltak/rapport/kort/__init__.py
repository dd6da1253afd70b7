"""Pure: the short version of the report, two pages for the meeting's papers."""

from .deler import Kortversjon
from .utvalg import kortversjon

__all__ = ["Kortversjon", "kortversjon"]
