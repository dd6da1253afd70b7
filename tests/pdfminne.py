"""Lays documents out in the test's own process, and remembers the last ones.

Several tests look at the same document. The app has no use for this: there each is made by a process that ends.
"""

from functools import lru_cache
from threading import Lock

_EN_OM_GANGEN = Lock()  # the fonts are shared by all threads


@lru_cache(maxsize=32)
def lag_pdf(bestilling):
    """Give the PDF that is asked for: from memory, when it was asked for lately."""
    from tiltak.pdf import skriving

    with _EN_OM_GANGEN:
        return skriving.lag_pdf(bestilling)
