"""From HTML to a PDF to hand out and to keep: the only rooms that know WeasyPrint."""
