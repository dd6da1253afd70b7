"""PDFs made by hand, for tests that want pages and no layout."""

from io import BytesIO

import pypdfium2

A4 = (595, 842)


def tomme_ark(*maal: tuple[float, float]) -> bytes:
    """Give a PDF of empty pages, each of these widths and heights in points."""
    ut = BytesIO()
    with pypdfium2.PdfDocument.new() as dokument:
        for bredde, hoeyde in maal:
            dokument.new_page(bredde, hoeyde).close()
        dokument.save(ut)
    return ut.getvalue()
