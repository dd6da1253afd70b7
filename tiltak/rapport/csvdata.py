"""The report's measures as CSV: to count oneself, and to lie inside the PDF for as long as that is kept."""

from datetime import date

from ..uttak.celler import Verdi, som_csv
from .deler import Rapportinnhold
from .rader import KOLONNER, tiltaksrader


def rapport_csv(innhold: Rapportinnhold) -> bytes:
    """Give the rows with their head, in the same dialect as the app's other CSV. The same content, the same bytes.

    Days are written as 2025-12-31, which sorts as text and is read the same in every country, also in fifty years.
    """
    return som_csv([[*KOLONNER], *(tuple(map(_iso, rad)) for rad in tiltaksrader(innhold))])


def _iso(verdi: Verdi) -> Verdi:
    return verdi.isoformat() if isinstance(verdi, date) else verdi
